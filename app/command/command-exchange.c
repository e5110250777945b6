/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop exchange */

#include <glib/gi18n.h>

#include "base/ocop-writing.h"
#include "command-fields.h"
#include "commands.h"
#include "exchange/ocop-office-package.h"

typedef struct
{
  const char *register_id;
  const char *unit;       /* (nullable): as typed */
  GBytes *bytes;
  gboolean theirs;
  gboolean deletions;
} Job;

static gpointer
make (OcopReader    *reader,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Job *job = data;
  g_autofree char *unit = ocop_command_find_record (reader, ocop_kind_find ("unit"), job->unit, error);

  return unit != NULL ? ocop_office_package_make (reader, job->register_id, unit, error) : NULL;
}

static OcopStatus
write_package (OcopRegister *reg,
               const Job    *job,
               const char   *path)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ocop_register_read (reg, make, (gpointer) job, &error);
  GError *local = NULL;

  if (bytes != NULL && !g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                                 G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &local))
    ocop_writing_set_error (&error, path, local);
  return error == NULL ? OCOP_STATUS_DONE : ocop_invocation_fail (g_steal_pointer (&error));
}

static gpointer
take (OcopReader    *reader,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Job *job = data;

  return ocop_office_package_take (reader, job->register_id, job->bytes, error);
}

/* What needs a decision, and what is not understood. */
static void
say_differences (const char             *name,
                 const OcopOfficeTaking *taking)
{
  for (guint i = 0; i < taking->differences->len; i++)
    {
      const OcopOfficeDifference *one = ocop_office_taking_get_difference (taking, i);

      if (one->conflict || one->what == OCOP_OFFICE_BINNED)
        ocop_invocation_say (_("%s: %s, %s: here “%s”, in the package “%s”"), name, one->about, one->title, one->mine, one->theirs);
    }
  for (guint i = 0; i < taking->unknown->len; i++)
    ocop_invocation_say (_("%s: “%s” is not known to this version of the program and was left out"), name,
                         (const char *) g_ptr_array_index (taking->unknown, i));
}

/* Returns how many differences are left as they are here. */
static guint
decide (const Job              *job,
        const OcopOfficeTaking *taking)
{
  guint n_left = 0;

  for (guint i = 0; i < taking->differences->len; i++)
    {
      OcopOfficeDifference *one = ocop_office_taking_get_difference (taking, i);

      if (one->what == OCOP_OFFICE_BINNED)
        one->accepted = job->deletions && (job->theirs || !one->conflict);
      else if (job->theirs)
        one->accepted = TRUE;
      n_left += !one->accepted;
    }
  return n_left;
}

static gboolean
store (OcopRegister            *reg,
       const OcopOfficeTaking  *taking,
       GError                 **error)
{
  g_autoptr(OcopChange) change = ocop_office_taking_make_change (taking);

  return ocop_change_is_empty (change) || ocop_register_commit (reg, change, error);
}

static void
print_taking (OcopOutput             *output,
              const char             *name,
              const OcopOfficeTaking *taking)
{
  OcopValue row[] = {
    ocop_value_text (name),
    ocop_value_text (taking->unit_name),
    ocop_value_integer (taking->n_added),
    ocop_value_integer (taking->n_edited),
    ocop_value_integer (taking->n_conflicts),
    ocop_value_integer (taking->n_binned),
  };

  ocop_output_add_row (output, row);
  ocop_value_clear (&row[0]);
  ocop_value_clear (&row[1]);
  say_differences (name, taking);
}

/* One package: one change, or none. */
static OcopStatus
take_package (OcopRegister *reg,
              Job          *job,
              const char   *name,
              gboolean      dry_run,
              OcopOutput   *output)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_autoptr(OcopOfficeTaking) taking = NULL;
  guint n_left;

  job->bytes = bytes;
  if (bytes != NULL)
    taking = ocop_register_read (reg, take, job, &error);
  n_left = taking != NULL ? decide (job, taking) : 0;
  if (taking == NULL || (!dry_run && !store (reg, taking, &error)))
    return ocop_invocation_fail (g_steal_pointer (&error));
  print_taking (output, name, taking);
  return n_left > 0 ? OCOP_STATUS_NO : OCOP_STATUS_DONE;
}

static OcopOutput *
output_new (void)
{
  OcopOutput *output = ocop_output_new ();
  const OcopField *integer = ocop_output_integer_field ();

  ocop_output_add_column (output, "file", _("File"), NULL);
  ocop_output_add_column (output, "locality", _("Locality"), NULL);
  ocop_output_add_column (output, "added", _("Added"), integer);
  ocop_output_add_column (output, "edited", _("Changed"), integer);
  ocop_output_add_column (output, "conflicts", _("Conflicts"), integer);
  ocop_output_add_column (output, "binned", _("In the bin here"), integer);
  return output;
}

static OcopStatus
take_packages (OcopInvocation *invocation,
               OcopRegister   *reg,
               Job            *job,
               gboolean        dry_run)
{
  g_autoptr(OcopOutput) output = output_new ();
  OcopStatus status = OCOP_STATUS_DONE;

  for (guint i = 1; i < invocation->n_arguments; i++)
    {
      OcopStatus one = take_package (reg, job, invocation->arguments[i], dry_run, output);

      status = MAX (status, one);
    }
  ocop_output_print (output, invocation->format);
  return status;
}

OcopStatus
ocop_command_exchange (OcopInvocation *invocation)
{
  g_autofree char *path = NULL;
  g_autofree char *unit = NULL;
  gboolean theirs = FALSE, deletions = FALSE, dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "locality", 0, 0, G_OPTION_ARG_STRING, &unit, N_("Make a package of the locality with this id; attached files and plans stay out of it"), N_("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write the package to this file"), N_("FILE") },
    { "theirs", 0, 0, G_OPTION_ARG_NONE, &theirs, N_("Take what the package says also where both have changed it"), NULL },
    { "deletions", 0, 0, G_OPTION_ARG_NONE, &deletions, N_("Put into the bin what lies in the bin there (what was changed here too only with --theirs)"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Say what would happen, store nothing"), NULL },
    { NULL }
  };
  OcopRegister *reg;
  OcopStatus status;
  gboolean out;
  Job job;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  out = invocation->n_arguments == 1;
  if (out && (unit == NULL || path == NULL))
    {
      ocop_invocation_say (_("Name the locality (--locality) and the file (-o) of the package."));
      return OCOP_STATUS_UNUSABLE;
    }
  reg = ocop_invocation_open (invocation, out || dry_run ? OCOP_OPEN_LOOK_ONLY : OCOP_OPEN_DEFAULT);
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  job = (Job) { ocop_register_get_id (reg), unit, NULL, theirs, deletions };
  status = out ? write_package (reg, &job, path) : take_packages (invocation, reg, &job, dry_run);
  ocop_invocation_close (reg);
  return status;
}
