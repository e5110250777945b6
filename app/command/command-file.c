/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop check, backup, restore: the register as a file. */

#include <glib/gi18n.h>

#include "base/ocop-error.h"
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

/* A register too damaged to be opened or read has that for its problem. */
static GPtrArray *
find_problems (const char  *path,
               GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  OcopRegister *reg = ocop_register_open (path, OCOP_OPEN_LOOK_ONLY, &local_error);
  GPtrArray *problems = NULL;

  if (reg != NULL)
    {
      problems = ocop_register_check (reg, &local_error);
      ocop_invocation_close (reg);
    }
  if (g_error_matches (local_error, OCOP_ERROR, OCOP_ERROR_DAMAGED))
    {
      problems = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (problems, g_strdup (local_error->message));
    }
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return problems;
}

OcopStatus
ocop_command_check (OcopInvocation *invocation)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = NULL;

  if (!ocop_invocation_parse (invocation, NULL))
    return OCOP_STATUS_UNUSABLE;
  problems = find_problems (invocation->arguments[0], &error);
  if (problems == NULL)
    {
      ocop_invocation_fail (g_steal_pointer (&error));
      return OCOP_STATUS_UNUSABLE;
    }
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
