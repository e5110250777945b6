/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "chart/ocop-chart.h"
#include "chart/ocop-chart-geometry.h"
#include "chart/ocop-chart-theme.h"

G_BEGIN_DECLS

/**
 * OcopChartPaintFlags:
 * @OCOP_CHART_PAINT_TRANSPARENT: leaves out the theme's background
 * @OCOP_CHART_PAINT_BARE: leaves out title and subtitle, for a page that has
 *   written them itself
 */
typedef enum
{
  OCOP_CHART_PAINT_WHOLE = 0,
  OCOP_CHART_PAINT_TRANSPARENT = 1 << 0,
  OCOP_CHART_PAINT_BARE = 1 << 1,
} OcopChartPaintFlags;

/**
 * ocop_chart_paint:
 * @cr: of any surface; drawn from its origin, within its clip
 * @width: in units of @cr: pixels on a screen, points on paper
 * @height: likewise
 *
 * The one painter of charts, for every surface. Bars begin at zero. Labels
 * never overlap: they are wrapped, turned or thinned out, and cut only when
 * nothing else is left; a figure without room is left to the table.
 *
 * Returns: (transfer full): where everything is
 */
OcopChartGeometry *ocop_chart_paint (const OcopChart      *chart,
                                     cairo_t              *cr,
                                     double                width,
                                     double                height,
                                     const OcopChartTheme *theme,
                                     OcopChartPaintFlags   flags);

/* Draws a line round @mark, which was painted before: where the keyboard is. */
void               ocop_chart_paint_outline (const OcopChartMark  *mark,
                                             cairo_t              *cr,
                                             const OcopChartTheme *theme);

G_END_DECLS
