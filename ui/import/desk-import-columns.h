/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "import/desk-import-job.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_COLUMNS (desk_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportColumns, desk_import_columns, DESK, IMPORT_COLUMNS, GtkWidget)

/**
 * DeskImportColumns:
 *
 * The columns of the list that a #DeskImportJob has read, and which field each
 * holds; what a person chooses goes to the job.
 */

void desk_import_columns_set_job (DeskImportColumns *self,
                                  DeskImportJob     *job);

/* What the rows of lists belong to that do not say so: chosen at first. @parent: (nullable) */
void desk_import_columns_set_parent (DeskImportColumns *self,
                                     const OcopRecord  *parent);

G_END_DECLS
