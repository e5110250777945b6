/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-decision-facts.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* The list of products that goes with a decision: product, producer, address, points, class, code. */
OcopPaper *ocop_decision_annex_new (const OcopDecisionFacts *facts);

/* What the class of a line is called, "4 sao"; "Không đạt hạng 3 sao" below 3. Free with g_free(). */
char      *ocop_decision_describe_class (const OcopDecisionLine *line);

G_END_DECLS
