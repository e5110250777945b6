/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "base/ocop-error.h"
#include "base/ocop-locale.h"
#include "report/ocop-paper-xlsx.h"
#include "paper-file.h"
#include "sample-paper.h"

static void
set_up (PaperFile     *file,
        gconstpointer  data)
{
  paper_file_set_up (file, "báo cáo.xlsx");
}

/* What openpyxl finds in the file; %NULL where it is not installed. */
static char *
read_workbook (const char *path)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "report", "read-workbook.py", NULL);
  const char *argv[] = { "/usr/bin/python3", script, path, NULL };
  g_autofree char *errors = NULL;
  char *facts = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &facts, &errors, &status, NULL))
    return NULL;
  if (status != 0 && strstr (errors, "No module named") != NULL)
    {
      g_free (facts);
      return NULL;
    }
  g_assert_cmpstr (errors, ==, "");
  return facts;
}

static void
write_paper (OcopPaper  *paper,
             const char *path)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (ocop_paper_xlsx_write (paper, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_facts (PaperFile          *file,
              OcopPaper          *paper,
              const char * const *expected)
{
  g_autofree char *facts = NULL;

  write_paper (paper, file->path);
  facts = read_workbook (file->path);
  if (facts == NULL)
    {
      g_test_skip ("openpyxl is not installed");
      return;
    }
  for (guint i = 0; expected[i] != NULL; i++)
    if (strstr (facts, expected[i]) == NULL)
      g_error ("“%s” is not in\n%s", expected[i], facts);
}

static void
test_list (PaperFile     *file,
           gconstpointer  data)
{
  static const char * const expected[] = {
    "created 2026-08-01T00:00:00\n",
    "title DANH SÁCH SẢN PHẨM OCOP CÒN HIỆU LỰC\n",
    "sheet Danh sách: ",
    "freeze A11 filter A10:I77 repeat $9:$10\n",
    "paper 9 landscape fit None 0\n",
    "header &P | \n",
    "  A11 str 1. Xã Đồng Xanh [General] s\n",
    "  A12 int 1 [#,##0] n\n",
    "  E9 str Quyết định công nhận [General] s\n",
    "  F10 str Ngày [General] s\n",
    "  F12 date 2023-01-01 [dd/mm/yyyy] d\n",
    "  G13 float 50.37 [#,##0.00] n\n",
    "  H13 int 3 [0\" stars\"] n\n",
    "  I12 int 37500000 [#,##0] n\n",
    NULL,
  };
  g_autoptr(OcopPaper) paper = sample_paper_new_list (60);

  assert_facts (file, paper, expected);
}

static void
test_chart (PaperFile     *file,
            gconstpointer  data)
{
  static const char * const expected[] = {
    "sheet Theo địa phương: ",
    "  A1 str PRACTICE DATA [General] s\n",
    "header &P | PRACTICE DATA\n",
    "sheet Biểu đồ: 5 x 2\n  freeze None filter None repeat None\n",
    "  charts 1\n",
    "  A4 str Tiềm năng 5 sao [General] s\n  B4 int 4 [#,##0] n\n",
    "  D28 str Người Ký Mẫu [General] s\n",
    NULL,
  };
  g_autoptr(OcopPaper) paper = sample_paper_new_distribution ();

  assert_facts (file, paper, expected);
}

/* A text cell is text whatever it begins with, and is cut where a cell ends. */
static void
test_text (PaperFile     *file,
           gconstpointer  data)
{
  static const char * const typed[] = { "=1+1", "+84 90", "-2+3", "@SUM(A1)", "{=1}", "http://example.com", "0123" };
  g_autoptr(OcopPaper) paper = ocop_paper_new ("=HYPERLINK(1)");
  g_autoptr(GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *lengthy = g_strnfill (40000, 'x');
  g_autofree char *kept = g_strnfill (32766, 'x');
  OcopPaperTable *table = ocop_paper_add_table (paper, "[a]:*?/\\ 'very long name of a sheet that no sheet may have'");

  ocop_paper_table_add_column (table, "text", "=Text", OCOP_PAPER_COLUMN_TEXT, 30);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL)->cells[0] = ocop_value_text (typed[i]);
      g_ptr_array_add (expected, g_strdup_printf ("  A%u str %s [General] s\n", i + 4, typed[i]));
    }
  ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL)->cells[0] = ocop_value_text (lengthy);
  g_ptr_array_add (expected, g_strdup_printf ("str %s… [General] s\n", kept));
  g_ptr_array_add (expected, g_strdup ("  A1 str =HYPERLINK(1) [General] s\n"));
  g_ptr_array_add (expected, g_strdup ("  A3 str =Text [General] s\n"));
  g_ptr_array_add (expected, g_strdup ("sheet a        very long name of a sh: "));
  g_ptr_array_add (expected, NULL);
  assert_facts (file, paper, (const char * const *) expected->pdata);
}

/* A row is as tall as its longest text needs: a spreadsheet that does not look for itself prints what it is told. */
static void
test_tall_rows (PaperFile     *file,
                gconstpointer  data)
{
  static const char * const expected[] = { "  heights 1:19 3:29 5:42 \n", NULL };
  g_autoptr(OcopPaper) paper = ocop_paper_new ("DANH SÁCH");
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  static const char * const texts[] = { "một dòng", "Vi phạm pháp luật về chất lượng, an toàn thực phẩm, môi trường, sở hữu trí tuệ hoặc nhãn hàng hóa" };

  ocop_paper_table_add_column (table, "text", "Căn cứ thu hồi và kết luận của cơ quan", OCOP_PAPER_COLUMN_TEXT, 30);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL)->cells[0] = ocop_value_text (texts[i]);
  assert_facts (file, paper, expected);
}

/* Names that Excel refuses: its own, one that is there, one that is too long by how it counts. */
static void
test_sheet_names (PaperFile     *file,
                  gconstpointer  data)
{
  static const char * const expected[] = {
    "sheet history (2): ", "sheet 🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾: ", "sheet 🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾 (2): ", NULL,
  };
  static const char * const wanted[] = { "history", "🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾", "🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾" };
  g_autoptr(OcopPaper) paper = ocop_paper_new ("DANH SÁCH");

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      OcopPaperTable *table = ocop_paper_add_table (paper, wanted[i]);

      ocop_paper_table_add_column (table, "text", "Tên", OCOP_PAPER_COLUMN_TEXT, 30);
    }
  assert_facts (file, paper, expected);
}

static void
test_dates (PaperFile     *file,
            gconstpointer  data)
{
  static const char * const typed[] = { "2026-02-28", "2026", "1850-01-01", "chưa rõ" };
  static const char * const expected[] = {
    "  A4 date 2026-02-28 [dd/mm/yyyy] d\n",
    "  A5 str 2026 [dd/mm/yyyy] s\n",
    "  A6 str 1850-01-01 [dd/mm/yyyy] s\n",
    "  A7 str chưa rõ [dd/mm/yyyy] s\n",
    NULL,
  };
  g_autoptr(OcopPaper) paper = ocop_paper_new ("Dates");
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);

  ocop_paper_table_add_column (table, "day", "Day", OCOP_PAPER_COLUMN_DATE, 11);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL)->cells[0] = ocop_value_text (typed[i]);
  assert_facts (file, paper, expected);
}

static void
test_large (PaperFile     *file,
            gconstpointer  data)
{
  static const char * const expected[] = {
    "sheet Danh sách: 20005 x 12\n",
    "freeze A5 filter A4:L20005 repeat $4:$4\n",
    "  E4 str Quyết định công nhận – Số [General] s\n",
    "  A5 int 1 [General] n\n",
    "  L5 date 2029-05-22 [dd/mm/yyyy] d\n",
    NULL,
  };
  g_autoptr(OcopPaper) paper = sample_paper_new_pulled (20001);

  assert_facts (file, paper, expected);
}

static void
test_same_bytes (PaperFile     *file,
                 gconstpointer  data)
{
  paper_file_assert_same_bytes (file, write_paper);
}

static void
cancel_soon (gsize    done,
             gsize    total,
             gpointer user_data)
{
  if (done == 2000)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (PaperFile     *file,
                gconstpointer  data)
{
  g_autoptr(OcopPaper) paper = sample_paper_new_pulled (GPOINTER_TO_UINT (data));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_file_set_contents (file->path, "before", -1, NULL);
  g_assert_false (ocop_paper_xlsx_write (paper, file->path, cancel_soon, cancellable, cancellable, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_CANCELLED);
  g_file_get_contents (file->path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "before");
}

static void
test_no_such_folder (PaperFile     *file,
                     gconstpointer  data)
{
  g_autoptr(OcopPaper) paper = sample_paper_new_list (3);
  g_autoptr(GError) error = NULL;

  g_assert_false (ocop_paper_xlsx_write (paper, "/nowhere/at/all.xlsx", NULL, NULL, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "“/nowhere/at/all.xlsx”"));
}

/* Under a locale with a decimal comma the library would write 87,33 into the file. */
static void
test_vietnamese_locale (PaperFile     *file,
                        gconstpointer  data)
{
  if (setlocale (LC_ALL, "vi_VN.UTF-8") == NULL)
    {
      g_test_skip ("the system has no vi_VN.UTF-8");
      return;
    }
  ocop_locale_pin_numbers ();
  test_list (file, NULL);
  setlocale (LC_ALL, "C.UTF-8");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (PaperFile *, gconstpointer);
    guint data;
  } tests[] = {
    { "/report/paper-xlsx/list", test_list },
    { "/report/paper-xlsx/chart", test_chart },
    { "/report/paper-xlsx/text", test_text },
    { "/report/paper-xlsx/tall-rows", test_tall_rows },
    { "/report/paper-xlsx/sheet-names", test_sheet_names },
    { "/report/paper-xlsx/dates", test_dates },
    { "/report/paper-xlsx/large", test_large },
    { "/report/paper-xlsx/same-bytes", test_same_bytes },
    { "/report/paper-xlsx/cancelled", test_cancelled, 5000 },
    { "/report/paper-xlsx/cancelled-large", test_cancelled, 30000 },
    { "/report/paper-xlsx/no-such-folder", test_no_such_folder },
    { "/report/paper-xlsx/vietnamese-locale", test_vietnamese_locale },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, PaperFile, GUINT_TO_POINTER (tests[i].data), set_up, tests[i].test, paper_file_tear_down);
  return g_test_run ();
}
