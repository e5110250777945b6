/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OcopChartKind:
 * @OCOP_CHART_BARS: upright bars, side by side when there are several series
 * @OCOP_CHART_STACKED_BARS: upright bars, the series on top of one another
 * @OCOP_CHART_ROWS: lying bars, one below the other when there are several series
 * @OCOP_CHART_STACKED_ROWS: lying bars, the series after one another; the kind
 *   for many categories and long names
 * @OCOP_CHART_RING: the categories of the first series as shares of a whole
 * @OCOP_CHART_LINE: one line per series, over categories that are times
 * @OCOP_CHART_AREA: the series on top of one another, over categories that are times
 * @OCOP_CHART_BULLET: a lying bar of the first series against a mark of the
 *   second, each row on a scale of its own; a third series is a thin mark:
 *   what there was a year before
 * @OCOP_CHART_HEAT: a table, one row per category and one column per series,
 *   each cell the darker the larger its value
 * @OCOP_CHART_HISTOGRAM: the first series over categories that are intervals
 *   with bounds, next to one another; levels stand between the classes
 * @OCOP_CHART_DOTS: the values of a category as dots in one column, over the
 *   band that the limit allows
 * @OCOP_CHART_FUNNEL: the first series, category after category, each with its
 *   share of the one before
 * @OCOP_CHART_FLOWS: from each series on the left to each category on the
 *   right, a band as wide as the value
 */
typedef enum
{
  OCOP_CHART_BARS,
  OCOP_CHART_STACKED_BARS,
  OCOP_CHART_ROWS,
  OCOP_CHART_STACKED_ROWS,
  OCOP_CHART_RING,
  OCOP_CHART_LINE,
  OCOP_CHART_AREA,
  OCOP_CHART_BULLET,
  OCOP_CHART_HEAT,
  OCOP_CHART_HISTOGRAM,
  OCOP_CHART_DOTS,
  OCOP_CHART_FUNNEL,
  OCOP_CHART_FLOWS,
  OCOP_CHART_N_KINDS
} OcopChartKind;

/**
 * OcopChartLegend:
 * @OCOP_CHART_LEGEND_NONE: the names of the series stand elsewhere, or nowhere
 * @OCOP_CHART_LEGEND_FILLS: beside a piece of each series' fill
 * @OCOP_CHART_LEGEND_LINES: beside a piece of each series' line
 * @OCOP_CHART_LEGEND_DOTS: beside one of each series' dots
 * @OCOP_CHART_LEGEND_BULLETS: beside a bar, and beside the marks that it is held against
 */
typedef enum
{
  OCOP_CHART_LEGEND_NONE,
  OCOP_CHART_LEGEND_FILLS,
  OCOP_CHART_LEGEND_LINES,
  OCOP_CHART_LEGEND_DOTS,
  OCOP_CHART_LEGEND_BULLETS,
} OcopChartLegend;

/**
 * OcopChartTraits:
 * @name: for command lines and files: "stacked-rows"
 * @stacks: whether the series of a category are parts of one sum
 * @adds: whether the categories of a series are parts of one sum
 * @keeps_order: whether its categories stand in the order given, even where
 *   they have none of their own (%OCOP_CHART_TEXT_REST)
 * @lies: whether values go from left to right, a row for each category
 * @most_series: how many series it draws; 0 for all
 *
 * What holds for every chart of a kind.
 */
typedef struct
{
  const char *name;
  gboolean stacks;
  gboolean adds;
  gboolean keeps_order;
  gboolean lies;
  guint most_series;
  OcopChartLegend legend;
} OcopChartTraits;

const OcopChartTraits *ocop_chart_kind_get_traits (OcopChartKind kind);

G_END_DECLS
