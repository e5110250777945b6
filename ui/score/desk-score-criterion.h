/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "score/desk-score-sheets.h"

G_BEGIN_DECLS

#define DESK_TYPE_SCORE_CRITERION (desk_score_criterion_get_type ())
G_DECLARE_FINAL_TYPE (DeskScoreCriterion, desk_score_criterion, DESK, SCORE_CRITERION, GtkWidget)

/* All that the sheet says of one criterion: its options, who proposed which of them, what rejects a product,
 * and who differs from the points that count. */
GtkWidget *desk_score_criterion_new  (void);

/* (transfer full): what the sheet says of @leaf beside its options: what rejects a product, notes, doubts. */
char      *desk_score_criterion_describe_notes (const OcopCriteria  *criteria,
                                                const OcopCriterion *leaf);

/* @column: whose choice is marked */
void       desk_score_criterion_show (DeskScoreCriterion    *self,
                                      const DeskScoreSheets *sheets,
                                      const OcopCriterion   *leaf,
                                      guint                  column);

G_END_DECLS
