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
key_clear (gpointer key)
{
  g_free (((OcopChartKey *) key)->words);
}

/* Of OcopChartKey. */
static GArray *
keys_new (const OcopChartPainter *painter)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (OcopChartKey));

  g_array_set_clear_func (keys, key_clear);
  if (legend_of (painter) == OCOP_CHART_LEGEND_BULLETS)
    ocop_chart_add_bullet_keys (painter, keys);
  else if (legend_of (painter) == OCOP_CHART_LEGEND_DOTS)
    ocop_chart_add_dots_keys (painter, keys);
  else if (ocop_chart_get_kind (painter->chart) == OCOP_CHART_AREA)
    ocop_chart_add_area_keys (painter, keys);
  return keys;
}

static void
paint_swatch (OcopChartPainter   *painter,
              guint               series,
              const OcopChartBox *box)
{
  switch (legend_of (painter))
    {
    case OCOP_CHART_LEGEND_LINES:
      ocop_chart_paint_line_swatch (painter, series, box);
      break;
    case OCOP_CHART_LEGEND_DOTS:
      ocop_chart_point_draw (painter, series, box->x + box->width / 2, box->y + box->height / 2);
      break;
    case OCOP_CHART_LEGEND_BULLETS:
      ocop_chart_paint_bullet_swatch (painter, series, box);
      break;
    case OCOP_CHART_LEGEND_FILLS:
    case OCOP_CHART_LEGEND_NONE:
      ocop_chart_fill_box (painter, ocop_chart_fill_for (painter, series, NULL), box);
      break;
    }
}

static void
paint_key (OcopChartPainter   *painter,
           const OcopChartKey *key,
           const OcopChartBox *box)
{
  if (legend_of (painter) == OCOP_CHART_LEGEND_BULLETS)
    ocop_chart_paint_bullet_key (painter, key->role, box);
  else if (ocop_chart_get_kind (painter->chart) == OCOP_CHART_AREA)
    ocop_chart_paint_area_key (painter, box);
  else
    ocop_chart_paint_dots_key (painter, key->role, box);
}

/* Sets the entry's name and moves to the next row where this one is full. */
static void
set_entry (OcopChartPainter *painter,
           const char       *name,
           Cursor           *cursor)
{
  double room = painter->free.width - cursor->swatch - cursor->gap;

  ocop_chart_label_set (painter, OCOP_CHART_LABEL_LEGEND, name, room, 1);
  if (cursor->x > painter->free.x
      && cursor->x + cursor->swatch + cursor->gap + painter->set.width > painter->free.x + painter->free.width)
    {
      cursor->x = painter->free.x;
      cursor->y += cursor->row_height;
    }
}

/* @key: (nullable): in place of a series */
static void
paint_entry (OcopChartPainter   *painter,
             guint               series,
             const OcopChartKey *key,
             const Cursor       *cursor)
{
  const OcopChartBox box = {
    cursor->x, cursor->y + (painter->set.height - painter->em * 0.85) / 2, cursor->swatch, painter->em * 0.85,
  };

  if (!ocop_chart_label_paint (painter, cursor->x + cursor->swatch + cursor->gap, cursor->y))
    return;
  if (key != NULL)
    paint_key (painter, key, &box);
  else
    paint_swatch (painter, series, &box);
}

/* Walks over all entries; returns the height of the rows. */
static double
walk (OcopChartPainter *painter,
      Cursor            cursor,
      const GArray     *keys,
      gboolean          paint)
{
  guint n_series = ocop_chart_n_drawn_series (painter->chart);

  for (guint i = 0; i < n_series + keys->len; i++)
    {
      const OcopChartKey *key = i < n_series ? NULL : &g_array_index (keys, OcopChartKey, i - n_series);

      set_entry (painter, key != NULL ? key->words : ocop_chart_get_series (painter->chart, i)->name, &cursor);
      if (paint)
        paint_entry (painter, i, key, &cursor);
      cursor.x += cursor.swatch + cursor.gap + painter->set.width + painter->em * 1.15;
    }
  return cursor.y + cursor.row_height - painter->free.y;
}

void
ocop_chart_paint_legend (OcopChartPainter *painter)
{
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_LEGEND);
  const Cursor cursor = { painter->free.x, painter->free.y, line * 1.15, painter->em * swatch_width (legend_of (painter)), painter->em * 0.5 };
  g_autoptr(GArray) keys = keys_new (painter);
  double most = painter->free.height * 0.45 - painter->em * 0.75;
  double strip;

  /* Half a legend would mislead, and one without figures below it says nothing; what is beside the series can be missed. */
  if (walk (painter, cursor, keys, FALSE) > most)
    g_array_set_size (keys, 0);
  strip = walk (painter, cursor, keys, FALSE);
  if (strip > most)
    return;
  walk (painter, cursor, keys, TRUE);
  strip += painter->em * 0.75;
  painter->free.y += strip;
  painter->free.height -= strip;
}
