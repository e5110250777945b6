/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-drafts.h"

#include "register/ocop-drafts-store.h"
#include "register/ocop-thread.h"

struct _OcopDrafts
{
  OcopThread *thread;
};

/* One job of the thread; which draft it concerns. */
typedef struct
{
  char *register_id;
  const OcopKind *kind;
  char *id;           /* %NULL: of a new record */
  gint64 base;
  OcopRecord *record; /* what is kept */
} Job;

static Job *
job_new (const char     *register_id,
         const OcopKind *kind,
         const char     *id)
{
  Job *job = g_new0 (Job, 1);

  job->register_id = g_strdup (register_id);
  job->kind = kind;
  job->id = g_strdup (id);
  return job;
}

static void
job_free (Job *job)
{
  g_free (job->register_id);
  g_free (job->id);
  ocop_record_free (job->record);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* The connection is made on the thread: the folder may have to be made, the disk be slow. */
typedef struct
{
  char *path;
  OcopDraftsStore *store; /* %NULL before the first job, and where it cannot be opened */
  GError *error;          /* why not */
  gboolean tried;
} Connection;

static void
connection_free (gpointer data)
{
  Connection *connection = data;

  ocop_drafts_store_close (connection->store);
  g_clear_error (&connection->error);
  g_free (connection->path);
  g_free (connection);
}

static OcopDraftsStore *
get_store (Connection *connection)
{
  g_autofree char *folder = g_path_get_dirname (connection->path);

  if (connection->tried)
    return connection->store;
  connection->tried = TRUE;
  g_mkdir_with_parents (folder, 0700);
  connection->store = ocop_drafts_store_open (connection->path, &connection->error);
  if (connection->store == NULL)
    g_message ("No drafts are kept: %s", connection->error->message);
  return connection->store;
}

OcopDrafts *
ocop_drafts_open (const char *path)
{
  OcopDrafts *drafts = g_new0 (OcopDrafts, 1);
  Connection *connection = g_new0 (Connection, 1);

  connection->path = path != NULL ? g_strdup (path) : g_build_filename (g_get_user_data_dir (), "ocop-desk", "drafts.db", NULL);
  drafts->thread = ocop_thread_new ("drafts", connection, connection_free, NULL, NULL);
  return drafts;
}

void
ocop_drafts_close (OcopDrafts *drafts)
{
  if (drafts == NULL)
    return;
  ocop_thread_free (drafts->thread);
  g_free (drafts);
}

static void
run_keep (gpointer connection,
          gpointer data)
{
  g_autoptr(Job) job = data;
  OcopDraftsStore *store = get_store (connection);
  g_autoptr(GError) error = NULL;

  if (store != NULL && !ocop_drafts_store_keep (store, job->register_id, job->id, job->base, job->record, &error))
    g_message ("A draft was not kept: %s", error->message);
}

void
ocop_drafts_keep (OcopDrafts       *drafts,
                  const char       *register_id,
                  const OcopRecord *record,
                  const OcopRecord *base)
{
  Job *job = job_new (register_id, ocop_record_get_kind (record), base != NULL ? ocop_record_get_id (base) : NULL);

  job->record = ocop_record_copy (record);
  job->base = base != NULL ? ocop_record_get_version (base) : 0;
  ocop_thread_push (drafts->thread, run_keep, job);
}

static void
run_discard (gpointer connection,
             gpointer data)
{
  g_autoptr(Job) job = data;
  OcopDraftsStore *store = get_store (connection);
  g_autoptr(GError) error = NULL;

  if (store != NULL && !ocop_drafts_store_discard (store, job->register_id, job->kind, job->id, &error))
    g_message ("A draft was not discarded: %s", error->message);
}

void
ocop_drafts_discard (OcopDrafts     *drafts,
                     const char     *register_id,
                     const OcopKind *kind,
                     const char     *id)
{
  ocop_thread_push (drafts->thread, run_discard, job_new (register_id, kind, id));
}

static void
run_find (gpointer connection,
          gpointer data)
{
  g_autoptr(GTask) task = data;
  const Job *job = g_task_get_task_data (task);
  OcopDraftsStore *store = get_store (connection);
  OcopRecord *found = store != NULL ? ocop_drafts_store_find (store, job->register_id, job->kind, job->id) : NULL;

  g_task_return_pointer (task, found, (GDestroyNotify) ocop_record_free);
}

void
ocop_drafts_find_async (OcopDrafts          *drafts,
                        const char          *register_id,
                        const OcopKind      *kind,
                        const char          *id,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ocop_drafts_find_async);
  g_task_set_task_data (task, job_new (register_id, kind, id), (GDestroyNotify) job_free);
  ocop_thread_push (drafts->thread, run_find, task);
}

OcopRecord *
ocop_drafts_find_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

typedef struct
{
  const char *register_id;
  GStrv names;
  GError *error;
} Attachments;

static void
run_find_attachments (gpointer connection,
                      gpointer data)
{
  Attachments *attachments = data;
  OcopDraftsStore *store = get_store (connection);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  if (store == NULL)
    attachments->error = g_error_copy (((Connection *) connection)->error);
  else if (ocop_drafts_store_attachments (store, attachments->register_id, names, &attachments->error))
    attachments->names = g_strv_builder_end (names);
}

GStrv
ocop_drafts_find_attachments (OcopDrafts  *drafts,
                              const char  *register_id,
                              GError     **error)
{
  Attachments attachments = { register_id, NULL, NULL };

  ocop_thread_call (drafts->thread, run_find_attachments, &attachments);
  if (attachments.error != NULL)
    g_propagate_error (error, attachments.error);
  return attachments.names;
}
