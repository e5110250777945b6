/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Texts beside the score grid. */

/* "★★★", up to five; "" for none. */
const char *desk_score_stars      (guint       star);

/* A label that wraps; @text, @style: (nullable). Not for a box that stands across: it asks each child for its width at a
 * height, and a label that wraps lays its text out many times to answer. A grid does not. */
GtkLabel   *desk_score_new_text   (const char *text,
                                   const char *style);
GtkLabel   *desk_score_add_text   (GtkBox     *box,
                                   const char *text,
                                   const char *style);

/* Hides the label where there is no @text (nullable). */
void        desk_score_show_text  (GtkLabel   *label,
                                   const char *text);

/* @lines: (element-type utf8). Free with g_free(). */
char       *desk_score_join_lines (GPtrArray  *lines);

G_END_DECLS
