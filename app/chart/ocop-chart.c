/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart.h"

struct _OcopChart
{
  OcopChartKind kind;
  OcopChartFlags flags;
  OcopDate as_of;
  char *texts[OCOP_CHART_N_TEXTS];
  guint decimals;
  gint64 limit;
  gint64 reach;
  guint foreseen;
  GPtrArray *categories;
  GPtrArray *series;
  GArray *levels;
};

G_DEFINE_BOXED_TYPE (OcopChart, ocop_chart, ocop_chart_copy, ocop_chart_free)

static void
category_free (OcopChartCategory *category)
{
  g_free (category->key);
  g_free (category->label);
  g_free (category->unit);
  g_free (category->state);
  g_free (category);
}

static void
series_free (OcopChartSeries *series)
{
  g_free (series->key);
  g_free (series->name);
  g_array_unref (series->values);
  g_free (series);
}

static void
level_clear (gpointer level)
{
  g_free (((OcopChartLevel *) level)->label);
}

OcopChart *
ocop_chart_new (OcopChartKind  kind,
                const char    *title)
{
  OcopChart *self = g_new0 (OcopChart, 1);

  self->kind = kind;
  self->categories = g_ptr_array_new_with_free_func ((GDestroyNotify) category_free);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  self->levels = g_array_new (FALSE, FALSE, sizeof (OcopChartLevel));
  g_array_set_clear_func (self->levels, level_clear);
  self->limit = OCOP_CHART_UNKNOWN;
  self->foreseen = G_MAXUINT;
  ocop_chart_set_text (self, OCOP_CHART_TEXT_TITLE, title);
  return self;
}

static void
copy_category (OcopChart               *self,
               const OcopChartCategory *category)
{
  guint added = ocop_chart_add_category (self, category->key, category->label, category->role);

  ocop_chart_set_unit (self, added, category->unit);
  ocop_chart_set_state (self, added, category->state);
  ocop_chart_set_interval (self, added, category->from, category->until);
}

static void
copy_series (OcopChart             *self,
             const OcopChartSeries *series)
{
  guint place = ocop_chart_add_series (self, series->name, series->role);
  OcopChartSeries *added = g_ptr_array_index (self->series, place);

  added->key = g_strdup (series->key);
  g_array_append_vals (added->values, series->values->data, series->values->len);
}

OcopChart *
ocop_chart_copy (const OcopChart *self)
{
  OcopChart *copy = ocop_chart_new (self->kind, NULL);

  copy->flags = self->flags;
  copy->as_of = self->as_of;
  copy->decimals = self->decimals;
  copy->limit = self->limit;
  copy->reach = self->reach;
  copy->foreseen = self->foreseen;
  for (guint i = 0; i < OCOP_CHART_N_TEXTS; i++)
    ocop_chart_set_text (copy, i, self->texts[i]);
  for (guint i = 0; i < self->categories->len; i++)
    copy_category (copy, ocop_chart_get_category (self, i));
  for (guint i = 0; i < self->series->len; i++)
    copy_series (copy, ocop_chart_get_series (self, i));
  for (guint i = 0; i < self->levels->len; i++)
    {
      const OcopChartLevel *level = ocop_chart_get_level (self, i);

      ocop_chart_add_level (copy, level->value, level->label, level->role);
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
  g_array_unref (self->levels);
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

/* @text: (nullable): may be what stands there. */
static void
put_text (char       **place,
          const char  *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

void
ocop_chart_set_text (OcopChart     *self,
                     OcopChartText  which,
                     const char    *text)
{
  put_text (&self->texts[which], text);
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
ocop_chart_get_decimals (const OcopChart *self)
{
  return self->decimals;
}

void
ocop_chart_set_decimals (OcopChart *self,
                         guint      decimals)
{
  g_return_if_fail (decimals <= 2);

  self->decimals = decimals;
}

gint64
ocop_chart_get_limit (const OcopChart *self)
{
  return self->limit;
}

void
ocop_chart_set_limit (OcopChart *self,
                      gint64     limit)
{
  self->limit = limit;
}

gint64
ocop_chart_get_reach (const OcopChart *self)
{
  return self->reach;
}

void
ocop_chart_set_reach (OcopChart *self,
                      gint64     reach)
{
  self->reach = reach;
}

guint
ocop_chart_get_foreseen (const OcopChart *self)
{
  return MIN (self->foreseen, self->categories->len);
}

void
ocop_chart_set_foreseen (OcopChart *self,
                         guint      first)
{
  self->foreseen = first;
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

void
ocop_chart_set_series_key (OcopChart  *self,
                           guint       series,
                           const char *key)
{
  OcopChartSeries *changed = g_ptr_array_index (self->series, series);

  g_free (changed->key);
  changed->key = g_strdup (key);
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
ocop_chart_set_unit (OcopChart  *self,
                     guint       category,
                     const char *unit)
{
  OcopChartCategory *described = g_ptr_array_index (self->categories, category);

  put_text (&described->unit, unit);
}

void
ocop_chart_set_state (OcopChart  *self,
                      guint       category,
                      const char *state)
{
  OcopChartCategory *described = g_ptr_array_index (self->categories, category);

  put_text (&described->state, state);
}

void
ocop_chart_set_interval (OcopChart *self,
                         guint      category,
                         gint64     from,
                         gint64     until)
{
  OcopChartCategory *described = g_ptr_array_index (self->categories, category);

  described->from = from;
  described->until = until;
}

void
ocop_chart_add_level (OcopChart     *self,
                      gint64         value,
                      const char    *label,
                      OcopChartRole  role)
{
  OcopChartLevel level = { value, g_strdup (label), role };

  g_array_append_val (self->levels, level);
}

guint
ocop_chart_n_levels (const OcopChart *self)
{
  return self->levels->len;
}

const OcopChartLevel *
ocop_chart_get_level (const OcopChart *self,
                      guint            level)
{
  return &g_array_index (self->levels, OcopChartLevel, level);
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
ocop_chart_get_difference (const OcopChart *self,
                           guint            category)
{
  gint64 value, other;

  if (!(self->flags & OCOP_CHART_COMPARED) || self->series->len != 2)
    return OCOP_CHART_UNKNOWN;
  value = ocop_chart_get_value (self, 0, category);
  other = ocop_chart_get_value (self, 1, category);
  return value != OCOP_CHART_UNKNOWN && other != OCOP_CHART_UNKNOWN ? value - other : OCOP_CHART_UNKNOWN;
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

guint
ocop_chart_n_drawn_series (const OcopChart *self)
{
  guint most = ocop_chart_kind_get_traits (self->kind)->most_series;

  return most > 0 ? MIN (most, self->series->len) : self->series->len;
}

gboolean
ocop_chart_is_stacked (const OcopChart *self)
{
  return ocop_chart_kind_get_traits (self->kind)->stacks && !(self->flags & OCOP_CHART_APART);
}

gboolean
ocop_chart_sums_categories (const OcopChart *self)
{
  return ocop_chart_kind_get_traits (self->kind)->adds && !(self->flags & (OCOP_CHART_STOCK | OCOP_CHART_APART));
}

/* Nothing is the share of nothing. */
static gboolean
draws_shares (const OcopChart *self)
{
  return self->kind == OCOP_CHART_RING || self->kind == OCOP_CHART_FUNNEL || self->kind == OCOP_CHART_FLOWS;
}

gint64
ocop_chart_largest (const OcopChart *self)
{
  gboolean is_stacked = ocop_chart_is_stacked (self);
  gint64 largest = 0;

  for (guint category = 0; category < ocop_chart_n_categories (self); category++)
    {
      if (is_stacked)
        largest = MAX (largest, ocop_chart_category_total (self, category));
      for (guint series = 0; !is_stacked && series < ocop_chart_n_drawn_series (self); series++)
        largest = MAX (largest, ocop_chart_get_value (self, series, category));
    }
  return largest;
}

gboolean
ocop_chart_is_empty (const OcopChart *self)
{
  gint64 least = draws_shares (self) ? 1 : 0;

  for (guint i = 0; i < ocop_chart_n_drawn_series (self); i++)
    {
      if (ocop_chart_series_total (self, i) >= least)
        return FALSE;
    }
  return TRUE;
}
