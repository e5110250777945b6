/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-plan.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "register/ocop-records.h"

#define NO_BREAK_SPACE "\xc2\xa0"

static void
progress_free (OcopProgress *self)
{
  g_clear_pointer (&self->target, ocop_record_free);
  g_clear_pointer (&self->by_hand, ocop_record_free);
  g_clear_pointer (&self->count, ocop_count_free);
  g_free (self);
}

void
ocop_plan_free (OcopPlan *self)
{
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, ocop_indicators_free);
  g_clear_pointer (&self->record, ocop_record_free);
  g_free (self->unit);
  g_free (self);
}

static const OcopPeriodRule *
rule_of (const OcopRecord *record)
{
  return ocop_period_find_rule (ocop_record_get_integer (record, "calendar", 0) != 0 ? "calendar" : "report");
}

OcopPeriod
ocop_plan_period (const OcopRecord *record)
{
  guint year = (guint) ocop_record_get_integer (record, "year", 0);

  return ocop_period_new_years (rule_of (record), year, (guint) ocop_record_get_integer (record, "until_year", year));
}

OcopPeriod
ocop_plan_target_period (const OcopRecord *plan,
                         const OcopRecord *target,
                         OcopPeriod        period)
{
  gint64 from = ocop_record_get_integer (target, "from_year", 0);
  gint64 until = ocop_record_get_integer (target, "until_year", 0);

  return from > 0 ? ocop_period_new_years (rule_of (plan), (guint) from, (guint) MAX (from, until)) : period;
}

/* Facts */

static OcopFact
fact_of_count (const OcopCount     *count,
               const OcopIndicator *indicator)
{
  return (OcopFact) {
    .known = count->known,
    .empty = indicator->aim == OCOP_AIM_SHARE && !count->known,
    .figure = count->figure,
    .day = count->day,
    .rounds = indicator->aim == OCOP_AIM_DAY && ocop_indicator_has (indicator, OCOP_INDICATOR_WHOLE) ? count->whole : 1,
  };
}

/* A figure that is typed stands for its target whatever was counted: its source is said. */
static OcopFact
fact_by_hand (const OcopRecord *figure)
{
  return (OcopFact) {
    .known = ocop_record_get (figure, "value")->type != OCOP_VALUE_UNKNOWN,
    .figure = ocop_record_get_integer (figure, "value", 0),
    .rounds = 1,
    .met = ocop_record_get_integer (figure, "met", 0) != 0,
  };
}

/* A year alone lies where the whole of it does. */
static gboolean
lies_in (OcopDate   date,
         OcopPeriod period)
{
  OcopDate first = ocop_date_is_day (date) ? date : ocop_date_new (date.year, 1, 1);
  OcopDate last = ocop_date_is_day (date) ? date : ocop_date_new (date.year, 12, 31);

  return ocop_date_is_known (date) && ocop_date_compare (first, period.from) >= 0 && ocop_date_compare (last, period.until) <= 0;
}

/* (transfer none) (nullable): of @figures the last that was typed for @target within @period */
static const OcopRecord *
find_by_hand (const GPtrArray  *figures,
              const OcopRecord *target,
              OcopPeriod        period)
{
  const OcopRecord *last = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      const OcopRecord *figure = g_ptr_array_index (figures, i);
      OcopDate day = ocop_record_get_date (figure, "counted_on");

      if (g_strcmp0 (ocop_record_get_text (figure, "target"), ocop_record_get_id (target)) == 0 && lies_in (day, period) &&
          (last == NULL || ocop_date_compare (day, ocop_record_get_date (last, "counted_on")) > 0))
        last = figure;
    }
  return last;
}

/* What cannot be counted is not missed: nothing is said of it. A target of the whole year is held against what was done since
 * the year began: of a later quarter or month nothing is said either, unless it is about what there is on a day. */
static gboolean
can_be_judged (const OcopProgress *progress)
{
  if (progress->fault != NULL && progress->by_hand == NULL)
    return FALSE;
  return progress->goal.op == OCOP_GOAL_BY_DAY || progress->goal.op == OCOP_GOAL_QUALITATIVE ||
         ocop_date_compare (progress->period.from, progress->due.from) == 0 ||
         (progress->indicator != NULL && progress->by_hand == NULL && ocop_indicator_is_of_day (progress->indicator));
}

/* What is under way is known as of today: where the period is over and the target not yet due nothing is foreseen. */
static gboolean
can_be_foreseen (const OcopProgress *progress,
                 OcopDate            today)
{
  return (ocop_indicator_has (progress->indicator, OCOP_INDICATOR_COMING) || ocop_indicator_has (progress->indicator, OCOP_INDICATOR_ENDING)) &&
         can_be_judged (progress) &&
         (ocop_date_compare (today, progress->period.until) <= 0 || ocop_date_compare (progress->period.until, progress->due.until) >= 0);
}

static gboolean
count_now (OcopProgress  *progress,
           OcopCounter   *counter,
           OcopDate       today,
           GError       **error)
{
  OcopDate on = ocop_period_day (progress->period, today);

  progress->count = ocop_counter_count (counter, progress->indicator, progress->period, on, error);
  if (progress->count == NULL)
    return FALSE;
  progress->fact = fact_of_count (progress->count, progress->indicator);
  progress->fact.foreseen = can_be_foreseen (progress, today);
  return !progress->fact.foreseen ||
         ocop_counter_forecast (counter, progress->indicator, progress->count, progress->due, on, &progress->fact.forecast, error);
}

/* The same period of the year before, by the same day, so that what is under way is compared with what was then. */
static OcopPeriod
period_before (const OcopProgress *progress,
               OcopDate            today,
               OcopDate           *on)
{
  OcopPeriod before = ocop_period_year_before (progress->period);

  *on = ocop_date_add_months (ocop_period_day (progress->period, today), -12);
  if (ocop_date_compare (*on, before.until) < 0)
    before.until = *on;
  return before;
}

static gboolean
count_before (OcopProgress  *progress,
              OcopCounter   *counter,
              OcopDate       today,
              GError       **error)
{
  OcopDate on;
  OcopPeriod before = period_before (progress, today, &on);
  g_autoptr(OcopCount) count = ocop_counter_count (counter, progress->indicator, before, on, error);

  if (count != NULL)
    progress->before = fact_of_count (count, progress->indicator);
  return count != NULL;
}

static gboolean
find_fact (OcopProgress     *progress,
           OcopCounter      *counter,
           const GPtrArray  *figures,
           OcopDate          today,
           GError          **error)
{
  const OcopRecord *by_hand = find_by_hand (figures, progress->target, progress->period);

  if (progress->indicator != NULL && !count_now (progress, counter, today, error))
    return FALSE;
  if (by_hand != NULL)
    {
      progress->by_hand = ocop_record_copy (by_hand);
      progress->fact = fact_by_hand (by_hand);
    }
  if (can_be_judged (progress))
    progress->standing = ocop_goal_judge (&progress->goal, &progress->fact, progress->due.from, progress->due.until,
                                          ocop_period_day (progress->period, today));
  return TRUE;
}

static gboolean
find_before (OcopProgress     *progress,
             OcopCounter      *counter,
             const GPtrArray  *figures,
             OcopDate          today,
             GError          **error)
{
  const OcopRecord *by_hand = find_by_hand (figures, progress->target, ocop_period_year_before (progress->period));

  if (progress->indicator != NULL && !count_before (progress, counter, today, error))
    return FALSE;
  if (by_hand != NULL)
    progress->before = fact_by_hand (by_hand);
  progress->before_read = TRUE;
  return TRUE;
}

static OcopProgress *
progress_new (const OcopPlan   *self,
              const OcopRecord *target)
{
  OcopProgress *progress = g_new0 (OcopProgress, 1);

  progress->target = ocop_record_copy (target);
  progress->indicator = ocop_indicators_find (self->indicators, ocop_record_get_text (target, "indicator"));
  progress->fault = ocop_indicators_get_fault (self->indicators, ocop_record_get_text (target, "indicator"));
  progress->period = ocop_plan_target_period (self->record, target, self->period);
  progress->due = ocop_plan_target_period (self->record, target, ocop_plan_period (self->record));
  progress->goal = ocop_goal_of (target);
  return progress;
}

typedef enum
{
  THIS_YEAR = 1 << 0,
  YEAR_BEFORE = 1 << 1,
} Years;

/* What is to be read of a plan; @wanted: (nullable): of which targets. */
typedef struct
{
  const OcopPeriod *period;
  OcopDate today;
  Years years;
  OcopTargetFunc wanted;
  gpointer data;
} Asked;

static void
add_targets (OcopPlan         *self,
             const GPtrArray  *targets,
             const Asked      *asked)
{
  for (guint i = 0; i < targets->len; i++)
    {
      OcopProgress *progress = progress_new (self, targets->pdata[i]);

      if (asked->wanted == NULL || asked->wanted (progress, asked->data))
        g_ptr_array_add (self->targets, progress);
      else
        progress_free (progress);
    }
}

/* Everything that will be asked, so that it is asked together. */
static gboolean
want_facts (const OcopPlan  *self,
            OcopCounter     *counter,
            const Asked     *asked,
            GError         **error)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const OcopProgress *progress = g_ptr_array_index (self->targets, i);
      OcopDate on;
      OcopPeriod then = period_before (progress, asked->today, &on);

      if (progress->indicator != NULL &&
          (((asked->years & THIS_YEAR) != 0 &&
            !ocop_counter_want (counter, progress->indicator, progress->period, ocop_period_day (progress->period, asked->today),
                                can_be_foreseen (progress, asked->today) ? &progress->due : NULL, error)) ||
           ((asked->years & YEAR_BEFORE) != 0 && !ocop_counter_want (counter, progress->indicator, then, on, NULL, error))))
        return FALSE;
    }
  return TRUE;
}

gboolean
ocop_plan_find_unit (OcopReader        *reader,
                     const OcopRecord  *plan,
                     char             **unit,
                     GError           **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  const char *own = ocop_record_get_text (plan, "unit");

  if (office != NULL && g_strcmp0 (own, ocop_record_get_text (office, "unit")) != 0)
    *unit = g_strdup (own);
  return office != NULL;
}

gboolean
ocop_plan_is_own (const OcopRecord *office,
                  const char       *unit,
                  const char       *level)
{
  const char *own_level = ocop_record_get_text (office, "level");

  return (unit == NULL || g_strcmp0 (unit, ocop_record_get_text (office, "unit")) == 0) &&
         (level == NULL || own_level == NULL || g_str_equal (level, own_level));
}

gboolean
ocop_plan_find_last (OcopReader        *reader,
                     const OcopRecord  *plan,
                     char             **id,
                     GError           **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, ocop_record_get_integer (plan, "year", 1) - 1);
  const char *unit = ocop_record_get_text (plan, "unit");
  g_autoptr(OcopQuery) query = ocop_query_new ("plan");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "year", OCOP_OPERATOR_IS, year, NULL);
  ocop_query_where (query, "unit", unit != NULL ? OCOP_OPERATOR_IS : OCOP_OPERATOR_UNKNOWN, unit, NULL);
  ocop_query_order_by (query, "issued_on", TRUE);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  *id = rows != NULL && ocop_rows_get_n_rows (rows) > 0 ? g_strdup (ocop_rows_get_text (rows, 0, 0)) : NULL;
  return rows != NULL;
}

static gboolean
read_targets (OcopPlan     *self,
              OcopReader   *reader,
              const Asked  *asked,
              GError      **error)
{
  const char *plan = ocop_record_get_id (self->record);
  g_autoptr(OcopCounter) counter = ocop_counter_new (reader, self->indicators, self->unit);
  g_autoptr(GPtrArray) targets = ocop_records_load (reader, "target", "plan", plan, "place", error);
  g_autoptr(GPtrArray) figures = targets != NULL ? ocop_records_load (reader, "target_figure", "target.plan", plan, NULL, error) : NULL;

  if (figures == NULL)
    return FALSE;
  add_targets (self, targets, asked);
  if (!want_facts (self, counter, asked, error))
    return FALSE;
  /* One year after the other: the localities of a day are read once for all targets. */
  for (guint i = 0; i < self->targets->len && (asked->years & THIS_YEAR) != 0; i++)
    if (!find_fact (g_ptr_array_index (self->targets, i), counter, figures, asked->today, error))
      return FALSE;
  for (guint i = 0; i < self->targets->len && (asked->years & YEAR_BEFORE) != 0; i++)
    if (!find_before (g_ptr_array_index (self->targets, i), counter, figures, asked->today, error))
      return FALSE;
  return TRUE;
}

static OcopPlan *
read_plan (OcopReader   *reader,
           const char   *id,
           const Asked  *asked,
           GError      **error)
{
  g_autoptr(OcopPlan) self = g_new0 (OcopPlan, 1);

  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) progress_free);
  self->record = ocop_reader_load (reader, ocop_kind_find ("plan"), id, error);
  self->indicators = self->record != NULL ? ocop_indicators_read (reader, error) : NULL;
  if (self->indicators == NULL)
    return NULL;
  self->period = asked->period != NULL ? *asked->period : ocop_plan_period (self->record);
  self->on = ocop_period_day (self->period, asked->today);
  return ocop_plan_find_unit (reader, self->record, &self->unit, error) && read_targets (self, reader, asked, error) ? g_steal_pointer (&self) : NULL;
}

OcopPlan *
ocop_plan_read (OcopReader        *reader,
                const char        *id,
                const OcopPeriod  *period,
                OcopDate           today,
                GError           **error)
{
  return read_plan (reader, id, &(Asked) { period, today, THIS_YEAR | YEAR_BEFORE }, error);
}

OcopPlan *
ocop_plan_read_now (OcopReader        *reader,
                    const char        *id,
                    const OcopPeriod  *period,
                    OcopDate           today,
                    GError           **error)
{
  return read_plan (reader, id, &(Asked) { period, today, THIS_YEAR }, error);
}

OcopPlan *
ocop_plan_read_some (OcopReader        *reader,
                     const char        *id,
                     const OcopPeriod  *period,
                     OcopDate           today,
                     OcopTargetFunc     wanted,
                     gpointer           data,
                     GError           **error)
{
  return read_plan (reader, id, &(Asked) { period, today, THIS_YEAR, wanted, data }, error);
}

OcopPlan *
ocop_plan_read_before (OcopReader        *reader,
                       const char        *id,
                       const OcopPeriod  *period,
                       OcopDate           today,
                       GError           **error)
{
  return read_plan (reader, id, &(Asked) { period, today, YEAR_BEFORE }, error);
}

static gboolean
is_of_same_targets (const OcopPlan *self,
                    const OcopPlan *other)
{
  if (self->targets->len != other->targets->len)
    return FALSE;
  for (guint i = 0; i < self->targets->len; i++)
    if (!g_str_equal (ocop_record_get_id (((const OcopProgress *) self->targets->pdata[i])->target),
                      ocop_record_get_id (((const OcopProgress *) other->targets->pdata[i])->target)))
      return FALSE;
  return TRUE;
}

gboolean
ocop_plan_take_before (OcopPlan       *self,
                       const OcopPlan *before)
{
  if (!is_of_same_targets (self, before))
    return FALSE;
  for (guint i = 0; i < self->targets->len; i++)
    {
      OcopProgress *progress = g_ptr_array_index (self->targets, i);

      progress->before = ((const OcopProgress *) before->targets->pdata[i])->before;
      progress->before_read = TRUE;
    }
  return TRUE;
}

/* For people */

/* "3 stars", or the words for what is no number: "potential 5 stars". */
static char *
dup_class (const OcopCountLine *line)
{
  guint stars = line->key != NULL && g_ascii_isdigit (*line->key) ? (guint) g_ascii_digit_value (*line->key) : 0;

  return stars > 0 ? g_strdup_printf (ngettext ("%u star", "%u stars", stars), stars) : g_strdup (line->label);
}

/* "139 (3 stars: 96; 4 stars: 42; 5 stars: 1)", each class on one line. */
static char *
classes_to_people (const OcopCount *count)
{
  g_autofree char *all = ocop_number_to_people (count->part);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < count->lines->len; i++)
    {
      const OcopCountLine *line = g_ptr_array_index (count->lines, i);
      g_autofree char *number = ocop_number_to_people (line->number);
      g_autofree char *class = dup_class (line);
      g_auto(GStrv) words = g_strsplit (class, " ", -1);
      g_autofree char *bound = g_strjoinv (NO_BREAK_SPACE, words);

      g_string_append_printf (text, "%s%s:" NO_BREAK_SPACE "%s", i > 0 ? "; " : "", bound, number);
    }
  return text->len > 0 ? g_strdup_printf ("%s (%s)", all, text->str) : g_steal_pointer (&all);
}

char *
ocop_progress_goal_to_people (const OcopProgress *progress)
{
  const char *unit = ocop_record_get_text (progress->target, "unit_name");
  g_autofree char *goal = ocop_goal_to_people (&progress->goal);
  gboolean number = progress->goal.op < OCOP_GOAL_EACH_AT_LEAST;

  return number && *goal != '\0' && unit != NULL && *unit == '%' ? g_strconcat (goal, " %", NULL) : g_steal_pointer (&goal);
}

char *
ocop_progress_to_people (const OcopProgress *progress,
                         const OcopFact     *fact)
{
  OcopAim aim = progress->indicator != NULL ? progress->indicator->aim : OCOP_AIM_NUMBER;
  gboolean counted = fact == &progress->fact && progress->by_hand == NULL && progress->count != NULL;
  g_autofree char *number = ocop_quantity_to_people (fact->figure);
  g_autofree char *whole = counted ? ocop_number_to_people (progress->count->whole) : NULL;

  if (!fact->known)
    return g_strdup ("—");
  if (ocop_date_is_known (fact->day))
    return ocop_date_to_people (fact->day);
  if (aim == OCOP_AIM_SHARE)
    return g_strdup_printf ("%s %%", number);
  if (aim == OCOP_AIM_CLASSES && counted)
    return classes_to_people (progress->count);
  if (aim == OCOP_AIM_PAIR && counted)
    /* Translators: new ones, all of them */
    return g_strdup_printf (_("%s of %s"), number, whole);
  return g_steal_pointer (&number);
}

gboolean
ocop_progress_sets_each (const OcopProgress *progress)
{
  if (progress->count == NULL)
    return FALSE;
  return (progress->indicator->aim == OCOP_AIM_EACH && progress->goal.op == OCOP_GOAL_EACH_AT_LEAST) ||
         (progress->indicator->aim == OCOP_AIM_DAY_EACH && progress->goal.op == OCOP_GOAL_BY_DAY);
}

gboolean
ocop_progress_falls_short (const OcopProgress  *progress,
                           const OcopCountLine *line)
{
  return ocop_progress_sets_each (progress) && ocop_goal_falls_short (&progress->goal, line->number, line->day);
}

char *
ocop_progress_say_counted (const OcopProgress *progress)
{
  if (progress->by_hand != NULL)
    /* Translators: where the figure comes from */
    return g_strdup_printf (_("Entered by hand: %s"), ocop_record_get_text (progress->by_hand, "source"));
  if (progress->fault != NULL)
    return g_strdup_printf (_("Not counted: the definition of its own indicator is faulty (%s)."), progress->fault);
  if (progress->fact.empty)
    return g_strdup_printf (_("%s The whole is 0 here: there is nothing to take a share of."), progress->indicator->counted);
  return g_strdup (progress->indicator != NULL ? progress->indicator->counted : _("Nothing counts this: enter its figure with its source."));
}

OcopQuery *
ocop_plan_query (const OcopPlan      *self,
                 const OcopProgress  *progress,
                 OcopIndicatorPart    part,
                 GError             **error)
{
  g_autoptr(OcopQuery) query = NULL;

  if (progress->by_hand != NULL || progress->indicator == NULL || !ocop_indicator_has (progress->indicator, part))
    return NULL;
  query = ocop_indicators_query (self->indicators, progress->indicator, part, progress->period,
                                 ocop_period_day (progress->period, self->on), self->unit, error);
  return query != NULL ? ocop_query_new_behind (query) : NULL;
}
