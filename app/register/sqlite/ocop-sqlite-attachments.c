/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which files the register refers to. */

#include "register/sqlite/ocop-sqlite.h"

/* A record's own reference comes first; the history's stand for values that undo may bring back. */
static void
append_references (GString         *sql,
                   const OcopKind  *kind,
                   const OcopField *field)
{
  if (sql->len > 0)
    g_string_append (sql, " UNION ALL ");
  g_string_append_printf (sql, "SELECT %s AS file, %s AS holder FROM %s", field->name, kind->label, kind->name);
  for (guint i = 0; i < 2; i++)
    g_string_append_printf (sql, " UNION ALL SELECT json_extract(%s, '$.%s'), NULL FROM change_row WHERE kind = '%s'",
                            i == 0 ? "before" : "after", field->name, kind->name);
}

static char *
make_sql (void)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  for (const OcopKind * const *kind = ocop_kind_all (); *kind != NULL; kind++)
    for (const OcopField *field = (*kind)->fields; field->name != NULL; field++)
      if (ocop_field_is_attachment (field) && ocop_field_is_stored (field))
        append_references (sql, *kind, field);
  g_string_prepend (sql, "SELECT file, MIN(holder) FROM (");
  g_string_append (sql, ") WHERE file IS NOT NULL GROUP BY file ORDER BY 2, 1");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

OcopRows *
ocop_reader_attachments (OcopReader  *reader,
                         GError     **error)
{
  g_autofree char *sql = make_sql ();
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (reader->store, sql, error);
  g_autoptr(OcopRows) rows = ocop_rows_new (2);
  int result;

  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      OcopValue *values = ocop_rows_append (rows, 0);

      values[0] = ocop_sqlite_column_value (statement, 0);
      values[1] = ocop_sqlite_column_value (statement, 1);
    }
  if (result != SQLITE_DONE)
    return ocop_sqlite_fail (reader->store, error), NULL;
  return g_steal_pointer (&rows);
}
