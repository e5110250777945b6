/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-checklist-editor.h"

#include <glib/gi18n.h>

#include "form/control/desk-field-control.h"

static const char * const names[] = { "number", "issued_on", "expires_on" };

struct _DeskChecklistEditor
{
  GtkWidget parent_instance;

  /* Borrowed references */
  DeskFieldControl *controls[G_N_ELEMENTS (names)];
  GtkWidget *grid;
  GtkWidget *message;

  /* Owned references */
  OcopRecord *document;
};

enum
{
  DONE,
  CANCELLED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskChecklistEditor, desk_checklist_editor, GTK_TYPE_WIDGET)

static const OcopField *
find_field (guint i)
{
  return ocop_kind_find_field (ocop_kind_find ("dossier_document"), names[i]);
}

static void
say (DeskChecklistEditor *self,
     const char          *message)
{
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

void
desk_checklist_editor_begin (DeskChecklistEditor *self,
                             OcopRegister        *reg,
                             const OcopRecord    *document)
{
  g_clear_pointer (&self->document, ocop_record_free);
  self->document = ocop_record_copy (document);
  say (self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      desk_field_control_set_register (self->controls[i], reg);
      desk_field_control_set_value (self->controls[i], ocop_record_get (document, names[i]), NULL);
    }
  gtk_widget_grab_focus (desk_field_control_get_input (self->controls[0]));
}

const OcopRecord *
desk_checklist_editor_get_document (DeskChecklistEditor *self)
{
  return self->document;
}

static OcopRecord *
refuse (DeskChecklistEditor *self,
        guint                place,
        const GError        *error)
{
  say (self, error->message);
  gtk_widget_grab_focus (desk_field_control_get_input (self->controls[place]));
  return NULL;
}

OcopRecord *
desk_checklist_editor_dup_record (DeskChecklistEditor *self)
{
  g_autoptr(OcopRecord) record = ocop_record_copy (self->document);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto(OcopValue) value = OCOP_VALUE_INIT;
      g_autoptr(GError) error = NULL;

      desk_field_control_settle (self->controls[i]);
      if (!desk_field_control_get_value (self->controls[i], &value, &error))
        return refuse (self, i, error);
      ocop_record_set (record, names[i], &value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;

      if (!ocop_record_check_field (record, find_field (i), &error))
        return refuse (self, i, error);
    }
  return g_steal_pointer (&record);
}

/* Keys */

static gboolean
on_key (DeskChecklistEditor *self,
        guint                key,
        guint                code,
        GdkModifierType      modifiers)
{
  gboolean saves = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter ||
                   ((modifiers & GDK_CONTROL_MASK) != 0 && (key == GDK_KEY_s || key == GDK_KEY_S));

  if (saves)
    g_signal_emit (self, signals[DONE], 0);
  else if (key == GDK_KEY_Escape)
    g_signal_emit (self, signals[CANCELLED], 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Who only looks at another window, for a number to be typed, comes back. */
static void
on_left (DeskChecklistEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_window_is_active (GTK_WINDOW (root)))
    g_signal_emit (self, signals[LEFT], 0);
}

/* Building */

/* The title above its control: the row has room for three of them side by side. */
static void
add_control (DeskChecklistEditor *self,
             guint                i)
{
  const OcopField *field = find_field (i);
  GtkWidget *title = gtk_label_new (_(field->title));
  GtkWidget *input;

  self->controls[i] = desk_field_control_new (field);
  input = desk_field_control_get_input (self->controls[i]);
  gtk_label_set_xalign (GTK_LABEL (title), 0.0);
  gtk_widget_add_css_class (title, "desk-dim");
  gtk_widget_add_css_class (title, "desk-small");
  if (GTK_IS_EDITABLE (input))
    gtk_editable_set_width_chars (GTK_EDITABLE (input), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, _(field->title), -1);
  gtk_grid_attach (GTK_GRID (self->grid), title, (int) i, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (self->controls[i]), (int) i, 1, 1, 1);
}

static void
add_keys (DeskChecklistEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* Before the entries take Enter. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
desk_checklist_editor_new (void)
{
  return g_object_new (DESK_TYPE_CHECKLIST_EDITOR, NULL);
}

static void
desk_checklist_editor_dispose (GObject *object)
{
  DeskChecklistEditor *self = DESK_CHECKLIST_EDITOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->document, ocop_record_free);
  G_OBJECT_CLASS (desk_checklist_editor_parent_class)->dispose (object);
}

static void
desk_checklist_editor_class_init (DeskChecklistEditorClass *klass)
{
  static const char * const signal_names[] = { "done", "cancelled", "left" };

  G_OBJECT_CLASS (klass)->dispose = desk_checklist_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (signal_names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_checklist_editor_init (DeskChecklistEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->grid = gtk_grid_new ();
  g_object_set (self->grid, "column-spacing", 6, "row-spacing", 2, "column-homogeneous", TRUE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_control (self, i);
  self->message = gtk_label_new (NULL);
  g_object_set (self->message, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "width-chars", 10, NULL);
  gtk_widget_add_css_class (self->message, "desk-alarm");
  gtk_widget_add_css_class (self->message, "desk-small");
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  add_keys (self);
}
