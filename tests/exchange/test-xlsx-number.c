/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-xlsx-number-private.h"

#include <locale.h>

#define NUMBER OCOP_XLSX_FORMAT_NUMBER
#define DATE OCOP_XLSX_FORMAT_DATE
#define TIME OCOP_XLSX_FORMAT_TIME
#define PERCENT OCOP_XLSX_FORMAT_PERCENT

static void
test_format_codes (void)
{
  static const struct
  {
    const char *code;
    OcopXlsxFormat format;
  } cases[] = {
    { "General", NUMBER }, { "0.00", NUMBER }, { "#,##0", NUMBER }, { "0%", PERCENT }, { "0.0\\%", NUMBER }, { "@", NUMBER },
    { "dd/mm/yyyy", DATE }, { "[$-42A]dd/mm/yyyy;@", DATE }, { "yyyy\\-mm\\-dd", DATE }, { "mmm-yy", DATE },
    { "MM/YYYY", DATE }, { "mmmm", DATE }, { "yyyy", DATE }, { "[$-1010000]d/m/yyyy", DATE }, { "d/m/yyyy h:mm", DATE },
    { "\"ngày\" dd \"tháng\" mm \"năm\" yyyy", DATE },
    { "h:mm", TIME }, { "h:mm:ss AM/PM", TIME }, { "mm:ss.0", TIME }, { "[h]:mm", TIME }, { "[mm]:ss", TIME },
    { "#,##0\\ \"đồng\"", NUMBER }, { "0 \"sản phẩm đạt\"", NUMBER }, { "[Magenta]0", NUMBER }, { "[Red]#,##0_d", NUMBER },
    { "0.0\\d", NUMBER }, { "#,##0 [$VND]", NUMBER }, { "", NUMBER }, { "\"d", NUMBER }, { "[d", NUMBER }, { "0\\", NUMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (ocop_xlsx_format_of_code (cases[i].code), ==, cases[i].format);
    }
}

static void
test_format_ids (void)
{
  static const struct
  {
    guint id;
    OcopXlsxFormat format;
  } cases[] = {
    { 0, NUMBER }, { 4, NUMBER }, { 13, NUMBER }, { 14, DATE }, { 17, DATE }, { 18, TIME }, { 22, DATE }, { 23, NUMBER },
    { 27, DATE }, { 36, DATE }, { 37, NUMBER }, { 45, TIME }, { 47, TIME }, { 49, NUMBER }, { 50, DATE }, { 58, DATE },
    { 59, NUMBER }, { 164, NUMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ocop_xlsx_format_of_id (cases[i].id), ==, cases[i].format);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *raw;
    OcopXlsxFormat format;
    gboolean from_1904;
    const char *text;
    OcopCellType type;
  } cases[] = {
    { "4", NUMBER, FALSE, "4", OCOP_CELL_NUMBER },
    { "4.0", NUMBER, FALSE, "4", OCOP_CELL_NUMBER },
    { "-12", NUMBER, FALSE, "-12", OCOP_CELL_NUMBER },
    { "87.33", NUMBER, FALSE, "87.33", OCOP_CELL_NUMBER },
    { "87.329999999999998", NUMBER, FALSE, "87.33", OCOP_CELL_NUMBER },
    { "0.30000000000000004", NUMBER, FALSE, "0.3", OCOP_CELL_NUMBER },
    { "1.5E3", NUMBER, FALSE, "1500", OCOP_CELL_NUMBER },
    { "1E15", NUMBER, FALSE, "1000000000000000", OCOP_CELL_NUMBER },
    { "007", NUMBER, FALSE, "7", OCOP_CELL_NUMBER },
    { "84912345678", NUMBER, FALSE, "84912345678", OCOP_CELL_NUMBER },
    { "1E300", NUMBER, FALSE, "1e+300", OCOP_CELL_NUMBER },
    { "46164", DATE, FALSE, "2026-05-22", OCOP_CELL_DATE },
    { "44702", DATE, TRUE, "2026-05-22", OCOP_CELL_DATE },
    { "46164.354166666664", DATE, FALSE, "2026-05-22 08:30:00", OCOP_CELL_DATE },
    { "46163.9999999999", DATE, FALSE, "2026-05-22", OCOP_CELL_DATE },
    { "1", DATE, FALSE, "1900-01-01", OCOP_CELL_DATE },
    { "59", DATE, FALSE, "1900-02-28", OCOP_CELL_DATE },
    { "60", DATE, FALSE, "1900-02-29", OCOP_CELL_DATE },
    { "61", DATE, FALSE, "1900-03-01", OCOP_CELL_DATE },
    { "0", DATE, FALSE, "1900-01-00", OCOP_CELL_DATE },
    { "0", DATE, TRUE, "1904-01-01", OCOP_CELL_DATE },
    { "2958465", DATE, FALSE, "9999-12-31", OCOP_CELL_DATE },
    { "2958466", DATE, FALSE, "2958466", OCOP_CELL_NUMBER },
    { "-3", DATE, FALSE, "-3", OCOP_CELL_NUMBER },
    { "0.5", DATE, FALSE, "12:00:00", OCOP_CELL_TEXT },
    { "0.354166666666667", TIME, FALSE, "08:30:00", OCOP_CELL_TEXT },
    { "0.5", PERCENT, FALSE, "50%", OCOP_CELL_TEXT },
    { "1", PERCENT, FALSE, "100%", OCOP_CELL_TEXT },
    { "0.33333333333333331", PERCENT, FALSE, "33.33%", OCOP_CELL_TEXT },
    { "0.125", PERCENT, FALSE, "12.5%", OCOP_CELL_TEXT },
    { "1.5", TIME, FALSE, "36:00:00", OCOP_CELL_TEXT },
    { "không", NUMBER, FALSE, "#NUM!", OCOP_CELL_ERROR },
    { "nan", NUMBER, FALSE, "#NUM!", OCOP_CELL_ERROR },
    { "1e999", DATE, FALSE, "#NUM!", OCOP_CELL_ERROR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char text[OCOP_XLSX_NUMBER_TEXT_SIZE];

      g_test_message ("%s", cases[i].raw);
      g_assert_cmpint (ocop_xlsx_number_to_text (cases[i].raw, cases[i].format, cases[i].from_1904, text), ==, cases[i].type);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/xlsx-number/format-codes", test_format_codes);
  g_test_add_func ("/exchange/xlsx-number/format-ids", test_format_ids);
  g_test_add_func ("/exchange/xlsx-number/texts", test_texts);
  return g_test_run ();
}
