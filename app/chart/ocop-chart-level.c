/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

/* "Ít nhất 3" as it is; the number stands on the axis. */
static void
set_label (OcopChartPainter     *painter,
           const OcopChartLevel *level,
           double                width,
           guint                 lines)
{
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_LEVEL, level->label, width, lines);
}

double
ocop_chart_levels_width (OcopChartPainter *painter)
{
  double widest = 0;

  for (guint i = 0; i < ocop_chart_n_levels (painter->chart); i++)
    {
      set_label (painter, ocop_chart_get_level (painter->chart, i), 0, 1);
      widest = MAX (widest, painter->set.width);
    }
  return widest > 0 ? MIN (widest + 1, painter->free.width * 0.2) + painter->em * 0.5 : 0;
}

double
ocop_chart_levels_height (OcopChartPainter *painter)
{
  guint n = ocop_chart_n_levels (painter->chart);

  return n > 0 ? ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_LEVEL) * MIN (n, 2) + painter->em * 0.3 : 0;
}

/* Twice, so that it is seen on a mark as well as on the ground. */
static void
trace_line (OcopChartPainter     *painter,
            const OcopChartLevel *level,
            double                x1,
            double                y1,
            double                x2,
            double                y2)
{
  const OcopChartTheme *theme = painter->theme;
  double unit = MAX (theme->grid_width, 1) * painter->scale;
  double dashes[] = { unit * 5, unit * 3 };
  guint32 colour = theme->fills[level->role != OCOP_CHART_ROLE_INHERIT ? level->role : OCOP_CHART_ROLE_WARNING].colour;

  cairo_save (painter->cr);
  cairo_move_to (painter->cr, x1, y1);
  cairo_line_to (painter->cr, x2, y2);
  ocop_chart_set_colour (painter->cr, theme->background);
  cairo_set_line_width (painter->cr, unit * 3.5);
  cairo_stroke_preserve (painter->cr);
  ocop_chart_set_colour (painter->cr, ocop_chart_theme_line_colour (theme, colour));
  cairo_set_line_width (painter->cr, unit * 1.75);
  cairo_set_dash (painter->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (painter->cr);
  cairo_restore (painter->cr);
}

void
ocop_chart_levels_paint_across (OcopChartPainter    *painter,
                                const OcopChartAxes *axes)
{
  const OcopChartBox *plot = &axes->plot;
  double right = plot->x + plot->width;

  for (guint i = 0; i < ocop_chart_n_levels (painter->chart); i++)
    {
      const OcopChartLevel *level = ocop_chart_get_level (painter->chart, i);
      double y = plot->y + plot->height - ocop_chart_axes_length (axes, level->value, plot->height);
      double room = painter->frame.x + painter->frame.width - right - painter->em * 0.5;

      trace_line (painter, level, plot->x, y, right, y);
      set_label (painter, level, MAX (room, painter->em), 2);
      y -= painter->set.height / 2;
      ocop_chart_label_paint (painter, right + painter->em * 0.5, y);
    }
}

void
ocop_chart_level_paint_down (OcopChartPainter     *painter,
                             const OcopChartAxes  *axes,
                             const OcopChartLevel *level,
                             double                x)
{
  double most = painter->frame.x + painter->frame.width;
  double y;

  trace_line (painter, level, x, axes->levels_foot, x, axes->plot.y + axes->plot.height);
  set_label (painter, level, 0, 1);
  y = axes->levels_foot - painter->em * 0.15 - painter->set.height;
  x = MAX (MIN (x - painter->set.width / 2, most - painter->set.width), painter->frame.x);
  /* Above its neighbour where it has no room beside it. */
  if (!ocop_chart_label_paint (painter, x, y))
    ocop_chart_label_paint (painter, x, y - painter->set.height);
}

void
ocop_chart_levels_paint_down (OcopChartPainter    *painter,
                              const OcopChartAxes *axes)
{
  for (guint i = 0; i < ocop_chart_n_levels (painter->chart); i++)
    {
      const OcopChartLevel *level = ocop_chart_get_level (painter->chart, i);

      ocop_chart_level_paint_down (painter, axes, level,
                                   axes->plot.x + ocop_chart_axes_length (axes, level->value, axes->plot.width));
    }
}

void
ocop_chart_level_paint_day (OcopChartPainter    *painter,
                            const OcopChartAxes *axes)
{
  guint foreseen = ocop_chart_get_foreseen (painter->chart);
  OcopChartLevel level = { .role = OCOP_CHART_ROLE_NEUTRAL };

  if (foreseen == 0 || foreseen >= axes->slots->len)
    return;
  level.label = ocop_chart_get_category (painter->chart, foreseen - 1)->label;
  ocop_chart_level_paint_down (painter, axes, &level, axes->plot.x + axes->pitch * (foreseen - 0.5));
}
