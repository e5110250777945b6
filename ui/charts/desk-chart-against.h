/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-places.h"
#include "report/chart/ocop-chart-data.h"

G_BEGIN_DECLS

#define DESK_TYPE_CHART_AGAINST (desk_chart_against_get_type ())
G_DECLARE_FINAL_TYPE (DeskChartAgainst, desk_chart_against, DESK, CHART_AGAINST, GtkWidget)

/**
 * DeskChartAgainst:
 *
 * Has people choose what a chart is compared with: nothing, another day, another locality.
 * #DeskChartAgainst::chosen is emitted when they have.
 */

/* What there is to choose for a chart that can be held against @compares, of the figures of @on. What was chosen stays where
 * it is still offered. */
void  desk_chart_against_offer   (DeskChartAgainst  *self,
                                  const DeskPlaces  *places,
                                  OcopChartCompares  compares,
                                  OcopDate           on);

/* (transfer full) (nullable): as ocop_chart_against_day() and ocop_chart_against_place() take it. */
char *desk_chart_against_dup_key (DeskChartAgainst  *self);
/* @key: (nullable): likewise; seen when it is offered. Emits nothing. */
void  desk_chart_against_set_key (DeskChartAgainst  *self,
                                  const char        *key);

G_END_DECLS
