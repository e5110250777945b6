/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register of an older version: asked first, kept as it was, looked at in a copy. */

#include <glib/gstdio.h>

#include "base/ocop-data.h"
#include "base/ocop-error.h"
#include "register/fixture.h"
#include "register/sqlite/ocop-sqlite.h"

/* --- a register of version 1 --- */

static void
run_sql (OcopStore  *store,
         const char *sql)
{
  g_autoptr(GError) error = NULL;

  ocop_sqlite_run (store, sql, &error);
  g_assert_no_error (error);
}

/* The first column of what @sql gives. */
static GPtrArray *
read_texts (OcopStore  *store,
            const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, &error);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup (ocop_sqlite_column_text (statement, 0)));
  return texts;
}

/* From today's register, attached as "today": version 1 had no column and no table that it lacks. */
static void
copy_table (OcopStore  *store,
            const char *name,
            gboolean    searched)
{
  g_autofree char *list = g_strdup_printf ("SELECT '\"' || name || '\"' FROM pragma_table_info ('%s')", name);
  g_autoptr(GPtrArray) columns = read_texts (store, list);
  g_autofree char *names = NULL;
  g_autofree char *copy = NULL;

  if (searched)
    g_ptr_array_add (columns, g_strdup ("rowid"));
  g_ptr_array_add (columns, NULL);
  names = g_strjoinv (", ", (char **) columns->pdata);
  copy = g_strdup_printf ("INSERT INTO main.%s (%s) SELECT %s FROM today.%s", name, names, names, name);
  run_sql (store, copy);
}

static void
copy_tables (OcopStore  *store,
             const char *type)
{
  g_autofree char *list = g_strdup_printf ("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = '%s'"
                                           " AND name NOT LIKE 'sqlite_%%'", type);
  g_autoptr(GPtrArray) tables = read_texts (store, list);

  g_assert_cmpuint (tables->len, >, 0);
  for (guint i = 0; i < tables->len; i++)
    copy_table (store, tables->pdata[i], g_str_equal (type, "virtual"));
}

/* What version 1 would have written, of the register at @path. */
static void
take_back (const char *path)
{
  g_autofree char *former = g_strconcat (path, ".former", NULL);
  g_autofree char *attach = g_strdup_printf ("PRAGMA foreign_keys = OFF; ATTACH '%s' AS today", path);
  g_autofree char *mark = g_strdup_printf ("UPDATE change SET schema = 1; PRAGMA user_version = 1; PRAGMA application_id = %d;"
                                           " DETACH today; PRAGMA journal_mode = WAL", OCOP_SQLITE_APPLICATION_ID);
  g_autoptr(OcopStore) store = ocop_sqlite_connect (former, OCOP_STORE_WRITE, TRUE, NULL);
  g_autoptr(GBytes) sql = ocop_data_lookup ("register/001.sql", NULL);

  run_sql (store, g_bytes_get_data (sql, NULL));
  run_sql (store, attach);
  copy_tables (store, "table");
  copy_tables (store, "virtual");
  run_sql (store, mark);
  g_clear_pointer (&store, ocop_store_close);
  g_assert_cmpint (g_rename (former, path), ==, 0);
}

/* Two products of one producer, one of them recognised and renamed since, an office, and a product in the bin. */
static void
fill (Fixture *fixture)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX Rau", NULL);
  g_autofree char *rice = fixture_add (fixture, "product", "name", "Gạo", "producer", producer,
                                       "description", "Hạt dài, cơm dẻo", NULL);
  g_autofree char *thrown_away = fixture_add (fixture, "product", "name", "Muối", NULL);
  g_autoptr(OcopChange) bin = ocop_change_new ("bin", "bin");

  g_free (fixture_add (fixture, "product", "name", "Ấm trà", "producer", producer, NULL));
  g_free (fixture_add (fixture, "recognition", "product", rice, "outcome", "recognised", "class", "4",
                       "decision_date", "2025-01-15", NULL));
  g_free (fixture_add (fixture, "office", "name", "Văn phòng", NULL));
  ocop_change_bin (bin, ocop_kind_find ("product"), thrown_away);
  g_assert_true (ocop_register_commit (fixture->reg, bin, NULL));
  fixture_edit (fixture, "product", rice, "name", "Gạo nếp");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fill (fixture);
  fixture_close (fixture);
  take_back (fixture->path);
}

/* --- */

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

/* Registers that they made are out there: whatever is to be otherwise comes with a further number. */
static void
test_published (void)
{
  static const struct { const char *name, *digest; } published[] = {
    { "register/001.sql", "19e4ef71aa5743be023d4f228aca9b1b9e1b678b80bc97a814962df3aa2eb1ca" },
    { "register/002.sql", "ddf9eaa7077c7dd073f6c564f37c5bffd273692934aa7438f46f6459a24ee264" },
    { "register/003.sql", "af0a8bc62dc949a642861058213edd73b942d9d4482cb652cc850880fc2f2dca" },
    { "register/004.sql", "97c940cf2a1cfb268b6809883e246e00716e081ff4541f4e0a2d7cbe7aea1815" },
    { "register/005.sql", "ee528d88dd5af90df69aafce5f199df78af361097c3f57cc7df0cfff560c60df" },
    { "register/006.sql", "5a8c47d9dd2834c444dd06c39c564834d948248472add78bf1eb93d0decb0495" },
    { "register/007.sql", "ec6774156c6db5188873ebe667e9cb8d2f7d0d00d5e4fa760b554d2dbfdb69b9" },
    { "register/008.sql", "9d7e88689e85ba342dc36acc181cd438f447c38148437d4cacaa379cdde7bd11" },
    { "register/009.sql", "fd7fac2b2dbbfbe694dc6dfe00f227740fbb85de29521f98703dc33533eca51d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      g_autoptr(GBytes) sql = ocop_data_lookup (published[i].name, NULL);
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, sql);

      g_assert_cmpstr (digest, ==, published[i].digest);
    }
}

static char *
describe_schema (const char *path)
{
  g_autoptr(OcopStore) store = ocop_store_open (path, OCOP_STORE_READ, NULL);
  g_autoptr(GPtrArray) parts =
    read_texts (store, "SELECT type || ' ' || name || ' of ' || tbl_name || ': ' || ifnull (sql, '') FROM sqlite_master ORDER BY type, name");

  g_assert_cmpuint (parts->len, >, 20);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("\n", (char **) parts->pdata);
}

static void
test_same_as_new (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "mới.ocop", NULL);
  g_autofree char *upgraded = NULL;
  g_autofree char *made = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (ocop_store_upgrade (fixture->path, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (ocop_store_create (other, &error));
  upgraded = describe_schema (fixture->path);
  made = describe_schema (other);
  g_assert_cmpstr (upgraded, ==, made);
}

/* Lists in their order, the search, counts by what is derived, links both ways. */
static void
assert_works (Fixture *fixture)
{
  static const char * const columns[] = { "name", "producer.name", "description", NULL };
  g_autoptr(OcopQuery) list = ocop_query_new ("product");
  g_autoptr(OcopQuery) search = ocop_query_copy (list);
  g_autoptr(OcopQuery) recognised = ocop_query_copy (list);
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_order_by (list, "name", FALSE);
  rows = fixture_rows (fixture, list, columns);
  g_assert_cmpuint (ocop_rows_get_n_rows (rows), ==, 2);
  g_assert_cmpint (fixture_measure (fixture, list), ==, 2);
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 0), ==, "Ấm trà");
  g_assert_cmpstr (ocop_rows_get_text (rows, 1, 1), ==, "HTX Rau");
  g_assert_cmpstr (ocop_rows_get_text (rows, 1, 2), ==, "Hạt dài, cơm dẻo");
  ocop_query_set_text (search, "nep rau");
  g_assert_cmpint (fixture_measure (fixture, search), ==, 1);
  ocop_query_where (recognised, "star", OCOP_OPERATOR_IS, "4", NULL);
  ocop_query_set_on (recognised, ocop_date_new (2025, 6, 1));
  g_assert_cmpint (fixture_measure (fixture, recognised), ==, 1);
}

static gpointer
read_history (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_reader_history (reader, NULL, -1, error);
}

/* What version 1 filed can still be read, the last of it first. */
static void
assert_history (Fixture *fixture)
{
  g_autoptr(OcopRows) rows = ocop_register_read (fixture->reg, read_history, NULL, NULL);

  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 5), ==, "edit product");
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 10), ==, "{\"name\":\"Gạo\"}");
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 11), ==, "{\"name\":\"Gạo nếp\"}");
}

static void
test_upgrade (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *kept = g_strconcat (fixture->path, ".version-1", NULL);
  g_autoptr(GError) error = NULL;

  fixture->reg = ocop_register_open (fixture->path, OCOP_OPEN_UPGRADE, &error);
  g_assert_no_error (error);
  assert_works (fixture);
  fixture_assert_sound (fixture);
  assert_history (fixture);
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
  assert_works (fixture);
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
  ADD ("same-as-new", test_same_as_new);
  ADD ("look-only", test_look_only);
  g_test_add_func ("/upgrade/published", test_published);
  return g_test_run ();
}
