/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Unsaved forms, in a file of their own. */

#include "register/ocop-drafts-store.h"

#include "base/ocop-error.h"
#include "register/ocop-record-json.h"
#include "register/sqlite/ocop-sqlite.h"

struct _OcopDraftsStore
{
  OcopStore *store;
};

/* FULL: what was typed outlives the program and the power; only the thread of the drafts waits for
 * the disk. A form's new record has no record yet (x''), but an id. */
static const char schema[] =
  "PRAGMA synchronous = FULL;"
  "CREATE TABLE IF NOT EXISTS draft ("
  " register BLOB NOT NULL,"
  " kind TEXT NOT NULL,"
  " record BLOB NOT NULL,"
  " base INTEGER NOT NULL,"
  " id BLOB NOT NULL,"
  " fields TEXT NOT NULL,"
  " time INTEGER NOT NULL,"
  " PRIMARY KEY (register, kind, record, base)"
  ") STRICT, WITHOUT ROWID";

static OcopStore *
open_once (const char  *path,
           GError     **error)
{
  g_autoptr(OcopStore) store = ocop_sqlite_connect (path, OCOP_STORE_WRITE, TRUE, error);

  if (store == NULL)
    return NULL;
  /* Changing the mode does not wait for whoever looks at the file just then, and drafts keep
   * in either mode: the next opening asks for it again. */
  ocop_sqlite_run (store, "PRAGMA journal_mode = WAL", NULL);
  return ocop_sqlite_run (store, schema, error) ? g_steal_pointer (&store) : NULL;
}

OcopDraftsStore *
ocop_drafts_store_open (const char  *path,
                        GError     **error)
{
  g_autoptr(GError) local = NULL;
  OcopStore *store = open_once (path, &local);
  OcopDraftsStore *drafts;

  if (g_error_matches (local, OCOP_ERROR, OCOP_ERROR_NOT_REGISTER) || g_error_matches (local, OCOP_ERROR, OCOP_ERROR_DAMAGED))
    {
      g_clear_error (&local);
      ocop_store_remove (path);
      store = open_once (path, &local);
    }
  if (store == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  drafts = g_new0 (OcopDraftsStore, 1);
  drafts->store = store;
  return drafts;
}

void
ocop_drafts_store_close (OcopDraftsStore *drafts)
{
  if (drafts == NULL)
    return;
  ocop_store_close (drafts->store);
  g_free (drafts);
}

/* The key of the drafts of a record. */
static void
bind_key (OcopStatement  *statement,
          const char     *register_id,
          const OcopKind *kind,
          const char     *id)
{
  ocop_sqlite_bind_id (statement, 1, register_id);
  ocop_sqlite_bind_text (statement, 2, kind->name);
  if (id != NULL)
    ocop_sqlite_bind_id (statement, 3, id);
  else
    sqlite3_bind_zeroblob (statement, 3, 0);
}

gboolean
ocop_drafts_store_keep (OcopDraftsStore   *drafts,
                        const char        *register_id,
                        const char        *id,
                        gint64             base,
                        const OcopRecord  *record,
                        GError           **error)
{
  g_autofree char *fields = ocop_record_to_json (record, NULL);
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (drafts->store, "INSERT INTO draft (register, kind, record, base, id, fields, time) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                                        " ON CONFLICT DO UPDATE SET id = excluded.id, fields = excluded.fields, time = excluded.time", error);

  if (statement == NULL)
    return FALSE;
  bind_key (statement, register_id, ocop_record_get_kind (record), id);
  sqlite3_bind_int64 (statement, 4, base);
  ocop_sqlite_bind_id (statement, 5, ocop_record_get_id (record));
  ocop_sqlite_bind_text (statement, 6, fields);
  sqlite3_bind_int64 (statement, 7, g_get_real_time ());
  return ocop_sqlite_step_done (drafts->store, statement, error);
}

gboolean
ocop_drafts_store_discard (OcopDraftsStore  *drafts,
                           const char       *register_id,
                           const OcopKind   *kind,
                           const char       *id,
                           GError          **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (drafts->store, "DELETE FROM draft WHERE register = ?1 AND kind = ?2 AND record = ?3", error);

  if (statement == NULL)
    return FALSE;
  bind_key (statement, register_id, kind, id);
  return ocop_sqlite_step_done (drafts->store, statement, error);
}

static void
add_attachments (const OcopKind *kind,
                 const char     *fields,
                 GStrvBuilder   *names)
{
  g_autoptr(OcopRecord) record = ocop_record_new (kind, NULL);

  ocop_record_fill_from_json (record, fields);
  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (ocop_field_is_attachment (field) && ocop_record_get_text (record, field->name) != NULL)
      g_strv_builder_add (names, ocop_record_get_text (record, field->name));
}

gboolean
ocop_drafts_store_attachments (OcopDraftsStore  *drafts,
                               const char       *register_id,
                               GStrvBuilder     *names,
                               GError          **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (drafts->store, "SELECT kind, fields FROM draft WHERE register = ?1", error);
  int result;

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_id (statement, 1, register_id);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const OcopKind *kind = ocop_kind_find (ocop_sqlite_column_text (statement, 0));

      if (kind != NULL)
        add_attachments (kind, ocop_sqlite_column_text (statement, 1), names);
    }
  return result == SQLITE_DONE || ocop_sqlite_fail (drafts->store, error);
}

OcopRecord *
ocop_drafts_store_find (OcopDraftsStore *drafts,
                        const char      *register_id,
                        const OcopKind  *kind,
                        const char      *id)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (drafts->store, "SELECT id, base, fields FROM draft WHERE register = ?1 AND kind = ?2 AND record = ?3"
                                        " ORDER BY time DESC LIMIT 1", NULL);
  g_autoptr(OcopRecord) record = NULL;
  g_auto(OcopValue) own_id = OCOP_VALUE_INIT;

  if (statement == NULL)
    return NULL;
  bind_key (statement, register_id, kind, id);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  own_id = ocop_sqlite_column_value (statement, 0);
  record = ocop_record_new (kind, own_id.text);
  ocop_record_set_version (record, sqlite3_column_int64 (statement, 1));
  return ocop_record_fill_from_json (record, ocop_sqlite_column_text (statement, 2)) ? g_steal_pointer (&record) : NULL;
}
