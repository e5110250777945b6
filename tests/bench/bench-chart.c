/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a chart of 170 localities takes to paint at 1920×1080: one frame of a screen is 16 ms. */

#include "../chart/chart-samples.h"
#include "bench.h"
#include "chart/ocop-chart-paint.h"

#define N_RUNS 30

static double
paint_once (const OcopChart      *chart,
            const OcopChartTheme *theme,
            cairo_surface_t      *surface)
{
  cairo_t *cr = cairo_create (surface);
  gint64 start = g_get_monotonic_time ();
  g_autoptr(OcopChartGeometry) geometry = ocop_chart_paint (chart, cr, 1920, 1080, theme, OCOP_CHART_PAINT_WHOLE);

  cairo_surface_flush (surface);
  cairo_destroy (cr);
  return bench_since (start);
}

static double
measure (const OcopChart      *chart,
         const OcopChartTheme *theme,
         double                share,
         cairo_surface_t      *surface)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_RUNS; i++)
    {
      double time = paint_once (chart, theme, surface);

      g_array_append_val (times, time);
    }
  return bench_quantile (times, share);
}

/* Of all themes the slowest. */
static void
say_slowest (OcopChartKind    kind,
             double           share,
             cairo_surface_t *surface)
{
  g_autoptr(OcopChart) chart = chart_sample_new (kind, CHART_SAMPLE_MANY);
  g_autofree char *figure = NULL;
  const char *slowest = "";
  double most = 0;

  for (guint i = 0; i < OCOP_CHART_N_THEMES; i++)
    {
      const OcopChartTheme *theme = ocop_chart_theme_get (i);
      double time = measure (chart, theme, share, surface);

      if (time > most)
        slowest = theme->name;
      most = MAX (most, time);
    }
  figure = g_strdup_printf ("chart painted: %s, %s", ocop_chart_kind_get_traits (kind)->name, slowest);
  bench_say (figure, most, "ms", 16);
}

/* With a number for an argument, that share of the runs: 0 where others use the machine, the median unless told. */
int
main (int   argc,
      char *argv[])
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1920, 1080);
  double share = argc > 1 ? g_ascii_strtod (argv[1], NULL) : 0.5;

  for (guint kind = 0; kind < OCOP_CHART_N_KINDS; kind++)
    say_slowest (kind, CLAMP (share, 0, 1), surface);
  cairo_surface_destroy (surface);
  return 0;
}
