/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plan/ocop-plan-chart.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "register/ocop-records.h"
#include "report/chart/ocop-chart-maker-private.h"
#include "report/plan/ocop-plan-words.h"
#include "report/plan/ocop-report-year.h"

#define MONTHS 12

static gboolean
sets_number_for_each (const OcopRecord *target)
{
  return ocop_goal_of (target).op == OCOP_GOAL_EACH_AT_LEAST;
}

/* In the colour of how it stands. */
static OcopChartRole
role_of (const OcopProgress *progress)
{
  switch (progress->standing)
    {
    case OCOP_STANDING_MET:
    case OCOP_STANDING_EXCEEDED:
      return OCOP_CHART_ROLE_STAR4;
    case OCOP_STANDING_ON_TRACK:
      return OCOP_CHART_ROLE_STAR3;
    case OCOP_STANDING_AT_RISK:
    case OCOP_STANDING_MISSED:
      return OCOP_CHART_ROLE_WARNING;
    case OCOP_STANDING_NONE:
    default:
      return OCOP_CHART_ROLE_ACCENT;
    }
}

static void
add_target (OcopChart          *chart,
            const OcopProgress *progress)
{
  guint category = ocop_chart_add_category (chart, ocop_record_get_id (progress->target),
                                            ocop_record_get_text (progress->target, "name"), role_of (progress));

  ocop_chart_set_unit (chart, category, ocop_plan_words_get_unit (progress));
  if (progress->standing != OCOP_STANDING_NONE)
    ocop_chart_set_state (chart, category, ocop_standing_title (progress->standing));
  ocop_chart_set_value (chart, 0, category, MAX (progress->fact.figure, 0));
  ocop_chart_set_value (chart, 1, category, MAX (progress->goal.value, 0));
  if (progress->before.known)
    ocop_chart_set_value (chart, 2, category, MAX (progress->before.figure, 0));
}

/* Each target that sets a number, of a range the one where it begins, with what was reached and the same period a year before. */
static gboolean
fill_targets (OcopChart             *chart,
              const OcopReportYear  *year,
              const char            *key,
              OcopReader            *reader,
              GError               **error)
{
  g_autoptr(OcopPlan) plan = ocop_report_year_read_plan (year, reader, error);

  ocop_chart_set_decimals (chart, 2);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Target"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, "");
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, "");
  ocop_chart_add_series (chart, _("Actual"), OCOP_CHART_ROLE_ACCENT);
  ocop_chart_add_series (chart, C_("target", "Number set"), OCOP_CHART_ROLE_NEUTRAL);
  ocop_chart_add_series (chart, _("Same period last year"), OCOP_CHART_ROLE_NEUTRAL);
  for (guint i = 0; plan != NULL && i < plan->targets->len; i++)
    {
      const OcopProgress *progress = plan->targets->pdata[i];
      gint64 percent = 0;

      if (ocop_goal_percent (&progress->goal, &progress->fact, &percent))
        add_target (chart, progress);
    }
  return plan != NULL;
}

/* What chooses a target: the indicator that counts it, or its id where another one of the plan is counted alike.
 * @taken: owns its keys */
static const char *
get_key (const OcopRecord *target,
         GHashTable       *taken)
{
  const char *code = ocop_record_get_text (target, "indicator");

  return code != NULL && g_hash_table_add (taken, g_strdup (code)) ? code : ocop_record_get_id (target);
}

typedef struct
{
  const char *key;
  GHashTable *taken;
  gboolean found;
} OfEach;

/* Whether it is the target @key, or the first one, of those that every locality has a number of. */
static gboolean
is_asked_for (const OcopProgress *progress,
              gpointer            data)
{
  OfEach *of_each = data;
  const char *own = sets_number_for_each (progress->target) ? get_key (progress->target, of_each->taken) : NULL;

  if (of_each->found || own == NULL || progress->indicator == NULL || progress->indicator->aim != OCOP_AIM_EACH)
    return FALSE;
  of_each->found = of_each->key == NULL || g_str_equal (own, of_each->key);
  return of_each->found;
}

/* The plan with the target @key, or the first one, of those that every locality has a number of, or with none. */
static OcopPlan *
read_target_of_each (OcopReader            *reader,
                     const OcopReportYear  *year,
                     const char            *key,
                     GError               **error)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  OfEach of_each = { key, taken };

  return ocop_plan_read_some (reader, ocop_record_get_id (year->plan), &year->period, year->until, is_asked_for, &of_each, error);
}

static const OcopProgress *
get_first_target (const OcopPlan *plan)
{
  return plan->targets->len > 0 ? plan->targets->pdata[0] : NULL;
}

static GPtrArray *
read_targets (OcopReader  *reader,
              OcopDate     on,
              GError     **error)
{
  OcopReportScope scope = { .on = on };
  g_auto(OcopReportYear) year = { NULL };
  g_autoptr(GPtrArray) found = ocop_chart_subjects_new ();
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) records = NULL;

  if (!ocop_report_year_read (reader, &scope, &year, error))
    return NULL;
  if (year.plan == NULL)
    return g_steal_pointer (&found);
  records = ocop_records_load (reader, "target", "plan", ocop_record_get_id (year.plan), "place", error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (sets_number_for_each (records->pdata[i]))
      ocop_chart_subjects_add (found, get_key (records->pdata[i], taken), ocop_record_get_text (records->pdata[i], "name"));
  return records != NULL ? g_steal_pointer (&found) : NULL;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const OcopCountLine *left = *(OcopCountLine *const *) a, *right = *(OcopCountLine *const *) b;

  return left->number < right->number ? -1 : left->number > right->number;
}

/* Those with the least come first: they are whom the plan waits for. */
static GPtrArray *
sort_lines (const GPtrArray *lines)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (sorted, lines->pdata[i]);
  g_ptr_array_sort (sorted, compare_numbers);
  return sorted;
}

void
ocop_plan_chart_draw_localities (OcopChart          *chart,
                                 const OcopProgress *progress)
{
  const char *unit = ocop_plan_words_get_unit (progress);
  g_autoptr(GPtrArray) lines = sort_lines (progress->count->lines);

  ocop_chart_set_flags (chart, ocop_chart_get_flags (chart) | OCOP_CHART_LEAST_FIRST);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_REST, _("Other localities"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, ocop_record_get_text (progress->target, "name"));
  if (unit != NULL)
    ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, unit);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, "");
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Locality"));
  ocop_chart_add_series (chart, _("Actual"), OCOP_CHART_ROLE_ACCENT);
  ocop_chart_add_series (chart, _("Missing"), OCOP_CHART_ROLE_WARNING);
  for (guint i = 0; i < lines->len; i++)
    {
      const OcopCountLine *line = lines->pdata[i];
      guint category = ocop_chart_add_category (chart, line->key != NULL ? line->key : "", line->label, OCOP_CHART_ROLE_INHERIT);

      ocop_chart_set_value (chart, 0, category, line->number);
      ocop_chart_set_value (chart, 1, category, MAX ((progress->goal.value + 99) / 100 - line->number, 0));
    }
}

static gboolean
fill_localities (OcopChart             *chart,
                 const OcopReportYear  *year,
                 const char            *key,
                 OcopReader            *reader,
                 GError               **error)
{
  g_autoptr(OcopPlan) plan = read_target_of_each (reader, year, key, error);
  const OcopProgress *progress = plan != NULL ? get_first_target (plan) : NULL;

  if (progress != NULL)
    ocop_plan_chart_draw_localities (chart, progress);
  else if (plan != NULL && key != NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("The plan has no target “%s” that sets a number for each locality"), key);
  return progress != NULL || (plan != NULL && key == NULL);
}

/* The products recognised in the month @month up to the day of the figures, or in that a number of years @back. */
static OcopQuery *
query_month (const OcopReportYear *year,
             guint                 month,
             guint                 back)
{
  OcopReportYear own = { NULL, ocop_period_new (year->period.rule, OCOP_PERIOD_MONTH, year->period.year - back, month) };
  OcopQuery *query = ocop_query_new ("recognition");

  own.until = back == 0 && ocop_date_compare (year->until, own.period.until) < 0 ? year->until : own.period.until;
  ocop_query_where (query, "outcome", OCOP_OPERATOR_IS, "recognised", NULL);
  ocop_report_year_where (&own, query, "decision_date");
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT_DISTINCT, "product");
  return query;
}

/* A month that begins after the day of the figures has none yet. */
static gboolean
has_begun (const OcopReportYear *year,
           guint                 month)
{
  OcopPeriod own = ocop_period_new (year->period.rule, OCOP_PERIOD_MONTH, year->period.year, month);

  return ocop_date_compare (own.from, year->until) <= 0;
}

static gboolean
fill_months (OcopChart             *chart,
             const OcopReportYear  *year,
             const char            *key,
             OcopReader            *reader,
             GError               **error)
{
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Month"));
  for (guint back = 0; back < 2; back++)
    {
      g_autofree char *name = g_strdup_printf ("%u", year->period.year - back);

      ocop_chart_add_series (chart, name, back == 0 ? OCOP_CHART_ROLE_ACCENT : OCOP_CHART_ROLE_NEUTRAL);
    }
  for (guint month = 1; month <= MONTHS; month++)
    {
      g_autofree char *label = g_strdup_printf ("%02u", month);
      guint category = ocop_chart_add_category (chart, label, label, OCOP_CHART_ROLE_INHERIT);

      for (guint back = has_begun (year, month) ? 0 : 1; back < 2; back++)
        {
          g_autoptr(OcopQuery) query = query_month (year, month, back);
          gint64 n = ocop_reader_measure (reader, query, error);

          if (n < 0)
            return FALSE;
          ocop_chart_set_value (chart, back, category, n);
        }
    }
  return TRUE;
}

/* Without a plan a chart stays empty. */
static gboolean
fill_of_year (OcopChart             *chart,
              const OcopChartAsked  *asked,
              gboolean             (*fill) (OcopChart             *chart,
                                            const OcopReportYear  *year,
                                            const char            *key,
                                            OcopReader            *reader,
                                            GError               **error),
              GError               **error)
{
  OcopReportScope scope = { .on = asked->on };
  g_auto(OcopReportYear) year = { NULL };

  if (!ocop_report_year_read (asked->reader, &scope, &year, error))
    return FALSE;
  return year.plan == NULL || fill (chart, &year, asked->subject, asked->reader, error);
}

static gboolean
draw_targets (OcopChart             *chart,
              const OcopChartAsked  *asked,
              GError               **error)
{
  return fill_of_year (chart, asked, fill_targets, error);
}

static gboolean
draw_localities (OcopChart             *chart,
                 const OcopChartAsked  *asked,
                 GError               **error)
{
  return fill_of_year (chart, asked, fill_localities, error);
}

static gboolean
draw_months (OcopChart             *chart,
             const OcopChartAsked  *asked,
             GError               **error)
{
  return fill_of_year (chart, asked, fill_months, error);
}

/* The year of the figures, which has a plan where the chart has figures. */
static gboolean
read_year (const OcopChartAsked  *asked,
           OcopReportYear        *year,
           GError               **error)
{
  OcopReportScope scope = { .on = asked->on };

  return ocop_report_year_read (asked->reader, &scope, year, error) && year->plan != NULL;
}

static gboolean
has_id (const OcopProgress *progress,
        gpointer            id)
{
  return g_str_equal (ocop_record_get_id (progress->target), id);
}

static OcopQuery *
read_behind_target (const OcopChartAsked  *asked,
                    const OcopChart       *chart,
                    guint                  series,
                    guint                  category,
                    GError               **error)
{
  const char *id = ocop_chart_get_category (chart, category)->key;
  g_auto(OcopReportYear) year = { NULL };
  g_autoptr(OcopPlan) plan = NULL;

  if (!read_year (asked, &year, error))
    return NULL;
  plan = ocop_plan_read_some (asked->reader, ocop_record_get_id (year.plan), &year.period, year.until, has_id, (gpointer) id, error);
  return plan != NULL && plan->targets->len > 0 ? ocop_plan_query (plan, get_first_target (plan), OCOP_INDICATOR_PART, error) : NULL;
}

static OcopQuery *
read_behind_locality (const OcopChartAsked  *asked,
                      const OcopChart       *chart,
                      guint                  series,
                      guint                  category,
                      GError               **error)
{
  const char *unit = ocop_chart_get_category (chart, category)->key;
  g_auto(OcopReportYear) year = { NULL };
  g_autoptr(OcopPlan) plan = read_year (asked, &year, error) ? read_target_of_each (asked->reader, &year, asked->subject, error) : NULL;
  const OcopProgress *progress = plan != NULL ? get_first_target (plan) : NULL;
  g_autoptr(OcopQuery) query = NULL;

  if (progress == NULL || progress->indicator == NULL || *unit == '\0')
    return NULL;
  query = ocop_indicators_query (plan->indicators, progress->indicator, OCOP_INDICATOR_PART, progress->period,
                                 ocop_period_day (progress->period, plan->on), unit, error);
  return query != NULL ? ocop_query_new_behind (query) : NULL;
}

static OcopQuery *
read_behind_month (const OcopChartAsked  *asked,
                   const OcopChart       *chart,
                   guint                  series,
                   guint                  category,
                   GError               **error)
{
  g_auto(OcopReportYear) year = { NULL };
  g_autoptr(OcopQuery) query = read_year (asked, &year, error) ? query_month (&year, category + 1, series) : NULL;

  if (query != NULL)
    ocop_query_set_on (query, asked->on);
  return query != NULL ? ocop_query_new_behind (query) : NULL;
}

/* Of the plan of the year that the day lies in. */
const OcopChartMaker ocop_chart_makers_plan[] = {
  {
    .about = { "plan-targets", N_("How far the plan's targets are reached"), OCOP_CHART_ABOUT_PLAN },
    .kind = OCOP_CHART_BULLET,
    .validity = OCOP_VALIDITY_VALID,
    .fill = draw_targets,
    .read_behind = read_behind_target,
    .n_behind = 1,
  },
  {
    .about = { "plan-localities", N_("Localities against what the plan asks of each"), OCOP_CHART_ABOUT_PLAN, FALSE, N_("Target") },
    .kind = OCOP_CHART_STACKED_ROWS,
    .validity = OCOP_VALIDITY_VALID,
    .fill = draw_localities,
    .read_subjects = read_targets,
    .read_behind = read_behind_locality,
    .n_behind = 1,
  },
  {
    .about = { "plan-months", N_("Products recognised by month, and a year before"), OCOP_CHART_ABOUT_PLAN },
    .kind = OCOP_CHART_BARS,
    .validity = OCOP_VALIDITY_VALID,
    .fill = draw_months,
    .read_behind = read_behind_month,
  },
  { { NULL } }
};
