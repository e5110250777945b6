/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two records found to be the same: one takes all that belongs to the other, which stays in the bin
 * and leads to it for ever. And the names by which other registers know ours. */

#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

/* --- redirects --- */

char *
ocop_sqlite_dup_standing (OcopStore   *store,
                          const char  *id,
                          GError     **error)
{
  /* A merged record never stands for another, so that the way has an end. */
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "WITH RECURSIVE way (id, step) AS (SELECT ?1, 0 UNION ALL"
                                " SELECT r.target, w.step + 1 FROM way AS w JOIN redirect AS r ON r.record = w.id)"
                                " SELECT id FROM way ORDER BY step DESC LIMIT 1", error);
  gboolean found;

  if (statement == NULL)
    return NULL;
  ocop_sqlite_bind_id (statement, 1, id);
  if (!ocop_sqlite_step_row (store, statement, &found, error))
    return NULL;
  return ocop_sqlite_column_value (statement, 0).text;
}

static gboolean
put_redirect (OcopStore       *store,
              const OcopKind  *kind,
              const char      *id,
              const char      *into,
              GError         **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "INSERT INTO redirect (record, kind, target) VALUES (?1, ?2, ?3)"
                                " ON CONFLICT (record) DO UPDATE SET target = excluded.target", error);

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_id (statement, 1, id);
  ocop_sqlite_bind_text (statement, 2, kind->name);
  ocop_sqlite_bind_id (statement, 3, into);
  return ocop_sqlite_step_done (store, statement, error);
}

gboolean
ocop_sqlite_remove_redirect (OcopStore   *store,
                             const char  *id,
                             GError     **error)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, "DELETE FROM redirect WHERE record = ?1", error);

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_id (statement, 1, id);
  return ocop_sqlite_step_done (store, statement, error);
}

/* --- merging --- */

typedef struct
{
  OcopWriter *writer;
  const OcopKind *kind;
  const char *id, *into;
  gint64 key, into_key;
} Merge;

/* Whether the record that stays has a part for that year already; of two figures of a year one counts. */
static gboolean
has_year (const Merge       *merge,
          const OcopRecord  *part,
          const OcopField   *link,
          gboolean          *has,
          GError           **error)
{
  const OcopKind *kind = ocop_record_get_kind (part);
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE %s = ?1 AND year = ?2 AND binned = 0", kind->name, link->name);
  g_autoptr(OcopStatement) statement = NULL;

  *has = FALSE;
  if (!g_str_has_suffix (kind->name, "_year"))
    return TRUE;
  statement = ocop_sqlite_prepare (merge->writer->store, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, merge->into_key);
  sqlite3_bind_int64 (statement, 2, ocop_record_get_integer (part, "year", 0));
  return ocop_sqlite_step_row (merge->writer->store, statement, has, error);
}

/* Where the link of @dependent leads from then on. The record that stays cannot belong to itself:
 * it belongs to what the other belonged to. */
static OcopValue
find_new_link (const Merge       *merge,
               const OcopRecord  *dependent,
               const OcopField   *link,
               GError           **error)
{
  g_autoptr(OcopRecord) merged = NULL;
  const char *id;

  if (!g_str_equal (ocop_record_get_id (dependent), merge->into))
    return ocop_value_text (merge->into);
  merged = ocop_sqlite_load (merge->writer->store, merge->kind, merge->key, NULL, error);
  id = merged != NULL ? ocop_record_get_text (merged, link->name) : NULL;
  return id != NULL && !g_str_equal (id, merge->into) ? ocop_value_text (id) : (OcopValue) OCOP_VALUE_INIT;
}

static gboolean
repoint (const Merge      *merge,
         const OcopKind   *kind,
         const OcopField  *link,
         gint64            key,
         GError          **error)
{
  gboolean binned, superfluous;
  g_autoptr(OcopRecord) before = ocop_sqlite_load (merge->writer->store, kind, key, &binned, error);
  g_autoptr(OcopRecord) after = before != NULL ? ocop_record_copy (before) : NULL;
  g_auto(OcopValue) target = OCOP_VALUE_INIT;

  if (before == NULL || !has_year (merge, before, link, &superfluous, error))
    return FALSE;
  if (superfluous && !binned)
    return ocop_writer_set_binned (merge->writer, kind, ocop_record_get_id (before), TRUE, TRUE, error);
  target = find_new_link (merge, before, link, error);
  ocop_record_set (after, link->name, &target);
  return ocop_writer_put (merge->writer, key, before, after, error);
}

/* The keys of the records of @kind, those in the bin too, whose @link leads to the merged one. */
static GArray *
find_dependents (const Merge      *merge,
                 const OcopKind   *kind,
                 const OcopField  *link,
                 GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 ORDER BY id", kind->name, link->name);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (merge->writer->store, sql, error);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean found = statement != NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, merge->key);
  while (found)
    {
      gint64 key;

      if (!ocop_sqlite_step_row (merge->writer->store, statement, &found, error))
        return NULL;
      key = found ? sqlite3_column_int64 (statement, 0) : 0;
      if (found)
        g_array_append_val (keys, key);
    }
  return g_steal_pointer (&keys);
}

static gboolean
repoint_all (const Merge  *merge,
             GError      **error)
{
  for (const OcopKind * const *kind = ocop_kind_all (); *kind != NULL; kind++)
    for (const OcopField *field = (*kind)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
      {
        g_autoptr(GArray) keys = NULL;

        if (field->type != OCOP_FIELD_LINK || !g_str_equal (field->target, merge->kind->name))
          continue;
        keys = find_dependents (merge, *kind, field, error);
        for (guint i = 0; keys != NULL && i < keys->len; i++)
          if (!repoint (merge, *kind, field, g_array_index (keys, gint64, i), error))
            return FALSE;
        if (keys == NULL)
          return FALSE;
      }
  return TRUE;
}

static gboolean
check_outside_bin (const Merge  *merge,
                   gint64        key,
                   GError      **error)
{
  gboolean binned;
  g_autoptr(OcopRecord) record = ocop_sqlite_load (merge->writer->store, merge->kind, key, &binned, error);

  if (record == NULL)
    return FALSE;
  if (binned)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_CONFLICT, _("%s: it lies in the bin meanwhile"), _(merge->kind->title));
  return !binned;
}

gboolean
ocop_writer_merge (OcopWriter      *writer,
                   const OcopKind  *kind,
                   const char      *id,
                   const char      *into,
                   GError         **error)
{
  Merge merge = { writer, kind, id, into, 0, 0 };

  if ((merge.key = ocop_sqlite_key (writer->store, kind, id, error)) == 0 ||
      (merge.into_key = ocop_sqlite_key (writer->store, kind, into, error)) == 0)
    return FALSE;
  if (merge.key == merge.into_key)
    {
      ocop_refuse (error, _("%s: it cannot be merged into itself"), _(kind->title));
      return FALSE;
    }
  return check_outside_bin (&merge, merge.key, error) && check_outside_bin (&merge, merge.into_key, error) &&
         repoint_all (&merge, error) &&
         ocop_writer_set_binned (writer, kind, id, TRUE, FALSE, error) &&
         ocop_writer_redirect (writer, kind, id, into, error);
}

gboolean
ocop_writer_redirect (OcopWriter      *writer,
                      const OcopKind  *kind,
                      const char      *id,
                      const char      *into,
                      GError         **error)
{
  g_autofree char *after = g_strdup_printf ("{\"into\":\"%s\"}", into);
  g_autofree char *taken = g_strdup_printf ("{\"from\":\"%s\"}", id);

  /* Also the history of the record that stays tells of it, where no field of its own changed. */
  return put_redirect (writer->store, kind, id, into, error) &&
         ocop_ledger_add (writer->ledger, kind, id, OCOP_ACTION_MERGE, "{}", after, error) &&
         ocop_ledger_add (writer->ledger, kind, into, OCOP_ACTION_MERGE, "{}", taken, error);
}

/* --- aliases --- */

gboolean
ocop_sqlite_put_alias (OcopStore        *store,
                       const OcopAlias  *alias,
                       GError          **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "INSERT INTO alias (source, foreign_id, kind, record) VALUES (?1, ?2, ?3, ?4)"
                                " ON CONFLICT (source, foreign_id, kind) DO UPDATE SET record = excluded.record", error);

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_text (statement, 1, alias->source);
  ocop_sqlite_bind_text (statement, 2, alias->foreign_id);
  ocop_sqlite_bind_text (statement, 3, alias->kind->name);
  ocop_sqlite_bind_id (statement, 4, alias->id);
  return ocop_sqlite_step_done (store, statement, error);
}

/* Whether the record @id is there, and not in the bin. */
static gboolean
is_in_use (OcopStore       *store,
           const OcopKind  *kind,
           const char      *id,
           GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE uuid = ?1 AND binned = 0", kind->name);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_id (statement, 1, id);
  return ocop_sqlite_step_row (store, statement, &found, error) && found;
}

char *
ocop_reader_resolve (OcopReader      *reader,
                     const OcopKind  *kind,
                     const char      *id,
                     GError         **error)
{
  g_autofree char *standing = ocop_sqlite_dup_standing (reader->store, id, error);

  return standing != NULL && is_in_use (reader->store, kind, standing, error) ? g_steal_pointer (&standing) : NULL;
}

char *
ocop_reader_find_alias (OcopReader      *reader,
                        const OcopKind  *kind,
                        const char      *source,
                        const char      *foreign_id,
                        GError         **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (reader->store, "SELECT record FROM alias WHERE source = ?1 AND foreign_id = ?2 AND kind = ?3", error);
  g_auto(OcopValue) id = OCOP_VALUE_INIT;
  gboolean found;

  if (statement == NULL)
    return NULL;
  ocop_sqlite_bind_text (statement, 1, source);
  ocop_sqlite_bind_text (statement, 2, foreign_id);
  ocop_sqlite_bind_text (statement, 3, kind->name);
  if (!ocop_sqlite_step_row (reader->store, statement, &found, error) || !found)
    return NULL;
  id = ocop_sqlite_column_value (statement, 0);
  return id.text != NULL ? ocop_reader_resolve (reader, kind, id.text, error) : NULL;
}
