/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbered migrations, 001.sql and on: all of them make a new register, the last ones an older
 * register one of today. A migration is no change: it stands in no history. One that was published
 * is never edited again: registers that it made are out there. */

#include "register/sqlite/ocop-sqlite.h"

#include "base/ocop-data.h"

static gboolean
run_migration (OcopStore  *store,
               int         version,
               GError    **error)
{
  g_autofree char *name = g_strdup_printf ("register/%03d.sql", version);
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr(GBytes) sql = ocop_data_lookup (name, error);

  return sql != NULL && ocop_sqlite_run (store, g_bytes_get_data (sql, NULL), error) && ocop_sqlite_run (store, mark, error);
}

static gboolean
read_version (OcopStore  *store,
              int        *version,
              GError    **error)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, "PRAGMA user_version", error);
  gboolean found;

  if (statement == NULL || !ocop_sqlite_step_row (store, statement, &found, error))
    return FALSE;
  *version = found ? sqlite3_column_int (statement, 0) : 0;
  return TRUE;
}

gboolean
ocop_sqlite_migrate (OcopStore  *store,
                     gpointer    data,
                     GError    **error)
{
  int version;

  if (!read_version (store, &version, error))
    return FALSE;
  while (version < OCOP_SQLITE_SCHEMA)
    if (!run_migration (store, ++version, error))
      return FALSE;
  return TRUE;
}

/* Beside the register, by the version that it was; an earlier one of that name stays. */
static gboolean
keep_former (OcopStore   *store,
             const char  *path,
             GError     **error)
{
  g_autofree char *kept = NULL;
  int version;

  if (!read_version (store, &version, error))
    return FALSE;
  kept = g_strdup_printf ("%s.version-%d", path, version);
  return g_file_test (kept, G_FILE_TEST_EXISTS) || ocop_store_backup (store, kept, error);
}

gboolean
ocop_store_upgrade (const char  *path,
                    gboolean     keep,
                    GError     **error)
{
  g_autoptr(OcopStore) store = ocop_sqlite_connect (path, OCOP_STORE_WRITE, FALSE, error);

  /* A migration may make a table anew. Dropping the former one is no deletion of the records to which
   * others refer, which can be said only outside a transaction. */
  if (store == NULL || (keep && !keep_former (store, path, error)) ||
      !ocop_sqlite_run (store, "PRAGMA foreign_keys = OFF", error) ||
      !ocop_sqlite_transact (store, ocop_sqlite_migrate, NULL, error))
    return FALSE;
  /* The version is read from the file itself before it is opened. */
  ocop_store_fold (store);
  return TRUE;
}
