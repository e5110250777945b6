/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop communes */

#include <glib/gi18n.h>

#include "base/ocop-error.h"
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

static OcopValue
text_value (const char *text)
{
  return (OcopValue) { text != NULL ? OCOP_VALUE_TEXT : OCOP_VALUE_UNKNOWN, 0, (char *) text };
}

static void
show_progress (gsize    done,
               gsize    total,
               gpointer data)
{
  if (ocop_invocation_is_watched ())
    g_printerr ("\r%" G_GSIZE_FORMAT "/%" G_GSIZE_FORMAT "%s", done + 1, total, done + 1 == total ? "\n" : "");
}

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
  return ocop_commune_export (reader, job->register_id, job->year, only, job->on, job->folder, show_progress, NULL, cancellable, error);
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
        text_value (one->unit_name),
        ocop_value_integer (one->n_products),
        ocop_value_integer (one->n_producers),
        text_value (one->path),
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

  return ocop_commune_intake_read (reader, job->register_id, job->year, job->files, job->on, show_progress, NULL, cancellable, error);
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
        text_value (one->unit),
        text_value (one->unit_name),
        text_value (ocop_commune_state_name (one->state)),
        text_value (ocop_commune_state_title (one->state)),
        text_value (ocop_date_is_known (one->received_on) ? ocop_date_to_text (one->received_on, day) : NULL),
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
      OcopValue row[] = { text_value (one->name), text_value (one->unit_name), text_value (ocop_commune_file_state_name (one->state)), OCOP_VALUE_INIT };

      g_ptr_array_set_free_func (lines, NULL);
      g_ptr_array_add (lines, NULL);
      remarks = g_strjoinv ("\n", (char **) lines->pdata);
      row[3] = text_value (remarks);
      ocop_output_add_row (output, row);
    }
  return output;
}

static OcopOutput *
tabulate_differences (const OcopCommuneIntake *intake)
{
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "commune", _("Commune"), NULL);
  ocop_output_add_column (output, "about", _("About"), NULL);
  ocop_output_add_column (output, "title", _("Answer"), NULL);
  ocop_output_add_column (output, "old", _("On record"), NULL);
  ocop_output_add_column (output, "given", _("Commune says"), NULL);
  ocop_output_add_column (output, "sent", _("Was sent"), NULL);
  ocop_output_add_column (output, "conflict", _("Conflict"), ocop_output_integer_field ());
  ocop_output_add_column (output, "refusal", _("Why not"), NULL);
  ocop_output_add_column (output, "taken", _("Taken"), ocop_output_integer_field ());
  for (guint i = 0; i < intake->differences->len; i++)
    {
      const OcopCommuneDifference *one = ocop_commune_intake_get_difference (intake, i);
      const OcopValue row[] = {
        text_value (ocop_commune_intake_get_commune (intake, one->commune)->unit_name),
        text_value (one->about),
        text_value (one->title),
        text_value (one->old),
        text_value (one->given),
        text_value (one->sent),
        ocop_value_integer (one->conflict),
        text_value (one->refusal),
        ocop_value_integer (one->accepted),
      };

      ocop_output_add_row (output, row);
    }
  return output;
}

static void
print_json (const OcopCommuneIntake *intake)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(OcopOutput) communes = tabulate_communes (intake);
  g_autoptr(OcopOutput) files = tabulate_files (intake);
  g_autoptr(OcopOutput) differences = tabulate_differences (intake);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "communes");
  ocop_output_build_json (communes, builder);
  json_builder_set_member_name (builder, "files");
  ocop_output_build_json (files, builder);
  json_builder_set_member_name (builder, "differences");
  ocop_output_build_json (differences, builder);
  json_builder_end_object (builder);
  ocop_output_print_json (builder);
}

static void
say_difference (const OcopCommuneIntake     *intake,
                const OcopCommuneDifference *one)
{
  const char *name = ocop_commune_intake_get_commune (intake, one->commune)->unit_name;

  if (one->refusal != NULL)
    ocop_invocation_say (_("%s: %s, %s “%s” cannot be taken: %s"), name, one->about, one->title, one->given, one->refusal);
  else if (one->conflict && !one->accepted)
    ocop_invocation_say (_("%s: %s, %s: sent “%s”, the commune says “%s”, changed meanwhile to “%s”"), name, one->about, one->title, one->sent,
                         one->given, one->old);
}

/* What people have to do something about. Returns whether there is any of it. */
static gboolean
say_what_is_left (const OcopCommuneIntake *intake,
                  gboolean                 aloud)
{
  gboolean any = FALSE;

  for (guint i = 0; i < intake->files->len; i++)
    {
      const OcopCommuneFile *file = g_ptr_array_index (intake->files, i);

      any = any || file->state == OCOP_COMMUNE_FILE_REFUSED || file->n_faults > 0;
      for (guint j = 0; aloud && j < file->remarks->len; j++)
        ocop_invocation_say ("%s: %s", file->name, (const char *) g_ptr_array_index (file->remarks, j));
    }
  for (guint i = 0; i < intake->differences->len; i++)
    {
      any = any || !ocop_commune_intake_get_difference (intake, i)->accepted;
      if (aloud)
        say_difference (intake, ocop_commune_intake_get_difference (intake, i));
    }
  return any;
}

static void
accept_conflicts (OcopCommuneIntake *intake)
{
  for (guint i = 0; i < intake->differences->len; i++)
    {
      OcopCommuneDifference *one = ocop_commune_intake_get_difference (intake, i);

      one->accepted = one->refusal == NULL;
    }
}

static gboolean
commit (OcopRegister             *reg,
        const OcopCommuneIntake  *intake,
        GError                  **error)
{
  g_autoptr(OcopChange) change = ocop_commune_intake_make_change (intake, error);

  return change != NULL && (ocop_change_is_empty (change) || ocop_register_commit (reg, change, error));
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
  g_autoptr(OcopOutput) output = NULL;

  if (intake != NULL && theirs)
    accept_conflicts (intake);
  if (intake == NULL || (!dry_run && !commit (reg, intake, &error)))
    return ocop_invocation_fail (g_steal_pointer (&error));
  if (invocation->format == OCOP_OUTPUT_JSON)
    print_json (intake);
  else
    {
      output = tabulate_communes (intake);
      ocop_output_print (output, invocation->format);
    }
  return say_what_is_left (intake, invocation->format != OCOP_OUTPUT_JSON) ? OCOP_STATUS_NO : OCOP_STATUS_DONE;
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
    { "theirs", 0, 0, G_OPTION_ARG_NONE, &theirs, N_("Take what communes say also where it was changed meanwhile"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Say what would happen, store nothing"), NULL },
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
