/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-packages.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "desk-file-chooser.h"
#include "desk-window.h"
#include "exchange/ocop-office-package.h"
#include "list/desk-progress-dialog.h"

/* What is asked for, while the folder is chosen and the workbooks are written. */
typedef struct
{
  GtkWidget *widget;
  OcopRegister *reg;
  GtkFileChooserNative *chooser;
  char *register_id;
  OcopDate on;
  guint n_written;
  char *folder;          /* once it is chosen */
  GtkWidget *dialog;     /* while it is written */
  DeskProgress *progress;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->chooser);
  g_clear_pointer (&job->progress, desk_progress_unref);
  g_object_unref (job->widget);
  g_object_unref (job->reg);
  g_free (job->register_id);
  g_free (job->folder);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static gpointer
write_packages (OcopReader    *reader,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Job *job = data;

  return ocop_office_packages_write (reader, job->register_id, job->on, job->folder, &job->n_written, desk_progress_report, job->progress,
                                     cancellable, error) ? job : NULL;
}

static char *
describe (const Job *job)
{
  g_autofree char *name = g_path_get_basename (job->folder);
  g_autofree char *shown = g_filename_display_name (name);

  return g_strdup_printf (ngettext ("The package of %u commune is in the folder “%s”; attached files and plans are not in it.",
                                    "The packages of %u communes are in the folder “%s”; attached files and plans are not in them.",
                                    job->n_written), job->n_written, shown);
}

static void
on_written (GObject      *reg,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error) != NULL ? describe (job) : NULL;
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
on_folder_chosen (Job *data,
                  int  response)
{
  g_autoptr(Job) job = data;
  g_autoptr(GFile) folder = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (job->chooser)) : NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  if (folder == NULL)
    return;
  job->folder = g_file_get_path (folder);
  job->dialog = desk_progress_dialog_new (job->widget, _("Writing the packages of the communes…"), cancellable);
  job->progress = desk_progress_dialog_dup_progress (DESK_PROGRESS_DIALOG (job->dialog));
  ocop_register_read_async (job->reg, OCOP_LANE_LONG, write_packages, job, NULL, NULL, cancellable, on_written, job);
  g_steal_pointer (&job);
}

void
desk_packages_export (GtkWidget    *widget,
                      OcopRegister *reg,
                      OcopDate      on)
{
  Job *job = g_new0 (Job, 1);

  job->widget = g_object_ref (widget);
  job->reg = g_object_ref (reg);
  job->register_id = g_strdup (ocop_register_get_id (reg));
  job->on = on;
  job->chooser = desk_file_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Folder for the Packages of Communes"),
                                        GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Write"), NULL);
  g_signal_connect_swapped (job->chooser, "response", G_CALLBACK (on_folder_chosen), job);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (job->chooser));
}
