/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-goal.h"
#include "plan/ocop-indicator.h"
#include "plan/ocop-localities.h"
#include "register/ocop-change.h"

G_BEGIN_DECLS

/**
 * OcopShareNumber:
 * @value: in hundredths, where it is @set
 */
typedef struct
{
  gboolean set;
  gint64 value;
} OcopShareNumber;

/**
 * OcopShareCell:
 * @number: what is set for the locality
 * @last: what was set for it in the plan of the year before
 * @fact: what became of it there; unknown where it cannot be counted in one locality
 */
typedef struct
{
  OcopShareNumber number;
  OcopShareNumber last;
  OcopFact fact;
  OcopStanding standing;
} OcopShareCell;

/**
 * OcopShareColumn:
 * @indicator: (nullable): by which it is counted
 * @adds_up: whether its shares make a sum that can be held against the plan's own number: those of a target in percent,
 *   or for each locality, do not
 * @sum: of the numbers that are set, @n_set of them
 * @cells: (element-type OcopShareCell): by row
 *
 * One target of the plan.
 */
typedef struct
{
  OcopRecord *target;
  const OcopIndicator *indicator;
  OcopGoal goal;
  OcopPeriod period;
  gboolean adds_up;
  guint n_set;
  gint64 sum;
  GArray *cells;
} OcopShareColumn;

/**
 * OcopShareOut:
 * @unit: (nullable): the id of the locality that the plan is of, where that is not the whole register's
 * @targets: (element-type OcopRecord): all that can be shared out, in the order of the plan
 * @columns: (element-type OcopShareColumn): those that are looked at
 * @products: (element-type gint64): how many products are in force in each locality on the day @on
 *
 * The targets of a plan shared out to its localities. The rows are the localities on the day of the figures; after them
 * come units that are no more and whose place none took, as far as something was set for them. What was set for a unit
 * whose place another took stands with that.
 */
typedef struct
{
  OcopRecord *plan;
  OcopPeriod period;
  OcopDate on;
  char *unit;
  OcopIndicators *indicators;
  OcopLocalities *localities;
  GPtrArray *former_ids;
  GPtrArray *former_names;
  GPtrArray *targets;
  GPtrArray *columns;
  GArray *products;
} OcopShareOut;

/**
 * ocop_share_out_read:
 * @plan: its id
 * @period: (nullable): what is looked at; the whole plan when %NULL
 * @targets: (nullable): ids of those that are looked at; %NULL for those that are shared out, or the first of the plan
 *   where none is
 *
 * Returns: (transfer full): %NULL on failure
 */
OcopShareOut  *ocop_share_out_read       (OcopReader          *reader,
                                          const char          *plan,
                                          const OcopPeriod    *period,
                                          const char * const  *targets,
                                          OcopDate             today,
                                          GError             **error);
void           ocop_share_out_free       (OcopShareOut        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopShareOut, ocop_share_out_free)

guint          ocop_share_out_get_n_rows (const OcopShareOut  *self);
const char    *ocop_share_out_get_id     (const OcopShareOut  *self,
                                          guint                row);
const char    *ocop_share_out_get_name   (const OcopShareOut  *self,
                                          guint                row);
/* Whether the unit of @row is no more, and nothing can be set for it. */
gboolean       ocop_share_out_is_former  (const OcopShareOut  *self,
                                          guint                row);
OcopShareCell *ocop_share_column_get     (const OcopShareColumn *column,
                                          guint                row);

/* Sets what stands in one cell, in memory alone: sums and standing follow. */
void           ocop_share_out_set        (OcopShareOut        *self,
                                          OcopShareColumn     *column,
                                          guint                row,
                                          OcopShareNumber      number);

/* @difference: (out): by how much the shares miss what the plan sets, in hundredths; 0 within its range. %FALSE where
 * they make no sum, none is set or the plan sets no number. It is shown, never forced to 0. */
gboolean       ocop_share_column_difference (const OcopShareColumn *column,
                                             gint64                *difference);

/* What the foot of @column says: "45 of at least 60: 15 short", "makes no sum", translated. (transfer full) */
char          *ocop_share_column_to_people  (const OcopShareColumn *column);

/* Whether @target can be shared out: what is set in words or as a day cannot. */
gboolean       ocop_share_can_be_shared  (const OcopRecord    *target);

/* Whether shares of @target make a sum: a share of a share, or what each locality is to reach, makes none. @indicator:
 * (nullable): by which it is counted */
gboolean       ocop_share_adds_up        (const OcopRecord    *target,
                                          const OcopIndicator *indicator);

/* By what targets of two plans are held to be the same: their code, else what counts them, else their name; those of
 * several years apart from those of one. (transfer full) */
char          *ocop_target_key           (const OcopRecord    *target);

/* Suggestions */

typedef enum
{
  OCOP_SHARE_EVENLY,
  OCOP_SHARE_BY_PRODUCTS,  /* as the products in force lie */
  OCOP_SHARE_AS_LAST_YEAR, /* what the plan of the year before set */
} OcopShareWay;

/**
 * ocop_share_out_suggest:
 *
 * Shares what the plan sets, the lower number of a range, out in whole units. A target in percent or for each locality
 * is the same for all.
 *
 * Returns: (transfer full) (nullable) (element-type OcopShareNumber): by row; %NULL with %OCOP_ERROR_REFUSED where there
 *   is nothing to go by
 */
GArray        *ocop_share_out_suggest    (const OcopShareOut     *self,
                                          const OcopShareColumn  *column,
                                          OcopShareWay            way,
                                          GError                **error);

/* Writing */

/**
 * OcopShareEntry:
 * @target, @unit: their ids
 * @seen: what stood there when it was entered
 */
typedef struct
{
  char *target;
  char *unit;
  OcopShareNumber number;
  OcopShareNumber seen;
} OcopShareEntry;

OcopShareEntry *ocop_share_entry_new     (const char          *target,
                                          const char          *unit,
                                          OcopShareNumber      number,
                                          OcopShareNumber      seen);
void            ocop_share_entry_free    (OcopShareEntry      *entry);

/**
 * ocop_share_out_change:
 * @entries: (element-type OcopShareEntry)
 * @on: the day of the figures that the shares were read with
 *
 * Writes all of @entries down in one change. What was set for units that are no more moves to the one that took their
 * place as soon as it is set anew.
 *
 * Returns: (transfer full): the change, empty where nothing is new; %NULL with %OCOP_ERROR_CONFLICT where somebody else
 *   has set one of them meanwhile
 */
OcopChange    *ocop_share_out_change     (OcopReader          *reader,
                                          const char          *plan,
                                          const GPtrArray     *entries,
                                          OcopDate             on,
                                          GError             **error);

G_END_DECLS
