/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-table.h"
#include "evaluation/ocop-decision.h"

G_BEGIN_DECLS

/* Once. */
void desk_decision_lines_set_up (DeskTable          *self);

/* Shows the lines of @decision, (nullable): rows that are OcopDecisionLine, under the columns that say something. */
void desk_decision_lines_show   (DeskTable          *self,
                                 const OcopDecision *decision);

G_END_DECLS
