/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} OcopChartBox;

/**
 * OcopChartMarkKind:
 * @OCOP_CHART_MARK_WRITTEN: the total of %OCOP_CHART_REST, a number where
 *   others have a bar: drawn it would dwarf them
 * @OCOP_CHART_MARK_TICK: a short line across a row: what a bullet is to reach
 * @OCOP_CHART_MARK_FLOW: a band from left to right
 */
typedef enum
{
  OCOP_CHART_MARK_BAR,
  OCOP_CHART_MARK_SECTOR,
  OCOP_CHART_MARK_POINT,
  OCOP_CHART_MARK_WRITTEN,
  OCOP_CHART_MARK_TICK,
  OCOP_CHART_MARK_FLOW,
} OcopChartMarkKind;

/* The series of a mark that stands for all of them. */
#define OCOP_CHART_ALL_SERIES G_MAXUINT

/* The category of a mark that stands for all categories without a place of their own. */
#define OCOP_CHART_REST (-1)

/**
 * OcopChartMark:
 * @series: index in the chart, or %OCOP_CHART_ALL_SERIES
 * @category: index in the chart, or %OCOP_CHART_REST
 * @value: what it shows
 * @box: the bar, or where one would be; the square round a point; the square
 *   round the whole ring
 * @inner: of a flow: how high its upper edge is on the left, counted from the
 *   top of @box; of a sector: the radius of the hole
 * @outer: of a flow: the same on the right; of a sector: the radius of the ring
 * @from: of a flow: how high it is; of a sector: the angle at which it begins, in radians, clockwise from
 *   the right, as cairo counts
 * @to: of a sector: the angle at which it ends, greater than @from
 *
 * One figure as it was drawn, in units of the surface.
 */
typedef struct
{
  OcopChartMarkKind kind;
  guint series;
  int category;
  gint64 value;
  OcopChartBox box;
  double inner, outer;
  double from, to;
} OcopChartMark;

typedef enum
{
  OCOP_CHART_LABEL_TITLE,
  OCOP_CHART_LABEL_SUBTITLE,
  OCOP_CHART_LABEL_AXIS,
  OCOP_CHART_LABEL_TICK,
  OCOP_CHART_LABEL_LEVEL,
  OCOP_CHART_LABEL_CATEGORY,
  OCOP_CHART_LABEL_VALUE,
  OCOP_CHART_LABEL_TOTAL,
  OCOP_CHART_LABEL_LEGEND,
  OCOP_CHART_LABEL_NOTE,
  OCOP_CHART_LABEL_PRACTICE,
  OCOP_CHART_LABEL_CENTRE,
  OCOP_CHART_LABEL_CENTRE_UNIT,
  OCOP_CHART_LABEL_EMPTY,
  OCOP_CHART_N_LABELS
} OcopChartLabelKind;

/**
 * OcopChartLabel:
 * @cut: whether an ellipsis stands for part of @text
 * @turned: whether it is read from below upwards
 * @box: what it covers, in units of the surface
 */
typedef struct
{
  OcopChartLabelKind kind;
  char *text;
  gboolean cut;
  gboolean turned;
  OcopChartBox box;
} OcopChartLabel;

/**
 * OcopChartGeometry:
 * @marks: of #OcopChartMark, in the order of drawing
 * @labels: of #OcopChartLabel
 * @plot: where marks may stand
 *
 * Where everything of one picture is: for hover, click and tests.
 */
typedef struct
{
  GArray *marks;
  GArray *labels;
  OcopChartBox plot;
} OcopChartGeometry;

OcopChartGeometry   *ocop_chart_geometry_new      (void);
void                 ocop_chart_geometry_free     (OcopChartGeometry       *self);

/**
 * ocop_chart_geometry_find:
 *
 * Returns: (transfer none) (nullable): the mark at @x, @y; of several the
 *   nearest point, else the last drawn; where there is none, one close by;
 *   %NULL when there is none of them either.
 */
const OcopChartMark *ocop_chart_geometry_find     (const OcopChartGeometry *self,
                                                   double                   x,
                                                   double                   y);

/* How far down a flow is at @share of its way, itself from 0 to 1: level at both ends. */
double               ocop_chart_flow_fall         (double                   share);
/* Whether they share more than a border. */
gboolean             ocop_chart_box_overlaps      (const OcopChartBox      *a,
                                                   const OcopChartBox      *b);
gboolean             ocop_chart_box_holds         (const OcopChartBox      *outer,
                                                   const OcopChartBox      *inner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopChartGeometry, ocop_chart_geometry_free)

G_END_DECLS
