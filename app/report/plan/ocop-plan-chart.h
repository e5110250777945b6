/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-plan.h"
#include "chart/ocop-chart.h"

G_BEGIN_DECLS

/* Draws the localities of @progress, which was counted by them, against what it sets for each. */
void       ocop_plan_chart_draw_localities (OcopChart             *chart,
                                            const OcopProgress    *progress);

G_END_DECLS
