/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

#include <math.h>

#include "chart/ocop-chart-text.h"

void
ocop_chart_axes_clear (OcopChartAxes *axes)
{
  g_clear_pointer (&axes->slots, g_ptr_array_unref);
}

double
ocop_chart_axes_length (const OcopChartAxes *axes,
                        gint64               value,
                        double               length)
{
  gint64 first = axes->scale.first;

  return value == OCOP_CHART_UNKNOWN ? 0 : length * (double) (value - first) / (double) (ocop_chart_scale_top (axes->scale) - first);
}

/* What the axis has to reach: the largest mark, the levels that are beside the marks, and what the chart asks for. */
static gint64
largest_of (OcopChartPainter *painter,
            const GPtrArray  *slots)
{
  gboolean beside = ocop_chart_get_kind (painter->chart) != OCOP_CHART_HISTOGRAM;
  gint64 largest = ocop_chart_slots_largest (slots, ocop_chart_n_drawn_series (painter->chart), ocop_chart_is_stacked (painter->chart));

  for (guint i = 0; beside && i < ocop_chart_n_levels (painter->chart); i++)
    largest = MAX (largest, ocop_chart_get_level (painter->chart, i)->value);
  return MAX (largest, ocop_chart_get_reach (painter->chart));
}

/* From zero under bars; where only distances are read, from the smallest value on. */
static OcopChartScale
find_scale (OcopChartPainter *painter,
            const GPtrArray  *slots,
            gint64            largest,
            guint             most_steps)
{
  gint64 smallest;

  if (ocop_chart_get_kind (painter->chart) != OCOP_CHART_DOTS)
    return ocop_chart_scale_for (largest, most_steps);
  smallest = ocop_chart_slots_smallest (slots, ocop_chart_n_drawn_series (painter->chart));
  for (guint i = 0; i < ocop_chart_n_levels (painter->chart); i++)
    smallest = MIN (smallest, ocop_chart_get_level (painter->chart, i)->value);
  return ocop_chart_scale_between (smallest, largest, most_steps);
}

/* Room for the widest tick of any scale of these values: the coarsest scale reaches farthest. */
static double
tick_width (OcopChartPainter *painter,
            gint64            largest)
{
  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TICK, ocop_chart_scale_top (ocop_chart_scale_for (largest, 2)));
  return painter->set.width;
}

/* The heading of the value axis, or else what is counted, above the axis. */
static void
paint_heading (OcopChartPainter *painter)
{
  const char *heading = ocop_chart_get_text (painter->chart, OCOP_CHART_TEXT_VALUES);

  if (*heading == '\0' || painter->free.height < painter->em * 12)
    return;
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_AXIS, heading, painter->free.width, 1);
  ocop_chart_label_paint (painter, painter->free.x, painter->free.y);
  painter->free.y += painter->set.height + painter->em * 0.3;
  painter->free.height -= painter->set.height + painter->em * 0.3;
}

/* In the middle of a pixel, where a line of one pixel is sharp; finer lines, of print, stay where they are. */
static double
sharp (const OcopChartPainter *painter,
       double                  position)
{
  return painter->theme->grid_width >= 1 ? floor (position) + 0.5 : position;
}

static void
trace_grid_line (OcopChartPainter *painter,
                 double            x1,
                 double            y1,
                 double            x2,
                 double            y2,
                 gboolean          is_base)
{
  ocop_chart_set_colour (painter->cr, is_base ? painter->theme->dim_ink : painter->theme->grid);
  cairo_set_line_width (painter->cr, painter->theme->grid_width * painter->scale);
  cairo_move_to (painter->cr, sharp (painter, x1), sharp (painter, y1));
  cairo_line_to (painter->cr, sharp (painter, x2), sharp (painter, y2));
  cairo_stroke (painter->cr);
}

static void
paint_upright_ticks (OcopChartPainter    *painter,
                     const OcopChartAxes *axes)
{
  const OcopChartBox *plot = &axes->plot;

  for (guint i = 0; i <= axes->scale.n_steps; i++)
    {
      double y = plot->y + plot->height - plot->height * i / axes->scale.n_steps;
      double x;

      trace_grid_line (painter, plot->x, y, plot->x + plot->width, y, i == 0);
      ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TICK, axes->scale.first + axes->scale.step * i);
      x = plot->x - painter->em * 0.5 - painter->set.width;
      y -= painter->set.height / 2;
      ocop_chart_label_paint (painter, x, y);
    }
}

/* How the names under upright marks are written: all across, all upwards, or only some. */
typedef struct
{
  gboolean turned;
  guint every;
  double room;
  guint lines;
  double height;
} NamePlan;

static gboolean
plan_across (OcopChartPainter    *painter,
             const OcopChartAxes *axes,
             NamePlan            *plan)
{
  *plan = (NamePlan) { FALSE, 1, axes->pitch - painter->em * 0.4, 3, 0 };
  for (guint i = 0; i < axes->slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, i);

      if (!ocop_chart_label_fits (painter, OCOP_CHART_LABEL_CATEGORY, slot->label, plan->room, plan->lines))
        return FALSE;
      plan->height = MAX (plan->height, painter->set.height);
    }
  return plan->height <= MAX (painter->free.height * 0.3, painter->em * 1.6);
}

static double
widest_name (OcopChartPainter    *painter,
             const OcopChartAxes *axes)
{
  double widest = 0;

  for (guint i = 0; i < axes->slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, i);

      ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, slot->label, 0, 1);
      widest = MAX (widest, painter->set.width);
    }
  return widest;
}

/* Only every n-th name, on one line. */
static NamePlan
plan_some_across (OcopChartPainter    *painter,
                  const OcopChartAxes *axes,
                  double               widest)
{
  NamePlan plan = { .room = MIN (widest + 1, painter->em * 9), .lines = 1 };

  plan.every = (guint) ceil ((plan.room + painter->em) / axes->pitch);
  plan.height = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY);
  return plan;
}

static NamePlan
plan_names (OcopChartPainter    *painter,
            const OcopChartAxes *axes)
{
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY);
  double most = painter->free.height * 0.4;
  double widest;
  NamePlan plan;

  if (plan_across (painter, axes, &plan))
    return plan;
  widest = widest_name (painter, axes);
  /* Short names that would have to be thinned out even upwards are read better across;
   * and where there is no height, upwards would leave two letters of each. */
  if ((axes->pitch < line && widest < painter->em * 5) || most < MIN (widest, painter->em * 5))
    return plan_some_across (painter, axes, widest);
  plan.turned = TRUE;
  plan.every = (guint) ceil (line / axes->pitch);
  plan.lines = (guint) CLAMP (axes->pitch / line, 1, 3);
  plan.room = MIN (widest + 1, most);
  plan.height = plan.room;
  return plan;
}

/* Whether there was room. */
static gboolean
paint_name (OcopChartPainter *painter,
            const NamePlan   *plan,
            const char       *text,
            double            middle,
            double            y)
{
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, text, plan->room, plan->lines);
  if (plan->turned)
    return ocop_chart_label_paint_turned (painter, middle - painter->set.height / 2, y);
  return ocop_chart_label_paint (painter, middle - painter->set.width / 2, y);
}

/* The first name that has room, and from there on as many as planned. */
static void
paint_names (OcopChartPainter    *painter,
             const OcopChartAxes *axes,
             const NamePlan      *plan)
{
  double y = axes->plot.y + axes->plot.height + painter->em * 0.4;
  guint i = 0;

  while (i < axes->slots->len)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, i);

      i += paint_name (painter, plan, slot->label, axes->plot.x + axes->pitch * (i + 0.5), y) ? plan->every : 1;
    }
}

/* Whether the axis is one of intervals, named by where they begin and end. */
static gboolean
has_bounds (const OcopChartPainter *painter)
{
  const OcopChartCategory *first = ocop_chart_get_category (painter->chart, 0);

  return ocop_chart_get_kind (painter->chart) == OCOP_CHART_HISTOGRAM && first->until > first->from;
}

static void
set_bound (OcopChartPainter    *painter,
           const OcopChartAxes *axes,
           guint                place)
{
  gboolean is_last = place == axes->slots->len;
  const OcopChartCategory *interval = ocop_chart_get_category (painter->chart, is_last ? place - 1 : place);
  g_autofree char *bound = ocop_chart_number_to_people (is_last ? interval->until : interval->from, 2);

  ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, bound, 0, 1);
}

/* Where one bar ends and the next begins; of many every second, fifth, tenth … */
static void
paint_bounds (OcopChartPainter    *painter,
              const OcopChartAxes *axes)
{
  double foot = axes->plot.y + axes->plot.height + painter->em * 0.4;
  double most_right = painter->frame.x + painter->frame.width;
  OcopChartScale scale;

  set_bound (painter, axes, axes->slots->len);
  scale = ocop_chart_scale_for (axes->slots->len, (guint) MAX (axes->plot.width / (painter->set.width + painter->em), 1));
  for (guint i = 0; i <= axes->slots->len; i += (guint) scale.step)
    {
      set_bound (painter, axes, i);
      ocop_chart_label_paint (painter, MIN (axes->plot.x + axes->pitch * i - painter->set.width / 2, most_right - painter->set.width), foot);
    }
}

/* The narrowest slot that is worth drawing upright. Of dots it has room for how far they are apart. */
static double
least_pitch (OcopChartPainter *painter)
{
  if (ocop_chart_get_kind (painter->chart) == OCOP_CHART_DOTS)
    return painter->em * 2.8;
  if (ocop_chart_get_kind (painter->chart) == OCOP_CHART_BARS)
    return painter->em * MAX (2.2, 0.9 * ocop_chart_n_series (painter->chart));
  return painter->em * 2.2;
}

void
ocop_chart_axes_paint_upright (OcopChartPainter *painter,
                               OcopChartAxes    *axes)
{
  double head = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_TOTAL) * 1.1;
  gint64 largest;
  gboolean across = ocop_chart_get_kind (painter->chart) != OCOP_CHART_HISTOGRAM;
  double levels = across ? ocop_chart_levels_width (painter) : 0;
  double strip = across ? 0 : ocop_chart_levels_height (painter);
  double left;
  gboolean bounded;
  NamePlan plan;

  paint_heading (painter);
  axes->slots = ocop_chart_slots_new (painter->chart, (guint) MAX (painter->free.width * 0.9 / least_pitch (painter), 2),
                                      ocop_chart_get_kind (painter->chart) == OCOP_CHART_DOTS);
  largest = largest_of (painter, axes->slots);
  left = tick_width (painter, largest) + painter->em * 0.5;
  axes->plot = painter->free;
  axes->plot.x += left;
  axes->plot.width = MAX (axes->plot.width - left - levels, 1);
  axes->pitch = axes->plot.width / axes->slots->len;
  bounded = has_bounds (painter);
  plan = bounded ? (NamePlan) { .height = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY) }
                 : plan_names (painter, axes);
  axes->levels_foot = axes->plot.y + strip;
  axes->plot.y += strip + head;
  axes->plot.height = MAX (axes->plot.height - strip - head - plan.height - painter->em * 0.4, 1);
  axes->scale = find_scale (painter, axes->slots, largest, (guint) CLAMP (axes->plot.height / (painter->em * 3.2), 1, 8));
  painter->geometry->plot = axes->plot;
  paint_upright_ticks (painter, axes);
  if (bounded)
    paint_bounds (painter, axes);
  else
    paint_names (painter, axes, &plan);
}

static gboolean
ends_with_rest (const OcopChartAxes *axes)
{
  return ((const OcopChartSlot *) g_ptr_array_index (axes->slots, axes->slots->len - 1))->category == OCOP_CHART_REST;
}

/* The lines leave out the rest, which is written. */
static void
paint_row_ticks (OcopChartPainter    *painter,
                 const OcopChartAxes *axes)
{
  const OcopChartBox *plot = &axes->plot;
  double foot = plot->y + plot->height - (ends_with_rest (axes) ? axes->pitch : 0);

  for (guint i = 0; i <= axes->scale.n_steps; i++)
    {
      double x = plot->x + plot->width * i / axes->scale.n_steps;
      double y = plot->y + plot->height;

      trace_grid_line (painter, x, plot->y, x, i == 0 ? y : foot, i == 0);
      ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TICK, axes->scale.first + axes->scale.step * i);
      x -= painter->set.width / 2;
      ocop_chart_label_paint (painter, x, y + painter->em * 0.2);
    }
}

static void
paint_row_names (OcopChartPainter    *painter,
                 const OcopChartAxes *axes)
{
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY);
  guint every = (guint) ceil (line / axes->pitch);
  guint lines = (guint) CLAMP (axes->pitch / line, 1, 3);
  double right = axes->plot.x - painter->em * 0.6;

  for (guint i = 0; i < axes->slots->len; i += every)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, i);
      double y;

      ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, slot->label, right - painter->free.x, lines);
      y = axes->plot.y + axes->pitch * (i + 0.5) - painter->set.height / 2;
      ocop_chart_label_paint (painter, right - painter->set.width, y);
    }
}

/* Room for the largest total, which stands after its bar. */
static double
total_width (OcopChartPainter *painter,
             gint64            largest)
{
  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, largest);
  return painter->set.width + painter->em * 0.5;
}

/* Bars below one another ask for more height than one; each may be lower than a line of text, if not so low
 * that its figure has no room. */
static double
rows_in_slot (OcopChartPainter *painter)
{
  if (ocop_chart_get_kind (painter->chart) != OCOP_CHART_ROWS)
    return 1;
  return MAX (ocop_chart_n_series (painter->chart) * 0.76, 1);
}

static void
place_rows (OcopChartPainter *painter,
            OcopChartAxes    *axes,
            gint64            largest)
{
  double foot = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_TICK) * 1.2;
  double head = ocop_chart_levels_height (painter);
  double names = MIN (widest_name (painter, axes) + 1, painter->free.width * 0.36) + painter->em * 0.6;
  double tick = tick_width (painter, largest);
  double right = MAX (total_width (painter, largest), tick / 2);

  axes->plot = painter->free;
  axes->plot.x += names;
  axes->plot.width = MAX (axes->plot.width - names - right, 1);
  axes->plot.y += head;
  axes->levels_foot = axes->plot.y;
  axes->plot.height = MAX (axes->plot.height - head - foot, 1);
  /* A few rows stay together at the top instead of growing into blocks. */
  axes->pitch = MIN (axes->plot.height / axes->slots->len, painter->em * 4.2 * rows_in_slot (painter));
  axes->plot.height = axes->pitch * axes->slots->len;
  axes->scale = ocop_chart_scale_for (largest, (guint) CLAMP (axes->plot.width / (tick + painter->em * 4), 1, 8));
}

void
ocop_chart_axes_paint_rows (OcopChartPainter *painter,
                            OcopChartAxes    *axes)
{
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY);

  paint_heading (painter);
  axes->slots = ocop_chart_slots_new (painter->chart, (guint) MAX ((painter->free.height - line) / (line * 1.22 * rows_in_slot (painter)), 2), FALSE);
  place_rows (painter, axes, largest_of (painter, axes->slots));
  painter->geometry->plot = axes->plot;
  paint_row_ticks (painter, axes);
  paint_row_names (painter, axes);
}
