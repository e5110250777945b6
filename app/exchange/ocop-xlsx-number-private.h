/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-sheet.h"

G_BEGIN_DECLS

/* What the number format of a cell makes of its number. */
typedef enum
{
  OCOP_XLSX_FORMAT_NUMBER,
  OCOP_XLSX_FORMAT_DATE,
  OCOP_XLSX_FORMAT_TIME,
  OCOP_XLSX_FORMAT_PERCENT, /* a number of which people see a hundred times as much */
} OcopXlsxFormat;

#define OCOP_XLSX_NUMBER_TEXT_SIZE 64

/* @id: of a format that the file need not spell out. */
OcopXlsxFormat ocop_xlsx_format_of_id    (guint           id);
/* @code: as in the file, e.g. "dd/mm/yyyy" or "#,##0 [$đ-42A]". */
OcopXlsxFormat ocop_xlsx_format_of_code  (const char     *code);

/**
 * ocop_xlsx_number_to_text:
 * @raw: the number as stored
 * @from_1904: whether days are counted from 1904 instead of 1900
 *
 * Writes into @text what people see, see ocop_sheet_get_text().
 *
 * Returns: a number, a date, a text (a time without a day, "50%") or an error (what
 *   is no number).
 */
OcopCellType   ocop_xlsx_number_to_text  (const char     *raw,
                                          OcopXlsxFormat  format,
                                          gboolean        from_1904,
                                          char            text[OCOP_XLSX_NUMBER_TEXT_SIZE]);

G_END_DECLS
