/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-period.h"

static void
assert_days (OcopPeriod  period,
             const char *from,
             const char *until)
{
  char text[OCOP_DATE_TEXT_SIZE];

  g_assert_cmpstr (ocop_date_to_text (period.from, text), ==, from);
  g_assert_cmpstr (ocop_date_to_text (period.until, text), ==, until);
}

/* Decree 09/2019/NĐ-CP: from the 15th of the month before to the 14th; or months of the calendar. */
static void
test_spans (void)
{
  static const struct
  {
    const char *rule;
    OcopPeriodSpan span;
    guint year, number;
    const char *from, *until;
  } cases[] = {
    { "report", OCOP_PERIOD_YEAR, 2026, 0, "2025-12-15", "2026-12-14" },
    { "report", OCOP_PERIOD_HALF, 2026, 0, "2025-12-15", "2026-06-14" },
    { "report", OCOP_PERIOD_NINE_MONTHS, 2026, 0, "2025-12-15", "2026-09-14" },
    { "report", OCOP_PERIOD_QUARTER, 2026, 1, "2025-12-15", "2026-03-14" },
    { "report", OCOP_PERIOD_QUARTER, 2026, 4, "2026-09-15", "2026-12-14" },
    { "report", OCOP_PERIOD_MONTH, 2026, 1, "2025-12-15", "2026-01-14" },
    { "report", OCOP_PERIOD_MONTH, 2026, 3, "2026-02-15", "2026-03-14" },
    { "report", OCOP_PERIOD_MONTH, 2026, 12, "2026-11-15", "2026-12-14" },
    { "calendar", OCOP_PERIOD_YEAR, 2026, 0, "2026-01-01", "2026-12-31" },
    { "calendar", OCOP_PERIOD_HALF, 2026, 0, "2026-01-01", "2026-06-30" },
    { "calendar", OCOP_PERIOD_QUARTER, 2024, 1, "2024-01-01", "2024-03-31" },
    { "calendar", OCOP_PERIOD_MONTH, 2024, 2, "2024-02-01", "2024-02-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_days (ocop_period_new (ocop_period_find_rule (cases[i].rule), cases[i].span, cases[i].year, cases[i].number),
                 cases[i].from, cases[i].until);
}

static void
test_years (void)
{
  assert_days (ocop_period_new_years (ocop_period_find_rule ("report"), 2021, 2025), "2020-12-15", "2025-12-14");
  assert_days (ocop_period_new_years (ocop_period_find_rule ("calendar"), 2021, 2025), "2021-01-01", "2025-12-31");
}

static void
test_year_before (void)
{
  const OcopPeriodRule *calendar = ocop_period_find_rule ("calendar");

  assert_days (ocop_period_year_before (ocop_period_new (calendar, OCOP_PERIOD_MONTH, 2024, 2)), "2023-02-01", "2023-02-28");
  assert_days (ocop_period_year_before (ocop_period_new (calendar, OCOP_PERIOD_MONTH, 2025, 2)), "2024-02-01", "2024-02-29");
  assert_days (ocop_period_year_before (ocop_period_new (ocop_period_find_rule ("report"), OCOP_PERIOD_YEAR, 2026, 0)),
               "2024-12-15", "2025-12-14");
  assert_days (ocop_period_year_before (ocop_period_new_free (ocop_date_new (2025, 1, 1), ocop_date_new (2025, 3, 14))),
               "2024-01-01", "2024-03-14");
}

static void
test_words (void)
{
  OcopPeriod period = ocop_period_new (ocop_period_find_rule ("report"), OCOP_PERIOD_QUARTER, 2026, 2);
  g_autofree char *people = ocop_period_to_people (period);
  g_autofree char *document = ocop_period_to_document (period, ocop_date_new (2026, 12, 31));
  g_autofree char *not_begun = ocop_period_to_document (period, ocop_date_new (2026, 3, 14));
  g_autofree char *so_far = ocop_period_to_document (period, ocop_date_new (2026, 5, 1));

  g_assert_cmpstr (people, ==, "Quarter 2 of 2026");
  g_assert_cmpstr (document, ==, "Figures from 15/03/2026 to 14/06/2026");
  g_assert_cmpstr (so_far, ==, "Figures from 15/03/2026 to 01/05/2026");
  g_assert_cmpstr (not_begun, ==, "Figures as of 14/03/2026");
}

static void
test_keys (void)
{
  const OcopPeriodRule *rule = ocop_period_find_rule ("report");
  static const char *const keys[] = { "half", "nine-months", "quarter-4", "month-12", "2026-04-10..2026-08-20", "2026-02-01..2026-02-01" };
  static const char *const faults[] = { "", "month-13", "quarter", "2026-04-10", "2026-04-10..", "2026-08-20..2026-04-10", "2026..2027",
                                        "2026-02-30..2026-03-01" };
  OcopPeriod period;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *key = NULL;

      g_assert_true (ocop_period_find (rule, 2026, keys[i], &period));
      key = ocop_period_dup_key (period);
      g_assert_cmpstr (key, ==, keys[i]);
    }
  g_assert_true (ocop_period_find (rule, 2026, "2026-04-10..2026-08-20", &period));
  assert_days (period, "2026-04-10", "2026-08-20");
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    g_assert_false (ocop_period_find (rule, 2026, faults[i], &period));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/spans", test_spans);
  g_test_add_func ("/period/years", test_years);
  g_test_add_func ("/period/year-before", test_year_before);
  g_test_add_func ("/period/words", test_words);
  g_test_add_func ("/period/keys", test_keys);
  return g_test_run ();
}
