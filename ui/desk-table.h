/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_TABLE (desk_table_get_type ())
G_DECLARE_FINAL_TYPE (DeskTable, desk_table, DESK, TABLE, GtkWidget)

typedef struct _DeskTableColumn DeskTableColumn;

/**
 * DeskTableCell:
 * @row: an element of what is shown
 * @place: its place, from 0
 * @data: (nullable): what the rows are of
 *
 * What a column is asked about.
 */
typedef struct
{
  const DeskTableColumn *column;
  gpointer row;
  guint place;
  gpointer data;
} DeskTableCell;

/**
 * DeskTableColumn:
 * @title: English, to be translated; or as it is to be read, made when it is needed
 * @text: (nullable) (transfer full): what stands in a cell, %NULL for nothing; without it the number of the row
 * @style: (nullable): the style class of a cell; %NULL for none
 * @key, @n: for @text and @style alone: which field, which of several
 * @width: pixels; 0 for what the others leave, in two lines
 * @wraps: in as many lines as it takes
 * @is_pill: a cell with a style is a pill
 */
struct _DeskTableColumn
{
  const char *title;
  char *(*text) (const DeskTableCell *cell);
  const char *(*style) (const DeskTableCell *cell);
  const char *key;
  guint n;
  int width;
  gboolean is_number;
  gboolean is_pill;
  gboolean wraps;
};

/* What a row is known by when others are shown. */
typedef const char *(*DeskTableIdFunc) (gconstpointer row);

/**
 * DeskTable:
 *
 * A table of what is in memory. #DeskTable::chosen is emitted when another row is, unless by desk_table_show();
 * #DeskTable::activated by a double click and by Enter, with the row's place. Ctrl+C copies the whole table
 * ("table.copy"). It is made for some hundred rows: a list of records is a DeskListView.
 */
GtkWidget *desk_table_new         (void);

/**
 * desk_table_set_up:
 * @name: for a screen reader
 * @context: (nullable): of the titles, for their translation
 * @columns: ended by a %NULL title; copied
 * @id: (nullable): %NULL where a row has nothing but its place
 */
void       desk_table_set_up      (DeskTable             *self,
                                   const char            *name,
                                   const char            *context,
                                   const DeskTableColumn *columns,
                                   DeskTableIdFunc        id);

/* Others from now on; those that bear the same titles keep the widths that they were given. */
void       desk_table_set_columns (DeskTable             *self,
                                   const char            *context,
                                   const DeskTableColumn *columns);

/* Shows @rows, (nullable); @data: for the columns, borrowed until others are shown. The row that was chosen stays so,
 * or another at its place where it is gone; so does what is scrolled to. */
void       desk_table_show        (DeskTable             *self,
                                   GPtrArray             *rows,
                                   gpointer               data);

/* Asks anew for what stands in the cells. */
void       desk_table_renew       (DeskTable             *self);

/* (nullable): the row that is chosen; its place, %GTK_INVALID_LIST_POSITION for none; another. */
gpointer   desk_table_get         (DeskTable             *self);
guint      desk_table_get_chosen  (DeskTable             *self);
void       desk_table_choose      (DeskTable             *self,
                                   guint                  place);

/* Puts titles and cells on the clipboard, and says so. */
void       desk_table_copy        (DeskTable             *self);

G_END_DECLS
