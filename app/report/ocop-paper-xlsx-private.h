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
  char *temporary;               /* the name of its file until it is whole */
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

/* Makes @book's workbook, to be ended by xlsx_book_close(). */
gboolean    xlsx_book_open       (XlsxBook              *book,
                                  const char            *path,
                                  GError               **error);

/* Gives @path the workbook, or with @keep %FALSE drops it; returns whether @path has it. */
gboolean    xlsx_book_close      (XlsxBook              *book,
                                  const char            *path,
                                  gboolean               keep,
                                  GError               **error);

/* @as_of: the day of the figures, which the file is dated with */
void        xlsx_book_set_properties (XlsxBook          *book,
                                      const char        *title,
                                      const char        *author,
                                      OcopDate           as_of);

/* Free with g_free(): @wanted as far as a sheet can have that name, which no other sheet has. */
char       *xlsx_book_make_sheet_name (XlsxBook         *book,
                                       const char       *wanted);

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

/* A line over all columns, as many as @sheet has. @text: (nullable) */
void        xlsx_sheet_add_line  (XlsxSheet             *sheet,
                                  XlsxBook              *book,
                                  const char            *text,
                                  XlsxLook               look);

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
