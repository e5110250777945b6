/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* "xã Đồng Xanh", whether or not the name says already what it is the name of; free with g_free(). */
char       *ocop_report_unit_name      (const OcopRecord  *unit);

/* The title of the sector @key, "I" to "VI"; @key itself where the criteria sets know none. */
const char *ocop_report_sector_title   (const char        *key);

/**
 * ocop_report_describe_scope:
 * @base: (nullable): of products
 *
 * What a paper has to say of the products it leaves out: the place and the sector that
 * @base is narrowed to, and that it is a selection where it is narrowed by anything else.
 * The usual conditions on a product's state narrow nothing: each paper's title speaks of them.
 *
 * Returns: (transfer full) (nullable): %NULL when the paper is of all products.
 */
char       *ocop_report_describe_scope (OcopReader        *reader,
                                        const OcopQuery   *base);

G_END_DECLS
