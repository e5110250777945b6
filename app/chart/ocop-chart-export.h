/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "chart/ocop-chart-theme.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_CHART_FORMAT_SVG,
  OCOP_CHART_FORMAT_PNG,
  OCOP_CHART_FORMAT_PDF,
  OCOP_CHART_N_FORMATS
} OcopChartFormat;

/**
 * OcopChartSize:
 * @width: of the layout: pixels of SVG and PNG, points of PDF; type has the
 *   theme's size in them
 * @height: likewise
 * @sharpness: pixels of a PNG per unit of the layout; 2 makes a picture of
 *   twice @width and @height, with the same layout
 */
typedef struct
{
  double width;
  double height;
  double sharpness;
} OcopChartSize;

/* A PNG of so many pixels: large ones have larger type, so that it can be read in them, and not more of it. */
OcopChartSize ocop_chart_size_of_pixels (const OcopChartTheme *theme,
                                         double                width,
                                         double                height);

/**
 * ocop_chart_to_bytes:
 *
 * The picture as a file of @format. The same chart, size and theme give the
 * same bytes: nothing of the machine or the hour gets in.
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_ARGUMENT for a size that
 *   no picture can have
 */
GBytes   *ocop_chart_to_bytes        (const OcopChart       *chart,
                                      OcopChartFormat        format,
                                      OcopChartSize          size,
                                      const OcopChartTheme  *theme,
                                      GError               **error);

/**
 * ocop_chart_export:
 * @path: its extension, .svg, .png or .pdf, says the format; what is there
 *   is replaced as a whole or not at all
 *
 * Returns: whether the file was written; errors as those of
 *   ocop_chart_to_bytes(), or %OCOP_ERROR_STORAGE
 */
gboolean  ocop_chart_export          (const OcopChart       *chart,
                                      const char            *path,
                                      OcopChartSize          size,
                                      const OcopChartTheme  *theme,
                                      GError               **error);

G_END_DECLS
