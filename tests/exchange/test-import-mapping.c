/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-error.h"
#include "fixture-cases.h"
#include "import-fixture.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  OcopWorkbook *workbook;
  OcopSheetHeading *heading;
} List;

static void
list_open (List       *list,
           const char *text)
{
  g_autoptr(GError) error = NULL;

  list->workbook = ocop_workbook_new_from_text (text, "list", &error);
  g_assert_no_error (error);
  list->heading = ocop_sheet_heading_find (ocop_workbook_get_sheet (list->workbook, 0));
}

static void
list_close (List *list)
{
  g_clear_pointer (&list->heading, ocop_sheet_heading_free);
  g_clear_pointer (&list->workbook, ocop_workbook_unref);
}

/* The fields of the columns, "-" for one that is not read. */
static char *
dump (const OcopImportMapping *mapping,
      const List              *list)
{
  GString *fields = g_string_new (NULL);

  for (guint i = 0; i < list->heading->columns->len; i++)
    {
      guint column = g_array_index (list->heading->columns, OcopHeadingColumn, i).column;
      const OcopImportField *field = ocop_import_mapping_get_field (mapping, column);

      g_string_append_printf (fields, "%s%s", i > 0 ? " " : "", field != NULL ? field->name : "-");
    }
  return g_string_free (fields, FALSE);
}

typedef struct
{
  const char *name;
  OcopImportKind kind;
  const char *text;
  const char *fields;
} HeadingCase;

static const HeadingCase cases[] = {
  { "English", OCOP_IMPORT_PRODUCTS,
    "product,entity,entity_type,commune,district,province,stars,status,year,decision_no,decision_date,issuer,note,source_url\n"
    "Gạo,HTX Mẫu,Hợp tác xã,,,Quảng Trị,3,công nhận,2019,1/QĐ,,,,x",
    "product.name producer.name producer.kind locality.commune locality.district locality.province recognition.class "
    "recognition.outcome recognition.year recognition.decision_number recognition.decision_date recognition.issuer "
    "recognition.note -" },
  { "Vietnamese", OCOP_IMPORT_PRODUCTS,
    "STT,Tên sản phẩm,Chủ thể,Loại hình,Xã/phường,Huyện (cũ),Tỉnh,Hạng sao,Tình trạng,Năm,Số quyết định,Ngày quyết định,"
    "Cơ quan ban hành,Ghi chú\n1,Gạo,,,,,,3,,,,,,",
    "- product.name producer.name producer.kind locality.commune locality.district locality.province recognition.class "
    "recognition.outcome recognition.year recognition.decision_number recognition.decision_date recognition.issuer "
    "recognition.note" },
  { "city workbook, two rows of headings", OCOP_IMPORT_PRODUCTS,
    "TT,Tên sản phẩm,Nhóm sản phẩm,Loại hình kinh doanh,Tên chủ thể,Xã/phường,Địa chỉ,Người đại diện,Điện thoại,"
    "Hạng sao hiện tại,Ngày hết hạn,Lần 1,,,,,Lần 2/nâng hạng,,,,,Ghi chú\n"
    ",,,,,,,,,,,hạng sao,ngày công nhận,năm,số quyết định,cơ quan ban hành,hạng sao,ngày công nhận,năm,số quyết định,"
    "cơ quan ban hành,\n"
    "1,Gạo,,,,,,,,4,,3,,,,,4,,,,,",
    "- product.name product.criteria_set producer.kind producer.name locality.commune producer.address "
    "producer.representative producer.phone recognition.class recognition.valid_until recognition1.class "
    "recognition1.decision_date recognition1.year recognition1.decision_number recognition1.issuer recognition2.class "
    "recognition2.decision_date recognition2.year recognition2.decision_number recognition2.issuer recognition.note" },
  { "one row, other words", OCOP_IMPORT_PRODUCTS,
    "TT;Tên SP;Tên đơn vị sản xuất;SĐT;Kết quả xếp hạng;QĐ số;Ngày ký;Hạn sử dụng\n1;Gạo;A;09;4 sao;1;2020;x",
    "- product.name producer.name producer.phone recognition.class recognition.decision_number recognition.decision_date -" },
  { "producers", OCOP_IMPORT_PRODUCERS,
    "STT,Tên chủ thể,Loại hình,Địa chỉ,Xã,Tỉnh,Mã số thuế,Điện thoại,Giới tính\n1,A,,,,,,,",
    "- producer.name producer.kind producer.address locality.commune locality.province producer.tax_code producer.phone "
    "producer.representative_gender" },
  { "units", OCOP_IMPORT_UNITS, "Mã,Tên đơn vị hành chính,Cấp,Tỉnh\n1,xã A,xã,Quảng Trị",
    "unit.code unit.name unit.level locality.province" },
};

static void
test_headings (gconstpointer data)
{
  const HeadingCase *tested = data;
  List list;
  g_autoptr(OcopImportMapping) mapping = NULL;
  g_autofree char *fields = NULL;

  list_open (&list, tested->text);
  mapping = ocop_import_mapping_new (tested->kind, list.heading);
  fields = dump (mapping, &list);
  g_assert_cmpstr (fields, ==, tested->fields);
  list_close (&list);
}

/* Each heading of the table of fields leads to its own field when it stands alone. */
static void
test_each_field (void)
{
  for (guint kind = OCOP_IMPORT_PRODUCTS; kind <= OCOP_IMPORT_UNITS; kind++)
    {
      g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (const OcopImportField *field = ocop_import_fields (kind); field->name != NULL; field++)
        {
          g_auto(GStrv) headings = g_strsplit (field->headings, "|", -1);

          g_assert_true (ocop_import_find_field (kind, field->name) == field);
          for (guint i = 0; headings[i] != NULL; i++)
            if (!g_hash_table_add (seen, g_strdup (headings[i])))
              g_error ("%s: “%s” stands for two fields", field->name, headings[i]);
        }
    }
}

static void
test_by_hand (void)
{
  List list;
  g_autoptr(OcopImportMapping) mapping = NULL;
  g_autoptr(GError) error = NULL;

  list_open (&list, "Tên sản phẩm,Chủ thể,Cột lạ\nGạo,A,3");
  mapping = ocop_import_mapping_new (OCOP_IMPORT_PRODUCTS, list.heading);
  g_assert_cmpuint (ocop_import_mapping_get (mapping, "recognition.class"), ==, OCOP_IMPORT_NO_COLUMN);
  g_assert_true (ocop_import_mapping_set_text (mapping, "recognition.class=cột LẠ", &error));
  g_assert_cmpuint (ocop_import_mapping_get (mapping, "recognition.class"), ==, 2);
  g_assert_true (ocop_import_mapping_set_text (mapping, "recognition.note=b", &error));
  g_assert_cmpuint (ocop_import_mapping_get (mapping, "recognition.note"), ==, 1);
  g_assert_cmpuint (ocop_import_mapping_get (mapping, "producer.name"), ==, OCOP_IMPORT_NO_COLUMN);
  g_assert_true (ocop_import_mapping_set_text (mapping, "recognition.note=", &error));
  g_assert_null (ocop_import_mapping_get_field (mapping, 1));
  g_assert_cmpstr (ocop_import_mapping_get_text (mapping, 1, "recognition.class"), ==, "3");

  g_assert_false (ocop_import_mapping_set_text (mapping, "recognition.class=Z", &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (ocop_import_mapping_set_text (mapping, "stars=A", &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (ocop_import_mapping_set_text (mapping, "recognition.class", &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
  list_close (&list);
}

/* The class that the list's mapping reads in its first row. */
static char *
read_class (const char *text,
            const char *assignment)
{
  List list;
  g_autoptr(OcopImportMapping) mapping = NULL;
  g_autoptr(GError) error = NULL;
  char *found;

  list_open (&list, text);
  mapping = ocop_import_mapping_new (OCOP_IMPORT_PRODUCTS, list.heading);
  if (assignment != NULL)
    {
      ocop_import_mapping_set_text (mapping, assignment, &error);
      g_assert_no_error (error);
      ocop_import_mapping_remember (mapping, &error);
      g_assert_no_error (error);
    }
  found = g_strdup (ocop_import_mapping_get_text (mapping, list.heading->first_row + 1, "recognition.class"));
  list_close (&list);
  return found;
}

static void
test_remembered (void)
{
  g_autofree char *before = read_class ("Tên sản phẩm,Chủ thể,Mức\nGạo,A,3", NULL);
  g_autofree char *corrected = read_class ("Tên sản phẩm,Chủ thể,Mức\nGạo,A,3", "recognition.class=Mức");
  g_autofree char *again = read_class ("TÊN SẢN PHẨM,chủ thể,mức\nTrà,B,4", NULL);
  g_autofree char *shifted = read_class (",Tên sản phẩm,Chủ thể,Mức\n,Mật,C,5", NULL);
  g_autofree char *other = read_class ("Tên sản phẩm,Mức\nGạo,3", NULL);

  g_assert_null (before);
  g_assert_cmpstr (corrected, ==, "3");
  g_assert_cmpstr (again, ==, "4");
  g_assert_cmpstr (shifted, ==, "5");
  g_assert_null (other);
}

/* What lies in the place of a remembered mapping may be anything. */
static void
test_spoilt_memory (void)
{
  static const char * const spoilt[] = { "", "[]", "{\"recognition.class\": 99}", "{\"nothing\": 0}", "{\"product.name\": {}}" };
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "ocop-desk", "mappings", NULL);
  g_autofree char *corrected = read_class ("Sản phẩm,Chủ thể,Bậc\nGạo,A,3", "recognition.class=Bậc");
  g_autoptr(GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_cmpstr (corrected, ==, "3");
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
        {
          g_autofree char *found = NULL;

          g_assert_true (g_file_set_contents (path, spoilt[i], -1, NULL));
          found = read_class ("Sản phẩm,Chủ thể,Bậc\nGạo,A,3", NULL);
          g_assert_true (found == NULL || strcmp (found, "3") == 0);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/import-mapping/headings", cases, sizeof cases[0], G_N_ELEMENTS (cases), test_headings);
  g_test_add_func ("/import-mapping/each-field", test_each_field);
  g_test_add_func ("/import-mapping/by-hand", test_by_hand);
  g_test_add_func ("/import-mapping/remembered", test_remembered);
  g_test_add_func ("/import-mapping/spoilt-memory", test_spoilt_memory);
  return fixture_run_tests ();
}
