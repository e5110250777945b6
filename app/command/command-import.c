/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop import */

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "commands.h"
#include "exchange/ocop-import.h"

static const char * const duplicates[] = {
  [OCOP_IMPORT_SKIP] = "skip",
  [OCOP_IMPORT_UPDATE] = "update",
  [OCOP_IMPORT_ADD] = "add",
};

static const struct
{
  const char *word;
  OcopImportTaking taking;
} takings[] = {
  { "same", OCOP_IMPORT_TAKE_AS_SAME },
  { "another", OCOP_IMPORT_TAKE_AS_ANOTHER },
};

typedef struct
{
  char *kind;
  char *sheet;
  char **map;
  char **fixed;
  char *on_duplicate;
  char **producers;
  char *repairs;
  char *encoding;
  gboolean dry_run;
} Typed;

static void
typed_clear (Typed *typed)
{
  g_free (typed->kind);
  g_free (typed->sheet);
  g_strfreev (typed->map);
  g_strfreev (typed->fixed);
  g_free (typed->on_duplicate);
  g_strfreev (typed->producers);
  g_free (typed->repairs);
  g_free (typed->encoding);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static gboolean
parse_duplicates (const char        *text,
                  OcopImportChoices *choices)
{
  for (guint i = 0; i < G_N_ELEMENTS (duplicates); i++)
    if (g_str_equal (duplicates[i], text))
      {
        ocop_import_choices_set_duplicates (choices, (OcopImportDuplicates) i);
        return TRUE;
      }
  ocop_invocation_say (_("“%s” is none of skip, update and add"), text);
  return FALSE;
}

/* "NAME=same"; the name may hold the sign, too. */
static gboolean
parse_taking (const char        *text,
              OcopImportChoices *choices)
{
  const char *sign = strrchr (text, '=');
  g_autofree char *name = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : NULL;

  for (guint i = 0; sign != NULL && i < G_N_ELEMENTS (takings); i++)
    if (g_str_equal (takings[i].word, sign + 1))
      {
        ocop_import_choices_set_taking (choices, name, takings[i].taking);
        return TRUE;
      }
  ocop_invocation_say (_("“%s” is neither NAME=same nor NAME=another"), text);
  return FALSE;
}

static gboolean
take_choices (const Typed       *typed,
              OcopImportChoices *choices)
{
  if (typed->on_duplicate != NULL && !parse_duplicates (typed->on_duplicate, choices))
    return FALSE;
  for (guint i = 0; typed->producers != NULL && typed->producers[i] != NULL; i++)
    if (!parse_taking (typed->producers[i], choices))
      return FALSE;
  return TRUE;
}

static char *
join_kinds (void)
{
  const char *names[OCOP_IMPORT_N_KINDS];

  for (OcopImportKind kind = 0; kind < OCOP_IMPORT_N_KINDS; kind++)
    names[kind] = ocop_import_kind_name (kind);
  return ocop_text_join (", ", names, OCOP_IMPORT_N_KINDS);
}

static gboolean
take_options (const Typed       *typed,
              OcopImportOptions *options)
{
  options->kind = OCOP_IMPORT_PRODUCTS;
  options->sheet = typed->sheet;
  options->map = (const char * const *) typed->map;
  options->fixed = (const char * const *) typed->fixed;
  options->dry_run = typed->dry_run;
  options->repairs = typed->repairs;
  if (g_strcmp0 (typed->kind, "plan-targets") == 0)
    options->kind = OCOP_IMPORT_PLAN_TARGETS;
  else if (typed->kind != NULL && !ocop_import_kind_find (typed->kind, &options->kind))
    {
      g_autofree char *names = join_kinds ();

      ocop_invocation_say (_("“%s” is no kind of list: there are %s"), typed->kind, names);
      return FALSE;
    }
  if (typed->encoding != NULL && !ocop_legacy_encoding_find (typed->encoding, &options->encoding))
    {
      ocop_invocation_say (_("“%s” is neither tcvn3 nor vni"), typed->encoding);
      return FALSE;
    }
  return TRUE;
}

static void
show_progress (double   fraction,
               gpointer data)
{
  g_printerr ("\r%3d %%", (int) (fraction * 100));
}

static OcopOutput *
tabulate (const OcopImportPlan *plan)
{
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "row", C_("column", "Row"), ocop_output_integer_field ());
  ocop_output_add_column (output, "result", NULL, NULL);
  ocop_output_add_column (output, "result_title", C_("column", "Result"), NULL);
  ocop_output_add_column (output, "label", C_("column", "Name"), NULL);
  ocop_output_add_column (output, "messages", C_("column", "Why"), NULL);
  for (guint i = 0; i < ocop_import_plan_get_n_rows (plan); i++)
    {
      const OcopImportRow *row = ocop_import_plan_get_row (plan, i);
      g_autofree char *messages = ocop_import_row_to_people (row, "; ");
      const OcopValue values[] = {
        ocop_value_integer (row->number),
        { OCOP_VALUE_TEXT, 0, (char *) ocop_import_result_name (row->result) },
        { OCOP_VALUE_TEXT, 0, (char *) ocop_import_result_title (row->result) },
        { OCOP_VALUE_TEXT, 0, row->label },
        { OCOP_VALUE_TEXT, 0, messages },
      };

      ocop_output_add_row (output, values);
    }
  return output;
}

static void
print_json (const OcopImportPlan *plan,
            const OcopOutput     *rows,
            gboolean              dry_run)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "dry_run");
  json_builder_add_boolean_value (builder, dry_run);
  json_builder_set_member_name (builder, "taken");
  json_builder_add_int_value (builder, ocop_import_plan_get_n_taken (plan));
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < OCOP_IMPORT_N_RESULTS; i++)
    {
      json_builder_set_member_name (builder, ocop_import_result_name (i));
      json_builder_add_int_value (builder, ocop_import_plan_count (plan, i));
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (const char * const *note = ocop_import_plan_get_notes (plan); *note != NULL; note++)
    json_builder_add_string_value (builder, *note);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "rows");
  ocop_output_build_json (rows, builder);
  json_builder_end_object (builder);
  ocop_output_print_json (builder);
}

/* "12 new, 3 changed …", and what was said of the whole list. */
static void
say_summary (const OcopImportPlan *plan)
{
  g_autoptr(GString) counts = g_string_new (NULL);

  for (guint i = 0; i < OCOP_IMPORT_N_RESULTS; i++)
    if (ocop_import_plan_count (plan, i) > 0)
      g_string_append_printf (counts, "%s%s: %u", counts->len > 0 ? ", " : "", ocop_import_result_title (i),
                              ocop_import_plan_count (plan, i));
  for (const char * const *note = ocop_import_plan_get_notes (plan); *note != NULL; note++)
    ocop_invocation_say ("%s", *note);
  ocop_invocation_say ("%s", counts->str);
}

static OcopStatus
report_plan (const OcopInvocation *invocation,
             const OcopImportPlan *plan,
             gboolean              dry_run)
{
  g_autoptr(OcopOutput) output = tabulate (plan);

  if (invocation->format == OCOP_OUTPUT_JSON)
    print_json (plan, output, dry_run);
  else
    ocop_output_print (output, invocation->format);
  say_summary (plan);
  return ocop_import_plan_count (plan, OCOP_IMPORT_WRONG) == 0 ? OCOP_STATUS_DONE : OCOP_STATUS_NO;
}

OcopStatus
ocop_command_import (OcopInvocation *invocation)
{
  g_auto(Typed) typed = { NULL };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &typed.kind, N_("What the list is of: products (default), producers, units, or a kind of the work: courses, trainees, events …"), N_("KIND") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &typed.sheet, N_("The sheet of a workbook (default: the first with rows)"), N_("NAME") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed.map, N_("Which column, by heading or letter, holds a field"), N_("FIELD=COLUMN") },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed.fixed, N_("What stands in a field for every row: the course of a list of who came"), N_("FIELD=TEXT") },
    { "on-duplicate", 0, 0, G_OPTION_ARG_STRING, &typed.on_duplicate,
      N_("What to do with a row that is there already: skip (default), update or add"), N_("WHAT") },
    { "producer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed.producers,
      N_("Whether a producer that looks like another is that one or a new one: NAME=same or NAME=another"), N_("NAME=WHAT") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &typed.encoding,
      N_("What a list of the time before Unicode is written in: tcvn3 or vni"), N_("NAME") },
    { "repairs", 0, 0, G_OPTION_ARG_FILENAME, &typed.repairs,
      N_("Writes the wrong and doubtful rows with their reasons to an xlsx file, to be put right and imported again"), N_("OUT.xlsx") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &typed.dry_run, N_("Say what would happen, store nothing"), NULL },
    { NULL }
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopImportPlan) plan = NULL;
  gboolean watched = ocop_invocation_is_watched ();
  g_autoptr(OcopImportChoices) choices = ocop_import_choices_new (OCOP_IMPORT_SKIP);
  OcopImportOptions options = { .choices = choices };
  OcopRegister *reg;

  if (!ocop_invocation_parse (invocation, entries) || !take_options (&typed, &options) || !take_choices (&typed, choices))
    return OCOP_STATUS_UNUSABLE;
  reg = ocop_invocation_open (invocation, typed.dry_run ? OCOP_OPEN_LOOK_ONLY : OCOP_OPEN_DEFAULT);
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  plan = ocop_import_run (reg, invocation->arguments[1], &options, watched ? show_progress : NULL, NULL, NULL, &error);
  ocop_invocation_close (reg);
  if (watched)
    g_printerr ("\r      \r");
  if (plan != NULL)
    return report_plan (invocation, plan, typed.dry_run);
  ocop_invocation_fail (g_steal_pointer (&error));
  return OCOP_STATUS_UNUSABLE;
}
