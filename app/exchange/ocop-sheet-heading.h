/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-sheet.h"

G_BEGIN_DECLS

#define OCOP_SHEET_NO_ROW G_MAXUINT

typedef enum
{
  OCOP_ROW_DATA,        /* a row of the list */
  OCOP_ROW_TOTAL,       /* sums */
  OCOP_ROW_SECTION,     /* names a group of rows below it: "I. HUYỆN VĨNH LINH" */
  OCOP_ROW_HEADING,     /* headings once more, or the numbers of the columns */
  OCOP_ROW_NOTE,        /* below the list: signatures, remarks */
  OCOP_ROW_BLANK,
} OcopRowKind;

/**
 * OcopHeadingColumn:
 * @column: of the sheet, from 0
 * @text: owned; the headings over the column, from top to bottom, as "Lần 1:
 *   hạng sao"; empty for a column with cells but without a heading
 * @is_running_number: whether it only counts the rows (STT)
 */
typedef struct
{
  guint column;
  char *text;
  gboolean is_running_number;
} OcopHeadingColumn;

/**
 * OcopHeadingRow:
 * @row: of the sheet, from 0
 * @section: the last section row above, or %OCOP_SHEET_NO_ROW
 */
typedef struct
{
  guint row;
  OcopRowKind kind;
  guint section;
} OcopHeadingRow;

/**
 * OcopSheetHeading:
 * @sheet: borrowed; outlives the heading
 * @first_row: where the headings begin; title rows are above
 * @n_rows: how many rows of headings there are, 0 for bare cells
 * @columns: #OcopHeadingColumn, those with a heading or a cell below it
 * @rows: #OcopHeadingRow, each stored row below the headings
 *
 * How a sheet is to be read as a list.
 */
typedef struct
{
  const OcopSheet *sheet;
  guint first_row;
  guint n_rows;
  GArray *columns;
  GArray *rows;
  /*< private >*/
  GArray *dittos;
} OcopSheetHeading;

/**
 * ocop_sheet_heading_find:
 *
 * Finds the row or rows of headings by their words, and says of each row below
 * what it is. An empty sheet has neither columns nor rows.
 *
 * Returns: (transfer full): never %NULL.
 */
OcopSheetHeading *ocop_sheet_heading_find       (const OcopSheet         *sheet);
void              ocop_sheet_heading_free       (OcopSheetHeading        *heading);

/* As ocop_sheet_get_text(), with the value of the data row above for "như trên", "-nt-" and the like. */
const char       *ocop_sheet_heading_get_text   (const OcopSheetHeading  *heading,
                                                 guint                    row,
                                                 guint                    column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSheetHeading, ocop_sheet_heading_free)

G_END_DECLS
