/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

/* A hair of ground between the parts of a stack, and the least that is seen; the record keeps the exact part. */
static OcopChartBox
part_above_gap (const OcopChartPainter *painter,
                OcopChartBox            box)
{
  double foot = box.y + box.height;
  double gap = MIN (painter->em * 0.1, box.height / 4);

  box.height = MAX (box.height - gap, painter->scale * OCOP_CHART_LEAST_SEEN);
  box.y = foot - box.height;
  return box;
}

/* The figure that was set, above @y from @x on, where no other is so near that both would be read as one. */
static void
paint_above (OcopChartPainter *painter,
             double            x,
             double            y)
{
  double margin = painter->em * 0.12;
  const OcopChartBox around = { x - margin, y - painter->set.height, painter->set.width + 2 * margin, painter->set.height };

  if (ocop_chart_box_is_clear (painter, &around))
    ocop_chart_label_paint (painter, x, around.y);
}

static void
paint_stack (OcopChartPainter    *painter,
             const OcopChartAxes *axes,
             const OcopChartSlot *slot,
             double               x,
             double               width)
{
  double y = axes->plot.y + axes->plot.height;

  /* Before the values inside: where both have no room, the total matters more. */
  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, slot->total);
  paint_above (painter, x + (width - painter->set.width) / 2, y - ocop_chart_axes_length (axes, slot->total, axes->plot.height));
  for (guint i = 0; i < ocop_chart_n_series (painter->chart); i++)
    {
      double height = ocop_chart_axes_length (axes, slot->values[i], axes->plot.height);
      const OcopChartFill *fill = ocop_chart_fill_for (painter, i, slot);
      OcopChartBox box = { x, y - height, width, height };
      OcopChartBox drawn = part_above_gap (painter, box);

      if (slot->values[i] <= 0)
        continue;
      ocop_chart_fill_box (painter, fill, y == axes->plot.y + axes->plot.height ? &box : &drawn);
      ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_BAR, i, slot, box);
      if (ocop_chart_n_series (painter->chart) > 1)
        ocop_chart_label_paint_inside (painter, slot->values[i], &box, fill);
      y -= height;
    }
}

/* The figure that was set, above the bar @box, and on neither of its neighbours where those are higher. */
static void
paint_figure (OcopChartPainter   *painter,
              const OcopChartBox *box,
              gboolean            before_is_higher,
              gboolean            after_is_higher)
{
  double x = box->x + (box->width - painter->set.width) / 2;
  double most = box->x + box->width - painter->set.width;

  if (before_is_higher)
    x = MAX (x, box->x);
  if (after_is_higher)
    x = MIN (x, most);
  if (!before_is_higher || x >= box->x)
    paint_above (painter, x, box->y);
}

static void
paint_group (OcopChartPainter    *painter,
             const OcopChartAxes *axes,
             const OcopChartSlot *slot,
             double               x,
             double               width)
{
  guint n = ocop_chart_n_series (painter->chart);
  double base = axes->plot.y + axes->plot.height;

  for (guint i = 0; i < n; i++)
    {
      double height = ocop_chart_axes_length (axes, slot->values[i], axes->plot.height);
      OcopChartBox box = { x + width * i / n, base - height, width / n, height };

      if (slot->values[i] > 0)
        ocop_chart_fill_box (painter, ocop_chart_fill_for (painter, i, slot), &box);
      if (slot->values[i] != OCOP_CHART_UNKNOWN)
        ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_BAR, i, slot, box);
      ocop_chart_label_set_number (painter, n > 1 ? OCOP_CHART_LABEL_VALUE : OCOP_CHART_LABEL_TOTAL, slot->values[i]);
      paint_figure (painter, &box, i > 0 && slot->values[i - 1] > slot->values[i], i + 1 < n && slot->values[i + 1] > slot->values[i]);
    }
}

void
ocop_chart_paint_bars (OcopChartPainter *painter)
{
  g_auto(OcopChartAxes) axes = { 0 };
  gboolean stacked = ocop_chart_is_stacked (painter->chart);
  guint n = ocop_chart_n_series (painter->chart);
  double width;

  ocop_chart_axes_paint_upright (painter, &axes);
  width = stacked || n == 1 ? MIN (axes.pitch * 0.66, painter->em * 7) : MIN (axes.pitch * OCOP_CHART_GROUP_SHARE, painter->em * 7 * n);
  for (guint i = 0; i < axes.slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes.slots, i);
      double x = axes.plot.x + axes.pitch * (i + 0.5) - width / 2;

      if (slot->category == OCOP_CHART_REST)
        ocop_chart_painter_write_rest (painter, slot, (OcopChartBox) {
          axes.plot.x + axes.pitch * i, axes.plot.y, axes.pitch, axes.plot.height - painter->em * 0.2,
        });
      else if (stacked)
        paint_stack (painter, &axes, slot, x, width);
      else
        paint_group (painter, &axes, slot, x, width);
    }
  ocop_chart_levels_paint_across (painter, &axes);
}
