/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "register/fixture.h"
#include "register/ocop-backups.h"

/* A year of working days leaves the last 10 and the last of 12 months. */
static void
test_spare (void)
{
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (OcopDate));
  g_autoptr(GArray) spare = NULL;
  OcopDate day = ocop_date_new (2025, 6, 1);
  guint n_months = 0;

  for (; ocop_date_compare (day, ocop_date_new (2026, 11, 22)) <= 0; day = ocop_date_add_days (day, 1))
    g_array_append_val (days, day);
  spare = ocop_backups_spare (days);
  /* November holds the ten days and is the first month; eleven more keep their last day. */
  g_assert_cmpuint (days->len - spare->len, ==, OCOP_BACKUPS_DAYS + OCOP_BACKUPS_MONTHS - 1);
  for (guint i = 0; i < spare->len; i++)
    n_months += ocop_date_compare (g_array_index (spare, OcopDate, i), ocop_date_new (2026, 10, 31)) == 0;
  g_assert_cmpuint (n_months, ==, 0);
}

static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "sao lưu", NULL);
  OcopDate today = ocop_date_new (2026, 11, 22);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_assert_false (ocop_date_is_known (ocop_backups_last (fixture->reg, folder)));
  for (int i = 12; i >= 0; i--)
    {
      ocop_backups_keep (fixture->reg, folder, ocop_date_add_days (today, -i), &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (ocop_date_compare (ocop_backups_last (fixture->reg, folder), today), ==, 0);
  dir = g_dir_open (folder, 0, NULL);
  for (int n = 0; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (n, <, OCOP_BACKUPS_DAYS);
      g_remove (path);
    }
  g_rmdir (folder);
}

/* Warned of is a backup that is a week old, and none of a register that was written before. */
static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  OcopDate today = ocop_date_new (2026, 11, 22);

  g_assert_false (ocop_backups_is_missing (fixture->reg, OCOP_DATE_UNKNOWN, today));
  g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
  g_assert_false (ocop_backups_is_missing (fixture->reg, OCOP_DATE_UNKNOWN, today));
  fixture_close (fixture);
  fixture_open (fixture);
  g_assert_true (ocop_backups_is_missing (fixture->reg, OCOP_DATE_UNKNOWN, today));
  g_assert_false (ocop_backups_is_missing (fixture->reg, ocop_date_new (2026, 11, 15), today));
  g_assert_true (ocop_backups_is_missing (fixture->reg, ocop_date_new (2026, 11, 14), today));
}

/* What a backup on closing asks: whoever wrote. */
static void
test_was_changed (Fixture       *fixture,
                  gconstpointer  data)
{
  fixture_close (fixture);
  fixture_open (fixture);
  g_assert_false (ocop_register_was_changed (fixture->reg));
  g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
  g_assert_true (ocop_register_was_changed (fixture->reg));
}

static void
test_folder (void)
{
  g_autofree char *standard = ocop_backups_dup_folder (NULL);
  g_autofree char *empty = ocop_backups_dup_folder ("");
  g_autofree char *chosen = ocop_backups_dup_folder ("/sao lưu");

  g_assert_true (g_str_has_prefix (standard, g_get_user_data_dir ()));
  g_assert_cmpstr (empty, ==, standard);
  g_assert_cmpstr (chosen, ==, "/sao lưu");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backups/spare", test_spare);
  g_test_add_func ("/backups/folder", test_folder);
  g_test_add ("/backups/missing", Fixture, NULL, fixture_set_up, test_missing, fixture_tear_down);
  g_test_add ("/backups/was-changed", Fixture, NULL, fixture_set_up, test_was_changed, fixture_tear_down);
  g_test_add ("/backups/keep", Fixture, NULL, fixture_set_up, test_keep, fixture_tear_down);
  return g_test_run ();
}
