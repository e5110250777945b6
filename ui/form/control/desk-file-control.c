/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/control/desk-file-control.h"

#include <glib/gi18n.h>

#include "attachment/desk-attachment-opener.h"
#include "attachment/desk-attachment.h"
#include "attachment/desk-file-intake.h"
#include "attachment/desk-preview-window.h"
#include "attachment/desk-preview.h"

#define THUMBNAIL_WIDTH 240
#define THUMBNAIL_HEIGHT 150

/* What is said to people differs with what the field takes. */
typedef struct
{
  const char *empty;
  const char *choose;
  const char *choose_title;
} Words;

struct _DeskFileControl
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const OcopField *field;
  const Words *words;
  GtkWidget *box;
  GtkWidget *view_button;
  GtkWidget *picture;
  GtkWidget *state_label;
  GtkWidget *choose_button;
  GtkWidget *open_button;
  GtkWidget *remove_button;

  /* Owned references */
  OcopRegister *reg;
  DeskFileIntake *intake;
  GCancellable *cancellable;
  char *name;               /* (nullable) */
};

static void desk_file_control_iface_init (DeskFieldControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskFileControl, desk_file_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_FIELD_CONTROL, desk_file_control_iface_init))

static const Words photo_words = { N_("Drop a picture here, or paste one"), N_("Choose a photo…"), N_("Choose a Photo") };
static const Words file_words = { N_("Drop a scan here, or paste one"), N_("Choose a file…"), N_("Choose a File") };

/* Showing */

static void
show_state (DeskFileControl *self,
            GdkTexture      *texture,
            const char      *state)
{
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->view_button, texture != NULL);
  gtk_label_set_label (GTK_LABEL (self->state_label), state);
  gtk_widget_remove_css_class (self->state_label, "desk-alarm");
}

/* What stood there stays. */
static void
refuse (DeskFileControl *self,
        const char      *reason)
{
  gtk_label_set_label (GTK_LABEL (self->state_label), reason);
  gtk_widget_add_css_class (self->state_label, "desk-alarm");
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeskFileControl) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskPreview) preview = desk_preview_load_finish (OCOP_REGISTER (source), result, &error);
  g_autofree char *state = NULL;

  if (self->box == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  state = preview != NULL ? desk_preview_describe (preview) : desk_preview_explain (error);
  show_state (self, preview != NULL ? preview->texture : NULL, state);
  gtk_widget_set_visible (self->open_button, !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT));
}

static void
set_name (DeskFileControl *self,
          const char      *name)
{
  g_autofree char *copy = g_strdup (name);

  g_free (self->name);
  self->name = g_steal_pointer (&copy);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_state (self, NULL, self->name == NULL ? _(self->words->empty) : "");
  gtk_widget_set_visible (self->remove_button, self->name != NULL);
  gtk_widget_set_visible (self->open_button, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->choose_button), self->name != NULL ? _("Another…") : _(self->words->choose));
  if (self->name != NULL && self->reg != NULL)
    desk_preview_load_async (self->reg, self->name, 0, 2 * THUMBNAIL_WIDTH, 2 * THUMBNAIL_HEIGHT, self->cancellable,
                             on_loaded, g_object_ref (self));
}

static void
change_name (DeskFileControl *self,
             const char      *name)
{
  set_name (self, name);
  desk_field_control_changed (DESK_FIELD_CONTROL (self));
}

/* Taking a file in */

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskFileControl) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = desk_attachment_keep_finish (OCOP_REGISTER (source), result, &error);

  if (self->box == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (name != NULL)
    change_name (self, name);
  else
    refuse (self, error->message);
}

static void
on_offered (DeskFileControl *self,
            char           **paths,
            GdkTexture      *texture)
{
  if (self->reg == NULL)
    return;
  if (paths != NULL && paths[1] != NULL)
    {
      refuse (self, _("This takes one file at a time."));
      return;
    }
  /* Another record shown meanwhile cancels it: the file is not that one's. */
  desk_attachment_keep_async (self->reg, self->field, texture, paths != NULL ? *paths : NULL, self->cancellable,
                              on_kept, g_object_ref (self));
}

static void
choose_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskFileControl *self = DESK_FILE_CONTROL (widget);

  desk_file_intake_choose (self->intake, _(self->words->choose_title));
}

static void
paste_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  desk_file_intake_paste (DESK_FILE_CONTROL (widget)->intake);
}

static void
remove_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskFileControl *self = DESK_FILE_CONTROL (widget);

  if (self->name == NULL)
    return;
  gtk_widget_grab_focus (self->choose_button);
  change_name (self, NULL);
}

static void
view_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskFileControl *self = DESK_FILE_CONTROL (widget);

  if (self->name != NULL)
    desk_preview_window_present (widget, self->reg, self->name, _(self->field->title));
}

static void
open_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskFileControl *self = DESK_FILE_CONTROL (widget);

  if (self->name != NULL)
    desk_attachment_open (widget, self->reg, self->name);
}

/* Control */

static void
set_value (DeskFieldControl *control,
           const OcopValue  *value,
           const char       *label)
{
  DeskFileControl *self = DESK_FILE_CONTROL (control);

  if (self->name == NULL || g_strcmp0 (self->name, value->text) != 0)
    set_name (self, value->text);
}

static gboolean
get_value (DeskFieldControl  *control,
           OcopValue         *value,
           GError           **error)
{
  *value = ocop_value_text (DESK_FILE_CONTROL (control)->name);
  return TRUE;
}

static GtkWidget *
get_input (DeskFieldControl *control)
{
  return DESK_FILE_CONTROL (control)->choose_button;
}

static void
set_register (DeskFieldControl *control,
              OcopRegister     *reg)
{
  DeskFileControl *self = DESK_FILE_CONTROL (control);
  gboolean writable = reg != NULL && !ocop_register_is_look_only (reg);

  g_set_object (&self->reg, reg);
  desk_file_intake_allow (self->intake, writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.choose", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.paste", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.remove", writable);
}

static void
desk_file_control_iface_init (DeskFieldControlInterface *iface)
{
  iface->set_value = set_value;
  iface->get_value = get_value;
  iface->get_input = get_input;
  iface->set_register = set_register;
}

/* Building */

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
build_picture (DeskFileControl *self)
{
  self->picture = gtk_picture_new ();
  g_object_set (self->picture, "can-shrink", TRUE, "height-request", THUMBNAIL_HEIGHT, "alternative-text", _(self->field->title), NULL);
  self->view_button = gtk_button_new ();
  g_object_set (self->view_button, "child", self->picture, "has-frame", FALSE, "action-name", "attachment.view",
                "tooltip-text", _("Show it large"), "visible", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show it large"), -1);
  self->state_label = gtk_label_new (NULL);
  g_object_set (self->state_label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "width-chars", 10, NULL);
  gtk_widget_add_css_class (self->state_label, "desk-dim");
}

static void
build (DeskFileControl *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  build_picture (self);
  self->choose_button = append_button (row, "", "attachment.choose");
  self->open_button = append_button (row, _("Open"), "attachment.open");
  self->remove_button = append_button (row, _("Remove"), "attachment.remove");
  gtk_widget_set_tooltip_text (self->open_button, _("Open a copy with another program"));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), self->view_button);
  gtk_box_append (GTK_BOX (self->box), self->state_label);
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

DeskFieldControl *
desk_file_control_new (const OcopField *field)
{
  DeskFileControl *self = g_object_new (DESK_TYPE_FILE_CONTROL, NULL);
  gboolean photo = field->type == OCOP_FIELD_PHOTO;

  self->field = field;
  self->words = photo ? &photo_words : &file_words;
  build (self);
  self->intake = desk_file_intake_new (GTK_WIDGET (self), photo ? DESK_INTAKE_PICTURES : DESK_INTAKE_DOCUMENTS, FALSE);
  g_signal_connect_object (self->intake, "offered", G_CALLBACK (on_offered), self, G_CONNECT_SWAPPED);
  set_name (self, NULL);
  return DESK_FIELD_CONTROL (self);
}

static void
desk_file_control_dispose (GObject *object)
{
  DeskFileControl *self = DESK_FILE_CONTROL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->intake);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_file_control_parent_class)->dispose (object);
}

static void
desk_file_control_finalize (GObject *object)
{
  g_object_unref (DESK_FILE_CONTROL (object)->cancellable);
  g_free (DESK_FILE_CONTROL (object)->name);
  G_OBJECT_CLASS (desk_file_control_parent_class)->finalize (object);
}

static void
desk_file_control_class_init (DeskFileControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_file_control_dispose;
  object_class->finalize = desk_file_control_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filecontrol");
  gtk_widget_class_install_action (widget_class, "attachment.choose", NULL, choose_activated);
  gtk_widget_class_install_action (widget_class, "attachment.paste", NULL, paste_activated);
  gtk_widget_class_install_action (widget_class, "attachment.remove", NULL, remove_activated);
  gtk_widget_class_install_action (widget_class, "attachment.view", NULL, view_activated);
  gtk_widget_class_install_action (widget_class, "attachment.open", NULL, open_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "attachment.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "attachment.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "attachment.remove", NULL);
}

static void
desk_file_control_init (DeskFileControl *self)
{
  self->cancellable = g_cancellable_new ();
}
