/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop communes */

#include <glib/gi18n.h>

#include "command-differences.h"
#include "command-fields.h"
#include "commands.h"
#include "exchange/ocop-commune-export.h"
#include "exchange/ocop-commune-intake.h"

typedef struct
{
  const char *register_id;
  guint year;
  OcopDate on;
  const char *only;      /* (nullable): as typed */
  const char *folder;
  GPtrArray *files;
} Job;

/* Out */

static gpointer
export (OcopReader    *reader,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  const Job *job = data;
  g_autofree char *only = job->only != NULL ? ocop_command_find_record (reader, ocop_kind_find ("unit"), job->only, error) : NULL;

  if (job->only != NULL && only == NULL)
    return NULL;
  return ocop_commune_export (reader, job->register_id, job->year, only, job->on, job->folder, ocop_command_show_progress, NULL, cancellable, error);
}

static OcopOutput *
tabulate_exports (const OcopCommuneExports *exports)
{
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "commune", _("Commune"), NULL);
  ocop_output_add_column (output, "products", _("Products"), ocop_output_integer_field ());
  ocop_output_add_column (output, "producers", _("Producers"), ocop_output_integer_field ());
  ocop_output_add_column (output, "file", _("File"), NULL);
  for (guint i = 0; i < exports->all->len; i++)
    {
      const OcopCommuneExport *one = g_ptr_array_index (exports->all, i);
      const OcopValue row[] = {
        ocop_output_text (one->unit_name),
        ocop_value_integer (one->n_products),
        ocop_value_integer (one->n_producers),
        ocop_output_text (one->path),
      };

      ocop_output_add_row (output, row);
    }
  return output;
}

static OcopStatus
write_workbooks (OcopInvocation *invocation,
                 OcopRegister   *reg,
                 Job            *job)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopCommuneExports) exports = ocop_register_read (reg, export, job, &error);
  g_autoptr(OcopOutput) output = NULL;

  if (exports == NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  output = tabulate_exports (exports);
  ocop_output_print (output, invocation->format);
  if (exports->n_astray > 0)
    ocop_invocation_say (ngettext ("%u product lies in no commune and stands in no workbook.",
                                   "%u products lie in no commune and stand in no workbook.", exports->n_astray), exports->n_astray);
  return OCOP_STATUS_DONE;
}

/* In */

static gpointer
take (OcopReader    *reader,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Job *job = data;

  return ocop_commune_intake_read (reader, job->register_id, job->year, job->files, job->on, ocop_command_show_progress, NULL, cancellable, error);
}

static OcopOutput *
tabulate_communes (const OcopCommuneIntake *intake)
{
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "commune_id", NULL, NULL);
  ocop_output_add_column (output, "commune", _("Commune"), NULL);
  ocop_output_add_column (output, "state", NULL, NULL);
  ocop_output_add_column (output, "state_title", _("State"), NULL);
  ocop_output_add_column (output, "received_on", _("Received on"), ocop_output_date_field ());
  ocop_output_add_column (output, "files", _("Files sent"), ocop_output_integer_field ());
  ocop_output_add_column (output, "differences", _("Differences"), ocop_output_integer_field ());
  ocop_output_add_column (output, "conflicts", _("Conflicts"), ocop_output_integer_field ());
  ocop_output_add_column (output, "faults", _("Not readable"), ocop_output_integer_field ());
  for (guint i = 0; i < intake->communes->len; i++)
    {
      const OcopCommuneStanding *one = ocop_commune_intake_get_commune (intake, i);
      char day[OCOP_DATE_TEXT_SIZE];
      const OcopValue row[] = {
        ocop_output_text (one->unit),
        ocop_output_text (one->unit_name),
        ocop_output_text (ocop_commune_state_name (one->state)),
        ocop_output_text (ocop_commune_state_title (one->state)),
        ocop_output_text (ocop_date_is_known (one->received_on) ? ocop_date_to_text (one->received_on, day) : NULL),
        ocop_value_integer (one->n_files),
        ocop_value_integer (one->n_differences),
        ocop_value_integer (one->n_conflicts),
        ocop_value_integer (one->n_faults),
      };

      ocop_output_add_row (output, row);
    }
  return output;
}

static OcopOutput *
tabulate_files (const OcopCommuneIntake *intake)
{
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "file", _("File"), NULL);
  ocop_output_add_column (output, "commune", _("Commune"), NULL);
  ocop_output_add_column (output, "state", NULL, NULL);
  ocop_output_add_column (output, "remarks", _("Remarks"), NULL);
  for (guint i = 0; i < intake->files->len; i++)
    {
      const OcopCommuneFile *one = g_ptr_array_index (intake->files, i);
      g_autoptr(GPtrArray) lines = g_ptr_array_copy (one->remarks, NULL, NULL);
      g_autofree char *remarks = NULL;
      OcopValue row[] = { ocop_output_text (one->name), ocop_output_text (one->unit_name), ocop_output_text (ocop_commune_file_state_name (one->state)), OCOP_VALUE_INIT };

      g_ptr_array_set_free_func (lines, NULL);
      g_ptr_array_add (lines, NULL);
      remarks = g_strjoinv ("\n", (char **) lines->pdata);
      row[3] = ocop_output_text (remarks);
      ocop_output_add_row (output, row);
    }
  return output;
}

static void
print_intake (OcopInvocation          *invocation,
              const OcopCommuneIntake *intake)
{
  static const char * const names[] = { "communes", "files", "differences", NULL };
  g_autoptr(OcopOutput) communes = tabulate_communes (intake);
  g_autoptr(OcopOutput) files = tabulate_files (intake);
  g_autoptr(OcopOutput) differences = ocop_command_begin_differences ();

  ocop_command_add_differences (differences, NULL, intake->differences);
  ocop_command_print_tables (invocation, names, (OcopOutput *[]) { communes, files, differences });
}

/* What people have to do something about. Returns whether there is any of it. */
static gboolean
say_what_is_left (const OcopCommuneIntake *intake)
{
  gboolean any = FALSE;

  for (guint i = 0; i < intake->files->len; i++)
    {
      const OcopCommuneFile *file = g_ptr_array_index (intake->files, i);

      any = any || file->state == OCOP_COMMUNE_FILE_REFUSED || file->n_faults > 0;
      for (guint j = 0; j < file->remarks->len; j++)
        ocop_invocation_say ("%s: %s", file->name, (const char *) g_ptr_array_index (file->remarks, j));
    }
  ocop_command_say_differences (intake->differences);
  return any || ocop_differences_count_accepted (intake->differences) < ocop_differences_get_n (intake->differences);
}

static OcopStatus
take_workbooks (OcopInvocation *invocation,
                OcopRegister   *reg,
                Job            *job,
                gboolean        theirs,
                gboolean        dry_run)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopCommuneIntake) intake = ocop_register_read (reg, take, job, &error);

  if (intake != NULL && theirs)
    ocop_differences_accept (intake->differences, OCOP_DIFFERENCES_CONFLICTS);
  if (intake == NULL || (!dry_run && !ocop_command_commit (reg, ocop_commune_intake_make_change (intake, &error), &error)))
    return ocop_invocation_fail (g_steal_pointer (&error));
  print_intake (invocation, intake);
  return say_what_is_left (intake) ? OCOP_STATUS_NO : OCOP_STATUS_DONE;
}

static GPtrArray *
gather (OcopInvocation  *invocation,
        GError         **error)
{
  g_autoptr(GPtrArray) named = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 1; i < invocation->n_arguments; i++)
    g_ptr_array_add (named, g_file_new_for_commandline_arg (invocation->arguments[i]));
  return ocop_commune_intake_gather (named, error);
}

static OcopStatus
run (OcopInvocation *invocation,
     Job            *job,
     gboolean        theirs,
     gboolean        dry_run)
{
  gboolean out = invocation->n_arguments == 1;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = gather (invocation, &error);
  OcopRegister *reg = files != NULL ? ocop_invocation_open (invocation, out || dry_run ? OCOP_OPEN_LOOK_ONLY : OCOP_OPEN_DEFAULT) : NULL;
  OcopStatus status;

  if (files == NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  job->register_id = ocop_register_get_id (reg);
  job->files = files;
  status = out ? write_workbooks (invocation, reg, job) : take_workbooks (invocation, reg, job, theirs, dry_run);
  ocop_invocation_close (reg);
  return status;
}

OcopStatus
ocop_command_communes (OcopInvocation *invocation)
{
  g_autofree char *folder = NULL;
  g_autofree char *only = NULL;
  gint64 year = 0;
  gboolean theirs = FALSE, dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT64, &year, N_("The year that is reported (default: that of today)"), N_("YEAR") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, N_("Into this folder (default: the current one)"), N_("FOLDER") },
    { "only", 0, 0, G_OPTION_ARG_STRING, &only, N_("Only for the commune with this id"), N_("ID") },
    OCOP_COMMAND_TAKING_OPTIONS (&theirs, &dry_run),
    { NULL }
  };
  Job job = { NULL };

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  if (year == 0)
    year = invocation->on.year;
  if (year < 2000 || year > 2100)
    {
      ocop_invocation_say (_("%d is no year of the programme."), (int) year);
      return OCOP_STATUS_UNUSABLE;
    }
  job.year = (guint) year;
  job.on = invocation->on;
  job.only = only;
  job.folder = folder != NULL ? folder : ".";
  return run (invocation, &job, theirs, dry_run);
}
