/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on every GtkDropDown opens with the keyboard on what is chosen. GTK opens it on its first row or on that
 * where the keyboard was last, so that an arrow and Enter choose something else (GTK 4.8). The search in it speaks
 * the language of the program. */
void desk_drop_down_start (void);

G_END_DECLS
