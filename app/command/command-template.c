/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop template */

#include <glib/gi18n.h>

#include "commands.h"
#include "report/ocop-paper-file.h"
#include "report/ocop-template-list.h"
#include "report/ocop-template.h"

static OcopStatus
list_templates (const OcopInvocation *invocation)
{
  g_autoptr(OcopOutput) output = ocop_output_new ();

  ocop_output_add_column (output, "name", C_("column", "Name"), NULL);
  ocop_output_add_column (output, "title", C_("column", "Title"), NULL);
  for (const OcopTemplate *template = ocop_template_list_all (); template->name != NULL; template++)
    {
      const OcopValue row[] = {
        { OCOP_VALUE_TEXT, 0, (char *) template->name },
        { OCOP_VALUE_TEXT, 0, (char *) _(template->title) },
      };

      ocop_output_add_row (output, row);
    }
  ocop_output_print (output, invocation->format);
  return OCOP_STATUS_DONE;
}

static GBytes *
load_file (const char  *path,
           GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);

  return g_file_load_bytes (file, NULL, NULL, error);
}

/* One that comes with the program is called by its name, any other is a file. */
static GBytes *
load_template (const char  *name,
               GError     **error)
{
  const OcopTemplate *template = ocop_template_list_find (name);

  return template != NULL ? ocop_template_load (template, error) : load_file (name, error);
}

/* What cannot be filled is left as it is typed, and told. */
static GBytes *
fill (GBytes      *template,
      const char  *data_path,
      OcopStatus  *status,
      GError     **error)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GBytes) json = load_file (data_path, error);
  g_autoptr(OcopTemplateData) data = json != NULL ? ocop_template_data_new_from_json (json, data_path, error) : NULL;
  g_autoptr(GBytes) filled = data != NULL ? ocop_template_fill (template, data, &problems, error) : NULL;

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      g_autofree char *problem = ocop_template_problem_describe (problems->pdata[i]);

      ocop_invocation_say ("%s", problem);
      *status = OCOP_STATUS_NO;
    }
  return g_steal_pointer (&filled);
}

static OcopStatus
write_paper (const OcopInvocation *invocation,
             const char           *path)
{
  OcopStatus status = OCOP_STATUS_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) template = load_template (invocation->arguments[0], &error);
  g_autoptr(GBytes) paper = NULL;

  if (template != NULL && invocation->n_arguments == 1)
    paper = g_bytes_ref (template);
  else if (template != NULL)
    paper = fill (template, invocation->arguments[1], &status, &error);
  if (paper == NULL || !ocop_paper_file_write (path, paper, &error))
    {
      ocop_invocation_fail (g_steal_pointer (&error));
      return OCOP_STATUS_UNUSABLE;
    }
  return status;
}

OcopStatus
ocop_command_template (OcopInvocation *invocation)
{
  g_autofree char *path = NULL;
  gboolean list = FALSE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("List the templates that come with the program"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("The file to write: .docx"), N_("OUT") },
    { NULL }
  };

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  if (list)
    return list_templates (invocation);
  if (path == NULL || invocation->n_arguments == 0)
    {
      ocop_invocation_say (_("A template and -o OUT are needed"));
      return OCOP_STATUS_UNUSABLE;
    }
  return ocop_invocation_check_ending (path, ".docx") ? write_paper (invocation, path) : OCOP_STATUS_UNUSABLE;
}
