/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "import/desk-import-dry-run.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_ROWS (desk_import_rows_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportRows, desk_import_rows, DESK, IMPORT_ROWS, GtkWidget)

/**
 * DeskImportRows:
 *
 * Shows what becomes of each row of a list: how many rows have which result,
 * as buttons that show those alone, and the rows.
 *
 * - #DeskImportRows::taking-chosen (name, #OcopImportTaking): how the producer
 *   of that name, who looks like another, is to be taken
 */

/* @dry_run: (nullable): carried out */
void  desk_import_rows_set_dry_run (DeskImportRows   *self,
                                    DeskImportDryRun *dry_run);

/* Which rows are shown, as the bits of ocop_import_repairs_write(). */
guint desk_import_rows_get_results (DeskImportRows   *self);

G_END_DECLS
