/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "chart/ocop-chart-geometry.h"

G_BEGIN_DECLS

/**
 * OcopChartSlot:
 * @category: index in the chart, or %OCOP_CHART_REST
 * @label: what people read; of the rest with their number
 * @role: how to colour it where categories have colours
 * @values: one per series
 * @total: of the known values
 * @lows, @highs: (nullable): of the rest, where nobody adds its values: the
 *   least and the most of each series
 *
 * A place on the category axis.
 */
typedef struct
{
  int category;
  char *label;
  OcopChartRole role;
  gint64 *values;
  gint64 total;
  gint64 *lows;
  gint64 *highs;
} OcopChartSlot;

/**
 * ocop_chart_slots_new:
 * @most: how many there is room for, at least 1
 * @fold: whether categories that have an order may be put together as well
 *
 * The categories in the order of drawing. Where they have no order (see
 * %OCOP_CHART_TEXT_REST) the largest come first and what is not known last; of dots that are more than
 * @most, those furthest apart. With more than @most, the last slot stands for
 * all that found no place: with their sums, or with unknown values and their
 * range where nobody adds them up.
 *
 * Returns: (transfer full): of #OcopChartSlot; all of them when they have an
 *   order and @fold is %FALSE
 */
GPtrArray *ocop_chart_slots_new     (const OcopChart *chart,
                                     guint            most,
                                     gboolean         fold);

/* What the categories without a place of their own are called together. */
/* "0–20": what nobody adds up has a least and a most. */
char       *ocop_chart_slot_dup_range (const OcopChartSlot *slot,
                                       const OcopChart *chart,
                                       guint            series);
const char *ocop_chart_rest_name    (const OcopChart *chart);

/* The largest total, or the largest value when @stacked is %FALSE; 0 when none is known.
 * The rest does not count: as a bar it would dwarf all others, so it is written instead. */
gint64     ocop_chart_slots_largest (const GPtrArray *slots,
                                     guint            n_series,
                                     gboolean         stacked);
/* The smallest known value of all; 0 when none is known. */
gint64     ocop_chart_slots_smallest (const GPtrArray *slots,
                                     guint            n_series);

G_END_DECLS
