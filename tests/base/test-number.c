/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-number.h"

static void
test_quantities (void)
{
  static const struct
  {
    gint64 hundredths;
    const char *text;
  } cases[] = {
    { 46000, "460" },
    { 46050, "460,5" },
    { 46005, "460,05" },
    { 100, "1" },
    { 0, "0" },
    { -5, "-0,05" },
    { -1050, "-10,5" },
    { 123456700, "1.234.567" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ocop_quantity_to_people (cases[i].hundredths);
      gint64 again;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (ocop_hundredths_parse (text, &again));
      g_assert_cmpint (again, ==, cases[i].hundredths);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/quantities", test_quantities);
  return g_test_run ();
}
