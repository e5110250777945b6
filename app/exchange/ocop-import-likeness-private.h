/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How alike two names of producers are. Pure functions. */

/* Whether both are written alike but for case, blanks and the place of the tone in a word ("hoà", "hòa"). */
gboolean  ocop_import_same_writing (const char *a,
                                    const char *b);

/**
 * ocop_import_bare_name:
 * @folded: a producer's name from ocop_text_fold()
 *
 * The name without its legal form and the words that half of all producers
 * have: "hop tac xa dich vu nong nghiep tan tien" and "htx nn tan tien" are
 * both "tan tien". The whole of @folded where nothing else is left of it.
 *
 * Returns: (transfer full)
 */
char     *ocop_import_bare_name    (const char *folded);

G_END_DECLS
