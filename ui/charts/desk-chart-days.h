/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/desk-day-slider.h"
#include "register/ocop-register.h"
#include "report/chart/ocop-chart-data.h"

G_BEGIN_DECLS

#define DESK_TYPE_CHART_DAYS (desk_chart_days_get_type ())
G_DECLARE_FINAL_TYPE (DeskChartDays, desk_chart_days, DESK, CHART_DAYS, GObject)

/**
 * DeskChartDays:
 *
 * Reads a chart on the days that a slider is moved to. While one is read only
 * the latest wish is kept, and read next; none is read twice. The axes of all
 * of them reach as far as that of the largest so far.
 *
 * #DeskChartDays::read (OcopChart *chart) is emitted with the chart of the day
 * that the slider is on; it belongs to the emitter.
 */

DeskChartDays *desk_chart_days_new        (DeskDaySlider   *slider);

/**
 * desk_chart_days_begin:
 * @chart: the chart @name of @base, on any day
 * @first: the first day that a chart can be of; unknown where there is none
 * @last: the last one
 *
 * Forgets what was read before, and shows the slider where there are days to choose from.
 */
void           desk_chart_days_begin      (DeskChartDays   *self,
                                           OcopRegister    *reg,
                                           const char      *name,
                                           const OcopQuery *base,
                                           const OcopChart *chart,
                                           OcopDate         first,
                                           OcopDate         last);

/* Until the next begin, nothing is read or shown. */
void           desk_chart_days_end        (DeskChartDays   *self);

/* The day from which on charts have anything to show: that of the first decision. Unknown where none is known. */
gboolean       desk_chart_days_read_first (OcopReader      *reader,
                                           OcopDate        *first,
                                           GError         **error);

G_END_DECLS
