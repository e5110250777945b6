/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop plan */

#include <glib/gi18n.h>

#include "commands.h"
#include "plan/ocop-plan.h"

typedef struct
{
  gint64 year;
  OcopDate on;
} Job;

/* The plans that are about the year, the office's own years before those of several. */
static OcopRows *
find_plans (OcopReader  *reader,
            gint64       year,
            GError     **error)
{
  static const char * const columns[] = { "id", "until_year", "year", NULL };
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, year);
  g_autoptr(OcopQuery) query = ocop_query_new ("plan");

  ocop_query_where (query, "year", OCOP_OPERATOR_AT_MOST, text, NULL);
  ocop_query_order_by (query, "year", TRUE);
  ocop_query_order_by (query, "number", FALSE);
  return ocop_reader_rows (reader, query, columns, 0, -1, error);
}

/* (element-type OcopPlan) */
static gpointer
read_plans (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Job *job = data;
  g_autoptr(OcopRows) rows = find_plans (reader, job->year, error);
  g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_plan_free);

  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      gint64 last = MAX (ocop_rows_get_integer (rows, i, 1), ocop_rows_get_integer (rows, i, 2));
      OcopPlan *plan = last < job->year ? NULL : ocop_plan_read (reader, ocop_rows_get_text (rows, i, 0), NULL, job->on, error);

      if (plan != NULL)
        g_ptr_array_add (plans, plan);
      else if (last >= job->year)
        return NULL;
    }
  return rows != NULL ? g_steal_pointer (&plans) : NULL;
}

static OcopOutput *
output_new (void)
{
  static const OcopField hundredths = { "hundredths", "", NULL, OCOP_FIELD_HUNDREDTHS };
  const OcopField *integer = ocop_output_integer_field ();
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "plan_id", NULL, NULL);
  ocop_output_add_column (output, "plan", NULL, NULL);
  ocop_output_add_column (output, "target_id", NULL, NULL);
  ocop_output_add_column (output, "code", _("Code"), NULL);
  ocop_output_add_column (output, "target", _("Target"), NULL);
  ocop_output_add_column (output, "planned", _("Number set"), NULL);
  ocop_output_add_column (output, "actual", _("Actual"), NULL);
  ocop_output_add_column (output, "percent", "%", &hundredths);
  ocop_output_add_column (output, "before", _("Year before"), NULL);
  ocop_output_add_column (output, "state", NULL, NULL);
  ocop_output_add_column (output, "state_title", _("State"), NULL);
  ocop_output_add_column (output, "figure", NULL, &hundredths);
  ocop_output_add_column (output, "part", NULL, integer);
  ocop_output_add_column (output, "whole", NULL, integer);
  ocop_output_add_column (output, "day", NULL, ocop_output_date_field ());
  ocop_output_add_column (output, "forecast", NULL, &hundredths);
  ocop_output_add_column (output, "from", NULL, ocop_output_date_field ());
  ocop_output_add_column (output, "until", NULL, ocop_output_date_field ());
  ocop_output_add_column (output, "short", NULL, NULL);
  ocop_output_add_column (output, "counted", _("How it was counted"), NULL);
  return output;
}

static OcopValue
number_or_unknown (gboolean known,
                   gint64   number)
{
  return known ? ocop_value_integer (number) : (OcopValue) OCOP_VALUE_INIT;
}

/* "Xã A; Xã B": the localities that fall short of what is set for each. */
static GString *
list_short (const OcopProgress *progress)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; progress->count != NULL && i < progress->count->lines->len; i++)
    {
      const OcopCountLine *line = progress->count->lines->pdata[i];

      if (ocop_progress_falls_short (progress, line))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", line->label);
    }
  return names;
}

static void
add_target (OcopOutput         *output,
            const OcopPlan     *plan,
            const OcopProgress *progress)
{
  char day[OCOP_DATE_TEXT_SIZE], from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];
  g_autofree char *planned = ocop_progress_goal_to_people (progress);
  g_autofree char *actual = ocop_progress_to_people (progress, &progress->fact);
  g_autofree char *before = ocop_progress_to_people (progress, &progress->before);
  g_autofree char *counted = ocop_progress_say_counted (progress);
  g_autoptr(GString) falling_short = list_short (progress);
  gint64 percent = 0;
  gboolean has_percent = ocop_goal_percent (&progress->goal, &progress->fact, &percent);
  OcopValue row[] = {
    ocop_value_text (ocop_record_get_id (plan->record)),
    ocop_value_text (ocop_record_get_text (plan->record, "name")),
    ocop_value_text (ocop_record_get_id (progress->target)),
    ocop_value_text (ocop_record_get_text (progress->target, "code")),
    ocop_value_text (ocop_record_get_text (progress->target, "name")),
    ocop_value_text (planned),
    ocop_value_text (actual),
    number_or_unknown (has_percent, percent),
    ocop_value_text (before),
    ocop_value_text (ocop_standing_name (progress->standing)),
    ocop_value_text (ocop_standing_title (progress->standing)),
    number_or_unknown (progress->fact.known && !ocop_date_is_known (progress->fact.day), progress->fact.figure),
    number_or_unknown (progress->count != NULL, progress->count != NULL ? progress->count->part : 0),
    number_or_unknown (progress->count != NULL, progress->count != NULL ? progress->count->whole : 0),
    ocop_value_text (ocop_date_to_text (progress->fact.day, day)),
    number_or_unknown (progress->fact.foreseen, progress->fact.forecast),
    ocop_value_text (ocop_date_to_text (progress->period.from, from)),
    ocop_value_text (ocop_date_to_text (progress->period.until, until)),
    ocop_value_text (falling_short->str),
    ocop_value_text (counted),
  };

  ocop_output_add_row (output, row);
  for (guint i = 0; i < G_N_ELEMENTS (row); i++)
    ocop_value_clear (&row[i]);
}

static OcopOutput *
tabulate (const GPtrArray *plans)
{
  OcopOutput *output = output_new ();

  for (guint i = 0; i < plans->len; i++)
    {
      const OcopPlan *plan = plans->pdata[i];

      for (guint j = 0; j < plan->targets->len; j++)
        add_target (output, plan, plan->targets->pdata[j]);
    }
  return output;
}

OcopStatus
ocop_command_plan (OcopInvocation *invocation)
{
  int year = 0;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &year, N_("The year of the plan (default: this year)"), N_("YEAR") },
    { NULL }
  };
  g_autoptr(GPtrArray) plans = NULL;
  g_autoptr(OcopOutput) output = NULL;
  OcopStatus status;
  Job job;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  job = (Job) { year != 0 ? year : invocation->on.year, invocation->on };
  plans = ocop_invocation_read (invocation, read_plans, &job, &status);
  if (plans == NULL)
    return status;
  output = tabulate (plans);
  ocop_output_print (output, invocation->format);
  return OCOP_STATUS_DONE;
}
