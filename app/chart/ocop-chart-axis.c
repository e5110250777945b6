/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

#include <math.h>

#include "chart/ocop-chart-text.h"

/* Fewer are no picture of a province. */
#define FEWEST_SLOTS 8

/* Fewer than these are not worth having each name whole. */
#define FEWEST_NAMED 4

/* Of a name under a mark, as long as they leave the marks their height: rather than upwards. */
#define MOST_LINES_ACROSS 5

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

/* From zero under bars; where only distances are read, from below the smallest value, whose dot stands on no axis. */
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
  if (smallest > 0 && smallest < largest)
    smallest--;
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

/* How the names under upright marks are written: all across, all upwards, or only some. @n_lacking: how many of them are
 * cut, or left out though they stand for no moment between others: fewer marks would each have their name. */
typedef struct
{
  gboolean turned;
  guint every;
  double room;
  guint lines;
  double height;
  guint n_lacking;
} NamePlan;

static gboolean
plan_across (OcopChartPainter    *painter,
             const OcopChartAxes *axes,
             NamePlan            *plan)
{
  *plan = (NamePlan) { FALSE, 1, axes->pitch - painter->em * 0.4, MOST_LINES_ACROSS };
  for (guint i = 0; i < axes->slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, i);

      if (!ocop_chart_label_fits (painter, OCOP_CHART_LABEL_CATEGORY, slot->label, plan->room, plan->lines))
        return FALSE;
      plan->height = MAX (plan->height, painter->set.height);
    }
  return plan->height <= MAX (painter->free.height * 0.36, painter->em * 1.6);
}

/* Not less than @least. Months named at these steps are the same months of every year. */
static guint
regular_step (guint least)
{
  const guint steps[] = { 1, 2, 3, 4, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] >= least)
      return steps[i];
  return (least + 11) / 12 * 12;
}

static gboolean
is_cut_at (OcopChartPainter    *painter,
           const OcopChartAxes *axes,
           double               room,
           guint                lines)
{
  for (guint i = 0; i < axes->slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, i);

      if (!ocop_chart_label_fits (painter, OCOP_CHART_LABEL_CATEGORY, slot->label, room, lines))
        return TRUE;
    }
  return FALSE;
}

/* Whether the marks between two that are named are known by their place alone, as moments and intervals are. */
static gboolean
reads_between (const OcopChartPainter *painter)
{
  OcopChartKind kind = ocop_chart_get_kind (painter->chart);

  return kind != OCOP_CHART_DOTS && ocop_chart_kind_get_traits (kind)->keeps_order;
}

/* Only every n-th name, in as little room as all of them are whole in. */
static NamePlan
plan_some_across (OcopChartPainter    *painter,
                  const OcopChartAxes *axes,
                  double               widest)
{
  double room = MIN (widest, painter->em * 9);
  NamePlan plan = { .lines = room < widest ? 2 : 1 };

  while (room < widest && is_cut_at (painter, axes, room, plan.lines))
    room = MIN (room * 1.15, widest);
  plan.room = room;
  plan.every = regular_step ((guint) ceil ((room + painter->em) / axes->pitch));
  plan.height = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY) * plan.lines;
  if (!reads_between (painter))
    plan.n_lacking = axes->slots->len - (axes->slots->len + plan.every - 1) / plan.every;
  return plan;
}

/* Names that break into lines are less long than they have room. */
static void
measure_turned (OcopChartPainter    *painter,
                const OcopChartAxes *axes,
                NamePlan            *plan)
{
  for (guint i = 0; i < axes->slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, i);

      ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, slot->label, plan->room, plan->lines);
      plan->height = MAX (plan->height, painter->set.width);
      plan->n_lacking += painter->set.cut;
    }
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
  widest = ocop_chart_names_widest (painter, axes->slots);
  /* Short names that would have to be thinned out even upwards are read better across;
   * and where there is no height, upwards would leave two letters of each. */
  if ((axes->pitch < line && widest < painter->em * 5) || most < MIN (widest, painter->em * 5))
    return plan_some_across (painter, axes, widest);
  plan = (NamePlan) { TRUE, (guint) ceil (line / axes->pitch), MIN (widest, most), (guint) CLAMP (axes->pitch / line, 1, 3) };
  measure_turned (painter, axes, &plan);
  return plan.n_lacking > 0 && reads_between (painter) ? plan_some_across (painter, axes, widest) : plan;
}

/* Below its mark; at an end of the axis moved into the frame. Lines that are read upwards end at the axis. */
static void
paint_name (OcopChartPainter *painter,
            const NamePlan   *plan,
            const char       *text,
            double            middle,
            double            y)
{
  double most = painter->frame.x + painter->frame.width;

  ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, text, plan->room, plan->lines);
  ocop_chart_label_align (painter, plan->turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER);
  if (plan->turned)
    ocop_chart_label_paint_turned (painter, middle - painter->set.height / 2, y);
  else
    ocop_chart_label_paint (painter, MAX (MIN (middle - painter->set.width / 2, most - painter->set.width), painter->frame.x), y);
}

/* The last name, of a stock the latest moment, and back from there as many as planned. */
static void
paint_names (OcopChartPainter    *painter,
             const OcopChartAxes *axes,
             const NamePlan      *plan)
{
  double y = axes->plot.y + axes->plot.height + painter->em * 0.4;

  for (guint back = 0; back < axes->slots->len; back += plan->every)
    {
      guint place = axes->slots->len - 1 - back;
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, place);

      paint_name (painter, plan, slot->label, axes->plot.x + axes->pitch * (place + 0.5), y);
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

/* As wide as the series' largest figure, which stands alone. */
static double
figure_room (OcopChartPainter *painter,
             guint             series)
{
  gint64 largest = 0;

  for (guint i = 0; i < ocop_chart_n_categories (painter->chart); i++)
    largest = MAX (largest, ocop_chart_get_value (painter->chart, series, i));
  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_VALUE, largest);
  return painter->set.width + painter->em * 0.3;
}

/* The narrowest slot that is worth drawing upright: its figures have room side by side. Of dots that is how far they
 * are apart, and its members stand side by side. */
static double
least_pitch (OcopChartPainter *painter)
{
  guint n = ocop_chart_n_series (painter->chart);
  double room = 0;

  if (ocop_chart_get_kind (painter->chart) == OCOP_CHART_DOTS)
    return painter->em * MAX (2.8, 0.6 + 0.3 * n);
  for (guint i = 0; n > 1 && ocop_chart_get_kind (painter->chart) == OCOP_CHART_BARS && i < n; i++)
    room += figure_room (painter, i) / OCOP_CHART_GROUP_SHARE;
  return MAX (room, painter->em * 2.2);
}

static double
levels_room (OcopChartPainter *painter)
{
  return ocop_chart_get_kind (painter->chart) != OCOP_CHART_HISTOGRAM ? ocop_chart_levels_width (painter) : 0;
}

/* Lays out what stands side by side: at most @most slots, and the names below them. */
static NamePlan
place_across (OcopChartPainter *painter,
              OcopChartAxes    *axes,
              guint             most)
{
  double left;

  ocop_chart_axes_clear (axes);
  axes->slots = ocop_chart_slots_new (painter->chart, most, ocop_chart_get_kind (painter->chart) == OCOP_CHART_DOTS);
  left = tick_width (painter, largest_of (painter, axes->slots)) + painter->em * 0.5;
  axes->plot = painter->free;
  axes->plot.x += left;
  axes->plot.width = MAX (axes->plot.width - left - levels_room (painter), 1);
  axes->pitch = axes->plot.width / axes->slots->len;
  if (has_bounds (painter))
    return (NamePlan) { .height = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY) };
  return plan_names (painter, axes);
}

/* Rather fewer localities than names that are cut or left out: as many as leave the fewest of them so. */
static NamePlan
find_place_across (OcopChartPainter *painter,
                   OcopChartAxes    *axes)
{
  guint most = (guint) MAX (painter->free.width * 0.9 / least_pitch (painter), 2);
  guint placed = most, n, fewest;
  NamePlan plan = place_across (painter, axes, most);

  n = axes->slots->len;
  fewest = plan.n_lacking;
  while (fewest > 0 && n == axes->slots->len && n > FEWEST_NAMED)
    {
      n -= MAX (n / 4, 1);
      placed = n;
      plan = place_across (painter, axes, placed);
      if (plan.n_lacking < fewest)
        {
          fewest = plan.n_lacking;
          most = placed;
        }
    }
  return placed == most ? plan : place_across (painter, axes, most);
}

void
ocop_chart_axes_paint_upright (OcopChartPainter *painter,
                               OcopChartAxes    *axes)
{
  double head = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_TOTAL) * 1.1;
  gboolean across = ocop_chart_get_kind (painter->chart) != OCOP_CHART_HISTOGRAM;
  double strip = across ? 0 : ocop_chart_levels_height (painter);
  NamePlan plan;

  paint_heading (painter);
  plan = find_place_across (painter, axes);
  axes->levels_foot = axes->plot.y + strip;
  axes->plot.y += strip + head;
  axes->plot.height = MAX (axes->plot.height - strip - head - plan.height - painter->em * 0.4, 1);
  axes->scale = find_scale (painter, axes->slots, largest_of (painter, axes->slots),
                            (guint) CLAMP (axes->plot.height / (painter->em * 3.2), 1, 8));
  painter->geometry->plot = axes->plot;
  paint_upright_ticks (painter, axes);
  if (has_bounds (painter))
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

/* Beside their rows. */
static double
row_names_room (const OcopChartPainter *painter,
                const OcopChartAxes    *axes)
{
  return axes->plot.x - painter->em * 0.6 - painter->free.x;
}

static void
paint_row_names (OcopChartPainter    *painter,
                 const OcopChartAxes *axes)
{
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY);
  guint every = (guint) ceil (line / axes->pitch);
  double right = axes->plot.x - painter->em * 0.6;

  for (guint i = 0; i < axes->slots->len; i += every)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, i);

      ocop_chart_name_paint (painter, slot->label, row_names_room (painter, axes), right, axes->plot.y + axes->pitch * (i + 0.5), axes->pitch);
    }
}

/* Room for the largest total, which stands after its bar, or for the figures of a row. */
static double
total_width (OcopChartPainter    *painter,
             const OcopChartAxes *axes,
             gint64               largest)
{
  double widest;

  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, largest);
  widest = painter->set.width;
  for (guint i = 0; axes->joins_figures && i < axes->slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, i);
      g_autofree char *figures = slot->category != OCOP_CHART_REST ? ocop_chart_rows_dup_figures (painter->chart, slot) : g_strdup ("");

      ocop_chart_label_set (painter, OCOP_CHART_LABEL_VALUE, figures, 0, 1);
      widest = MAX (widest, painter->set.width);
    }
  return widest + painter->em * 0.5;
}

static gboolean
has_groups (const OcopChartPainter *painter)
{
  return ocop_chart_get_kind (painter->chart) == OCOP_CHART_ROWS && ocop_chart_n_series (painter->chart) > 1;
}

/* How many rows of a single bar a slot is as high as. Bars below one another ask for more height than one; each may
 * be lower than a line of text, if not so low that its figure has no room, or where figures stand together. */
static double
rows_in_slot (OcopChartPainter    *painter,
              const OcopChartAxes *axes)
{
  double low = axes->joins_figures ? 0.32 : 0.76;

  return has_groups (painter) ? MAX (ocop_chart_n_series (painter->chart) * low, 1) : 1;
}

static double
least_row_pitch (OcopChartPainter    *painter,
                 const OcopChartAxes *axes)
{
  return ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY) * 1.22 * rows_in_slot (painter, axes);
}

static guint
count_rows (OcopChartPainter    *painter,
            const OcopChartAxes *axes)
{
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY);

  return (guint) MAX ((painter->free.height - line) / least_row_pitch (painter, axes), 2);
}

/* Lays out at most @most rows, from the top of all the height they may have. */
static void
place_rows (OcopChartPainter *painter,
            OcopChartAxes    *axes,
            guint             most)
{
  double foot = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_TICK) * 1.2;
  double head = ocop_chart_levels_height (painter);
  double tick, right, names;
  gint64 largest;

  ocop_chart_axes_clear (axes);
  axes->slots = ocop_chart_slots_new (painter->chart, most, FALSE);
  largest = largest_of (painter, axes->slots);
  tick = tick_width (painter, largest);
  right = MAX (total_width (painter, axes, largest), tick / 2);
  names = ocop_chart_names_width (painter, axes->slots, right) + painter->em * 0.6;
  axes->plot = painter->free;
  axes->plot.x += names;
  axes->plot.width = MAX (axes->plot.width - names - right, 1);
  axes->plot.y += head;
  axes->levels_foot = axes->plot.y;
  axes->plot.height = MAX (axes->plot.height - head - foot, 1);
  axes->scale = ocop_chart_scale_for (largest, (guint) CLAMP (axes->plot.width / (tick + painter->em * 4), 1, 8));
}

/* Rather fewer localities than names that are cut. */
static void
find_place_for_rows (OcopChartPainter *painter,
                     OcopChartAxes    *axes)
{
  guint most;

  place_rows (painter, axes, count_rows (painter, axes));
  most = ocop_chart_names_most_rows (painter, axes->slots, row_names_room (painter, axes), axes->plot.height,
                                     least_row_pitch (painter, axes));
  if (most < axes->slots->len)
    place_rows (painter, axes, most);
  /* A few rows stay together at the top instead of growing into blocks. */
  axes->pitch = ocop_chart_names_pitch (painter, axes->slots, row_names_room (painter, axes), axes->plot.height,
                                        painter->em * 4.2 * rows_in_slot (painter, axes));
  axes->plot.height = axes->pitch * axes->slots->len;
}

void
ocop_chart_axes_paint_rows (OcopChartPainter *painter,
                            OcopChartAxes    *axes)
{
  paint_heading (painter);
  axes->joins_figures = has_groups (painter) && count_rows (painter, axes) < MIN (ocop_chart_n_categories (painter->chart), FEWEST_SLOTS);
  find_place_for_rows (painter, axes);
  painter->geometry->plot = axes->plot;
  paint_row_ticks (painter, axes);
  paint_row_names (painter, axes);
}
