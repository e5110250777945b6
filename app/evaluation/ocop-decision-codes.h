/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopDecisionCodes:
 *
 * Hands out codes of products for one draft, so that products of one commune get running numbers
 * that nobody has: neither a product, nor a line of another decision, nor an earlier one of this draft.
 */
typedef struct _OcopDecisionCodes OcopDecisionCodes;

OcopDecisionCodes *ocop_decision_codes_new    (OcopReader         *reader,
                                               OcopDate            on);
void               ocop_decision_codes_free   (OcopDecisionCodes  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopDecisionCodes, ocop_decision_codes_free)

/**
 * ocop_decision_codes_next:
 * @product: of kind product; its own running number stays
 * @year: of the evaluation
 * @code: (out) (nullable): %NULL where the codes of its commune or province are not known
 *
 * Form 01 of 26/2026/QĐ-TTg.
 */
gboolean           ocop_decision_codes_next   (OcopDecisionCodes  *self,
                                               const OcopRecord   *product,
                                               guint               year,
                                               char              **code,
                                               GError            **error);

/**
 * ocop_decision_certificate_numbers:
 * @number: of the decision
 * @decided_on: its day
 * @first: (out): the running number that the first certificate gets
 * @pattern: (out) (transfer full): how they are numbered, for ocop_certificate_pattern_number(): the
 *   office's own, or the default
 *
 * The running number goes on from the certificates of the year that are numbered likewise.
 */
gboolean           ocop_decision_certificate_numbers (OcopReader   *reader,
                                                      const char   *number,
                                                      OcopDate      decided_on,
                                                      guint        *first,
                                                      char        **pattern,
                                                      GError      **error);

G_END_DECLS
