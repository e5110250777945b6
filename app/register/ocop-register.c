/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-register.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "base/ocop-uuid.h"
#include "register/ocop-installation.h"
#include "register/ocop-share.h"
#include "register/ocop-store.h"
#include "register/ocop-thread.h"
#include "register/ocop-units-seed.h"

/* How often a window looks whether another process wrote, in seconds. */
#define WATCH_INTERVAL 2

struct _OcopRegister
{
  GObject parent_instance;

  char *path;
  char *copy;            /* what is read in its place when it can only be looked at */
  char *lock_file;       /* on a share */
  char *id;
  char *writer_id;
  gboolean look_only;
  GMainContext *context; /* where "changed" is emitted */
  GSource *watch;

  OcopThread *writer;    /* %NULL when look-only */
  OcopThread *readers[2]; /* by OcopLane */
  OcopReader *read_connections[2]; /* borrowed, to interrupt */

  GMutex lock;           /* guards what follows */
  char *person;
  char *undo_name;
  char *redo_name;
  gint64 seen_seq;
  gboolean dirty;        /* written since the log was folded in */
  gboolean was_changed;  /* written since it was opened */
};

G_DEFINE_FINAL_TYPE (OcopRegister, ocop_register, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ocop_register_dispose (GObject *object)
{
  ocop_register_close (OCOP_REGISTER (object));
  G_OBJECT_CLASS (ocop_register_parent_class)->dispose (object);
}

static void
ocop_register_finalize (GObject *object)
{
  OcopRegister *self = OCOP_REGISTER (object);

  g_free (self->path);
  g_free (self->copy);
  g_free (self->lock_file);
  g_free (self->id);
  g_free (self->writer_id);
  g_free (self->person);
  g_free (self->undo_name);
  g_free (self->redo_name);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (ocop_register_parent_class)->finalize (object);
}

static void
ocop_register_class_init (OcopRegisterClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = ocop_register_dispose;
  object_class->finalize = ocop_register_finalize;

  signals[CHANGED] = g_signal_new ("changed", OCOP_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ocop_register_init (OcopRegister *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->person = g_strdup (g_get_real_name ());
  g_mutex_init (&self->lock);
}

static gboolean
emit_changed (gpointer data)
{
  g_autoptr(OcopRegister) self = g_weak_ref_get (data);

  if (self != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
announce (OcopRegister *self)
{
  GSource *source = g_idle_source_new ();
  GWeakRef *weak = g_new (GWeakRef, 1);

  /* A program without a main loop never dispatches it: it must not keep the register open. */
  g_weak_ref_init (weak, self);
  g_source_set_callback (source, emit_changed, weak, weak_ref_free);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

static char *
dup_person (OcopRegister *self)
{
  char *person;

  g_mutex_lock (&self->lock);
  person = g_strdup (self->person);
  g_mutex_unlock (&self->lock);
  return person;
}

/* On the writer thread: what undo and redo would now take. */
static void
remember_steps (OcopRegister *self,
                OcopStore    *store)
{
  g_autofree char *person = dup_person (self);
  char *undo, *redo;

  ocop_store_get_steps (store, person, &undo, &redo);
  g_mutex_lock (&self->lock);
  g_free (self->undo_name);
  g_free (self->redo_name);
  self->undo_name = undo;
  self->redo_name = redo;
  g_mutex_unlock (&self->lock);
}

/* People copy files: a second after the last write the file is whole without its log. */
static void
fold_when_idle (gpointer connection,
                gpointer data)
{
  OcopRegister *self = data;
  gboolean dirty;

  g_mutex_lock (&self->lock);
  dirty = self->dirty;
  self->dirty = FALSE;
  g_mutex_unlock (&self->lock);
  if (dirty)
    ocop_store_fold (connection);
}

/* --- reading --- */

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

  if (read->cancellable != NULL && g_cancellable_is_cancelled (read->cancellable))
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_CANCELLED, _("Cancelled"));
      return NULL;
    }
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

  g_return_val_if_fail (self->readers[OCOP_LANE_LONG] != NULL, NULL);

  ocop_thread_call (self->readers[OCOP_LANE_LONG], run_read_call, &call);
  return call.result;
}

/* --- writing --- */

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
  g_mutex_lock (&self->lock);
  self->dirty = TRUE;
  self->was_changed = TRUE;
  g_mutex_unlock (&self->lock);
  remember_steps (self, store);
  announce (self);
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
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_READ_ONLY, _("%s was opened to look only: nothing can be written"), self->path);
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

/* --- another process's writing --- */

static gpointer
read_seq (OcopReader    *reader,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  OcopRegister *self = data;
  gint64 seq = ocop_reader_get_seq (reader);
  gboolean news;

  g_mutex_lock (&self->lock);
  news = seq != self->seen_seq && self->seen_seq >= 0;
  self->seen_seq = seq;
  g_mutex_unlock (&self->lock);
  if (news)
    announce (self);
  return NULL;
}

static gboolean
on_watch (gpointer data)
{
  OcopRegister *self = data;

  ocop_register_read_async (self, OCOP_LANE_WINDOW, read_seq, self, NULL, NULL, NULL, NULL, NULL);
  return G_SOURCE_CONTINUE;
}

static void
start_watch (OcopRegister *self)
{
  self->seen_seq = -1;
  self->watch = g_timeout_source_new_seconds (WATCH_INTERVAL);
  g_source_set_callback (self->watch, on_watch, self, NULL);
  g_source_attach (self->watch, self->context);
}

/* --- opening and closing --- */

static gboolean
start_readers (OcopRegister  *self,
               GError       **error)
{
  static const char * const names[] = { [OCOP_LANE_WINDOW] = "register-window", [OCOP_LANE_LONG] = "register-long" };

  for (guint i = 0; i < G_N_ELEMENTS (self->readers); i++)
    {
      OcopStore *store = ocop_store_open (self->copy != NULL ? self->copy : self->path, OCOP_STORE_READ, error);

      if (store == NULL)
        return FALSE;
      if (self->id == NULL)
        self->id = ocop_store_dup_property (store, "id");
      self->read_connections[i] = ocop_reader_new (store);
      self->readers[i] = ocop_thread_new (names[i], self->read_connections[i], (GDestroyNotify) ocop_reader_free, NULL, NULL);
    }
  return TRUE;
}

static void
run_refresh (gpointer connection,
             gpointer data)
{
  g_autoptr(GError) error = NULL;

  remember_steps (data, connection);
  if (!ocop_store_refresh (connection, &error))
    g_warning ("%s", error->message);
}

/* Whether the file and the log beside it can be written. */
static gboolean
can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/* Decides what is opened: the file itself, or a copy of it to look at. */
static gboolean
choose_file (OcopRegister   *self,
             OcopOpenFlags   flags,
             GError        **error)
{
  gboolean remote = ocop_share_is_remote (self->path);
  gboolean writable = can_write (self->path);

  self->look_only = (flags & OCOP_OPEN_LOOK_ONLY) != 0 || !writable;
  if (remote && !self->look_only)
    return (self->lock_file = ocop_share_lock (self->path, self->person, error)) != NULL;
  if (remote || !writable)
    return (self->copy = ocop_share_copy (self->path, error)) != NULL;
  return TRUE;
}

static void
remove_copy (OcopRegister *self)
{
  static const char * const companions[] = { "", "-wal", "-shm" };

  for (guint i = 0; self->copy != NULL && i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *path = g_strconcat (self->copy, companions[i], NULL);

      g_remove (path);
    }
  g_clear_pointer (&self->copy, g_free);
}

static gboolean
start_writer (OcopRegister  *self,
              GError       **error)
{
  OcopStore *store = ocop_store_open (self->path, OCOP_STORE_WRITE, error);

  if (store == NULL)
    return FALSE;
  self->writer = ocop_thread_new ("register-writer", store, (GDestroyNotify) ocop_store_close, fold_when_idle, self);
  ocop_thread_push (self->writer, run_refresh, self);
  return TRUE;
}

OcopRegister *
ocop_register_open (const char     *path,
                    OcopOpenFlags   flags,
                    GError        **error)
{
  g_autoptr(OcopRegister) self = g_object_new (OCOP_TYPE_REGISTER, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  if ((flags & OCOP_OPEN_UPGRADE) != 0 && !ocop_store_upgrade (self->path, error))
    return NULL;
  if (!ocop_store_examine (self->path, error))
    return NULL;
  self->writer_id = ocop_installation_dup_id ();
  if (!choose_file (self, flags, error) ||
      (!self->look_only && !start_writer (self, error)) || !start_readers (self, error))
    return NULL;
  start_watch (self);
  return g_steal_pointer (&self);
}

OcopRegister *
ocop_register_create (const char  *path,
                      GError     **error)
{
  g_autoptr(OcopRegister) self = NULL;
  g_autoptr(OcopChange) units = NULL;

  if (!ocop_store_create (path, error))
    return NULL;
  self = ocop_register_open (path, OCOP_OPEN_DEFAULT, error);
  units = self != NULL ? ocop_units_seed_new_change (error) : NULL;
  if (units == NULL || !ocop_register_commit (self, units, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
run_fold (gpointer connection,
          gpointer data)
{
  ocop_store_fold (connection);
}

void
ocop_register_close (OcopRegister *self)
{
  if (self->watch != NULL)
    g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->readers); i++)
    g_clear_pointer (&self->readers[i], ocop_thread_free);
  /* Last, when no reader holds the log open. */
  if (self->writer != NULL)
    ocop_thread_push (self->writer, run_fold, NULL);
  g_clear_pointer (&self->writer, ocop_thread_free);
  remove_copy (self);
  if (self->lock_file != NULL)
    ocop_share_unlock (self->lock_file);
  g_clear_pointer (&self->lock_file, g_free);
}

/* --- what it is --- */

const char *
ocop_register_get_path (OcopRegister *self)
{
  return self->path;
}

const char *
ocop_register_get_id (OcopRegister *self)
{
  return self->id;
}

gboolean
ocop_register_is_look_only (OcopRegister *self)
{
  return self->look_only;
}

gboolean
ocop_register_was_changed (OcopRegister *self)
{
  gboolean changed;

  g_mutex_lock (&self->lock);
  changed = self->was_changed;
  g_mutex_unlock (&self->lock);
  return changed;
}

static void
run_remember_steps (gpointer connection,
                    gpointer data)
{
  remember_steps (data, connection);
}

void
ocop_register_set_person (OcopRegister *self,
                          const char   *name)
{
  g_mutex_lock (&self->lock);
  g_free (self->person);
  self->person = g_strdup (name);
  g_mutex_unlock (&self->lock);
  if (self->writer != NULL)
    ocop_thread_call (self->writer, run_remember_steps, self);
}

const char *
ocop_register_get_person (OcopRegister *self)
{
  return self->person;
}

char *
ocop_register_dup_undo_name (OcopRegister *self)
{
  char *name;

  g_mutex_lock (&self->lock);
  name = g_strdup (self->undo_name);
  g_mutex_unlock (&self->lock);
  return name;
}

char *
ocop_register_dup_redo_name (OcopRegister *self)
{
  char *name;

  g_mutex_lock (&self->lock);
  name = g_strdup (self->redo_name);
  g_mutex_unlock (&self->lock);
  return name;
}
