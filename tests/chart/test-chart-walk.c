/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-walk.h"

#include "chart-picture.h"

/* A bar of nothing is a line that nobody meets; a pixel beside it is near enough. */
static void
test_find_near (void)
{
  const OcopChartKind kinds[] = { OCOP_CHART_BARS, OCOP_CHART_HISTOGRAM, OCOP_CHART_FUNNEL, OCOP_CHART_LINE, OCOP_CHART_DOTS };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto(Picture) picture = paint_sample (kinds[i], CHART_SAMPLE_TYPICAL);
      const OcopChartMark *mark = mark_at (&picture, 0);

      g_assert_true (ocop_chart_geometry_find (picture.geometry, mark->box.x - 4, mark->box.y + mark->box.height / 2) == mark);
      g_assert_null (ocop_chart_geometry_find (picture.geometry, mark->box.x - 300, mark->box.y - 300));
    }
}

static guint
walk_on (const Picture        *picture,
         const OcopChartMark  *from,
         GHashTable           *seen)
{
  OcopChartKind kind = ocop_chart_get_kind (picture->chart);

  for (OcopChartWalk step = OCOP_CHART_WALK_NEXT_CATEGORY; step <= OCOP_CHART_WALK_PREVIOUS_SERIES; step++)
    {
      const OcopChartMark *to = ocop_chart_geometry_walk (picture->geometry, kind, from, step);

      g_assert_nonnull (to);
      if (g_hash_table_add (seen, (gpointer) to))
        walk_on (picture, to, seen);
    }
  return g_hash_table_size (seen);
}

/* By the arrow keys one comes to every mark of every kind, and from any of them back to the ends. */
static void
test_walk (void)
{
  for (OcopChartKind kind = 0; kind < OCOP_CHART_N_KINDS; kind++)
    for (ChartSample sample = 0; sample < CHART_N_SAMPLES; sample++)
      {
        g_auto(Picture) picture = paint_sample (kind, sample);
        g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
        const OcopChartMark *first = ocop_chart_geometry_walk (picture.geometry, kind, NULL, OCOP_CHART_WALK_NEXT_SERIES);
        const OcopChartMark *last = ocop_chart_geometry_walk (picture.geometry, kind, first, OCOP_CHART_WALK_LAST);

        g_assert_true ((first == NULL) == (picture.geometry->marks->len == 0));
        if (first == NULL)
          continue;
        g_assert_true (ocop_chart_geometry_walk (picture.geometry, kind, first, OCOP_CHART_WALK_PREVIOUS_CATEGORY) == first);
        g_assert_cmpint (ocop_chart_geometry_walk (picture.geometry, kind, last, OCOP_CHART_WALK_NEXT_CATEGORY)->category, ==, last->category);
        if (walk_on (&picture, first, seen) != picture.geometry->marks->len)
          g_error ("%s, %s: %u of %u marks are come to", ocop_chart_kind_get_traits (kind)->name, chart_sample_name (sample),
                   g_hash_table_size (seen), picture.geometry->marks->len);
        g_assert_true (ocop_chart_geometry_get_mark (picture.geometry, last->series, last->category) == last);
      }
}

/* Round each mark a line, as where the keyboard is. */
static void
test_outlines (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 760, 480);
  cairo_t *cr = cairo_create (surface);

  for (OcopChartKind kind = 0; kind < OCOP_CHART_N_KINDS; kind++)
    {
      g_auto(Picture) picture = paint_sample (kind, CHART_SAMPLE_TYPICAL);

      for (guint i = 0; i < picture.geometry->marks->len; i++)
        ocop_chart_paint_outline (mark_at (&picture, i), cr, ocop_chart_theme_get (OCOP_CHART_THEME_SCREEN_LIGHT));
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/walk/find-near", test_find_near);
  g_test_add_func ("/chart/walk/keys", test_walk);
  g_test_add_func ("/chart/walk/outlines", test_outlines);
  return g_test_run ();
}
