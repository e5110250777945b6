/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

/* All figures or none: a few, where they happen to be short, would look like the ones that count. */
static gboolean
have_room (OcopChartPainter    *painter,
           const OcopChartAxes *axes)
{
  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, ocop_chart_slots_largest (axes->slots, 1, FALSE));
  return painter->set.width < axes->pitch * 1.2;
}

/* Bars of neighbours touch: the axis has no gaps. */
static void
paint_bar (OcopChartPainter    *painter,
           const OcopChartAxes *axes,
           guint                place,
           gboolean             has_figure)
{
  const OcopChartSlot *slot = g_ptr_array_index (axes->slots, place);
  double height = ocop_chart_axes_length (axes, slot->values[0], axes->plot.height);
  const OcopChartBox box = {
    axes->plot.x + axes->pitch * place, axes->plot.y + axes->plot.height - height, axes->pitch, height,
  };
  const OcopChartBox drawn = { box.x + axes->pitch * 0.02, box.y, box.width - axes->pitch * 0.04, box.height };

  if (slot->values[0] > 0)
    ocop_chart_fill_box (painter, ocop_chart_fill_for (painter, 0, slot), &drawn);
  if (slot->values[0] != OCOP_CHART_UNKNOWN)
    ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_BAR, 0, slot, box);
  /* An interval that nothing fell into shows it by having no bar. */
  if (slot->values[0] == 0 || !has_figure)
    return;
  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, slot->values[0]);
  ocop_chart_label_paint (painter, box.x + (box.width - painter->set.width) / 2, box.y - painter->set.height);
}

/* Where @value is on the axis of the intervals; outside of them all, left of the plot. */
static double
find_level (OcopChartPainter    *painter,
            const OcopChartAxes *axes,
            gint64               value)
{
  for (guint i = 0; i < axes->slots->len; i++)
    {
      const OcopChartCategory *interval = ocop_chart_get_category (painter->chart, i);
      gint64 width = interval->until - interval->from;

      if (value >= interval->from && value < interval->until)
        return axes->plot.x + axes->pitch * (i + (double) (value - interval->from) / (double) width);
    }
  return -1;
}

/* What the bounds of the intervals are, below the right end of their axis. */
static void
paint_foot (OcopChartPainter *painter)
{
  const char *heading = ocop_chart_get_text (painter->chart, OCOP_CHART_TEXT_CATEGORIES);
  OcopChartBox *free = &painter->free;

  if (*heading == '\0' || free->height < painter->em * 12)
    return;
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_AXIS, heading, free->width, 1);
  free->height -= painter->set.height;
  ocop_chart_label_paint (painter, free->x + free->width - painter->set.width, free->y + free->height);
}

void
ocop_chart_paint_histogram (OcopChartPainter *painter)
{
  g_auto(OcopChartAxes) axes = { 0 };
  gboolean have_figures;

  paint_foot (painter);
  ocop_chart_axes_paint_upright (painter, &axes);
  for (guint i = 0; i < ocop_chart_n_levels (painter->chart); i++)
    {
      const OcopChartLevel *level = ocop_chart_get_level (painter->chart, i);
      double x = find_level (painter, &axes, level->value);

      if (x >= axes.plot.x)
        ocop_chart_level_paint_down (painter, &axes, level, x);
    }
  have_figures = have_room (painter, &axes);
  for (guint i = 0; i < axes.slots->len; i++)
    paint_bar (painter, &axes, i, have_figures);
}
