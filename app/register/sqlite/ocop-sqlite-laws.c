/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The laws by which a register's sheets were scored: written once, never changed. */

#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

#include "base/ocop-date.h"
#include "base/ocop-error.h"

/* @is_new: whether the register did not hold it before. */
static gboolean
put_book (OcopStore          *store,
          const OcopAuthor   *author,
          const OcopKeptLaw  *law,
          gboolean           *is_new,
          GError            **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "INSERT INTO law_book (book, added_on, person, loaded) VALUES (?1, ?2, ?3, 0)"
                                " ON CONFLICT (book) DO NOTHING", error);
  char today[OCOP_DATE_TEXT_SIZE];

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_text (statement, 1, law->id);
  ocop_sqlite_bind_text (statement, 2, ocop_date_to_text (ocop_date_today (), today));
  ocop_sqlite_bind_text (statement, 3, author->person);
  if (!ocop_sqlite_step_done (store, statement, error))
    return FALSE;
  *is_new = sqlite3_changes (store->db) > 0;
  return TRUE;
}

static gboolean
put_file (OcopStore   *store,
          const char  *id,
          const char  *path,
          GBytes      *bytes,
          GError     **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "INSERT INTO law_file (law_book, path, content)"
                                " VALUES ((SELECT id FROM law_book WHERE book = ?1), ?2, ?3)", error);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_text (statement, 1, id);
  ocop_sqlite_bind_text (statement, 2, path);
  sqlite3_bind_blob64 (statement, 3, data, size, SQLITE_STATIC);
  return ocop_sqlite_step_done (store, statement, error);
}

static gboolean
put_files (OcopStore          *store,
           const OcopKeptLaw  *law,
           GError            **error)
{
  GHashTableIter iter;
  gpointer path, bytes;

  g_hash_table_iter_init (&iter, law->files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    if (!put_file (store, law->id, path, bytes, error))
      return FALSE;
  return TRUE;
}

static gboolean
mark_loaded (OcopStore   *store,
             const char  *id,
             GError     **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "UPDATE law_book SET loaded = (SELECT MAX (loaded) + 1 FROM law_book) WHERE book = ?1", error);

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_text (statement, 1, id);
  return ocop_sqlite_step_done (store, statement, error);
}

gboolean
ocop_sqlite_put_law (OcopStore          *store,
                     const OcopAuthor   *author,
                     const OcopKeptLaw  *law,
                     GError            **error)
{
  gboolean is_new;

  return put_book (store, author, law, &is_new, error) && (!is_new || put_files (store, law, error)) &&
         (!law->loaded || mark_loaded (store, law->id, error));
}

GHashTable *
ocop_reader_law_files (OcopReader  *reader,
                       const char  *id,
                       GError     **error)
{
  g_autoptr(GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (reader->store, "SELECT path, content FROM law_file JOIN law_book ON law_book.id = law_book"
                                        " WHERE book = ?1", error);
  int result;

  if (statement == NULL)
    return NULL;
  ocop_sqlite_bind_text (statement, 1, id);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const void *content = sqlite3_column_blob (statement, 1);

      g_hash_table_insert (files, g_strdup (ocop_sqlite_column_text (statement, 0)),
                           g_bytes_new (content, (gsize) sqlite3_column_bytes (statement, 1)));
    }
  if (result != SQLITE_DONE)
    return ocop_sqlite_fail (reader->store, error), NULL;
  if (g_hash_table_size (files) > 0)
    return g_steal_pointer (&files);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("This register does not hold the law book %s"), id);
  return NULL;
}

OcopRows *
ocop_reader_laws (OcopReader  *reader,
                  GError     **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (reader->store, "SELECT book, added_on, person, loaded > 0 AND loaded = (SELECT MAX (loaded) FROM law_book)"
                                        " FROM law_book ORDER BY id", error);
  g_autoptr(OcopRows) rows = ocop_rows_new (4);
  int result;

  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      OcopValue *values = ocop_rows_append (rows, 0);

      for (int i = 0; i < 4; i++)
        values[i] = ocop_sqlite_column_value (statement, i);
    }
  if (result != SQLITE_DONE)
    return ocop_sqlite_fail (reader->store, error), NULL;
  return g_steal_pointer (&rows);
}
