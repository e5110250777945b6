/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "score/desk-score-sheets.h"

G_BEGIN_DECLS

#define DESK_TYPE_SCORE_SIDE (desk_score_side_get_type ())
G_DECLARE_FINAL_TYPE (DeskScoreSide, desk_score_side, DESK, SCORE_SIDE, GtkWidget)

/* Beside the score grid: the verdict in words, all that the sheet says of the current criterion, and what it
 * says of itself. */
GtkWidget *desk_score_side_new          (void);

/* What typing does not change: problems, the lines at the head of the sheet, its doubtful places. */
void       desk_score_side_show_sheet   (DeskScoreSide         *self,
                                         const DeskScoreSheets *sheets);
void       desk_score_side_show_verdict (DeskScoreSide         *self,
                                         const DeskScoreSheets *sheets);
void       desk_score_side_show_leaf    (DeskScoreSide         *self,
                                         const DeskScoreSheets *sheets,
                                         const OcopCriterion   *leaf,
                                         guint                  column);

G_END_DECLS
