/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_PROGRESS_DIALOG (desk_progress_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskProgressDialog, desk_progress_dialog, DESK, PROGRESS_DIALOG, GtkWindow)

/* How far long work has come; told by the thread that does it. */
typedef struct _DeskProgress DeskProgress;

/**
 * desk_progress_dialog_new:
 * @parent: the widget whose window waits
 * @cancellable: what the Cancel button cancels
 *
 * Says what is being done, once it has taken a moment. End it with
 * gtk_window_destroy().
 */
GtkWidget    *desk_progress_dialog_new          (GtkWidget          *parent,
                                                 const char         *text,
                                                 GCancellable       *cancellable);

/* Returns: (transfer full): given to the thread that does the work. */
DeskProgress *desk_progress_dialog_dup_progress (DeskProgressDialog *self);
void          desk_progress_unref               (DeskProgress       *progress);

/* In any thread; fits #OcopPaperProgress with the progress as its data. */
void          desk_progress_report              (gsize               done,
                                                 gsize               total,
                                                 gpointer            progress);

G_END_DECLS
