/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-goal.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"

#define HUNDREDTHS 100
#define HUNDREDTHS_OF_PERCENT 10000
/* Days before the day of a target from which on it is at risk. */
#define NEAR 30

/* In the order of OcopGoalOperator: the keys of a target's field "operator". */
static const char * const operators[] = {
  "at-least", "more-than", "at-most", "exactly", "between", "each-at-least", "by-day", "counted", "qualitative",
};

static OcopGoalOperator
find_operator (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_strcmp0 (operators[i], key) == 0)
      return i;
  return OCOP_GOAL_COUNTED;
}

const char *
ocop_goal_key (OcopGoalOperator op)
{
  return operators[op];
}

OcopGoal
ocop_goal_of (const OcopRecord *target)
{
  OcopGoal goal = {
    .op = find_operator (ocop_record_get_text (target, "operator")),
    .value = ocop_record_get_integer (target, "value", 0),
    .by_day = ocop_record_get_date (target, "by_day"),
    .rounds = 1,
  };
  OcopDate second = ocop_record_get_date (target, "second_day");

  /* A number that is still to be set is none to be held against. */
  if (goal.op < OCOP_GOAL_BY_DAY && ocop_record_get (target, "value")->type == OCOP_VALUE_UNKNOWN)
    goal.op = OCOP_GOAL_COUNTED;
  goal.value_to = ocop_record_get_integer (target, "value_to", goal.value);
  if (ocop_date_is_known (second))
    {
      goal.by_day = second;
      goal.rounds = 2;
    }
  return goal;
}

/* How a number stands to what was set, whatever the time. */
static OcopStanding
compare (const OcopGoal *goal,
         gint64          figure)
{
  switch (goal->op)
    {
    case OCOP_GOAL_AT_MOST:
      return figure <= goal->value ? OCOP_STANDING_MET : OCOP_STANDING_MISSED;
    case OCOP_GOAL_MORE_THAN:
      return figure > goal->value ? OCOP_STANDING_MET : OCOP_STANDING_MISSED;
    case OCOP_GOAL_BETWEEN:
      return figure > goal->value_to ? OCOP_STANDING_EXCEEDED : figure >= goal->value ? OCOP_STANDING_MET : OCOP_STANDING_MISSED;
    default:
      return figure > goal->value ? OCOP_STANDING_EXCEEDED : figure == goal->value ? OCOP_STANDING_MET : OCOP_STANDING_MISSED;
    }
}

static gboolean
keeps_pace (const OcopGoal *goal,
            gint64          figure,
            OcopDate        from,
            OcopDate        until,
            OcopDate        on)
{
  gint64 all = ocop_date_days_between (from, until) + 1;
  gint64 gone = CLAMP (ocop_date_days_between (from, on) + 1, 0, all);

  return figure * all >= goal->value * gone;
}

static OcopStanding
judge_number (const OcopGoal *goal,
              const OcopFact *fact,
              OcopDate        from,
              OcopDate        until,
              OcopDate        on)
{
  OcopStanding now = fact->known ? compare (goal, fact->figure) : OCOP_STANDING_MISSED;
  gboolean over = ocop_date_compare (on, until) >= 0;

  if (fact->empty)
    return OCOP_STANDING_NONE;
  if (over || (goal->op == OCOP_GOAL_AT_MOST && now == OCOP_STANDING_MISSED))
    return now;
  if (goal->op == OCOP_GOAL_AT_MOST)
    return OCOP_STANDING_ON_TRACK;
  if (fact->foreseen && compare (goal, fact->forecast) == OCOP_STANDING_MISSED)
    return OCOP_STANDING_AT_RISK;
  if (now != OCOP_STANDING_MISSED)
    return now;
  return fact->foreseen || (fact->known && keeps_pace (goal, fact->figure, from, until, on)) ? OCOP_STANDING_ON_TRACK
                                                                                            : OCOP_STANDING_AT_RISK;
}

static OcopStanding
judge_day (const OcopGoal *goal,
           const OcopFact *fact,
           OcopDate        on)
{
  if (fact->known && ocop_date_compare (fact->day, goal->by_day) > 0)
    return OCOP_STANDING_MISSED;
  if (fact->known && fact->rounds >= goal->rounds)
    return OCOP_STANDING_MET;
  if (ocop_date_compare (on, goal->by_day) > 0)
    return OCOP_STANDING_MISSED;
  return ocop_date_days_between (on, goal->by_day) <= NEAR ? OCOP_STANDING_AT_RISK : OCOP_STANDING_ON_TRACK;
}

OcopStanding
ocop_goal_judge (const OcopGoal *goal,
                 const OcopFact *fact,
                 OcopDate        from,
                 OcopDate        until,
                 OcopDate        on)
{
  switch (goal->op)
    {
    case OCOP_GOAL_COUNTED:
      return OCOP_STANDING_NONE;
    case OCOP_GOAL_QUALITATIVE:
      return fact->met ? OCOP_STANDING_MET : ocop_date_compare (on, until) >= 0 ? OCOP_STANDING_MISSED : OCOP_STANDING_ON_TRACK;
    case OCOP_GOAL_BY_DAY:
      return ocop_date_is_day (goal->by_day) ? judge_day (goal, fact, on) : OCOP_STANDING_NONE;
    default:
      return judge_number (goal, fact, from, until, on);
    }
}

gboolean
ocop_goal_percent (const OcopGoal *goal,
                   const OcopFact *fact,
                   gint64         *percent)
{
  if (goal->op == OCOP_GOAL_BY_DAY || goal->op == OCOP_GOAL_COUNTED || goal->op == OCOP_GOAL_QUALITATIVE ||
      goal->value == 0 || !fact->known)
    return FALSE;
  *percent = fact->figure * HUNDREDTHS_OF_PERCENT / goal->value;
  return TRUE;
}

gboolean
ocop_goal_falls_short (const OcopGoal *goal,
                       gint64          number,
                       OcopDate        day)
{
  if (goal->op == OCOP_GOAL_BY_DAY)
    return !ocop_date_is_known (day) || ocop_date_compare (day, goal->by_day) > 0;
  return goal->op == OCOP_GOAL_EACH_AT_LEAST && number * HUNDREDTHS < goal->value;
}

char *
ocop_goal_to_people (const OcopGoal *goal)
{
  g_autofree char *value = ocop_quantity_to_people (goal->value);
  g_autofree char *value_to = ocop_quantity_to_people (goal->value_to);
  g_autofree char *day = ocop_date_to_people (goal->by_day);

  switch (goal->op)
    {
    case OCOP_GOAL_AT_LEAST:
      return g_strdup_printf (_("at least %s"), value);
    case OCOP_GOAL_MORE_THAN:
      return g_strdup_printf (_("more than %s"), value);
    case OCOP_GOAL_AT_MOST:
      return g_strdup_printf (_("at most %s"), value);
    case OCOP_GOAL_BETWEEN:
      return g_strdup_printf ("%s–%s", value, value_to);
    case OCOP_GOAL_EACH_AT_LEAST:
      return g_strdup_printf (_("at least %s each"), value);
    case OCOP_GOAL_BY_DAY:
      return g_strdup_printf (_("by %s"), day);
    case OCOP_GOAL_EXACTLY:
      return g_steal_pointer (&value);
    default:
      return g_strdup ("");
    }
}

/* In the order of OcopStanding. */
static const struct
{
  const char *name;
  const char *title;
} standings[] = {
  { NULL, NULL },
  { "met", NC_("target", "Met") },
  { "exceeded", NC_("target", "Exceeded") },
  { "on-track", NC_("target", "On track") },
  { "at-risk", NC_("target", "At risk") },
  { "missed", NC_("target", "Not met") },
};

const char *
ocop_standing_name (OcopStanding standing)
{
  return standings[standing].name;
}

const char *
ocop_standing_title (OcopStanding standing)
{
  return standings[standing].title != NULL ? g_dpgettext2 (NULL, "target", standings[standing].title) : "";
}
