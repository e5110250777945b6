/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_WRAP_LAYOUT (desk_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DeskWrapLayout, desk_wrap_layout, DESK, WRAP_LAYOUT, GtkLayoutManager)

/* Children beside each other at their natural width, and on further lines where the room ends. A child that expands, by
 * #GtkWidget:hexpand of its own, has what its line leaves, and what follows it in further lines stands at their end.
 * @spacing: pixels between children and between lines; in templates the property of this name */
GtkLayoutManager *desk_wrap_layout_new (int spacing);

G_END_DECLS
