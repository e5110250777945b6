/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-question.h"

#include "base/ocop-error.h"
#include "base/ocop-locale.h"
#include "register/fixture.h"
#include "report/chart/ocop-chart-compare.h"

#define TEXT(text) ((char *) (text))

/* Two communes, of which the tests speak as "1" and "2". */
static char *units[2];

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  g_free (fixture_add (fixture, "office", "name", "Chi cục Thử Nghiệm", NULL));
  units[0] = fixture_add (fixture, "unit", "name", "Một", "type", "xã", "level", "commune", NULL);
  units[1] = fixture_add (fixture, "unit", "name", "Hai", "type", "xã", "level", "commune", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&units[0], g_free);
  g_clear_pointer (&units[1], g_free);
  fixture_tear_down (fixture, data);
}

/* (nullable): the id of a commune, for its number */
static char *
dup_place (const char *text)
{
  return g_strdup (g_strcmp0 (text, "1") == 0 ? units[0] : g_strcmp0 (text, "2") == 0 ? units[1] : text);
}

static char *
dup_against (const char *text)
{
  g_autofree char *place = dup_place (ocop_chart_against_place (text));

  return place != NULL ? g_strconcat (OCOP_CHART_AGAINST_PLACE, place, NULL) : g_strdup (text);
}

static gpointer
read_sides (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return ocop_chart_sides_read (reader, data, error);
}

static OcopChartSides *
ask (Fixture     *fixture,
     const char  *chart,
     const char  *place,
     const char  *against,
     GError     **error)
{
  OcopChartQuestion question = { .chart = TEXT (chart), .place = dup_place (place), .against = dup_against (against), .on = { 2026, 11, 23 } };
  g_autoptr(OcopChartQuestion) copy = ocop_chart_question_copy (&question);
  OcopChartSides *sides = ocop_register_read (fixture->reg, read_sides, copy, error);

  g_assert_true (sides == NULL || (sides->n == 2) == ocop_chart_question_compares (copy));
  g_free (question.place);
  g_free (question.against);
  return sides;
}

/* What stands beside what, by the names that both then have. */
static void
test_sides (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *chart, *place, *against;
    const char *wanted;
  } cases[] = {
    { "star-distribution", NULL, NULL, "All localities" },
    { "star-distribution", "everywhere", NULL, "All localities" },
    { "star-distribution", "office", NULL, "All localities" },
    { "star-distribution", "1", NULL, "xã Một" },
    { "star-distribution", "1", "in:2", "xã Một | xã Hai" },
    { "star-distribution", "office", "in:2", "All localities | xã Hai" },
    { "star-distribution", "1", "last-year", "23/11/2026 | 23/11/2025" },
    { "star-distribution", NULL, "year-end", "23/11/2026 | 31/12/2025" },
    { "star-distribution", NULL, "2024-06-30", "23/11/2026 | 30/06/2024" },
    { "stock", NULL, "in:2", "All localities | xã Hai" },
    /* nothing that it could be held against */
    { "star-distribution", "2", "in:2", "xã Hai" },
    { "star-distribution", NULL, "2026-11-23", "All localities" },
    { "stock", NULL, "last-year", "All localities" },
    { "plan-targets", NULL, "in:2", "All localities" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(OcopChartSides) sides = ask (fixture, cases[i].chart, cases[i].place, cases[i].against, &error);
      g_autofree char *both = NULL;

      g_assert_no_error (error);
      both = sides->n > 1 ? g_strconcat (sides->sides[0].title, " | ", sides->sides[1].title, NULL) : g_strdup (sides->sides[0].title);
      g_assert_cmpstr (both, ==, cases[i].wanted);
    }
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) no_chart = NULL;
  g_autoptr(GError) no_place = NULL;
  g_autoptr(GError) no_other = NULL;

  g_assert_null (ask (fixture, "no-such", NULL, NULL, &no_chart));
  g_assert_error (no_chart, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
  g_assert_null (ask (fixture, "star-distribution", "00000000-0000-7000-8000-000000000000", NULL, &no_place));
  g_assert_error (no_place, OCOP_ERROR, OCOP_ERROR_NOT_FOUND);
  g_assert_null (ask (fixture, "star-distribution", NULL, "in:00000000-0000-7000-8000-000000000000", &no_other));
  g_assert_error (no_other, OCOP_ERROR, OCOP_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  ocop_locale_start ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/chart-question/sides", Fixture, NULL, set_up, test_sides, tear_down);
  g_test_add ("/chart-question/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
