/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-decision.h"

G_BEGIN_DECLS

#define DESK_TYPE_DECISION_LINES (desk_decision_lines_get_type ())
G_DECLARE_FINAL_TYPE (DeskDecisionLines, desk_decision_lines, DESK, DECISION_LINES, GtkWidget)

/**
 * DeskDecisionLines:
 *
 * The lines of a decision as a table. #DeskDecisionLines::selected is emitted when another one is,
 * #DeskDecisionLines::activated when a line is activated.
 */
GtkWidget              *desk_decision_lines_new          (void);
/* @decision: (nullable) (transfer none): has to live until another one is shown */
void                    desk_decision_lines_show         (DeskDecisionLines  *self,
                                                          const OcopDecision *decision);
/* %NULL when there is none. */
const OcopDecisionLine *desk_decision_lines_get_selected (DeskDecisionLines  *self);

G_END_DECLS
