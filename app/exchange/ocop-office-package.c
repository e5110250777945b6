/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-office-package.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-json.h"
#include "base/ocop-package.h"
#include "register/ocop-record-json.h"

#define MARK_PART "mimetype"
#define MARK "application/vnd.ocop.office-package"
#define RECORDS_PART "records.json"
#define MAX_SIZE (256 * 1024 * 1024)
#define LAYOUT_VERSION 1
/* The kind of the changes that packages make: what the offices had in common stands after the last of them. */
#define CHANGE_KIND "package"

/* Which records are a locality's, each after those that it links to. */
static const struct
{
  const char *kind;
  const char *locality;
} scopes[] = {
  { "producer", "locality" },
  { "product", "locality" },
  { "recognition", "product.locality" },
  { "certificate", "product.locality" },
  { "sales_link", "product.locality" },
  { "product_year", "product.locality" },
  { "producer_year", "producer.locality" },
};

/* What both offices had */

/* Of each field the value that a package wrote last; of what a package added, of all fields. Those that were never
 * exchanged are no members. */
static void
add_written (JsonObject     *common,
             const OcopKind *kind,
             const char     *json,
             gboolean        added)
{
  g_autoptr(JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObject *after = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      JsonNode *node = after != NULL ? json_object_get_member (after, field->name) : NULL;

      if (json_object_has_member (common, field->name))
        continue;
      if (node != NULL)
        json_object_set_member (common, field->name, json_node_copy (node));
      else if (added)
        json_object_set_null_member (common, field->name);
    }
}

static JsonObject *
load_common (OcopReader     *reader,
             const OcopKind *kind,
             const char     *id)
{
  g_autoptr(OcopRows) rows = ocop_reader_history (reader, id, -1, NULL);
  JsonObject *common = json_object_new ();

  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    if (g_strcmp0 (ocop_rows_get_text (rows, i, OCOP_HISTORY_KIND), CHANGE_KIND) == 0)
      add_written (common, kind, ocop_rows_get_text (rows, i, OCOP_HISTORY_AFTER),
                   g_strcmp0 (ocop_rows_get_text (rows, i, OCOP_HISTORY_ACTION), "add") == 0);
  return common;
}

/* Making */

static gboolean
add_record (JsonBuilder     *builder,
            OcopReader      *reader,
            const OcopKind  *kind,
            const char      *id,
            GError         **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, kind, id, error);
  g_autofree char *now = record != NULL ? ocop_record_to_json (record, NULL) : NULL;
  JsonNode *common;

  if (record == NULL)
    return FALSE;
  common = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (common, load_common (reader, kind, id));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, kind->name);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, id);
  json_builder_set_member_name (builder, "now");
  json_builder_add_value (builder, json_from_string (now, NULL));
  json_builder_set_member_name (builder, "common");
  json_builder_add_value (builder, common);
  json_builder_end_object (builder);
  return TRUE;
}

static gboolean
add_scope (JsonBuilder  *builder,
           OcopReader   *reader,
           guint         scope,
           const char   *unit,
           GError      **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new (scopes[scope].kind);
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, scopes[scope].locality, OCOP_OPERATOR_WITHIN, unit, NULL);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    if (!add_record (builder, reader, ocop_kind_find (scopes[scope].kind), ocop_rows_get_text (rows, i, 0), error))
      return FALSE;
  return rows != NULL;
}

/* The locality and those that it lies in, the widest first. */
static gboolean
add_units (JsonBuilder  *builder,
           OcopReader   *reader,
           const char   *unit,
           GError      **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("unit"), unit, error);
  const char *parent = record != NULL ? ocop_record_get_text (record, "parent") : NULL;

  if (record == NULL || (parent != NULL && !add_units (builder, reader, parent, error)))
    return FALSE;
  return add_record (builder, reader, ocop_kind_find ("unit"), unit, error);
}

static void
begin_records (JsonBuilder *builder,
               const char  *register_id,
               const char  *unit)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, LAYOUT_VERSION);
  json_builder_set_member_name (builder, "register");
  json_builder_add_string_value (builder, register_id);
  json_builder_set_member_name (builder, "unit");
  json_builder_add_string_value (builder, unit);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_array (builder);
}

static GBytes *
pack (JsonBuilder  *builder,
      GError      **error)
{
  static const char * const names[] = { MARK_PART, RECORDS_PART, NULL };
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  char *text = json_to_string (root, FALSE);
  g_autoptr(GBytes) records = g_bytes_new_take (text, strlen (text));
  g_autoptr(GBytes) mark = g_bytes_new_static (MARK, strlen (MARK));

  return ocop_package_build (names, (GBytes *[]) { mark, records }, error);
}

GBytes *
ocop_office_package_make (OcopReader  *reader,
                          const char  *register_id,
                          const char  *unit,
                          GError     **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  begin_records (builder, register_id, unit);
  if (!add_units (builder, reader, unit, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (!add_scope (builder, reader, i, unit, error))
      return NULL;
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return pack (builder, error);
}

/* Taking */

typedef struct
{
  OcopReader *reader;
  OcopOfficeTaking *taking;
  gboolean theirs;
  GHashTable *units;      /* id there → id here */
} Work;

static void
conflict_free (gpointer data)
{
  OcopOfficeConflict *conflict = data;

  g_free (conflict->record);
  g_free (conflict->title);
  g_free (conflict->mine);
  g_free (conflict->theirs);
  g_free (conflict);
}

void
ocop_office_taking_free (OcopOfficeTaking *self)
{
  g_clear_pointer (&self->change, ocop_change_free);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_free (self->unit_name);
  g_free (self);
}

static gboolean
fail_no_package (GError **error)
{
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("The file is no package of this program, or it is damaged."));
  return FALSE;
}

/* %NULL where @entry tells none. Units are named as they are here. */
static OcopRecord *
read_record (const Work     *work,
             JsonObject     *entry,
             const OcopKind *kind,
             const char     *id)
{
  JsonNode *node = json_object_get_member (entry, "now");
  g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : NULL;
  g_autoptr(OcopRecord) record = ocop_record_new (kind, id);

  if (text == NULL || !ocop_record_fill_from_json (record, text))
    return NULL;
  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const char *there = g_strcmp0 (field->target, "unit") == 0 ? ocop_record_get_text (record, field->name) : NULL;

      if (there != NULL)
        ocop_record_set_text (record, field->name, g_hash_table_lookup (work->units, there));
      if (ocop_field_is_attachment (field))
        ocop_record_set (record, field->name, &(OcopValue) OCOP_VALUE_INIT);
    }
  return g_steal_pointer (&record);
}

/* Units are the same by their codes: each register has its provinces from the beginning. */
static char *
find_unit (OcopReader       *reader,
           const OcopRecord *unit)
{
  static const char * const columns[] = { "id", NULL };
  const char *code = ocop_record_get_text (unit, "code");
  g_autofree char *same = ocop_reader_resolve (reader, ocop_kind_find ("unit"), ocop_record_get_id (unit), NULL);
  g_autoptr(OcopQuery) query = ocop_query_new ("unit");
  g_autoptr(OcopRows) rows = NULL;

  if (same != NULL || code == NULL)
    return g_steal_pointer (&same);
  ocop_query_where (query, "code", OCOP_OPERATOR_IS, code, NULL);
  ocop_query_where (query, "level", OCOP_OPERATOR_IS, ocop_record_get_text (unit, "level"), NULL);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, NULL);
  return rows != NULL && ocop_rows_get_n_rows (rows) > 0 ? g_strdup (ocop_rows_get_text (rows, 0, 0)) : NULL;
}

static void
take_unit (Work       *work,
           OcopRecord *unit)
{
  char *here = find_unit (work->reader, unit);

  g_free (work->taking->unit_name);
  work->taking->unit_name = g_strdup (ocop_record_get_text (unit, "name"));
  if (here == NULL)
    {
      ocop_change_add (work->taking->change, unit);
      work->taking->n_added++;
      here = g_strdup (ocop_record_get_id (unit));
    }
  g_hash_table_insert (work->units, g_strdup (ocop_record_get_id (unit)), here);
}

typedef enum
{
  LEAVE,
  TAKE,
  CONFLICT,
} Outcome;

/* Whether @common knows of @field and holds @value there. */
static gboolean
holds (const Work      *work,
       JsonObject      *common,
       const OcopField *field,
       const OcopValue *value,
       gboolean         foreign)
{
  g_auto(OcopValue) held = OCOP_VALUE_INIT;

  if (common == NULL || !json_object_has_member (common, field->name))
    return FALSE;
  held = ocop_record_json_get (common, field);
  if (foreign && held.type == OCOP_VALUE_TEXT && g_strcmp0 (field->target, "unit") == 0)
    return g_strcmp0 (g_hash_table_lookup (work->units, held.text), value->text) == 0;
  return ocop_value_equal (&held, value);
}

/* @sent: what the sender wrote of what it took from us; @own: likewise, what we wrote of what we took from it */
static Outcome
judge (const Work      *work,
       const OcopField *field,
       const OcopValue *mine,
       const OcopValue *given,
       JsonObject      *sent,
       JsonObject      *own)
{
  if (ocop_field_is_attachment (field) || ocop_value_equal (mine, given))
    return LEAVE;
  if (holds (work, own, field, mine, FALSE))
    return TAKE;
  if (holds (work, sent, field, given, TRUE) || holds (work, own, field, given, FALSE))
    return LEAVE;
  return holds (work, sent, field, mine, TRUE) ? TAKE : CONFLICT;
}

static void
add_conflict (const Work       *work,
              const OcopField  *field,
              const OcopRecord *now,
              const OcopRecord *given)
{
  OcopOfficeConflict *conflict = g_new0 (OcopOfficeConflict, 1);

  conflict->record = ocop_reader_label (work->reader, ocop_record_get_kind (now), ocop_record_get_id (now));
  conflict->title = g_strdup (_(field->title));
  conflict->mine = ocop_field_format (field, ocop_record_get (now, field->name));
  conflict->theirs = ocop_field_format (field, ocop_record_get (given, field->name));
  g_ptr_array_add (work->taking->conflicts, conflict);
}

static void
merge_record (const Work       *work,
              const OcopRecord *now,
              const OcopRecord *given,
              JsonObject       *sent)
{
  const OcopKind *kind = ocop_record_get_kind (now);
  g_autoptr(JsonObject) own = load_common (work->reader, kind, ocop_record_get_id (now));
  g_autoptr(OcopRecord) after = ocop_record_copy (now);
  gboolean changed = FALSE;

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      Outcome outcome = judge (work, field, ocop_record_get (now, field->name), ocop_record_get (given, field->name), sent, own);

      if (outcome == CONFLICT)
        add_conflict (work, field, now, given);
      if (outcome == LEAVE || (outcome == CONFLICT && !work->theirs))
        continue;
      ocop_record_set (after, field->name, ocop_record_get (given, field->name));
      changed = TRUE;
    }
  ocop_change_edit (work->taking->change, now, after);
  work->taking->n_edited += changed;
}

static gboolean
take_record (Work           *work,
             JsonObject     *entry,
             const OcopKind *kind,
             const char     *id,
             GError        **error)
{
  g_autofree char *here = ocop_reader_resolve (work->reader, kind, id, NULL);
  g_autoptr(OcopRecord) given = read_record (work, entry, kind, id);
  JsonNode *common = json_object_get_member (entry, "common");
  g_autoptr(OcopRecord) now = ocop_reader_load (work->reader, kind, here != NULL ? here : id, NULL);

  if (given == NULL)
    return fail_no_package (error);
  if (g_str_equal (kind->name, "unit"))
    take_unit (work, given);
  else if (now == NULL)
    {
      ocop_change_add (work->taking->change, given);
      work->taking->n_added++;
    }
  else if (here == NULL)
    work->taking->n_binned++;
  else
    merge_record (work, now, given, common != NULL && JSON_NODE_HOLDS_OBJECT (common) ? json_node_get_object (common) : NULL);
  return TRUE;
}

static gboolean
is_travelling (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (g_strcmp0 (scopes[i].kind, kind) == 0)
      return TRUE;
  return g_strcmp0 (kind, "unit") == 0;
}

static gboolean
take_entries (Work        *work,
              JsonObject  *root,
              GError     **error)
{
  JsonArray *records = json_object_has_member (root, "records") ? json_object_get_array_member (root, "records") : NULL;

  if (records == NULL)
    return fail_no_package (error);
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonNode *node = json_array_get_element (records, i);
      JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *kind = entry != NULL ? json_object_get_string_member_with_default (entry, "kind", NULL) : NULL;
      const char *id = entry != NULL ? json_object_get_string_member_with_default (entry, "id", NULL) : NULL;

      if (id == NULL || !is_travelling (kind))
        return fail_no_package (error);
      if (!take_record (work, entry, ocop_kind_find (kind), id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_root (JsonObject  *root,
            const char  *register_id,
            GError     **error)
{
  if (json_object_get_int_member_with_default (root, "version", 0) != LAYOUT_VERSION)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_NEWER, _("The package was made by another version of the program."));
      return FALSE;
    }
  if (g_strcmp0 (json_object_get_string_member_with_default (root, "register", NULL), register_id) != 0)
    return TRUE;
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_REFUSED, _("The package was made by this register itself."));
  return FALSE;
}

static JsonNode *
load_root (JsonParser  *parser,
           GBytes      *bytes,
           GError     **error)
{
  g_autoptr(OcopPackage) package = ocop_package_open (bytes, error);
  g_autoptr(GBytes) records = NULL;

  if (package == NULL)
    return NULL;
  if (!ocop_package_has (package, RECORDS_PART))
    {
      fail_no_package (error);
      return NULL;
    }
  records = ocop_package_load (package, RECORDS_PART, MAX_SIZE, error);
  return records != NULL ? ocop_json_load (parser, records, error) : NULL;
}

OcopOfficeTaking *
ocop_office_package_take (OcopReader  *reader,
                          const char  *register_id,
                          GBytes      *bytes,
                          gboolean     theirs,
                          GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root = load_root (parser, bytes, error);
  g_autoptr(OcopOfficeTaking) taking = g_new0 (OcopOfficeTaking, 1);
  g_autoptr(GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Work work = { reader, taking, theirs, units };

  taking->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  taking->change = ocop_change_new (CHANGE_KIND, _("Package of another office"));
  if (root == NULL || !check_root (json_node_get_object (root), register_id, error) || !take_entries (&work, json_node_get_object (root), error))
    return NULL;
  return g_steal_pointer (&taking);
}
