/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-plan.h"
#include "register/ocop-change.h"

G_BEGIN_DECLS

/**
 * OcopFrozenFigure:
 * @target: id
 * @text: the figure as people read it
 * @value: in hundredths, where @known
 * @kind, @ids: (nullable): the records that were counted, in the order of their ids; %NULL of what people typed
 */
typedef struct
{
  char *target;
  char *name;
  char *text;
  gboolean known;
  gint64 value;
  OcopDate day;
  const OcopKind *kind;
  GPtrArray *ids;
} OcopFrozenFigure;

/**
 * OcopFrozen:
 * @name: (nullable): of the report; %NULL of the present
 * @on: the day of the figures
 * @figures: (element-type OcopFrozenFigure)
 *
 * What a report says of each target of a plan, and by which records.
 */
typedef struct
{
  char *name;
  OcopDate from;
  OcopDate until;
  OcopDate on;
  GPtrArray *figures;
} OcopFrozen;

/**
 * OcopShift:
 * @came: or went
 * @why: (nullable): translated
 *
 * A record that one report counts and the other does not.
 */
typedef struct
{
  const OcopKind *kind;
  char *id;
  char *label;
  gboolean came;
  char *why;
} OcopShift;

/**
 * OcopFreezeLine:
 * @now: of the later of two reports
 * @before: (nullable): of the earlier; %NULL where it had no such target
 * @shifts: (element-type OcopShift): as many came and went as @n_came and @n_went say, so that what is counted now is what
 *   was counted then and what came without what went; empty where one of the two was not counted from records
 */
typedef struct
{
  const OcopFrozenFigure *now;
  const OcopFrozenFigure *before;
  GPtrArray *shifts;
  guint n_came;
  guint n_went;
} OcopFreezeLine;

/**
 * OcopFreezeComparison:
 * @before: (nullable): where there is none
 * @lines: (element-type OcopFreezeLine): in the order of the later report
 */
typedef struct
{
  OcopFrozen *now;
  OcopFrozen *before;
  GPtrArray *lines;
} OcopFreezeComparison;

/* One change that keeps what the plan @plan says of @period (nullable: the whole plan) on the day @today, under @name. */
OcopChange           *ocop_freeze         (OcopReader             *reader,
                                           const char             *plan,
                                           const OcopPeriod       *period,
                                           const char             *name,
                                           OcopDate                today,
                                           GError                **error);

/* (transfer full) (element-type OcopRecord): the frozen reports of @plan, the latest first. */
GPtrArray            *ocop_freeze_reports (OcopReader             *reader,
                                           const char             *plan,
                                           GError                **error);

/**
 * ocop_freeze_compare:
 * @report: id
 * @today: (nullable): %NULL compares with the report that was frozen before it; a day, what the plan says on it of the
 *   same period, which is the later of the two then
 */
OcopFreezeComparison *ocop_freeze_compare (OcopReader             *reader,
                                           const char             *report,
                                           const OcopDate         *today,
                                           GError                **error);
void                  ocop_freeze_comparison_free (OcopFreezeComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopFreezeComparison, ocop_freeze_comparison_free)

/* What lies in the year of @plan and in the report of the next: decisions of its last days, by the rule of its periods.
 * (transfer full) (nullable): %NULL where the report's year is the calendar's. */
OcopQuery            *ocop_freeze_query_next_report (const OcopRecord *plan);

G_END_DECLS
