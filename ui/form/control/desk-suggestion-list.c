/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/control/desk-suggestion-list.h"

#include "base/ocop-text.h"

#define MOST_CHARACTERS 44
#define ASKING_DELAY 80 /* ms */

struct _DeskSuggestionList
{
  GtkPopover parent_instance;

  /* Borrowed references */
  GtkWidget *entry;
  GtkWidget *list;

  /* Owned references */
  GCancellable *cancellable;  /* of what was last asked */

  guint asking_source;
};

enum
{
  ASKED,
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSuggestionList, desk_suggestion_list, GTK_TYPE_POPOVER)

DeskSuggestion *
desk_suggestion_new (const char *id,
                     const char *label,
                     const char *context)
{
  DeskSuggestion *suggestion = g_new (DeskSuggestion, 1);

  *suggestion = (DeskSuggestion) { g_strdup (id), g_strdup (label), NULL, g_strdup (context) };
  return suggestion;
}

void
desk_suggestion_free (DeskSuggestion *suggestion)
{
  g_free (suggestion->id);
  g_free (suggestion->label);
  g_free (suggestion->text);
  g_free (suggestion->context);
  g_free (suggestion);
}

static DeskSuggestion *
suggestion_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "desk-suggestion");
}

static GtkWidget *
make_line (const char *text,
           gboolean    context)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", MOST_CHARACTERS, NULL);
  if (context)
    gtk_widget_set_css_classes (label, (const char *[]) { "desk-dim", "desk-small", NULL });
  return label;
}

static void
append_suggestion (DeskSuggestionList *self,
                   DeskSuggestion     *suggestion)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_line (suggestion->text != NULL ? suggestion->text : suggestion->label, FALSE));
  if (suggestion->context != NULL)
    gtk_box_append (GTK_BOX (box), make_line (suggestion->context, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "desk-suggestion", suggestion, (GDestroyNotify) desk_suggestion_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* What is still asked, or about to be, is not wanted any more. */
static void
stop_asking (DeskSuggestionList *self)
{
  g_clear_handle_id (&self->asking_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
desk_suggestion_list_hide (DeskSuggestionList *self)
{
  stop_asking (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
ask (gpointer data)
{
  DeskSuggestionList *self = data;

  self->asking_source = 0;
  self->cancellable = g_cancellable_new ();
  g_signal_emit (self, signals[ASKED], 0, gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->cancellable);
  return G_SOURCE_REMOVE;
}

void
desk_suggestion_list_ask_soon (DeskSuggestionList *self)
{
  stop_asking (self);
  self->asking_source = g_timeout_add (ASKING_DELAY, ask, self);
}

static gboolean
has_focus (GtkWidget *entry)
{
  return (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

void
desk_suggestion_list_show (DeskSuggestionList *self,
                           GPtrArray          *suggestions)
{
  GtkWidget *row;
  int width = gtk_widget_get_width (self->entry);

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  while (suggestions->len > 0)
    append_suggestion (self, g_ptr_array_steal_index (suggestions, 0));
  gtk_widget_set_size_request (self->list, width - 12, -1);
  if (gtk_widget_get_first_child (self->list) == NULL)
    gtk_popover_popdown (GTK_POPOVER (self));
  else if (has_focus (self->entry))
    gtk_popover_popup (GTK_POPOVER (self));
}

const DeskSuggestion *
desk_suggestion_list_match (DeskSuggestionList *self,
                            const char         *name)
{
  const DeskSuggestion *match = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const DeskSuggestion *suggestion = suggestion_of (row);

      if (suggestion->id == NULL || !ocop_text_same (suggestion->label, name))
        continue;
      if (match != NULL)
        return NULL;
      match = suggestion;
    }
  return match;
}

/* The list may be filled anew by whoever is told. */
static void
choose (DeskSuggestionList *self,
        GtkListBoxRow      *row)
{
  const DeskSuggestion *listed = suggestion_of (GTK_WIDGET (row));
  g_autoptr(DeskSuggestion) suggestion = desk_suggestion_new (listed->id, listed->label, listed->context);

  desk_suggestion_list_hide (self);
  g_signal_emit (self, signals[CHOSEN], 0, suggestion);
}

static void
move_selection (DeskSuggestionList *self,
                int                 step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  if (row == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
}

static gboolean
on_key_pressed (DeskSuggestionList *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  gboolean open = gtk_widget_get_visible (GTK_WIDGET (self));
  gboolean enter = (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) &&
                   (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0;

  if (!open && keyval == GDK_KEY_Down)
    desk_suggestion_list_ask_soon (self);
  else if (open && (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up))
    move_selection (self, keyval == GDK_KEY_Down ? 1 : -1);
  else if (open && enter && row != NULL)
    choose (self, row);
  else if (open && keyval == GDK_KEY_Escape)
    desk_suggestion_list_hide (self);
  else
    return FALSE;
  return TRUE;
}

GtkWidget *
desk_suggestion_list_new (GtkWidget *entry)
{
  DeskSuggestionList *self = g_object_new (DESK_TYPE_SUGGESTION_LIST, "autohide", FALSE, "has-arrow", FALSE,
                                           "position", GTK_POS_BOTTOM, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = entry;
  /* Before the entry's own keys: Enter would activate the form's default. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  return GTK_WIDGET (self);
}

static void
desk_suggestion_list_dispose (GObject *object)
{
  stop_asking (DESK_SUGGESTION_LIST (object));
  G_OBJECT_CLASS (desk_suggestion_list_parent_class)->dispose (object);
}

static void
desk_suggestion_list_class_init (DeskSuggestionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_suggestion_list_dispose;
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_CANCELLABLE);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
desk_suggestion_list_init (DeskSuggestionList *self)
{
  self->list = gtk_list_box_new ();
  gtk_popover_set_child (GTK_POPOVER (self), self->list);
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk-suggestions");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (choose), self);
}
