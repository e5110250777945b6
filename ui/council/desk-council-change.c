/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-council-change.h"

#include "desk-window.h"

static DeskCouncilTask *
task_copy (const DeskCouncilTask *task)
{
  DeskCouncilTask *copy = g_memdup2 (task, sizeof *task);

  copy->id = g_strdup (task->id);
  copy->member = g_strdup (task->member);
  copy->text = g_strdup (task->text);
  copy->reason = g_strdup (task->reason);
  copy->ids = (const char * const *) g_strdupv ((char **) task->ids);
  return copy;
}

static void
task_free (gpointer data)
{
  DeskCouncilTask *task = data;

  g_free ((char *) task->id);
  g_free ((char *) task->member);
  g_free ((char *) task->text);
  g_free ((char *) task->reason);
  g_strfreev ((char **) task->ids);
  g_free (task);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const DeskCouncilTask *task = data;

  return task->make (reader, task, error);
}

void
desk_council_task_run_async (OcopRegister           *reg,
                             const DeskCouncilTask  *task,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data)
{
  ocop_register_make_async (reg, OCOP_LANE_WINDOW, make_change, task_copy (task), task_free, callback, user_data);
}

static void
on_run (GObject      *reg,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(GtkWidget) widget = data;
  g_autoptr(GError) error = NULL;
  gboolean done = ocop_register_make_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (widget);

  if (!done && window != NULL)
    desk_window_show_error (window, error);
}

void
desk_council_task_run (GtkWidget             *widget,
                       OcopRegister          *reg,
                       const DeskCouncilTask *task)
{
  desk_council_task_run_async (reg, task, on_run, g_object_ref (widget));
}
