/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-report-list.h"

G_BEGIN_DECLS

/* One file each. */
extern const OcopReport ocop_report_quick;
extern const OcopReport ocop_report_products;
extern const OcopReport ocop_report_workbook;
extern const OcopReport ocop_report_producers;
extern const OcopReport ocop_report_distribution;
extern const OcopReport ocop_report_expiring;
/* The same for a meeting, which asks what ends first; none of the list of reports. */
extern const OcopReport ocop_report_expiring_by_day;
extern const OcopReport ocop_report_dossiers;

/* In plan/, of a year's plan and work. */
extern const OcopReport ocop_report_progress;
extern const OcopReport ocop_report_annex_products;
extern const OcopReport ocop_report_annex_shares;
extern const OcopReport ocop_report_annex_budget;
extern const OcopReport ocop_report_tasks;
extern const OcopReport ocop_report_schedule;
extern const OcopReport ocop_report_inspections;
extern const OcopReport ocop_report_courses;
extern const OcopReport ocop_report_events;
extern const OcopReport ocop_report_sales;
extern const OcopReport ocop_report_disbursement;
extern const OcopReport ocop_report_rounds;
extern const OcopReport ocop_report_years;
extern const OcopReport ocop_report_plans;
extern const OcopReport ocop_report_frozen;
extern const OcopReport ocop_report_not_sent;

/* Adds @columns to @table, up to the %NULL name or those that the records give. */
void       ocop_report_add_columns   (OcopPaperTable         *table,
                                      const OcopReportColumn *columns);

/* The products of @scope that are valid on its day. */
OcopQuery *ocop_report_query_valid   (const OcopReportScope  *scope);

/* What a column of stars shows of the key of a class. */
OcopValue  ocop_report_star_value    (const char             *star);

/* The field of a product at @path, "star" or "producer.kind"; %NULL when there is none. */
const OcopField *ocop_report_find_field (const char          *path);

/* As paper shows the field at @path of a product: classes and choices by their titles. */
OcopValue  ocop_report_field_value   (const char             *path,
                                      const OcopValue        *value);

/* A day as paper shows it: marked where it is only counted from a year. */
OcopValue  ocop_report_day_value     (const OcopValue        *day,
                                      gboolean                estimated);

/* Adds a note to @paper where of some of @products, a query, only the year of recognition is known. %FALSE on failure. */
gboolean   ocop_report_note_estimated (OcopReader            *reader,
                                       const OcopQuery       *products,
                                       OcopPaper             *paper,
                                       GError               **error);

G_END_DECLS
