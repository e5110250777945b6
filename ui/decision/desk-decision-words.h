/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-decision.h"

G_BEGIN_DECLS

/* What is said of a decision in a line each; free with g_free(). */

/* "UBND tỉnh … · 12 products · 5 of 4 stars · 7 of 3 stars" */
char *desk_decision_dup_facts (const OcopDecision *decision);

/* How long its certificates are valid, and whether it was published and notified. */
char *desk_decision_dup_after (const OcopDecision *decision);

/* (nullable): which products it recognises or approves without a code. */
char *desk_decision_dup_uncoded (const OcopDecision *decision);

G_END_DECLS
