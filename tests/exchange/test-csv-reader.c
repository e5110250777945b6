/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-error.h"
#include "exchange/ocop-workbook.h"
#include "fixture-cases.h"
#include "workbook-fixture.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *name, *text, *cells;
} ListCase;

static const ListCase lists[] = {
  { "comma", "a,b\n1,2\n", "a|b\n1|2" },
  { "semicolon with decimal commas", "a;b\n1,5;2\n2,5;3\n", "a|b\n1,5|2\n2,5|3" },
  { "tab with commas in texts", "a\tb\nGạo, lúa\t2,5\n", "a|b\nGạo, lúa|2,5" },
  { "title row before the list", "DANH SÁCH\na,b,c\n1,2,3\n", "DANH SÁCH||\na|b|c\n1|2|3" },
  { "said separator", "sep=;\na;b,c\n", "a|b,c" },
  { "carriage returns", "a,b\r\n1,2\r\n", "a|b\n1|2" },
  { "no line end at the end", "a,b\n1,2", "a|b\n1|2" },
  { "quotes", "a,\"b,c\"\n\"x \"\"y\"\"\",z\n", "a|b,c\nx \"y\"|z" },
  { "line break inside", "a,\"b\nc\"\n1,2\n", "a|b\nc\n1|2" },
  { "text after the closing quote", "\"Bánh\" ngon,b\n", "Bánh ngon|b" },
  { "blank lines are counted, not stored", "a,b\n\n,\n1,2\n", "a|b\n4:1|2" },
  { "blanks around texts", " a , b\302\240\n", "a|b" },
  { "ragged rows", "a,b,c\n1\n2,3\n", "a|b|c\n1||\n2|3|" },
  { "byte order mark", "\357\273\277a,b\n", "a|b" },
  { "loose marks are composed", "Ga\314\243o,x\n", "Gạo|x" },
  { "nothing", "", "" },
};

static void
test_lists (gconstpointer data)
{
  const ListCase *list = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_new_from_text (list->text, "list", &error);
  g_autofree char *cells = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (ocop_workbook_get_n_sheets (workbook), ==, 1);
  cells = fixture_dump (ocop_workbook_get_sheet (workbook, 0));
  g_assert_cmpstr (cells, ==, list->cells);
}

static OcopWorkbook *
load (const char    *contents,
      gssize         length,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(GFileIOStream) stream = NULL;
  g_autoptr(GFile) file = g_file_new_tmp ("ocop-XXXXXX.csv", &stream, NULL);
  OcopWorkbook *workbook;

  g_assert_true (g_file_replace_contents (file, contents, (gsize) (length < 0 ? (gssize) strlen (contents) : length), NULL,
                                          FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  workbook = ocop_workbook_load (file, cancellable, NULL, NULL, error);
  g_file_delete (file, NULL, NULL);
  return workbook;
}

static const char * const encodings[] = { "UTF-16LE", "UTF-16BE", "marked UTF-16LE", "marked UTF-16BE" };

static void
test_utf16 (gconstpointer data)
{
  const char *variant = *(const char * const *) data;
  gboolean marked = g_str_has_prefix (variant, "marked ");
  const char *charset = variant + (marked ? strlen ("marked ") : 0);
  gsize length;
  g_autofree char *text = g_convert (marked ? "\357\273\277Tên,Hạng\nGạo sạch,4\n" : "Tên,Hạng\nGạo sạch,4\n", -1, charset,
                                     "UTF-8", NULL, &length, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = load (text, (gssize) length, NULL, &error);
  g_autofree char *cells = NULL;

  g_assert_no_error (error);
  cells = fixture_dump (ocop_workbook_get_sheet (workbook, 0));
  g_assert_cmpstr (cells, ==, "Tên|Hạng\nGạo sạch|4");
}

/* As programs on Vietnamese Windows save "CSV" that is not CSV UTF-8, for text that came with its tones apart. */
static void
test_windows_1258 (void)
{
  static const char list[] = "T\352n sa\322n ph\342\322m,Chu\322 th\352\322,Ha\362ng\nGa\362o sa\362ch \320\364\354ng \226 \375\365\354c,HTX M\342\336u,4\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = load (list, -1, NULL, &error);
  g_autofree char *cells = NULL;

  g_assert_no_error (error);
  cells = fixture_dump (ocop_workbook_get_sheet (workbook, 0));
  g_assert_cmpstr (cells, ==, "Tên sản phẩm|Chủ thể|Hạng\nGạo sạch Đống – ước|HTX Mẫu|4");
}

typedef struct
{
  const char *name, *contents;
  gssize length;
  const char *message;
} FaultCase;

static const FaultCase faults[] = {
  { "not UTF-8", "a,b\nx,y\nG\341\272,o\n", -1, "Line 3 is not Unicode" },
  { "quote never closed", "a,b\n1,\"2\n3,4\n", -1, "line 2 is never closed" },
  { "PDF", "%PDF-1.7\n", -1, "a PDF document" },
  { "picture", "\211PNG\r\n\032\n", -1, "a picture" },
  { "web page called a list", "<HTML><table>", -1, "a web page" },
  { "empty", "", 0, "empty" },
  { "bytes", "\001\000\002\377\330\000\000\334\001", 9, "neither a workbook nor text" },
};

static void
test_faults (gconstpointer data)
{
  const FaultCase *fault = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = load (fault->contents, fault->length, NULL, &error);

  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
  g_assert_null (workbook);
  g_assert_nonnull (strstr (error->message, fault->message));
}

static void
test_too_wide (void)
{
  g_autofree char *commas = g_strnfill (OCOP_SHEET_MAX_COLUMNS + 1, ',');
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_new_from_text (commas, "list", &error);

  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
  g_assert_null (workbook);
}

static void
test_missing (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/no/such/list.csv");
  g_autoptr(GError) error = NULL;

  g_assert_null (ocop_workbook_load (file, NULL, NULL, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND);
}

static void
test_cancelled (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (load ("a,b\n", -1, cancellable, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/exchange/csv/list", lists, sizeof lists[0], G_N_ELEMENTS (lists), test_lists);
  fixture_add_cases ("/exchange/csv/fault", faults, sizeof faults[0], G_N_ELEMENTS (faults), test_faults);
  fixture_add_cases ("/exchange/csv/encoding", encodings, sizeof encodings[0], G_N_ELEMENTS (encodings), test_utf16);
  g_test_add_func ("/exchange/csv/windows-1258", test_windows_1258);
  g_test_add_func ("/exchange/csv/too-wide", test_too_wide);
  g_test_add_func ("/exchange/csv/missing", test_missing);
  g_test_add_func ("/exchange/csv/cancelled", test_cancelled);
  return g_test_run ();
}
