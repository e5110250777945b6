/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "report/ocop-paper-file.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

#define XLSX_FACE "Times New Roman"

typedef enum
{
  XLSX_BORDER_NONE = 0,
  XLSX_BORDER_LEFT = 1 << 0,
  XLSX_BORDER_RIGHT = 1 << 1,
  XLSX_BORDER_ROW = 1 << 2,      /* above and below */
  XLSX_BORDER_ALL = XLSX_BORDER_LEFT | XLSX_BORDER_RIGHT | XLSX_BORDER_ROW,
} XlsxBorder;

/* What a cell looks like; the defaults are plain text of 11 points. */
typedef struct
{
  gboolean bold;
  gboolean italic;
  gboolean wrap;
  double size;
  guint32 colour;
  enum lxw_format_alignments align;
  XlsxBorder border;
  const char *number_format;
} XlsxLook;

typedef struct
{
  const OcopPaper *paper;
  lxw_workbook *workbook;
  gboolean large;
  gsize n_rows;
  gsize n_written;
  OcopPaperProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} XlsxBook;

/* One worksheet and the next free row of it. */
typedef struct
{
  lxw_worksheet *worksheet;
  lxw_row_t row;
  guint n_columns;
  double *widths;                /* (array length=n_columns): characters */
  gboolean has_text;             /* paragraphs, which are too tall to be frozen above a heading */
  gboolean has_table;
} XlsxSheet;

lxw_format *xlsx_book_add_format (XlsxBook              *book,
                                  const XlsxLook        *look);

/* Writes text that a person typed: never a formula, never longer than a cell. */
void        xlsx_write_text      (lxw_worksheet         *worksheet,
                                  lxw_row_t              row,
                                  guint                  column,
                                  const char            *text,
                                  lxw_format            *format);

/* The same over the columns @first to @last, merged. */
void        xlsx_write_wide      (lxw_worksheet         *worksheet,
                                  lxw_row_t              row,
                                  guint                  first,
                                  guint                  last,
                                  const char            *text,
                                  lxw_format            *format);

/* Writes @table from the next free row of @sheet on. */
gboolean    xlsx_sheet_add_table (XlsxSheet             *sheet,
                                  XlsxBook              *book,
                                  const OcopPaperTable  *table,
                                  GError               **error);

/* Fills @worksheet with the numbers of @chart, named @name, and the chart drawn from them. */
void        xlsx_fill_chart      (XlsxBook              *book,
                                  lxw_worksheet         *worksheet,
                                  const char            *name,
                                  const OcopPaperChart  *chart);

G_END_DECLS
