/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-list-spec.h"
#include "register/ocop-reader.h"
#include "report/ocop-paper-table.h"

G_BEGIN_DECLS

/**
 * desk_list_table_new:
 * @columns: (element-type guint): places in the spec, in the order shown
 * @numbered: whether rows are numbered, as on paper
 * @keys: (element-type gint64): of the records, in their order
 *
 * What a list shows as a table of a document. Rows are read while the table is
 * rendered, by the thread that has @reader, which with @query and @keys must
 * stay until then. Such a table is rendered once.
 */
OcopPaperTable *desk_list_table_new (const DeskListSpec *spec,
                                     const GArray       *columns,
                                     gboolean            numbered,
                                     OcopReader         *reader,
                                     const OcopQuery    *query,
                                     const GArray       *keys);

G_END_DECLS
