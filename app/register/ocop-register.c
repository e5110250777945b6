/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-register-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "base/ocop-uuid.h"
#include "register/ocop-installation.h"
#include "register/ocop-share.h"
#include "register/ocop-units-seed.h"

/* How often a window looks whether another process wrote, in seconds. */
#define WATCH_INTERVAL 2

G_DEFINE_FINAL_TYPE (OcopRegister, ocop_register, G_TYPE_OBJECT)

enum
{
  CHANGED,
  PRESENCE_CHANGED,
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
  signals[PRESENCE_CHANGED] = g_signal_new ("presence-changed", OCOP_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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

static gboolean
emit_presence_changed (gpointer data)
{
  g_autoptr(OcopRegister) self = g_weak_ref_get (data);

  if (self != NULL)
    g_signal_emit (self, signals[PRESENCE_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static GWeakRef *
weak_ref_new (OcopRegister *self)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Runs @emit in the register's context. A program without a main loop never dispatches it: it must
 * not keep the register open. */
static void
announce (OcopRegister *self,
          GSourceFunc   emit)
{
  GSource *source = g_idle_source_new ();

  g_source_set_callback (source, emit, weak_ref_new (self), weak_ref_free);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

void
ocop_register_announce (OcopRegister *self)
{
  announce (self, emit_changed);
}

/* People copy files: a second after the last write the file is whole without its log. */
static gboolean
fold_when_idle (gpointer connection,
                gpointer data)
{
  OcopRegister *self = data;

  if (self->dirty && ocop_store_fold (connection))
    self->dirty = FALSE;
  return !self->dirty;
}

/* --- another process's writing --- */

/* What another process wrote may be this person's last change: undo names it then. */
static void
run_take_news (gpointer connection,
               gpointer data)
{
  ocop_register_remember_steps (data, connection);
  ocop_register_announce (data);
}

static void
look_for_file (OcopRegister *self,
               OcopStore    *store)
{
  gboolean vanished = !ocop_store_is_in_place (store);
  gboolean was_vanished = g_atomic_int_exchange (&self->vanished, vanished);

  if (vanished != was_vanished)
    announce (self, emit_presence_changed);
}

static gpointer
read_news (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  OcopRegister *self = data;

  look_for_file (self, ocop_reader_get_store (reader));
  if (!ocop_register_see (self, ocop_reader_get_seq (reader)))
    return NULL;
  if (self->writer != NULL)
    ocop_thread_push (self->writer, run_take_news, self);
  else
    ocop_register_announce (self);
  return NULL;
}

gboolean
ocop_register_see (OcopRegister *self,
                   gint64        seq)
{
  gboolean news;

  g_mutex_lock (&self->lock);
  /* A reader's snapshot may be older than what was written here since. */
  news = seq > self->seen_seq;
  self->seen_seq = MAX (seq, self->seen_seq);
  g_mutex_unlock (&self->lock);
  return news;
}

static gboolean
on_watch (gpointer data)
{
  g_autoptr(OcopRegister) self = g_weak_ref_get (data);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  ocop_register_read_async (self, OCOP_LANE_WINDOW, read_news, self, NULL, NULL, NULL, NULL, NULL);
  return G_SOURCE_CONTINUE;
}

static void
start_watch (OcopRegister *self)
{
  /* The last reference may go on a reader's thread while this one dispatches. */
  self->watch = g_timeout_source_new_seconds (WATCH_INTERVAL);
  g_source_set_callback (self->watch, on_watch, weak_ref_new (self), weak_ref_free);
  g_source_attach (self->watch, self->context);
}

/* --- opening and closing --- */

/* What backups, drafts and attachments are found by. */
static gboolean
read_id (OcopRegister  *self,
         GError       **error)
{
  OcopStore *store = ocop_reader_get_store (self->read_connections[OCOP_LANE_WINDOW]);

  self->id = ocop_store_dup_property (store, "id");
  self->seen_seq = self->opened_seq = ocop_reader_get_seq (self->read_connections[OCOP_LANE_WINDOW]);
  if (self->id != NULL && ocop_uuid_parse (self->id, NULL))
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_DAMAGED, _("%s has no id. Restore it from a backup"), self->path);
  return FALSE;
}

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

  ocop_register_remember_steps (data, connection);
  if (!ocop_store_refresh (connection, &error))
    g_warning ("%s", error->message);
}

/* Whether the file and the log beside it can be written. */
static gboolean
can_write (const char *path)
{
#ifdef G_OS_WIN32
  /* There a folder is marked read-only for other reasons than that nothing can be written in it. */
  return g_access (path, W_OK) == 0;
#else
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
#endif
}

/* Decides what is opened: the file itself, or a copy of it to look at. @older: whether it must be
 * upgraded first, which who only looks at it cannot do. */
static gboolean
choose_file (OcopRegister   *self,
             OcopOpenFlags   flags,
             gboolean        older,
             GError        **error)
{
  gboolean remote = ocop_share_is_remote (self->path);
  gboolean writable = can_write (self->path);

  self->look_only = (flags & OCOP_OPEN_LOOK_ONLY) != 0 || !writable;
  if (remote && !self->look_only)
    return (self->lock_file = ocop_share_lock (self->path, self->person, error)) != NULL;
  if (remote || !writable || (older && self->look_only))
    return (self->copy = ocop_share_copy (self->path, error)) != NULL;
  return TRUE;
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

/* Whoever may write decides whether colleagues need the new version from then on; who only looks is
 * shown an upgraded copy. */
static gboolean
prepare_file (OcopRegister   *self,
              OcopOpenFlags   flags,
              GError        **error)
{
  g_autoptr(GError) local = NULL;
  gboolean older = !ocop_store_examine (self->path, &local) && g_error_matches (local, OCOP_ERROR, OCOP_ERROR_OLDER);

  if (local != NULL && (!older || (flags & (OCOP_OPEN_LOOK_ONLY | OCOP_OPEN_UPGRADE)) == 0))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!choose_file (self, flags, older, error))
    return FALSE;
  return !older || ocop_store_upgrade (self->copy != NULL ? self->copy : self->path, self->copy == NULL, error);
}

OcopRegister *
ocop_register_open (const char     *path,
                    OcopOpenFlags   flags,
                    GError        **error)
{
  g_autoptr(OcopRegister) self = g_object_new (OCOP_TYPE_REGISTER, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->writer_id = ocop_installation_dup_id ();
  if (!prepare_file (self, flags, error) ||
      (!self->look_only && !start_writer (self, error)) || !start_readers (self, error) || !read_id (self, error))
    return NULL;
  start_watch (self);
  return g_steal_pointer (&self);
}

OcopRegister *
ocop_register_create (const char  *path,
                      GError     **error)
{
  g_autoptr(OcopRegister) self = NULL;
  g_autoptr(OcopChange) units = ocop_units_seed_new_change (error);

  if (units == NULL || !ocop_store_create (path, error))
    return NULL;
  self = ocop_register_open (path, OCOP_OPEN_DEFAULT, error);
  if (self != NULL && ocop_register_commit (self, units, error))
    return g_steal_pointer (&self);
  g_clear_object (&self);
  ocop_store_remove (path);
  return NULL;
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
  if (self->copy != NULL)
    ocop_share_remove_copy (self->copy);
  g_clear_pointer (&self->copy, g_free);
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
  changed = self->seen_seq > self->opened_seq;
  g_mutex_unlock (&self->lock);
  return changed;
}

gint64
ocop_register_get_seq (OcopRegister *self)
{
  gint64 seq;

  g_mutex_lock (&self->lock);
  seq = self->seen_seq;
  g_mutex_unlock (&self->lock);
  return seq;
}

gboolean
ocop_register_held_changes (OcopRegister *self)
{
  return self->opened_seq > 1;
}

gboolean
ocop_register_has_vanished (OcopRegister *self)
{
  return g_atomic_int_get (&self->vanished);
}

static void
run_remember_steps (gpointer connection,
                    gpointer data)
{
  if (ocop_register_remember_steps (data, connection))
    ocop_register_announce (data);
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
    ocop_thread_push (self->writer, run_remember_steps, self);
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
