/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands below a table of differences: how many of them are taken, said in @chosen (out), and buttons with the
 * actions "communes.take-all", "communes.take-conflicts" and "communes.take-none" of the window. */
GtkWidget *desk_commune_foot_new (GtkLabel **chosen);

G_END_DECLS
