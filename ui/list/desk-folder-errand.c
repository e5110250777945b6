/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-folder-errand.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "desk-file-chooser.h"
#include "desk-window.h"

typedef struct
{
  DeskFolderErrand errand;
  DeskFolderWriteFunc write;
  GDestroyNotify destroy;
  char *doing;
  char *folder;                    /* once it is chosen */
  GtkWidget *widget;
  GtkFileChooserNative *chooser;
  GtkWidget *dialog;               /* while it is written */
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->errand.progress, desk_progress_unref);
  if (job->destroy != NULL)
    job->destroy (job->errand.data);
  g_object_unref (job->errand.reg);
  g_object_unref (job->widget);
  g_object_unref (job->chooser);
  g_free (job->doing);
  g_free (job->folder);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static gpointer
run (OcopReader    *reader,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  const Job *job = data;

  return job->write (reader, &job->errand, cancellable, error);
}

static void
on_written (GObject      *reg,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (job->widget);

  gtk_window_destroy (GTK_WINDOW (job->dialog));
  if (window == NULL)
    return;
  if (text != NULL)
    desk_window_say_written_into (window, text, job->folder);
  else if (g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CANCELLED) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    desk_window_say_written_into (window, _("Cancelled: what was written before is in the folder."), job->folder);
  else
    desk_window_show_error (window, error);
}

static void
on_chosen (Job *data,
           int  response)
{
  g_autoptr(Job) job = data;
  g_autoptr(GFile) folder = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (job->chooser)) : NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  OcopRegister *reg = job->errand.reg;

  if (folder == NULL)
    return;
  job->errand.folder = job->folder = g_file_get_path (folder);
  job->dialog = desk_progress_dialog_new (job->widget, job->doing, cancellable);
  job->errand.progress = desk_progress_dialog_dup_progress (DESK_PROGRESS_DIALOG (job->dialog));
  ocop_register_read_async (reg, OCOP_LANE_LONG, run, job, NULL, g_free, cancellable, on_written, job);
  g_steal_pointer (&job);
}

void
desk_folder_errand_run (GtkWidget           *widget,
                        OcopRegister        *reg,
                        const char          *title,
                        const char          *doing,
                        DeskFolderWriteFunc  write,
                        gpointer             data,
                        GDestroyNotify       destroy)
{
  Job *job = g_new0 (Job, 1);

  job->errand = (DeskFolderErrand) { g_object_ref (reg), NULL, NULL, data };
  job->write = write;
  job->destroy = destroy;
  job->doing = g_strdup (doing);
  job->widget = g_object_ref (widget);
  job->chooser = desk_file_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)), title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Write"), NULL);
  g_signal_connect_swapped (job->chooser, "response", G_CALLBACK (on_chosen), job);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (job->chooser));
}

char *
desk_folder_errand_dup_name (const DeskFolderErrand *errand)
{
  g_autofree char *name = g_path_get_basename (errand->folder);

  return g_filename_display_name (name);
}
