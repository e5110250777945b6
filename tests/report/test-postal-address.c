/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of its places an address still has to be given. */

#include "report/ocop-postal-address.h"

static void
test_places (void)
{
  static const struct { const char *address, *full; } cases[] = {
    { NULL, "xã Tân Hồng, tỉnh Đồng Tháp" },
    { "Ấp 1", "Ấp 1, xã Tân Hồng, tỉnh Đồng Tháp" },
    { "Ấp 1, xã Tân Hồng, tỉnh Đồng Tháp", "Ấp 1, xã Tân Hồng, tỉnh Đồng Tháp" },
    { "Ấp 1, Xã Tân Hồng", "Ấp 1, Xã Tân Hồng, tỉnh Đồng Tháp" },
    { "Ấp 1, xã Tân Hồng Cơ", "Ấp 1, xã Tân Hồng Cơ, xã Tân Hồng, tỉnh Đồng Tháp" },
  };
  static const char * const places[] = { "xã Tân Hồng", "tỉnh Đồng Tháp", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *full = ocop_postal_address (cases[i].address, places);

      g_assert_cmpstr (full, ==, cases[i].full);
    }
  g_assert_null (ocop_postal_address (NULL, places + 2));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/postal-address/places", test_places);
  return g_test_run ();
}
