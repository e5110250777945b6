/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/desk-chart-answer.h"
#include "report/chart/ocop-saved-chart.h"

G_BEGIN_DECLS

#define DESK_TYPE_CHART_BAR (desk_chart_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskChartBar, desk_chart_bar, DESK, CHART_BAR, GtkBox)

/**
 * DeskChartBar:
 *
 * What stands above a chart: the choices of what it is drawn of, and buttons for the "chart" actions of the page.
 *
 * #DeskChartBar::chosen is emitted when another scope was chosen.
 */

/* @base: (nullable): of a list that is charted, which the choices narrow further; all that there is when %NULL */
void              desk_chart_bar_set_base     (DeskChartBar           *self,
                                               const OcopQuery        *base);
gboolean          desk_chart_bar_has_base     (DeskChartBar           *self);

/* Chooses what @saved was asked of, and nothing else narrows it. Of another chart (%NULL) all stays as it is chosen. */
void              desk_chart_bar_ask_again    (DeskChartBar           *self,
                                               const OcopSavedChart   *saved);

/* (transfer full): what is asked of the register for the chart @name with the figures of @on. */
DeskChartRequest *desk_chart_bar_make_request (DeskChartBar           *self,
                                               const char             *name,
                                               OcopDate                on);

/* Has people choose from what @answer found, and takes its places. */
void              desk_chart_bar_offer        (DeskChartBar           *self,
                                               DeskChartAnswer        *answer);

/* (transfer full): what is chosen, to be kept under @name with its day, which may be unknown. @request: of what is shown */
OcopSavedChart   *desk_chart_bar_dup_saved    (DeskChartBar           *self,
                                               const DeskChartRequest *request,
                                               const char             *name,
                                               OcopDate                on);

/* Another register is open, or none. */
void              desk_chart_bar_forget       (DeskChartBar           *self);

G_END_DECLS
