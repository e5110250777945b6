/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

static gboolean
is_of_column (const OcopChartPainter *painter)
{
  return ocop_chart_get_kind (painter->chart) == OCOP_CHART_DOTS;
}

double
ocop_chart_point_radius (const OcopChartPainter *painter)
{
  double radius = painter->theme->line_width * painter->scale * 1.7;

  /* Many to a column; of a line they are the ends of a stroke. */
  return is_of_column (painter) ? MIN (radius, painter->em * (ocop_chart_n_series (painter->chart) > 5 ? 0.24 : 0.3)) : radius;
}

/* A pattern cannot be seen on a thin line; its stronger colour can. */
guint32
ocop_chart_point_colour (OcopChartPainter *painter,
                         guint             series)
{
  const OcopChartFill *fill = ocop_chart_fill_for (painter, series, NULL);
  guint32 colour = fill->pattern == OCOP_CHART_PATTERN_NONE ? fill->colour : fill->pattern_colour;

  return ocop_chart_theme_line_colour (painter->theme, colour);
}

static void
trace_polygon (cairo_t *cr,
               double   x,
               double   y,
               double   radius,
               guint    corners)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_translate (cr, x, y);
  for (guint i = 0; i < corners; i++)
    {
      cairo_line_to (cr, 0, -radius);
      cairo_rotate (cr, 2 * G_PI / corners);
    }
  cairo_close_path (cr);
  cairo_set_matrix (cr, &matrix);
}

/* With a rim of the ground instead of an edge: of a column's dots that touch each is seen, and their colour stands out from
 * the ground as it is. */
static void
fill_dot (OcopChartPainter    *painter,
          const OcopChartFill *fill)
{
  ocop_chart_set_colour (painter->cr, painter->theme->background);
  cairo_set_line_width (painter->cr, ocop_chart_point_radius (painter) * 0.6);
  cairo_stroke_preserve (painter->cr);
  ocop_chart_set_colour (painter->cr, fill->colour);
  cairo_fill (painter->cr);
}

/* Round, then with three, four and five corners: shapes tell series apart without colour. */
void
ocop_chart_point_draw (OcopChartPainter *painter,
                       guint             series,
                       double            x,
                       double            y)
{
  const OcopChartFill fill = { ocop_chart_point_colour (painter, series), OCOP_CHART_PATTERN_NONE, 0 };
  const guint corners[] = { 0, 3, 4, 5 };
  guint n = corners[series % G_N_ELEMENTS (corners)];

  if (n == 0)
    cairo_arc (painter->cr, x, y, ocop_chart_point_radius (painter), 0, 2 * G_PI);
  else
    trace_polygon (painter->cr, x, y, ocop_chart_point_radius (painter) * 1.25, n);
  if (is_of_column (painter))
    fill_dot (painter, &fill);
  else
    ocop_chart_fill_path (painter, &fill, ocop_chart_point_radius (painter));
}

void
ocop_chart_point_record (OcopChartPainter    *painter,
                         guint                series,
                         const OcopChartSlot *slot,
                         double               x,
                         double               y)
{
  double radius = ocop_chart_point_radius (painter);

  ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_POINT, series, slot, (OcopChartBox) {
    x - radius, y - radius, 2 * radius, 2 * radius,
  });
}
