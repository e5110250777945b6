/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop check, backup, restore: the register as a file. */

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "commands.h"
#include "register/ocop-attachments.h"
#include "register/ocop-backup-archive.h"

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

/* Says, and lists in "OUT.files.csv", which files the copy @path does not hold. */
static gboolean
list_attachments (OcopRegister  *reg,
                  const char    *path,
                  GError       **error)
{
  g_autoptr(GPtrArray) attachments = ocop_attachments_list (reg, error);
  g_autofree char *list_path = g_strconcat (path, ".files.csv", NULL);
  g_autoptr(GString) list = g_string_new ("name,bytes,record\r\n");

  if (attachments == NULL)
    return FALSE;
  for (guint i = 0; i < attachments->len; i++)
    {
      OcopAttachment *attachment = attachments->pdata[i];
      g_auto(GStrv) parts = g_strsplit (attachment->holder != NULL ? attachment->holder : "", "\"", -1);
      g_autofree char *holder = g_strjoinv ("\"\"", parts);

      g_string_append_printf (list, "%s,%" G_GINT64_FORMAT ",\"%s\"\r\n", attachment->name, attachment->size, holder);
    }
  if (attachments->len == 0)
    return TRUE;
  ocop_invocation_say (_("%u files that belong to it are listed in %s; --with-files takes them along"), attachments->len, list_path);
  return g_file_set_contents (list_path, list->str, (gssize) list->len, error);
}

OcopStatus
ocop_command_backup (OcopInvocation *invocation)
{
  gboolean with_files = FALSE;
  const GOptionEntry entries[] = {
    { "with-files", 0, 0, G_OPTION_ARG_NONE, &with_files, N_("One zip of the register and the files of its records"), NULL },
    { NULL }
  };
  g_autoptr(GError) error = NULL;
  OcopRegister *reg;
  const char *path;
  gboolean done;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  reg = ocop_invocation_open (invocation, OCOP_OPEN_LOOK_ONLY);
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  path = invocation->arguments[1];
  done = with_files ? ocop_backup_archive_write (reg, path, &error)
                    : ocop_register_backup (reg, path, &error) && list_attachments (reg, path, &error);
  ocop_invocation_close (reg);
  return done ? OCOP_STATUS_DONE : ocop_invocation_fail (g_steal_pointer (&error));
}

/* A file that is missing is said and hinders nothing. */
static void
say_missing (const char *path)
{
  OcopRegister *reg = ocop_register_open (path, OCOP_OPEN_LOOK_ONLY, NULL);
  g_autoptr(GPtrArray) attachments = reg != NULL ? ocop_attachments_list (reg, NULL) : NULL;

  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    {
      OcopAttachment *attachment = attachments->pdata[i];
      g_autofree char *file_path = ocop_attachments_dup_path (reg, attachment->name);

      if (attachment->size < 0 && attachment->holder != NULL)
        ocop_invocation_say (_("File of “%s” is missing: %s"), attachment->holder, file_path);
    }
  if (reg != NULL)
    ocop_invocation_close (reg);
}

OcopStatus
ocop_command_restore (OcopInvocation *invocation)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *kept = NULL;
  const char *backup, *path;

  if (!ocop_invocation_parse (invocation, NULL))
    return OCOP_STATUS_UNUSABLE;
  backup = invocation->arguments[0];
  path = invocation->arguments[1];
  if (!(ocop_backup_archive_is (backup) ? ocop_backup_archive_restore : ocop_register_restore) (backup, path, &kept, &error))
    {
      ocop_invocation_fail (g_steal_pointer (&error));
      return OCOP_STATUS_UNUSABLE;
    }
  say_missing (path);
  if (kept != NULL)
    g_print (_("What stood there is kept as %s"), kept);
  if (kept != NULL)
    g_print ("\n");
  return OCOP_STATUS_DONE;
}
