/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/desk-import-list.h"

G_BEGIN_DECLS

/**
 * DeskImportReading:
 *
 * A list on its way from where it comes from to its cells, in a thread of its own.
 */
typedef struct _DeskImportReading DeskImportReading;

DeskImportReading *desk_import_reading_new_for_file (GFile              *file);
/* @name: what to call the cells */
DeskImportReading *desk_import_reading_new_for_text (const char         *text,
                                                     const char         *name);
/* What is read already, read otherwise. */
DeskImportReading *desk_import_reading_new_for_list (DeskImportList     *list,
                                                     guint               sheet_index);

/* How far it is, in thousandths: to be read by g_atomic_int_get(), released by g_atomic_rc_box_release(). */
gint              *desk_import_reading_ref_progress (DeskImportReading  *self);

/**
 * desk_import_reading_run_async:
 * @self: (transfer full)
 * @source: what the callback is called with
 * @kind: or %DESK_IMPORT_ANY_KIND
 * @recodes: whether text for old fonts is read as what it means
 */
void               desk_import_reading_run_async    (DeskImportReading   *self,
                                                     GObject             *source,
                                                     OcopImportKind       kind,
                                                     gboolean             recodes,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback);

/* (transfer full): %NULL with what ocop_workbook_load() and desk_import_list_new() fail with. */
DeskImportList    *desk_import_reading_run_finish   (GAsyncResult        *result,
                                                     GError             **error);

G_END_DECLS
