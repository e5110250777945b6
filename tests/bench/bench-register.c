/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the register's answers take. The lists' promises are elsewhere; these are for a first look.
 *
 *   bench-register [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>

#include "bench.h"

#define REPEATS 15

typedef struct
{
  const char *name;
  void (*fill) (OcopQuery *query);
  gpointer (*read) (OcopReader *reader, gpointer data, GCancellable *cancellable, GError **error);
} Item;

static void
fill_all (OcopQuery *query)
{
  ocop_query_order_by (query, "name", FALSE);
}

static void
fill_valid (OcopQuery *query)
{
  fill_all (query);
  ocop_query_where (query, "state", OCOP_OPERATOR_IS, "valid", "potential5", "extended", NULL);
}

static void
fill_search (OcopQuery *query)
{
  fill_all (query);
  ocop_query_set_text (query, "ga thom dong");
}

static void
fill_star (OcopQuery *query)
{
  fill_valid (query);
  ocop_query_group_by (query, "star", NULL);
}

static void
fill_locality (OcopQuery *query)
{
  fill_valid (query);
  ocop_query_group_by (query, "locality", "star");
}

static gpointer
read_keys (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GArray) keys = ocop_reader_keys (reader, data, error);

  return GUINT_TO_POINTER (keys->len);
}

static gpointer
read_page (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  static const char * const columns[] = { "name", "producer.name", "locality.name", "star", "valid_until", "state", NULL };
  g_autoptr(OcopRows) rows = ocop_reader_rows (reader, data, columns, 0, 64, error);

  return GUINT_TO_POINTER (ocop_rows_get_n_rows (rows));
}

static gpointer
read_groups (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(OcopRows) rows = ocop_reader_groups (reader, data, error);

  return GUINT_TO_POINTER (ocop_rows_get_n_rows (rows));
}

static const Item items[] = {
  { "keys of all", NULL, read_keys },
  { "keys of all, by name", fill_all, read_keys },
  { "first 64 rows of all, by name", fill_all, read_page },
  { "keys of the valid, by name", fill_valid, read_keys },
  { "first 64 rows of the valid", fill_valid, read_page },
  { "first 64 rows of a search", fill_search, read_page },
  { "keys of a search", fill_search, read_keys },
  { "groups: star", fill_star, read_groups },
  { "groups: locality x star", fill_locality, read_groups },
};

static void
measure (OcopRegister *reg,
         const Item   *item)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < REPEATS; i++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new ("product");
      g_autoptr(GError) error = NULL;
      gint64 start;
      double time;

      if (item->fill != NULL)
        item->fill (query);
      start = g_get_monotonic_time ();
      if (ocop_register_read (reg, item->read, query, &error) == NULL)
        g_error ("%s: %s", item->name, error->message);
      time = bench_since (start);
      g_array_append_val (times, time);
    }
  bench_say (item->name, bench_quantile (times, 0.95), "ms", 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(Bench) bench = bench_begin (argc, argv);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    measure (bench->reg, &items[i]);
  return EXIT_SUCCESS;
}
