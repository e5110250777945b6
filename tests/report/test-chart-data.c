/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-data.h"

#include "base/ocop-locale.h"
#include "chart/ocop-chart-geometry.h"
#include "chart/ocop-chart-text.h"
#include "small-register.h"

static const SmallRecognition recognitions[] = {
  { "Gạo", "HTX Một", "QD26-03", "recognised", "3", "first", "2022-01-10" },
  { "Gạo", "HTX Một", "QD26-03", "recognised", "4", "upgrade", "2024-05-20" },
  { "Chè", "HTX Một", "QD26-11", "recognised", "4", "first", "2023-06-30" },
  { "Chè", "HTX Một", "QD26-11", "potential5", "5", "first", "2025-12-01" },
  /* Ends in the month of the figures, before their day, and on it. */
  { "Bún", "HTX Một", "QD26-04", "recognised", "3", "first", "2023-02-01" },
  { "Cốm", "HTX Một", "QD26-04", "recognised", "3", "first", "2023-02-02" },
  { "Mật ong", "Công ty Hai", "QD26-04", "potential5", "5", "first", "2025-12-01" },
  { "Rượu", "Công ty Hai", "QD26-14", "recognised", "3", "first", "2025-03-03", "revoked", "2026-02-02" },
  { "Gốm", "Công ty Ba", "QD26-21", "recognised", "5", "first", "2024" },
  { "Hoa", "Công ty Ba", "QD26-23", "recognised", "3", "first", "" },
  { NULL }
};

static const OcopDate on = { 2026, 2, 2 };

typedef struct
{
  const char *name;
  const OcopQuery *base;
} Request;

static gpointer
read_chart (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Request *request = data;

  const OcopChartScope scope = { request->base, on };

  return ocop_chart_data_new (reader, request->name, &scope, error);
}

static OcopChart *
make_chart (Fixture         *fixture,
            const char      *name,
            const OcopQuery *base)
{
  Request request = { name, base };
  g_autoptr(GError) error = NULL;
  OcopChart *chart = ocop_register_read (fixture->reg, read_chart, &request, &error);

  g_assert_no_error (error);
  return chart;
}

/* Returns: the sum of all marks, each of which has as many records behind it as it says. */
static gint64
check_marks (Fixture         *fixture,
             const char      *name,
             const OcopQuery *base)
{
  g_autoptr(OcopChart) chart = make_chart (fixture, name, base);
  gint64 sum = 0;

  g_assert_null (ocop_chart_data_query_mark (name, chart, base, OCOP_CHART_ALL_SERIES, OCOP_CHART_REST));
  for (guint category = 0; category < ocop_chart_n_categories (chart); category++)
    for (guint series = 0; series < ocop_chart_n_series (chart); series++)
      {
        g_autoptr(OcopQuery) query = ocop_chart_data_query_mark (name, chart, base, series, (int) category);
        gint64 value = ocop_chart_get_value (chart, series, category);

        if (fixture_measure (fixture, query) != value)
          g_error ("%s: behind %s, series %u, there are other records than its %d", name,
                   ocop_chart_get_category (chart, category)->key, series, (int) value);
        sum += value;
      }
  return sum;
}

/* The figures of a chart are the lengths of the lists that they open. */
static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *name;
    int usual;       /* products in it when nothing narrows them */
    int all;         /* in a chart of all products */
  } charts[] = {
    { "star-distribution", 5, 8 },
    { "star-ring", 5, 8 },
    { "by-locality", 5, 8 },
    { "by-sector", 5, 8 },
    { "by-set", 5, 8 },
    { "by-kind", 5, 8 },
    { "by-women", 5, 8 },
    { "by-trade", 5, 8 },
    { "by-year", 8, 8 },
    { "expiring-by-month", 4, 4 },
  };

  small_register_fill (fixture, recognitions);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr(OcopQuery) base = ocop_chart_data_query_base (charts[i].name);
      g_autoptr(OcopQuery) all = ocop_query_new ("product");

      g_assert_cmpstr (ocop_chart_data_get_name (i)->name, ==, charts[i].name);
      g_assert_cmpint (check_marks (fixture, charts[i].name, base), ==, charts[i].usual);
      g_assert_cmpint (check_marks (fixture, charts[i].name, all), ==, charts[i].all);
    }
  /* Those of a plan follow; they open no list. */
  g_assert_cmpstr (ocop_chart_data_get_name (G_N_ELEMENTS (charts))->name, ==, "plan-targets");
}

/* A chart of no base is one of all products that it is usually about. */
static void
test_usual (Fixture       *fixture,
            gconstpointer  data)
{
  small_register_fill (fixture, recognitions);
  for (guint i = 0; i < ocop_chart_data_n_names (); i++)
    {
      const OcopChartName *one = ocop_chart_data_get_name (i);
      g_autoptr(OcopQuery) base = ocop_chart_data_query_base (one->name);
      g_autoptr(OcopChart) chart = make_chart (fixture, one->name, NULL);
      g_autoptr(OcopChart) same = make_chart (fixture, one->name, base);
      g_autofree char *words = ocop_chart_to_words (chart);
      g_autofree char *same_words = ocop_chart_to_words (same);

      g_assert_cmpstr (words, ==, same_words);
      g_assert_cmpstr (ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE), ==, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  ocop_locale_start ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/chart-data/marks", Fixture, NULL, fixture_set_up, test_marks, fixture_tear_down);
  g_test_add ("/chart-data/usual", Fixture, NULL, fixture_set_up, test_usual, fixture_tear_down);
  return g_test_run ();
}
