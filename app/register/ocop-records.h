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

/* Narrows @query to certificates that still count on its day, those extended by Article 13.2 with
 * them; @path leads to the state of a recognition or of a product: "state", "product.state". */
void        ocop_records_where_in_force  (OcopQuery   *query,
                                          const char  *path);

/* Narrows a query of dossiers to those that have not come to an end of their procedure. */
void        ocop_records_where_under_way (OcopQuery *query);

/* The number of records of @query for which @path leads to the record @id; -1 on failure. */
gint64      ocop_records_count           (OcopReader       *reader,
                                          const OcopQuery  *query,
                                          const char       *path,
                                          const char       *id,
                                          GError          **error);

/* @record: (out) (nullable): the record that @of links to by @field; %NULL where it links to none. */
gboolean    ocop_records_follow    (OcopReader        *reader,
                                    const OcopRecord  *of,
                                    const char        *field,
                                    OcopRecord       **record,
                                    GError           **error);

G_END_DECLS
