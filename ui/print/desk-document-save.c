/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-document-save.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "desk-file-chooser.h"
#include "list/desk-progress-dialog.h"

typedef struct
{
  OcopPaper *paper;
  const char *endings; /* the wished one first */
  char *path;
  GtkWidget *dialog;
  DeskProgress *progress;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  ocop_paper_unref (saving->paper);
  g_free (saving->path);
  g_clear_pointer (&saving->progress, desk_progress_unref);
  g_free (saving);
}

static void
run_saving (GTask        *task,
            gpointer      parent,
            gpointer      data,
            GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;

  if (desk_document_write (saving->paper, saving->path, desk_progress_report, saving->progress, cancellable, &error))
    g_task_return_pointer (task, g_strdup (saving->path), g_free);
  else
    g_task_return_error (task, error);
}

static void
on_completed (GTask *task)
{
  const Saving *saving = g_task_get_task_data (task);

  gtk_window_destroy (GTK_WINDOW (saving->dialog));
}

static void
on_place_chosen (GtkNativeDialog *chooser,
                 int              response,
                 GTask           *task)
{
  g_autoptr(GtkNativeDialog) owned = chooser;
  g_autoptr(GTask) owned_task = task;
  Saving *saving = g_task_get_task_data (task);

  saving->path = desk_file_chooser_dup_path (GTK_FILE_CHOOSER (chooser), response, saving->endings);
  if (saving->path == NULL)
    {
      g_task_return_new_error (task, OCOP_ERROR, OCOP_ERROR_CANCELLED, _("Cancelled; nothing was written"));
      return;
    }
  saving->dialog = desk_progress_dialog_new (g_task_get_source_object (task), _("Saving the report…"), g_task_get_cancellable (task));
  saving->progress = desk_progress_dialog_dup_progress (DESK_PROGRESS_DIALOG (saving->dialog));
  g_signal_connect (task, "notify::completed", G_CALLBACK (on_completed), NULL);
  g_task_run_in_thread (task, run_saving);
}

static const DeskFileKind *
find_kinds (const char *ending)
{
  static const DeskFileKind workbooks[] = { { N_("Excel workbook (.xlsx)"), "xlsx" }, { NULL } };
  static const DeskFileKind documents[] = { { N_("PDF document (.pdf)"), "pdf" }, { NULL } };

  return g_str_equal (ending, "xlsx") ? workbooks : documents;
}

void
desk_document_save_async (DeskDocument        *document,
                          GtkWindow           *parent,
                          const char          *ending,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GTask *task = g_task_new (parent, cancellable, callback, user_data);
  GtkFileChooserNative *chooser = desk_file_chooser_new (parent, _("Save the Report"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                                         find_kinds (ending));
  g_autofree char *title = ocop_text_to_file_name (document->title);
  g_autofree char *name = g_strconcat (title, ".", ending, NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->paper = ocop_paper_ref (document->paper);
  saving->endings = g_str_equal (ending, "xlsx") ? "xlsx;pdf" : "pdf;xlsx";
  g_task_set_task_data (task, saving, saving_free);
  /* The writer leaves nothing behind when it is cancelled, and says so itself. */
  g_task_set_check_cancellable (task, FALSE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_place_chosen), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

char *
desk_document_save_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
