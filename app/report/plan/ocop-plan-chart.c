/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plan/ocop-plan-chart.h"

#include <glib/gi18n.h>

#include "report/plan/ocop-report-year.h"

#define MONTHS 12

/* What was reached of each target, in percent. */
static gboolean
fill_targets (OcopChart             *chart,
              const OcopReportYear  *year,
              OcopReader            *reader,
              GError               **error)
{
  g_autoptr(OcopPlan) plan = ocop_report_year_read_plan (year, reader, error);

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Target"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, _("Percent of what was set"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, "%");
  ocop_chart_add_series (chart, _("Reached"), OCOP_CHART_ROLE_ACCENT);
  for (guint i = 0; plan != NULL && i < plan->targets->len; i++)
    {
      const OcopProgress *progress = plan->targets->pdata[i];
      gint64 percent = 0;
      guint category;

      if (!ocop_goal_percent (&progress->goal, &progress->fact, &percent))
        continue;
      category = ocop_chart_add_category (chart, ocop_record_get_id (progress->target), ocop_record_get_text (progress->target, "name"),
                                          OCOP_CHART_ROLE_INHERIT);
      ocop_chart_set_value (chart, 0, category, MAX (percent, 0) / 100);
    }
  return plan != NULL;
}

/* The first target that every locality has a number of. */
static const OcopProgress *
find_target_of_each (const OcopPlan *plan)
{
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const OcopProgress *progress = plan->targets->pdata[i];

      if (progress->goal.op == OCOP_GOAL_EACH_AT_LEAST && progress->count != NULL && progress->count->lines->len > 0)
        return progress;
    }
  return NULL;
}

static gboolean
fill_localities (OcopChart             *chart,
                 const OcopReportYear  *year,
                 OcopReader            *reader,
                 GError               **error)
{
  g_autoptr(OcopPlan) plan = ocop_report_year_read_plan (year, reader, error);
  const OcopProgress *progress = plan != NULL ? find_target_of_each (plan) : NULL;

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Locality"));
  ocop_chart_add_series (chart, _("Actual"), OCOP_CHART_ROLE_ACCENT);
  ocop_chart_add_series (chart, _("Missing"), OCOP_CHART_ROLE_WARNING);
  if (progress != NULL)
    ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, ocop_record_get_text (progress->target, "name"));
  for (guint i = 0; progress != NULL && i < progress->count->lines->len; i++)
    {
      const OcopCountLine *line = progress->count->lines->pdata[i];
      guint category = ocop_chart_add_category (chart, line->key != NULL ? line->key : "", line->label, OCOP_CHART_ROLE_INHERIT);

      ocop_chart_set_value (chart, 0, category, line->number);
      ocop_chart_set_value (chart, 1, category, MAX ((progress->goal.value + 99) / 100 - line->number, 0));
    }
  return plan != NULL;
}

/* The products recognised in the month @month of the year. */
static gint64
count_month (const OcopReportYear  *year,
             guint                  month,
             guint                  back,
             OcopReader            *reader,
             GError               **error)
{
  OcopReportYear own = { NULL, ocop_period_new (year->period.rule, OCOP_PERIOD_MONTH, year->period.year - back, month) };
  g_autoptr(OcopQuery) query = ocop_query_new ("recognition");

  own.until = own.period.until;
  ocop_query_where (query, "outcome", OCOP_OPERATOR_IS, "recognised", NULL);
  ocop_report_year_where (&own, query, "decision_date");
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT_DISTINCT, "product");
  return ocop_reader_measure (reader, query, error);
}

static gboolean
fill_months (OcopChart             *chart,
             const OcopReportYear  *year,
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

      for (guint back = 0; back < 2; back++)
        {
          gint64 n = count_month (year, month, back, reader, error);

          if (n < 0)
            return FALSE;
          ocop_chart_set_value (chart, back, category, n);
        }
    }
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*fill) (OcopChart             *chart,
                    const OcopReportYear  *year,
                    OcopReader            *reader,
                    GError               **error);
} charts[] = {
  { "plan-targets", fill_targets },
  { "plan-localities", fill_localities },
  { "plan-months", fill_months },
};

gboolean
ocop_plan_chart_is (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_strcmp0 (charts[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ocop_plan_chart_fill (OcopChart   *chart,
                      const char  *name,
                      OcopReader  *reader,
                      OcopDate     on,
                      GError     **error)
{
  OcopReportScope scope = { .on = on };
  g_auto(OcopReportYear) year = { NULL };

  if (!ocop_report_year_read (reader, &scope, &year, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (charts) && year.plan != NULL; i++)
    if (g_strcmp0 (charts[i].name, name) == 0)
      return charts[i].fill (chart, &year, reader, error);
  return TRUE;
}
