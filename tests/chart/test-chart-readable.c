/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Faults that were seen on pictures, each as a rule of the geometry. */

#include "chart-picture.h"
#include "chart-samples.h"

static Picture
paint_sample (OcopChartKind kind,
              ChartSample   sample)
{
  return paint (chart_sample_new (kind, sample), OCOP_CHART_THEME_SCREEN_LIGHT, 760, 480);
}

/* No two sectors of one ring look alike: there are no more of them than colours. */
static void
test_sectors_differ (void)
{
  g_auto(Picture) ring = paint_sample (OCOP_CHART_RING, CHART_SAMPLE_MANY);

  g_assert_cmpuint (ring.geometry->marks->len, ==, OCOP_CHART_N_ROLES - OCOP_CHART_ROLE_GROUP_1 + 1);
}

/* Rather fewer localities than bars without figures. */
static void
test_grouped_rows_have_figures (void)
{
  for (ChartSample sample = CHART_SAMPLE_MANY; sample <= CHART_SAMPLE_LONG; sample++)
    {
      g_auto(Picture) rows = paint_sample (OCOP_CHART_ROWS, sample);

      g_assert_cmpuint (count_labels (&rows, OCOP_CHART_LABEL_VALUE), ==, rows.geometry->marks->len - 1);
    }
}

static void
test_bounds_of_intervals (void)
{
  g_auto(Picture) few = paint_sample (OCOP_CHART_HISTOGRAM, CHART_SAMPLE_TYPICAL);
  g_auto(Picture) many = paint_sample (OCOP_CHART_HISTOGRAM, CHART_SAMPLE_MANY);

  g_assert_cmpuint (count_labels (&few, OCOP_CHART_LABEL_CATEGORY), ==, 21);
  g_assert_nonnull (find_label (&few, OCOP_CHART_LABEL_CATEGORY, "65"));
  g_assert_cmpuint (count_labels (&many, OCOP_CHART_LABEL_CATEGORY), ==, 21);
  g_assert_nonnull (find_label (&many, OCOP_CHART_LABEL_CATEGORY, "100"));
  g_assert_cmpuint (count_labels (&many, OCOP_CHART_LABEL_TOTAL), ==, 0);
}

/* Every end of a band has its name, on one line and beside it. */
static void
test_ends_of_flows_are_named (void)
{
  for (ChartSample sample = CHART_SAMPLE_TYPICAL; sample <= CHART_SAMPLE_LONG; sample++)
    {
      g_auto(Picture) flows = paint_sample (OCOP_CHART_FLOWS, sample);
      guint n_ends = sample == CHART_SAMPLE_TYPICAL ? 10 : sample == CHART_SAMPLE_MANY ? 4 + 13 : 4 + 12;
      double line = label_at (&flows, flows.geometry->labels->len - 1)->box.height;

      g_assert_cmpuint (count_labels (&flows, OCOP_CHART_LABEL_CATEGORY), ==, n_ends);
      for (guint i = 0; i < flows.geometry->labels->len; i++)
        if (label_at (&flows, i)->kind == OCOP_CHART_LABEL_CATEGORY)
          g_assert_cmpfloat_with_epsilon (label_at (&flows, i)->box.height, line, 0.1);
    }
}

static void
test_funnel_is_readable (void)
{
  for (ChartSample sample = CHART_SAMPLE_TYPICAL; sample <= CHART_SAMPLE_LONG; sample++)
    {
      g_auto(Picture) funnel = paint_sample (OCOP_CHART_FUNNEL, sample);
      guint n_rest = sample == CHART_SAMPLE_MANY;

      g_assert_cmpuint (count_labels (&funnel, OCOP_CHART_LABEL_CATEGORY), ==, funnel.geometry->marks->len + n_rest);
      g_assert_cmpuint (count_labels (&funnel, OCOP_CHART_LABEL_TOTAL), ==, funnel.geometry->marks->len);
      for (guint i = 0; i < funnel.geometry->labels->len; i++)
        for (guint j = 0; j < funnel.geometry->marks->len; j++)
          if (label_at (&funnel, i)->kind == OCOP_CHART_LABEL_VALUE)
            g_assert_false (ocop_chart_box_overlaps (&label_at (&funnel, i)->box, &mark_at (&funnel, j)->box));
    }
}

/* Each product has its spread, and the line of a class goes through none. */
static void
test_spreads_are_readable (void)
{
  g_auto(Picture) dots = paint_sample (OCOP_CHART_DOTS, CHART_SAMPLE_TYPICAL);
  const OcopChartBox *level = &find_label (&dots, OCOP_CHART_LABEL_LEVEL, "4 sao")->box;
  double line = level->y + level->height / 2;

  g_assert_cmpuint (count_labels (&dots, OCOP_CHART_LABEL_VALUE), ==, 14);
  for (guint i = 0; i < dots.geometry->labels->len; i++)
    {
      const OcopChartBox *box = &label_at (&dots, i)->box;

      if (label_at (&dots, i)->kind == OCOP_CHART_LABEL_VALUE)
        g_assert_false (box->y < line && line < box->y + box->height);
    }
}

/* Of more products than have room those are drawn that members are furthest apart about, each with its spread. */
static void
test_widest_spreads_first (void)
{
  g_auto(Picture) dots = paint_sample (OCOP_CHART_DOTS, CHART_SAMPLE_MANY);

  g_assert_nonnull (find_label (&dots, OCOP_CHART_LABEL_CATEGORY, "Sản phẩm 005"));
  g_assert_null (find_label (&dots, OCOP_CHART_LABEL_CATEGORY, "Sản phẩm 001"));
  g_assert_cmpuint (count_labels (&dots, OCOP_CHART_LABEL_VALUE), ==, count_labels (&dots, OCOP_CHART_LABEL_CATEGORY) - 1);
}

/* One value alone is not drawn on the ground. */
static void
test_dot_alone (void)
{
  g_auto(Picture) dots = paint_sample (OCOP_CHART_DOTS, CHART_SAMPLE_ONE);

  g_assert_nonnull (find_label (&dots, OCOP_CHART_LABEL_TICK, "0"));
  g_assert_nonnull (find_label (&dots, OCOP_CHART_LABEL_TICK, "200"));
}

/* How high the area comes at @x, between the moments to its left and right. */
static double
top_of_area (const Picture *picture,
             double         x)
{
  double top = G_MAXDOUBLE;
  guint last = ocop_chart_n_series (picture->chart) - 1;

  for (guint i = 0; i < picture->geometry->marks->len; i++)
    for (guint j = 0; j < picture->geometry->marks->len; j++)
      {
        const OcopChartMark *left = mark_at (picture, i), *right = mark_at (picture, j);
        double from = left->box.x + left->box.width / 2, to = right->box.x + right->box.width / 2;

        if (left->series == last && right->series == last && right->category == left->category + 1 && x >= from && x <= to)
          top = left->box.y + (right->box.y - left->box.y) * (x - from) / (to - from);
      }
  return top;
}

static void
test_totals_are_above_the_area (void)
{
  g_auto(Picture) area = paint_sample (OCOP_CHART_AREA, CHART_SAMPLE_LONG);

  g_assert_cmpuint (count_labels (&area, OCOP_CHART_LABEL_TOTAL), ==, 12);
  for (guint i = 0; i < area.geometry->labels->len; i++)
    {
      const OcopChartBox *box = &label_at (&area, i)->box;

      if (label_at (&area, i)->kind != OCOP_CHART_LABEL_TOTAL)
        continue;
      g_assert_cmpfloat (box->y + box->height, <=, top_of_area (&area, box->x) + 0.01);
      g_assert_cmpfloat (box->y + box->height, <=, top_of_area (&area, box->x + box->width) + 0.01);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/readable/sectors-differ", test_sectors_differ);
  g_test_add_func ("/chart/readable/grouped-rows-have-figures", test_grouped_rows_have_figures);
  g_test_add_func ("/chart/readable/bounds-of-intervals", test_bounds_of_intervals);
  g_test_add_func ("/chart/readable/ends-of-flows-are-named", test_ends_of_flows_are_named);
  g_test_add_func ("/chart/readable/funnel-is-readable", test_funnel_is_readable);
  g_test_add_func ("/chart/readable/spreads-are-readable", test_spreads_are_readable);
  g_test_add_func ("/chart/readable/widest-spreads-first", test_widest_spreads_first);
  g_test_add_func ("/chart/readable/dot-alone", test_dot_alone);
  g_test_add_func ("/chart/readable/totals-are-above-the-area", test_totals_are_above_the_area);
  return g_test_run ();
}
