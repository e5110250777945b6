/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "import/desk-import-dry-run.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_DONE (desk_import_done_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportDone, desk_import_done, DESK, IMPORT_DONE, GtkWidget)

/**
 * DeskImportDone:
 *
 * What came of an import: what went in, what was left out and how to take it
 * back. The buttons activate import.save-repairs, import.choose and window.close.
 */

/* @dry_run: the one that was stored */
void desk_import_done_show         (DeskImportDone         *self,
                                    const DeskImportDryRun *dry_run);

/* @file: (nullable): where the rows to repair are */
void desk_import_done_show_repairs (DeskImportDone         *self,
                                    GFile                  *file);

G_END_DECLS
