/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-council-facts.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/**
 * ocop_verdict_advice_new:
 *
 * The verdict explained to the producer: what each higher class asks for beyond what the council
 * found, and where the most points are still to be had.
 */
OcopPaper *ocop_verdict_advice_new (const OcopCouncilFacts   *facts,
                                    const OcopCouncilProduct *product);

G_END_DECLS
