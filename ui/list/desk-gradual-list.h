/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * desk_gradual_list_show:
 * @items: (transfer full)
 * @first: how many of them are seen before anybody scrolls
 *
 * Has @view show @items, of which none is ever selected: @first with the next frame, the others with those that follow. GTK
 * makes and measures 200 rows of each list, seen or not, before it draws any.
 */
void desk_gradual_list_show (GtkListView *view,
                             GListModel  *items,
                             guint        first);

G_END_DECLS
