/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/desk-share-edits.h"

G_BEGIN_DECLS

#define DESK_TYPE_SHARE_GRID (desk_share_grid_get_type ())
G_DECLARE_FINAL_TYPE (DeskShareGrid, desk_share_grid, DESK, SHARE_GRID, GtkWidget)

/**
 * DeskShareGrid:
 *
 * Localities by targets, typed as in a spreadsheet: arrows, Enter and Tab lead on, Escape takes back what is typed in
 * the cell, a block of cells is pasted from the cell on. In its foot stand the sums beside what the plan sets.
 * #DeskShareGrid::edited is emitted when somebody has typed or pasted.
 */

/* @edits: must stay as long as the grid */
GtkWidget *desk_share_grid_new        (DeskShareEdits     *edits);
/* @shares: (nullable): must stay as long as it is shown. The cell that has the focus keeps it. */
void       desk_share_grid_show       (DeskShareGrid      *self,
                                       OcopShareOut       *shares,
                                       gboolean            editable);
/* The column in which somebody was last; the first at first. */
guint      desk_share_grid_get_column (DeskShareGrid      *self);
/* Types @numbers, (element-type OcopShareNumber), into a column. */
void       desk_share_grid_fill       (DeskShareGrid      *self,
                                       guint               column,
                                       const GArray       *numbers);
/* Goes to the first cell in which no number stands; %FALSE where all do. */
gboolean   desk_share_grid_go_to_wrong (DeskShareGrid     *self);

G_END_DECLS
