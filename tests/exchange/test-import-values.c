/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-values.h"

#include <locale.h>

#include "exchange/ocop-import-lost-zeros-private.h"

static void
test_class (void)
{
  static const struct { const char *text; gint64 stars; } cases[] = {
    { "4", 4 }, { "4 sao", 4 }, { "4*", 4 }, { "★★★★", 4 }, { "★★★☆☆", 3 }, { "***", 3 }, { "⭐⭐⭐", 3 }, { "bốn sao", 4 },
    { "Hạng 4 sao", 4 }, { "OCOP 5 sao", 5 }, { "5 sao tiềm năng", 5 }, { "Ba Sao", 3 }, { "bo\314\202\314\201n sao", 4 },
    { "Đạt hạng 3 sao", 3 }, { "4 stars", 4 }, { "2", 2 },
    { "", 0 }, { "6", 0 }, { "0", 0 }, { "sao", 0 }, { "3-4 sao", 0 }, { "44", 0 }, { "xuất sắc", 0 }, { "4 điểm", 0 }, { "3,5", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 stars;
      gboolean read = ocop_import_parse_class (cases[i].text, &stars);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read, ==, cases[i].stars != 0);
      if (read)
        g_assert_cmpint (stars, ==, cases[i].stars);
    }
}

static void
test_outcome (void)
{
  static const struct { const char *text, *outcome, *ending; } cases[] = {
    { "công nhận", "recognised", NULL }, { "Đã công nhận", "recognised", NULL }, { "Công nhận lại", "recognised", NULL },
    { "tiềm năng 5 sao (đề nghị Trung ương)", "potential5", NULL }, { "Đã trình Trung ương", "potential5", NULL },
    { "đã thu hồi", "recognised", "revoked" }, { "Còn hiệu lực", "recognised", NULL }, { "hết hạn", "recognised", NULL },
    { "không đạt", NULL, NULL }, { "chờ", NULL, NULL }, { "không công nhận", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *outcome, *ending;

      g_assert_cmpint (ocop_import_parse_outcome (cases[i].text, &outcome, &ending), ==, cases[i].outcome != NULL);
      g_assert_cmpstr (outcome, ==, cases[i].outcome);
      g_assert_cmpstr (ending, ==, cases[i].ending);
    }
}

static void
test_producer_kind (void)
{
  static const struct { const char *text, *kind; } cases[] = {
    { "HTX", "cooperative" }, { "Hợp tác xã", "cooperative" }, { "HTX Nông nghiệp Đồng Mẫu", "cooperative" },
    { "Liên hiệp HTX", "cooperative" }, { "THT", "cooperative-group" }, { "Tổ hợp tác nuôi ong", "cooperative-group" },
    { "Cty TNHH Mẫu", "enterprise" }, { "Công ty CP Mẫu", "enterprise" }, { "Doanh nghiệp", "enterprise" },
    { "DNTN Mẫu", "enterprise" }, { "Chi nhánh Công ty Mẫu", "enterprise" }, { "Trang trại", "farm" },
    { "Hộ kinh doanh/hộ sản xuất", "household" }, { "HKD", "household" }, { "Hộ sản xuất và kinh doanh Mẫu", "household" },
    { "Cơ sở sản xuất", "workshop" }, { "CSSX Mẫu", "workshop" }, { "Hội nông dân", "association" },
    { "Hội An", "association" }, { "Mẫu", NULL }, { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ocop_import_parse_producer_kind (cases[i].text), ==, cases[i].kind);
}

static void
test_says_as_much (void)
{
  static const struct { const char *text, *key; gboolean as_much; } cases[] = {
    { "Doanh nghiệp nhỏ và vừa", "enterprise", TRUE }, { "Doanh nghiệp", "enterprise", FALSE },
    { "Công ty TNHH Mẫu", "enterprise", FALSE }, { "HTX", "cooperative", TRUE }, { "Liên hiệp HTX", "cooperative", FALSE },
    { "Hộ kinh doanh", "household", TRUE }, { "Hộ sản xuất", "household", FALSE }, { "Nữ", "female", TRUE },
    { "Bà", "female", FALSE }, { "lần đầu", "first", TRUE }, { "mới", "first", FALSE }, { "Xã", "commune", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ocop_import_says_as_much (cases[i].text, cases[i].key), ==, cases[i].as_much);
    }
}

static void
test_recognition_kind (void)
{
  static const struct { const char *text, *kind; gboolean whole; } cases[] = {
    { "lần đầu", "first", TRUE }, { "Công nhận lần đầu", "first", FALSE }, { "mới", "first", TRUE },
    { "nâng hạng", "upgrade", TRUE }, { "nâng hạng từ 3 sao", "upgrade", FALSE }, { "đánh giá lại", "again", TRUE },
    { "công nhận lại", "again", TRUE }, { "tên chủ thể bị cắt", NULL, FALSE }, { "92,33 điểm", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean whole;

      g_assert_cmpstr (ocop_import_parse_recognition_kind (cases[i].text, &whole), ==, cases[i].kind);
      g_assert_cmpint (whole, ==, cases[i].whole);
    }
}

static void
test_score (void)
{
  static const struct { const char *text; gint64 hundredths; gboolean whole; } cases[] = {
    { "92,33 điểm", 9233, TRUE }, { "90.5 điểm", 9050, TRUE }, { "đạt 70 Điểm, nâng hạng", 7000, FALSE },
    { "92,33", -1, FALSE }, { "điểm cao", -1, FALSE }, { "120 điểm", -1, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 hundredths;
      gboolean whole, found = ocop_import_find_score (cases[i].text, &hundredths, &whole);

      g_assert_cmpint (found ? hundredths : -1, ==, cases[i].hundredths);
      g_assert_cmpint (whole, ==, cases[i].whole);
    }
}

static void
test_date (void)
{
  static const struct { const char *text, *date; } cases[] = {
    { "15/01/2020", "2020-01-15" }, { "15-01-2020", "2020-01-15" }, { "2020-01-15", "2020-01-15" }, { "2020", "2020" },
    { "ngày 15 tháng 01 năm 2020", "2020-01-15" }, { "43845", "2020-01-15" }, { "36526", "2000-01-01" }, { "11/2023", "2023" },
    { "31/02/2020", NULL }, { "13/2023", NULL }, { "12345", NULL }, { "hôm qua", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char text[OCOP_DATE_TEXT_SIZE];
      OcopDate date;
      gboolean read = ocop_import_parse_date (cases[i].text, &date);

      g_assert_cmpstr (read ? ocop_date_to_text (date, text) : NULL, ==, cases[i].date);
    }
}

static void
test_decision (void)
{
  static const struct { const char *text, *number, *date; } cases[] = {
    { "136/QĐ-UBND", "136/QĐ-UBND", "" }, { "136/QĐ-UBND ngày 15/01/2020", "136/QĐ-UBND", "2020-01-15" },
    { "377 (Bộ NN&PTNT)", "377 (Bộ NN&PTNT)", "" }, { "136/QĐ-UBND, ngày 15/1/2020", "136/QĐ-UBND", "2020-01-15" },
    { "ngày 15/01/2020", NULL, "2020-01-15" }, { "136/QĐ-UBND ngày mai", "136/QĐ-UBND ngày mai", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = NULL;
      char text[OCOP_DATE_TEXT_SIZE];
      OcopDate date;

      ocop_import_parse_decision (cases[i].text, &number, &date);
      g_assert_cmpstr (number, ==, cases[i].number);
      g_assert_cmpstr (ocop_date_to_text (date, text), ==, cases[i].date);
    }
}

static void
test_set (void)
{
  static const struct { const char *text, *code; } cases[] = {
    { "QD26-04", "QD26-04" }, { "4", "QD26-04" }, { "04", "QD26-04" }, { "Bộ sản phẩm 12", "QD26-12" },
    { "27", NULL }, { "Thực phẩm", NULL }, { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = ocop_import_parse_set (cases[i].text);

      g_assert_cmpstr (code, ==, cases[i].code);
    }
}

static void
test_unit (void)
{
  static const struct { const char *text, *type, *level, *name; } cases[] = {
    { "xã Trường Đông", "xã", "commune", "Trường Đông" }, { "Xã  Trường Đông", "xã", "commune", "Trường Đông" },
    { "thị trấn Cửa Tùng", "thị trấn", "commune", "Cửa Tùng" }, { "TT. Cửa Tùng", "thị trấn", "commune", "Cửa Tùng" },
    { "đặc khu Cồn Cỏ", "đặc khu", "commune", "Cồn Cỏ" }, { "P. Gia Lộc", "phường", "commune", "Gia Lộc" },
    { "huyện Vĩnh Linh", "huyện", "district", "Vĩnh Linh" }, { "TX Ba Đồn", "thị xã", "district", "Ba Đồn" },
    { "TP. Hà Tĩnh", "thành phố", NULL, "Hà Tĩnh" }, { "TP Hà Tĩnh", "thành phố", NULL, "Hà Tĩnh" },
    { "Tỉnh Quảng Trị", "tỉnh", "province", "Quảng Trị" }, { "Quận 1", "quận", "district", "Quận 1" },
    { "Phường 12", "phường", "commune", "Phường 12" }, { "xa\314\203 Tru\314\233\314\200o\314\233ng", "xã", "commune", "Trừơng" },
    { "Vĩnh Linh", NULL, NULL, "Vĩnh Linh" }, { "Phú Thọ", NULL, NULL, "Phú Thọ" }, { "Xã", NULL, NULL, "Xã" },
    { "Tpoi", NULL, NULL, "Tpoi" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(OcopImportUnitName) unit = ocop_import_parse_unit (cases[i].text);

      g_assert_cmpstr (unit.type, ==, cases[i].type);
      g_assert_cmpstr (unit.level, ==, cases[i].level);
      g_assert_cmpstr (unit.name, ==, cases[i].name);
    }
}

static void
test_cell_error (void)
{
  g_assert_true (ocop_import_is_cell_error ("#REF!"));
  g_assert_true (ocop_import_is_cell_error ("#N/A"));
  g_assert_false (ocop_import_is_cell_error ("#1"));
  g_assert_false (ocop_import_is_cell_error ("REF"));
}

static void
test_lost_zeros (void)
{
  static const struct { const char *text, *phone, *tax_code; } cases[] = {
    { "912345678", "0912345678", "0912345678" }, { "2331234567", "02331234567", NULL }, { "0912345678", NULL, NULL },
    { "112345678", NULL, "0112345678" }, { "312345678-001", NULL, "0312345678-001" }, { "912 345 678", NULL, NULL },
    { "", NULL, NULL }, { "91234567", NULL, NULL }, { "912345678; 987654321", NULL, NULL }, { "312345678-1", NULL, NULL },
    { "012345678901", NULL, NULL },
  };
  static const struct { const char *text, *level, *code; } codes[] = {
    { "123", NULL, "00123" }, { "19360", NULL, NULL }, { "4", "province", "04" }, { "44", "province", NULL }, { "7", "district", "007" },
    { "1A", NULL, NULL }, { "123456", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *phone = ocop_import_restore_phone (cases[i].text);
      g_autofree char *tax_code = ocop_import_restore_tax_code (cases[i].text);

      g_assert_cmpstr (phone, ==, cases[i].phone);
      g_assert_cmpstr (tax_code, ==, cases[i].tax_code);
    }
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *code = ocop_import_restore_unit_code (codes[i].text, codes[i].level);

      g_assert_cmpstr (code, ==, codes[i].code);
    }
}

static void
test_term (void)
{
  static const struct
  {
    const char *text, *first, *last; /* NULL: no such words */
  } cases[] = {
    { "Quý III/2025", "2025-07-01", "2025-09-30" },
    { "quý 1 năm 2024", "2024-01-01", "2024-03-31" },
    { "Quý II - III/2025", "2025-04-01", "2025-09-30" },
    { "Tháng 2/2024", "2024-02-01", "2024-02-29" },
    { "tháng 4-6/2025", "2025-04-01", "2025-06-30" },
    { "6/2025", "2025-06-01", "2025-06-30" },
    { "Cả năm 2025", "2025-01-01", "2025-12-31" },
    { "Trong năm 2025", "2025-01-01", "2025-12-31" },
    { "Năm 2025", "2025-01-01", "2025-12-31" },
    { "Quý V/2025", NULL, NULL },
    { "31/12/2025", NULL, NULL },
    { "5/11/2025", NULL, NULL },
    { "Thường xuyên", NULL, NULL },
    { "tháng 13/2025", NULL, NULL },
    { "2025", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char text[OCOP_DATE_TEXT_SIZE];
      OcopDate date;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ocop_import_parse_term (cases[i].text, FALSE, &date), ==, cases[i].first != NULL);
      if (cases[i].first == NULL)
        continue;
      g_assert_cmpstr (ocop_date_to_text (date, text), ==, cases[i].first);
      g_assert_true (ocop_import_parse_term (cases[i].text, TRUE, &date));
      g_assert_cmpstr (ocop_date_to_text (date, text), ==, cases[i].last);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-values/class", test_class);
  g_test_add_func ("/import-values/outcome", test_outcome);
  g_test_add_func ("/import-values/producer-kind", test_producer_kind);
  g_test_add_func ("/import-values/says-as-much", test_says_as_much);
  g_test_add_func ("/import-values/recognition-kind", test_recognition_kind);
  g_test_add_func ("/import-values/score", test_score);
  g_test_add_func ("/import-values/date", test_date);
  g_test_add_func ("/import-values/decision", test_decision);
  g_test_add_func ("/import-values/set", test_set);
  g_test_add_func ("/import-values/unit", test_unit);
  g_test_add_func ("/import-values/cell-error", test_cell_error);
  g_test_add_func ("/import-values/lost-zeros", test_lost_zeros);
  g_test_add_func ("/import-values/term", test_term);
  return g_test_run ();
}
