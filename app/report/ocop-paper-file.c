/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"

#define TEMPORARY_DATA "ocop-temporary"

static OcopError
code_of (const GError *cause)
{
  static const struct
  {
    GIOErrorEnum from;
    OcopError to;
  } codes[] = {
    { G_IO_ERROR_NOT_FOUND, OCOP_ERROR_NOT_FOUND },
    { G_IO_ERROR_NOT_DIRECTORY, OCOP_ERROR_NOT_FOUND },
    { G_IO_ERROR_NO_SPACE, OCOP_ERROR_NO_SPACE },
    { G_IO_ERROR_PERMISSION_DENIED, OCOP_ERROR_READ_ONLY },
    { G_IO_ERROR_READ_ONLY, OCOP_ERROR_READ_ONLY },
    { G_IO_ERROR_BUSY, OCOP_ERROR_BUSY },
    { G_IO_ERROR_CANCELLED, OCOP_ERROR_CANCELLED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (cause, G_IO_ERROR, codes[i].from))
      return codes[i].to;
  return OCOP_ERROR_STORAGE;
}

void
ocop_paper_file_set_error (GError     **error,
                           const char  *path,
                           GError      *cause)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, OCOP_ERROR, code_of (cause), _("“%s” cannot be written: %s"), name, cause->message);
  g_error_free (cause);
}

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
      ocop_paper_file_set_error (error, path, g_steal_pointer (&cause));
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
    ocop_paper_file_set_error (error, path, g_steal_pointer (&cause));
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
    ocop_paper_file_set_error (error, path, problem);
  return ocop_paper_file_close (stream, path, done, done ? error : NULL) && done;
}

gboolean
ocop_paper_file_make_folder (const char  *path,
                             GError     **error)
{
  int reason;

  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;
  reason = errno;
  ocop_paper_file_set_error (error, path, g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (reason), g_strerror (reason)));
  return FALSE;
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
  ocop_paper_file_set_error (error, path, g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (reason),
                                                               g_strerror (reason)));
  return FALSE;
}

gboolean
ocop_paper_file_is_cancelled (GCancellable  *cancellable,
                              GError       **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_CANCELLED, _("Cancelled; nothing was written"));
  return TRUE;
}
