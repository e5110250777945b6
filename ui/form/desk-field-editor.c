/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-field-editor.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "desk-focus-back.h"
#include "form/control/desk-field-control.h"

/* The least that a title gets; what it does get is a third of the form. */
#define TITLE_CHARACTERS 8

struct _DeskFieldEditor
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const OcopField *field;
  GtkWidget *title;
  GtkWidget *box;
  DeskFieldControl *control;
  GtkWidget *message;
};

enum
{
  CHANGED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFieldEditor, desk_field_editor, GTK_TYPE_WIDGET)

const OcopField *
desk_field_editor_get_field (DeskFieldEditor *self)
{
  return self->field;
}

void
desk_field_editor_set_value (DeskFieldEditor *self,
                             const OcopValue *value,
                             const char      *label)
{
  desk_field_control_set_value (self->control, value, label);
  desk_field_editor_show_message (self, NULL, FALSE);
}

gboolean
desk_field_editor_get_value (DeskFieldEditor  *self,
                             OcopValue        *value,
                             GError          **error)
{
  return desk_field_control_get_value (self->control, value, error);
}

char *
desk_field_editor_dup_label (DeskFieldEditor *self)
{
  if (self->field->type != OCOP_FIELD_LINK)
    return NULL;
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (desk_field_control_get_input (self->control))));
}

gboolean
desk_field_editor_settle (DeskFieldEditor *self)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  desk_field_control_settle (self->control);
  desk_field_control_get_value (self->control, &value, &error);
  desk_field_editor_show_message (self, error != NULL ? error->message : NULL, TRUE);
  return error == NULL;
}

void
desk_field_editor_show_message (DeskFieldEditor *self,
                                const char      *message,
                                gboolean         severe)
{
  static const char * const severe_classes[] = { "desk-alarm", "desk-small", NULL };
  static const char * const hint_classes[] = { "desk-warn", "desk-small", NULL };
  GtkWidget *input = desk_field_control_get_input (self->control);
  gboolean invalid = message != NULL && severe;

  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
  gtk_widget_set_css_classes (self->message, (const char **) (severe ? severe_classes : hint_classes));
  gtk_accessible_update_state (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (invalid)
    gtk_widget_add_css_class (input, "error");
  else
    gtk_widget_remove_css_class (input, "error");
}

void
desk_field_editor_set_register (DeskFieldEditor *self,
                                OcopRegister    *reg)
{
  desk_field_control_set_register (self->control, reg);
}

/* What was wrong is being put right. */
static void
on_changed (DeskFieldEditor *self)
{
  desk_field_editor_show_message (self, NULL, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_left (DeskFieldEditor *self)
{
  desk_field_editor_settle (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static void
make_title (DeskFieldEditor *self)
{
  gboolean required = (self->field->flags & OCOP_FIELD_REQUIRED) != 0;
  g_autofree char *text = g_strdup_printf ("%s%s", _(self->field->title), required ? "\u00a0*" : "");

  self->title = gtk_label_new (text);
  g_object_set (self->title, "xalign", 1.0, "yalign", 0.0, "justify", GTK_JUSTIFY_RIGHT, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                "width-chars", TITLE_CHARACTERS, "margin-top", 7, NULL);
  gtk_widget_add_css_class (self->title, "desk-dim");
}

static void
name_input (DeskFieldEditor *self,
            const char      *title)
{
  GtkWidget *input = desk_field_control_get_input (self->control);

  if (GTK_IS_DROP_DOWN (input))
    desk_accessible_name_button (input, title);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
desk_field_editor_set_title (DeskFieldEditor *self,
                             const char      *title)
{
  gtk_label_set_label (GTK_LABEL (self->title), title);
  name_input (self, title);
}

static void
make_control (DeskFieldEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->control = desk_field_control_new (self->field);
  g_signal_connect_object (self->control, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->control), focus);
  name_input (self, _(self->field->title));
}

/* One part of the width for the title, two for the control: all fields of a form stand in line. */
static void
place (DeskFieldEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  g_object_set (layout, "column-homogeneous", TRUE, "column-spacing", 10, NULL);
  g_object_set (gtk_layout_manager_get_layout_child (layout, self->box), "column", 1, "column-span", 2, NULL);
}

void
desk_field_editor_set_usual (DeskFieldEditor *self,
                             const char      *usual)
{
  static const char *classes[] = { "desk-dim", "desk-small", NULL };
  GtkWidget *input = desk_field_control_get_input (self->control);
  g_autofree char *text = g_strdup_printf (_("If nothing is set: %s"), usual);
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "width-chars", 10, NULL);
  gtk_widget_set_css_classes (label, classes);
  gtk_box_insert_child_after (GTK_BOX (self->box), label, GTK_WIDGET (self->control));
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
desk_field_editor_stack (DeskFieldEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  g_object_set (layout, "row-spacing", 4, NULL);
  g_object_set (gtk_layout_manager_get_layout_child (layout, self->title), "column-span", 3, NULL);
  g_object_set (gtk_layout_manager_get_layout_child (layout, self->box), "row", 1, "column", 0, "column-span", 3, NULL);
  g_object_set (self->title, "xalign", 0.0, "margin-top", 0, NULL);
}

static void
build (DeskFieldEditor *self)
{
  make_title (self);
  make_control (self);
  self->message = gtk_label_new (NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_object_set (self->message, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "width-chars", 10, NULL);
  gtk_widget_set_hexpand (self->box, TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->control));
  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  place (self);
}

GtkWidget *
desk_field_editor_new (const OcopField *field)
{
  DeskFieldEditor *self = g_object_new (DESK_TYPE_FIELD_EDITOR, NULL);

  self->field = field;
  build (self);
  return GTK_WIDGET (self);
}

static gboolean
desk_field_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (desk_field_control_get_input (DESK_FIELD_EDITOR (widget)->control));
}

static void
desk_field_editor_dispose (GObject *object)
{
  DeskFieldEditor *self = DESK_FIELD_EDITOR (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_field_editor_parent_class)->dispose (object);
}

static void
desk_field_editor_class_init (DeskFieldEditorClass *klass)
{
  static const char * const names[] = { "changed", "left" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_field_editor_dispose;
  widget_class->grab_focus = desk_field_editor_grab_focus;
  desk_focus_back_install (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_field_editor_init (DeskFieldEditor *self)
{
}
