/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a whole list is, is counted as records come and go: it must say what is there. */

#include <string.h>

#include "register/fixture.h"

static const char * const kinds[] = { "producer", "product", "recognition", "dossier" };

/* @n: of products. What is looked for by a condition is counted one by one. */
static void
assert_counts (Fixture *fixture,
               gint64   n)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new (kinds[i]);
      gint64 told = fixture_measure (fixture, query);

      ocop_query_where (query, "id", OCOP_OPERATOR_KNOWN, NULL);
      g_assert_cmpint (told, ==, fixture_measure (fixture, query));
    }
  g_assert_cmpint (fixture_count (fixture, "product"), ==, n);
  fixture_assert_sound (fixture);
}

static void
commit (Fixture    *fixture,
        OcopChange *change)
{
  g_autoptr(GError) error = NULL;

  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
  ocop_change_free (change);
}

static void
undo (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  ocop_register_undo (fixture->reg, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  ocop_register_redo (fixture->reg, NULL, &error);
  g_assert_no_error (error);
}

/* A product with what goes into the bin with it. */
static char *
add_recognised (Fixture    *fixture,
                const char *name)
{
  char *id = fixture_add (fixture, "product", "name", name, NULL);

  g_free (fixture_add (fixture, "recognition", "product", id, "outcome", "recognised", "class", "4", "decision_date", "2025-01-15", NULL));
  return id;
}

static void
test_bin (Fixture       *fixture,
          gconstpointer  data)
{
  const OcopKind *product = ocop_kind_find ("product");
  g_autofree char *rice = add_recognised (fixture, "Gạo");
  g_autofree char *tea = add_recognised (fixture, "Trà");
  OcopChange *change = ocop_change_new ("bin", "bin");

  assert_counts (fixture, 2);
  ocop_change_bin (change, product, rice);
  ocop_change_bin (change, product, tea);
  commit (fixture, change);
  assert_counts (fixture, 0);
  g_assert_cmpint (fixture_count (fixture, "recognition"), ==, 0);
  undo (fixture);
  assert_counts (fixture, 2);
  g_assert_cmpint (fixture_count (fixture, "recognition"), ==, 2);
  redo (fixture);
  assert_counts (fixture, 0);
  change = ocop_change_new ("restore", "restore");
  ocop_change_restore (change, product, rice);
  commit (fixture, change);
  assert_counts (fixture, 1);
  g_assert_cmpint (fixture_count (fixture, "recognition"), ==, 1);
}

static void
test_undo_of_adding (Fixture       *fixture,
                     gconstpointer  data)
{
  g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
  undo (fixture);
  assert_counts (fixture, 0);
  redo (fixture);
  assert_counts (fixture, 1);
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *rice = add_recognised (fixture, "Gạo");
  g_autofree char *same = add_recognised (fixture, "Gạo tẻ");
  OcopChange *change = ocop_change_new ("merge", "merge");

  ocop_change_merge (change, ocop_kind_find ("product"), same, rice);
  commit (fixture, change);
  assert_counts (fixture, 1);
  undo (fixture);
  assert_counts (fixture, 2);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX Rau", NULL);
  g_autofree char *rice = fixture_add (fixture, "product", "name", "Gạo", "producer", producer, NULL);
  g_autofree char *tea = fixture_add (fixture, "product", "name", "Trà", NULL);
  g_autoptr(OcopChange) change = ocop_change_new ("bin", "bin");

  /* The producer is still used: nothing of the change is done. */
  ocop_change_bin (change, ocop_kind_find ("product"), tea);
  ocop_change_bin (change, ocop_kind_find ("producer"), producer);
  g_assert_false (ocop_register_commit (fixture->reg, change, NULL));
  assert_counts (fixture, 2);
}

/* Whatever else writes into the table is counted too; a count that is wrong nevertheless is found. */
static void
test_sql (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GPtrArray) problems = NULL;

  g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
  g_free (fixture_add (fixture, "product", "name", "Trà", NULL));
  fixture_run_sql (fixture, "UPDATE product SET binned = 0 WHERE name = 'Gạo'; DELETE FROM product WHERE name = 'Trà'");
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 1);
  fixture_run_sql (fixture, "UPDATE tally SET records = 7 WHERE kind = 'product'");
  problems = ocop_register_check (fixture->reg, NULL);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (problems->pdata[0], "product 7 ≠ 1"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/tally/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("bin", test_bin);
  ADD ("undo-of-adding", test_undo_of_adding);
  ADD ("merge", test_merge);
  ADD ("refused", test_refused);
  ADD ("sql", test_sql);
  return g_test_run ();
}
