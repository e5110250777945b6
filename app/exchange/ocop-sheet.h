/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-legacy-text.h"

G_BEGIN_DECLS

/* The largest sheet of the file format: 1,048,576 rows, columns A to XFD. */
#define OCOP_SHEET_MAX_ROWS 1048576
#define OCOP_SHEET_MAX_COLUMNS 16384

/* "XFD" and the final zero. */
#define OCOP_SHEET_COLUMN_NAME_SIZE 4

typedef enum
{
  OCOP_CELL_EMPTY,
  OCOP_CELL_TEXT,
  OCOP_CELL_NUMBER,
  OCOP_CELL_DATE,
  OCOP_CELL_BOOLEAN,    /* "TRUE" or "FALSE" */
  OCOP_CELL_ERROR,      /* "#REF!" and its like; "=SUM(…)" for a formula stored without its value */
} OcopCellType;

/**
 * OcopSheet:
 *
 * One sheet of an #OcopWorkbook as plain cells, owned by the workbook. Rows
 * without a filled cell are not stored: rows are counted from 0 among the
 * stored ones, and ocop_sheet_get_row_number() says where each stands in the
 * file. Columns are counted from 0 for A. Once read, a sheet never changes and
 * can be used in any thread.
 */
typedef struct _OcopSheet OcopSheet;

const char  *ocop_sheet_get_name        (const OcopSheet *sheet);
/* Whether the file hides the sheet from its readers. */
gboolean     ocop_sheet_is_hidden       (const OcopSheet *sheet);
guint        ocop_sheet_get_n_rows      (const OcopSheet *sheet);
/* One more than the last column with a filled cell. */
guint        ocop_sheet_get_n_columns   (const OcopSheet *sheet);

/* The row's number as the spreadsheet program shows it, from 1. */
guint        ocop_sheet_get_row_number  (const OcopSheet *sheet,
                                         guint            row);

/**
 * ocop_sheet_get_text:
 *
 * What people see in the cell, in NFC and without blanks around it: a day as
 * "2026-05-22" (with a time "2026-05-22 08:30:00"), a time "08:30:00", a whole
 * number without ".0", other numbers with a point. Each cell of a merged range
 * has the text of its first cell.
 *
 * Returns: (nullable): %NULL for an empty cell, and beyond the sheet.
 */
const char  *ocop_sheet_get_text        (const OcopSheet *sheet,
                                         guint            row,
                                         guint            column);
OcopCellType ocop_sheet_get_cell_type   (const OcopSheet *sheet,
                                         guint            row,
                                         guint            column);
/* The first filled column from @column on, copies included; %OCOP_SHEET_MAX_COLUMNS when the rest of the row
 * is empty. A loop over it costs the row's cells, however wide the sheet is. */
guint        ocop_sheet_next_column     (const OcopSheet *sheet,
                                         guint            row,
                                         guint            column);
/* Whether the cell got its text from the first cell of its merged range. */
gboolean     ocop_sheet_is_merged_copy  (const OcopSheet *sheet,
                                         guint            row,
                                         guint            column);

/**
 * ocop_sheet_column_name:
 * @column: from 0, below %OCOP_SHEET_MAX_COLUMNS
 *
 * Writes the column's letters, "A" to "XFD"; returns @buffer.
 */
const char  *ocop_sheet_column_name     (guint            column,
                                         char             buffer[OCOP_SHEET_COLUMN_NAME_SIZE]);

/**
 * ocop_sheet_recognise:
 * @sample: (out) (nullable): a text of the sheet in that encoding
 *
 * The encoding of the time before Unicode that a good part of the sheet's text
 * is in; %OCOP_LEGACY_NONE when there is none.
 */
OcopLegacyEncoding ocop_sheet_recognise (const OcopSheet  *sheet,
                                         const char      **sample);

G_END_DECLS
