/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

#include "base/ocop-writing.h"

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
  if (ocop_is_cancelled (pace->watch->cancellable, _("Cancelled; nothing was written"), error))
    return FALSE;
  if (pace->watch->progress != NULL)
    pace->watch->progress ((pace->half - 1) * pace->total + pace->done, 2 * pace->total, pace->watch->data);
  pace->done++;
  return TRUE;
}
