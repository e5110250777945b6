/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-council-facts.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/**
 * ocop_score_summary_new:
 *
 * The summary of a session's scores, A4 landscape: each member's total for each product, the mean
 * and those of the parts, the class by points, the minima that are not met, what is proposed.
 */
OcopPaper *ocop_score_summary_new (const OcopCouncilFacts *facts);

G_END_DECLS
