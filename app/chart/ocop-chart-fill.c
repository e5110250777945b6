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

/* Parallel lines over @box, @slant across for each unit upwards, none of them beyond its sides. They are traced as what
 * they cover: hundreds of lines take half as long to be filled as to be stroked. */
static void
trace_slanted (cairo_t            *cr,
               const OcopChartBox *box,
               double              spacing,
               double              slant,
               double              width)
{
  double half = width * G_SQRT2 / 2;
  double left = box->x + half, right = box->x + box->width - half, foot = box->y + box->height;
  double start = slant > 0 ? box->x - box->height : box->x;

  for (double x = start; x < start + box->width + box->height; x += spacing)
    {
      /* How far up the line comes to either side. */
      double lowest = MAX (MIN ((left - x) / slant, (right - x) / slant), 0);
      double highest = MIN (MAX ((left - x) / slant, (right - x) / slant), box->height);

      if (lowest >= highest)
        continue;
      cairo_move_to (cr, x + slant * lowest - half, foot - lowest);
      cairo_line_to (cr, x + slant * lowest + half, foot - lowest);
      cairo_line_to (cr, x + slant * highest + half, foot - highest);
      cairo_line_to (cr, x + slant * highest - half, foot - highest);
      cairo_close_path (cr);
    }
}

static void
trace_level (cairo_t            *cr,
             const OcopChartBox *box,
             double              spacing,
             double              width)
{
  for (double y = box->y + box->height - spacing / 2; y > box->y + width / 2; y -= spacing)
    cairo_rectangle (cr, box->x, y - width / 2, box->width, width);
}

/* Lines rather than an image as pattern: they stay sharp in files and on paper. */
static void
paint_pattern (OcopChartPainter    *painter,
               const OcopChartFill *fill,
               const OcopChartBox  *box)
{
  double spacing = painter->em * 0.42, width = painter->em * 0.11;
  cairo_t *cr = painter->cr;

  /* As dense with both directions as with one. */
  if (fill->pattern == OCOP_CHART_PATTERN_CROSSED)
    spacing *= 1.6;
  if (fill->pattern == OCOP_CHART_PATTERN_RISING || fill->pattern == OCOP_CHART_PATTERN_CROSSED)
    trace_slanted (cr, box, spacing, 1, width);
  if (fill->pattern == OCOP_CHART_PATTERN_FALLING || fill->pattern == OCOP_CHART_PATTERN_CROSSED)
    trace_slanted (cr, box, spacing, -1, width);
  if (fill->pattern == OCOP_CHART_PATTERN_LEVEL)
    trace_level (cr, box, spacing * 0.7, width);
  ocop_chart_set_colour (cr, fill->pattern_colour);
  /* On lines as fine as these nobody sees the difference, which is a third of the time. */
  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* Within the current path, which stays. */
static void
paint_pattern_in_path (OcopChartPainter    *painter,
                       const OcopChartFill *fill)
{
  double x1, y1, x2, y2;
  cairo_t *cr = painter->cr;
  cairo_path_t *path = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_clip (cr);
  paint_pattern (painter, fill, &(OcopChartBox) { x1, y1, x2 - x1, y2 - y1 });
  cairo_restore (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

/* Round the current path. */
static void
paint_edge (OcopChartPainter *painter,
            double            thickness)
{
  double width = MIN (painter->theme->edge_width * painter->scale, thickness / 3);

  if (width <= 0)
    return;
  ocop_chart_set_colour (painter->cr, painter->theme->edge);
  cairo_set_line_width (painter->cr, width);
  cairo_stroke (painter->cr);
}

void
ocop_chart_fill_path (OcopChartPainter    *painter,
                      const OcopChartFill *fill,
                      double               thickness)
{
  ocop_chart_set_colour (painter->cr, fill->colour);
  cairo_fill_preserve (painter->cr);
  if (fill->pattern != OCOP_CHART_PATTERN_NONE)
    paint_pattern_in_path (painter, fill);
  paint_edge (painter, thickness);
  cairo_new_path (painter->cr);
}

void
ocop_chart_fill_box (OcopChartPainter    *painter,
                     const OcopChartFill *fill,
                     const OcopChartBox  *box)
{
  cairo_rectangle (painter->cr, box->x, box->y, box->width, box->height);
  ocop_chart_set_colour (painter->cr, fill->colour);
  cairo_fill (painter->cr);
  if (fill->pattern != OCOP_CHART_PATTERN_NONE)
    paint_pattern (painter, fill, box);
  cairo_rectangle (painter->cr, box->x, box->y, box->width, box->height);
  paint_edge (painter, MIN (box->width, box->height));
  cairo_new_path (painter->cr);
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
