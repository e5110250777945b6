/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "import/desk-import-dry-run.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_ROW (desk_import_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportRow, desk_import_row, DESK, IMPORT_ROW, GObject)

/**
 * DeskImportRow:
 *
 * What a dry run says of one row of the list.
 */

/* @index: of the plan's rows */
DeskImportRow       *desk_import_row_new          (DeskImportDryRun *dry_run,
                                                   guint             index);

const OcopImportRow *desk_import_row_get          (DeskImportRow    *self);
const char          *desk_import_row_get_producer (DeskImportRow    *self);
/* Everything that is said of the row, parted by @separator. Free with g_free(). */
char                *desk_import_row_say          (DeskImportRow    *self,
                                                   const char       *separator);

G_END_DECLS
