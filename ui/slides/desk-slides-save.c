/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slides/desk-slides-save.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "desk-file-chooser.h"
#include "report/ocop-paper-file.h"
#include "report/slides/ocop-slides-read.h"

typedef struct
{
  OcopRegister *reg;
  OcopSlideSet *set;
  char *path;
  OcopDate on;
  OcopSlidesForm form;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->reg);
  ocop_slide_set_free (saving->set);
  g_free (saving->path);
  g_free (saving);
}

static const char *
find_ending (OcopSlidesForm form)
{
  return form == OCOP_SLIDES_PRESENTATION ? "pptx" : "pdf";
}

static gpointer
read_slides (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Saving *saving = data;

  return ocop_slides_read (reader, &(OcopSlidesAsked) { saving->set, saving->on }, error);
}

static void
run_saving (GTask        *task,
            gpointer      parent,
            gpointer      data,
            GCancellable *cancellable)
{
  Saving *saving = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopSlides) slides = ocop_register_read (saving->reg, read_slides, saving, &error);
  g_autoptr(GBytes) bytes = slides != NULL ? ocop_slides_to_bytes (slides, saving->form, &error) : NULL;

  if (bytes != NULL && ocop_paper_file_write (saving->path, bytes, &error))
    g_task_return_pointer (task, g_strdup (saving->path), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_place_chosen (GtkNativeDialog *chooser,
                 int              response,
                 GTask           *task)
{
  g_autoptr(GtkNativeDialog) owned = chooser;
  g_autoptr(GTask) owned_task = task;
  Saving *saving = g_task_get_task_data (task);

  saving->path = desk_file_chooser_dup_path (GTK_FILE_CHOOSER (chooser), response, find_ending (saving->form));
  if (saving->path != NULL)
    g_task_run_in_thread (task, run_saving);
  else
    g_task_return_new_error (task, OCOP_ERROR, OCOP_ERROR_CANCELLED, _("Cancelled; nothing was written"));
}

void
desk_slides_save_async (GtkWindow           *parent,
                        OcopRegister        *reg,
                        OcopSlideSet        *set,
                        OcopDate             on,
                        OcopSlidesForm       form,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  static const DeskFileKind presentations[] = { { N_("Presentation (.pptx)"), "pptx" }, { NULL } };
  static const DeskFileKind documents[] = { { N_("PDF document (.pdf)"), "pdf" }, { NULL } };
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser = desk_file_chooser_new (parent, _("Save the Slides"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                                         form == OCOP_SLIDES_PRESENTATION ? presentations : documents);
  g_autofree char *title = ocop_text_to_file_name (set->title != NULL ? set->title : ocop_slides_usual_title ());
  g_autofree char *name = g_strconcat (title, ".", find_ending (form), NULL);
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving) { g_object_ref (reg), set, NULL, on, form };
  g_task_set_task_data (task, saving, saving_free);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_place_chosen), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

char *
desk_slides_save_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
