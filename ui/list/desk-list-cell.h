/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "list/desk-list-spec.h"
#include "list/desk-row.h"

G_BEGIN_DECLS

/* Makes and fills the cells of the @column-th column of @spec, whose items are #DeskRow. */
GtkListItemFactory *desk_list_cell_factory_new (const DeskListSpec *spec,
                                                guint               column);

/* Whether the @column-th column holds numbers, which stand at its end. */
gboolean            desk_list_cell_is_number    (const DeskListSpec *spec,
                                                 guint               column);

/* What the cell of the @column-th column says of @row. Free with g_free(). */
char               *desk_list_cell_dup_text     (const DeskListSpec *spec,
                                                 guint               column,
                                                 DeskRow            *row);

/* Which row a cell's widget shows; %GTK_INVALID_LIST_POSITION when it shows none. */
guint               desk_list_cell_get_position (GtkWidget          *cell);

/* (nullable): what "≈" or a pill means, or all of a text that is cut. Free with g_free(). */
char               *desk_list_cell_dup_tooltip  (GtkWidget          *cell);

G_END_DECLS
