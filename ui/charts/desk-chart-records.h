/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"
#include "report/chart/ocop-chart-data.h"

G_BEGIN_DECLS

/**
 * desk_chart_records_open:
 * @name: of ocop_chart_data_get_name()
 * @chart: as it is shown; made of @scope
 *
 * Shows the records behind a mark in their list, on the day that it counts them, as soon as it is known which they are.
 */
void desk_chart_records_open (DeskWindow           *window,
                              OcopRegister         *reg,
                              const char           *name,
                              const OcopChart      *chart,
                              const OcopChartScope *scope,
                              guint                 series,
                              int                   category);

G_END_DECLS
