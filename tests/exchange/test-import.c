/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a published list to the records of a register, and back. */

#include "fixture-cases.h"
#include "import-fixture.h"

#include <locale.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/ocop-error.h"
#include "exchange/ocop-import-repairs.h"

static const char * const product_columns[] = {
  "name", "producer.name", "producer.kind", "unit.level", "unit.type", "unit.name", "province.name", "star", "decision_number",
  "decision_date", "issuer", "recognition_kind", "year", NULL
};
static const char * const recognition_columns[] = {
  "product.name", "class", "outcome", "kind", "year", "decision_number", "decision_date", "issuer", "valid_until", "score",
  "note", NULL
};

/* Products, producers, recognitions, units below the provinces. */
static char *
dump_all (Fixture *fixture)
{
  g_autofree char *products = import_dump (fixture, "product", product_columns);
  g_autofree char *recognitions = import_dump (fixture, "recognition", recognition_columns);
  g_autofree char *producers =
    import_dump (fixture, "producer", (const char * const []) { "name", "kind", "unit.name", "phone", NULL });
  g_autofree char *units =
    import_dump (fixture, "unit", (const char * const []) { "name", "level", "type", "parent.name", "valid_until", NULL });

  return g_strjoin ("\n\n", products, recognitions, producers, units, NULL);
}

static char *
read_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", "recognised-products.csv", NULL);
  g_autoptr(GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The published list that the program ships. */
static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *text = read_sample ();
  g_autoptr(OcopImportPlan) first = import_text (fixture, text, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  g_autofree char *before = dump_all (fixture);
  g_autoptr(OcopImportPlan) second = import_text (fixture, text, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  g_autoptr(OcopImportPlan) third = import_text (fixture, text, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_UPDATE);
  g_autofree char *after = dump_all (fixture);
  guint n = ocop_import_plan_get_n_rows (first);

  g_assert_cmpint (import_count (fixture, "3"), ==, 43);
  g_assert_cmpint (import_count (fixture, "4"), ==, 38);
  g_assert_cmpint (import_count (fixture, "potential5"), ==, 3);
  g_assert_cmpint (import_count (fixture, "5"), ==, 5);
  g_assert_cmpuint (n, ==, 89);
  g_assert_cmpuint (ocop_import_plan_get_n_taken (first), ==, n);
  g_assert_cmpuint (ocop_import_plan_count (second, OCOP_IMPORT_DUPLICATE), ==, n);
  g_assert_cmpuint (ocop_import_plan_count (third, OCOP_IMPORT_DUPLICATE), ==, n);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_sound (fixture);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *before = dump_all (fixture);
  g_autoptr(OcopImportPlan) plan = NULL;
  g_autofree char *imported = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr(GError) error = NULL;
  guint n_left;

  plan = import_text (fixture, "Tên sản phẩm,Chủ thể,Xã,Huyện,Tỉnh,Hạng sao,Năm\nGạo,HTX Mẫu,xã Một,Mẫu,Quảng Trị,4,2024\n"
                               "Trà,HTX Mẫu,xã Một,Mẫu,Quảng Trị,3,2023", OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  imported = dump_all (fixture);
  g_assert_cmpstr (imported, !=, before);
  ocop_register_undo (fixture->reg, &n_left, &error);
  g_assert_no_error (error);
  undone = dump_all (fixture);
  g_assert_cmpstr (undone, ==, before);
  ocop_register_redo (fixture->reg, &n_left, &error);
  g_assert_no_error (error);
  redone = dump_all (fixture);
  g_assert_cmpstr (redone, ==, imported);
  fixture_assert_sound (fixture);
}

/* What published lists are like: one row of each shape for each province. */

static const char * const provinces[] = {
  "Quảng Trị", "Tây Ninh", "Đồng Tháp", "Hà Tĩnh", "Quảng Nam", "Nghệ An", "Trà Vinh", "Quảng Bình", "Phú Thọ"
};

typedef struct
{
  const char *product, *producer, *kind, *commune, *district, *stars, *status, *year, *number, *date, *issuer, *note;
} Shape;

static const Shape shapes[] = {
  { "Dầu lạc", "Công ty TNHH MTV Mẫu Một", "Doanh nghiệp", "", "", "4", "công nhận", "2019", "136/QĐ-UBND", "2020-01-15", "UBND tỉnh", "" },
  { "Bơ lạc", "Công ty TNHH MTV Mẫu Một", "Doanh nghiệp", "", "", "3", "công nhận", "2019", "136/QĐ-UBND", "2020-01-15", "UBND tỉnh", "" },
  { "Gạo sạch", "HTX Nông sản sạch", "Hợp tác xã", "", "Triệu Mẫu", "4", "công nhận", "2019", "136/QĐ-UBND", "2020-01-15", "UBND tỉnh", "" },
  { "Bột ngũ cốc", "", "", "", "", "3", "công nhận", "2019", "136/QĐ-UBND", "2020-01-15", "UBND tỉnh", "tên chủ thể bị cắt ở bản lưu" },
  { "Hương thảo mộc", "Hợp tác xã Hương Mẫu", "Hợp tác xã", "xã Thủy Mẫu", "Linh Mẫu", "3", "công nhận", "2023", "", "2023-11-14", "UBND huyện Linh Mẫu", "" },
  { "Nước mắm", "Cơ sở sản xuất Mẫu", "Cơ sở sản xuất", "thị trấn Cửa Mẫu", "Linh Mẫu", "3", "công nhận", "2023", "", "2023-11-14", "UBND huyện Linh Mẫu", "" },
  { "Bánh tráng", "Hộ kinh doanh Mẫu", "Hộ kinh doanh/hộ sản xuất", "phường Lộc Mẫu", "TP Mẫu", "3", "công nhận", "2020", "", "", "UBND tỉnh", "" },
  { "Nhang sạch", "", "", "xã Lộc Mẫu", "Can Mẫu", "3", "công nhận", "2024", "", "", "UBND huyện Can Mẫu", "lần đầu" },
  { "Giò me", "", "", "xã Lộc Mẫu", "Can Mẫu", "3", "công nhận", "2024", "", "", "UBND huyện Can Mẫu", "đánh giá lại" },
  { "Trứng gà", "Tổ hợp tác Mẫu", "Tổ hợp tác", "xã Diễn Mẫu", "Can Mẫu", "3", "công nhận", "2023", "", "", "UBND huyện Can Mẫu", "công nhận lại" },
  { "Hạt sen", "", "", "", "", "4", "công nhận", "2021", "279/QĐ-UBND", "", "UBND tỉnh", "" },
  { "Nấm mộc nhĩ", "Hợp tác xã nấm Mẫu", "Hợp tác xã", "xã Sơn Mẫu", "Bố Mẫu", "5", "tiềm năng 5 sao (đề nghị Trung ương)", "2024", "", "", "UBND tỉnh", "92,33 điểm" },
  { "Bánh dừa", "Công ty TNHH Mẫu Hai", "Doanh nghiệp", "xã Xuân Mẫu 2", "Sơn Mẫu", "5", "công nhận", "2024", "377 (Bộ NN&PTNT)", "2025-01-17", "Bộ Nông nghiệp và PTNT", "" },
  { "Bộ đèn \"Mẫu\"", "Công ty TNHH Gỗ Mẫu", "Doanh nghiệp", "xã Điện Mẫu", "Bàn Mẫu", "4", "công nhận", "2020", "", "2020-12-09", "UBND tỉnh", "" },
  { "Mật ong (20°, 30°)", "", "", "", "", "4", "công nhận", "", "", "", "UBND tỉnh", "" },
  { "Bánh chưng", "HTX Nông thương Mẫu", "Hợp tác xã", "xã Hùng Mẫu", "", "4", "công nhận", "2024", "", "", "UBND tỉnh", "nâng hạng" },
};

static const char * const headings[] = {
  "Tỉnh", "Tên sản phẩm", "Chủ thể", "Loại hình", "Xã/phường", "Huyện (cũ)", "Hạng sao", "Tình trạng", "Năm", "Số quyết định",
  "Ngày quyết định", "Cơ quan ban hành", "Ghi chú"
};

static void
append_quoted (GString    *text,
               const char *cell)
{
  g_auto(GStrv) parts = g_strsplit (cell, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (text, "%s\"%s\"", text->len > 0 && text->str[text->len - 1] != '\n' ? "," : "", doubled);
}

static char *
write_csv (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    append_quoted (text, headings[i]);
  for (guint p = 0; p < G_N_ELEMENTS (provinces); p++)
    for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
      {
        const char * const *cells = (const char * const *) &shapes[s];

        g_string_append_c (text, '\n');
        append_quoted (text, provinces[p]);
        for (guint c = 0; c < sizeof (Shape) / sizeof (char *); c++)
          append_quoted (text, cells[c]);
      }
  return g_string_free (text, FALSE);
}

/* Numbers and days as a spreadsheet program keeps them. */
static void
write_cell (lxw_worksheet *worksheet,
            lxw_row_t      row,
            guint          column,
            const char    *text,
            lxw_format    *date)
{
  lxw_datetime day = { 0 };
  OcopDate read;

  if (strcmp (headings[column], "Ngày quyết định") == 0 && ocop_date_parse (text, &read) && ocop_date_is_day (read))
    {
      day.year = read.year;
      day.month = read.month;
      day.day = read.day;
      worksheet_write_datetime (worksheet, row, (lxw_col_t) column, &day, date);
    }
  else if (*text != '\0' && strspn (text, "0123456789") == strlen (text))
    worksheet_write_number (worksheet, row, (lxw_col_t) column, g_ascii_strtod (text, NULL), NULL);
  else if (*text != '\0')
    worksheet_write_string (worksheet, row, (lxw_col_t) column, text, NULL);
}

/* The same rows below a title, with one cell for all rows of a province, and a total at the end. */
static OcopWorkbook *
write_xlsx (const char *path)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *worksheet = workbook_add_worksheet (workbook, "Danh sách");
  lxw_format *date = workbook_add_format (workbook);
  lxw_row_t row = 3;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  OcopWorkbook *loaded;

  format_set_num_format (date, "dd/mm/yyyy");
  worksheet_merge_range (worksheet, 0, 0, 0, G_N_ELEMENTS (headings) - 1, "DANH SÁCH SẢN PHẨM OCOP", NULL);
  worksheet_write_string (worksheet, 1, 0, "(Kèm theo Quyết định số 136/QĐ-UBND)", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    worksheet_write_string (worksheet, row, (lxw_col_t) i, headings[i], NULL);
  for (guint p = 0; p < G_N_ELEMENTS (provinces); p++)
    {
      worksheet_merge_range (worksheet, row + 1, 0, row + G_N_ELEMENTS (shapes), 0, provinces[p], NULL);
      for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
        for (guint c = 0, n = ++row; c < sizeof (Shape) / sizeof (char *); c++)
          write_cell (worksheet, n, c + 1, ((const char * const *) &shapes[s])[c], date);
    }
  worksheet_write_string (worksheet, row + 1, 0, "Tổng cộng", NULL);
  worksheet_write_number (worksheet, row + 1, 1, 144, NULL);
  workbook_close (workbook);
  loaded = ocop_workbook_load (file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return loaded;
}

static gint64
count_stars (const char *stars,
             const char *status)
{
  gint64 n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    n += strcmp (shapes[i].stars, stars) == 0 && g_str_has_prefix (shapes[i].status, status);
  return n * (gint64) G_N_ELEMENTS (provinces);
}

static void
test_csv_and_xlsx (Fixture       *fixture,
                   gconstpointer  data)
{
  Fixture other = { NULL };
  g_autofree char *csv = write_csv ();
  g_autofree char *path = g_build_filename (fixture->folder, "list.xlsx", NULL);
  g_autoptr(OcopWorkbook) workbook = write_xlsx (path);
  g_autoptr(OcopImportPlan) plan = import_text (fixture, csv, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  g_autoptr(OcopImportPlan) same = NULL;
  g_autofree char *results = import_results (plan);
  g_autofree char *other_results = NULL;
  g_autofree char *all = dump_all (fixture);
  g_autofree char *other_all = NULL;

  fixture_set_up (&other, NULL);
  same = import_workbook (&other, workbook, OCOP_IMPORT_PRODUCTS, NULL);
  other_results = import_results (same);
  other_all = dump_all (&other);
  g_assert_cmpuint (ocop_import_plan_get_n_taken (plan), ==, 144);
  g_assert_cmpint (import_count (fixture, "3"), ==, count_stars ("3", "công nhận"));
  g_assert_cmpint (import_count (fixture, "4"), ==, count_stars ("4", "công nhận"));
  g_assert_cmpint (import_count (fixture, "potential5"), ==, count_stars ("5", "tiềm năng"));
  g_assert_cmpint (import_count (fixture, "5"), ==, count_stars ("5", "công nhận"));
  g_assert_cmpstr (results, ==, other_results);
  g_assert_cmpstr (all, ==, other_all);
  fixture_assert_sound (&other);
  fixture_tear_down (&other, NULL);
}

typedef struct
{
  const char *name;
  const char *before;   /* (nullable): a list taken in first */
  OcopImportDuplicates duplicates;
  const char *rows;
  const char *results;
  const char *says;     /* (nullable): a text that stands in what is said of the last row */
  gint64 n_products, n_producers, n_recognitions;
} RowCase;

#define HEADINGS "Tên sản phẩm,Chủ thể,Tỉnh,Hạng sao,Ngày quyết định,Số quyết định,Điện thoại,Ghi chú\n"
#define RICE "Gạo,HTX Mẫu,Quảng Trị,3,15/01/2020,136/QĐ-UBND,0900 000 001,"

static const RowCase cases[] = {
  { "wrong class", NULL, OCOP_IMPORT_SKIP, "Gạo,HTX Mẫu,Quảng Trị,7,15/01/2020,,,\nTrà,HTX Mẫu,Quảng Trị,3,15/01/2020,,,",
    "wrong wrong@D\nnew", NULL, 1, 1, 1 },
  { "class that is not recognised", NULL, OCOP_IMPORT_SKIP, "Gạo,HTX Mẫu,Quảng Trị,2,15/01/2020,,,", "wrong wrong@D", "“2”", 0, 0, 0 },
  { "impossible date", NULL, OCOP_IMPORT_SKIP, "Gạo,HTX Mẫu,Quảng Trị,3,31/02/2020,,,", "wrong wrong@E", "31/02/2020", 0, 0, 0 },
  { "cell of an error", NULL, OCOP_IMPORT_SKIP, "Gạo,#REF!,Quảng Trị,3,15/01/2020,,,", "wrong wrong@B", "#REF!", 0, 0, 0 },
  { "two things wrong", NULL, OCOP_IMPORT_SKIP, "Gạo,#N/A,Quảng Trị,x,15/01/2020,,,", "wrong wrong@B wrong@D", NULL, 0, 0, 0 },
  { "no name", NULL, OCOP_IMPORT_SKIP, ",HTX Mẫu,Quảng Trị,3,15/01/2020,,,", "wrong wrong@A", NULL, 0, 0, 0 },
  { "no producer", NULL, OCOP_IMPORT_SKIP, "Gạo,,Quảng Trị,3,15/01/2020,,,", "doubtful missing@B", NULL, 1, 0, 1 },
  { "no class", NULL, OCOP_IMPORT_SKIP, "Gạo,HTX Mẫu,Quảng Trị,,15/01/2020,,,", "doubtful missing@D", NULL, 1, 1, 0 },
  { "only the year", NULL, OCOP_IMPORT_SKIP, "Gạo,HTX Mẫu,Quảng Trị,3,2020,,,", "doubtful missing@E", NULL, 1, 1, 1 },
  { "equal rows", NULL, OCOP_IMPORT_SKIP, RICE "\n" RICE, "new\nduplicate duplicate", "2", 1, 1, 1 },
  { "equal rows below two producers of that name", "Gạo,HTX Mẫu,Quảng Trị,3,15/01/2020,,,\nGạo,HTX Mẫu,Nghệ An,3,15/01/2020,,,",
    OCOP_IMPORT_SKIP, "Trà,HTX Mẫu,,3,15/01/2020,,,\nTrà,HTX Mẫu,,3,15/01/2020,,,", "doubtful missing\nduplicate missing duplicate",
    "2", 3, 3, 3 },
  { "equal rows where all are to be added", NULL, OCOP_IMPORT_ADD, RICE "\n" RICE, "new\nduplicate duplicate", "2", 1, 1, 1 },
  { "another spelling", RICE, OCOP_IMPORT_SKIP, "GẠO,Hợp tác xã mẫu,tỉnh Quảng Trị,3 sao,2020-01-15,136/QĐ-UBND,0900000001,",
    "duplicate similar@B duplicate", "Gạo", 1, 1, 1 },
  { "added once more", RICE, OCOP_IMPORT_ADD, RICE, "doubtful similar", "Gạo", 2, 1, 2 },
  { "skipped", RICE, OCOP_IMPORT_SKIP, "Gạo,HTX Mẫu,Quảng Trị,3,15/01/2020,136/QĐ-UBND,0900 000 002,", "duplicate differs duplicate",
    "0900 000 002", 1, 1, 1 },
  { "updated", RICE, OCOP_IMPORT_UPDATE, "Gạo,HTX Mẫu,Quảng Trị,3,15/01/2020,136/QĐ-UBND,0900 000 002,mã mới",
    "changed changes changes", "mã mới", 1, 1, 1 },
  { "an empty cell changes nothing", RICE, OCOP_IMPORT_UPDATE, "Gạo,HTX Mẫu,Quảng Trị,3,15/01/2020,136/QĐ-UBND,,", "duplicate duplicate",
    NULL, 1, 1, 1 },
  { "upgrade", RICE, OCOP_IMPORT_SKIP, "Gạo,HTX Mẫu,Quảng Trị,4,15/01/2023,9/QĐ-UBND,,nâng hạng", "changed adds", "4", 1, 1, 2 },
  { "recognised again", RICE, OCOP_IMPORT_SKIP, "Gạo,HTX Mẫu,Quảng Trị,3,15/01/2023,,,", "changed adds", "3", 1, 1, 2 },
  { "other producer", RICE, OCOP_IMPORT_SKIP, "Gạo,Công ty Khác,Quảng Trị,3,15/01/2020,136/QĐ-UBND,,", "new", NULL, 2, 2, 2 },
  { "other province", RICE, OCOP_IMPORT_SKIP, "Gạo,HTX Mẫu,Nghệ An,3,15/01/2020,136/QĐ-UBND,,", "new", NULL, 2, 2, 2 },
  { "branch of the producer", RICE, OCOP_IMPORT_SKIP, "Gạo,HTX Mẫu chi nhánh 1,Quảng Trị,3,15/01/2020,136/QĐ-UBND,,", "doubtful similar",
    "Gạo", 2, 2, 2 },
  { "the same words in another order", "Trà sen,HTX Mẫu,Quảng Trị,3,15/01/2020,,,", OCOP_IMPORT_SKIP,
    "Sen trà,HTX Mẫu,Quảng Trị,3,15/01/2020,,,", "doubtful similar", "Trà sen", 2, 1, 2 },
  { "producer unknown, same place", RICE, OCOP_IMPORT_SKIP, "Gạo,,Quảng Trị,3,15/01/2020,,,", "duplicate missing@B duplicate", NULL, 1, 1, 1 },
  { "producer becomes known", "Gạo,,Quảng Trị,3,15/01/2020,,,", OCOP_IMPORT_UPDATE, RICE, "changed changes changes", NULL, 1, 1, 1 },
  { "two producers in one file", NULL, OCOP_IMPORT_SKIP, "Gạo,HTX Mẫu,Quảng Trị,3,15/01/2020,,,\nTrà,Hợp tác xã MẪU,Quảng Trị,3,15/01/2020,,09,",
    "new\ndoubtful similar@B", NULL, 2, 1, 2 },
  { "phone without its 0", NULL, OCOP_IMPORT_SKIP, "Gạo,HTX Mẫu,Quảng Trị,3,15/01/2020,,900000001,", "new note@G", "0900000001", 1, 1, 1 },
};

static void
test_rows (gconstpointer data)
{
  const RowCase *tested = data;
  Fixture fixture = { NULL };
  g_autofree char *before = g_strconcat (HEADINGS, tested->before, NULL);
  g_autofree char *text = g_strconcat (HEADINGS, tested->rows, NULL);
  g_autoptr(OcopImportPlan) first = NULL;
  g_autoptr(OcopImportPlan) plan = NULL;
  g_autofree char *results = NULL;
  g_autofree char *says = NULL;

  fixture_set_up (&fixture, NULL);
  if (tested->before != NULL)
    first = import_text (&fixture, before, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  plan = import_text (&fixture, text, OCOP_IMPORT_PRODUCTS, tested->duplicates);
  results = import_results (plan);
  says = import_says (plan, ocop_import_plan_get_n_rows (plan) - 1);
  g_assert_cmpstr (results, ==, tested->results);
  if (tested->says != NULL && strstr (says, tested->says) == NULL)
    g_error ("“%s” is not said in “%s”", tested->says, says);
  g_assert_cmpint (fixture_count (&fixture, "product"), ==, tested->n_products);
  g_assert_cmpint (fixture_count (&fixture, "producer"), ==, tested->n_producers);
  g_assert_cmpint (fixture_count (&fixture, "recognition"), ==, tested->n_recognitions);
  fixture_assert_sound (&fixture);
  fixture_tear_down (&fixture, NULL);
}

/* The workbook of one city: 22 columns, two rows of headings, the first and the later recognition side by side. */
static void
test_city_workbook (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char list[] =
    "DANH SÁCH SẢN PHẨM OCOP CỦA THÀNH PHỐ\n"
    "TT,Tên sản phẩm,Nhóm sản phẩm,Loại hình kinh doanh,Tên chủ thể,Xã/phường,Địa chỉ,Người đại diện,Điện thoại,"
    "Hạng sao hiện tại,Ngày hết hạn,Lần 1,,,,,Lần 2/nâng hạng,,,,,Ghi chú\n"
    ",,,,,,,,,,,hạng sao,ngày công nhận,năm,số quyết định,cơ quan ban hành,hạng sao,ngày công nhận,năm,số quyết định,"
    "cơ quan ban hành,\n"
    "1,Gạo,3,HTX,HTX Mẫu,phường Một,,,,4,12-12-2026,3,43845,2019,136/QĐ-UBND,UBND huyện,4,12/12/2023,2023,9/QĐ-UBND,UBND thành phố,\n"
    "2,Trà,11,HTX,như trên,phường Một,,,,4,,3,15/01/2020,2022,136/QĐ-UBND,UBND huyện,,,,,,đã di dời\n"
    "3,Mật,,Công ty,Công ty Mẫu,phường Hai,,,,3,,,,,,,,,,,,\n"
    "4,Nấm,,#REF!,Công ty Mẫu,phường Hai,,,,3,,,,,,,,,,,,";
  g_autoptr(OcopImportPlan) plan = import_text (fixture, list, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  g_autofree char *results = import_results (plan);
  g_autofree char *recognitions = import_dump (fixture, "recognition", recognition_columns);
  g_autofree char *products =
    import_dump (fixture, "product", (const char * const []) { "name", "criteria_set", "producer.name", "star", NULL });

  g_assert_cmpstr (results, ==, "new\ndoubtful odd odd\ndoubtful missing@C missing note@D\nwrong wrong@D");
  g_assert_cmpstr (recognitions, ==,
                   "Gạo|3|recognised|first|2019|136/QĐ-UBND|2020-01-15|UBND huyện|||\n"
                   "Gạo|4|recognised|upgrade|2023|9/QĐ-UBND|2023-12-12|UBND thành phố|2026-12-12||\n"
                   "Mật|3|recognised||||||||\n"
                   "Trà|3|recognised|first|2022|136/QĐ-UBND|2020-01-15|UBND huyện|||đã di dời");
  g_assert_cmpstr (products, ==, "Gạo|QD26-03|HTX Mẫu|4\nMật||Công ty Mẫu|3\nTrà|QD26-11|HTX Mẫu|3");
}

static void
test_producers (Fixture       *fixture,
                gconstpointer  data)
{
  static const char list[] = "STT,Tên chủ thể,Loại hình,Tỉnh,Mã số thuế,Giới tính\n"
                             "1,HTX Mẫu,Hợp tác xã,Quảng Trị,100000001,Nữ\n2,Công ty Mẫu,,Quảng Trị,,x\n3,Mẫu,,,,";
  g_autoptr(OcopImportPlan) first = import_text (fixture, list, OCOP_IMPORT_PRODUCERS, OCOP_IMPORT_SKIP);
  g_autoptr(OcopImportPlan) second = import_text (fixture, list, OCOP_IMPORT_PRODUCERS, OCOP_IMPORT_SKIP);
  g_autofree char *results = import_results (first);
  g_autofree char *producers =
    import_dump (fixture, "producer", (const char * const []) { "name", "kind", "unit.name", "tax_code", "representative_gender", NULL });

  g_assert_cmpstr (results, ==, "doubtful odd@E\ndoubtful odd@F\ndoubtful missing missing@C");
  g_assert_cmpstr (producers, ==, "Công ty Mẫu|enterprise|Quảng Trị||\nHTX Mẫu|cooperative|Quảng Trị|0100000001|female\nMẫu||||");
  g_assert_cmpuint (ocop_import_plan_count (second, OCOP_IMPORT_DUPLICATE), ==, 3);
}

/* A code stands for one thing; columns that are called so hold other codes too, as that of a group of products. */
static void
test_product_codes (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char list[] = "Tên sản phẩm,Chủ thể,Tỉnh,Hạng sao,Ngày quyết định,Mã sản phẩm\n"
                             "Gạo,HTX Mẫu,Quảng Trị,3,15/01/2020,44-19429-03-2026\nTrà,HTX Mẫu,Quảng Trị,3,15/01/2020,44-19429-03-2026\n"
                             "Gạo,HTX Khác,Quảng Trị,3,15/01/2020,44-19429-03-2026\nGạo,HTX Mẫu,Quảng Trị,3,15/01/2020,44-19429-03-2026\n"
                             "Mật,HTX Mẫu,Quảng Trị,3,15/01/2020,I.1\nMiến,HTX Mẫu,Quảng Trị,3,15/01/2020,I.1";
  g_autoptr(OcopImportPlan) plan = import_text (fixture, list, OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_SKIP);
  g_autofree char *results = import_results (plan);
  g_autofree char *says = import_says (plan, 1);

  g_assert_cmpstr (results, ==, "new\nwrong wrong@F\nwrong wrong@F\nduplicate duplicate\nnew\nnew");
  g_assert_nonnull (strstr (says, "row 2"));
  g_assert_nonnull (strstr (says, "“Gạo”"));
  g_assert_cmpint (fixture_count (fixture, "producer"), ==, 1);
}

/* The way of the command line: from a path to a change, or to nothing at all. */
static void
test_run (Fixture       *fixture,
          gconstpointer  data)
{
  static const char * const map[] = { "recognition.class=Mức", NULL };
  static const char * const bad_map[] = { "recognition.class=Chưa có", NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "danh sách.csv", NULL);
  g_autofree char *damaged = g_build_filename (fixture->folder, "damaged.xlsx", NULL);
  OcopImportOptions options = { .kind = OCOP_IMPORT_PRODUCTS, .map = map, .dry_run = TRUE };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopImportPlan) dry = NULL;
  g_autoptr(OcopImportPlan) plan = NULL;
  g_autofree char *undo = NULL;

  g_assert_true (g_file_set_contents (path, "Tên sản phẩm,Chủ thể,Mức\nGạo,HTX Mẫu,3\nTrà,HTX Mẫu,9", -1, NULL));
  g_assert_true (g_file_set_contents (damaged, "PK\003\004 no workbook", -1, NULL));

  dry = ocop_import_run (fixture->reg, path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 0);
  options.dry_run = FALSE;
  plan = ocop_import_run (fixture->reg, path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 1);
  g_assert_cmpint (import_count (fixture, "3"), ==, 1);
  g_assert_cmpuint (ocop_import_plan_count (plan, OCOP_IMPORT_WRONG), ==, 1);
  undo = ocop_register_dup_undo_name (fixture->reg);
  g_assert_nonnull (strstr (undo, "danh sách.csv"));

  g_assert_null (ocop_import_run (fixture->reg, damaged, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
  g_clear_error (&error);
  options.map = bad_map;
  g_assert_null (ocop_import_run (fixture->reg, path, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
  g_clear_error (&error);
  options.map = NULL;
  options.sheet = "Chưa có";
  g_assert_null (ocop_import_run (fixture->reg, path, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 1);
}

/* The rows that are wrong go out with their reasons and come in again, put right or not. */
static void
test_repairs (Fixture       *fixture,
              gconstpointer  data)
{
  static const char list[] = "STT,Tên sản phẩm,Chủ thể,Tỉnh,Hạng sao,Năm,Mã lạ\nI. HUYỆN MẪU\n1,Gạo,HTX Mẫu,Quảng Trị,7,2020,\"a\"\"b\"\n"
                             "2,Trà,HTX Mẫu,Quảng Trị,3,2020,\n3,Mật,,Quảng Trị,3,2020,";
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  g_autofree char *repairs = g_build_filename (fixture->folder, "repairs.xlsx", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "repairs.xlsx", NULL);
  OcopImportOptions options = { .kind = OCOP_IMPORT_PRODUCTS, .repairs = repairs };
  g_autoptr(GFile) file = g_file_new_for_path (repairs);
  g_autoptr(OcopImportPlan) plan = NULL;
  g_autoptr(OcopImportPlan) again = NULL;
  g_autoptr(OcopWorkbook) workbook = NULL;
  g_autoptr(GError) error = NULL;
  const OcopSheet *sheet;

  g_assert_true (g_file_set_contents (path, list, -1, NULL));
  plan = ocop_import_run (fixture->reg, path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  workbook = ocop_workbook_load (file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sheet = ocop_workbook_get_sheet (workbook, 0);
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 0, 6), ==, "Mã lạ");
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 1, 0), ==, "I. HUYỆN MẪU");
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 2, 1), ==, "Gạo");
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 2, 6), ==, "a\"b");
  g_assert_nonnull (strstr (ocop_sheet_get_text (sheet, 2, 7), "“7”"));
  g_assert_cmpstr (ocop_sheet_get_text (sheet, 4, 1), ==, "Mật");

  options.repairs = nowhere;
  again = ocop_import_run (fixture->reg, repairs, &options, NULL, NULL, NULL, &error);
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE);
  g_clear_error (&error);
  options.repairs = NULL;
  again = ocop_import_run (fixture->reg, repairs, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ocop_import_plan_get_n_rows (again), ==, ocop_import_plan_count (plan, OCOP_IMPORT_WRONG) + ocop_import_plan_count (plan, OCOP_IMPORT_DOUBTFUL));
  g_assert_cmpuint (ocop_import_plan_count (again, OCOP_IMPORT_WRONG), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 2);
}

static void
test_repairs_as_text (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char list[] = "Tên sản phẩm\tChủ thể\tHạng sao\nGạo\tHTX \"Mẫu\"\t7\n\"Trà\nxanh\"\tHTX Mẫu\t9";
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_new_from_text (list, "test", &error);
  g_autoptr(OcopSheetHeading) heading = ocop_sheet_heading_find (ocop_workbook_get_sheet (workbook, 0));
  g_autoptr(OcopImportPlan) plan = import_workbook (fixture, workbook, OCOP_IMPORT_PRODUCTS, NULL);
  g_autofree char *text = ocop_import_repairs_to_text (plan, heading, OCOP_IMPORT_BIT (OCOP_IMPORT_WRONG));
  g_autofree char *none = ocop_import_repairs_to_text (plan, heading, OCOP_IMPORT_BIT (OCOP_IMPORT_NEW));
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_no_error (error);
  g_assert_cmpstr (lines[0], ==, "Tên sản phẩm\tChủ thể\tHạng sao\tReason");
  g_assert_true (g_str_has_prefix (lines[1], "Gạo\t\"HTX \"\"Mẫu\"\"\"\t7\tcolumn C:"));
  g_assert_cmpstr (lines[2], ==, "\"Trà");
  g_assert_true (g_str_has_prefix (lines[3], "xanh\"\tHTX Mẫu\t9\t"));
  g_assert_cmpstr (none, ==, lines[0]);
}

/* What stands for an old font is not taken for a name. */
static void
test_legacy (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  OcopImportOptions options = { .kind = OCOP_IMPORT_PRODUCTS };
  g_autoptr(OcopImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "Tªn s¶n phÈm,Chñ thÓ,H¹ng sao\nG¹o s¹ch,Hîp t¸c x· MÉu,3", -1, NULL));
  plan = ocop_import_run (fixture->reg, path, &options, NULL, NULL, NULL, &error);
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
  g_assert_nonnull (strstr (error->message, "tcvn3"));
  g_clear_error (&error);
  options.encoding = OCOP_LEGACY_TCVN3;
  plan = ocop_import_run (fixture->reg, path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ocop_import_plan_get_row (plan, 0)->label, ==, "Gạo sạch");
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 1);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  OcopImportOptions options = { .kind = OCOP_IMPORT_PRODUCTS };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, HEADINGS RICE, -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (ocop_import_run (fixture->reg, path, &options, NULL, NULL, cancellable, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_CANCELLED);
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 0);
}

static void
test_no_name_column (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  OcopImportOptions options = { .kind = OCOP_IMPORT_PRODUCTS };
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "Chủ thể,Hạng sao\nHTX Mẫu,3", -1, NULL));
  g_assert_null (ocop_import_run (fixture->reg, path, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
}

#define ADD(name, function) g_test_add ("/import/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/* What a decision made is not a list's to change: its row says so, and the others are taken. */
static void
test_decided (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo sạch", NULL);
  g_autofree char *recognition = fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3",
                                              "score", "65", "decision_number", "9/QĐ-UBND", "decision_date", "2026-12-05", NULL);
  g_autofree char *decision = fixture_add (fixture, "decision", "kind", "recognition", "state", "issued", "number", "9/QĐ-UBND", NULL);
  g_autofree char *line = fixture_add (fixture, "decision_line", "decision", decision, "product", product, "recognition", recognition, NULL);
  g_autofree char *recognitions = NULL;
  g_autofree char *results = NULL;
  g_autofree char *said = NULL;
  g_autoptr(OcopImportPlan) plan =
    import_text (fixture, "Tên sản phẩm,Hạng sao,Điểm,Số quyết định,Ngày quyết định,Đơn vị cấp\nGạo sạch,3,99,9/QĐ-UBND,05/12/2026,UBND tỉnh\n"
                          "Trà,3,70,8/QĐ-UBND,05/12/2025,UBND tỉnh", OCOP_IMPORT_PRODUCTS, OCOP_IMPORT_UPDATE);

  said = import_says (plan, 0);
  g_assert_nonnull (strstr (said, "as what was issued says"));
  recognitions = import_dump (fixture, "recognition", (const char * const []) { "product.name", "score", NULL });
  g_assert_cmpstr (recognitions, ==, "Gạo sạch|6500\nTrà|7000");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  ADD ("sample", test_sample);
  ADD ("undo", test_undo);
  ADD ("csv-and-xlsx", test_csv_and_xlsx);
  ADD ("city-workbook", test_city_workbook);
  ADD ("producers", test_producers);
  ADD ("product-codes", test_product_codes);
  ADD ("run", test_run);
  ADD ("repairs", test_repairs);
  ADD ("repairs-as-text", test_repairs_as_text);
  ADD ("legacy", test_legacy);
  ADD ("decided", test_decided);
  ADD ("cancelled", test_cancelled);
  ADD ("no-name-column", test_no_name_column);
  fixture_add_cases ("/import/rows", cases, sizeof cases[0], G_N_ELEMENTS (cases), test_rows);
  return fixture_run_tests ();
}
