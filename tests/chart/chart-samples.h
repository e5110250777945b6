/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"

G_BEGIN_DECLS

/* Charts of made-up figures, shared by the tests, the gallery and the bench. */
typedef enum
{
  CHART_SAMPLE_EMPTY,
  CHART_SAMPLE_ONE,
  CHART_SAMPLE_TYPICAL,     /* four classes, or six years of four classes */
  CHART_SAMPLE_MANY,        /* 170 localities, or as many months where they have an order */
  CHART_SAMPLE_LONG,        /* names of 30 characters and a title of three lines */
  CHART_N_SAMPLES
} ChartSample;

const char *chart_sample_name (ChartSample   sample);
OcopChart  *chart_sample_new  (OcopChartKind kind,
                               ChartSample   sample);
/* Twelve names of @n_letters each, as criteria sets, products and indicators have them; the last of them of
 * @n_last letters. */
OcopChart  *chart_sample_new_named (OcopChartKind kind,
                                    guint         n_letters,
                                    guint         n_last);

G_END_DECLS
