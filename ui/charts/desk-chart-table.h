/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/ocop-chart.h"

G_BEGIN_DECLS

/* Fills @view with every figure of @chart; %NULL empties it. */
void desk_chart_table_show (GtkColumnView   *view,
                            const OcopChart *chart);

G_END_DECLS
