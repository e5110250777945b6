/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-plan.h"

G_BEGIN_DECLS

/**
 * OcopCompareRow:
 * @cells: (element-type OcopProgress): the target in each plan, in the order of the plans; %NULL where one has none
 * @n_shared: in how many localities the first plan sets a share of its target, @shared in all; 0 where they make no sum
 * @n_own: how many of those that it is shared out to set a number in plans of their own, @own in all
 *
 * What several plans say of one target. Numbers are in hundredths.
 */
typedef struct
{
  GPtrArray *cells;
  guint n_shared, n_own;
  gint64 shared, own;
} OcopCompareRow;

/**
 * OcopComparison:
 * @plans: (element-type OcopPlan): the one that the others are held against first
 * @titles: (element-type utf8): of the plans, short and apart from each other: "2026", "2025 · Ao Sen"
 * @rows: (element-type OcopCompareRow): the targets of the first plan in its order, then those that only others have
 * @n_localities: how many the first plan is shared out to
 * @n_own_plans: how many of them have a plan of their own for its years
 *
 * Several plans side by side, each over its own period.
 */
typedef struct
{
  GPtrArray *plans;
  GPtrArray *titles;
  GPtrArray *rows;
  guint n_localities;
  guint n_own_plans;
} OcopComparison;

/**
 * ocop_compare_match:
 * @targets, @others: (element-type OcopRecord): of two plans
 *
 * Which targets are the same: by what counts them; where not both are counted by something, by their codes; where not
 * both have one, by their folded names. Those of several years stand apart from those of one, and each has one other at
 * the most.
 *
 * Returns: (transfer full) (element-type guint): for each of @others its place in @targets; %G_MAXUINT where it has none
 */
GArray         *ocop_compare_match    (const GPtrArray   *targets,
                                       const GPtrArray   *others);

/**
 * ocop_comparison_read:
 * @plan: its id
 * @others: (nullable): ids of the plans beside it; what of them is gone is left out. %NULL for the plan of the same
 *   locality for the year before, where there is one
 *
 * Returns: (transfer full): %NULL on failure
 */
OcopComparison *ocop_comparison_read  (OcopReader         *reader,
                                       const char         *plan,
                                       const char * const *others,
                                       OcopDate            today,
                                       GError            **error);
void            ocop_comparison_free  (OcopComparison     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopComparison, ocop_comparison_free)

/* (nullable): the target of @row in the plan at @place */
const OcopProgress *ocop_compare_row_get (const OcopCompareRow *row,
                                          guint                 place);
/* By how much the first plan sets more, or has reached more, than the one at @place: of ranges, by where they begin.
 * %FALSE where not both are numbers of one unit. */
gboolean        ocop_compare_row_set_apart    (const OcopCompareRow *row,
                                               guint                 place,
                                               gint64               *difference);
gboolean        ocop_compare_row_actual_apart (const OcopCompareRow *row,
                                               guint                 place,
                                               gint64               *difference);
/* By how much the localities set more for themselves than is shared out to all of them. */
gboolean        ocop_compare_row_own_apart    (const OcopCompareRow *row,
                                               gint64               *difference);

G_END_DECLS
