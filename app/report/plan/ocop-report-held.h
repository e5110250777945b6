/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/plan/ocop-report-year.h"

G_BEGIN_DECLS

/**
 * OcopReportHeld:
 * @kind: of the records, which have a day "held_on"
 * @columns: the first of them is the running number; those without a path are left to @fill
 * @first_sum: the cell from which on the columns have sums
 * @where: (nullable): narrows the query
 * @fill: fills in what the records themselves do not tell
 *
 * A report that lists what was held in a period and holds its sums against the same period of the year before.
 */
typedef struct
{
  const char *kind;
  const OcopReportColumn *columns;
  guint first_sum;
  void (*where) (OcopQuery *query);
  gboolean (*fill) (const OcopReportYear  *year,
                    OcopReader            *reader,
                    OcopPaperTable        *table,
                    GHashTable            *by_id,
                    GError               **error);
} OcopReportHeld;

/* Below @total, a row of sums of @table: @before, that of the year before (%NULL for zeros), as @label, and the percent of it. */
void     ocop_report_add_year_before (OcopPaperTable     *table,
                                      const OcopPaperRow *total,
                                      const OcopPaperRow *before,
                                      const char         *label);

gboolean ocop_report_held_build (const OcopReportHeld   *self,
                                 OcopReader             *reader,
                                 const OcopReportScope  *scope,
                                 OcopPaper              *paper,
                                 GError                **error);

G_END_DECLS
