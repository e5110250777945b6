/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-geometry.h"

#include <math.h>

/* Rounding of sums of doubles, far below what can be seen. */
#define TOLERANCE 0.01

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

static gboolean
box_contains (const OcopChartBox *self,
              double              x,
              double              y)
{
  return x >= self->x && x <= self->x + self->width && y >= self->y && y <= self->y + self->height;
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

static gboolean
flow_contains (const OcopChartMark *mark,
               double               x,
               double               y)
{
  double share = (x - mark->box.x) / mark->box.width;
  double top = mark->box.y + mark->inner + (mark->outer - mark->inner) * ocop_chart_flow_fall (share);

  return share >= 0 && share <= 1 && y >= top && y <= top + mark->from;
}

static gboolean
mark_contains (const OcopChartMark *mark,
               double               x,
               double               y)
{
  if (mark->kind == OCOP_CHART_MARK_SECTOR)
    return sector_contains (mark, x, y);
  if (mark->kind == OCOP_CHART_MARK_FLOW)
    return flow_contains (mark, x, y);
  return box_contains (&mark->box, x, y);
}

const OcopChartMark *
ocop_chart_geometry_find (const OcopChartGeometry *self,
                          double                   x,
                          double                   y)
{
  const OcopChartMark *found = NULL;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const OcopChartMark *mark = &g_array_index (self->marks, OcopChartMark, i);

      if (!mark_contains (mark, x, y))
        continue;
      if (found == NULL || mark->kind != OCOP_CHART_MARK_POINT || distance (mark, x, y) <= distance (found, x, y))
        found = mark;
    }
  return found;
}
