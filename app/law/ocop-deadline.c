/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-deadline.h"

const OcopDeadline *
ocop_law_find_deadline (const OcopRuleBook *book,
                        OcopDeadlineStep    step)
{
  for (guint i = 0; i < book->deadlines->len; i++)
    {
      const OcopDeadline *deadline = &g_array_index (book->deadlines, OcopDeadline, i);

      if (deadline->step == step)
        return deadline;
    }
  return NULL;
}

OcopDate
ocop_law_deadline_day (const OcopRuleBook *book,
                       OcopDeadlineStep    step,
                       OcopDate            from,
                       gboolean           *expected)
{
  const OcopDeadline *deadline = ocop_law_find_deadline (book, step);

  if (expected != NULL)
    *expected = FALSE;
  if (deadline == NULL || !ocop_date_is_day (from))
    return OCOP_DATE_UNKNOWN;
  if (deadline->working_days)
    return ocop_workday_add (ocop_work_calendar_get_default (), from, deadline->days, expected);
  return ocop_date_add_days (from, (int) deadline->days);
}

OcopDate
ocop_law_extension_day (const OcopRuleBook *book,
                        OcopDate            until)
{
  if (book->extension_days == 0 || !ocop_date_is_day (until))
    return OCOP_DATE_UNKNOWN;
  return ocop_date_add_days (until, (int) book->extension_days);
}

static OcopDate
in_year (OcopDayOfYear day,
         guint         year)
{
  return ocop_date_new ((int) year, day.month, day.day);
}

/* The first day of @held's closing, in this year or the next, that comes after @proposed. */
static OcopRoundDays
next_of_round (const OcopRound *held,
               OcopDate         proposed)
{
  guint year = (guint) proposed.year;

  if (ocop_date_compare (in_year (held->proposed_before, year), proposed) <= 0)
    year++;
  return (OcopRoundDays) {
    .round = held,
    .year = year,
    .last_proposal = ocop_date_add_days (in_year (held->proposed_before, year), -1),
    .finished_before = in_year (held->finished_before, year),
  };
}

gboolean
ocop_law_round_of (const OcopRuleBook *book,
                   OcopLevel           level,
                   OcopDate            proposed,
                   OcopRoundDays      *days)
{
  *days = (OcopRoundDays) { .round = NULL };
  if (!ocop_date_is_day (proposed))
    return FALSE;
  for (guint i = 0; i < book->rounds->len; i++)
    {
      const OcopRound *held = &g_array_index (book->rounds, OcopRound, i);
      OcopRoundDays next;

      if (held->level != level)
        continue;
      next = next_of_round (held, proposed);
      if (days->round == NULL || ocop_date_compare (next.last_proposal, days->last_proposal) < 0)
        *days = next;
    }
  return days->round != NULL;
}
