/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopChartName:
 * @name: stable: "star-distribution"
 * @title: English, to be translated
 */
typedef struct
{
  const char *name;
  const char *title;
} OcopChartName;

/* All charts that a register can show, ended by a %NULL name. */
const OcopChartName *ocop_chart_data_names (void);

/**
 * ocop_chart_data_new:
 * @name: of ocop_chart_data_names()
 * @base: (nullable): of which products: "chart this" of a list. All valid ones
 *   (by year: all ever recognised) when %NULL; otherwise as @base says. Its day
 *   is not used
 * @on: the day of the figures
 *
 * Returns: (transfer full): %NULL on failure; %OCOP_ERROR_ARGUMENT when there
 *   is no chart of that name.
 */
OcopChart           *ocop_chart_data_new   (OcopReader       *reader,
                                            const char       *name,
                                            const OcopQuery  *base,
                                            OcopDate          on,
                                            GError          **error);

G_END_DECLS
