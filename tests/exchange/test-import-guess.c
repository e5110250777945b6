/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "exchange/ocop-import-guess.h"
#include "exchange/ocop-import.h"
#include "fixture-cases.h"
#include "workbook-fixture.h"

typedef struct
{
  const char *name;
  OcopImportKind otherwise;
  OcopImportKind kind;
  const char *text;
} GuessCase;

static const GuessCase cases[] = {
  { "products", OCOP_IMPORT_UNITS, OCOP_IMPORT_PRODUCTS, "Tên sản phẩm,Chủ thể,Xã,Tỉnh,Hạng sao\nGạo,HTX Mẫu,Một,Quảng Trị,3" },
  { "products-without-known-name", OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_PRODUCTS, "Hàng hóa,Chủ thể,Xã,Hạng sao,Số QĐ\nGạo,HTX Mẫu,Một,3,1/QĐ" },
  { "producers", OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_PRODUCERS, "TT,Tên chủ thể,Loại hình,Địa chỉ,Điện thoại\n1,HTX Mẫu,Hợp tác xã,xã Một,0912345678" },
  { "units", OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_UNITS, "Mã xã,Tên xã,Cấp,Tỉnh\n123,Một,Xã,Quảng Trị" },
  { "either", OCOP_IMPORT_PRODUCERS, OCOP_IMPORT_PRODUCERS, "Tên,Địa chỉ,Điện thoại\nHTX Mẫu,xã Một,0912345678" },
  { "nothing", OCOP_IMPORT_UNITS, OCOP_IMPORT_UNITS, "a,b,c\n1,2,3" },
};

static void
test_kind (gconstpointer data)
{
  const GuessCase *guess = data;
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_new_from_text (guess->text, "list", NULL);
  g_autoptr(OcopSheetHeading) heading = ocop_sheet_heading_find (ocop_workbook_get_sheet (workbook, 0));

  g_assert_cmpint (ocop_import_guess_kind (heading, guess->otherwise), ==, guess->kind);
}

static void
test_remembered (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_new_from_text ("Tên sản phẩm,Chủ thể,Điện thoại,Hạng sao\nGạo,HTX Mẫu,1,3", "list", NULL);
  g_autoptr(OcopSheetHeading) heading = ocop_sheet_heading_find (ocop_workbook_get_sheet (workbook, 0));
  g_autoptr(OcopImportMapping) mapping = ocop_import_mapping_new (OCOP_IMPORT_PRODUCERS, heading);

  g_assert_true (ocop_import_mapping_remember (mapping, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ocop_import_guess_kind (heading, OCOP_IMPORT_PRODUCTS), ==, OCOP_IMPORT_PRODUCERS);
}

#define INLINE(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"

/* The first sheet holds one word; the second is the list. */
static void
test_sheet_after_cover (void)
{
  const FixtureWorkbook fixture = {
    .workbook = "<sheets><sheet name=\"Bìa\" sheetId=\"2\" r:id=\"s2\"/><sheet name=\"Danh sách\" sheetId=\"1\" r:id=\"s1\"/></sheets>",
    .sheet = "<sheetData><row>" INLINE ("Tên sản phẩm") INLINE ("Chủ thể") "</row>"
             "<row>" INLINE ("Gạo") INLINE ("HTX Mẫu") "</row></sheetData>",
  };
  g_autoptr(GBytes) bytes = fixture_workbook (&fixture);
  g_autoptr(OcopWorkbook) workbook = fixture_load (bytes, NULL);

  g_assert_cmpstr (ocop_sheet_get_name (ocop_import_choose_sheet (workbook, NULL, NULL)), ==, "Danh sách");
  g_assert_cmpstr (ocop_sheet_get_name (ocop_import_choose_sheet (workbook, "Bìa", NULL)), ==, "Bìa");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/import-guess/kind", cases, sizeof cases[0], G_N_ELEMENTS (cases), test_kind);
  g_test_add_func ("/import-guess/remembered", test_remembered);
  g_test_add_func ("/import-guess/sheet-after-cover", test_sheet_after_cover);
  return fixture_run_tests ();
}
