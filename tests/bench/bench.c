/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <locale.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "generate-work.h"
#include "generate.h"

static OcopRegister *
check_register (OcopRegister *reg,
                const GError *error)
{
  if (reg == NULL)
    g_error ("%s", error->message);
  return reg;
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr(GFile) source = g_file_new_for_path (from);
  g_autoptr(GFile) target = g_file_new_for_path (to);
  g_autoptr(GError) error = NULL;

  if (!g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
make (const char *path,
      guint       n_products,
      gboolean    with_work)
{
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr(OcopRegister) reg = check_register (generate_register (path, n_products, &error), error);

  if (with_work && !generate_work (reg, &error))
    g_error ("%s", error->message);
  ocop_register_close (reg);
  bench_say (with_work ? "making the register with the work of five years" : "making the standard register", bench_since (start) / 1000, "s", 0);
}

/* What a run that was broken off has left. */
static void
remove_register (const char *path)
{
  static const char * const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_remove (file);
    }
}

static void
make_or_copy (const char *path,
              guint       n_products,
              gboolean    with_work)
{
  const char *folder = g_getenv ("OCOP_BENCH_FOLDER");
  g_autofree char *name = g_strdup_printf ("%s-%u.ocop", with_work ? "work" : "standard", n_products);
  g_autofree char *kept = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (kept == NULL)
    {
      make (path, n_products, with_work);
      return;
    }
  /* Only a whole one takes the name that later runs look for. */
  if (!g_file_test (kept, G_FILE_TEST_EXISTS))
    {
      g_autofree char *unfinished = g_strconcat (kept, ".part", NULL);

      remove_register (unfinished);
      make (unfinished, n_products, with_work);
      g_rename (unfinished, kept);
    }
  copy_file (kept, path);
}

static Bench *
begin (int       argc,
       char     *argv[],
       gboolean  with_work)
{
  Bench *bench = g_new0 (Bench, 1);
  g_autoptr(GError) error = NULL;

  setlocale (LC_CTYPE, "C.UTF-8");
  bench->n_products = argc > 1 ? (guint) atoi (argv[1]) : 20000;
  bench->folder = g_dir_make_tmp ("ocop-bench-XXXXXX", &error);
  if (bench->folder == NULL)
    g_error ("%s", error->message);
  bench->path = bench_file (bench, "bench.ocop");
  make_or_copy (bench->path, bench->n_products, with_work);
  /* One kept from an older version becomes one of today in its copy. */
  bench->reg = check_register (ocop_register_open (bench->path, OCOP_OPEN_UPGRADE, &error), error);
  return bench;
}

Bench *
bench_begin (int   argc,
             char *argv[])
{
  return begin (argc, argv, FALSE);
}

Bench *
bench_begin_with_work (int   argc,
                       char *argv[])
{
  return begin (argc, argv, TRUE);
}

void
bench_open_anew (Bench *bench)
{
  g_autoptr(GError) error = NULL;

  ocop_register_close (bench->reg);
  g_object_unref (bench->reg);
  bench->reg = check_register (ocop_register_open (bench->path, OCOP_OPEN_DEFAULT, &error), error);
}

char *
bench_file (Bench      *bench,
            const char *name)
{
  return g_build_filename (bench->folder, name, NULL);
}

void
bench_remove (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      bench_remove (inside);
    }
  g_remove (path);
}

void
bench_end (Bench *bench)
{
  ocop_register_close (bench->reg);
  g_object_unref (bench->reg);
  bench_remove (bench->folder);
  g_free (bench->path);
  g_free (bench->folder);
  g_free (bench);
}

double
bench_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

double
bench_quantile (GArray *times,
                double  share)
{
  guint place = (guint) ((double) times->len * share);

  g_array_sort (times, compare_times);
  return g_array_index (times, double, MIN (place, times->len - 1));
}

void
bench_say (const char *figure,
           double      value,
           const char *unit,
           double      bound)
{
  if (bound > 0)
    g_print ("%-58s %9.2f %-2s %9.2f  %s\n", figure, value, unit, bound, value <= bound ? "yes" : "NO");
  else
    g_print ("%-58s %9.2f %-2s\n", figure, value, unit);
}
