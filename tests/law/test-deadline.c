/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-deadline.h"

#include "law/ocop-law.h"

static OcopDate
date_of (const char *text)
{
  OcopDate date;

  g_assert_true (ocop_date_parse (text, &date));
  return date;
}

static void
assert_date (OcopDate    date,
             const char *expected)
{
  char text[OCOP_DATE_TEXT_SIZE];

  g_assert_cmpstr (ocop_date_to_text (date, text), ==, expected);
}

static const OcopRuleBook *
book_on (const char *day)
{
  return ocop_law_book_on (ocop_law_get_default (), date_of (day));
}

/* Articles 7.2, 7.6.g, 8.4, 12.2.a, 12.2.b, and the custom for completing a dossier. */
static void
test_days (void)
{
  static const struct
  {
    OcopDeadlineStep step;
    const char *from, *day, *article;
    gboolean expected;
  } cases[] = {
    { OCOP_DEADLINE_COMMUNE_CHECK, "2026-06-01", "2026-06-22", "Điều 7.2", FALSE },
    { OCOP_DEADLINE_COMMUNE_CHECK, "2026-08-20", "2026-09-14", "Điều 7.2", FALSE },
    { OCOP_DEADLINE_COMMUNE_CHECK, "2026-11-20", "2026-12-14", "Điều 7.2", TRUE },
    { OCOP_DEADLINE_COMMUNE_CHECK, "2026-12-31", "2027-01-22", "Điều 7.2", FALSE },
    { OCOP_DEADLINE_REEVALUATION, "2026-06-01", "2026-07-16", "Điều 7.6.g", FALSE },
    { OCOP_DEADLINE_REEVALUATION, "2026-12-31", "2027-02-14", "Điều 7.6.g", FALSE },
    { OCOP_DEADLINE_REEVALUATION, "2028-01-31", "2028-03-16", "Điều 7.6.g", FALSE },
    { OCOP_DEADLINE_REVOCATION, "2026-08-31", "2026-09-15", "Điều 8.4", FALSE },
    { OCOP_DEADLINE_REVOCATION, "2028-02-29", "2028-03-15", "Điều 8.4", FALSE },
    { OCOP_DEADLINE_TRANSITION_FIRST_OR_UPGRADE, "2026-05-22", "2026-07-21", "Điều 12.2.a", FALSE },
    { OCOP_DEADLINE_TRANSITION_REEVALUATION, "2026-05-22", "2026-06-21", "Điều 12.2.b", FALSE },
    { OCOP_DEADLINE_COMPLETION, "2026-06-01", "2026-06-15", NULL, FALSE },
    { OCOP_DEADLINE_COMPLETION, "2026-08-20", "2026-09-07", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OcopRuleBook *book = book_on (cases[i].from);
      gboolean expected;

      assert_date (ocop_law_deadline_day (book, cases[i].step, date_of (cases[i].from), &expected), cases[i].day);
      g_assert_cmpint (expected, ==, cases[i].expected);
      g_assert_cmpstr (ocop_law_find_deadline (book, cases[i].step)->article, ==, cases[i].article);
    }
}

/* Of a book without deadlines, and of what is not a day. */
static void
test_no_day (void)
{
  gboolean expected = TRUE;

  assert_date (ocop_law_deadline_day (book_on ("2026-05-21"), OCOP_DEADLINE_COMMUNE_CHECK, date_of ("2026-05-21"), &expected), "");
  g_assert_false (expected);
  g_assert_null (ocop_law_find_deadline (book_on ("2026-05-21"), OCOP_DEADLINE_COMMUNE_CHECK));
  assert_date (ocop_law_deadline_day (book_on ("2026-06-01"), OCOP_DEADLINE_COMMUNE_CHECK, date_of ("2026"), NULL), "");
  assert_date (ocop_law_deadline_day (book_on ("2026-06-01"), OCOP_DEADLINE_COMMUNE_CHECK, date_of (""), NULL), "");
}

/* Articles 4.3 and 7.6.a: 36 months from any day, and the window before the end. */
static void
test_certificate (void)
{
  static const struct { const char *decided, *until, *opens, *closes; } cases[] = {
    { "2026-08-31", "2029-08-31", "2029-03-04", "2029-05-03" },
    { "2028-02-29", "2031-02-28", "2030-09-01", "2030-10-31" },
    { "2026-12-31", "2029-12-31", "2029-07-04", "2029-09-02" },
    { "2026-05-31", "2029-05-31", "2028-12-02", "2029-01-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopDate from, until, opens, closes;
      gboolean estimated;

      ocop_law_certificate_validity (ocop_law_get_default (), date_of (cases[i].decided), &from, &until, &estimated);
      ocop_law_reevaluation_window (ocop_law_get_default (), until, &opens, &closes);
      assert_date (until, cases[i].until);
      assert_date (opens, cases[i].opens);
      assert_date (closes, cases[i].closes);
    }
}

/* Article 12.3: at most 180 days past the end; the books before have no such rule. */
static void
test_extension (void)
{
  static const struct { const char *until, *last; } cases[] = {
    { "2026-05-22", "2026-11-18" },
    { "2026-08-31", "2027-02-27" },
    { "2026-09-18", "2027-03-17" },
    { "2028-02-29", "2028-08-27" },
    { "2026-05-21", "" },
    { "2026", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_date (ocop_law_extension_day (book_on (cases[i].until), date_of (cases[i].until)), cases[i].last);
}

/* Article 5: which round takes the proposal of a day. */
static void
test_rounds (void)
{
  static const struct
  {
    OcopLevel level;
    const char *proposed;
    guint number, year;
    const char *last, *finished;
  } cases[] = {
    { OCOP_LEVEL_PROVINCE, "2026-06-01", 2, 2026, "2026-10-29", "2026-12-30" },
    { OCOP_LEVEL_PROVINCE, "2026-10-29", 2, 2026, "2026-10-29", "2026-12-30" },
    { OCOP_LEVEL_PROVINCE, "2026-10-30", 1, 2027, "2027-04-29", "2027-06-30" },
    { OCOP_LEVEL_PROVINCE, "2026-12-31", 1, 2027, "2027-04-29", "2027-06-30" },
    { OCOP_LEVEL_PROVINCE, "2027-01-01", 1, 2027, "2027-04-29", "2027-06-30" },
    { OCOP_LEVEL_PROVINCE, "2027-04-29", 1, 2027, "2027-04-29", "2027-06-30" },
    { OCOP_LEVEL_PROVINCE, "2027-04-30", 2, 2027, "2027-10-29", "2027-12-30" },
    { OCOP_LEVEL_CENTRE, "2026-07-29", 1, 2026, "2026-07-29", "2026-09-30" },
    { OCOP_LEVEL_CENTRE, "2026-07-30", 2, 2027, "2027-01-29", "2027-03-30" },
    { OCOP_LEVEL_CENTRE, "2027-01-29", 2, 2027, "2027-01-29", "2027-03-30" },
    { OCOP_LEVEL_CENTRE, "2027-01-30", 1, 2027, "2027-07-29", "2027-09-30" },
    { OCOP_LEVEL_CENTRE, "2028-02-29", 1, 2028, "2028-07-29", "2028-09-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopRoundDays days;

      g_assert_true (ocop_law_round_of (book_on (cases[i].proposed), cases[i].level, date_of (cases[i].proposed), &days));
      g_assert_cmpuint (days.round->number, ==, cases[i].number);
      g_assert_cmpuint (days.year, ==, cases[i].year);
      assert_date (days.last_proposal, cases[i].last);
      assert_date (days.finished_before, cases[i].finished);
    }
}

static void
test_no_round (void)
{
  OcopRoundDays days;

  g_assert_false (ocop_law_round_of (book_on ("2026-05-21"), OCOP_LEVEL_PROVINCE, date_of ("2026-05-21"), &days));
  g_assert_null (days.round);
  g_assert_false (ocop_law_round_of (book_on ("2026-06-01"), OCOP_LEVEL_DISTRICT, date_of ("2026-06-01"), &days));
  g_assert_false (ocop_law_round_of (book_on ("2026-06-01"), OCOP_LEVEL_PROVINCE, date_of ("2026"), &days));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadline/days", test_days);
  g_test_add_func ("/deadline/no-day", test_no_day);
  g_test_add_func ("/deadline/certificate", test_certificate);
  g_test_add_func ("/deadline/extension/article-12.3", test_extension);
  g_test_add_func ("/deadline/rounds/article-5", test_rounds);
  g_test_add_func ("/deadline/no-round", test_no_round);
  return g_test_run ();
}
