/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-reading.h"

#include "import/desk-import-progress.h"

/* One of @file, @text and @workbook says where the list comes from. */
struct _DeskImportReading
{
  GFile *file;
  char *text;
  OcopWorkbook *workbook;
  char *name;
  guint sheet_index;
  OcopImportKind kind;
  gboolean recodes;
  gint *progress;
};

static DeskImportReading *
reading_new (char  *name,
             guint  sheet_index)
{
  DeskImportReading *self = g_new0 (DeskImportReading, 1);

  self->name = name;
  self->sheet_index = sheet_index;
  self->progress = desk_import_progress_new ();
  return self;
}

DeskImportReading *
desk_import_reading_new_for_file (GFile *file)
{
  g_autofree char *basename = g_file_get_basename (file);
  DeskImportReading *self = reading_new (g_filename_display_name (basename), DESK_IMPORT_ANY_SHEET);

  self->file = g_object_ref (file);
  return self;
}

DeskImportReading *
desk_import_reading_new_for_text (const char *text,
                                  const char *name)
{
  DeskImportReading *self = reading_new (g_strdup (name), DESK_IMPORT_ANY_SHEET);

  self->text = g_strdup (text);
  return self;
}

DeskImportReading *
desk_import_reading_new_for_list (DeskImportList *list,
                                  guint           sheet_index)
{
  DeskImportReading *self = reading_new (g_strdup (list->name), sheet_index);

  self->workbook = ocop_workbook_ref (list->original);
  return self;
}

static void
reading_free (DeskImportReading *self)
{
  g_clear_object (&self->file);
  g_free (self->text);
  g_clear_pointer (&self->workbook, ocop_workbook_unref);
  g_free (self->name);
  desk_import_progress_unref (self->progress);
  g_free (self);
}

gint *
desk_import_reading_ref_progress (DeskImportReading *self)
{
  return desk_import_progress_ref (self->progress);
}

static gboolean
load (DeskImportReading  *self,
      GCancellable       *cancellable,
      GError            **error)
{
  if (self->file != NULL)
    self->workbook = ocop_workbook_load (self->file, cancellable, desk_import_progress_report, self->progress, error);
  else if (self->text != NULL)
    self->workbook = ocop_workbook_new_from_text (self->text, self->name, error);
  return self->workbook != NULL;
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  DeskImportReading *self = data;
  GError *error = NULL;
  DeskImportList *list = NULL;

  if (load (self, cancellable, &error))
    list = desk_import_list_new (self->name, self->workbook, self->sheet_index, self->kind, self->recodes, &error);
  if (list != NULL)
    g_task_return_pointer (task, list, (GDestroyNotify) desk_import_list_unref);
  else
    g_task_return_error (task, error);
}

void
desk_import_reading_run_async (DeskImportReading   *self,
                               GObject             *source,
                               OcopImportKind       kind,
                               gboolean             recodes,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) task = g_task_new (source, cancellable, callback, NULL);

  self->kind = kind;
  self->recodes = recodes;
  g_task_set_task_data (task, self, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, run);
}

DeskImportList *
desk_import_reading_run_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
