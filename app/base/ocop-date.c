/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-date.h"

#include <string.h>

OcopDate
ocop_date_new (int year,
               int month,
               int day)
{
  if (year < 1 || year > 9999)
    return OCOP_DATE_UNKNOWN;
  if (month == 0 && day == 0)
    return (OcopDate) { (gint16) year, 0, 0 };
  if (month < 1 || month > 12 || day < 1 || day > 31 || !g_date_valid_dmy (day, month, year))
    return OCOP_DATE_UNKNOWN;
  return (OcopDate) { (gint16) year, (guint8) month, (guint8) day };
}

OcopDate
ocop_date_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return ocop_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

gboolean
ocop_date_is_known (OcopDate date)
{
  return date.year != 0;
}

gboolean
ocop_date_is_day (OcopDate date)
{
  return date.year != 0 && date.day != 0;
}

/* Up to three groups of digits; false when there are more, or when one is longer than a year. */
static gboolean
read_numbers (const char *text,
              int         numbers[3],
              guint       digits[3],
              guint      *n_numbers)
{
  const char *p = text;

  *n_numbers = 0;
  while (*p != '\0')
    {
      guint length = 0;
      int number = 0;

      if (!g_ascii_isdigit (*p))
        {
          p++;
          continue;
        }
      for (; g_ascii_isdigit (*p); p++, length++)
        {
          if (length == 4)
            return FALSE;
          number = number * 10 + (*p - '0');
        }
      if (*n_numbers == 3)
        return FALSE;
      numbers[*n_numbers] = number;
      digits[*n_numbers] = length;
      (*n_numbers)++;
    }
  return TRUE;
}

/* Only what stands between the numbers of a date may stand there. */
static gboolean
has_only_date_words (const char *text)
{
  static const char * const words[] = { "ngày", "tháng", "năm", NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autofree char *composed = g_utf8_normalize (lower, -1, G_NORMALIZE_NFC);
  const char *p = composed;

  while (p != NULL && *p != '\0')
    {
      gsize skip = strchr ("0123456789/-. ,", *p) != NULL ? 1 : 0;

      for (guint i = 0; skip == 0 && words[i] != NULL; i++)
        if (g_str_has_prefix (p, words[i]))
          skip = strlen (words[i]);
      if (skip == 0)
        return FALSE;
      p += skip;
    }
  return composed != NULL;
}

gboolean
ocop_date_parse (const char *text,
                 OcopDate   *date)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  int numbers[3];
  guint digits[3], n;

  *date = OCOP_DATE_UNKNOWN;
  if (*trimmed == '\0')
    return TRUE;

  /* A spreadsheet's date and time: the day is what is asked for. */
  if (strlen (trimmed) > 10 && (trimmed[10] == 'T' || trimmed[10] == ' ') && g_ascii_isdigit (trimmed[0]))
    trimmed[10] = '\0';

  if (!has_only_date_words (trimmed) || !read_numbers (trimmed, numbers, digits, &n))
    return FALSE;
  if (n == 1 && digits[0] == 4)
    *date = ocop_date_new (numbers[0], 0, 0);
  else if (n == 3 && digits[0] == 4)
    *date = ocop_date_new (numbers[0], numbers[1], numbers[2]);
  else if (n == 3 && digits[2] == 4)
    *date = ocop_date_new (numbers[2], numbers[1], numbers[0]);
  return ocop_date_is_known (*date) && (n == 1 || ocop_date_is_day (*date));
}

const char *
ocop_date_to_text (OcopDate date,
                   char     buffer[OCOP_DATE_TEXT_SIZE])
{
  if (!ocop_date_is_known (date))
    buffer[0] = '\0';
  else if (!ocop_date_is_day (date))
    g_snprintf (buffer, OCOP_DATE_TEXT_SIZE, "%04d", date.year);
  else
    g_snprintf (buffer, OCOP_DATE_TEXT_SIZE, "%04d-%02d-%02d", date.year, date.month, date.day);
  return buffer;
}

char *
ocop_date_to_people (OcopDate date)
{
  if (!ocop_date_is_known (date))
    return g_strdup ("");
  if (!ocop_date_is_day (date))
    return g_strdup_printf ("%d", date.year);
  return g_strdup_printf ("%02d/%02d/%04d", date.day, date.month, date.year);
}

char *
ocop_date_to_people_about (OcopDate date,
                           gboolean estimated)
{
  g_autofree char *text = ocop_date_to_people (date);

  /* No line breaks between the two. */
  return estimated && *text != '\0' ? g_strconcat ("≈\302\240", text, NULL) : g_steal_pointer (&text);
}

char *
ocop_date_to_document (OcopDate date)
{
  if (!ocop_date_is_known (date))
    return g_strdup ("");
  if (!ocop_date_is_day (date))
    return g_strdup_printf ("năm %d", date.year);
  return g_strdup_printf (date.month <= 2 ? "ngày %02d tháng %02d năm %d" : "ngày %02d tháng %d năm %d",
                          date.day, date.month, date.year);
}

int
ocop_date_compare (OcopDate a,
                   OcopDate b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  return (a.day > b.day) - (a.day < b.day);
}

static GDate
to_gdate (OcopDate date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day, date.month, (GDateYear) date.year);
  return day;
}

static OcopDate
from_gdate (const GDate *day)
{
  return ocop_date_new (g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}

OcopDate
ocop_date_add_months (OcopDate date,
                      int      months)
{
  GDate day;

  g_return_val_if_fail (ocop_date_is_day (date), OCOP_DATE_UNKNOWN);
  day = to_gdate (date);
  if (months >= 0)
    g_date_add_months (&day, (guint) months);
  else
    g_date_subtract_months (&day, (guint) -months);
  return from_gdate (&day);
}

OcopDate
ocop_date_add_days (OcopDate date,
                    int      days)
{
  GDate day;

  g_return_val_if_fail (ocop_date_is_day (date), OCOP_DATE_UNKNOWN);
  day = to_gdate (date);
  if (days >= 0)
    g_date_add_days (&day, (guint) days);
  else
    g_date_subtract_days (&day, (guint) -days);
  return from_gdate (&day);
}

int
ocop_date_days_between (OcopDate from,
                        OcopDate to)
{
  GDate first, last;

  g_return_val_if_fail (ocop_date_is_day (from) && ocop_date_is_day (to), 0);
  first = to_gdate (from);
  last = to_gdate (to);
  return g_date_days_between (&first, &last);
}
