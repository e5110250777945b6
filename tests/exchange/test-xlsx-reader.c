/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-cases.h"
#include "workbook-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <xlsxwriter.h>

#define ROW(cells) "<sheetData><row>" cells "</row></sheetData>"
#define INLINE(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"

/* Style 1 is a date, style 2 a day written out by the file itself, style 3 an amount. */
#define STYLES "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>" \
               "<numFmt numFmtId=\"165\" formatCode=\"#,##0\\ &quot;đồng&quot;\"/></numFmts>" \
               "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>" \
               "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>"

typedef struct
{
  const char *name;
  FixtureWorkbook workbook;
  const char *cells;
} ReadCase;

static const ReadCase read_cases[] = {
  { "shared texts, runs joined, phonetic left out",
    { .sheet = ROW ("<c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c>"),
      .strings = "<si><t>Gạo</t></si><si><r><t xml:space=\"preserve\">Lần </t></r><r><t>1</t></r>"
                 "<rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>" },
    "Lần 1|Gạo" },
  { "inline texts",
    { .sheet = ROW ("<c t=\"inlineStr\"><is><r><t>Bánh </t></r><r><t>tráng</t></r><rPh><t>x</t></rPh></is></c>" INLINE ("b")) },
    "Bánh tráng|b" },
  { "numbers, booleans, errors",
    { .sheet = ROW ("<c><v>4.0</v></c><c t=\"n\"><v>0.1</v></c><c t=\"b\"><v>1</v></c><c t=\"b\">"
                    "<v>0</v></c><c t=\"e\"><v>#REF!</v></c>") },
    "4|0.1|TRUE|FALSE|#REF!" },
  { "stored values of formulas",
    { .sheet = ROW ("<c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>2x</v></c>"
                    "<c t=\"str\"><f>\"\"</f><v></v></c><c><f>SUM(A1)</f></c>") },
    "2|2x||=SUM(A1)" },
  { "dates",
    { .sheet = ROW ("<c s=\"1\"><v>46164</v></c><c s=\"2\"><v>46164</v></c><c s=\"3\"><v>46164</v></c>"
                    "<c s=\"99\"><v>5</v></c>"), .styles = STYLES },
    "2026-05-22|2026-05-22|46164|5" },
  { "dates from 1904",
    { .sheet = ROW ("<c s=\"1\"><v>44702</v></c>"), .styles = STYLES,
      .workbook = "<workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"s1\"/></sheets>" },
    "2026-05-22" },
  { "dates as text of the strict format",
    { .sheet = ROW ("<c t=\"d\"><v>2026-05-22T00:00:00</v></c><c t=\"d\">"
                    "<v>2026-05-22T08:30:00.000Z</v></c><c t=\"d\"><v>2026-05-22</v></c>") },
    "2026-05-22|2026-05-22 08:30:00|2026-05-22" },
  { "references left out and given",
    { .sheet = "<sheetData><row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>2</v></c></row><row><c>"
               "<v>3</v></c></row></sheetData>" },
    "3:|1|2\n3||" },
  { "empty rows and styled empty cells",
    { .sheet = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"/></row><row r=\"1048576\">"
               "<c r=\"A1048576\"><v>1</v></c><c r=\"XFD1048576\" s=\"1\"/></row></sheetData>" },
    "1048576:1" },
  { "merged cells",
    { .sheet = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c r=\"B2\"><v>3</v></c></row></sheetData>"
               "<mergeCells><mergeCell ref=\"$A$1:A2\"/><mergeCell ref=\"nonsense\"/><mergeCell/></mergeCells>" },
    "1|2\n1|3" },
  { "prefixes",
    { .sheet = "<x:sheetData xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
               "<x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData>" },
    "7" },
  { "escapes",
    { .sheet = ROW (INLINE ("a_x000D_\nb") INLINE ("_x005F_x000D_") INLINE ("_xZZZZ_")
                     INLINE ("a_x1EA1_o") INLINE ("_xD800_z") INLINE ("_x")) },
    "a\nb|_x000D_|_xZZZZ_|aạo|z|_x" },
  { "loose marks are composed", { .sheet = ROW (INLINE ("Ga\314\243o")) }, "Gạo" },
  { "extensions after the cells",
    { .sheet = ROW ("<c><v>1</v></c>") "<extLst><ext><c><v>9</v></c><row/></ext></extLst>" }, "1" },
};

static void
test_read (gconstpointer data)
{
  const ReadCase *read = data;
  g_autoptr(GBytes) bytes = fixture_workbook (&read->workbook);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = fixture_load (bytes, &error);
  g_autofree char *cells = NULL;

  g_assert_no_error (error);
  cells = fixture_dump (ocop_workbook_get_sheet (workbook, 0));
  g_assert_cmpstr (cells, ==, read->cells);
}

static void
test_types (void)
{
  static const OcopCellType expected[] = {
    OCOP_CELL_NUMBER, OCOP_CELL_DATE, OCOP_CELL_BOOLEAN, OCOP_CELL_ERROR, OCOP_CELL_TEXT, OCOP_CELL_EMPTY,
  };
  const FixtureWorkbook fixture = {
    .sheet = ROW ("<c><v>1</v></c><c s=\"1\"><v>46164</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c>" INLINE ("a")),
    .styles = STYLES,
  };
  g_autoptr(GBytes) bytes = fixture_workbook (&fixture);
  g_autoptr(OcopWorkbook) workbook = fixture_load (bytes, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (ocop_sheet_get_cell_type (ocop_workbook_get_sheet (workbook, 0), 0, i), ==, expected[i]);
}

static void
test_sheets (void)
{
  const FixtureWorkbook fixture = {
    .workbook = "<sheets><sheet name=\"Hai\" sheetId=\"9\" r:id=\"s2\"/><sheet name=\"Biểu đồ\" sheetId=\"3\" r:id=\"c1\"/>"
                "<sheet name=\"Một\" sheetId=\"1\" state=\"veryHidden\" r:id=\"s1\"/>"
                "<sheet name=\"Mất\" sheetId=\"4\" r:id=\"s9\"/></sheets>",
    .sheet = "<sheetData><row><c><v>1</v></c></row><row hidden=\"1\"><c><v>2</v></c></row></sheetData>",
  };
  g_autoptr(GBytes) bytes = fixture_workbook (&fixture);
  g_autoptr(OcopWorkbook) workbook = fixture_load (bytes, NULL);
  const OcopSheet *two, *one;

  g_assert_cmpuint (ocop_workbook_get_n_sheets (workbook), ==, 2);
  two = ocop_workbook_get_sheet (workbook, 0);
  one = ocop_workbook_get_sheet (workbook, 1);
  g_assert_cmpstr (ocop_sheet_get_name (two), ==, "Hai");
  g_assert_cmpstr (ocop_sheet_get_text (two, 0, 0), ==, "two");
  g_assert_false (ocop_sheet_is_hidden (two));
  g_assert_cmpstr (ocop_sheet_get_name (one), ==, "Một");
  g_assert_true (ocop_sheet_is_hidden (one));
  /* A row that is hidden is a row of the list all the same. */
  g_assert_cmpstr (ocop_sheet_get_text (one, 1, 0), ==, "2");
}

#define STRICT "http://purl.oclc.org/ooxml/"
#define STRICT_RELATION(kind, target) \
  "<Relationships><Relationship Id=\"a\" Type=\"" STRICT "officeDocument/relationships/" kind "\" Target=\"" target "\"/>" \
  "</Relationships>"

/* The strict format names the same things by other namespaces. */
static void
test_strict (void)
{
  static const FixturePart parts[] = {
    { "_rels/.rels", STRICT_RELATION ("officeDocument", "/book/main.xml") },
    { "book/_rels/main.xml.rels", STRICT_RELATION ("worksheet", "s.xml") },
    { "book/main.xml", "<x:workbook xmlns:x=\"" STRICT "spreadsheetml/main\" "
                       "xmlns:q=\"" STRICT "officeDocument/relationships\"><x:sheets>"
                       "<x:sheet name=\"S\" sheetId=\"1\" q:id=\"a\"/></x:sheets></x:workbook>" },
    { "book/s.xml", "<x:worksheet xmlns:x=\"" STRICT "spreadsheetml/main\"><x:sheetData><x:row>"
                    "<x:c t=\"d\"><x:v>2026-05-22</x:v></x:c></x:row></x:sheetData></x:worksheet>" },
  };
  g_autoptr(GBytes) bytes = fixture_zip (parts, G_N_ELEMENTS (parts));
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = fixture_load (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ocop_sheet_get_text (ocop_workbook_get_sheet (workbook, 0), 0, 0), ==, "2026-05-22");
}

static char *
temporary_path (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("ocop-test-XXXXXX", NULL);

  return g_build_filename (folder, name, NULL);
}

static void
remove_with_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
}

static void
write_with_libxlsxwriter (const char *path)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Danh sách");
  lxw_format *date = workbook_add_format (workbook);
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };
  lxw_datetime day = { 2026, 5, 22, 0, 0, 0.0 };

  format_set_num_format (date, "dd/mm/yyyy");
  worksheet_merge_range (sheet, 0, 0, 0, 2, "DANH SÁCH SẢN PHẨM", NULL);
  worksheet_write_string (sheet, 2, 0, "Mật ong", NULL);
  worksheet_write_number (sheet, 2, 1, 87.33, NULL);
  worksheet_write_datetime (sheet, 2, 2, &day, date);
  worksheet_write_formula_num (sheet, 3, 1, "=B3*2", NULL, 174.66);
  worksheet_set_row_opt (sheet, 3, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

typedef struct
{
  guint n_calls;
  double last;
} Heard;

static void
on_progress (double   fraction,
             gpointer user_data)
{
  Heard *heard = user_data;

  g_assert_cmpfloat (fraction, >=, heard->last);
  heard->last = fraction;
  heard->n_calls++;
}

static void
test_libxlsxwriter (void)
{
  g_autofree char *path = temporary_path ("list.csv");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(OcopWorkbook) workbook = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *cells = NULL;
  Heard heard = { 0, 0.0 };

  write_with_libxlsxwriter (path);
  workbook = ocop_workbook_load (file, NULL, on_progress, &heard, &error);
  remove_with_folder (path);
  g_assert_no_error (error);
  cells = fixture_dump (ocop_workbook_get_sheet (workbook, 0));
  g_assert_cmpstr (cells, ==, "DANH SÁCH SẢN PHẨM|DANH SÁCH SẢN PHẨM|DANH SÁCH SẢN PHẨM\n3:Mật ong|87.33|2026-05-22\n|174.66|");
  g_assert_cmpuint (heard.n_calls, >, 0);
  g_assert_cmpfloat (heard.last, ==, 1.0);
}

static const char openpyxl_script[] =
  "import sys, datetime, openpyxl\n"
  "b = openpyxl.Workbook(); s = b.active; s.title = 'Sổ'\n"
  "s.append(['Tên', 'Ngày', 'Sao', 'Đạt'])\n"
  "s.append(['Trà', datetime.date(2026, 5, 22), 4, True])\n"
  "s.append(['Muối', datetime.datetime(2026, 5, 22, 8, 30), 4.5, '=1+1'])\n"
  "h = b.create_sheet('Ẩn'); h.sheet_state = 'hidden'; h['C5'] = 'x'\n"
  "b.save(sys.argv[1])\n";

static void
test_openpyxl (void)
{
  g_autofree char *path = temporary_path ("list.xlsx");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(OcopWorkbook) workbook = NULL;
  g_autoptr(GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "/usr/bin/python3", "-c", openpyxl_script, path, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *cells = NULL, *hidden = NULL;

  if (process == NULL || !g_subprocess_wait_check (process, NULL, NULL))
    {
      remove_with_folder (path);
      g_test_skip ("no Python with openpyxl");
      return;
    }
  workbook = ocop_workbook_load (file, NULL, NULL, NULL, &error);
  remove_with_folder (path);
  g_assert_no_error (error);
  cells = fixture_dump (ocop_workbook_get_sheet (workbook, 0));
  g_assert_cmpstr (cells, ==, "Tên|Ngày|Sao|Đạt\nTrà|2026-05-22|4|TRUE\nMuối|2026-05-22 08:30:00|4.5|=1+1");
  hidden = fixture_dump (ocop_workbook_get_sheet (workbook, 1));
  g_assert_cmpstr (hidden, ==, "5:||x");
  g_assert_true (ocop_sheet_is_hidden (ocop_workbook_get_sheet (workbook, 1)));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/exchange/xlsx/read", read_cases, sizeof read_cases[0], G_N_ELEMENTS (read_cases), test_read);
  g_test_add_func ("/exchange/xlsx/types", test_types);
  g_test_add_func ("/exchange/xlsx/sheets", test_sheets);
  g_test_add_func ("/exchange/xlsx/strict", test_strict);
  g_test_add_func ("/exchange/xlsx/libxlsxwriter", test_libxlsxwriter);
  g_test_add_func ("/exchange/xlsx/openpyxl", test_openpyxl);
  return g_test_run ();
}
