/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-filter-values.h"

#include <string.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"

/* Fewer values than this are seen at a glance. */
#define SEARCHED_FROM 10

struct _DeskFilterValues
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkWidget *search_entry;
  GtkWidget *scrolled;
  GtkWidget *list;
};

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFilterValues, desk_filter_values, GTK_TYPE_WIDGET)

static void
on_check_toggled (DeskFilterValues *self,
                  GtkCheckButton   *check)
{
  g_signal_emit (self, signals[TOGGLED], 0, g_object_get_data (G_OBJECT (check), "desk-key"), gtk_check_button_get_active (check));
}

static void
on_row_activated (GtkListBox    *list,
                  GtkListBoxRow *row)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

static void
append (DeskFilterValues       *self,
        const DeskFilterOption *option,
        gboolean                chosen)
{
  g_autofree char *number = option->count >= 0 ? ocop_number_to_people (option->count) : g_strdup ("");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new_with_label (option->title);
  GtkWidget *number_label = gtk_label_new (number);

  /* The row takes the focus, so that arrows go from value to value. */
  gtk_widget_set_focusable (check, FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  g_object_set_data_full (G_OBJECT (check), "desk-key", g_strdup (option->key), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_add_css_class (number_label, "desk-dim");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), number_label);
  g_object_set_data_full (G_OBJECT (box), "desk-folded", ocop_text_fold (option->title), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), box);
}

void
desk_filter_values_show (DeskFilterValues *self,
                         GPtrArray        *options,
                         GPtrArray        *chosen)
{
  gboolean searched = options->len >= SEARCHED_FROM;
  GtkWidget *row;

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < options->len; i++)
    {
      const DeskFilterOption *option = g_ptr_array_index (options, i);

      append (self, option, g_ptr_array_find_with_equal_func (chosen, option->key, g_str_equal, NULL));
    }
  gtk_widget_set_visible (self->search_entry, searched);
  gtk_widget_child_focus (searched ? self->search_entry : self->list, GTK_DIR_TAB_FORWARD);
}

static gboolean
is_found (GtkListBoxRow *row,
          gpointer       data)
{
  DeskFilterValues *self = data;
  g_autofree char *sought = ocop_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  const char *folded = g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "desk-folded");

  return strstr (folded, sought) != NULL;
}

/* Enter takes the first that was found. */
static void
on_search_activate (DeskFilterValues *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  while (row != NULL && !gtk_widget_get_child_visible (row))
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    on_row_activated (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}

/* The entry keeps Escape to itself. */
static void
on_search_stopped (DeskFilterValues *self)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER)));
}

/* Of itself a list takes Enter alone. */
static void
add_space_key (GtkWidget *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                                          gtk_signal_action_new ("activate-cursor-row")));
  gtk_widget_add_controller (list, controller);
}

GtkWidget *
desk_filter_values_new (const char *title)
{
  DeskFilterValues *self = g_object_new (DESK_TYPE_FILTER_VALUES, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

static void
desk_filter_values_dispose (GObject *object)
{
  DeskFilterValues *self = DESK_FILTER_VALUES (object);

  g_clear_pointer (&self->search_entry, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_filter_values_parent_class)->dispose (object);
}

static void
desk_filter_values_class_init (DeskFilterValuesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_filter_values_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
desk_filter_values_init (DeskFilterValues *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->search_entry = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();
  self->scrolled = gtk_scrolled_window_new ();
  gtk_widget_set_visible (self->search_entry, FALSE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_found, self, NULL);
  gtk_widget_add_css_class (self->list, "desk-values");
  add_space_key (self->list);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), NULL);
  g_signal_connect_swapped (self->search_entry, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), self->list);
  g_signal_connect_swapped (self->search_entry, "activate", G_CALLBACK (on_search_activate), self);
  g_signal_connect_swapped (self->search_entry, "stop-search", G_CALLBACK (on_search_stopped), self);
  g_object_set (self->scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", 360, "child", self->list, NULL);
  gtk_widget_set_parent (self->search_entry, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
