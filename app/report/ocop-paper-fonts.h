/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ocop_paper_font_family:
 *
 * The face of all paper: Times New Roman where it covers Vietnamese, else its
 * metric twin Liberation Serif, else another serif that does. Chosen by
 * coverage: a face that lacks letters would be patched, letter by letter, from
 * another. Safe to call from any thread.
 *
 * Returns: a family known to fontconfig, "Serif" at worst.
 */
const char *ocop_paper_font_family (void);

/* Whether the plain and the bold face of @family hold every letter of Vietnamese that faces tend to lack. */
gboolean    ocop_paper_font_covers (const char *family);

G_END_DECLS
