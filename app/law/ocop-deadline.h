/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-rule-book.h"
#include "law/ocop-workday.h"

G_BEGIN_DECLS

/* What @book gives for @step, with its article; %NULL where it sets no deadline. */
const OcopDeadline *ocop_law_find_deadline (const OcopRuleBook *book,
                                            OcopDeadlineStep    step);

/**
 * ocop_law_deadline_day:
 * @from: the day from which @step counts: of receipt, of the complete dossier, of the conclusion, of the
 *   request to complete it; for the two of the transition the first day of @book
 * @expected: (out) (optional): whether it rests on holidays that are only expected
 *
 * Articles 7.2, 7.6.g, 8.4, 12.2.a and 12.2.b of 26/2026/QĐ-TTg, and the custom where it has none: so many days, or working days of
 * the shipped calendar, after @from; @from itself is not one of them.
 *
 * Returns: the last day on which @step is in time; unknown where @book sets no deadline for it, or
 *   @from is not a day
 */
OcopDate            ocop_law_deadline_day  (const OcopRuleBook *book,
                                            OcopDeadlineStep    step,
                                            OcopDate            from,
                                            gboolean           *expected);

/* Article 12.3: the last day to which a certificate that ends on @until, a day, may run on while its
 * re-evaluation is without a result; unknown where @book has no such rule. Which certificates do is
 * for whoever records it. */
OcopDate            ocop_law_extension_day (const OcopRuleBook *book,
                                            OcopDate            until);

/**
 * OcopRoundDays:
 * @round: (nullable): of a rule book; %NULL of no round
 * @year: in which it closes
 * @last_proposal: the last day on which a proposal still belongs to it
 * @finished_before: by the day before this one it has to be over
 *
 * A round of one year.
 */
typedef struct
{
  const OcopRound *round;
  guint year;
  OcopDate last_proposal;
  OcopDate finished_before;
} OcopRoundDays;

/**
 * ocop_law_round_of:
 * @level: %OCOP_LEVEL_PROVINCE or %OCOP_LEVEL_CENTRE
 * @proposed: the day of the proposal
 * @days: (out): the round that it belongs to
 *
 * Article 5 of 26/2026/QĐ-TTg: the first round that takes proposals of that day. What was proposed
 * on the closing day itself waits for the next one ("before").
 *
 * Returns: %FALSE, with no round in @days, where @book has no rounds of @level or @proposed is not
 *   a day
 */
gboolean            ocop_law_round_of      (const OcopRuleBook *book,
                                            OcopLevel           level,
                                            OcopDate            proposed,
                                            OcopRoundDays      *days);

G_END_DECLS
