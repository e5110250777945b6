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

void                 desk_score_grid_go_to       (DeskScoreGrid     *self,
                                                  guint              leaf,
                                                  guint              column);
/* Goes to the first criterion that is not scored, of the first member whose sheet is not complete: a product's
 * sheets are typed in the members' order. */
void                 desk_score_grid_begin       (DeskScoreGrid     *self);

/* While the next product is on its way keys are held back: who types does not wait, and they belong to that
 * one. Releasing types them, or forgets them. */
void                 desk_score_grid_hold        (DeskScoreGrid     *self);
gboolean             desk_score_grid_is_held     (DeskScoreGrid     *self);
void                 desk_score_grid_release     (DeskScoreGrid     *self,
                                                  gboolean           type);

/* (nullable): the criterion that has the focus, or had it last. */
const OcopCriterion *desk_score_grid_get_leaf    (DeskScoreGrid     *self);
guint                desk_score_grid_get_column  (DeskScoreGrid     *self);

G_END_DECLS
