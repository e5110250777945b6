/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OcopFormReference:
 * @row, @column: from 1; 0 where it names none: "5:9" are rows, without columns
 * @row_fixed, @column_fixed: written with "$"
 * @lost: it leads nowhere any more, and is written as #REF!
 *
 * One corner of what a formula refers to.
 */
typedef struct
{
  guint row;
  guint column;
  gboolean row_fixed;
  gboolean column_fixed;
  gboolean lost;
} OcopFormReference;

/**
 * OcopFormReferenceFunc:
 * @sheet: (nullable): that it names; %NULL for the formula's own
 * @last: (nullable): the other corner of an area
 *
 * May change where they lead.
 */
typedef void (*OcopFormReferenceFunc) (const char        *sheet,
                                       OcopFormReference *first,
                                       OcopFormReference *last,
                                       gpointer           user_data);

/**
 * ocop_form_formula_rewrite:
 * @formula: without the sign of equality, as it is stored: English names, commas
 * @problem: (out) (optional): what in it leads to cells in a way that cannot be followed, in words; else %NULL
 *
 * Returns: (transfer full): the formula with its references as @func leaves them, all else as it was; references to
 *   other workbooks are passed over
 */
char *ocop_form_formula_rewrite (const char             *formula,
                                 OcopFormReferenceFunc   func,
                                 gpointer                user_data,
                                 const char            **problem);

/* As it is where it is copied so many cells down and to the right: what is not fixed moves along. */
char *ocop_form_formula_move    (const char             *formula,
                                 int                     rows,
                                 int                     columns);

G_END_DECLS
