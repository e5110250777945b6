/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop pack */

#include <glib/gi18n.h>

#include "commands.h"
#include "report/council/ocop-member-pack.h"

static gpointer
read_pack (OcopReader    *reader,
           gpointer       session,
           GCancellable  *cancellable,
           GError       **error)
{
  return ocop_member_pack_read (reader, session, error);
}

static OcopStatus
write_pack (OcopRegister *reg,
            const char   *session,
            const char   *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopMemberPack) pack = ocop_register_read (reg, read_pack, (gpointer) session, &error);
  g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  guint n_files = 0;

  if (pack == NULL || !ocop_member_pack_write (pack, reg, folder, NULL, NULL, &n_files, missing, NULL, &error))
    return ocop_invocation_fail (g_steal_pointer (&error));
  for (guint i = 0; i < missing->len; i++)
    ocop_invocation_say ("%s", (const char *) g_ptr_array_index (missing, i));
  g_print (ngettext ("%u file in “%s”", "%u files in “%s”", n_files), n_files, folder);
  g_print ("\n");
  return missing->len == 0 ? OCOP_STATUS_DONE : OCOP_STATUS_NO;
}

OcopStatus
ocop_command_pack (OcopInvocation *invocation)
{
  g_autofree char *folder = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, N_("Into this folder (default: the current one)"), N_("FOLDER") },
    { NULL }
  };
  OcopRegister *reg;
  OcopStatus status;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  reg = ocop_invocation_open (invocation, OCOP_OPEN_LOOK_ONLY);
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  status = write_pack (reg, invocation->arguments[1], folder != NULL ? folder : ".");
  ocop_invocation_close (reg);
  return status;
}
