/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/ocop-sqlite.h"

#include "base/ocop-error.h"

OcopReader *
ocop_reader_new (OcopStore *store)
{
  OcopReader *reader = g_new0 (OcopReader, 1);

  reader->store = store;
  return reader;
}

void
ocop_reader_free (OcopReader *reader)
{
  if (reader == NULL)
    return;
  ocop_store_close (reader->store);
  g_free (reader);
}

gboolean
ocop_reader_begin (OcopReader  *reader,
                   GError     **error)
{
  ocop_sqlite_tidy (reader->store);
  return ocop_sqlite_run (reader->store, "BEGIN", error);
}

void
ocop_reader_end (OcopReader *reader)
{
  ocop_sqlite_rollback (reader->store);
}

void
ocop_reader_interrupt (OcopReader *reader)
{
  sqlite3_interrupt (reader->store->db);
}

static OcopStatement *
prepare (OcopReader  *reader,
         OcopSql     *sql,
         GError     **error)
{
  OcopStatement *statement;

  if (sql == NULL)
    return NULL;
  statement = ocop_sqlite_prepare (reader->store, sql->sql->str, error);
  if (statement == NULL)
    return NULL;
  /* SQL without the day still numbers its parameters from 2; ?1 then binds to nothing. */
  for (guint i = 0; i < sql->parameters->len && (int) i < sqlite3_bind_parameter_count (statement); i++)
    ocop_sqlite_bind_value (statement, (int) i + 1, &g_array_index (sql->parameters, OcopValue, i));
  return statement;
}

/* The keys of @query in its order; @tail: "", or how many of them. */
static GArray *
read_keys (OcopReader       *reader,
           const OcopQuery  *query,
           const char       *tail,
           GError          **error)
{
  g_autoptr(OcopSql) sql = ocop_sql_select (query, NULL, FALSE, tail, error);
  g_autoptr(OcopStatement) statement = prepare (reader, sql, error);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  int result;

  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 key = sqlite3_column_int64 (statement, 0);

      g_array_append_val (keys, key);
    }
  if (result != SQLITE_DONE)
    return ocop_sqlite_fail (reader->store, error), NULL;
  return g_steal_pointer (&keys);
}

GArray *
ocop_reader_keys (OcopReader       *reader,
                  const OcopQuery  *query,
                  GError          **error)
{
  return read_keys (reader, query, "", error);
}

static void
read_row (OcopStatement *statement,
          int            first,
          OcopValue     *values,
          guint          n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    values[i] = ocop_sqlite_column_value (statement, first + (int) i);
}

OcopRows *
ocop_reader_rows_by_key (OcopReader          *reader,
                         const OcopQuery     *query,
                         const char * const  *columns,
                         const gint64        *keys,
                         guint                n_keys,
                         GError             **error)
{
  g_autoptr(OcopSql) sql = ocop_sql_select (query, columns, TRUE, "", error);
  g_autoptr(OcopStatement) statement = prepare (reader, sql, error);
  guint n_columns = g_strv_length ((char **) columns);
  g_autoptr(OcopRows) rows = ocop_rows_new (n_columns);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < n_keys; i++)
    {
      int result;

      sqlite3_reset (statement);
      sqlite3_bind_int64 (statement, (int) sql->parameters->len, keys[i]);
      result = sqlite3_step (statement);
      if (result == SQLITE_ROW)
        read_row (statement, 1, ocop_rows_append (rows, keys[i]), n_columns);
      else if (result == SQLITE_DONE)
        ocop_rows_append (rows, keys[i]);
      else
        return ocop_sqlite_fail (reader->store, error), NULL;
    }
  return g_steal_pointer (&rows);
}

OcopRows *
ocop_reader_rows (OcopReader          *reader,
                  const OcopQuery     *query,
                  const char * const  *columns,
                  gint64               offset,
                  gint64               limit,
                  GError             **error)
{
  /* Keys first: what the columns are joined from would be looked up for every record that is put in
   * order, not only for those handed out. */
  g_autofree char *tail = g_strdup_printf (" LIMIT %" G_GINT64_FORMAT " OFFSET %" G_GINT64_FORMAT, limit, offset);
  g_autoptr(GArray) keys = read_keys (reader, query, tail, error);

  if (keys == NULL)
    return NULL;
  return ocop_reader_rows_by_key (reader, query, columns, (const gint64 *) (gpointer) keys->data, keys->len, error);
}

gboolean
ocop_reader_each (OcopReader          *reader,
                  const OcopQuery     *query,
                  const char * const  *columns,
                  OcopRowFunc          func,
                  gpointer             data,
                  GError             **error)
{
  g_autoptr(OcopSql) sql = ocop_sql_select (query, columns, FALSE, "", error);
  g_autoptr(OcopStatement) statement = prepare (reader, sql, error);
  guint n_columns = g_strv_length ((char **) columns);
  g_autofree OcopValue *values = g_new0 (OcopValue, n_columns);
  gboolean more = TRUE;
  int result = SQLITE_DONE;

  if (statement == NULL)
    return FALSE;
  while (more && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      read_row (statement, 1, values, n_columns);
      more = func (values, data);
      for (guint i = 0; i < n_columns; i++)
        ocop_value_clear (&values[i]);
    }
  return !more || result == SQLITE_DONE || ocop_sqlite_fail (reader->store, error);
}

gboolean
ocop_reader_value (OcopReader       *reader,
                   const OcopQuery  *query,
                   OcopValue        *value,
                   GError          **error)
{
  g_autoptr(OcopSql) sql = ocop_sql_measure (query, error);
  g_autoptr(OcopStatement) statement = prepare (reader, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return ocop_sqlite_fail (reader->store, error);
  *value = ocop_sqlite_column_value (statement, 0);
  return TRUE;
}

gint64
ocop_reader_measure (OcopReader       *reader,
                     const OcopQuery  *query,
                     GError          **error)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  return ocop_reader_value (reader, query, &value, error) ? value.integer : -1;
}

OcopRows *
ocop_reader_groups (OcopReader       *reader,
                    const OcopQuery  *query,
                    GError          **error)
{
  guint n_columns = query->groups[1] != NULL ? 5 : 3;
  g_autoptr(OcopSql) sql = NULL;
  g_autoptr(OcopStatement) statement = NULL;
  g_autoptr(OcopRows) rows = ocop_rows_new (n_columns);
  int result;

  g_return_val_if_fail (query->groups[0] != NULL, NULL);
  sql = ocop_sql_groups (query, error);
  statement = prepare (reader, sql, error);
  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    read_row (statement, 0, ocop_rows_append (rows, 0), n_columns);
  if (result != SQLITE_DONE)
    return ocop_sqlite_fail (reader->store, error), NULL;
  return g_steal_pointer (&rows);
}

OcopRecord *
ocop_reader_load (OcopReader      *reader,
                  const OcopKind  *kind,
                  const char      *id,
                  GError         **error)
{
  gint64 key = ocop_sqlite_key (reader->store, kind, id, error);

  return key != 0 ? ocop_sqlite_load (reader->store, kind, key, NULL, error) : NULL;
}

/* The first column of the first row of @sql for @key; unknown when there is none. */
static OcopValue
look_up (OcopReader     *reader,
         const OcopKind *kind,
         const char     *column,
         gint64          key)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", column, kind->name);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (reader->store, sql, NULL);

  if (statement == NULL)
    return (OcopValue) OCOP_VALUE_INIT;
  sqlite3_bind_int64 (statement, 1, key);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return (OcopValue) OCOP_VALUE_INIT;
  return ocop_sqlite_column_value (statement, 0);
}

char *
ocop_reader_id_of_key (OcopReader      *reader,
                       const OcopKind  *kind,
                       gint64           key,
                       GError         **error)
{
  OcopValue value = look_up (reader, kind, "uuid", key);

  if (value.text == NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, "%s: %" G_GINT64_FORMAT, kind->name, key);
  return value.text;
}

gint64
ocop_reader_key_of_id (OcopReader     *reader,
                       const OcopKind *kind,
                       const char     *id)
{
  return ocop_sqlite_key (reader->store, kind, id, NULL);
}

char *
ocop_reader_label (OcopReader     *reader,
                   const OcopKind *kind,
                   const char     *id)
{
  g_auto(OcopValue) value = look_up (reader, kind, kind->label, ocop_sqlite_key (reader->store, kind, id, NULL));

  return ocop_field_format (ocop_kind_find_field (kind, kind->label), &value);
}

OcopRecord *
ocop_reader_office (OcopReader  *reader,
                    GError     **error)
{
  const OcopKind *kind = ocop_kind_find ("office");
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (reader->store, "SELECT id FROM office WHERE binned = 0 ORDER BY id LIMIT 1", error);

  if (statement == NULL)
    return NULL;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return ocop_record_new (kind, NULL);
  return ocop_sqlite_load (reader->store, kind, sqlite3_column_int64 (statement, 0), NULL, error);
}

static void
read_history_row (OcopStatement *statement,
                  OcopReader    *reader,
                  OcopValue     *values)
{
  const OcopKind *kind;

  /* The statement has them all but the label. */
  for (int i = 0; i < OCOP_HISTORY_LABEL; i++)
    values[i] = ocop_sqlite_column_value (statement, i);
  for (int i = OCOP_HISTORY_LABEL + 1; i < OCOP_N_HISTORY_COLUMNS; i++)
    values[i] = ocop_sqlite_column_value (statement, i - 1);
  kind = values[OCOP_HISTORY_RECORD_KIND].text != NULL ? ocop_kind_find (values[OCOP_HISTORY_RECORD_KIND].text) : NULL;
  if (kind != NULL)
    {
      g_autofree char *label = ocop_reader_label (reader, kind, values[OCOP_HISTORY_RECORD].text);

      values[OCOP_HISTORY_LABEL] = ocop_value_text (label);
    }
}

OcopRows *
ocop_reader_history (OcopReader  *reader,
                     const char  *id,
                     gint64       limit,
                     GError     **error)
{
  g_autofree char *sql = g_strconcat (
    "SELECT c.uuid, c.seq, strftime('%Y-%m-%dT%H:%M:%SZ', c.time / 1000000, 'unixepoch'), c.person, c.kind, c.name,"
    " r.kind, r.record, r.action, r.before, r.after FROM ",
    id != NULL ? "change_row AS r JOIN change AS c ON c.seq = r.change WHERE r.record = ?2"
               : "change AS c LEFT JOIN change_row AS r ON r.change = c.seq",
    " ORDER BY c.seq DESC, r.place LIMIT ?1", NULL);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (reader->store, sql, error);
  g_autoptr(OcopRows) rows = ocop_rows_new (OCOP_N_HISTORY_COLUMNS);
  int result;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit);
  if (id != NULL)
    ocop_sqlite_bind_id (statement, 2, id);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    read_history_row (statement, reader, ocop_rows_append (rows, sqlite3_column_int64 (statement, 1)));
  if (result != SQLITE_DONE)
    return ocop_sqlite_fail (reader->store, error), NULL;
  return g_steal_pointer (&rows);
}

OcopRows *
ocop_reader_touched (OcopReader  *reader,
                     gint64       seq,
                     GError     **error)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (
    reader->store,
    "SELECT c.person, r.kind, r.record, MAX(r.action = 'add'), MAX(r.action = 'bin')"
    " FROM change AS c JOIN change_row AS r ON r.change = c.seq"
    " WHERE c.seq > ?1 AND c.standing = 'done' AND c.kind <> '" OCOP_CHANGE_SET_UP "'"
    " AND (c.kind <> '" OCOP_CHANGE_WHOLE "' OR r.kind IN ('decision', 'recognition'))"
    " GROUP BY c.person, r.kind, r.record ORDER BY MAX(c.seq) DESC, r.place", error);
  g_autoptr(OcopRows) rows = ocop_rows_new (OCOP_N_TOUCHED_COLUMNS);
  int result;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, seq);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      OcopValue *values = ocop_rows_append (rows, 0);

      for (int i = 0; i < OCOP_N_TOUCHED_COLUMNS; i++)
        values[i] = ocop_sqlite_column_value (statement, i);
    }
  if (result != SQLITE_DONE)
    return ocop_sqlite_fail (reader->store, error), NULL;
  return g_steal_pointer (&rows);
}

gint64
ocop_reader_get_seq (OcopReader *reader)
{
  return ocop_store_get_seq (reader->store);
}

OcopStore *
ocop_reader_get_store (OcopReader *reader)
{
  return reader->store;
}
