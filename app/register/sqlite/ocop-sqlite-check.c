/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Is the file sound: its pages, its references, its history; and do the records in it agree with each other. */

#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

/* Each row that @sql gives is a problem, said by its first columns. */
static gboolean
collect (OcopStore   *store,
         const char  *sql,
         const char  *format,
         GPtrArray   *problems,
         GError     **error)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *text = ocop_sqlite_column_text (statement, 0);

      if (g_strcmp0 (text, "ok") != 0)
        g_ptr_array_add (problems, g_strdup_printf ("%s: %s", format, text != NULL ? text : "?"));
    }
  return result == SQLITE_DONE || ocop_sqlite_fail (store, error);
}

gboolean
ocop_store_check (OcopStore  *store,
                  GPtrArray  *problems,
                  GError    **error)
{
  return collect (store, "PRAGMA integrity_check(20)", _("File"), problems, error) &&
         collect (store, "SELECT \"table\" || ' ' || rowid || ' → ' || parent FROM pragma_foreign_key_check", _("Reference to nothing"), problems, error) &&
         ocop_ledger_check (store, problems, error);
}

/* A product's terms are disjoint, or it would count twice. */
static gboolean
check_reigns (OcopStore  *store,
              GPtrArray  *problems,
              GError    **error)
{
  return collect (store,
                  "SELECT p.name FROM recognition AS a JOIN recognition AS b ON b.product = a.product AND b.id > a.id"
                  " AND b.binned = 0 AND b.reign_from <= a.reign_until AND b.reign_until >= a.reign_from"
                  " JOIN product AS p ON p.id = a.product WHERE a.binned = 0 AND a.reign_from <= a.reign_until"
                  " AND b.reign_from <= b.reign_until",
                  _("Two recognitions of a product cover the same day"), problems, error);
}

/* Lists are as long as it says. */
static gboolean
check_tally (OcopStore       *store,
             const OcopKind  *kind,
             GPtrArray       *problems,
             GError         **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT '%s ' || kept || ' ≠ ' || counted FROM (SELECT (SELECT records FROM tally WHERE kind = '%s') AS kept,"
                     " (SELECT COUNT(*) FROM %s WHERE binned = 0) AS counted) WHERE kept IS NOT counted",
                     kind->name, kind->name, kind->name);

  return collect (store, sql, _("Wrong number of records"), problems, error);
}

static gboolean
check_tallies (OcopStore  *store,
               GPtrArray  *problems,
               GError    **error)
{
  for (const OcopKind * const *kind = ocop_kind_all (); *kind != NULL; kind++)
    if (ocop_sqlite_kind_is_tallied (*kind) && !check_tally (store, *kind, problems, error))
      return FALSE;
  return TRUE;
}

gboolean
ocop_reader_check_contents (OcopReader  *reader,
                            GPtrArray   *problems,
                            GError     **error)
{
  OcopStore *store = reader->store;

  return check_reigns (store, problems, error) && check_tallies (store, problems, error) &&
         ocop_sqlite_find_doubles (store, problems, error) && ocop_sqlite_find_wrong_choices (store, problems, error);
}
