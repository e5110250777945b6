/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-view.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "desk-focus-back.h"
#include "list/desk-list-cell.h"
#include "list/desk-list-layout.h"
#include "list/desk-list-order.h"

/* So long a row that was scrolled to may take to be there. */
#define FRAMES 10

struct _DeskListView
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const DeskListSpec *spec;
  GtkWidget *scrolled;
  GtkColumnView *view;

  /* Owned references */
  DeskRecordList *records;
  GtkSelectionModel *selection;
  GHashTable *kept_keys;    /* what is selected while the keys change, found again or not yet */

  gboolean beside;          /* whether a record is open beside it */
  guint fit_source;
  gboolean restoring;
  gboolean selected_unknown; /* one record, before its key had come */
  gboolean wanting;         /* whether the row @wanted is still to be focused */
  guint wanted;
  guint patience;           /* in frames */
};

enum
{
  ORDER_CHANGED,
  SELECTION_CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskListView, desk_list_view, GTK_TYPE_WIDGET)

GtkColumnView *
desk_list_view_get_column_view (DeskListView *self)
{
  return self->view;
}

GArray *
desk_list_view_dup_selected_keys (DeskListView *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 key = desk_record_list_get_key (self->records, position);

      if (key != 0)
        g_array_append_val (keys, key);
    }
  return keys;
}

guint
desk_list_view_get_n_selected (DeskListView *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  return gtk_bitset_get_size (selected);
}

/* The first selected; 0 when none is. */
static guint
get_first_selected (DeskListView *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  return gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_minimum (selected);
}

gint64
desk_list_view_get_selected_key (DeskListView *self)
{
  return desk_list_view_get_n_selected (self) == 1 ? desk_record_list_get_key (self->records, get_first_selected (self)) : 0;
}

static void
on_keys_changing (DeskListView *self)
{
  g_autoptr(GArray) keys = desk_list_view_dup_selected_keys (self);

  self->restoring = TRUE;
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 *key = g_new (gint64, 1);

      *key = g_array_index (keys, gint64, i);
      g_hash_table_add (self->kept_keys, key);
    }
}

/* Those of @kept_keys that are there: until all keys have come, maybe not yet all. */
static void
restore_selection (DeskListView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  g_autoptr(GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) all = gtk_bitset_new_range (0, n);

  for (guint i = 0; i < n && gtk_bitset_get_size (selected) < g_hash_table_size (self->kept_keys); i++)
    {
      gint64 key = desk_record_list_get_key (self->records, i);

      if (g_hash_table_contains (self->kept_keys, &key))
        gtk_bitset_add (selected, i);
    }
  self->restoring = TRUE;
  gtk_selection_model_set_selection (self->selection, selected, all);
  self->restoring = FALSE;
}

/* Where the keys that were missing have come and nothing moved, what was selected meanwhile stays;
 * of one record it is told again, now that it is known which. */
static void
on_keys_changed (DeskListView *self)
{
  gboolean moved = self->restoring;

  if (moved || g_hash_table_size (self->kept_keys) > 0)
    restore_selection (self);
  if (!desk_record_list_has_keys (self->records))
    return;
  g_hash_table_remove_all (self->kept_keys);
  if (!moved && self->selected_unknown)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  self->selected_unknown = FALSE;
}

static void
on_selection_changed (DeskListView *self)
{
  if (self->restoring)
    return;
  /* Whoever selects anew is not given back what was selected before. */
  g_hash_table_remove_all (self->kept_keys);
  self->selected_unknown = desk_list_view_get_n_selected (self) == 1 && desk_list_view_get_selected_key (self) == 0;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* The list inside the column view: GTK 4.8 offers its action, but no function, to scroll to a row. */
static GtkWidget *
find_inner_list (DeskListView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Which record a row of the inner list shows: its cells know. */
static guint
get_position_of_row (GtkWidget *row)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);
  GtkWidget *content = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;

  return content != NULL ? desk_list_cell_get_position (content) : GTK_INVALID_LIST_POSITION;
}

/* The row at @position, if it is within sight. */
static GtkWidget *
find_row (DeskListView *self,
          guint         position)
{
  GtkWidget *row = gtk_widget_get_first_child (find_inner_list (self));

  while (row != NULL && get_position_of_row (row) != position)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
select_position (DeskListView *self,
                 guint         position)
{
  gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_widget_activate_action (find_inner_list (self), "list.scroll-to-item", "u", position);
}

static gboolean
focus_wanted (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  DeskListView *self = DESK_LIST_VIEW (widget);
  GtkWidget *row = find_row (self, self->wanted);

  if (row != NULL)
    gtk_widget_grab_focus (row);
  else if (--self->patience > 0)
    return G_SOURCE_CONTINUE;
  self->wanting = FALSE;
  return G_SOURCE_REMOVE;
}

/* The focus that a list view gives itself is the row it last had, and arrows go on from there. A
 * row that has been scrolled to is there some frames later. */
static void
focus_position (DeskListView *self,
                guint         position)
{
  gtk_widget_grab_focus (find_inner_list (self));
  self->wanted = position;
  self->patience = FRAMES;
  if (!self->wanting && focus_wanted (GTK_WIDGET (self), NULL, NULL) == G_SOURCE_CONTINUE)
    {
      self->wanting = TRUE;
      gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_wanted, NULL, NULL);
    }
}

void
desk_list_view_enter (DeskListView *self)
{
  guint position = get_first_selected (self);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->records)) == 0)
    return;
  select_position (self, position);
  focus_position (self, position);
}

void
desk_list_view_select_one (DeskListView *self)
{
  GtkWidget *list = find_inner_list (self);
  GtkWidget *focused = gtk_widget_get_focus_child (list);
  guint position = focused != NULL ? get_position_of_row (focused) : GTK_INVALID_LIST_POSITION;

  select_position (self, position != GTK_INVALID_LIST_POSITION ? position : get_first_selected (self));
}

gboolean
desk_list_view_select_at (DeskListView *self,
                          double        x,
                          double        y)
{
  GtkWidget *list = find_inner_list (self);
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  guint position;

  while (row != NULL && gtk_widget_get_parent (row) != list)
    row = gtk_widget_get_parent (row);
  position = row != NULL ? get_position_of_row (row) : GTK_INVALID_LIST_POSITION;
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  if (!gtk_selection_model_is_selected (self->selection, position))
    select_position (self, position);
  return TRUE;
}

gboolean
desk_list_view_move (DeskListView *self,
                     int           step)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  gint64 position;

  if (gtk_bitset_is_empty (selected))
    return FALSE;
  position = (gint64) gtk_bitset_get_minimum (selected) + step;
  if (position < 0 || position >= n)
    return FALSE;
  select_position (self, (guint) position);
  return TRUE;
}

/* One for the whole list: none of the many cells has to carry its own. */
static gboolean
on_query_tooltip (DeskListView *self,
                  int           x,
                  int           y,
                  gboolean      keyboard,
                  GtkTooltip   *tooltip)
{
  GtkWidget *list = find_inner_list (self);
  GtkWidget *cell = keyboard ? NULL : gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  g_autofree char *text = NULL;

  if (cell == NULL || cell == list || !gtk_widget_is_ancestor (cell, list))
    return FALSE;
  if (!GTK_IS_INSCRIPTION (cell))
    cell = gtk_widget_get_first_child (cell);
  text = GTK_IS_INSCRIPTION (cell) ? desk_list_cell_dup_tooltip (cell) : NULL;
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
on_activated (DeskListView *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
fit (gpointer data)
{
  DeskListView *self = data;
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  self->fit_source = 0;
  desk_list_layout_set_room (self->view, self->beside ? (int) gtk_adjustment_get_page_size (across) : 0);
  return G_SOURCE_REMOVE;
}

/* Columns do not leave while their sizes are being given out. */
static void
fit_soon (DeskListView *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit, self, NULL);
}

void
desk_list_view_set_beside (DeskListView *self,
                           gboolean      beside)
{
  self->beside = beside;
  if (!beside)
    fit_soon (self);
}

static void
on_width_changed (DeskListView *self)
{
  if (self->beside)
    fit_soon (self);
}

static void
on_sorter_changed (DeskListView *self)
{
  if (desk_list_layout_is_fitting (self->view))
    return;
  desk_list_order_keep (self->view);
  g_signal_emit (self, signals[ORDER_CHANGED], 0);
}

/* Keys that would mean something else in a text being edited. */
static void
add_keys (DeskListView *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_c, GDK_CONTROL_MASK, "list.copy" },
    { GDK_KEY_Delete, 0, "list.bin" },
    { GDK_KEY_Menu, 0, "list.menu" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "list.menu" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
build (DeskListView *self)
{
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->records))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (self->selection)));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "desk-list");
  desk_list_layout_attach (self->spec, self->view);
  desk_list_order_attach (self->spec, self->view);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), "notify::page-size",
                           G_CALLBACK (on_width_changed), self, G_CONNECT_SWAPPED);
  add_keys (self);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_object (self->view, "query-tooltip", G_CALLBACK (on_query_tooltip), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->records, "keys-changing", G_CALLBACK (on_keys_changing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->records, "keys-changed", G_CALLBACK (on_keys_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
desk_list_view_new (const DeskListSpec *spec,
                    DeskRecordList     *records)
{
  DeskListView *self = g_object_new (DESK_TYPE_LIST_VIEW, NULL);

  self->spec = spec;
  self->records = g_object_ref (records);
  build (self);
  desk_accessible_name_column_view (self->view, _(ocop_kind_find (spec->kind)->plural_title));
  return GTK_WIDGET (self);
}

static gboolean
desk_list_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DESK_LIST_VIEW (widget)->view));
}

static void
desk_list_view_dispose (GObject *object)
{
  DeskListView *self = DESK_LIST_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->fit_source, g_source_remove);
  /* Losing its columns one by one, the view sorts by what is left. */
  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->view), on_sorter_changed, self);
  self->scrolled = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->records);
  G_OBJECT_CLASS (desk_list_view_parent_class)->dispose (object);
}

static void
desk_list_view_finalize (GObject *object)
{
  g_hash_table_unref (DESK_LIST_VIEW (object)->kept_keys);
  G_OBJECT_CLASS (desk_list_view_parent_class)->finalize (object);
}

static void
desk_list_view_class_init (DeskListViewClass *klass)
{
  static const char * const names[] = { "order-changed", "selection-changed", "activated" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_list_view_dispose;
  object_class->finalize = desk_list_view_finalize;
  widget_class->grab_focus = desk_list_view_grab_focus;
  desk_focus_back_install (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_list_view_init (DeskListView *self)
{
  self->kept_keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}
