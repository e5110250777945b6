/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two programs have one register open, as a window and the command line do. */

#include "register/fixture.h"

#define ROUNDS 30
#define READERS 3

/* The other program: opens the register, counts its products, closes it. */
static int
count_products (const char *path)
{
  Fixture fixture = { .path = (char *) path };
  gint64 n;

  fixture_open (&fixture);
  n = fixture_count (&fixture, "product");
  fixture_close (&fixture);
  return (int) n;
}

static GSubprocess *
start_other (Fixture *fixture)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr(GError) error = NULL;
  GSubprocess *other = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program != NULL ? program : g_get_prgname (),
                                         "--count", fixture->path, NULL);

  g_assert_no_error (error);
  return other;
}

static int
end_other (GSubprocess *other)
{
  g_assert_true (g_subprocess_wait (other, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (other));
  return g_subprocess_get_exit_status (other);
}

/* SQLite takes the log away with its last user. A handle on the register that this program closes
 * beside its connections would make the other believe that it is the last. */
static void
test_keeps_log (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  for (int n = 1; n <= 2; n++)
    {
      g_autoptr(GSubprocess) other = NULL;

      g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
      other = start_other (fixture);
      g_assert_cmpint (end_other (other), ==, n);
      g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
    }
  fixture_assert_sound (fixture);
}

/* As a file chooser does of every file in a folder, to know what it is. */
static void
look_into (const char *path)
{
  static const char * const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *content = NULL;

      g_file_get_contents (name, &content, NULL, NULL);
    }
}

/* Somebody else in this program reads the files: the register is held all the same. */
static void
test_keeps_locks (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  for (int n = 1; n <= 2; n++)
    {
      g_autoptr(GSubprocess) other = NULL;

      g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
      look_into (fixture->path);
      other = start_other (fixture);
      g_assert_cmpint (end_other (other), ==, n);
      g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
    }
  fixture_assert_sound (fixture);
}

/* Whoever only reads is never told that another writes. */
static void
test_refuses_nobody (Fixture       *fixture,
                     gconstpointer  data)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      GSubprocess *others[READERS];

      for (guint i = 0; i < READERS; i++)
        others[i] = start_other (fixture);
      g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
      /* Every third time the register is opened and closed here too, whose last user takes the log. */
      if (round % 3 == 0)
        {
          fixture_close (fixture);
          fixture_open (fixture);
        }
      for (guint i = 0; i < READERS; i++)
        {
          int n = end_other (others[i]);

          g_assert_true (n == round || n == round + 1);
          g_object_unref (others[i]);
        }
    }
  fixture_assert_sound (fixture);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--count"))
    return count_products (argv[2]);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/processes/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("keeps-log", test_keeps_log);
  ADD ("keeps-locks", test_keeps_locks);
  ADD ("refuses-nobody", test_refuses_nobody);
  return g_test_run ();
}
