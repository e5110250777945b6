/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the save of a form takes, one field of one product each, beside a bare durable write of
 * a page in the same run; p95 should be within 20 ms at 20,000.
 *
 *   bench-save [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>

#include <glib/gstdio.h>

#include "generate.h"

#define SAVES 200
#define PAGE 4096

typedef struct
{
  OcopRegister *reg;
  char *folder;
  GArray *keys; /* of the products */
} Bench;

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
write_page (const Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "page", NULL);
  char page[PAGE] = { 0 };
  g_autoptr(GError) error = NULL;

  if (!g_file_set_contents_full (path, page, sizeof page, G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    g_error ("%s", error->message);
}

/* What the form holds is there before it is saved, so reading it is not counted. */
static OcopChange *
edit_product (const Bench *bench,
              guint        number)
{
  gint64 key = g_array_index (bench->keys, gint64, number * 97 % bench->keys->len);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopRecord) before = ocop_register_read (bench->reg, load_product, &key, &error);
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

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return (*(const gint64 *) a > *(const gint64 *) b) - (*(const gint64 *) a < *(const gint64 *) b);
}

/* In milliseconds. */
static double
take_p95 (gint64 *times)
{
  qsort (times, SAVES, sizeof (gint64), compare_times);
  return (double) times[SAVES * 95 / 100] / 1000;
}

static double
measure_pages (const Bench *bench)
{
  gint64 times[SAVES];

  for (guint i = 0; i < SAVES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      write_page (bench);
      times[i] = g_get_monotonic_time () - start;
    }
  return take_p95 (times);
}

static double
measure_saves (const Bench *bench)
{
  gint64 times[SAVES];

  for (guint i = 0; i < SAVES; i++)
    {
      g_autoptr(OcopChange) change = edit_product (bench, i);
      g_autoptr(GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      if (!ocop_register_commit (bench->reg, change, &error))
        g_error ("%s", error->message);
      times[i] = g_get_monotonic_time () - start;
    }
  return take_p95 (times);
}

int
main (int   argc,
      char *argv[])
{
  guint n_products = argc > 1 ? (guint) atoi (argv[1]) : 20000;
  g_autofree char *folder = g_dir_make_tmp ("ocop-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.ocop", NULL);
  g_autofree char *page = g_build_filename (folder, "page", NULL);
  g_autoptr(GError) error = NULL;
  Bench bench = { generate_register (path, n_products, &error), folder };
  double bare, save;

  if (bench.reg == NULL)
    g_error ("%s", error->message);
  bench.keys = ocop_register_read (bench.reg, read_keys, NULL, NULL);
  bare = measure_pages (&bench);
  save = measure_saves (&bench);
  g_print ("%-32s %10s %8s\n", "", "p95 ms", "ratio");
  g_print ("%-32s %10.2f %8.2f\n", "bare: a page, durably", bare, 1.0);
  g_print ("%-32s %10.2f %8.2f\n", "save of one field", save, save / bare);
  g_array_unref (bench.keys);
  ocop_register_close (bench.reg);
  g_remove (path);
  g_remove (page);
  g_rmdir (folder);
  return EXIT_SUCCESS;
}
