/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "report/ocop-brief.h"

G_BEGIN_DECLS

/* Certificates that end within so many days are shown. */
#define DESK_OVERVIEW_DAYS 180

/* A field that many records lack. */
typedef struct
{
  const OcopKind *kind;
  const OcopField *field;
  gint64 number;
  OcopQuery *query;
} DeskGap;

/**
 * DeskOverviewData:
 * @n_records: products and producers in the register, whatever is asked for
 * @brief: of the scope
 * @stock: the scope's valid products on the day
 * @expiring: of these, whose certificate ends within #DESK_OVERVIEW_DAYS
 * @n_expiring: how many these are
 * @first_expiring: the first of them: columns id, name, star, producer, last day
 * @chart: @stock by class
 * @gaps: (element-type DeskGap): fields expected of a record that some lack, in
 *   the whole register
 *
 * All that the overview shows, read in one go.
 */
typedef struct
{
  gint64 n_records;
  OcopBrief *brief;
  OcopQuery *stock;
  OcopQuery *expiring;
  gint64 n_expiring;
  OcopRows *first_expiring;
  OcopChart *chart;
  GPtrArray *gaps;
} DeskOverviewData;

/* Returns: (transfer full): %NULL on failure. */
DeskOverviewData *desk_overview_data_read (OcopReader            *reader,
                                           const OcopBriefScope  *scope,
                                           GError               **error);
void              desk_overview_data_free (DeskOverviewData      *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOverviewData, desk_overview_data_free)

G_END_DECLS
