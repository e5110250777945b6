/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that say the same twice: refused inside the transaction that writes them, and found by a check where they
 * stand already. */

#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "model/ocop-double.h"

/* SQL: whether the rows a and b have all of it alike. "+": doubles are looked for by the index of the first field, of which
 * there are few; SQLite took that of the member of a sheet, who may have given thousands. */
static char *
write_likeness (const OcopDouble *one)
{
  g_autoptr(GString) sql = g_string_new ("a.binned = 0 AND b.binned = 0");

  for (guint i = 0; one->fields[i] != NULL; i++)
    g_string_append_printf (sql, " AND a.%s = %sb.%s", one->fields[i], i > 0 ? "+" : "", one->fields[i]);
  for (guint i = 0; one->telling != NULL && one->telling[i] != NULL; i++)
    g_string_append_printf (sql, " AND ifnull(a.%s = b.%s, 1)", one->telling[i], one->telling[i]);
  if (one->field != NULL)
    g_string_append_printf (sql, " AND a.%s = '%s' AND b.%s = '%s'", one->field, one->value, one->field, one->value);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
dup_label (OcopStore       *store,
           const OcopField *field,
           const OcopValue *value)
{
  const OcopKind *target = field->type == OCOP_FIELD_LINK ? ocop_kind_find (field->target) : NULL;
  gint64 key = target != NULL ? ocop_sqlite_key (store, target, value->text, NULL) : 0;
  g_autoptr(OcopRecord) record = key != 0 ? ocop_sqlite_load (store, target, key, NULL, NULL) : NULL;

  if (record == NULL)
    return ocop_field_format (field, value);
  return ocop_field_format (ocop_kind_find_field (target, target->label), ocop_record_get (record, target->label));
}

/* "…already (Council or group: Hội đồng; Name: An)" */
static char *
describe (OcopStore        *store,
          const OcopDouble *one,
          const OcopRecord *record)
{
  g_autoptr(GString) where = g_string_new (NULL);

  for (guint i = 0; one->fields[i] != NULL; i++)
    {
      const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (record), one->fields[i]);
      g_autofree char *label = dup_label (store, field, ocop_record_get (record, field->name));

      g_string_append_printf (where, "%s%s: %s", i > 0 ? "; " : "", _(field->title), label);
    }
  return g_strdup_printf ("%s (%s)", _(one->refusal), where->str);
}

/* Whether the record @key, as it stands now, has a double. */
static gboolean
find (OcopStore        *store,
      const OcopDouble *one,
      gint64            key,
      gboolean         *found,
      GError          **error)
{
  g_autofree char *likeness = write_likeness (one);
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s AS a JOIN %s AS b ON a.id <> b.id AND %s WHERE a.id = ?1",
                                          one->kind, one->kind, likeness);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, key);
  return ocop_sqlite_step_row (store, statement, found, error);
}

gboolean
ocop_writer_check_doubles (OcopWriter        *writer,
                           gint64             key,
                           const OcopRecord  *record,
                           const OcopRecord  *before,
                           GError           **error)
{
  const OcopKind *kind = ocop_record_get_kind (record);

  for (const OcopDouble *one = ocop_double_next (kind, NULL); one != NULL; one = ocop_double_next (kind, one))
    {
      g_autofree char *text = NULL;
      gboolean found;

      if (!ocop_double_concerns (one, before, record))
        continue;
      if (!find (writer->store, one, key, &found, error))
        return FALSE;
      if (!found)
        continue;
      text = describe (writer->store, one, record);
      ocop_refuse (error, "%s", text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
collect (OcopStore         *store,
         const OcopDouble  *one,
         GPtrArray         *problems,
         GError           **error)
{
  const OcopKind *kind = ocop_kind_find (one->kind);
  g_autofree char *likeness = write_likeness (one);
  g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT b.id FROM %s AS a JOIN %s AS b ON a.id < b.id AND %s", one->kind, one->kind, likeness);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autoptr(OcopRecord) record = ocop_sqlite_load (store, kind, sqlite3_column_int64 (statement, 0), NULL, error);
      g_autofree char *text = record != NULL ? describe (store, one, record) : NULL;

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (problems, g_strdup_printf ("%s: %s", _(kind->title), text));
    }
  return result == SQLITE_DONE || ocop_sqlite_fail (store, error);
}

gboolean
ocop_sqlite_find_doubles (OcopStore  *store,
                          GPtrArray  *problems,
                          GError    **error)
{
  for (const OcopDouble *one = ocop_double_next (NULL, NULL); one != NULL; one = ocop_double_next (NULL, one))
    if (!collect (store, one, problems, error))
      return FALSE;
  return TRUE;
}
