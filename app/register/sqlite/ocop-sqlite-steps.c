/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A change undone, and done again: by a new change that turns back what the other wrote. */

#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "register/ocop-record-json.h"

typedef struct
{
  const OcopAuthor *author;
  const OcopWatch *watch;
  gboolean redo;
  gint64 target; /* the seq of the change that is turned */
  char *act;      /* the kind of that change; one of OCOP_CHANGE_WHOLE is turned as a whole or not at all */
  gboolean merges; /* whether that change found two records to be one */
  guint n_left;
} Step;

/* The change that undo (redo) would take for @person: 0 in @target when there is none. */
static gboolean
find_target (OcopStore   *store,
             const char  *person,
             gboolean     redo,
             gint64      *target,
             char       **name,
             char       **act,
             GError     **error)
{
  const char *sql = redo
    ? "SELECT seq, name, kind FROM change WHERE person = ?1 AND standing = 'undone' AND schema = ?2 ORDER BY seq LIMIT 1"
    : "SELECT seq, name, kind FROM change WHERE person = ?1 AND standing = 'done' AND schema = ?2"
      " AND kind <> '" OCOP_CHANGE_SET_UP "' ORDER BY seq DESC LIMIT 1";
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);
  gboolean found;

  *target = 0;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, person, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (statement, 2, OCOP_SQLITE_SCHEMA);
  if (!ocop_sqlite_step_row (store, statement, &found, error))
    return FALSE;
  if (found)
    {
      *target = sqlite3_column_int64 (statement, 0);
      *name = g_strdup (ocop_sqlite_column_text (statement, 1));
      *act = g_strdup (ocop_sqlite_column_text (statement, 2));
    }
  return TRUE;
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
      g_auto(OcopValue) written = ocop_record_json_get (from, field);
      g_auto(OcopValue) wanted = ocop_record_json_get (to, field);
      const OcopValue *held = ocop_record_get (record, field->name);

      if (!json_object_has_member (to, field->name) || ocop_value_equal (held, &wanted))
        continue;
      if (ocop_value_equal (held, &written))
        ocop_record_set (record, field->name, &wanted);
      else
        (*n_left)++;
    }
}

static gboolean
differ_in_links_alone (const OcopRecord *a,
                       const OcopRecord *b)
{
  for (const OcopField *field = ocop_record_get_kind (a)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (field->type != OCOP_FIELD_LINK && !ocop_value_equal (ocop_record_get (a, field->name), ocop_record_get (b, field->name)))
      return FALSE;
  return TRUE;
}

/* Sets the fields of @to (JSON) in the record where they still hold those of @from. */
static gboolean
turn_edit (OcopWriter      *writer,
           const OcopKind  *kind,
           const char      *id,
           const char      *from,
           const char      *to,
           Step            *step,
           GError         **error)
{
  gint64 key = ocop_sqlite_key (writer->store, kind, id, error);
  g_autoptr(OcopRecord) current = key != 0 ? ocop_sqlite_load (writer->store, kind, key, NULL, error) : NULL;
  g_autoptr(OcopRecord) turned = current != NULL ? ocop_record_copy (current) : NULL;
  g_autoptr(JsonNode) from_node = json_from_string (from, NULL);
  g_autoptr(JsonNode) to_node = json_from_string (to, NULL);

  if (turned == NULL)
    return FALSE;
  if (from_node == NULL || !JSON_NODE_HOLDS_OBJECT (from_node) || to_node == NULL || !JSON_NODE_HOLDS_OBJECT (to_node))
    {
      ocop_refuse (error, _("The history no longer holds what stood there before"));
      return FALSE;
    }
  turn_fields (turned, json_node_get_object (from_node), json_node_get_object (to_node), &step->n_left);
  /* A link that had followed a merge goes back also from what is held fast. */
  return (step->merges && differ_in_links_alone (current, turned) ? ocop_writer_put : ocop_writer_edit) (writer, key, current, turned, error);
}

/* The row that moved the merged record into the bin is turned by itself. */
static gboolean
turn_merge (OcopWriter      *writer,
            const OcopKind  *kind,
            const char      *id,
            const char      *after,
            gboolean         redo,
            GError         **error)
{
  g_autoptr(JsonNode) node = json_from_string (after, NULL);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *into = object != NULL ? json_object_get_string_member_with_default (object, "into", NULL) : NULL;

  /* The row of the record that stays only tells of it: doing it again writes it with the other's. */
  if (object != NULL && json_object_has_member (object, "from"))
    return redo || ocop_ledger_add (writer->ledger, kind, id, OCOP_ACTION_MERGE, after, "{}", error);
  if (!redo)
    return ocop_sqlite_remove_redirect (writer->store, id, error);
  if (into != NULL)
    return ocop_writer_redirect (writer, kind, id, into, error);
  ocop_refuse (error, _("The history no longer holds what stood there before"));
  return FALSE;
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
  if (g_str_equal (action, "merge"))
    return turn_merge (writer, kind, id.text, after, step->redo, error);
  if (g_str_equal (action, "edit"))
    return turn_edit (writer, kind, id.text, step->redo ? before : after, step->redo ? after : before, step, error);
  return ocop_writer_set_binned (writer, kind, id.text, g_str_equal (action, "bin") == step->redo, FALSE, error);
}

static gboolean
mark_target (OcopStore   *store,
             const Step  *step,
             GError     **error)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, "UPDATE change SET standing = ?2 WHERE seq = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, step->target);
  ocop_sqlite_bind_text (statement, 2, step->redo ? "done" : "undone");
  return ocop_sqlite_step_done (store, statement, error);
}

static gboolean
find_merge (OcopStore  *store,
            Step       *step,
            GError    **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "SELECT 1 FROM change_row WHERE change = ?1 AND action = 'merge'", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, step->target);
  return ocop_sqlite_step_row (store, statement, &step->merges, error);
}

static gboolean
begin_pace (OcopWriter  *writer,
            const Step  *step,
            GError     **error)
{
  g_autoptr(OcopStatement) count = ocop_sqlite_prepare (writer->store, "SELECT COUNT(*) FROM change_row WHERE change = ?1", error);
  gboolean found;

  if (count == NULL)
    return FALSE;
  sqlite3_bind_int64 (count, 1, step->target);
  if (!ocop_sqlite_step_row (writer->store, count, &found, error))
    return FALSE;
  ocop_pace_begin (writer->pace, (gsize) sqlite3_column_int64 (count, 0));
  return TRUE;
}

static gboolean
check_whole (const Step  *step,
             GError     **error)
{
  if (step->n_left == 0 || g_strcmp0 (step->act, OCOP_CHANGE_WHOLE) != 0)
    return TRUE;
  ocop_refuse (error, _("What a decision wrote is undone as a whole or not at all, and some of it was changed since"));
  return FALSE;
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

  if (rows == NULL || !find_merge (writer->store, step, error) || !begin_pace (writer, step, error))
    return FALSE;
  sqlite3_bind_int64 (rows, 1, step->target);
  while ((result = sqlite3_step (rows)) == SQLITE_ROW)
    if (!ocop_pace_step (writer->pace, error) || !turn_row (writer, rows, step, error))
      return FALSE;
  if (result != SQLITE_DONE)
    return ocop_sqlite_fail (writer->store, error);
  return check_whole (step, error) && mark_target (writer->store, step, error);
}

/* Inside the transaction: another program of this person may be undoing the same change. */
static gboolean
write_step (OcopStore  *store,
            gpointer    data,
            GError    **error)
{
  Step *step = data;
  g_autofree char *name = NULL;
  OcopHeader header = { step->redo ? "redo" : "undo", NULL, 0, "step", NULL };

  if (!find_target (store, step->author->person, step->redo, &step->target, &name, &step->act, error))
    return FALSE;
  if (step->target == 0)
    {
      ocop_refuse (error, step->redo ? _("There is nothing to do again") : _("There is nothing to undo"));
      return FALSE;
    }
  header.name = name;
  header.target = step->target;
  header.act = step->act;
  return ocop_sqlite_write_change (store, step->author, &header, step->watch, fill_step, step, error);
}

static gboolean
take_step (OcopStore         *store,
           const OcopAuthor  *author,
           const OcopWatch   *watch,
           gboolean           redo,
           guint             *n_left,
           GError           **error)
{
  Step step = { .author = author, .watch = watch, .redo = redo };
  gboolean taken = ocop_sqlite_transact (store, write_step, &step, error);

  g_free (step.act);
  if (!taken)
    return FALSE;
  if (n_left != NULL)
    *n_left = step.n_left;
  return TRUE;
}

gboolean
ocop_store_undo (OcopStore         *store,
                 const OcopAuthor  *author,
                 const OcopWatch   *watch,
                 guint             *n_left,
                 GError           **error)
{
  return take_step (store, author, watch, FALSE, n_left, error);
}

gboolean
ocop_store_redo (OcopStore         *store,
                 const OcopAuthor  *author,
                 const OcopWatch   *watch,
                 guint             *n_left,
                 GError           **error)
{
  return take_step (store, author, watch, TRUE, n_left, error);
}

void
ocop_store_get_steps (OcopStore   *store,
                      const char  *person,
                      char       **undo,
                      char       **redo)
{
  g_autofree char *undone = NULL, *redone = NULL;
  gint64 target;

  *undo = *redo = NULL;
  find_target (store, person, FALSE, &target, undo, &undone, NULL);
  find_target (store, person, TRUE, &target, redo, &redone, NULL);
}
