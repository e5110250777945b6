/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_RECORD_GRID (desk_record_grid_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecordGrid, desk_record_grid, DESK, RECORD_GRID, GtkWidget)

/**
 * DeskRecordGridField:
 * @field: of the kind; %NULL ends the fields
 * @width: of its control, in pixels; 0 for what the others leave
 *
 * A column of the grid.
 */
typedef struct
{
  const char *field;
  int width;
} DeskRecordGridField;

/**
 * DeskRecordGrid:
 *
 * Many records of one kind in a table, a control for each field: typed one after another, and kept in one step. Enter, Up
 * and Down lead from number to number as in a spreadsheet. With
 * #DeskRecordGrid::row-changed (number of the row) whoever shows it hears what a person changed.
 */

/* @head: (nullable): what stands above the words that name each row; %NULL where rows have none */
GtkWidget        *desk_record_grid_new       (OcopRegister              *reg,
                                              const OcopKind            *kind,
                                              const DeskRecordGridField *fields,
                                              const char                *head);

/* @name: (nullable): what stands before its controls; @labels: (nullable): names by the ids that its links lead to */
void              desk_record_grid_append    (DeskRecordGrid            *self,
                                              const OcopRecord          *record,
                                              const char                *name,
                                              GHashTable                *labels);
/* Takes the last row away. */
void              desk_record_grid_remove_last (DeskRecordGrid          *self);
guint             desk_record_grid_get_n_rows (DeskRecordGrid           *self);
/* As it was given, with what desk_record_grid_collect() last took of the controls; borrowed. */
OcopRecord       *desk_record_grid_get_record (DeskRecordGrid           *self,
                                               guint                     row);

/* What stands in the control now; unknown where it does not suit. */
void              desk_record_grid_get_value (DeskRecordGrid            *self,
                                              guint                      row,
                                              const char                *field,
                                              OcopValue                 *value);
void              desk_record_grid_set_value (DeskRecordGrid            *self,
                                              guint                      row,
                                              const char                *field,
                                              const OcopValue           *value,
                                              const char                *label);
/* @field: (nullable): the first */
void              desk_record_grid_focus     (DeskRecordGrid            *self,
                                              guint                      row,
                                              const char                *field);

/* Takes what was typed into the records. At the first that does not suit, its control gets the focus, and @error says
 * what is wrong, and in which row. */
gboolean          desk_record_grid_collect   (DeskRecordGrid            *self,
                                              GError                   **error);

G_END_DECLS
