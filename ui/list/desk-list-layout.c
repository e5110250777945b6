/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-layout.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "desk-settings.h"
#include "list/desk-list-cell.h"

#define SETTINGS_KEY "column-layouts"
#define INDEX_DATA "desk-column-index"
#define LAYOUT_DATA "desk-list-layout"

/* What belongs to a view for as long as it lives. */
typedef struct
{
  const DeskListSpec *spec;
  GtkColumnView *view;
  GPtrArray *all;       /* of GtkColumnViewColumn, in the order of the chooser */
  GPtrArray *wanted;    /* those of @all that somebody wants to see, in their order */
  GPtrArray *aside;     /* those of @wanted for which there is no room */
  gboolean fitting;     /* columns come and go as there is room, not as somebody wants */
  int room;             /* pixels in which the columns have to fit; 0 when they need not */
  guint order;          /* the column that sorts; G_MAXUINT when none does */
  guint save_source;
  guint titles_source;
} Layout;

static void
layout_free (Layout *layout)
{
  g_clear_handle_id (&layout->save_source, g_source_remove);
  g_clear_handle_id (&layout->titles_source, g_source_remove);
  g_ptr_array_unref (layout->aside);
  g_ptr_array_unref (layout->wanted);
  g_ptr_array_unref (layout->all);
  g_free (layout);
}

guint
desk_list_layout_index_of (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), INDEX_DATA));
}

static Layout *
layout_of (GtkColumnView *view)
{
  return g_object_get_data (G_OBJECT (view), LAYOUT_DATA);
}

GPtrArray *
desk_list_layout_get_all (GtkColumnView *view)
{
  return layout_of (view)->all;
}

static gboolean
is_wanted (Layout              *layout,
           GtkColumnViewColumn *column)
{
  return g_ptr_array_find (layout->wanted, column, NULL);
}

static gboolean
is_aside (Layout              *layout,
          GtkColumnViewColumn *column)
{
  return g_ptr_array_find (layout->aside, column, NULL);
}

static void
add_to_json (JsonBuilder         *builder,
             Layout              *layout,
             GtkColumnViewColumn *column)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, layout->spec->columns[desk_list_layout_index_of (column)].path);
  json_builder_set_member_name (builder, "width");
  json_builder_add_int_value (builder, gtk_column_view_column_get_fixed_width (column));
  json_builder_set_member_name (builder, "shown");
  json_builder_add_boolean_value (builder, is_wanted (layout, column));
  json_builder_end_object (builder);
}

/* Those wanted in their order, then the others. */
static char *
layout_to_json (Layout *layout)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < layout->wanted->len; i++)
    add_to_json (builder, layout, g_ptr_array_index (layout->wanted, i));
  for (guint i = 0; i < layout->all->len; i++)
    if (!is_wanted (layout, g_ptr_array_index (layout->all, i)))
      add_to_json (builder, layout, g_ptr_array_index (layout->all, i));
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
save (gpointer data)
{
  Layout *layout = data;
  g_autofree char *json = layout_to_json (layout);

  layout->save_source = 0;
  desk_settings_set_entry (SETTINGS_KEY, layout->spec->page, json);
  return G_SOURCE_REMOVE;
}

/* A column dragged wider changes with each pixel. */
static void
save_soon (Layout *layout)
{
  if (layout->save_source == 0)
    layout->save_source = g_timeout_add (400, save, layout);
}

static void
add_column (Layout   *layout,
            guint     index,
            int       width,
            gboolean  shown)
{
  const DeskListColumn *description = &layout->spec->columns[index];
  GtkColumnViewColumn *column =
    gtk_column_view_column_new (desk_list_column_get_title (layout->spec, description),
                                desk_list_cell_factory_new (layout->spec, index));

  g_object_set_data (G_OBJECT (column), INDEX_DATA, GUINT_TO_POINTER (index));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, description->width < 0);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  g_signal_connect_swapped (column, "notify::fixed-width", G_CALLBACK (save_soon), layout);
  g_ptr_array_add (layout->all, column);
  if (!shown)
    return;
  g_ptr_array_add (layout->wanted, column);
  gtk_column_view_append_column (layout->view, column);
}

/* Columns of a kept layout come first, in its order; @added marks them. */
static void
add_kept_columns (Layout     *layout,
                  const char *json,
                  gboolean   *added)
{
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *name = object != NULL ? json_object_get_string_member_with_default (object, "name", "") : "";
      guint index = desk_list_spec_find_column (layout->spec, name);

      if (index == G_MAXUINT || added[index])
        continue;
      added[index] = TRUE;
      add_column (layout, index,
                  MIN (json_object_get_int_member_with_default (object, "width", -1), 2000),
                  json_object_get_boolean_member_with_default (object, "shown", TRUE));
    }
}

/* GTK puts every title at the start of its column, and has no property for another place. The titles are the children of
 * the view's first child, in the order of the columns. */
static gboolean
align_titles (gpointer data)
{
  Layout *layout = data;
  GListModel *columns = gtk_column_view_get_columns (layout->view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (layout->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  layout->titles_source = 0;
  for (guint i = 0; i < g_list_model_get_n_items (columns) && title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *content = gtk_widget_get_first_child (title);

      if (content != NULL)
        gtk_widget_set_halign (content, desk_list_cell_is_number (layout->spec, desk_list_layout_index_of (column))
                                          ? GTK_ALIGN_END : GTK_ALIGN_FILL);
    }
  return G_SOURCE_REMOVE;
}

/* The title of a column is made after the list of columns has changed. */
static void
align_titles_soon (Layout *layout)
{
  if (layout->titles_source == 0)
    layout->titles_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, align_titles, layout, NULL);
}

/* Somebody moved, added or removed columns: those for which there is no room keep their places. */
static void
on_columns_changed (Layout *layout)
{
  GListModel *columns = gtk_column_view_get_columns (layout->view);
  g_autoptr(GPtrArray) former = NULL;
  guint next = 0;

  align_titles_soon (layout);
  if (layout->fitting)
    return;
  former = g_steal_pointer (&layout->wanted);
  layout->wanted = g_ptr_array_new ();
  for (guint i = 0; i < former->len || next < g_list_model_get_n_items (columns); i++)
    {
      GtkColumnViewColumn *column = i < former->len ? g_ptr_array_index (former, i) : NULL;
      g_autoptr(GtkColumnViewColumn) shown = NULL;

      if (column == NULL || !is_aside (layout, column))
        column = shown = g_list_model_get_item (columns, next++);
      if (column != NULL)
        g_ptr_array_add (layout->wanted, column);
    }
  save_soon (layout);
}

void
desk_list_layout_attach (const DeskListSpec *spec,
                         GtkColumnView      *view)
{
  Layout *layout = g_new0 (Layout, 1);
  g_autofree gboolean *added = g_new0 (gboolean, desk_list_spec_n_columns (spec));
  g_autofree char *kept = desk_settings_dup_entry (SETTINGS_KEY, spec->page);

  layout->spec = spec;
  layout->view = view;
  layout->order = G_MAXUINT;
  layout->all = g_ptr_array_new_with_free_func (g_object_unref);
  layout->wanted = g_ptr_array_new ();
  layout->aside = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (view), LAYOUT_DATA, layout, (GDestroyNotify) layout_free);

  if (kept != NULL)
    add_kept_columns (layout, kept, added);
  for (guint i = 0; i < desk_list_spec_n_columns (spec); i++)
    if (!added[i])
      add_column (layout, i, spec->columns[i].width, spec->columns[i].shown);
  g_signal_connect_swapped (gtk_column_view_get_columns (view), "items-changed", G_CALLBACK (on_columns_changed), layout);
  align_titles (layout);
}

GArray *
desk_list_layout_get_wanted (GtkColumnView *view)
{
  GPtrArray *wanted = layout_of (view)->wanted;
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < wanted->len; i++)
    {
      guint index = desk_list_layout_index_of (g_ptr_array_index (wanted, i));

      g_array_append_val (indices, index);
    }
  return indices;
}

/* Which room of a column beside an open record */

static int
get_needed_width (const DeskListSpec  *spec,
                  GtkColumnViewColumn *column)
{
  int width = gtk_column_view_column_get_fixed_width (column);

  return width > 0 ? width : ABS (spec->columns[desk_list_layout_index_of (column)].width);
}

/* The name of a record and what the list is sorted by are always there. */
static guint
get_turn (const Layout        *layout,
          GtkColumnViewColumn *column)
{
  guint index = desk_list_layout_index_of (column);
  guint beside = layout->spec->columns[index].beside;

  if (index == 0 || index == layout->order)
    return 1;
  return beside > 0 ? beside : G_MAXUINT;
}

static int
compare_turns (gconstpointer a,
               gconstpointer b,
               gpointer      layout)
{
  guint turn_a = get_turn (layout, *(GtkColumnViewColumn * const *) a);
  guint turn_b = get_turn (layout, *(GtkColumnViewColumn * const *) b);

  return (turn_a > turn_b) - (turn_a < turn_b);
}

static void
set_aside_what_does_not_fit (Layout *layout)
{
  g_autoptr(GPtrArray) turns = g_ptr_array_copy (layout->wanted, NULL, NULL);
  int width = 0;

  g_ptr_array_sort_with_data (turns, compare_turns, layout);
  for (guint i = 0; i < turns->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (turns, i);
      int needed = get_needed_width (layout->spec, column);

      if (width + needed > layout->room && get_turn (layout, column) > 1)
        g_ptr_array_add (layout->aside, column);
      else
        width += needed;
    }
}

static void
fit (Layout *layout)
{
  guint place = 0;

  g_ptr_array_set_size (layout->aside, 0);
  if (layout->room > 0)
    set_aside_what_does_not_fit (layout);
  layout->fitting = TRUE;
  for (guint i = 0; i < layout->wanted->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (layout->wanted, i);
      gboolean shown = gtk_column_view_column_get_column_view (column) != NULL;
      gboolean fits = !is_aside (layout, column);

      if (fits && !shown)
        gtk_column_view_insert_column (layout->view, place, column);
      else if (!fits && shown)
        gtk_column_view_remove_column (layout->view, column);
      place += fits;
    }
  layout->fitting = FALSE;
}

void
desk_list_layout_set_room (GtkColumnView *view,
                           int            room)
{
  Layout *layout = layout_of (view);

  if (layout->room == room)
    return;
  layout->room = room;
  fit (layout);
}

void
desk_list_layout_set_order (GtkColumnView *view,
                            guint          index)
{
  Layout *layout = layout_of (view);

  layout->order = index;
  for (guint i = 0; i < layout->aside->len; i++)
    if (desk_list_layout_index_of (g_ptr_array_index (layout->aside, i)) == index)
      {
        fit (layout);
        return;
      }
}

gboolean
desk_list_layout_is_fitting (GtkColumnView *view)
{
  return layout_of (view)->fitting;
}

/* The chooser */

static void
on_check_toggled (GtkCheckButton      *check,
                  GtkColumnViewColumn *column)
{
  GtkColumnView *view = g_object_get_data (G_OBJECT (check), "desk-view");
  Layout *layout = layout_of (view);
  gboolean wanted = gtk_check_button_get_active (check);

  if (wanted && !is_wanted (layout, column))
    gtk_column_view_append_column (view, column);
  else if (!wanted && g_ptr_array_remove (layout->aside, column))
    on_columns_changed (layout);
  else if (!wanted && is_wanted (layout, column))
    gtk_column_view_remove_column (view, column);
}

GtkWidget *
desk_list_layout_chooser_new (GtkColumnView *view)
{
  Layout *layout = layout_of (view);
  GPtrArray *all = layout->all;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *note = gtk_label_new (_("Beside an open record, those for which there is room."));

  for (guint i = 0; i < all->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (all, i);
      GtkWidget *check = gtk_check_button_new_with_label (gtk_column_view_column_get_title (column));

      /* A list without the name of its records says nothing. */
      gtk_widget_set_sensitive (check, desk_list_layout_index_of (column) != 0);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_wanted (layout, column));
      g_object_set_data (G_OBJECT (check), "desk-view", view);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), column, 0);
      gtk_box_append (GTK_BOX (box), check);
    }
  g_object_set (note, "wrap", TRUE, "max-width-chars", 24, "xalign", 0.0, "margin-top", 6, NULL);
  gtk_widget_add_css_class (note, "desk-subtitle");
  gtk_box_append (GTK_BOX (box), note);
  return box;
}
