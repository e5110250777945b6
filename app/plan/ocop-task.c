/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-task.h"

#include <glib/gi18n.h>

#include "register/ocop-records.h"

static const char * const titles[] = {
  [OCOP_TASK_PLANNED] = N_("Not begun"),
  [OCOP_TASK_UNDER_WAY] = N_("Being done"),
  [OCOP_TASK_SOON] = N_("Due soon"),
  [OCOP_TASK_LATE] = N_("Late"),
  [OCOP_TASK_DONE] = N_("Done"),
  [OCOP_TASK_DROPPED] = N_("Dropped"),
};

const char *
ocop_task_standing_title (OcopTaskStanding standing)
{
  return _(titles[standing]);
}

OcopTaskStanding
ocop_task_standing (const OcopRecord *task,
                    OcopDate          on)
{
  const char *state = ocop_record_get_text (task, "state");
  OcopDate due_on = ocop_record_get_date (task, "due_on");
  int days = ocop_date_is_day (due_on) ? ocop_date_days_between (on, due_on) : G_MAXINT;

  if (g_strcmp0 (state, "done") == 0)
    return OCOP_TASK_DONE;
  if (g_strcmp0 (state, "dropped") == 0)
    return OCOP_TASK_DROPPED;
  if (days <= OCOP_TASK_SOON_DAYS)
    return days < 0 ? OCOP_TASK_LATE : OCOP_TASK_SOON;
  return g_strcmp0 (state, "under-way") == 0 ? OCOP_TASK_UNDER_WAY : OCOP_TASK_PLANNED;
}

static OcopDate
last_of_month (OcopDate day)
{
  return ocop_date_add_days (ocop_date_add_months (ocop_date_new (day.year, day.month, 1), 1), -1);
}

static OcopDate
later (OcopDate a,
       OcopDate b)
{
  return ocop_date_compare (a, b) < 0 ? b : a;
}

static OcopDate
earlier (OcopDate a,
         OcopDate b)
{
  return ocop_date_compare (a, b) < 0 ? a : b;
}

static void
set_span (OcopTask         *task,
          const OcopRecord *plan)
{
  int year = (int) ocop_record_get_integer (plan, "year", 0);
  int until_year = (int) ocop_record_get_integer (plan, "until_year", year);
  OcopDate from = ocop_record_get_date (task->part.record, "begins_on");
  OcopDate until = ocop_record_get_date (task->part.record, "due_on");

  if (!ocop_date_is_day (from) && !ocop_date_is_day (until))
    return;
  if (!ocop_date_is_day (from))
    from = ocop_date_new (until.year, until.month, 1);
  if (!ocop_date_is_day (until))
    until = last_of_month (from);
  from = later (from, ocop_date_new (year, 1, 1));
  until = earlier (until, ocop_date_new (MAX (year, until_year), 12, 31));
  if (ocop_date_compare (from, until) > 0)
    return;
  task->from = from;
  task->until = until;
}

static void
task_free (gpointer data)
{
  OcopTask *task = data;

  ocop_record_free (task->part.record);
  g_free (task);
}

GPtrArray *
ocop_tasks_read (OcopReader        *reader,
                 const OcopRecord  *plan,
                 OcopDate           on,
                 GError           **error)
{
  g_autoptr(GPtrArray) records = ocop_records_load (reader, "task", "plan", ocop_record_get_id (plan), "place", error);
  GPtrArray *tasks = g_ptr_array_new_with_free_func (task_free);

  if (records == NULL)
    return g_ptr_array_unref (tasks), NULL;
  for (guint i = 0; i < records->len; i++)
    {
      OcopTask *task = g_new0 (OcopTask, 1);

      task->part.record = g_steal_pointer (&records->pdata[i]);
      task->standing = ocop_task_standing (task->part.record, on);
      set_span (task, plan);
      g_ptr_array_add (tasks, task);
    }
  return tasks;
}
