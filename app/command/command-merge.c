/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop merge: two records that are one and the same. */

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "command-fields.h"
#include "commands.h"
#include "evaluation/ocop-merging.h"

/* The sides of the merging that is read. */
enum
{
  GOES,
  STAYS,
};

typedef struct
{
  const OcopKind *kind;
  const char *id, *into;     /* as typed */
  char **taken;              /* (nullable): the fields whose value the record that goes gives */
  OcopMerging *merging;
  OcopRecord *kept;
} Job;

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->merging, ocop_merging_free);
  g_clear_pointer (&job->kept, ocop_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static gboolean
take_fields (Job     *job,
             GError **error)
{
  for (char **name = job->taken; name != NULL && *name != NULL; name++)
    {
      const OcopField *field = ocop_command_find_field (job->kind, *name, error);

      if (field == NULL)
        return FALSE;
      if (ocop_kind_find_field (job->kind, *name) != field || !ocop_field_is_stored (field))
        {
          g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("“%s” is no field that is kept"), *name);
          return FALSE;
        }
      ocop_record_set (job->kept, field->name, ocop_record_get (job->merging->records[GOES], field->name));
    }
  return TRUE;
}

static gpointer
read_both (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Job *job = data;
  g_autofree char *id = ocop_merging_check (job->kind, error) ? ocop_command_find_record (reader, job->kind, job->id, error) : NULL;
  g_autofree char *into = id != NULL ? ocop_command_find_record (reader, job->kind, job->into, error) : NULL;

  if (into == NULL)
    return NULL;
  job->merging = ocop_merging_read (reader, job->kind, id, into, error);
  if (job->merging == NULL)
    return NULL;
  job->kept = ocop_merging_dup_kept (job->merging, STAYS);
  return take_fields (job, error) ? job : NULL;
}

/* What people and programs read of a value of one of the two: of a link the name of the record it leads to. */
static char *
to_people (const Job        *job,
           const OcopField  *field,
           const OcopValue  *value)
{
  for (guint side = 0; side < 2; side++)
    if (field->type == OCOP_FIELD_LINK && ocop_value_equal (ocop_record_get (job->merging->records[side], field->name), value) &&
        value->type != OCOP_VALUE_UNKNOWN)
      return g_strdup (g_hash_table_lookup (job->merging->labels[side], field->name));
  return ocop_output_to_people (field, value);
}

static OcopOutput *
list_fields (const Job *job)
{
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "field", C_("column", "Field"), NULL);
  ocop_output_add_column (output, "title", C_("column", "Title"), NULL);
  ocop_output_add_column (output, "goes", C_("column", "Goes"), NULL);
  ocop_output_add_column (output, "stays", C_("column", "Stays"), NULL);
  ocop_output_add_column (output, "kept", C_("column", "Kept"), NULL);
  for (const OcopField *field = job->kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const OcopValue *goes = ocop_record_get (job->merging->records[GOES], field->name);
      const OcopValue *stays = ocop_record_get (job->merging->records[STAYS], field->name);
      g_autofree char *one = to_people (job, field, goes);
      g_autofree char *two = to_people (job, field, stays);
      g_autofree char *kept = to_people (job, field, ocop_record_get (job->kept, field->name));
      const OcopValue row[] = { ocop_output_text (field->name), ocop_output_text (_(field->title)), ocop_output_text (one), ocop_output_text (two),
                                ocop_output_text (kept) };

      if (!ocop_value_equal (goes, stays))
        ocop_output_add_row (output, row);
    }
  return output;
}

static OcopOutput *
list_parts (const Job *job)
{
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "kind", NULL, NULL);
  ocop_output_add_column (output, "title", C_("column", "What moves"), NULL);
  ocop_output_add_column (output, "moved", C_("column", "Number"), ocop_output_integer_field ());
  for (guint i = 0; i < job->merging->parts->len; i++)
    {
      const OcopMergingPart *part = g_ptr_array_index (job->merging->parts, i);
      const OcopValue row[] = { ocop_output_text (part->kind->plural), ocop_output_text (_(part->kind->plural_title)),
                                ocop_value_integer (part->counts[GOES] - part->shared) };

      if (part->counts[GOES] > part->shared)
        ocop_output_add_row (output, row);
    }
  return output;
}

static void
add_list (JsonBuilder *builder,
          const char  *name,
          OcopOutput  *output)
{
  json_builder_set_member_name (builder, name);
  ocop_output_build_json (output, builder);
}

static void
print_json (const Job  *job,
            OcopOutput *parts,
            OcopOutput *fields,
            GPtrArray  *notes,
            gboolean    done)
{
  static const char * const names[] = { [GOES] = "id", [STAYS] = "into" };
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  for (guint side = 0; side < 2; side++)
    {
      json_builder_set_member_name (builder, names[side]);
      json_builder_add_string_value (builder, ocop_record_get_id (job->merging->records[side]));
    }
  add_list (builder, "moves", parts);
  add_list (builder, "fields", fields);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < notes->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (notes, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "done");
  json_builder_add_boolean_value (builder, done);
  json_builder_end_object (builder);
  ocop_output_print_json (builder);
}

/* A table without rows would be its heading alone. */
static void
print_for_people (const Job  *job,
                  OcopOutput *parts,
                  OcopOutput *fields,
                  gboolean    done)
{
  g_autofree char *moved = ocop_merging_say_moved (job->merging, STAYS);

  g_print (done ? _("“%s” was merged into “%s”.\n") : _("“%s” would be merged into “%s”.\n"),
           ocop_record_get_text (job->merging->records[GOES], "name"), ocop_record_get_text (job->merging->records[STAYS], "name"));
  if (moved != NULL)
    ocop_output_print (parts, OCOP_OUTPUT_TABLE);
  else
    g_print ("%s\n", _("Nothing belongs to it that would move."));
  ocop_output_print (fields, OCOP_OUTPUT_TABLE);
}

static void
print (const Job        *job,
       OcopOutputFormat  format,
       gboolean          done)
{
  g_autoptr(OcopOutput) fields = list_fields (job);
  g_autoptr(OcopOutput) parts = list_parts (job);
  g_autoptr(GPtrArray) notes = ocop_merging_say_notes (job->merging, STAYS);

  if (format == OCOP_OUTPUT_JSON)
    print_json (job, parts, fields, notes, done);
  else if (format == OCOP_OUTPUT_CSV)
    ocop_output_print (fields, format);
  else
    print_for_people (job, parts, fields, done);
  for (guint i = 0; format != OCOP_OUTPUT_JSON && i < notes->len; i++)
    ocop_invocation_say ("%s", (const char *) g_ptr_array_index (notes, i));
}

static gboolean
commit (OcopRegister  *reg,
        const Job     *job,
        GError       **error)
{
  g_autoptr(OcopChange) change = ocop_merging_make_change (job->merging, STAYS, job->kept);

  return ocop_register_commit (reg, change, error);
}

OcopStatus
ocop_command_merge (OcopInvocation *invocation)
{
  gboolean dry_run = FALSE;
  g_auto(GStrv) taken = NULL;
  const GOptionEntry entries[] = {
    { "take", 0, 0, G_OPTION_ARG_STRING_ARRAY, &taken, N_("Keep the value of ID in this field, not that of INTO (may be given several times)"), N_("FIELD") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Say what would happen, store nothing"), NULL },
    { NULL }
  };
  g_auto(Job) job = { NULL };
  g_autoptr(GError) error = NULL;
  OcopRegister *reg;
  gboolean done;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  job.kind = ocop_command_find_kind (invocation->arguments[1], &error);
  if (job.kind == NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  reg = ocop_invocation_open (invocation, dry_run ? OCOP_OPEN_LOOK_ONLY : OCOP_OPEN_DEFAULT);
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  job.id = invocation->arguments[2];
  job.into = invocation->arguments[3];
  job.taken = taken;
  done = ocop_register_read (reg, read_both, &job, &error) != NULL && (dry_run || commit (reg, &job, &error));
  ocop_invocation_close (reg);
  if (!done)
    return ocop_invocation_fail (g_steal_pointer (&error));
  print (&job, invocation->format, !dry_run);
  return OCOP_STATUS_DONE;
}
