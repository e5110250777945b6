/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-product-code.h"

/* Parsed, and built again from its parts. */
static void
test_both_ways (void)
{
  static const struct { const char *text; OcopProductCode code; } cases[] = {
    { "44-19429-03-2026", { "44", "19429", 3, 2026 } },
    { "01-00004-12-2027", { "01", "00004", 12, 2027 } },
    { "96-32248-100-2026", { "96", "32248", 100, 2026 } },
    { "44-19429-999999-2099", { "44", "19429", 999999, 2099 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopProductCode code;
      g_autofree char *text = NULL;

      g_assert_true (ocop_product_code_parse (cases[i].text, &code));
      g_assert_cmpstr (code.province, ==, cases[i].code.province);
      g_assert_cmpstr (code.commune, ==, cases[i].code.commune);
      g_assert_cmpuint (code.number, ==, cases[i].code.number);
      g_assert_cmpuint (code.year, ==, cases[i].code.year);
      text = ocop_product_code_build (code.province, code.commune, code.number, code.year);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_not_parsed (void)
{
  static const char * const cases[] = {
    "", "-", "---", "44-19429-2026", "44-19429-03-2026-1", "44-19429-03-2026 ", " 44-19429-03-2026", "4-19429-03-2026",
    "044-19429-03-2026", "44-1942-03-2026", "44-19429--2026", "44-19429-00-2026", "44-19429-+3-2026", "44-19429-1000000-2026",
    "44-19429-03-1999", "44-19429-03-2100", "44-19429-03-26", "4a-19429-03-2026", "44.19429.03.2026", "44-19429-3a-2026",
  };
  OcopProductCode code = { "11", "22222", 3, 2044 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (ocop_product_code_parse (cases[i], &code))
      g_error ("“%s” is taken for a product code", cases[i]);
  g_assert_cmpstr (code.commune, ==, "22222");
}

static void
test_not_built (void)
{
  g_assert_null (ocop_product_code_build (NULL, "19429", 3, 2026));
  g_assert_null (ocop_product_code_build ("4", "19429", 3, 2026));
  g_assert_null (ocop_product_code_build ("44", "1942x", 3, 2026));
  g_assert_null (ocop_product_code_build ("44", "19429", 0, 2026));
  g_assert_null (ocop_product_code_build ("44", "19429", 3, 26));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/product-code/both-ways", test_both_ways);
  g_test_add_func ("/product-code/not-parsed", test_not_parsed);
  g_test_add_func ("/product-code/not-built", test_not_built);
  return g_test_run ();
}
