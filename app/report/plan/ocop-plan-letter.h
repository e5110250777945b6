/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-template-data.h"
#include "report/plan/ocop-report-year.h"

G_BEGIN_DECLS

/* What is written into the office's papers of a plan; the names of the fields are those of docs/templates.md. */

/* (transfer full): the plan itself; %NULL on failure. */
OcopTemplateData *ocop_plan_letter_new        (OcopReader            *reader,
                                               const OcopReportYear  *year,
                                               const OcopPlan        *plan,
                                               GError               **error);
/* (transfer full): the report of the period on it; %NULL on failure. */
OcopTemplateData *ocop_plan_letter_new_report (OcopReader            *reader,
                                               const OcopReportYear  *year,
                                               const OcopPlan        *plan,
                                               GError               **error);

/* For both. */

/* Head and foot as the office's settings have them; of the plan itself as its own fields say. */
gboolean ocop_plan_letter_write_head    (OcopTemplateData      *data,
                                         OcopReader            *reader,
                                         const OcopRecord      *plan,
                                         gboolean               of_plan,
                                         GError               **error);
/* Its targets by section: what is set, in the words of the plan itself or as numbers beside what was reached. */
void     ocop_plan_letter_add_targets   (OcopTemplateData      *data,
                                         const OcopPlan        *plan,
                                         gboolean               of_plan);
/* Its tasks. @year: (nullable): those of the period alone */
gboolean ocop_plan_letter_add_tasks     (OcopTemplateData      *data,
                                         OcopReader            *reader,
                                         const OcopRecord      *plan,
                                         const OcopReportYear  *year,
                                         GError               **error);
/* Its budget by source. */
gboolean ocop_plan_letter_add_money     (OcopTemplateData      *data,
                                         OcopReader            *reader,
                                         const OcopRecord      *plan,
                                         GError               **error);

G_END_DECLS
