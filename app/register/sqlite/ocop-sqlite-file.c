/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The register as a file: what it is, made, opened, upgraded, copied. */

#include "register/sqlite/ocop-sqlite.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "base/ocop-uuid.h"
#include "law/ocop-law.h"
#include "register/ocop-share.h"
#include "register/sqlite/ocop-sqlite-columns.h"
#include "register/sqlite/ocop-sqlite-written.h"

#define HEADER_SIZE 100
/* 32 MB: from then on a save folds the log in itself, which a pause in the writing does otherwise. */
#define MOST_PAGES_IN_LOG "8192"
/* How long another process may hold the register, in milliseconds. */
#define BUSY_TIMEOUT 5000
/* Texts that are kept folded */
#define MOST_FOLDED 256
/* 16 MB, looked over in under a tenth of a second. */
#define MOST_PAGES_LOOKED_OVER 4096

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* The header of an SQLite file, read without opening it: a file that is none must not be touched. */
static gboolean
read_header (const char  *path,
             guint8       header[HEADER_SIZE],
             GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) local = NULL;
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, &local);
  gsize n_read = 0;

  if (stream == NULL)
    {
      g_set_error (error, OCOP_ERROR, g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? OCOP_ERROR_NOT_FOUND : OCOP_ERROR_READ_ONLY,
                   "%s: %s", path, local->message);
      return FALSE;
    }
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), header, HEADER_SIZE, &n_read, NULL, NULL))
    n_read = 0;
  if (n_read == HEADER_SIZE && memcmp (header, "SQLite format 3", 16) == 0 && read_big_endian (header + 68) == OCOP_SQLITE_APPLICATION_ID)
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_REGISTER, _("%s is not an OCOP register"), path);
  return FALSE;
}

gboolean
ocop_store_examine (const char  *path,
                    GError     **error)
{
  guint8 header[HEADER_SIZE];
  guint32 schema;

  if (!read_header (path, header, error))
    return FALSE;
  schema = read_big_endian (header + 60);
  if (schema == OCOP_SQLITE_SCHEMA)
    return TRUE;
  if (schema > OCOP_SQLITE_SCHEMA)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_NEWER,
                 _("%s was written by a newer version of the program. Install that version to open it"), path);
  else
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_OLDER,
                 _("%s comes from an older version and must be upgraded first. From then on colleagues need version %s"),
                 path, OCOP_VERSION);
  return FALSE;
}

static void
fold_function (sqlite3_context  *context,
               int               n_arguments,
               sqlite3_value   **arguments)
{
  OcopStore *store = sqlite3_user_data (context);
  const char *text = (const char *) sqlite3_value_text (arguments[0]);

  char *folded;

  if (text == NULL)
    return;
  folded = g_hash_table_lookup (store->folded, text);
  if (folded == NULL)
    {
      if (g_hash_table_size (store->folded) >= MOST_FOLDED)
        g_hash_table_remove_all (store->folded);
      folded = ocop_text_fold (text);
      g_hash_table_insert (store->folded, g_strdup (text), folded);
    }
  sqlite3_result_text (context, folded, -1, SQLITE_TRANSIENT);
}

/* SQLite would count its memory under one lock, which every thread's every allocation waits for. */
static void
set_up_sqlite (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  ocop_sqlite_hold_locks ();
  g_once_init_leave (&done, 1);
}

OcopStore *
ocop_sqlite_connect (const char     *path,
                     OcopStoreMode   mode,
                     gboolean        make,
                     GError        **error)
{
  g_autoptr(OcopStore) store = g_new0 (OcopStore, 1);
  int flags = make ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
  int opened;

  set_up_sqlite ();
  store->path = g_strdup (path);
  store->mode = mode;
  store->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  store->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  store->sorter = ocop_sorter_new ();
  store->columns = ocop_columns_new ();
  /* A reader opens for writing too: only so can it make the shared index of the log. It is held
   * to reading by query_only. */
  opened = sqlite3_open_v2 (path, &store->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (opened != SQLITE_OK && mode != OCOP_STORE_WRITE)
    {
      sqlite3_close (store->db);
      opened = sqlite3_open_v2 (path, &store->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
    }
  if (opened != SQLITE_OK)
    return ocop_sqlite_fail (store, error), NULL;
  sqlite3_busy_timeout (store->db, BUSY_TIMEOUT);
  store->written = ocop_written_new (store);
  sqlite3_create_function (store->db, "ocop_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, store, fold_function, NULL, NULL);
  ocop_sorter_install (store->sorter, store->db);
  /* FULL: what a person was told is saved outlives a power cut, for one sync a save. NORMAL would
   * keep the file sound too, and lose the last changes.
   * A program that opens, saves once and closes waits for five: the new log's head, so that no change
   * in it can be taken for one of the log before; the log's name in its folder, without which the
   * change would be lost with it; the change; and at the end, for the sake of those who copy the file,
   * the log before it is folded into the file, and the file before the log goes. Only the last but one
   * says nothing new to the disk, and costs accordingly: SQLite cannot be told to leave it out alone. */
  if (!ocop_sqlite_run (store, "PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY", error) ||
      !ocop_sqlite_run (store, mode != OCOP_STORE_WRITE ? "PRAGMA query_only = ON"
                                                       : "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = " MOST_PAGES_IN_LOG, error))
    return NULL;
  return g_steal_pointer (&store);
}

void
ocop_store_close (OcopStore *store)
{
  if (store == NULL)
    return;
  g_clear_pointer (&store->statements, g_hash_table_unref);
  g_clear_pointer (&store->sorter, ocop_sorter_free);
  g_clear_pointer (&store->columns, ocop_columns_free);
  g_clear_pointer (&store->folded, g_hash_table_unref);
  g_clear_pointer (&store->written, ocop_written_free);
  sqlite3_close (store->db);
  g_free (store->path);
  g_free (store);
}

/* The log needs memory that all its users share, which two machines do not. SQLite may refuse it
 * elsewhere too, and says so by answering with another mode.
 * On a share the lock files keep other machines out. SQLite's own exclusive mode would keep out the
 * readers too, which are connections of their own, and a second program of this machine. */
static gboolean
choose_journal (OcopStore  *store,
                GError    **error)
{
  const char *sql = ocop_share_is_remote (store->path) ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL";
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return ocop_sqlite_fail (store, error);
  g_debug ("%s: journal mode %s", store->path, ocop_sqlite_column_text (statement, 0));
  return TRUE;
}

/* A look at the pages before anything is written on them, where it takes no time that a person
 * would notice; `ocop check` looks at any size. */
static gboolean
look_over (OcopStore  *store,
           GError    **error)
{
  g_autoptr(OcopStatement) pages = ocop_sqlite_prepare (store, "PRAGMA page_count", error);
  g_autoptr(OcopStatement) check = pages != NULL ? ocop_sqlite_prepare (store, "PRAGMA quick_check(1)", error) : NULL;

  if (check == NULL)
    return FALSE;
  if (sqlite3_step (pages) != SQLITE_ROW)
    return ocop_sqlite_fail (store, error);
  if (sqlite3_column_int64 (pages, 0) > MOST_PAGES_LOOKED_OVER)
    return TRUE;
  if (sqlite3_step (check) == SQLITE_ROW && g_strcmp0 (ocop_sqlite_column_text (check, 0), "ok") == 0)
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_DAMAGED,
               _("%s is damaged. Restore it from a backup; nothing was written to it"), store->path);
  return FALSE;
}

OcopStore *
ocop_store_open (const char     *path,
                 OcopStoreMode   mode,
                 GError        **error)
{
  g_autoptr(OcopStore) store = NULL;
  g_autoptr(GError) local = NULL;

  if (!ocop_store_examine (path, &local) && !(mode == OCOP_STORE_COPY && g_error_matches (local, OCOP_ERROR, OCOP_ERROR_OLDER)))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  store = ocop_sqlite_connect (path, mode, FALSE, error);
  if (store == NULL || (mode == OCOP_STORE_WRITE && (!look_over (store, error) || !choose_journal (store, error))))
    return NULL;
  return g_steal_pointer (&store);
}

void
ocop_store_remove (const char *path)
{
  static const char * const companions[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *file = g_strconcat (path, companions[i], NULL);

      g_remove (file);
    }
}

gboolean
ocop_store_is_in_place (OcopStore *store)
{
  int moved = 0;

  /* Where the system lets nobody move an open file, SQLite does not look. */
  return sqlite3_file_control (store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || moved == 0;
}

static gboolean
set_property (OcopStore   *store,
              const char  *name,
              const char  *value,
              GError     **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "INSERT INTO property (name, value) VALUES (?1, ?2)"
                                " ON CONFLICT (name) DO UPDATE SET value = excluded.value", error);

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_text (statement, 1, name);
  ocop_sqlite_bind_text (statement, 2, value);
  return ocop_sqlite_step_done (store, statement, error);
}

char *
ocop_store_dup_property (OcopStore  *store,
                         const char *name)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, "SELECT value FROM property WHERE name = ?1", NULL);

  if (statement == NULL)
    return NULL;
  ocop_sqlite_bind_text (statement, 1, name);
  return sqlite3_step (statement) == SQLITE_ROW ? g_strdup (ocop_sqlite_column_text (statement, 0)) : NULL;
}

static gboolean
fill_criteria_sets (OcopStore  *store,
                    GError    **error)
{
  const OcopLaw *law = ocop_law_get_default ();

  for (guint i = 0; i < ocop_law_n_sets (law); i++)
    {
      const OcopCriteriaSet *set = ocop_law_get_set (law, i);
      const char *values[] = { set->code, set->title, set->sector, set->sector_title, set->group_title };
      g_autoptr(OcopStatement) statement =
        ocop_sqlite_prepare (store, "INSERT INTO criteria_set VALUES (?1, ?2, ?3, ?4, ?5)"
                                    " ON CONFLICT (code) DO UPDATE SET title = excluded.title", error);

      if (statement == NULL)
        return FALSE;
      for (int j = 0; j < (int) G_N_ELEMENTS (values); j++)
        ocop_sqlite_bind_text (statement, j + 1, values[j]);
      if (!ocop_sqlite_step_done (store, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (OcopStore  *store,
      GError    **error)
{
  g_autofree char *id = ocop_uuid_new ();
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", OCOP_SQLITE_APPLICATION_ID);

  return choose_journal (store, error) && ocop_sqlite_begin (store, error) &&
         ocop_sqlite_run (store, mark, error) && ocop_sqlite_migrate (store, NULL, error) &&
         set_property (store, "id", id, error) &&
         set_property (store, "collation", ocop_sorter_get_version (store->sorter), error) &&
         fill_criteria_sets (store, error) &&
         ocop_sqlite_commit (store, error);
}

gboolean
ocop_store_create (const char  *path,
                   GError     **error)
{
  g_autoptr(OcopStore) store = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      ocop_refuse (error, _("%s exists already: choose another name"), path);
      return FALSE;
    }
  store = ocop_sqlite_connect (path, OCOP_STORE_WRITE, TRUE, error);
  if (store != NULL && fill (store, error))
    {
      ocop_store_fold (store);
      return TRUE;
    }
  g_clear_pointer (&store, ocop_store_close);
  ocop_store_remove (path);
  return FALSE;
}

gboolean
ocop_store_fold (OcopStore *store)
{
  int result;

  /* Whoever reads an older state keeps the log; writers must not wait for him. */
  sqlite3_busy_timeout (store->db, 0);
  result = sqlite3_wal_checkpoint_v2 (store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  sqlite3_busy_timeout (store->db, BUSY_TIMEOUT);
  return result == SQLITE_OK;
}

/* Sort keys of the whole kind anew. */
static gboolean
refresh_keys (OcopStore       *store,
              const OcopKind  *kind,
              GError         **error)
{
  /* In the order of the table: along the index of the keys, a new key would be met again. */
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id", kind->name);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    if (!ocop_sqlite_update_key (store, kind, sqlite3_column_int64 (statement, 0), error))
      return FALSE;
  return result == SQLITE_DONE || ocop_sqlite_fail (store, error);
}

static gboolean
refresh_all_keys (OcopStore  *store,
                  gpointer    data,
                  GError    **error)
{
  for (const OcopKind * const *kind = ocop_kind_all (); *kind != NULL; kind++)
    if (ocop_sqlite_kind_is_sorted (*kind) && !refresh_keys (store, *kind, error))
      return FALSE;
  return set_property (store, "collation", ocop_sorter_get_version (store->sorter), error);
}

gboolean
ocop_store_refresh (OcopStore  *store,
                    GError    **error)
{
  g_autofree char *version = ocop_store_dup_property (store, "collation");

  return g_strcmp0 (version, ocop_sorter_get_version (store->sorter)) == 0 ||
         ocop_sqlite_transact (store, refresh_all_keys, NULL, error);
}

static gboolean
copy_pages (OcopStore   *from,
            const char  *path,
            GError     **error)
{
  g_autoptr(OcopStore) to = ocop_sqlite_connect (path, OCOP_STORE_WRITE, TRUE, error);
  sqlite3_backup *backup;
  int result;

  if (to == NULL)
    return FALSE;
  backup = sqlite3_backup_init (to->db, "main", from->db, "main");
  if (backup == NULL)
    return ocop_sqlite_fail (to, error);
  /* All in one step, hence one snapshot: between two, another's change would start it anew. */
  result = sqlite3_backup_step (backup, -1);
  if (sqlite3_backup_finish (backup) != SQLITE_OK || result != SQLITE_DONE)
    return ocop_sqlite_fail (to, error);
  return ocop_sqlite_run (to, "PRAGMA journal_mode = DELETE", error);
}

gboolean
ocop_store_backup (OcopStore   *store,
                   const char  *path,
                   GError     **error)
{
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean good;

  g_remove (temporary);
  good = copy_pages (store, temporary, error);
  if (good)
    {
      g_autoptr(OcopStore) copy = ocop_sqlite_connect (temporary, OCOP_STORE_READ, FALSE, error);

      good = copy != NULL && ocop_store_check (copy, problems, error);
    }
  if (good && problems->len > 0)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_DAMAGED, _("The copy is not sound: %s"), (char *) problems->pdata[0]);
      good = FALSE;
    }
  if (good && g_rename (temporary, path) != 0)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE, _("%s cannot be written: %s"), path, g_strerror (errno));
      good = FALSE;
    }
  if (!good)
    g_remove (temporary);
  return good;
}
