/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The register end to end: write, read, undo, history, care. */

#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "register/ocop-register.h"
#include "register/fixture.h"

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(OcopQuery) provinces = ocop_query_new ("unit");

  g_assert_nonnull (ocop_register_get_id (fixture->reg));
  ocop_query_set_on (provinces, ocop_date_new (2026, 1, 1));
  ocop_query_where (provinces, "level", OCOP_OPERATOR_IS, "province", NULL);
  g_assert_cmpint (fixture_measure (fixture, provinces), >=, 34 + 52);
  fixture_assert_sound (fixture);
}

static void
test_edit_and_undo (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX Đồng Xanh", NULL);
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo sạch", "producer", producer, NULL);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  guint n_left = 99;

  fixture_edit (fixture, "product", product, "name", "Gạo sạch Đồng Xanh");
  fixture_assert_label (fixture, "product", product, "Gạo sạch Đồng Xanh");
  undo = ocop_register_dup_undo_name (fixture->reg);
  g_assert_cmpstr (undo, ==, "edit product");

  g_assert_true (ocop_register_undo (fixture->reg, &n_left, NULL));
  g_assert_cmpuint (n_left, ==, 0);
  fixture_assert_label (fixture, "product", product, "Gạo sạch");
  redo = ocop_register_dup_redo_name (fixture->reg);
  g_assert_cmpstr (redo, ==, "edit product");
  g_assert_true (ocop_register_redo (fixture->reg, &n_left, NULL));
  fixture_assert_label (fixture, "product", product, "Gạo sạch Đồng Xanh");

  /* The product depends on its producer: undone in order, both go. */
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 0);
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  g_assert_cmpint (fixture_count (fixture, "producer"), ==, 0);
  g_assert_true (ocop_register_redo (fixture->reg, NULL, NULL));
  g_assert_true (ocop_register_redo (fixture->reg, NULL, NULL));
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 1);
  fixture_assert_sound (fixture);
}

static void
test_undo_leaves_others (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", NULL);
  guint n_left = 0;

  fixture_edit (fixture, "product", product, "note", "một");
  ocop_register_set_person (fixture->reg, "Người khác");
  fixture_edit (fixture, "product", product, "note", "hai");
  ocop_register_set_person (fixture->reg, "Người thử");
  g_assert_true (ocop_register_undo (fixture->reg, &n_left, NULL));
  g_assert_cmpuint (n_left, ==, 1);
}

static void
test_undo_refuses (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX Đồng Xanh", NULL);
  g_autofree char *product = NULL;
  g_autoptr(GError) error = NULL;

  ocop_register_set_person (fixture->reg, "Người khác");
  product = fixture_add (fixture, "product", "name", "Gạo sạch", "producer", producer, NULL);
  ocop_register_set_person (fixture->reg, "Người thử");
  g_assert_false (ocop_register_undo (fixture->reg, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Gạo sạch"));
  g_assert_cmpint (fixture_count (fixture, "producer"), ==, 1);
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *id = fixture_add (fixture, "product", "name", "Gạo", NULL);
  g_autoptr(OcopRecord) seen = fixture_load (fixture, "product", id);
  g_autoptr(OcopRecord) mine = ocop_record_copy (seen);
  g_autoptr(OcopChange) change = ocop_change_new ("edit", "mine");
  g_autoptr(OcopChange) other_field = ocop_change_new ("edit", "other field");
  g_autoptr(GError) error = NULL;

  fixture_edit (fixture, "product", id, "name", "Gạo thơm");
  ocop_record_set_text (mine, "name", "Gạo nếp");
  ocop_change_edit (change, seen, mine);
  g_assert_false (ocop_register_commit (fixture->reg, change, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Gạo thơm"));

  ocop_record_set_text (mine, "name", "Gạo");
  ocop_record_set_text (mine, "note", "ghi chú");
  ocop_change_edit (other_field, seen, mine);
  g_assert_true (ocop_register_commit (fixture->reg, other_field, NULL));
  fixture_assert_label (fixture, "product", id, "Gạo thơm");
}

static void
test_bin (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX Đồng Xanh", NULL);
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo sạch", "producer", producer, NULL);
  g_autofree char *recognition = fixture_add (fixture, "recognition", "product", product, "outcome", "recognised",
                                              "class", "4", "decision_date", "2024-05-31", NULL);
  g_autoptr(OcopChange) bin_producer = ocop_change_new ("bin", "bin producer");
  g_autoptr(OcopChange) bin_product = ocop_change_new ("bin", "bin product");
  g_autoptr(GError) error = NULL;

  ocop_change_bin (bin_producer, ocop_kind_find ("producer"), producer);
  g_assert_false (ocop_register_commit (fixture->reg, bin_producer, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);

  ocop_change_bin (bin_product, ocop_kind_find ("product"), product);
  g_assert_true (ocop_register_commit (fixture->reg, bin_product, NULL));
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 0);
  g_assert_cmpint (fixture_count (fixture, "recognition"), ==, 0);
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  g_assert_cmpint (fixture_count (fixture, "recognition"), ==, 1);
  fixture_assert_sound (fixture);
}

/* What the only product's two @columns hold on @day. */
static void
assert_on (Fixture            *fixture,
           const char         *day,
           const char * const *columns,
           const char         *first,
           const char         *second)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) found = NULL;
  OcopDate on;

  ocop_date_parse (day, &on);
  ocop_query_set_on (query, on);
  found = fixture_rows (fixture, query, columns);
  g_assert_cmpuint (ocop_rows_get_n_rows (found), ==, 1);
  g_assert_cmpstr (ocop_rows_get_text (found, 0, 0), ==, first);
  g_assert_cmpstr (ocop_rows_get_text (found, 0, 1), ==, second);
}

/* States of a product whose certificate of 31/05/2024 was preceded by one of 2021. */
static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *day, *state, *star;
  } rows[] = {
    { "2020-12-31", "none", NULL },
    { "2021-01-20", "valid", "3" },
    { "2024-01-20", "valid", "3" },
    { "2024-02-20", "expired", "3" },
    { "2024-05-31", "valid", "4" },
    { "2027-05-31", "valid", "4" },
    { "2027-06-01", "expired", "4" },
  };
  static const char * const columns[] = { "state", "star", NULL };
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo sạch", NULL);
  g_autofree char *first = fixture_add (fixture, "recognition", "product", product, "outcome", "recognised",
                                        "class", "3", "decision_date", "2021-01-20", NULL);
  g_autofree char *second = fixture_add (fixture, "recognition", "product", product, "outcome", "recognised",
                                         "class", "4", "decision_date", "2024-05-31", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_on (fixture, rows[i].day, columns, rows[i].state, rows[i].star);
  fixture_assert_sound (fixture);
}

static void
test_special_states (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char * const columns[] = { "name", "state", "star", "valid_until", "estimated", NULL };
  static const char * const expected[][3] = {
    { "a năm", "valid", "3" },
    { "b không ngày", "undated", "4" },
    { "c tiềm năng", "potential5", "potential5" },
    { "d thu hồi", "revoked", "3" },
    { "e tiềm năng khi còn 4 sao", "valid", "4" },
  };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = NULL;
  char *ids[G_N_ELEMENTS (expected)];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = fixture_add (fixture, "product", "name", expected[i][0], NULL);
  g_free (fixture_add (fixture, "recognition", "product", ids[0], "outcome", "recognised", "class", "3", "year", "2023", NULL));
  g_free (fixture_add (fixture, "recognition", "product", ids[1], "outcome", "recognised", "class", "4", NULL));
  g_free (fixture_add (fixture, "recognition", "product", ids[2], "outcome", "potential5", "class", "5", "year", "2024", NULL));
  g_free (fixture_add (fixture, "recognition", "product", ids[3], "outcome", "recognised", "class", "3", "decision_date", "2025-01-01",
                       "ending", "revoked", "ended_on", "2026-02-01", NULL));
  g_free (fixture_add (fixture, "recognition", "product", ids[4], "outcome", "recognised", "class", "4", "decision_date", "2025-01-01", NULL));
  g_free (fixture_add (fixture, "recognition", "product", ids[4], "outcome", "potential5", "class", "5", "decision_date", "2026-01-01", NULL));
  ocop_query_set_on (query, ocop_date_new (2026, 11, 22));
  ocop_query_order_by (query, "name", FALSE);
  rows = fixture_rows (fixture, query, columns);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    for (guint j = 0; j < 3; j++)
      g_assert_cmpstr (ocop_rows_get_text (rows, i, j), ==, expected[i][j]);
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 3), ==, "2026-12-31");
  g_assert_cmpint (ocop_rows_get_integer (rows, 0, 4), ==, 1);
  fixture_assert_sound (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_free (ids[i]);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *text;
    int found;
  } rows[] = {
    { "duong", 1 }, { "ĐƯỜNG thot", 1 }, { "thot duo", 1 }, { "htx cua", 1 }, { "hop tac xa", 2 },
    { "345678", 1 }, { "136/QĐ", 1 }, { "khongco", 0 }, { "mat", 1 }, { "", 2 },
    { "mat 136", 1 }, { "duong 136", 0 }, { "345678 thot not", 1 }, { "136 ong qd", 1 }, { "13", 1 }, { "d", 1 }, { "o 1", 1 },
  };
  g_autofree char *first = fixture_add (fixture, "producer", "name", "HTX Cửa Gió", "phone", "0912 345 678", NULL);
  g_autofree char *second = fixture_add (fixture, "producer", "name", "Hợp tác xã Bãi Cát", NULL);
  g_autofree char *sugar = fixture_add (fixture, "product", "name", "Đường thốt nốt", "producer", first, NULL);
  g_autofree char *honey = fixture_add (fixture, "product", "name", "Mật ong", "producer", second, NULL);

  g_free (fixture_add (fixture, "recognition", "product", honey, "outcome", "recognised", "class", "3", "decision_number", "136/QĐ-UBND", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new ("product");

      ocop_query_set_text (query, rows[i].text);
      g_assert_cmpint (fixture_measure (fixture, query), ==, rows[i].found);
    }
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const names[] = { "Ăn", "An", "Ấn", "Bún", "Đậu", "Dừa", "Dế" };
  static const char * const expected[] = { "An", "Ăn", "Ấn", "Bún", "Dế", "Dừa", "Đậu" };
  static const char * const columns[] = { "name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (fixture_add (fixture, "product", "name", names[i], NULL));
  ocop_query_order_by (query, "name", FALSE);
  rows = fixture_rows (fixture, query, columns);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (ocop_rows_get_text (rows, i, 0), ==, expected[i]);
}

/* Article 12.3: past its own end the certificate runs on, 180 days at the most, and is told apart. */
static void
test_extended (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *day, *state;
  } rows[] = {
    { "2026-06-15", "valid" }, { "2026-06-16", "extended" }, { "2026-12-12", "extended" }, { "2026-12-13", "expired" },
  };
  static const char * const columns[] = { "state", "valid_until", NULL };
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo sạch", NULL);

  g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "4",
                       "decision_date", "2023-06-15", "ending", "extended", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_on (fixture, rows[i].day, columns, rows[i].state, "2026-06-15");
}

/* A former province counts for its successor from the day after it ended. */
static void
test_provinces (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const columns[] = { "id", NULL };
  static const char * const asked[] = { "province.name", "locality.name", NULL };
  static const struct
  {
    const char *day, *province;
  } rows[] = { { "2025-06-30", "Quảng Nam" }, { "2025-07-01", "Đà Nẵng" } };
  g_autoptr(OcopQuery) unit = ocop_query_new ("unit");
  g_autoptr(OcopRows) units = NULL;

  ocop_query_where (unit, "name", OCOP_OPERATOR_IS, "Quảng Nam", NULL);
  units = fixture_rows (fixture, unit, columns);
  g_assert_cmpuint (ocop_rows_get_n_rows (units), ==, 1);
  g_free (fixture_add (fixture, "product", "name", "Trầm", "unit", ocop_rows_get_text (units, 0, 0), NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_on (fixture, rows[i].day, asked, rows[i].province, rows[i].province);
}

static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX", "kind", "cooperative", NULL);
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = NULL;
  g_autoptr(GError) error = NULL;

  g_free (fixture_add (fixture, "product", "name", "Gạo", "producer", producer, "criteria_set", "QD26-03", NULL));
  g_free (fixture_add (fixture, "product", "name", "Nếp", "producer", producer, "criteria_set", "QD26-03", NULL));
  g_free (fixture_add (fixture, "product", "name", "Chưa rõ", NULL));
  ocop_query_group_by (query, "sector", "producer.kind");
  rows = fixture_groups (fixture, query);
  g_assert_cmpuint (ocop_rows_get_n_rows (rows), ==, 2);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT_DISTINCT, "producer");
  ocop_query_group_by (query, NULL, NULL);
  g_assert_cmpint (fixture_measure (fixture, query), ==, 1);
  ocop_query_where (query, "no_such_field", OCOP_OPERATOR_KNOWN, NULL);
  g_assert_cmpint (fixture_measure_error (fixture, query, &error), ==, -1);
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
}

static void
test_relation (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *sold = fixture_add (fixture, "product", "name", "Bán", NULL);
  g_autofree char *unsold = fixture_add (fixture, "product", "name", "Chưa bán", NULL);

  g_free (fixture_add (fixture, "sales_link", "product", sold, "channel", "platform", "name", "Tiki", NULL));
  for (int has = 0; has < 2; has++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new ("product");
      OcopQuery *links = ocop_query_new ("sales_link");

      ocop_query_where (links, "channel", OCOP_OPERATOR_IS, "platform", NULL);
      ocop_query_has (query, has, links);
      g_assert_cmpint (fixture_measure (fixture, query), ==, 1);
    }
}

static void
test_backup_and_restore (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.ocop", NULL);
  g_autofree char *path = g_strdup (ocop_register_get_path (fixture->reg));
  g_autofree char *kept = NULL;
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", NULL);

  g_assert_true (ocop_register_backup (fixture->reg, backup, NULL));
  fixture_edit (fixture, "product", product, "name", "Khác");
  fixture_close (fixture);
  g_assert_true (ocop_register_restore (backup, path, &kept, NULL));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  fixture_open (fixture);
  fixture_assert_label (fixture, "product", product, "Gạo");
}

/* A copy made by a file manager of an idle open register is whole. */
static void
test_copy_of_idle (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.ocop", NULL);
  g_autofree char *log = g_strconcat (ocop_register_get_path (fixture->reg), "-wal", NULL);
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(OcopRegister) copied = NULL;
  gsize size;
  GStatBuf info = { 0 };

  for (int i = 0; i < 100 && (g_stat (log, &info) != 0 || info.st_size > 0); i++)
    g_usleep (G_USEC_PER_SEC / 20);
  g_assert_cmpint (info.st_size, ==, 0);
  g_assert_true (g_file_get_contents (ocop_register_get_path (fixture->reg), &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) size, NULL));
  copied = ocop_register_open (copy, OCOP_OPEN_LOOK_ONLY, NULL);
  g_assert_nonnull (copied);
}

static void
test_wrong_files (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct
  {
    const char *content;
    gsize offset;
    OcopError error;
  } rows[] = {
    { "not a register at all", 0, OCOP_ERROR_NOT_REGISTER },
    { "", 0, OCOP_ERROR_NOT_REGISTER },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "wrong.ocop", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(GError) missing = NULL;
  g_autoptr(GError) newer = NULL;
  gsize size;

  g_assert_null (ocop_register_open (path, OCOP_OPEN_DEFAULT, &missing));
  g_assert_error (missing, OCOP_ERROR, OCOP_ERROR_NOT_FOUND);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_file_set_contents (path, rows[i].content, -1, NULL);
      g_assert_null (ocop_register_open (path, OCOP_OPEN_DEFAULT, &error));
      g_assert_error (error, OCOP_ERROR, (int) rows[i].error);
    }
  fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  bytes[63] = 99;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  g_assert_null (ocop_register_open (path, OCOP_OPEN_DEFAULT, &newer));
  g_assert_error (newer, OCOP_ERROR, OCOP_ERROR_NEWER);
  fixture_open (fixture);
}

static void
test_look_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(OcopRegister) second = ocop_register_open (fixture->path, OCOP_OPEN_LOOK_ONLY, NULL);
  g_autoptr(OcopChange) change = ocop_change_new ("add", "add");
  g_autoptr(OcopRecord) record = ocop_record_new (ocop_kind_find ("product"), NULL);
  g_autoptr(GError) error = NULL;

  ocop_record_set_text (record, "name", "Gạo");
  ocop_change_add (change, record);
  g_assert_false (ocop_register_commit (second, change, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_READ_ONLY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/register/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("create", test_create);
  ADD ("edit-and-undo", test_edit_and_undo);
  ADD ("undo-leaves-others", test_undo_leaves_others);
  ADD ("undo-refuses", test_undo_refuses);
  ADD ("conflict", test_conflict);
  ADD ("bin", test_bin);
  ADD ("states", test_states);
  ADD ("special-states", test_special_states);
  ADD ("extended", test_extended);
  ADD ("search", test_search);
  ADD ("order", test_order);
  ADD ("provinces", test_provinces);
  ADD ("groups", test_groups);
  ADD ("relation", test_relation);
  ADD ("backup-and-restore", test_backup_and_restore);
  ADD ("copy-of-idle", test_copy_of_idle);
  ADD ("wrong-files", test_wrong_files);
  ADD ("look-only", test_look_only);
  return g_test_run ();
}
