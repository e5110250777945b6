/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-share.h"

#include <string.h>

#include <gio/gio.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "register/ocop-process.h"

#define LOCK_SUFFIX ".lock"
#define COPY_ATTEMPTS 10
#define COPY_PAUSE (G_USEC_PER_SEC / 5)

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

/* --- locks --- */

/* The lines of a lock file. */
enum
{
  LINE_MACHINE,
  LINE_PERSON,
  LINE_TIME,
  LINE_PROCESS,
  N_LINES
};

static char *
describe_holder (const char *person)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M %d/%m/%Y");

  return g_strdup_printf ("%s\n%s\n%s\n%" G_GINT64_FORMAT "\n", g_get_host_name (), person, time, ocop_process_get_id ());
}

/* "sổ.ocop.MAY-3-4312-1.lock": of one opening by one process of one machine. */
static char *
make_lock_path (const char *path)
{
  static int n_openings;
  g_autofree char *machine = g_strdup (g_get_host_name ());

  g_strcanon (machine, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS, '-');
  return g_strdup_printf ("%s.%s-%" G_GINT64_FORMAT "-%d" LOCK_SUFFIX, path, machine, ocop_process_get_id (),
                          g_atomic_int_add (&n_openings, 1));
}

static gboolean
write_lock (const char  *lock,
            const char  *person,
            GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (lock);
  g_autofree char *holder = describe_holder (person);
  g_autoptr(GError) local = NULL;

  if (g_file_replace_contents (file, holder, strlen (holder), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &local))
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_READ_ONLY,
               _("The lock file %s cannot be written, so the register can only be looked at: %s"), lock, local->message);
  g_remove (lock);
  return FALSE;
}

/* Whether @lock is of a program that runs on this machine. What one left that no longer runs goes. */
static gboolean
is_ours (const char  *lock,
         char       **lines)
{
  if (g_strcmp0 (lines[LINE_MACHINE], g_get_host_name ()) != 0)
    return FALSE;
  if (g_strv_length (lines) <= LINE_PROCESS || !ocop_process_is_running (g_ascii_strtoll (lines[LINE_PROCESS], NULL, 10)))
    g_remove (lock);
  return TRUE;
}

static const char *
line_or_question (char  **lines,
                  guint   line)
{
  return g_strv_length (lines) > line && *lines[line] != '\0' ? lines[line] : "?";
}

static gboolean
check_lock (const char  *path,
            const char  *lock,
            GError     **error)
{
  g_autofree char *held = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (lock, &held, NULL, NULL))
    held = g_strdup ("");
  lines = g_strsplit (held, "\n", N_LINES + 1);
  /* Given up since the folder was read. */
  if (is_ours (lock, lines) || !g_file_test (lock, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_BUSY,
               /* Translators: the register, a person, a machine, a time, a file */
               _("%s is open for writing by %s on %s since %s. It can be looked at meanwhile; one register on a share is written by one machine at a time. If the program no longer runs there, delete %s"),
               path, line_or_question (lines, LINE_PERSON), line_or_question (lines, LINE_MACHINE),
               line_or_question (lines, LINE_TIME), lock);
  return FALSE;
}

/* Whether no other machine has a lock beside @path. */
static gboolean
check_other_locks (const char  *path,
                   const char  *own,
                   GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (name, ".", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *found;

  while (dir != NULL && (found = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *lock = g_build_filename (folder, found, NULL);

      if (g_str_has_prefix (found, prefix) && g_str_has_suffix (found, LOCK_SUFFIX) && !g_str_equal (lock, own) &&
          !check_lock (path, lock, error))
        return FALSE;
    }
  return TRUE;
}

char *
ocop_share_lock (const char  *path,
                 const char  *person,
                 GError     **error)
{
  g_autofree char *own = make_lock_path (path);

  /* First its own, then a look at the others': of two machines that try at once none misses the
   * other. Both may give way; neither writes beside the other. */
  if (!write_lock (own, person, error))
    return NULL;
  if (check_other_locks (path, own, error))
    return g_steal_pointer (&own);
  g_remove (own);
  return NULL;
}

void
ocop_share_unlock (const char *lock)
{
  g_remove (lock);
}

/* --- copies --- */

static char *
make_copy_path (const char *path)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "ocop-desk", "look", NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S-%f");
  g_autofree char *stamped = g_strconcat (stamp, "-", name, NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, stamped, NULL);
}

static gboolean
copy_file (const char  *from,
           const char  *to,
           GError     **error)
{
  g_autoptr(GFile) source = g_file_new_for_path (from);
  g_autoptr(GFile) target = g_file_new_for_path (to);

  /* Without the original's rights: a copy of a read-only file must take the log's index beside it. */
  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error);
}

static char *
dup_state (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

/* Whether it was copied while nobody wrote. */
static gboolean
copy_once (const char  *path,
           const char  *copy,
           GError     **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *log_copy = g_strconcat (copy, "-wal", NULL);
  g_autofree char *before = dup_state (path);
  g_autofree char *after = NULL;
  gboolean quiet = !g_file_test (journal, G_FILE_TEST_EXISTS);

  /* A log is left where a folder became read-only while the program ran. */
  if (!copy_file (path, copy, error) || (g_file_test (log, G_FILE_TEST_EXISTS) && !copy_file (log, log_copy, error)))
    return FALSE;
  after = dup_state (path);
  return quiet && !g_file_test (journal, G_FILE_TEST_EXISTS) && g_strcmp0 (before, after) == 0;
}

char *
ocop_share_copy (const char  *path,
                 GError     **error)
{
  g_autofree char *copy = make_copy_path (path);
  g_autoptr(GError) local = NULL;

  for (int i = 0; local == NULL && i < COPY_ATTEMPTS; i++)
    {
      if (copy_once (path, copy, &local))
        return g_steal_pointer (&copy);
      g_usleep (COPY_PAUSE);
    }
  ocop_share_remove_copy (copy);
  if (local == NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_BUSY, _("%s is being written all the time. Try again in a moment"), path);
  else
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_VANISHED, _("%s cannot be copied to look at: %s"), path, local->message);
  return NULL;
}

void
ocop_share_remove_copy (const char *copy)
{
  static const char * const companions[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *path = g_strconcat (copy, companions[i], NULL);

      g_remove (path);
    }
}
