/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-council-facts.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/**
 * ocop_score_sheet_new_blank:
 *
 * The sheet of a criteria set without a product: to be filled in by hand.
 */
OcopPaper *ocop_score_sheet_new_blank   (const OcopCriteria        *criteria);

/**
 * ocop_score_sheet_new_for_all:
 * @filled: whether with what the members scored
 *
 * The sheets by which members judge a product, annex II of 26/2026/QĐ-TTg: options with a box
 * each, the minima of the classes as stars, the lines that reject the dossier at the head.
 *
 * Returns: (nullable): those of all who are to score @product, one behind the other; %NULL where nobody is
 */
OcopPaper *ocop_score_sheet_new_for_all (const OcopCouncilFacts    *facts,
                                         const OcopCouncilProduct  *product,
                                         gboolean                   filled);

G_END_DECLS
