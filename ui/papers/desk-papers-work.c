/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "papers/desk-papers-work.h"

#include <glib/gi18n.h>

#include "list/desk-progress-dialog.h"
#include "register/ocop-attachments.h"

typedef struct
{
  const OcopPack *pack;
  GPtrArray *items;
  char *folder;
  char *templates;
  gboolean overwrite;
  GtkWidget *dialog;
  DeskProgress *progress;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->items);
  g_free (work->folder);
  g_free (work->templates);
  g_clear_pointer (&work->progress, desk_progress_unref);
  g_free (work);
}

static Work *
work_new (const OcopPack *pack,
          GPtrArray      *items)
{
  Work *work = g_new0 (Work, 1);

  work->pack = pack;
  work->items = g_ptr_array_copy (items, NULL, NULL);
  return work;
}

static OcopPaper *
build_all (const Work *work)
{
  OcopPaper *first = ocop_pack_build (work->pack, work->items->pdata[0]);

  for (guint i = 1; i < work->items->len; i++)
    ocop_paper_add_follower (first, ocop_pack_build (work->pack, work->items->pdata[i]));
  return first;
}

static void
run_preview (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Work *work = data;
  const OcopPackItem *item = work->items->pdata[0];
  g_autoptr(OcopPaper) paper = build_all (work);
  GError *error = NULL;
  DeskDocument *document = desk_document_new (item->title, paper, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, (GDestroyNotify) desk_document_free);
  else
    g_task_return_error (task, error);
}

void
desk_papers_preview_async (GtkWidget           *source,
                           const OcopPack      *pack,
                           GPtrArray           *items,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (source, NULL, callback, user_data);

  g_task_set_task_data (task, work_new (pack, items), work_free);
  g_task_run_in_thread (task, run_preview);
}

DeskDocument *
desk_papers_preview_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
run_write (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  const Work *work = data;
  g_autoptr(OcopPackWritten) written = ocop_pack_written_new ();
  GError *error = NULL;

  if (ocop_pack_write (work->pack, work->items, work->folder, work->templates, work->overwrite, desk_progress_report,
                       work->progress, cancellable, written, &error))
    g_task_return_pointer (task, g_steal_pointer (&written), (GDestroyNotify) ocop_pack_written_free);
  else
    g_task_return_error (task, error);
}

static void
on_completed (GTask *task)
{
  const Work *work = g_task_get_task_data (task);

  gtk_window_destroy (GTK_WINDOW (work->dialog));
}

void
desk_papers_write_async (GtkWidget           *source,
                         const OcopPack      *pack,
                         GPtrArray           *items,
                         const char          *folder,
                         const char          *templates,
                         gboolean             overwrite,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GTask) task = g_task_new (source, cancellable, callback, user_data);
  Work *work = work_new (pack, items);

  work->folder = g_strdup (folder);
  work->templates = g_strdup (templates);
  work->overwrite = overwrite;
  work->dialog = desk_progress_dialog_new (source, _("Writing the papers…"), cancellable);
  work->progress = desk_progress_dialog_dup_progress (DESK_PROGRESS_DIALOG (work->dialog));
  g_task_set_task_data (task, work, work_free);
  /* The writer says itself that it was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_signal_connect (task, "notify::completed", G_CALLBACK (on_completed), NULL);
  g_task_run_in_thread (task, run_write);
}

OcopPackWritten *
desk_papers_write_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  OcopRegister *reg;
  char *path;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_object_unref (picture->reg);
  g_free (picture->path);
  g_free (picture);
}

static gpointer
make_picture_change (OcopReader    *reader,
                     gpointer       name,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return ocop_pack_change_background (reader, name, error);
}

static char *
take_picture (const Picture  *picture,
              GError        **error)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("office"), "certificate_background");
  g_autofree char *name = ocop_attachments_add_file (picture->reg, field, picture->path, error);

  if (name == NULL || !ocop_register_make (picture->reg, make_picture_change, name, error))
    return NULL;
  return ocop_attachments_dup_path (picture->reg, name);
}

static void
run_take_picture (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = take_picture (data, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

void
desk_papers_take_picture_async (GtkWidget           *source,
                                OcopRegister        *reg,
                                const char          *path,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (source, NULL, callback, user_data);
  Picture *picture = g_new (Picture, 1);

  *picture = (Picture) { g_object_ref (reg), g_strdup (path) };
  g_task_set_task_data (task, picture, picture_free);
  g_task_run_in_thread (task, run_take_picture);
}

char *
desk_papers_take_picture_finish (GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
