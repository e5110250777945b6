/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/ocop-share-out.h"

G_BEGIN_DECLS

#define DESK_TYPE_SHARE_CELL (desk_share_cell_get_type ())
G_DECLARE_FINAL_TYPE (DeskShareCell, desk_share_cell, DESK, SHARE_CELL, GtkWidget)

#define DESK_SHARE_CELL_WIDTH 176

/* What is set for one locality, to be typed, and beside it what became of it. #DeskShareCell::typed is emitted when
 * somebody has typed, and never by desk_share_cell_show(). */
GtkWidget  *desk_share_cell_new      (guint                column);

guint       desk_share_cell_get_column (DeskShareCell     *self);
guint       desk_share_cell_get_row  (DeskShareCell       *self);
const char *desk_share_cell_get_text (DeskShareCell       *self);
gboolean    desk_share_cell_has_cursor_at_edge (DeskShareCell *self,
                                                gboolean       end);

/* @text: what is typed there; @name: for a screen reader; @editable: whether it can be typed */
void        desk_share_cell_show     (DeskShareCell       *self,
                                      guint                row,
                                      const char          *text,
                                      const char          *name,
                                      gboolean             editable);
/* What became of it, and how what is typed stands: "edited", "wrong" or %NULL. */
void        desk_share_cell_show_fact (DeskShareCell         *self,
                                       const OcopShareColumn *column,
                                       const char            *style);

G_END_DECLS
