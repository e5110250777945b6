/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-fields.h"
#include "exchange/ocop-sheet-heading.h"

G_BEGIN_DECLS

/**
 * ocop_import_guess_kind:
 * @otherwise: what it is taken for where the headings speak for several kinds alike
 *
 * The kind of list that a sheet is by its headings: one that it was brought in
 * as before, else the one with most columns that are known.
 */
OcopImportKind ocop_import_guess_kind (const OcopSheetHeading *heading,
                                       OcopImportKind          otherwise);

/* Whether a column is headed as the name of what one of the kinds is a list of; a cover page has none. */
gboolean       ocop_import_is_list    (const OcopSheetHeading *heading);

G_END_DECLS
