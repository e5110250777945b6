/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

#include "chart/ocop-chart-text.h"

/* More bands than come of these nobody follows with the eye. */
#define MOST_ENDS 14

/**
 * End:
 * @value: of all bands that begin or end here
 * @y: of its upper edge
 * @used: how much of its height bands have taken
 *
 * Where bands begin or end: a series on the left, a category on the right.
 */
typedef struct
{
  const char *label;
  gint64 value;
  double y;
  double height;
  double used;
} End;

/**
 * Flows:
 * @ends: of #End, on the left and on the right
 * @unit: how high a value of 1 is
 * @least: how high an end and the gap below it are at least: its name has to have room
 * @node: how wide the bars at the ends are
 */
typedef struct
{
  GPtrArray *slots;
  GArray *ends[2];
  OcopChartBox plot;
  double unit;
  double gap;
  double least;
  double node;
} Flows;

static End *
end_at (const Flows *flows,
        guint        side,
        guint        place)
{
  return &g_array_index (flows->ends[side], End, place);
}

static const OcopChartSlot *
slot_at (const Flows *flows,
         guint        place)
{
  return g_ptr_array_index (flows->slots, place);
}

static void
collect (OcopChartPainter *painter,
         Flows            *flows)
{
  for (guint side = 0; side < 2; side++)
    flows->ends[side] = g_array_new (FALSE, FALSE, sizeof (End));
  for (guint i = 0; i < ocop_chart_n_series (painter->chart); i++)
    {
      const End end = { ocop_chart_series_heading (painter->chart, i), MAX (ocop_chart_series_total (painter->chart, i), 0) };

      g_array_append_val (flows->ends[0], end);
    }
  for (guint i = 0; i < flows->slots->len; i++)
    {
      const End end = { slot_at (flows, i)->label, MAX (slot_at (flows, i)->total, 0) };

      g_array_append_val (flows->ends[1], end);
    }
}

static gint64
total_of (const Flows *flows)
{
  gint64 total = 0;

  for (guint i = 0; i < flows->ends[0]->len; i++)
    total += end_at (flows, 0, i)->value;
  return total;
}

/* "4 sao 45" */
static void
set_name (OcopChartPainter *painter,
          const End        *end,
          double            width)
{
  g_autofree char *value = ocop_chart_value_to_people (painter->chart, end->value);
  g_autofree char *name = g_strdup_printf ("%s  %s", end->label, value);

  ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, name, width, 2);
}

static double
names_width (OcopChartPainter *painter,
             const Flows      *flows,
             guint             side)
{
  double widest = 0;

  for (guint i = 0; i < flows->ends[side]->len; i++)
    {
      set_name (painter, end_at (flows, side, i), 0);
      widest = MAX (widest, painter->set.width + 1);
    }
  return widest;
}

/* Of an end and the gap below it. An end that nothing comes to has no name. */
static double
pitch_of (const Flows *flows,
          const End   *end,
          double       unit)
{
  double height = unit * (double) end->value + flows->gap;

  return end->value > 0 ? MAX (height, flows->least) : height;
}

static gboolean
has_room (const Flows *flows,
          double       unit)
{
  double heights[2] = { 0, 0 };

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < flows->ends[side]->len; i++)
      heights[side] += pitch_of (flows, end_at (flows, side, i), unit);
  return MAX (heights[0], heights[1]) <= flows->plot.height + flows->gap;
}

/* The largest that has room, by halving: which ends are lower than their names depends on it. */
static double
find_unit (const Flows *flows)
{
  double most = flows->plot.height / (double) total_of (flows), least = 0;

  for (guint i = 0; i < 24; i++)
    {
      double middle = (least + most) / 2;

      if (has_room (flows, middle))
        least = middle;
      else
        most = middle;
    }
  return least;
}

static void
place_side (Flows *flows,
            guint  side)
{
  double y = flows->plot.y;

  for (guint i = 0; i < flows->ends[side]->len; i++)
    {
      End *end = end_at (flows, side, i);

      double pitch = pitch_of (flows, end, flows->unit);

      end->height = flows->unit * (double) end->value;
      end->y = y + (pitch - flows->gap - end->height) / 2;
      y += pitch;
    }
}

static void
place (OcopChartPainter *painter,
       Flows            *flows)
{
  guint most = MAX (flows->ends[0]->len, flows->ends[1]->len);
  double left = names_width (painter, flows, 0), right = names_width (painter, flows, 1);
  double room = painter->free.width * 0.62;

  /* The longer side gives way. */
  left = MIN (left, MAX (room - right, room / 2));
  right = MIN (right, room - left);
  flows->node = painter->em * 0.8;
  flows->plot = painter->free;
  flows->plot.x += left + painter->em * 0.5;
  flows->plot.width = MAX (flows->plot.width - left - right - painter->em, flows->node * 3);
  flows->gap = most > 1 ? MIN (painter->em * 0.9, flows->plot.height * 0.3 / (most - 1)) : 0;
  flows->least = MIN (ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY), flows->plot.height * 0.6 / most);
  flows->unit = find_unit (flows);
  painter->geometry->plot = flows->plot;
  for (guint side = 0; side < 2; side++)
    place_side (flows, side);
}

/* All bands of a series at once, as none of them crosses another: lighter than the end they come from, and seen through
 * where others cross them. */
static void
fill_flows (OcopChartPainter *painter,
            guint             series)
{
  guint32 colour = ocop_chart_fill_for (painter, series, NULL)->colour;

  cairo_save (painter->cr);
  cairo_set_antialias (painter->cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_source_rgba (painter->cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0, 0.55);
  cairo_fill (painter->cr);
  cairo_restore (painter->cr);
}

/* A band hardly thicker than its outline would be nothing else, and takes its time. */
static void
outline_flow (OcopChartPainter    *painter,
              const OcopChartMark *mark)
{
  const OcopChartTheme *theme = painter->theme;

  if (mark->from < painter->em * 0.9)
    return;
  ocop_chart_mark_trace_flow (painter->cr, mark);
  ocop_chart_set_colour (painter->cr, theme->edge_width > 0 ? theme->edge : theme->background);
  cairo_set_line_width (painter->cr, MAX (theme->grid_width * 0.6, 0.3) * painter->scale);
  cairo_stroke (painter->cr);
}

static void
trace_flow (OcopChartPainter *painter,
            const Flows      *flows,
            guint             series,
            guint             place)
{
  const OcopChartSlot *slot = slot_at (flows, place);
  End *from = end_at (flows, 0, series), *to = end_at (flows, 1, place);
  double height = flows->unit * (double) slot->values[series];
  double left = from->y + from->used, right = to->y + to->used;
  OcopChartMark *mark;

  if (slot->values[series] <= 0)
    return;
  mark = ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_FLOW, series, slot, (OcopChartBox) {
    flows->plot.x + flows->node, MIN (left, right), flows->plot.width - 2 * flows->node, ABS (left - right) + height,
  });
  mark->inner = left - mark->box.y;
  mark->outer = right - mark->box.y;
  mark->from = height;
  from->used += height;
  to->used += height;
  ocop_chart_mark_trace_flow (painter->cr, mark);
}

static void
paint_flows_of (OcopChartPainter *painter,
                const Flows      *flows,
                guint             series)
{
  guint first = painter->geometry->marks->len;

  for (guint place = 0; place < flows->slots->len; place++)
    trace_flow (painter, flows, series, place);
  fill_flows (painter, series);
  for (guint i = first; i < painter->geometry->marks->len; i++)
    outline_flow (painter, &g_array_index (painter->geometry->marks, OcopChartMark, i));
}

/* The bars that all bands of an end begin at, or end in. */
static void
paint_nodes (OcopChartPainter *painter,
             const Flows      *flows)
{
  const OcopChartTheme *theme = painter->theme;

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < flows->ends[side]->len; i++)
      {
        const End *end = end_at (flows, side, i);
        OcopChartRole role = side == 1 ? slot_at (flows, i)->role : OCOP_CHART_ROLE_NEUTRAL;
        const OcopChartFill *fill = side == 0 ? ocop_chart_fill_for (painter, i, NULL)
                                              : &theme->fills[role != OCOP_CHART_ROLE_INHERIT ? role : OCOP_CHART_ROLE_NEUTRAL];
        const OcopChartBox box = {
          side == 0 ? flows->plot.x : flows->plot.x + flows->plot.width - flows->node, end->y, flows->node, end->height,
        };

        if (end->value > 0)
          ocop_chart_fill_box (painter, fill, &box);
      }
}

/* Beside its end, moved down where the one above is too near; an end that nothing comes to has no name. */
static void
paint_names (OcopChartPainter *painter,
             const Flows      *flows,
             guint             side)
{
  double room = side == 0 ? flows->plot.x - painter->free.x - painter->em * 0.4
                          : painter->free.x + painter->free.width - flows->plot.x - flows->plot.width - painter->em * 0.4;
  double least = painter->free.y;

  for (guint i = 0; i < flows->ends[side]->len; i++)
    {
      const End *end = end_at (flows, side, i);
      double x, y;

      if (end->value == 0)
        continue;
      set_name (painter, end, room);
      ocop_chart_label_align (painter, side == 0 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      x = side == 0 ? flows->plot.x - painter->em * 0.4 - painter->set.width : flows->plot.x + flows->plot.width + painter->em * 0.4;
      y = MAX (end->y + (end->height - painter->set.height) / 2, least);
      if (ocop_chart_label_paint (painter, x, y))
        least = y + painter->set.height;
    }
}

void
ocop_chart_paint_flows (OcopChartPainter *painter)
{
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY);
  guint most = (guint) CLAMP (painter->free.height / (line * 1.5), 1, MOST_ENDS);
  g_autoptr(GPtrArray) slots = ocop_chart_slots_new (painter->chart, most, TRUE);
  Flows flows = { slots };

  collect (painter, &flows);
  place (painter, &flows);
  for (guint i = 0; i < flows.ends[0]->len; i++)
    paint_flows_of (painter, &flows, i);
  paint_nodes (painter, &flows);
  for (guint side = 0; side < 2; side++)
    {
      paint_names (painter, &flows, side);
      g_array_unref (flows.ends[side]);
    }
}
