/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who scores in a session, is there or is recused sits in its council: asked inside the transaction that writes it, or it
 * would stand in the register and count nowhere. */

#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

#define BY_PRODUCT(kind) kind " AS r JOIN session_product AS p ON p.id = r.session_product JOIN session AS s ON s.id = p.session"

static const struct
{
  const char *kind;
  const char *from;
} sources[] = {
  { "sheet", BY_PRODUCT ("sheet") },
  { "recusal", BY_PRODUCT ("recusal") },
  { "attendance", "attendance AS r JOIN session AS s ON s.id = r.session" },
};

static gboolean
check (OcopWriter  *writer,
       const char  *from,
       gint64       key,
       GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT m.name, s.name FROM %s JOIN council_member AS m ON m.id = r.member"
                                          " WHERE r.id = ?1 AND m.council <> s.council", from);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (writer->store, sql, error);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, key);
  if (!ocop_sqlite_step_row (writer->store, statement, &found, error))
    return FALSE;
  if (found)
    /* Translators: a person, a session */
    ocop_refuse (error, _("%s is no member of the council that holds “%s”"), ocop_sqlite_column_text (statement, 0),
                 ocop_sqlite_column_text (statement, 1));
  return !found;
}

gboolean
ocop_writer_check_strangers (OcopWriter        *writer,
                             gint64             key,
                             const OcopRecord  *record,
                             const OcopRecord  *before,
                             GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (ocop_record_get_kind (record)->name, sources[i].kind) &&
        (before == NULL || !ocop_value_equal (ocop_record_get (before, "member"), ocop_record_get (record, "member"))))
      return check (writer, sources[i].from, key, error);
  return TRUE;
}
