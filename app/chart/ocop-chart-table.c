/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-table.h"

#include <glib/gi18n.h>

#include "chart/ocop-chart-text.h"

static void
set_cell (OcopChartTable *self,
          guint           row,
          guint           column,
          OcopValue       value)
{
  self->cells[row * self->n_columns + column] = value;
}

static void
set_number (OcopChartTable *self,
            guint           row,
            guint           column,
            gint64          number)
{
  if (number != OCOP_CHART_UNKNOWN)
    set_cell (self, row, column, ocop_value_integer (number));
}

static void
fill_heading (OcopChartTable  *self,
              const OcopChart *chart)
{
  set_cell (self, 0, 0, ocop_value_text (ocop_chart_get_text (chart, OCOP_CHART_TEXT_CATEGORIES)));
  for (guint i = 0; i < ocop_chart_n_drawn_series (chart); i++)
    set_cell (self, 0, i + 1, ocop_value_text (ocop_chart_series_heading (chart, i)));
  if (self->has_total_column)
    set_cell (self, 0, self->n_columns - 1, ocop_value_text (_("Total")));
  if (self->has_difference_column)
    set_cell (self, 0, self->n_columns - 1, ocop_value_text (C_("figures", "Difference")));
}

static void
fill_row (OcopChartTable  *self,
          const OcopChart *chart,
          guint            category)
{
  guint row = category + 1;

  set_cell (self, row, 0, ocop_value_text (ocop_chart_get_category (chart, category)->label));
  for (guint i = 0; i < ocop_chart_n_drawn_series (chart); i++)
    set_number (self, row, i + 1, ocop_chart_get_value (chart, i, category));
  if (self->has_total_column)
    set_number (self, row, self->n_columns - 1, ocop_chart_category_total (chart, category));
  if (self->has_difference_column)
    set_number (self, row, self->n_columns - 1, ocop_chart_get_difference (chart, category));
}

static void
fill_totals (OcopChartTable  *self,
             const OcopChart *chart)
{
  guint row = self->n_rows - 1;
  gint64 total = OCOP_CHART_UNKNOWN;

  set_cell (self, row, 0, ocop_value_text (_("Total")));
  for (guint i = 0; i < ocop_chart_n_drawn_series (chart); i++)
    {
      set_number (self, row, i + 1, ocop_chart_series_total (chart, i));
      total = ocop_chart_add_values (total, ocop_chart_series_total (chart, i));
    }
  if (self->has_total_column)
    set_number (self, row, self->n_columns - 1, total);
  if (self->has_difference_column && total != OCOP_CHART_UNKNOWN)
    set_number (self, row, self->n_columns - 1, ocop_chart_series_total (chart, 0) - ocop_chart_series_total (chart, 1));
}

OcopChartTable *
ocop_chart_table_new (const OcopChart *chart)
{
  OcopChartTable *self = g_new0 (OcopChartTable, 1);
  guint n_categories = ocop_chart_n_categories (chart);

  self->has_total_row = ocop_chart_sums_categories (chart) && n_categories > 1;
  self->has_total_column = ocop_chart_is_stacked (chart) && ocop_chart_n_drawn_series (chart) > 1;
  self->n_rows = 1 + n_categories + (self->has_total_row ? 1 : 0);
  self->has_difference_column = (ocop_chart_get_flags (chart) & OCOP_CHART_COMPARED) != 0 && ocop_chart_n_drawn_series (chart) == 2
                                && !self->has_total_column;
  self->n_columns = 1 + ocop_chart_n_drawn_series (chart) + (self->has_total_column || self->has_difference_column ? 1 : 0);
  self->decimals = ocop_chart_get_decimals (chart);
  self->cells = g_new0 (OcopValue, (gsize) self->n_rows * self->n_columns);
  fill_heading (self, chart);
  for (guint i = 0; i < n_categories; i++)
    fill_row (self, chart, i);
  if (self->has_total_row)
    fill_totals (self, chart);
  return self;
}

void
ocop_chart_table_free (OcopChartTable *self)
{
  for (gsize i = 0; i < (gsize) self->n_rows * self->n_columns; i++)
    ocop_value_clear (&self->cells[i]);
  g_free (self->cells);
  g_free (self);
}

const OcopValue *
ocop_chart_table_get (const OcopChartTable *self,
                      guint                 row,
                      guint                 column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, NULL);

  return &self->cells[row * self->n_columns + column];
}

char *
ocop_chart_table_cell_to_people (const OcopChartTable *self,
                                 guint                 row,
                                 guint                 column)
{
  const OcopValue *value = ocop_chart_table_get (self, row, column);

  switch (value->type)
    {
    case OCOP_VALUE_TEXT:
      return g_strdup (value->text);
    case OCOP_VALUE_INTEGER:
      if (self->has_difference_column && column + 1 == self->n_columns)
        return ocop_chart_difference_to_people (value->integer, self->decimals);
      return ocop_chart_number_to_people (value->integer, self->decimals);
    case OCOP_VALUE_UNKNOWN:
    default:
      return g_strdup ("–");
    }
}

/* With a comma: a spreadsheet in Vietnamese takes "87.37" for a text or a day. */
static void
append_cell (GString         *tsv,
             const OcopValue *value,
             guint            decimals)
{
  if (value->type == OCOP_VALUE_INTEGER && decimals == 0)
    g_string_append_printf (tsv, "%" G_GINT64_FORMAT, value->integer);
  else if (value->type == OCOP_VALUE_INTEGER)
    g_string_append_printf (tsv, "%s%" G_GINT64_FORMAT ",%02d", value->integer < 0 ? "-" : "", ABS (value->integer) / 100,
                            (int) (ABS (value->integer) % 100));
  else if (value->type == OCOP_VALUE_TEXT)
    {
      g_autofree char *text = g_strdelimit (g_strdup (value->text), "\t\r\n", ' ');

      g_string_append (tsv, text);
    }
}

char *
ocop_chart_table_to_tsv (const OcopChartTable *self)
{
  GString *tsv = g_string_new (NULL);

  for (guint row = 0; row < self->n_rows; row++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        {
          if (column > 0)
            g_string_append_c (tsv, '\t');
          append_cell (tsv, ocop_chart_table_get (self, row, column), self->decimals);
        }
      g_string_append_c (tsv, '\n');
    }
  return g_string_free (tsv, FALSE);
}
