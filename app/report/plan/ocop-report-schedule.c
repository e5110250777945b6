/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The year of a plan at a glance: its tasks by month. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "plan/ocop-task.h"
#include "report/plan/ocop-plan-words.h"
#include "report/plan/ocop-report-tasks.h"

#define MARK "x"
#define MONTH_WIDTH 4

enum
{
  CELL_NUMBER,
  CELL_NAME,
  CELL_BODY,
  CELL_FIRST_MONTH,
};

#define MONTHS "months"

/* Of years where the plan is of several. */
static const OcopReportColumn columns[] = {
  [CELL_NUMBER] = { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  [CELL_NAME] = { "name", N_("Task"), OCOP_PAPER_COLUMN_TEXT, 40 },
  [CELL_BODY] = { "body", N_("Body in charge"), OCOP_PAPER_COLUMN_TEXT, 22 },
  [CELL_FIRST_MONTH] = { MONTHS, N_("The months"), OCOP_PAPER_COLUMN_TEXT, 0 },
  { "due", N_("To be done by"), OCOP_PAPER_COLUMN_DATE, 11 },
  { "state", N_("State"), OCOP_PAPER_COLUMN_TEXT, 14 },
  { NULL }
};

/* The years that are shown, and whether by month. */
typedef struct
{
  int first_year;
  int n_columns;
  gboolean by_month;
} Calendar;

static Calendar
get_calendar (const OcopRecord *plan)
{
  gint64 year = ocop_record_get_integer (plan, "year", 0);
  gint64 until = MAX (year, ocop_record_get_integer (plan, "until_year", year));

  return (Calendar) { (int) year, year == until ? 12 : (int) (until - year + 1), year == until };
}

static void
add_calendar_columns (OcopPaperTable *table,
                      Calendar        calendar)
{
  for (int i = 0; i < calendar.n_columns; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d", calendar.by_month ? i + 1 : calendar.first_year + i);
      g_autofree char *name = g_strconcat (MONTHS ":", title, NULL);
      OcopPaperColumn *column = ocop_paper_table_add_column (table, name, title, OCOP_PAPER_COLUMN_TEXT,
                                                             calendar.by_month ? MONTH_WIDTH : 2 * MONTH_WIDTH);

      column->group = g_strdup (calendar.by_month ? _("Month") : _("Year"));
      column->align = OCOP_PAPER_ALIGN_CENTRE;
    }
}

static void
mark_span (OcopPaperRow   *row,
           const OcopTask *task,
           Calendar        calendar)
{
  if (!ocop_date_is_day (task->from))
    return;
  for (int i = 0; i < calendar.n_columns; i++)
    {
      gboolean runs = calendar.by_month ? task->from.month <= i + 1 && task->until.month >= i + 1
                                        : task->from.year <= calendar.first_year + i && task->until.year >= calendar.first_year + i;

      if (runs)
        row->cells[CELL_FIRST_MONTH + i] = ocop_value_text (MARK);
    }
}

static void
add_task (OcopPaperTable *table,
          const OcopTask *task,
          Calendar        calendar)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
  OcopValue *last = &row->cells[CELL_FIRST_MONTH + calendar.n_columns];

  row->cells[CELL_NUMBER] = ocop_value_integer (table->rows->len);
  row->cells[CELL_NAME] = ocop_value_copy (ocop_record_get (task->part.record, "name"));
  row->cells[CELL_BODY] = ocop_value_copy (ocop_record_get (task->part.record, "body"));
  mark_span (row, task, calendar);
  last[0] = ocop_value_copy (ocop_record_get (task->part.record, "due_on"));
  last[1] = ocop_value_text (ocop_task_standing_title (task->standing));
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
  Calendar calendar;

  if (tasks == NULL)
    return FALSE;
  calendar = get_calendar (year.plan);
  ocop_report_add_columns (table, columns);
  add_calendar_columns (table, calendar);
  ocop_report_add_columns (table, columns + CELL_FIRST_MONTH + 1);
  for (guint i = 0; i < tasks->len; i++)
    add_task (table, tasks->pdata[i], calendar);
  if (tasks->len > 0)
    ocop_report_tasks_count (paper, tasks);
  return TRUE;
}

const OcopReport ocop_report_schedule = {
  .name = "plan-schedule",
  .title = N_("Schedule of the plan’s tasks"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
