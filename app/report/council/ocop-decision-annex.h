/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-decision-facts.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* The list of products that goes with a decision: product, producer, address, points, class, code; of one
 * that ends certificates their number and the reason in place of points and code. */
OcopPaper *ocop_decision_annex_new (const OcopDecisionFacts *facts);

/* What the class of a line is called, "4 sao"; "Không đạt hạng 3 sao" below 3. Free with g_free(). */
char      *ocop_decision_describe_class (const OcopDecisionLine *line);

/* The paper that a line rests on which ends a certificate: the body's conclusion or the commune's
 * confirmation (article 8), the Ministry's demand (article 10.1.b); %NULL where none is known. Free with g_free(). */
char      *ocop_decision_describe_evidence (const OcopDecisionLine *line);
/* Why the line ends a certificate: its ground, with that paper. (nullable). Free with g_free(). */
char      *ocop_decision_describe_reason (const OcopDecisionLine *line);

G_END_DECLS
