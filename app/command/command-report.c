/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop report */

#include <glib/gi18n.h>

#include "command-render.h"
#include "commands.h"
#include "report/ocop-report-layout.h"

typedef struct
{
  const OcopReport *report;
  OcopReportScope scope;
  char *columns;            /* as typed; NULL for those that the office keeps */
  char *layout;             /* the name under which others are kept; NULL for none */
  char *keep;               /* the name under which the columns typed are to be kept */
} Job;

static void
job_clear (Job *job)
{
  g_free (job->columns);
  g_free (job->layout);
  g_free (job->keep);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* @layout: (out) (nullable) */
static gboolean
find_layout (OcopReader       *reader,
             const Job        *job,
             OcopPaperLayout **layout,
             GError          **error)
{
  g_autoptr(OcopRecord) office = NULL;

  *layout = NULL;
  if (job->columns != NULL)
    *layout = ocop_report_layout_parse (job->report, job->columns, error);
  else if (job->layout != NULL && (office = ocop_reader_office (reader, error)) != NULL)
    *layout = ocop_report_layout_find (office, job->report, job->layout, error);
  return *layout != NULL || (job->columns == NULL && job->layout == NULL);
}

static gpointer
read_report (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Job *job = data;
  g_autoptr(OcopPaperLayout) layout = NULL;

  if (!find_layout (reader, job, &layout, error))
    return NULL;
  return ocop_report_build (job->report, reader, &job->scope, layout, error);
}

/* Keeps the columns typed, before a report is written with them. */
static gpointer
make_kept (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Job *job = data;
  g_autoptr(OcopPaperLayout) layout = ocop_report_layout_parse (job->report, job->columns, error);

  return layout != NULL ? ocop_report_layout_keep (reader, job->report, job->keep, layout, error) : NULL;
}

static OcopStatus
list_reports (const OcopInvocation *invocation)
{
  g_autoptr(OcopOutput) output = ocop_output_new ();

  ocop_output_add_column (output, "name", C_("column", "Name"), NULL);
  ocop_output_add_column (output, "title", C_("column", "Title"), NULL);
  for (const OcopReport * const *report = ocop_report_list_all (); *report != NULL; report++)
    {
      const OcopValue row[] = {
        { OCOP_VALUE_TEXT, 0, (char *) (*report)->name },
        { OCOP_VALUE_TEXT, 0, (char *) _((*report)->title) },
      };

      ocop_output_add_row (output, row);
    }
  ocop_output_print (output, invocation->format);
  return OCOP_STATUS_DONE;
}

static OcopStatus
write_report (OcopInvocation *invocation,
              Job            *job,
              const char     *path,
              OcopRender      render)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopPaper) paper = NULL;
  OcopRegister *reg = ocop_invocation_open (invocation, job->keep != NULL ? OCOP_OPEN_DEFAULT : OCOP_OPEN_LOOK_ONLY);

  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  if (job->keep == NULL || ocop_register_make (reg, make_kept, job, &error))
    paper = ocop_register_read (reg, read_report, job, &error);
  if (paper != NULL)
    paper->history_head = ocop_register_dup_chain_head (reg);
  ocop_invocation_close (reg);
  if (paper == NULL || !ocop_render_paper (paper, path, render, &error))
    return ocop_invocation_fail (g_steal_pointer (&error));
  return OCOP_STATUS_DONE;
}

/* A year that is over is reported on its last day. */
static gboolean
take_year (int       year,
           OcopDate *on)
{
  OcopDate last = ocop_date_new (year, 12, 31);

  if (year == 0)
    return TRUE;
  if (!ocop_date_is_day (last))
    {
      ocop_invocation_say (_("“%d” is not a year"), year);
      return FALSE;
    }
  if (ocop_date_compare (last, *on) < 0)
    *on = last;
  return TRUE;
}

OcopStatus
ocop_command_report (OcopInvocation *invocation)
{
  g_autofree char *path = NULL;
  g_autofree char *period = NULL;
  g_autofree char *plan = NULL;
  gboolean list = FALSE;
  int year = 0;
  g_auto(Job) job = { NULL };
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("List the reports"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("The file to write: .xlsx, .pdf or .csv"), N_("OUT") },
    { "year", 0, 0, G_OPTION_ARG_INT, &year, N_("The figures at the end of a year"), N_("YEAR") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &period, N_("Of the year's plan and work: half, nine-months, quarter-1…4, month-1…12, DAY..DAY"), N_("PERIOD") },
    { "plan", 0, 0, G_OPTION_ARG_STRING, &plan, N_("The id of another plan of the year"), N_("ID") },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &job.columns, N_("Which columns, in which order, under which headings"), N_("A,B=HEADING") },
    { "keep", 0, 0, G_OPTION_ARG_STRING, &job.keep, N_("Keep these columns under a name"), N_("NAME") },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &job.layout, N_("The columns that are kept under a name"), N_("NAME") },
    { NULL }
  };
  OcopRender render;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  if (list)
    return list_reports (invocation);
  if (path == NULL || invocation->n_arguments != 2)
    {
      ocop_invocation_say (_("A register, the name of a report and -o OUT are needed"));
      return OCOP_STATUS_UNUSABLE;
    }
  if ((job.keep != NULL && job.columns == NULL) || (job.layout != NULL && job.columns != NULL))
    {
      ocop_invocation_say (_("--keep goes with --columns, --layout without"));
      return OCOP_STATUS_UNUSABLE;
    }
  job.report = ocop_report_list_find (invocation->arguments[1]);
  job.scope = (OcopReportScope) { .on = invocation->on, .plan = plan, .year = (guint) MAX (year, 0), .period = period };
  if (job.report == NULL)
    ocop_invocation_say (_("There is no report “%s”; “ocop report --list” lists them"), invocation->arguments[1]);
  render = ocop_render_find (path);
  if (job.report == NULL || render == NULL || !take_year (year, &job.scope.on))
    return OCOP_STATUS_UNUSABLE;
  return write_report (invocation, &job, path, render);
}
