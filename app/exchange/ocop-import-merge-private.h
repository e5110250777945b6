/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-match-private.h"

G_BEGIN_DECLS

/**
 * ocop_import_merge:
 * @entry: what is there
 * @record: what the row says of it
 * @settled: fields, ended by %NULL, in which a value that is known stays and nothing is said
 *
 * Brings the fields of @record that differ into the entry, as the way with
 * duplicates is, and says of each what happens. What an earlier row of the same
 * list left unknown is filled in always.
 */
void ocop_import_merge (OcopImportMatch    *match,
                        OcopImportEntry    *entry,
                        const OcopRecord   *record,
                        const char * const *settled);

G_END_DECLS
