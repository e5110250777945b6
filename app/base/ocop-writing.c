/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-writing.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "base/ocop-error.h"

gboolean
ocop_is_cancelled (GCancellable  *cancellable,
                   const char    *message,
                   GError       **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_CANCELLED, message != NULL ? message : _("Cancelled"));
  return TRUE;
}

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
ocop_writing_set_error (GError     **error,
                        const char  *path,
                        GError      *cause)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, OCOP_ERROR, code_of (cause), _("“%s” cannot be written: %s"), name, cause->message);
  g_error_free (cause);
}

gboolean
ocop_writing_set_errno (GError     **error,
                        const char  *path,
                        int          reason)
{
  ocop_writing_set_error (error, path, g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (reason), g_strerror (reason)));
  return FALSE;
}

gboolean
ocop_writing_make_folder (const char  *path,
                          GError     **error)
{
  return g_mkdir_with_parents (path, 0777) == 0 || ocop_writing_set_errno (error, path, errno);
}
