/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-layout.h"

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
  guint save_source;
} Layout;

static void
layout_free (Layout *layout)
{
  g_clear_handle_id (&layout->save_source, g_source_remove);
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

/* GTK 4.8 leaves room for columns that are invisible: those not shown are taken out. */
static gboolean
is_shown (GtkColumnViewColumn *column)
{
  return gtk_column_view_column_get_column_view (column) != NULL;
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
  json_builder_add_boolean_value (builder, is_shown (column));
  json_builder_end_object (builder);
}

/* Those shown in their order, then the others. */
static char *
layout_to_json (Layout *layout)
{
  GListModel *columns = gtk_column_view_get_columns (layout->view);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      add_to_json (builder, layout, column);
    }
  for (guint i = 0; i < layout->all->len; i++)
    if (!is_shown (g_ptr_array_index (layout->all, i)))
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
  if (shown)
    gtk_column_view_append_column (layout->view, column);
}

/* Columns of a kept layout come first, in its order; @added marks them. */
static void
add_kept_columns (Layout     *layout,
                  const char *json,
                  gboolean   *added)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
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

void
desk_list_layout_attach (const DeskListSpec *spec,
                         GtkColumnView      *view)
{
  Layout *layout = g_new0 (Layout, 1);
  g_autofree gboolean *added = g_new0 (gboolean, desk_list_spec_n_columns (spec));
  g_autofree char *kept = desk_settings_dup_entry (SETTINGS_KEY, spec->page);

  layout->spec = spec;
  layout->view = view;
  layout->all = g_ptr_array_new_with_free_func (g_object_unref);
  g_object_set_data_full (G_OBJECT (view), LAYOUT_DATA, layout, (GDestroyNotify) layout_free);

  if (kept != NULL)
    add_kept_columns (layout, kept, added);
  for (guint i = 0; i < desk_list_spec_n_columns (spec); i++)
    if (!added[i])
      add_column (layout, i, spec->columns[i].width, spec->columns[i].shown);
  g_signal_connect_swapped (gtk_column_view_get_columns (view), "items-changed", G_CALLBACK (save_soon), layout);
}

GArray *
desk_list_layout_get_shown (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      guint index = desk_list_layout_index_of (column);

      g_array_append_val (shown, index);
    }
  return shown;
}

static void
on_check_toggled (GtkCheckButton      *check,
                  GtkColumnViewColumn *column)
{
  GtkColumnView *view = g_object_get_data (G_OBJECT (check), "desk-view");
  gboolean wanted = gtk_check_button_get_active (check);

  if (wanted && !is_shown (column))
    gtk_column_view_append_column (view, column);
  else if (!wanted && is_shown (column))
    gtk_column_view_remove_column (view, column);
}

GtkWidget *
desk_list_layout_chooser_new (GtkColumnView *view)
{
  GPtrArray *all = desk_list_layout_get_all (view);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < all->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (all, i);
      GtkWidget *check = gtk_check_button_new_with_label (gtk_column_view_column_get_title (column));

      /* A list without the name of its records says nothing. */
      gtk_widget_set_sensitive (check, desk_list_layout_index_of (column) != 0);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_shown (column));
      g_object_set_data (G_OBJECT (check), "desk-view", view);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), column, 0);
      gtk_box_append (GTK_BOX (box), check);
    }
  return box;
}
