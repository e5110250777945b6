/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Derived data of administrative units: what each belongs to, and what stands for it when. */

#include "register/sqlite/ocop-sqlite.h"

#include <string.h>

#include "base/ocop-date.h"

/* Longer chains than any country has; an end for those that bite their own tail. */
#define MOST_STEPS 12

typedef struct
{
  gint64 key, parent, successor;
  char *level, *valid_until;
} Unit;

static void
unit_free (gpointer data)
{
  Unit *unit = data;

  g_free (unit->level);
  g_free (unit->valid_until);
  g_free (unit);
}

static GHashTable *
read_units (OcopStore  *store,
            GError    **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "SELECT id, parent, successor, level, valid_until FROM unit WHERE binned = 0", error);
  g_autoptr(GHashTable) units = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, unit_free);
  int result;

  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      Unit *unit = g_new0 (Unit, 1);

      unit->key = sqlite3_column_int64 (statement, 0);
      unit->parent = sqlite3_column_int64 (statement, 1);
      unit->successor = sqlite3_column_int64 (statement, 2);
      unit->level = g_strdup (ocop_sqlite_column_text (statement, 3));
      unit->valid_until = g_strdup (ocop_sqlite_column_text (statement, 4));
      g_hash_table_insert (units, &unit->key, unit);
    }
  if (result != SQLITE_DONE)
    return ocop_sqlite_fail (store, error), NULL;
  return g_steal_pointer (&units);
}

static gint64
find_level (GHashTable *units,
            const Unit *unit,
            const char *level)
{
  for (guint i = 0; unit != NULL && i < MOST_STEPS; i++)
    {
      if (g_str_equal (unit->level, level))
        return unit->key;
      unit = g_hash_table_lookup (units, &unit->parent);
    }
  return 0;
}

static gboolean
write_levels (OcopStore   *store,
              GHashTable  *units,
              const Unit  *unit,
              GError     **error)
{
  static const char * const levels[] = { "commune", "district", "province" };
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "UPDATE unit SET commune = ?2, district = ?3, province = ?4 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, unit->key);
  for (int i = 0; i < (int) G_N_ELEMENTS (levels); i++)
    {
      gint64 found = find_level (units, unit, levels[i]);

      if (found != 0)
        sqlite3_bind_int64 (statement, i + 2, found);
    }
  return ocop_sqlite_step_done (store, statement, error);
}

static gboolean
write_standing (OcopStore   *store,
                gint64       unit,
                const char  *from_day,
                const char  *until_day,
                gint64       stands_for,
                GError     **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "INSERT OR REPLACE INTO unit_standing VALUES (?1, ?2, ?3, ?4)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, unit);
  ocop_sqlite_bind_text (statement, 2, from_day);
  ocop_sqlite_bind_text (statement, 3, until_day);
  sqlite3_bind_int64 (statement, 4, stands_for);
  return ocop_sqlite_step_done (store, statement, error);
}

/* A unit stands for itself until it ends, then its successor does; without one it goes on as history. */
static gboolean
write_standings (OcopStore   *store,
                 GHashTable  *units,
                 const Unit  *unit,
                 GError     **error)
{
  char from[OCOP_DATE_TEXT_SIZE] = "0001-01-01";
  const Unit *now = unit;

  for (guint i = 0; i < MOST_STEPS; i++)
    {
      const Unit *next = now->successor != 0 ? g_hash_table_lookup (units, &now->successor) : NULL;
      OcopDate until, after;

      if (next == NULL || !ocop_date_parse (now->valid_until, &until) || !ocop_date_is_day (until))
        break;
      after = ocop_date_add_days (until, 1);
      if (!ocop_date_is_day (after))
        break;
      /* A successor that had ended before it could succeed stands for nothing: no day counts twice. */
      if (strcmp (now->valid_until, from) >= 0)
        {
          if (!write_standing (store, unit->key, from, now->valid_until, now->key, error))
            return FALSE;
          ocop_date_to_text (after, from);
        }
      now = next;
    }
  return write_standing (store, unit->key, from, "9999-12-31", now->key, error);
}

gboolean
ocop_sqlite_update_units (OcopStore  *store,
                          GError    **error)
{
  g_autoptr(GHashTable) units = read_units (store, error);
  GHashTableIter iter;
  gpointer unit;

  if (units == NULL || !ocop_sqlite_run (store, "DELETE FROM unit_standing", error))
    return FALSE;
  g_hash_table_iter_init (&iter, units);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    if (!write_levels (store, units, unit, error) || !write_standings (store, units, unit, error))
      return FALSE;
  return TRUE;
}
