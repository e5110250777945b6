/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_CHART_THEME_SCREEN_LIGHT,
  OCOP_CHART_THEME_SCREEN_DARK,
  OCOP_CHART_THEME_SCREEN_CONTRAST,
  OCOP_CHART_THEME_SCREEN_CONTRAST_DARK,
  OCOP_CHART_THEME_PROJECTOR,
  OCOP_CHART_THEME_PRINT_COLOUR,
  OCOP_CHART_THEME_PRINT_GREY,
  OCOP_CHART_N_THEMES
} OcopChartThemeId;

typedef enum
{
  OCOP_CHART_PATTERN_NONE,
  OCOP_CHART_PATTERN_RISING,
  OCOP_CHART_PATTERN_FALLING,
  OCOP_CHART_PATTERN_CROSSED,
  OCOP_CHART_PATTERN_LEVEL,
} OcopChartPattern;

/**
 * OcopChartFill:
 * @colour: 0xRRGGBB
 * @pattern_colour: of the pattern's lines
 */
typedef struct
{
  guint32 colour;
  OcopChartPattern pattern;
  guint32 pattern_colour;
} OcopChartFill;

/**
 * OcopChartTheme:
 * @name: for command lines and files, e.g. "print-grey"
 * @family: font families, the first that is installed is taken
 * @size: of a category's label, in units of the surface; other texts follow it
 * @title_size: of the title, likewise
 * @design_width: what @size was chosen for, with @design_height; a larger
 *   or smaller picture has its type and lines scaled with it. 0: never scaled
 * @edge: of the outline round each mark; its width 0 for none
 *
 * How charts look on one kind of surface. Classes differ in luminance as well
 * as in hue, and "potential 5 stars" by its hatching, so that grey print and
 * colour-blind readers tell them apart.
 */
typedef struct
{
  const char *name;
  const char *family;
  double size;
  double title_size;
  double design_width;
  double design_height;
  double padding;
  double line_width;
  double grid_width;
  double edge_width;
  guint32 background;
  guint32 ink;
  guint32 dim_ink;
  guint32 warning_ink;
  guint32 grid;
  guint32 edge;
  OcopChartFill fills[OCOP_CHART_N_ROLES];
} OcopChartTheme;

const OcopChartTheme *ocop_chart_theme_get    (OcopChartThemeId      id);
/* %NULL when there is no theme of that name. */
const OcopChartTheme *ocop_chart_theme_find   (const char           *name);
/* Black or white, whichever stands out more on @colour. */
guint32               ocop_chart_theme_ink_on (guint32               colour);
/* @colour, as far towards the theme's ink as a thin line needs to be seen (3 to 1, WCAG 2). */
guint32               ocop_chart_theme_line_colour (const OcopChartTheme *theme,
                                                    guint32               colour);
/* From almost the theme's ground, at a @share of 0, to a strong colour, at 1: for cells that are
 * the darker the more they hold; lighter on a dark ground. */
guint32               ocop_chart_theme_shade (const OcopChartTheme *theme,
                                              double                share);
/* @colour and @share of @other instead of as much of itself, channel by channel. */
guint32               ocop_chart_mix         (guint32               colour,
                                              guint32               other,
                                              double                share);
/* By WCAG 2: from 1 (the same) to 21 (black on white). */
double                ocop_chart_contrast     (guint32               a,
                                               guint32               b);

G_END_DECLS
