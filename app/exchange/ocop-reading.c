/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-reading-private.h"

#include <glib/gi18n.h>

#include "base/ocop-writing.h"

gboolean
ocop_reading_advance (OcopReading  *reading,
                      guint64       n_bytes,
                      GError      **error)
{
  if (ocop_is_cancelled (reading->cancellable, _("Reading the file was cancelled."), error))
    return FALSE;
  reading->n_done += n_bytes;
  if (reading->progress != NULL && reading->n_bytes > 0)
    reading->progress (MIN (1.0, (double) reading->n_done / (double) reading->n_bytes), reading->user_data);
  return TRUE;
}
