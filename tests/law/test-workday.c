/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-workday.h"

#include "base/ocop-data.h"
#include "base/ocop-error.h"

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

static void
test_is (void)
{
  static const struct { const char *day; gboolean worked, expected; } cases[] = {
    { "2026-11-20", TRUE, FALSE },   /* a Friday */
    { "2026-11-21", FALSE, FALSE },  /* a Saturday */
    { "2026-11-15", FALSE, FALSE },  /* a Sunday */
    { "2026-01-01", FALSE, FALSE },
    { "2026-01-02", FALSE, FALSE },  /* swapped for the Saturday */
    { "2026-01-10", TRUE, FALSE },
    { "2026-02-13", TRUE, FALSE },   /* before Tết */
    { "2026-02-16", FALSE, FALSE },
    { "2026-02-20", FALSE, FALSE },
    { "2026-02-23", TRUE, FALSE },
    { "2026-04-27", FALSE, FALSE },  /* for 10/3 of the lunar year, a Sunday */
    { "2026-08-22", TRUE, FALSE },
    { "2026-08-31", FALSE, FALSE },
    { "2026-09-03", TRUE, FALSE },
    { "2024-02-12", FALSE, FALSE },  /* two days of Tết 2024 fell on a weekend */
    { "2024-02-14", FALSE, FALSE },
    { "2024-02-15", TRUE, FALSE },
    { "2026-11-24", FALSE, TRUE },   /* not law yet */
    { "2026-11-23", TRUE, TRUE },    /* in its week */
    { "2027-02-03", TRUE, TRUE },    /* in a week of Tết 2027 */
    { "2027-01-01", FALSE, FALSE },  /* fixed by the Labour Code */
    { "2027-05-03", FALSE, FALSE },  /* for 1/5, a Saturday */
    { "2031-01-02", TRUE, TRUE },    /* a year without a calendar */
    { "2023-09-04", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean expected;
      gboolean worked = ocop_workday_is (ocop_work_calendar_get_default (), date_of (cases[i].day), &expected);

      if (worked != cases[i].worked || expected != cases[i].expected)
        g_error ("%s: worked %d, expected %d", cases[i].day, worked, expected);
    }
}

/* Both ways: so many working days after a day is that day, and so many lie between the two. */
static void
test_add (void)
{
  static const struct { const char *from; guint n_days; const char *to; gboolean expected; } cases[] = {
    { "2026-06-01", 0, "2026-06-01", FALSE },
    { "2026-06-01", 1, "2026-06-02", FALSE },
    { "2026-06-05", 1, "2026-06-08", FALSE },   /* from a Friday */
    { "2026-06-06", 1, "2026-06-08", FALSE },   /* from a Saturday */
    { "2026-06-01", 15, "2026-06-22", FALSE },  /* three weeks */
    { "2026-02-02", 15, "2026-03-02", FALSE },  /* across Tết */
    { "2026-02-13", 1, "2026-02-23", FALSE },
    { "2026-02-18", 1, "2026-02-23", FALSE },   /* from within it */
    { "2026-08-20", 15, "2026-09-14", FALSE },  /* across 2/9 and a worked Saturday */
    { "2026-08-21", 1, "2026-08-22", FALSE },   /* onto the worked Saturday */
    { "2026-08-28", 1, "2026-09-03", FALSE },
    { "2025-04-25", 1, "2025-04-26", FALSE },
    { "2025-04-29", 1, "2025-05-05", FALSE },
    { "2025-12-31", 1, "2026-01-05", FALSE },   /* 2/1 swapped */
    { "2025-12-31", 6, "2026-01-10", FALSE },
    { "2024-12-31", 15, "2025-01-22", FALSE },
    { "2026-12-31", 1, "2027-01-04", FALSE },
    { "2026-12-31", 15, "2027-01-22", FALSE },
    { "2026-11-20", 1, "2026-11-23", TRUE },
    { "2026-11-20", 15, "2026-12-14", TRUE },
    { "2027-01-25", 15, "2027-02-22", TRUE },
    { "2030-12-31", 1, "2031-01-01", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OcopWorkCalendar *calendar = ocop_work_calendar_get_default ();
      OcopDate from = date_of (cases[i].from);
      OcopDate to = date_of (cases[i].to);
      gboolean expected;

      assert_date (ocop_workday_add (calendar, from, cases[i].n_days, &expected), cases[i].to);
      g_assert_cmpint (expected, ==, cases[i].expected);
      g_assert_cmpint (ocop_workday_count (calendar, from, to, &expected), ==, cases[i].n_days);
      g_assert_cmpint (expected, ==, cases[i].expected);
      g_assert_cmpint (ocop_workday_count (calendar, to, from, NULL), ==, -(int) cases[i].n_days);
    }
}

/* Articles 111.3 and 112 of the Labour Code: 11 days a year, each off on a day that would be worked;
 * the 12th, 24 November, is expected. What is swapped is made up. */
static void
test_days_of_year (void)
{
  static const struct { int year, days; } cases[] = {
    { 2024, 262 - 11 }, { 2025, 261 - 11 }, { 2026, 261 - 12 }, { 2027, 261 - 12 },
    { 2028, 260 - 12 }, { 2029, 261 - 12 }, { 2030, 261 - 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ocop_workday_count (ocop_work_calendar_get_default (), ocop_date_new (cases[i].year - 1, 12, 31),
                                         ocop_date_new (cases[i].year, 12, 31), NULL), ==, cases[i].days);
}

static void
test_refused (void)
{
  static const struct { const char *good, *bad, *place; } cases[] = {
    { "\"article\"", "\"articles\"", "$.article" },
    { "\"year\": 2025", "\"year\": 2026", "$.years[1].year" },
    { "\"name\": \"Tết Dương lịch\", ", "", "$.years[0].holidays[0].name" },
    { "\"from\": \"2024-02-08\"", "\"from\": \"2023-02-08\"", "$.years[0].holidays[1].from" },
    { "\"from\": \"2024-02-08\"", "\"from\": \"2024-02-30\"", "$.years[0].holidays[1].from" },
    { "\"until\": \"2024-02-14\"", "\"until\": \"2024-02-07\"", "$.years[0].holidays[1].until" },
    { "\"off\": \"2024-04-29\"", "\"off\": \"2024-04-28\"", "$.years[0].swapped[0].off" },
    { "\"worked\": \"2024-05-04\"", "\"worked\": \"2024-05-03\"", "$.years[0].swapped[0].worked" },
    { "\"worked\"", "\"work\"", "$.years[0].swapped[0].worked" },
    { "\"expected\": true", "\"expected\": 1", "$.years[2].holidays[5].expected" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) shipped = ocop_data_lookup ("law/holidays.json", NULL);
      g_autoptr(GString) text = g_string_new_len (g_bytes_get_data (shipped, NULL), (gssize) g_bytes_get_size (shipped));
      g_autoptr(GBytes) damaged = NULL;
      g_autofree char *start = g_strconcat ("holidays.json: ", cases[i].place, ": ", NULL);
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (g_string_replace (text, cases[i].good, cases[i].bad, 1), ==, 1);
      damaged = g_bytes_new (text->str, text->len);
      g_assert_null (ocop_work_calendar_load (damaged, &error));
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
      if (!g_str_has_prefix (error->message, start))
        g_error ("“%s” does not name %s", error->message, start);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workday/is", test_is);
  g_test_add_func ("/workday/add-and-count", test_add);
  g_test_add_func ("/workday/days-of-year/labour-code", test_days_of_year);
  g_test_add_func ("/workday/refused", test_refused);
  return g_test_run ();
}
