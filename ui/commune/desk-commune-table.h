/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A table of what is in memory: its lines are known by their places. */

/**
 * DeskCommuneCell:
 * @style: (nullable): a class of style; a pill where @pill is set
 */
typedef struct
{
  char *text;
  const char *style;
  gboolean pill;
} DeskCommuneCell;

/* @cell: to be filled */
typedef void (*DeskCommuneCellFunc) (gpointer         data,
                                     guint            place,
                                     DeskCommuneCell *cell);

/**
 * DeskCommuneColumn:
 * @width: pixels; 0 for what the others leave
 */
typedef struct
{
  const char *title;
  DeskCommuneCellFunc show;
  int width;
  gboolean is_number;
} DeskCommuneColumn;

#define DESK_TYPE_COMMUNE_TABLE (desk_commune_table_get_type ())
G_DECLARE_FINAL_TYPE (DeskCommuneTable, desk_commune_table, DESK, COMMUNE_TABLE, GtkWidget)

/* @name: for a screen reader; @columns: ended by one without a title; all are borrowed. #DeskCommuneTable::activated with
 * the place is emitted when a line is double-clicked or Enter is pressed on it. */
GtkWidget *desk_commune_table_new    (const char              *name,
                                      const DeskCommuneColumn *columns);
/* Shows @n lines; @data: borrowed, for the columns. */
void       desk_commune_table_show   (DeskCommuneTable        *self,
                                      gpointer                 data,
                                      guint                    n);
/* Asks anew for what stands in the cells. */
void       desk_commune_table_renew  (DeskCommuneTable        *self);

G_END_DECLS
