/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-locale.h"
#include "chart/ocop-chart-geometry.h"
#include "exchange/ocop-sample.h"
#include "register/fixture.h"
#include "report/chart/ocop-chart-compare.h"
#include "report/chart/ocop-chart-data.h"

/* Every mark of every chart of the practice register that opens: as many records in its list as its figure says. */

typedef struct
{
  const char *name;
  const char *subject;
  OcopDate on;
  const OcopChart *chart;
  guint series;
  guint category;
} Asked;

static OcopDate
today (void)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  return ocop_query_get_on (query);
}

static gpointer
read_subjects (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return ocop_chart_data_read_subjects (reader, ((const Asked *) data)->name, ((const Asked *) data)->on, error);
}

static gpointer
read_chart (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Asked *asked = data;
  const OcopChartScope scope = { .on = asked->on, .subject = asked->subject };

  return ocop_chart_data_new (reader, asked->name, &scope, error);
}

static gpointer
read_behind (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Asked *asked = data;
  const OcopChartScope scope = { .on = asked->on, .subject = asked->subject };
  OcopQuery *query = ocop_chart_data_read_mark (reader, asked->name, asked->chart, &scope, asked->series, (int) asked->category, error);

  if (query != NULL)
    ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  return query;
}

/* A share and a sum of money are no number of records: those that they are made of open, which others count. */
static gboolean
counts_records (const OcopChart *chart,
                guint            category)
{
  const char *unit = ocop_chart_get_category (chart, category)->unit;

  return ocop_chart_get_decimals (chart) == 0 || (unit != NULL && strstr (unit, "product") != NULL);
}

/* What members gave to a product is of it alone; of a criteria set, the chart says how many products were asked for all. */
static void
check_mean (const Asked *asked,
            gint64       n)
{
  const char *said = strrchr (ocop_chart_get_text (asked->chart, OCOP_CHART_TEXT_SUBTITLE), ':');

  g_assert_cmpint (n, >, 0);
  if (g_str_has_prefix (asked->name, "session-"))
    g_assert_cmpint (n, ==, 1);
  if (g_str_equal (asked->name, "round-criteria"))
    g_assert_cmpint (n, <=, atoi (said + 1));
  if (g_str_equal (asked->name, "round-criteria") && asked->category == 0)
    g_assert_cmpint (n, ==, atoi (said + 1));
}

/* Returns: whether it opens. */
static gboolean
check_mark (Fixture *fixture,
            Asked   *asked)
{
  gint64 figure = ocop_chart_get_value (asked->chart, asked->series, asked->category);
  gboolean opens = ocop_chart_data_opens_mark (asked->name, asked->chart, asked->series, (int) asked->category);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopQuery) query = ocop_register_read (fixture->reg, read_behind, asked, &error);
  gint64 n;

  g_assert_no_error (error);
  g_assert_true (opens || query == NULL);
  if (query == NULL)
    return FALSE;
  n = fixture_measure (fixture, query);
  if (ocop_chart_get_flags (asked->chart) & OCOP_CHART_APART && ocop_chart_get_decimals (asked->chart) == 2)
    check_mean (asked, n);
  if (counts_records (asked->chart, asked->category) && n * (ocop_chart_get_decimals (asked->chart) == 2 ? 100 : 1) != figure)
    g_error ("%s: series %u of %s is %d, and its list has %d", asked->name, asked->series,
             ocop_chart_get_category (asked->chart, asked->category)->label, (int) figure, (int) n);
  return TRUE;
}

static guint
check_chart (Fixture    *fixture,
             const char *name,
             const char *subject)
{
  Asked asked = { name, subject, today () };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChart) chart = ocop_register_read (fixture->reg, read_chart, &asked, &error);
  guint n = 0;

  g_assert_no_error (error);
  asked.chart = chart;
  for (asked.category = 0; asked.category < ocop_chart_n_categories (chart); asked.category++)
    for (asked.series = 0; asked.series < ocop_chart_n_drawn_series (chart); asked.series++)
      n += check_mark (fixture, &asked);
  g_assert_false (ocop_chart_data_opens_mark (name, chart, OCOP_CHART_ALL_SERIES, OCOP_CHART_REST));
  return n;
}

/* Of a chart that can be of several things each of them. */
static guint
check_subjects (Fixture    *fixture,
                const char *name)
{
  Asked asked = { name, NULL, today () };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) subjects = ocop_register_read (fixture->reg, read_subjects, &asked, &error);
  guint n = subjects->len == 0 ? check_chart (fixture, name, NULL) : 0;

  g_assert_no_error (error);
  for (guint i = 0; i < subjects->len; i++)
    n += check_chart (fixture, name, ((const OcopChartSubject *) subjects->pdata[i])->key);
  return n;
}

static OcopChart *
read_chart_on (Fixture    *fixture,
               const char *name,
               OcopDate    on)
{
  Asked asked = { name, NULL, on };
  g_autoptr(GError) error = NULL;
  OcopChart *chart = ocop_register_read (fixture->reg, read_chart, &asked, &error);

  g_assert_no_error (error);
  return chart;
}

/* Of a comparison each series has the records of its own day behind it. */
static void
check_comparison (Fixture    *fixture,
                  const char *name)
{
  const OcopDate days[] = { today (), ocop_date_add_months (today (), -12) };
  g_autoptr(OcopChart) chart = read_chart_on (fixture, name, days[0]);
  g_autoptr(OcopChart) other = read_chart_on (fixture, name, days[1]);
  g_autoptr(OcopChart) compared = ocop_chart_compare (chart, "now", other, "then");

  for (guint series = 0; series < G_N_ELEMENTS (days); series++)
    {
      Asked asked = { name, NULL, days[series], compared, OCOP_CHART_ALL_SERIES };

      ocop_chart_set_as_of (compared, days[series]);
      for (asked.category = 0; asked.category < ocop_chart_n_categories (compared); asked.category++)
        {
          gint64 figure = ocop_chart_get_value (compared, series, asked.category);
          g_autoptr(GError) error = NULL;
          g_autoptr(OcopQuery) query = ocop_register_read (fixture->reg, read_behind, &asked, &error);

          g_assert_no_error (error);
          if (figure > 0 && fixture_measure (fixture, query) != figure)
            g_error ("%s: %s is %d %s", name, ocop_chart_get_category (compared, asked.category)->label, (int) figure,
                     ocop_chart_get_series (compared, series)->name);
        }
    }
}

static void
test_practice_register (Fixture       *fixture,
                        gconstpointer  data)
{
  /* Counted in the lists of products, dossiers, recognitions and what a plan's indicators count. */
  static const char *const open[] = {
    "star-distribution", "by-locality", "by-year", "stock", "expiring-by-month", "round-funnel", "round-scores", "round-moves",
    "round-parts", "round-criteria", "session-criteria", "round-minima", "session-members", "session-minima", "plan-targets",
    "plan-localities", "plan-months", NULL,
  };
  g_autoptr(GError) error = NULL;

  g_assert_true (ocop_sample_fill (fixture->reg, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < ocop_chart_data_n_names (); i++)
    {
      const char *name = ocop_chart_data_get_name (i)->name;
      guint n = check_subjects (fixture, name);

      if (ocop_chart_data_get_name (i)->compares != OCOP_CHART_COMPARES_NOTHING)
        check_comparison (fixture, name);
      g_test_message ("%s: %u marks open", name, n);
      g_assert_true (n > 0 || !g_strv_contains (open, name));
    }
}

int
main (int   argc,
      char *argv[])
{
  ocop_locale_start ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/chart-marks/practice-register", Fixture, NULL, fixture_set_up, test_practice_register, fixture_tear_down);
  return g_test_run ();
}
