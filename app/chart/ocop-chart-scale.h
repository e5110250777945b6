/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OcopChartScale:
 * @step: between two ticks: 1, 2 or 5 times a power of ten, never a fraction
 *   (half a product does not exist)
 * @n_steps: at least 1
 * @first: where it begins: 0 under bars, else a multiple of @step
 *
 * A value axis from @first over @n_steps of @step.
 */
typedef struct
{
  gint64 step;
  guint n_steps;
  gint64 first;
} OcopChartScale;

/**
 * ocop_chart_scale_for:
 * @largest: the largest value to hold, 0 or more
 * @most_steps: how many steps there is room for, at least 1
 *
 * Returns: the finest scale that holds @largest in at most @most_steps.
 */
OcopChartScale ocop_chart_scale_for (gint64         largest,
                                     guint          most_steps);

/**
 * ocop_chart_scale_between:
 * @smallest: the smallest value to hold
 * @largest: the largest, not below @smallest
 * @most_steps: how many steps there is room for, at least 2
 *
 * For dots, whose distances are read instead of their lengths.
 *
 * Returns: the finest scale that holds both in at most @most_steps.
 */
OcopChartScale ocop_chart_scale_between (gint64     smallest,
                                         gint64     largest,
                                         guint      most_steps);

/* The value at the scale's end. */
gint64         ocop_chart_scale_top (OcopChartScale scale);

G_END_DECLS
