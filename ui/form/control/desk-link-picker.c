/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/control/desk-link-picker.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "form/control/desk-link-search.h"
#include "form/control/desk-suggestion-list.h"
#include "form/desk-loaded.h"
#include "form/desk-record-dialog.h"

struct _DeskLinkPicker
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const OcopField *field;
  const OcopKind *target;
  GtkWidget *entry;
  DeskSuggestionList *suggestions;

  /* Owned references */
  OcopRegister *reg;
  char *id;       /* (nullable): of the record that was chosen */

  gboolean setting;
};

static void desk_link_picker_iface_init (DeskFieldControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskLinkPicker, desk_link_picker, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_FIELD_CONTROL, desk_link_picker_iface_init))

static void
set_chosen (DeskLinkPicker *self,
            const char     *id,
            const char     *label)
{
  g_autofree char *copy = g_strdup (id);

  g_free (self->id);
  self->id = g_steal_pointer (&copy);
  self->setting = TRUE;
  desk_field_control_replace_text (GTK_EDITABLE (self->entry), label != NULL ? label : "");
  self->setting = FALSE;
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY,
                                     self->id != NULL ? "desk-go-symbolic" : NULL);
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, _("Open it (Alt+Enter)"));
}

/* Whether the entry holds words that are not the name of what was chosen. */
static gboolean
is_open (DeskLinkPicker *self)
{
  g_autofree char *typed = ocop_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  return typed != NULL && self->id == NULL;
}

static void
choose (DeskLinkPicker *self,
        const char     *id,
        const char     *label)
{
  set_chosen (self, id, label);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  desk_suggestion_list_hide (self->suggestions);
  desk_field_control_changed (DESK_FIELD_CONTROL (self));
}

/* The record itself */

/* A record added or corrected on the way is the one that is meant. */
static void
on_record_saved (DeskLinkPicker *self,
                 const char     *id,
                 const char     *label)
{
  if (self->entry == NULL)
    return;
  if (g_strcmp0 (self->id, id) == 0)
    set_chosen (self, id, label);
  else
    choose (self, id, label);
  gtk_widget_grab_focus (self->entry);
}

static void
present (DeskLinkPicker   *self,
         const OcopRecord *record,
         GHashTable       *labels)
{
  GtkWidget *dialog = desk_record_dialog_present (GTK_WIDGET (self), self->reg, record, labels, NULL);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_record_saved), self, G_CONNECT_SWAPPED);
}

static void
add_record (DeskLinkPicker *self,
            const char     *label)
{
  g_autoptr(OcopRecord) record = ocop_record_new (self->target, NULL);

  ocop_record_set_text (record, self->target->label, label);
  present (self, record, NULL);
}

static void
on_record_loaded (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(DeskLinkPicker) self = user_data;
  g_autoptr(DeskLoaded) loaded = ocop_register_read_finish (OCOP_REGISTER (source), result, NULL);

  if (loaded != NULL && self->entry != NULL)
    present (self, loaded->record, loaded->labels);
}

static void
open_record (DeskLinkPicker *self)
{
  if (self->id != NULL && self->reg != NULL)
    desk_loaded_read_async (self->reg, self->target, self->id, 0, NULL, on_record_loaded, g_object_ref (self));
}

/* Suggestions */

static gboolean
can_add (DeskLinkPicker *self)
{
  static const char * const addable[] = { "producer", "unit", NULL };

  return g_strv_contains (addable, self->target->name) && !ocop_register_is_look_only (self->reg);
}

static void
on_chosen (DeskLinkPicker       *self,
           const DeskSuggestion *suggestion)
{
  if (suggestion->id != NULL)
    choose (self, suggestion->id, suggestion->label);
  else
    add_record (self, suggestion->label);
}

static void
on_records_found (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(DeskLinkPicker) self = user_data;
  g_autoptr(GPtrArray) suggestions = desk_link_search_finish (OCOP_REGISTER (source), result, NULL);
  g_autofree char *typed = NULL;

  if (suggestions == NULL || self->entry == NULL || OCOP_REGISTER (source) != self->reg)
    return;
  typed = ocop_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  if (typed != NULL && self->id == NULL && can_add (self))
    {
      DeskSuggestion *addition = desk_suggestion_new (NULL, typed, NULL);

      addition->text = g_strdup_printf (_("+ Add “%s”…"), typed);
      g_ptr_array_add (suggestions, addition);
    }
  desk_suggestion_list_show (self->suggestions, suggestions);
}

static void
on_asked (DeskLinkPicker *self,
          const char     *typed,
          GCancellable   *cancellable)
{
  if (self->reg != NULL)
    desk_link_search_async (self->reg, self->field, typed, cancellable, on_records_found, g_object_ref (self));
}

/* Other words than the chosen record's name mean another one, or none. */
static void
on_text_changed (DeskLinkPicker *self)
{
  if (self->setting)
    return;
  g_clear_pointer (&self->id, g_free);
  desk_suggestion_list_ask_soon (self->suggestions);
  desk_field_control_changed (DESK_FIELD_CONTROL (self));
}

/* Control */

static void
set_value (DeskFieldControl *control,
           const OcopValue  *value,
           const char       *label)
{
  set_chosen (DESK_LINK_PICKER (control), value->text, label);
}

static gboolean
get_value (DeskFieldControl  *control,
           OcopValue         *value,
           GError           **error)
{
  DeskLinkPicker *self = DESK_LINK_PICKER (control);

  *value = ocop_value_text (self->id);
  if (!is_open (self))
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE, _("%s: choose one from the list (↓, Enter)"), _(self->field->title));
  return FALSE;
}

static GtkWidget *
get_input (DeskFieldControl *control)
{
  return DESK_LINK_PICKER (control)->entry;
}

/* Takes a name typed in full as the record of that name, when the list shows exactly one. */
static void
settle (DeskFieldControl *control)
{
  DeskLinkPicker *self = DESK_LINK_PICKER (control);
  const DeskSuggestion *match = is_open (self)
                                ? desk_suggestion_list_match (self->suggestions, gtk_editable_get_text (GTK_EDITABLE (self->entry)))
                                : NULL;

  if (match != NULL)
    choose (self, match->id, match->label);
  else
    desk_suggestion_list_hide (self->suggestions);
  if ((gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), 0);
}

static void
set_register (DeskFieldControl *control,
              OcopRegister     *reg)
{
  DeskLinkPicker *self = DESK_LINK_PICKER (control);

  if (g_set_object (&self->reg, reg))
    desk_suggestion_list_hide (self->suggestions);
}

static void
desk_link_picker_iface_init (DeskFieldControlInterface *iface)
{
  iface->set_value = set_value;
  iface->get_value = get_value;
  iface->get_input = get_input;
  iface->settle = settle;
  iface->set_register = set_register;
}

DeskFieldControl *
desk_link_picker_new (const OcopField *field)
{
  DeskLinkPicker *self = g_object_new (DESK_TYPE_LINK_PICKER, NULL);

  self->field = field;
  self->target = ocop_kind_find (field->target);
  return DESK_FIELD_CONTROL (self);
}

static void
open_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  open_record (DESK_LINK_PICKER (widget));
}

static void
desk_link_picker_dispose (GObject *object)
{
  DeskLinkPicker *self = DESK_LINK_PICKER (object);

  if (self->suggestions != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->suggestions));
  self->suggestions = NULL;
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_link_picker_parent_class)->dispose (object);
}

static void
desk_link_picker_finalize (GObject *object)
{
  g_free (DESK_LINK_PICKER (object)->id);
  G_OBJECT_CLASS (desk_link_picker_parent_class)->finalize (object);
}

static void
desk_link_picker_class_init (DeskLinkPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_link_picker_dispose;
  object_class->finalize = desk_link_picker_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "link.open", NULL, open_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "link.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_ALT_MASK, "link.open", NULL);
}

static void
desk_link_picker_init (DeskLinkPicker *self)
{
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_text_changed), self);
  g_signal_connect_swapped (self->entry, "icon-release", G_CALLBACK (open_record), self);

  self->suggestions = DESK_SUGGESTION_LIST (desk_suggestion_list_new (self->entry));
  g_signal_connect_object (self->suggestions, "asked", G_CALLBACK (on_asked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->suggestions, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->suggestions), GTK_WIDGET (self));
}
