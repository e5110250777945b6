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

/* Appends @child to @notebook under a tab with @title, which names the tab too. */
void desk_accessible_name_append_tab  (GtkNotebook   *notebook,
                                       GtkWidget     *child,
                                       const char    *title);

/* "Ballots" of "_Ballots", which is a label with a mnemonic. Free with g_free(). */
char *desk_accessible_name_dup        (const char    *label);

/* From now on names every button with a mnemonic by its label alone: GTK says the label with the underline, and then
 * once more without. A name of its own, told with %GTK_ACCESSIBLE_PROPERTY_LABEL, has to be set on a button without one. */
void desk_accessible_name_start       (void);

G_END_DECLS
