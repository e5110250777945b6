/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register of an older version: asked first, kept as it was, looked at in a copy. */

#include "base/ocop-error.h"
#include "register/fixture.h"
#include "register/sqlite/ocop-sqlite.h"

/* A register with one product, as version 1 would have left it. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(OcopStore) store = NULL;

  fixture_set_up (fixture, data);
  g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
  fixture_close (fixture);
  store = ocop_store_open (fixture->path, OCOP_STORE_WRITE, NULL);
  g_assert_true (ocop_sqlite_run (store, "DROP TABLE redirect; UPDATE change SET schema = 1; PRAGMA user_version = 1", NULL));
  g_assert_true (ocop_store_fold (store));
}

static void
assert_older (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ocop_register_open (fixture->path, OCOP_OPEN_DEFAULT, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_OLDER);
}

static void
test_asks_first (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *kept = g_strconcat (fixture->path, ".version-1", NULL);

  assert_older (fixture);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

static void
test_upgrade (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *kept = g_strconcat (fixture->path, ".version-1", NULL);
  g_autoptr(GError) error = NULL;

  fixture->reg = ocop_register_open (fixture->path, OCOP_OPEN_UPGRADE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 1);
  fixture_assert_sound (fixture);
  /* What was done before cannot be undone by a version that may not know it. */
  ocop_register_set_person (fixture->reg, "Người thử");
  g_assert_false (ocop_register_undo (fixture->reg, NULL, NULL));
  fixture_close (fixture);
  fixture_open (fixture);
  fixture_close (fixture);

  /* The former one is whole, and can be put back. */
  g_assert_true (ocop_register_restore (kept, fixture->path, NULL, &error));
  assert_older (fixture);
}

static void
test_look_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->reg = ocop_register_open (fixture->path, OCOP_OPEN_LOOK_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (ocop_register_is_look_only (fixture->reg));
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 1);
  fixture_assert_sound (fixture);
  fixture_close (fixture);
  assert_older (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/upgrade/" name, Fixture, NULL, set_up, func, fixture_tear_down)
  ADD ("asks-first", test_asks_first);
  ADD ("upgrade", test_upgrade);
  ADD ("look-only", test_look_only);
  return g_test_run ();
}
