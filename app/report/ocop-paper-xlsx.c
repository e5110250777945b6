/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-xlsx.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "base/ocop-writing.h"
#include "report/ocop-paper-xlsx-private.h"

/* Excel's limits, in UTF-16 units and characters. */
#define CELL_LENGTH 32767
#define SHEET_NAME_LENGTH 31

/* Codes of sheets in the format. */
#define PAPER_A3 8
#define PAPER_A4 9

/* How many characters of a table A4 landscape holds at a legible scale. */
#define A4_CHARACTERS 220

#define INCHES(millimetres) ((millimetres) / 25.4)

lxw_format *
xlsx_book_add_format (XlsxBook       *book,
                      const XlsxLook *look)
{
  lxw_format *format = workbook_add_format (book->workbook);

  format_set_font_name (format, XLSX_FACE);
  format_set_font_size (format, look->size > 0 ? look->size : 11);
  format_set_align (format, look->align);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (look->bold)
    format_set_bold (format);
  if (look->italic)
    format_set_italic (format);
  if (look->wrap)
    format_set_text_wrap (format);
  if (look->colour != 0)
    format_set_font_color (format, look->colour);
  if (look->number_format != NULL)
    format_set_num_format (format, look->number_format);
  if (look->border & XLSX_BORDER_LEFT)
    format_set_left (format, LXW_BORDER_THIN);
  if (look->border & XLSX_BORDER_RIGHT)
    format_set_right (format, LXW_BORDER_THIN);
  if (look->border & XLSX_BORDER_ROW)
    {
      format_set_top (format, LXW_BORDER_THIN);
      format_set_bottom (format, LXW_BORDER_THIN);
    }
  return format;
}

/* The start of @text that fits into a cell, with an ellipsis; %NULL when all of it does. */
static char *
cut_to_cell (const char *text)
{
  const char *end = text;
  gsize units = 0;

  if (strlen (text) <= CELL_LENGTH || g_utf8_strlen (text, -1) * 2 <= CELL_LENGTH)
    return NULL;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      units += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      if (units <= CELL_LENGTH - 1)
        end = g_utf8_next_char (p);
    }
  return units > CELL_LENGTH ? g_strdup_printf ("%.*s…", (int) (end - text), text) : NULL;
}

void
xlsx_write_text (lxw_worksheet *worksheet,
                 lxw_row_t      row,
                 guint          column,
                 const char    *text,
                 lxw_format    *format)
{
  g_autofree char *cut = cut_to_cell (text);

  worksheet_write_string (worksheet, row, (lxw_col_t) column, cut != NULL ? cut : text, format);
}

void
xlsx_write_wide (lxw_worksheet *worksheet,
                 lxw_row_t      row,
                 guint          first,
                 guint          last,
                 const char    *text,
                 lxw_format    *format)
{
  g_autofree char *cut = cut_to_cell (text);

  if (first == last)
    worksheet_write_string (worksheet, row, (lxw_col_t) first, cut != NULL ? cut : text, format);
  else
    worksheet_merge_range (worksheet, row, (lxw_col_t) first, row, (lxw_col_t) last, cut != NULL ? cut : text, format);
}

/* A line over all columns; merged cells do not grow by themselves, so its height is reckoned. */
static void
add_line (XlsxSheet  *sheet,
          XlsxBook   *book,
          const char *text,
          XlsxLook    look)
{
  double characters = 0;

  if (text == NULL)
    return;
  for (guint i = 0; i < sheet->n_columns; i++)
    characters += sheet->widths[i];
  look.wrap = TRUE;
  if (look.size <= 0)
    look.size = 12;
  worksheet_set_row (sheet->worksheet, sheet->row,
                     look.size * 1.4 * MAX (1, ceil ((double) g_utf8_strlen (text, -1) * look.size / 11 / characters)), NULL);
  xlsx_write_wide (sheet->worksheet, sheet->row++, 0, sheet->n_columns - 1, text, xlsx_book_add_format (book, &look));
}

/* Columns 0 to the result are the left half of a head, the others the right one. */
static guint
left_half (const XlsxSheet *sheet)
{
  double total = 0, left = 0;

  for (guint i = 0; i < sheet->n_columns; i++)
    total += sheet->widths[i];
  for (guint i = 0; i + 2 < sheet->n_columns; i++)
    {
      left += sheet->widths[i];
      if (left + sheet->widths[i + 1] / 2 > total * 0.45)
        return i;
    }
  return sheet->n_columns >= 2 ? sheet->n_columns - 2 : 0;
}

/* Texts at the left and at the right of one row; one below the other in a sheet of one column. */
static void
add_halves (XlsxSheet  *sheet,
            XlsxBook   *book,
            const char *left,
            XlsxLook    left_look,
            const char *right,
            XlsxLook    right_look)
{
  guint half = left_half (sheet);

  if (left == NULL && right == NULL)
    return;
  if (sheet->n_columns == 1)
    {
      add_line (sheet, book, left, left_look);
      add_line (sheet, book, right, right_look);
      return;
    }
  if (left != NULL)
    xlsx_write_wide (sheet->worksheet, sheet->row, 0, half, left, xlsx_book_add_format (book, &left_look));
  if (right != NULL)
    xlsx_write_wide (sheet->worksheet, sheet->row, half + 1, sheet->n_columns - 1, right,
                     xlsx_book_add_format (book, &right_look));
  sheet->row++;
}

static void
add_office_head (XlsxSheet *sheet,
                 XlsxBook  *book)
{
  const OcopPaper *paper = book->paper;
  const XlsxLook plain = { .align = LXW_ALIGN_CENTER, .size = 12 };
  const XlsxLook bold = { .align = LXW_ALIGN_CENTER, .size = 12, .bold = TRUE };
  const XlsxLook italic = { .align = LXW_ALIGN_CENTER, .size = 12, .italic = TRUE };
  g_autofree char *place_and_date = paper->dated_below ? NULL : ocop_paper_dup_place_and_date (paper);
  lxw_row_t first = sheet->row;

  add_halves (sheet, book, paper->superior, plain,
              paper->national_head ? _("SOCIALIST REPUBLIC OF VIET NAM") : NULL, bold);
  add_halves (sheet, book, paper->body, bold, paper->national_head ? _("Independence - Freedom - Happiness") : NULL, bold);
  add_halves (sheet, book, paper->number, plain, place_and_date, italic);
  if (sheet->row > first)
    sheet->row++;
}

static void
add_head (XlsxSheet *sheet,
          XlsxBook  *book)
{
  const OcopPaper *paper = book->paper;
  g_autofree char *source = ocop_paper_dup_source_line (paper);

  if (paper->practice)
    add_line (sheet, book, _("PRACTICE DATA"), (XlsxLook) { .bold = TRUE, .align = LXW_ALIGN_CENTER, .colour = 0xB3261E });
  if (!book->large)
    add_office_head (sheet, book);
  add_line (sheet, book, paper->title, (XlsxLook) { .bold = TRUE, .align = LXW_ALIGN_CENTER, .size = 14 });
  for (guint i = 0; i < paper->subtitles->len; i++)
    add_line (sheet, book, paper->subtitles->pdata[i], (XlsxLook) { .bold = TRUE, .align = LXW_ALIGN_CENTER, .size = 13 });
  add_line (sheet, book, source, (XlsxLook) { .italic = TRUE, .align = LXW_ALIGN_CENTER });
  sheet->row++;
}

/* A column of a foot: who signs, below the room for the hand. */
static void
add_signer (GPtrArray  *lines,
            const char *title,
            const char *hint,
            const char *name)
{
  if (title != NULL)
    g_ptr_array_add (lines, g_strdup (title));
  if (title != NULL && hint != NULL)
    g_ptr_array_add (lines, g_strdup (hint));
  for (guint i = 0; i < 4 && name != NULL; i++)
    g_ptr_array_add (lines, g_strdup (i < 3 ? "" : name));
}

static GPtrArray *
list_left_foot (const OcopPaper *paper)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (paper->recipients->len > 0)
    g_ptr_array_add (lines, g_strdup (_("Recipients:")));
  for (guint i = 0; i < paper->recipients->len; i++)
    g_ptr_array_add (lines, g_strdup_printf ("- %s", (char *) paper->recipients->pdata[i]));
  if (paper->left_signer_title != NULL && paper->dated_below)
    g_ptr_array_add (lines, g_strdup (""));
  add_signer (lines, paper->left_signer_title, paper->signer_hint, paper->left_signer_name);
  return lines;
}

static GPtrArray *
list_right_foot (const OcopPaper *paper)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  char *place_and_date = paper->dated_below ? ocop_paper_dup_place_and_date (paper) : NULL;

  if (place_and_date != NULL)
    g_ptr_array_add (lines, place_and_date);
  for (guint i = 0; i < paper->authorities->len; i++)
    g_ptr_array_add (lines, g_strdup (paper->authorities->pdata[i]));
  add_signer (lines, paper->signer_title, paper->signer_hint, paper->signer_name);
  return lines;
}

static void
add_signature (XlsxSheet *sheet,
               XlsxBook  *book)
{
  const XlsxLook heading = { .bold = TRUE, .italic = TRUE };
  const XlsxLook small = { .size = 11 };
  const XlsxLook bold = { .bold = TRUE, .size = 12, .align = LXW_ALIGN_CENTER };
  g_autoptr(GPtrArray) left = list_left_foot (book->paper);
  g_autoptr(GPtrArray) right = list_right_foot (book->paper);
  gboolean signed_left = book->paper->left_signer_title != NULL;

  sheet->row++;
  for (guint i = 0; i < MAX (left->len, right->len); i++)
    add_halves (sheet, book, i < left->len ? left->pdata[i] : NULL, signed_left ? bold : i == 0 ? heading : small,
                i < right->len ? right->pdata[i] : NULL, bold);
}

static void
add_foot (XlsxSheet *sheet,
          XlsxBook  *book)
{
  for (guint i = 0; i < book->paper->notes->len; i++)
    add_line (sheet, book, book->paper->notes->pdata[i], (XlsxLook) { .italic = TRUE, .size = 11 });
  if (!book->large)
    add_signature (sheet, book);
}

/* In headers and footers & begins a command. */
static char *
escape_for_header (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "&", -1);

  return g_strjoinv ("&&", parts);
}

/* Whether A4 would have to show the table so small that nobody could read it. */
static gboolean
is_wide (const OcopPaper *paper)
{
  const OcopPaperTable *table = ocop_paper_get_table (paper);
  double width = 0;

  for (guint i = 0; table != NULL && i < table->columns->len; i++)
    width += ocop_paper_table_get_column (table, i)->width;
  return width > A4_CHARACTERS;
}

static void
set_up_print (XlsxBook      *book,
              lxw_worksheet *worksheet)
{
  const OcopPaper *paper = book->paper;
  g_autofree char *mark = paper->practice ? escape_for_header (_("PRACTICE DATA")) : g_strdup ("");
  g_autofree char *header = g_strdup_printf ("&C&\"" XLSX_FACE "\"&13&P&R&\"" XLSX_FACE ",Bold\"&10%s", mark);

  if (paper->orientation == OCOP_PAPER_LANDSCAPE)
    worksheet_set_landscape (worksheet);
  worksheet_set_paper (worksheet, is_wide (paper) ? PAPER_A3 : PAPER_A4);
  worksheet_fit_to_pages (worksheet, 1, 0);
  worksheet_set_margins (worksheet, INCHES (30), INCHES (15), INCHES (20), INCHES (20));
  worksheet_set_header (worksheet, header);
  if (book->large)
    worksheet_gridlines (worksheet, LXW_SHOW_ALL_GRIDLINES);
  if (paper->history_head != NULL)
    {
      g_autofree char *escaped = escape_for_header (paper->history_head);
      g_autofree char *footer = g_strdup_printf ("&L&\"" XLSX_FACE "\"&8 %s", escaped);

      worksheet_set_footer (worksheet, footer);
    }
}

/* A sheet's name may not be long, hold certain marks, or be there twice. */
static char *
make_sheet_name (XlsxBook   *book,
                 const char *wanted)
{
  g_autofree char *clean = g_strdup (wanted);
  g_autofree char *name = NULL;

  g_strdelimit (clean, "[]:*?/\\'", ' ');
  g_strstrip (clean);
  name = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), SHEET_NAME_LENGTH));
  for (guint i = 2; *name == '\0' || workbook_validate_sheet_name (book->workbook, name) != LXW_NO_ERROR; i++)
    {
      g_autofree char *start = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), SHEET_NAME_LENGTH - 6));

      g_free (name);
      name = g_strdup_printf ("%s (%u)", start, i);
    }
  return g_steal_pointer (&name);
}

static lxw_worksheet *
add_worksheet (XlsxBook    *book,
               const char  *wanted,
               char       **name)
{
  lxw_worksheet *worksheet;

  *name = make_sheet_name (book, wanted != NULL ? wanted : _("Report"));
  worksheet = workbook_add_worksheet (book->workbook, *name);
  set_up_print (book, worksheet);
  return worksheet;
}

/* A sheet as wide as @table, or as a page of text where there is none. */
static XlsxSheet *
sheet_new (XlsxBook             *book,
           const OcopPaperTable *table)
{
  XlsxSheet *sheet = g_new0 (XlsxSheet, 1);
  g_autofree char *name = NULL;

  sheet->worksheet = add_worksheet (book, table != NULL ? table->title : NULL, &name);
  sheet->n_columns = table != NULL ? table->columns->len : 6;
  sheet->widths = g_new (double, sheet->n_columns);
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      sheet->widths[i] = table != NULL ? ocop_paper_table_get_column (table, i)->width + 1 : 14;
      worksheet_set_column (sheet->worksheet, (lxw_col_t) i, (lxw_col_t) i, sheet->widths[i], NULL);
    }
  return sheet;
}

static void
sheet_free (XlsxSheet *sheet)
{
  g_free (sheet->widths);
  g_free (sheet);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxSheet, sheet_free)

static void
add_paragraph (XlsxSheet                *sheet,
               XlsxBook                 *book,
               const OcopPaperParagraph *paragraph)
{
  g_autofree char *text = ocop_paper_paragraph_dup_text (paragraph);

  add_line (sheet, book, text, (XlsxLook) { .bold = paragraph->style == OCOP_PAPER_PARAGRAPH_HEADING,
                                            .align = LXW_ALIGN_LEFT });
  sheet->has_text = TRUE;
}

static void
add_chart (XlsxBook             *book,
           const OcopPaperChart *chart)
{
  g_autofree char *name = NULL;
  lxw_worksheet *worksheet;

  if (book->large || chart->categories == NULL || chart->series->len == 0)
    return;
  worksheet = add_worksheet (book, chart->title, &name);
  xlsx_fill_chart (book, worksheet, name, chart);
}

/* The second and further tables have sheets of their own: one filter and one set of widths each. */
static gboolean
add_table (XlsxSheet             *first,
           XlsxBook              *book,
           const OcopPaperTable  *table,
           GError               **error)
{
  g_autoptr(XlsxSheet) own = NULL;

  if (!first->has_table)
    return xlsx_sheet_add_table (first, book, table, error);
  own = sheet_new (book, table);
  add_line (own, book, table->title, (XlsxLook) { .bold = TRUE, .align = LXW_ALIGN_CENTER, .size = 13 });
  own->row++;
  return xlsx_sheet_add_table (own, book, table, error);
}

/* What is to be signed is signed on paper; here it says by whom. */
static void
add_signatures (XlsxSheet       *sheet,
                XlsxBook        *book,
                const GPtrArray *signatures)
{
  for (guint i = 0; i < signatures->len; i++)
    add_line (sheet, book, ((const OcopPaperSignature *) signatures->pdata[i])->title,
              (XlsxLook) { .bold = TRUE, .align = LXW_ALIGN_RIGHT });
}

static gboolean
fill_paper (XlsxBook  *book,
            GError   **error)
{
  const OcopPaper *paper = book->paper;
  g_autoptr(XlsxSheet) first = sheet_new (book, ocop_paper_get_table (paper));

  add_head (first, book);
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const OcopPaperBlock *block = paper->blocks->pdata[i];

      if (block->type == OCOP_PAPER_BLOCK_PARAGRAPH)
        add_paragraph (first, book, block->paragraph);
      else if (block->type == OCOP_PAPER_BLOCK_CHART)
        add_chart (book, block->chart);
      else if (block->type == OCOP_PAPER_BLOCK_SIGNATURES)
        add_signatures (first, book, block->signatures);
      else if (!add_table (first, book, block->table, error))
        return FALSE;
    }
  add_foot (first, book);
  return !ocop_paper_file_is_cancelled (book->cancellable, error);
}

/* Each paper that follows has sheets of its own. */
static gboolean
fill_book (XlsxBook  *book,
           GError   **error)
{
  const OcopPaper *paper = book->paper;
  gboolean filled = fill_paper (book, error);

  for (guint i = 0; i < paper->followers->len && filled; i++)
    {
      book->paper = paper->followers->pdata[i];
      filled = fill_book (book, error);
    }
  book->paper = paper;
  return filled;
}

static void
set_properties (XlsxBook *book)
{
  const OcopPaper *paper = book->paper;
  lxw_doc_properties properties = { .title = paper->title, .author = paper->body };
  g_autoptr(GDateTime) created = NULL;

  /* Never the clock: the same paper is the same file. */
  if (ocop_date_is_day (paper->as_of))
    created = g_date_time_new_utc (paper->as_of.year, paper->as_of.month, paper->as_of.day, 0, 0, 0);
  else
    created = g_date_time_new_utc (2000, 1, 1, 0, 0, 0);
  properties.created = (time_t) g_date_time_to_unix (created);
  workbook_set_properties (book->workbook, &properties);
}

static gsize
count_rows (const OcopPaper *paper)
{
  gsize n = 0;

  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const OcopPaperBlock *block = paper->blocks->pdata[i];

      if (block->type == OCOP_PAPER_BLOCK_TABLE)
        n += ocop_paper_table_get_n_rows (block->table);
    }
  for (guint i = 0; i < paper->followers->len; i++)
    n += count_rows (paper->followers->pdata[i]);
  return n;
}

/* Makes @temporary, so that a reason not to is known: the library's own codes do not tell. */
static gboolean
make_temporary (const char  *temporary,
                const char  *path,
                GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (temporary);
  g_autoptr(GError) cause = NULL;
  g_autoptr(GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &cause);

  if (stream == NULL)
    ocop_writing_set_error (error, path, g_steal_pointer (&cause));
  return stream != NULL;
}

/* Frees the workbook in any case. */
static gboolean
close_book (XlsxBook    *book,
            const char  *path,
            GError     **error)
{
  lxw_error result;
  int reason;

  errno = 0;
  result = workbook_close (book->workbook);
  reason = errno;
  if (result == LXW_NO_ERROR)
    return TRUE;
  ocop_writing_set_error (error, path,
                          g_error_new_literal (G_IO_ERROR, reason != 0 ? g_io_error_from_errno (reason) : G_IO_ERROR_FAILED,
                                               lxw_strerror (result)));
  return FALSE;
}

gboolean
ocop_paper_xlsx_write (const OcopPaper    *paper,
                       const char         *path,
                       OcopPaperProgress   progress,
                       gpointer            user_data,
                       GCancellable       *cancellable,
                       GError            **error)
{
  g_autofree char *temporary = ocop_paper_file_dup_temporary (path);
  XlsxBook book = {
    .paper = paper,
    .n_rows = count_rows (paper),
    .progress = progress,
    .progress_data = user_data,
    .cancellable = cancellable,
  };
  lxw_workbook_options options = { .tmpdir = (char *) g_get_tmp_dir () };
  gboolean written;

  if (!make_temporary (temporary, path, error))
    return FALSE;
  book.large = book.n_rows > OCOP_PAPER_XLSX_LARGE;
  options.constant_memory = book.large;
  book.workbook = workbook_new_opt (temporary, &options);
  set_properties (&book);
  written = fill_book (&book, error);
  if (written)
    written = close_book (&book, path, error);
  else
    lxw_workbook_free (book.workbook);
  if (!written)
    {
      g_remove (temporary);
      return FALSE;
    }
  return ocop_paper_file_take (temporary, path, error);
}
