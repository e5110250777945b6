/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-plan.h"

G_BEGIN_DECLS

/* What can go into the cells of another author's form. A source is a text with a stable form:
 *
 *   target:CODE:FIELD      of the plan's target with that code, or that is counted by the indicator of that code
 *   targets:FIELD          of all of its targets, a row for each
 *   count:CLASS[:PLACE]    products in force: 3, 4, potential5, 5, total; of a locality, by its name
 *   office:FIELD           of the office
 *   period:FIELD           days and names of the period
 *   report:NAME:COLUMN     a column of a report, a row for each of its rows
 *   report:NAME:COLUMN:ROW its value in the row that begins with that text; "total" is the row of totals
 */

/**
 * OcopOwnFormScope:
 * @plan: (nullable): the id of the plan; that of the year when %NULL
 * @period: (nullable): of the plan's year: "quarter-2" (ocop_period_find()); the whole of it when %NULL
 * @year: of the plan, where neither is given
 * @on: the day by which it is looked at
 */
typedef struct
{
  const char *plan;
  const char *period;
  guint year;
  OcopDate on;
} OcopOwnFormScope;

/**
 * OcopOwnFormSource:
 * @group: in words, what it is of
 * @title: in words
 */
typedef struct
{
  char *source;
  char *group;
  char *title;
} OcopOwnFormSource;

/* Whether @source has the form of one: %FALSE with %OCOP_ERROR_INVALID_VALUE, which says what does. */
gboolean   ocop_own_form_source_check      (const char              *source,
                                            GError                 **error);
/* Whether it is a column of several rows. */
gboolean   ocop_own_form_source_goes_down  (const char              *source);

/* (transfer full) (element-type OcopOwnFormSource): what is offered, those of a group together. */
GPtrArray *ocop_own_form_sources           (OcopReader              *reader,
                                            const OcopOwnFormScope  *scope,
                                            GError                 **error);

/**
 * ocop_own_form_fills:
 * @cells: (element-type OcopFormCell): must stay as long as what is returned
 * @warnings: (element-type utf8): what nothing is known of is added, in sentences
 *
 * Returns: (transfer full) (element-type OcopFormFill): what goes into each of @cells now; %NULL on failure
 */
GPtrArray *ocop_own_form_fills             (OcopReader              *reader,
                                            const GPtrArray         *cells,
                                            const OcopOwnFormScope  *scope,
                                            GPtrArray               *warnings,
                                            GError                 **error);

G_END_DECLS
