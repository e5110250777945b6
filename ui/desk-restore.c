/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A backup put in the place of the open register. */

#include "desk-backup.h"

#include <glib/gi18n.h>

#include "desk-file-chooser.h"
#include "desk-settings.h"
#include "desk-window-private.h"
#include "register/ocop-backup-archive.h"
#include "register/ocop-backups.h"

typedef struct
{
  DeskWindow *window;
  char *backup;
  char *path; /* of the register */
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  g_object_unref (restoring->window);
  g_free (restoring->backup);
  g_free (restoring->path);
  g_free (restoring);
}

static void
restore (GTask        *task,
         gpointer      window,
         gpointer      data,
         GCancellable *cancellable)
{
  const Restoring *restoring = data;
  char *kept = NULL;
  GError *error = NULL;
  gboolean good = ocop_backup_archive_is (restoring->backup)
                  ? ocop_backup_archive_restore (restoring->backup, restoring->path, &kept, &error)
                  : ocop_register_restore (restoring->backup, restoring->path, &kept, &error);

  if (good)
    g_task_return_pointer (task, kept, g_free);
  else
    g_task_return_error (task, error);
}

static void
on_restored (GObject      *window,
             GAsyncResult *result,
             gpointer      data)
{
  const Restoring *restoring = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *kept = g_task_propagate_pointer (G_TASK (result), &error);

  /* Where it failed, the register stands as it was. */
  desk_window_open (restoring->window, restoring->path);
  if (error != NULL)
    desk_window_show_error (restoring->window, error);
  else if (kept != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Restored. What stood there before is kept as %s"), kept);

      desk_window_say (restoring->window, text);
    }
}

static void
on_closed (GObject      *reg,
           GAsyncResult *result,
           gpointer      data)
{
  Restoring *restoring = data;
  g_autoptr(GTask) task = g_task_new (restoring->window, NULL, on_restored, NULL);

  g_task_set_task_data (task, restoring, (GDestroyNotify) restoring_free);
  g_task_run_in_thread (task, restore);
}

static void
on_answer (GtkDialog *dialog,
           int        response,
           Restoring *restoring)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_ACCEPT && desk_window_get_register (restoring->window) != NULL)
    desk_window_close_register (restoring->window, on_closed, restoring);
  else
    restoring_free (restoring);
}

/* Takes @restoring. */
static void
ask (Restoring *restoring)
{
  g_autofree char *name = g_path_get_basename (restoring->backup);
  GtkWidget *dialog = gtk_message_dialog_new (GTK_WINDOW (restoring->window), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE,
                                              _("Put the backup %s in the place of this register?"), name);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog),
                                            _("What was written since that backup is no longer shown. The register as it is now is kept beside it under another name."));
  gtk_dialog_add_buttons (GTK_DIALOG (dialog), _("_Cancel"), GTK_RESPONSE_CANCEL, _("_Restore"), GTK_RESPONSE_ACCEPT, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  g_signal_connect (dialog, "response", G_CALLBACK (on_answer), restoring);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_backup_chosen (GtkNativeDialog *dialog,
                  int              response,
                  DeskWindow      *window)
{
  OcopRegister *reg = desk_window_get_register (window);
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  g_object_unref (dialog);
  if (response != GTK_RESPONSE_ACCEPT || file == NULL || reg == NULL)
    return;
  {
    Restoring *restoring = g_new (Restoring, 1);

    *restoring = (Restoring) { g_object_ref (window), g_file_get_path (file), g_strdup (ocop_register_get_path (reg)) };
    ask (restoring);
  }
}

static void
show_chooser (DeskWindow *window)
{
  static const DeskFileKind backups[] = { { N_("Backups (*.ocop, *.zip)"), "ocop;zip" }, { NULL } };
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (window), _("Restore from a Backup"), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                         _("_Choose"), backups);
  g_autofree char *chosen = g_settings_get_string (desk_settings_get (), "backup-folder");
  g_autofree char *path = ocop_backups_dup_folder (chosen);
  g_autoptr(GFile) folder = g_file_new_for_path (path);

  if (g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_backup_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_elsewhere_answer (GtkDialog  *dialog,
                     int         response,
                     DeskWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_ACCEPT)
    show_chooser (window);
}

/* A copy that a person made may lie on a stick. */
static void
offer_elsewhere (DeskWindow *window,
                 const char *folder)
{
  g_autofree char *shown = g_filename_display_name (folder);
  GtkWidget *dialog = gtk_message_dialog_new (GTK_WINDOW (window), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_INFO,
                                              GTK_BUTTONS_CLOSE, "%s", _("There is no backup of this register yet."));

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog),
                                            _("The program keeps its backups in %s; one is made when a register that was changed is closed. A copy that you saved elsewhere can be chosen."),
                                            shown);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Choose a Copy…"), GTK_RESPONSE_ACCEPT);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_elsewhere_answer), window);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
choose_backup (DeskWindow *window)
{
  g_autofree char *chosen = g_settings_get_string (desk_settings_get (), "backup-folder");
  g_autofree char *folder = ocop_backups_dup_folder (chosen);

  if (ocop_date_is_known (ocop_backups_last (desk_window_get_register (window), chosen)))
    show_chooser (window);
  else
    offer_elsewhere (window, folder);
}

void
desk_backup_restore (DeskWindow *window)
{
  desk_window_if_saved (window, choose_backup);
}
