/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-text.h"

static void
test_ending (void)
{
  g_assert_true (ocop_text_ends_in ("list.xlsx", ".xlsx"));
  g_assert_true (ocop_text_ends_in ("DANH SÁCH.XLSX", ".xlsx"));
  g_assert_true (ocop_text_ends_in (".csv", ".csv"));
  g_assert_false (ocop_text_ends_in ("csv", ".csv"));
  g_assert_false (ocop_text_ends_in ("list.xlsx.ocop", ".xlsx"));
  g_assert_false (ocop_text_ends_in ("", ".csv"));
  g_assert_true (ocop_text_ends_in ("\xff.pdf", ".pdf"));
}

/* Spreadsheets count what is beyond the first plane twice. */
static void
test_units (void)
{
  static const struct { const char *text; gsize n_units; const char *start; } cases[] = {
    { "", 3, "" }, { "Gạo", 0, "" }, { "Gạo nếp", 3, "Gạo" }, { "Gạo", 3, "Gạo" }, { "a🌾b", 2, "a" }, { "a🌾b", 3, "a🌾" }, { "🌾🌾", 4, "🌾🌾" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *start = ocop_text_cut_units (cases[i].text, cases[i].n_units);

      g_assert_cmpstr (start, ==, cases[i].start);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/ending", test_ending);
  g_test_add_func ("/text/units", test_units);
  return g_test_run ();
}
