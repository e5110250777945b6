/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names to a screen reader what is made of a part that has the focus: GTK gives the part neither the label nor the
 * name of the whole, and it is said by its class (GTK 4.8). */

/* @button: a GtkMenuButton or a GtkDropDown; @name: (nullable): %NULL for the label of a menu button */
void desk_accessible_name_button      (GtkWidget     *button,
                                       const char    *name);
void desk_accessible_name_column_view (GtkColumnView *view,
                                       const char    *name);

G_END_DECLS
