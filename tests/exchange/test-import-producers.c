/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which producer a row means: the same, one that looks like it, or another. */

#include "fixture-cases.h"
#include "import-fixture.h"

#include <locale.h>
#include <string.h>

#include "exchange/ocop-import-likeness-private.h"

static void
test_writing (void)
{
  static const struct { const char *a, *b; gboolean same; } cases[] = {
    { "HTX Hoà Bình", "HTX  hòa bình", TRUE }, { "HTX Mẫu", "HTX MẪU", TRUE }, { "HTX Ma\314\202\314\203u", "HTX Mẫu", TRUE },
    { "HTX Thuý", "HTX Thúy", TRUE }, { "HTX Mẫu", "Hợp tác xã Mẫu", FALSE }, { "HTX Mẫu", "HTX \"Mẫu\"", FALSE },
    { "HTX Hòa", "HTX Hoa", FALSE }, { "HTX Bản", "HTX Bạn", FALSE }, { "HTX Mơ", "HTX Mô", FALSE }, { "HTX Hà Oa", "HTX Ha Òa", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s / %s", cases[i].a, cases[i].b);
      g_assert_cmpint (ocop_import_same_writing (cases[i].a, cases[i].b), ==, cases[i].same);
    }
}

static void
test_bare_name (void)
{
  static const struct { const char *folded, *bare; } cases[] = {
    { "hop tac xa dich vu nong nghiep tan tien", "tan tien" }, { "hop tac xa nn tan tien", "tan tien" },
    { "hop tac xa dvnn tan tien", "tan tien" }, { "cong ty trach nhiem huu han mot thanh vien mau", "mau" },
    { "cong ty tnhh mtv mau", "mau" }, { "cong ty co phan mau hai", "mau hai" }, { "ho kinh doanh mau", "mau" },
    { "hop tac xa nong nghiep", "hop tac xa nong nghiep" }, { "mau", "mau" }, { "san xuat san xuat mau", "mau" },
    { "lien hiep hop tac xa mau", "mau" }, { "van va vinh", "van vinh" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bare = ocop_import_bare_name (cases[i].folded);

      g_assert_cmpstr (bare, ==, cases[i].bare);
    }
}

/**
 * ProducerCase:
 * @before: a list of products taken in first
 * @taking: what is chosen for the producer of the rows
 */
typedef struct
{
  const char *name;
  const char *before, *rows;
  OcopImportTaking taking;
  const char *producer;
  const char *results;
  gint64 n_producers;
} ProducerCase;

#define HEADINGS "Tên sản phẩm,Chủ thể,Xã,Tỉnh,Hạng sao,Ngày quyết định\n"
#define BEFORE "Gạo,HTX Nông nghiệp Mẫu,xã Một,Quảng Trị,3,15/01/2020"
#define ROW(producer, commune) "Trà," producer "," commune ",Quảng Trị,3,15/01/2020"
#define WRITTEN "Hợp tác xã nông nghiệp Mẫu"
#define ALIKE "HTX dịch vụ NN Mẫu"

static const ProducerCase cases[] = {
  { "same", BEFORE, ROW ("HTX nông nghiệp MẪU", "xã Một"), .results = "new", .n_producers = 1 },
  { "written otherwise", BEFORE, ROW (WRITTEN, "xã Một"), .results = "doubtful similar@B", .n_producers = 1 },
  { "written otherwise, chosen as the same", BEFORE, ROW (WRITTEN, "xã Một"), OCOP_IMPORT_TAKE_AS_SAME, WRITTEN, "new note@B", 1 },
  { "written otherwise, chosen as another", BEFORE, ROW (WRITTEN, "xã Một") "\n" ROW (WRITTEN, "xã Một"),
    OCOP_IMPORT_TAKE_AS_ANOTHER, WRITTEN, "new note@B\nduplicate duplicate", 2 },
  { "with signs", BEFORE, ROW ("HTX Nông nghiệp «Mẫu»", "xã Một"), .results = "doubtful similar@B", .n_producers = 1 },
  { "without marks", BEFORE, ROW ("HTX nong nghiep Mau", "xã Một"), .results = "doubtful similar@B", .n_producers = 1 },
  { "alike", BEFORE, ROW (ALIKE, "xã Một"), .results = "doubtful similar@B", .n_producers = 2 },
  { "alike, chosen as the same", BEFORE, ROW (ALIKE, "xã Một"), OCOP_IMPORT_TAKE_AS_SAME, ALIKE, "new note@B", 1 },
  { "alike in another commune", BEFORE, ROW (ALIKE, "xã Hai"), .results = "new", .n_producers = 2 },
  { "same name in another commune", BEFORE, ROW ("HTX Nông nghiệp Mẫu", "xã Hai"), .results = "doubtful similar@B", .n_producers = 1 },
  { "same name in no known commune", BEFORE, ROW ("HTX Nông nghiệp Mẫu", ""), .results = "new", .n_producers = 1 },
  { "alike in one list", "", ROW (ALIKE, "xã Một") "\n" ROW ("HTX Mẫu", "xã Một"), .results = "new\ndoubtful similar@B", .n_producers = 2 },
};

static void
test_case (gconstpointer data)
{
  const ProducerCase *tested = data;
  Fixture fixture = { NULL };
  g_autofree char *before = g_strconcat (HEADINGS, tested->before, NULL);
  g_autofree char *text = g_strconcat (HEADINGS, tested->rows, NULL);
  g_autoptr(OcopImportChoices) choices = ocop_import_choices_new (OCOP_IMPORT_SKIP);
  g_autoptr(OcopImportPlan) first = NULL;
  g_autoptr(OcopImportPlan) plan = NULL;
  g_autofree char *results = NULL;

  fixture_set_up (&fixture, NULL);
  if (*tested->before != '\0')
    first = import_text (&fixture, before, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  if (tested->producer != NULL)
    ocop_import_choices_set_taking (choices, tested->producer, tested->taking);
  plan = import_text_by (&fixture, text, OCOP_IMPORT_PRODUCTS, choices);
  results = import_results (plan);
  g_assert_cmpstr (results, ==, tested->results);
  g_assert_cmpint (fixture_count (&fixture, "producer"), ==, tested->n_producers);
  fixture_assert_sound (&fixture);
  fixture_tear_down (&fixture, NULL);
}

/* What the row offers to choose. */
static void
test_offer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(OcopImportPlan) before = import_text (fixture, HEADINGS BEFORE, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  g_autoptr(OcopImportPlan) plan = import_text (fixture, HEADINGS ROW (WRITTEN, "xã Một"), OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  const OcopImportLookAlike *look_alike = ocop_import_plan_get_row (plan, 0)->look_alike;

  g_assert_null (ocop_import_plan_get_row (before, 0)->look_alike);
  g_assert_cmpstr (look_alike->name, ==, WRITTEN);
  g_assert_cmpstr (look_alike->other, ==, "HTX Nông nghiệp Mẫu");
  g_assert_true (look_alike->same);
}

/* In a list of producers the look-alike itself is what is to be decided. */
static void
test_list_of_producers (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char list[] = "Tên chủ thể,Loại hình,Xã,Tỉnh\nHTX Mẫu,HTX,xã Một,Quảng Trị\nHợp tác xã Mẫu,HTX,xã Một,Quảng Trị\n"
                             "HTX Mẫu,HTX,xã Một,Quảng Trị";
  g_autoptr(OcopImportPlan) plan = import_text (fixture, list, OCOP_IMPORT_PRODUCERS, OCOP_IMPORT_SKIP);
  g_autofree char *results = import_results (plan);

  g_assert_cmpstr (results, ==, "new\ndoubtful similar@A\nduplicate duplicate");
  g_assert_cmpint (fixture_count (fixture, "producer"), ==, 1);
}

/* One tax code is one producer, whatever its names; a branch has a code of its own. */
static void
test_tax_code (Fixture       *fixture,
               gconstpointer  data)
{
  static const char list[] = "Tên chủ thể,Loại hình,Xã,Tỉnh,Mã số thuế\nHTX Mẫu,HTX,xã Một,Quảng Trị,0100109106\n"
                             "Công ty Hai,công ty,xã Hai,Quảng Trị,0100109106\nHTX Mẫu,HTX,xã Một,Nghệ An,0100109106\n"
                             "HTX Ba,HTX,xã Một,Quảng Trị,0100109106-001";
  static const char products[] = "Tên sản phẩm,Chủ thể,Xã,Tỉnh,Hạng sao,Ngày quyết định,Mã số thuế\n"
                                 "Gạo,HTX Bốn,xã Một,Quảng Trị,3,15/01/2020,0100109106";
  g_autoptr(OcopImportPlan) plan = import_text (fixture, list, OCOP_IMPORT_PRODUCERS, OCOP_IMPORT_SKIP);
  g_autoptr(OcopImportPlan) others = NULL;
  g_autofree char *results = import_results (plan);
  g_autofree char *says = import_says (plan, 1);
  g_autofree char *other_results = NULL;

  g_assert_cmpstr (results, ==, "new\ndoubtful similar@A differs differs note@B\ndoubtful similar@A differs\nnew");
  g_assert_nonnull (strstr (says, "“HTX Mẫu”"));
  g_assert_nonnull (strstr (says, "row 2"));
  g_assert_cmpint (fixture_count (fixture, "producer"), ==, 2);
  others = import_text (fixture, products, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  other_results = import_results (others);
  g_assert_cmpstr (other_results, ==, "doubtful similar@B");
  g_assert_cmpint (fixture_count (fixture, "producer"), ==, 2);
}

/* Neither a province nor a district that ended makes two of one. */
static void
test_places_unknown (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char * const places[] = { "xã Một", "huyện Mẫu", "" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *list = g_strdup_printf ("Tên sản phẩm,Chủ thể,Địa phương,Hạng sao,Ngày công nhận\n"
                                               "Gạo %u,HTX Mẫu %u,%s,3,01/10/2025\nGạo %u,HTX Mẫu %u,%s,3,01/10/2025",
                                               i, i, places[i], i, i, places[i]);
      g_autoptr(OcopImportPlan) plan = import_text (fixture, list, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);

      g_assert_cmpuint (ocop_import_plan_count (plan, OCOP_IMPORT_DUPLICATE), ==, 1);
      g_assert_cmpint (fixture_count (fixture, "producer"), ==, i + 1);
    }
}

#define ADD(name, function) g_test_add ("/import/producers/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/producers/writing", test_writing);
  g_test_add_func ("/import/producers/bare-name", test_bare_name);
  ADD ("offer", test_offer);
  ADD ("list-of-producers", test_list_of_producers);
  ADD ("tax-code", test_tax_code);
  ADD ("places-unknown", test_places_unknown);
  fixture_add_cases ("/import/producers/rows", cases, sizeof cases[0], G_N_ELEMENTS (cases), test_case);
  return fixture_run_tests ();
}
