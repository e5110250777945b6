/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/control/desk-text-control.h"

#include <glib/gi18n.h>

#include "form/control/desk-known-values.h"
#include "form/control/desk-suggestion-list.h"
#include "model/ocop-record.h"

/* A view does not know its height before it has a width. */
#define LINE_HEIGHT 34
#define TEXT_HEIGHT 72

struct _DeskTextControl
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const OcopField *field;
  GtkWidget *input;                 /* GtkEntry, or GtkTextView for what may need several lines */
  DeskSuggestionList *suggestions;  /* (nullable) */

  /* Owned references */
  OcopRegister *reg;

  gboolean setting;
};

static void desk_text_control_iface_init (DeskFieldControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskTextControl, desk_text_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_FIELD_CONTROL, desk_text_control_iface_init))

static gboolean
has_lines (DeskTextControl *self)
{
  return GTK_IS_TEXT_VIEW (self->input);
}

static GtkTextBuffer *
get_buffer (DeskTextControl *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
}

static char *
dup_text (DeskTextControl *self)
{
  GtkTextIter start, end;

  if (!has_lines (self))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

/* Puts @text where it does not stand already, and forgets what was typed before: Ctrl+Z would
 * otherwise bring back another record's text. */
static void
replace_text (DeskTextControl *self,
              const char      *text)
{
  g_autofree char *former = dup_text (self);
  gboolean differs = !g_str_equal (former, text);

  self->setting = TRUE;
  if (has_lines (self))
    {
      if (differs)
        gtk_text_buffer_set_text (get_buffer (self), text, -1);
      gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
      gtk_text_buffer_set_enable_undo (get_buffer (self), TRUE);
    }
  else
    desk_field_control_replace_text (GTK_EDITABLE (self->input), text);
  self->setting = FALSE;
}

/* Suggestions */

static void
stop_suggesting (DeskTextControl *self)
{
  if (self->suggestions != NULL)
    desk_suggestion_list_hide (self->suggestions);
}

static void
on_values_found (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(DeskTextControl) self = user_data;
  g_autoptr(GPtrArray) values = desk_known_values_find_finish (OCOP_REGISTER (source), result, NULL);
  g_autofree char *typed = NULL;

  if (values == NULL || self->input == NULL)
    return;
  typed = dup_text (self);
  /* What stands there already is no suggestion. */
  if (values->len == 1 && g_str_equal (((DeskSuggestion *) values->pdata[0])->label, typed))
    g_ptr_array_set_size (values, 0);
  desk_suggestion_list_show (self->suggestions, values);
}

static void
on_asked (DeskTextControl *self,
          const char      *typed,
          GCancellable    *cancellable)
{
  if (self->reg != NULL)
    desk_known_values_find_async (self->reg, self->field, typed, cancellable, on_values_found, g_object_ref (self));
}

static void
on_chosen (DeskTextControl      *self,
           const DeskSuggestion *suggestion)
{
  replace_text (self, suggestion->label);
  gtk_editable_set_position (GTK_EDITABLE (self->input), -1);
  stop_suggesting (self);
  desk_field_control_changed (DESK_FIELD_CONTROL (self));
}

/* Control */

static void
on_changed (DeskTextControl *self)
{
  if (self->setting)
    return;
  if (self->suggestions != NULL)
    desk_suggestion_list_ask_soon (self->suggestions);
  desk_field_control_changed (DESK_FIELD_CONTROL (self));
}

static void
set_value (DeskFieldControl *control,
           const OcopValue  *value,
           const char       *label)
{
  DeskTextControl *self = DESK_TEXT_CONTROL (control);
  g_autofree char *text = ocop_field_format (self->field, value);

  stop_suggesting (self);
  replace_text (self, text);
}

/* A line's text is one line, whatever was pasted. */
static char *
dup_line_text (DeskTextControl *self)
{
  char *text = dup_text (self);

  return self->field->type == OCOP_FIELD_LONG_TEXT ? text : g_strdelimit (text, "\r\n", ' ');
}

static gboolean
get_value (DeskFieldControl  *control,
           OcopValue         *value,
           GError           **error)
{
  DeskTextControl *self = DESK_TEXT_CONTROL (control);
  g_autofree char *text = dup_line_text (self);

  return ocop_field_parse (self->field, text, value, error);
}

static GtkWidget *
get_input (DeskFieldControl *control)
{
  return DESK_TEXT_CONTROL (control)->input;
}

/* Puts what was typed into the form in which the field is shown, and shows its beginning. */
static void
settle (DeskFieldControl *control)
{
  DeskTextControl *self = DESK_TEXT_CONTROL (control);
  g_auto(OcopValue) value = OCOP_VALUE_INIT;
  g_autofree char *text = dup_text (self);
  g_autofree char *shown = NULL;

  stop_suggesting (self);
  if (!has_lines (self) && !gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->input)))))
    gtk_editable_set_position (GTK_EDITABLE (self->input), 0);
  if (!get_value (control, &value, NULL))
    return;
  shown = ocop_field_format (self->field, &value);
  if (!g_str_equal (shown, text))
    replace_text (self, shown);
}

static void
set_register (DeskFieldControl *control,
              OcopRegister     *reg)
{
  DeskTextControl *self = DESK_TEXT_CONTROL (control);

  if (g_set_object (&self->reg, reg))
    stop_suggesting (self);
}

static void
desk_text_control_iface_init (DeskFieldControlInterface *iface)
{
  iface->set_value = set_value;
  iface->get_value = get_value;
  iface->get_input = get_input;
  iface->settle = settle;
  iface->set_register = set_register;
}

/* Building */

/* To the next field; from the last one of a dialog to what applies it, not to what stands first in its title bar and
 * gives it up. */
static void
go_on (GtkWidget *input)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (input));
  GtkWidget *applying = GTK_IS_WINDOW (root) ? gtk_window_get_default_widget (GTK_WINDOW (root)) : NULL;
  GtkWidget *focus;

  gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);
  focus = applying != NULL ? gtk_window_get_focus (GTK_WINDOW (root)) : NULL;
  if (focus != NULL && gtk_widget_is_ancestor (focus, gtk_window_get_titlebar (GTK_WINDOW (root))) && gtk_widget_is_sensitive (applying))
    gtk_widget_grab_focus (applying);
}

/* Enter ends no line in a text of one line: it goes to the next field. */
static gboolean
on_line_key (DeskTextControl *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (!enter || (state & GDK_CONTROL_MASK) != 0)
    return FALSE;
  go_on (self->input);
  return TRUE;
}

static void
keep_to_one_line (DeskTextControl *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_line_key), self);
  gtk_widget_add_controller (self->input, keys);
}

static GtkWidget *
make_view (DeskTextControl *self)
{
  GtkWidget *view = gtk_text_view_new ();

  g_object_set (view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "left-margin", 8, "right-margin", 8,
                "top-margin", 6, "bottom-margin", 6, NULL);
  gtk_widget_add_css_class (view, "desk-field");
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (on_changed), self);
  return view;
}

static GtkWidget *
make_entry (DeskTextControl *self)
{
  GtkWidget *entry = gtk_entry_new ();

  if (self->field->type == OCOP_FIELD_DATE)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("dd/mm/yyyy"));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  return entry;
}

static void
add_suggestions (DeskTextControl *self)
{
  self->suggestions = DESK_SUGGESTION_LIST (desk_suggestion_list_new (self->input));
  g_signal_connect_object (self->suggestions, "asked", G_CALLBACK (on_asked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->suggestions, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->suggestions), GTK_WIDGET (self));
}

DeskFieldControl *
desk_text_control_new (const OcopField *field)
{
  DeskTextControl *self = g_object_new (DESK_TYPE_TEXT_CONTROL, NULL);
  gboolean suggests = (field->flags & OCOP_FIELD_SUGGESTED) != 0;
  gboolean names = field->type == OCOP_FIELD_TEXT && g_str_equal (field->name, "name") && !suggests;

  self->field = field;
  /* A name is read whole: it wraps. */
  self->input = field->type == OCOP_FIELD_LONG_TEXT || names ? make_view (self) : make_entry (self);
  gtk_widget_set_hexpand (self->input, TRUE);
  gtk_widget_set_parent (self->input, GTK_WIDGET (self));
  if (has_lines (self))
    gtk_widget_set_size_request (self->input, -1, names ? LINE_HEIGHT : TEXT_HEIGHT);
  if (names)
    keep_to_one_line (self);
  if (suggests)
    add_suggestions (self);
  return DESK_FIELD_CONTROL (self);
}

static void
desk_text_control_dispose (GObject *object)
{
  DeskTextControl *self = DESK_TEXT_CONTROL (object);

  /* A text that goes away reports that it is empty. */
  self->setting = TRUE;
  if (self->suggestions != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->suggestions));
  self->suggestions = NULL;
  g_clear_pointer (&self->input, gtk_widget_unparent);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_text_control_parent_class)->dispose (object);
}

static void
desk_text_control_class_init (DeskTextControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_text_control_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_text_control_init (DeskTextControl *self)
{
}
