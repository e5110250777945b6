/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ledger: each change with its rows, and one link that ties it to the writer's change before.
 *
 * digest of a row  = SHA-256 (salt, kind, record, action, before, after)
 * link of a change = SHA-256 (previous link, header, digests)
 *
 * so that the content of a row can be erased, with its salt, and the chain still verifies. */

#include "register/sqlite/ocop-sqlite.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-uuid.h"

#define DIGEST_SIZE 32
#define SALT_SIZE 16

struct _OcopLedger
{
  OcopStore *store;
  gint64 seq;
  gint64 place;
  GChecksum *link;
};

static const char *
action_name (OcopAction action)
{
  static const char * const names[] = {
    [OCOP_ACTION_ADD] = "add", [OCOP_ACTION_EDIT] = "edit", [OCOP_ACTION_BIN] = "bin", [OCOP_ACTION_RESTORE] = "restore",
    [OCOP_ACTION_MERGE] = "merge"
  };

  return names[action];
}

/* A part with its length, so that no two lists of parts look alike. */
static void
add_part (GChecksum  *checksum,
          const void *part,
          gsize       size)
{
  char length[24];

  g_snprintf (length, sizeof length, "%" G_GSIZE_FORMAT ":", size);
  g_checksum_update (checksum, (const guchar *) length, -1);
  if (size > 0)
    g_checksum_update (checksum, part, (gssize) size);
}

static void
add_text (GChecksum  *checksum,
          const char *text)
{
  /* In a damaged file anything may be missing. */
  add_part (checksum, text, text != NULL ? strlen (text) : 0);
}

static void
take_digest (GChecksum *checksum,
             guint8     digest[DIGEST_SIZE])
{
  gsize size = DIGEST_SIZE;

  g_checksum_get_digest (checksum, digest, &size);
}

/* The link starts with what a reader of the chain sees of the header. */
static GChecksum *
begin_link (const guint8 *previous,
            const char   *uuid,
            const char   *writer,
            const char   *person,
            gint64        time,
            const char   *kind,
            const char   *name)
{
  GChecksum *link = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *when = g_strdup_printf ("%" G_GINT64_FORMAT, time);

  add_part (link, previous, previous != NULL ? DIGEST_SIZE : 0);
  add_text (link, uuid);
  add_text (link, writer);
  add_text (link, person);
  add_text (link, when);
  add_text (link, kind);
  add_text (link, name);
  return link;
}

static gboolean
read_previous (OcopStore   *store,
               const char  *writer,
               guint8       previous[DIGEST_SIZE])
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "SELECT link FROM change WHERE writer = ?1 ORDER BY seq DESC LIMIT 1", NULL);

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_id (statement, 1, writer);
  if (sqlite3_step (statement) != SQLITE_ROW || sqlite3_column_bytes (statement, 0) != DIGEST_SIZE)
    return FALSE;
  memcpy (previous, sqlite3_column_blob (statement, 0), DIGEST_SIZE);
  return TRUE;
}

static gboolean
insert_header (OcopLedger        *ledger,
               const OcopAuthor  *author,
               const OcopHeader  *header,
               const char        *uuid,
               gint64             time,
               const guint8      *previous,
               GError           **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (ledger->store, "INSERT INTO change (uuid, writer, person, time, kind, name, target, standing, schema, previous, link)"
                                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, x'')", error);

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_id (statement, 1, uuid);
  ocop_sqlite_bind_id (statement, 2, author->writer);
  sqlite3_bind_text (statement, 3, author->person, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 4, time);
  ocop_sqlite_bind_text (statement, 5, header->kind);
  sqlite3_bind_text (statement, 6, header->name, -1, SQLITE_TRANSIENT);
  if (header->target != 0)
    sqlite3_bind_int64 (statement, 7, header->target);
  ocop_sqlite_bind_text (statement, 8, header->standing);
  sqlite3_bind_int (statement, 9, OCOP_SQLITE_SCHEMA);
  if (previous != NULL)
    sqlite3_bind_blob (statement, 10, previous, DIGEST_SIZE, SQLITE_TRANSIENT);
  if (!ocop_sqlite_step_done (ledger->store, statement, error))
    return FALSE;
  ledger->seq = sqlite3_last_insert_rowid (ledger->store->db);
  return TRUE;
}

OcopLedger *
ocop_ledger_begin (OcopStore         *store,
                   const OcopAuthor  *author,
                   const OcopHeader  *header,
                   GError           **error)
{
  g_autoptr(OcopLedger) ledger = g_new0 (OcopLedger, 1);
  g_autofree char *uuid = ocop_uuid_new ();
  gint64 time = g_get_real_time ();
  guint8 digest[DIGEST_SIZE];
  const guint8 *previous = read_previous (store, author->writer, digest) ? digest : NULL;

  ledger->store = store;
  ledger->link = begin_link (previous, uuid, author->writer, author->person, time, header->kind, header->name);
  if (!insert_header (ledger, author, header, uuid, time, previous, error))
    return NULL;
  return g_steal_pointer (&ledger);
}

void
ocop_ledger_free (OcopLedger *ledger)
{
  if (ledger == NULL)
    return;
  g_checksum_free (ledger->link);
  g_free (ledger);
}

static void
digest_row (const guint8  salt[SALT_SIZE],
            const char   *kind,
            const char   *record,
            const char   *action,
            const char   *before,
            const char   *after,
            guint8        digest[DIGEST_SIZE])
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_part (checksum, salt, SALT_SIZE);
  add_text (checksum, kind);
  add_text (checksum, record);
  add_text (checksum, action);
  add_text (checksum, before);
  add_text (checksum, after);
  take_digest (checksum, digest);
}

gboolean
ocop_ledger_add (OcopLedger      *ledger,
                 const OcopKind  *kind,
                 const char      *id,
                 OcopAction       action,
                 const char      *before,
                 const char      *after,
                 GError         **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (ledger->store, "INSERT INTO change_row VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", error);
  guint8 salt[SALT_SIZE], digest[DIGEST_SIZE];

  if (statement == NULL)
    return FALSE;
  sqlite3_randomness (sizeof salt, salt);
  digest_row (salt, kind->name, id, action_name (action), before, after, digest);
  add_part (ledger->link, digest, DIGEST_SIZE);
  sqlite3_bind_int64 (statement, 1, ledger->seq);
  sqlite3_bind_int64 (statement, 2, ledger->place++);
  ocop_sqlite_bind_text (statement, 3, kind->name);
  ocop_sqlite_bind_id (statement, 4, id);
  ocop_sqlite_bind_text (statement, 5, action_name (action));
  ocop_sqlite_bind_text (statement, 6, before);
  ocop_sqlite_bind_text (statement, 7, after);
  sqlite3_bind_blob (statement, 8, salt, sizeof salt, SQLITE_TRANSIENT);
  sqlite3_bind_blob (statement, 9, digest, sizeof digest, SQLITE_TRANSIENT);
  return ocop_sqlite_step_done (ledger->store, statement, error);
}

gboolean
ocop_ledger_end (OcopLedger  *ledger,
                 GError     **error)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (ledger->store, "UPDATE change SET link = ?2 WHERE seq = ?1", error);
  guint8 digest[DIGEST_SIZE];

  if (statement == NULL)
    return FALSE;
  take_digest (ledger->link, digest);
  sqlite3_bind_int64 (statement, 1, ledger->seq);
  sqlite3_bind_blob (statement, 2, digest, sizeof digest, SQLITE_TRANSIENT);
  return ocop_sqlite_step_done (ledger->store, statement, error);
}

gint64
ocop_store_get_seq (OcopStore *store)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, "SELECT COALESCE(MAX(seq), 0) FROM change", NULL);

  return statement != NULL && sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
}

char *
ocop_store_dup_head (OcopStore  *store,
                     const char *writer)
{
  guint8 digest[DIGEST_SIZE];
  GString *hex;

  if (!read_previous (store, writer, digest))
    return NULL;
  hex = g_string_new (NULL);
  for (guint i = 0; i < sizeof digest; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  return g_string_free (hex, FALSE);
}

/* Folds the digests of one change's rows into @link; says which row is not what it was. */
static gboolean
check_rows (OcopStore  *store,
            gint64      seq,
            GChecksum  *link,
            GPtrArray  *problems,
            GError    **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "SELECT kind, record, action, before, after, salt, digest FROM change_row WHERE change = ?1 ORDER BY place", error);
  g_autofree char *number = ocop_number_to_people (seq);
  int result;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, seq);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_auto(OcopValue) record = ocop_sqlite_column_value (statement, 1);
      guint8 digest[DIGEST_SIZE];

      if (sqlite3_column_bytes (statement, 5) != SALT_SIZE || record.text == NULL)
        memset (digest, 0, sizeof digest);
      else
        digest_row (sqlite3_column_blob (statement, 5), ocop_sqlite_column_text (statement, 0), record.text,
                    ocop_sqlite_column_text (statement, 2), ocop_sqlite_column_text (statement, 3),
                    ocop_sqlite_column_text (statement, 4), digest);
      if (sqlite3_column_bytes (statement, 6) != DIGEST_SIZE || memcmp (digest, sqlite3_column_blob (statement, 6), DIGEST_SIZE) != 0)
        g_ptr_array_add (problems, g_strdup_printf (_("History: a row of change %s was altered"), number));
      add_part (link, sqlite3_column_blob (statement, 6), (gsize) sqlite3_column_bytes (statement, 6));
    }
  return result == SQLITE_DONE || ocop_sqlite_fail (store, error);
}

static gboolean
check_change (OcopStore      *store,
              OcopStatement  *header,
              GHashTable     *heads,
              GPtrArray      *problems,
              GError        **error)
{
  gint64 seq = sqlite3_column_int64 (header, 0);
  g_autofree char *number = ocop_number_to_people (seq);
  g_auto(OcopValue) uuid = ocop_sqlite_column_value (header, 1);
  g_auto(OcopValue) writer = ocop_sqlite_column_value (header, 2);
  const char *key = writer.text != NULL ? writer.text : "";
  GBytes *previous = g_hash_table_lookup (heads, key);
  g_autoptr(GChecksum) link = begin_link (previous != NULL ? g_bytes_get_data (previous, NULL) : NULL,
                                          uuid.text != NULL ? uuid.text : "", key, ocop_sqlite_column_text (header, 3),
                                          sqlite3_column_int64 (header, 4), ocop_sqlite_column_text (header, 5),
                                          ocop_sqlite_column_text (header, 6));
  guint8 digest[DIGEST_SIZE];

  if (!check_rows (store, seq, link, problems, error))
    return FALSE;
  take_digest (link, digest);
  if (sqlite3_column_bytes (header, 7) != DIGEST_SIZE || memcmp (digest, sqlite3_column_blob (header, 7), DIGEST_SIZE) != 0)
    g_ptr_array_add (problems, g_strdup_printf (_("History: change %s does not fit the chain"), number));
  g_hash_table_replace (heads, g_strdup (key), g_bytes_new (digest, DIGEST_SIZE));
  return TRUE;
}

gboolean
ocop_ledger_check (OcopStore  *store,
                   GPtrArray  *problems,
                   GError    **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "SELECT seq, uuid, writer, person, time, kind, name, link FROM change ORDER BY seq", error);
  g_autoptr(GHashTable) heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    if (!check_change (store, statement, heads, problems, error))
      return FALSE;
  return result == SQLITE_DONE || ocop_sqlite_fail (store, error);
}
