/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop ballots */

#include <glib/gi18n.h>

#include "commands.h"
#include "exchange/ocop-ballot-export.h"

typedef struct
{
  const char *register_id;
  const char *session;
  const char *member;
  const char *folder;
  OcopBallotKind kind;
} Job;

static gpointer
export (OcopReader    *reader,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  const Job *job = data;

  return ocop_ballot_export (reader, job->register_id, job->session, job->member, job->kind, job->folder, NULL, NULL,
                             cancellable, error);
}

static OcopOutput *
tabulate (const GPtrArray *exports)
{
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "member", _("Member"), NULL);
  ocop_output_add_column (output, "products", _("Products"), ocop_output_integer_field ());
  ocop_output_add_column (output, "file", _("File"), NULL);
  ocop_output_add_column (output, "reason", _("Why there is none"), NULL);
  for (guint i = 0; i < exports->len; i++)
    {
      const OcopBallotExport *one = g_ptr_array_index (exports, i);
      const OcopValue row[] = {
        ocop_output_text (one->member_name),
        ocop_value_integer (one->n_products),
        ocop_output_text (one->path),
        ocop_output_text (one->reason),
      };

      ocop_output_add_row (output, row);
    }
  return output;
}

/* Whether any ballot was written. */
static gboolean
is_any_written (const GPtrArray *exports)
{
  for (guint i = 0; i < exports->len; i++)
    if (((const OcopBallotExport *) g_ptr_array_index (exports, i))->path != NULL)
      return TRUE;
  return FALSE;
}

static OcopStatus
write_ballots (OcopInvocation *invocation,
               OcopRegister   *reg,
               Job            *job)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) exports = NULL;
  g_autoptr(OcopOutput) output = NULL;

  job->register_id = ocop_register_get_id (reg);
  exports = ocop_register_read (reg, export, job, &error);
  if (exports == NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  output = tabulate (exports);
  ocop_output_print (output, invocation->format);
  if (is_any_written (exports))
    return OCOP_STATUS_DONE;
  ocop_invocation_say (_("Nobody gets a ballot: note first who is present."));
  return OCOP_STATUS_NO;
}

OcopStatus
ocop_command_ballots (OcopInvocation *invocation)
{
  g_autofree char *folder = NULL;
  g_autofree char *member = NULL;
  gboolean workbook = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, N_("Into this folder (default: the current one)"), N_("FOLDER") },
    { "member", 0, 0, G_OPTION_ARG_STRING, &member, N_("Only for the member with this id"), N_("ID") },
    { "workbook", 0, 0, G_OPTION_ARG_NONE, &workbook, N_("As workbooks (.xlsx) for those without the program"), NULL },
    { NULL }
  };
  OcopRegister *reg;
  OcopStatus status;
  Job job;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  job = (Job) { NULL, invocation->arguments[1], member, folder != NULL ? folder : ".",
                workbook ? OCOP_BALLOT_WORKBOOK : OCOP_BALLOT_FILE };
  reg = ocop_invocation_open (invocation, OCOP_OPEN_LOOK_ONLY);
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  status = write_ballots (invocation, reg, &job);
  ocop_invocation_close (reg);
  return status;
}
