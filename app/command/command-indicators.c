/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop indicators: what a plan can count, and what an office adds to it. */

#include <glib/gi18n.h>

#include "commands.h"
#include "plan/ocop-indicator-own.h"

static gpointer
read_indicators (OcopReader    *reader,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ocop_indicators_read (reader, error);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       taken,
             GCancellable  *cancellable,
             GError       **error)
{
  return ocop_indicator_keep (reader, taken, error);
}

static OcopStatus
list_indicators (const OcopInvocation *invocation,
                 OcopRegister         *reg)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopIndicators) indicators = ocop_register_read (reg, read_indicators, NULL, &error);
  g_autoptr(OcopOutput) output = ocop_output_new ();

  if (indicators == NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  ocop_output_add_column (output, "code", _("Code"), NULL);
  ocop_output_add_column (output, "section", _("Section"), NULL);
  ocop_output_add_column (output, "title", _("Indicator"), NULL);
  ocop_output_add_column (output, "unit", _("Unit"), NULL);
  ocop_output_add_column (output, "counted", NULL, NULL);
  for (guint i = 0; i < ocop_indicators_get_n (indicators); i++)
    {
      const OcopIndicator *indicator = ocop_indicators_get (indicators, i);
      const OcopValue row[] = {
        { OCOP_VALUE_TEXT, 0, indicator->code },
        { OCOP_VALUE_TEXT, 0, indicator->section },
        { OCOP_VALUE_TEXT, 0, indicator->title },
        { OCOP_VALUE_TEXT, 0, indicator->unit },
        { OCOP_VALUE_TEXT, 0, indicator->counted },
      };

      ocop_output_add_row (output, row);
    }
  ocop_output_print (output, invocation->format);
  return OCOP_STATUS_DONE;
}

static OcopStatus
take_indicator (OcopRegister *reg,
                const char   *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_autoptr(OcopRecord) taken = bytes != NULL ? ocop_indicator_take (bytes, name, &error) : NULL;

  if (taken == NULL || !ocop_register_make (reg, make_change, taken, &error))
    return ocop_invocation_fail (g_steal_pointer (&error));
  return OCOP_STATUS_DONE;
}

OcopStatus
ocop_command_indicators (OcopInvocation *invocation)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "take", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("Take in an indicator of the office's own; docs/indicators.md says how it is written"), N_("INDICATOR.json") },
    { NULL }
  };
  OcopRegister *reg;
  OcopStatus status;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  reg = ocop_invocation_open (invocation, path != NULL ? OCOP_OPEN_DEFAULT : OCOP_OPEN_LOOK_ONLY);
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  status = path != NULL ? take_indicator (reg, path) : list_indicators (invocation, reg);
  ocop_invocation_close (reg);
  return status;
}
