/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From then on every file of SQLite's counts how often it is forced onto the disk. To be called
 * before any is opened. */
void  syncs_count (void);

/* How often since it was last asked. */
guint syncs_take  (void);

G_END_DECLS
