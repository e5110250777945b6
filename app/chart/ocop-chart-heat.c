/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

#include "chart/ocop-chart-text.h"

#define N_SHADES 5

/**
 * Heat:
 * @most: the largest value of a category that has a row of its own
 * @names: the width kept for the names of the categories
 * @heads: the height kept for the names of the series
 */
typedef struct
{
  GPtrArray *slots;
  gint64 most;
  OcopChartBox plot;
  double names;
  double heads;
  double row;
  double column;
  gboolean turned;
} Heat;

static void
heat_clear (Heat *heat)
{
  g_clear_pointer (&heat->slots, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Heat, heat_clear)

static guint
n_columns (const OcopChartPainter *painter)
{
  return ocop_chart_n_series (painter->chart);
}

/* The names of the columns across where each fits above its own, else upwards. */
static void
plan_heads (OcopChartPainter *painter,
            Heat             *heat)
{
  double widest = 0;

  heat->turned = FALSE;
  for (guint i = 0; i < n_columns (painter); i++)
    {
      const char *name = ocop_chart_get_series (painter->chart, i)->name;

      ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, name, 0, 1);
      widest = MAX (widest, painter->set.width);
      heat->turned |= !ocop_chart_label_fits (painter, OCOP_CHART_LABEL_CATEGORY, name, heat->column - painter->em * 0.3, 2);
      heat->heads = MAX (heat->heads, painter->set.height);
    }
  if (heat->turned)
    heat->heads = MIN (widest + 1, painter->free.height * 0.35);
}

/* Lays out at most @most rows, from the top of all the height they may have. */
static void
lay_out (OcopChartPainter *painter,
         Heat             *heat,
         guint             most)
{
  heat_clear (heat);
  *heat = (Heat) { ocop_chart_slots_new (painter->chart, most, TRUE) };
  heat->most = ocop_chart_slots_largest (heat->slots, n_columns (painter), FALSE);
  heat->names = ocop_chart_names_width (painter, heat->slots, painter->em * 2 * n_columns (painter));
  heat->plot = painter->free;
  heat->plot.x += heat->names + painter->em * 0.6;
  heat->plot.width = MAX (heat->plot.width - heat->names - painter->em * 0.6, 1);
  heat->column = MIN (heat->plot.width / n_columns (painter), painter->em * 14);
  heat->plot.width = heat->column * n_columns (painter);
  plan_heads (painter, heat);
  heat->plot.y += heat->heads + painter->em * 0.4;
  heat->plot.height = MAX (heat->plot.height - heat->heads - painter->em * 0.4, 1);
}

/* Rather fewer localities than names that are cut. */
static void
find_place (OcopChartPainter *painter,
            Heat             *heat)
{
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY);
  guint most;

  lay_out (painter, heat, (guint) MAX (painter->free.height * 0.8 / (line * 1.15), 2));
  most = ocop_chart_names_most_rows (painter, heat->slots, heat->names, heat->plot.height, line);
  if (most < heat->slots->len)
    lay_out (painter, heat, most);
  heat->row = ocop_chart_names_pitch (painter, heat->slots, heat->names, heat->plot.height, painter->em * 3.2);
  heat->plot.height = heat->row * heat->slots->len;
  painter->geometry->plot = heat->plot;
}

static void
paint_head (OcopChartPainter *painter,
            const Heat       *heat,
            guint             column)
{
  const char *name = ocop_chart_get_series (painter->chart, column)->name;
  double middle = heat->plot.x + heat->column * (column + 0.5);
  double foot = heat->plot.y - painter->em * 0.4;

  if (heat->turned)
    {
      double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY);

      ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, name, heat->heads, (guint) CLAMP (heat->column / line, 1, 2));
      ocop_chart_label_paint_turned (painter, middle - painter->set.height / 2, foot - painter->set.width);
      return;
    }
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, name, heat->column - painter->em * 0.3, 2);
  ocop_chart_label_align (painter, PANGO_ALIGN_CENTER);
  ocop_chart_label_paint (painter, middle - painter->set.width / 2, foot - painter->set.height);
}

static OcopChartFill
shade (const OcopChartPainter *painter,
       double                  share)
{
  return (OcopChartFill) { ocop_chart_theme_shade (painter->theme, share), OCOP_CHART_PATTERN_NONE, 0 };
}

/* Of the rest only the figure: as a shade it would outdo all others. */
static void
paint_cell (OcopChartPainter    *painter,
            const Heat          *heat,
            const OcopChartSlot *slot,
            guint                series,
            const OcopChartBox  *box)
{
  gint64 value = slot->values[series];
  double gap = MIN (painter->em * 0.08, MIN (box->width, box->height) / 6);
  const OcopChartBox drawn = { box->x + gap, box->y + gap, box->width - 2 * gap, box->height - 2 * gap };
  OcopChartFill fill = shade (painter, heat->most > 0 ? (double) value / (double) heat->most : 0);

  if (slot->category == OCOP_CHART_REST)
    fill.colour = painter->theme->background;
  else if (value != OCOP_CHART_UNKNOWN)
    ocop_chart_fill_box (painter, &fill, &drawn);
  if (value == OCOP_CHART_UNKNOWN)
    return;
  ocop_chart_painter_add_mark (painter, slot->category == OCOP_CHART_REST ? OCOP_CHART_MARK_WRITTEN : OCOP_CHART_MARK_BAR, series, slot, *box);
  ocop_chart_label_paint_inside (painter, value, box, &fill);
}

static void
paint_range (OcopChartPainter    *painter,
             const OcopChartSlot *slot,
             guint                series,
             const OcopChartBox  *box)
{
  g_autofree char *range = ocop_chart_slot_dup_range (slot, painter->chart, series);

  ocop_chart_label_set (painter, OCOP_CHART_LABEL_VALUE, range, 0, 1);
  if (painter->set.width <= box->width)
    ocop_chart_label_paint (painter, box->x + (box->width - painter->set.width) / 2, box->y + (box->height - painter->set.height) / 2);
}

static void
paint_row (OcopChartPainter *painter,
           const Heat       *heat,
           guint             row)
{
  const OcopChartSlot *slot = g_ptr_array_index (heat->slots, row);

  ocop_chart_name_paint (painter, slot->label, heat->names, heat->plot.x - painter->em * 0.6, heat->plot.y + heat->row * (row + 0.5),
                         heat->row);
  for (guint i = 0; i < n_columns (painter); i++)
    {
      const OcopChartBox box = {
        heat->plot.x + heat->column * i, heat->plot.y + heat->row * row, heat->column, heat->row,
      };

      if (slot->lows != NULL)
        paint_range (painter, slot, i, &box);
      else
        paint_cell (painter, heat, slot, i, &box);
    }
}

/* Takes the strip of the key off the top of what is free, unless that is small; returns its upper edge, or -1. */
static double
take_key_strip (OcopChartPainter *painter)
{
  double strip = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_LEGEND) + painter->em * 0.4;
  double y = painter->free.y;

  if (painter->free.height < painter->em * 12 || painter->free.width < painter->em * 16)
    return -1;
  painter->free.y += strip;
  painter->free.height -= strip;
  return y;
}

/* "0 ▭▭▭▭▭ 25", on the right. */
static void
paint_key (OcopChartPainter *painter,
           const Heat       *heat,
           double            y)
{
  double side = painter->em * 0.9;
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_LEGEND);
  double x = painter->free.x + painter->free.width;

  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_LEGEND, heat->most);
  x -= painter->set.width;
  ocop_chart_label_paint (painter, x, y);
  x -= painter->em * 0.4 + side * N_SHADES;
  for (guint i = 0; i < N_SHADES; i++)
    {
      const OcopChartFill fill = shade (painter, (double) i / (N_SHADES - 1));
      const OcopChartBox box = { x + side * i, y + (line - side) / 2, side, side };

      ocop_chart_fill_box (painter, &fill, &box);
    }
  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_LEGEND, 0);
  ocop_chart_label_paint (painter, x - painter->em * 0.4 - painter->set.width, y);
}

void
ocop_chart_paint_heat (OcopChartPainter *painter)
{
  double key = take_key_strip (painter);
  g_auto(Heat) heat = { NULL };

  find_place (painter, &heat);
  if (key >= 0)
    paint_key (painter, &heat, key);
  for (guint i = 0; i < n_columns (painter); i++)
    paint_head (painter, &heat, i);
  for (guint i = 0; i < heat.slots->len; i++)
    paint_row (painter, &heat, i);
}
