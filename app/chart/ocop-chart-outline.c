/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

/* How far from a bar the line round it is, and how wide. */
#define GAP 2.0
#define WIDTH 2.0

/* From where the path is along an edge of a flow, level at both ends: at thirds of the way the curve
 * falls as ocop_chart_flow_fall() says, which a click is looked for by. */
static void
trace_edge (cairo_t *cr,
            double   from_x,
            double   from_y,
            double   to_x,
            double   to_y)
{
  double third = (to_x - from_x) / 3;

  cairo_line_to (cr, from_x, from_y);
  cairo_curve_to (cr, from_x + third, from_y, to_x - third, to_y, to_x, to_y);
}

void
ocop_chart_mark_trace_flow (cairo_t             *cr,
                            const OcopChartMark *mark)
{
  double left = mark->box.x, right = mark->box.x + mark->box.width;
  double from = mark->box.y + mark->inner, to = mark->box.y + mark->outer;

  cairo_new_sub_path (cr);
  trace_edge (cr, left, from, right, to);
  trace_edge (cr, right, to + mark->from, left, from + mark->from);
  cairo_close_path (cr);
}

static void
trace_sector (cairo_t             *cr,
              const OcopChartMark *mark)
{
  double x = mark->box.x + mark->box.width / 2, y = mark->box.y + mark->box.height / 2;

  cairo_arc (cr, x, y, mark->outer, mark->from, mark->to);
  cairo_arc_negative (cr, x, y, mark->inner, mark->to, mark->from);
  cairo_close_path (cr);
}

static void
trace (cairo_t             *cr,
       const OcopChartMark *mark)
{
  const OcopChartBox *box = &mark->box;

  if (mark->kind == OCOP_CHART_MARK_SECTOR)
    trace_sector (cr, mark);
  else if (mark->kind == OCOP_CHART_MARK_FLOW)
    ocop_chart_mark_trace_flow (cr, mark);
  else
    cairo_rectangle (cr, box->x - GAP, box->y - GAP, box->width + 2 * GAP, box->height + 2 * GAP);
}

void
ocop_chart_paint_outline (const OcopChartMark  *mark,
                          cairo_t              *cr,
                          const OcopChartTheme *theme)
{
  cairo_save (cr);
  cairo_new_path (cr);
  trace (cr, mark);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  /* The ground on either side of the ink: it is seen on marks of any colour. */
  ocop_chart_set_colour (cr, theme->background);
  cairo_set_line_width (cr, WIDTH + 2);
  cairo_stroke_preserve (cr);
  ocop_chart_set_colour (cr, theme->ink);
  cairo_set_line_width (cr, WIDTH);
  cairo_stroke (cr);
  cairo_restore (cr);
}
