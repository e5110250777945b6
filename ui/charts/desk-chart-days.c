/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-days.h"

#include "desk-window.h"

struct _DeskChartDays
{
  GObject parent_instance;

  DeskDaySlider *slider;  /* not owned: the page has both */
  OcopRegister *reg;      /* NULL where there is nothing to read */
  GCancellable *cancellable;
  const char *name;
  OcopQuery *base;
  OcopDate last;
  GHashTable *charts;     /* day as text → OcopChart */
  gint64 reach;
  gboolean is_reading;
};

enum
{
  READ,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DeskChartDays, desk_chart_days, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

typedef struct
{
  const char *name;
  OcopQuery *base;
  OcopDate day;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  ocop_query_free (wish->base);
  g_free (wish);
}

static gpointer
read_wish (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Wish *wish = data;
  const OcopChartScope scope = { wish->base, wish->day };

  return ocop_chart_data_new (reader, wish->name, &scope, error);
}

/* Takes @chart. */
static void
keep (DeskChartDays *self,
      OcopChart     *chart)
{
  char day[OCOP_DATE_TEXT_SIZE];

  self->reach = MAX (self->reach, ocop_chart_largest (chart));
  g_hash_table_insert (self->charts, g_strdup (ocop_date_to_text (ocop_chart_get_as_of (chart), day)), chart);
}

static OcopDate
get_day (DeskChartDays *self)
{
  return desk_day_slider_get_day (self->slider, self->last);
}

/* (nullable): of the day that the slider is on */
static OcopChart *
find_chart (DeskChartDays *self)
{
  char day[OCOP_DATE_TEXT_SIZE];

  return g_hash_table_lookup (self->charts, ocop_date_to_text (get_day (self), day));
}

static void
show (DeskChartDays *self,
      OcopChart     *chart)
{
  ocop_chart_set_reach (chart, self->reach);
  g_signal_emit (self, signals[READ], 0, chart);
}

static void read_day (DeskChartDays *self);

static void
follow (DeskChartDays *self)
{
  OcopChart *chart;

  if (self->reg == NULL)
    return;
  chart = find_chart (self);
  if (chart != NULL)
    show (self, chart);
  else if (!self->is_reading)
    read_day (self);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      days)
{
  g_autoptr(DeskChartDays) self = days;
  g_autoptr(GError) error = NULL;
  OcopChart *chart = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->slider == NULL)
    {
      g_clear_pointer (&chart, ocop_chart_free);
      return;
    }
  self->is_reading = FALSE;
  if (chart == NULL)
    {
      desk_window_show_error (desk_window_of (GTK_WIDGET (self->slider)), error);
      return;
    }
  keep (self, chart);
  /* On its way to another day the slider shows those that it passes. */
  if (find_chart (self) == NULL)
    show (self, chart);
  follow (self);
}

static void
read_day (DeskChartDays *self)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->name = self->name;
  wish->base = ocop_query_copy (self->base);
  wish->day = get_day (self);
  self->is_reading = TRUE;
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_wish, wish, wish_free, (GDestroyNotify) ocop_chart_free,
                            self->cancellable, on_read, g_object_ref (self));
}

void
desk_chart_days_end (DeskChartDays *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->base, ocop_query_free);
  g_hash_table_remove_all (self->charts);
  self->reach = 0;
  self->is_reading = FALSE;
}

static gboolean
has_days (const char *name,
          OcopDate    first,
          OcopDate    last)
{
  return ocop_chart_data_find_name (name)->of_day && ocop_date_is_day (first) &&
         first.year * 12 + first.month < last.year * 12 + last.month;
}

void
desk_chart_days_begin (DeskChartDays   *self,
                       OcopRegister    *reg,
                       const char      *name,
                       const OcopQuery *base,
                       const OcopChart *chart,
                       OcopDate         first,
                       OcopDate         last)
{
  gboolean is_shown = has_days (name, first, last);

  desk_chart_days_end (self);
  gtk_widget_set_visible (GTK_WIDGET (self->slider), is_shown);
  if (!is_shown)
    return;
  desk_day_slider_set_span (self->slider, first, last);
  self->reg = g_object_ref (reg);
  self->name = name;
  self->base = ocop_query_copy (base);
  self->last = last;
  self->cancellable = g_cancellable_new ();
  keep (self, ocop_chart_copy (chart));
  if (find_chart (self) == NULL)
    follow (self);
}

DeskChartDays *
desk_chart_days_new (DeskDaySlider *slider)
{
  DeskChartDays *self = g_object_new (DESK_TYPE_CHART_DAYS, NULL);

  g_set_weak_pointer (&self->slider, slider);
  g_signal_connect_object (slider, "moved", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
desk_chart_days_read_first (OcopReader  *reader,
                            OcopDate    *first,
                            GError     **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("recognition");
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  ocop_query_set_measure (query, OCOP_MEASURE_MIN, "decision_date");
  if (!ocop_reader_value (reader, query, &value, error))
    return FALSE;
  *first = OCOP_DATE_UNKNOWN;
  if (value.text != NULL)
    ocop_date_parse (value.text, first);
  /* A year alone begins on its first day. */
  if (ocop_date_is_known (*first) && !ocop_date_is_day (*first))
    *first = ocop_date_new (first->year, 1, 1);
  return TRUE;
}

static void
desk_chart_days_finalize (GObject *object)
{
  DeskChartDays *self = DESK_CHART_DAYS (object);

  desk_chart_days_end (self);
  g_clear_weak_pointer (&self->slider);
  g_hash_table_unref (self->charts);
  G_OBJECT_CLASS (desk_chart_days_parent_class)->finalize (object);
}

static void
desk_chart_days_class_init (DeskChartDaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_chart_days_finalize;
  signals[READ] = g_signal_new ("read", DESK_TYPE_CHART_DAYS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
desk_chart_days_init (DeskChartDays *self)
{
  self->charts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ocop_chart_free);
}
