/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-view.h"

#include <glib/gi18n.h>

#include "list/desk-list-layout.h"

/* Which column sorts, asked of GtkColumnView's sorter: see order_of_headings(). */
typedef struct
{
  guint column;
  gboolean asked;
} Probe;

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
  GHashTable *kept_keys;    /* what is selected while the keys change */

  Probe probe;
  gboolean restoring;
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

typedef struct
{
  Probe *probe;
  guint column;
} Heading;

static int
compare_markers (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  Heading *heading = data;

  if (!heading->probe->asked)
    {
      heading->probe->asked = TRUE;
      heading->probe->column = heading->column;
    }
  return -1;
}

/* GTK 4.8 does not say which heading was clicked. But its sorter asks that column's sorter
 * first, and turns the answer round when the column sorts downwards: any two objects do. */
static gboolean
order_of_headings (DeskListView *self,
                   guint        *column,
                   gboolean     *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  self->probe.asked = FALSE;
  *descending = gtk_sorter_compare (sorter, self->view, self->records) == GTK_ORDERING_LARGER;
  *column = self->probe.column;
  return self->probe.asked;
}

void
desk_list_view_apply_order (DeskListView *self,
                            OcopQuery    *query)
{
  guint column;
  gboolean descending;

  ocop_query_clear_order (query);
  if (order_of_headings (self, &column, &descending))
    ocop_query_order_by (query, self->spec->columns[column].path, descending);
  else
    ocop_query_order_by (query, self->spec->order, self->spec->descending);
}

static void
add_sorters (DeskListView *self)
{
  GPtrArray *columns = desk_list_layout_get_all (self->view);

  for (guint i = 0; i < columns->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (columns, i);
      Heading *heading = g_new (Heading, 1);
      g_autoptr (GtkCustomSorter) sorter = NULL;

      *heading = (Heading) { &self->probe, desk_list_layout_index_of (column) };
      sorter = gtk_custom_sorter_new (compare_markers, heading, g_free);
      gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
      if (g_str_equal (self->spec->columns[heading->column].path, self->spec->order))
        gtk_column_view_sort_by_column (self->view, column, self->spec->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

GArray *
desk_list_view_dup_selected_keys (DeskListView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
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
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  return gtk_bitset_get_size (selected);
}

static void
on_keys_changing (DeskListView *self)
{
  g_autoptr (GArray) keys = desk_list_view_dup_selected_keys (self);

  self->restoring = TRUE;
  g_hash_table_remove_all (self->kept_keys);
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 *key = g_new (gint64, 1);

      *key = g_array_index (keys, gint64, i);
      g_hash_table_add (self->kept_keys, key);
    }
}

static void
on_keys_changed (DeskListView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  for (guint i = 0; i < n && gtk_bitset_get_size (selected) < g_hash_table_size (self->kept_keys); i++)
    {
      gint64 key = desk_record_list_get_key (self->records, i);

      if (g_hash_table_contains (self->kept_keys, &key))
        gtk_bitset_add (selected, i);
    }
  gtk_selection_model_set_selection (self->selection, selected, all);
  self->restoring = FALSE;
}

static void
on_selection_changed (DeskListView *self)
{
  if (!self->restoring)
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

static void
select_position (DeskListView *self,
                 guint         position)
{
  gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_widget_activate_action (find_inner_list (self), "list.scroll-to-item", "u", position);
}

void
desk_list_view_select_key (DeskListView *self,
                           gint64        key)
{
  guint position;

  if (desk_record_list_find_key (self->records, key, &position))
    select_position (self, position);
}

void
desk_list_view_enter (DeskListView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->records)) == 0)
    return;
  select_position (self, gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_minimum (selected));
  gtk_widget_grab_focus (find_inner_list (self));
}

gboolean
desk_list_view_move (DeskListView *self,
                     int           step)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
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

static void
on_activated (DeskListView *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_sorter_changed (DeskListView *self)
{
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
  add_sorters (self);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  add_keys (self);

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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(ocop_kind_find (spec->kind)->plural_title), -1);
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

  /* Losing its columns one by one, the view sorts by what is left. */
  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->view), on_sorter_changed, self);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
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
