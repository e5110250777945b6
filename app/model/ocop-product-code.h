/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OcopProductCode:
 * @province: 2 digits
 * @commune: 5 digits
 * @number: the running number that the commune keeps, from 1: it stays the product's own
 * @year: of the evaluation, 2000 to 2099
 *
 * The code of a product, "44-19429-03-2026" (Form 01 of 26/2026/QĐ-TTg). Province and commune are
 * known by the codes of 19/2025/QĐ-TTg, text with leading zeros.
 */
typedef struct
{
  char province[3];
  char commune[6];
  guint number;
  guint year;
} OcopProductCode;

/* Whether @text is a product code, with nothing before or after it; @code is left as it was when
 * it is not. */
gboolean ocop_product_code_parse (const char       *text,
                                  OcopProductCode  *code);

/* The code of these parts, the number with at least two digits; %NULL where a part is not of its
 * form. Free with g_free(). */
char    *ocop_product_code_build (const char       *province,
                                  const char       *commune,
                                  guint             number,
                                  guint             year);

G_END_DECLS
