/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-form-part-private.h"

G_BEGIN_DECLS

/**
 * OcopFormInsert:
 * @first: row of the list that needs room
 * @at: the row before which new ones come, as rows are counted now
 * @n: how many
 * @model: the row that they look like
 * @extends: whether what ends with @model is to end with the last of them: where the list has no second row that would
 *   be behind them
 *
 * New rows of a sheet.
 */
typedef struct
{
  guint first;
  guint at;
  guint n;
  guint model;
  gboolean extends;
} OcopFormInsert;

/* Which rows of a workbook get new ones before them: folded name of a sheet -> GArray of OcopFormInsert, by their place. */
typedef GHashTable OcopFormShift;

OcopFormShift *ocop_form_shift_new      (void);
/* @insert: copied */
void           ocop_form_shift_add      (OcopFormShift        *self,
                                         const char           *sheet,
                                         const OcopFormInsert *insert);
/* (nullable): (element-type OcopFormInsert) */
GArray        *ocop_form_shift_find     (OcopFormShift        *self,
                                         const char           *sheet);

/* Where a row comes to. @inserts: (nullable) */
guint          ocop_form_shift_row      (const GArray         *inserts,
                                         guint                 row);
/* The row that comes to @row; where that is a new one, which @is_new (out) says, the one that it looks like. */
guint          ocop_form_shift_back     (const GArray         *inserts,
                                         guint                 row,
                                         gboolean             *is_new);
/* Where the last row of an area comes to; @own_row: from which it is looked at, or 0: a row refers to itself alone */
guint          ocop_form_shift_end      (const GArray         *inserts,
                                         guint                 row,
                                         guint                 own_row);

/* "A1:F8 H3" as it is then; (transfer full). */
char          *ocop_form_shift_areas    (const GArray         *inserts,
                                         const char           *text);

/**
 * ocop_form_shift_formula:
 * @sheet: (nullable): on which the formula stands; %NULL for one that names all sheets
 * @row: in which it stands, or 0
 * @problem: (out): as of ocop_form_formula_rewrite()
 *
 * Returns: (transfer full): the formula, which leads to the same cells then
 */
char          *ocop_form_shift_formula  (OcopFormShift        *self,
                                         const char           *formula,
                                         const char           *sheet,
                                         guint                 row,
                                         const char          **problem);

G_END_DECLS
