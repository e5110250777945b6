/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-plan.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "register/ocop-records.h"

static void
progress_free (OcopProgress *self)
{
  g_clear_pointer (&self->target, ocop_record_free);
  g_clear_pointer (&self->by_hand, ocop_record_free);
  g_clear_pointer (&self->count, ocop_count_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopProgress, progress_free)

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

/* @figure: (out) (nullable): the last one typed within @period */
static gboolean
find_by_hand (OcopReader        *reader,
              const OcopRecord  *target,
              OcopPeriod         period,
              OcopRecord       **figure,
              GError           **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("target_figure");
  g_autoptr(OcopRows) rows = NULL;
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

  ocop_query_where (query, "target", OCOP_OPERATOR_IS, ocop_record_get_id (target), NULL);
  ocop_query_where (query, "counted_on", OCOP_OPERATOR_BETWEEN, ocop_date_to_text (period.from, from),
                    ocop_date_to_text (period.until, until), NULL);
  ocop_query_order_by (query, "counted_on", TRUE);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  *figure = NULL;
  if (rows != NULL && ocop_rows_get_n_rows (rows) > 0)
    *figure = ocop_reader_load (reader, ocop_kind_find ("target_figure"), ocop_rows_get_text (rows, 0, 0), error);
  return rows != NULL && (ocop_rows_get_n_rows (rows) == 0 || *figure != NULL);
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
  progress->fact.foreseen = ocop_indicator_has (progress->indicator, OCOP_INDICATOR_COMING) ||
                            ocop_indicator_has (progress->indicator, OCOP_INDICATOR_ENDING);
  return !progress->fact.foreseen ||
         ocop_counter_forecast (counter, progress->indicator, progress->count, progress->period, on, &progress->fact.forecast, error);
}

static gboolean
count_before (OcopProgress  *progress,
              OcopCounter   *counter,
              OcopDate       today,
              GError       **error)
{
  OcopPeriod before = ocop_period_year_before (progress->period);
  OcopDate on = ocop_date_add_months (ocop_period_day (progress->period, today), -12);
  g_autoptr(OcopCount) count = NULL;

  /* By the same day, so that what is under way is compared with what was then. */
  if (ocop_date_compare (on, before.until) < 0)
    before.until = on;
  count = ocop_counter_count (counter, progress->indicator, before, on, error);
  if (count != NULL)
    progress->before = fact_of_count (count, progress->indicator);
  return count != NULL;
}

static gboolean
find_facts (OcopProgress  *progress,
            OcopReader    *reader,
            OcopCounter   *counter,
            OcopDate       today,
            GError       **error)
{
  g_autoptr(OcopRecord) before = NULL;

  if (progress->indicator != NULL && (!count_now (progress, counter, today, error) || !count_before (progress, counter, today, error)))
    return FALSE;
  if (!find_by_hand (reader, progress->target, progress->period, &progress->by_hand, error) ||
      !find_by_hand (reader, progress->target, ocop_period_year_before (progress->period), &before, error))
    return FALSE;
  if (progress->by_hand != NULL)
    progress->fact = fact_by_hand (progress->by_hand);
  if (before != NULL)
    progress->before = fact_by_hand (before);
  return TRUE;
}

static gboolean
add_target (OcopPlan          *self,
            OcopReader        *reader,
            OcopCounter       *counter,
            const OcopRecord  *target,
            OcopDate           today,
            GError           **error)
{
  g_autoptr(OcopProgress) progress = g_new0 (OcopProgress, 1);

  progress->target = ocop_record_copy (target);
  progress->indicator = ocop_indicators_find (self->indicators, ocop_record_get_text (target, "indicator"));
  progress->period = ocop_plan_target_period (self->record, target, self->period);
  progress->goal = ocop_goal_of (target);
  if (!find_facts (progress, reader, counter, today, error))
    return FALSE;
  progress->standing = ocop_goal_judge (&progress->goal, &progress->fact, progress->period.from, progress->period.until,
                                        ocop_period_day (progress->period, today));
  g_ptr_array_add (self->targets, g_steal_pointer (&progress));
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

static gboolean
read_targets (OcopPlan    *self,
              OcopReader  *reader,
              OcopDate     today,
              GError     **error)
{
  g_autoptr(OcopCounter) counter = ocop_counter_new (reader, self->indicators, self->unit);
  g_autoptr(GPtrArray) targets = ocop_records_load (reader, "target", "plan", ocop_record_get_id (self->record), "place", error);

  for (guint i = 0; targets != NULL && i < targets->len; i++)
    if (!add_target (self, reader, counter, g_ptr_array_index (targets, i), today, error))
      return FALSE;
  return targets != NULL;
}

OcopPlan *
ocop_plan_read (OcopReader        *reader,
                const char        *id,
                const OcopPeriod  *period,
                OcopDate           today,
                GError           **error)
{
  g_autoptr(OcopPlan) self = g_new0 (OcopPlan, 1);

  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) progress_free);
  self->record = ocop_reader_load (reader, ocop_kind_find ("plan"), id, error);
  self->indicators = self->record != NULL ? ocop_indicators_read (reader, error) : NULL;
  if (self->indicators == NULL)
    return NULL;
  self->period = period != NULL ? *period : ocop_plan_period (self->record);
  self->on = ocop_period_day (self->period, today);
  return ocop_plan_find_unit (reader, self->record, &self->unit, error) && read_targets (self, reader, today, error) ? g_steal_pointer (&self) : NULL;
}

/* For people */

static char *
classes_to_people (const OcopCount *count)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count->lines->len; i++)
    {
      const OcopCountLine *line = g_ptr_array_index (count->lines, i);
      g_autofree char *number = ocop_number_to_people (line->number);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? " · " : "", line->label, number);
    }
  return g_string_free (text, FALSE);
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

char *
ocop_progress_say_counted (const OcopProgress *progress)
{
  if (progress->by_hand != NULL)
    /* Translators: where the figure comes from */
    return g_strdup_printf (_("Entered by hand: %s"), ocop_record_get_text (progress->by_hand, "source"));
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
