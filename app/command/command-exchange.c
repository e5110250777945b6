/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop exchange */

#include <glib/gi18n.h>

#include "base/ocop-writing.h"
#include "command-differences.h"
#include "command-fields.h"
#include "commands.h"
#include "exchange/ocop-office-package.h"

typedef struct
{
  OcopRegister *reg;
  const char *unit;       /* (nullable): as typed */
  GBytes *bytes;
  OcopDifferenceSorts sorts;  /* what is taken that needs a decision */
} Job;

static gpointer
make (OcopReader    *reader,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Job *job = data;
  g_autofree char *unit = ocop_command_find_record (reader, ocop_kind_find ("unit"), job->unit, error);

  return unit != NULL ? ocop_office_package_make (reader, job->reg, unit, error) : NULL;
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

  return ocop_office_package_take (reader, job->reg, job->bytes, error);
}

static void
print_taking (OcopOutput             *output,
              const char             *name,
              const OcopOfficeTaking *taking)
{
  const OcopValue row[] = {
    ocop_output_text (name),
    ocop_output_text (taking->unit_name),
    ocop_value_integer (taking->n_added),
    ocop_value_integer (taking->n_edited),
    ocop_value_integer (ocop_differences_count_conflicts (taking->differences)),
    ocop_value_integer (taking->n_binned),
  };

  ocop_output_add_row (output, row);
  ocop_command_say_differences (taking->differences);
  if (taking->n_missing > 0)
    ocop_invocation_say (ngettext ("%u attached file did not come along, and is not here.",
                                   "%u attached files did not come along, and are not here.", taking->n_missing), taking->n_missing);
  for (guint i = 0; i < taking->unknown->len; i++)
    ocop_invocation_say (_("%s: “%s” is not known to this version of the program and was left out"), name,
                         (const char *) g_ptr_array_index (taking->unknown, i));
}

/* One package: one change, or none. */
static OcopStatus
take_package (OcopRegister *reg,
              Job          *job,
              const char   *name,
              gboolean      dry_run,
              OcopOutput  **tables)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_autoptr(OcopOfficeTaking) taking = NULL;

  job->bytes = bytes;
  if (bytes != NULL)
    taking = ocop_register_read (reg, take, job, &error);
  if (taking != NULL)
    ocop_differences_accept (taking->differences, job->sorts);
  if (taking == NULL || (!dry_run && !ocop_command_commit (reg, ocop_office_taking_make_change (taking, reg, &error), &error)))
    return ocop_invocation_fail (g_steal_pointer (&error));
  print_taking (tables[0], name, taking);
  ocop_command_add_differences (tables[1], name, taking->differences);
  return ocop_differences_count_accepted (taking->differences) < ocop_differences_get_n (taking->differences) ? OCOP_STATUS_NO : OCOP_STATUS_DONE;
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
  static const char * const names[] = { "files", "differences", NULL };
  g_autoptr(OcopOutput) files = output_new ();
  g_autoptr(OcopOutput) differences = ocop_command_begin_differences ();
  OcopOutput *tables[] = { files, differences };
  OcopStatus status = OCOP_STATUS_DONE;

  for (guint i = 1; i < invocation->n_arguments; i++)
    {
      OcopStatus one = take_package (reg, job, invocation->arguments[i], dry_run, tables);

      status = MAX (status, one);
    }
  ocop_command_print_tables (invocation, names, tables);
  return status;
}

OcopStatus
ocop_command_exchange (OcopInvocation *invocation)
{
  g_autofree char *path = NULL;
  g_autofree char *unit = NULL;
  gboolean theirs = FALSE, deletions = FALSE, dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "locality", 0, 0, G_OPTION_ARG_STRING, &unit, N_("Make a package of the locality with this id"), N_("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write the package to this file"), N_("FILE") },
    { "deletions", 0, 0, G_OPTION_ARG_NONE, &deletions, N_("Put into the bin what lies in the bin there (what was changed here too only with --theirs)"), NULL },
    OCOP_COMMAND_TAKING_OPTIONS (&theirs, &dry_run),
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
  job = (Job) { reg, unit, NULL, (theirs ? OCOP_DIFFERENCES_CONFLICTS : 0) | (deletions ? OCOP_DIFFERENCES_BINNED : 0) };
  status = out ? write_package (reg, &job, path) : take_packages (invocation, reg, &job, dry_run);
  ocop_invocation_close (reg);
  return status;
}
