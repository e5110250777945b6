/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-share.h"

#include <string.h>

#include <gio/gio.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"

gboolean
ocop_share_is_remote (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInfo) info = NULL;

  /* For tests, and for mounts that hide what they are. */
  if (g_getenv ("OCOP_TREAT_AS_SHARE") != NULL)
    return TRUE;
  info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);
  return info != NULL && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

static char *
describe_holder (const char *person)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M %d/%m/%Y");

  return g_strdup_printf ("%s\n%s\n%s\n", g_get_host_name (), person, time);
}

char *
ocop_share_lock (const char  *path,
                 const char  *person,
                 GError     **error)
{
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (lock);
  g_autofree char *holder = describe_holder (person);
  g_autofree char *held = NULL;
  g_autoptr(GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, NULL);
  g_auto(GStrv) lines = NULL;

  /* Made by one machine only, even when two try at once. */
  if (stream != NULL)
    {
      g_output_stream_write_all (G_OUTPUT_STREAM (stream), holder, strlen (holder), NULL, NULL, NULL);
      return g_steal_pointer (&lock);
    }
  if (!g_file_get_contents (lock, &held, NULL, NULL))
    held = g_strdup ("");
  lines = g_strsplit (held, "\n", 4);
  if (g_strv_length (lines) >= 1 && g_str_equal (lines[0], g_get_host_name ()))
    return g_steal_pointer (&lock);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_BUSY,
               /* Translators: the register, a person, a machine, a time */
               _("%s is open for writing by %s on %s since %s. It can be looked at meanwhile; one register on a share is written by one machine at a time"),
               path, g_strv_length (lines) > 1 ? lines[1] : "?", lines[0] != NULL ? lines[0] : "?",
               g_strv_length (lines) > 2 ? lines[2] : "?");
  return NULL;
}

void
ocop_share_unlock (const char *lock)
{
  g_remove (lock);
}

char *
ocop_share_copy (const char  *path,
                 GError     **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "ocop-desk", "look", NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S-%f");
  g_autofree char *stamped = g_strconcat (stamp, "-", name, NULL);
  g_autofree char *copy = g_build_filename (folder, stamped, NULL);
  g_autoptr(GFile) from = g_file_new_for_path (path);
  g_autoptr(GFile) to = g_file_new_for_path (copy);
  g_autoptr(GError) local = NULL;

  g_mkdir_with_parents (folder, 0700);
  /* Without the original's rights: a copy of a read-only file must take the log's index beside it. */
  if (g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &local))
    return g_steal_pointer (&copy);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_VANISHED, _("%s cannot be copied to look at: %s"), path, local->message);
  return NULL;
}
