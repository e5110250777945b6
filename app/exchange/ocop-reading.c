/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-reading-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

gboolean
ocop_reading_advance (OcopReading  *reading,
                      guint64       n_bytes,
                      GError      **error)
{
  if (g_cancellable_is_cancelled (reading->cancellable))
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_CANCELLED, _("Reading the file was cancelled."));
      return FALSE;
    }
  reading->n_done += n_bytes;
  if (reading->progress != NULL && reading->n_bytes > 0)
    reading->progress (MIN (1.0, (double) reading->n_done / (double) reading->n_bytes), reading->user_data);
  return TRUE;
}
