/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-council-facts.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* A re-evaluation is decided on by the members' written opinions; they meet only where these
 * differ much (article 7.6 of 26/2026/QĐ-TTg). */

/* Whether any product of the session is judged again. */
gboolean   ocop_opinion_papers_apply (const OcopCouncilFacts *facts);

/* The forms on which the members give their opinions, one for each, one behind the other. */
OcopPaper *ocop_opinion_form_new     (const OcopCouncilFacts *facts);

/* The table of the opinions: who gave one, what their sheets come to, whether they have to meet. */
OcopPaper *ocop_opinion_table_new    (const OcopCouncilFacts *facts);

G_END_DECLS
