/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "import/desk-import-job.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_SOURCE (desk_import_source_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportSource, desk_import_source, DESK, IMPORT_SOURCE, GtkWidget)

/**
 * DeskImportSource:
 *
 * Where a list comes from: its file, the sheet of it, what kind of list it is
 * and whether it is written for old fonts.
 */

/* Once. */
void desk_import_source_set_job (DeskImportSource *self,
                                 DeskImportJob    *job);
/* The kind of list, as if somebody chose it. */
void desk_import_source_choose  (DeskImportSource *self,
                                 OcopImportKind    kind);

G_END_DECLS
