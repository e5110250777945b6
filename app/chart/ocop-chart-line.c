/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

typedef struct
{
  double x, y;
} Point;

static Point
point_of (const OcopChartAxes *axes,
          guint                place,
          gint64               value)
{
  return (Point) {
    axes->plot.x + axes->pitch * (place + 0.5),
    axes->plot.y + axes->plot.height - ocop_chart_axes_length (axes, value, axes->plot.height),
  };
}

static gint64
value_at (const OcopChartAxes *axes,
          guint                place,
          guint                series)
{
  return ((const OcopChartSlot *) g_ptr_array_index (axes->slots, place))->values[series];
}

/* Lines differ by their dashes too, for grey print. */
static void
set_pen (OcopChartPainter *painter,
         guint             series)
{
  double unit = painter->theme->line_width * painter->scale;
  const double dashes[][4] = {
    { 0, 0, 0, 0 },
    { unit * 4, unit * 2, unit * 4, unit * 2 },
    { unit, unit * 2, unit, unit * 2 },
    { unit * 6, unit * 2, unit, unit * 2 },
  };
  guint which = series % G_N_ELEMENTS (dashes);

  ocop_chart_set_colour (painter->cr, ocop_chart_point_colour (painter, series));
  cairo_set_line_width (painter->cr, unit);
  cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (painter->cr, dashes[which], which > 0 ? 4 : 0, 0);
}

static void
paint_line (OcopChartPainter    *painter,
            const OcopChartAxes *axes,
            guint                series)
{
  cairo_save (painter->cr);
  set_pen (painter, series);
  for (guint i = 0; i < axes->slots->len; i++)
    {
      gint64 value = value_at (axes, i, series);
      Point point = point_of (axes, i, value);

      /* An unknown figure is a gap, not a bridge over it. */
      if (value == OCOP_CHART_UNKNOWN)
        cairo_new_sub_path (painter->cr);
      else
        cairo_line_to (painter->cr, point.x, point.y);
    }
  cairo_stroke (painter->cr);
  cairo_restore (painter->cr);
}

void
ocop_chart_paint_line_swatch (OcopChartPainter   *painter,
                              guint               series,
                              const OcopChartBox *box)
{
  double y = box->y + box->height / 2;

  cairo_save (painter->cr);
  set_pen (painter, series);
  cairo_move_to (painter->cr, box->x, y);
  cairo_line_to (painter->cr, box->x + box->width, y);
  cairo_stroke (painter->cr);
  cairo_restore (painter->cr);
  ocop_chart_point_draw (painter, series, box->x + box->width / 2, y);
}

/* Points too close to one another would hide the line; they can still be pointed at. */
static void
paint_points (OcopChartPainter    *painter,
              const OcopChartAxes *axes,
              guint                series)
{
  gboolean crowded = axes->pitch < ocop_chart_point_radius (painter) * 3;

  for (guint i = 0; i < axes->slots->len; i++)
    {
      gint64 value = value_at (axes, i, series);
      Point point = point_of (axes, i, value);

      if (value == OCOP_CHART_UNKNOWN)
        continue;
      if (!crowded)
        ocop_chart_point_draw (painter, series, point.x, point.y);
      ocop_chart_point_record (painter, series, g_ptr_array_index (axes->slots, i), point.x, point.y);
    }
}

static gboolean
hides_point (const OcopChartPainter *painter,
             const OcopChartBox     *box)
{
  for (guint i = 0; i < painter->geometry->marks->len; i++)
    {
      if (ocop_chart_box_overlaps (&g_array_index (painter->geometry->marks, OcopChartMark, i).box, box))
        return TRUE;
    }
  return FALSE;
}

static void
paint_value (OcopChartPainter *painter,
             gint64            value,
             Point             point)
{
  OcopChartBox box;

  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_VALUE, value);
  box = (OcopChartBox) {
    point.x - painter->set.width / 2, point.y - painter->set.height - ocop_chart_point_radius (painter) * 1.3,
    painter->set.width, painter->set.height,
  };
  box.x = CLAMP (box.x, painter->frame.x, painter->frame.x + painter->frame.width - box.width);
  if (!hides_point (painter, &box))
    ocop_chart_label_paint (painter, box.x, box.y);
}

/* Where not every point has room for its figure, only the latest has one: it is the one most asked for. */
static void
paint_values (OcopChartPainter    *painter,
              const OcopChartAxes *axes,
              guint                series)
{
  gboolean all;

  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_VALUE, ocop_chart_scale_top (axes->scale));
  all = axes->pitch > painter->set.width * 1.3;
  for (guint i = axes->slots->len; i-- > 0;)
    {
      gint64 value = value_at (axes, i, series);

      if (value == OCOP_CHART_UNKNOWN)
        continue;
      paint_value (painter, value, point_of (axes, i, value));
      if (!all)
        return;
    }
}

void
ocop_chart_paint_line (OcopChartPainter *painter)
{
  g_auto(OcopChartAxes) axes = { 0 };
  guint n = ocop_chart_n_series (painter->chart);

  ocop_chart_axes_paint_upright (painter, &axes);
  for (guint i = 0; i < n; i++)
    paint_line (painter, &axes, i);
  ocop_chart_levels_paint_across (painter, &axes);
  ocop_chart_level_paint_day (painter, &axes);
  for (guint i = 0; i < n; i++)
    paint_points (painter, &axes, i);
  for (guint i = 0; i < n; i++)
    paint_values (painter, &axes, i);
}
