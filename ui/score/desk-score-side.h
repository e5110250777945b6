/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "score/desk-score-sheets.h"

G_BEGIN_DECLS

#define DESK_TYPE_SCORE_SIDE (desk_score_side_get_type ())
G_DECLARE_FINAL_TYPE (DeskScoreSide, desk_score_side, DESK, SCORE_SIDE, GtkWidget)

/* Beside the score grid: the verdict in words, and all that the sheet says of the current criterion. */
GtkWidget *desk_score_side_new          (void);

void       desk_score_side_show_verdict (DeskScoreSide         *self,
                                         const DeskScoreSheets *sheets);
void       desk_score_side_show_leaf    (DeskScoreSide         *self,
                                         const DeskScoreSheets *sheets,
                                         const OcopCriterion   *leaf,
                                         guint                  column);

G_END_DECLS
