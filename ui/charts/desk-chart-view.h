/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/ocop-chart.h"

G_BEGIN_DECLS

#define DESK_TYPE_CHART_VIEW (desk_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskChartView, desk_chart_view, DESK, CHART_VIEW, GtkWidget)

/**
 * DeskChartView:
 *
 * Shows a chart in the window's colours. Its name to assistive technology is
 * the chart's reading in words; over a mark, a tooltip says its figure.
 *
 * #DeskChartView::mark-activated (guint series, int category) is emitted when
 * a person clicks a mark that opens, or goes to it by the arrow keys and presses
 * Enter; as in #OcopChartMark, @series may be
 * %OCOP_CHART_ALL_SERIES and @category %OCOP_CHART_REST.
 *
 * #DeskChartView:bare leaves the chart's title to whoever shows it.
 */
/* Whether a mark has records behind it that can be shown. */
typedef gboolean (*DeskChartViewOpens) (DeskChartView *self,
                                        guint          series,
                                        int            category,
                                        gpointer       data);

/* Says which marks open, and has the keyboard come to the chart. Without it all do, by the mouse alone. */
void             desk_chart_view_set_opens (DeskChartView      *self,
                                            DeskChartViewOpens  opens,
                                            gpointer            data);

/* (nullable). */
const OcopChart *desk_chart_view_get_chart (DeskChartView   *self);
/* @chart: (nullable): copied */
void             desk_chart_view_set_chart (DeskChartView   *self,
                                            const OcopChart *chart);

G_END_DECLS
