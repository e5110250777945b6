/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-scale.h"

static const struct
{
  gint64 largest;
  guint most_steps;
  gint64 step;
  guint n_steps;
} cases[] = {
  { 0, 5, 1, 1 },
  { 1, 5, 1, 1 },
  { 5, 5, 1, 5 },
  { 6, 5, 2, 3 },
  { 10, 5, 2, 5 },
  { 11, 5, 5, 3 },
  { 91, 5, 20, 5 },
  { 91, 2, 50, 2 },
  { 100, 5, 20, 5 },
  { 101, 5, 50, 3 },
  { 186, 4, 50, 4 },
  { 186, 1, 200, 1 },
  { 999, 10, 100, 10 },
  { 1001, 10, 200, 6 },
  { 7, 0, 10, 1 },
  { G_GINT64_CONSTANT (61500000000000), 8, G_GINT64_CONSTANT (10000000000000), 7 },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopChartScale scale = ocop_chart_scale_for (cases[i].largest, cases[i].most_steps);

      g_assert_cmpint (scale.step, ==, cases[i].step);
      g_assert_cmpuint (scale.n_steps, ==, cases[i].n_steps);
      g_assert_cmpint (ocop_chart_scale_top (scale), ==, cases[i].step * cases[i].n_steps);
    }
}

static gboolean
is_one_two_or_five (gint64 step)
{
  while (step % 10 == 0)
    step /= 10;
  return step == 1 || step == 2 || step == 5;
}

static void
test_any (void)
{
  for (gint64 largest = 0; largest < 5000; largest++)
    {
      guint most = (guint) (largest % 9) + 1;
      OcopChartScale scale = ocop_chart_scale_for (largest, most);

      g_assert_true (is_one_two_or_five (scale.step));
      g_assert_cmpuint (scale.n_steps, <=, most);
      g_assert_cmpint (ocop_chart_scale_top (scale), >=, largest);
      /* No step is wasted. */
      g_assert_true (largest == 0 || scale.step * (scale.n_steps - 1) < largest);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale/table", test_table);
  g_test_add_func ("/chart/scale/any", test_any);
  return g_test_run ();
}
