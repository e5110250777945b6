/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "import/desk-import-dry-run.h"

G_BEGIN_DECLS

/* The files of an import, chosen by a person. */

/* @data: an object; called only while it lives, and only when a file was chosen. @file: borrowed */
typedef void (*DeskImportFileChosen) (gpointer  data,
                                      GFile    *file);

void     desk_import_files_open          (GtkWindow            *window,
                                          DeskImportFileChosen  chosen);

/**
 * desk_import_files_save_repairs_async:
 *
 * Asks where to, and writes the wrong and doubtful rows of @dry_run there.
 */
void     desk_import_files_save_repairs_async  (GtkWindow            *window,
                                                DeskImportDryRun     *dry_run,
                                                GAsyncReadyCallback   callback);

/* (transfer full): the file; %NULL with %OCOP_ERROR_STORAGE, or %G_IO_ERROR_CANCELLED when none was chosen. */
GFile   *desk_import_files_save_repairs_finish (GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
