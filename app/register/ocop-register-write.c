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
            guint             *n_left,
            GError           **error)
{
  g_autofree char *person = dup_person (self);
  OcopAuthor author = { person, self->writer_id };
  gboolean good;

  if (kind == WRITE_COMMIT)
    good = ocop_store_commit (store, change, &author, error);
  else if (kind == WRITE_UNDO)
    good = ocop_store_undo (store, &author, n_left, error);
  else
    good = ocop_store_redo (store, &author, n_left, error);
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

  write->good = write_with (write->self, connection, write->kind, write->change, write->n_left, write->error);
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

static void
run_commit_task (gpointer connection,
                 gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;

  if (write_with (g_task_get_source_object (task), connection, WRITE_COMMIT, g_task_get_task_data (task), NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ocop_register_commit_async (OcopRegister        *self,
                            OcopChange          *change,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GError) error = NULL;

  g_task_set_source_tag (task, ocop_register_commit_async);
  g_task_set_task_data (task, change, (GDestroyNotify) ocop_change_free);
  /* What was written was written: a cancellation that comes too late must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->writer != NULL)
    ocop_thread_push (self->writer, run_commit_task, g_object_ref (task));
  else
    {
      refuse_look_only (self, &error);
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

gboolean
ocop_register_commit_finish (OcopRegister  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
