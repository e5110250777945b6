/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-register-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-writing.h"

typedef struct
{
  OcopRegister *self;
  OcopLane lane;
  OcopReadFunc func;
  gpointer data;
  GDestroyNotify destroy_data;
  GDestroyNotify destroy_result;
  GCancellable *cancellable;
  gulong cancelled_id;
  gboolean running;
  GMutex lock;
} Read;

static void
read_free (gpointer data)
{
  Read *read = data;

  if (read->destroy_data != NULL)
    read->destroy_data (read->data);
  g_clear_object (&read->cancellable);
  g_clear_object (&read->self);
  g_mutex_clear (&read->lock);
  g_free (read);
}

/* Called in the thread that cancels: only a read that is under way may be interrupted. */
static void
on_read_cancelled (GCancellable *cancellable,
                   gpointer      data)
{
  Read *read = data;

  g_mutex_lock (&read->lock);
  if (read->running)
    ocop_reader_interrupt (read->self->read_connections[read->lane]);
  g_mutex_unlock (&read->lock);
}

static void
set_running (Read     *read,
             gboolean  running)
{
  g_mutex_lock (&read->lock);
  read->running = running;
  g_mutex_unlock (&read->lock);
}

static gpointer
read_snapshot (Read        *read,
               OcopReader  *reader,
               GError     **error)
{
  gpointer result = NULL;

  if (ocop_is_cancelled (read->cancellable, NULL, error))
    return NULL;
  set_running (read, TRUE);
  if (ocop_reader_begin (reader, error))
    result = read->func (reader, read->data, read->cancellable, error);
  set_running (read, FALSE);
  ocop_reader_end (reader);
  return result;
}

static void
run_read_task (gpointer connection,
               gpointer data)
{
  g_autoptr(GTask) task = data;
  Read *read = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gpointer result;

  if (read->cancellable != NULL)
    read->cancelled_id = g_cancellable_connect (read->cancellable, G_CALLBACK (on_read_cancelled), read, NULL);
  result = read_snapshot (read, connection, &error);
  if (read->cancelled_id != 0)
    g_cancellable_disconnect (read->cancellable, read->cancelled_id);
  if (error != NULL)
    {
      if (result != NULL && read->destroy_result != NULL)
        read->destroy_result (result);
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else
    g_task_return_pointer (task, result, read->destroy_result);
}

void
ocop_register_read_async (OcopRegister        *self,
                          OcopLane             lane,
                          OcopReadFunc         func,
                          gpointer             data,
                          GDestroyNotify       destroy_data,
                          GDestroyNotify       destroy_result,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Read *read = g_new0 (Read, 1);

  *read = (Read) { g_object_ref (self), lane, func, data, destroy_data, destroy_result,
                   cancellable != NULL ? g_object_ref (cancellable) : NULL };
  g_mutex_init (&read->lock);
  g_task_set_source_tag (task, ocop_register_read_async);
  g_task_set_task_data (task, read, read_free);
  if (self->readers[lane] != NULL)
    ocop_thread_push (self->readers[lane], run_read_task, task);
  else
    {
      g_task_return_new_error (task, OCOP_ERROR, OCOP_ERROR_CANCELLED, "%s", _("The register was closed"));
      g_object_unref (task);
    }
}

static gpointer
read_office (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return ocop_reader_office (reader, error);
}

void
ocop_register_read_office_async (OcopRegister        *self,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  ocop_register_read_async (self, OCOP_LANE_WINDOW, read_office, NULL, NULL, (GDestroyNotify) ocop_record_free, NULL, callback, user_data);
}

gpointer
ocop_register_read_finish (OcopRegister  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  OcopReadFunc func;
  gpointer data;
  gpointer result;
  GError **error;
} ReadCall;

static void
run_read_call (gpointer connection,
               gpointer data)
{
  ReadCall *call = data;

  if (ocop_reader_begin (connection, call->error))
    call->result = call->func (connection, call->data, NULL, call->error);
  ocop_reader_end (connection);
}

gpointer
ocop_register_read (OcopRegister  *self,
                    OcopReadFunc   func,
                    gpointer       data,
                    GError       **error)
{
  ReadCall call = { func, data, NULL, error };

  if (self->readers[OCOP_LANE_LONG] == NULL)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_CANCELLED, _("The register was closed"));
      return NULL;
    }
  ocop_thread_call (self->readers[OCOP_LANE_LONG], run_read_call, &call);
  return call.result;
}
