/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*DeskWidgetFunc) (GtkWidget *widget);

/* From now on every widget that is a @type is handed to @prepare, once, when it is first realized: for what GTK gives
 * no other place to change in all of them. */
void desk_each_widget (GType          type,
                       DeskWidgetFunc prepare);

G_END_DECLS
