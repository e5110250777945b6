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

G_END_DECLS
