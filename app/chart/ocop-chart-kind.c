/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-kind.h"

static const OcopChartTraits traits[OCOP_CHART_N_KINDS] = {
  [OCOP_CHART_BARS] = { "bars", .adds = TRUE, .legend = OCOP_CHART_LEGEND_FILLS },
  [OCOP_CHART_STACKED_BARS] = { "stacked-bars", .stacks = TRUE, .adds = TRUE, .legend = OCOP_CHART_LEGEND_FILLS },
  [OCOP_CHART_ROWS] = { "rows", .adds = TRUE, .lies = TRUE, .legend = OCOP_CHART_LEGEND_FILLS },
  [OCOP_CHART_STACKED_ROWS] = { "stacked-rows", .stacks = TRUE, .adds = TRUE, .lies = TRUE, .legend = OCOP_CHART_LEGEND_FILLS },
  [OCOP_CHART_RING] = { "ring", .adds = TRUE, .most_series = 1 },
  [OCOP_CHART_LINE] = { "line", .keeps_order = TRUE, .legend = OCOP_CHART_LEGEND_LINES },
  [OCOP_CHART_AREA] = { "area", .stacks = TRUE, .keeps_order = TRUE, .legend = OCOP_CHART_LEGEND_FILLS },
  [OCOP_CHART_BULLET] = { "bullet", .keeps_order = TRUE, .lies = TRUE, .most_series = 3, .legend = OCOP_CHART_LEGEND_BULLETS },
  [OCOP_CHART_HEAT] = { "heat", .stacks = TRUE, .adds = TRUE, .lies = TRUE },
  [OCOP_CHART_HISTOGRAM] = { "histogram", .adds = TRUE, .keeps_order = TRUE, .most_series = 1 },
  [OCOP_CHART_DOTS] = { "dots", .keeps_order = TRUE, .legend = OCOP_CHART_LEGEND_DOTS },
  [OCOP_CHART_FUNNEL] = { "funnel", .keeps_order = TRUE, .lies = TRUE, .most_series = 1 },
  [OCOP_CHART_FLOWS] = { "flows", .stacks = TRUE, .adds = TRUE, .keeps_order = TRUE },
};

const OcopChartTraits *
ocop_chart_kind_get_traits (OcopChartKind kind)
{
  g_return_val_if_fail (kind < OCOP_CHART_N_KINDS, NULL);

  return &traits[kind];
}
