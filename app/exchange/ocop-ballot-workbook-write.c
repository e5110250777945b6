/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-ballot-workbook.h"

#include <math.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "base/ocop-error.h"
#include "exchange/ocop-ballot-layout-private.h"

#define FACE "Times New Roman"
#define PAPER_A4 9
/* Points, of a line of text. */
#define LINE_HEIGHT 16.0
#define COMMENT_HEIGHT 64.0

static const uint32_t entry_colour = 0xFFF4C7;
static const uint32_t head_colour = 0xDDE8DC;

typedef struct
{
  lxw_workbook *workbook;
  lxw_format *formats[OCOP_BALLOT_N_STYLES];
} Book;

/* The looks */

static void
dress (lxw_format      *format,
       OcopBallotStyle  style)
{
  gboolean in_grid = style >= OCOP_BALLOT_STYLE_HEADING;
  gboolean is_figure = style == OCOP_BALLOT_STYLE_FIGURE || style == OCOP_BALLOT_STYLE_PART_FIGURE
                       || style == OCOP_BALLOT_STYLE_ENTRY || style == OCOP_BALLOT_STYLE_HEADING;
  gboolean is_bold = style == OCOP_BALLOT_STYLE_TITLE || style == OCOP_BALLOT_STYLE_HEADING
                     || style == OCOP_BALLOT_STYLE_PART || style == OCOP_BALLOT_STYLE_PART_FIGURE;

  format_set_font_name (format, FACE);
  format_set_font_size (format, style == OCOP_BALLOT_STYLE_TITLE ? 14 : 11);
  format_set_align (format, in_grid && style != OCOP_BALLOT_STYLE_COMMENT ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
  if (is_figure)
    format_set_align (format, LXW_ALIGN_CENTER);
  if (is_bold)
    format_set_bold (format);
  if (style != OCOP_BALLOT_STYLE_PLAIN && style != OCOP_BALLOT_STYLE_TITLE)
    format_set_text_wrap (format);
  if (in_grid)
    format_set_border (format, LXW_BORDER_THIN);
}

static lxw_format *
new_format (Book            *book,
            OcopBallotStyle  style)
{
  lxw_format *format = workbook_add_format (book->workbook);

  dress (format, style);
  if (style == OCOP_BALLOT_STYLE_HEADING || style == OCOP_BALLOT_STYLE_PART || style == OCOP_BALLOT_STYLE_PART_FIGURE)
    format_set_bg_color (format, head_colour);
  if (style == OCOP_BALLOT_STYLE_ENTRY || style == OCOP_BALLOT_STYLE_COMMENT)
    {
      format_set_bg_color (format, entry_colour);
      format_set_unlocked (format);
    }
  return format;
}

/* The cells */

/* Merged cells do not grow by themselves. */
static void
fit_height (lxw_worksheet        *worksheet,
            const OcopBallotPage *page,
            const OcopBallotCell *cell)
{
  double characters = 0;

  for (guint i = cell->column; i <= cell->last && i < page->n_columns; i++)
    characters += page->widths[i];
  if (cell->type == OCOP_BALLOT_CELL_COMMENT)
    worksheet_set_row (worksheet, cell->row, COMMENT_HEIGHT, NULL);
  else if (cell->text != NULL && characters > 0)
    worksheet_set_row (worksheet, cell->row, (cell->style == OCOP_BALLOT_STYLE_TITLE ? 1.3 : 1.0) * LINE_HEIGHT
                       * fmax (1, ceil ((double) g_utf8_strlen (cell->text, -1) * 1.1 / characters)), NULL);
}

static void
write_merged (Book                 *book,
              lxw_worksheet        *worksheet,
              const OcopBallotPage *page,
              const OcopBallotCell *cell)
{
  worksheet_merge_range (worksheet, cell->row, (lxw_col_t) cell->column, cell->row, (lxw_col_t) cell->last,
                         cell->text != NULL ? cell->text : "", book->formats[cell->style]);
  fit_height (worksheet, page, cell);
}

/* The list that the numbers come from stands on the hidden sheet: lists in a cell's own rule are short. */
static void
write_choice (Book                 *book,
              lxw_worksheet        *worksheet,
              const OcopBallotCell *cell)
{
  g_autofree char *list = g_strdup_printf ("=" OCOP_BALLOT_HIDDEN_PAGE "!$G$1:$G$%u", cell->leaf->options->len);
  g_autofree char *message = g_strdup_printf (_("Choose a number from 1 to %u: the option that holds."), cell->leaf->options->len);
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
    .value_formula = list,
    .ignore_blank = LXW_VALIDATION_ON,
    .dropdown = LXW_VALIDATION_ON,
    .show_error = LXW_VALIDATION_ON,
    .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
    .error_message = message,
  };

  if (cell->number > 0)
    worksheet_write_number (worksheet, cell->row, (lxw_col_t) cell->column, cell->number, book->formats[cell->style]);
  else
    worksheet_write_blank (worksheet, cell->row, (lxw_col_t) cell->column, book->formats[cell->style]);
  worksheet_data_validation_cell (worksheet, cell->row, (lxw_col_t) cell->column, &validation);
}

/* With its value, for viewers that do not reckon. */
static void
write_formula (Book                 *book,
               lxw_worksheet        *worksheet,
               const OcopBallotCell *cell)
{
  if (cell->number == G_MAXUINT)
    worksheet_write_formula_str (worksheet, cell->row, (lxw_col_t) cell->column, cell->text, book->formats[cell->style], "");
  else
    worksheet_write_formula_num (worksheet, cell->row, (lxw_col_t) cell->column, cell->text, book->formats[cell->style], cell->number);
}

static void
write_cell (Book                 *book,
            lxw_worksheet        *worksheet,
            const OcopBallotPage *page,
            const OcopBallotCell *cell)
{
  lxw_format *format = book->formats[cell->style];
  lxw_col_t column = (lxw_col_t) cell->column;

  if (cell->last > cell->column)
    write_merged (book, worksheet, page, cell);
  else if (cell->type == OCOP_BALLOT_CELL_CHOICE)
    write_choice (book, worksheet, cell);
  else if (cell->type == OCOP_BALLOT_CELL_FORMULA)
    write_formula (book, worksheet, cell);
  else if (cell->type == OCOP_BALLOT_CELL_NUMBER)
    worksheet_write_number (worksheet, cell->row, column, cell->number, format);
  else if (cell->text == NULL)
    worksheet_write_blank (worksheet, cell->row, column, format);
  else
    worksheet_write_string (worksheet, cell->row, column, cell->text, format);
}

/* The sheets */

static void
set_up (lxw_worksheet        *worksheet,
        const OcopBallotPage *page)
{
  for (guint i = 0; i < page->n_columns; i++)
    worksheet_set_column (worksheet, (lxw_col_t) i, (lxw_col_t) i, page->widths[i], NULL);
  worksheet_freeze_panes (worksheet, page->frozen_rows, (lxw_col_t) page->frozen_columns);
  worksheet_set_landscape (worksheet);
  worksheet_set_paper (worksheet, PAPER_A4);
  worksheet_fit_to_pages (worksheet, 1, 0);
  /* Against slips, not against intent: what comes back is held against the register. */
  worksheet_protect (worksheet, NULL, NULL);
  if (page->hidden)
    worksheet_hide (worksheet);
}

static void
write_page (Book                 *book,
            const OcopBallotPage *page)
{
  lxw_worksheet *worksheet = workbook_add_worksheet (book->workbook, page->name);

  set_up (worksheet, page);
  for (guint i = 0; i < page->cells->len; i++)
    write_cell (book, worksheet, page, &g_array_index (page->cells, OcopBallotCell, i));
}

/* No property tells more than the ballot itself. */
static void
set_properties (lxw_workbook *workbook)
{
  lxw_doc_properties properties = { .title = (char *) _("Ballot"), .created = G_GINT64_CONSTANT (946684800) };

  workbook_set_properties (workbook, &properties);
}

static gboolean
write_book (const OcopMemberBallot  *ballot,
            const char              *path,
            GError                 **error)
{
  lxw_workbook_options options = { .tmpdir = (char *) g_get_tmp_dir () };
  g_autoptr(GPtrArray) pages = ocop_ballot_layout_new (ballot);
  Book book = { workbook_new_opt (path, &options), { NULL } };
  lxw_error result;

  set_properties (book.workbook);
  for (OcopBallotStyle style = 0; style < OCOP_BALLOT_N_STYLES; style++)
    book.formats[style] = new_format (&book, style);
  for (guint i = 0; i < pages->len; i++)
    write_page (&book, g_ptr_array_index (pages, i));
  result = workbook_close (book.workbook);
  if (result == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE, _("The ballot cannot be written: %s"), lxw_strerror (result));
  return FALSE;
}

GBytes *
ocop_ballot_workbook_write (const OcopMemberBallot  *ballot,
                            GError                 **error)
{
  g_autofree char *folder = g_dir_make_tmp ("ocop-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "ballot.xlsx", NULL) : NULL;
  g_autofree char *data = NULL;
  gsize size;
  gboolean done;

  if (path == NULL)
    return NULL;
  done = write_book (ballot, path, error) && g_file_get_contents (path, &data, &size, error);
  g_unlink (path);
  g_rmdir (folder);
  return done ? g_bytes_new_take (g_steal_pointer (&data), size) : NULL;
}
