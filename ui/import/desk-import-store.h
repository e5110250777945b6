/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "import/desk-import-job.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_STORE (desk_import_store_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportStore, desk_import_store, DESK, IMPORT_STORE, GtkWidget)

/**
 * DeskImportStore:
 *
 * What storing a list would do, how rows that are there already are taken, how
 * far the work is, and the buttons that save the rows to repair and store the
 * others; when checking was cancelled, that checks the rows again. The buttons activate import.cancel, import.save-repairs and import.store.
 */

/* Once. */
void desk_import_store_set_job (DeskImportStore *self,
                                DeskImportJob   *job);

/* Says beside the buttons what was just done, until a file is read or stored. */
void desk_import_store_say     (DeskImportStore *self,
                                const char      *text);

G_END_DECLS
