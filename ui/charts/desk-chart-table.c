/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-table.h"

#include "chart/ocop-chart-table.h"

/* One column of the table, for the cells that show it. */
typedef struct
{
  OcopChartTable *table; /* owned by the view */
  guint column;
} Column;

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          const Column       *column)
{
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), column->column == 0 ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (cell), column->column == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         const Column       *column)
{
  guint row = gtk_list_item_get_position (item) + 1;
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = ocop_chart_table_cell_to_people (column->table, row, column->column);
  gboolean is_total = (column->table->has_total_row && row + 1 == column->table->n_rows)
                      || (column->table->has_total_column && column->column + 1 == column->table->n_columns);

  gtk_label_set_label (GTK_LABEL (cell), text);
  if (is_total)
    gtk_widget_add_css_class (cell, "desk-heading");
  else
    gtk_widget_remove_css_class (cell, "desk-heading");
}

static GtkColumnViewColumn *
new_column (OcopChartTable *table,
            guint           index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = ocop_chart_table_cell_to_people (table, 0, index);
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (title, factory);
  Column *column = g_new (Column, 1);

  *column = (Column) { table, index };
  g_object_set_data_full (G_OBJECT (factory), "column", column, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), column);
  gtk_column_view_column_set_expand (view_column, index == 0);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  return view_column;
}

/* Over figures; a column has no say in where its title stands. */
static void
align_titles (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = gtk_widget_get_first_child (header);

  while (title != NULL && (title = gtk_widget_get_next_sibling (title)) != NULL)
    gtk_widget_set_halign (gtk_widget_get_first_child (title), GTK_ALIGN_END);
}

static void
remove_columns (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  gtk_column_view_set_model (view, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
}

static GtkSelectionModel *
new_rows (const OcopChartTable *table)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint row = 1; row < table->n_rows; row++)
    gtk_string_list_append (names, ocop_chart_table_get (table, row, 0)->text);
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (names)));
}

void
desk_chart_table_show (GtkColumnView   *view,
                       const OcopChart *chart)
{
  OcopChartTable *table;
  g_autoptr(GtkSelectionModel) rows = NULL;

  remove_columns (view);
  if (chart == NULL)
    return;
  table = ocop_chart_table_new (chart);
  g_object_set_data_full (G_OBJECT (view), "table", table, (GDestroyNotify) ocop_chart_table_free);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = new_column (table, i);

      gtk_column_view_append_column (view, column);
    }
  align_titles (view);
  rows = new_rows (table);
  gtk_column_view_set_model (view, rows);
}
