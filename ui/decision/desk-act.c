/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-act.h"

struct _DeskAnswers
{
  char **ids;
  GHashTable *texts;
};

DeskAnswers *
desk_answers_new (const char * const *ids)
{
  DeskAnswers *self = g_new0 (DeskAnswers, 1);

  self->ids = g_strdupv ((char **) ids);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
desk_answers_free (DeskAnswers *self)
{
  g_strfreev (self->ids);
  g_hash_table_unref (self->texts);
  g_free (self);
}

void
desk_answers_set (DeskAnswers *self,
                  const char  *field,
                  char        *text)
{
  g_hash_table_replace (self->texts, g_strdup (field), text);
}

const char *
desk_answers_get (const DeskAnswers *self,
                  const char        *field)
{
  return g_hash_table_lookup (self->texts, field);
}

OcopDate
desk_answers_get_date (const DeskAnswers *self,
                       const char        *field)
{
  const char *text = desk_answers_get (self, field);
  OcopDate date = OCOP_DATE_UNKNOWN;

  if (text != NULL)
    ocop_date_parse (text, &date);
  return date;
}

gint64
desk_answers_get_integer (const DeskAnswers *self,
                          const char        *field,
                          gint64             fallback)
{
  const char *text = desk_answers_get (self, field);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : fallback;
}

const char * const *
desk_answers_get_ids (const DeskAnswers *self)
{
  return (const char * const *) self->ids;
}

/* Carrying out */

typedef struct
{
  const DeskAct *act;
  DeskAnswers *answers;
  char *made;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  desk_answers_free (run->answers);
  g_free (run->made);
  g_free (run);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Run *run = data;

  return run->act->make (reader, run->answers, &run->made, error);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (ocop_register_make_finish (OCOP_REGISTER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
desk_act_run_async (OcopRegister        *reg,
                    const DeskAct       *act,
                    DeskAnswers         *answers,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  GTask *task = g_task_new (reg, NULL, callback, user_data);
  Run *run = g_new0 (Run, 1);

  run->act = act;
  run->answers = answers;
  g_task_set_task_data (task, run, run_free);
  /* The long lane: a decision of many products takes its time to read. */
  ocop_register_make_async (reg, OCOP_LANE_LONG, make_change, run, NULL, on_done, task);
}

gboolean
desk_act_run_finish (OcopRegister  *reg,
                     GAsyncResult  *result,
                     char         **made,
                     GError       **error)
{
  Run *run = g_task_get_task_data (G_TASK (result));

  *made = g_steal_pointer (&run->made);
  return g_task_propagate_boolean (G_TASK (result), error);
}
