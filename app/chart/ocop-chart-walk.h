/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart-geometry.h"
#include "chart/ocop-chart-kind.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_CHART_WALK_FIRST,
  OCOP_CHART_WALK_LAST,
  OCOP_CHART_WALK_NEXT_CATEGORY,
  OCOP_CHART_WALK_PREVIOUS_CATEGORY,
  OCOP_CHART_WALK_NEXT_SERIES,
  OCOP_CHART_WALK_PREVIOUS_SERIES,
} OcopChartWalk;

/* (nullable): the mark of that figure; %NULL where none was drawn. */
const OcopChartMark *ocop_chart_geometry_get_mark (const OcopChartGeometry *self,
                                                   guint                    series,
                                                   int                      category);

/**
 * ocop_chart_geometry_walk:
 * @kind: of the chart that was drawn
 * @from: (nullable): one of the marks of @self; the first is found where there is none
 *
 * Steps from mark to mark, for those who have no mouse. Along the categories it goes in the order in which they are
 * seen, to the same series or else the nearest one that has a mark there: every mark can be come to.
 *
 * Returns: (transfer none) (nullable): @from where there is none further that way; %NULL where nothing was drawn
 */
const OcopChartMark *ocop_chart_geometry_walk     (const OcopChartGeometry *self,
                                                   OcopChartKind            kind,
                                                   const OcopChartMark     *from,
                                                   OcopChartWalk            step);

G_END_DECLS
