/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The buttons below a form; they activate its actions. */
GtkWidget *desk_form_bar_new (void);

G_END_DECLS
