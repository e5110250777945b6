/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The targets of a plan over the last five years. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "report/plan/ocop-plan-words.h"
#include "report/plan/ocop-report-year.h"

#define N_YEARS 5
#define FIRST_YEAR 3

/* Their titles are the years. */
static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "target", N_("Target"), OCOP_PAPER_COLUMN_TEXT, 44 },
  { "unit", N_("Unit"), OCOP_PAPER_COLUMN_TEXT, 12 },
  { "year-4", N_("Four years before"), OCOP_PAPER_COLUMN_QUANTITY, 13 },
  { "year-3", N_("Three years before"), OCOP_PAPER_COLUMN_QUANTITY, 13 },
  { "year-2", N_("Two years before"), OCOP_PAPER_COLUMN_QUANTITY, 13 },
  { "year-1", N_("Year before"), OCOP_PAPER_COLUMN_QUANTITY, 13 },
  { "year", N_("Year"), OCOP_PAPER_COLUMN_QUANTITY, 13 },
  { "planned", N_("Number set"), OCOP_PAPER_COLUMN_QUANTITY, 13 },
  { NULL }
};

static void
name_years (OcopPaperTable *table,
            guint           last)
{
  for (guint i = 0; i < N_YEARS; i++)
    {
      OcopPaperColumn *column = table->columns->pdata[FIRST_YEAR + i];

      g_free (column->title);
      column->title = g_strdup_printf ("%u", last - (N_YEARS - 1) + i);
    }
}

static void
add_targets (OcopPaperTable *table,
             const OcopPlan *plan)
{
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const OcopProgress *progress = plan->targets->pdata[i];
      OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);

      row->cells[0] = ocop_value_integer (i + 1);
      row->cells[1] = ocop_value_text (ocop_record_get_text (progress->target, "name"));
      row->cells[2] = ocop_value_text (ocop_plan_words_get_unit (progress));
      row->cells[FIRST_YEAR + N_YEARS] = ocop_plan_words_goal (&progress->goal);
    }
}

/* What the targets of @plan come to in the year that is @back years before; each has its row. A figure typed then stands in
 * the place of what is counted. */
static gboolean
add_year (OcopPaperTable        *table,
          const OcopReportYear  *year,
          guint                  back,
          OcopReader            *reader,
          GError               **error)
{
  OcopReportYear then = *year;
  g_autoptr(OcopPlan) plan = NULL;

  /* A year that is over counts to its end. */
  if (back > 0)
    then.period = ocop_period_new (year->period.rule, OCOP_PERIOD_YEAR, year->period.year - back, 0);
  then.until = back > 0 ? then.period.until : year->until;
  plan = ocop_report_year_read_plan (&then, reader, error);
  for (guint i = 0; plan != NULL && i < plan->targets->len; i++)
    {
      const OcopProgress *progress = plan->targets->pdata[i];

      ((OcopPaperRow *) table->rows->pdata[i])->cells[FIRST_YEAR + N_YEARS - 1 - back] = ocop_plan_words_fact (progress, &progress->fact);
    }
  return plan != NULL;
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  g_auto(OcopReportYear) year = { NULL };
  g_autoptr(OcopPlan) plan = NULL;

  if (!ocop_report_year_read_planned (reader, scope, &year, error))
    return FALSE;
  plan = ocop_report_year_read_plan (&year, reader, error);
  if (plan == NULL)
    return FALSE;
  ocop_plan_words_add_name (paper, year.plan);
  paper->as_of = year.until;
  ocop_report_add_columns (table, columns);
  name_years (table, year.period.year);
  add_targets (table, plan);
  for (guint back = 0; back < N_YEARS; back++)
    if (!add_year (table, &year, back, reader, error))
      return FALSE;
  return TRUE;
}

const OcopReport ocop_report_years = {
  .name = "plan-years",
  .title = N_("The plan's targets over five years"),
  .heading = N_("Targets over five years"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
