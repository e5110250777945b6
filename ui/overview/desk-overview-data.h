/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "evaluation/ocop-due-task.h"
#include "evaluation/ocop-due.h"
#include "plan/ocop-plan.h"
#include "report/ocop-brief.h"

G_BEGIN_DECLS

/* Certificates that end within so many days are shown. */
#define DESK_OVERVIEW_DAYS 180

/* What else has its day is shown so many days ahead: who looks every week sees it in time. */
#define DESK_OVERVIEW_TASK_DAYS 30

/* A field that many records lack. */
typedef struct
{
  const OcopKind *kind;
  const OcopField *field;
  gint64 number;
  OcopQuery *query;
} DeskGap;

/**
 * DeskOverviewBefore:
 *
 * The figures in front, as they stood a year before the day that is asked for: by what is known now.
 */
typedef struct
{
  gint64 products;
  gint64 first;
  gint64 expiring;
  gint64 expired;
} DeskOverviewBefore;

/**
 * DeskOverviewData:
 * @n_records: products and producers in the register, whatever is asked for
 * @brief: of the scope
 * @stock: the scope's valid products on the day, as the brief totals them
 * @valid: the same with potential 5 stars, whatever the office totals
 * @expiring: of these, whose certificate ends within #DESK_OVERVIEW_DAYS
 * @dues: (element-type OcopDue): the same one by one, by locality, then by last day
 * @tasks: (element-type OcopDueTask): of the scope's products, within #DESK_OVERVIEW_TASK_DAYS
 * @chart: @valid by class
 * @gaps: (element-type DeskGap): fields expected of a record that some of the scope lack
 * @plan: (nullable): the plan of the year and how it stands on the day, whatever the scope is
 * @since: (element-type OcopSinceLine): what changed since the last visit, whatever the scope is
 *
 * All that the overview shows, read in one go.
 */
typedef struct
{
  gint64 n_records;
  OcopBrief *brief;
  OcopQuery *stock;
  OcopQuery *valid;
  OcopQuery *expiring;
  GPtrArray *dues;
  GPtrArray *tasks;
  OcopChart *chart;
  GPtrArray *gaps;
  OcopPlan *plan;
  GPtrArray *since;
  DeskOverviewBefore before;
} DeskOverviewData;

/* @since: the seq of the last change that was seen at the last visit. Returns: (transfer full): %NULL on failure. */
DeskOverviewData *desk_overview_data_read (OcopReader            *reader,
                                           const OcopBriefScope  *scope,
                                           gint64                 since,
                                           GError               **error);
void              desk_overview_data_free (DeskOverviewData      *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOverviewData, desk_overview_data_free)

G_END_DECLS
