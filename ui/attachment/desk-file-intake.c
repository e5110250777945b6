/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attachment/desk-file-intake.h"

#include <glib/gi18n.h>

#include "desk-file-chooser.h"

struct _DeskFileIntake
{
  GObject parent_instance;

  GtkWidget *widget;    /* borrowed; NULL once it is gone */
  DeskIntakeKind kind;
  gboolean several;
  gboolean allowed;
};

enum
{
  OFFERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFileIntake, desk_file_intake, G_TYPE_OBJECT)

static const DeskFileKind picture_kinds[] = {
  { N_("Pictures"), "jpg;jpeg;png;tif;tiff;gif;bmp" },
  { NULL }
};

static const DeskFileKind document_kinds[] = {
  { N_("Documents and pictures"), "pdf;jpg;jpeg;png;tif;tiff;gif;bmp;docx;docm;doc;xlsx;xlsm;xls;pptx;ppt;odt;ods;odp" },
  { NULL }
};

/* What has no path (in a phone, on a web page) is left out: whoever copies it here first can take it. */
static void
offer_files (DeskFileIntake *self,
             GSList         *files)
{
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (GSList *file = files; file != NULL; file = file->next)
    if (g_file_peek_path (file->data) != NULL)
      g_strv_builder_add (paths, g_file_peek_path (file->data));
  list = g_strv_builder_end (paths);
  if (*list != NULL)
    g_signal_emit (self, signals[OFFERED], 0, list, NULL);
  else
    gtk_widget_error_bell (self->widget);
}

static gboolean
take_value (DeskFileIntake *self,
            const GValue   *value)
{
  if (!self->allowed || self->widget == NULL)
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      offer_files (self, files);
    }
  else if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    g_signal_emit (self, signals[OFFERED], 0, NULL, g_value_get_object (value));
  else
    return FALSE;
  return TRUE;
}

/* Pasting */

static void
on_clipboard_read (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(DeskFileIntake) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->widget != NULL && (value == NULL || !take_value (self, value)))
    gtk_widget_error_bell (self->widget);
}

void
desk_file_intake_paste (DeskFileIntake *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (self->widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean files = gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
                   gdk_content_formats_contain_mime_type (formats, "text/uri-list");

  gdk_clipboard_read_value_async (clipboard, files ? GDK_TYPE_FILE_LIST : GDK_TYPE_TEXTURE, G_PRIORITY_DEFAULT,
                                  NULL, on_clipboard_read, g_object_ref (self));
}

/* Choosing */

static GSList *
list_chosen (GtkFileChooser *chooser)
{
  g_autoptr(GListModel) model = gtk_file_chooser_get_files (chooser);
  GSList *files = NULL;

  for (guint i = g_list_model_get_n_items (model); i > 0; i--)
    files = g_slist_prepend (files, g_list_model_get_item (model, i - 1));
  return files;
}

static void
on_chosen (GtkNativeDialog *dialog,
           int              response,
           DeskFileIntake  *self)
{
  g_autoslist (GFile) files = response == GTK_RESPONSE_ACCEPT ? list_chosen (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (files != NULL && self->widget != NULL && self->allowed)
    offer_files (self, files);
  g_object_unref (dialog);
}

void
desk_file_intake_choose (DeskFileIntake *self,
                         const char     *title)
{
  GtkFileChooserNative *dialog =
    desk_file_chooser_new (GTK_WINDOW (gtk_widget_get_root (self->widget)), title, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"),
                           self->kind == DESK_INTAKE_PICTURES ? picture_kinds : document_kinds);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), self->several);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
desk_file_intake_allow (DeskFileIntake *self,
                        gboolean        allowed)
{
  self->allowed = allowed;
}

static void
accept_drops (DeskFileIntake *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (take_value), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (target));
}

DeskFileIntake *
desk_file_intake_new (GtkWidget      *widget,
                      DeskIntakeKind  kind,
                      gboolean        several)
{
  DeskFileIntake *self = g_object_new (DESK_TYPE_FILE_INTAKE, NULL);

  g_set_weak_pointer (&self->widget, widget);
  self->kind = kind;
  self->several = several;
  accept_drops (self);
  return self;
}

static void
desk_file_intake_dispose (GObject *object)
{
  g_clear_weak_pointer (&DESK_FILE_INTAKE (object)->widget);
  G_OBJECT_CLASS (desk_file_intake_parent_class)->dispose (object);
}

static void
desk_file_intake_class_init (DeskFileIntakeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_file_intake_dispose;
  signals[OFFERED] = g_signal_new ("offered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRV, GDK_TYPE_TEXTURE);
}

static void
desk_file_intake_init (DeskFileIntake *self)
{
  self->allowed = TRUE;
}
