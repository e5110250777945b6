/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-link-picker.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"

#define SUGGESTIONS 8
#define SEARCH_DELAY 80

struct _DeskLinkPicker
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const OcopKind *target;
  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *list;

  /* Owned references */
  OcopRegister *reg;
  GCancellable *cancellable;
  char *id;
  char *label;

  guint search_source;
  gboolean setting;
};

/* A record that fits what was typed. */
typedef struct
{
  char *id;       /* NULL: to be added */
  char *label;
  char *context;  /* tells it from others of the same name */
} Suggestion;

typedef struct
{
  OcopQuery *query;
  const char *columns[3];
} Search;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskLinkPicker, desk_link_picker, GTK_TYPE_WIDGET)

static void
suggestion_free (Suggestion *suggestion)
{
  g_free (suggestion->id);
  g_free (suggestion->label);
  g_free (suggestion->context);
  g_free (suggestion);
}

static Suggestion *
suggestion_new (char       *id,
                const char *label,
                const char *context)
{
  Suggestion *suggestion = g_new (Suggestion, 1);

  suggestion->id = id;
  suggestion->label = g_strdup (label);
  suggestion->context = g_strdup (context);
  return suggestion;
}

static void
search_free (Search *search)
{
  ocop_query_free (search->query);
  g_free (search);
}

GtkWidget *
desk_link_picker_get_entry (DeskLinkPicker *self)
{
  return self->entry;
}

const char *
desk_link_picker_get_id (DeskLinkPicker *self)
{
  return self->id;
}

void
desk_link_picker_set_id (DeskLinkPicker *self,
                         const char     *id,
                         const char     *label)
{
  g_free (self->id);
  self->id = g_strdup (id);
  g_free (self->label);
  self->label = g_strdup (label != NULL ? label : "");
  self->setting = TRUE;
  desk_editable_replace_text (GTK_EDITABLE (self->entry), self->label);
  self->setting = FALSE;
}

void
desk_editable_replace_text (GtkEditable *editable,
                            const char  *text)
{
  if (!g_str_equal (gtk_editable_get_text (editable), text))
    {
      gtk_editable_set_text (editable, text);
      gtk_editable_set_position (editable, -1);
    }
  /* Forgets what was typed before: Ctrl+Z would otherwise bring back another record's text. */
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_enable_undo (editable, TRUE);
}

gboolean
desk_link_picker_is_open (DeskLinkPicker *self)
{
  g_autofree char *typed = ocop_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  return typed != NULL && self->id == NULL;
}

static void
close_suggestions (DeskLinkPicker *self)
{
  g_clear_handle_id (&self->search_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
choose (DeskLinkPicker *self,
        const char     *id,
        const char     *label)
{
  desk_link_picker_set_id (self, id, label);
  close_suggestions (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The new record is chosen under the id it was made with. */
static void
on_added (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DeskLinkPicker) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ocop_register_commit_finish (OCOP_REGISTER (source), result, &error) && self->entry != NULL)
    {
      desk_link_picker_set_id (self, NULL, NULL);
      gtk_widget_error_bell (self->entry);
    }
}

static void
add_record (DeskLinkPicker *self,
            const char     *label)
{
  g_autoptr (OcopRecord) record = ocop_record_new (self->target, NULL);
  g_autofree char *name = g_strdup_printf (_("Add “%s”"), label);
  OcopChange *change = ocop_change_new ("add", name);

  ocop_record_set_text (record, self->target->label, label);
  ocop_change_add (change, record);
  choose (self, ocop_record_get_id (record), label);
  ocop_register_commit_async (self->reg, change, NULL, on_added, g_object_ref (self));
}

static void
on_suggestion_activated (DeskLinkPicker *self,
                         GtkListBoxRow  *row)
{
  Suggestion *suggestion = g_object_get_data (G_OBJECT (row), "desk-suggestion");
  g_autofree char *label = g_strdup (suggestion->label);
  g_autofree char *id = g_strdup (suggestion->id);

  if (id != NULL)
    choose (self, id, label);
  else
    add_record (self, label);
}

static void
append_suggestion (DeskLinkPicker *self,
                   Suggestion     *suggestion)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = suggestion->id != NULL ? g_strdup (suggestion->label) : g_strdup_printf (_("+ Add “%s”"), suggestion->label);
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 44, NULL);
  gtk_box_append (GTK_BOX (box), label);
  if (suggestion->context != NULL)
    {
      GtkWidget *context = gtk_label_new (suggestion->context);

      g_object_set (context, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 44, NULL);
      gtk_widget_add_css_class (context, "desk-dim");
      gtk_widget_add_css_class (context, "desk-small");
      gtk_box_append (GTK_BOX (box), context);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "desk-suggestion", suggestion, (GDestroyNotify) suggestion_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_suggestions (DeskLinkPicker *self,
                  GPtrArray      *suggestions)
{
  g_autofree char *typed = ocop_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  while (suggestions->len > 0)
    append_suggestion (self, g_ptr_array_steal_index (suggestions, 0));
  if (typed != NULL && g_str_equal (self->target->name, "producer"))
    append_suggestion (self, suggestion_new (NULL, typed, NULL));

  if (gtk_widget_get_first_child (self->list) == NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (gtk_widget_is_focus (self->entry) || gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gpointer
read_suggestions (OcopReader    *reader,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Search *search = data;
  const OcopKind *kind = ocop_query_get_kind (search->query);
  g_autoptr (OcopRows) rows = ocop_reader_rows (reader, search->query, search->columns, 0, SUGGESTIONS, error);
  g_autoptr (GPtrArray) suggestions = NULL;

  if (rows == NULL)
    return NULL;
  suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) suggestion_free);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      char *id = ocop_reader_id_of_key (reader, kind, ocop_rows_get_key (rows, i), NULL);

      if (id != NULL)
        g_ptr_array_add (suggestions, suggestion_new (id, ocop_rows_get_text (rows, i, 0),
                                                      search->columns[1] != NULL ? ocop_rows_get_text (rows, i, 1) : NULL));
    }
  return g_steal_pointer (&suggestions);
}

static void
on_suggestions_read (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (DeskLinkPicker) self = user_data;
  g_autoptr (GPtrArray) suggestions = ocop_register_read_finish (OCOP_REGISTER (source), result, NULL);

  if (suggestions != NULL && self->entry != NULL && OCOP_REGISTER (source) == self->reg)
    show_suggestions (self, suggestions);
}

/* What tells records of one name apart. */
static const char *
context_of (const OcopKind *kind)
{
  static const char * const contexts[][2] = {
    { "producer", "locality.name" },
    { "product", "producer.name" },
    { "unit", "parent.name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++)
    if (g_str_equal (contexts[i][0], kind->name))
      return contexts[i][1];
  return NULL;
}

static gboolean
search (gpointer data)
{
  DeskLinkPicker *self = data;
  Search *request = g_new0 (Search, 1);

  self->search_source = 0;
  request->query = ocop_query_new (self->target->name);
  request->columns[0] = self->target->label;
  request->columns[1] = context_of (self->target);
  ocop_query_set_text (request->query, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  ocop_query_order_by (request->query, self->target->label, FALSE);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_suggestions, request,
                            (GDestroyNotify) search_free, (GDestroyNotify) g_ptr_array_unref,
                            self->cancellable, on_suggestions_read, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
search_soon (DeskLinkPicker *self)
{
  g_clear_handle_id (&self->search_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->reg != NULL)
    self->search_source = g_timeout_add (SEARCH_DELAY, search, self);
}

/* Other words than the chosen record's name mean another one, or none. */
static void
on_text_changed (DeskLinkPicker *self)
{
  if (self->setting)
    return;
  g_clear_pointer (&self->id, g_free);
  search_soon (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
move_selection (DeskLinkPicker *self,
                int             step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  if (!gtk_widget_get_visible (self->popover))
    {
      search_soon (self);
      return;
    }
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  if (row == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
}

static gboolean
on_key_pressed (DeskLinkPicker  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  gboolean open = gtk_widget_get_visible (self->popover);

  if (keyval == GDK_KEY_Down || (open && keyval == GDK_KEY_Up))
    {
      move_selection (self, keyval == GDK_KEY_Down ? 1 : -1);
      return TRUE;
    }
  if (open && row != NULL && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) == 0)
    {
      on_suggestion_activated (self, row);
      return TRUE;
    }
  if (open && keyval == GDK_KEY_Escape)
    {
      close_suggestions (self);
      return TRUE;
    }
  return FALSE;
}

void
desk_link_picker_settle (DeskLinkPicker *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  Suggestion *match = NULL;
  guint n_matches = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      Suggestion *suggestion = g_object_get_data (G_OBJECT (row), "desk-suggestion");

      if (suggestion->id == NULL || !ocop_text_same (suggestion->label, typed))
        continue;
      match = suggestion;
      n_matches++;
    }
  if (desk_link_picker_is_open (self) && n_matches == 1)
    choose (self, match->id, match->label);
  else
    close_suggestions (self);
}

void
desk_link_picker_set_register (DeskLinkPicker *self,
                               OcopRegister   *reg)
{
  if (g_set_object (&self->reg, reg))
    close_suggestions (self);
}

static void
add_controllers (DeskLinkPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* Before the entry's own keys: Enter would activate the form's default. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (desk_link_picker_settle), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
}

GtkWidget *
desk_link_picker_new (const OcopKind *target)
{
  DeskLinkPicker *self = g_object_new (DESK_TYPE_LINK_PICKER, NULL);

  self->target = target;
  return GTK_WIDGET (self);
}

static void
desk_link_picker_dispose (GObject *object)
{
  DeskLinkPicker *self = DESK_LINK_PICKER (object);

  g_clear_handle_id (&self->search_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_link_picker_parent_class)->dispose (object);
}

static void
desk_link_picker_finalize (GObject *object)
{
  DeskLinkPicker *self = DESK_LINK_PICKER (object);

  g_object_unref (self->cancellable);
  g_free (self->id);
  g_free (self->label);
  G_OBJECT_CLASS (desk_link_picker_parent_class)->finalize (object);
}

static void
desk_link_picker_class_init (DeskLinkPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_link_picker_dispose;
  object_class->finalize = desk_link_picker_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_link_picker_init (DeskLinkPicker *self)
{
  self->cancellable = g_cancellable_new ();
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_text_changed), self);

  self->list = gtk_list_box_new ();
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_suggestion_activated), self);
  self->popover = gtk_popover_new ();
  g_object_set (self->popover, "autohide", FALSE, "has-arrow", FALSE, "position", GTK_POS_BOTTOM,
                "child", self->list, NULL);
  gtk_widget_add_css_class (self->popover, "desk-suggestions");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  add_controllers (self);
}
