/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop show, add, edit: one record. */

#include <glib/gi18n.h>

#include "command-fields.h"
#include "commands.h"
#include "evaluation/ocop-record-act.h"
#include "model/ocop-attachment-name.h"
#include "plan/ocop-goal.h"
#include "register/ocop-attachments.h"

typedef struct
{
  const OcopKind *kind;
  const char *id;            /* as typed */
  char **assignments;
  char *reason;              /* (nullable) */
  const char *person;        /* (nullable): borrowed from the register */
  OcopDate on;
  OcopChange *change;        /* what was made of the assignments */
  char *written;             /* the id of the record */
} Job;

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->change, ocop_change_free);
  g_free (job->written);
  g_free (job->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* Reads what all three take: a register, a kind, and the function that reads from it. */
static OcopRegister *
open_for (OcopInvocation *invocation,
          OcopOpenFlags   flags,
          Job            *job)
{
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &job->reason, N_("Why it is done although something stands against it"), N_("TEXT") },
    { NULL }
  };
  g_autoptr(GError) error = NULL;

  if (!ocop_invocation_parse (invocation, (flags & OCOP_OPEN_LOOK_ONLY) == 0 ? entries : NULL))
    return NULL;
  job->kind = ocop_command_find_kind (invocation->arguments[1], &error);
  if (job->kind == NULL)
    {
      ocop_invocation_fail (g_steal_pointer (&error));
      return NULL;
    }
  job->on = invocation->on;
  return ocop_invocation_open (invocation, flags);
}

static const char **
list_paths (const OcopKind *kind,
            GPtrArray      *fields)
{
  GPtrArray *paths = g_ptr_array_new ();

  for (const OcopField *field = kind->fields; field->name != NULL; field++)
    {
      g_ptr_array_add (fields, (gpointer) field);
      g_ptr_array_add (paths, (gpointer) field->name);
    }
  g_ptr_array_add (paths, NULL);
  return (const char **) g_ptr_array_free (paths, FALSE);
}

/* What the table shows of a link is the name of the record it leads to. */
static OcopValue
link_label (OcopReader      *reader,
            const OcopField *field,
            const OcopValue *value)
{
  g_autofree char *label = NULL;

  if (field->type != OCOP_FIELD_LINK || value->text == NULL)
    return ocop_value_copy (value);
  label = ocop_reader_label (reader, ocop_kind_find (field->target), value->text);
  return ocop_value_text (label);
}

static void
add_field (JsonBuilder     *builder,
           OcopReader      *reader,
           const OcopField *field,
           const OcopValue *value)
{
  g_auto(OcopValue) label = link_label (reader, field, value);

  json_builder_set_member_name (builder, field->name);
  ocop_output_json_value (builder, field, &label);
  if (field->type == OCOP_FIELD_LINK)
    {
      g_autofree char *name = g_strconcat (field->name, "_id", NULL);

      json_builder_set_member_name (builder, name);
      ocop_output_json_value (builder, NULL, value);
    }
}

typedef struct
{
  JsonBuilder *json;
  OcopOutput *table;
} Shown;

static void
shown_free (Shown *shown)
{
  g_object_unref (shown->json);
  ocop_output_free (shown->table);
  g_free (shown);
}

static void
show_field (Shown           *shown,
            OcopReader      *reader,
            const OcopField *field,
            const OcopValue *value)
{
  g_auto(OcopValue) label = link_label (reader, field, value);
  g_autofree char *text = ocop_output_to_people (field, &label);
  const OcopValue row[] = {
    { OCOP_VALUE_TEXT, 0, (char *) field->name },
    { OCOP_VALUE_TEXT, 0, (char *) _(field->title) },
    { OCOP_VALUE_TEXT, 0, text },
  };

  add_field (shown->json, reader, field, value);
  if (value->type != OCOP_VALUE_UNKNOWN)
    ocop_output_add_row (shown->table, row);
}

static Shown *
shown_new (const char *id)
{
  Shown *shown = g_new0 (Shown, 1);

  shown->json = json_builder_new ();
  json_builder_begin_object (shown->json);
  json_builder_set_member_name (shown->json, "id");
  json_builder_add_string_value (shown->json, id);
  shown->table = ocop_output_new ();
  ocop_output_add_column (shown->table, "field", C_("column", "Field"), NULL);
  ocop_output_add_column (shown->table, "title", C_("column", "Title"), NULL);
  ocop_output_add_column (shown->table, "value", C_("column", "Value"), NULL);
  return shown;
}

static gpointer
read_record (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Job *job = data;
  g_autofree char *id = ocop_command_find_record (reader, job->kind, job->id, error);
  g_autoptr(OcopQuery) query = ocop_query_new (job->kind->name);
  g_autoptr(GPtrArray) fields = g_ptr_array_new ();
  g_autofree const char **paths = list_paths (job->kind, fields);
  g_autoptr(OcopRows) rows = NULL;
  gint64 key;
  Shown *shown;

  if (id == NULL)
    return NULL;
  ocop_query_set_on (query, job->on);
  key = ocop_reader_key_of_id (reader, job->kind, id);
  rows = ocop_reader_rows_by_key (reader, query, paths, &key, 1, error);
  if (rows == NULL)
    return NULL;
  shown = shown_new (id);
  for (guint i = 0; i < fields->len; i++)
    show_field (shown, reader, fields->pdata[i], ocop_rows_get (rows, 0, i));
  json_builder_end_object (shown->json);
  return shown;
}

OcopStatus
ocop_command_show (OcopInvocation *invocation)
{
  g_auto(Job) job = { NULL };
  OcopRegister *reg = open_for (invocation, OCOP_OPEN_LOOK_ONLY, &job);
  g_autoptr(GError) error = NULL;
  Shown *shown;

  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  job.id = invocation->arguments[2];
  shown = ocop_register_read (reg, read_record, &job, &error);
  ocop_invocation_close (reg);
  if (shown == NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  if (invocation->format == OCOP_OUTPUT_JSON)
    ocop_output_print_json (shown->json);
  else
    ocop_output_print (shown->table, invocation->format);
  shown_free (shown);
  return OCOP_STATUS_DONE;
}

/* A photo or a scanned document is given as the path of a file, which is kept before the record is
 * written. Returns the assignment of its name in the place of the path. */
static gboolean
keep_file (OcopRegister    *reg,
           const OcopKind  *kind,
           char           **assignment,
           GError         **error)
{
  g_auto(GStrv) parts = g_strsplit (*assignment, "=", 2);
  const OcopField *field = g_strv_length (parts) == 2 ? ocop_kind_find_field (kind, parts[0]) : NULL;
  g_autofree char *name = NULL;

  if (field == NULL || !ocop_field_is_attachment (field) || *parts[1] == '\0' || ocop_attachment_name_is_valid (parts[1]))
    return TRUE;
  name = ocop_attachments_add_file (reg, field, parts[1], error);
  if (name == NULL)
    return FALSE;
  g_free (*assignment);
  *assignment = g_strconcat (field->name, "=", name, NULL);
  return TRUE;
}

static gboolean
keep_files (OcopRegister    *reg,
            const OcopKind  *kind,
            char           **assignments,
            GError         **error)
{
  for (; *assignments != NULL; assignments++)
    if (!keep_file (reg, kind, assignments, error))
      return FALSE;
  return TRUE;
}

static gboolean
assign_all (OcopRecord  *record,
            OcopReader  *reader,
            char       **assignments,
            GError     **error)
{
  for (; *assignments != NULL; assignments++)
    if (!ocop_command_assign (record, reader, *assignments, error))
      return FALSE;
  ocop_goal_settle_money (record);
  return ocop_record_check (record, NULL, error);
}

static char *
describe_record (OcopReader       *reader,
                 const OcopRecord *record)
{
  const OcopKind *kind = ocop_record_get_kind (record);
  const OcopValue *label = ocop_record_get (record, kind->label);

  return ocop_output_to_people (ocop_kind_find_field (kind, kind->label), label);
}

static gpointer
make_addition (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Job *job = data;
  g_autoptr(OcopRecord) record = ocop_record_new (job->kind, NULL);
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (!assign_all (record, reader, job->assignments, error))
    return NULL;
  label = describe_record (reader, record);
  /* Translators: what the history and "undo" call the change: a kind of record, its name */
  name = g_strdup_printf (_("Add %s “%s”"), _(job->kind->title), label);
  job->change = ocop_change_new ("add", name);
  ocop_change_add (job->change, record);
  if (!ocop_record_act_add (reader, record, job->person, job->reason, job->change, error))
    return NULL;
  job->written = g_strdup (ocop_record_get_id (record));
  return job;
}

static gpointer
make_edit (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Job *job = data;
  g_autoptr(OcopRecord) before = NULL;
  g_autoptr(OcopRecord) after = NULL;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  job->written = ocop_command_find_record (reader, job->kind, job->id, error);
  if (job->written == NULL)
    return NULL;
  before = ocop_reader_load (reader, job->kind, job->written, error);
  if (before == NULL)
    return NULL;
  after = ocop_record_copy (before);
  if (!assign_all (after, reader, job->assignments, error) ||
      !ocop_record_act_edit (reader, before, after, job->person, job->reason, &job->change, error))
    return NULL;
  if (job->change != NULL)
    return job;
  label = describe_record (reader, after);
  name = g_strdup_printf (_("Change %s “%s”"), _(job->kind->title), label);
  job->change = ocop_change_new ("edit", name);
  ocop_change_edit (job->change, before, after);
  return job;
}

/* Reads what the change needs, then carries it out. */
static OcopStatus
write_record (OcopRegister *reg,
              OcopReadFunc  make,
              Job          *job)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) assignments = g_strdupv (job->assignments);
  gboolean done;

  job->assignments = assignments;
  job->person = ocop_register_get_person (reg);
  done = keep_files (reg, job->kind, assignments, &error) &&
         ocop_register_read (reg, make, job, &error) != NULL &&
         (ocop_change_is_empty (job->change) || ocop_register_commit (reg, job->change, &error));

  ocop_invocation_close (reg);
  return done ? OCOP_STATUS_DONE : ocop_invocation_fail (g_steal_pointer (&error));
}

static void
print_id (const OcopInvocation *invocation,
          const char           *id)
{
  g_autoptr(JsonBuilder) builder = NULL;

  if (invocation->format != OCOP_OUTPUT_JSON)
    {
      g_print ("%s\n", id);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, id);
  json_builder_end_object (builder);
  ocop_output_print_json (builder);
}

OcopStatus
ocop_command_add (OcopInvocation *invocation)
{
  g_auto(Job) job = { NULL };
  OcopRegister *reg = open_for (invocation, OCOP_OPEN_DEFAULT, &job);
  OcopStatus status;

  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  job.assignments = invocation->arguments + 2;
  status = write_record (reg, make_addition, &job);
  if (status == OCOP_STATUS_DONE)
    print_id (invocation, job.written);
  return status;
}

OcopStatus
ocop_command_edit (OcopInvocation *invocation)
{
  g_auto(Job) job = { NULL };
  OcopRegister *reg = open_for (invocation, OCOP_OPEN_DEFAULT, &job);

  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  job.id = invocation->arguments[2];
  job.assignments = invocation->arguments + 3;
  return write_record (reg, make_edit, &job);
}
