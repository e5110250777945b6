/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The targets of a plan beside those of other plans, and what localities set for themselves beside what is shared out. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "plan/ocop-plan-compare.h"
#include "report/plan/ocop-plan-words.h"
#include "report/plan/ocop-report-year.h"

#define PLANS "plans"
#define LOCALITIES "localities"

enum
{
  CELL_NUMBER,
  CELL_TARGET,
  CELL_UNIT,
  CELL_FIRST_PLAN,
};

static const OcopReportColumn columns[] = {
  [CELL_NUMBER] = { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  [CELL_TARGET] = { "target", N_("Target"), OCOP_PAPER_COLUMN_TEXT, 34 },
  [CELL_UNIT] = { "unit", N_("Unit"), OCOP_PAPER_COLUMN_TEXT, 11 },
  [CELL_FIRST_PLAN] = { PLANS, N_("What each plan sets and reaches"), OCOP_PAPER_COLUMN_QUANTITY, 0 },
  { LOCALITIES, N_("What localities set for themselves"), OCOP_PAPER_COLUMN_QUANTITY, 0 },
  { NULL }
};

/* The last two hold the first plan against another. */
static const OcopReportColumn of_plan[] = {
  { "set", NC_("compare", "Set"), OCOP_PAPER_COLUMN_QUANTITY, 11 },
  { "actual", NC_("compare", "Actual"), OCOP_PAPER_COLUMN_QUANTITY, 11 },
  { "state", NC_("compare", "State"), OCOP_PAPER_COLUMN_TEXT, 13 },
  { "set-apart", NC_("compare", "± set"), OCOP_PAPER_COLUMN_QUANTITY, 9 },
  { "actual-apart", NC_("compare", "± actual"), OCOP_PAPER_COLUMN_QUANTITY, 9 },
};

#define N_OF_FIRST 3u

static const OcopReportColumn of_localities[] = {
  { "shared", NC_("compare", "Shared out"), OCOP_PAPER_COLUMN_QUANTITY, 11 },
  { "own", NC_("compare", "Set by themselves"), OCOP_PAPER_COLUMN_QUANTITY, 11 },
  { "own-apart", NC_("compare", "±"), OCOP_PAPER_COLUMN_QUANTITY, 9 },
};

static void
add_group (OcopPaperTable         *table,
           const char             *prefix,
           const char             *group,
           const OcopReportColumn *under,
           guint                   n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strconcat (prefix, ":", under[i].name, NULL);

      ocop_paper_table_add_column (table, name, g_dpgettext2 (GETTEXT_PACKAGE, "compare", under[i].title), under[i].type,
                                   under[i].width)->group = g_strdup (group);
    }
}

static void
add_columns (OcopPaperTable       *table,
             const OcopComparison *comparison)
{
  ocop_report_add_columns (table, columns);
  for (guint i = 0; i < comparison->plans->len; i++)
    {
      g_autofree char *prefix = g_strdup_printf (PLANS ":%u", i + 1);

      add_group (table, prefix, comparison->titles->pdata[i], of_plan, i == 0 ? N_OF_FIRST : G_N_ELEMENTS (of_plan));
    }
  if (comparison->n_localities > 0)
    add_group (table, LOCALITIES, _("Localities"), of_localities, G_N_ELEMENTS (of_localities));
}

static OcopValue
value_of (gboolean      known,
          const gint64 *value)
{
  return known ? ocop_value_integer (*value) : (OcopValue) OCOP_VALUE_INIT;
}

/* Fills the cells from @cell on; returns the one after them. */
static OcopValue *
fill_plan (OcopValue            *cell,
           const OcopCompareRow *row,
           guint                 plan)
{
  const OcopProgress *progress = ocop_compare_row_get (row, plan);
  gint64 set, actual;

  if (progress != NULL)
    {
      cell[0] = ocop_plan_words_goal (&progress->goal);
      cell[1] = ocop_plan_words_fact (progress, &progress->fact);
      cell[2] = ocop_value_text (ocop_standing_title (progress->standing));
    }
  if (plan == 0)
    return cell + N_OF_FIRST;
  cell[3] = value_of (ocop_compare_row_set_apart (row, plan, &set), &set);
  cell[4] = value_of (ocop_compare_row_actual_apart (row, plan, &actual), &actual);
  return cell + G_N_ELEMENTS (of_plan);
}

static void
add_row (OcopPaperTable       *table,
         const OcopComparison *comparison,
         const OcopCompareRow *compared)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
  OcopValue *cell = &row->cells[CELL_FIRST_PLAN];
  const OcopProgress *first = NULL;
  gint64 apart;

  for (guint i = 0; first == NULL; i++)
    first = ocop_compare_row_get (compared, i);
  row->cells[CELL_NUMBER] = ocop_value_integer (table->rows->len);
  row->cells[CELL_TARGET] = ocop_value_text (ocop_record_get_text (first->target, "name"));
  row->cells[CELL_UNIT] = ocop_value_text (ocop_plan_words_get_unit (first));
  for (guint i = 0; i < comparison->plans->len; i++)
    cell = fill_plan (cell, compared, i);
  if (comparison->n_localities == 0)
    return;
  cell[0] = value_of (compared->n_shared > 0, &compared->shared);
  cell[1] = value_of (compared->n_own > 0, &compared->own);
  cell[2] = value_of (ocop_compare_row_own_apart (compared, &apart), &apart);
}

static void
add_notes (OcopPaper            *paper,
           const OcopComparison *comparison)
{
  g_autofree char *localities = NULL;

  for (guint i = 0; i < comparison->plans->len; i++)
    {
      g_autofree char *note = g_strdup_printf ("%s: %s", (const char *) comparison->titles->pdata[i],
                                               ocop_record_get_text (((const OcopPlan *) comparison->plans->pdata[i])->record, "name"));

      ocop_paper_add_note (paper, note);
    }
  if (comparison->n_localities == 0)
    return;
  localities = g_strdup_printf (_("Shared out to %u localities, %u of them with a plan of their own."), comparison->n_localities,
                                comparison->n_own_plans);
  ocop_paper_add_note (paper, localities);
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  g_auto(OcopReportYear) year = { NULL };
  g_autoptr(OcopComparison) comparison = NULL;

  if (!ocop_report_year_read_planned (reader, scope, &year, error))
    return FALSE;
  comparison = ocop_comparison_read (reader, ocop_record_get_id (year.plan), scope->beside, scope->on, error);
  if (comparison == NULL)
    return FALSE;
  ocop_plan_words_add_name (paper, year.plan);
  add_columns (table, comparison);
  for (guint i = 0; i < comparison->rows->len; i++)
    add_row (table, comparison, comparison->rows->pdata[i]);
  if (comparison->rows->len > 0)
    add_notes (paper, comparison);
  return TRUE;
}

const OcopReport ocop_report_plans = {
  .name = "plan-compare",
  .title = N_("The plan’s targets beside those of other plans"),
  .heading = N_("Targets of plans side by side"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
