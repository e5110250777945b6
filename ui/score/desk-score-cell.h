/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_SCORE_CELL (desk_score_cell_get_type ())
G_DECLARE_FINAL_TYPE (DeskScoreCell, desk_score_cell, DESK, SCORE_CELL, GtkWidget)

/* One member's points for one criterion, or a sum of points. It knows the row and column of its grid, and takes
 * no keys itself. */
GtkWidget  *desk_score_cell_new        (guint          row,
                                        guint          column);
guint       desk_score_cell_get_row    (DeskScoreCell *self);
guint       desk_score_cell_get_column (DeskScoreCell *self);

/* @style: (nullable): a style class of its own; @name: (nullable): what it is called by a screen reader */
void        desk_score_cell_show       (DeskScoreCell *self,
                                        const char    *text,
                                        const char    *style,
                                        const char    *name);

G_END_DECLS
