/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-geometry.h"

#include <math.h>

/* Rounding of sums of doubles, far below what can be seen. */
#define TOLERANCE 0.01

/* How near to a mark one may point, in units of the surface: a bar of one product, an interval without any and a dot are
 * hard to meet. */
#define REACH 7.0

static void
label_clear (gpointer label)
{
  g_free (((OcopChartLabel *) label)->text);
}

OcopChartGeometry *
ocop_chart_geometry_new (void)
{
  OcopChartGeometry *self = g_new0 (OcopChartGeometry, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (OcopChartMark));
  self->labels = g_array_new (FALSE, FALSE, sizeof (OcopChartLabel));
  g_array_set_clear_func (self->labels, label_clear);
  return self;
}

void
ocop_chart_geometry_free (OcopChartGeometry *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->labels);
  g_free (self);
}

gboolean
ocop_chart_box_overlaps (const OcopChartBox *a,
                         const OcopChartBox *b)
{
  return a->x + a->width > b->x + TOLERANCE && b->x + b->width > a->x + TOLERANCE
         && a->y + a->height > b->y + TOLERANCE && b->y + b->height > a->y + TOLERANCE;
}

gboolean
ocop_chart_box_holds (const OcopChartBox *outer,
                      const OcopChartBox *inner)
{
  return inner->x >= outer->x - TOLERANCE && inner->y >= outer->y - TOLERANCE
         && inner->x + inner->width <= outer->x + outer->width + TOLERANCE
         && inner->y + inner->height <= outer->y + outer->height + TOLERANCE;
}

/* How far @x, @y is from the middle of @mark. */
static double
distance (const OcopChartMark *mark,
          double               x,
          double               y)
{
  return hypot (x - mark->box.x - mark->box.width / 2, y - mark->box.y - mark->box.height / 2);
}

static double
distance_to_box (const OcopChartBox *self,
                 double              x,
                 double              y)
{
  return hypot (MAX (MAX (self->x - x, x - self->x - self->width), 0), MAX (MAX (self->y - y, y - self->y - self->height), 0));
}

static gboolean
sector_contains (const OcopChartMark *mark,
                 double               x,
                 double               y)
{
  double radius = distance (mark, x, y);
  double angle = atan2 (y - mark->box.y - mark->box.height / 2, x - mark->box.x - mark->box.width / 2);

  if (radius < mark->inner || radius > mark->outer)
    return FALSE;
  while (angle < mark->from)
    angle += 2 * G_PI;
  return angle <= mark->to;
}

double
ocop_chart_flow_fall (double share)
{
  return share * share * (3 - 2 * share);
}

/* Straight up or down: what one points at beside a band is where it passes. */
static double
distance_to_flow (const OcopChartMark *mark,
                  double               x,
                  double               y)
{
  double share = (x - mark->box.x) / mark->box.width;
  double top = mark->box.y + mark->inner + (mark->outer - mark->inner) * ocop_chart_flow_fall (share);

  if (share < 0 || share > 1)
    return G_MAXDOUBLE;
  return MAX (MAX (top - y, y - top - mark->from), 0);
}

/* 0 on it. The sectors of a ring lie side by side: beside them is another one or nothing. */
static double
distance_to_mark (const OcopChartMark *mark,
                  double               x,
                  double               y)
{
  if (mark->kind == OCOP_CHART_MARK_SECTOR)
    return sector_contains (mark, x, y) ? 0 : G_MAXDOUBLE;
  if (mark->kind == OCOP_CHART_MARK_FLOW)
    return distance_to_flow (mark, x, y);
  return distance_to_box (&mark->box, x, y);
}

const OcopChartMark *
ocop_chart_geometry_find (const OcopChartGeometry *self,
                          double                   x,
                          double                   y)
{
  const OcopChartMark *found = NULL;
  double best = REACH;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const OcopChartMark *mark = &g_array_index (self->marks, OcopChartMark, i);
      double way = distance_to_mark (mark, x, y);

      if (way > best)
        continue;
      if (found == NULL || way < best || mark->kind != OCOP_CHART_MARK_POINT || distance (mark, x, y) <= distance (found, x, y))
        found = mark;
      best = way;
    }
  return found;
}
