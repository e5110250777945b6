/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A writer killed at any moment leaves a sound file with all or none of each change.
 * OCOP_CRASH_ROUNDS says how often (10 unless told). */

#include <stdlib.h>

#include "register/fixture.h"

#define PRODUCTS_PER_CHANGE 40

static OcopRecord *
make_product (const char *producer,
              guint       number)
{
  OcopRecord *product = ocop_record_new (ocop_kind_find ("product"), NULL);
  g_autofree char *name = g_strdup_printf ("Sản phẩm %u", number);

  ocop_record_set_text (product, "name", name);
  ocop_record_set_text (product, "producer", producer);
  return product;
}

/* A producer with its products, as an import would bring them. */
static OcopChange *
make_change (guint number)
{
  OcopChange *change = ocop_change_new ("import", "crash");
  g_autoptr(OcopRecord) producer = ocop_record_new (ocop_kind_find ("producer"), NULL);

  ocop_record_set_text (producer, "name", "HTX");
  ocop_change_add (change, producer);
  for (guint i = 0; i < PRODUCTS_PER_CHANGE; i++)
    {
      g_autoptr(OcopRecord) product = make_product (ocop_record_get_id (producer), number * PRODUCTS_PER_CHANGE + i);

      ocop_change_add (change, product);
    }
  return change;
}

static int
write_until_killed (const char *path)
{
  g_autoptr(OcopRegister) reg = ocop_register_open (path, OCOP_OPEN_DEFAULT, NULL);

  for (guint number = 0;; number++)
    {
      g_autoptr(OcopChange) change = make_change (number);

      if (!ocop_register_commit (reg, change, NULL))
        return EXIT_FAILURE;
      if (number % 3 == 2)
        ocop_register_undo (reg, NULL, NULL);
    }
}

static gint64
count_in_bin (Fixture    *fixture,
              const char *kind)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  ocop_query_set_binned (query, TRUE);
  return fixture_measure (fixture, query);
}

static void
kill_a_writer (Fixture *fixture,
               GRand   *random)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr(GSubprocess) writer = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, program != NULL ? program : g_get_prgname (),
                                                    "--write", fixture->path, NULL);

  g_assert_nonnull (writer);
  g_usleep ((gulong) g_rand_int_range (random, 20, 400) * 1000);
  g_subprocess_force_exit (writer);
  g_subprocess_wait (writer, NULL, NULL);
}

static void
test_killed_writer (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *told = g_getenv ("OCOP_CRASH_ROUNDS");
  int rounds = told != NULL ? atoi (told) : 10;
  g_autoptr(GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (int i = 0; i < rounds; i++)
    {
      fixture_close (fixture);
      kill_a_writer (fixture, random);
      fixture_open (fixture);
      fixture_assert_sound (fixture);
      g_assert_cmpint (fixture_count (fixture, "product"), ==, PRODUCTS_PER_CHANGE * fixture_count (fixture, "producer"));
      g_assert_cmpint (count_in_bin (fixture, "product"), ==, PRODUCTS_PER_CHANGE * count_in_bin (fixture, "producer"));
    }
  g_test_message ("%d writers killed; %d products written", rounds, (int) fixture_count (fixture, "product"));
  g_assert_cmpint (fixture_count (fixture, "product"), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_until_killed (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/register/killed-writer", Fixture, NULL, fixture_set_up, test_killed_writer, fixture_tear_down);
  return g_test_run ();
}
