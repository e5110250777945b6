/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper-file.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* Above so many rows a workbook is written in constant memory: one heading row,
 * nothing merged in it, grid lines for borders, no charts. */
#define OCOP_PAPER_XLSX_LARGE 20000

/**
 * ocop_paper_xlsx_write:
 * @path: is replaced, by a whole workbook or not at all
 * @progress: (nullable): called every thousand rows
 *
 * Renders @paper as a workbook: each table on a sheet of its own with frozen,
 * filtered headings that repeat in print, numbers and dates as such, charts
 * drawn by the spreadsheet from the numbers beside them. The same paper gives
 * the same bytes.
 *
 * LC_NUMERIC must be "C", as ocop_locale_start() leaves it.
 *
 * Returns: %FALSE with @error set when the file cannot be written, a table is
 *   longer than a sheet, its source failed, or @cancellable was cancelled.
 */
gboolean ocop_paper_xlsx_write (const OcopPaper    *paper,
                                const char         *path,
                                OcopPaperProgress   progress,
                                gpointer            user_data,
                                GCancellable       *cancellable,
                                GError            **error);

G_END_DECLS
