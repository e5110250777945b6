/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopProductPlace:
 * @locality: (nullable): the id of the commune
 * @commune: (nullable): its code
 * @province: (nullable): the code of its province
 *
 * Where a product is at home, by the administrative units of a day; what numbers are made of.
 */
typedef struct
{
  char *locality;
  char *commune;
  char *province;
} OcopProductPlace;

/* Nothing is known of a product without a commune. */
gboolean ocop_product_place_read   (OcopReader        *reader,
                                    const char        *product,
                                    OcopDate           on,
                                    OcopProductPlace  *place,
                                    GError           **error);
void     ocop_product_place_clear  (OcopProductPlace  *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OcopProductPlace, ocop_product_place_clear)

G_END_DECLS
