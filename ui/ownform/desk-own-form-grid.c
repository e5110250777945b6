/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ownform/desk-own-form-grid.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk-accessible-name.h"

#define NUMBER_WIDTH 48
#define CELL_WIDTH 116
/* Beyond what is used, for what is to be put beside or below it. */
#define SPARE_ROWS 20
#define SPARE_COLUMNS 2
/* No form that people look at is wider. */
#define MOST_COLUMNS 60

struct _DeskOwnFormGrid
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *view;
  const DeskOwnFormData *data;
  char *sheet;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskOwnFormGrid, desk_own_form_grid, GTK_TYPE_WIDGET)

/* --- cells --- */

static guint
column_of (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
on_clicked (GtkButton   *button,
            GtkListItem *item)
{
  DeskOwnFormGrid *self = DESK_OWN_FORM_GRID (gtk_widget_get_ancestor (GTK_WIDGET (button), DESK_TYPE_OWN_FORM_GRID));
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "column"));
  gboolean is_new;
  guint row = desk_own_form_data_get_row (self->data, self->sheet, gtk_list_item_get_position (item) + 1, &is_new);

  g_signal_emit (self, signals[CHOSEN], 0, row, column);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          DeskOwnFormGrid          *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "single-line-mode", TRUE, NULL);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "desk-form-cell");
  g_object_set_data (G_OBJECT (button), "column", GUINT_TO_POINTER (column_of (factory)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), item, 0);
  gtk_list_item_set_child (item, button);
  gtk_list_item_set_activatable (item, FALSE);
}

/* Days as people write them. */
static char *
to_people (const char *text)
{
  OcopDate date;

  if (text != NULL && strlen (text) == strlen ("2026-11-22") && text[4] == '-' && ocop_date_parse (text, &date))
    return ocop_date_to_people (date);
  return g_strdup (text != NULL ? text : "");
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         DeskOwnFormGrid          *self)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  guint row = gtk_list_item_get_position (item) + 1, column = column_of (factory);
  g_autofree char *text = to_people (desk_own_form_data_get_text (self->data, self->sheet, row, column));
  char name[OCOP_FORM_NAME_SIZE];
  gboolean is_new;
  guint form_row = desk_own_form_data_get_row (self->data, self->sheet, row, &is_new);
  g_autofree char *spoken = is_new ? g_strdup (text) : g_strdup_printf ("%s %s", ocop_form_cell_write_name (form_row, column, name), text);

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  gtk_widget_set_tooltip_text (button, *text != '\0' ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (desk_own_form_data_is_filled (self->data, self->sheet, row, column))
    gtk_widget_add_css_class (button, "filled");
  else
    gtk_widget_remove_css_class (button, "filled");
}

static void
on_setup_number (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 DeskOwnFormGrid          *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 1.0, "margin-end", 6, NULL);
  gtk_widget_add_css_class (label, "desk-dim");
  gtk_list_item_set_child (item, label);
}

static void
on_bind_number (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                DeskOwnFormGrid          *self)
{
  gboolean is_new;
  guint row = desk_own_form_data_get_row (self->data, self->sheet, gtk_list_item_get_position (item) + 1, &is_new);
  g_autofree char *number = is_new ? g_strdup ("+") : g_strdup_printf ("%u", row);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), number);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), is_new ? _("A row that the form lacks; it is put in") : NULL);
}

/* --- columns and rows --- */

/* @column: 0 for the numbers of the rows */
static void
add_column (DeskOwnFormGrid *self,
            guint            column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  char name[OCOP_FORM_NAME_SIZE] = "";
  g_autoptr(GtkColumnViewColumn) added = NULL;

  if (column > 0)
    {
      ocop_form_cell_write_name (1, column, name);
      name[strlen (name) - 1] = '\0';
    }
  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", column > 0 ? G_CALLBACK (on_setup) : G_CALLBACK (on_setup_number), self, 0);
  g_signal_connect_object (factory, "bind", column > 0 ? G_CALLBACK (on_bind) : G_CALLBACK (on_bind_number), self, 0);
  added = gtk_column_view_column_new (name, factory);
  gtk_column_view_column_set_fixed_width (added, column > 0 ? CELL_WIDTH : NUMBER_WIDTH);
  gtk_column_view_column_set_resizable (added, column > 0);
  gtk_column_view_append_column (self->view, added);
}

static void
remove_columns (DeskOwnFormGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static guint
count_rows (const OcopSheet *sheet)
{
  guint n = ocop_sheet_get_n_rows (sheet);

  return (n > 0 ? ocop_sheet_get_row_number (sheet, n - 1) : 0) + SPARE_ROWS;
}

/* The rows stand for nothing but their number. */
static void
set_rows (DeskOwnFormGrid *self,
          guint            n)
{
  g_autoptr(GListStore) rows = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkNoSelection) selection = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (rows, 0, 0, items->pdata, items->len);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static const OcopSheet *
find_sheet (const DeskOwnFormData *data,
            const char            *sheet)
{
  OcopFormBook *book = data == NULL ? NULL : data->filled != NULL ? data->filled : data->book;

  return book != NULL && sheet != NULL ? ocop_workbook_find_sheet (ocop_form_book_get_workbook (book), sheet) : NULL;
}

void
desk_own_form_grid_set_sheet (DeskOwnFormGrid       *self,
                              const DeskOwnFormData *data,
                              const char            *sheet)
{
  const OcopSheet *found = find_sheet (data, sheet);
  double top = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)));
  gboolean again = g_strcmp0 (self->sheet, sheet) == 0;

  gtk_column_view_set_model (self->view, NULL);
  remove_columns (self);
  self->data = data;
  g_free (self->sheet);
  self->sheet = g_strdup (sheet);
  if (found == NULL)
    return;
  for (guint i = 0; i <= MIN (ocop_sheet_get_n_columns (found) + SPARE_COLUMNS, MOST_COLUMNS); i++)
    add_column (self, i);
  set_rows (self, count_rows (found));
  if (again)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), top);
}

GtkWidget *
desk_own_form_grid_new (void)
{
  return g_object_new (DESK_TYPE_OWN_FORM_GRID, NULL);
}

static void
desk_own_form_grid_dispose (GObject *object)
{
  DeskOwnFormGrid *self = DESK_OWN_FORM_GRID (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_own_form_grid_parent_class)->dispose (object);
}

static void
desk_own_form_grid_finalize (GObject *object)
{
  g_free (DESK_OWN_FORM_GRID (object)->sheet);
  G_OBJECT_CLASS (desk_own_form_grid_parent_class)->finalize (object);
}

static void
desk_own_form_grid_class_init (DeskOwnFormGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_own_form_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_own_form_grid_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_UINT, G_TYPE_UINT);
}

static void
desk_own_form_grid_init (DeskOwnFormGrid *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "desk-form-grid");
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  desk_accessible_name_column_view (self->view, _("Cells of the sheet"));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
