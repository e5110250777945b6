/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "plan/ocop-plan.h"

G_BEGIN_DECLS

/* Whether the chart @name is of the plan of a year, whatever the products. */
gboolean   ocop_plan_chart_is   (const char       *name);
/* Whether it is of one of several targets: those of ocop_plan_chart_read_targets(). */
gboolean   ocop_plan_chart_is_of_target (const char *name);

/**
 * OcopPlanChartTarget:
 * @key: chooses it, behind the name of a chart and a colon: "plan-localities:P23"
 * @title: as the plan calls it
 *
 * A target that sets a number for each locality.
 */
typedef struct
{
  char *key;
  char *title;
} OcopPlanChartTarget;

/* (transfer full) (element-type OcopPlanChartTarget): of the plan of the year of @on; none where there is no plan. %NULL on failure */
GPtrArray *ocop_plan_chart_read_targets (OcopReader  *reader,
                                         OcopDate     on,
                                         GError     **error);

/* Draws the localities of @progress, which was counted by them, against what it sets for each. */
void       ocop_plan_chart_draw_localities (OcopChart          *chart,
                                            const OcopProgress *progress);

/* Fills @chart, of that name, with how the plan of the year of @on stands; with nothing where there is no plan. Of several targets
 * the first is drawn where @name chooses none; %OCOP_ERROR_ARGUMENT where it chooses what the plan does not have. */
gboolean   ocop_plan_chart_fill (OcopChart        *chart,
                                 const char       *name,
                                 OcopReader       *reader,
                                 OcopDate          on,
                                 GError          **error);

G_END_DECLS
