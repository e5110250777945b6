/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-samples.h"
#include "chart/ocop-chart-table.h"
#include "chart/ocop-chart-text.h"

static OcopChart *
by_locality (OcopChartKind kind)
{
  OcopChart *chart = ocop_chart_new (kind, "Sản phẩm theo xã");

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, "Xã");
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, "sản phẩm");
  ocop_chart_add_series (chart, "3 sao", OCOP_CHART_ROLE_STAR3);
  ocop_chart_add_series (chart, "4 sao", OCOP_CHART_ROLE_STAR4);
  ocop_chart_add_category (chart, "1", "Đồi\tChè", OCOP_CHART_ROLE_INHERIT);
  ocop_chart_add_category (chart, "2", "Đồng Xanh", OCOP_CHART_ROLE_INHERIT);
  ocop_chart_set_value (chart, 0, 0, 1200);
  ocop_chart_set_value (chart, 0, 1, 300);
  ocop_chart_set_value (chart, 1, 1, 500);
  return chart;
}

static void
test_words_of_one_series (void)
{
  g_autoptr(OcopChart) chart = chart_sample_new (OCOP_CHART_RING, CHART_SAMPLE_TYPICAL);
  g_autofree char *words = ocop_chart_to_words (chart);

  g_assert_cmpstr (words, ==,
                   "Cơ cấu sản phẩm OCOP theo hạng sao: Sản phẩm còn hiệu lực. 3 sao 91 sản phẩm (63,2\u00a0%), 4 sao 45 sản phẩm (31,3\u00a0%), "
                   "Tiềm năng 5 sao 3 sản phẩm (2,1\u00a0%), 5 sao 5 sản phẩm (3,5\u00a0%). Total: 144 sản phẩm. "
                   "Figures as of 22/11/2026 · Chi cục Phát triển nông thôn.");
}

static void
test_words_of_a_stack (void)
{
  g_autoptr(OcopChart) chart = by_locality (OCOP_CHART_STACKED_ROWS);
  g_autofree char *words = NULL;

  ocop_chart_set_flags (chart, OCOP_CHART_PRACTICE);
  words = ocop_chart_to_words (chart);
  g_assert_cmpstr (words, ==,
                   "Sản phẩm theo xã: 3 sao 1.500 sản phẩm (75,0\u00a0%), 4 sao 500 sản phẩm (25,0\u00a0%). "
                   "Đồi\tChè 1.200 sản phẩm (3 sao 1.200); Đồng Xanh 800 sản phẩm (3 sao 300, 4 sao 500). "
                   "Total: 2.000 sản phẩm. PRACTICE DATA.");
}

/* What there was at different times is never added up. */
static void
test_words_of_lines (void)
{
  g_autoptr(OcopChart) chart = by_locality (OCOP_CHART_LINE);
  g_autofree char *words = ocop_chart_to_words (chart);

  g_assert_cmpstr (words, ==, "Sản phẩm theo xã: Đồi\tChè (3 sao 1.200); Đồng Xanh (3 sao 300, 4 sao 500).");
}

/* What is to come is no figure like those before. */
static void
test_words_of_what_is_to_come (void)
{
  g_autoptr(OcopChart) chart = by_locality (OCOP_CHART_LINE);
  g_autofree char *words = NULL;

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_FORESEEN, "Còn lại");
  g_assert_cmpuint (ocop_chart_get_foreseen (chart), ==, 2);
  ocop_chart_set_foreseen (chart, 1);
  words = ocop_chart_to_words (chart);
  g_assert_cmpstr (words, ==, "Sản phẩm theo xã: Đồi\tChè (3 sao 1.200); Còn lại: Đồng Xanh (3 sao 300, 4 sao 500).");
}

static void
test_words_of_nothing (void)
{
  g_autoptr(OcopChart) chart = ocop_chart_new (OCOP_CHART_BARS, "Sản phẩm");
  g_autofree char *words = ocop_chart_to_words (chart);

  g_assert_cmpstr (words, ==, "Sản phẩm: No figures yet.");
}

static void
test_tsv (void)
{
  g_autoptr(OcopChart) chart = by_locality (OCOP_CHART_STACKED_BARS);
  g_autoptr(OcopChartTable) table = ocop_chart_table_new (chart);
  g_autofree char *tsv = ocop_chart_table_to_tsv (table);

  g_assert_cmpstr (tsv, ==,
                   "Xã\t3 sao\t4 sao\tTotal\n"
                   "Đồi Chè\t1200\t\t1200\n"
                   "Đồng Xanh\t300\t500\t800\n"
                   "Total\t1500\t500\t2000\n");
}

static void
check_figure (const OcopChartTable *table,
              guint                 row,
              guint                 column,
              gint64                expected)
{
  const OcopValue *cell = ocop_chart_table_get (table, row, column);

  g_assert_cmpint (cell->type, ==, expected == OCOP_CHART_UNKNOWN ? OCOP_VALUE_UNKNOWN : OCOP_VALUE_INTEGER);
  if (expected != OCOP_CHART_UNKNOWN)
    g_assert_cmpint (cell->integer, ==, expected);
}

/* None of 170 localities is folded away, and every figure is the chart's. */
static void
test_table_has_everything (void)
{
  for (guint kind = 0; kind < OCOP_CHART_N_KINDS; kind++)
    {
      g_autoptr(OcopChart) chart = chart_sample_new (kind, CHART_SAMPLE_MANY);
      g_autoptr(OcopChartTable) table = ocop_chart_table_new (chart);
      guint n_series = ocop_chart_n_drawn_series (chart), n = ocop_chart_n_categories (chart);

      g_assert_cmpint (table->has_total_row, ==, ocop_chart_sums_categories (chart));
      g_assert_cmpint (table->has_total_column, ==, ocop_chart_is_stacked (chart));
      g_assert_cmpuint (table->n_rows, ==, 1 + n + (table->has_total_row ? 1 : 0));
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n_series; j++)
          check_figure (table, i + 1, j + 1, ocop_chart_get_value (chart, j, i));
      for (guint j = 0; table->has_total_row && j < n_series; j++)
        check_figure (table, n + 1, j + 1, ocop_chart_series_total (chart, j));
    }
}

/* Their bounds are hundredths, and so are the levels between them; what is counted has no decimals. */
static void
test_levels_of_intervals (void)
{
  g_autoptr(OcopChart) chart = chart_sample_new (OCOP_CHART_HISTOGRAM, CHART_SAMPLE_TYPICAL);
  g_autofree char *words = ocop_chart_to_words (chart);

  g_assert_nonnull (strstr (words, "3 sao 50, 4 sao 70, 5 sao 90"));
}

static void
test_shares (void)
{
  static const struct
  {
    gint64 part, whole;
    const char *text;
  } cases[] = {
    { 0, 7, "0,0\u00a0%" },
    { 7, 7, "100,0\u00a0%" },
    { 1, 3, "33,3\u00a0%" },
    { 2, 3, "66,7\u00a0%" },
    { 1, 2000, "0,1\u00a0%" },
    { 91, 144, "63,2\u00a0%" },
    { 9997, 10000, "99,9\u00a0%" },
    { 10004, 10000, "100,0\u00a0%" },
    { 3, 2, "150,0\u00a0%" },
    { OCOP_CHART_UNKNOWN, 3, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ocop_chart_share_to_people (cases[i].part, cases[i].whole);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
check_mark (OcopChartKind  kind,
            OcopChartMark  mark,
            const char    *expected)
{
  g_autoptr(OcopChart) chart = by_locality (kind);
  g_autofree char *words = ocop_chart_mark_to_words (chart, &mark);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_marks (void)
{
  check_mark (OCOP_CHART_STACKED_ROWS, (OcopChartMark) { OCOP_CHART_MARK_BAR, 1, 1, 500 },
              "Đồng Xanh, 4 sao: 500 sản phẩm (62,5\u00a0%)");
  check_mark (OCOP_CHART_BARS, (OcopChartMark) { OCOP_CHART_MARK_BAR, 1, 1, 500 }, "Đồng Xanh, 4 sao: 500 sản phẩm");
  check_mark (OCOP_CHART_RING, (OcopChartMark) { OCOP_CHART_MARK_SECTOR, 0, 1, 300 },
              "Đồng Xanh: 300 sản phẩm (20,0\u00a0%)");
  check_mark (OCOP_CHART_STACKED_ROWS,
              (OcopChartMark) { OCOP_CHART_MARK_WRITTEN, OCOP_CHART_ALL_SERIES, OCOP_CHART_REST, 2000 },
              "Others: 2.000 sản phẩm");
}

/* A copy says the same, and goes on saying it when the original is gone. */
static void
test_copy (void)
{
  OcopChart *chart = chart_sample_new (OCOP_CHART_STACKED_ROWS, CHART_SAMPLE_LONG);
  g_autoptr(OcopChart) copy = ocop_chart_copy (chart);
  g_autofree char *before = ocop_chart_to_words (chart);
  g_autofree char *after = NULL;

  ocop_chart_set_value (chart, 0, 0, 999999);
  ocop_chart_free (chart);
  after = ocop_chart_to_words (copy);
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/text/words-of-one-series", test_words_of_one_series);
  g_test_add_func ("/chart/text/words-of-a-stack", test_words_of_a_stack);
  g_test_add_func ("/chart/text/words-of-lines", test_words_of_lines);
  g_test_add_func ("/chart/text/words-of-what-is-to-come", test_words_of_what_is_to_come);
  g_test_add_func ("/chart/text/words-of-nothing", test_words_of_nothing);
  g_test_add_func ("/chart/text/tsv", test_tsv);
  g_test_add_func ("/chart/text/table-has-everything", test_table_has_everything);
  g_test_add_func ("/chart/text/levels-of-intervals", test_levels_of_intervals);
  g_test_add_func ("/chart/text/shares", test_shares);
  g_test_add_func ("/chart/text/marks", test_marks);
  g_test_add_func ("/chart/text/copy", test_copy);
  return g_test_run ();
}
