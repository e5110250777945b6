/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-part-table.h"

#include <glib/gi18n.h>

#include "desk-column-heads.h"
#include "desk-cut-label.h"

/* Frames until a row that was scrolled to is there. */
#define FRAMES 10

/* The rows stay as long as there are as many: so do scroll, focus and selection. */
typedef struct
{
  GtkStringList *rows;    /* of no text: what they show stands in @parts */
  GPtrArray *parts;       /* OcopPlanPart */
  GHashTable *bound;      /* GtkListItem → DeskPartColumn: the cells in sight */
  guint patience;
} Table;

static void
table_free (gpointer data)
{
  Table *table = data;

  g_object_unref (table->rows);
  g_ptr_array_unref (table->parts);
  g_hash_table_unref (table->bound);
  g_free (table);
}

static Table *
get_table (GtkColumnView *view)
{
  return g_object_get_data (G_OBJECT (view), "desk-part-table");
}

static const char *
title_of (const DeskPartColumn *column)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "plan", column->title);
}

static char *
format (const DeskPartColumn *column,
        const GPtrArray      *parts,
        guint                 place)
{
  char *text = column->format != NULL ? column->format (parts->pdata[place]) : g_strdup_printf ("%u", place + 1);

  return text != NULL ? text : g_strdup ("");
}

static void
on_setup (GtkListItemFactory   *factory,
          GtkListItem          *item,
          const DeskPartColumn *column)
{
  GtkWidget *cell = gtk_label_new (NULL);

  g_object_set (cell, "xalign", column->is_number ? 1.0 : 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "valign", GTK_ALIGN_CENTER, NULL);
  if (column->width == 0)
    g_object_set (cell, "wrap", TRUE, "lines", 2, NULL);
  desk_cut_label_tell (GTK_LABEL (cell));
  gtk_list_item_set_child (item, cell);
}

static void
fill_cell (const Table          *table,
           GtkListItem          *item,
           const DeskPartColumn *column)
{
  guint place = gtk_list_item_get_position (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = format (column, table->parts, place);
  const char *style = column->style != NULL ? column->style (table->parts->pdata[place]) : NULL;
  g_auto(GStrv) styles = g_strsplit (style != NULL ? style : "", " ", -1);

  gtk_label_set_label (GTK_LABEL (cell), text);
  gtk_widget_set_css_classes (cell, (const char **) styles);
  gtk_widget_set_halign (cell, style != NULL && g_str_has_prefix (style, "desk-pill") ? GTK_ALIGN_START : GTK_ALIGN_FILL);
}

static void
on_bind (GtkListItemFactory   *factory,
         GtkListItem          *item,
         const DeskPartColumn *column)
{
  Table *table = g_object_get_data (G_OBJECT (factory), "table");

  g_hash_table_insert (table->bound, item, (gpointer) column);
  fill_cell (table, item, column);
}

static void
on_unbind (GtkListItemFactory   *factory,
           GtkListItem          *item,
           const DeskPartColumn *column)
{
  Table *table = g_object_get_data (G_OBJECT (factory), "table");

  g_hash_table_remove (table->bound, item);
}

static void
add_column (GtkColumnView        *view,
            const DeskPartColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) made = gtk_column_view_column_new (title_of (column), factory);

  g_object_set_data (G_OBJECT (factory), "table", get_table (view));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), (gpointer) column);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column->width == 0);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (made, column->width);
  gtk_column_view_append_column (view, made);
  if (column->is_number)
    desk_column_heads_align_end (made);
}

void
desk_part_table_set_up (GtkColumnView        *view,
                        const DeskPartColumn *columns)
{
  Table *table = g_new0 (Table, 1);
  g_autoptr(GtkSingleSelection) selection = NULL;

  table->rows = gtk_string_list_new (NULL);
  table->parts = g_ptr_array_new ();
  table->bound = g_hash_table_new (NULL, NULL);
  g_object_set_data_full (G_OBJECT (view), "desk-part-table", table, table_free);
  for (; columns->title != NULL; columns++)
    add_column (view, columns);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (table->rows)));
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
}

static guint
get_selected (GtkColumnView *view)
{
  return gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (view)));
}

static const char *
id_at (const GPtrArray *parts,
       guint            place)
{
  return ocop_record_get_id (((const OcopPlanPart *) parts->pdata[place])->record);
}

/* Where the one with @id is now, else what stands at its @place. */
static guint
find_again (const GPtrArray *parts,
            const char      *id,
            guint            place)
{
  for (guint i = 0; id != NULL && i < parts->len; i++)
    if (g_str_equal (id_at (parts, i), id))
      return i;
  if (place == GTK_INVALID_LIST_POSITION)
    return 0;
  return place < parts->len ? place : MAX (parts->len, 1) - 1;
}

static void
set_length (GtkStringList *rows,
            guint          n)
{
  guint former = g_list_model_get_n_items (G_LIST_MODEL (rows));

  while (former < n)
    {
      gtk_string_list_append (rows, "");
      former++;
    }
  gtk_string_list_splice (rows, n, former - n, NULL);
}

static void
fill_cells (Table *table)
{
  GHashTableIter iter;
  gpointer item, column;

  g_hash_table_iter_init (&iter, table->bound);
  while (g_hash_table_iter_next (&iter, &item, &column))
    fill_cell (table, item, column);
}

void
desk_part_table_show (GtkColumnView *view,
                      GPtrArray     *parts)
{
  Table *table = get_table (view);
  g_autoptr(GPtrArray) former = table->parts;
  guint selected = get_selected (view);
  const char *id = selected < former->len ? id_at (former, selected) : NULL;
  guint chosen;

  table->parts = parts != NULL ? g_ptr_array_ref (parts) : g_ptr_array_new ();
  chosen = find_again (table->parts, id, selected);
  set_length (table->rows, table->parts->len);
  fill_cells (table);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (view)), chosen);
}

OcopPlanPart *
desk_part_table_get (GtkColumnView *view)
{
  const Table *table = get_table (view);
  guint place = get_selected (view);

  return place < table->parts->len ? table->parts->pdata[place] : NULL;
}

/* (nullable): the list inside the column view. */
static GtkWidget *
find_list (GtkColumnView *view)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static gboolean
focus_selected (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  Table *table = get_table (GTK_COLUMN_VIEW (widget));
  guint selected = get_selected (GTK_COLUMN_VIEW (widget));
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, table->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_position (item) == selected)
      {
        GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));

        gtk_widget_grab_focus (gtk_widget_get_parent (cell));
        return G_SOURCE_REMOVE;
      }
  return table->patience-- > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

gboolean
desk_part_table_take_focus (GtkColumnView *view)
{
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_widget_activate_action (find_list (view), "list.scroll-to-item", "u", get_selected (view));
  get_table (view)->patience = FRAMES;
  if (focus_selected (GTK_WIDGET (view), NULL, NULL) == G_SOURCE_CONTINUE)
    gtk_widget_add_tick_callback (GTK_WIDGET (view), focus_selected, NULL, NULL);
  return TRUE;
}

/* What is typed into several lines stays in one cell. */
static void
append_cell (GString    *text,
             const char *cell)
{
  g_autofree char *one = g_strdelimit (g_strdup (cell), "\t\n\r", ' ');

  g_string_append (text, one);
}

char *
desk_part_table_to_text (GtkColumnView        *view,
                         const DeskPartColumn *columns)
{
  const GPtrArray *parts = get_table (view)->parts;
  GString *text = g_string_new (NULL);

  for (guint row = 0; row <= parts->len; row++)
    for (const DeskPartColumn *column = columns; column->title != NULL; column++)
      {
        g_autofree char *cell = row == 0 ? g_strdup (title_of (column)) : format (column, parts, row - 1);

        append_cell (text, cell);
        g_string_append_c (text, column[1].title != NULL ? '\t' : '\n');
      }
  return g_string_free (text, FALSE);
}
