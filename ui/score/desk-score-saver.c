/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/desk-score-saver.h"

#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-session-changes.h"

/* One column: of a member, or what was agreed (no member). */
typedef struct
{
  char *product;
  char *member;
  char *choices;
  gint64 scoring;
  gint64 version;
} Column;

static void
column_free (gpointer data)
{
  Column *column = data;

  g_free (column->product);
  g_free (column->member);
  g_free (column->choices);
  g_free (column);
}

/* The columns that are still to be saved, the next one last. */
typedef struct
{
  OcopRegister *reg;
  GPtrArray *columns;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->reg);
  g_ptr_array_unref (job->columns);
  g_free (job);
}

static void save_next (GTask *task);

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Column *column = data;
  const OcopSheetEntry entry = {
    .product = column->product,
    .member = column->member,
    .scoring = column->scoring,
    .choices = column->choices,
    .source = "paper",
    .version = column->version,
    .taken_on = ocop_date_today (),
  };

  if (column->member == NULL)
    return ocop_session_agree (reader, column->product, column->choices, error);
  return ocop_session_submit (reader, &entry, error);
}

static void
on_saved (GObject      *reg,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;

  if (ocop_register_make_finish (OCOP_REGISTER (reg), result, &error))
    save_next (task);
  else
    g_task_return_error (task, error);
}

static void
save_next (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  if (job->columns->len == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  ocop_register_make_async (job->reg, OCOP_LANE_WINDOW, make_change,
                            g_ptr_array_steal_index (job->columns, job->columns->len - 1), column_free,
                            on_saved, g_object_ref (task));
}

static Column *
column_new (const DeskScoreSheets *sheets,
            guint                  place)
{
  const OcopSessionProduct *product = desk_score_sheets_get_product (sheets);
  Column *column = g_new0 (Column, 1);

  column->product = g_strdup (ocop_record_get_id (product->record));
  column->scoring = ocop_record_get_integer (product->record, "scoring", 1);
  column->choices = ocop_choices_format (product->scoring.criteria, desk_score_sheets_get_choices (sheets, place));
  if (desk_score_sheets_is_agreed (sheets, place))
    return column;
  column->member = g_strdup (ocop_session_get_member (desk_score_sheets_get_session (sheets), place)->id);
  if (product->sheets[place].record != NULL)
    column->version = ocop_record_get_version (product->sheets[place].record);
  return column;
}

void
desk_score_save_async (OcopRegister          *reg,
                       const DeskScoreSheets *sheets,
                       GAsyncReadyCallback    callback,
                       gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (reg, NULL, callback, user_data);
  Job *job = g_new (Job, 1);

  job->reg = g_object_ref (reg);
  job->columns = g_ptr_array_new_with_free_func (column_free);
  for (guint column = desk_score_sheets_n_columns (sheets); column > 0; column--)
    if (desk_score_sheets_is_changed (sheets, column - 1))
      g_ptr_array_add (job->columns, column_new (sheets, column - 1));
  g_task_set_task_data (task, job, job_free);
  save_next (task);
}

gboolean
desk_score_save_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
