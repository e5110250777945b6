/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-decision.h"
#include "report/council/ocop-product-facts.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/**
 * OcopDecisionFacts:
 * @province: (nullable): with its kind, "tỉnh Thực Hành"
 * @products: (element-type OcopProductFacts): one for each line that is not struck, in the order of the annex
 *   once it is issued as they were then, whatever is made of the product and its producer later
 * @certified: (element-type OcopProductFacts): where a certificate was issued again the same as they were then, else %NULL
 * @lines: (element-type OcopDecisionLine) (unowned): those lines
 * @rewards: (nullable): the pay lists after it, where there are any
 * @on: as of which it was read
 *
 * All that the papers of a decision say, read in one go.
 */
typedef struct
{
  OcopDecision *decision;
  OcopRecord *office;
  char *province;
  GPtrArray *products;
  GPtrArray *certified;
  GPtrArray *lines;
  OcopPaper *rewards;
  OcopDate on;
} OcopDecisionFacts;

/* @decision: an id. Returns: (transfer full): %NULL with @error */
OcopDecisionFacts      *ocop_decision_facts_read        (OcopReader               *reader,
                                                         const char               *decision,
                                                         GError                  **error);
void                    ocop_decision_facts_free        (OcopDecisionFacts        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopDecisionFacts, ocop_decision_facts_free)

const OcopProductFacts *ocop_decision_facts_get_product (const OcopDecisionFacts  *self,
                                                         guint                     place);
const OcopProductFacts *ocop_decision_facts_get_certified (const OcopDecisionFacts *self,
                                                         guint                     place);
const OcopDecisionLine *ocop_decision_facts_get_line    (const OcopDecisionFacts  *self,
                                                         guint                     place);

/* "1234/QĐ-UBND", with dots where it has no number yet. Free with g_free(). */
char                   *ocop_decision_facts_dup_number  (const OcopDecisionFacts  *self);
/* "ngày 05 tháng 12 năm 2026", with dots where it is not issued. Free with g_free(). */
char                   *ocop_decision_facts_dup_day     (const OcopDecisionFacts  *self);
/* Who issues it, "Chủ tịch Ủy ban nhân dân tỉnh Thực Hành" unless it says so itself. Free with g_free(). */
char                   *ocop_decision_facts_dup_issuer  (const OcopDecisionFacts  *self);
/* The code of the product in this decision. (nullable) */
const char             *ocop_decision_facts_get_code    (const OcopDecisionFacts  *self,
                                                         guint                     place);

G_END_DECLS
