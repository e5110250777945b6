/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopChartName:
 * @name: stable: "star-distribution"
 * @title: English, to be translated
 */
typedef struct
{
  const char *name;
  const char *title;
} OcopChartName;

/* All charts that a register can show, ended by a %NULL name. */
const OcopChartName *ocop_chart_data_names      (void);

/**
 * ocop_chart_data_new:
 * @name: of ocop_chart_data_names(); that of a chart of one target perhaps with the target, ocop_plan_chart_read_targets()
 * @base: (nullable): of which products: "chart this" of a list. All valid ones
 *   (by year: all ever recognised) when %NULL; otherwise as @base says. Its day
 *   is not used
 * @on: the day of the figures
 *
 * Returns: (transfer full): %NULL on failure; %OCOP_ERROR_ARGUMENT when there
 *   is no chart of that name.
 */
OcopChart           *ocop_chart_data_new        (OcopReader       *reader,
                                                 const char       *name,
                                                 const OcopQuery  *base,
                                                 OcopDate          on,
                                                 GError          **error);

/**
 * ocop_chart_data_query_base:
 * @name: of ocop_chart_data_names()
 *
 * Returns: (transfer full): the products that the chart is about when nothing
 *   narrows them: those that are valid, in a chart of years all that were ever
 *   recognised.
 */
OcopQuery           *ocop_chart_data_query_base (const char      *name);

/**
 * ocop_chart_data_query_mark:
 * @name: of ocop_chart_data_names()
 * @chart: made by ocop_chart_data_new() of @base
 * @series: index, as in #OcopChartMark
 * @category: index, or %OCOP_CHART_REST
 *
 * Returns: (transfer full) (nullable): the products behind one mark of @chart
 *   on its day, as many as the mark's figure says; %NULL where the mark stands
 *   for several categories, and in the charts of a plan.
 */
OcopQuery           *ocop_chart_data_query_mark (const char      *name,
                                                 const OcopChart *chart,
                                                 const OcopQuery *base,
                                                 guint            series,
                                                 int              category);

G_END_DECLS
