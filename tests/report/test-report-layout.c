/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of a report are kept in the register, and every report follows them. */

#include "base/ocop-error.h"
#include "report/ocop-report-layout.h"
#include "small-register.h"

static const SmallRecognition recognitions[] = {
  { "Gạo", "HTX Một", "QD26-01", "recognised", "3", "first", "2026-01-10", NULL, NULL },
  { NULL }
};

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *office = NULL;

  fixture_set_up (fixture, data);
  office = fixture_add (fixture, "office", "name", "Chi cục Thử Nghiệm", "superior", "Sở Thử",
                        "authority", "for-head", "authority_of", "Chi cục trưởng", "recipients", "- UBND tỉnh;\n\nLưu: VT.", NULL);
  g_assert_nonnull (office);
  small_register_fill (fixture, recognitions);
}

static gpointer
build (OcopReader    *reader,
       gpointer       report,
       GCancellable  *cancellable,
       GError       **error)
{
  const OcopReportScope scope = { ocop_date_new (2026, 6, 1), NULL };

  return ocop_report_build (report, reader, &scope, NULL, error);
}

static OcopPaper *
build_report (Fixture    *fixture,
              const char *name)
{
  g_autoptr(GError) error = NULL;
  OcopPaper *paper = ocop_register_read (fixture->reg, build, (gpointer) ocop_report_list_find (name), &error);

  g_assert_no_error (error);
  return paper;
}

/* The columns of a report: "number|product=Tên". */
static void
assert_columns (Fixture    *fixture,
                const char *name,
                const char *expected)
{
  g_autoptr(OcopPaper) paper = build_report (fixture, name);
  const OcopPaperTable *table = ocop_paper_get_table (paper);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (table, i);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", column->name);
      if (g_str_equal (column->title, "Tên"))
        g_string_append (found, "=Tên");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       layout,
             GCancellable  *cancellable,
             GError       **error)
{
  return ocop_report_layout_change (reader, ocop_report_list_find ("valid-products"), layout, error);
}

/* Whether anything had to be changed. */
static gboolean
keep (Fixture         *fixture,
      OcopPaperLayout *layout)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChange) change = ocop_register_read (fixture->reg, make_change, layout, &error);
  gboolean is_empty;

  g_assert_no_error (error);
  is_empty = ocop_change_is_empty (change);
  if (!is_empty)
    ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
  return !is_empty;
}

#define USUAL "number|product|group|producer|kind|locality|class|decision|decided|issuer|until"

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(OcopPaperLayout) layout = ocop_paper_layout_new ();
  g_autoptr(GError) error = NULL;
  guint n_left = 0;

  assert_columns (fixture, "valid-products", USUAL);
  ocop_paper_layout_add (layout, "class", NULL);
  ocop_paper_layout_add (layout, "product", "Tên");
  g_assert_true (keep (fixture, layout));
  g_assert_false (keep (fixture, layout));
  assert_columns (fixture, "valid-products", "class|product=Tên");
  g_assert_true (ocop_register_undo (fixture->reg, &n_left, &error));
  g_assert_no_error (error);
  assert_columns (fixture, "valid-products", USUAL);
  g_assert_true (ocop_register_redo (fixture->reg, &n_left, &error));
  assert_columns (fixture, "valid-products", "class|product=Tên");
  g_assert_true (keep (fixture, NULL));
  assert_columns (fixture, "valid-products", USUAL);
}

/* One report's columns are nothing to another; those that a report does not have are passed over. */
static void
test_each_its_own (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(OcopPaperLayout) layout = ocop_paper_layout_new ();

  ocop_paper_layout_add (layout, "of a later version", NULL);
  ocop_paper_layout_add (layout, "until", NULL);
  keep (fixture, layout);
  assert_columns (fixture, "valid-products", "until");
  assert_columns (fixture, "expiring", "number|product|producer|phone|class|decision|decided|until|opens|closes|note");
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const texts[] = { "no JSON", "[]", "{\"valid-products\": [{\"title\": \"Tên\"}]}" };
  g_autoptr(OcopRecord) office = ocop_record_new (ocop_kind_find ("office"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(OcopPaperLayout) layout = NULL;
      g_autoptr(GError) error = NULL;

      ocop_record_set_text (office, "report_columns", texts[i]);
      g_assert_false (ocop_report_layout_read (office, ocop_report_list_find ("valid-products"), &layout, &error));
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE);
    }
}

/* Capitals, recipients and the line of whom one signs for (decree 30/2020/NĐ-CP, annex I). */
static void
test_head_and_foot (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(OcopPaper) paper = build_report (fixture, "valid-products");

  g_assert_cmpstr (paper->superior, ==, "SỞ THỬ");
  g_assert_cmpstr (paper->body, ==, "CHI CỤC THỬ NGHIỆM");
  g_assert_cmpuint (paper->authorities->len, ==, 1);
  g_assert_cmpstr (paper->authorities->pdata[0], ==, "KT. CHI CỤC TRƯỞNG");
  g_assert_cmpuint (paper->recipients->len, ==, 2);
  g_assert_cmpstr (paper->recipients->pdata[0], ==, "UBND tỉnh");
  g_assert_cmpstr (paper->recipients->pdata[1], ==, "Lưu: VT");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/layout/follows", Fixture, NULL, set_up, test_follows, fixture_tear_down);
  g_test_add ("/report/layout/each-its-own", Fixture, NULL, set_up, test_each_its_own, fixture_tear_down);
  g_test_add ("/report/layout/unreadable", Fixture, NULL, set_up, test_unreadable, fixture_tear_down);
  g_test_add ("/report/layout/head-and-foot", Fixture, NULL, set_up, test_head_and_foot, fixture_tear_down);
  return g_test_run ();
}
