/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-council-facts.h"

G_BEGIN_DECLS

/* What minutes and reports say of a session in sentences, in the user's language. All are freed with g_free(). */

/* Who took no part in scoring what, and why; "không có" for nobody. */
char *ocop_council_words_recusals   (const OcopCouncilFacts   *facts);

/* What there is to note of a product: minima that are not met, scored again, who is far from the others, and
 * what the council chose where it had a choice; "" for nothing. */
char *ocop_council_words_remark     (const OcopCouncilFacts   *facts,
                                     const OcopCouncilProduct *product);

/* What each higher class asks for beyond what the council found, in sentences; "" for nothing. */
char *ocop_council_words_missing    (const OcopSessionProduct *product);

/* What was discussed, as far as the register knows: one line for each product with a remark; dots for none. */
char *ocop_council_words_discussion (const OcopCouncilFacts   *facts);

/* How many products came to each result that there is; within a sentence. */
char *ocop_council_words_results    (const OcopCouncilFacts   *facts);

/* What the council concludes: how many products for each proposal. */
char *ocop_council_words_conclusion (const OcopCouncilFacts   *facts);

G_END_DECLS
