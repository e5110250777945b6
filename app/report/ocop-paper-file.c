/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-writing.h"

#define TEMPORARY_DATA "ocop-temporary"

/* Not g_file_replace(): where there was no file, it writes under the file's own name, and what was
 * broken off stays there. */
GOutputStream *
ocop_paper_file_open (const char  *path,
                      GError     **error)
{
  g_autofree char *temporary = ocop_paper_file_dup_temporary (path);
  g_autoptr(GFile) file = g_file_new_for_path (temporary);
  g_autoptr(GError) cause = NULL;
  g_autoptr(GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &cause);
  GOutputStream *buffered;

  if (stream == NULL)
    {
      ocop_writing_set_error (error, path, g_steal_pointer (&cause));
      return NULL;
    }
  buffered = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (stream), 1 << 16);
  g_object_set_data_full (G_OBJECT (buffered), TEMPORARY_DATA, g_steal_pointer (&temporary), g_free);
  return buffered;
}

gboolean
ocop_paper_file_close (GOutputStream  *stream,
                       const char     *path,
                       gboolean        keep,
                       GError        **error)
{
  g_autoptr(GOutputStream) owned = stream;
  const char *temporary = g_object_get_data (G_OBJECT (stream), TEMPORARY_DATA);
  g_autoptr(GError) cause = NULL;
  gboolean closed = g_output_stream_close (owned, NULL, &cause);

  if (keep && closed)
    return ocop_paper_file_take (temporary, path, error);
  g_remove (temporary);
  if (keep)
    ocop_writing_set_error (error, path, g_steal_pointer (&cause));
  return !keep;
}

gboolean
ocop_paper_file_write (const char  *path,
                       GBytes      *bytes,
                       GError     **error)
{
  GOutputStream *stream = ocop_paper_file_open (path, error);
  GError *problem = NULL;
  gboolean done;

  if (stream == NULL)
    return FALSE;
  done = g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, &problem);
  if (!done)
    ocop_writing_set_error (error, path, problem);
  return ocop_paper_file_close (stream, path, done, done ? error : NULL) && done;
}

char *
ocop_paper_file_dup_temporary (const char *path)
{
  return g_strdup_printf ("%s.%08x.tmp", path, g_random_int ());
}

gboolean
ocop_paper_file_take (const char  *temporary,
                      const char  *path,
                      GError     **error)
{
  int reason;

  if (g_rename (temporary, path) == 0)
    return TRUE;
  reason = errno;
  g_remove (temporary);
  return ocop_writing_set_errno (error, path, reason);
}

gboolean
ocop_paper_file_is_cancelled (GCancellable  *cancellable,
                              GError       **error)
{
  return ocop_is_cancelled (cancellable, _("Cancelled; nothing was written"), error);
}
