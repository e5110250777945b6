/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts @rows, (element-type GStrv), the first of them the heads, on the clipboard as a table for spreadsheets and word
 * processors, and says so in the window of @widget. */
void desk_table_copy (GtkWidget       *widget,
                      const GPtrArray *rows);

G_END_DECLS
