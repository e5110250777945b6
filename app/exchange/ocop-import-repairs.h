/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/ocop-import-plan.h"

G_BEGIN_DECLS

/* Rows of a list to be put right in a spreadsheet program and brought in again: the columns as the list has them,
 * then why. */

/* Results as bits: those of the rows that somebody should look at. */
#define OCOP_IMPORT_BIT(result) (1u << (result))
#define OCOP_IMPORT_TO_REPAIR (OCOP_IMPORT_BIT (OCOP_IMPORT_WRONG) | OCOP_IMPORT_BIT (OCOP_IMPORT_DOUBTFUL))

/**
 * ocop_import_repairs_write:
 * @heading: of the list that @plan was made of
 * @results: which rows, as bits
 * @file: becomes an xlsx file; an older one is replaced
 *
 * Blocks. Numbers and days stay what they are; cells of which something is said
 * are marked. The titles of sections come along, for they may name the place of
 * the rows below.
 *
 * Returns: %FALSE with %OCOP_ERROR_STORAGE, naming the file.
 */
gboolean  ocop_import_repairs_write       (const OcopImportPlan    *plan,
                                           const OcopSheetHeading  *heading,
                                           guint                    results,
                                           GFile                   *file,
                                           GError                 **error);

/* The same for the clipboard: a line for each row, cells parted by tabs. Free with g_free(). */
char     *ocop_import_repairs_to_text     (const OcopImportPlan    *plan,
                                           const OcopSheetHeading  *heading,
                                           guint                    results);

G_END_DECLS
