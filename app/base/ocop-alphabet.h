/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How two texts follow each other in the Vietnamese alphabet: negative, 0 or positive. */
int ocop_alphabet_compare (const char *a,
                           const char *b);

G_END_DECLS
