/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * ocop_records_load:
 * @field: a path from the kind: "decision", "session_product.session"
 * @value: that it is
 * @order: (nullable): the field by which they are ordered
 *
 * Returns: (transfer full) (element-type OcopRecord): the records of @kind that are not in the bin;
 *   %NULL on failure
 */
GPtrArray  *ocop_records_load      (OcopReader   *reader,
                                    const char   *kind,
                                    const char   *field,
                                    const char   *value,
                                    const char   *order,
                                    GError      **error);

/* @record: (out) (nullable): the record that @of links to by @field; %NULL where it links to none. */
gboolean    ocop_records_follow    (OcopReader        *reader,
                                    const OcopRecord  *of,
                                    const char        *field,
                                    OcopRecord       **record,
                                    GError           **error);

G_END_DECLS
