/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop take */

#include <glib/gi18n.h>

#include "commands.h"
#include "exchange/ocop-ballot-intake.h"

typedef struct
{
  const char *register_id;
  GFile *file;
  gboolean replace;
} Job;

/* In the order of OcopBallotOutcome. */
static const char * const outcome_names[] = { "taken", "same", "conflict", "refused" };
static const char * const outcome_titles[] = {
  N_("taken in"),
  N_("the same copy was taken in before"),
  N_("another copy was taken in before"),
  N_("refused"),
};

static gpointer
take (OcopReader    *reader,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Job *job = data;

  return ocop_ballot_intake (reader, job->register_id, job->file, job->replace, ocop_date_today (), error);
}

static OcopOutput *
output_new (void)
{
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "file", _("File"), NULL);
  ocop_output_add_column (output, "member", _("Member"), NULL);
  ocop_output_add_column (output, "outcome", NULL, NULL);
  ocop_output_add_column (output, "outcome_title", _("Result"), NULL);
  ocop_output_add_column (output, "sheets", _("Sheets"), ocop_output_integer_field ());
  ocop_output_add_column (output, "unscored", _("Criteria not scored"), ocop_output_integer_field ());
  return output;
}

static void
say_all (const char      *name,
         const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    ocop_invocation_say ("%s: %s", name, (const char *) g_ptr_array_index (texts, i));
}

static void
say_differences (const char      *name,
                 const GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const OcopBallotDifference *one = g_ptr_array_index (differences, i);

      ocop_invocation_say (_("%s: %s, %s %s: stored %s, on the ballot %s"), name, one->product_name,
                           one->criterion != NULL ? one->criterion : "", one->title, one->stored, one->given);
    }
}

static void
print_taking (OcopOutput            *output,
              const char            *name,
              const OcopBallotTaking *taking)
{
  gboolean taken = taking->outcome == OCOP_BALLOT_TAKEN;
  const OcopValue row[] = {
    ocop_output_text (name),
    ocop_output_text (taking->member_name),
    ocop_output_text (outcome_names[taking->outcome]),
    ocop_output_text (_(outcome_titles[taking->outcome])),
    ocop_value_integer (taken ? taking->n_sheets : 0),
    ocop_value_integer (taken ? taking->n_unscored : 0),
  };

  ocop_output_add_row (output, row);
  say_all (name, taking->problems);
  say_all (name, taking->notes);
  if (taking->outcome == OCOP_BALLOT_CONFLICT)
    say_differences (name, taking->differences);
}

/* One ballot: one change, or none. */
static OcopStatus
take_one (OcopRegister *reg,
          const char   *name,
          gboolean      replace,
          OcopOutput   *output)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (name);
  Job job = { ocop_register_get_id (reg), file, replace };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopBallotTaking) taking = ocop_register_read (reg, take, &job, &error);

  if (taking == NULL || (taking->change != NULL && !ocop_register_commit (reg, taking->change, &error)))
    {
      ocop_invocation_say ("%s: %s", name, error->message);
      return taking == NULL ? OCOP_STATUS_UNUSABLE : OCOP_STATUS_NO;
    }
  print_taking (output, name, taking);
  return taking->outcome == OCOP_BALLOT_TAKEN || taking->outcome == OCOP_BALLOT_SAME ? OCOP_STATUS_DONE : OCOP_STATUS_NO;
}

OcopStatus
ocop_command_take (OcopInvocation *invocation)
{
  gboolean replace = FALSE;
  const GOptionEntry entries[] = {
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, N_("Where another copy was taken in before, let this one take its place"), NULL },
    { NULL }
  };
  g_autoptr(OcopOutput) output = NULL;
  OcopStatus status = OCOP_STATUS_DONE;
  OcopRegister *reg;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  reg = ocop_invocation_open (invocation, OCOP_OPEN_DEFAULT);
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  output = output_new ();
  for (guint i = 1; i < invocation->n_arguments; i++)
    {
      OcopStatus one = take_one (reg, invocation->arguments[i], replace, output);

      status = MAX (status, one);
    }
  ocop_output_print (output, invocation->format);
  ocop_invocation_close (reg);
  return status;
}
