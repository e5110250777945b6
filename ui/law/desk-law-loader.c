/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/desk-law-loader.h"

#include <glib/gi18n.h>

#include "exchange/ocop-law-file.h"

typedef struct
{
  const OcopLaw *wording;
  GFile *file;
  guint n_texts;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_free (job);
}

static void
run (GTask        *task,
     gpointer      reg,
     gpointer      data,
     GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopLaw) law = job->wording != NULL ? ocop_law_reword (job->wording, job->file, &job->n_texts, &error)
                                                : ocop_law_file_load (job->file, &error);
  g_autoptr(OcopChange) change = ocop_change_new ("law", job->wording != NULL ? _("Load the gazette's wording") : _("Load a law book"));

  if (law != NULL)
    ocop_change_keep_law (change, law, TRUE);
  if (law != NULL && ocop_register_commit (reg, change, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
desk_law_load_async (OcopRegister        *reg,
                     const OcopLaw       *wording,
                     GFile               *file,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (reg, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->wording = wording;
  job->file = g_object_ref (file);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run);
}

gboolean
desk_law_load_finish (GAsyncResult  *result,
                      guint         *n_texts,
                      GError       **error)
{
  *n_texts = ((const Job *) g_task_get_task_data (G_TASK (result)))->n_texts;
  return g_task_propagate_boolean (G_TASK (result), error);
}
