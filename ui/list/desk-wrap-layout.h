/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_WRAP_LAYOUT (desk_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DeskWrapLayout, desk_wrap_layout, DESK, WRAP_LAYOUT, GtkLayoutManager)

/* Children beside each other at their natural width, and on further lines where the room ends.
 * @spacing: pixels between children and between lines */
GtkLayoutManager *desk_wrap_layout_new (int spacing);

G_END_DECLS
