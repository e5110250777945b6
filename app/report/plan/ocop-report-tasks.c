/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tasks of a plan: who does what until when, at what cost, and how it stands. */

#include "report/plan/ocop-report-tasks.h"

#include <glib/gi18n.h>

#include "plan/ocop-task.h"
#include "report/ocop-report-private.h"
#include "report/plan/ocop-plan-words.h"

enum
{
  CELL_NUMBER,
  CELL_NAME,
  CELL_BODY,
  CELL_WITH,
  CELL_FROM,
  CELL_DUE,
  CELL_COST,
  CELL_STATE,
  CELL_EVIDENCE,
};

static const OcopReportColumn columns[] = {
  [CELL_NUMBER] = { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  [CELL_NAME] = { "name", N_("Task"), OCOP_PAPER_COLUMN_TEXT, 36, "name" },
  [CELL_BODY] = { "body", N_("Body in charge"), OCOP_PAPER_COLUMN_TEXT, 20, "body" },
  [CELL_WITH] = { "with", N_("Together with"), OCOP_PAPER_COLUMN_TEXT, 18, "with_bodies" },
  [CELL_FROM] = { "from", N_("Begins on"), OCOP_PAPER_COLUMN_DATE, 11, "begins_on" },
  [CELL_DUE] = { "due", N_("To be done by"), OCOP_PAPER_COLUMN_DATE, 11, "due_on" },
  [CELL_COST] = { "cost", N_("Cost (đồng)"), OCOP_PAPER_COLUMN_MONEY, 15, "cost" },
  [CELL_STATE] = { "state", N_("State"), OCOP_PAPER_COLUMN_TEXT, 13 },
  [CELL_EVIDENCE] = { "evidence", N_("Evidence"), OCOP_PAPER_COLUMN_TEXT, 20, "evidence" },
  { NULL }
};

static void
add_task (OcopPaperTable *table,
          const OcopTask *task)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);

  row->cells[CELL_NUMBER] = ocop_value_integer (table->rows->len);
  for (guint i = CELL_NAME; columns[i].name != NULL; i++)
    if (columns[i].path != NULL)
      row->cells[i] = ocop_value_copy (ocop_record_get (task->part.record, columns[i].path));
  row->cells[CELL_STATE] = ocop_value_text (ocop_task_standing_title (task->standing));
}

/* Where any task costs anything. */
static void
add_cost (OcopPaperTable  *table,
          const GPtrArray *tasks)
{
  for (guint i = 0; i < tasks->len; i++)
    if (ocop_record_get_integer (((const OcopTask *) tasks->pdata[i])->part.record, "cost", 0) > 0)
      {
        ocop_report_add_sums (table, CELL_COST);
        return;
      }
}

/* "Tasks: 12, of them late: 2" */
void
ocop_report_tasks_count (OcopPaper       *paper,
                         const GPtrArray *tasks)
{
  g_autofree char *text = NULL;
  guint late = 0;

  for (guint i = 0; i < tasks->len; i++)
    late += ((const OcopTask *) tasks->pdata[i])->standing == OCOP_TASK_LATE;
  text = g_strdup_printf (_("Tasks: %u, of them late: %u."), tasks->len, late);
  ocop_paper_add_note (paper, text);
}

GPtrArray *
ocop_report_tasks_read (OcopReader             *reader,
                        const OcopReportScope  *scope,
                        OcopPaper              *paper,
                        OcopReportYear         *year,
                        GError                **error)
{
  GPtrArray *tasks = ocop_report_year_read_planned (reader, scope, year, error)
                     ? ocop_tasks_read (reader, year->plan, year->until, error) : NULL;

  if (tasks != NULL)
    ocop_plan_words_add_name (paper, year->plan);
  return tasks;
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  g_auto(OcopReportYear) year = { NULL };
  g_autoptr(GPtrArray) tasks = ocop_report_tasks_read (reader, scope, paper, &year, error);

  if (tasks == NULL)
    return FALSE;
  ocop_report_add_columns (table, columns);
  for (guint i = 0; i < tasks->len; i++)
    add_task (table, tasks->pdata[i]);
  add_cost (table, tasks);
  if (tasks->len > 0)
    ocop_report_tasks_count (paper, tasks);
  return TRUE;
}

const OcopReport ocop_report_tasks = {
  .name = "plan-tasks",
  .title = N_("Tasks of the plan"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
