/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

void
ocop_pace_begin (OcopPace *pace,
                 gsize     n)
{
  pace->half++;
  pace->done = 0;
  pace->total = n;
}

gboolean
ocop_pace_step (OcopPace  *pace,
                GError   **error)
{
  if (pace->watch == NULL)
    return TRUE;
  if (g_cancellable_is_cancelled (pace->watch->cancellable))
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_CANCELLED, _("Cancelled; nothing was written"));
      return FALSE;
    }
  if (pace->watch->progress != NULL)
    pace->watch->progress ((pace->half - 1) * pace->total + pace->done, 2 * pace->total, pace->watch->data);
  pace->done++;
  return TRUE;
}
