/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists typed with the fonts of the time before Unicode. */

#include "workbook-fixture.h"

#include <locale.h>
#include <string.h>

#include "base/ocop-error.h"

/* @unsure: only the cells beside it tell how it is written */
typedef struct
{
  const char *old, *meant;
  gboolean unsure;
} Pair;

static const Pair tcvn3[] = {
  { "S¶n phÈm", "Sản phẩm" }, { "Hîp t¸c x·", "Hợp tác xã" }, { "§­êng", "Đường" }, { "C«ng ty", "Công ty" },
  { "ChÌ xanh", "Chè xanh" }, { "g¹o", "gạo" }, { "n­íc m¾m", "nước mắm" }, { "MËt ong", "Mật ong" },
  { "TØnh Qu¶ng TrÞ", "Tỉnh Quảng Trị" }, { "huyÖn", "huyện" }, { "DANH S¸CH S¶N PHÈM", "DANH SÁCH SẢN PHẨM" },
  { "¨n", "ăn" }, { "muèi", "muối", TRUE }, { "b­ëi", "bưởi" }, { "r­îu", "rượu" }, { "kÑo l¹c", "kẹo lạc" }, { "h¹t tiªu", "hạt tiêu" },
  { "thuû s¶n", "thuỷ sản" }, { "t«m kh«", "tôm khô" }, { "Gµ", "Gà" },
};

static const Pair vni[] = {
  { "Saûn phaåm", "Sản phẩm" }, { "Hôïp taùc xaõ", "Hợp tác xã" }, { "Ñöôøng", "Đường" }, { "Coâng ty", "Công ty" },
  { "HÔÏP TAÙC XAÕ", "HỢP TÁC XÃ" }, { "huyeän", "huyện" }, { "nghieäp", "nghiệp" }, { "traø", "trà" }, { "Myõ", "Mỹ" },
  { "nöôùc maém", "nước mắm" }, { "Maät ong", "Mật ong" }, { "röôïu", "rượu" }, { "TAÂN TIEÁN", "TÂN TIẾN" }, { "chuoái", "chuối", TRUE },
  { "Baéc Ninh", "Bắc Ninh" }, { "ñaëc saûn", "đặc sản" }, { "Xaõ Vónh Thò", "Xã Vĩnh Thị" },
};

/* Nothing that people write in Unicode. */
static const char * const unicode[] = {
  "", "Rice", "Sản phẩm", "Hòa Bình", "Trà", "cà phê", "Hoà", "Thanh Hoá", "xoài", "quý", "Công ty", "25 °C", "m²", "5 × 3 cm",
  "Nhãn ABC®", "© 2026", "«Mẫu»", "1 – 2", "Ê Đê", "giá 5.000 ₫", "½ kg", "hoãn", "oán", "loà xoà", "Nguyên", "10 µm", "bà · ông", "Mèo",
};

static void
check_pairs (const Pair         *pairs,
             gsize               n_pairs,
             OcopLegacyEncoding  encoding)
{
  for (gsize i = 0; i < n_pairs; i++)
    {
      g_autofree char *recoded = ocop_legacy_text_recode (pairs[i].old, encoding);

      g_assert_cmpstr (recoded, ==, pairs[i].meant);
      g_test_message ("%s", pairs[i].old);
      g_assert_cmpint (ocop_legacy_text_recognise (pairs[i].old), ==, pairs[i].unsure ? OCOP_LEGACY_NONE : encoding);
      g_assert_cmpint (ocop_legacy_text_recognise (pairs[i].meant), ==, OCOP_LEGACY_NONE);
    }
}

static void
test_pairs (void)
{
  check_pairs (tcvn3, G_N_ELEMENTS (tcvn3), OCOP_LEGACY_TCVN3);
  check_pairs (vni, G_N_ELEMENTS (vni), OCOP_LEGACY_VNI);
}

static void
test_unicode (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unicode); i++)
    {
      g_test_message ("%s", unicode[i]);
      g_assert_cmpint (ocop_legacy_text_recognise (unicode[i]), ==, OCOP_LEGACY_NONE);
    }
}

/* Text that is Unicode for certain stays beside old text. */
static void
test_mixed (void)
{
  g_autofree char *kept = ocop_legacy_text_recode ("Hợp tác xã ¨", OCOP_LEGACY_TCVN3);
  g_autofree char *plain = ocop_legacy_text_recode ("Rice 5%", OCOP_LEGACY_VNI);

  g_assert_cmpstr (kept, ==, "Hợp tác xã ¨");
  g_assert_cmpstr (plain, ==, "Rice 5%");
}

/* Each letter of the alphabet with each tone, from its place in TCVN3 and back. */
static void
test_whole_table (void)
{
  static const char letters[] =
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
  g_autoptr(GHashTable) found = g_hash_table_new (NULL, NULL);

  for (gunichar c = 0xa1; c <= 0xff; c++)
    {
      char old[7] = { 0 };
      g_autofree char *meant = NULL;

      g_unichar_to_utf8 (c, old);
      meant = ocop_legacy_text_recode (old, OCOP_LEGACY_TCVN3);
      if (strcmp (old, meant) != 0 || c == 0xfd)
        g_hash_table_add (found, GUINT_TO_POINTER (g_utf8_get_char (meant)));
    }
  g_assert_cmpuint (g_hash_table_size (found), ==, g_utf8_strlen (letters, -1));
  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (g_hash_table_contains (found, GUINT_TO_POINTER (g_utf8_get_char (p))));
}

static void
test_sheet (void)
{
  const FixtureWorkbook fixture = {
    .sheet = "<sheetData><row><c t=\"inlineStr\"><is><t>S¶n phÈm</t></is></c><c t=\"inlineStr\"><is><t>Chñ thÓ</t></is></c></row>"
             "<row><c t=\"inlineStr\"><is><t>G¹o</t></is></c><c><v>3</v></c></row></sheetData>"
             "<mergeCells><mergeCell ref=\"A2:A2\"/></mergeCells>"
  };
  g_autoptr(GBytes) bytes = fixture_workbook (&fixture);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = fixture_load (bytes, &error);
  g_autoptr(OcopWorkbook) recoded = NULL;
  g_autofree char *cells = NULL;
  const char *sample;

  g_assert_no_error (error);
  g_assert_cmpint (ocop_sheet_recognise (ocop_workbook_get_sheet (workbook, 0), &sample), ==, OCOP_LEGACY_TCVN3);
  g_assert_cmpstr (sample, ==, "S¶n phÈm");
  recoded = ocop_workbook_recode (workbook, OCOP_LEGACY_TCVN3);
  cells = fixture_dump (ocop_workbook_get_sheet (recoded, 0));
  g_assert_cmpstr (cells, ==, "Sản phẩm|Chủ thể\nGạo|3");
  g_assert_cmpint (ocop_sheet_get_cell_type (ocop_workbook_get_sheet (recoded, 0), 1, 1), ==, OCOP_CELL_NUMBER);
  g_assert_cmpint (ocop_sheet_recognise (ocop_workbook_get_sheet (recoded, 0), &sample), ==, OCOP_LEGACY_NONE);
}

/* A csv file of bytes: neither UTF-8 nor refused. */
static void
test_csv (void)
{
  static const char list[] = "S\266n ph\310m,Ch\361 th\323\nG\271o,Hîp";
  g_autoptr(GBytes) bytes = g_bytes_new_static (list, strlen (list) - strlen ("îp"));
  g_autoptr(GBytes) other = g_bytes_new_static ("a,\200\nb", 5);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = fixture_load (bytes, &error);
  g_autofree char *cells = NULL;

  g_assert_no_error (error);
  cells = fixture_dump (ocop_workbook_get_sheet (workbook, 0));
  g_assert_cmpstr (cells, ==, "S¶n phÈm|Chñ thÓ\nG¹o|H");
  g_assert_null (fixture_load (other, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legacy-text/pairs", test_pairs);
  g_test_add_func ("/legacy-text/unicode", test_unicode);
  g_test_add_func ("/legacy-text/mixed", test_mixed);
  g_test_add_func ("/legacy-text/whole-table", test_whole_table);
  g_test_add_func ("/legacy-text/sheet", test_sheet);
  g_test_add_func ("/legacy-text/csv", test_csv);
  return g_test_run ();
}
