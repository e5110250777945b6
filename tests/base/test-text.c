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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/ending", test_ending);
  return g_test_run ();
}
