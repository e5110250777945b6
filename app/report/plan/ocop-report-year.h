/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-plan.h"
#include "report/ocop-report-list.h"

G_BEGIN_DECLS

/**
 * OcopReportYear:
 * @plan: (nullable): the plan of the year; %NULL where there is none
 * @period: that the paper is of
 * @until: the day of the figures: the last of the period, or the day of the paper where that is still to come
 *
 * What a paper of a year is about.
 */
typedef struct
{
  OcopRecord *plan;
  OcopPeriod period;
  OcopDate until;
} OcopReportYear;

/* Reads what @scope names; by the rule of report periods where the year has no plan. %OCOP_ERROR_ARGUMENT for a period that there
 * is not. Clear it with ocop_report_year_clear(). */
gboolean    ocop_report_year_read      (OcopReader             *reader,
                                        const OcopReportScope  *scope,
                                        OcopReportYear         *year,
                                        GError                **error);
void        ocop_report_year_clear     (OcopReportYear         *year);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OcopReportYear, ocop_report_year_clear)

/* As ocop_report_year_read(), with %OCOP_ERROR_NOT_FOUND where the year has no plan. */
gboolean    ocop_report_year_read_planned (OcopReader             *reader,
                                           const OcopReportScope  *scope,
                                           OcopReportYear         *year,
                                           GError                **error);

/* (transfer full): the plan and how its targets stand in the period. */
OcopPlan   *ocop_report_year_read_plan (const OcopReportYear   *year,
                                        OcopReader             *reader,
                                        GError                **error);

/* The same days a year before. */
OcopReportYear ocop_report_year_before (const OcopReportYear   *year);

/* "Figures from 15/12/2025 to 23/11/2026"; free with g_free(). */
char       *ocop_report_year_dup_days  (const OcopReportYear   *year);
/* Says on @paper of which period it is and from when to when its figures are. */
void        ocop_report_year_write     (const OcopReportYear   *year,
                                        OcopPaper              *paper);

/* Narrows @query to what the day in @field puts into the period. */
void        ocop_report_year_where     (const OcopReportYear   *year,
                                        OcopQuery              *query,
                                        const char             *field);

/**
 * ocop_report_list_records:
 * @columns: the first of them is the running number; those without a path are left for the caller to fill
 * @table: has the columns
 *
 * Adds a row for each record of @query.
 *
 * Returns: (transfer full) (element-type utf8 OcopPaperRow): the rows by the ids of their records; %NULL on failure
 */
GHashTable *ocop_report_list_records   (OcopReader              *reader,
                                        const OcopQuery         *query,
                                        const OcopReportColumn  *columns,
                                        OcopPaperTable          *table,
                                        GError                 **error);

/**
 * ocop_report_list_annex:
 * @kind: of the records, which have their places in a plan
 * @table: (out) (transfer none): the new table of @paper
 *
 * Makes @paper an annex of the plan that @scope names, and lists its records in their order. Otherwise as
 * ocop_report_list_records().
 */
GHashTable *ocop_report_list_annex     (OcopReader              *reader,
                                        const OcopReportScope   *scope,
                                        const char              *kind,
                                        const OcopReportColumn  *columns,
                                        OcopPaper               *paper,
                                        OcopPaperTable         **table,
                                        GError                 **error);

/* The title of a choice of @kind; "" of none. */
const char *ocop_report_choice_title   (const char              *kind,
                                        const char              *field,
                                        const char              *key);

/* Three columns under @group: of the period, of the same one a year before, and the percent of that. */
#define OCOP_REPORT_COLUMNS_AGAINST(name, group)                                                    \
  { name, N_("This period"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, group },                            \
  { name "-before", N_("Same period last year"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, group },        \
  { name "-change", N_("Percent of last year"), OCOP_PAPER_COLUMN_QUANTITY, 9, NULL, group }

/* Fills in the percent of such columns, @first the cell of the period, in all rows of @table with numbers. */
void        ocop_report_add_changes    (OcopPaperTable          *table,
                                        guint                    first);

/* What @part is of @whole, in hundredths of a percent, cut off; unknown where there is no whole. */
OcopValue   ocop_report_percent_of     (gint64                   part,
                                        gint64                   whole);

/* A row of totals in @table: the sums of its columns of numbers and money from the cell @first on; none of an empty table. */
void        ocop_report_add_sums       (OcopPaperTable          *table,
                                        guint                    first);
/* "I", "II", … of the group @number; free with g_free(). */
char       *ocop_report_dup_roman      (guint                    number);
/* A heading row, "II. …", and counts it in @number. */
void        ocop_report_add_group      (OcopPaperTable          *table,
                                        const char              *title,
                                        guint                   *number);

G_END_DECLS
