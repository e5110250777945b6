/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The law books that a register holds: whole, for ever, and found again. */

#include <string.h>

#include "base/ocop-data.h"
#include "base/ocop-error.h"
#include "register/fixture.h"
#include "register/sqlite/ocop-sqlite.h"

static gpointer
read_law (OcopReader    *reader,
          gpointer       id,
          GCancellable  *cancellable,
          GError       **error)
{
  return (gpointer) (id != NULL ? ocop_reader_law (reader, id, error) : ocop_reader_law_in_force (reader, error));
}

/* %NULL for the one in force. */
static const OcopLaw *
find (Fixture    *fixture,
      const char *id)
{
  g_autoptr(GError) error = NULL;
  const OcopLaw *law = ocop_register_read (fixture->reg, read_law, (gpointer) id, &error);

  g_assert_no_error (error);
  return law;
}

static gpointer
read_laws (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ocop_reader_laws (reader, error);
}

static guint
count (Fixture *fixture)
{
  g_autoptr(OcopRows) rows = ocop_register_read (fixture->reg, read_laws, NULL, NULL);

  return ocop_rows_get_n_rows (rows);
}

/* The id is what the files say, not where they lie or what lies beside them. */
static void
test_id (void)
{
  const OcopLaw *shipped = ocop_law_get_default ();
  g_autoptr(GHashTable) files = ocop_data_lookup_folder ("law", NULL);
  g_autoptr(OcopLaw) amended = fixture_amend_law ("26-2026/QD26-01.json", "\"points\": 3", "\"points\":  3");
  g_autoptr(OcopLaw) same = NULL;

  g_assert_true (g_str_has_prefix (ocop_law_get_id (shipped), "26/2026/QĐ-TTg@"));
  g_assert_null (g_hash_table_lookup (ocop_law_get_files (shipped), "holidays.json"));
  g_hash_table_insert (files, g_strdup ("readme.txt"), g_bytes_new_static ("?", 1));
  same = ocop_law_load (files, NULL);
  g_assert_cmpstr (ocop_law_get_id (same), ==, ocop_law_get_id (shipped));
  g_assert_cmpstr (ocop_law_get_id (amended), !=, ocop_law_get_id (shipped));
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  const OcopLaw *shipped = ocop_law_get_default ();
  g_autoptr(OcopLaw) amended = fixture_amend_law ("26-2026/QD26-01.json", "Rau", "RAU");
  g_autofree char *id = g_strdup (ocop_law_get_id (amended));
  const OcopLaw *found;

  g_assert_cmpuint (count (fixture), ==, 0);
  fixture_keep_law (fixture, shipped, FALSE);
  fixture_keep_law (fixture, shipped, FALSE);
  g_assert_cmpuint (count (fixture), ==, 1);
  fixture_keep_law (fixture, amended, FALSE);
  g_clear_pointer (&amended, ocop_law_free);
  g_assert_cmpuint (count (fixture), ==, 2);
  fixture_close (fixture);
  fixture_open (fixture);
  found = find (fixture, id);
  g_assert_cmpstr (ocop_law_get_id (found), ==, id);
  g_assert_true (find (fixture, id) == found);
  g_assert_true (find (fixture, ocop_law_get_id (shipped)) == shipped);
  g_assert_true (find (fixture, NULL) == shipped);
  fixture_assert_sound (fixture);
}

/* What the office loaded last is judged by, until the program knows a later decision. */
static void
test_in_force (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(OcopLaw) first = fixture_amend_law ("26-2026/QD26-02.json", "\"title\": \"", "\"title\": \"Một ");
  g_autoptr(OcopLaw) second = fixture_amend_law ("26-2026/QD26-02.json", "\"title\": \"", "\"title\": \"Hai ");
  g_autoptr(OcopLaw) older = fixture_amend_law ("rules.json", "\"from\": \"2026-05-22\"", "\"from\": \"2026-05-21\"");

  fixture_keep_law (fixture, first, FALSE);
  g_assert_true (find (fixture, NULL) == ocop_law_get_default ());
  fixture_keep_law (fixture, second, TRUE);
  fixture_keep_law (fixture, ocop_law_get_default (), FALSE);
  g_assert_cmpstr (ocop_law_get_id (find (fixture, NULL)), ==, ocop_law_get_id (second));
  fixture_keep_law (fixture, first, TRUE);
  g_assert_cmpstr (ocop_law_get_id (find (fixture, NULL)), ==, ocop_law_get_id (first));
  fixture_keep_law (fixture, older, TRUE);
  g_assert_true (find (fixture, NULL) == ocop_law_get_default ());
  fixture_keep_law (fixture, ocop_law_get_default (), TRUE);
  g_assert_true (find (fixture, NULL) == ocop_law_get_default ());
  g_assert_cmpuint (count (fixture), ==, 4);
}

/* It comes with the change that uses it; undo takes the records back and leaves the book. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(OcopChange) change = ocop_change_new ("edit", "Thử");
  g_autoptr(OcopRecord) producer = ocop_record_new (ocop_kind_find ("producer"), NULL);
  guint n_left;

  ocop_record_set_text (producer, "name", "HTX Thử");
  ocop_change_add (change, producer);
  ocop_change_keep_law (change, ocop_law_get_default (), FALSE);
  g_assert_true (ocop_register_commit (fixture->reg, change, NULL));
  g_assert_true (ocop_register_undo (fixture->reg, &n_left, NULL));
  g_assert_cmpint (fixture_count (fixture, "producer"), ==, 0);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_not_held (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ocop_register_read (fixture->reg, read_law, (gpointer) "26/2026/QĐ-TTg@00", &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND);
}

static gboolean
run_sql (Fixture    *fixture,
         const char *sql)
{
  g_autoptr(OcopStore) store = ocop_sqlite_connect (fixture->path, OCOP_STORE_WRITE, FALSE, NULL);

  return ocop_sqlite_run (store, sql, NULL);
}

/* Not even SQL changes a book by mistake; what is done on purpose is found. */
static void
test_immutable (Fixture       *fixture,
                gconstpointer  data)
{
  static const char spoil[] = "UPDATE law_file SET content = CAST (content || ' ' AS BLOB) WHERE path = 'rules.json'";
  g_autoptr(OcopLaw) amended = fixture_amend_law ("26-2026/QD26-03.json", "\"title\": \"", "\"title\": \"Ba ");
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  fixture_keep_law (fixture, amended, FALSE);
  fixture_close (fixture);
  g_assert_false (run_sql (fixture, spoil));
  g_assert_false (run_sql (fixture, "DELETE FROM law_file"));
  g_assert_true (run_sql (fixture, "DROP TRIGGER law_file_is_as_it_was"));
  g_assert_true (run_sql (fixture, spoil));
  fixture_open (fixture);
  g_assert_null (ocop_register_read (fixture->reg, read_law, (gpointer) ocop_law_get_id (amended), &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_DAMAGED);
  problems = ocop_register_check (fixture->reg, NULL);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (problems->pdata[0], ocop_law_get_id (amended)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/laws/id", test_id);
  g_test_add ("/laws/kept", Fixture, NULL, fixture_set_up, test_kept, fixture_tear_down);
  g_test_add ("/laws/in-force", Fixture, NULL, fixture_set_up, test_in_force, fixture_tear_down);
  g_test_add ("/laws/undo", Fixture, NULL, fixture_set_up, test_undo, fixture_tear_down);
  g_test_add ("/laws/not-held", Fixture, NULL, fixture_set_up, test_not_held, fixture_tear_down);
  g_test_add ("/laws/immutable", Fixture, NULL, fixture_set_up, test_immutable, fixture_tear_down);
  return g_test_run ();
}
