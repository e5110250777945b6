/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ocop_postal_address:
 * @address: (nullable): as it was typed, "Thôn 8" as often as "Thôn 8, xã Đồng Xanh, tỉnh Thực Hành"
 * @places: (array zero-terminated=1): the places that it lies in, the smallest first
 *
 * Returns: (transfer full) (nullable): the address with those places that it does not name yet; %NULL when
 * there is neither.
 */
char *ocop_postal_address (const char         *address,
                           const char * const *places);

G_END_DECLS
