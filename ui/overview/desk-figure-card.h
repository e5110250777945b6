/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-query.h"

G_BEGIN_DECLS

#define DESK_TYPE_FIGURE_CARD (desk_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskFigureCard, desk_figure_card, DESK, FIGURE_CARD, GtkButton)

/**
 * DeskFigureCard:
 *
 * One number, what it counts, and a few words beside it. A click opens the
 * list behind it. #DeskFigureCard:caption is what it counts.
 */

/* @query is copied. @calls_for_action colours a number above 0. */
void desk_figure_card_set (DeskFigureCard  *self,
                           gint64           number,
                           const char      *note,
                           gboolean         calls_for_action,
                           const OcopQuery *query);

G_END_DECLS
