/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * ocop_office_area_find_others:
 * @provinces: (out) (transfer full) (nullable): ids of the provinces, other than the office's own, that have
 *   products on the day @on; %NULL where there are none, and where the office's own is not known
 *
 * A province that became part of the office's own is not another one.
 *
 * Returns: %FALSE on failure.
 */
gboolean ocop_office_area_find_others (OcopReader        *reader,
                                       const OcopRecord  *office,
                                       OcopDate           on,
                                       char            ***provinces,
                                       GError           **error);

/**
 * ocop_office_area_narrow:
 * @products: a query of products; it loses those of other provinces
 * @provinces: (out) (optional) (transfer full) (nullable): which those are, as ocop_office_area_find_others() finds them
 *
 * Where a product lies in no known place, it is taken for the office's.
 *
 * Returns: %FALSE on failure.
 */
gboolean ocop_office_area_narrow      (OcopReader        *reader,
                                       OcopDate           on,
                                       OcopQuery         *products,
                                       char            ***provinces,
                                       GError           **error);

/* What a narrowed query leaves out, in the same words on screen and paper. */
const char *ocop_office_area_words    (void);

/* Whether the condition of a query with @operator on @field is one of ocop_office_area_narrow(). */
gboolean ocop_office_area_is_condition (const char       *field,
                                        const char       *operator);

G_END_DECLS
