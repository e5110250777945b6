/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-compare-table.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-column-heads.h"
#include "desk-cut-label.h"
#include "plan/desk-target-table.h"

#define PLACE_WIDTH 44
#define NAME_WIDTH 206
#define NUMBER_WIDTH 92
#define STATE_WIDTH 168
#define APART_WIDTH 92
/* Of a title's second line, which names the plan: a bold letter, and what is around */
#define LETTER_WIDTH 9
#define AROUND_WIDTH 18

typedef enum
{
  SHOWS_PLACE,
  SHOWS_NAME,
  SHOWS_SET,
  SHOWS_ACTUAL,
  SHOWS_STATE,
  SHOWS_SET_APART,
  SHOWS_ACTUAL_APART,
  SHOWS_SHARED,
  SHOWS_OWN,
  SHOWS_OWN_APART,
} Shows;

typedef struct
{
  Shows shows;
  guint plan;     /* its place */
  char *title;
} Column;

typedef struct
{
  const OcopComparison *comparison; /* (nullable) */
  GPtrArray *columns;     /* Column */
  GHashTable *bound;      /* GtkListItem → Column: the cells in sight */
} Table;

static void
column_free (Column *column)
{
  g_free (column->title);
  g_free (column);
}

static void
table_free (gpointer data)
{
  Table *table = data;

  g_ptr_array_unref (table->columns);
  g_hash_table_unref (table->bound);
  g_free (table);
}

static Table *
get_table (GtkColumnView *view)
{
  return g_object_get_data (G_OBJECT (view), "desk-compare-table");
}

/* Cells */

/* "+10", "−3", "0"; nothing where they are not held against each other */
static char *
format_apart (gboolean      known,
              const gint64 *difference)
{
  g_autofree char *number = known ? ocop_quantity_to_people (ABS (*difference)) : NULL;

  if (!known)
    return NULL;
  return g_strconcat (*difference > 0 ? "+" : *difference < 0 ? "−" : "", number, NULL);
}

/* "25 (1/2)": in how many of those that it is shared out to */
static char *
format_sum (gint64 sum,
            guint  n,
            guint  of)
{
  g_autofree char *number = n > 0 ? ocop_quantity_to_people (sum) : NULL;

  return n > 0 ? g_strdup_printf ("%s (%u/%u)", number, n, of) : NULL;
}

static const char *
name_of (const OcopCompareRow *row)
{
  guint place = 0;

  while (ocop_compare_row_get (row, place) == NULL)
    place++;
  return ocop_record_get_text (ocop_compare_row_get (row, place)->target, "name");
}

static char *
format_of_plan (const OcopProgress *progress,
                Shows               shows)
{
  if (progress == NULL)
    return g_strdup (shows == SHOWS_SET ? "—" : "");
  if (shows == SHOWS_SET)
    return ocop_goal_to_people (&progress->goal);
  return shows == SHOWS_ACTUAL ? ocop_progress_to_people (progress, &progress->fact) : g_strdup (ocop_standing_title (progress->standing));
}

/* (transfer full) (nullable) */
static char *
format (const Table  *table,
        const Column *column,
        guint         place)
{
  const OcopCompareRow *row = table->comparison->rows->pdata[place];
  gint64 difference;

  switch (column->shows)
    {
    case SHOWS_PLACE:
      return g_strdup_printf ("%u", place + 1);
    case SHOWS_NAME:
      return g_strdup (name_of (row));
    case SHOWS_SET_APART:
      return format_apart (ocop_compare_row_set_apart (row, column->plan, &difference), &difference);
    case SHOWS_ACTUAL_APART:
      return format_apart (ocop_compare_row_actual_apart (row, column->plan, &difference), &difference);
    case SHOWS_SHARED:
      return format_sum (row->shared, row->n_shared, table->comparison->n_localities);
    case SHOWS_OWN:
      return format_sum (row->own, row->n_own, table->comparison->n_localities);
    case SHOWS_OWN_APART:
      return format_apart (ocop_compare_row_own_apart (row, &difference), &difference);
    default:
      return format_of_plan (ocop_compare_row_get (row, column->plan), column->shows);
    }
}

static gboolean
is_number (const Column *column)
{
  return column->shows != SHOWS_NAME && column->shows != SHOWS_STATE;
}

/* (nullable): of a cell that shows how a target stands */
static const char *
style_of (const Table  *table,
          const Column *column,
          guint         place)
{
  const OcopProgress *progress = column->shows == SHOWS_STATE ? ocop_compare_row_get (table->comparison->rows->pdata[place], column->plan) : NULL;

  return progress != NULL && progress->standing != OCOP_STANDING_NONE ? desk_target_table_style (progress->standing) : NULL;
}

static void
fill_cell (const Table  *table,
           GtkListItem  *item,
           const Column *column)
{
  guint place = gtk_list_item_get_position (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = format (table, column, place);
  const char *style = style_of (table, column, place);
  const char *pill[] = { "desk-pill", style, NULL };
  const char *none[] = { NULL };

  gtk_label_set_label (GTK_LABEL (cell), text != NULL ? text : "");
  gtk_widget_set_css_classes (cell, style != NULL ? pill : none);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          const Column       *column)
{
  GtkWidget *cell = gtk_label_new (NULL);

  g_object_set (cell, "xalign", is_number (column) ? 1.0 : 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                "halign", column->shows == SHOWS_STATE ? GTK_ALIGN_START : GTK_ALIGN_FILL, "valign", GTK_ALIGN_CENTER, NULL);
  if (column->shows == SHOWS_NAME)
    g_object_set (cell, "wrap", TRUE, "lines", 2, NULL);
  desk_cut_label_tell (GTK_LABEL (cell));
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         const Column       *column)
{
  Table *table = g_object_get_data (G_OBJECT (factory), "table");

  g_hash_table_insert (table->bound, item, (gpointer) column);
  fill_cell (table, item, column);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *item,
           const Column       *column)
{
  Table *table = g_object_get_data (G_OBJECT (factory), "table");

  g_hash_table_remove (table->bound, item);
}

/* Columns */

static void
add (GPtrArray *columns,
     Shows      shows,
     guint      plan,
     char      *title)
{
  Column *column = g_new0 (Column, 1);

  column->shows = shows;
  column->plan = plan;
  column->title = title;
  g_ptr_array_add (columns, column);
}

static void
add_of_plan (GPtrArray  *columns,
             guint       plan,
             const char *title)
{
  /* Translators: two short lines: the number that a plan sets; %s: its years */
  add (columns, SHOWS_SET, plan, g_strdup_printf (_("Set\n%s"), title));
  add (columns, SHOWS_ACTUAL, plan, g_strdup_printf (_("Actual\n%s"), title));
  add (columns, SHOWS_STATE, plan, g_strdup_printf (_("State\n%s"), title));
  if (plan == 0)
    return;
  /* Translators: by how much the first plan sets more or less than the plan of the years %s */
  add (columns, SHOWS_SET_APART, plan, g_strdup_printf (_("± set\n%s"), title));
  add (columns, SHOWS_ACTUAL_APART, plan, g_strdup_printf (_("± actual\n%s"), title));
}

/* (element-type Column): of what is shared out where anything is */
static GPtrArray *
list_columns (const OcopComparison *comparison)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);

  add (columns, SHOWS_PLACE, 0, g_strdup (_("No.")));
  add (columns, SHOWS_NAME, 0, g_strdup (_("Target")));
  for (guint i = 0; i < comparison->plans->len; i++)
    add_of_plan (columns, i, comparison->titles->pdata[i]);
  if (comparison->n_localities > 0)
    {
      add (columns, SHOWS_SHARED, 0, g_strdup (_("Shared\nout")));
      add (columns, SHOWS_OWN, 0, g_strdup (_("Set by\nlocalities")));
      add (columns, SHOWS_OWN_APART, 0, g_strdup (_("±\nlocalities")));
    }
  return columns;
}

static int
width_of (const Column *column)
{
  switch (column->shows)
    {
    case SHOWS_PLACE:
      return PLACE_WIDTH;
    case SHOWS_NAME:
      return NAME_WIDTH;
    case SHOWS_STATE:
      return STATE_WIDTH;
    case SHOWS_SET_APART:
    case SHOWS_ACTUAL_APART:
      return APART_WIDTH;
    default:
      return NUMBER_WIDTH;
    }
}

/* A title cannot be cut short. */
static int
width_of_title (const Column *column)
{
  const char *plan = strchr (column->title, '\n');

  return plan != NULL ? (int) g_utf8_strlen (plan + 1, -1) * LETTER_WIDTH + AROUND_WIDTH : 0;
}

static void
append_column (GtkColumnView *view,
               Column        *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) made = gtk_column_view_column_new (column->title, factory);

  g_object_set_data (G_OBJECT (factory), "table", get_table (view));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), column);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_fixed_width (made, MAX (width_of (column), width_of_title (column)));
  gtk_column_view_column_set_expand (made, column->shows == SHOWS_NAME);
  gtk_column_view_append_column (view, made);
  if (is_number (column))
    desk_column_heads_align_end (made);
}

static gboolean
are_same (const GPtrArray *columns,
          const GPtrArray *others)
{
  gboolean same = columns->len == others->len;

  for (guint i = 0; same && i < columns->len; i++)
    same = g_str_equal (((const Column *) columns->pdata[i])->title, ((const Column *) others->pdata[i])->title);
  return same;
}

/* Widths that were drawn stay as long as the plans do. */
static void
set_columns (GtkColumnView *view,
             GPtrArray     *columns)
{
  Table *table = get_table (view);
  g_autoptr(GPtrArray) former = table->columns;
  GListModel *there = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (there) > 0)
    {
      g_autoptr(GtkColumnViewColumn) first = g_list_model_get_item (there, 0);

      gtk_column_view_remove_column (view, first);
    }
  table->columns = columns;
  for (guint i = 0; i < columns->len; i++)
    append_column (view, columns->pdata[i]);
}

/* Rows */

/* Of no text: what they show stands in the comparison. */
static void
set_rows (GtkColumnView *view,
          guint          n)
{
  GtkSelectionModel *former = gtk_column_view_get_model (view);
  guint selected = former != NULL ? gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (former)) : 0;
  GtkStringList *rows = gtk_string_list_new (NULL);
  g_autoptr(GtkSingleSelection) selection = NULL;

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (rows, "");
  selection = gtk_single_selection_new (G_LIST_MODEL (rows));
  if (n > 0)
    gtk_single_selection_set_selected (selection, MIN (selected, n - 1));
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
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
desk_compare_table_set_up (GtkColumnView *view)
{
  Table *table = g_new0 (Table, 1);

  table->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  table->bound = g_hash_table_new (NULL, NULL);
  g_object_set_data_full (G_OBJECT (view), "desk-compare-table", table, table_free);
}

void
desk_compare_table_show (GtkColumnView        *view,
                         const OcopComparison *comparison)
{
  Table *table = get_table (view);
  guint former = table->comparison != NULL ? table->comparison->rows->len : 0;
  guint n = comparison != NULL ? comparison->rows->len : 0;
  g_autoptr(GPtrArray) columns = comparison != NULL ? list_columns (comparison) : NULL;

  table->comparison = comparison;
  if (columns != NULL && !are_same (table->columns, columns))
    {
      gtk_column_view_set_model (view, NULL);
      set_columns (view, g_steal_pointer (&columns));
      set_rows (view, n);
    }
  else if (former != n)
    set_rows (view, n);
  else
    fill_cells (table);
}

/* Copying */

GPtrArray *
desk_compare_table_dup_rows (GtkColumnView *view)
{
  const Table *table = get_table (view);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; table->comparison != NULL && i <= table->comparison->rows->len; i++)
    {
      char **cells = g_new0 (char *, table->columns->len + 1);

      for (guint j = 0; j < table->columns->len; j++)
        {
          const Column *column = table->columns->pdata[j];
          char *text = i == 0 ? g_strdup (column->title) : format (table, column, i - 1);

          cells[j] = text != NULL ? text : g_strdup ("");
        }
      g_ptr_array_add (rows, cells);
    }
  return rows;
}
