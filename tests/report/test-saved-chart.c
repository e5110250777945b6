/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-saved-chart.h"

#include "base/ocop-error.h"
#include "base/ocop-locale.h"
#include "register/fixture.h"

/* The charts of the tests own nothing. */
#define TEXT(text) ((char *) (text))

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  g_free (fixture_add (fixture, "office", "name", "Chi cục Thử Nghiệm", NULL));
}

/* What is done to what is kept: @chart under its name, which was @from; or @from is no longer kept. */
typedef struct
{
  const OcopSavedChart *chart;
  const char *from;
} Step;

static gpointer
make (OcopReader    *reader,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Step *step = data;

  return step->chart != NULL ? ocop_saved_chart_keep (reader, step->chart, step->from, error)
                             : ocop_saved_chart_drop (reader, step->from, error);
}

static gboolean
carry_out (Fixture               *fixture,
           const OcopSavedChart  *chart,
           const char            *from,
           GError               **error)
{
  Step step = { chart, from };
  g_autoptr(OcopChange) change = ocop_register_read (fixture->reg, make, &step, error);

  return change != NULL && ocop_register_commit (fixture->reg, change, error);
}

static gpointer
read_all (OcopReader    *reader,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);

  return office != NULL ? ocop_saved_charts_read (office) : NULL;
}

/* "Một: by-locality, Hai: stock" */
static void
assert_kept (Fixture    *fixture,
             const char *wanted)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) charts = ocop_register_read (fixture->reg, read_all, NULL, &error);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < charts->len; i++)
    {
      const OcopSavedChart *chart = charts->pdata[i];

      g_string_append_printf (text, "%s%s: %s", i > 0 ? ", " : "", chart->name, chart->chart);
    }
  g_assert_cmpstr (text->str, ==, wanted);
}

static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  OcopSavedChart one = { TEXT ("Một"), TEXT ("by-locality"), NULL, TEXT ("4f5a"), TEXT ("I"), TEXT ("last-year"), ocop_date_new (2025, 6, 30) };
  OcopSavedChart two = { .name = TEXT ("Hai"), .chart = TEXT ("stock") };
  OcopSavedChart other = { .name = TEXT ("Một"), .chart = TEXT ("by-sector") };
  OcopSavedChart renamed = { .name = TEXT ("Ba"), .chart = TEXT ("by-sector") };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) charts = NULL;
  guint n_left;

  g_assert_true (carry_out (fixture, &one, NULL, &error));
  charts = ocop_register_read (fixture->reg, read_all, NULL, &error);
  g_assert_true (ocop_saved_chart_equal (charts->pdata[0], &one));
  g_assert_false (ocop_saved_chart_equal (charts->pdata[0], &other));
  g_assert_true (carry_out (fixture, &two, NULL, &error));
  assert_kept (fixture, "Một: by-locality, Hai: stock");
  g_assert_true (carry_out (fixture, &other, NULL, &error));
  assert_kept (fixture, "Một: by-sector, Hai: stock");
  g_assert_true (carry_out (fixture, &renamed, "Một", &error));
  assert_kept (fixture, "Hai: stock, Ba: by-sector");
  g_assert_true (ocop_register_undo (fixture->reg, &n_left, &error));
  assert_kept (fixture, "Một: by-sector, Hai: stock");
  g_assert_true (carry_out (fixture, NULL, "Hai", &error));
  g_assert_true (carry_out (fixture, NULL, "Một", &error));
  assert_kept (fixture, "");
  g_assert_no_error (error);
}

/* A chart without a name is refused; what another version saved does no harm. */
static void
test_odd (Fixture       *fixture,
          gconstpointer  data)
{
  OcopSavedChart nameless = { .name = TEXT (""), .chart = TEXT ("stock") };
  g_autoptr(GError) error = NULL;

  g_assert_false (carry_out (fixture, &nameless, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
  fixture_run_sql (fixture, "UPDATE office SET saved_charts = '{\"Một\": {\"chart\": \"stock\"}, \"Hai\": {\"chart\": \"no-such\"}, "
                            "\"Ba\": {\"chart\": \"stock\", \"colour\": \"red\"}, \"Bốn\": 4}'");
  fixture_open (fixture);
  assert_kept (fixture, "Một: stock");
  fixture_run_sql (fixture, "UPDATE office SET saved_charts = 'torn'");
  fixture_open (fixture);
  assert_kept (fixture, "");
}

int
main (int   argc,
      char *argv[])
{
  ocop_locale_start ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/saved-chart/keep", Fixture, NULL, set_up, test_keep, fixture_tear_down);
  g_test_add ("/saved-chart/odd", Fixture, NULL, set_up, test_odd, fixture_tear_down);
  return g_test_run ();
}
