/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "register/ocop-query.h"

G_BEGIN_DECLS

/**
 * desk_chart_query_base:
 * @name: of ocop_chart_data_names()
 *
 * Returns: (transfer full): the products that the chart is about when nothing
 *   narrows them: those that are valid, in a chart of years all that were ever
 *   recognised.
 */
OcopQuery *desk_chart_query_base (const char      *name);

/**
 * desk_chart_query_mark:
 * @base: what the chart was made of
 * @series: index, or %OCOP_CHART_ALL_SERIES
 * @category: index
 *
 * Returns: (transfer full) (nullable): the products behind one mark of @chart;
 *   %NULL where a mark stands for several categories.
 */
OcopQuery *desk_chart_query_mark (const char      *name,
                                  const OcopChart *chart,
                                  const OcopQuery *base,
                                  guint            series,
                                  int              category);

G_END_DECLS
