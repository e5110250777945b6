/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_MONTH_BAR (desk_month_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskMonthBar, desk_month_bar, DESK, MONTH_BAR, GtkWidget)

/* A bar on a line of @n_columns equal columns; nothing to a screen reader, for what is around it says it in words. */
GtkWidget *desk_month_bar_new  (guint         n_columns);

/* From @begin to @end of the line, 0 to 1, in the style of @style; no bar where they are the same. */
void       desk_month_bar_show (DeskMonthBar *self,
                                double        begin,
                                double        end,
                                const char   *style);

G_END_DECLS
