/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-backup.h"

#include <glib/gi18n.h>

#include "desk-file-chooser.h"
#include "desk-settings.h"
#include "desk-window-private.h"
#include "register/ocop-backups.h"

static char *
dup_chosen_folder (void)
{
  return g_settings_get_string (desk_settings_get (), "backup-folder");
}

/* Closing */

static void
close_register (GTask        *task,
                gpointer      reg,
                gpointer      folder,
                GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;

  /* A person who wants to go home is not held up: the overview warns where backups are missing. */
  if (ocop_register_was_changed (reg) && !ocop_backups_keep (reg, folder, ocop_date_today (), &error))
    g_message ("No backup was made: %s", error->message);
  ocop_register_close (reg);
  g_task_return_boolean (task, TRUE);
}

typedef struct
{
  GAsyncReadyCallback closed;
  gpointer data;
} Closing;

static void
on_closed (GObject      *reg,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree Closing *closing = data;
  GApplication *application = g_application_get_default ();

  if (closing->closed != NULL)
    closing->closed (reg, result, closing->data);
  if (application != NULL)
    g_application_release (application);
}

void
desk_backup_close_async (OcopRegister        *reg,
                         GAsyncReadyCallback  closed,
                         gpointer             data)
{
  GApplication *application = g_application_get_default ();
  Closing *closing = g_new (Closing, 1);
  g_autoptr(GTask) task = g_task_new (reg, NULL, on_closed, closing);

  *closing = (Closing) { closed, data };
  if (application != NULL)
    g_application_hold (application);
  g_task_set_task_data (task, dup_chosen_folder (), g_free);
  g_task_run_in_thread (task, close_register);
}

/* Warning */

static void
look_for_last (GTask        *task,
               gpointer      reg,
               gpointer      folder,
               GCancellable *cancellable)
{
  OcopDate last = ocop_backups_last (reg, folder);
  g_autofree char *day = ocop_date_to_people (last);

  if (!ocop_backups_is_missing (reg, last, ocop_date_today ()))
    g_task_return_pointer (task, NULL, NULL);
  else if (ocop_date_is_known (last))
    g_task_return_pointer (task, g_strdup_printf (_("The last backup of this register is of %s."), day), g_free);
  else
    g_task_return_pointer (task, g_strdup (_("There is no backup of this register yet.")), g_free);
}

void
desk_backup_warn_async (OcopRegister        *reg,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (reg, cancellable, callback, data);

  g_task_set_task_data (task, dup_chosen_folder (), g_free);
  g_task_run_in_thread (task, look_for_last);
}

char *
desk_backup_warn_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* Backing up */

typedef struct
{
  DeskWindow *window;
  char *path;
  gboolean open; /* whether the copy is opened afterwards */
} BackingUp;

static void
backing_up_free (BackingUp *backing_up)
{
  g_object_unref (backing_up->window);
  g_free (backing_up->path);
  g_free (backing_up);
}

static void
back_up (GTask        *task,
         gpointer      reg,
         gpointer      data,
         GCancellable *cancellable)
{
  const BackingUp *backing_up = data;
  GError *error = NULL;

  if (ocop_register_backup (reg, backing_up->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_backed_up (GObject      *reg,
              GAsyncResult *result,
              gpointer      data)
{
  const BackingUp *backing_up = g_task_get_task_data (G_TASK (result));
  g_autofree char *text = g_strdup_printf (_("Backed up to %s"), backing_up->path);
  g_autoptr(GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      desk_window_show_error (backing_up->window, error);
      return;
    }
  desk_window_say (backing_up->window, text);
  /* Drafts are found by the register's id, which the copy has too. */
  if (backing_up->open)
    desk_window_open (backing_up->window, backing_up->path);
}

static void
on_place_chosen (GtkNativeDialog *dialog,
                 int              response,
                 BackingUp       *backing_up)
{
  OcopRegister *reg = desk_window_get_register (backing_up->window);
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  g_object_unref (dialog);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL && reg != NULL)
    {
      g_autoptr(GTask) task = g_task_new (reg, NULL, on_backed_up, NULL);

      backing_up->path = g_file_get_path (file);
      g_task_set_task_data (task, backing_up, (GDestroyNotify) backing_up_free);
      g_task_run_in_thread (task, back_up);
    }
  else
    backing_up_free (backing_up);
}

static void
choose_place (DeskWindow *window,
              const char *title,
              gboolean    open)
{
  static const DeskFileKind registers[] = { { N_("OCOP registers (*.ocop)"), "ocop" }, { NULL } };
  GtkFileChooserNative *dialog = desk_file_chooser_new (GTK_WINDOW (window), title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), registers);
  g_autofree char *name = g_path_get_basename (ocop_register_get_path (desk_window_get_register (window)));
  char day[OCOP_DATE_TEXT_SIZE];
  g_autofree char *proposal = g_strdup_printf ("%s-%s", ocop_date_to_text (ocop_date_today (), day), name);
  BackingUp *backing_up = g_new0 (BackingUp, 1);

  *backing_up = (BackingUp) { g_object_ref (window), NULL, open };
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), proposal);
  g_signal_connect (dialog, "response", G_CALLBACK (on_place_chosen), backing_up);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
desk_backup_choose (DeskWindow *window)
{
  choose_place (window, _("Back Up"), FALSE);
}

void
desk_backup_rescue (DeskWindow *window)
{
  choose_place (window, _("Save a Copy"), TRUE);
}
