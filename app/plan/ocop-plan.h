/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-count.h"
#include "plan/ocop-goal.h"

G_BEGIN_DECLS

/**
 * OcopProgress:
 * @target: the record
 * @indicator: (nullable): by which it is counted; %NULL where people say it
 * @fault: (nullable): why the office's own indicator that is to count it cannot
 * @period: of the target: its own years, or the period that is looked at
 * @due: by the end of which the target is set: its own years, or the plan's
 * @count: (nullable): what was counted
 * @by_hand: (nullable): the figure that people typed last, of @period; it stands in place of what was counted
 * @fact, @before: in the period, and in the same one a year before (unknown where nothing tells, and until it was read)
 * @before_read: whether the year before was looked at
 *
 * How one target stands.
 */
typedef struct
{
  OcopRecord *target;
  const OcopIndicator *indicator;
  const char *fault;
  OcopPeriod period;
  OcopPeriod due;
  OcopGoal goal;
  OcopCount *count;
  OcopRecord *by_hand;
  OcopFact fact;
  OcopFact before;
  gboolean before_read;
  OcopStanding standing;
} OcopProgress;

/**
 * OcopPlan:
 * @record: the plan
 * @period: the period that is looked at
 * @on: the day of the figures: the last of the period, or the day of reading where that is still to come
 * @unit: (nullable): the id of the locality that is counted alone: the plan's, where that is not the whole register's
 * @targets: (element-type OcopProgress): in the order of the plan
 * @indicators: all that there are
 *
 * A plan and how its targets stand.
 */
typedef struct
{
  OcopRecord *record;
  OcopPeriod period;
  OcopDate on;
  char *unit;
  OcopIndicators *indicators;
  GPtrArray *targets;
} OcopPlan;

typedef gboolean (*OcopTargetFunc) (const OcopProgress *progress,
                                    gpointer            data);

/* The period of the whole plan @record, by its own rule. */
OcopPeriod  ocop_plan_period  (const OcopRecord  *record);
/* The period of one target of @plan, which is looked at over @period: one over several years counts from the first of them. */
OcopPeriod  ocop_plan_target_period (const OcopRecord *plan,
                                     const OcopRecord *target,
                                     OcopPeriod        period);
/* @unit: (inout) (nullable): becomes the id of the unit that @plan is of, where that is not the whole register's. */
gboolean    ocop_plan_find_unit (OcopReader       *reader,
                                 const OcopRecord *plan,
                                 char            **unit,
                                 GError          **error);

/* Whether a plan of @unit and @level, both (nullable), is the @office's own, and not one that another office handed on. */
gboolean    ocop_plan_is_own    (const OcopRecord *office,
                                 const char       *unit,
                                 const char       *level);

/* @id: (out) (nullable): the plan of the same unit for the year before, an issued one first */
gboolean    ocop_plan_find_last (OcopReader       *reader,
                                 const OcopRecord *plan,
                                 char            **id,
                                 GError          **error);

/**
 * ocop_plan_read:
 * @id: of the plan
 * @period: (nullable): what is looked at; the whole plan when %NULL
 * @today: the day by which it is looked at
 *
 * Returns: (transfer full): %NULL on failure
 */
OcopPlan   *ocop_plan_read    (OcopReader        *reader,
                               const char        *id,
                               const OcopPeriod  *period,
                               OcopDate           today,
                               GError           **error);
/* As ocop_plan_read() without the year before, which takes as long again. */
OcopPlan   *ocop_plan_read_now (OcopReader       *reader,
                               const char        *id,
                               const OcopPeriod  *period,
                               OcopDate           today,
                               GError           **error);
/* As ocop_plan_read_now(), of those targets alone that @wanted says: asked in their order, before anything is counted. */
OcopPlan   *ocop_plan_read_some (OcopReader      *reader,
                               const char        *id,
                               const OcopPeriod  *period,
                               OcopDate           today,
                               OcopTargetFunc     wanted,
                               gpointer           data,
                               GError           **error);
/* As ocop_plan_read(), but nothing else than the year before. */
OcopPlan   *ocop_plan_read_before (OcopReader    *reader,
                               const char        *id,
                               const OcopPeriod  *period,
                               OcopDate           today,
                               GError           **error);
/* Fills in what @before says of the year before; %FALSE where it is not of the same targets. */
gboolean    ocop_plan_take_before (OcopPlan      *self,
                               const OcopPlan    *before);
void        ocop_plan_free    (OcopPlan          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopPlan, ocop_plan_free)

/* What is set for it, as "at least 50 %", "20–25". */
char       *ocop_progress_goal_to_people (const OcopProgress *progress);

/* What was counted for @progress, in the unit of its indicator: "45", "45,5 %", "20/11/2021", "139 (3 stars: 96; 4 stars: 42; 5 stars: 1)",
 * "2.451 of 4.311"; "—" where nothing is known. */
char       *ocop_progress_to_people (const OcopProgress *progress,
                                     const OcopFact     *fact);

/* Whether @progress sets something for every locality, and was counted by locality. */
gboolean    ocop_progress_sets_each (const OcopProgress *progress);
/* Whether the locality @line of its count falls short of it. */
gboolean    ocop_progress_falls_short (const OcopProgress  *progress,
                                     const OcopCountLine *line);

/* "How was this counted": what its indicator counts, or where the figure that was typed comes from. (transfer full) */
char       *ocop_progress_say_counted (const OcopProgress *progress);

/* The records behind the number of @progress, as many as it says: its query without the measure. (transfer full)
 * (nullable): %NULL where people typed it. */
OcopQuery  *ocop_plan_query   (const OcopPlan      *self,
                               const OcopProgress  *progress,
                               OcopIndicatorPart    part,
                               GError             **error);

G_END_DECLS
