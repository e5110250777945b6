/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-error.h"
#include "model/ocop-certificate-pattern.h"

/* The third certificate of decision 1587/QĐ-UBND of 2026; NULL where the pattern is refused. */
static const struct
{
  const char *pattern;
  const char *number;
} cases[] = {
  { "{number}-{decision}/GCN-OCOP", "03-1587/GCN-OCOP" },
  { "{so}-{quyet_dinh}/GCN-OCOP", "03-1587/GCN-OCOP" },
  { "OCOP/{nam}/{so}", "OCOP/2026/03" },
  { "{year}{so}", "202603" },
  { "Số {so}/GCN", "Số 03/GCN" },
  { "", NULL },
  { "GCN-OCOP", NULL },
  { "{quyet_dinh}/GCN", NULL },
  { "{so}-{number}", NULL },
  { "{so}-{so}", NULL },
  { "{so}-{tinh}", NULL },
  { "{so", NULL },
  { "{so}}", NULL },
  { "so}-{so}", NULL },
  { "{}{so}", NULL },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *filled = NULL;
      g_autofree char *number = NULL;

      if (ocop_certificate_pattern_check (cases[i].pattern, &error) != (cases[i].number != NULL))
        g_error ("“%s” is judged wrongly", cases[i].pattern);
      if (cases[i].number == NULL)
        {
          g_assert_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE);
          continue;
        }
      filled = ocop_certificate_pattern_fill (cases[i].pattern, "1587/QĐ-UBND", 2026);
      number = ocop_certificate_pattern_number (filled, 3);
      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

static void
test_default (void)
{
  g_assert_true (ocop_certificate_pattern_check (ocop_certificate_pattern_get_default (), NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/certificate-pattern/numbers", test_numbers);
  g_test_add_func ("/certificate-pattern/default", test_default);
  return g_test_run ();
}
