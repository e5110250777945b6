/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/desk-chart-answer.h"
#include "desk-window.h"

G_BEGIN_DECLS

/* Shows the records behind a mark of @answer's chart in their list, on the day that it counts them, as soon as it is known which
 * they are. */
void desk_chart_records_open (DeskWindow            *window,
                              OcopRegister          *reg,
                              const DeskChartAnswer *answer,
                              guint                  series,
                              int                    category);

G_END_DECLS
