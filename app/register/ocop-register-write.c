/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-register-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

static char *
dup_person (OcopRegister *self)
{
  char *person;

  g_mutex_lock (&self->lock);
  person = g_strdup (self->person);
  g_mutex_unlock (&self->lock);
  return person;
}

gboolean
ocop_register_remember_steps (OcopRegister *self,
                              OcopStore    *store)
{
  g_autofree char *person = dup_person (self);
  char *undo, *redo;
  gboolean other;

  ocop_store_get_steps (store, person, &undo, &redo);
  g_mutex_lock (&self->lock);
  other = g_strcmp0 (undo, self->undo_name) != 0 || g_strcmp0 (redo, self->redo_name) != 0;
  g_free (self->undo_name);
  g_free (self->redo_name);
  self->undo_name = undo;
  self->redo_name = redo;
  g_mutex_unlock (&self->lock);
  return other;
}

typedef enum
{
  WRITE_COMMIT,
  WRITE_UNDO,
  WRITE_REDO,
} WriteKind;

typedef struct
{
  OcopRegister *self;
  WriteKind kind;
  const OcopChange *change;
  guint *n_left;
  gboolean good;
  GError **error;
} Write;

static gboolean
write_with (OcopRegister      *self,
            OcopStore         *store,
            WriteKind          kind,
            const OcopChange  *change,
            const OcopWatch   *watch,
            guint             *n_left,
            GError           **error)
{
  g_autofree char *person = dup_person (self);
  OcopAuthor author = { person, self->writer_id };
  gboolean good;

  if (kind == WRITE_COMMIT)
    good = ocop_store_commit (store, change, &author, watch, error);
  else if (kind == WRITE_UNDO)
    good = ocop_store_undo (store, &author, watch, n_left, error);
  else
    good = ocop_store_redo (store, &author, watch, n_left, error);
  if (!good)
    return FALSE;
  self->dirty = TRUE;
  /* Seen before it is announced, or the watch would announce it again. */
  ocop_register_see (self, ocop_store_get_seq (store));
  ocop_register_remember_steps (self, store);
  ocop_register_announce (self);
  return TRUE;
}

static void
run_write (gpointer connection,
           gpointer data)
{
  Write *write = data;

  write->good = write_with (write->self, connection, write->kind, write->change, NULL, write->n_left, write->error);
}

static gboolean
refuse_look_only (OcopRegister  *self,
                  GError       **error)
{
  if (self->look_only)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_READ_ONLY, _("%s was opened to look only: nothing can be written"), self->path);
  else
    g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_CANCELLED, _("The register was closed"));
  return FALSE;
}

static gboolean
write_and_wait (OcopRegister      *self,
                WriteKind          kind,
                const OcopChange  *change,
                guint             *n_left,
                GError           **error)
{
  Write write = { self, kind, change, n_left, FALSE, error };

  if (self->writer == NULL)
    return refuse_look_only (self, error);
  ocop_thread_call (self->writer, run_write, &write);
  return write.good;
}

gboolean
ocop_register_commit (OcopRegister      *self,
                      const OcopChange  *change,
                      GError           **error)
{
  return write_and_wait (self, WRITE_COMMIT, change, NULL, error);
}

gboolean
ocop_register_undo (OcopRegister  *self,
                    guint         *n_left,
                    GError       **error)
{
  return write_and_wait (self, WRITE_UNDO, NULL, n_left, error);
}

gboolean
ocop_register_redo (OcopRegister  *self,
                    guint         *n_left,
                    GError       **error)
{
  return write_and_wait (self, WRITE_REDO, NULL, n_left, error);
}

/* Writes that nobody waits for on their thread */

typedef struct
{
  WriteKind kind;
  OcopChange *change;      /* (nullable) */
  OcopProgressFunc progress;
  gpointer progress_data;
  GDestroyNotify destroy_data;
} Errand;

static void
errand_free (Errand *errand)
{
  g_clear_pointer (&errand->change, ocop_change_free);
  if (errand->destroy_data != NULL)
    errand->destroy_data (errand->progress_data);
  g_free (errand);
}

static void
run_errand (gpointer connection,
            gpointer data)
{
  g_autoptr(GTask) task = data;
  Errand *errand = g_task_get_task_data (task);
  OcopWatch watch = { g_task_get_cancellable (task), errand->progress, errand->progress_data };
  GError *error = NULL;
  guint n_left = 0;

  if (write_with (g_task_get_source_object (task), connection, errand->kind, errand->change, &watch, &n_left, &error))
    g_task_return_int (task, n_left);
  else
    g_task_return_error (task, error);
}

/* Takes @errand. */
static void
start (OcopRegister        *self,
       Errand              *errand,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  /* What was written was written: a cancellation that comes too late must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->writer != NULL)
    {
      ocop_thread_push (self->writer, run_errand, g_object_ref (task));
      return;
    }
  refuse_look_only (self, &error);
  g_task_return_error (task, error);
}

void
ocop_register_commit_async (OcopRegister        *self,
                            OcopChange          *change,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  ocop_register_commit_long_async (self, change, NULL, NULL, NULL, cancellable, callback, user_data);
}

void
ocop_register_commit_long_async (OcopRegister        *self,
                                 OcopChange          *change,
                                 OcopProgressFunc     progress,
                                 gpointer             progress_data,
                                 GDestroyNotify       destroy_data,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand) { WRITE_COMMIT, change, progress, progress_data, destroy_data };
  start (self, errand, cancellable, callback, user_data);
}

gboolean
ocop_register_commit_finish (OcopRegister  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_int (G_TASK (result), error) >= 0;
}

/* Reading what is to be written */

static void
on_committed (GObject      *self,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;

  if (ocop_register_commit_finish (OCOP_REGISTER (self), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_made (GObject      *self,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(OcopChange) change = NULL;
  GError *error = NULL;

  change = ocop_register_read_finish (OCOP_REGISTER (self), result, &error);
  if (change == NULL)
    g_task_return_error (task, error);
  else if (ocop_change_is_empty (change))
    g_task_return_boolean (task, TRUE);
  else
    ocop_register_commit_async (OCOP_REGISTER (self), g_steal_pointer (&change), NULL, on_committed, g_steal_pointer (&task));
}

void
ocop_register_make_async (OcopRegister        *self,
                          OcopLane             lane,
                          OcopReadFunc         make,
                          gpointer             data,
                          GDestroyNotify       destroy_data,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  ocop_register_read_async (self, lane, make, data, destroy_data, (GDestroyNotify) ocop_change_free, NULL, on_made, task);
}

gboolean
ocop_register_make_finish (OcopRegister  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
ocop_register_make (OcopRegister  *self,
                    OcopReadFunc   make,
                    gpointer       data,
                    GError       **error)
{
  g_autoptr(OcopChange) change = ocop_register_read (self, make, data, error);

  return change != NULL && (ocop_change_is_empty (change) || ocop_register_commit (self, change, error));
}

/* Undo and redo */

void
ocop_register_step_async (OcopRegister        *self,
                          gboolean             redo,
                          OcopProgressFunc     progress,
                          gpointer             progress_data,
                          GDestroyNotify       destroy_data,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand) { redo ? WRITE_REDO : WRITE_UNDO, NULL, progress, progress_data, destroy_data };
  start (self, errand, cancellable, callback, user_data);
}

gboolean
ocop_register_step_finish (OcopRegister  *self,
                           GAsyncResult  *result,
                           guint         *n_left,
                           GError       **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  if (n >= 0 && n_left != NULL)
    *n_left = (guint) n;
  return n >= 0;
}
