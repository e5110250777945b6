/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-province-list.h"

#include <string.h>

#include "base/ocop-error.h"

static GPtrArray *
load (void)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *provinces = ocop_province_list_load (&error);

  g_assert_no_error (error);
  return provinces;
}

/* Resolution 202/2025/QH15: 34 provinces out of 63. */
static void
test_counts (void)
{
  static const struct { OcopDate day; guint expected, cities; } cases[] = {
    { { 2026, 1, 1 }, 34, 6 },
    { { 2025, 7, 1 }, 34, 6 },
    { { 2025, 6, 30 }, 63, 6 },
    { { 2024, 12, 31 }, 63, 5 },
  };
  g_autoptr(GPtrArray) provinces = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
      guint cities = 0;

      for (guint j = 0; j < provinces->len; j++)
        {
          const OcopProvince *province = g_ptr_array_index (provinces, j);

          if (!ocop_province_is_in_force (province, cases[i].day))
            continue;
          g_assert_true (g_hash_table_add (codes, province->code));
          cities += g_str_equal (province->type, "thành phố");
        }
      g_assert_cmpuint (g_hash_table_size (codes), ==, cases[i].expected);
      g_assert_cmpuint (cities, ==, cases[i].cities);
    }
}

static void
test_every_former_one_resolves (void)
{
  g_autoptr(GPtrArray) provinces = load ();
  const OcopDate today = { 2026, 1, 1 };

  for (guint i = 0; i < provinces->len; i++)
    {
      const OcopProvince *now = ocop_province_list_in_force (provinces, g_ptr_array_index (provinces, i));

      g_assert_nonnull (now);
      g_assert_true (ocop_province_is_in_force (now, today));
    }
}

static void
test_successors (void)
{
  static const struct { const char *code, *former, *now; } cases[] = {
    { "02", "Hà Giang", "Tuyên Quang" },
    { "08", "Tuyên Quang", "Tuyên Quang" },
    { "15", "Yên Bái", "Lào Cai" },
    { "24", "Bắc Giang", "Bắc Ninh" },
    { "44", "Quảng Bình", "Quảng Trị" },
    { "49", "Quảng Nam", "Đà Nẵng" },
    { "52", "Bình Định", "Gia Lai" },
    { "60", "Bình Thuận", "Lâm Đồng" },
    { "77", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh" },
    { "80", "Long An", "Tây Ninh" },
    { "82", "Tiền Giang", "Đồng Tháp" },
    { "83", "Bến Tre", "Vĩnh Long" },
    { "91", "Kiên Giang", "An Giang" },
    { "01", "Hà Nội", "Hà Nội" },
    { "46", "Thừa Thiên Huế", "Huế" },
  };
  g_autoptr(GPtrArray) provinces = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OcopProvince *former = ocop_province_list_find (provinces, cases[i].code, ocop_date_new (2023, 1, 1));

      g_assert_cmpstr (former->name, ==, cases[i].former);
      g_assert_cmpstr (ocop_province_list_in_force (provinces, former)->name, ==, cases[i].now);
    }
  g_assert_null (ocop_province_list_find (provinces, "02", ocop_date_new (2026, 1, 1)));
}

static void
test_wrong_lines (void)
{
  static const char * const lines[] = {
    "1,Hà Nội,thành phố,,,",
    "01,,thành phố,,,",
    "01,Hà Nội,thành phố,,",
    "01,Hà Nội,thành phố,2025-02-30,,",
    "01,Hà Nội,thành phố,2025,,",
    "01,Hà Nội,thành phố,,,Huế",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = g_strconcat ("code,name,type,valid_from,valid_until,successor\n", lines[i], "\n", NULL);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr(GError) error = NULL;

      g_assert_null (ocop_province_list_parse (bytes, &error));
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
      g_assert_nonnull (strstr (error->message, " 2: "));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/province-list/counts", test_counts);
  g_test_add_func ("/province-list/every-former-one-resolves", test_every_former_one_resolves);
  g_test_add_func ("/province-list/successors", test_successors);
  g_test_add_func ("/province-list/wrong-lines", test_wrong_lines);
  return g_test_run ();
}
