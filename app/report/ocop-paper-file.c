/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"

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

GOutputStream *
ocop_paper_file_open (const char  *path,
                      GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) cause = NULL;
  g_autoptr(GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &cause);

  if (stream == NULL)
    {
      ocop_paper_file_set_error (error, path, g_steal_pointer (&cause));
      return NULL;
    }
  return g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (stream), 1 << 16);
}

gboolean
ocop_paper_file_close (GOutputStream  *stream,
                       const char     *path,
                       gboolean        keep,
                       GError        **error)
{
  g_autoptr(GOutputStream) owned = stream;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) cause = NULL;

  /* Closing under a cancelled cancellable is GIO's way to leave the file as it was. */
  if (!keep)
    g_cancellable_cancel (cancellable);
  if (!g_output_stream_close (owned, cancellable, &cause) && keep)
    {
      ocop_paper_file_set_error (error, path, g_steal_pointer (&cause));
      return FALSE;
    }
  return TRUE;
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
