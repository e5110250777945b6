/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

void
ocop_chart_set_colour (cairo_t *cr,
                       guint32  colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

void
ocop_chart_set_track_colour (OcopChartPainter *painter)
{
  ocop_chart_set_colour (painter->cr, ocop_chart_mix (painter->theme->background, painter->theme->ink, 0.1));
}

/* Parallel lines over the box from @x1, @y1 to @x2, @y2, @slant across for each unit upwards. They are traced as what
 * they cover: hundreds of lines take half as long to be filled as to be stroked. */
static void
trace_slanted (cairo_t *cr,
               double   x1,
               double   y1,
               double   x2,
               double   y2,
               double   spacing,
               double   slant,
               double   width)
{
  double half = width * G_SQRT2 / 2;
  double height = y2 - y1;
  double start = slant > 0 ? x1 - height : x1;
  double end = slant > 0 ? x2 : x2 + height;

  for (double x = start; x < end; x += spacing)
    {
      cairo_move_to (cr, x - half, y2);
      cairo_line_to (cr, x + half, y2);
      cairo_line_to (cr, x + slant * height + half, y1);
      cairo_line_to (cr, x + slant * height - half, y1);
      cairo_close_path (cr);
    }
}

static void
trace_level (cairo_t *cr,
             double   x1,
             double   y1,
             double   x2,
             double   y2,
             double   spacing,
             double   width)
{
  for (double y = y2 - spacing / 2; y > y1; y -= spacing)
    cairo_rectangle (cr, x1, y - width / 2, x2 - x1, width);
}

/* Within the current path, which stays. Lines rather than an image as pattern: they stay sharp in files and on paper. */
static void
paint_pattern (OcopChartPainter    *painter,
               const OcopChartFill *fill)
{
  double spacing = painter->em * 0.42, width = painter->em * 0.11;
  double x1, y1, x2, y2;
  cairo_t *cr = painter->cr;
  cairo_path_t *path = cairo_copy_path (cr);

  /* As dense with both directions as with one. */
  if (fill->pattern == OCOP_CHART_PATTERN_CROSSED)
    spacing *= 1.6;
  cairo_save (cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_clip (cr);
  if (fill->pattern == OCOP_CHART_PATTERN_RISING || fill->pattern == OCOP_CHART_PATTERN_CROSSED)
    trace_slanted (cr, x1, y1, x2, y2, spacing, 1, width);
  if (fill->pattern == OCOP_CHART_PATTERN_FALLING || fill->pattern == OCOP_CHART_PATTERN_CROSSED)
    trace_slanted (cr, x1, y1, x2, y2, spacing, -1, width);
  if (fill->pattern == OCOP_CHART_PATTERN_LEVEL)
    trace_level (cr, x1, y1, x2, y2, spacing * 0.7, width);
  ocop_chart_set_colour (cr, fill->pattern_colour);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

void
ocop_chart_fill_path (OcopChartPainter    *painter,
                      const OcopChartFill *fill,
                      double               thickness)
{
  cairo_t *cr = painter->cr;
  double edge = MIN (painter->theme->edge_width * painter->scale, thickness / 3);

  ocop_chart_set_colour (cr, fill->colour);
  cairo_fill_preserve (cr);
  if (fill->pattern != OCOP_CHART_PATTERN_NONE)
    paint_pattern (painter, fill);
  if (edge > 0)
    {
      ocop_chart_set_colour (cr, painter->theme->edge);
      cairo_set_line_width (cr, edge);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

void
ocop_chart_fill_box (OcopChartPainter    *painter,
                     const OcopChartFill *fill,
                     const OcopChartBox  *box)
{
  cairo_rectangle (painter->cr, box->x, box->y, box->width, box->height);
  ocop_chart_fill_path (painter, fill, MIN (box->width, box->height));
}

const OcopChartFill *
ocop_chart_fill_for (OcopChartPainter    *painter,
                     guint                series,
                     const OcopChartSlot *slot)
{
  OcopChartRole role = ocop_chart_get_series (painter->chart, series)->role;

  /* With several series the colour says which; with one it may say which category. */
  if (ocop_chart_n_series (painter->chart) == 1 && slot != NULL && slot->role != OCOP_CHART_ROLE_INHERIT)
    role = slot->role;
  return &painter->theme->fills[role != OCOP_CHART_ROLE_INHERIT ? role : OCOP_CHART_ROLE_ACCENT];
}
