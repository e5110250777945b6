/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-period.h"

#include <glib/gi18n.h>

#include "base/ocop-data.h"
#include "base/ocop-json-reader.h"

#define FILE_NAME "plan/periods.json"
#define MONTHS_OF_YEAR 12

static GPtrArray *
load_rules (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ocop_data_lookup (FILE_NAME, &error);
  g_autoptr(OcopJsonReader) reader = bytes != NULL ? ocop_json_reader_new (bytes, FILE_NAME) : NULL;
  GPtrArray *rules = g_ptr_array_new ();
  guint n = reader != NULL ? ocop_json_reader_enter_array (reader, "rules") : 0;

  for (guint i = 0; i < n; i++)
    {
      OcopPeriodRule *rule = g_new0 (OcopPeriodRule, 1);

      ocop_json_reader_enter_element (reader, i);
      rule->name = ocop_json_reader_text (reader, "name");
      rule->title = ocop_json_reader_text (reader, "title");
      rule->first_day = ocop_json_reader_number (reader, "first_day", 1, 28);
      rule->months_earlier = ocop_json_reader_number (reader, "months_earlier", 0, MONTHS_OF_YEAR - 1);
      ocop_json_reader_leave (reader);
      g_ptr_array_add (rules, rule);
    }
  if (reader != NULL)
    ocop_json_reader_leave (reader);
  if (reader == NULL || !ocop_json_reader_finish (reader, &error) || rules->len == 0)
    g_error ("%s: %s", FILE_NAME, error != NULL ? error->message : "no rule");
  return rules;
}

const GPtrArray *
ocop_period_rules (void)
{
  static gsize rules = 0;

  if (g_once_init_enter (&rules))
    g_once_init_leave (&rules, (gsize) load_rules ());
  return (const GPtrArray *) rules;
}

const OcopPeriodRule *
ocop_period_find_rule (const char *name)
{
  const GPtrArray *rules = ocop_period_rules ();

  for (guint i = 0; i < rules->len; i++)
    {
      const OcopPeriodRule *rule = g_ptr_array_index (rules, i);

      if (g_strcmp0 (rule->name, name) == 0)
        return rule;
    }
  return g_ptr_array_index (rules, 0);
}

/* @month: 1 to 13, the last being January of the year after */
static OcopDate
first_day (const OcopPeriodRule *rule,
           guint                 year,
           guint                 month)
{
  OcopDate january = ocop_date_new ((int) year, 1, (int) rule->first_day);

  return ocop_date_add_months (january, (int) month - 1 - (int) rule->months_earlier);
}

/* From the beginning of the month @first, 1 to 12, up to the end of @last. */
static void
set_days (OcopPeriod *period,
          guint       first,
          guint       last)
{
  period->from = first_day (period->rule, period->year, first);
  period->until = ocop_date_add_days (first_day (period->rule, period->year, last + 1), -1);
}

OcopPeriod
ocop_period_new (const OcopPeriodRule *rule,
                 OcopPeriodSpan        span,
                 guint                 year,
                 guint                 number)
{
  OcopPeriod period = { .rule = rule, .span = span, .year = year, .number = number };

  switch (span)
    {
    case OCOP_PERIOD_HALF:
      set_days (&period, 1, 6);
      break;
    case OCOP_PERIOD_NINE_MONTHS:
      set_days (&period, 1, 9);
      break;
    case OCOP_PERIOD_QUARTER:
      set_days (&period, number * 3 - 2, number * 3);
      break;
    case OCOP_PERIOD_MONTH:
      set_days (&period, number, number);
      break;
    default:
      set_days (&period, 1, MONTHS_OF_YEAR);
      break;
    }
  return period;
}

OcopPeriod
ocop_period_new_years (const OcopPeriodRule *rule,
                       guint                 year,
                       guint                 until_year)
{
  OcopPeriod period = ocop_period_new (rule, OCOP_PERIOD_YEAR, MAX (year, until_year), 0);

  period.from = first_day (rule, MIN (year, until_year), 1);
  return period;
}

OcopPeriod
ocop_period_new_free (OcopDate from,
                      OcopDate until)
{
  return (OcopPeriod) { .rule = ocop_period_find_rule (NULL), .span = OCOP_PERIOD_FREE, .year = (guint) until.year,
                        .from = from, .until = until };
}

OcopDate
ocop_period_day (OcopPeriod period,
                 OcopDate   today)
{
  return ocop_date_compare (today, period.until) < 0 ? today : period.until;
}

/* The last day of a month stays the last day of it: 29 February and 28 February go with each other. */
OcopPeriod
ocop_period_year_before (OcopPeriod period)
{
  OcopDate after = ocop_date_add_days (period.until, 1);

  period.from = ocop_date_add_months (period.from, -MONTHS_OF_YEAR);
  period.until = ocop_date_add_days (ocop_date_add_months (after, -MONTHS_OF_YEAR), -1);
  period.year--;
  return period;
}

/* In the order of OcopPeriodSpan; those with a number are followed by it. */
static const struct
{
  const char *key;
  guint most;
} spans[] = {
  [OCOP_PERIOD_YEAR] = { NULL, 0 },
  [OCOP_PERIOD_HALF] = { "half", 0 },
  [OCOP_PERIOD_NINE_MONTHS] = { "nine-months", 0 },
  [OCOP_PERIOD_QUARTER] = { "quarter", 4 },
  [OCOP_PERIOD_MONTH] = { "month", MONTHS_OF_YEAR },
};

/* Between the days of a free period. */
#define UP_TO ".."

static char *
dup_free_key (OcopPeriod period)
{
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

  return g_strdup_printf ("%s" UP_TO "%s", ocop_date_to_text (period.from, from), ocop_date_to_text (period.until, until));
}

/* FALSE where @key is not two days, or the second is before the first. */
static gboolean
find_free (const char *key,
           OcopPeriod *period)
{
  g_auto(GStrv) days = g_strsplit (key, UP_TO, 2);
  OcopDate from, until;

  if (g_strv_length (days) != 2 || !ocop_date_parse (days[0], &from) || !ocop_date_parse (days[1], &until)
      || !ocop_date_is_day (from) || !ocop_date_is_day (until) || ocop_date_compare (from, until) > 0)
    return FALSE;
  *period = ocop_period_new_free (from, until);
  return TRUE;
}

char *
ocop_period_dup_key (OcopPeriod period)
{
  const char *key = period.span < G_N_ELEMENTS (spans) ? spans[period.span].key : NULL;

  if (period.span == OCOP_PERIOD_FREE)
    return dup_free_key (period);
  if (key == NULL || spans[period.span].most == 0)
    return g_strdup (key);
  return g_strdup_printf ("%s-%u", key, period.number);
}

gboolean
ocop_period_find (const OcopPeriodRule *rule,
                  guint                 year,
                  const char           *key,
                  OcopPeriod           *period)
{
  for (guint span = 0; span < G_N_ELEMENTS (spans); span++)
    for (guint number = MIN (spans[span].most, 1); number <= spans[span].most; number++)
      {
        g_autofree char *own = NULL;

        *period = ocop_period_new (rule, span, year, number);
        own = ocop_period_dup_key (*period);
        if (g_strcmp0 (own, key) == 0)
          return TRUE;
      }
  return key != NULL && find_free (key, period);
}

char *
ocop_period_to_people (OcopPeriod period)
{
  g_autofree char *from = NULL, *until = NULL;

  switch (period.span)
    {
    case OCOP_PERIOD_YEAR:
      return g_strdup_printf (_("Year %u"), period.year);
    case OCOP_PERIOD_HALF:
      return g_strdup_printf (_("First half of %u"), period.year);
    case OCOP_PERIOD_NINE_MONTHS:
      return g_strdup_printf (_("Nine months of %u"), period.year);
    case OCOP_PERIOD_QUARTER:
      return g_strdup_printf (_("Quarter %u of %u"), period.number, period.year);
    case OCOP_PERIOD_MONTH:
      return g_strdup_printf (_("Month %u of %u"), period.number, period.year);
    default:
      from = ocop_date_to_people (period.from);
      until = ocop_date_to_people (period.until);
      return g_strdup_printf (_("From %s to %s"), from, until);
    }
}

char *
ocop_period_to_document (OcopPeriod period,
                         OcopDate   today)
{
  g_autofree char *from = ocop_date_to_people (period.from);
  g_autofree char *until = ocop_date_to_people (ocop_period_day (period, today));

  if (ocop_date_compare (today, period.from) < 0)
    return g_strdup_printf (_("Figures as of %s"), until);
  return g_strdup_printf (_("Figures from %s to %s"), from, until);
}
