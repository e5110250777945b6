/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-alphabet.h"

static void
test_compare (void)
{
  static const char * const names[] = {
    "An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Gia Lai", "Hà Nội",
    "Hồ Chí Minh", "Huế", "Thái Nguyên", "Thanh Hóa", "Vĩnh Long",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      g_assert_cmpint (CLAMP (ocop_alphabet_compare (names[i], names[j]), -1, 1), ==, i < j ? -1 : i > j);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alphabet/compare", test_compare);
  return g_test_run ();
}
