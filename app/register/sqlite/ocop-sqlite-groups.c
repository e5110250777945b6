/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hits are put in order by what people read, not by the numbers that stand for it: at each place the keys that are met are
 * told and ranked, once for all hits, and the ranks take the numbers' place. */

#include "register/sqlite/ocop-sqlite-groups.h"

#include <string.h>

#include "register/sqlite/ocop-sqlite-paths.h"

/* Ranks are found at the place of a number up to it. */
#define MOST_INDEXED 4000000

typedef struct
{
  gint64 number;
  guint rank;
  OcopValue key, label;
} Key;

static void
key_clear (gpointer data)
{
  Key *key = data;

  ocop_value_clear (&key->key);
  ocop_value_clear (&key->label);
}

/* (element-type Key): that @hits have at @place, in the order of their numbers */
static GArray *
list_keys (const GArray *hits,
           guint         place)
{
  g_autoptr(GArray) numbers = ocop_hits_list_groups (hits, place);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (Key));

  g_array_set_clear_func (keys, key_clear);
  for (guint i = 0; i < numbers->len; i++)
    {
      const Key key = { g_array_index (numbers, gint64, i), i, OCOP_VALUE_INIT, OCOP_VALUE_INIT };

      g_array_append_val (keys, key);
    }
  return keys;
}

static gboolean
is_known (const Key *key)
{
  return key->number != OCOP_HIT_UNKNOWN;
}

static Key *
find_key (const GArray *keys,
          gint64        number)
{
  guint low = 0, high = keys->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (keys, Key, middle).number < number)
        low = middle + 1;
      else
        high = middle;
    }
  return &g_array_index (keys, Key, low);
}

/* Records */

/* "… IN (1, 2, 3)": the records that the keys stand for, as they are put in order. */
static char *
write_labels (const OcopKind *kind,
              const GArray   *keys)
{
  GString *sql = g_string_new (NULL);
  const char *between = "";

  g_string_printf (sql, "SELECT id, uuid, %s FROM %s WHERE id IN (", kind->label, kind->name);
  for (guint i = 0; i < keys->len; i++)
    if (is_known (&g_array_index (keys, Key, i)))
      {
        g_string_append_printf (sql, "%s%" G_GINT64_FORMAT, between, g_array_index (keys, Key, i).number);
        between = ", ";
      }
  g_string_append_printf (sql, ") ORDER BY %s, id", ocop_sqlite_kind_is_sorted (kind) ? "name_key" : "id");
  return g_string_free (sql, FALSE);
}

static gboolean
tell_records (OcopStore       *store,
              const OcopKind  *kind,
              GArray          *keys,
              GError         **error)
{
  g_autofree char *sql = write_labels (kind, keys);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);
  guint rank = keys->len > 0 && !is_known (&g_array_index (keys, Key, 0)) ? 1 : 0;
  gboolean found, sound = statement != NULL;

  while (sound && (sound = ocop_sqlite_step_row (store, statement, &found, error)) && found)
    {
      Key *key = find_key (keys, sqlite3_column_int64 (statement, 0));

      key->rank = rank++;
      key->key = ocop_sqlite_column_value (statement, 1);
      key->label = ocop_sqlite_column_value (statement, 2);
    }
  return sound;
}

/* Texts */

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 ((*(Key * const *) a)->key.text, (*(Key * const *) b)->key.text);
}

static void
rank_texts (GArray *keys)
{
  g_autoptr(GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (order, &g_array_index (keys, Key, i));
  g_ptr_array_sort (order, compare_texts);
  for (guint i = 0; i < order->len; i++)
    ((Key *) order->pdata[i])->rank = i;
}

/* @titles: SQL that a text is to follow */
static gboolean
read_title (OcopStore   *store,
            const char  *titles,
            Key         *key,
            GError     **error)
{
  g_autofree char *sql = g_strconcat ("SELECT (", titles, "?1)", NULL);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  ocop_sqlite_bind_text (statement, 1, key->key.text);
  if (!ocop_sqlite_step_row (store, statement, &found, error))
    return FALSE;
  key->label = ocop_sqlite_column_value (statement, 0);
  return TRUE;
}

/* @titles: (nullable) */
static gboolean
tell_texts (OcopStore        *store,
            const OcopScans  *scans,
            const char       *titles,
            GArray           *keys,
            GError          **error)
{
  for (guint i = 0; i < keys->len; i++)
    {
      Key *key = &g_array_index (keys, Key, i);

      if (!is_known (key))
        continue;
      key->key = ocop_value_text (ocop_scans_text (scans, key->number));
      if (titles == NULL)
        key->label = ocop_value_copy (&key->key);
      else if (!read_title (store, titles, key, error))
        return FALSE;
    }
  rank_texts (keys);
  return TRUE;
}

/* Numbers, which stand in their order */
static void
tell_numbers (GArray *keys)
{
  for (guint i = 0; i < keys->len; i++)
    {
      Key *key = &g_array_index (keys, Key, i);

      if (is_known (key))
        key->key = key->label = ocop_value_integer (key->number);
    }
}

static gboolean
tell_keys (OcopStore        *store,
           const OcopScans  *scans,
           const OcopQuery  *query,
           guint             place,
           gboolean          are_texts,
           GArray           *keys,
           GError          **error)
{
  g_auto(OcopSqlBuilder) builder = { NULL };
  g_auto(OcopSqlColumn) column = { NULL };

  ocop_sql_builder_init (&builder, query);
  if (!ocop_sql_resolve_raw (&builder, query->kind, "t", query->groups[place], &column, error))
    return FALSE;
  if (column.field->type == OCOP_FIELD_LINK)
    return tell_records (store, ocop_kind_find (column.field->target), keys, error);
  if (are_texts)
    return tell_texts (store, scans, column.title, keys, error);
  tell_numbers (keys);
  return TRUE;
}

/* Hits */

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  guint one = ((const Key *) a)->rank, other = ((const Key *) b)->rank;

  return (one > other) - (one < other);
}

/* The ranks of @keys by their numbers, from 0; %NULL where these are too large for it. */
static guint *
index_ranks (const GArray *keys)
{
  const Key *all = (const Key *) (gpointer) keys->data;
  const guint n_unknown = keys->len > 0 && !is_known (all) ? 1 : 0;
  guint *ranks;

  if (keys->len == n_unknown || all[n_unknown].number < 0 || all[keys->len - 1].number > MOST_INDEXED)
    return NULL;
  ranks = g_new (guint, all[keys->len - 1].number + 1);
  for (guint i = n_unknown; i < keys->len; i++)
    ranks[all[i].number] = all[i].rank;
  return ranks;
}

static void
put_ranks (GArray       *hits,
           guint         place,
           const GArray *keys)
{
  g_autofree guint *ranks = index_ranks (keys);

  for (guint i = 0; i < hits->len; i++)
    {
      gint64 *number = &g_array_index (hits, OcopHit, i).groups[place];

      *number = ranks != NULL && *number != OCOP_HIT_UNKNOWN ? ranks[*number] : find_key (keys, *number)->rank;
    }
}

/* Puts ranks in place of the numbers at @place, and @hits in their order into @ranked. (transfer full) (element-type Key): by rank */
static GArray *
rank_hits (OcopStore        *store,
           const OcopScans  *scans,
           const OcopQuery  *query,
           guint             place,
           gboolean          are_texts,
           GArray           *hits,
           GArray           *ranked,
           GError          **error)
{
  g_autoptr(GArray) keys = list_keys (hits, place);

  if (!tell_keys (store, scans, query, place, are_texts, keys, error))
    return NULL;
  put_ranks (hits, place, keys);
  ocop_hits_by_group (hits, place, ranked);
  g_array_sort (keys, compare_ranks);
  return g_steal_pointer (&keys);
}

static void
append_row (OcopRows           *rows,
            GArray     * const *keys,
            guint               n_places,
            const OcopHit      *hit,
            OcopValue           number)
{
  OcopValue *values = ocop_rows_append (rows, 0);

  for (guint place = 0; place < n_places; place++)
    {
      const Key *key = &g_array_index (keys[place], Key, hit->groups[place]);

      *values++ = ocop_value_copy (&key->key);
      *values++ = ocop_value_copy (&key->label);
    }
  *values = number;
}

static gboolean
are_of_one (const OcopHit *a,
            const OcopHit *b,
            guint          n_places)
{
  return memcmp (a->groups, b->groups, n_places * sizeof a->groups[0]) == 0;
}

static OcopRows *
measure_groups (OcopMeasurer        *measurer,
                const GArray        *hits,
                GArray      * const *keys,
                guint                n_places)
{
  const OcopHit *all = (const OcopHit *) (gpointer) hits->data;
  OcopRows *rows = ocop_rows_new (n_places * 2 + 1);

  for (guint first = 0, next; first < hits->len; first = next)
    {
      for (next = first + 1; next < hits->len && are_of_one (all + first, all + next, n_places); next++)
        ;
      append_row (rows, keys, n_places, all + first, ocop_measurer_tell (measurer, all + first, next - first));
    }
  return rows;
}

OcopRows *
ocop_groups_list (OcopStore        *store,
                  const OcopScans  *scans,
                  const OcopQuery  *query,
                  const OcopFound  *found,
                  OcopMeasurer     *measurer,
                  GError          **error)
{
  GArray *keys[OCOP_HIT_N_GROUPS] = { NULL };
  GArray *hits = found->hits, *ranked = found->spare;
  guint n_places = query->groups[1] != NULL ? 2 : 1;
  OcopRows *rows = NULL;
  gboolean sound = TRUE;

  /* The last place first: the others leave those of one group as they were. */
  for (guint place = n_places; sound && place-- > 0; )
    {
      GArray *former = hits;

      sound = (keys[place] = rank_hits (store, scans, query, place, found->groups_are_texts[place], hits, ranked, error)) != NULL;
      hits = ranked;
      ranked = former;
    }
  if (sound)
    rows = measure_groups (measurer, hits, keys, n_places);
  for (guint place = 0; place < n_places; place++)
    g_clear_pointer (&keys[place], g_array_unref);
  return rows;
}
