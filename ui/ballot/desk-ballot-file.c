/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ballot/desk-ballot-file.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"

#define ENDING ".ocopballot"
/* More than any ballot has, in bytes. */
#define MAX_SIZE (16 * 1024 * 1024)

gboolean
desk_ballot_file_is_one (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && ocop_text_ends_in (name, ENDING);
}

/* Reading */

static GBytes *
load_bytes (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) <= MAX_SIZE)
    return g_file_load_bytes (file, cancellable, NULL, error);
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("The file is too large for a ballot."));
  return NULL;
}

static OcopMemberBallot *
load (GFile         *file,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(GBytes) bytes = load_bytes (file, cancellable, error);
  gboolean altered = FALSE;
  g_autoptr(OcopMemberBallot) ballot = bytes != NULL ? ocop_member_ballot_load (bytes, &altered, error) : NULL;

  if (ballot == NULL || !altered)
    return g_steal_pointer (&ballot);
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                       _("What the office wrote on the ballot was changed afterwards. Ask the office for the ballot once more."));
  return NULL;
}

static void
run_load (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  GError *error = NULL;
  OcopMemberBallot *ballot = load (data, cancellable, &error);

  if (ballot != NULL)
    g_task_return_pointer (task, ballot, (GDestroyNotify) ocop_member_ballot_free);
  else
    g_task_return_error (task, error);
}

void
desk_ballot_file_load_async (GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, run_load);
}

OcopMemberBallot *
desk_ballot_file_load_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Writing */

static void
on_written (GObject      *file,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The bytes are made at once, so that what is typed from now on is not half in them. */
void
desk_ballot_file_save_async (GFile                  *file,
                             const OcopMemberBallot *ballot,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  GError *error = NULL;
  GBytes *bytes = ocop_member_ballot_save (ballot, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                       on_written, g_steal_pointer (&task));
}

gboolean
desk_ballot_file_save_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
