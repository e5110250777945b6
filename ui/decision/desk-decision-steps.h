/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-decision.h"

G_BEGIN_DECLS

#define DESK_TYPE_DECISION_STEPS (desk_decision_steps_get_type ())
G_DECLARE_FINAL_TYPE (DeskDecisionSteps, desk_decision_steps, DESK, DECISION_STEPS, GtkWidget)

/* The three steps of a decision as a strip: what is done, what it is at, what is to come; with their days. */

void       desk_decision_steps_show (DeskDecisionSteps  *self,
                                     const OcopDecision *decision);

G_END_DECLS
