/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads cancelled at random while changes are written, registers opened and closed in a loop, the
 * last reference dropped with reads under way. For the thread sanitizer as much as for itself. */

#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "register/fixture.h"
#include "register/sqlite/ocop-sqlite.h"

#define ROUNDS 6
#define READS 20

typedef struct
{
  guint n_waiting;
  guint n_good;
} Counts;

static gpointer
read_count (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("unit");
  gint64 number = ocop_reader_measure (reader, query, error);

  return number >= 0 ? g_memdup2 (&number, sizeof number) : NULL;
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *number = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  Counts *counts = data;

  if (number != NULL)
    counts->n_good++;
  else
    g_assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
                   g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CANCELLED));
  counts->n_waiting--;
}

/* Half of what it starts is cancelled, some of it while it runs. */
static void
start_reads (OcopRegister *reg,
             Counts       *counts)
{
  for (guint i = 0; i < READS; i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();

      counts->n_waiting++;
      ocop_register_read_async (reg, i % 3 == 0 ? OCOP_LANE_LONG : OCOP_LANE_WINDOW, read_count, NULL, NULL, g_free,
                                cancellable, on_read, counts);
      if (i % 2 == 0)
        continue;
      g_usleep ((gulong) g_test_rand_int_range (0, 300));
      g_cancellable_cancel (cancellable);
    }
}

static void
wait_for (Counts *counts)
{
  while (counts->n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_cancelled_reads (Fixture       *fixture,
                      gconstpointer  data)
{
  Counts counts = { 0 };

  for (guint i = 0; i < ROUNDS; i++)
    {
      start_reads (fixture->reg, &counts);
      g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
    }
  wait_for (&counts);
  g_assert_cmpuint (counts.n_good, >=, ROUNDS * READS / 2);
  g_assert_cmpint (fixture_count (fixture, "product"), ==, ROUNDS);
  fixture_assert_sound (fixture);
}

/* Closing waits for the reads; the last reference may also go with the last of them. */
static void
test_closed_while_reading (Fixture       *fixture,
                           gconstpointer  data)
{
  Counts counts = { 0 };

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr(OcopRegister) reg = ocop_register_open (fixture->path, i % 2 == 0 ? OCOP_OPEN_LOOK_ONLY : OCOP_OPEN_DEFAULT, NULL);

      start_reads (reg, &counts);
      if (i % 3 == 0)
        ocop_register_close (reg);
      g_clear_object (&reg);
      wait_for (&counts);
    }
  g_assert_cmpuint (counts.n_good, >=, ROUNDS * READS / 2);
}

static void
test_closed_register (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(OcopChange) change = ocop_change_new ("add", "add");
  g_autoptr(OcopRecord) product = ocop_record_new (ocop_kind_find ("product"), NULL);
  g_autoptr(GError) not_read = NULL;
  g_autoptr(GError) not_written = NULL;

  ocop_record_set_text (product, "name", "Gạo");
  ocop_change_add (change, product);
  ocop_register_close (fixture->reg);
  g_assert_null (ocop_register_read (fixture->reg, read_count, NULL, &not_read));
  g_assert_error (not_read, OCOP_ERROR, OCOP_ERROR_CANCELLED);
  g_assert_false (ocop_register_commit (fixture->reg, change, &not_written));
  g_assert_error (not_written, OCOP_ERROR, OCOP_ERROR_CANCELLED);
}

/* What a change is made of; "" for nothing to change, %NULL for nothing that can be made. */
static gpointer
make_product (OcopReader    *reader,
              gpointer       name,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(OcopChange) change = ocop_change_new ("add", "add");
  g_autoptr(OcopRecord) product = ocop_record_new (ocop_kind_find ("product"), NULL);

  if (name == NULL)
    return ocop_refuse (error, "nothing");
  ocop_record_set_text (product, "name", name);
  if (*(const char *) name != '\0')
    ocop_change_add (change, product);
  return g_steal_pointer (&change);
}

static void
on_made (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GError) error = NULL;
  Counts *counts = data;

  counts->n_waiting--;
  if (ocop_register_make_finish (OCOP_REGISTER (reg), result, &error))
    counts->n_good++;
  else
    g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

static void
test_made_changes (Fixture       *fixture,
                   gconstpointer  data)
{
  Counts counts = { 3, 0 };

  ocop_register_make_async (fixture->reg, OCOP_LANE_WINDOW, make_product, g_strdup ("Gạo"), g_free, on_made, &counts);
  ocop_register_make_async (fixture->reg, OCOP_LANE_LONG, make_product, g_strdup (""), g_free, on_made, &counts);
  ocop_register_make_async (fixture->reg, OCOP_LANE_LONG, make_product, NULL, NULL, on_made, &counts);
  wait_for (&counts);
  g_assert_cmpuint (counts.n_good, ==, 2);
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 1);
}

static gpointer
read_for_long (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  int *started = data;

  ocop_reader_get_seq (reader);
  g_atomic_int_set (started, 1);
  g_usleep (2 * G_USEC_PER_SEC);
  return read_count (reader, NULL, cancellable, error);
}

/* A report under way keeps the log; it is folded in when the report is done. */
static void
test_fold_after_long_read (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  Counts counts = { 1, 0 };
  GStatBuf info = { 0 };
  int started = 0;

  ocop_register_read_async (fixture->reg, OCOP_LANE_LONG, read_for_long, &started, NULL, g_free, NULL, on_read, &counts);
  while (g_atomic_int_get (&started) == 0)
    g_thread_yield ();
  g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
  wait_for (&counts);
  for (int i = 0; i < 100 && (g_stat (log, &info) != 0 || info.st_size > 0); i++)
    g_usleep (G_USEC_PER_SEC / 20);
  g_assert_cmpint (info.st_size, ==, 0);
}

/* However many texts of SQL came by, what is under way stays, and two uses of one text do too. */
static void
test_statements (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(OcopStore) store = ocop_store_open (fixture->path, OCOP_STORE_READ, NULL);
  g_autoptr(OcopStatement) first = ocop_sqlite_prepare (store, "SELECT id FROM unit ORDER BY id", NULL);
  g_autoptr(OcopStatement) second = NULL;

  g_assert_cmpint (sqlite3_step (first), ==, SQLITE_ROW);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %u", i);

      g_assert_nonnull (ocop_sqlite_prepare (store, sql, NULL));
    }
  second = ocop_sqlite_prepare (store, "SELECT id FROM unit ORDER BY id", NULL);
  g_assert_true (first != second);
  g_assert_cmpint (sqlite3_step (second), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_step (first), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int64 (first, 0), >, sqlite3_column_int64 (second, 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/threads/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("cancelled-reads", test_cancelled_reads);
  ADD ("closed-while-reading", test_closed_while_reading);
  ADD ("closed-register", test_closed_register);
  ADD ("made-changes", test_made_changes);
  ADD ("fold-after-long-read", test_fold_after_long_read);
  ADD ("statements", test_statements);
  return g_test_run ();
}
