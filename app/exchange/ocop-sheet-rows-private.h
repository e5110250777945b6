/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-sheet-heading.h"

G_BEGIN_DECLS

/* The cell that a ditto mark stands for. */
typedef struct
{
  guint row;
  guint column;
  const char *text;
} OcopSheetDitto;

/* Fills the heading's rows and dittos; its columns are known. */
void        ocop_sheet_rows_classify    (OcopSheetHeading       *heading);

/* The ditto of that cell; NULL when it is none. */
const OcopSheetDitto *
            ocop_sheet_rows_find_ditto  (const OcopSheetHeading *heading,
                                         guint                   row,
                                         guint                   column);

/* Whether the cell was filled from the cell left of it. */
gboolean    ocop_sheet_rows_is_spanned  (const OcopSheet        *sheet,
                                         guint                   row,
                                         guint                   column);

G_END_DECLS
