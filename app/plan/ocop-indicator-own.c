/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-indicator-own.h"

#include <glib/gi18n.h>

#include "register/ocop-records.h"

OcopChange *
ocop_indicator_keep (OcopReader        *reader,
                     const OcopRecord  *taken,
                     GError           **error)
{
  const char *code = ocop_record_get_text (taken, "code");
  g_autoptr(GPtrArray) there = ocop_records_load (reader, "own_indicator", "code", code, NULL, error);
  g_autofree char *title = g_strdup_printf (_("Own indicator %s"), code);
  g_autoptr(OcopRecord) after = NULL;
  OcopChange *change;

  if (there == NULL)
    return NULL;
  change = ocop_change_new (there->len > 0 ? "edit" : "add", title);
  if (there->len == 0)
    {
      ocop_change_add (change, taken);
      return change;
    }
  after = ocop_record_copy (there->pdata[0]);
  ocop_record_set_text (after, "name", ocop_record_get_text (taken, "name"));
  ocop_record_set_text (after, "definition", ocop_record_get_text (taken, "definition"));
  ocop_change_edit (change, there->pdata[0], after);
  return change;
}
