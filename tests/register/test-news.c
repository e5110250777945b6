/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an open register says of itself: its own changes, another process's, its file gone. */

#include <string.h>

#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "register/fixture.h"
#include "register/sqlite/ocop-sqlite.h"

/* The watch looks every two seconds. */
#define WATCHED (5 * G_USEC_PER_SEC)

static void
count (OcopRegister *reg,
       guint        *n)
{
  (*n)++;
}

/* Runs the main loop until @n is reached or the time of two looks went by. */
static void
wait_for (const guint *counter,
          guint        n)
{
  gint64 end = g_get_monotonic_time () + WATCHED;

  while (*counter < n && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

/* A change is written after all that the opening set going; what it announced is past. */
static void
settle (Fixture *fixture)
{
  g_free (fixture_add (fixture, "producer", "name", "HTX", NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_own_change (Fixture       *fixture,
                 gconstpointer  data)
{
  guint n_changed = 0;

  settle (fixture);
  g_signal_connect (fixture->reg, "changed", G_CALLBACK (count), &n_changed);
  g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
  wait_for (&n_changed, 2);
  g_assert_cmpuint (n_changed, ==, 1);
}

static void
test_other_process (Fixture       *fixture,
                    gconstpointer  data)
{
  Fixture other = { .path = fixture->path };
  g_autofree char *name = NULL;
  guint n_changed = 0;

  settle (fixture);
  g_signal_connect (fixture->reg, "changed", G_CALLBACK (count), &n_changed);
  fixture_open (&other);
  g_free (fixture_add (&other, "product", "name", "Gạo", NULL));
  wait_for (&n_changed, 1);
  g_assert_cmpuint (n_changed, ==, 1);
  name = ocop_register_dup_undo_name (fixture->reg);
  g_assert_cmpstr (name, ==, "add product");
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  g_assert_cmpint (fixture_count (&other, "product"), ==, 0);
  fixture_close (&other);
}

/* A file that was deleted or renamed takes no change, says so, and can be saved elsewhere. */
static void
test_vanished (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "chỗ khác.ocop", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "bản sao.ocop", NULL);
  g_autoptr(OcopChange) change = ocop_change_new ("add", "add");
  g_autoptr(OcopRecord) product = ocop_record_new (ocop_kind_find ("product"), NULL);
  g_autoptr(GError) error = NULL;
  guint n = 0;

  g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
  g_signal_connect (fixture->reg, "presence-changed", G_CALLBACK (count), &n);
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  ocop_record_set_text (product, "name", "Nếp");
  ocop_change_add (change, product);
  g_assert_false (ocop_register_commit (fixture->reg, change, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_VANISHED);
  g_assert_nonnull (strstr (error->message, fixture->path));
  wait_for (&n, 1);
  g_assert_true (ocop_register_has_vanished (fixture->reg));
  g_assert_true (ocop_register_backup (fixture->reg, copy, NULL));

  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  wait_for (&n, 2);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (ocop_register_has_vanished (fixture->reg));
  g_assert_true (ocop_register_commit (fixture->reg, change, NULL));

  fixture_close (fixture);
  g_assert_cmpint (g_rename (copy, fixture->path), ==, 0);
  fixture_open (fixture);
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 1);
  fixture_assert_sound (fixture);
}

/* A register without an id is damaged: backups and drafts could not be told from others'. */
static void
test_no_id (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(OcopStore) store = NULL;
  g_autoptr(GError) error = NULL;

  fixture_close (fixture);
  store = ocop_store_open (fixture->path, OCOP_STORE_WRITE, NULL);
  g_assert_true (ocop_sqlite_run (store, "DELETE FROM property WHERE name = 'id'", NULL));
  g_clear_pointer (&store, ocop_store_close);
  g_assert_null (ocop_register_open (fixture->path, OCOP_OPEN_DEFAULT, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_DAMAGED);
}

/* What fails while a register is made leaves no half a register. */
static void
test_not_made (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mới.ocop", NULL);
  g_autofree char *foreign = g_strconcat (path, ".khác.lock", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (foreign, "máy-khác\nChị Mẫu\n08:15 22/11/2026\n12\n", -1, NULL));
  g_setenv ("OCOP_TREAT_AS_SHARE", "1", TRUE);
  g_assert_null (ocop_register_create (path, &error));
  g_unsetenv ("OCOP_TREAT_AS_SHARE");
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_BUSY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/news/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("own-change", test_own_change);
  ADD ("other-process", test_other_process);
  ADD ("vanished", test_vanished);
  ADD ("no-id", test_no_id);
  ADD ("not-made", test_not_made);
  return g_test_run ();
}
