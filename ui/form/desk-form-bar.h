/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The buttons below a form; they activate its actions. */
GtkWidget *desk_form_bar_new    (void);

/* @title: translated */
void       desk_form_append_tab (GtkNotebook *notebook,
                                 GtkWidget   *pane,
                                 const char  *title);

G_END_DECLS
