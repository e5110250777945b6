/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What follows from the records that a change touched: sort keys, units, terms, search. Each is
 * brought up to date once a change, however many of its rows touch it. */

#include "register/sqlite/ocop-sqlite.h"

struct _OcopDerived
{
  OcopStore *store;
  GHashTable *touched; /* OcopKind → set of keys */
};

OcopDerived *
ocop_derived_new (OcopStore *store)
{
  OcopDerived *derived = g_new0 (OcopDerived, 1);

  derived->store = store;
  derived->touched = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  return derived;
}

void
ocop_derived_free (OcopDerived *derived)
{
  if (derived == NULL)
    return;
  g_hash_table_unref (derived->touched);
  g_free (derived);
}

static GHashTable *
get_set (OcopDerived    *derived,
         const OcopKind *kind)
{
  GHashTable *set = g_hash_table_lookup (derived->touched, kind);

  if (set == NULL)
    {
      set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (derived->touched, (gpointer) kind, set);
    }
  return set;
}

void
ocop_derived_touch (OcopDerived    *derived,
                    const OcopKind *kind,
                    gint64          key)
{
  g_hash_table_add (get_set (derived, kind), g_memdup2 (&key, sizeof key));
}

/* Touches the records of @to that @sql finds for each touched record of @from. */
static gboolean
spread (OcopDerived  *derived,
        const char   *from,
        const char   *to,
        const char   *sql,
        GError      **error)
{
  g_autoptr(GArray) reached = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;
  int result;

  g_hash_table_iter_init (&iter, get_set (derived, ocop_kind_find (from)));
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (derived->store, sql, error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, *(gint64 *) key);
      while ((result = sqlite3_step (statement)) == SQLITE_ROW)
        {
          gint64 found = sqlite3_column_int64 (statement, 0);

          g_array_append_val (reached, found);
        }
      if (result != SQLITE_DONE)
        return ocop_sqlite_fail (derived->store, error);
    }
  /* Afterwards, since a kind may spread to itself. */
  for (guint i = 0; i < reached->len; i++)
    ocop_derived_touch (derived, ocop_kind_find (to), g_array_index (reached, gint64, i));
  return TRUE;
}

typedef gboolean (*UpdateFunc) (OcopStore *, const OcopKind *, gint64, GError **);

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* The touched keys, from the least to the greatest. */
static GArray *
sort_touched (OcopDerived    *derived,
              const OcopKind *kind)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, get_set (derived, kind));
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (keys, key, 1);
  g_array_sort (keys, compare_keys);
  return keys;
}

/* In the order of the keys: at each step back FTS5 would write out all that it has gathered, and
 * merge it again and again (20,000 products: 10 s, not 5). */
static gboolean
update_each (OcopDerived     *derived,
             const OcopKind  *kind,
             UpdateFunc       update,
             OcopPace        *pace,
             GError         **error)
{
  g_autoptr(GArray) keys = sort_touched (derived, kind);

  for (guint i = 0; i < keys->len; i++)
    if (!ocop_pace_step (pace, error) || !update (derived->store, kind, g_array_index (keys, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
update_terms (OcopStore       *store,
              const OcopKind  *kind,
              gint64           key,
              GError         **error)
{
  return ocop_sqlite_update_terms (store, key, error);
}

static gsize
count_updates (OcopDerived *derived)
{
  gsize n = g_hash_table_size (get_set (derived, ocop_kind_find ("product")));

  for (const OcopKind * const *kind = ocop_kind_all (); *kind != NULL; kind++)
    n += (gsize) g_hash_table_size (get_set (derived, *kind)) *
         (gsize) (ocop_sqlite_kind_is_sorted (*kind) + ocop_sqlite_kind_is_indexed (*kind));
  return n;
}

gboolean
ocop_derived_update (OcopDerived  *derived,
                     OcopPace     *pace,
                     GError      **error)
{
  static const struct
  {
    const char *from, *to, *sql;
  } spreads[] = {
    { "unit", "unit",
      "WITH RECURSIVE below (id) AS (SELECT ?1 UNION SELECT u.id FROM unit AS u JOIN below AS b ON u.parent = b.id)"
      " SELECT id FROM below" },
    { "unit", "producer", "SELECT id FROM producer WHERE unit = ?1" },
    { "unit", "product", "SELECT id FROM product WHERE unit = ?1" },
    { "producer", "product", "SELECT id FROM product WHERE producer = ?1" },
    { "recognition", "product", "SELECT product FROM recognition WHERE id = ?1" },
    { "product", "recognition", "SELECT id FROM recognition WHERE product = ?1" },
    { "product", "dossier", "SELECT id FROM dossier WHERE product = ?1" },
  };
  gboolean units = g_hash_table_size (get_set (derived, ocop_kind_find ("unit"))) > 0;

  if (units && !ocop_sqlite_update_units (derived->store, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (spreads); i++)
    if (!spread (derived, spreads[i].from, spreads[i].to, spreads[i].sql, error))
      return FALSE;
  ocop_pace_begin (pace, count_updates (derived));
  if (!update_each (derived, ocop_kind_find ("product"), update_terms, pace, error))
    return FALSE;
  for (const OcopKind * const *kind = ocop_kind_all (); *kind != NULL; kind++)
    if ((ocop_sqlite_kind_is_sorted (*kind) && !update_each (derived, *kind, ocop_sqlite_update_key, pace, error)) ||
        (ocop_sqlite_kind_is_indexed (*kind) && !update_each (derived, *kind, ocop_sqlite_update_search, pace, error)))
      return FALSE;
  return TRUE;
}
