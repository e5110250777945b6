/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* Whether the chart @name is of the plan of a year, whatever the products. */
gboolean   ocop_plan_chart_is   (const char       *name);

/* Fills @chart, of that name, with how the plan of the year of @on stands; with nothing where there is no plan. */
gboolean   ocop_plan_chart_fill (OcopChart        *chart,
                                 const char       *name,
                                 OcopReader       *reader,
                                 OcopDate          on,
                                 GError          **error);

G_END_DECLS
