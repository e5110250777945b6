/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

/* Walks over the entries, row after row. */
typedef struct
{
  double x, y;
  double row_height;
  double swatch;
  double gap;
} Cursor;

static OcopChartLegend
legend_of (const OcopChartPainter *painter)
{
  return ocop_chart_kind_get_traits (ocop_chart_get_kind (painter->chart))->legend;
}

/* In ems. */
static double
swatch_width (OcopChartLegend legend)
{
  switch (legend)
    {
    case OCOP_CHART_LEGEND_LINES:
      return 2.6;
    case OCOP_CHART_LEGEND_BULLETS:
      return 2;
    case OCOP_CHART_LEGEND_DOTS:
    case OCOP_CHART_LEGEND_FILLS:
    case OCOP_CHART_LEGEND_NONE:
    default:
      return 0.85;
    }
}

static void
paint_swatch (OcopChartPainter *painter,
              guint             series,
              const Cursor     *cursor)
{
  const OcopChartBox box = {
    cursor->x, cursor->y + (painter->set.height - painter->em * 0.85) / 2, cursor->swatch, painter->em * 0.85,
  };

  switch (legend_of (painter))
    {
    case OCOP_CHART_LEGEND_LINES:
      ocop_chart_paint_line_swatch (painter, series, &box);
      break;
    case OCOP_CHART_LEGEND_DOTS:
      ocop_chart_point_draw (painter, series, box.x + box.width / 2, box.y + box.height / 2);
      break;
    case OCOP_CHART_LEGEND_BULLETS:
      ocop_chart_paint_bullet_swatch (painter, series, &box);
      break;
    case OCOP_CHART_LEGEND_FILLS:
    case OCOP_CHART_LEGEND_NONE:
      ocop_chart_fill_box (painter, ocop_chart_fill_for (painter, series, NULL), &box);
      break;
    }
}

/* Sets the entry's name and moves to the next row where this one is full. */
static void
set_entry (OcopChartPainter *painter,
           guint             series,
           Cursor           *cursor)
{
  double room = painter->free.width - cursor->swatch - cursor->gap;

  ocop_chart_label_set (painter, OCOP_CHART_LABEL_LEGEND, ocop_chart_get_series (painter->chart, series)->name, room, 1);
  if (cursor->x > painter->free.x
      && cursor->x + cursor->swatch + cursor->gap + painter->set.width > painter->free.x + painter->free.width)
    {
      cursor->x = painter->free.x;
      cursor->y += cursor->row_height;
    }
}

static void
paint_entry (OcopChartPainter *painter,
             guint             series,
             const Cursor     *cursor)
{
  double x = cursor->x + cursor->swatch + cursor->gap;

  if (ocop_chart_label_paint (painter, x, cursor->y))
    paint_swatch (painter, series, cursor);
}

/* Walks over all entries; returns the height of the rows. */
static double
walk (OcopChartPainter *painter,
      Cursor            cursor,
      gboolean          paint)
{
  for (guint i = 0; i < ocop_chart_n_drawn_series (painter->chart); i++)
    {
      set_entry (painter, i, &cursor);
      if (paint)
        paint_entry (painter, i, &cursor);
      cursor.x += cursor.swatch + cursor.gap + painter->set.width + painter->em * 1.15;
    }
  return cursor.y + cursor.row_height - painter->free.y;
}

void
ocop_chart_paint_legend (OcopChartPainter *painter)
{
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_LEGEND);
  const Cursor cursor = { painter->free.x, painter->free.y, line * 1.15, painter->em * swatch_width (legend_of (painter)), painter->em * 0.5 };
  double strip = walk (painter, cursor, FALSE) + painter->em * 0.75;

  /* Half a legend would mislead, and one without figures below it says nothing. */
  if (strip > painter->free.height * 0.45)
    return;
  walk (painter, cursor, TRUE);
  painter->free.y += strip;
  painter->free.height -= strip;
}
