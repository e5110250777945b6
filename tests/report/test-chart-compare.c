/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-compare.h"

#include "base/ocop-locale.h"
#include "chart/ocop-chart-slots.h"
#include "chart/ocop-chart-table.h"
#include "chart/ocop-chart-text.h"

/* Against which day the figures of one are held; "" where what is asked for is none. */
static void
test_day (void)
{
  static const struct
  {
    OcopDate on;
    const char *against;
    const char *day;
  } cases[] = {
    { { 2026, 11, 23 }, "last-year", "2025-11-23" },
    { { 2028, 2, 29 }, "last-year", "2027-02-28" },
    { { 2026, 11, 23 }, "year-end", "2025-12-31" },
    { { 2026, 1, 1 }, "year-end", "2025-12-31" },
    { { 2026, 11, 23 }, "2024-06-30", "2024-06-30" },
    { { 2026, 11, 23 }, "2026-11-23", "" },
    { { 2026, 11, 23 }, "2024", "" },
    { { 2026, 11, 23 }, "in:4f5a", "" },
    { { 2026, 11, 23 }, "soon", "" },
    { { 2026, 11, 23 }, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopDate day = { 0 };
      char text[OCOP_DATE_TEXT_SIZE];
      gboolean is_day = ocop_chart_against_day (cases[i].against, cases[i].on, &day);

      g_assert_cmpstr (is_day ? ocop_date_to_text (day, text) : "", ==, cases[i].day);
    }
  g_assert_cmpstr (ocop_chart_against_place ("in:4f5a"), ==, "4f5a");
  g_assert_null (ocop_chart_against_place ("last-year"));
  g_assert_null (ocop_chart_against_place (NULL));
}

/* "Gạo 3 4, Chè 1 0": categories with the figures of two classes. */
static OcopChart *
make_chart (OcopChartKind  kind,
            const char    *text,
            const char    *subtitle)
{
  OcopChart *chart = ocop_chart_new (kind, "Products");
  g_auto(GStrv) categories = g_strsplit (text, ", ", -1);
  guint n = ocop_chart_kind_get_traits (kind)->stacks ? 2 : 1;

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, subtitle);
  ocop_chart_set_as_of (chart, ocop_date_new (2026, 11, 23));
  for (guint i = 0; i < n; i++)
    ocop_chart_add_series (chart, i == 0 ? "3 stars" : "4 stars", OCOP_CHART_ROLE_STAR3);
  for (guint i = 0; categories[i] != NULL && *categories[i] != '\0'; i++)
    {
      g_auto(GStrv) words = g_strsplit (categories[i], " ", -1);

      ocop_chart_add_category (chart, words[0], words[0], OCOP_CHART_ROLE_STAR4);
      for (guint j = 0; j < n; j++)
        ocop_chart_set_value (chart, j, i, g_ascii_strtoll (words[1 + j], NULL, 10));
    }
  return chart;
}

/* Category by category its table, without the row of totals. */
static char *
dup_figures (const OcopChart *chart)
{
  g_autoptr(OcopChartTable) table = ocop_chart_table_new (chart);
  GString *text = g_string_new (NULL);

  g_assert_true (table->has_difference_column);
  g_assert_cmpuint (table->n_columns, ==, 4);
  for (guint row = 1; row < table->n_rows - (table->has_total_row ? 1 : 0); row++)
    {
      g_string_append (text, row > 1 ? ", " : "");
      for (guint column = 0; column < table->n_columns; column++)
        {
          g_autofree char *cell = ocop_chart_table_cell_to_people (table, row, column);

          g_string_append_printf (text, "%s%s", column > 0 ? " " : "", cell);
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_merge (void)
{
  static const struct
  {
    OcopChartKind kind;
    OcopChartKind becomes;
    const char *chart;
    const char *other;
    const char *compared;
  } cases[] = {
    { OCOP_CHART_BARS, OCOP_CHART_BARS, "3 7, 4 5", "3 7, 4 9", "3 7 7 0, 4 5 9 −4" },
    { OCOP_CHART_RING, OCOP_CHART_BARS, "3 7, 4 5", "3 6, 4 0", "3 7 6 +1, 4 5 0 +5" },
    /* What there are parts of is added up; a locality that the other has no product of has none there. */
    { OCOP_CHART_STACKED_ROWS, OCOP_CHART_ROWS, "Mai 1 2, Bưởi 3 0", "Bưởi 2 2, Cam 0 1", "Mai 3 0 +3, Bưởi 3 4 −1, Cam 0 1 −1" },
    /* Years stand in their order. */
    { OCOP_CHART_STACKED_BARS, OCOP_CHART_BARS, "2020 1 0, 2024 1 1", "2019 1 0, 2022 4 0, 2024 0 1, 2025 1 0",
      "2019 0 1 −1, 2020 1 0 +1, 2022 0 4 −4, 2024 2 1 +1, 2025 0 1 −1" },
    { OCOP_CHART_AREA, OCOP_CHART_LINE, "2024-01-31 1 2, 2024-02-29 4 5", "2024-01-31 1 1, 2024-02-29 1 1",
      "2024-01-31 3 2 +1, 2024-02-29 9 2 +7" },
    { OCOP_CHART_FUNNEL, OCOP_CHART_ROWS, "idea 9, council 4", "idea 3, council 3", "idea 9 3 +6, council 4 3 +1" },
    { OCOP_CHART_HISTOGRAM, OCOP_CHART_BARS, "0 9, 500 4", "0 3, 500 3", "0 9 3 +6, 500 4 3 +1" },
    { OCOP_CHART_BARS, OCOP_CHART_BARS, "", "3 6", "3 0 6 −6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopChart) chart = make_chart (cases[i].kind, cases[i].chart, "");
      g_autoptr(OcopChart) other = make_chart (cases[i].kind, cases[i].other, "");
      g_autoptr(OcopChart) compared = ocop_chart_compare (chart, "23/11/2026", other, "23/11/2025");
      g_autofree char *figures = dup_figures (compared);

      g_assert_cmpint (ocop_chart_get_kind (compared), ==, cases[i].becomes);
      g_assert_cmpstr (figures, ==, cases[i].compared);
    }
}

/* What one hears and reads of it: both names, what holds for both, and the difference. */
static void
test_words (void)
{
  g_autoptr(OcopChart) chart = make_chart (OCOP_CHART_BARS, "3 7, 4 5", "Until then · Scope: Mai");
  g_autoptr(OcopChart) other = make_chart (OCOP_CHART_BARS, "3 9, 4 5", "Until then · Scope: Cam");
  g_autoptr(OcopChart) compared = ocop_chart_compare (chart, "Mai", other, "Cam");
  const OcopChartMark mark = { .kind = OCOP_CHART_MARK_BAR, .series = 0, .category = 0, .value = 7 };
  g_autofree char *words = ocop_chart_to_words (compared);
  g_autofree char *said = ocop_chart_mark_to_words (compared, &mark);
  g_autoptr(OcopChartTable) table = ocop_chart_table_new (compared);
  g_autofree char *tsv = ocop_chart_table_to_tsv (table);

  g_assert_cmpstr (ocop_chart_get_text (compared, OCOP_CHART_TEXT_SUBTITLE), ==, "Until then · Mai compared with Cam");
  g_assert_nonnull (strstr (words, "3 (Mai 7, Cam 9, difference −2); 4 (Mai 5, Cam 5, difference 0)"));
  g_assert_cmpstr (said, ==, "3, Mai: 7 (−2)");
  g_assert_cmpstr (tsv, ==, "\tMai\tCam\tDifference\n3\t7\t9\t-2\n4\t5\t5\t0\nTotal\t12\t14\t-2\n");
}

/* What finds no place is not added up over both: nobody has 15 of them. */
static void
test_rest (void)
{
  g_autoptr(OcopChart) chart = make_chart (OCOP_CHART_STACKED_ROWS, "Mai 9 0, Cam 3 1, Chanh 2 1", "");
  g_autoptr(OcopChart) other = make_chart (OCOP_CHART_STACKED_ROWS, "Mai 9 0, Cam 3 2, Chanh 2 1", "");
  g_autoptr(OcopChart) compared = NULL;
  g_autoptr(GPtrArray) slots = NULL;
  const OcopChartSlot *rest;

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_REST, "Others");
  compared = ocop_chart_compare (chart, "now", other, "then");
  slots = ocop_chart_slots_new (compared, 2, TRUE);
  rest = slots->pdata[1];
  g_assert_cmpint (rest->category, ==, OCOP_CHART_REST);
  g_assert_cmpint (rest->values[0], ==, 7);
  g_assert_cmpint (rest->values[1], ==, 8);
  g_assert_cmpint (rest->total, ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  ocop_locale_start ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-compare/day", test_day);
  g_test_add_func ("/chart-compare/merge", test_merge);
  g_test_add_func ("/chart-compare/words", test_words);
  g_test_add_func ("/chart-compare/rest", test_rest);
  return g_test_run ();
}
