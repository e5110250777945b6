/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed since somebody last looked, told as people would. */

#include "base/ocop-locale.h"
#include "report/ocop-since.h"
#include "small-register.h"

static gpointer
read_since (OcopReader    *reader,
            gpointer       seq,
            GCancellable  *cancellable,
            GError       **error)
{
  return ocop_since_read (reader, *(gint64 *) seq, ocop_date_new (2026, 11, 23), error);
}

/* @expected: each line, with how many records it opens where it opens any; ended by %NULL */
static void
assert_since (Fixture            *fixture,
              gint64              seq,
              const char * const *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = ocop_register_read (fixture->reg, read_since, &seq, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (; n < lines->len; n++)
    {
      const OcopSinceLine *line = lines->pdata[n];
      g_autofree char *text = NULL;

      if (line->query != NULL)
        ocop_query_set_measure (line->query, OCOP_MEASURE_COUNT, NULL);
      text = line->query != NULL ? g_strdup_printf ("%s → %d", line->text, (int) fixture_measure (fixture, line->query)) : g_strdup (line->text);
      g_assert_cmpstr (text, ==, expected[n]);
    }
  g_assert_null (expected[n]);
}

static void
bin (Fixture    *fixture,
     const char *kind,
     const char *id)
{
  g_autoptr(OcopChange) change = ocop_change_new ("bin", "Bin");
  g_autoptr(GError) error = NULL;

  ocop_change_bin (change, ocop_kind_find (kind), id);
  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const all[] = {
    "1 sản phẩm được công nhận → 1",
    "2 sản phẩm được công nhận (Quyết định 15/QĐ-UBND) → 2",
    "2 sản phẩm mới → 2",
    "Trần Bình đã sửa 1 chủ thể → 1",
    "Nguyễn Lan đã sửa 2 chủ thể → 2",
    "Trần Bình đã xóa 1 chủ thể",
    "1 bản ghi khác đã thay đổi",
    NULL
  };
  static const char * const last[] = { "1 bản ghi khác đã thay đổi", NULL };
  static const char * const none[] = { NULL };
  g_autofree char *first = fixture_add (fixture, "producer", "name", "HTX Một", "kind", "cooperative", NULL);
  g_autofree char *second = fixture_add (fixture, "producer", "name", "HTX Hai", "kind", "cooperative", NULL);
  g_autofree char *third = fixture_add (fixture, "producer", "name", "HTX Ba", "kind", "cooperative", NULL);
  g_autofree char *old = fixture_add (fixture, "product", "name", "Gạo", "producer", first, NULL);
  g_autofree char *tea = NULL, *passing = NULL, *honey = NULL;
  gint64 visit = ocop_register_get_seq (fixture->reg), later;

  assert_since (fixture, visit, none);
  ocop_register_set_person (fixture->reg, "Nguyễn Lan");
  tea = fixture_add (fixture, "product", "name", "Trà", "producer", second, NULL);
  honey = fixture_add (fixture, "product", "name", "Mật ong", "producer", second, NULL);
  passing = fixture_add (fixture, "product", "name", "Nhầm", "producer", second, NULL);
  bin (fixture, "product", passing);
  fixture_edit (fixture, "product", tea, "name", "Trà hoa vàng");
  fixture_edit (fixture, "producer", first, "phone", "0900000001");
  fixture_edit (fixture, "producer", second, "phone", "0900000002");
  ocop_register_set_person (fixture->reg, "Trần Bình");
  fixture_edit (fixture, "producer", first, "phone", "0900000003");
  bin (fixture, "producer", third);
  g_free (fixture_add (fixture, "recognition", "product", old, "outcome", "recognised", "kind", "first", "class", "3", "decision_date", "2026-05-05",
                       "decision_number", "15/QĐ-UBND", NULL));
  g_free (fixture_add (fixture, "recognition", "product", tea, "outcome", "recognised", "kind", "first", "class", "4", "decision_date", "2026-05-05",
                       "decision_number", "15/QĐ-UBND", NULL));
  g_free (fixture_add (fixture, "recognition", "product", honey, "outcome", "recognised", "kind", "first", "class", "3", "decision_date", "2026-06-05",
                       NULL));
  later = ocop_register_get_seq (fixture->reg);
  g_free (fixture_add (fixture, "certificate", "producer", first, "name", "VietGAP", NULL));
  assert_since (fixture, visit, all);
  assert_since (fixture, later, last);
  assert_since (fixture, ocop_register_get_seq (fixture->reg), none);
}

/* What was taken back is no news. */
static void
test_undone (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const none[] = { NULL };
  gint64 visit = ocop_register_get_seq (fixture->reg);
  g_autoptr(GError) error = NULL;

  g_free (fixture_add (fixture, "producer", "name", "HTX Một", "kind", "cooperative", NULL));
  g_assert_true (ocop_register_undo (fixture->reg, NULL, &error));
  g_assert_no_error (error);
  assert_since (fixture, visit, none);
}

int
main (int   argc,
      char *argv[])
{
  ocop_locale_start ("vi");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/since/lines", Fixture, NULL, fixture_set_up, test_lines, fixture_tear_down);
  g_test_add ("/since/undone", Fixture, NULL, fixture_set_up, test_undone, fixture_tear_down);
  return g_test_run ();
}
