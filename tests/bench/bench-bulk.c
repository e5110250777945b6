/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long one change of every product takes, and its undo, which should not take longer than a
 * third more: a field set, and all of them moved to the bin with their recognitions.
 *
 *   bench-bulk [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>

#include "bench.h"

#define BOUND 1.33

static GPtrArray *
read_all (OcopReader *reader,
          const char *kind)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);
  g_autoptr(GArray) keys = ocop_reader_keys (reader, query, NULL);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);

  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *id = ocop_reader_id_of_key (reader, ocop_kind_find (kind), g_array_index (keys, gint64, i), NULL);

      g_ptr_array_add (records, ocop_reader_load (reader, ocop_kind_find (kind), id, NULL));
    }
  return records;
}

static gpointer
make_edit (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GPtrArray) products = read_all (reader, "product");
  OcopChange *change = ocop_change_new ("edit", "set a field");

  for (guint i = 0; i < products->len; i++)
    {
      g_autoptr(OcopRecord) after = ocop_record_copy (products->pdata[i]);

      ocop_record_set_text (after, "note", "Đã xem");
      ocop_change_edit (change, products->pdata[i], after);
    }
  return change;
}

static gpointer
make_bin (OcopReader    *reader,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  static const char * const kinds[] = { "recognition", "product" };
  OcopChange *change = ocop_change_new ("bin", "bin");

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr(GPtrArray) records = read_all (reader, kinds[k]);

      for (guint i = 0; i < records->len; i++)
        ocop_change_bin (change, ocop_kind_find (kinds[k]), ocop_record_get_id (records->pdata[i]));
    }
  return change;
}

static void
check (gboolean good,
       GError  *error)
{
  if (!good)
    g_error ("%s", error->message);
}

static void
measure (OcopRegister *reg,
         const char   *name,
         OcopReadFunc  make)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChange) change = ocop_register_read (reg, make, NULL, &error);
  g_autofree char *of_change = g_strdup_printf ("%s of all", name);
  g_autofree char *of_undo = g_strdup_printf ("%s of all: undo, in times of it", name);
  g_autofree char *of_redo = g_strdup_printf ("%s of all: redo, in times of it", name);
  gint64 start = g_get_monotonic_time ();
  double time;

  check (ocop_register_commit (reg, change, &error), error);
  time = bench_since (start);
  bench_say (of_change, time / 1000, "s", 0);
  start = g_get_monotonic_time ();
  check (ocop_register_undo (reg, NULL, &error), error);
  bench_say (of_undo, bench_since (start) / time, "", BOUND);
  start = g_get_monotonic_time ();
  check (ocop_register_redo (reg, NULL, &error), error);
  bench_say (of_redo, bench_since (start) / time, "", BOUND);
  check (ocop_register_undo (reg, NULL, &error), error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(Bench) bench = bench_begin (argc, argv);

  measure (bench->reg, "a field", make_edit);
  measure (bench->reg, "bin", make_bin);
  return EXIT_SUCCESS;
}
