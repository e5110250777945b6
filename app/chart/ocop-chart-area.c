/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

/* How much of the ground there is in the colours of what is to come. */
#define PALER 0.55

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

/* What is to come is nearer to the ground. */
static OcopChartFill
fill_foreseen (OcopChartPainter *painter,
               guint             series)
{
  OcopChartFill fill = *ocop_chart_fill_for (painter, series, NULL);

  fill.colour = ocop_chart_mix (fill.colour, painter->theme->background, PALER);
  fill.pattern_colour = ocop_chart_mix (fill.pattern_colour, painter->theme->background, PALER);
  return fill;
}

static void
paint_run (OcopChartPainter    *painter,
           const OcopChartAxes *axes,
           guint                series,
           guint                first,
           guint                n,
           const OcopChartFill *fill)
{
  trace_run (painter, axes, series, first, n);
  ocop_chart_fill_path (painter, fill, thickness_of (axes, series, first, n));
}

/* An unknown moment is a gap, not a bridge over it. What is to come goes on from the last that was counted. */
static void
paint_series (OcopChartPainter    *painter,
              const OcopChartAxes *axes,
              guint                series)
{
  const OcopChartFill paler = fill_foreseen (painter, series);
  guint foreseen = ocop_chart_get_foreseen (painter->chart);

  for (guint i = 0; i < axes->slots->len; i++)
    {
      guint end = i + count_known (axes, i, series);
      guint from = i < foreseen ? MAX (foreseen, 1) - 1 : i;

      if (i < MIN (end, foreseen))
        paint_run (painter, axes, series, i, MIN (end, foreseen) - i, ocop_chart_fill_for (painter, series, NULL));
      if (end > foreseen)
        paint_run (painter, axes, series, from, end - from, &paler);
      i = end;
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

/* The line of the day gives way to the figure of the day. */
static void
clear_ground (OcopChartPainter *painter,
              double            x,
              double            y)
{
  ocop_chart_set_colour (painter->cr, painter->theme->background);
  cairo_rectangle (painter->cr, x, y, painter->set.width, painter->set.height);
  cairo_fill (painter->cr);
}

/* Above the stack and within the frame; where not every moment has room for its total, only the latest that was counted has one. */
static void
paint_totals (OcopChartPainter    *painter,
              const OcopChartAxes *axes)
{
  guint top = ocop_chart_n_series (painter->chart) - 1;
  guint foreseen = ocop_chart_get_foreseen (painter->chart);
  double right = painter->frame.x + painter->frame.width;

  for (guint i = axes->slots->len; i-- > 0;)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes->slots, i);
      double middle = axes->plot.x + axes->pitch * (i + 0.5), x, y;
      gboolean crowded;

      ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, MAX (slot->total, 0));
      crowded = axes->pitch < painter->set.width * 1.3;
      if (slot->total == OCOP_CHART_UNKNOWN || (crowded && i >= foreseen))
        continue;
      x = MIN (middle - painter->set.width / 2, right - painter->set.width);
      y = highest_near (axes, i, top, middle - x) - painter->set.height;
      if (i + 1 == foreseen)
        clear_ground (painter, x, y);
      ocop_chart_label_paint (painter, x, y);
      if (crowded)
        return;
    }
}

void
ocop_chart_add_area_keys (const OcopChartPainter *painter,
                          GArray                 *keys)
{
  OcopChartKey key = { OCOP_CHART_ROLE_INHERIT };

  if (ocop_chart_get_foreseen (painter->chart) >= ocop_chart_n_categories (painter->chart))
    return;
  key.words = g_strdup (ocop_chart_get_text (painter->chart, OCOP_CHART_TEXT_FORESEEN));
  g_array_append_val (keys, key);
}

/* A strip of each series, side by side. */
void
ocop_chart_paint_area_key (OcopChartPainter   *painter,
                           const OcopChartBox *box)
{
  guint n = ocop_chart_n_series (painter->chart);

  for (guint i = 0; i < n; i++)
    {
      const OcopChartFill paler = fill_foreseen (painter, i);

      ocop_chart_fill_box (painter, &paler, &(OcopChartBox) { box->x + box->width * i / n, box->y, box->width / n, box->height });
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
  ocop_chart_level_paint_day (painter, &axes);
  paint_totals (painter, &axes);
}
