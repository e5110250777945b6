/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A change carried out, undone, done again: one transaction each. */

#include "register/sqlite/ocop-sqlite.h"

#include <json-glib/json-glib.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"

typedef gboolean (*FillFunc) (OcopWriter  *writer,
                              gpointer     data,
                              GError     **error);

/* One transaction: the header, what @fill writes, what follows from it. */
static gboolean
carry_out (OcopStore         *store,
           const OcopAuthor  *author,
           const OcopHeader  *header,
           FillFunc           fill,
           gpointer           data,
           GError           **error)
{
  g_autoptr(OcopDerived) derived = ocop_derived_new (store);
  g_autoptr(OcopLedger) ledger = NULL;
  OcopWriter writer = { store, NULL, derived };

  ocop_sqlite_tidy (store);
  if (!ocop_sqlite_begin (store, error))
    return FALSE;
  ledger = writer.ledger = ocop_ledger_begin (store, author, header, error);
  if (ledger != NULL && fill (&writer, data, error) && ocop_derived_update (derived, error) &&
      ocop_ledger_end (ledger, error) && ocop_sqlite_commit (store, error))
    return TRUE;
  ocop_sqlite_rollback (store);
  return FALSE;
}

static gboolean
set_standing (OcopStore   *store,
              const char  *where,
              const char  *person,
              gint64       seq,
              const char  *standing,
              GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE change SET standing = ?1 WHERE %s", where);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_text (statement, 1, standing);
  if (person != NULL)
    sqlite3_bind_text (statement, 2, person, -1, SQLITE_TRANSIENT);
  else
    sqlite3_bind_int64 (statement, 2, seq);
  return ocop_sqlite_step_done (store, statement, error);
}

/* Somebody else's new value in a field that this edit touches too. */
static gboolean
refuse_conflict (const OcopRecord  *current,
                 const OcopField   *field,
                 GError           **error)
{
  g_autofree char *now = ocop_field_format (field, ocop_record_get (current, field->name));

  g_set_error (error, OCOP_ERROR, OCOP_ERROR_CONFLICT, _("%s was changed meanwhile and is now “%s”"), _(field->title), now);
  return FALSE;
}

/* Puts what differs between @before and @after into @current. */
static gboolean
merge (OcopRecord        *current,
       const OcopRecord  *before,
       const OcopRecord  *after,
       GError           **error)
{
  for (const OcopField *field = ocop_record_get_kind (current)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const OcopValue *wanted = ocop_record_get (after, field->name);

      if (ocop_value_equal (ocop_record_get (before, field->name), wanted))
        continue;
      if (!ocop_value_equal (ocop_record_get (before, field->name), ocop_record_get (current, field->name)) &&
          !ocop_value_equal (wanted, ocop_record_get (current, field->name)))
        return refuse_conflict (current, field, error);
      ocop_record_set (current, field->name, wanted);
    }
  return TRUE;
}

static gboolean
edit (OcopWriter           *writer,
      const OcopChangeRow  *row,
      GError              **error)
{
  gint64 key = ocop_sqlite_key (writer->store, row->kind, row->id);
  gboolean binned;
  g_autoptr(OcopRecord) current = ocop_sqlite_load (writer->store, row->kind, key, &binned, error);
  g_autoptr(OcopRecord) merged = current != NULL ? ocop_record_copy (current) : NULL;

  if (merged == NULL)
    return FALSE;
  if (binned)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_CONFLICT, _("%s: it lies in the bin meanwhile"), _(row->kind->title));
      return FALSE;
    }
  return merge (merged, row->before, row->after, error) && ocop_writer_edit (writer, key, current, merged, error);
}

static gboolean
fill_change (OcopWriter  *writer,
             gpointer     data,
             GError     **error)
{
  const OcopChange *change = data;

  for (guint i = 0; i < ocop_change_get_n_rows (change); i++)
    {
      const OcopChangeRow *row = ocop_change_get_row (change, i);
      gboolean good;

      if (row->action == OCOP_ACTION_ADD)
        good = ocop_writer_add (writer, row->after, error);
      else if (row->action == OCOP_ACTION_EDIT)
        good = edit (writer, row, error);
      else
        good = ocop_writer_set_binned (writer, row->kind, row->id, row->action == OCOP_ACTION_BIN, TRUE, error);
      if (!good)
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const OcopChange *change;
  const char *person;
} NewChange;

static gboolean
fill_new_change (OcopWriter  *writer,
                 gpointer     data,
                 GError     **error)
{
  NewChange *new = data;

  return fill_change (writer, (gpointer) new->change, error) &&
         set_standing (writer->store, "person = ?2 AND standing = 'undone'", new->person, 0, "dropped", error);
}

gboolean
ocop_store_commit (OcopStore         *store,
                   const OcopChange  *change,
                   const OcopAuthor  *author,
                   GError           **error)
{
  OcopHeader header = { ocop_change_get_kind (change), ocop_change_get_name (change), 0, "done" };
  NewChange new = { change, author->person };

  return ocop_change_is_empty (change) || carry_out (store, author, &header, fill_new_change, &new, error);
}

typedef struct
{
  gint64 target;
  gboolean redo;
  guint n_left;
} Step;

/* The change that undo (redo) would take for @person: 0 when there is none. */
static gint64
find_target (OcopStore   *store,
             const char  *person,
             gboolean     redo,
             char       **name)
{
  const char *sql = redo
    ? "SELECT seq, name FROM change WHERE person = ?1 AND standing = 'undone' AND schema = ?2 ORDER BY seq LIMIT 1"
    : "SELECT seq, name FROM change WHERE person = ?1 AND standing = 'done' AND schema = ?2 ORDER BY seq DESC LIMIT 1";
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, NULL);

  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, person, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (statement, 2, OCOP_SQLITE_SCHEMA);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return 0;
  *name = g_strdup (ocop_sqlite_column_text (statement, 1));
  return sqlite3_column_int64 (statement, 0);
}

/* Of the members of @object, the value of @field; unknown where it names none. */
static OcopValue
value_from_json (JsonObject      *object,
                 const OcopField *field)
{
  JsonNode *node = json_object_get_member (object, field->name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return (OcopValue) OCOP_VALUE_INIT;
  return json_node_get_value_type (node) == G_TYPE_STRING ? ocop_value_text (json_node_get_string (node))
                                                          : ocop_value_integer (json_node_get_int (node));
}

/* Puts the fields of @to into @record where it still holds those of @from. */
static void
turn_fields (OcopRecord *record,
             JsonObject *from,
             JsonObject *to,
             guint      *n_left)
{
  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      g_auto(OcopValue) written = value_from_json (from, field);
      g_auto(OcopValue) wanted = value_from_json (to, field);
      const OcopValue *held = ocop_record_get (record, field->name);

      if (!json_object_has_member (to, field->name) || ocop_value_equal (held, &wanted))
        continue;
      if (ocop_value_equal (held, &written))
        ocop_record_set (record, field->name, &wanted);
      else
        (*n_left)++;
    }
}

/* Sets the fields of @to (JSON) in the record where they still hold those of @from. */
static gboolean
turn_edit (OcopWriter      *writer,
           const OcopKind  *kind,
           const char      *id,
           const char      *from,
           const char      *to,
           guint           *n_left,
           GError         **error)
{
  gint64 key = ocop_sqlite_key (writer->store, kind, id);
  g_autoptr(OcopRecord) current = ocop_sqlite_load (writer->store, kind, key, NULL, error);
  g_autoptr(OcopRecord) turned = current != NULL ? ocop_record_copy (current) : NULL;
  g_autoptr(JsonNode) from_node = json_from_string (from, NULL);
  g_autoptr(JsonNode) to_node = json_from_string (to, NULL);

  if (turned == NULL)
    return FALSE;
  if (from_node == NULL || !JSON_NODE_HOLDS_OBJECT (from_node) || to_node == NULL || !JSON_NODE_HOLDS_OBJECT (to_node))
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_REFUSED, _("The history no longer holds what stood there before"));
      return FALSE;
    }
  turn_fields (turned, json_node_get_object (from_node), json_node_get_object (to_node), n_left);
  return ocop_writer_edit (writer, key, current, turned, error);
}

static gboolean
turn_row (OcopWriter     *writer,
          OcopStatement  *row,
          Step           *step,
          GError        **error)
{
  const OcopKind *kind = ocop_kind_find (ocop_sqlite_column_text (row, 0));
  g_auto(OcopValue) id = ocop_sqlite_column_value (row, 1);
  const char *action = ocop_sqlite_column_text (row, 2);
  const char *before = ocop_sqlite_column_text (row, 3);
  const char *after = ocop_sqlite_column_text (row, 4);

  if (kind == NULL || id.text == NULL)
    return TRUE;
  if (g_str_equal (action, "edit"))
    return turn_edit (writer, kind, id.text, step->redo ? before : after, step->redo ? after : before, &step->n_left, error);
  return ocop_writer_set_binned (writer, kind, id.text, g_str_equal (action, "bin") == step->redo, FALSE, error);
}

static gboolean
fill_step (OcopWriter  *writer,
           gpointer     data,
           GError     **error)
{
  Step *step = data;
  const char *sql = step->redo
    ? "SELECT kind, record, action, before, after FROM change_row WHERE change = ?1 ORDER BY place"
    : "SELECT kind, record, action, before, after FROM change_row WHERE change = ?1 ORDER BY place DESC";
  g_autoptr(OcopStatement) rows = ocop_sqlite_prepare (writer->store, sql, error);
  int result;

  if (rows == NULL)
    return FALSE;
  sqlite3_bind_int64 (rows, 1, step->target);
  while ((result = sqlite3_step (rows)) == SQLITE_ROW)
    if (!turn_row (writer, rows, step, error))
      return FALSE;
  return result == SQLITE_DONE ? set_standing (writer->store, "seq = ?2", NULL, step->target, step->redo ? "done" : "undone", error)
                               : ocop_sqlite_fail (writer->store, error);
}

static gboolean
take_step (OcopStore         *store,
           const OcopAuthor  *author,
           gboolean           redo,
           guint             *n_left,
           GError           **error)
{
  g_autofree char *name = NULL;
  Step step = { find_target (store, author->person, redo, &name), redo, 0 };
  OcopHeader header = { redo ? "redo" : "undo", name, step.target, "step" };

  if (step.target == 0)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_REFUSED, redo ? _("There is nothing to do again") : _("There is nothing to undo"));
      return FALSE;
    }
  if (!carry_out (store, author, &header, fill_step, &step, error))
    return FALSE;
  if (n_left != NULL)
    *n_left = step.n_left;
  return TRUE;
}

gboolean
ocop_store_undo (OcopStore         *store,
                 const OcopAuthor  *author,
                 guint             *n_left,
                 GError           **error)
{
  return take_step (store, author, FALSE, n_left, error);
}

gboolean
ocop_store_redo (OcopStore         *store,
                 const OcopAuthor  *author,
                 guint             *n_left,
                 GError           **error)
{
  return take_step (store, author, TRUE, n_left, error);
}

void
ocop_store_get_steps (OcopStore   *store,
                      const char  *person,
                      char       **undo,
                      char       **redo)
{
  *undo = *redo = NULL;
  find_target (store, person, FALSE, undo);
  find_target (store, person, TRUE, redo);
}
