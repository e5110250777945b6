/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart.h"

struct _OcopChart
{
  OcopChartKind kind;
  OcopChartFlags flags;
  OcopDate as_of;
  char *texts[OCOP_CHART_N_TEXTS];
  GPtrArray *categories;
  GPtrArray *series;
};

G_DEFINE_BOXED_TYPE (OcopChart, ocop_chart, ocop_chart_copy, ocop_chart_free)

static void
category_free (OcopChartCategory *category)
{
  g_free (category->key);
  g_free (category->label);
  g_free (category);
}

static void
series_free (OcopChartSeries *series)
{
  g_free (series->name);
  g_array_unref (series->values);
  g_free (series);
}

OcopChart *
ocop_chart_new (OcopChartKind  kind,
                const char    *title)
{
  OcopChart *self = g_new0 (OcopChart, 1);

  self->kind = kind;
  self->categories = g_ptr_array_new_with_free_func ((GDestroyNotify) category_free);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  ocop_chart_set_text (self, OCOP_CHART_TEXT_TITLE, title);
  return self;
}

OcopChart *
ocop_chart_copy (const OcopChart *self)
{
  OcopChart *copy = ocop_chart_new (self->kind, NULL);

  copy->flags = self->flags;
  copy->as_of = self->as_of;
  for (guint i = 0; i < OCOP_CHART_N_TEXTS; i++)
    ocop_chart_set_text (copy, i, self->texts[i]);
  for (guint i = 0; i < self->categories->len; i++)
    {
      const OcopChartCategory *category = g_ptr_array_index (self->categories, i);

      ocop_chart_add_category (copy, category->key, category->label, category->role);
    }
  for (guint i = 0; i < self->series->len; i++)
    {
      const OcopChartSeries *series = g_ptr_array_index (self->series, i);
      OcopChartSeries *added;

      ocop_chart_add_series (copy, series->name, series->role);
      added = g_ptr_array_index (copy->series, i);
      g_array_append_vals (added->values, series->values->data, series->values->len);
    }
  return copy;
}

void
ocop_chart_free (OcopChart *self)
{
  for (guint i = 0; i < OCOP_CHART_N_TEXTS; i++)
    g_free (self->texts[i]);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_free (self);
}

OcopChartKind
ocop_chart_get_kind (const OcopChart *self)
{
  return self->kind;
}

const char *
ocop_chart_get_text (const OcopChart *self,
                     OcopChartText    which)
{
  return self->texts[which] != NULL ? self->texts[which] : "";
}

void
ocop_chart_set_text (OcopChart     *self,
                     OcopChartText  which,
                     const char    *text)
{
  char *copy = g_strdup (text);

  g_free (self->texts[which]);
  self->texts[which] = copy;
}

OcopDate
ocop_chart_get_as_of (const OcopChart *self)
{
  return self->as_of;
}

void
ocop_chart_set_as_of (OcopChart *self,
                      OcopDate   as_of)
{
  self->as_of = as_of;
}

OcopChartFlags
ocop_chart_get_flags (const OcopChart *self)
{
  return self->flags;
}

void
ocop_chart_set_flags (OcopChart      *self,
                      OcopChartFlags  flags)
{
  self->flags = flags;
}

guint
ocop_chart_add_category (OcopChart     *self,
                         const char    *key,
                         const char    *label,
                         OcopChartRole  role)
{
  OcopChartCategory *category = g_new0 (OcopChartCategory, 1);

  category->key = g_strdup (key);
  category->label = g_strdup (label);
  category->role = role;
  g_ptr_array_add (self->categories, category);
  return self->categories->len - 1;
}

guint
ocop_chart_add_series (OcopChart     *self,
                       const char    *name,
                       OcopChartRole  role)
{
  OcopChartSeries *series = g_new0 (OcopChartSeries, 1);

  series->name = g_strdup (name);
  series->role = role;
  series->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->series, series);
  return self->series->len - 1;
}

guint
ocop_chart_n_categories (const OcopChart *self)
{
  return self->categories->len;
}

guint
ocop_chart_n_series (const OcopChart *self)
{
  return self->series->len;
}

const OcopChartCategory *
ocop_chart_get_category (const OcopChart *self,
                         guint            category)
{
  return g_ptr_array_index (self->categories, category);
}

const OcopChartSeries *
ocop_chart_get_series (const OcopChart *self,
                       guint            series)
{
  return g_ptr_array_index (self->series, series);
}

void
ocop_chart_set_value (OcopChart *self,
                      guint      series,
                      guint      category,
                      gint64     value)
{
  const gint64 unknown = OCOP_CHART_UNKNOWN;
  GArray *values;

  g_return_if_fail (series < self->series->len);
  g_return_if_fail (category < self->categories->len);
  g_return_if_fail (value >= 0 || value == OCOP_CHART_UNKNOWN);

  values = ocop_chart_get_series (self, series)->values;
  while (values->len <= category)
    g_array_append_val (values, unknown);
  g_array_index (values, gint64, category) = value;
}

gint64
ocop_chart_get_value (const OcopChart *self,
                      guint            series,
                      guint            category)
{
  const GArray *values = ocop_chart_get_series (self, series)->values;

  return category < values->len ? g_array_index (values, gint64, category) : OCOP_CHART_UNKNOWN;
}

gint64
ocop_chart_add_values (gint64 a,
                       gint64 b)
{
  if (a == OCOP_CHART_UNKNOWN)
    return b;
  return b == OCOP_CHART_UNKNOWN ? a : a + b;
}

gint64
ocop_chart_category_total (const OcopChart *self,
                           guint            category)
{
  gint64 total = OCOP_CHART_UNKNOWN;

  for (guint i = 0; i < self->series->len; i++)
    total = ocop_chart_add_values (total, ocop_chart_get_value (self, i, category));
  return total;
}

gint64
ocop_chart_series_total (const OcopChart *self,
                         guint            series)
{
  gint64 total = OCOP_CHART_UNKNOWN;

  for (guint i = 0; i < self->categories->len; i++)
    total = ocop_chart_add_values (total, ocop_chart_get_value (self, series, i));
  return total;
}

gboolean
ocop_chart_is_stacked (const OcopChart *self)
{
  return self->kind == OCOP_CHART_STACKED_BARS || self->kind == OCOP_CHART_STACKED_ROWS;
}

gboolean
ocop_chart_sums_categories (const OcopChart *self)
{
  return self->kind != OCOP_CHART_LINE && !(self->flags & OCOP_CHART_STOCK);
}

gboolean
ocop_chart_is_empty (const OcopChart *self)
{
  guint n_series = self->kind == OCOP_CHART_RING ? MIN (self->series->len, 1) : self->series->len;
  gint64 least = self->kind == OCOP_CHART_RING ? 1 : 0;

  for (guint i = 0; i < n_series; i++)
    {
      if (ocop_chart_series_total (self, i) >= least)
        return FALSE;
    }
  return TRUE;
}
