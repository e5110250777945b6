/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-sheet-heading.h"
#include "exchange/ocop-sheet-private.h"
#include "exchange/ocop-heading-words-private.h"
#include "exchange/ocop-workbook.h"
#include "exchange/ocop-workbook-private.h"
#include "fixture-cases.h"
#include "workbook-fixture.h"

#include <locale.h>
#include <string.h>

/* One letter per row below the headings: data, total, section, heading, note, blank. */
static char *
row_kinds (const OcopSheetHeading *heading)
{
  static const char letters[] = "dtshnb";
  GString *kinds = g_string_new (NULL);

  for (guint i = 0; i < heading->rows->len; i++)
    g_string_append_c (kinds, letters[g_array_index (heading->rows, OcopHeadingRow, i).kind]);
  return g_string_free (kinds, FALSE);
}

/* The columns' headings, "#" before the one of running numbers. */
static char *
column_texts (const OcopSheetHeading *heading)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < heading->columns->len; i++)
    {
      const OcopHeadingColumn *column = &g_array_index (heading->columns, OcopHeadingColumn, i);

      g_string_append_printf (texts, "%s%s%s", i > 0 ? "|" : "", column->is_running_number ? "#" : "", column->text);
    }
  return g_string_free (texts, FALSE);
}

/* Cells parted by "|", rows by "\n". In the merged cases "<" is merged into the cell left of it, "^" into the
 * one above. */
typedef struct
{
  const char *name;
  const char *cells;
  guint first_row;
  guint n_rows;
  const char *columns;
  const char *kinds;
} HeadingCase;

static const HeadingCase cases[] = {
  { "plain", "Tên sản phẩm|Hạng sao\nGạo|4\nTrà|3", 0, 1, "Tên sản phẩm|Hạng sao", "dd" },
  { "English", "product,entity|stars\nRice|4", 0, 1, "product,entity|stars", "d" },
  { "titles above", "UBND TỈNH QUẢNG TRỊ|<|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|<\nDANH SÁCH SẢN PHẨM|<|<|<\nSTT|Tên sản phẩm|Chủ thể|Hạng\n1|Gạo|HTX A|4",
    2, 1, "#STT|Tên sản phẩm|Chủ thể|Hạng", "d" },
  { "title with a year", "Năm|2026|\nTT|Sản phẩm|Ghi chú\n1|Gạo|mới", 1, 1, "#TT|Sản phẩm|Ghi chú", "d" },
  { "two rows, merged", "STT|Tên sản phẩm|Lần 1|<|Lần 2|<\n^|^|hạng sao|ngày công nhận|hạng sao|ngày công nhận\n1|Gạo|3|2019|4|2022",
    0, 2, "#STT|Tên sản phẩm|Lần 1: hạng sao|Lần 1: ngày công nhận|Lần 2: hạng sao|Lần 2: ngày công nhận", "d" },
  { "two rows, not merged", "STT|Tên sản phẩm|Lần 1||Lần 2||Ghi chú\n||hạng sao|ngày|hạng sao|ngày|\n1|Gạo|3|2019|4|2022|x",
    0, 2, "#STT|Tên sản phẩm|Lần 1: hạng sao|Lần 1: ngày|Lần 2: hạng sao|Lần 2: ngày|Ghi chú", "d" },
  { "three rows", "TT|Sản phẩm|Kết quả|<|<\n^|^|Lần đầu|<|Ghi chú\n^|^|hạng|ngày|^\n1|Gạo|3|2019|x",
    0, 3, "#TT|Sản phẩm|Kết quả: Lần đầu: hạng|Kết quả: Lần đầu: ngày|Kết quả: Ghi chú", "d" },
  { "years as headings", "STT|Sản phẩm|Chủ thể|2021|2022\n1|Gạo|A|5|6", 0, 1, "#STT|Sản phẩm|Chủ thể|2021|2022", "d" },
  { "column without a heading", "Tên sản phẩm||Hạng\nGạo|x|4", 0, 1, "Tên sản phẩm||Hạng", "d" },
  { "no headings", "Gạo|HTX A|4\nTrà|HTX B|3", 0, 0, "||", "dd" },
  { "unknown words over figures", "BẢNG KÊ|<|<\nMón|Người làm|Lượng\nGạo|An|4\nTrà|Bình|3", 1, 1, "Món|Người làm|Lượng", "dd" },
  { "nothing", "", 0, 0, "", "" },
  { "column numbers", "STT|Sản phẩm|Hạng\n(1)|(2)|(3)\n1|Gạo|4\n2|Trà|3", 0, 1, "#STT|Sản phẩm|Hạng", "hdd" },
  { "column letters and numbers", "STT|Sản phẩm|Hạng|Điểm\nA|B|1|2\n1|Gạo|4|80", 0, 1, "#STT|Sản phẩm|Hạng|Điểm", "hd" },
  { "figures that number nothing", "Sản phẩm|Hạng|Số lượng\nA|4|2", 0, 1, "Sản phẩm|Hạng|Số lượng", "d" },
  { "totals", "STT|Sản phẩm|Hạng\n1|Gạo|4\n|Cộng|1\n2|Trà|3\nTổng cộng|<|2\n|Tổng số: 2|", 0, 1, "#STT|Sản phẩm|Hạng", "dtdtt" },
  { "total first", "STT|Sản phẩm|Hạng\n|TỔNG SỐ|2\n1|Gạo|4", 0, 1, "#STT|Sản phẩm|Hạng", "td" },
  { "a product that only sounds like a total", "STT|Sản phẩm|Hạng\n1|Tổng hợp ngũ cốc|4\n2|Cộng|3", 0, 1, "#STT|Sản phẩm|Hạng", "dd" },
  { "sections", "STT|Sản phẩm|Chủ thể|Hạng\nI. HUYỆN VĨNH LINH|<|<|<\n1|Gạo|A|4\nII|Huyện Gio Linh|<|1\n2|Trà|B|3\n|Xã Hải Lăng||\n3|Mật|C|3",
    0, 1, "#STT|Sản phẩm|Chủ thể|Hạng", "sdsdsd" },
  { "product alone in its row", "STT|Sản phẩm|Chủ thể|Hạng\n1|Gạo|A|4\n|Bánh tráng||\n2|Trà|B|3", 0, 1, "#STT|Sản phẩm|Chủ thể|Hạng", "ddd" },
  { "numbered ahead", "STT|Sản phẩm|Hạng\n1|Gạo|4\n2||\n3||", 0, 1, "#STT|Sản phẩm|Hạng", "dbb" },
  { "headings again", "STT|Sản phẩm|Hạng\n1|Gạo|4\nSTT|Sản phẩm|Hạng\n2|Trà|3", 0, 1, "#STT|Sản phẩm|Hạng", "dhd" },
  { "signatures", "STT|Sản phẩm|Chủ thể|Hạng|Ghi chú|Xã\n1|Gạo|A|4||\n|Người lập||||Giám đốc\n|||Ngày 5||", 0, 1,
    "#STT|Sản phẩm|Chủ thể|Hạng|Ghi chú|Xã", "dnn" },
  { "merged province cells", "Tỉnh|Sản phẩm|Hạng\nQuảng Trị|Gạo|4\n^|Trà|3\n^|Mật|3", 0, 1, "Tỉnh|Sản phẩm|Hạng", "ddd" },
};

/* The rectangle of which the cell is the first, in the marks around it. */
static void
merge_from (OcopSheet *sheet,
            char    ***cells,
            guint      row,
            guint      column)
{
  guint last_row = row, last_column = column;

  while (cells[row][last_column + 1] != NULL && strcmp (cells[row][last_column + 1], "<") == 0)
    last_column++;
  while (cells[last_row + 1] != NULL && g_strv_length (cells[last_row + 1]) > column
         && strcmp (cells[last_row + 1][column], "^") == 0)
    last_row++;
  if (last_row > row || last_column > column)
    ocop_sheet_merge (sheet, row, column, last_row, last_column);
}

static void
fill_sheet (OcopSheet    *sheet,
            GStringChunk *strings,
            char       ***cells)
{
  for (guint row = 0; cells[row] != NULL; row++)
    {
      ocop_sheet_begin_row (sheet, row + 1);
      for (guint column = 0; cells[row][column] != NULL; column++)
        {
          const char *text = cells[row][column];

          if (strcmp (text, "<") == 0 || strcmp (text, "^") == 0)
            continue;
          g_assert_true (ocop_sheet_add_cell (sheet, column, OCOP_CELL_TEXT,
                                              ocop_sheet_intern (strings, text, strlen (text)), NULL));
          merge_from (sheet, cells, row, column);
        }
    }
  g_assert_true (ocop_sheet_finish (sheet, NULL));
}

static OcopWorkbook *
workbook_of (const char *text)
{
  OcopWorkbook *workbook = ocop_workbook_new ();
  OcopSheet *sheet = ocop_workbook_add_sheet (workbook, "s", FALSE);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines);
  char ***cells = g_new0 (char **, n_lines + 1);

  for (guint i = 0; i < n_lines; i++)
    cells[i] = g_strsplit (lines[i], "|", -1);
  fill_sheet (sheet, ocop_workbook_get_strings (workbook), cells);
  for (guint i = 0; i < n_lines; i++)
    g_strfreev (cells[i]);
  g_free (cells);
  return workbook;
}

static void
test_heading (gconstpointer data)
{
  const HeadingCase *list = data;
  g_autoptr(OcopWorkbook) workbook = workbook_of (list->cells);
  g_autoptr(OcopSheetHeading) heading = ocop_sheet_heading_find (ocop_workbook_get_sheet (workbook, 0));
  g_autofree char *columns = column_texts (heading);
  g_autofree char *kinds = row_kinds (heading);

  g_assert_cmpstr (columns, ==, list->columns);
  g_assert_cmpuint (heading->first_row, ==, list->first_row);
  g_assert_cmpuint (heading->n_rows, ==, list->n_rows);
  g_assert_cmpstr (kinds, ==, list->kinds);
}

static void
test_dittos (void)
{
  g_autoptr(OcopWorkbook) workbook =
    workbook_of ("STT|Sản phẩm|Chủ thể|Xã\n1|Gạo|HTX A|Hải Lăng\n2|Trà|Như trên|-nt-\nII|Huyện B||\n3|Mật|nt|〃\n4|Mắm||\n5|Cá|\"|\"");
  g_autoptr(OcopSheetHeading) heading = ocop_sheet_heading_find (ocop_workbook_get_sheet (workbook, 0));

  g_assert_cmpstr (ocop_sheet_heading_get_text (heading, 2, 1), ==, "Trà");
  g_assert_cmpstr (ocop_sheet_heading_get_text (heading, 2, 2), ==, "HTX A");
  g_assert_cmpstr (ocop_sheet_heading_get_text (heading, 2, 3), ==, "Hải Lăng");
  g_assert_cmpstr (ocop_sheet_heading_get_text (heading, 4, 2), ==, "HTX A");
  g_assert_cmpstr (ocop_sheet_heading_get_text (heading, 4, 3), ==, "Hải Lăng");
  g_assert_null (ocop_sheet_heading_get_text (heading, 6, 2));
  g_assert_null (ocop_sheet_heading_get_text (heading, 6, 3));
}

static void
test_sections (void)
{
  g_autoptr(OcopWorkbook) workbook = workbook_of ("STT|Sản phẩm|Xã\n1|Gạo|a\nI. HUYỆN B|<|<\n2|Trà|b\n3|Mật|c");
  g_autoptr(OcopSheetHeading) heading = ocop_sheet_heading_find (ocop_workbook_get_sheet (workbook, 0));
  static const guint sections[] = { OCOP_SHEET_NO_ROW, OCOP_SHEET_NO_ROW, 2, 2 };

  g_assert_cmpuint (heading->rows->len, ==, G_N_ELEMENTS (sections));
  for (guint i = 0; i < heading->rows->len; i++)
    g_assert_cmpuint (g_array_index (heading->rows, OcopHeadingRow, i).section, ==, sections[i]);
}

/* A stray cell in the last column must not make every row as long as the sheet is wide. */
static void
test_wide (void)
{
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_new ();
  OcopSheet *sheet = ocop_workbook_add_sheet (workbook, "s", FALSE);
  g_autoptr(OcopSheetHeading) heading = NULL;

  for (guint row = 1; row <= 200000; row++)
    {
      ocop_sheet_begin_row (sheet, row);
      ocop_sheet_add_cell (sheet, 0, OCOP_CELL_TEXT, "x", NULL);
      if (row % 1000 == 1)
        ocop_sheet_add_cell (sheet, OCOP_SHEET_MAX_COLUMNS - 1, OCOP_CELL_TEXT, "y", NULL);
    }
  g_assert_true (ocop_sheet_finish (sheet, NULL));
  heading = ocop_sheet_heading_find (sheet);
  g_assert_cmpuint (heading->columns->len, ==, 2);
  g_assert_cmpuint (heading->rows->len, ==, 200000);
}

static void
test_words (void)
{
  static const struct
  {
    gboolean (*asks) (const char *text);
    const char *text;
    gboolean answer;
  } words[] = {
    { ocop_heading_words_is_total, "TỔNG CỘNG (I+II)", TRUE }, { ocop_heading_words_is_total, "Tổng: 144", TRUE },
    { ocop_heading_words_is_total, "Tổng hợp", FALSE }, { ocop_heading_words_is_total, "Cộng đồng", FALSE },
    { ocop_heading_words_is_total, "Cộng huyện A", TRUE }, { ocop_heading_words_is_total, "Grand total", TRUE },
    { ocop_heading_words_is_running_number, "S.T.T", TRUE }, { ocop_heading_words_is_running_number, "No.", TRUE },
    { ocop_heading_words_is_section_number, "IV.", TRUE }, { ocop_heading_words_is_section_number, "A", TRUE },
    { ocop_heading_words_is_section_number, "AB", FALSE }, { ocop_heading_words_is_section_number, "12", FALSE },
    { ocop_heading_words_is_section, "III. Nhóm", TRUE }, { ocop_heading_words_is_section, "Bánh tráng", FALSE },
    { ocop_heading_words_is_section, "THỰC PHẨM", TRUE }, { ocop_heading_words_is_section, "Vải Chăm", FALSE },
    { ocop_heading_words_is_ditto, "Như trên", TRUE }, { ocop_heading_words_is_ditto, "- NT -", TRUE },
    { ocop_heading_words_is_ditto, "Nước mắm", FALSE }, { ocop_heading_words_is_ditto, "-", FALSE },
    { ocop_heading_words_is_figure, "22/05/2026", TRUE }, { ocop_heading_words_is_figure, "87,33 %", TRUE },
    { ocop_heading_words_is_figure, "-", FALSE }, { ocop_heading_words_is_figure, "4 sao", FALSE },
    { ocop_heading_words_is_known, "Tên sản phẩm", TRUE }, { ocop_heading_words_is_known, "Gạo sạch", FALSE },
    { ocop_heading_words_is_known, "Huyện", TRUE }, { ocop_heading_words_is_known, "Cơ sở sản xuất bún", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i].text);
      g_assert_cmpint (words[i].asks (words[i].text), ==, words[i].answer);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/exchange/heading/list", cases, sizeof cases[0], G_N_ELEMENTS (cases), test_heading);
  g_test_add_func ("/exchange/heading/dittos", test_dittos);
  g_test_add_func ("/exchange/heading/sections", test_sections);
  g_test_add_func ("/exchange/heading/wide", test_wide);
  g_test_add_func ("/exchange/heading/words", test_words);
  return g_test_run ();
}
