/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the window's and the application's actions their keys. */
void       desk_accelerators_install    (GtkApplication *application);

/* A new window that lists all keys. */
GtkWidget *desk_accelerators_new_window (GtkWindow      *parent);

G_END_DECLS
