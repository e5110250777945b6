/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop check, backup, restore: the register as a file. */

#include <glib/gi18n.h>

#include "commands.h"

static void
print_problems (const OcopInvocation *invocation,
                const GPtrArray      *problems)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sound");
  json_builder_add_boolean_value (builder, problems->len == 0);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    json_builder_add_string_value (builder, problems->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (invocation->format == OCOP_OUTPUT_JSON)
    {
      ocop_output_print_json (builder);
      return;
    }
  for (guint i = 0; i < problems->len; i++)
    g_print ("%s\n", (const char *) problems->pdata[i]);
  if (problems->len == 0)
    g_print ("%s\n", C_("register", "sound"));
}

OcopStatus
ocop_command_check (OcopInvocation *invocation)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  OcopRegister *reg;

  if (!ocop_invocation_parse (invocation, NULL))
    return OCOP_STATUS_UNUSABLE;
  reg = ocop_invocation_open (invocation, OCOP_OPEN_LOOK_ONLY);
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  problems = ocop_register_check (reg, &error);
  ocop_invocation_close (reg);
  if (problems == NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  print_problems (invocation, problems);
  return problems->len == 0 ? OCOP_STATUS_DONE : OCOP_STATUS_NO;
}

OcopStatus
ocop_command_backup (OcopInvocation *invocation)
{
  g_autoptr(GError) error = NULL;
  OcopRegister *reg;
  gboolean done;

  if (!ocop_invocation_parse (invocation, NULL))
    return OCOP_STATUS_UNUSABLE;
  reg = ocop_invocation_open (invocation, OCOP_OPEN_LOOK_ONLY);
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  done = ocop_register_backup (reg, invocation->arguments[1], &error);
  ocop_invocation_close (reg);
  return done ? OCOP_STATUS_DONE : ocop_invocation_fail (g_steal_pointer (&error));
}

OcopStatus
ocop_command_restore (OcopInvocation *invocation)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *kept = NULL;

  if (!ocop_invocation_parse (invocation, NULL))
    return OCOP_STATUS_UNUSABLE;
  if (!ocop_register_restore (invocation->arguments[0], invocation->arguments[1], &kept, &error))
    {
      ocop_invocation_fail (g_steal_pointer (&error));
      return OCOP_STATUS_UNUSABLE;
    }
  if (kept != NULL)
    g_print (_("What stood there is kept as %s"), kept);
  if (kept != NULL)
    g_print ("\n");
  return OCOP_STATUS_DONE;
}
