/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "report/ocop-paper-ruler.h"
#include "report/ocop-paper-xlsx-private.h"

/* Of a heading row whose titles run upwards, in points. */
#define UPRIGHT_HEIGHT 120

/* What a column offers of its width to text, for each character that it is wide; and the size of that text. */
#define POINTS_PER_CHARACTER 5.25
#define TEXT_SIZE 11

/* What a row has above and below its lines, and the most that a spreadsheet gives one; points. */
#define ROW_PADDING 4
#define TALLEST_ROW 409

static const enum lxw_format_alignments alignments[] = {
  [OCOP_PAPER_ALIGN_LEFT] = LXW_ALIGN_LEFT,
  [OCOP_PAPER_ALIGN_CENTRE] = LXW_ALIGN_CENTER,
  [OCOP_PAPER_ALIGN_RIGHT] = LXW_ALIGN_RIGHT,
};

/* One table on its way into a worksheet. */
typedef struct
{
  XlsxBook *book;
  XlsxSheet *sheet;
  const OcopPaperTable *table;
  OcopPaperRuler *ruler;         /* (nullable): none in a large list, whose texts are not wrapped */
  lxw_format **plain;            /* for each column, in data rows */
  lxw_format **bold;             /* for each column, in group and total rows */
  lxw_format **whole;            /* for each column of quantities, of those without decimals */
  lxw_format *label[3];          /* first, middle and last cell under a label */
} TableWriter;

static const char *
number_format (OcopPaperColumnType type)
{
  switch (type)
    {
    case OCOP_PAPER_COLUMN_INTEGER:
    case OCOP_PAPER_COLUMN_MONEY:
      return "#,##0";
    case OCOP_PAPER_COLUMN_HUNDREDTHS:
      return "#,##0.00";
    case OCOP_PAPER_COLUMN_QUANTITY:
      return "#,##0.##";
    case OCOP_PAPER_COLUMN_DATE:
      return "dd/mm/yyyy";
    case OCOP_PAPER_COLUMN_STARS:
      return C_("spreadsheet number format", "0\" stars\"");
    case OCOP_PAPER_COLUMN_TEXT:
    case OCOP_PAPER_COLUMN_BOX:
    default:
      return NULL;
    }
}

/* The library hashes the format again for each cell that has one, so a large list gives it only to
 * cells that would be misread without. */
static gboolean
needs_format (OcopPaperColumnType type)
{
  return type != OCOP_PAPER_COLUMN_TEXT && type != OCOP_PAPER_COLUMN_INTEGER;
}

static void
add_formats (TableWriter *writer)
{
  guint n = writer->table->columns->len;
  static const XlsxBorder label_borders[] = {
    XLSX_BORDER_LEFT | XLSX_BORDER_ROW, XLSX_BORDER_ROW, XLSX_BORDER_RIGHT | XLSX_BORDER_ROW,
  };

  writer->plain = g_new0 (lxw_format *, n);
  writer->bold = g_new (lxw_format *, n);
  writer->whole = g_new0 (lxw_format *, n);
  for (guint i = 0; i < n; i++)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (writer->table, i);
      XlsxLook look = {
        .border = writer->book->large ? XLSX_BORDER_NONE : XLSX_BORDER_ALL,
        .align = alignments[ocop_paper_column_get_align (column)],
        .number_format = number_format (column->type),
        .wrap = !writer->book->large,
      };

      if (!writer->book->large || needs_format (column->type))
        writer->plain[i] = xlsx_book_add_format (writer->book, &look);
      if (column->type == OCOP_PAPER_COLUMN_QUANTITY)
        {
          look.number_format = "#,##0";
          writer->whole[i] = xlsx_book_add_format (writer->book, &look);
          look.number_format = number_format (column->type);
        }
      look.bold = TRUE;
      writer->bold[i] = xlsx_book_add_format (writer->book, &look);
    }
  for (guint i = 0; i < G_N_ELEMENTS (label_borders); i++)
    writer->label[i] = xlsx_book_add_format (writer->book, &(XlsxLook) { .bold = TRUE, .border = label_borders[i] });
}

static void
write_date (lxw_worksheet *worksheet,
            lxw_row_t      row,
            guint          position,
            const char    *text,
            lxw_format    *format)
{
  OcopDate date;

  /* A spreadsheet knows no day before 1900 and no date without a day. */
  if (ocop_paper_read_date (text, &date) && ocop_date_is_day (date) && date.year >= 1900)
    {
      lxw_datetime day = { .year = date.year, .month = date.month, .day = date.day };

      worksheet_write_datetime (worksheet, row, (lxw_col_t) position, &day, format);
      return;
    }
  xlsx_write_text (worksheet, row, position, text, format);
}

static void
write_box (lxw_worksheet   *worksheet,
           lxw_row_t        row,
           guint            position,
           const OcopValue *value,
           lxw_format      *format)
{
  xlsx_write_text (worksheet, row, position, value->integer != 0 ? "☒" : "☐", format);
}

static void
write_cell (TableWriter     *writer,
            guint            position,
            const OcopValue *value,
            lxw_format      *format)
{
  const OcopPaperColumn *column = ocop_paper_table_get_column (writer->table, position);
  lxw_worksheet *worksheet = writer->sheet->worksheet;
  lxw_row_t row = writer->sheet->row;
  gboolean is_hundredths = column->type == OCOP_PAPER_COLUMN_HUNDREDTHS || column->type == OCOP_PAPER_COLUMN_QUANTITY;
  double scale = is_hundredths ? 100 : 1;

  /* Spreadsheets write the sign before decimals that are not there. */
  if (format == writer->plain[position] && writer->whole[position] != NULL && value->integer % 100 == 0)
    format = writer->whole[position];

  switch (value->type)
    {
    case OCOP_VALUE_INTEGER:
      if (column->type == OCOP_PAPER_COLUMN_BOX)
        write_box (worksheet, row, position, value, format);
      else
        worksheet_write_number (worksheet, row, (lxw_col_t) position, (double) value->integer / scale, format);
      break;
    case OCOP_VALUE_TEXT:
      if (column->type == OCOP_PAPER_COLUMN_DATE)
        write_date (worksheet, row, position, value->text, format);
      else
        xlsx_write_text (worksheet, row, position, value->text, format);
      break;
    case OCOP_VALUE_UNKNOWN:
    default:
      if (!writer->book->large)
        worksheet_write_blank (worksheet, row, (lxw_col_t) position, format);
      break;
    }
}

/* The label flows over the blank cells after it: merged cells would forbid sorting. */
static void
write_label (TableWriter *writer,
             const char  *label,
             guint        span)
{
  lxw_worksheet *worksheet = writer->sheet->worksheet;
  lxw_row_t row = writer->sheet->row;

  xlsx_write_text (worksheet, row, 0, label != NULL ? label : "", writer->label[0]);
  for (guint i = 1; i < span; i++)
    worksheet_write_blank (worksheet, row, (lxw_col_t) i, writer->label[i == span - 1 ? 2 : 1]);
}

static double
measure (TableWriter *writer,
         const char  *text,
         guint        first,
         guint        span,
         gboolean     bold)
{
  const OcopPaperFont font = { .size = TEXT_SIZE, .bold = bold };
  double characters = 0;

  for (guint i = first; i < first + span; i++)
    characters += writer->sheet->widths[i];
  return ocop_paper_ruler_get_height (writer->ruler, text, &font, characters * POINTS_PER_CHARACTER);
}

/* Rows of one line are left to the spreadsheet. Not every one looks how many lines a text takes before it prints. */
static void
set_height (TableWriter *writer,
            lxw_row_t    row,
            double       height)
{
  const OcopPaperFont font = { .size = TEXT_SIZE };

  if (height > ocop_paper_font_get_line_height (&font) * 1.5)
    worksheet_set_row (writer->sheet->worksheet, row, MIN (height + ROW_PADDING, TALLEST_ROW), NULL);
}

static void
set_row_height (TableWriter        *writer,
                const OcopPaperRow *row,
                guint               first)
{
  double height = 0;

  for (guint i = first; i < writer->table->columns->len; i++)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (writer->table, i);
      const OcopValue *value = &row->cells[column->cell];

      if (value->type == OCOP_VALUE_TEXT && column->type != OCOP_PAPER_COLUMN_DATE)
        height = MAX (height, measure (writer, value->text, i, 1, row->kind != OCOP_PAPER_ROW_DATA));
    }
  set_height (writer, writer->sheet->row, height);
}

static void
write_row (TableWriter        *writer,
           const OcopPaperRow *row)
{
  guint span = ocop_paper_table_get_label_span (writer->table, row);
  lxw_format **formats = row->kind == OCOP_PAPER_ROW_DATA ? writer->plain : writer->bold;

  if (span > 0)
    write_label (writer, row->label, span);
  for (guint i = span; i < writer->table->columns->len; i++)
    write_cell (writer, i, &row->cells[ocop_paper_table_get_column (writer->table, i)->cell], formats[i]);
  if (writer->ruler != NULL)
    set_row_height (writer, row, span);
  writer->sheet->row++;
}

/* In constant memory a row is gone once the next is begun, so that nothing can reach over two. */
static void
write_flat_heading (TableWriter *writer,
                    lxw_format  *format)
{
  for (guint i = 0; i < writer->table->columns->len; i++)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (writer->table, i);
      g_autofree char *title = column->group != NULL ? g_strdup_printf ("%s – %s", column->group, column->title)
                                                     : g_strdup (column->title);

      xlsx_write_text (writer->sheet->worksheet, writer->sheet->row, i, title, format);
    }
}

/* A title stands over what leads to its column, too. */
static void
write_plain_heading (TableWriter *writer,
                     lxw_format  *format)
{
  guint first = 0;
  double height = 0;

  for (guint i = 0; i < writer->table->columns->len; i++)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (writer->table, i);

      if (column->leads && i + 1 < writer->table->columns->len)
        continue;
      xlsx_write_wide (writer->sheet->worksheet, writer->sheet->row, first, i, column->title, format);
      height = MAX (height, measure (writer, column->title, first, i + 1 - first, TRUE));
      first = i + 1;
    }
  set_height (writer, writer->sheet->row, height);
}

/* What runs upwards has a row as tall as its words are long. */
static void
write_title (TableWriter *writer,
             lxw_row_t    row,
             guint        position,
             lxw_format  *format)
{
  const OcopPaperColumn *column = ocop_paper_table_get_column (writer->table, position);
  lxw_worksheet *worksheet = writer->sheet->worksheet;

  if (column->upright)
    {
      format = xlsx_book_add_format (writer->book, &(XlsxLook) { .bold = TRUE, .border = XLSX_BORDER_ALL,
                                                                 .align = LXW_ALIGN_CENTER });
      format_set_rotation (format, 90);
      worksheet_set_row (worksheet, row, UPRIGHT_HEIGHT, NULL);
    }
  xlsx_write_text (worksheet, row, position, column->title, format);
}

/* Those of groups above, of titles below them; what stands over both has both rows. */
static void
set_grouped_heights (TableWriter *writer)
{
  double above = TEXT_SIZE, below = 0, both = 0;
  guint span;

  for (guint i = 0; i < writer->table->columns->len; i += span)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (writer->table, i);

      span = ocop_paper_table_get_group_span (writer->table, i);
      if (column->group == NULL)
        {
          both = MAX (both, measure (writer, column->title, i, 1, TRUE));
          continue;
        }
      above = MAX (above, measure (writer, column->group, i, span, TRUE));
      for (guint j = i; j < i + span; j++)
        if (!ocop_paper_table_get_column (writer->table, j)->upright)
          below = MAX (below, measure (writer, ocop_paper_table_get_column (writer->table, j)->title, j, 1, TRUE));
    }
  set_height (writer, writer->sheet->row, above);
  set_height (writer, writer->sheet->row + 1, MAX (below, both - above));
}

static void
write_grouped_heading (TableWriter *writer,
                       lxw_format  *format)
{
  lxw_worksheet *worksheet = writer->sheet->worksheet;
  lxw_row_t row = writer->sheet->row;
  guint span;

  set_grouped_heights (writer);
  for (guint i = 0; i < writer->table->columns->len; i += span)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (writer->table, i);

      span = ocop_paper_table_get_group_span (writer->table, i);
      if (column->group != NULL)
        xlsx_write_wide (worksheet, row, i, i + span - 1, column->group, format);
      else
        worksheet_merge_range (worksheet, row, (lxw_col_t) i, row + 1, (lxw_col_t) i, column->title, format);
      for (guint j = i; j < i + span && column->group != NULL; j++)
        write_title (writer, row + 1, j, format);
    }
}

static void
write_heading (TableWriter *writer)
{
  XlsxLook look = { .bold = TRUE, .wrap = TRUE, .border = XLSX_BORDER_ALL, .align = LXW_ALIGN_CENTER };
  lxw_format *format = xlsx_book_add_format (writer->book, &look);
  gboolean grouped = !writer->book->large && ocop_paper_table_has_groups (writer->table);
  lxw_row_t first = writer->sheet->row;

  if (grouped)
    write_grouped_heading (writer, format);
  else if (!writer->book->large)
    write_plain_heading (writer, format);
  else
    write_flat_heading (writer, format);
  writer->sheet->row += grouped ? 2 : 1;
  worksheet_repeat_rows (writer->sheet->worksheet, first, writer->sheet->row - 1);
  if (!writer->sheet->has_text)
    worksheet_freeze_panes (writer->sheet->worksheet, writer->sheet->row, 0);
}

static gboolean
step (TableWriter  *writer,
      GError      **error)
{
  XlsxBook *book = writer->book;

  if (writer->sheet->row >= LXW_ROW_MAX)
    {
      ocop_refuse (error, _("A worksheet holds %d rows, this list has more: write it as csv"), LXW_ROW_MAX);
      return FALSE;
    }
  if (++book->n_written % 1000 != 0)
    return TRUE;
  if (ocop_paper_file_is_cancelled (book->cancellable, error))
    return FALSE;
  if (book->progress != NULL)
    book->progress (book->n_written, book->n_rows, book->progress_data);
  return TRUE;
}

/* @last_data: the last row that the filter covers; totals stay below it. */
static gboolean
write_rows (TableWriter  *writer,
            lxw_row_t    *last_data,
            GError      **error)
{
  g_auto(OcopPaperRowIter) iter = { NULL };
  g_autoptr(GError) failure = NULL;
  const OcopPaperRow *row;

  ocop_paper_row_iter_init (&iter, writer->table);
  while ((row = ocop_paper_row_iter_next (&iter, &failure)) != NULL)
    {
      if (!step (writer, error))
        return FALSE;
      if (row->kind != OCOP_PAPER_ROW_TOTAL)
        *last_data = writer->sheet->row;
      write_row (writer, row);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Boxes to tick are no list to be filtered. */
static gboolean
is_form (const OcopPaperTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (ocop_paper_table_get_column (table, i)->leads)
      return TRUE;
  return FALSE;
}

static gboolean
write_table (TableWriter  *writer,
             GError      **error)
{
  lxw_worksheet *worksheet = writer->sheet->worksheet;
  lxw_col_t last_column = (lxw_col_t) (writer->table->columns->len - 1);
  lxw_row_t first, last;

  add_formats (writer);
  write_heading (writer);
  first = writer->sheet->row;
  last = first - 1;
  if (!write_rows (writer, &last, error))
    return FALSE;

  if (!is_form (writer->table))
    worksheet_autofilter (worksheet, first - 1, 0, last, last_column);
  if (writer->sheet->row > first)
    {
      char range[LXW_MAX_CELL_RANGE_LENGTH];

      /* Codes and phone numbers are text on purpose. */
      lxw_rowcol_to_range (range, first, 0, writer->sheet->row - 1, last_column);
      worksheet_ignore_errors (worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
    }
  return TRUE;
}

gboolean
xlsx_sheet_add_table (XlsxSheet             *sheet,
                      XlsxBook              *book,
                      const OcopPaperTable  *table,
                      GError               **error)
{
  TableWriter writer = { .book = book, .sheet = sheet, .table = table, .ruler = book->large ? NULL : ocop_paper_ruler_new () };
  gboolean written = write_table (&writer, error);

  g_clear_pointer (&writer.ruler, ocop_paper_ruler_free);
  g_free (writer.plain);
  g_free (writer.bold);
  g_free (writer.whole);
  sheet->has_table = TRUE;
  return written;
}
