/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which unit the places of a row mean, and which units a list brings. */

#include "fixture-cases.h"
#include "import-fixture.h"

#include <locale.h>

static const char * const unit_columns[] = { "level", "name", "type", "parent.name", "parent.valid_until", "valid_until", NULL };
static const char * const product_columns[] = { "name", "unit.level", "unit.name", "unit.valid_until", "province.name", NULL };

typedef struct
{
  const char *name;
  const char *rows;
  const char *products; /* name, level, unit, its last day, province today */
  const char *results;
} PlaceCase;

#define HEADINGS "Tên sản phẩm,Xã,Huyện,Tỉnh,Hạng,Năm,Ngày quyết định\n"

static const PlaceCase cases[] = {
  { "former province by its year", "Gạo,,,Quảng Trị,3,2019,15/01/2020\nTrà,,,Quảng Trị,3,2025,01/08/2025",
    "Gạo|province|Quảng Trị|2025-06-30|Quảng Trị\nTrà|province|Quảng Trị||Quảng Trị", "new\nnew" },
  { "former province by its name", "Gạo,,,Quảng Nam,3,2019,15/01/2020",
    "Gạo|province|Quảng Nam|2025-06-30|Đà Nẵng", "new note" },
  { "province of today without a date", "Gạo,,,Phú Thọ,3,,", "Gạo|province|Phú Thọ||Phú Thọ", "doubtful missing@G" },
  { "year without a day", "Gạo,,,Phú Thọ,3,2024,\nTrà,,,Phú Thọ,3,2025,",
    "Gạo|province|Phú Thọ|2025-06-30|Phú Thọ\nTrà|province|Phú Thọ||Phú Thọ", "doubtful missing@G\ndoubtful missing@G" },
  { "a district is of the time before", "Gạo,xã Mẫu,Bố Trạch,Quảng Bình,3,2025,\nTrà,xã Mẫu,Vĩnh Linh,Quảng Trị,3,,",
    "Gạo|commune|Mẫu||Quảng Trị\nTrà|commune|Mẫu||Quảng Trị", "doubtful missing@G note\ndoubtful missing@G" },
  { "former name after its end", "Gạo,,,Quảng Nam,3,2026,15/01/2026", "Gạo|province|Quảng Nam|2025-06-30|Đà Nẵng", "doubtful odd note" },
  { "no such province", "Gạo,xã Mẫu,,Quảng Chị,3,2024,15/01/2024", "Gạo||||", "doubtful odd missing@B" },
  { "without a province", "Gạo,xã Mẫu,,,3,2024,15/01/2024", "Gạo|commune|Mẫu||", "new" },
  { "nothing", "Gạo,,,,3,2024,15/01/2024", "Gạo||||", "doubtful missing@B" },
  { "city of many names", "Gạo,,,TP.HCM,3,2024,15/01/2024\nTrà,,,TP. Hồ Chí Minh,3,2024,15/01/2024",
    "Gạo|province|Hồ Chí Minh|2025-06-30|Hồ Chí Minh\nTrà|province|Hồ Chí Minh|2025-06-30|Hồ Chí Minh", "new\nnew" },
};

static void
test_places (gconstpointer data)
{
  const PlaceCase *tested = data;
  Fixture fixture = { NULL };
  g_autofree char *text = g_strconcat (HEADINGS, tested->rows, NULL);
  g_autoptr(OcopImportPlan) plan = NULL;
  g_autofree char *results = NULL;
  g_autofree char *products = NULL;

  fixture_set_up (&fixture, NULL);
  plan = import_text (&fixture, text, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  results = import_results (plan);
  products = import_dump (&fixture, "product", product_columns);
  g_assert_cmpstr (products, ==, tested->products);
  g_assert_cmpstr (results, ==, tested->results);
  fixture_assert_sound (&fixture);
  fixture_tear_down (&fixture, NULL);
}

static int
compare_lines (const void *a,
               const void *b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* The units below the provinces, by the names of their levels. */
static char *
dump_units (Fixture *fixture)
{
  g_autofree char *all = import_dump (fixture, "unit", unit_columns);
  g_auto(GStrv) lines = g_strsplit (all, "\n", -1);
  GString *below = g_string_new (NULL);

  qsort (lines, g_strv_length (lines), sizeof (char *), compare_lines);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "province|"))
      g_string_append_printf (below, "%s%s", below->len > 0 ? "\n" : "", lines[i]);
  return g_string_free (below, FALSE);
}

static void
test_made_once (void)
{
  Fixture fixture = { NULL };
  g_autoptr(OcopImportPlan) plan = NULL;
  g_autofree char *units = NULL;

  fixture_set_up (&fixture, NULL);
  plan = import_text (&fixture, HEADINGS
                      "A,xã Cửa,Vĩnh Linh,Quảng Trị,3,2023,\n"
                      "B,Cửa,huyện Vĩnh Linh,tỉnh Quảng Trị,3,2023,\n"
                      "C,XÃ CU\314\211\314\233A,VĨNH LINH,QUẢNG TRỊ,3,2023,\n"
                      "D,thị trấn Cửa,Vĩnh Linh,Quảng Trị,3,2023,\n"
                      "E,xã Cửa,Hải Lăng,Quảng Trị,3,2023,\n"
                      "F,xã Cửa,,Quảng Trị,3,2026,15/01/2026\n"
                      "G,Phường 1,Quận 1,TP. Hồ Chí Minh,3,2023,",
                      OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  units = dump_units (&fixture);
  g_assert_cmpstr (units, ==,
                   "commune|Cửa|thị trấn|Vĩnh Linh|2025-06-30|\n"
                   "commune|Cửa|xã|Hải Lăng|2025-06-30|\n"
                   "commune|Cửa|xã|Quảng Trị||\n"
                   "commune|Cửa|xã|Vĩnh Linh|2025-06-30|\n"
                   "commune|Phường 1|phường|Quận 1|2025-06-30|\n"
                   "district|Hải Lăng||Quảng Trị|2025-06-30|2025-06-30\n"
                   "district|Quận 1|quận|Hồ Chí Minh|2025-06-30|2025-06-30\n"
                   "district|Vĩnh Linh||Quảng Trị|2025-06-30|2025-06-30");
  fixture_tear_down (&fixture, NULL);
}

/* Of an office's own list the province need not be said, nor is it made anew for the districts it had. */
static void
test_office (void)
{
  Fixture fixture = { NULL };
  g_autoptr(OcopImportPlan) plan = NULL;
  g_autofree char *province = NULL;
  g_autofree char *units = NULL;
  g_autofree char *office = NULL;

  fixture_set_up (&fixture, NULL);
  province = fixture_add (&fixture, "unit", "name", "Thực Hành", "level", "province", "valid_from", "2025-07-01", NULL);
  office = fixture_add (&fixture, "office", "name", "Văn phòng", "unit", province, NULL);
  plan = import_text (&fixture, "Tên sản phẩm,Xã,Huyện,Hạng,Năm\nA,xã Một,,3,2026\nB,xã Hai,Mẫu,3,2023\nC,xã Hai,Mẫu,3,2023",
                      OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  units = dump_units (&fixture);
  g_assert_cmpstr (units, ==, "commune|Hai|xã|Mẫu|2025-06-30|\ncommune|Một|xã|Thực Hành||\ndistrict|Mẫu||Thực Hành||2025-06-30");
  fixture_tear_down (&fixture, NULL);
}

/* Of two units with one code one is not; one that ended left its code to the next. */
static void
test_codes (void)
{
  Fixture fixture = { NULL };
  g_autoptr(OcopImportPlan) plan = NULL;
  g_autofree char *results = NULL;
  g_autofree char *says = NULL;
  g_autofree char *units = NULL;

  fixture_set_up (&fixture, NULL);
  plan = import_text (&fixture, "Mã,Tên đơn vị hành chính,Cấp,Huyện,Tỉnh,Hiệu lực đến\n"
                      "19429,Một,xã,,Quảng Trị,\n19429,Hai,xã,,Quảng Trị,\n19429,Một,xã,Mẫu,Quảng Trị,\n"
                      "19429,Một Cũ,xã,,Quảng Trị,30/06/2025\n",
                      OCOP_IMPORT_UNITS, OCOP_IMPORT_SKIP);
  results = import_results (plan);
  says = import_says (plan, 1);
  units = dump_units (&fixture);
  g_test_message ("%s\n%s", says, units);
  g_assert_cmpstr (results, ==, "new\nwrong wrong@A\nduplicate differs duplicate\nnew");
  g_assert_nonnull (strstr (says, "row 2"));
  fixture_tear_down (&fixture, NULL);
}

/* Where two communes have the name, nothing is guessed. */
/* As lists are made after the provinces were joined: the decision's day of before, the commune of today. */
static void
test_commune_of_today (void)
{
  Fixture fixture = { NULL };
  g_autoptr(OcopImportPlan) units = NULL;
  g_autoptr(OcopImportPlan) plan = NULL;
  g_autofree char *below = NULL;
  g_autofree char *products = NULL;

  fixture_set_up (&fixture, NULL);
  units = import_text (&fixture, "Mã,Tên,Loại,Cấp,Tỉnh,Áp dụng từ\n20101,Mẫu,xã,Xã,Quảng Trị,01/07/2025\n",
                       OCOP_IMPORT_UNITS, OCOP_IMPORT_SKIP);
  plan = import_text (&fixture, HEADINGS "Gạo,Mẫu,,Quảng Trị,3,2024,15/04/2024\n", OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  below = dump_units (&fixture);
  products = import_dump (&fixture, "product", product_columns);
  g_assert_cmpstr (below, ==, "commune|Mẫu|xã|Quảng Trị||");
  g_assert_cmpstr (products, ==, "Gạo|commune|Mẫu||Quảng Trị");
  fixture_assert_sound (&fixture);
  fixture_tear_down (&fixture, NULL);
}

static void
test_ambiguous (void)
{
  Fixture fixture = { NULL };
  g_autoptr(OcopImportPlan) first = NULL;
  g_autoptr(OcopImportPlan) second = NULL;
  g_autofree char *results = NULL;
  g_autofree char *products = NULL;

  fixture_set_up (&fixture, NULL);
  first = import_text (&fixture, HEADINGS "A,xã Cửa,Vĩnh Linh,Quảng Trị,3,2023,\nB,xã Cửa,Hải Lăng,Quảng Trị,3,2023,",
                       OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  second = import_text (&fixture, HEADINGS "C,xã Cửa,,Quảng Trị,3,2023,", OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  results = import_results (second);
  products = import_dump (&fixture, "product", product_columns);
  g_assert_cmpstr (results, ==, "doubtful odd missing@G");
  g_assert_true (g_str_has_suffix (products, "C|province|Quảng Trị|2025-06-30|Quảng Trị"));
  fixture_tear_down (&fixture, NULL);
}

static void
test_list_of_units (void)
{
  static const char list[] = "Mã,Tên đơn vị hành chính,Tỉnh\n01001,phường Một,Quảng Trị\n01002,xã Hai,Quảng Trị\n,Đặc khu Ba,Quảng Trị";
  Fixture fixture = { NULL };
  g_autoptr(OcopImportPlan) first = NULL;
  g_autoptr(OcopImportPlan) second = NULL;
  g_autoptr(OcopImportPlan) third = NULL;
  g_autofree char *units = NULL;
  g_autofree char *results = NULL;
  g_autofree char *coded = NULL;

  fixture_set_up (&fixture, NULL);
  first = import_text (&fixture, list, OCOP_IMPORT_UNITS, OCOP_IMPORT_SKIP);
  second = import_text (&fixture, list, OCOP_IMPORT_UNITS, OCOP_IMPORT_SKIP);
  units = dump_units (&fixture);
  g_assert_cmpstr (units, ==, "commune|Ba|đặc khu|Quảng Trị||\ncommune|Hai|xã|Quảng Trị||\ncommune|Một|phường|Quảng Trị||");
  g_assert_cmpuint (ocop_import_plan_count (first, OCOP_IMPORT_NEW), ==, 3);
  g_assert_cmpuint (ocop_import_plan_count (second, OCOP_IMPORT_DUPLICATE), ==, 3);
  third = import_text (&fixture, "Mã,Tên,Tỉnh\n01003,Đặc khu Ba,Quảng Trị", OCOP_IMPORT_UNITS, OCOP_IMPORT_UPDATE);
  results = import_results (third);
  g_assert_cmpstr (results, ==, "changed changes");
  coded = import_dump (&fixture, "unit", (const char * const []) { "code", "name", NULL });
  g_assert_nonnull (g_strstr_len (coded, -1, "01003|Ba"));
  fixture_tear_down (&fixture, NULL);
}

/* Where a place has no column of its own. */
static void
test_elsewhere (void)
{
  static const struct { const char *name, *text, *units; } lists[] = {
    { "section", "STT,Tên sản phẩm,Chủ thể,Tỉnh,Hạng,Năm\nI. HUYỆN VĨNH LINH,,,,,\n1,Gạo,A,Quảng Trị,3,2023\n"
                 "II,Huyện Hải Lăng,,,,\n2,Trà,B,Quảng Trị,3,2023",
      "district|Hải Lăng|huyện|Quảng Trị|2025-06-30|2025-06-30\ndistrict|Vĩnh Linh|huyện|Quảng Trị|2025-06-30|2025-06-30" },
    { "several in one cell", "Tên sản phẩm,Địa phương,Hạng,Năm\nGạo,\"xã Cửa, huyện Vĩnh Linh, tỉnh Quảng Trị\",3,2023",
      "commune|Cửa|xã|Vĩnh Linh|2025-06-30|\ndistrict|Vĩnh Linh|huyện|Quảng Trị|2025-06-30|2025-06-30" },
    { "address", "Tên sản phẩm,Chủ thể,Địa chỉ,Hạng,Năm\nGạo,A,\"Thôn 3, xã Cửa, huyện Vĩnh Linh, tỉnh Quảng Trị\",3,2023\n"
                 "Trà,B,\"12 đường Mẫu, phường Một, quận Hai, TP. Đà Nẵng\",3,2023",
      "commune|Cửa|xã|Vĩnh Linh|2025-06-30|\ncommune|Một|phường|Hai|2025-06-30|\n"
      "district|Hai|quận|Đà Nẵng|2025-06-30|2025-06-30\ndistrict|Vĩnh Linh|huyện|Quảng Trị|2025-06-30|2025-06-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      Fixture fixture = { NULL };
      g_autoptr(OcopImportPlan) plan = NULL;
      g_autofree char *units = NULL;

      fixture_set_up (&fixture, NULL);
      plan = import_text (&fixture, lists[i].text, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
      units = dump_units (&fixture);
      g_test_message ("%s", lists[i].name);
      g_assert_cmpstr (units, ==, lists[i].units);
      fixture_tear_down (&fixture, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/import-places", cases, sizeof cases[0], G_N_ELEMENTS (cases), test_places);
  g_test_add_func ("/import-places/made-once", test_made_once);
  g_test_add_func ("/import-places/office", test_office);
  g_test_add_func ("/import-places/codes", test_codes);
  g_test_add_func ("/import-places/commune-of-today", test_commune_of_today);
  g_test_add_func ("/import-places/ambiguous", test_ambiguous);
  g_test_add_func ("/import-places/elsewhere", test_elsewhere);
  g_test_add_func ("/import-places/list-of-units", test_list_of_units);
  return fixture_run_tests ();
}
