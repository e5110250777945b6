/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-plan.h"
#include "report/chart/ocop-chart-maker-private.h"

G_BEGIN_DECLS

/* Of the plan of the year that the day lies in; empty where there is none. */
gboolean   ocop_plan_chart_fill_targets    (OcopChart             *chart,
                                            const OcopChartAsked  *asked,
                                            GError               **error);
gboolean   ocop_plan_chart_fill_months     (OcopChart             *chart,
                                            const OcopChartAsked  *asked,
                                            GError               **error);
/* %OCOP_ERROR_ARGUMENT where the plan has no such target. */
gboolean   ocop_plan_chart_fill_localities (OcopChart             *chart,
                                            const OcopChartAsked  *asked,
                                            GError               **error);
/* The targets that set a number for each locality, by the indicator that counts them, or by their id
 * where another one of the plan is counted alike. */
GPtrArray *ocop_plan_chart_read_targets    (OcopReader            *reader,
                                            OcopDate               on,
                                            GError               **error);

/* Draws the localities of @progress, which was counted by them, against what it sets for each. */
void       ocop_plan_chart_draw_localities (OcopChart             *chart,
                                            const OcopProgress    *progress);

G_END_DECLS
