/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-files.h"

#include <string.h>

#include <glib/gi18n.h>

#include "desk-file-chooser.h"
#include "exchange/ocop-import-repairs.h"

typedef struct
{
  DeskImportFileChosen chosen;
} Opening;

static void
on_list_chosen (GtkNativeDialog *chooser,
                int              response,
                GtkWindow       *window)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  Opening *opening = g_object_get_data (G_OBJECT (chooser), "opening");

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    opening->chosen (window, file);
  g_object_unref (chooser);
}

void
desk_import_files_open (GtkWindow            *window,
                        DeskImportFileChosen  chosen)
{
  static const DeskFileKind lists[] = { { N_("Lists (xlsx, xls, csv)"), "xlsx;xls;csv;txt" }, { NULL } };
  GtkFileChooserNative *chooser = desk_file_chooser_new (window, _("Choose a List"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), lists);
  Opening *opening = g_new0 (Opening, 1);

  opening->chosen = chosen;
  g_object_set_data_full (G_OBJECT (chooser), "opening", opening, g_free);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_list_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The rows to repair */

typedef struct
{
  DeskImportDryRun *dry_run;
  GFile *file;
} Saving;

static void
saving_free (Saving *saving)
{
  desk_import_dry_run_unref (saving->dry_run);
  g_clear_object (&saving->file);
  g_free (saving);
}

static void
save (GTask        *task,
      gpointer      window,
      gpointer      data,
      GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (ocop_import_repairs_write (saving->dry_run->plan, saving->dry_run->list->heading, OCOP_IMPORT_TO_REPAIR, saving->file, &error))
    g_task_return_pointer (task, g_object_ref (saving->file), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Takes @task. */
static void
on_place_chosen (GtkNativeDialog *chooser,
                 int              response,
                 GTask           *task)
{
  g_autofree char *path = desk_file_chooser_dup_path (GTK_FILE_CHOOSER (chooser), response, "xlsx");
  Saving *saving = g_task_get_task_data (task);

  if (path != NULL)
    {
      saving->file = g_file_new_for_path (path);
      g_task_run_in_thread (task, save);
    }
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no file was chosen");
  g_object_unref (task);
  g_object_unref (chooser);
}

/* "list.xlsx" → "list - cần sửa.xlsx" */
static char *
suggest_name (DeskImportDryRun *dry_run)
{
  const char *list = dry_run->list->name;
  const char *point = strrchr (list, '.');
  g_autofree char *stem = point != NULL && point > list ? g_strndup (list, (gsize) (point - list)) : g_strdup (list);

  /* Translators: the name of a file with rows to repair; %s is the list that they come from */
  return g_strdup_printf (_("%s - to repair.xlsx"), stem);
}

void
desk_import_files_save_repairs_async (GtkWindow           *window,
                                      DeskImportDryRun    *dry_run,
                                      GAsyncReadyCallback  callback)
{
  static const DeskFileKind workbooks[] = { { N_("Excel workbook (.xlsx)"), "xlsx" }, { NULL } };
  GtkFileChooserNative *chooser = desk_file_chooser_new (window, _("Save the Rows to Repair"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                                         workbooks);
  GTask *task = g_task_new (window, NULL, callback, NULL);
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *name = suggest_name (dry_run);

  saving->dry_run = desk_import_dry_run_ref (dry_run);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_place_chosen), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GFile *
desk_import_files_save_repairs_finish (GAsyncResult  *result,
                                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
