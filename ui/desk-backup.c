/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-backup.h"

#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "desk-settings.h"

#define DAYS_KEPT 10
#define MONTHS_KEPT 12
#define SUFFIX ".ocop"

static char *
backup_folder (const char *path)
{
  g_autofree char *chosen = g_settings_get_string (desk_settings_get (), "backup-folder");
  g_autofree char *beside = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder_name = NULL;

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  folder_name = g_strconcat (name, ".backups", NULL);
  return g_build_filename (*chosen != '\0' ? chosen : beside, folder_name, NULL);
}

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  return ocop_date_compare (*(const OcopDate *) b, *(const OcopDate *) a);
}

/* The days of the backups in @folder, the latest first. */
static GArray *
list_days (const char *folder)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (OcopDate));
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *stem = g_str_has_suffix (name, SUFFIX) ? g_strndup (name, strlen (name) - strlen (SUFFIX)) : NULL;
      OcopDate day;

      if (stem != NULL && ocop_date_parse (stem, &day) && ocop_date_is_day (day))
        g_array_append_val (days, day);
    }
  g_array_sort (days, compare_latest_first);
  return days;
}

static char *
backup_path (const char *folder,
             OcopDate    day)
{
  char text[OCOP_DATE_TEXT_SIZE];
  g_autofree char *name = g_strconcat (ocop_date_to_text (day, text), SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

OcopDate
desk_backup_last_day (const char *path)
{
  g_autofree char *folder = backup_folder (path);
  g_autoptr(GArray) days = list_days (folder);

  return days->len > 0 ? g_array_index (days, OcopDate, 0) : OCOP_DATE_UNKNOWN;
}

static gboolean
same_month (OcopDate a,
            OcopDate b)
{
  return a.year == b.year && a.month == b.month;
}

gboolean
desk_backup_is_superfluous (const OcopDate *days,
                            guint           n_days,
                            guint           index)
{
  OcopDate oldest_month = ocop_date_add_months (days[0], -MONTHS_KEPT);
  gboolean is_last_of_month = index == 0 || !same_month (days[index - 1], days[index]);

  return index >= DAYS_KEPT && !(is_last_of_month && ocop_date_compare (days[index], oldest_month) > 0);
}

static void
remove_superfluous (const char *folder)
{
  g_autoptr(GArray) days = list_days (folder);

  for (guint i = 0; i < days->len; i++)
    if (desk_backup_is_superfluous ((const OcopDate *) days->data, days->len, i))
      {
        g_autofree char *path = backup_path (folder, g_array_index (days, OcopDate, i));

        g_unlink (path);
      }
}

/* A day's later backup takes the place of its earlier one only when it is whole. */
static gboolean
back_up_to (OcopRegister  *reg,
            const char    *path,
            GError       **error)
{
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);

  g_unlink (temporary);
  if (!ocop_register_backup (reg, temporary, error))
    return FALSE;
  if (g_rename (temporary, path) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The backup cannot be written to %s"), path);
  return FALSE;
}

static gboolean
back_up_today (OcopRegister  *reg,
               GError       **error)
{
  g_autofree char *folder = backup_folder (ocop_register_get_path (reg));
  g_autofree char *path = backup_path (folder, ocop_date_today ());

  g_mkdir_with_parents (folder, 0700);
  if (!back_up_to (reg, path, error))
    return FALSE;
  remove_superfluous (folder);
  return TRUE;
}

static void
close_register (GTask        *task,
                gpointer      reg,
                gpointer      changed,
                GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;

  if (GPOINTER_TO_INT (changed) && !back_up_today (reg, &error))
    g_message ("No backup was made: %s", error->message);
  ocop_register_close (reg);
  g_task_return_boolean (task, TRUE);
}

static void
on_closed (GObject      *reg,
           GAsyncResult *result,
           gpointer      application)
{
  if (application != NULL)
    g_application_release (application);
}

void
desk_backup_close_async (OcopRegister *reg,
                         gboolean      changed)
{
  GApplication *application = g_application_get_default ();
  g_autoptr(GTask) task = g_task_new (reg, NULL, on_closed, application);

  if (application != NULL)
    g_application_hold (application);
  g_task_set_task_data (task, GINT_TO_POINTER (changed), NULL);
  g_task_run_in_thread (task, close_register);
}

static void
back_up_chosen (GTask        *task,
                gpointer      reg,
                gpointer      path,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (back_up_to (reg, path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_backed_up (GObject      *reg,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(DeskWindow) window = data;
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *text = g_strdup_printf (_("Backed up to %s"), (char *) g_task_get_task_data (G_TASK (result)));

      desk_window_say (window, text);
    }
  else
    desk_window_show_error (window, error);
}

static void
on_place_chosen (GtkNativeDialog *dialog,
                 int              response,
                 DeskWindow      *window)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      g_autoptr(GTask) task = g_task_new (desk_window_get_register (window), NULL, on_backed_up, g_object_ref (window));

      g_task_set_task_data (task, g_file_get_path (file), g_free);
      g_task_run_in_thread (task, back_up_chosen);
    }
  g_object_unref (dialog);
}

void
desk_backup_choose (DeskWindow *window)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Back Up"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _("_Back Up"), _("_Cancel"));
  g_autofree char *name = g_path_get_basename (ocop_register_get_path (desk_window_get_register (window)));
  char day[OCOP_DATE_TEXT_SIZE];
  g_autofree char *proposal = g_strdup_printf ("%s-%s", ocop_date_to_text (ocop_date_today (), day), name);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), proposal);
  g_signal_connect (dialog, "response", G_CALLBACK (on_place_chosen), window);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
