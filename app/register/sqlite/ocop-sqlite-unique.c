/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one record alone may hold: asked inside the transaction that writes it, so that of two who
 * write at once the second is refused. */

#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

/* The key of another record outside the bin that holds @value; 0 for none. */
static gboolean
find_holder (OcopWriter       *writer,
             const OcopRecord *record,
             const OcopField  *field,
             gint64           *holder,
             GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 AND uuid <> ?2 AND binned = 0 LIMIT 1",
                                          ocop_record_get_kind (record)->name, field->name);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (writer->store, sql, error);
  gboolean found;

  *holder = 0;
  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_value (statement, 1, ocop_record_get (record, field->name));
  ocop_sqlite_bind_id (statement, 2, ocop_record_get_id (record));
  if (!ocop_sqlite_step_row (writer->store, statement, &found, error))
    return FALSE;
  if (found)
    *holder = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

static gboolean
refuse (OcopWriter       *writer,
        const OcopRecord *record,
        const OcopField  *field,
        gint64            holder,
        GError          **error)
{
  const OcopKind *kind = ocop_record_get_kind (record);
  g_autoptr(OcopRecord) other = ocop_sqlite_load (writer->store, kind, holder, NULL, error);
  g_autofree char *held = ocop_field_format (field, ocop_record_get (record, field->name));
  g_autofree char *label = other != NULL
    ? ocop_field_format (ocop_kind_find_field (kind, kind->label), ocop_record_get (other, kind->label)) : NULL;

  if (other != NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_TAKEN,
                 /* Translators: a field's title and value, kind and name of the record that holds it already */
                 _("%s “%s” belongs to another record already: %s “%s”"), _(field->title), held, _(kind->title), label);
  return FALSE;
}

static gboolean
is_to_be_checked (const OcopRecord *record,
                  const OcopRecord *before,
                  const OcopField  *field)
{
  const OcopValue *value = ocop_record_get (record, field->name);

  return (field->flags & OCOP_FIELD_UNIQUE) != 0 && value->type != OCOP_VALUE_UNKNOWN &&
         (before == NULL || !ocop_value_equal (ocop_record_get (before, field->name), value));
}

gboolean
ocop_writer_check_taken (OcopWriter        *writer,
                         const OcopRecord  *record,
                         const OcopRecord  *before,
                         GError           **error)
{
  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      gint64 holder;

      if (!is_to_be_checked (record, before, field))
        continue;
      if (!find_holder (writer, record, field, &holder, error))
        return FALSE;
      if (holder != 0)
        return refuse (writer, record, field, holder, error);
    }
  return TRUE;
}
