/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-text.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "chart/ocop-chart-slots.h"

/* Nobody listens to more categories than this; the table has them all. */
#define MOST_IN_WORDS 12

static guint
n_series_of (const OcopChart *chart)
{
  guint n_series = ocop_chart_n_series (chart);

  return ocop_chart_get_kind (chart) == OCOP_CHART_RING ? MIN (n_series, 1) : n_series;
}

/* What a column is called when its series has no name of its own. */
static const char *
series_heading (const OcopChart *chart,
                guint            series)
{
  const char *name = ocop_chart_get_series (chart, series)->name;

  if (name != NULL && *name != '\0')
    return name;
  name = ocop_chart_get_text (chart, OCOP_CHART_TEXT_VALUES);
  return *name != '\0' ? name : ocop_chart_get_text (chart, OCOP_CHART_TEXT_UNIT);
}

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
  for (guint i = 0; i < n_series_of (chart); i++)
    set_cell (self, 0, i + 1, ocop_value_text (series_heading (chart, i)));
  if (self->has_total_column)
    set_cell (self, 0, self->n_columns - 1, ocop_value_text (_("Total")));
}

static void
fill_row (OcopChartTable  *self,
          const OcopChart *chart,
          guint            category)
{
  guint row = category + 1;

  set_cell (self, row, 0, ocop_value_text (ocop_chart_get_category (chart, category)->label));
  for (guint i = 0; i < n_series_of (chart); i++)
    set_number (self, row, i + 1, ocop_chart_get_value (chart, i, category));
  if (self->has_total_column)
    set_number (self, row, self->n_columns - 1, ocop_chart_category_total (chart, category));
}

static void
fill_totals (OcopChartTable  *self,
             const OcopChart *chart)
{
  guint row = self->n_rows - 1;
  gint64 total = OCOP_CHART_UNKNOWN;

  set_cell (self, row, 0, ocop_value_text (_("Total")));
  for (guint i = 0; i < n_series_of (chart); i++)
    {
      set_number (self, row, i + 1, ocop_chart_series_total (chart, i));
      total = ocop_chart_add_values (total, ocop_chart_series_total (chart, i));
    }
  if (self->has_total_column)
    set_number (self, row, self->n_columns - 1, total);
}

OcopChartTable *
ocop_chart_table_new (const OcopChart *chart)
{
  OcopChartTable *self = g_new0 (OcopChartTable, 1);
  guint n_categories = ocop_chart_n_categories (chart);

  self->has_total_row = ocop_chart_sums_categories (chart) && n_categories > 1;
  self->has_total_column = ocop_chart_is_stacked (chart) && n_series_of (chart) > 1;
  self->n_rows = 1 + n_categories + (self->has_total_row ? 1 : 0);
  self->n_columns = 1 + n_series_of (chart) + (self->has_total_column ? 1 : 0);
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

static void
append_cell (GString         *tsv,
             const OcopValue *value)
{
  if (value->type == OCOP_VALUE_INTEGER)
    g_string_append_printf (tsv, "%" G_GINT64_FORMAT, value->integer);
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
          append_cell (tsv, ocop_chart_table_get (self, row, column));
        }
      g_string_append_c (tsv, '\n');
    }
  return g_string_free (tsv, FALSE);
}

char *
ocop_chart_share_to_people (gint64 part,
                            gint64 whole)
{
  gint64 tenths;
  g_autofree char *percent = NULL;

  if (part == OCOP_CHART_UNKNOWN)
    return g_strdup ("–");
  tenths = (part * 1000 + whole / 2) / whole;
  percent = ocop_number_to_people (tenths / 10);
  return g_strdup_printf ("%s,%d\u00a0%%", percent, (int) (tenths % 10));
}

char *
ocop_chart_source_line (const OcopChart *chart)
{
  g_autofree char *day = ocop_date_to_people (ocop_chart_get_as_of (chart));
  g_autofree char *as_of = NULL;
  const char *source = ocop_chart_get_text (chart, OCOP_CHART_TEXT_SOURCE);

  if (*day == '\0')
    return g_strdup (source);
  as_of = g_strdup_printf (_("Figures as of %s"), day);
  return *source != '\0' ? g_strconcat (as_of, " · ", source, NULL) : g_steal_pointer (&as_of);
}

/* "91 sản phẩm" */
static void
append_amount (GString         *words,
               const OcopChart *chart,
               gint64           value)
{
  const char *unit = ocop_chart_get_text (chart, OCOP_CHART_TEXT_UNIT);
  g_autofree char *number = NULL;

  if (value == OCOP_CHART_UNKNOWN)
    {
      g_string_append (words, C_("figure", "unknown"));
      return;
    }
  number = ocop_number_to_people (value);
  g_string_append (words, number);
  if (*unit != '\0')
    g_string_append_printf (words, " %s", unit);
}

/* "3 sao 91 sản phẩm (63,2 %)"; without the share where @whole is no sum. */
static void
append_part (GString         *words,
             const OcopChart *chart,
             const char      *name,
             gint64           value,
             gint64           whole)
{
  g_string_append_printf (words, "%s ", name);
  append_amount (words, chart, value);
  if (whole > 0 && value != OCOP_CHART_UNKNOWN)
    {
      g_autofree char *share = ocop_chart_share_to_people (value, whole);

      g_string_append_printf (words, " (%s)", share);
    }
}

static gint64
total_of (const OcopChart *chart)
{
  gint64 total = OCOP_CHART_UNKNOWN;

  for (guint i = 0; i < n_series_of (chart); i++)
    total = ocop_chart_add_values (total, ocop_chart_series_total (chart, i));
  return total;
}

static void
append_categories (GString         *words,
                   const OcopChart *chart,
                   const GPtrArray *slots)
{
  gint64 whole = ocop_chart_sums_categories (chart) && slots->len > 1 ? total_of (chart) : 0;

  for (guint i = 0; i < slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (slots, i);

      g_string_append (words, i > 0 ? ", " : "");
      append_part (words, chart, slot->label, slot->values[0], whole);
    }
}

/* What the parts of @mark's stack or ring sum up to; 0 where it is no part of anything. */
static gint64
whole_of (const OcopChart     *chart,
          const OcopChartMark *mark)
{
  if (mark->kind == OCOP_CHART_MARK_SECTOR)
    return total_of (chart);
  if (mark->kind == OCOP_CHART_MARK_BAR && ocop_chart_is_stacked (chart) && n_series_of (chart) > 1)
    return ocop_chart_category_total (chart, (guint) mark->category);
  return 0;
}

char *
ocop_chart_mark_to_words (const OcopChart     *chart,
                          const OcopChartMark *mark)
{
  GString *words = g_string_new (NULL);
  g_autofree char *name = NULL;
  const char *category = mark->category == OCOP_CHART_REST
                           ? ocop_chart_rest_name (chart) : ocop_chart_get_category (chart, (guint) mark->category)->label;

  if (mark->series != OCOP_CHART_ALL_SERIES && n_series_of (chart) > 1)
    name = g_strdup_printf ("%s, %s:", category, series_heading (chart, mark->series));
  else
    name = g_strconcat (category, ":", NULL);
  append_part (words, chart, name, mark->value, whole_of (chart, mark));
  return g_string_free (words, FALSE);
}

/* The sums over all categories: "3 sao 128 sản phẩm (68,8 %), 4 sao …" */
static void
append_series_totals (GString         *words,
                      const OcopChart *chart)
{
  gint64 whole = ocop_chart_is_stacked (chart) ? total_of (chart) : 0;

  for (guint i = 0; i < n_series_of (chart); i++)
    {
      g_string_append (words, i > 0 ? ", " : "");
      append_part (words, chart, series_heading (chart, i), ocop_chart_series_total (chart, i), whole);
    }
  g_string_append (words, ". ");
}

/* "Đồng Xanh 16 sản phẩm (3 sao 9, 4 sao 6)" */
static void
append_breakdown (GString             *words,
                  const OcopChart     *chart,
                  const OcopChartSlot *slot)
{
  gboolean stacked = ocop_chart_is_stacked (chart);
  const char *before = " (";

  g_string_append (words, slot->label);
  if (stacked)
    {
      g_string_append_c (words, ' ');
      append_amount (words, chart, slot->total);
    }
  for (guint i = 0; i < n_series_of (chart); i++)
    {
      g_autofree char *number = NULL;

      if (slot->values[i] == OCOP_CHART_UNKNOWN || (stacked && slot->values[i] == 0))
        continue;
      number = ocop_number_to_people (slot->values[i]);
      g_string_append_printf (words, "%s%s %s", before, series_heading (chart, i), number);
      before = ", ";
    }
  if (*before == ',')
    g_string_append_c (words, ')');
}

static void
append_figures (GString         *words,
                const OcopChart *chart)
{
  g_autoptr(GPtrArray) slots = ocop_chart_slots_new (chart, MOST_IN_WORDS, ocop_chart_get_kind (chart) == OCOP_CHART_RING);

  if (n_series_of (chart) == 1)
    append_categories (words, chart, slots);
  else
    {
      if (ocop_chart_sums_categories (chart))
        append_series_totals (words, chart);
      for (guint i = 0; i < slots->len; i++)
        {
          g_string_append (words, i > 0 ? "; " : "");
          append_breakdown (words, chart, g_ptr_array_index (slots, i));
        }
    }
  g_string_append_c (words, '.');
}

static void
append_total (GString         *words,
              const OcopChart *chart)
{
  gboolean is_one_sum = n_series_of (chart) == 1 || ocop_chart_is_stacked (chart);

  if (!is_one_sum || !ocop_chart_sums_categories (chart) || ocop_chart_n_categories (chart) < 2)
    return;
  g_string_append_printf (words, " %s: ", _("Total"));
  append_amount (words, chart, total_of (chart));
  g_string_append_c (words, '.');
}

char *
ocop_chart_dup_title (const OcopChart *chart)
{
  const char *title = ocop_chart_get_text (chart, OCOP_CHART_TEXT_TITLE);
  const char *subtitle = ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE);

  return *subtitle != '\0' ? g_strdup_printf ("%s: %s", title, subtitle) : g_strdup (title);
}

char *
ocop_chart_to_words (const OcopChart *chart)
{
  const char *subtitle = ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE);
  GString *words = g_string_new (ocop_chart_get_text (chart, OCOP_CHART_TEXT_TITLE));
  g_autofree char *source = ocop_chart_source_line (chart);

  if (words->len > 0)
    g_string_append (words, ": ");
  if (*subtitle != '\0')
    g_string_append_printf (words, "%s. ", subtitle);
  if (ocop_chart_is_empty (chart))
    g_string_append_printf (words, "%s.", _("No figures yet"));
  else
    {
      append_figures (words, chart);
      append_total (words, chart);
    }
  if (*source != '\0')
    g_string_append_printf (words, " %s.", source);
  if (ocop_chart_get_flags (chart) & OCOP_CHART_PRACTICE)
    g_string_append_printf (words, " %s.", _("PRACTICE DATA"));
  return g_string_free (words, FALSE);
}
