/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-workbook.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/ocop-text.h"
#include "chart/ocop-chart-text.h"
#include "report/chart/ocop-chart-workbook-private.h"

#define PAPER_A4 9
#define SHARE_FORMAT "0.0%"

/* In characters; the lines above the figures reach over the chart beside them. */
#define NAMES_WIDTH 32.0
#define NUMBER_WIDTH 12.0
#define USUAL_WIDTH 8.43
#define HEAD_WIDTH 110.0

#define LINE_HEIGHT 15.0

/* "B5:B20" */
#define RANGE_SIZE LXW_MAX_CELL_RANGE_LENGTH

typedef struct
{
  lxw_format *heading;
  lxw_format *text;
  lxw_format *number;
  lxw_format *share;
  lxw_format *total_text;
  lxw_format *total_number;
  lxw_format *total_share;
} Formats;

const char *
ocop_chart_sheet_number_format (const OcopChartSheet *self)
{
  return self->table->decimals == 0 ? "#,##0" : "#,##0.00";
}

static double
to_number (const OcopChartSheet *self,
           gint64                value)
{
  return self->table->decimals == 0 ? (double) value : (double) value / 100;
}

gboolean
ocop_chart_sheet_find_number (const OcopChartSheet *self,
                              guint                 row,
                              guint                 column,
                              double               *number)
{
  const OcopValue *value = ocop_chart_table_get (self->table, row, column);

  if (value->type != OCOP_VALUE_INTEGER)
    return FALSE;
  *number = to_number (self, value->integer);
  return TRUE;
}

static Formats
make_formats (const OcopChartSheet *self)
{
  const XlsxLook text = { .border = XLSX_BORDER_ALL, .wrap = TRUE };
  XlsxLook heading = text, number = text, total = text;
  Formats formats;

  heading.bold = total.bold = TRUE;
  heading.align = LXW_ALIGN_CENTER;
  formats.heading = xlsx_book_add_format (self->book, &heading);
  formats.text = xlsx_book_add_format (self->book, &text);
  formats.total_text = xlsx_book_add_format (self->book, &total);
  number.number_format = total.number_format = ocop_chart_sheet_number_format (self);
  formats.number = xlsx_book_add_format (self->book, &number);
  formats.total_number = xlsx_book_add_format (self->book, &total);
  number.number_format = total.number_format = SHARE_FORMAT;
  formats.share = xlsx_book_add_format (self->book, &number);
  formats.total_share = xlsx_book_add_format (self->book, &total);
  return formats;
}

static void
write_formula (const OcopChartSheet *self,
               guint                 row,
               guint                 column,
               const char           *formula,
               lxw_format           *format,
               double                value)
{
  worksheet_write_formula_num (self->worksheet, self->heading + row, (lxw_col_t) column, formula, format, value);
}

/* The cell at @row and @column of the table holds the sum from @first to @last. */
static void
write_sum (const OcopChartSheet *self,
           guint                 row,
           guint                 column,
           guint                 first_row,
           guint                 first_column,
           lxw_format           *format)
{
  gboolean down = column == first_column;
  guint last_row = down ? row - 1 : row, last_column = down ? column : column - 1;
  char range[RANGE_SIZE];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_range (range, self->heading + first_row, (lxw_col_t) first_column, self->heading + last_row, (lxw_col_t) last_column);
  formula = g_strdup_printf ("=SUM(%s)", range);
  write_formula (self, row, column, formula, format, to_number (self, ocop_chart_table_get (self->table, row, column)->integer));
}

static gboolean
is_total_row (const OcopChartSheet *self,
              guint                 row)
{
  return self->table->has_total_row && row + 1 == self->table->n_rows;
}

static gboolean
is_total_column (const OcopChartSheet *self,
                 guint                 column)
{
  return self->table->has_total_column && column + 1 == self->table->n_columns;
}

/* A name that is not there is an empty cell. */
static const char *
text_of (const OcopValue *value)
{
  return value->type == OCOP_VALUE_TEXT && value->text != NULL ? value->text : "";
}

static void
write_cell (const OcopChartSheet *self,
            guint                 row,
            guint                 column,
            const Formats        *formats)
{
  const OcopValue *value = ocop_chart_table_get (self->table, row, column);
  gboolean strong = is_total_row (self, row) || is_total_column (self, column);
  lxw_format *format = strong ? formats->total_number : formats->number;

  if (column == 0)
    xlsx_write_text (self->worksheet, self->heading + row, column, text_of (value), strong ? formats->total_text : formats->text);
  else if (value->type != OCOP_VALUE_INTEGER)
    worksheet_write_blank (self->worksheet, self->heading + row, (lxw_col_t) column, format);
  else if (is_total_row (self, row))
    write_sum (self, row, column, 1, column, format);
  else if (is_total_column (self, column))
    write_sum (self, row, column, row, 1, format);
  else
    worksheet_write_number (self->worksheet, self->heading + row, (lxw_col_t) column, to_number (self, value->integer), format);
}

/* A spreadsheet that does not look for itself prints rows as tall as it is told. */
static void
set_height (const OcopChartSheet *self,
            guint                 row,
            double                lines)
{
  if (lines > 1)
    worksheet_set_row (self->worksheet, self->heading + row, LINE_HEIGHT * ceil (lines), NULL);
}

static void
set_heights (const OcopChartSheet *self)
{
  /* Bold, and broken between words. */
  set_height (self, 0, MIN ((double) self->longest / NUMBER_WIDTH * 1.2, 6));
  for (guint row = 1; row < self->table->n_rows; row++)
    set_height (self, row, (double) g_utf8_strlen (text_of (ocop_chart_table_get (self->table, row, 0)), -1) / NAMES_WIDTH);
}

static void
write_heading (OcopChartSheet *self,
               guint           column,
               const char     *heading,
               const Formats  *formats)
{
  if (column > 0)
    self->longest = MAX (self->longest, g_utf8_strlen (heading, -1));
  xlsx_write_text (self->worksheet, self->heading, column, heading, formats->heading);
}

static void
write_table (OcopChartSheet *self,
             const Formats  *formats)
{
  for (guint column = 0; column < self->table->n_columns; column++)
    write_heading (self, column, text_of (ocop_chart_table_get (self->table, 0, column)), formats);
  for (guint row = 1; row < self->table->n_rows; row++)
    for (guint column = 0; column < self->table->n_columns; column++)
      write_cell (self, row, column, formats);
}

static guint
add_column (OcopChartSheet *self,
            const char     *heading,
            const Formats  *formats)
{
  write_heading (self, self->n_columns, heading, formats);
  return self->n_columns++;
}

/* What one cell of the table is as a share of another; nothing where that is 0 or unknown. */
static void
write_share (const OcopChartSheet *self,
             guint                 row,
             guint                 column,
             guint                 part_column,
             guint                 whole_row,
             guint                 whole_column,
             const Formats        *formats)
{
  double part, whole;
  lxw_format *format = is_total_row (self, row) ? formats->total_share : formats->share;
  char part_name[LXW_MAX_CELL_NAME_LENGTH], whole_name[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;

  if (!ocop_chart_sheet_find_number (self, row, part_column, &part)
      || !ocop_chart_sheet_find_number (self, whole_row, whole_column, &whole) || whole <= 0)
    {
      worksheet_write_blank (self->worksheet, self->heading + row, (lxw_col_t) column, format);
      return;
    }
  lxw_rowcol_to_cell (part_name, self->heading + row, (lxw_col_t) part_column);
  lxw_rowcol_to_cell_abs (whole_name, self->heading + whole_row, (lxw_col_t) whole_column, whole_row + 1 == self->table->n_rows, FALSE);
  formula = g_strdup_printf ("=%s/%s", part_name, whole_name);
  write_formula (self, row, column, formula, format, part / whole);
}

/* Of all there is, where the figures of a row are one sum and those of the column too. */
static void
add_shares (OcopChartSheet *self,
            const Formats  *formats)
{
  guint of = self->table->has_total_column ? self->table->n_columns - 1 : 1;
  guint column;

  if (!self->table->has_total_row || of + 1 != self->table->n_columns)
    return;
  column = add_column (self, C_("chart", "Share"), formats);
  for (guint row = 1; row < self->table->n_rows; row++)
    write_share (self, row, column, of, self->table->n_rows - 1, of, formats);
}

static void
add_steps (OcopChartSheet *self,
           const Formats  *formats)
{
  guint column = add_column (self, _("Share of the one before"), formats);

  worksheet_write_blank (self->worksheet, self->heading + 1, (lxw_col_t) column, formats->share);
  for (guint row = 2; row < self->table->n_rows; row++)
    write_share (self, row, column, 1, row - 1, 1, formats);
}

/* Targets have units of their own; what share of each was reached can stand in one chart. */
static void
add_reached (OcopChartSheet *self,
             const Formats  *formats)
{
  for (guint of = 1; of < self->table->n_columns; of++)
    {
      g_autofree char *heading = g_strconcat (text_of (ocop_chart_table_get (self->table, 0, of)), " (%)", NULL);
      guint column = add_column (self, heading, formats);

      for (guint row = 1; row < self->table->n_rows; row++)
        write_share (self, row, column, of, row, 2, formats);
    }
}

static void
add_units (OcopChartSheet *self,
           const Formats  *formats)
{
  guint column = add_column (self, _("Unit"), formats);

  for (guint i = 0; i < ocop_chart_n_categories (self->chart); i++)
    {
      const char *unit = ocop_chart_get_category (self->chart, i)->unit;

      xlsx_write_text (self->worksheet, self->heading + 1 + i, column,
                       unit != NULL ? unit : ocop_chart_get_text (self->chart, OCOP_CHART_TEXT_UNIT), formats->text);
    }
}

/* @row of the table: the highest of it less the lowest */
static gint64
spread_of (const OcopChartSheet *self,
           guint                 row)
{
  gint64 lowest = OCOP_CHART_UNKNOWN, highest = OCOP_CHART_UNKNOWN;

  for (guint column = 1; column < self->table->n_columns; column++)
    {
      const OcopValue *value = ocop_chart_table_get (self->table, row, column);

      if (value->type != OCOP_VALUE_INTEGER)
        continue;
      lowest = lowest == OCOP_CHART_UNKNOWN ? value->integer : MIN (lowest, value->integer);
      highest = MAX (highest, value->integer);
    }
  return highest == OCOP_CHART_UNKNOWN ? OCOP_CHART_UNKNOWN : highest - lowest;
}

/* How far the values of a row are apart, and where that is too far. */
static void
add_spreads (OcopChartSheet *self,
             const Formats  *formats)
{
  guint column = add_column (self, C_("chart", "Spread"), formats);
  const XlsxLook warning = { .bold = TRUE, .colour = ocop_chart_theme_get (OCOP_CHART_THEME_PRINT_COLOUR)->warning_ink };
  lxw_conditional_format rule = {
    .type = LXW_CONDITIONAL_TYPE_CELL, .criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN,
    .value = to_number (self, ocop_chart_get_limit (self->chart)), .format = xlsx_book_add_format (self->book, &warning),
  };

  for (guint row = 1; row < self->table->n_rows; row++)
    {
      gint64 spread = spread_of (self, row);
      char range[RANGE_SIZE];
      g_autofree char *formula = NULL;

      lxw_rowcol_to_range (range, self->heading + row, 1, self->heading + row, (lxw_col_t) (self->table->n_columns - 1));
      formula = g_strdup_printf ("=MAX(%s)-MIN(%s)", range, range);
      if (spread != OCOP_CHART_UNKNOWN)
        write_formula (self, row, column, formula, formats->number, to_number (self, spread));
    }
  worksheet_conditional_format_range (self->worksheet, self->heading + 1, (lxw_col_t) column,
                                      self->heading + self->table->n_rows - 1, (lxw_col_t) column, &rule);
}

static void
add_reckoned (OcopChartSheet *self,
              const Formats  *formats)
{
  OcopChartKind kind = ocop_chart_get_kind (self->chart);

  if (self->table->n_rows < 2 || self->table->n_columns < 2)
    return;
  if (kind == OCOP_CHART_FUNNEL)
    add_steps (self, formats);
  else if (kind == OCOP_CHART_DOTS && ocop_chart_get_limit (self->chart) != OCOP_CHART_UNKNOWN)
    add_spreads (self, formats);
  else if (kind == OCOP_CHART_BULLET && self->table->n_columns > 2)
    add_reached (self, formats);
  else
    add_shares (self, formats);
  if (kind == OCOP_CHART_BULLET)
    add_units (self, formats);
}

/* The darker the more, as the picture has it; not so dark that black figures cannot be read. */
static void
add_shades (const OcopChartSheet *self)
{
  const OcopChartTheme *theme = ocop_chart_theme_get (OCOP_CHART_THEME_PRINT_COLOUR);
  OcopChartKind kind = ocop_chart_get_kind (self->chart);
  lxw_conditional_format scale = {
    .type = LXW_CONDITIONAL_2_COLOR_SCALE,
    .min_color = ocop_chart_theme_shade (theme, 0), .max_color = ocop_chart_theme_shade (theme, 0.6),
  };
  guint n = ocop_chart_n_drawn_series (self->chart);

  if ((kind == OCOP_CHART_HEAT || kind == OCOP_CHART_FLOWS) && n > 0 && ocop_chart_n_categories (self->chart) > 0)
    worksheet_conditional_format_range (self->worksheet, self->heading + 1, 1,
                                        self->heading + ocop_chart_n_categories (self->chart), (lxw_col_t) n, &scale);
}

/* What the picture draws lines at, and how far apart values may be: below the table. */
static void
add_levels (const OcopChartSheet *self)
{
  lxw_format *text = xlsx_book_add_format (self->book, &(XlsxLook) { .italic = TRUE });
  gboolean of_points = ocop_chart_get_kind (self->chart) == OCOP_CHART_HISTOGRAM;
  const char *numbers = of_points ? "#,##0.00" : ocop_chart_sheet_number_format (self);
  lxw_format *number = xlsx_book_add_format (self->book, &(XlsxLook) { .italic = TRUE, .number_format = numbers });
  lxw_row_t row = self->heading + self->table->n_rows + 1;

  for (guint i = 0; i < ocop_chart_n_levels (self->chart); i++)
    {
      const OcopChartLevel *level = ocop_chart_get_level (self->chart, i);

      xlsx_write_text (self->worksheet, row, 0, level->label, text);
      /* Of a histogram they stand between the intervals, which are of hundredths whatever is counted in them. */
      worksheet_write_number (self->worksheet, row++, 1, of_points ? (double) level->value / 100 : to_number (self, level->value), number);
    }
  if (ocop_chart_get_limit (self->chart) == OCOP_CHART_UNKNOWN)
    return;
  xlsx_write_text (self->worksheet, row, 0, ocop_chart_get_text (self->chart, OCOP_CHART_TEXT_LIMIT), text);
  worksheet_write_number (self->worksheet, row, 1, to_number (self, ocop_chart_get_limit (self->chart)), number);
}

/* Returns: how many columns are as wide as a page's lines, each in @widths */
static guint
measure_head (const OcopChartSheet *self,
              GArray               *widths)
{
  double sum = 0;

  for (guint i = 0; sum < HEAD_WIDTH; i++)
    {
      double width = i == 0 ? NAMES_WIDTH : i < self->n_columns ? NUMBER_WIDTH : USUAL_WIDTH;

      g_array_append_val (widths, width);
      sum += width;
    }
  return widths->len;
}

/* Whose figures they are, of what and of which day. Returns: the first row below */
static lxw_row_t
add_head (const OcopChartSheet *self)
{
  g_autoptr(GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *source = ocop_chart_source_line (self->chart);
  const char *subtitle = ocop_chart_get_text (self->chart, OCOP_CHART_TEXT_SUBTITLE);
  XlsxSheet head = { .worksheet = self->worksheet, .n_columns = measure_head (self, widths) };

  head.widths = (double *) (gpointer) widths->data;
  if (ocop_chart_get_flags (self->chart) & OCOP_CHART_PRACTICE)
    xlsx_sheet_add_line (&head, self->book, _("PRACTICE DATA"), (XlsxLook) { .bold = TRUE, .align = LXW_ALIGN_LEFT, .colour = 0xB3261E });
  xlsx_sheet_add_line (&head, self->book, ocop_chart_get_text (self->chart, OCOP_CHART_TEXT_TITLE),
                       (XlsxLook) { .bold = TRUE, .align = LXW_ALIGN_LEFT, .size = 14 });
  xlsx_sheet_add_line (&head, self->book, *subtitle != '\0' ? subtitle : NULL, (XlsxLook) { .bold = TRUE, .align = LXW_ALIGN_LEFT });
  xlsx_sheet_add_line (&head, self->book, *source != '\0' ? source : NULL, (XlsxLook) { .italic = TRUE, .align = LXW_ALIGN_LEFT });
  if (ocop_chart_is_empty (self->chart))
    xlsx_sheet_add_line (&head, self->book, _("No figures yet"), (XlsxLook) { .align = LXW_ALIGN_LEFT });
  return head.row + 1;
}

static void
set_up_sheet (const OcopChartSheet *self)
{
  lxw_row_t last = self->heading + ocop_chart_n_categories (self->chart);

  worksheet_set_column (self->worksheet, 0, 0, NAMES_WIDTH, NULL);
  worksheet_set_column (self->worksheet, 1, (lxw_col_t) MAX (self->n_columns - 1, 1), NUMBER_WIDTH, NULL);
  worksheet_freeze_panes (self->worksheet, self->heading + 1, 1);
  worksheet_autofilter (self->worksheet, self->heading, 0, last, (lxw_col_t) (self->n_columns - 1));
  worksheet_repeat_rows (self->worksheet, self->heading, self->heading);
  worksheet_set_landscape (self->worksheet);
  worksheet_set_paper (self->worksheet, PAPER_A4);
  worksheet_fit_to_pages (self->worksheet, 1, 0);
}

static void
fill_sheet (OcopChartSheet *self)
{
  Formats formats = make_formats (self);

  self->n_columns = self->table->n_columns;
  self->heading = add_head (self);
  write_table (self, &formats);
  add_reckoned (self, &formats);
  set_heights (self);
  add_shades (self);
  add_levels (self);
  set_up_sheet (self);
  ocop_chart_sheet_draw (self);
}

gboolean
ocop_chart_workbook_write (const OcopChart  *chart,
                           const char       *path,
                           GError          **error)
{
  XlsxBook book = { NULL };
  g_autoptr(OcopChartTable) table = ocop_chart_table_new (chart);
  g_autofree char *title = ocop_chart_dup_title (chart);
  g_autofree char *name = NULL;
  OcopChartSheet sheet = { .chart = chart, .table = table, .book = &book };

  if (!xlsx_book_open (&book, path, error))
    return FALSE;
  xlsx_book_set_properties (&book, title, ocop_chart_get_text (chart, OCOP_CHART_TEXT_SOURCE), ocop_chart_get_as_of (chart));
  name = xlsx_book_make_sheet_name (&book, *title != '\0' ? ocop_chart_get_text (chart, OCOP_CHART_TEXT_TITLE) : _("Report"));
  sheet.name = name;
  sheet.worksheet = workbook_add_worksheet (book.workbook, name);
  fill_sheet (&sheet);
  return xlsx_book_close (&book, path, TRUE, error);
}

gboolean
ocop_chart_save (const OcopChart       *chart,
                 const char            *path,
                 OcopChartSize          size,
                 const OcopChartTheme  *theme,
                 GError               **error)
{
  return ocop_text_ends_in (path, ".xlsx") ? ocop_chart_workbook_write (chart, path, error)
                                           : ocop_chart_export (chart, path, size, theme, error);
}
