/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands where a list would, and the button that does something about it; all texts translated. */
GtkWidget *desk_list_empty_new (const char *title,
                                const char *text,
                                const char *label,
                                const char *action);

G_END_DECLS
