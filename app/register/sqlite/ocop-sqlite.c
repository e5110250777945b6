/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One connection: errors, statements, transactions, values. */

#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-uuid.h"

#define MOST_STATEMENTS 400

static const struct
{
  int code;
  OcopError error;
  const char *message;
} failures[] = {
  { SQLITE_FULL, OCOP_ERROR_NO_SPACE, N_("The disk is full: nothing was written. Free some space and save again") },
  { SQLITE_BUSY, OCOP_ERROR_BUSY, N_("Another program is writing to the register. Try again in a moment") },
  { SQLITE_LOCKED, OCOP_ERROR_BUSY, N_("Another program is writing to the register. Try again in a moment") },
  { SQLITE_READONLY, OCOP_ERROR_READ_ONLY, N_("The register cannot be written here") },
  { SQLITE_CORRUPT, OCOP_ERROR_DAMAGED, N_("The register is damaged. Restore it from a backup") },
  { SQLITE_NOTADB, OCOP_ERROR_NOT_REGISTER, N_("The file is not a register") },
  { SQLITE_CANTOPEN, OCOP_ERROR_VANISHED, N_("The register's file cannot be opened. Is the drive still there?") },
  { SQLITE_IOERR, OCOP_ERROR_VANISHED, N_("The register's file cannot be read or written. Is the drive still there?") },
  { SQLITE_INTERRUPT, OCOP_ERROR_CANCELLED, N_("Cancelled") },
};

gboolean
ocop_sqlite_fail (OcopStore  *store,
                  GError    **error)
{
  int code = sqlite3_errcode (store->db);

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      if (failures[i].code != (code & 0xff))
        continue;
      g_set_error (error, OCOP_ERROR, failures[i].error, "%s: %s", store->path, _(failures[i].message));
      return FALSE;
    }
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE, "%s: %s", store->path, sqlite3_errmsg (store->db));
  return FALSE;
}

static void
statement_finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

OcopStatement *
ocop_sqlite_prepare (OcopStore   *store,
                     const char  *sql,
                     GError     **error)
{
  GPtrArray *same = g_hash_table_lookup (store->statements, sql);
  OcopStatement *statement;

  for (guint i = 0; same != NULL && i < same->len; i++)
    if (!sqlite3_stmt_busy (same->pdata[i]))
      return same->pdata[i];
  if (sqlite3_prepare_v3 (store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      ocop_sqlite_fail (store, error);
      return NULL;
    }
  if (same == NULL)
    {
      same = g_ptr_array_new_with_free_func (statement_finalize);
      g_hash_table_insert (store->statements, g_strdup (sql), same);
    }
  g_ptr_array_add (same, statement);
  return statement;
}

void
ocop_sqlite_tidy (OcopStore *store)
{
  /* The search of a person who types makes many texts of SQL that never come again. */
  if (g_hash_table_size (store->statements) > MOST_STATEMENTS)
    g_hash_table_remove_all (store->statements);
}

void
ocop_sqlite_release (OcopStatement *statement)
{
  if (statement == NULL)
    return;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

gboolean
ocop_sqlite_run (OcopStore   *store,
                 const char  *sql,
                 GError     **error)
{
  return sqlite3_exec (store->db, sql, NULL, NULL, NULL) == SQLITE_OK || ocop_sqlite_fail (store, error);
}

gboolean
ocop_sqlite_step_done (OcopStore      *store,
                       OcopStatement  *statement,
                       GError        **error)
{
  return sqlite3_step (statement) == SQLITE_DONE || ocop_sqlite_fail (store, error);
}

gboolean
ocop_sqlite_step_row (OcopStore      *store,
                      OcopStatement  *statement,
                      gboolean       *found,
                      GError        **error)
{
  int result = sqlite3_step (statement);

  *found = result == SQLITE_ROW;
  return result == SQLITE_ROW || result == SQLITE_DONE || ocop_sqlite_fail (store, error);
}

gboolean
ocop_sqlite_begin (OcopStore  *store,
                   GError    **error)
{
  return ocop_sqlite_run (store, "BEGIN IMMEDIATE", error);
}

gboolean
ocop_sqlite_commit (OcopStore  *store,
                    GError    **error)
{
  return ocop_sqlite_run (store, "COMMIT", error);
}

void
ocop_sqlite_rollback (OcopStore *store)
{
  /* On a full disk SQLite has rolled back by itself, and a ROLLBACK would be an error. */
  if (!sqlite3_get_autocommit (store->db))
    sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
}

void
ocop_sqlite_bind_text (OcopStatement *statement,
                       int            place,
                       const char    *text)
{
  if (text == NULL || *text == '\0')
    sqlite3_bind_null (statement, place);
  else
    sqlite3_bind_text (statement, place, text, -1, SQLITE_TRANSIENT);
}

void
ocop_sqlite_bind_value (OcopStatement   *statement,
                        int              place,
                        const OcopValue *value)
{
  if (value->type == OCOP_VALUE_INTEGER)
    sqlite3_bind_int64 (statement, place, value->integer);
  else
    ocop_sqlite_bind_text (statement, place, value->text);
}

void
ocop_sqlite_bind_id (OcopStatement *statement,
                     int            place,
                     const char    *id)
{
  guint8 bytes[OCOP_UUID_SIZE];

  if (ocop_uuid_parse (id, bytes))
    sqlite3_bind_blob (statement, place, bytes, sizeof bytes, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null (statement, place);
}

const char *
ocop_sqlite_column_text (OcopStatement *statement,
                         int            column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

OcopValue
ocop_sqlite_column_value (OcopStatement *statement,
                          int            column)
{
  char id[OCOP_UUID_TEXT_SIZE];

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      return ocop_value_integer (sqlite3_column_int64 (statement, column));
    case SQLITE_TEXT:
      return ocop_value_text (ocop_sqlite_column_text (statement, column));
    case SQLITE_BLOB:
      if (sqlite3_column_bytes (statement, column) == OCOP_UUID_SIZE)
        return ocop_value_text (ocop_uuid_to_text (sqlite3_column_blob (statement, column), id));
      return (OcopValue) OCOP_VALUE_INIT;
    default:
      return (OcopValue) OCOP_VALUE_INIT;
    }
}

gint64
ocop_sqlite_key (OcopStore       *store,
                 const OcopKind  *kind,
                 const char      *id,
                 GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE uuid = ?1", kind->name);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);
  gboolean found;

  if (statement == NULL)
    return 0;
  ocop_sqlite_bind_id (statement, 1, id);
  if (!ocop_sqlite_step_row (store, statement, &found, error))
    return 0;
  if (found)
    return sqlite3_column_int64 (statement, 0);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("There is no such record: %s"), _(kind->title));
  return 0;
}

/* "SELECT uuid, version, binned, fields …": a link as the id it leads to. */
static char *
build_load (const OcopKind *kind)
{
  g_autoptr(GString) sql = g_string_new ("SELECT uuid, version, binned");

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (field->type == OCOP_FIELD_LINK)
      g_string_append_printf (sql, ", (SELECT uuid FROM %s AS x WHERE x.id = t.%s)", field->target, field->name);
    else
      g_string_append_printf (sql, ", t.%s", field->name);
  g_string_append_printf (sql, " FROM %s AS t WHERE t.id = ?1", kind->name);
  return g_strdup (sql->str);
}

OcopRecord *
ocop_sqlite_load (OcopStore       *store,
                  const OcopKind  *kind,
                  gint64           key,
                  gboolean        *binned,
                  GError         **error)
{
  g_autofree char *sql = build_load (kind);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);
  g_auto(OcopValue) id = OCOP_VALUE_INIT;
  OcopRecord *record;
  gboolean found;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, key);
  if (!ocop_sqlite_step_row (store, statement, &found, error))
    return NULL;
  if (!found)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("There is no such record: %s"), _(kind->title));
      return NULL;
    }
  id = ocop_sqlite_column_value (statement, 0);
  record = ocop_record_new (kind, id.text);
  ocop_record_set_version (record, sqlite3_column_int64 (statement, 1));
  if (binned != NULL)
    *binned = sqlite3_column_int (statement, 2) != 0;
  for (guint i = 0; i < ocop_kind_n_stored (kind); i++)
    {
      g_auto(OcopValue) value = ocop_sqlite_column_value (statement, (int) i + 3);

      ocop_record_set (record, kind->fields[i].name, &value);
    }
  return record;
}
