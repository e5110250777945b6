/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charts/desk-chart-answer.h"

G_BEGIN_DECLS

#define DESK_TYPE_CHART_PANE (desk_chart_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskChartPane, desk_chart_pane, DESK, CHART_PANE, GtkBox)

/**
 * DeskChartPane:
 *
 * Shows a chart, or the table of its figures, or what to do about it where there is nothing to draw.
 *
 * #DeskChartPane::mark-activated is emitted as #DeskChartView::mark-activated is. The focus goes to the chart.
 */

/* Takes @answer. */
void                   desk_chart_pane_set_answer      (DeskChartPane   *self,
                                                        DeskChartAnswer *answer);
/* (nullable): the latest that was set, also when its chart is no longer shown. */
const DeskChartAnswer *desk_chart_pane_get_answer      (DeskChartPane   *self);
/* The same answer is of another day, as its chart is now. @chart: copied */
void                   desk_chart_pane_set_day         (DeskChartPane   *self,
                                                        const OcopChart *chart);

/* (nullable): what is shown. */
const OcopChart       *desk_chart_pane_get_chart       (DeskChartPane   *self);
/* Whether there is anything to draw of it. */
gboolean               desk_chart_pane_is_drawn        (DeskChartPane   *self);
/* Shows nothing until the next answer. */
void                   desk_chart_pane_clear           (DeskChartPane   *self);

gboolean               desk_chart_pane_is_table_shown  (DeskChartPane   *self);
void                   desk_chart_pane_set_table_shown (DeskChartPane   *self,
                                                        gboolean         table_shown);

G_END_DECLS
