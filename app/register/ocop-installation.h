/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The id of this installation for this account, whose changes form one chain; made on first use
 * and kept in the user's data folder. Free with g_free(). */
char *ocop_installation_dup_id (void);

G_END_DECLS
