/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a frame takes, and how long it is from one chart to the next, while the slider below a chart is moved by a month in
 * every frame, from the last day to the first and back: first over months that must be read, then over those that were. At 33 ms
 * there are 30 a second. Needs a display.
 *
 *   bench-slider [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>

#include <gtk/gtk.h>

#include "bench.h"
#include "charts/desk-chart-days.h"
#include "charts/desk-chart-view.h"
#include "desk-style.h"

#define BOUND 33.3

typedef struct
{
  GtkWindow *window;
  DeskDaySlider *slider;
  DeskChartView *view;
  OcopRegister *reg;
  guint n_charts;
  guint n_frames;
  int direction;
  gboolean is_done;
} Stage;

typedef struct
{
  const char *name;
  OcopDate on;
  OcopDate first;
} Job;

static gpointer
read_first_chart (OcopReader    *reader,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Job *job = data;
  const OcopChartScope scope = { .on = job->on };

  return desk_chart_days_read_first (reader, &job->first, error) ? ocop_chart_data_new (reader, job->name, &scope, error) : NULL;
}

static void
on_read (Stage           *stage,
         const OcopChart *chart)
{
  stage->n_charts++;
  desk_chart_view_set_chart (stage->view, chart);
}

static GtkRange *
find_range (GtkWidget *widget)
{
  GtkRange *found = GTK_IS_RANGE (widget) ? GTK_RANGE (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_range (child);
  return found;
}

/* Down to the first month, and up again. */
static gboolean
on_tick (GtkWidget     *slider,
         GdkFrameClock *clock,
         gpointer       data)
{
  Stage *stage = data;
  GtkRange *range = find_range (slider);
  double value = gtk_range_get_value (range);

  stage->n_frames++;
  if (stage->direction < 0 && value <= 0)
    stage->direction = 1;
  gtk_range_set_value (range, value + stage->direction);
  stage->is_done = stage->direction > 0 && gtk_range_get_value (range) <= value;
  return !stage->is_done;
}

static void
say (const char *name,
     const char *what,
     const char *pass,
     guint       number,
     double      milliseconds)
{
  g_autofree char *figure = g_strdup_printf ("slider %s, %s, %s", name, pass, what);

  bench_say (figure, milliseconds / MAX (number, 1), "ms", BOUND);
}

static void
slide (Stage      *stage,
       const char *name,
       const char *pass)
{
  gint64 start = g_get_monotonic_time ();
  double time;

  stage->n_charts = stage->n_frames = 0;
  stage->direction = -1;
  stage->is_done = FALSE;
  gtk_widget_add_tick_callback (GTK_WIDGET (stage->slider), on_tick, stage, NULL);
  while (!stage->is_done)
    g_main_context_iteration (NULL, TRUE);
  time = bench_since (start);
  say (name, "a frame", pass, stage->n_frames, time);
  say (name, "a chart", pass, stage->n_charts, time);
}

static void
measure (Stage      *stage,
         const char *name)
{
  Job job = { name, ocop_date_new (2026, 12, 15) };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChart) chart = ocop_register_read (stage->reg, read_first_chart, &job, &error);
  g_autoptr(OcopQuery) base = ocop_chart_data_query_base (name);
  g_autoptr(DeskChartDays) days = desk_chart_days_new (stage->slider);

  if (chart == NULL)
    g_error ("%s: %s", name, error->message);
  g_signal_connect_swapped (days, "read", G_CALLBACK (on_read), stage);
  desk_chart_view_set_chart (stage->view, chart);
  desk_chart_days_begin (days, stage->reg, name, base, chart, job.first, job.on);
  slide (stage, name, "unread months");
  slide (stage, name, "read months");
}

static void
build (Stage *stage)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  stage->window = GTK_WINDOW (gtk_window_new ());
  stage->view = g_object_new (DESK_TYPE_CHART_VIEW, NULL);
  stage->slider = g_object_new (DESK_TYPE_DAY_SLIDER, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (stage->view));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (stage->slider));
  gtk_window_set_child (stage->window, box);
  gtk_window_set_default_size (stage->window, 1366, 768);
  gtk_widget_show (GTK_WIDGET (stage->window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(Bench) bench = NULL;
  Stage stage = { NULL };

  gtk_init ();
  bench = bench_begin (argc, argv);
  stage.reg = bench->reg;
  desk_style_start ();
  build (&stage);
  for (guint i = 0; i < ocop_chart_data_n_names (); i++)
    if (ocop_chart_data_get_name (i)->of_day)
      measure (&stage, ocop_chart_data_get_name (i)->name);
  gtk_window_destroy (stage.window);
  return EXIT_SUCCESS;
}
