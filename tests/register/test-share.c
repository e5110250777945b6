/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register on a network share: one machine writes, the others look at a copy. */

#include <string.h>

#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "register/fixture.h"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fixture_close (fixture);
  g_setenv ("OCOP_TREAT_AS_SHARE", "1", TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unsetenv ("OCOP_TREAT_AS_SHARE");
  fixture_tear_down (fixture, data);
}

static guint
count_locks (Fixture *fixture)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    n += g_str_has_suffix (name, ".lock");
  return n;
}

static char *
write_lock (Fixture    *fixture,
            const char *content)
{
  char *lock = g_strconcat (fixture->path, ".khác.lock", NULL);

  g_assert_true (g_file_set_contents (lock, content, -1, NULL));
  return lock;
}

static void
assert_busy (Fixture    *fixture,
             const char *holder)
{
  g_autoptr(OcopRegister) reg = NULL;
  g_autoptr(GError) error = NULL;

  reg = ocop_register_open (fixture->path, OCOP_OPEN_DEFAULT, &error);
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, holder));
}

static void
test_one_machine (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  fixture_open (fixture);
  g_assert_cmpuint (count_locks (fixture), ==, 1);
  g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  fixture_close (fixture);
  g_assert_cmpuint (count_locks (fixture), ==, 0);
}

/* The first of two programs of one machine that closes leaves the other's lock. */
static void
test_two_programs (Fixture       *fixture,
                   gconstpointer  data)
{
  Fixture other = { .path = fixture->path };

  fixture_open (fixture);
  fixture_open (&other);
  g_free (fixture_add (&other, "product", "name", "Gạo", NULL));
  fixture_close (fixture);
  g_assert_cmpuint (count_locks (fixture), ==, 1);
  g_free (fixture_add (&other, "product", "name", "Nếp", NULL));
  fixture_close (&other);
  g_assert_cmpuint (count_locks (fixture), ==, 0);
}

static void
test_other_machine (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *lock = write_lock (fixture, "máy-khác\nChị Mẫu\n08:15 22/11/2026\n12\n");

  assert_busy (fixture, "Chị Mẫu");
  assert_busy (fixture, lock);
  g_assert_cmpuint (count_locks (fixture), ==, 1);
  /* One that is just being written names nobody yet. */
  g_assert_true (g_file_set_contents (lock, "", -1, NULL));
  assert_busy (fixture, lock);
}

/* A program of this machine that was killed leaves a lock that keeps nobody out. */
static void
test_left_lock (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *content = g_strdup_printf ("%s\nNgười thử\n08:15 22/11/2026\n999999999\n", g_get_host_name ());

  g_free (write_lock (fixture, content));
  fixture_open (fixture);
  g_assert_cmpuint (count_locks (fixture), ==, 1);
}

/* Of a copy, everything is asked of the copy. */
static void
test_look_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *lock = write_lock (fixture, "máy-khác\nChị Mẫu\n08:15 22/11/2026\n12\n");
  g_autofree char *backup = g_build_filename (fixture->folder, "bản sao.ocop", NULL);
  g_autofree char *head = NULL;
  g_autoptr(GError) error = NULL;

  fixture->reg = ocop_register_open (fixture->path, OCOP_OPEN_LOOK_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (ocop_register_is_look_only (fixture->reg));
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  fixture_assert_sound (fixture);
  g_assert_true (ocop_register_backup (fixture->reg, backup, &error));
  head = ocop_register_dup_chain_head (fixture->reg);
  g_assert_nonnull (head);
  fixture_close (fixture);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/share/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("one-machine", test_one_machine);
  ADD ("two-programs", test_two_programs);
  ADD ("other-machine", test_other_machine);
  ADD ("left-lock", test_left_lock);
  ADD ("look-only", test_look_only);
  return g_test_run ();
}
