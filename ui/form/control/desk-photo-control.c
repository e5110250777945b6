/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/control/desk-photo-control.h"

#include <glib/gi18n.h>

#include "desk-file-chooser.h"
#include "desk-window.h"
#include "form/control/desk-photo-window.h"
#include "form/control/desk-photo.h"

#define THUMBNAIL_WIDTH 240
#define THUMBNAIL_HEIGHT 150

struct _DeskPhotoControl
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkWidget *box;
  GtkWidget *open_button;
  GtkWidget *picture;
  GtkWidget *state_label;   /* what stands in the place of a picture */
  GtkWidget *choose_button;
  GtkWidget *remove_button;

  /* Owned references */
  OcopRegister *reg;
  GCancellable *cancellable;
  char *name;               /* (nullable) */
};

static void desk_photo_control_iface_init (DeskFieldControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskPhotoControl, desk_photo_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_FIELD_CONTROL, desk_photo_control_iface_init))

/* Showing */

static void
show_state (DeskPhotoControl *self,
            GdkTexture       *texture,
            const char       *state)
{
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->open_button, texture != NULL);
  gtk_label_set_label (GTK_LABEL (self->state_label), state != NULL ? state : "");
  gtk_widget_set_visible (self->state_label, state != NULL);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DeskPhotoControl) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = desk_photo_load_finish (OCOP_REGISTER (source), result, &error);

  if (self->box == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_state (self, texture, texture == NULL ? _("The photo's file is missing beside the register. The rest of the record is whole.") : NULL);
}

static void
set_name (DeskPhotoControl *self,
          const char       *name)
{
  g_autofree char *copy = g_strdup (name);

  g_free (self->name);
  self->name = g_steal_pointer (&copy);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_state (self, NULL, self->name == NULL ? _("Drop a picture here, or paste one") : NULL);
  gtk_widget_set_visible (self->remove_button, self->name != NULL);
  gtk_button_set_label (GTK_BUTTON (self->choose_button), self->name != NULL ? _("Another…") : _("Choose a photo…"));
  if (self->name != NULL && self->reg != NULL)
    desk_photo_load_async (self->reg, self->name, 2 * THUMBNAIL_WIDTH, 2 * THUMBNAIL_HEIGHT, self->cancellable,
                           on_loaded, g_object_ref (self));
}

static void
change_name (DeskPhotoControl *self,
             const char       *name)
{
  set_name (self, name);
  desk_field_control_changed (DESK_FIELD_CONTROL (self));
}

/* Taking a picture in */

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (DeskPhotoControl) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = desk_photo_keep_finish (OCOP_REGISTER (source), result, &error);
  DeskWindow *window;

  if (self->box == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (name != NULL)
    {
      change_name (self, name);
      return;
    }
  window = desk_window_of (GTK_WIDGET (self));
  if (window != NULL)
    desk_window_show_error (window, error);
}

static void
keep (DeskPhotoControl *self,
      GBytes           *content,
      const char       *path)
{
  /* Another record shown meanwhile cancels it: the photo is not that one's. */
  if (self->reg != NULL && (content != NULL || path != NULL))
    desk_photo_keep_async (self->reg, content, path, self->cancellable, on_kept, g_object_ref (self));
}

static void
keep_texture (DeskPhotoControl *self,
              GdkTexture       *texture)
{
  g_autoptr (GBytes) content = gdk_texture_save_to_png_bytes (texture);

  keep (self, content, NULL);
}

static void
keep_first_file (DeskPhotoControl *self,
                 GdkFileList      *files)
{
  g_autoptr (GSList) list = gdk_file_list_get_files (files);
  g_autofree char *path = list != NULL ? g_file_get_path (list->data) : NULL;

  keep (self, NULL, path);
}

static gboolean
take_value (DeskPhotoControl *self,
            const GValue     *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    keep_first_file (self, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    keep_texture (self, g_value_get_object (value));
  else
    return FALSE;
  return TRUE;
}

static void
on_clipboard_read (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DeskPhotoControl) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->box != NULL && (value == NULL || !take_value (self, value)))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
paste_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean files = gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
                   gdk_content_formats_contain_mime_type (formats, "text/uri-list");

  gdk_clipboard_read_value_async (clipboard, files ? GDK_TYPE_FILE_LIST : GDK_TYPE_TEXTURE, G_PRIORITY_DEFAULT,
                                  NULL, on_clipboard_read, g_object_ref (widget));
}

static void
on_file_chosen (GtkNativeDialog  *dialog,
                int               response,
                DeskPhotoControl *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (self->box != NULL)
    keep (self, NULL, path);
  g_object_unref (dialog);
}

static void
choose_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  GtkFileChooserNative *dialog = desk_file_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Choose a Photo"),
                                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_file_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
remove_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskPhotoControl *self = DESK_PHOTO_CONTROL (widget);

  gtk_widget_grab_focus (self->choose_button);
  change_name (self, NULL);
}

static void
open_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskPhotoControl *self = DESK_PHOTO_CONTROL (widget);

  if (self->name != NULL)
    desk_photo_window_present (widget, self->reg, self->name);
}

/* Control */

static void
set_value (DeskFieldControl *control,
           const OcopValue  *value,
           const char       *label)
{
  DeskPhotoControl *self = DESK_PHOTO_CONTROL (control);

  if (self->name == NULL || g_strcmp0 (self->name, value->text) != 0)
    set_name (self, value->text);
}

static gboolean
get_value (DeskFieldControl  *control,
           OcopValue         *value,
           GError           **error)
{
  *value = ocop_value_text (DESK_PHOTO_CONTROL (control)->name);
  return TRUE;
}

static GtkWidget *
get_input (DeskFieldControl *control)
{
  return DESK_PHOTO_CONTROL (control)->choose_button;
}

static void
set_register (DeskFieldControl *control,
              OcopRegister     *reg)
{
  DeskPhotoControl *self = DESK_PHOTO_CONTROL (control);
  gboolean writable = reg != NULL && !ocop_register_is_look_only (reg);

  g_set_object (&self->reg, reg);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.choose", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.paste", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.remove", writable);
}

static void
desk_photo_control_iface_init (DeskFieldControlInterface *iface)
{
  iface->set_value = set_value;
  iface->get_value = get_value;
  iface->get_input = get_input;
  iface->set_register = set_register;
}

DeskFieldControl *
desk_photo_control_new (const OcopField *field)
{
  return g_object_new (DESK_TYPE_PHOTO_CONTROL, NULL);
}

static void
desk_photo_control_dispose (GObject *object)
{
  DeskPhotoControl *self = DESK_PHOTO_CONTROL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_photo_control_parent_class)->dispose (object);
}

static void
desk_photo_control_finalize (GObject *object)
{
  g_object_unref (DESK_PHOTO_CONTROL (object)->cancellable);
  g_free (DESK_PHOTO_CONTROL (object)->name);
  G_OBJECT_CLASS (desk_photo_control_parent_class)->finalize (object);
}

static void
desk_photo_control_class_init (DeskPhotoControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_photo_control_dispose;
  object_class->finalize = desk_photo_control_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "photo");
  gtk_widget_class_install_action (widget_class, "photo.choose", NULL, choose_activated);
  gtk_widget_class_install_action (widget_class, "photo.paste", NULL, paste_activated);
  gtk_widget_class_install_action (widget_class, "photo.remove", NULL, remove_activated);
  gtk_widget_class_install_action (widget_class, "photo.open", NULL, open_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "photo.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "photo.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "photo.remove", NULL);
}

static GtkWidget *
append_button (GtkWidget  *row,
               const char *label,
               const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static void
build_picture (DeskPhotoControl *self)
{
  self->picture = gtk_picture_new ();
  g_object_set (self->picture, "can-shrink", TRUE, "height-request", THUMBNAIL_HEIGHT, "alternative-text", _("Photo"), NULL);
  self->open_button = gtk_button_new ();
  g_object_set (self->open_button, "child", self->picture, "has-frame", FALSE, "action-name", "photo.open",
                "tooltip-text", _("Show it large"), "visible", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show it large"), -1);
  self->state_label = gtk_label_new (NULL);
  g_object_set (self->state_label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "width-chars", 10, NULL);
  gtk_widget_add_css_class (self->state_label, "desk-dim");
}

static void
accept_drops (DeskPhotoControl *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (take_value), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
desk_photo_control_init (DeskPhotoControl *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->cancellable = g_cancellable_new ();
  build_picture (self);
  self->choose_button = append_button (row, "", "photo.choose");
  self->remove_button = append_button (row, _("Remove"), "photo.remove");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), self->open_button);
  gtk_box_append (GTK_BOX (self->box), self->state_label);
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  accept_drops (self);
  set_name (self, NULL);
}
