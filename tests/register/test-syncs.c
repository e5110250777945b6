/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often a save makes people wait for the disk. */

#include <glib/gstdio.h>

#include "register/fixture.h"
#include "register/syncs.h"

#define SAVES 20

static void
test_saves (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *id = fixture_add (fixture, "product", "name", "Gạo", NULL);

  fixture_edit (fixture, "product", id, "note", "đầu");
  syncs_take ();
  for (guint i = 0; i < SAVES; i++)
    {
      g_autofree char *note = g_strdup_printf ("Lần %u", i);

      fixture_edit (fixture, "product", id, "note", note);
    }
  g_assert_cmpuint (syncs_take (), ==, SAVES);
}

/* Nobody waits for the log to be folded in: one second later it has been. The log that begins anew
 * is given a head, which must be on the disk before the change. */
static void
test_fold (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *id = fixture_add (fixture, "product", "name", "Gạo", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  GStatBuf info = { .st_size = 1 };

  for (int i = 0; i < 100 && info.st_size > 0; i++)
    {
      g_usleep (G_USEC_PER_SEC / 20);
      g_assert_cmpint (g_stat (log, &info), ==, 0);
    }
  syncs_take ();
  fixture_edit (fixture, "product", id, "note", "sau khi nghỉ");
  g_assert_cmpuint (syncs_take (), ==, 2);
}

/* A program that opens, saves once and closes: the log's head and the change; then, before the log
 * may go, the log and the file. */
static void
test_command (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *id = fixture_add (fixture, "product", "name", "Gạo", NULL);

  fixture_close (fixture);
  syncs_take ();
  fixture_open (fixture);
  fixture_edit (fixture, "product", id, "note", "mới");
  g_assert_cmpuint (syncs_take (), ==, 2);
  fixture_close (fixture);
  g_assert_cmpuint (syncs_take (), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  syncs_count ();
#define ADD(name, func) g_test_add ("/syncs/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("saves", test_saves);
  ADD ("fold", test_fold);
  ADD ("command", test_command);
  return g_test_run ();
}
