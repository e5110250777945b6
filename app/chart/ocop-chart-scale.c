/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-scale.h"

/* 1, 2, 5, 10, 20, 50 … */
static gint64
next_step (gint64 step)
{
  gint64 leading = step;

  while (leading >= 10)
    leading /= 10;
  return leading == 2 ? step / 2 * 5 : step * 2;
}

OcopChartScale
ocop_chart_scale_for (gint64 largest,
                      guint  most_steps)
{
  OcopChartScale scale = { 1, 1 };
  gint64 most = MAX (most_steps, 1);

  /* The step grows until one of the last gint64 could not be doubled any more. */
  while (scale.step < G_MAXINT64 / 10 && (largest + scale.step - 1) / scale.step > most)
    scale.step = next_step (scale.step);
  scale.n_steps = (guint) MAX ((largest + scale.step - 1) / scale.step, 1);
  return scale;
}

gint64
ocop_chart_scale_top (OcopChartScale scale)
{
  return scale.step * scale.n_steps;
}
