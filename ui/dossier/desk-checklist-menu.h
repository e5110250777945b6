/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The button with all that can be done with a document of a checklist, for those who do not know the
 * keys; it calls the actions of the row that it stands in. */
GtkWidget *desk_checklist_menu_new (void);

G_END_DECLS
