/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The title of @column stands over the numbers below it, at their right end. To be called again once @column is put
 * into the view anew: GTK then makes another widget of its title. */
void desk_column_heads_align_end (GtkColumnViewColumn *column);

G_END_DECLS
