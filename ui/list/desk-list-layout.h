/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "list/desk-list-spec.h"

G_BEGIN_DECLS

/* The columns of a list as somebody left them: which are shown, in what order,
 * how wide. Kept in the settings' column-layouts by the name of the page. Beside
 * an open record those of them are shown for which there is room. */

/* Adds the columns of @spec to @view as they were left, and keeps what is changed from now on. */
void               desk_list_layout_attach    (const DeskListSpec *spec,
                                               GtkColumnView      *view);

/* The place in the spec of a column made by desk_list_layout_attach(). */
guint              desk_list_layout_index_of  (GtkColumnViewColumn *column);

/* (element-type GtkColumnViewColumn): all columns of @view, also those not shown. */
GPtrArray         *desk_list_layout_get_all   (GtkColumnView       *view);

/* Returns: (element-type guint): places in the spec of the columns that somebody wants to see, in their order. */
GArray            *desk_list_layout_get_wanted (GtkColumnView      *view);

/* @room: pixels in which the columns have to fit; 0 when they need not */
void               desk_list_layout_set_room  (GtkColumnView       *view,
                                               int                  room);

/* The column that sorts always has room: taken out of the view, it would sort no more. */
void               desk_list_layout_set_order (GtkColumnView       *view,
                                               guint                index);

/* Whether columns come and go for want of room: what the view says meanwhile of its order is nobody's wish. */
gboolean           desk_list_layout_is_fitting (GtkColumnView      *view);

/* Checks for all columns, for a popover. */
GtkWidget         *desk_list_layout_chooser_new (GtkColumnView     *view);

G_END_DECLS
