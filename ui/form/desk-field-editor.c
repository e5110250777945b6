/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-field-editor.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "form/desk-link-picker.h"
#include "law/ocop-law.h"

/* The least that a title gets; what it does get is a third of the form. */
#define TITLE_CHARACTERS 8
#define TEXT_HEIGHT 72

struct _DeskFieldEditor
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const OcopField *field;
  GtkWidget *title;
  GtkWidget *box;
  GtkWidget *control;   /* GtkEntry, GtkTextView, GtkDropDown, GtkCheckButton or DeskLinkPicker */
  GtkWidget *message;

  /* Owned references */
  GPtrArray *keys;      /* of the drop-down's items; its first, "", is unknown */

  gboolean setting;
  gboolean was_known;   /* a box that nobody has ticked stays unknown until somebody does */
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

static GtkTextBuffer *
get_buffer (DeskFieldEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control));
}

static char *
dup_text (DeskFieldEditor *self)
{
  GtkTextIter start, end;

  if (self->field->type != OCOP_FIELD_LONG_TEXT)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control)));
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

static void
set_text (DeskFieldEditor *self,
          const char      *text)
{
  g_autofree char *former = dup_text (self);

  if (self->field->type != OCOP_FIELD_LONG_TEXT)
    desk_editable_replace_text (GTK_EDITABLE (self->control), text);
  else if (!g_str_equal (former, text))
    gtk_text_buffer_set_text (get_buffer (self), text, -1);
}

static void
on_changed (DeskFieldEditor *self)
{
  if (self->setting)
    return;
  self->was_known = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_text (DeskFieldEditor *self)
{
  return GTK_IS_ENTRY (self->control) || GTK_IS_TEXT_VIEW (self->control);
}

/* Puts what was typed into the form in which the field is shown. */
static void
tidy (DeskFieldEditor *self)
{
  g_auto (OcopValue) value = OCOP_VALUE_INIT;
  g_autofree char *text = dup_text (self);
  g_autofree char *shown = NULL;

  if (!ocop_field_parse (self->field, text, &value, NULL))
    return;
  shown = ocop_field_format (self->field, &value);
  if (g_str_equal (shown, text))
    return;
  self->setting = TRUE;
  set_text (self, shown);
  self->setting = FALSE;
}

void
desk_field_editor_settle (DeskFieldEditor *self)
{
  if (DESK_IS_LINK_PICKER (self->control))
    desk_link_picker_settle (DESK_LINK_PICKER (self->control));
  else if (is_text (self))
    tidy (self);
}

static void
on_left (DeskFieldEditor *self)
{
  g_auto (OcopValue) value = OCOP_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  desk_field_editor_settle (self);
  desk_field_editor_get_value (self, &value, &error);
  desk_field_editor_show_message (self, error != NULL ? error->message : NULL, TRUE);
  g_signal_emit (self, signals[LEFT], 0);
}

static void
set_key (DeskFieldEditor *self,
         const char      *key)
{
  guint index = 0;

  if (key != NULL && !g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, &index))
    index = 0;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), index);
}

void
desk_field_editor_set_value (DeskFieldEditor *self,
                             const OcopValue *value,
                             const char      *label)
{
  g_autofree char *text = ocop_field_format (self->field, value);

  self->setting = TRUE;
  self->was_known = value->type != OCOP_VALUE_UNKNOWN;
  if (DESK_IS_LINK_PICKER (self->control))
    desk_link_picker_set_id (DESK_LINK_PICKER (self->control), value->text, label);
  else if (GTK_IS_DROP_DOWN (self->control))
    set_key (self, value->text);
  else if (GTK_IS_CHECK_BUTTON (self->control))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->control), value->integer != 0);
  else
    set_text (self, text);
  self->setting = FALSE;
  desk_field_editor_show_message (self, NULL, FALSE);
}

static gboolean
get_link (DeskFieldEditor  *self,
          OcopValue        *value,
          GError          **error)
{
  DeskLinkPicker *picker = DESK_LINK_PICKER (self->control);

  *value = ocop_value_text (desk_link_picker_get_id (picker));
  if (!desk_link_picker_is_open (picker))
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE, _("%s: choose one from the list (↓, Enter)"), _(self->field->title));
  return FALSE;
}

gboolean
desk_field_editor_get_value (DeskFieldEditor  *self,
                             OcopValue        *value,
                             GError          **error)
{
  g_autofree char *text = NULL;

  *value = (OcopValue) OCOP_VALUE_INIT;
  if (DESK_IS_LINK_PICKER (self->control))
    return get_link (self, value, error);
  if (GTK_IS_DROP_DOWN (self->control))
    {
      guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));

      *value = ocop_value_text (selected < self->keys->len ? g_ptr_array_index (self->keys, selected) : NULL);
      return TRUE;
    }
  if (GTK_IS_CHECK_BUTTON (self->control))
    {
      if (self->was_known)
        *value = ocop_value_integer (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->control)));
      return TRUE;
    }
  text = dup_text (self);
  return ocop_field_parse (self->field, text, value, error);
}

void
desk_field_editor_show_message (DeskFieldEditor *self,
                                const char      *message,
                                gboolean         severe)
{
  static const char * const severe_classes[] = { "desk-alarm", "desk-small", NULL };
  static const char * const hint_classes[] = { "desk-warn", "desk-small", NULL };

  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
  gtk_widget_set_css_classes (self->message, (const char **) (severe ? severe_classes : hint_classes));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL && severe ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (message != NULL && severe)
    gtk_widget_add_css_class (self->control, "error");
  else
    gtk_widget_remove_css_class (self->control, "error");
}

void
desk_field_editor_set_register (DeskFieldEditor *self,
                                OcopRegister    *reg)
{
  if (DESK_IS_LINK_PICKER (self->control))
    desk_link_picker_set_register (DESK_LINK_PICKER (self->control), reg);
}

static void
add_choice (DeskFieldEditor *self,
            GtkStringList   *titles,
            const char      *key,
            const char      *title)
{
  g_ptr_array_add (self->keys, g_strdup (key));
  gtk_string_list_append (titles, title);
}

static void
fill_choices (DeskFieldEditor *self,
              GtkStringList   *titles)
{
  const OcopLaw *law = ocop_law_get_default ();

  add_choice (self, titles, "", "—");
  for (const OcopChoice *choice = self->field->choices; choice != NULL && choice->key != NULL; choice++)
    add_choice (self, titles, choice->key, _(choice->title));
  for (guint i = 0; self->field->type == OCOP_FIELD_SET && i < ocop_law_n_sets (law); i++)
    {
      const OcopCriteriaSet *set = ocop_law_get_set (law, i);
      g_autofree char *title = g_strdup_printf ("%02u · %s", set->number, set->title);

      add_choice (self, titles, set->code, title);
    }
}

static void
on_setup_choice (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 8, "hexpand", TRUE, NULL);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_choice (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  GtkStringObject *title = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (title));
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), gtk_string_object_get_string (title));
}

/* Long titles would otherwise make the form as wide as the longest. */
static GtkListItemFactory *
make_short_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_choice), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_choice), NULL);
  return factory;
}

static GtkWidget *
make_drop_down (DeskFieldEditor *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = make_short_factory ();
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *control;

  fill_choices (self, titles);
  control = gtk_drop_down_new (G_LIST_MODEL (titles), text);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (control), factory);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (control), NULL);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (control), self->field->type == OCOP_FIELD_SET);
  g_signal_connect_swapped (control, "notify::selected", G_CALLBACK (on_changed), self);
  return control;
}

static GtkWidget *
make_text_view (DeskFieldEditor *self)
{
  GtkWidget *view = gtk_text_view_new ();

  g_object_set (view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "left-margin", 8, "right-margin", 8,
                "top-margin", 6, "bottom-margin", 6, "height-request", TEXT_HEIGHT, NULL);
  gtk_widget_add_css_class (view, "desk-field");
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (on_changed), self);
  return view;
}

static GtkWidget *
make_entry (DeskFieldEditor *self)
{
  GtkWidget *entry = gtk_entry_new ();

  if (self->field->type == OCOP_FIELD_DATE)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("dd/mm/yyyy"));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  return entry;
}

static GtkWidget *
make_check (DeskFieldEditor *self)
{
  GtkWidget *check = gtk_check_button_new_with_label (_(self->field->title));

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_changed), self);
  return check;
}

static GtkWidget *
make_picker (DeskFieldEditor *self)
{
  GtkWidget *picker = desk_link_picker_new (ocop_kind_find (self->field->target));

  g_signal_connect_swapped (picker, "changed", G_CALLBACK (on_changed), self);
  return picker;
}

static GtkWidget *
make_control (DeskFieldEditor *self)
{
  switch (self->field->type)
    {
    case OCOP_FIELD_LONG_TEXT:
      return make_text_view (self);
    case OCOP_FIELD_BOOLEAN:
      return make_check (self);
    case OCOP_FIELD_CHOICE:
    case OCOP_FIELD_SET:
      return make_drop_down (self);
    case OCOP_FIELD_LINK:
      return make_picker (self);
    default:
      return make_entry (self);
    }
}

static void
make_title (DeskFieldEditor *self)
{
  gboolean required = (self->field->flags & OCOP_FIELD_REQUIRED) != 0;
  g_autofree char *text = g_strdup_printf ("%s%s", _(self->field->title), required ? " *" : "");

  /* A box bears its title itself. */
  self->title = gtk_label_new (self->field->type == OCOP_FIELD_BOOLEAN ? NULL : text);
  g_object_set (self->title, "xalign", 1.0, "yalign", 0.0, "justify", GTK_JUSTIFY_RIGHT, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                "width-chars", TITLE_CHARACTERS, "margin-top", 7, NULL);
  gtk_widget_add_css_class (self->title, "desk-dim");
}

/* One part of the width for the title, two for the control: all fields of a form stand in line. */
static void
place (DeskFieldEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  g_object_set (layout, "column-homogeneous", TRUE, "column-spacing", 10, NULL);
  g_object_set (gtk_layout_manager_get_layout_child (layout, self->box), "column", 1, "column-span", 2, NULL);
}

static void
build (DeskFieldEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *named;

  make_title (self);
  self->control = make_control (self);
  self->message = gtk_label_new (NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_object_set (self->message, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "width-chars", 10, NULL);
  gtk_widget_set_hexpand (self->box, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->control);
  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  place (self);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (self->box, focus);
  named = DESK_IS_LINK_PICKER (self->control) ? desk_link_picker_get_entry (DESK_LINK_PICKER (self->control)) : self->control;
  gtk_accessible_update_property (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->field->title), -1);
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
  DeskFieldEditor *self = DESK_FIELD_EDITOR (widget);

  return gtk_widget_grab_focus (DESK_IS_LINK_PICKER (self->control)
                                ? desk_link_picker_get_entry (DESK_LINK_PICKER (self->control)) : self->control);
}

static void
desk_field_editor_dispose (GObject *object)
{
  DeskFieldEditor *self = DESK_FIELD_EDITOR (object);

  /* Controls that go away report a change of what they hold. */
  self->setting = TRUE;
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_field_editor_parent_class)->dispose (object);
}

static void
desk_field_editor_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_FIELD_EDITOR (object)->keys);
  G_OBJECT_CLASS (desk_field_editor_parent_class)->finalize (object);
}

static void
desk_field_editor_class_init (DeskFieldEditorClass *klass)
{
  static const char * const names[] = { "changed", "left" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_field_editor_dispose;
  object_class->finalize = desk_field_editor_finalize;
  widget_class->grab_focus = desk_field_editor_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_field_editor_init (DeskFieldEditor *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
}
