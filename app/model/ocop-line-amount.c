/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-line-amount.h"

gint64
ocop_line_amount (const OcopRecord *line)
{
  gint64 quantity = ocop_record_get_integer (line, "quantity", -1);
  gint64 price = ocop_record_get_integer (line, "price", -1);
  guint64 product;

  if (quantity < 0 || price < 0 || !g_uint64_checked_mul (&product, (guint64) quantity, (guint64) price))
    return -1;
  return (gint64) (product / 100 + (product % 100 >= 50));
}
