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
 * One number, what it counts, a few words beside it, and how it stood on the same
 * day of the year before. A click opens the
 * list behind it. #DeskFigureCard:caption is what it counts.
 */

/**
 * DeskFigure:
 * @before: the same a year ago
 * @note: a few words beside the number
 * @calls_for_action: colours a number above 0
 * @query: the list behind it
 */
typedef struct
{
  gint64 number;
  gint64 before;
  const char *note;
  gboolean calls_for_action;
  const OcopQuery *query;
} DeskFigure;

/* @figure: copied from */
void desk_figure_card_set (DeskFigureCard   *self,
                           const DeskFigure *figure);

G_END_DECLS
