/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-xlsx.h"

#include <glib/gi18n.h>
#include <math.h>

#include "report/ocop-paper-xlsx-private.h"

/* Codes of sheets in the format. */
#define PAPER_A3 8
#define PAPER_A4 9

/* How many characters of a table A4 landscape holds at a legible scale. */
#define A4_CHARACTERS 220

#define INCHES(millimetres) ((millimetres) / 25.4)

/* A line over all columns; merged cells do not grow by themselves, so its height is reckoned. */
void
xlsx_sheet_add_line (XlsxSheet  *sheet,
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
      xlsx_sheet_add_line (sheet, book, left, left_look);
      xlsx_sheet_add_line (sheet, book, right, right_look);
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
    xlsx_sheet_add_line (sheet, book, _("PRACTICE DATA"), (XlsxLook) { .bold = TRUE, .align = LXW_ALIGN_CENTER, .colour = 0xB3261E });
  if (!book->large)
    add_office_head (sheet, book);
  xlsx_sheet_add_line (sheet, book, paper->title, (XlsxLook) { .bold = TRUE, .align = LXW_ALIGN_CENTER, .size = 14 });
  for (guint i = 0; i < paper->subtitles->len; i++)
    xlsx_sheet_add_line (sheet, book, paper->subtitles->pdata[i], (XlsxLook) { .bold = TRUE, .align = LXW_ALIGN_CENTER, .size = 13 });
  xlsx_sheet_add_line (sheet, book, source, (XlsxLook) { .italic = TRUE, .align = LXW_ALIGN_CENTER });
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
    xlsx_sheet_add_line (sheet, book, book->paper->notes->pdata[i], (XlsxLook) { .italic = TRUE, .size = 11 });
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

static lxw_worksheet *
add_worksheet (XlsxBook    *book,
               const char  *wanted,
               char       **name)
{
  lxw_worksheet *worksheet;

  *name = xlsx_book_make_sheet_name (book, wanted != NULL ? wanted : _("Report"));
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

  xlsx_sheet_add_line (sheet, book, text, (XlsxLook) { .bold = paragraph->style == OCOP_PAPER_PARAGRAPH_HEADING,
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
  xlsx_sheet_add_line (own, book, table->title, (XlsxLook) { .bold = TRUE, .align = LXW_ALIGN_CENTER, .size = 13 });
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
    xlsx_sheet_add_line (sheet, book, ((const OcopPaperSignature *) signatures->pdata[i])->title,
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

gboolean
ocop_paper_xlsx_write (const OcopPaper    *paper,
                       const char         *path,
                       OcopPaperProgress   progress,
                       gpointer            user_data,
                       GCancellable       *cancellable,
                       GError            **error)
{
  XlsxBook book = {
    .paper = paper,
    .n_rows = count_rows (paper),
    .progress = progress,
    .progress_data = user_data,
    .cancellable = cancellable,
  };

  book.large = book.n_rows > OCOP_PAPER_XLSX_LARGE;
  if (!xlsx_book_open (&book, path, error))
    return FALSE;
  xlsx_book_set_properties (&book, paper->title, paper->body, paper->as_of);
  return xlsx_book_close (&book, path, fill_book (&book, error), error);
}
