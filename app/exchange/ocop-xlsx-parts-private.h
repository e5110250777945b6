/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-workbook-private.h"
#include "exchange/ocop-xlsx-package-private.h"

G_BEGIN_DECLS

/**
 * OcopXlsxTables:
 * @strings: the shared texts, each from ocop_sheet_intern()
 * @formats: one byte, an #OcopXlsxFormat, per cell style
 * @from_1904: whether days are counted from 1904
 *
 * What the cells of every sheet refer to.
 */
typedef struct
{
  GPtrArray *strings;
  GByteArray *formats;
  gboolean from_1904;
} OcopXlsxTables;

/* Appends the texts of the part to @strings. */
gboolean ocop_xlsx_strings_read   (OcopPackage           *package,
                                   const char            *part,
                                   GStringChunk          *chunk,
                                   GPtrArray             *strings,
                                   OcopReading           *reading,
                                   GError               **error);

/* Appends the format of each cell style of the part to @formats. */
gboolean ocop_xlsx_styles_read    (OcopPackage           *package,
                                   const char            *part,
                                   GByteArray            *formats,
                                   OcopReading           *reading,
                                   GError               **error);

/* Fills @sheet from the part and finishes it. */
gboolean ocop_xlsx_sheet_read     (OcopPackage           *package,
                                   const char            *part,
                                   const OcopXlsxTables  *tables,
                                   GStringChunk          *chunk,
                                   OcopSheet             *sheet,
                                   OcopReading           *reading,
                                   GError               **error);

/* Replaces _x000D_ and its like, by which the format writes what XML cannot hold, in place. */
void     ocop_xlsx_unescape       (GString               *text);

G_END_DECLS
