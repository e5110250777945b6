/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

/* One part of the stack at one moment. */
typedef struct
{
  double x;
  double upper, lower;
  gboolean known;
} Cut;

static Cut
cut_at (const OcopChartAxes *axes,
        guint                place,
        guint                series)
{
  const OcopChartSlot *slot = g_ptr_array_index (axes->slots, place);
  double base = axes->plot.y + axes->plot.height;
  gint64 below = 0;

  for (guint i = 0; i < series; i++)
    below = ocop_chart_add_values (below, slot->values[i]);
  return (Cut) {
    axes->plot.x + axes->pitch * (place + 0.5),
    base - ocop_chart_axes_length (axes, ocop_chart_add_values (below, slot->values[series]), axes->plot.height),
    base - ocop_chart_axes_length (axes, below, axes->plot.height),
    slot->values[series] != OCOP_CHART_UNKNOWN,
  };
}

/* How many moments in a row from @first on are known. */
static guint
count_known (const OcopChartAxes *axes,
             guint                first,
             guint                series)
{
  guint n = 0;

  while (first + n < axes->slots->len && cut_at (axes, first + n, series).known)
    n++;
  return n;
}

/* Where the run is thickest. */
static double
thickness_of (const OcopChartAxes *axes,
              guint                series,
              guint                first,
              guint                n)
{
  double most = 0;

  for (guint i = first; i < first + n; i++)
    {
      Cut cut = cut_at (axes, i, series);

      most = MAX (most, cut.lower - cut.upper);
    }
  return most;
}

/* Forwards along the upper edge and back along the lower one. A moment alone is as wide as a line. */
static void
trace_run (OcopChartPainter    *painter,
           const OcopChartAxes *axes,
           guint                series,
           guint                first,
           guint                n)
{
  double half = n == 1 ? MIN (axes->pitch * 0.3, painter->em) : 0;

  for (guint i = 0; i < n; i++)
    {
      Cut cut = cut_at (axes, first + i, series);

      cairo_line_to (painter->cr, cut.x - half, cut.upper);
      cairo_line_to (painter->cr, cut.x + half, cut.upper);
    }
  for (guint i = n; i-- > 0;)
    {
      Cut cut = cut_at (axes, first + i, series);

      cairo_line_to (painter->cr, cut.x + half, cut.lower);
      cairo_line_to (painter->cr, cut.x - half, cut.lower);
    }
  cairo_close_path (painter->cr);
}

/* An unknown moment is a gap, not a bridge over it. */
static void
paint_series (OcopChartPainter    *painter,
              const OcopChartAxes *axes,
              guint                series)
{
  for (guint i = 0; i < axes->slots->len; i++)
    {
      guint n = count_known (axes, i, series);

      if (n == 0)
        continue;
      trace_run (painter, axes, series, i, n);
      ocop_chart_fill_path (painter, ocop_chart_fill_for (painter, series, NULL), thickness_of (axes, series, i, n));
      i += n;
    }
}

static void
record_series (OcopChartPainter    *painter,
               const OcopChartAxes *axes,
               guint                series)
{
  for (guint i = 0; i < axes->slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, i);
      Cut cut = cut_at (axes, i, series);

      if (slot->values[series] > 0)
        ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_BAR, series, slot, (OcopChartBox) {
          cut.x - axes->pitch / 2, cut.upper, axes->pitch, cut.lower - cut.upper,
        });
    }
}

/* The highest that the stack comes within @half to either side of a moment. */
static double
highest_near (const OcopChartAxes *axes,
              guint                place,
              guint                series,
              double               half)
{
  double share = MIN (half / axes->pitch, 1);
  Cut cut = cut_at (axes, place, series);
  double highest = cut.upper;

  for (guint i = place > 0 ? place - 1 : 0; i <= place + 1 && i < axes->slots->len; i++)
    {
      Cut beside = cut_at (axes, i, series);

      if (beside.known)
        highest = MIN (highest, cut.upper + (beside.upper - cut.upper) * share);
    }
  return highest;
}

/* Above the stack and within the frame; where not every moment has room for its total, only the latest has one. */
static void
paint_totals (OcopChartPainter    *painter,
              const OcopChartAxes *axes)
{
  guint top = ocop_chart_n_series (painter->chart) - 1;
  double right = painter->frame.x + painter->frame.width;

  for (guint i = axes->slots->len; i-- > 0;)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, i);
      double middle = axes->plot.x + axes->pitch * (i + 0.5), x;

      if (slot->total == OCOP_CHART_UNKNOWN)
        continue;
      ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, slot->total);
      x = MIN (middle - painter->set.width / 2, right - painter->set.width);
      ocop_chart_label_paint (painter, x, highest_near (axes, i, top, middle - x) - painter->set.height);
      if (axes->pitch < painter->set.width * 1.3)
        return;
    }
}

void
ocop_chart_paint_area (OcopChartPainter *painter)
{
  g_auto(OcopChartAxes) axes = { 0 };

  ocop_chart_axes_paint_upright (painter, &axes);
  for (guint i = 0; i < ocop_chart_n_series (painter->chart); i++)
    {
      paint_series (painter, &axes, i);
      record_series (painter, &axes, i);
    }
  ocop_chart_levels_paint_across (painter, &axes);
  paint_totals (painter, &axes);
}
