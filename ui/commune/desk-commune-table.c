/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-commune-table.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "desk-column-heads.h"
#include "desk-cut-label.h"

struct _DeskCommuneTable
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkWidget *scrolled;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  gpointer data;         /* (nullable): whose lines are shown */

  /* Owned references */
  GHashTable *items;     /* GtkListItem → DeskCommuneColumn: the cells that show a line now */
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskCommuneTable, desk_commune_table, GTK_TYPE_WIDGET)

/* Cells */

static void
on_setup (GtkListItemFactory      *factory,
          GtkListItem             *item,
          const DeskCommuneColumn *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", column->is_number ? 1.0 : 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "halign", GTK_ALIGN_FILL,
                "valign", GTK_ALIGN_CENTER, NULL);
  desk_cut_label_tell (GTK_LABEL (label));
  gtk_list_item_set_child (item, label);
}

static void
show_item (DeskCommuneTable        *self,
           GtkListItem             *item,
           const DeskCommuneColumn *column)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  DeskCommuneCell cell = { NULL };
  const char *classes[] = { NULL, NULL, NULL };

  if (self->data != NULL)
    column->show (self->data, gtk_list_item_get_position (item), &cell);
  classes[0] = cell.pill ? "desk-pill" : cell.style;
  classes[1] = cell.pill ? cell.style : NULL;
  gtk_label_set_label (GTK_LABEL (label), cell.text != NULL ? cell.text : "");
  gtk_widget_set_css_classes (label, classes);
  gtk_widget_set_halign (label, cell.pill ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  g_free (cell.text);
}

static void
on_bind (GtkListItemFactory      *factory,
         GtkListItem             *item,
         const DeskCommuneColumn *column)
{
  DeskCommuneTable *self = g_object_get_data (G_OBJECT (factory), "table");

  g_hash_table_insert (self->items, item, (gpointer) column);
  show_item (self, item, column);
}

static void
on_unbind (GtkListItemFactory      *factory,
           GtkListItem             *item,
           const DeskCommuneColumn *column)
{
  DeskCommuneTable *self = g_object_get_data (G_OBJECT (factory), "table");

  g_hash_table_remove (self->items, item);
}

/* Building */

static void
add_column (DeskCommuneTable        *self,
            const DeskCommuneColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made = gtk_column_view_column_new (_(column->title), factory);

  g_object_set_data (G_OBJECT (factory), "table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), (gpointer) column);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column->width == 0);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (made, column->width);
  gtk_column_view_append_column (self->view, made);
  if (column->is_number)
    desk_column_heads_align_end (made);
  g_object_unref (made);
}

GtkWidget *
desk_commune_table_new (const char              *name,
                        const DeskCommuneColumn *columns)
{
  DeskCommuneTable *self = g_object_new (DESK_TYPE_COMMUNE_TABLE, NULL);

  for (guint i = 0; columns[i].title != NULL; i++)
    add_column (self, &columns[i]);
  desk_accessible_name_column_view (self->view, name);
  return GTK_WIDGET (self);
}

void
desk_commune_table_show (DeskCommuneTable *self,
                         gpointer          data,
                         guint             n)
{
  GtkStringList *lines = gtk_string_list_new (NULL);

  self->data = data;
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (lines, "");
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (lines));
  g_object_unref (lines);
}

void
desk_commune_table_renew (DeskCommuneTable *self)
{
  GHashTableIter iter;
  gpointer item, column;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, &column))
    show_item (self, item, column);
}

static void
on_activated (GtkColumnView    *view,
              guint             place,
              DeskCommuneTable *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, place);
}

static void
desk_commune_table_dispose (GObject *object)
{
  DeskCommuneTable *self = DESK_COMMUNE_TABLE (object);

  self->data = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_commune_table_parent_class)->dispose (object);
}

static void
desk_commune_table_finalize (GObject *object)
{
  g_hash_table_unref (DESK_COMMUNE_TABLE (object)->items);
  G_OBJECT_CLASS (desk_commune_table_parent_class)->finalize (object);
}

static void
desk_commune_table_class_init (DeskCommuneTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_commune_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_commune_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ACTIVATED] = g_signal_new ("activated", DESK_TYPE_COMMUNE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
desk_commune_table_init (DeskCommuneTable *self)
{
  self->items = g_hash_table_new (NULL, NULL);
  self->selection = gtk_single_selection_new (NULL);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "desk-list");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated), self, 0);
  g_object_set (self->scrolled, "child", self->view, "vexpand", TRUE, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
