/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What Shift+Tab does in widgets of @klass, which give the focus they are offered to one of their parts: it goes to what stands
 * before that part, and then out of the widget. By itself GTK offers it to the widget once more, whose part would keep it for
 * ever (GTK 4.8). */
void desk_focus_back_install (GtkWidgetClass *klass);

G_END_DECLS
