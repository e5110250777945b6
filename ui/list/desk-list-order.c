/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-order.h"

#include <json-glib/json-glib.h>

#include "desk-settings.h"
#include "list/desk-list-layout.h"

#define SETTINGS_KEY "list-orders"
#define DOWNWARDS '-'
#define ORDER_DATA "desk-list-order"

/* What belongs to a view for as long as it lives. */
typedef struct
{
  const DeskListSpec *spec;
  guint asked;      /* the column whose sorter was asked first; G_MAXUINT when none was */
  gboolean taking;  /* of a list that is shown for once */
} Order;

/* What the sorter of one column knows. */
typedef struct
{
  Order *order;
  guint column;
} Heading;

static Order *
order_of (GtkColumnView *view)
{
  return g_object_get_data (G_OBJECT (view), ORDER_DATA);
}

static int
compare_markers (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  Heading *heading = data;

  if (heading->order->asked == G_MAXUINT)
    heading->order->asked = heading->column;
  return -1;
}

/* GTK 4.8 does not say which heading was clicked. But its sorter asks that column's sorter
 * first, and turns the answer round when the column sorts downwards: any two objects do.
 * Returns: %NULL when no heading sorts. */
static const char *
get_path (GtkColumnView *view,
          gboolean      *descending)
{
  Order *order = order_of (view);

  order->asked = G_MAXUINT;
  *descending = gtk_sorter_compare (gtk_column_view_get_sorter (view), view, gtk_column_view_get_columns (view)) == GTK_ORDERING_LARGER;
  return order->asked != G_MAXUINT ? order->spec->columns[order->asked].path : NULL;
}

void
desk_list_order_apply (GtkColumnView *view,
                       OcopQuery     *query)
{
  const DeskListSpec *spec = order_of (view)->spec;
  gboolean descending;
  const char *path = get_path (view, &descending);

  if (path == NULL)
    {
      path = spec->order;
      descending = spec->descending;
    }
  ocop_query_clear_order (query);
  ocop_query_order_by (query, path, descending);
  if (spec->then != NULL && g_str_equal (path, spec->order))
    ocop_query_order_by (query, spec->then, descending);
}

static void
sort_by (GtkColumnView *view,
         const char    *path,
         gboolean       descending)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  guint index = desk_list_spec_find_column (order_of (view)->spec, path);

  desk_list_layout_set_order (view, index);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (desk_list_layout_index_of (column) == index)
        gtk_column_view_sort_by_column (view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

void
desk_list_order_take (GtkColumnView   *view,
                      const OcopQuery *query)
{
  g_autofree char *json = ocop_query_to_json (query);
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonObject *object = json_node_get_object (root);
  JsonObject *first;

  if (!json_object_has_member (object, "order"))
    return;
  order_of (view)->taking = TRUE;
  first = json_array_get_object_element (json_object_get_array_member (object, "order"), 0);
  sort_by (view, json_object_get_string_member (first, "field"), json_object_get_boolean_member (first, "descending"));
  order_of (view)->taking = FALSE;
}

void
desk_list_order_keep (GtkColumnView *view)
{
  Order *order = order_of (view);
  gboolean descending;
  const char *path = order->taking ? NULL : get_path (view, &descending);
  g_autofree char *text = NULL;

  if (path == NULL)
    return;
  desk_list_layout_set_order (view, order->asked);
  text = descending ? g_strdup_printf ("%c%s", DOWNWARDS, path) : g_strdup (path);
  desk_settings_set_entry (SETTINGS_KEY, order->spec->page, text);
}

void
desk_list_order_toggle (GtkColumnView *view,
                        const char    *path)
{
  gboolean descending;
  gboolean again = g_strcmp0 (get_path (view, &descending), path) == 0;

  sort_by (view, path, again && !descending);
}

static void
add_sorter (GtkColumnView       *view,
            GtkColumnViewColumn *column)
{
  Heading *heading = g_new (Heading, 1);
  g_autoptr(GtkCustomSorter) sorter = NULL;

  *heading = (Heading) { order_of (view), desk_list_layout_index_of (column) };
  sorter = gtk_custom_sorter_new (compare_markers, heading, g_free);
  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
}

void
desk_list_order_attach (const DeskListSpec *spec,
                        GtkColumnView      *view)
{
  GPtrArray *columns = desk_list_layout_get_all (view);
  Order *order = g_new (Order, 1);
  g_autofree char *kept = desk_settings_dup_entry (SETTINGS_KEY, spec->page);

  *order = (Order) { spec, G_MAXUINT, FALSE };
  g_object_set_data_full (G_OBJECT (view), ORDER_DATA, order, g_free);
  for (guint i = 0; i < columns->len; i++)
    add_sorter (view, g_ptr_array_index (columns, i));
  sort_by (view, spec->order, spec->descending);
  /* A column that is not shown any more sorts nothing. */
  if (kept != NULL)
    sort_by (view, kept + (*kept == DOWNWARDS), *kept == DOWNWARDS);
}
