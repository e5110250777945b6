/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/plan/ocop-report-year.h"

G_BEGIN_DECLS

/* (transfer full) (element-type OcopTask): those of the plan that @scope names, as they stand at the end of @year, which is read;
 * @paper gets the plan's name. */
GPtrArray *ocop_report_tasks_read (OcopReader             *reader,
                                   const OcopReportScope  *scope,
                                   OcopPaper              *paper,
                                   OcopReportYear         *year,
                                   GError                **error);

/* A note on @paper: how many @tasks, (element-type OcopTask), there are, and how many of them are late. */
void       ocop_report_tasks_count (OcopPaper       *paper,
                                    const GPtrArray *tasks);

G_END_DECLS
