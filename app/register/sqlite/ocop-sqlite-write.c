/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One record at a time: written, filed in the ledger, its derived data marked. */

#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "register/ocop-record-json.h"

/* The key of the record @id where it lies outside the bin, else 0. @found: whether it is there at all. */
static gint64
find_outside_bin (OcopWriter       *writer,
                  const OcopField  *field,
                  const char       *id,
                  gboolean         *found,
                  GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, binned FROM %s WHERE uuid = ?1", field->target);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (writer->store, sql, error);

  *found = FALSE;
  if (statement == NULL)
    return 0;
  ocop_sqlite_bind_id (statement, 1, id);
  if (!ocop_sqlite_step_row (writer->store, statement, found, error) || !*found || sqlite3_column_int (statement, 1) != 0)
    return 0;
  return sqlite3_column_int64 (statement, 0);
}

/* The key of the record that @field is to lead to: @id, or what it was merged into; 0 with @error
 * set where none lies outside the bin. */
static gint64
find_target (OcopWriter       *writer,
             const OcopField  *field,
             const char       *id,
             GError          **error)
{
  g_autoptr(GError) local = NULL;
  g_autofree char *standing = NULL;
  gboolean found, stands;
  gint64 key = find_outside_bin (writer, field, id, &found, &local);

  if (key == 0 && found)
    {
      standing = ocop_sqlite_dup_standing (writer->store, id, &local);
      key = standing != NULL ? find_outside_bin (writer, field, standing, &stands, &local) : 0;
    }
  if (key != 0)
    return key;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return 0;
    }
  ocop_refuse (error, found ? _("%s: the record that it names lies in the bin") : _("%s: the record that it names is not in this register"),
               _(field->title));
  return 0;
}

/* Binds @value, a link as the key of what it leads to. */
static gboolean
bind_field (OcopWriter       *writer,
            OcopStatement    *statement,
            int               place,
            const OcopField  *field,
            const OcopValue  *value,
            GError          **error)
{
  gint64 key;

  if (field->type != OCOP_FIELD_LINK || value->text == NULL)
    {
      ocop_sqlite_bind_value (statement, place, value);
      return TRUE;
    }
  key = find_target (writer, field, value->text, error);
  if (key == 0)
    return FALSE;
  sqlite3_bind_int64 (statement, place, key);
  return TRUE;
}

static char *
build_insert (const OcopKind *kind)
{
  g_autoptr(GString) names = g_string_new ("uuid, version");
  g_autoptr(GString) places = g_string_new ("?1, 1");
  guint n = ocop_kind_n_stored (kind);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (names, ", %s", kind->fields[i].name);
      g_string_append_printf (places, ", ?%u", i + 2);
    }
  return g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", kind->name, names->str, places->str);
}

gboolean
ocop_writer_add (OcopWriter        *writer,
                 const OcopRecord  *record,
                 GError           **error)
{
  const OcopKind *kind = ocop_record_get_kind (record);
  g_autofree char *sql = build_insert (kind);
  g_autofree char *content = ocop_record_to_json (record, NULL);
  g_autoptr(OcopStatement) statement = NULL;
  gint64 key;

  if (!ocop_record_check (record, NULL, error) || !ocop_writer_check_taken (writer, record, NULL, error))
    return FALSE;
  statement = ocop_sqlite_prepare (writer->store, sql, error);
  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_id (statement, 1, ocop_record_get_id (record));
  for (guint i = 0; i < ocop_kind_n_stored (kind); i++)
    if (!bind_field (writer, statement, (int) i + 2, &kind->fields[i], ocop_record_get (record, kind->fields[i].name), error))
      return FALSE;
  if (!ocop_sqlite_step_done (writer->store, statement, error))
    return FALSE;
  key = sqlite3_last_insert_rowid (writer->store->db);
  if (!ocop_writer_check_add_locks (writer, kind, key, error) ||
      !ocop_writer_check_doubles (writer, key, record, NULL, error) || !ocop_writer_check_choices (writer, key, record, NULL, error) ||
      !ocop_writer_check_strangers (writer, key, record, NULL, error))
    return FALSE;
  ocop_derived_touch (writer->derived, kind, key);
  return ocop_ledger_add (writer->ledger, kind, ocop_record_get_id (record), OCOP_ACTION_ADD, "{}", content, error);
}

/* Marks the record's derived data, and those of the product that a recognition now belongs to. */
static gboolean
touch (OcopWriter      *writer,
       const OcopKind  *kind,
       gint64           key,
       GError         **error)
{
  g_autoptr(OcopStatement) statement = NULL;
  int result;

  ocop_derived_touch (writer->derived, kind, key);
  if (!g_str_equal (kind->name, "recognition"))
    return TRUE;
  statement = ocop_sqlite_prepare (writer->store, "SELECT product FROM recognition WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, key);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    ocop_derived_touch (writer->derived, ocop_kind_find ("product"), sqlite3_column_int64 (statement, 0));
  return result == SQLITE_ROW || result == SQLITE_DONE || ocop_sqlite_fail (writer->store, error);
}

/* The fields in which @after differs from @before. Free with g_ptr_array_unref(). */
static GPtrArray *
find_differences (const OcopRecord *before,
                  const OcopRecord *after)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (const OcopField *field = ocop_record_get_kind (before)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (!ocop_value_equal (ocop_record_get (before, field->name), ocop_record_get (after, field->name)))
      g_ptr_array_add (fields, (gpointer) field);
  return fields;
}

static gboolean
update_fields (OcopWriter        *writer,
               gint64             key,
               const OcopRecord  *record,
               const GPtrArray   *fields,
               GError           **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(OcopStatement) statement = NULL;

  g_string_printf (sql, "UPDATE %s SET version = version + 1", ocop_record_get_kind (record)->name);
  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (sql, ", %s = ?%u", ((const OcopField *) fields->pdata[i])->name, i + 2);
  g_string_append (sql, " WHERE id = ?1");
  statement = ocop_sqlite_prepare (writer->store, sql->str, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, key);
  for (guint i = 0; i < fields->len; i++)
    {
      const OcopField *field = fields->pdata[i];

      if (!bind_field (writer, statement, (int) i + 2, field, ocop_record_get (record, field->name), error))
        return FALSE;
    }
  return ocop_sqlite_step_done (writer->store, statement, error);
}

gboolean
ocop_writer_edit (OcopWriter        *writer,
                  gint64             key,
                  const OcopRecord  *before,
                  const OcopRecord  *after,
                  GError           **error)
{
  return ocop_writer_check_edit_locks (writer, key, before, after, FALSE, error) &&
         ocop_writer_put (writer, key, before, after, error) &&
         ocop_writer_check_edit_locks (writer, key, before, after, TRUE, error);
}

gboolean
ocop_writer_put (OcopWriter        *writer,
                 gint64             key,
                 const OcopRecord  *before,
                 const OcopRecord  *after,
                 GError           **error)
{
  const OcopKind *kind = ocop_record_get_kind (after);
  g_autoptr(GPtrArray) fields = find_differences (before, after);
  g_autofree char *held = ocop_record_to_json (before, after);
  g_autofree char *wanted = ocop_record_to_json (after, before);

  if (fields->len == 0)
    return TRUE;
  /* A recognition that moves concerns the product it leaves and the one it comes to. */
  return ocop_record_check (after, NULL, error) && ocop_writer_check_taken (writer, after, before, error) &&
         touch (writer, kind, key, error) &&
         update_fields (writer, key, after, fields, error) && ocop_writer_check_doubles (writer, key, after, before, error) &&
         ocop_writer_check_choices (writer, key, after, before, error) &&
         ocop_writer_check_strangers (writer, key, after, before, error) && touch (writer, kind, key, error) &&
         ocop_ledger_add (writer->ledger, kind, ocop_record_get_id (after), OCOP_ACTION_EDIT, held, wanted, error);
}

static gboolean
refuse_dependent (OcopWriter      *writer,
                  const OcopKind  *kind,
                  const OcopKind  *dependent,
                  gint64           key,
                  GError         **error)
{
  g_autoptr(OcopRecord) record = ocop_sqlite_load (writer->store, dependent, key, NULL, NULL);
  g_autofree char *label = record != NULL
    ? ocop_field_format (ocop_kind_find_field (dependent, dependent->label), ocop_record_get (record, dependent->label)) : NULL;

  /* Translators: kind of the record, kind and name of another that refers to it */
  ocop_refuse (error, _("%s: still used by %s “%s”"), _(kind->title), _(dependent->title), label != NULL ? label : "");
  return FALSE;
}

/* What links to the record and goes with it. Out of the bin comes what went into it in the same
 * change, not what somebody had thrown away before. The plus keeps SQLite from looking through all
 * rows of that change, which may be one of thousands, for the few of the record. */
static char *
build_follow (const OcopKind  *kind,
              const OcopKind  *dependent,
              const OcopField *link,
              gboolean         binned)
{
  if (binned)
    return g_strdup_printf ("SELECT id, uuid FROM %s WHERE %s = ?1 AND binned = ?2", dependent->name, link->name);
  return g_strdup_printf ("SELECT d.id, d.uuid FROM %s AS d WHERE d.%s = ?1 AND d.binned = ?2 AND EXISTS"
                          " (SELECT 1 FROM change_row AS r WHERE r.record = d.uuid AND r.action = 'bin' AND +r.change ="
                          " (SELECT MAX(o.change) FROM change_row AS o JOIN %s AS k ON k.uuid = o.record"
                          " WHERE k.id = ?1 AND o.action = 'bin'))", dependent->name, link->name, kind->name);
}

/* A record does not come out of the bin while what it belongs to lies there. */
static gboolean
check_owners (OcopWriter      *writer,
              const OcopKind  *kind,
              gint64           key,
              GError         **error)
{
  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      g_autofree char *sql = NULL;
      g_autoptr(OcopStatement) statement = NULL;
      gboolean found;

      if (field->type != OCOP_FIELD_LINK)
        continue;
      sql = g_strdup_printf ("SELECT 1 FROM %s AS k JOIN %s AS o ON o.id = k.%s WHERE k.id = ?1 AND o.binned = 1",
                             kind->name, field->target, field->name);
      statement = ocop_sqlite_prepare (writer->store, sql, error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, key);
      if (!ocop_sqlite_step_row (writer->store, statement, &found, error))
        return FALSE;
      if (!found)
        continue;
      ocop_refuse (error, _("%s: the record that it names lies in the bin"), _(field->title));
      return FALSE;
    }
  return TRUE;
}

/* Nor where another record got meanwhile what only one may hold. */
static gboolean
check_return (OcopWriter      *writer,
              const OcopKind  *kind,
              gint64           key,
              GError         **error)
{
  g_autoptr(OcopRecord) record = ocop_sqlite_load (writer->store, kind, key, NULL, error);

  return record != NULL && check_owners (writer, kind, key, error) && ocop_writer_check_taken (writer, record, NULL, error);
}

/* Nor beside one that says the same. */
static gboolean
check_doubles (OcopWriter      *writer,
               const OcopKind  *kind,
               gint64           key,
               GError         **error)
{
  g_autoptr(OcopRecord) record = ocop_sqlite_load (writer->store, kind, key, NULL, error);

  return record != NULL && ocop_writer_check_doubles (writer, key, record, NULL, error);
}

/* What links to the record: its parts, whose link is required, go into the bin and out of it
 * with it; anything else that links to it keeps it out of the bin. */
static gboolean
follow_link (OcopWriter       *writer,
             const OcopKind   *kind,
             gint64            key,
             const OcopKind   *dependent,
             const OcopField  *link,
             gboolean          binned,
             gboolean          with_parts,
             GError          **error)
{
  g_autofree char *sql = build_follow (kind, dependent, link, binned);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (writer->store, sql, error);
  gboolean part = with_parts && (link->flags & OCOP_FIELD_REQUIRED) != 0;
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  int result;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, key);
  sqlite3_bind_int (statement, 2, !binned);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      if (!part && binned)
        return refuse_dependent (writer, kind, dependent, sqlite3_column_int64 (statement, 0), error);
      if (part)
        g_ptr_array_add (parts, ocop_sqlite_column_value (statement, 1).text);
    }
  if (result != SQLITE_DONE)
    return ocop_sqlite_fail (writer->store, error);
  for (guint i = 0; i < parts->len; i++)
    if (!ocop_writer_set_binned (writer, dependent, parts->pdata[i], binned, TRUE, error))
      return FALSE;
  return TRUE;
}

static gboolean
follow_links (OcopWriter      *writer,
              const OcopKind  *kind,
              gint64           key,
              gboolean         binned,
              gboolean         with_parts,
              GError         **error)
{
  for (const OcopKind * const *other = ocop_kind_all (); *other != NULL; other++)
    for (const OcopField *field = (*other)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
      if (field->type == OCOP_FIELD_LINK && g_str_equal (field->target, kind->name) &&
          !follow_link (writer, kind, key, *other, field, binned, with_parts, error))
        return FALSE;
  return TRUE;
}

gboolean
ocop_writer_set_binned (OcopWriter      *writer,
                        const OcopKind  *kind,
                        const char      *id,
                        gboolean         binned,
                        gboolean         with_parts,
                        GError         **error)
{
  gint64 key = ocop_sqlite_key (writer->store, kind, id, error);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET binned = ?2, version = version + 1 WHERE id = ?1 AND binned <> ?2", kind->name);
  g_autoptr(OcopStatement) statement = NULL;

  if (key == 0 || !ocop_writer_check_bin_locks (writer, kind, key, binned, error))
    return FALSE;
  if (binned ? !follow_links (writer, kind, key, binned, with_parts, error) : !check_return (writer, kind, key, error))
    return FALSE;
  statement = ocop_sqlite_prepare (writer->store, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, key);
  sqlite3_bind_int (statement, 2, binned);
  if (!ocop_sqlite_step_done (writer->store, statement, error))
    return FALSE;
  if (sqlite3_changes (writer->store->db) == 0)
    return TRUE;
  return (binned || check_doubles (writer, kind, key, error)) && touch (writer, kind, key, error) &&
         ocop_ledger_add (writer->ledger, kind, id, binned ? OCOP_ACTION_BIN : OCOP_ACTION_RESTORE, "{}", "{}", error) &&
         (binned || ocop_sqlite_remove_redirect (writer->store, id, error)) &&
         (binned || !with_parts || follow_links (writer, kind, key, binned, with_parts, error));
}
