/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-xlsx-private.h"

/* Told apart in grey print too: each clearly lighter or darker than its neighbours. */
static const lxw_color_t series_colours[] = { 0x1F6B3A, 0xE0A526, 0x6FA8A0, 0x7A3E2B, 0xB9C98D, 0x34495E };

static void
write_numbers (XlsxBook             *book,
               lxw_worksheet        *worksheet,
               const OcopPaperChart *chart)
{
  lxw_format *heading = xlsx_book_add_format (book, &(XlsxLook) { .bold = TRUE, .wrap = TRUE, .align = LXW_ALIGN_CENTER,
                                                                  .border = XLSX_BORDER_ALL });
  lxw_format *text = xlsx_book_add_format (book, &(XlsxLook) { .border = XLSX_BORDER_ALL });
  lxw_format *number = xlsx_book_add_format (book, &(XlsxLook) { .border = XLSX_BORDER_ALL, .number_format = "#,##0" });

  worksheet_set_column (worksheet, 0, 0, 28, NULL);
  worksheet_set_column (worksheet, 1, (lxw_col_t) chart->series->len, 12, NULL);
  worksheet_write_blank (worksheet, 0, 0, heading);
  for (guint i = 0; chart->categories[i] != NULL; i++)
    xlsx_write_text (worksheet, i + 1, 0, chart->categories[i], text);
  for (guint j = 0; j < chart->series->len; j++)
    {
      const OcopPaperSeries *series = chart->series->pdata[j];

      xlsx_write_text (worksheet, 0, j + 1, series->name, heading);
      for (guint i = 0; chart->categories[i] != NULL; i++)
        worksheet_write_number (worksheet, i + 1, (lxw_col_t) (j + 1), (double) series->values[i], number);
    }
}

static void
add_series (lxw_chart  *drawing,
            const char *sheet,
            guint       n_categories,
            guint       position)
{
  lxw_chart_series *series = chart_add_series (drawing, NULL, NULL);
  lxw_chart_fill fill = { .color = series_colours[position % G_N_ELEMENTS (series_colours)] };
  lxw_col_t column = (lxw_col_t) (position + 1);

  chart_series_set_categories (series, sheet, 1, 0, n_categories, 0);
  chart_series_set_values (series, sheet, 1, column, n_categories, column);
  chart_series_set_name_range (series, sheet, 0, column);
  chart_series_set_fill (series, &fill);
  chart_series_set_labels (series);
}

void
xlsx_fill_chart (XlsxBook             *book,
                 lxw_worksheet        *worksheet,
                 const char           *name,
                 const OcopPaperChart *chart)
{
  guint n_categories = g_strv_length (chart->categories);
  lxw_chart *drawing = workbook_add_chart (book->workbook, chart->stacked ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN);
  lxw_chart_options options = {
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE, .description = (char *) (chart->title != NULL ? chart->title : name),
    .x_scale = 1.5, .y_scale = 1.4,
  };

  write_numbers (book, worksheet, chart);
  for (guint i = 0; i < chart->series->len; i++)
    add_series (drawing, name, n_categories, i);
  if (chart->title != NULL)
    chart_title_set_name (drawing, chart->title);
  else
    chart_title_off (drawing);
  if (chart->series->len == 1)
    chart_legend_set_position (drawing, LXW_CHART_LEGEND_NONE);
  worksheet_insert_chart_opt (worksheet, 1, (lxw_col_t) (chart->series->len + 2), drawing, &options);
}
