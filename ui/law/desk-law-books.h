/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-law.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * DeskLawBooks:
 * @laws: (element-type OcopLaw): borrowed, for as long as the program runs; the one in force first
 * @titles: one for each, ended by %NULL: its decision, and where it came from
 *
 * The laws that there are to look at: those of a register, and the one the program ships.
 */
typedef struct
{
  GPtrArray *laws;
  char **titles;
} DeskLawBooks;

/* Returns: (transfer full): %NULL on failure. */
DeskLawBooks *desk_law_books_read (OcopReader    *reader,
                                   GError       **error);
void          desk_law_books_free (DeskLawBooks  *books);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLawBooks, desk_law_books_free)

G_END_DECLS
