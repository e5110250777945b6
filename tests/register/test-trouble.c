/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register in trouble: full disk, damaged, altered behind the program's back. */

#include <string.h>

#include "base/ocop-error.h"
#include "register/fixture.h"
#include "register/sqlite/ocop-sqlite.h"

static OcopChange *
make_large_change (void)
{
  OcopChange *change = ocop_change_new ("import", "large");
  g_autofree char *text = g_strnfill (20000, 'x');

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(OcopRecord) product = ocop_record_new (ocop_kind_find ("product"), NULL);

      ocop_record_set_text (product, "name", "Gạo");
      ocop_record_set_text (product, "note", text);
      ocop_change_add (change, product);
    }
  return change;
}

/* SQLite refuses pages over its limit as it does on a full disk. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(OcopChange) change = make_large_change ();
  OcopAuthor author = { "Người thử", "018f0000-0000-7000-8000-000000000001" };
  g_autoptr(OcopStore) store = NULL;
  g_autoptr(GError) error = NULL;

  g_free (fixture_add (fixture, "product", "name", "Còn nguyên", NULL));
  fixture_close (fixture);
  store = ocop_store_open (fixture->path, OCOP_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (ocop_sqlite_run (store, "PRAGMA max_page_count = 300", NULL));
  g_assert_false (ocop_store_commit (store, change, &author, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_NO_SPACE);
  g_assert_true (ocop_sqlite_run (store, "PRAGMA max_page_count = 1000000", NULL));
  g_assert_true (ocop_store_commit (store, change, &author, NULL, NULL));
  g_clear_pointer (&store, ocop_store_close);

  fixture_open (fixture);
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 201);
  fixture_assert_sound (fixture);
}

static void
spoil (const char *path,
       gsize       from,
       gsize       size)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (from + size, <=, length);
  memset (bytes + from, 0xaa, size);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.ocop", NULL);
  g_autoptr(GError) error = NULL;

  g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
  g_assert_true (ocop_register_backup (fixture->reg, backup, NULL));
  fixture_close (fixture);
  spoil (fixture->path, 4096, 40000);
  g_assert_null (ocop_register_open (fixture->path, OCOP_OPEN_DEFAULT, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_DAMAGED);
  g_assert_true (ocop_register_restore (backup, fixture->path, NULL, NULL));
  fixture_open (fixture);
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 1);
}

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length / 2, NULL));
  g_assert_null (ocop_register_open (fixture->path, OCOP_OPEN_DEFAULT, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_DAMAGED);
}

/* Who alters the history without the chain is found out. */
static void
test_altered_history (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const alterations[] = {
    "UPDATE change_row SET after = '{\"name\":\"Khác\"}' WHERE change = 2",
    "UPDATE change SET person = 'Người khác' WHERE seq = 2",
    "DELETE FROM change_row WHERE change = 2",
  };
  g_autoptr(OcopStore) store = NULL;

  g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
  fixture_close (fixture);
  store = ocop_store_open (fixture->path, OCOP_STORE_WRITE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

      g_assert_true (ocop_sqlite_begin (store, NULL));
      g_assert_true (ocop_sqlite_run (store, alterations[i], NULL));
      g_assert_true (ocop_store_check (store, problems, NULL));
      g_assert_cmpuint (problems->len, >, 0);
      ocop_sqlite_rollback (store);
    }
}

/* Sort keys of another version of ICU are made anew, and the order holds. */
static void
test_other_collation (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const columns[] = { "name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = NULL;
  g_autoptr(OcopStore) store = NULL;
  g_autofree char *version = NULL;

  g_free (fixture_add (fixture, "product", "name", "Đậu", NULL));
  g_free (fixture_add (fixture, "product", "name", "Dừa", NULL));
  fixture_close (fixture);
  store = ocop_store_open (fixture->path, OCOP_STORE_WRITE, NULL);
  g_assert_true (ocop_sqlite_run (store, "UPDATE property SET value = '1.2.3' WHERE name = 'collation'; UPDATE product SET name_key = x'00'", NULL));
  g_assert_true (ocop_store_refresh (store, NULL));
  version = ocop_store_dup_property (store, "collation");
  g_assert_cmpstr (version, !=, "1.2.3");
  g_clear_pointer (&store, ocop_store_close);
  fixture_open (fixture);
  ocop_query_order_by (query, "name", FALSE);
  rows = fixture_rows (fixture, query, columns);
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 0), ==, "Dừa");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/trouble/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("full-disk", test_full_disk);
  ADD ("damaged", test_damaged);
  ADD ("truncated", test_truncated);
  ADD ("altered-history", test_altered_history);
  ADD ("other-collation", test_other_collation);
  return g_test_run ();
}
