/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop paper */

#include <glib/gi18n.h>

#include "command-render.h"
#include "commands.h"
#include "report/dossier/ocop-dossier-paper.h"
#include "report/ocop-template-own.h"
#include "report/ocop-template.h"

typedef struct
{
  const OcopDossierPaper *paper;
  const char * const *ids;
  OcopDate on;
  GBytes *template;
  GPtrArray *problems;
} Job;

static OcopStatus
list_papers (const OcopInvocation *invocation)
{
  g_autoptr(OcopOutput) output = ocop_output_new ();

  ocop_output_add_column (output, "name", C_("column", "Name"), NULL);
  ocop_output_add_column (output, "title", C_("column", "Title"), NULL);
  for (const OcopDossierPaper *paper = ocop_dossier_paper_all (); paper->name != NULL; paper++)
    {
      const OcopValue row[] = {
        { OCOP_VALUE_TEXT, 0, (char *) paper->name },
        { OCOP_VALUE_TEXT, 0, (char *) _(paper->title) },
      };

      ocop_output_add_row (output, row);
    }
  ocop_output_print (output, invocation->format);
  return OCOP_STATUS_DONE;
}

static gpointer
build_paper (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Job *job = data;

  return ocop_dossier_paper_build (job->paper, reader, job->ids, job->on, error);
}

static gpointer
fill_paper (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Job *job = data;

  return ocop_dossier_paper_fill (job->paper, reader, job->ids, job->on, job->template, &job->problems, error);
}

static OcopStatus
write_ours (OcopRegister *reg,
            Job          *job,
            const char   *path)
{
  g_autoptr(GError) error = NULL;
  OcopRender render = ocop_render_find (path);
  g_autoptr(OcopPaper) paper = render != NULL ? ocop_register_read (reg, build_paper, job, &error) : NULL;

  if (render == NULL)
    return OCOP_STATUS_UNUSABLE;
  if (paper != NULL)
    paper->history_head = ocop_register_dup_chain_head (reg);
  if (paper == NULL || !ocop_render_paper (paper, path, render, &error))
    return ocop_invocation_fail (g_steal_pointer (&error));
  return OCOP_STATUS_DONE;
}

/* What cannot be filled is left as it is typed, and told. */
static OcopStatus
write_office (OcopRegister *reg,
              Job          *job,
              const char   *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) paper = ocop_register_read (reg, fill_paper, job, &error);
  g_autoptr(GPtrArray) problems = job->problems;

  if (paper == NULL || !ocop_paper_file_write (path, paper, &error))
    return ocop_invocation_fail (g_steal_pointer (&error));
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      g_autofree char *problem = ocop_template_problem_describe (problems->pdata[i]);

      ocop_invocation_say ("%s", problem);
    }
  return problems != NULL && problems->len > 0 ? OCOP_STATUS_NO : OCOP_STATUS_DONE;
}

static OcopStatus
write_paper (OcopInvocation *invocation,
             Job            *job,
             const char     *path)
{
  OcopRegister *reg = ocop_invocation_open (invocation, OCOP_OPEN_LOOK_ONLY);
  OcopStatus status;

  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  status = job->paper->template != NULL ? write_office (reg, job, path) : write_ours (reg, job, path);
  ocop_invocation_close (reg);
  return status;
}

/* One letter for each dossier is one call for each. */
static gboolean
check_paper (const OcopInvocation *invocation,
             const Job            *job,
             const char           *path)
{
  if (job->paper == NULL)
    ocop_invocation_say (_("There is no paper “%s”; “ocop paper --list” lists them"), invocation->arguments[1]);
  else if (job->paper->template != NULL && !job->paper->together && invocation->n_arguments > 3)
    ocop_invocation_say (_("“%s” is written for one dossier at a time"), job->paper->name);
  else
    return job->paper->template == NULL || ocop_invocation_check_ending (path, ".docx");
  return FALSE;
}

/* That of the call, else the office's own beside the register, else the program's. */
static GBytes *
load_template (const OcopInvocation    *invocation,
               const OcopDossierPaper  *paper,
               const char              *path,
               GError                 **error)
{
  g_autofree char *folder = ocop_template_own_dup_folder (invocation->arguments[0]);
  g_autoptr(GFile) file = path != NULL ? g_file_new_for_commandline_arg (path) : NULL;

  return file != NULL ? g_file_load_bytes (file, NULL, NULL, error) : ocop_template_own_load (paper->template, folder, error);
}

OcopStatus
ocop_command_paper (OcopInvocation *invocation)
{
  g_autofree char *path = NULL;
  g_autofree char *template = NULL;
  g_autoptr(GBytes) own = NULL;
  g_autoptr(GError) error = NULL;
  gboolean list = FALSE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("List the papers"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("The file to write: .pdf, .xlsx or .csv; .docx of a letter"), N_("OUT") },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &template, N_("The office's own template (.docx) of a letter (default: that in the folder FILE.mau beside the register)"), N_("FILE") },
    { NULL }
  };
  Job job = { NULL };

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  if (list)
    return list_papers (invocation);
  if (path == NULL || invocation->n_arguments < 3)
    {
      ocop_invocation_say (_("A register, the name of a paper, the id of a dossier and -o OUT are needed"));
      return OCOP_STATUS_UNUSABLE;
    }
  job = (Job) { ocop_dossier_paper_find (invocation->arguments[1]), (const char * const *) invocation->arguments + 2, invocation->on };
  if (!check_paper (invocation, &job, path))
    return OCOP_STATUS_UNUSABLE;
  if (job.paper->template != NULL)
    {
      own = job.template = load_template (invocation, job.paper, template, &error);
      if (own == NULL)
        return ocop_invocation_fail (g_steal_pointer (&error));
    }
  return write_paper (invocation, &job, path);
}
