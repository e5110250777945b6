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
  OcopChartScale scale = { 1, 1, 0 };
  gint64 most = MAX (most_steps, 1);

  /* The step grows until one of the last gint64 could not be doubled any more. */
  while (scale.step < G_MAXINT64 / 10 && (largest + scale.step - 1) / scale.step > most)
    scale.step = next_step (scale.step);
  scale.n_steps = (guint) MAX ((largest + scale.step - 1) / scale.step, 1);
  return scale;
}

/* The multiple of @step at or below @value. */
static gint64
step_below (gint64 value,
            gint64 step)
{
  gint64 rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

static guint
n_steps_between (gint64 first,
                 gint64 largest,
                 gint64 step)
{
  return (guint) MAX ((largest - first + step - 1) / step, 1);
}

OcopChartScale
ocop_chart_scale_between (gint64 smallest,
                          gint64 largest,
                          guint  most_steps)
{
  OcopChartScale scale = { 1, 0, 0 };
  guint most = MAX (most_steps, 2);

  /* One value has no distance from another. */
  if (smallest == largest && largest > 0)
    return ocop_chart_scale_for (largest, most_steps);
  while (scale.step < G_MAXINT64 / 10 && n_steps_between (step_below (smallest, scale.step), largest, scale.step) > most)
    scale.step = next_step (scale.step);
  scale.first = step_below (smallest, scale.step);
  scale.n_steps = n_steps_between (scale.first, largest, scale.step);
  return scale;
}

gint64
ocop_chart_scale_top (OcopChartScale scale)
{
  return scale.first + scale.step * scale.n_steps;
}
