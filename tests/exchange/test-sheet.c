/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-error.h"
#include "exchange/ocop-workbook-private.h"

#include <locale.h>
#include <string.h>

static void
add (OcopSheet  *sheet,
     guint       column,
     const char *text)
{
  g_assert_true (ocop_sheet_add_cell (sheet, column, OCOP_CELL_TEXT, text, NULL));
}

static void
test_column_names (void)
{
  static const struct
  {
    guint column;
    const char *name;
  } cases[] = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 51, "AZ" }, { 701, "ZZ" }, { 702, "AAA" }, { 16383, "XFD" } };
  char buffer[OCOP_SHEET_COLUMN_NAME_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ocop_sheet_column_name (cases[i].column, buffer), ==, cases[i].name);
}

static void
test_order (void)
{
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_new ();
  OcopSheet *sheet = ocop_workbook_add_sheet (workbook, "Danh sách", FALSE);

  ocop_sheet_begin_row (sheet, 9);
  add (sheet, 2, "c");
  add (sheet, 0, "a");
  add (sheet, 2, "later");
  ocop_sheet_begin_row (sheet, 10);
  ocop_sheet_begin_row (sheet, 4);
  add (sheet, 1, "b");
  g_assert_true (ocop_sheet_finish (sheet, NULL));

  g_assert_cmpuint (ocop_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpuint (ocop_sheet_get_n_columns (sheet), ==, 3);
  g_assert_cmpuint (ocop_sheet_get_row_number (sheet, 0), ==, 4);
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 0, 1), ==, "b");
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 1, 0), ==, "a");
  g_assert_null (ocop_sheet_get_text (sheet, 1, 1));
  g_assert_cmpint (ocop_sheet_get_cell_type (sheet, 1, 1), ==, OCOP_CELL_EMPTY);
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 1, 2), ==, "later");
  g_assert_null (ocop_sheet_get_text (sheet, 2, 0));
  g_assert_true (ocop_workbook_find_sheet (workbook, "DANH SÁCH") == sheet);
  g_assert_null (ocop_workbook_find_sheet (workbook, "Khác"));
}

static void
test_merges (void)
{
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_new ();
  OcopSheet *sheet = ocop_workbook_add_sheet (workbook, "s", FALSE);

  ocop_sheet_begin_row (sheet, 1);
  add (sheet, 0, "title");
  ocop_sheet_begin_row (sheet, 2);
  add (sheet, 0, "Quảng Trị");
  add (sheet, 1, "x");
  add (sheet, 2, "y");
  ocop_sheet_begin_row (sheet, 4);
  add (sheet, 2, "z");
  ocop_sheet_merge (sheet, 0, 0, 0, OCOP_SHEET_MAX_COLUMNS - 1);
  ocop_sheet_merge (sheet, 1, 0, OCOP_SHEET_MAX_ROWS - 1, 0);
  ocop_sheet_merge (sheet, 1, 0, 3, 1);
  ocop_sheet_merge (sheet, 2, 2, 3, 2);
  g_assert_true (ocop_sheet_finish (sheet, NULL));

  g_assert_cmpuint (ocop_sheet_get_n_rows (sheet), ==, 3);
  g_assert_cmpuint (ocop_sheet_get_n_columns (sheet), ==, 3);
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 0, 2), ==, "title");
  g_assert_true (ocop_sheet_is_merged_copy (sheet, 0, 2));
  g_assert_false (ocop_sheet_is_merged_copy (sheet, 0, 0));
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 1, 1), ==, "x");
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 2, 0), ==, "Quảng Trị");
  g_assert_true (ocop_sheet_is_merged_copy (sheet, 2, 0));
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 2, 1), ==, "Quảng Trị");
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 2, 2), ==, "z");
}

/* Ranges laid over each other must not multiply the work. */
static void
test_many_merges (void)
{
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_new ();
  OcopSheet *sheet = ocop_workbook_add_sheet (workbook, "s", FALSE);
  g_autoptr(GError) error = NULL;

  for (guint number = 1; number <= 1000; number++)
    {
      ocop_sheet_begin_row (sheet, number);
      add (sheet, 0, "x");
      add (sheet, 99, "y");
    }
  for (guint i = 0; i < 100000; i++)
    ocop_sheet_merge (sheet, 0, 0, 999, 99);
  g_assert_false (ocop_sheet_finish (sheet, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
}

static void
test_intern (void)
{
  static const struct
  {
    const char *text, *stored;
  } cases[] = {
    { "Gạo", "Gạo" }, { "  Gạo sạch\302\240\n", "Gạo sạch" }, { " \t", NULL }, { "", NULL },
    { "\302\240", NULL }, { "Tho\314\233\314\243", "Thợ" },
  };
  g_autoptr(GStringChunk) strings = g_string_chunk_new (64);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ocop_sheet_intern (strings, cases[i].text, strlen (cases[i].text)), ==, cases[i].stored);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/sheet/column-names", test_column_names);
  g_test_add_func ("/exchange/sheet/order", test_order);
  g_test_add_func ("/exchange/sheet/merges", test_merges);
  g_test_add_func ("/exchange/sheet/many-merges", test_many_merges);
  g_test_add_func ("/exchange/sheet/intern", test_intern);
  return g_test_run ();
}
