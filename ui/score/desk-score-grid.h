/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "score/desk-score-sheets.h"

G_BEGIN_DECLS

#define DESK_TYPE_SCORE_GRID (desk_score_grid_get_type ())
G_DECLARE_FINAL_TYPE (DeskScoreGrid, desk_score_grid, DESK, SCORE_GRID, GtkWidget)

/* Criteria × members, filled in with digits and arrows alone. One product at a time: for the next one the
 * same widgets are used again.
 *
 * ::current-changed: another criterion or column has the focus. ::edited (column): something was typed.
 * ::refused (text): why what was typed cannot be. */
GtkWidget           *desk_score_grid_new         (void);

/* @sheets: (nullable): borrowed, until others are set. Keeps the focus where it was. */
void                 desk_score_grid_set_sheets  (DeskScoreGrid     *self,
                                                  DeskScoreSheets   *sheets);

/* Shows anew what the sheets hold. */
void                 desk_score_grid_update      (DeskScoreGrid     *self);

/* Goes to the first criterion that is not scored, of the current member or of the next one. */
void                 desk_score_grid_begin       (DeskScoreGrid     *self);

/* (nullable): the criterion that has the focus, or had it last. */
const OcopCriterion *desk_score_grid_get_leaf    (DeskScoreGrid     *self);
guint                desk_score_grid_get_column  (DeskScoreGrid     *self);

G_END_DECLS
