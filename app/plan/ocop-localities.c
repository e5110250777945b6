/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-localities.h"

/* A unit lies within another, that within a third: more levels than there ever were. */
#define MOST_LEVELS 5

typedef struct
{
  const char *id, *name, *level, *parent, *successor;
  gboolean in_force;
} Unit;

typedef struct
{
  char *id;
  char *name;
} Locality;

struct _OcopLocalities
{
  GPtrArray *all;       /* Locality */
  GHashTable *places;   /* id of a unit → place of its locality + 1 */
};

static void
locality_free (Locality *locality)
{
  g_free (locality->id);
  g_free (locality->name);
  g_free (locality);
}

void
ocop_localities_free (OcopLocalities *self)
{
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->all);
  g_free (self);
}

static gboolean
is_in_force (const char *from,
             const char *until,
             OcopDate    on)
{
  OcopDate day;

  if (from != NULL && ocop_date_parse (from, &day) && ocop_date_compare (day, on) > 0)
    return FALSE;
  return until == NULL || !ocop_date_parse (until, &day) || ocop_date_compare (day, on) >= 0;
}

/* By id, as long as @rows. */
static GHashTable *
index_units (OcopRows *rows,
             OcopDate  on)
{
  GHashTable *units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      Unit *unit = g_new0 (Unit, 1);

      unit->id = ocop_rows_get_text (rows, i, 0);
      unit->name = ocop_rows_get_text (rows, i, 1);
      unit->level = ocop_rows_get_text (rows, i, 2);
      unit->parent = ocop_rows_get_text (rows, i, 3);
      unit->successor = ocop_rows_get_text (rows, i, 6);
      unit->in_force = is_in_force (ocop_rows_get_text (rows, i, 4), ocop_rows_get_text (rows, i, 5), on);
      g_hash_table_insert (units, (gpointer) unit->id, unit);
    }
  return units;
}

/* The unit of @level that @unit is or lies in; %NULL when there is none. */
static const Unit *
go_up (GHashTable *units,
       const Unit *unit,
       const char *level)
{
  for (guint i = 0; i < MOST_LEVELS && unit != NULL; i++)
    {
      if (g_strcmp0 (unit->level, level) == 0)
        return unit;
      unit = unit->parent != NULL ? g_hash_table_lookup (units, unit->parent) : NULL;
    }
  return NULL;
}

static gboolean
lies_within (GHashTable *units,
             const Unit *unit,
             const char *within)
{
  for (guint i = 0; i < MOST_LEVELS && unit != NULL; i++)
    {
      if (within == NULL || g_str_equal (unit->id, within))
        return TRUE;
      unit = unit->parent != NULL ? g_hash_table_lookup (units, unit->parent) : NULL;
    }
  return FALSE;
}

static gboolean
is_locality (GHashTable *units,
             const Unit *unit,
             const char *within,
             const char *level)
{
  return unit->in_force && g_strcmp0 (unit->level, level) == 0 && g_strcmp0 (unit->id, within) != 0 && lies_within (units, unit, within);
}

/* A province is shared out to its districts while there are any. */
static const char *
find_level (GHashTable *units,
            const char *within)
{
  GHashTableIter iter;
  gpointer unit;

  g_hash_table_iter_init (&iter, units);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    if (is_locality (units, unit, within, "district"))
      return "district";
  return "commune";
}

static void
add_localities (OcopLocalities *self,
                OcopRows       *rows,
                GHashTable     *units,
                const char     *within,
                const char     *level)
{
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      const Unit *unit = g_hash_table_lookup (units, ocop_rows_get_text (rows, i, 0));
      Locality *locality;

      if (!is_locality (units, unit, within, level))
        continue;
      locality = g_new0 (Locality, 1);
      locality->id = g_strdup (unit->id);
      locality->name = g_strdup (unit->name);
      g_ptr_array_add (self->all, locality);
      g_hash_table_insert (self->places, g_strdup (unit->id), GUINT_TO_POINTER (self->all->len));
    }
}

static void
add_what_lies_within (OcopLocalities *self,
                      GHashTable     *units,
                      const char     *level)
{
  GHashTableIter iter;
  gpointer unit;

  g_hash_table_iter_init (&iter, units);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    {
      const Unit *above = go_up (units, unit, level);
      gpointer place = above != NULL ? g_hash_table_lookup (self->places, above->id) : NULL;

      if (place != NULL && above != unit)
        g_hash_table_insert (self->places, g_strdup (((const Unit *) unit)->id), place);
    }
}

/* What was written down for a unit that is no more counts for the one that took its place. */
static void
add_what_became_of_others (OcopLocalities *self,
                           GHashTable     *units)
{
  GHashTableIter iter;
  gpointer unit;

  g_hash_table_iter_init (&iter, units);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    {
      const Unit *now = unit;
      gpointer place = g_hash_table_lookup (self->places, now->id);

      for (guint i = 0; i < MOST_LEVELS && place == NULL && now != NULL && !now->in_force; i++)
        {
          now = now->successor != NULL ? g_hash_table_lookup (units, now->successor) : NULL;
          place = now != NULL ? g_hash_table_lookup (self->places, now->id) : NULL;
        }
      if (place != NULL && now != unit)
        g_hash_table_insert (self->places, g_strdup (((const Unit *) unit)->id), place);
    }
}

OcopLocalities *
ocop_localities_read (OcopReader  *reader,
                      const char  *within,
                      OcopDate     on,
                      GError     **error)
{
  static const char * const columns[] = { "id", "name", "level", "parent", "valid_from", "valid_until", "successor", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("unit");
  g_autoptr(OcopRows) rows = NULL;
  g_autoptr(GHashTable) units = NULL;
  OcopLocalities *self;
  const char *level;

  ocop_query_order_by (query, "name", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  if (rows == NULL)
    return NULL;
  units = index_units (rows, on);
  level = find_level (units, within);
  self = g_new0 (OcopLocalities, 1);
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) locality_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_localities (self, rows, units, within, level);
  add_what_lies_within (self, units, level);
  add_what_became_of_others (self, units);
  return self;
}

guint
ocop_localities_get_n (const OcopLocalities *self)
{
  return self->all->len;
}

const char *
ocop_localities_get_id (const OcopLocalities *self,
                        guint                 place)
{
  return ((const Locality *) g_ptr_array_index (self->all, place))->id;
}

const char *
ocop_localities_get_name (const OcopLocalities *self,
                          guint                 place)
{
  return ((const Locality *) g_ptr_array_index (self->all, place))->name;
}

gboolean
ocop_localities_find (const OcopLocalities *self,
                      const char           *id,
                      guint                *place)
{
  gpointer found = id != NULL ? g_hash_table_lookup (self->places, id) : NULL;

  if (found != NULL)
    *place = GPOINTER_TO_UINT (found) - 1;
  return found != NULL;
}

gint64 *
ocop_localities_add_up (const OcopLocalities *self,
                        const OcopRows       *groups)
{
  gint64 *numbers = g_new0 (gint64, self->all->len + 1);

  for (guint i = 0; i < ocop_rows_get_n_rows (groups); i++)
    {
      guint place = self->all->len;

      ocop_localities_find (self, ocop_rows_get_text (groups, i, 0), &place);
      numbers[place] += ocop_rows_get_integer (groups, i, 2);
    }
  return numbers;
}
