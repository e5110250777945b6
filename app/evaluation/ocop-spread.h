/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-verdict.h"

G_BEGIN_DECLS

/**
 * OcopSpreadCause:
 * @points: how far its highest and lowest points are apart, in hundredths
 */
typedef struct
{
  const OcopCriterion *criterion;
  guint points;
} OcopSpreadCause;

/**
 * OcopSpread:
 * @lowest, @highest: the places of the ballots with the lowest and the highest total
 * @far: (element-type guint): the places of the ballots whose total is further from the
 *   middle one than half of what the council allows
 * @causes: (element-type OcopSpreadCause): where the highest sheet gave more than the
 *   lowest, the largest difference first: enough of them to bring the two within what
 *   is allowed, were they settled; none where they are
 *
 * Where the members differ: advice for the discussion, that nobody has to follow.
 */
typedef struct
{
  guint lowest;
  guint highest;
  GArray *far;
  GArray *causes;
} OcopSpread;

/* Returns: (transfer full) (nullable): %NULL where fewer than two sheets count */
OcopSpread *ocop_spread_new  (const OcopScoring *scoring);
void        ocop_spread_free (OcopSpread        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSpread, ocop_spread_free)

G_END_DECLS
