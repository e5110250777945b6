/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A package held against the register. */

#include "exchange/ocop-office-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "register/ocop-record-json.h"

typedef struct
{
  OcopReader *reader;
  OcopOfficeTaking *taking;
  JsonObject *fields;     /* of each kind, what the other program knows */
  GHashTable *units;      /* id there → id here */
  GHashTable *labels;     /* id there → what people call the record */
  GHashTable *unknown;
  const char *level;      /* (nullable): of the other office */
  char *unit;             /* id here */
} Work;

void
ocop_office_taking_free (OcopOfficeTaking *self)
{
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->unknown);
  ocop_differences_free (self->differences);
  g_free (self->unit_name);
  g_free (self->made_at);
  g_free (self->sender);
  g_free (self);
}

static void
note_unknown (const Work *work,
              const char *kind,
              const char *field)
{
  char *name = field != NULL ? g_strdup_printf ("%s.%s", kind, field) : g_strdup (kind);

  if (g_hash_table_add (work->unknown, name))
    g_ptr_array_add (work->taking->unknown, g_strdup (name));
}

static void
note_unknown_fields (const Work     *work,
                     const OcopKind *kind,
                     JsonObject     *now)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, now);
  while (json_object_iter_next (&iter, &name, &node))
    if (ocop_kind_find_field (kind, name) == NULL)
      note_unknown (work, kind->name, name);
}

/* Whether the program that made the package has @field at all. */
static gboolean
is_known_there (const Work      *work,
                const OcopKind  *kind,
                const OcopField *field)
{
  JsonNode *node = work->fields != NULL ? json_object_get_member (work->fields, kind->name) : NULL;
  JsonArray *names = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    if (g_strcmp0 (json_array_get_string_element (names, i), field->name) == 0)
      return TRUE;
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
  note_unknown_fields (work, kind, json_node_get_object (node));
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
take_unit (Work       *work,
           OcopRecord *unit)
{
  char *here = find_unit (work->reader, unit);

  g_free (work->taking->unit_name);
  work->taking->unit_name = g_strdup (ocop_record_get_text (unit, "name"));
  if (here == NULL)
    {
      g_ptr_array_add (work->taking->units, ocop_differences_add_record (work->taking->differences, ocop_record_copy (unit), FALSE));
      work->taking->n_added++;
      here = g_strdup (ocop_record_get_id (unit));
    }
  g_free (work->unit);
  work->unit = g_strdup (here);
  g_hash_table_insert (work->units, g_strdup (ocop_record_get_id (unit)), here);
}

/* Fields, three ways */

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

static char *
describe_value (const Work      *work,
                const OcopField *field,
                const OcopValue *value)
{
  const char *there = field->target != NULL && value->type == OCOP_VALUE_TEXT ? g_hash_table_lookup (work->labels, value->text) : NULL;

  if (there != NULL)
    return g_strdup (there);
  if (field->target != NULL && value->type == OCOP_VALUE_TEXT)
    return ocop_reader_label (work->reader, ocop_kind_find (field->target), value->text);
  return ocop_field_format (field, value);
}

/* What both had, as people read it; %NULL where that is not known. */
static char *
describe_common (const Work      *work,
                 const OcopField *field,
                 JsonObject      *sent,
                 JsonObject      *own)
{
  JsonObject *common = json_object_has_member (own, field->name) ? own : sent;
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (common == NULL || !json_object_has_member (common, field->name))
    return NULL;
  value = ocop_record_json_get (common, field);
  return describe_value (work, field, &value);
}

/* The register has @record, or it is a new one. */
static OcopIncoming *
add_incoming (const Work       *work,
              const OcopRecord *record,
              gboolean          exists)
{
  return ocop_differences_add_record (work->taking->differences, ocop_record_copy (record), exists);
}

/* Takes @about, @title, @mine and @theirs. */
static OcopDifference *
add_difference (const Work         *work,
                OcopDifferenceKind  kind,
                OcopIncoming       *of,
                char               *about,
                char               *title,
                char               *mine,
                char               *theirs)
{
  OcopDifference *one = ocop_differences_add (work->taking->differences, kind, of);

  one->whose = g_strdup (work->taking->unit_name);
  one->about = about;
  one->title = title;
  one->mine = mine;
  one->theirs = theirs;
  return one;
}

/* A difference about a record that is here, as a whole: not taken unless somebody says so. */
static OcopDifference *
add_whole (const Work         *work,
           OcopDifferenceKind  kind,
           const OcopRecord   *now,
           const char         *mine,
           char               *theirs,
           gboolean            conflict)
{
  const OcopKind *of = ocop_record_get_kind (now);
  OcopDifference *one = add_difference (work, kind, add_incoming (work, now, TRUE), ocop_reader_label (work->reader, of, ocop_record_get_id (now)),
                                        g_strdup (_(of->title)), g_strdup (mine), theirs);

  one->conflict = conflict;
  one->accepted = FALSE;
  return one;
}

/* Whether the other office has the last word. */
static gboolean
is_theirs (const Work      *work,
           const OcopKind  *kind,
           const OcopField *field)
{
  return work->level != NULL && g_strcmp0 (ocop_office_level_of (kind, field), work->level) == 0;
}

static OcopDifference *
add_changed (const Work       *work,
             OcopIncoming     *of,
             const OcopField  *field,
             const OcopValue  *given)
{
  const OcopKind *kind = ocop_record_get_kind (of->record);
  OcopDifference *one = add_difference (work, OCOP_DIFFERENCE_CHANGED, of, ocop_reader_label (work->reader, kind, ocop_record_get_id (of->record)),
                                        g_strdup (_(field->title)), describe_value (work, field, ocop_record_get (of->record, field->name)),
                                        describe_value (work, field, given));

  one->field = field;
  one->value = ocop_value_copy (given);
  return one;
}

static void
compare_record (const Work       *work,
                const OcopRecord *now,
                const OcopRecord *given,
                JsonObject       *sent)
{
  const OcopKind *kind = ocop_record_get_kind (now);
  g_autoptr(JsonObject) own = ocop_office_load_common (work->reader, kind, ocop_record_get_id (now));
  OcopIncoming *of = NULL;
  gboolean changed = FALSE;

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const OcopValue *theirs = ocop_record_get (given, field->name);
      Outcome outcome = is_known_there (work, kind, field) ? judge (work, field, ocop_record_get (now, field->name), theirs, sent, own) : LEAVE;
      OcopDifference *one;

      if (outcome == LEAVE)
        continue;
      if (of == NULL)
        of = add_incoming (work, now, TRUE);
      one = add_changed (work, of, field, theirs);
      one->conflict = outcome == CONFLICT;
      one->base = one->conflict ? describe_common (work, field, sent, own) : NULL;
      one->accepted = !one->conflict || is_theirs (work, kind, field);
      changed |= one->accepted;
    }
  work->taking->n_edited += changed;
}

/* @now with what the other side changed, or both did. */
static OcopRecord *
make_revived (const Work       *work,
              const OcopRecord *now,
              const OcopRecord *given,
              JsonObject       *sent)
{
  const OcopKind *kind = ocop_record_get_kind (now);
  g_autoptr(JsonObject) own = ocop_office_load_common (work->reader, kind, ocop_record_get_id (now));
  OcopRecord *after = ocop_record_copy (now);

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const OcopValue *other = ocop_record_get (given, field->name);

      if (is_known_there (work, kind, field) && judge (work, field, ocop_record_get (now, field->name), other, sent, own) != LEAVE)
        ocop_record_set (after, field->name, other);
    }
  return after;
}

/* Whether this side has changed @now since. */
static gboolean
was_changed_here (const Work       *work,
                  const OcopRecord *now,
                  const OcopRecord *given,
                  JsonObject       *sent)
{
  const OcopKind *kind = ocop_record_get_kind (now);
  g_autoptr(JsonObject) own = ocop_office_load_common (work->reader, kind, ocop_record_get_id (now));

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const OcopValue *mine = ocop_record_get (now, field->name), *other = ocop_record_get (given, field->name);

      if (is_known_there (work, kind, field) && !ocop_field_is_attachment (field) && !ocop_value_equal (mine, other) &&
          judge (work, field, mine, other, sent, own) != TAKE)
        return TRUE;
    }
  return FALSE;
}

/* Whole records */

static void
compare_new (const Work       *work,
             const OcopRecord *given)
{
  add_difference (work, OCOP_DIFFERENCE_ADDED, add_incoming (work, given, FALSE),
                  g_strdup (g_hash_table_lookup (work->labels, ocop_record_get_id (given))), g_strdup (_(ocop_record_get_kind (given)->title)),
                  g_strdup (""), g_strdup (C_("record", "New")));
  work->taking->n_added++;
}

static void
compare_binned_there (const Work       *work,
                      JsonObject       *entry,
                      const OcopRecord *now,
                      const OcopRecord *given,
                      JsonObject       *sent)
{
  const char *into = json_object_get_string_member_with_default (entry, "into", NULL);
  const char *other = into != NULL ? g_hash_table_lookup (work->labels, into) : NULL;
  gboolean conflict = was_changed_here (work, now, given, sent);
  OcopDifference *one = add_whole (work, OCOP_DIFFERENCE_BINNED, now, conflict ? _("Changed here") : _("Unchanged here"),
                                   into != NULL ? g_strdup_printf (_("Merged into “%s”"), other != NULL ? other : "") : g_strdup (_("In the bin")),
                                   conflict);

  one->into = g_strdup (into);
}

static void
compare_binned_here (const Work       *work,
                     const OcopRecord *now,
                     const OcopRecord *given,
                     JsonObject       *sent)
{
  g_autoptr(OcopRecord) revived = make_revived (work, now, given, sent);
  g_autofree char *news = ocop_record_to_json (revived, now);

  if (g_str_equal (news, "{}"))
    work->taking->n_binned++;
  else
    add_whole (work, OCOP_DIFFERENCE_REVIVED, now, _("In the bin"), g_strdup (_("Changed there")), TRUE)->given = g_steal_pointer (&revived);
}

static void
note_label (const Work       *work,
            const OcopRecord *record)
{
  const OcopKind *kind = ocop_record_get_kind (record);

  g_hash_table_insert (work->labels, g_strdup (ocop_record_get_id (record)),
                       describe_value (work, ocop_kind_find_field (kind, kind->label), ocop_record_get (record, kind->label)));
}

static gboolean
take_record (Work           *work,
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
  note_label (work, given);
  if (binned && g_strcmp0 (here, id) == 0)
    compare_binned_there (work, entry, now, given, sent);
  else if (!binned && now == NULL)
    compare_new (work, given);
  else if (!binned && here == NULL)
    compare_binned_here (work, now, given, sent);
  else if (!binned)
    compare_record (work, now, given, sent);
  return TRUE;
}

static gboolean
take_entries (Work        *work,
              JsonObject  *root,
              GError     **error)
{
  JsonNode *all = json_object_get_member (root, "records");
  JsonArray *records = all != NULL && JSON_NODE_HOLDS_ARRAY (all) ? json_node_get_array (all) : NULL;

  if (records == NULL)
    return ocop_office_fail (error);
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonNode *node = json_array_get_element (records, i);
      JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *kind = entry != NULL ? json_object_get_string_member_with_default (entry, "kind", NULL) : NULL;
      const char *id = entry != NULL ? json_object_get_string_member_with_default (entry, "id", NULL) : NULL;

      if (id == NULL || kind == NULL)
        return ocop_office_fail (error);
      if (!ocop_office_travels (kind))
        note_unknown (work, kind, NULL);
      else if (!take_record (work, entry, ocop_kind_find (kind), id, error))
        return FALSE;
    }
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

OcopOfficeTaking *
ocop_office_package_take (OcopReader  *reader,
                          const char  *register_id,
                          GBytes      *bytes,
                          GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  JsonObject *root = ocop_office_open (parser, register_id, bytes, error);
  g_autoptr(OcopOfficeTaking) taking = root != NULL ? taking_new (root) : NULL;
  g_autoptr(GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *own_level = ocop_office_dup_level (reader);
  Work work = { reader, taking, NULL, units, labels, unknown, NULL, NULL };
  gboolean done;
  JsonNode *fields;

  if (root == NULL)
    return NULL;
  fields = json_object_get_member (root, "fields");
  work.fields = fields != NULL && JSON_NODE_HOLDS_OBJECT (fields) ? json_node_get_object (fields) : NULL;
  work.level = ocop_office_other_level (json_object_get_string_member_with_default (root, "level", NULL), own_level);
  done = take_entries (&work, root, error) && ocop_office_check_newest (reader, taking, work.unit, units, error);
  ocop_differences_check (taking->differences, 0);
  g_free (work.unit);
  return done ? g_steal_pointer (&taking) : NULL;
}
