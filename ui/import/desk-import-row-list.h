/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "import/desk-import-row.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_ROW_LIST (desk_import_row_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportRowList, desk_import_row_list, DESK, IMPORT_ROW_LIST, GObject)

/**
 * DeskImportRowList:
 *
 * A #GListModel of #DeskImportRow: the rows of a dry run, all or those with one
 * result. The rows are made only where somebody looks.
 */

DeskImportRowList *desk_import_row_list_new         (void);

/* @dry_run: (nullable): carried out; %NULL empties the list */
void               desk_import_row_list_set_dry_run (DeskImportRowList *self,
                                                     DeskImportDryRun  *dry_run);
DeskImportDryRun  *desk_import_row_list_get_dry_run (DeskImportRowList *self);

/* %OCOP_IMPORT_N_RESULTS shows all rows. */
void               desk_import_row_list_set_shown   (DeskImportRowList *self,
                                                     OcopImportResult   result);

OcopImportResult   desk_import_row_list_get_shown   (DeskImportRowList *self);

G_END_DECLS
