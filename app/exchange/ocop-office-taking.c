/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A package held against the register. */

#include "exchange/ocop-office-private.h"

#include "register/ocop-record-json.h"

void
ocop_office_taking_free (OcopOfficeTaking *self)
{
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->unknown);
  ocop_differences_free (self->differences);
  g_free (self->unit_name);
  g_free (self->made_at);
  g_free (self->sender);
  g_clear_pointer (&self->package, ocop_package_free);
  g_free (self);
}

static void
note_unknown (const OcopOfficeWork *work,
              const char           *kind,
              const char           *field)
{
  char *name = field != NULL ? g_strdup_printf ("%s.%s", kind, field) : g_strdup (kind);

  if (g_hash_table_add (work->unknown, name))
    g_ptr_array_add (work->taking->unknown, g_strdup (name));
}

static void
note_unknown_fields (const OcopOfficeWork *work,
                     const OcopKind       *kind,
                     JsonObject           *now)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, now);
  while (json_object_iter_next (&iter, &name, &node))
    if (ocop_kind_find_field (kind, name) == NULL)
      note_unknown (work, kind->name, name);
}

/* The record that @id, of the kind that @field leads to, means today; %NULL where there is none, here or in the package. */
static char *
follow (const OcopOfficeWork *work,
        const OcopField      *field,
        const char           *id)
{
  char *here;

  if (g_str_equal (field->target, "unit"))
    return g_strdup (g_hash_table_lookup (work->units, id));
  here = ocop_reader_resolve (work->reader, ocop_kind_find (field->target), id, NULL);
  return here == NULL && g_hash_table_contains (work->coming, id) ? g_strdup (id) : here;
}

/* A file that did not come along says nothing. */
static void
check_file (OcopOfficeWork  *work,
            OcopRecord      *record,
            const OcopField *field)
{
  const char *name = ocop_record_get_text (record, field->name);

  if (name == NULL || ocop_office_has_file (work->taking, work->reg, name))
    return;
  g_hash_table_add (work->missing, g_strdup (name));
  g_hash_table_add (work->astray, (gpointer) field);
  ocop_record_set_text (record, field->name, NULL);
}

/* Links lead to what they mean here. Those that lead nowhere say nothing. */
static void
straighten (OcopOfficeWork *work,
            OcopRecord     *record)
{
  g_hash_table_remove_all (work->astray);
  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const char *there = field->target != NULL ? ocop_record_get_text (record, field->name) : NULL;
      g_autofree char *here = there != NULL ? follow (work, field, there) : NULL;

      if (there != NULL && here == NULL)
        g_hash_table_add (work->astray, (gpointer) field);
      if (there != NULL && g_strcmp0 (there, here) != 0)
        ocop_record_set_text (record, field->name, here);
      if (ocop_field_is_attachment (field))
        check_file (work, record, field);
    }
}

/* %NULL where @entry tells none. */
static OcopRecord *
read_record (OcopOfficeWork *work,
             JsonObject     *entry,
             const OcopKind *kind,
             const char     *id)
{
  JsonNode *node = json_object_get_member (entry, "now");
  g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : NULL;
  g_autoptr(OcopRecord) record = ocop_record_new (kind, id);

  if (text == NULL || !ocop_record_fill_from_json (record, text))
    return NULL;
  note_unknown_fields (work, kind, json_node_get_object (node));
  straighten (work, record);
  return g_steal_pointer (&record);
}

/* Units */

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
take_unit (OcopOfficeWork *work,
           OcopRecord     *unit)
{
  char *here = find_unit (work->reader, unit);

  if (here == NULL)
    {
      g_ptr_array_add (work->taking->units, ocop_differences_add_record (work->taking->differences, ocop_record_copy (unit), FALSE));
      work->taking->n_added++;
      here = g_strdup (ocop_record_get_id (unit));
    }
  if (g_strcmp0 (ocop_record_get_id (unit), work->unit_there) == 0)
    {
      g_free (work->taking->unit_name);
      work->taking->unit_name = g_strdup (ocop_record_get_text (unit, "name"));
      g_free (work->unit);
      work->unit = g_strdup (here);
    }
  g_hash_table_insert (work->units, g_strdup (ocop_record_get_id (unit)), here);
}

/* Records */

/* What the record is called, and of what level it is where it says so, or what it belongs to does. */
static void
note_record (OcopOfficeWork   *work,
             const OcopRecord *record)
{
  const OcopKind *kind = ocop_record_get_kind (record);
  const char *field = ocop_office_level_field (kind);
  const char *owner = ocop_office_owner (record);
  const char *level = field != NULL ? ocop_record_get_text (record, field) : owner != NULL ? g_hash_table_lookup (work->levels, owner) : NULL;

  g_hash_table_replace (work->labels, g_strdup (ocop_record_get_id (record)), ocop_office_dup_label (work, record));
  if (level != NULL)
    g_hash_table_replace (work->levels, g_strdup (ocop_record_get_id (record)), g_strdup (level));
}

/* Whoever need not say of which locality its own plans are does not change them by that. */
static void
leave_own (const OcopOfficeWork *work,
           const OcopRecord     *now,
           OcopRecord           *given)
{
  if (now != NULL && g_str_equal (ocop_record_get_kind (now)->name, "plan") && ocop_record_get_text (now, "unit") == NULL &&
      g_strcmp0 (ocop_record_get_text (given, "unit"), ocop_record_get_text (work->office, "unit")) == 0)
    ocop_record_set_text (given, "unit", NULL);
}

static gboolean
take_record (OcopOfficeWork           *work,
             JsonObject     *entry,
             const OcopKind *kind,
             const char     *id,
             GError        **error)
{
  gboolean binned = json_object_get_boolean_member_with_default (entry, "binned", FALSE);
  g_autofree char *here = ocop_reader_resolve (work->reader, kind, id, NULL);
  g_autoptr(OcopRecord) given = read_record (work, entry, kind, id);
  JsonNode *node = json_object_get_member (entry, "common");
  JsonObject *sent = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr(OcopRecord) now = ocop_reader_load (work->reader, kind, here != NULL ? here : id, NULL);

  if (given == NULL)
    return ocop_office_fail (error);
  if (g_str_equal (kind->name, "unit"))
    {
      take_unit (work, given);
      return TRUE;
    }
  note_record (work, given);
  leave_own (work, now, given);
  if (binned && g_strcmp0 (here, id) == 0)
    ocop_office_compare_binned_there (work, now, given, sent, json_object_get_string_member_with_default (entry, "into", NULL));
  else if (!binned && now == NULL)
    ocop_office_compare_new (work, given);
  else if (!binned && here == NULL)
    ocop_office_compare_binned_here (work, now, given, sent);
  else if (!binned)
    ocop_office_compare (work, now, given, sent);
  return TRUE;
}

/* %FALSE where @entry is none; a kind that is not known here is left out. */
static gboolean
take_entry (OcopOfficeWork  *work,
            JsonNode        *node,
            GError         **error)
{
  JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *kind = entry != NULL ? json_object_get_string_member_with_default (entry, "kind", NULL) : NULL;
  const char *id = entry != NULL ? json_object_get_string_member_with_default (entry, "id", NULL) : NULL;

  if (id == NULL || kind == NULL)
    return ocop_office_fail (error);
  if (ocop_office_travels (kind))
    return take_record (work, entry, ocop_kind_find (kind), id, error);
  note_unknown (work, kind, NULL);
  return TRUE;
}

/* What the package brings, before any of it is looked at: some of it leads to what stands behind it. */
static void
note_coming (const OcopOfficeWork *work,
             JsonNode             *node)
{
  JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = entry != NULL ? json_object_get_string_member_with_default (entry, "id", NULL) : NULL;

  if (id != NULL && !json_object_get_boolean_member_with_default (entry, "binned", FALSE))
    g_hash_table_add (work->coming, g_strdup (id));
}

static gboolean
take_entries (OcopOfficeWork  *work,
              JsonObject      *root,
              GError         **error)
{
  JsonNode *all = json_object_get_member (root, "records");
  JsonArray *records = all != NULL && JSON_NODE_HOLDS_ARRAY (all) ? json_node_get_array (all) : NULL;

  if (records == NULL)
    return ocop_office_fail (error);
  for (guint i = 0; i < json_array_get_length (records); i++)
    note_coming (work, json_array_get_element (records, i));
  for (guint i = 0; i < json_array_get_length (records); i++)
    if (!take_entry (work, json_array_get_element (records, i), error))
      return FALSE;
  return work->unit != NULL || ocop_office_fail (error);
}

static OcopOfficeTaking *
taking_new (JsonObject *root)
{
  OcopOfficeTaking *taking = g_new0 (OcopOfficeTaking, 1);

  taking->differences = ocop_differences_new ();
  taking->unknown = g_ptr_array_new_with_free_func (g_free);
  taking->units = g_ptr_array_new ();
  taking->made_at = g_strdup (json_object_get_string_member_with_default (root, "made_at", ""));
  taking->sender = g_strdup (json_object_get_string_member_with_default (root, "register", ""));
  taking->seq = json_object_get_int_member_with_default (root, "seq", 0);
  return taking;
}

static void
work_clear (OcopOfficeWork *work)
{
  g_clear_pointer (&work->units, g_hash_table_unref);
  g_clear_pointer (&work->labels, g_hash_table_unref);
  g_clear_pointer (&work->levels, g_hash_table_unref);
  g_clear_pointer (&work->coming, g_hash_table_unref);
  g_clear_pointer (&work->astray, g_hash_table_unref);
  g_clear_pointer (&work->wholes, g_hash_table_unref);
  g_clear_pointer (&work->unknown, g_hash_table_unref);
  g_clear_pointer (&work->others, g_hash_table_unref);
  g_clear_pointer (&work->missing, g_hash_table_unref);
  g_clear_pointer (&work->office, ocop_record_free);
  g_free (work->unit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OcopOfficeWork, work_clear)

static void
work_init (OcopOfficeWork *work,
           JsonObject     *root)
{
  JsonNode *fields = json_object_get_member (root, "fields");
  g_autoptr(OcopQuery) query = ocop_query_new ("office_package");

  ocop_query_where (query, "sender", OCOP_OPERATOR_IS_NOT, work->taking->sender, NULL);
  work->others = ocop_office_read_changes (work->reader, query);
  work->unit_there = json_object_get_string_member_with_default (root, "unit", NULL);
  work->fields = fields != NULL && JSON_NODE_HOLDS_OBJECT (fields) ? json_node_get_object (fields) : NULL;
  work->level = ocop_office_other_level (json_object_get_string_member_with_default (root, "level", NULL),
                                         ocop_record_get_text (work->office, "level"));
  work->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  work->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  work->levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  work->coming = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work->astray = g_hash_table_new (NULL, NULL);
  work->wholes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

OcopOfficeTaking *
ocop_office_package_take (OcopReader  *reader,
                          OcopRegister *reg,
                          GBytes      *bytes,
                          GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(OcopPackage) package = ocop_package_open (bytes, NULL);
  JsonObject *root = ocop_office_open (parser, ocop_register_get_id (reg), package, error);
  g_autoptr(OcopRecord) office = root != NULL ? ocop_reader_office (reader, error) : NULL;
  g_autoptr(OcopOfficeTaking) taking = office != NULL ? taking_new (root) : NULL;
  g_auto(OcopOfficeWork) work = { .reader = reader, .reg = reg, .taking = taking };

  if (taking == NULL)
    return NULL;
  taking->package = g_steal_pointer (&package);
  work.office = g_steal_pointer (&office);
  work_init (&work, root);
  if (!take_entries (&work, root, error) || !ocop_office_check_newest (reader, taking, work.unit, work.units, error))
    return NULL;
  taking->n_missing = g_hash_table_size (work.missing);
  ocop_differences_check (taking->differences, 0);
  return g_steal_pointer (&taking);
}
