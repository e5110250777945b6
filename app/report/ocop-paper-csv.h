/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper-file.h"
#include "report/ocop-paper-table.h"

G_BEGIN_DECLS

/* A table as text. Each row is written as it is shown, group headings and
 * totals with their label in the first field; numbers are without grouping and
 * with a decimal point. */

/**
 * ocop_paper_csv_write:
 * @progress: (nullable): called every thousand rows
 *
 * Writes @table as RFC 4180 asks, dates as ISO 8601 does, in UTF-8 with the
 * byte order mark by which spreadsheets know it. @path is replaced only by a whole file.
 *
 * Returns: %FALSE with @error set when the file cannot be written, the source
 *   failed, or @cancellable was cancelled.
 */
gboolean ocop_paper_csv_write     (const OcopPaperTable  *table,
                                   const char            *path,
                                   OcopPaperProgress      progress,
                                   gpointer               user_data,
                                   GCancellable          *cancellable,
                                   GError               **error);

/**
 * ocop_paper_table_to_tsv:
 *
 * For the clipboard: fields parted by tabs, dates as people read them; tabs and
 * line breaks inside a field become spaces.
 *
 * Returns: (transfer full): %NULL with @error set when the source failed.
 */
char    *ocop_paper_table_to_tsv  (const OcopPaperTable  *table,
                                   GError               **error);

/**
 * ocop_paper_table_to_html:
 *
 * For the clipboard: values as people read them, beside them the numbers that
 * spreadsheets take.
 *
 * Returns: (transfer full): %NULL with @error set when the source failed.
 */
char    *ocop_paper_table_to_html (const OcopPaperTable  *table,
                                   GError               **error);

G_END_DECLS
