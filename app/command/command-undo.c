/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop undo, redo */

#include <glib/gi18n.h>

#include "commands.h"

typedef gboolean (*Step) (OcopRegister *reg, guint *n_left, GError **error);

static OcopStatus
take_step (OcopInvocation *invocation,
           Step            step,
           char         *(*dup_name) (OcopRegister *reg),
           const char     *done)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  OcopRegister *reg;
  guint n_left = 0;
  gboolean stepped;

  if (!ocop_invocation_parse (invocation, NULL))
    return OCOP_STATUS_UNUSABLE;
  reg = ocop_invocation_open (invocation, OCOP_OPEN_DEFAULT);
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  stepped = step (reg, &n_left, &error);
  /* What was undone can be done again, and the other way round. */
  name = dup_name (reg);
  ocop_invocation_close (reg);
  if (!stepped)
    return ocop_invocation_fail (g_steal_pointer (&error));
  g_print ("%s: %s\n", done, name != NULL ? name : "");
  if (n_left > 0)
    ocop_invocation_say (ngettext ("%u field was left as it is: another change has meanwhile given it another value",
                                   "%u fields were left as they are: other changes have meanwhile given them other values",
                                   n_left), n_left);
  return OCOP_STATUS_DONE;
}

OcopStatus
ocop_command_undo (OcopInvocation *invocation)
{
  return take_step (invocation, ocop_register_undo, ocop_register_dup_redo_name, C_("change", "Undone"));
}

OcopStatus
ocop_command_redo (OcopInvocation *invocation)
{
  return take_step (invocation, ocop_register_redo, ocop_register_dup_undo_name, C_("change", "Done again"));
}
