/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Texts beside the score grid. */

/* "★★★", up to five; "" for none. */
const char *desk_score_stars      (guint       star);

/* A label that wraps; @text, @style: (nullable). */
GtkLabel   *desk_score_add_text   (GtkBox     *box,
                                   const char *text,
                                   const char *style);

/* Hides the label where there is no @text (nullable). */
void        desk_score_show_text  (GtkLabel   *label,
                                   const char *text);

/* @lines: (element-type utf8). Free with g_free(). */
char       *desk_score_join_lines (GPtrArray  *lines);

G_END_DECLS
