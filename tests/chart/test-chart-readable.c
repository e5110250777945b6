/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Faults that were seen on pictures, each as a rule of the geometry. */

#include <math.h>
#include <string.h>

#include "chart-picture.h"
#include "chart/ocop-chart-slots.h"
#include "chart/ocop-chart-text.h"

/* No two sectors of one ring look alike: there are no more of them than colours. */
static void
test_sectors_differ (void)
{
  g_auto(Picture) ring = paint_sample (OCOP_CHART_RING, CHART_SAMPLE_MANY);

  g_assert_cmpuint (ring.geometry->marks->len, ==, OCOP_CHART_N_ROLES - OCOP_CHART_ROLE_GROUP_1 + 1);
  for (guint i = 0; i < OCOP_CHART_N_THEMES; i++)
    {
      const OcopChartFill *fills = ocop_chart_theme_get (i)->fills;

      for (guint role = OCOP_CHART_ROLE_GROUP_1; role < OCOP_CHART_N_ROLES; role++)
        g_assert_true (fills[role].pattern == OCOP_CHART_PATTERN_NONE || fills[role].pattern != fills[OCOP_CHART_ROLE_NEUTRAL].pattern);
    }
}

/* Of a province more than one locality, each with its figures, if those have to stand together. */
static void
test_grouped_rows_have_figures (void)
{
  for (ChartSample sample = CHART_SAMPLE_MANY; sample <= CHART_SAMPLE_LONG; sample++)
    {
      g_auto(Picture) high = paint_sample (OCOP_CHART_ROWS, sample);
      g_auto(Picture) low = paint (chart_sample_new (OCOP_CHART_ROWS, sample), OCOP_CHART_THEME_SCREEN_LIGHT, 640, 360);

      g_assert_nonnull (find_label (&high, OCOP_CHART_LABEL_VALUE, "33 · 11 · 3 · 1"));
      g_assert_cmpuint (count_labels (&high, OCOP_CHART_LABEL_VALUE), >=, sample == CHART_SAMPLE_MANY ? 9 : 7);
      g_assert_cmpuint (count_labels (&low, OCOP_CHART_LABEL_VALUE), >=, 4);
      g_assert_cmpuint (4 * count_labels (&low, OCOP_CHART_LABEL_VALUE), ==, low.geometry->marks->len - 1);
    }
}

/* Whether both are figures that stand on one line, so near one another that they are read as one. */
static gboolean
run_together (const OcopChartLabel *a,
              const OcopChartLabel *b,
              double                least)
{
  gboolean are_figures = (a->kind == OCOP_CHART_LABEL_VALUE || a->kind == OCOP_CHART_LABEL_TOTAL)
                         && (b->kind == OCOP_CHART_LABEL_VALUE || b->kind == OCOP_CHART_LABEL_TOTAL);
  gboolean on_one_line = a->box.y < b->box.y + b->box.height && b->box.y < a->box.y + a->box.height;

  return are_figures && on_one_line && MAX (a->box.x, b->box.x) - MIN (a->box.x + a->box.width, b->box.x + b->box.width) < least;
}

/* "2" and "1" over two bars are not 21, and a figure stands on no bar but its own. */
static void
test_figures_of_bars_stand_apart (void)
{
  const OcopChartThemeId themes[] = { OCOP_CHART_THEME_SCREEN_LIGHT, OCOP_CHART_THEME_PROJECTOR, OCOP_CHART_THEME_PRINT_GREY };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (themes); i++)
    {
      OcopChart *chart = chart_sample_new (OCOP_CHART_BARS, i % 2 == 0 ? CHART_SAMPLE_MANY : CHART_SAMPLE_LONG);
      g_auto(Picture) bars = paint (chart, themes[i / 2], 760, 480);
      double least = find_label (&bars, OCOP_CHART_LABEL_VALUE, "1")->box.height * 0.1;

      for (guint j = 0; j < bars.geometry->labels->len; j++)
        {
          for (guint k = 0; k < j; k++)
            g_assert_false (run_together (label_at (&bars, j), label_at (&bars, k), least));
          for (guint k = 0; label_at (&bars, j)->kind == OCOP_CHART_LABEL_VALUE && k < bars.geometry->marks->len; k++)
            g_assert_false (ocop_chart_box_overlaps (&label_at (&bars, j)->box, &mark_at (&bars, k)->box));
        }
    }
}

/* Whatever is left out of many moments, it is not the latest. */
static void
test_latest_is_named (void)
{
  const OcopChartKind kinds[] = { OCOP_CHART_LINE, OCOP_CHART_AREA };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto(Picture) picture = paint_sample (kinds[i], CHART_SAMPLE_MANY);
      guint latest = ocop_chart_n_categories (picture.chart) - 1;
      gint64 figure = kinds[i] == OCOP_CHART_AREA ? ocop_chart_category_total (picture.chart, latest)
                                                  : ocop_chart_get_value (picture.chart, 0, latest);
      g_autofree char *text = ocop_chart_value_to_people (picture.chart, figure);
      const char *month = ocop_chart_get_category (picture.chart, latest)->label;

      g_assert_nonnull (find_label (&picture, kinds[i] == OCOP_CHART_AREA ? OCOP_CHART_LABEL_TOTAL : OCOP_CHART_LABEL_VALUE, text));
      g_assert_nonnull (find_label (&picture, OCOP_CHART_LABEL_CATEGORY, month));
      for (guint j = 0; j < picture.geometry->labels->len; j++)
        if (label_at (&picture, j)->kind == OCOP_CHART_LABEL_CATEGORY)
          g_assert_true (strncmp (label_at (&picture, j)->text, month, 2) == 0);
    }
}

/* What nobody adds up has at least a range: the rest is not empty. */
static void
test_rest_has_a_range (void)
{
  const OcopChartKind kinds[] = { OCOP_CHART_HEAT, OCOP_CHART_ROWS };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      OcopChart *chart = chart_sample_new (kinds[i], CHART_SAMPLE_MANY);
      g_auto(Picture) picture = { 0 };
      guint n_ranges = 0;

      ocop_chart_set_flags (chart, OCOP_CHART_APART);
      picture = paint (chart, OCOP_CHART_THEME_SCREEN_LIGHT, 760, 480);
      for (guint j = 0; j < picture.geometry->labels->len; j++)
        n_ranges += strstr (label_at (&picture, j)->text, "–") != NULL;
      g_assert_cmpuint (n_ranges, ==, kinds[i] == OCOP_CHART_HEAT ? ocop_chart_n_series (chart) : 1);
    }
}

/* Where nothing was to be reached no bar ends as if all of it were, and no mark is there to be held against. */
static void
test_bullet_without_target (void)
{
  g_auto(Picture) bullets = paint_sample (OCOP_CHART_BULLET, CHART_SAMPLE_TYPICAL);
  const OcopChartBox *plot = &bullets.geometry->plot;
  guint n = 0;

  for (guint i = 0; i < bullets.geometry->marks->len; i++)
    {
      const OcopChartMark *mark = mark_at (&bullets, i);

      if (ocop_chart_get_value (bullets.chart, 1, (guint) mark->category) != 0)
        continue;
      g_assert_cmpint (mark->kind, ==, OCOP_CHART_MARK_BAR);
      g_assert_cmpfloat_with_epsilon (mark->box.width, plot->width, 0.01);
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
}

/* What colours mean stands in words beside the series' names, in small pictures too. */
static void
test_colours_are_explained (void)
{
  for (guint i = 0; i < OCOP_CHART_N_THEMES; i++)
    {
      g_auto(Picture) bullets = paint (chart_sample_new (OCOP_CHART_BULLET, CHART_SAMPLE_TYPICAL), i, 640, 360);
      g_auto(Picture) dots = paint (chart_sample_new (OCOP_CHART_DOTS, CHART_SAMPLE_TYPICAL), i, 640, 360);

      g_assert_nonnull (find_label (&bullets, OCOP_CHART_LABEL_LEGEND, "Đạt, Vượt"));
      g_assert_nonnull (find_label (&bullets, OCOP_CHART_LABEL_LEGEND, "Có nguy cơ không đạt"));
      g_assert_nonnull (find_label (&dots, OCOP_CHART_LABEL_LEGEND, "Chênh lệch cho phép: 10"));
      g_assert_nonnull (find_label (&dots, OCOP_CHART_LABEL_LEGEND, "Further apart"));
    }
}

/* Beside rows names have the room that the marks can spare, even in a small picture. */
static void
test_names_beside_rows_are_whole (void)
{
  const OcopChartKind kinds[] = { OCOP_CHART_STACKED_ROWS, OCOP_CHART_ROWS, OCOP_CHART_BULLET, OCOP_CHART_FUNNEL, OCOP_CHART_FLOWS };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto(Picture) picture = paint (chart_sample_new (kinds[i], CHART_SAMPLE_LONG), OCOP_CHART_THEME_SCREEN_LIGHT, 640, 360);

      for (guint j = 0; j < picture.geometry->labels->len; j++)
        g_assert_false (label_at (&picture, j)->kind == OCOP_CHART_LABEL_CATEGORY && label_at (&picture, j)->cut);
    }
}

static guint
count_cut_names (const Picture *picture)
{
  guint n = 0;

  for (guint i = 0; i < picture->geometry->labels->len; i++)
    n += label_at (picture, i)->kind == OCOP_CHART_LABEL_CATEGORY && label_at (picture, i)->cut;
  return n;
}

static void
check_labels_stand_apart (const Picture *picture)
{
  for (guint i = 0; i < picture->geometry->labels->len; i++)
    {
      g_assert_true (ocop_chart_box_holds (&picture->frame, &label_at (picture, i)->box));
      for (guint j = 0; j < i; j++)
        g_assert_false (ocop_chart_box_overlaps (&label_at (picture, i)->box, &label_at (picture, j)->box));
    }
}

/* Names of @letters, the last of @last, on slides, in the window and for the projector. */
static void
check_long_names (OcopChartKind kind,
                  guint         letters,
                  guint         last,
                  guint         most_cut)
{
  const struct { double width, height; OcopChartThemeId theme; } sizes[] = {
    { 880, 400, OCOP_CHART_THEME_SCREEN_LIGHT }, { 960, 540, OCOP_CHART_THEME_PROJECTOR }, { 1000, 600, OCOP_CHART_THEME_SCREEN_DARK },
    { 1280, 720, OCOP_CHART_THEME_PROJECTOR }, { 1920, 1080, OCOP_CHART_THEME_PROJECTOR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto(Picture) picture = paint (chart_sample_new_named (kind, letters, last), sizes[i].theme, sizes[i].width, sizes[i].height);

      g_test_message ("%s, size %u, %u letters, the last %u", ocop_chart_kind_get_traits (kind)->name, i, letters, last);
      check_labels_stand_apart (&picture);
      g_assert_cmpuint (count_labels (&picture, OCOP_CHART_LABEL_CATEGORY), >=, 4);
      g_assert_cmpuint (count_cut_names (&picture), <=, most_cut);
    }
}

/* Titles of criteria sets and of indicators: there are rather fewer rows than names that are cut, but never fewer than
 * four. One that three lines cannot hold is cut, and costs no other its row. */
static void
test_long_names_beside_rows (void)
{
  const OcopChartKind kinds[] = { OCOP_CHART_STACKED_ROWS, OCOP_CHART_ROWS, OCOP_CHART_BULLET, OCOP_CHART_HEAT, OCOP_CHART_FUNNEL };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      check_long_names (kinds[i], 60, 60, 0);
      check_long_names (kinds[i], 100, 100, 0);
      check_long_names (kinds[i], 60, 300, 1);
    }
}

/* Products: rather fewer columns too. */
static void
test_long_names_under_columns (void)
{
  const OcopChartKind kinds[] = { OCOP_CHART_BARS, OCOP_CHART_STACKED_BARS, OCOP_CHART_DOTS };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      check_long_names (kinds[i], 60, 60, 0);
      check_long_names (kinds[i], 100, 100, 0);
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
      g_assert_cmpuint (count_labels (&funnel, OCOP_CHART_LABEL_VALUE), ==, funnel.geometry->marks->len - 1 + n_rest);
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

/* Where names are long there are fewer marks in a small picture, each with its name; only among moments some go without. */
static void
test_marks_are_named (void)
{
  const OcopChartKind kinds[] = { OCOP_CHART_BARS, OCOP_CHART_STACKED_BARS, OCOP_CHART_DOTS };

  for (guint i = 0; i < G_N_ELEMENTS (kinds) * OCOP_CHART_N_THEMES; i++)
    {
      g_auto(Picture) picture = paint (chart_sample_new (kinds[i / OCOP_CHART_N_THEMES], CHART_SAMPLE_LONG), i % OCOP_CHART_N_THEMES, 640, 360);
      guint n_drawn = 0;

      for (guint j = 0; j < picture.geometry->marks->len; j++)
        n_drawn += j == 0 || mark_at (&picture, j)->category != mark_at (&picture, j - 1)->category;
      g_assert_cmpuint (n_drawn, >=, 4);
      g_assert_cmpuint (count_labels (&picture, OCOP_CHART_LABEL_CATEGORY), >=, n_drawn);
    }
}

/* No two members' dots about a product lie on one another. */
static void
test_dots_of_members_stand_apart (void)
{
  for (guint i = 0; i < OCOP_CHART_N_THEMES; i++)
    {
      g_auto(Picture) dots = paint (chart_sample_new (OCOP_CHART_DOTS, CHART_SAMPLE_TYPICAL), i, 640, 360);

      for (guint j = 0; j < dots.geometry->marks->len; j++)
        for (guint k = 0; k < j; k++)
          {
            const OcopChartBox *a = &mark_at (&dots, j)->box, *b = &mark_at (&dots, k)->box;

            g_assert_cmpfloat (hypot (a->x - b->x, a->y - b->y), >, a->width * 0.5);
          }
    }
}

/* The lowest of them, where a line of the scale runs too, is seen whole. */
static void
test_lowest_dot_is_whole (void)
{
  OcopChart *chart = chart_sample_new (OCOP_CHART_DOTS, CHART_SAMPLE_TYPICAL);
  g_auto(Picture) dots = { 0 };
  double foot = 0;

  ocop_chart_set_value (chart, 0, 0, 40 * 100);
  dots = paint (chart, OCOP_CHART_THEME_SCREEN_LIGHT, 640, 360);
  for (guint i = 0; i < dots.geometry->labels->len; i++)
    if (label_at (&dots, i)->kind == OCOP_CHART_LABEL_TICK)
      foot = MAX (foot, label_at (&dots, i)->box.y + label_at (&dots, i)->box.height / 2);
  for (guint i = 0; i < dots.geometry->marks->len; i++)
    g_assert_cmpfloat (mark_at (&dots, i)->box.y + mark_at (&dots, i)->box.height, <, foot);
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

/* Where it has most, and also where not all have a place of their own. */
static void
test_unknown_stands_last (void)
{
  for (ChartSample sample = CHART_SAMPLE_TYPICAL; sample <= CHART_SAMPLE_MANY; sample++)
    {
      g_autoptr(OcopChart) chart = chart_sample_new (OCOP_CHART_STACKED_ROWS, sample);
      guint unknown = ocop_chart_add_category (chart, OCOP_CHART_KEY_UNKNOWN, "Chưa rõ", OCOP_CHART_ROLE_INHERIT);
      g_autoptr(GPtrArray) slots = NULL;
      guint last;

      ocop_chart_set_text (chart, OCOP_CHART_TEXT_REST, "Các xã khác");
      ocop_chart_set_value (chart, 0, unknown, 9999);
      slots = ocop_chart_slots_new (chart, 20, FALSE);
      last = slots->len - (sample == CHART_SAMPLE_MANY ? 2 : 1);
      g_assert_cmpint (((OcopChartSlot *) slots->pdata[last])->category, ==, (int) unknown);
      g_assert_cmpint (((OcopChartSlot *) slots->pdata[last])->total, ==, 9999);
    }
}

/* The day of the figures is marked, what follows is explained, and the day is the latest that is asked for. */
static void
test_day_is_marked (void)
{
  static const ChartSample samples[] = { CHART_SAMPLE_TYPICAL, CHART_SAMPLE_MANY };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      OcopChart *chart = chart_sample_new (OCOP_CHART_AREA, samples[i]);
      guint day = ocop_chart_n_categories (chart) / 2;
      g_autofree char *total = ocop_chart_value_to_people (chart, ocop_chart_category_total (chart, day));
      g_auto(Picture) picture = { NULL };

      ocop_chart_set_text (chart, OCOP_CHART_TEXT_FORESEEN, "Còn lại");
      ocop_chart_set_foreseen (chart, day + 1);
      picture = paint (chart, OCOP_CHART_THEME_SCREEN_LIGHT, 960, 540);
      g_assert_nonnull (find_label (&picture, OCOP_CHART_LABEL_LEVEL, ocop_chart_get_category (chart, day)->label));
      g_assert_nonnull (find_label (&picture, OCOP_CHART_LABEL_LEGEND, "Còn lại"));
      g_assert_nonnull (find_label (&picture, OCOP_CHART_LABEL_TOTAL, total));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/readable/sectors-differ", test_sectors_differ);
  g_test_add_func ("/chart/readable/grouped-rows-have-figures", test_grouped_rows_have_figures);
  g_test_add_func ("/chart/readable/figures-of-bars-stand-apart", test_figures_of_bars_stand_apart);
  g_test_add_func ("/chart/readable/latest-is-named", test_latest_is_named);
  g_test_add_func ("/chart/readable/rest-has-a-range", test_rest_has_a_range);
  g_test_add_func ("/chart/readable/bullet-without-target", test_bullet_without_target);
  g_test_add_func ("/chart/readable/colours-are-explained", test_colours_are_explained);
  g_test_add_func ("/chart/readable/names-beside-rows-are-whole", test_names_beside_rows_are_whole);
  g_test_add_func ("/chart/readable/long-names-beside-rows", test_long_names_beside_rows);
  g_test_add_func ("/chart/readable/long-names-under-columns", test_long_names_under_columns);
  g_test_add_func ("/chart/readable/bounds-of-intervals", test_bounds_of_intervals);
  g_test_add_func ("/chart/readable/ends-of-flows-are-named", test_ends_of_flows_are_named);
  g_test_add_func ("/chart/readable/funnel-is-readable", test_funnel_is_readable);
  g_test_add_func ("/chart/readable/spreads-are-readable", test_spreads_are_readable);
  g_test_add_func ("/chart/readable/widest-spreads-first", test_widest_spreads_first);
  g_test_add_func ("/chart/readable/marks-are-named", test_marks_are_named);
  g_test_add_func ("/chart/readable/dots-of-members-stand-apart", test_dots_of_members_stand_apart);
  g_test_add_func ("/chart/readable/lowest-dot-is-whole", test_lowest_dot_is_whole);
  g_test_add_func ("/chart/readable/dot-alone", test_dot_alone);
  g_test_add_func ("/chart/readable/totals-are-above-the-area", test_totals_are_above_the_area);
  g_test_add_func ("/chart/readable/unknown-stands-last", test_unknown_stands_last);
  g_test_add_func ("/chart/readable/day-is-marked", test_day_is_marked);
  return g_test_run ();
}
