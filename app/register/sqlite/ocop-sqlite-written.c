/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite itself says which rows a transaction writes: what follows from a change is among them, wherever it was worked out. */

#include "register/sqlite/ocop-sqlite-written.h"

/* To read more one by one takes as long as to read all. */
#define MOST_TOLD 500
/* As a text, for SQL. */
#define MOST_KEPT "2000"

struct _OcopWritten
{
  OcopStore *store;
  GHashTable *kinds;   /* name of a table → OcopKind; %NULL for one that holds no records */
  GHashTable *records; /* set of OcopWrittenRecord: at most one more than are told */
};

static guint
record_hash (gconstpointer data)
{
  const OcopWrittenRecord *record = data;

  return g_direct_hash (record->kind) ^ g_int64_hash (&record->key);
}

static gboolean
record_equal (gconstpointer a,
              gconstpointer b)
{
  const OcopWrittenRecord *one = a, *other = b;

  return one->kind == other->kind && one->key == other->key;
}

/* (nullable) */
static const OcopKind *
find_kind (OcopWritten *self,
           const char  *table)
{
  gpointer kind;

  if (g_hash_table_lookup_extended (self->kinds, table, NULL, &kind))
    return kind;
  kind = (gpointer) ocop_kind_find (table);
  g_hash_table_insert (self->kinds, g_strdup (table), kind);
  return kind;
}

static void
note (void          *data,
      int            operation,
      const char    *database,
      const char    *table,
      sqlite3_int64  key)
{
  OcopWritten *self = data;
  const OcopWrittenRecord record = { find_kind (self, table), key };

  if (record.kind != NULL && g_hash_table_size (self->records) <= MOST_TOLD)
    g_hash_table_add (self->records, g_memdup2 (&record, sizeof record));
}

OcopWritten *
ocop_written_new (OcopStore *store)
{
  OcopWritten *self = g_new0 (OcopWritten, 1);

  self->store = store;
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->records = g_hash_table_new_full (record_hash, record_equal, g_free, NULL);
  sqlite3_update_hook (store->db, note, self);
  return self;
}

void
ocop_written_free (OcopWritten *self)
{
  sqlite3_update_hook (self->store->db, NULL, NULL);
  g_hash_table_unref (self->kinds);
  g_hash_table_unref (self->records);
  g_free (self);
}

void
ocop_written_forget (OcopWritten *self)
{
  g_hash_table_remove_all (self->records);
}

static gboolean
tell_record (OcopWritten              *self,
             const OcopWrittenRecord  *record,
             GError                  **error)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (self->store, "INSERT INTO written (kind, record) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_text (statement, 1, record->kind->name);
  sqlite3_bind_int64 (statement, 2, record->key);
  return ocop_sqlite_step_done (self->store, statement, error);
}

static gboolean
tell_all (OcopWritten  *self,
          GError      **error)
{
  GHashTableIter iter;
  gpointer record;

  if (g_hash_table_size (self->records) > MOST_TOLD)
    return ocop_sqlite_run (self->store, "INSERT INTO written DEFAULT VALUES", error);
  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (!tell_record (self, record, error))
      return FALSE;
  return TRUE;
}

static gboolean
drop_old (OcopStore  *store,
          GError    **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "DELETE FROM written WHERE number <= (SELECT max(number) FROM written) - " MOST_KEPT, error);

  return statement != NULL && ocop_sqlite_step_done (store, statement, error);
}

gboolean
ocop_written_tell (OcopWritten  *self,
                   GError      **error)
{
  return g_hash_table_size (self->records) == 0 || (tell_all (self, error) && drop_old (self->store, error));
}

/* Takes up what stands in the row that @statement is at. Whether all is known that was written up to it. */
static gboolean
take_row (OcopStatement *statement,
          gint64        *number,
          GArray        *records)
{
  const char *name = ocop_sqlite_column_text (statement, 1);
  const OcopWrittenRecord record = { name != NULL ? ocop_kind_find (name) : NULL, sqlite3_column_int64 (statement, 2) };
  gboolean follows = sqlite3_column_int64 (statement, 0) == *number + 1;

  *number = sqlite3_column_int64 (statement, 0);
  if (!follows || record.kind == NULL)
    return FALSE;
  g_array_append_val (records, record);
  return TRUE;
}

gboolean
ocop_written_read (OcopStore  *store,
                   gint64     *number,
                   GArray    **records,
                   GError    **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "SELECT number, kind, record FROM written WHERE number > ?1 ORDER BY number", error);
  g_autoptr(GArray) told = g_array_new (FALSE, FALSE, sizeof (OcopWrittenRecord));
  gboolean found, sound = statement != NULL, all_known = TRUE;

  if (sound)
    sqlite3_bind_int64 (statement, 1, *number);
  while (sound && (sound = ocop_sqlite_step_row (store, statement, &found, error)) && found)
    all_known = take_row (statement, number, told) && all_known;
  *records = sound && all_known ? g_steal_pointer (&told) : NULL;
  return sound;
}
