/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-workday.h"

#include <glib/gi18n.h>

#include "base/ocop-data.h"
#include "base/ocop-json-reader.h"

#define DAYS_OF_WEEK 7
#define WORKDAYS_OF_WEEK 5

typedef enum
{
  DAY_OFF = 1 << 0,
  DAY_WORKED = 1 << 1,   /* though it is of a weekend */
  DAY_EXPECTED = 1 << 2, /* in a week that is still to be announced */
} DayFlags;

struct _OcopWorkCalendar
{
  GHashTable *days; /* number of a day → DayFlags, for days unlike those of any week */
  guint first_year;
  guint last_year;
};

/* Days since a Monday. */
static int
number_of (OcopDate day)
{
  return ocop_date_days_between ((OcopDate) { 1, 1, 1 }, day);
}

static gboolean
is_weekend (int number)
{
  return number % DAYS_OF_WEEK >= WORKDAYS_OF_WEEK;
}

static DayFlags
get_flags (const OcopWorkCalendar *self,
           int                     number)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->days, GINT_TO_POINTER (number)));
}

static void
mark (OcopWorkCalendar *self,
      int               number,
      DayFlags          flags)
{
  g_hash_table_insert (self->days, GINT_TO_POINTER (number), GUINT_TO_POINTER (get_flags (self, number) | flags));
}

/* A day of the year @year; unknown, after it said so, when it is not. */
static OcopDate
read_day (OcopJsonReader *reader,
          const char     *member,
          guint           year)
{
  OcopDate day = ocop_json_reader_day (reader, member);

  if (!ocop_date_is_day (day))
    return OCOP_DATE_UNKNOWN;
  if ((guint) day.year != year)
    {
      ocop_json_reader_fail (reader, member, _("not a day of that year"));
      return OCOP_DATE_UNKNOWN;
    }
  return day;
}

/* Its name and source are there for whoever checks the file against the announcement. */
static void
read_holiday (OcopJsonReader   *reader,
              OcopWorkCalendar *self,
              guint             year)
{
  g_autofree char *name = ocop_json_reader_text (reader, "name");
  g_autofree char *source = ocop_json_reader_opt_text (reader, "source");
  OcopDate from = read_day (reader, "from", year);
  OcopDate until = read_day (reader, "until", year);
  gboolean expected = ocop_json_reader_flag (reader, "expected");
  int first, last;

  if (!ocop_date_is_day (from) || !ocop_date_is_day (until))
    return;
  first = number_of (from);
  last = number_of (until);
  if (last < first)
    ocop_json_reader_fail (reader, "until", _("is earlier than the first day"));
  for (int number = first; number <= last; number++)
    mark (self, number, DAY_OFF);
  if (!expected)
    return;
  first -= first % DAYS_OF_WEEK;
  last += DAYS_OF_WEEK - 1 - last % DAYS_OF_WEEK;
  for (int number = first; number <= last; number++)
    mark (self, number, DAY_EXPECTED);
}

static void
read_holidays (OcopJsonReader   *reader,
               OcopWorkCalendar *self,
               guint             year)
{
  guint n_holidays = ocop_json_reader_enter_array (reader, "holidays");

  for (guint i = 0; i < n_holidays; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      read_holiday (reader, self, year);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
}

static void
read_swap (OcopJsonReader   *reader,
           OcopWorkCalendar *self,
           guint             year)
{
  OcopDate off = read_day (reader, "off", year);
  OcopDate worked = read_day (reader, "worked", year);

  if (!ocop_date_is_day (off) || !ocop_date_is_day (worked))
    return;
  if (is_weekend (number_of (off)))
    ocop_json_reader_fail (reader, "off", _("is not worked anyway"));
  if (!is_weekend (number_of (worked)))
    ocop_json_reader_fail (reader, "worked", _("is not a day of a weekend"));
  mark (self, number_of (off), DAY_OFF);
  mark (self, number_of (worked), DAY_WORKED);
}

static void
read_swaps (OcopJsonReader   *reader,
            OcopWorkCalendar *self,
            guint             year)
{
  guint n_swaps;

  if (!ocop_json_reader_has (reader, "swapped"))
    return;
  n_swaps = ocop_json_reader_enter_array (reader, "swapped");
  for (guint i = 0; i < n_swaps; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      read_swap (reader, self, year);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
}

static void
read_year (OcopJsonReader   *reader,
           OcopWorkCalendar *self)
{
  g_autofree char *source = ocop_json_reader_text (reader, "source");
  guint year = ocop_json_reader_number (reader, "year", 1, 9999);

  if (self->last_year != 0 && year != self->last_year + 1)
    ocop_json_reader_fail (reader, "year", _("the years do not follow one another"));
  if (self->first_year == 0)
    self->first_year = year;
  self->last_year = year;
  read_holidays (reader, self, year);
  read_swaps (reader, self, year);
}

OcopWorkCalendar *
ocop_work_calendar_load (GBytes  *bytes,
                         GError **error)
{
  g_autoptr(OcopJsonReader) reader = ocop_json_reader_new (bytes, "holidays.json");
  g_autoptr(OcopWorkCalendar) self = g_new0 (OcopWorkCalendar, 1);
  g_autofree char *article = ocop_json_reader_text (reader, "article");
  guint n_years = ocop_json_reader_enter_array (reader, "years");

  self->days = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_years; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      read_year (reader, self);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);

  if (!ocop_json_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ocop_work_calendar_free (OcopWorkCalendar *self)
{
  g_hash_table_unref (self->days);
  g_free (self);
}

static OcopWorkCalendar *
load_shipped (GError **error)
{
  g_autoptr(GBytes) bytes = ocop_data_lookup ("law/holidays.json", error);

  return bytes != NULL ? ocop_work_calendar_load (bytes, error) : NULL;
}

const OcopWorkCalendar *
ocop_work_calendar_get_default (void)
{
  static OcopWorkCalendar *calendar;

  if (g_once_init_enter (&calendar))
    {
      g_autoptr(GError) error = NULL;
      OcopWorkCalendar *shipped = load_shipped (&error);

      if (shipped == NULL)
        g_error ("The shipped holidays cannot be read: %s", error->message);
      g_once_init_leave (&calendar, shipped);
    }
  return calendar;
}

static gboolean
is_unsure (const OcopWorkCalendar *self,
           OcopDate                day,
           DayFlags                flags)
{
  return (flags & DAY_EXPECTED) != 0 || (guint) day.year < self->first_year || (guint) day.year > self->last_year;
}

gboolean
ocop_workday_is (const OcopWorkCalendar *self,
                 OcopDate                day,
                 gboolean               *expected)
{
  int number = number_of (day);
  DayFlags flags = get_flags (self, number);

  if (expected != NULL)
    *expected = is_unsure (self, day, flags);
  return (flags & DAY_WORKED) != 0 || ((flags & DAY_OFF) == 0 && !is_weekend (number));
}

OcopDate
ocop_workday_add (const OcopWorkCalendar *self,
                  OcopDate                from,
                  guint                   n_days,
                  gboolean               *expected)
{
  OcopDate day = from;
  gboolean any_expected = FALSE;

  while (n_days > 0)
    {
      gboolean day_expected;

      day = ocop_date_add_days (day, 1);
      if (ocop_workday_is (self, day, &day_expected))
        n_days--;
      any_expected |= day_expected;
    }
  if (expected != NULL)
    *expected = any_expected;
  return day;
}

int
ocop_workday_count (const OcopWorkCalendar *self,
                    OcopDate                from,
                    OcopDate                to,
                    gboolean               *expected)
{
  gboolean any_expected = FALSE;
  int n_days = 0;

  if (ocop_date_compare (to, from) < 0)
    return -ocop_workday_count (self, to, from, expected);
  for (OcopDate day = from; ocop_date_compare (day, to) < 0;)
    {
      gboolean day_expected;

      day = ocop_date_add_days (day, 1);
      n_days += ocop_workday_is (self, day, &day_expected);
      any_expected |= day_expected;
    }
  if (expected != NULL)
    *expected = any_expected;
  return n_days;
}
