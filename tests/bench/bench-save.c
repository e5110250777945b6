/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the save of a form takes, one field of one product each, beside a bare durable write of
 * a page in the same run; p95 should be within 20 ms at 20,000.
 *
 *   bench-save [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>

#include "bench.h"

#define SAVES 200
#define PAGE 4096

static gpointer
read_keys (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  return ocop_reader_keys (reader, query, error);
}

static gpointer
load_product (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const OcopKind *kind = ocop_kind_find ("product");
  g_autofree char *id = ocop_reader_id_of_key (reader, kind, *(const gint64 *) data, error);

  return id != NULL ? ocop_reader_load (reader, kind, id, error) : NULL;
}

static void
write_page (const char *path)
{
  char page[PAGE] = { 0 };
  g_autoptr(GError) error = NULL;

  if (!g_file_set_contents_full (path, page, sizeof page, G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    g_error ("%s", error->message);
}

/* What the form holds is there before it is saved, so reading it is not counted. */
static OcopChange *
edit_product (OcopRegister *reg,
              const GArray *keys,
              guint         number)
{
  gint64 key = g_array_index (keys, gint64, number * 97 % keys->len);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopRecord) before = ocop_register_read (reg, load_product, &key, &error);
  g_autoptr(OcopRecord) after = NULL;
  g_autofree char *note = g_strdup_printf ("Lần %u", number);
  OcopChange *change = ocop_change_new ("edit", "saved");

  if (before == NULL)
    g_error ("%s", error->message);
  after = ocop_record_copy (before);
  ocop_record_set_text (after, "note", note);
  ocop_change_edit (change, before, after);
  return change;
}

/* In milliseconds. */
static double
measure_pages (Bench *bench)
{
  g_autofree char *path = bench_file (bench, "page");
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < SAVES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double time;

      write_page (path);
      time = bench_since (start);
      g_array_append_val (times, time);
    }
  return bench_quantile (times, 0.95);
}

static double
measure_saves (OcopRegister *reg)
{
  g_autoptr(GArray) keys = ocop_register_read (reg, read_keys, NULL, NULL);
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < SAVES; i++)
    {
      g_autoptr(OcopChange) change = edit_product (reg, keys, i);
      g_autoptr(GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      double time;

      if (!ocop_register_commit (reg, change, &error))
        g_error ("%s", error->message);
      time = bench_since (start);
      g_array_append_val (times, time);
    }
  return bench_quantile (times, 0.95);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(Bench) bench = bench_begin (argc, argv);

  bench_say ("bare: a page written durably, p95", measure_pages (bench), "ms", 0);
  bench_say ("save of a form, one field, p95", measure_saves (bench->reg), "ms", 20);
  return EXIT_SUCCESS;
}
