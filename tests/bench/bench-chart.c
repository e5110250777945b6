/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a chart of 170 localities takes to paint at 1920×1080: one frame of a screen is 16 ms. */

#include "../chart/chart-samples.h"
#include "bench.h"
#include "chart/ocop-chart-paint.h"

#define N_RUNS 60

static double
paint_once (const OcopChart *chart,
            cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  gint64 start = g_get_monotonic_time ();
  g_autoptr(OcopChartGeometry) geometry = NULL;

  geometry = ocop_chart_paint (chart, cr, 1920, 1080, ocop_chart_theme_get (OCOP_CHART_THEME_SCREEN_LIGHT), OCOP_CHART_PAINT_WHOLE);
  cairo_surface_flush (surface);
  cairo_destroy (cr);
  return bench_since (start);
}

static void
measure (OcopChartKind    kind,
         cairo_surface_t *surface)
{
  g_autoptr(OcopChart) chart = chart_sample_new (kind, CHART_SAMPLE_MANY);
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *figure = g_strdup_printf ("chart painted: %s, median", ocop_chart_kind_get_traits (kind)->name);

  for (guint i = 0; i < N_RUNS; i++)
    {
      double time = paint_once (chart, surface);

      g_array_append_val (times, time);
    }
  bench_say (figure, bench_quantile (times, 0.5), "ms", 16);
}

int
main (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1920, 1080);

  for (guint kind = 0; kind < OCOP_CHART_N_KINDS; kind++)
    measure (kind, surface);
  cairo_surface_destroy (surface);
  return 0;
}
