/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the register's answers take, beside a bare loop over the same table in the same run.
 *
 *   bench-register [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>

#include <glib/gstdio.h>

#include "generate.h"

#define REPEATS 15

static OcopRegister *reg;

typedef struct
{
  const char *name;
  void (*fill) (OcopQuery *query);
  gpointer (*read) (OcopReader *reader, gpointer data, GCancellable *cancellable, GError **error);
} Bench;

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

static const Bench benches[] = {
  { "bare: keys of all products", NULL, read_keys },
  { "keys, by name", fill_all, read_keys },
  { "first 64 rows, by name", fill_all, read_page },
  { "keys of valid ones", fill_valid, read_keys },
  { "first 64 valid rows", fill_valid, read_page },
  { "search: first 64 rows", fill_search, read_page },
  { "search: keys", fill_search, read_keys },
  { "star distribution", fill_star, read_groups },
  { "locality x star", fill_locality, read_groups },
};

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
measure (const Bench *bench,
         guint       *n)
{
  double times[REPEATS];

  for (guint i = 0; i < REPEATS; i++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new ("product");
      gint64 start;

      if (bench->fill != NULL)
        bench->fill (query);
      start = g_get_monotonic_time ();
      *n = GPOINTER_TO_UINT (ocop_register_read (reg, bench->read, query, NULL));
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  qsort (times, REPEATS, sizeof (double), compare_doubles);
  return times[REPEATS * 95 / 100];
}

int
main (int   argc,
      char *argv[])
{
  guint n_products = argc > 1 ? (guint) atoi (argv[1]) : 20000;
  g_autofree char *folder = g_dir_make_tmp ("ocop-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.ocop", NULL);
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  double bare = 0;

  reg = generate_register (path, n_products, &error);
  if (reg == NULL)
    g_error ("%s", error->message);
  g_print ("made in %.1f s\n%-32s %10s %8s %8s\n", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, "", "p95 ms", "ratio", "rows");
  for (guint i = 0; i < G_N_ELEMENTS (benches); i++)
    {
      guint n;
      double time = measure (&benches[i], &n);

      if (i == 0)
        bare = time;
      g_print ("%-32s %10.2f %8.2f %8u\n", benches[i].name, time, time / bare, n);
    }
  ocop_register_close (reg);
  if (g_getenv ("OCOP_BENCH_KEEP") != NULL)
    g_print ("kept: %s\n", path);
  else
    g_remove (path);
  return EXIT_SUCCESS;
}
