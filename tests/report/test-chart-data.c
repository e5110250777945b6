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
  OcopChartScope scope;
} Request;

static gpointer
read_chart (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Request *request = data;


  return ocop_chart_data_new (reader, request->name, &request->scope, error);
}

static OcopChart *
make_chart_on (Fixture         *fixture,
               const char      *name,
               const OcopQuery *base,
               OcopDate         day)
{
  Request request = { name, { base, day } };
  g_autoptr(GError) error = NULL;
  OcopChart *chart = ocop_register_read (fixture->reg, read_chart, &request, &error);

  g_assert_no_error (error);
  return chart;
}

static OcopChart *
make_chart (Fixture         *fixture,
            const char      *name,
            const OcopQuery *base)
{
  return make_chart_on (fixture, name, base, on);
}

/* Returns: the sum of all marks, each of which has as many records behind it as it says. */
static gint64
check_marks_on (Fixture         *fixture,
                const char      *name,
                const OcopQuery *base,
                OcopDate         day)
{
  g_autoptr(OcopChart) chart = make_chart_on (fixture, name, base, day);
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

static gint64
check_marks (Fixture         *fixture,
             const char      *name,
             const OcopQuery *base)
{
  return check_marks_on (fixture, name, base, on);
}

static gint64
check_all_marks (Fixture    *fixture,
                 const char *name)
{
  g_autoptr(OcopQuery) all = ocop_query_new ("product");

  return check_marks (fixture, name, all);
}

static gint64
check_usual_marks (Fixture    *fixture,
                   const char *name)
{
  g_autoptr(OcopQuery) base = ocop_chart_data_query_base (name);

  return check_marks (fixture, name, base);
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
  g_assert_cmpint (check_all_marks (fixture, "expiring-by-month"), ==, 4);
  g_assert_cmpint (check_usual_marks (fixture, "round-before"), ==, 7 + 5);
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
      g_assert_null (strstr (ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE), "Scope"));
    }
}

/* Which series and category of a chart of moves stand for a class; its place among them for none. */
static gint64
count_moves (const OcopChart *chart,
             const char      *from,
             const char      *to)
{
  for (guint i = 0; i < ocop_chart_n_series (chart); i++)
    for (guint j = 0; j < ocop_chart_n_categories (chart); j++)
      if (g_str_equal (ocop_chart_get_category (chart, i)->key, from) && g_str_equal (ocop_chart_get_category (chart, j)->key, to))
        return ocop_chart_get_value (chart, i, j);
  return -1;
}

/* Each product decided on in the year moves once. One that the centre is asked to give 5 stars keeps its 4 as long as they hold. */
static void
test_moves (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(OcopChart) chart = NULL;
  gint64 sum = 0;

  small_register_fill (fixture, recognitions);
  chart = make_chart_on (fixture, "round-moves", NULL, ocop_date_new (2025, 12, 31));
  g_assert_cmpint (count_moves (chart, "4", "4"), ==, 1);
  g_assert_cmpint (count_moves (chart, "", "potential5"), ==, 1);
  g_assert_cmpint (count_moves (chart, "", "3"), ==, 1);
  for (guint i = 0; i < ocop_chart_n_series (chart); i++)
    sum += ocop_chart_series_total (chart, i);
  g_assert_cmpint (sum, ==, 3);
}

static void
add_dossier (Fixture    *fixture,
             const char *product,
             const char *year,
             const char *const *steps)
{
  g_autofree char *dossier = fixture_add (fixture, "dossier", "name", "Hồ sơ", "product", product, "kind", "first",
                                          "step", steps[0], "round_year", year, NULL);

  for (guint i = 0; steps[i] != NULL; i++)
    g_free (fixture_add (fixture, "dossier_move", "dossier", dossier, "step", steps[i], "moved_on", "2026-01-05", NULL));
}

/* Who came to a later step came to the ones before, even where nobody wrote them down; withdrawing leads nowhere. */
static void
test_funnel (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *year;
    const char *steps[4];
  } dossiers[] = {
    { "2026", { "recognised", "council", "province-received" } },
    { "2026", { "not-classed", "complete" } },
    { "2026", { "withdrawn", "commune-received" } },
    { "2026", { "idea" } },
    { "2025", { "recognised" } },
  };
  const gint64 wanted[] = { 4, 3, 2, 2, 2, 1 };
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", NULL);
  g_autoptr(OcopQuery) base = ocop_chart_data_query_base ("round-funnel");
  g_autoptr(OcopChart) chart = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dossiers); i++)
    add_dossier (fixture, product, dossiers[i].year, dossiers[i].steps);
  chart = make_chart (fixture, "round-funnel", NULL);
  g_assert_cmpuint (ocop_chart_n_categories (chart), ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpint (ocop_chart_get_value (chart, 0, i), ==, wanted[i]);
  check_marks (fixture, "round-funnel", base);
}

/* An interval holds its lower bound and not its upper one; the last holds the most points that there are. */
static void
test_scores (Fixture       *fixture,
             gconstpointer  data)
{
  const char *const scores[] = { "49.99", "50.00", "54.99", "55.00", "100.00", "" };
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", NULL);
  g_autoptr(OcopQuery) base = ocop_chart_data_query_base ("round-scores");
  g_autoptr(OcopChart) chart = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3", "kind", "first",
                         "decision_date", "2026-01-15", "score", scores[i], NULL));
  chart = make_chart (fixture, "round-scores", NULL);
  g_assert_cmpint (ocop_chart_get_value (chart, 0, 9), ==, 1);
  g_assert_cmpint (ocop_chart_get_value (chart, 0, 10), ==, 2);
  g_assert_cmpint (ocop_chart_get_value (chart, 0, 11), ==, 1);
  g_assert_cmpint (ocop_chart_get_value (chart, 0, 19), ==, 1);
  g_assert_cmpint (check_marks (fixture, "round-scores", base), ==, 5);
}

/* At the day of the figures as many as the chart of classes has; behind each figure its records on its day. */
static void
test_stock (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(OcopQuery) base = ocop_chart_data_query_base ("stock");
  g_autoptr(OcopChart) chart = NULL;
  guint today = 0;

  small_register_fill (fixture, recognitions);
  chart = make_chart (fixture, "stock", NULL);
  while (!g_str_equal (ocop_chart_get_category (chart, today)->key, "2026-02-02"))
    today++;
  g_assert_cmpuint (today, ==, 12);
  g_assert_cmpint (ocop_chart_category_total (chart, today), ==, 5);
  g_assert_cmpstr (ocop_chart_get_category (chart, today)->label, ==, "02/02/2026");
  g_assert_cmpuint (ocop_chart_get_foreseen (chart), ==, today + 1);
  check_marks (fixture, "stock", base);
}

static OcopChart *
make_chart_of (Fixture    *fixture,
               const char *name,
               const char *subject)
{
  Request request = { name, { .on = on, .subject = subject } };
  g_autoptr(GError) error = NULL;
  OcopChart *chart = ocop_register_read (fixture->reg, read_chart, &request, &error);

  g_assert_no_error (error);
  return chart;
}

static gint64
count_behind (Fixture         *fixture,
              const char      *name,
              const OcopChart *chart,
              guint            series,
              guint            category)
{
  g_autoptr(OcopQuery) base = ocop_chart_data_query_base (name);
  g_autoptr(OcopQuery) query = ocop_chart_data_query_mark (name, chart, base, series, (int) category);

  return fixture_measure (fixture, query);
}

/* A producer of @unit with a valid product, inspected on @inspected. */
static void
add_holder (Fixture    *fixture,
            const char *name,
            const char *unit,
            const char *inspected)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", name, "unit", unit, "kind", "cooperative", NULL);
  g_autofree char *product = fixture_add (fixture, "product", "name", name, "producer", producer, NULL);

  g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3", "kind", "first",
                       "decision_date", "2025-03-01", NULL));
  if (inspected != NULL)
    g_free (fixture_add (fixture, "inspection", "name", "Kiểm tra", "producer", producer, "held_on", inspected, NULL));
}

/* What was recorded for a commune that is no more counts for the one that took its place; only inspections of the year count. */
static void
test_coverage (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *now = fixture_add (fixture, "unit", "name", "Xã Mới", "code", "99001", "level", "commune", "valid_from", "2025-07-01", NULL);
  g_autofree char *former = fixture_add (fixture, "unit", "name", "Xã Cũ", "code", "99002", "level", "commune",
                                         "valid_until", "2025-06-30", "successor", now, NULL);
  g_autoptr(OcopChart) shares = NULL;
  g_autoptr(OcopChart) work = NULL;
  guint inspections = 0;

  add_holder (fixture, "Một", now, "2026-01-15");
  add_holder (fixture, "Hai", former, "2025-06-01");
  add_holder (fixture, "Ba", former, NULL);
  add_holder (fixture, "Không nơi", NULL, "2026-01-16");
  shares = make_chart_of (fixture, "coverage", NULL);
  while (!g_str_has_prefix (ocop_chart_get_series (shares, inspections)->name, "Chủ thể được kiểm tra"))
    inspections++;
  g_assert_cmpuint (ocop_chart_n_categories (shares), ==, 2);
  g_assert_cmpstr (ocop_chart_get_category (shares, 0)->label, ==, "Xã Mới");
  g_assert_cmpint (ocop_chart_get_value (shares, inspections, 0), ==, 3333);
  g_assert_cmpint (ocop_chart_get_value (shares, inspections, 1), ==, 10000);
  g_assert_cmpint (count_behind (fixture, "coverage", shares, inspections, 0), ==, 2);
  g_assert_cmpint (count_behind (fixture, "coverage", shares, inspections, 1), ==, 0);
  work = make_chart_of (fixture, "coverage-localities", "K01");
  for (guint category = 0; category < 2; category++)
    for (guint series = 0; series < 2; series++)
      g_assert_cmpint (count_behind (fixture, "coverage-localities", work, series, category), ==,
                       ocop_chart_get_value (work, series, category));
  g_assert_cmpint (ocop_chart_get_value (work, 1, 0), ==, 2);
}

/* All that ends a recognition, and takes its place. */
static const SmallRecognition lives[] = {
  { "Gạo", "HTX Một", "QD26-03", "recognised", "3", "first", "2022-01-10" },
  { "Gạo", "HTX Một", "QD26-03", "recognised", "4", "upgrade", "2024-05-20" },
  { "Chè", "HTX Một", "QD26-11", "recognised", "4", "first", "2020-06-30" },
  { "Chè", "HTX Một", "QD26-11", "recognised", "4", "again", "2023-06-30" },
  { "Chè", "HTX Một", "QD26-11", "potential5", "5", "upgrade", "2025-12-01" },
  { "Bún", "HTX Một", "QD26-04", "recognised", "3", "first", "2022-03-31", "extended", "2026-03-31" },
  { "Cốm", "HTX Một", "QD26-04", "recognised", "3", "first", "2022-05-05", "revoked", "2023-09-30" },
  { "Cốm", "HTX Một", "QD26-04", "recognised", "3", "first", "2024-10-01" },
  { "Rượu", "Công ty Hai", "QD26-14", "recognised", "4", "first", "2023-03-03", "withdrawn", "2024-12-31" },
  { "Mật ong", "Công ty Hai", "QD26-04", "potential5", "5", "first", "2023-12-31", "centre", "2025-01-01" },
  { "Mật ong", "Công ty Hai", "QD26-04", "recognised", "5", "first", "2025-01-01" },
  { "Gốm", "Công ty Ba", "QD26-21", "recognised", "5", "first", "2023" },
  { "Hoa", "Công ty Ba", "QD26-23", "recognised", "3", "first", "" },
  { NULL }
};

/* The curve is told in one look at all recognitions; each of its figures, by counting alone on its own day. */
static void
test_stock_lives (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const states[] = { "valid", "expired", "replaced", "revoked", "none" };
  static const OcopDate days[] = { { 2022, 3, 31 }, { 2024, 12, 31 }, { 2025, 1, 1 }, { 2026, 4, 1 } };
  g_autoptr(OcopQuery) usual = ocop_chart_data_query_base ("stock");
  g_autoptr(OcopQuery) decided = ocop_query_copy (usual);
  OcopQuery *recognitions_of_year = ocop_query_new ("recognition");

  small_register_fill (fixture, lives);
  ocop_query_where (recognitions_of_year, "decision_date", OCOP_OPERATOR_BETWEEN, "2023-01-01", "2023-12-31", NULL);
  ocop_query_has (decided, TRUE, recognitions_of_year);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_cmpint (check_marks_on (fixture, "stock", usual, days[i]), >, check_marks_on (fixture, "stock", decided, days[i]));
      for (guint j = 0; j < G_N_ELEMENTS (states); j++)
        {
          g_autoptr(OcopQuery) base = ocop_query_new ("product");

          ocop_query_where (base, "state", OCOP_OPERATOR_IS, states[j], NULL);
          check_marks_on (fixture, "stock", base, days[i]);
        }
    }
}

/* Behind each flow the products that moved so; a chart of some shows what those were before, whatever it was. */
static void
test_moves_lives (Fixture       *fixture,
                  gconstpointer  data)
{
  static const OcopDate days[] = { { 2023, 9, 30 }, { 2024, 12, 31 }, { 2025, 12, 31 } };
  static const gint64 fours[] = { 2, 1, 1 };
  g_autoptr(OcopQuery) all = ocop_query_new ("product");
  g_autoptr(OcopQuery) of_four = ocop_query_new ("product");
  g_autoptr(OcopChart) chart = NULL;

  small_register_fill (fixture, lives);
  ocop_query_where (of_four, "star", OCOP_OPERATOR_IS, "4", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_cmpint (check_marks_on (fixture, "round-moves", all, days[i]), ==, 2);
      g_assert_cmpint (check_marks_on (fixture, "round-moves", of_four, days[i]), ==, fours[i]);
    }
  chart = make_chart_on (fixture, "round-moves", of_four, days[1]);
  g_assert_cmpint (count_moves (chart, "3", "4"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  ocop_locale_start ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/chart-data/marks", Fixture, NULL, fixture_set_up, test_marks, fixture_tear_down);
  g_test_add ("/chart-data/usual", Fixture, NULL, fixture_set_up, test_usual, fixture_tear_down);
  g_test_add ("/chart-data/stock", Fixture, NULL, fixture_set_up, test_stock, fixture_tear_down);
  g_test_add ("/chart-data/stock/lives", Fixture, NULL, fixture_set_up, test_stock_lives, fixture_tear_down);
  g_test_add ("/chart-data/moves", Fixture, NULL, fixture_set_up, test_moves, fixture_tear_down);
  g_test_add ("/chart-data/moves/lives", Fixture, NULL, fixture_set_up, test_moves_lives, fixture_tear_down);
  g_test_add ("/chart-data/funnel", Fixture, NULL, fixture_set_up, test_funnel, fixture_tear_down);
  g_test_add ("/chart-data/coverage", Fixture, NULL, fixture_set_up, test_coverage, fixture_tear_down);
  g_test_add ("/chart-data/scores", Fixture, NULL, fixture_set_up, test_scores, fixture_tear_down);
  return g_test_run ();
}
