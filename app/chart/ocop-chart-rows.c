/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

#include "chart/ocop-chart-text.h"

static void
paint_part (OcopChartPainter    *painter,
            const OcopChartSlot *slot,
            guint                series,
            const OcopChartBox  *box,
            gboolean             is_first)
{
  const OcopChartFill *fill = ocop_chart_fill_for (painter, series, slot);
  double gap = is_first ? 0 : MIN (painter->em * 0.1, box->width / 4);
  const OcopChartBox drawn = { box->x + gap, box->y, MAX (box->width - gap, painter->scale * OCOP_CHART_LEAST_SEEN), box->height };

  ocop_chart_fill_box (painter, fill, &drawn);
  ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_BAR, series, slot, *box);
  if (ocop_chart_n_series (painter->chart) > 1)
    ocop_chart_label_paint_inside (painter, slot->values[series], box, fill);
}

static void
paint_row (OcopChartPainter    *painter,
           const OcopChartAxes *axes,
           const OcopChartSlot *slot,
           double               y,
           double               height)
{
  double x = axes->plot.x;

  for (guint i = 0; i < ocop_chart_n_series (painter->chart); i++)
    {
      const OcopChartBox box = { x, y, ocop_chart_axes_length (axes, slot->values[i], axes->plot.width), height };

      if (slot->values[i] > 0)
        paint_part (painter, slot, i, &box, x == axes->plot.x);
      x += box.width;
    }
  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, slot->total);
  x += painter->em * 0.4;
  y += (height - painter->set.height) / 2;
  /* All totals or none: with some left out, a reader would look for the reason. */
  if (axes->pitch >= painter->set.height)
    ocop_chart_label_paint (painter, x, y);
}

char *
ocop_chart_rows_dup_figures (const OcopChart     *chart,
                             const OcopChartSlot *slot)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < ocop_chart_n_series (chart); i++)
    {
      g_autofree char *number = ocop_chart_value_to_people (chart, slot->values[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", number);
    }
  return g_string_free (words, FALSE);
}

/* In the order of the legend, after the longest bar. */
static void
paint_figures (OcopChartPainter    *painter,
               const OcopChartSlot *slot,
               double               x,
               double               middle)
{
  g_autofree char *figures = ocop_chart_rows_dup_figures (painter->chart, slot);

  ocop_chart_label_set (painter, OCOP_CHART_LABEL_VALUE, figures, 0, 1);
  ocop_chart_label_paint (painter, x + painter->em * 0.4, middle - painter->set.height / 2);
}

/* The series of a category below one another. */
static void
paint_group (OcopChartPainter    *painter,
             const OcopChartAxes *axes,
             const OcopChartSlot *slot,
             double               y,
             double               height)
{
  guint n = ocop_chart_n_series (painter->chart);
  double right = axes->plot.x;

  for (guint i = 0; i < n; i++)
    {
      const OcopChartBox box = {
        axes->plot.x, y + height * i / n, ocop_chart_axes_length (axes, slot->values[i], axes->plot.width), height / n,
      };

      if (slot->values[i] > 0)
        ocop_chart_fill_box (painter, ocop_chart_fill_for (painter, i, slot), &box);
      if (slot->values[i] != OCOP_CHART_UNKNOWN)
        ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_BAR, i, slot, box);
      right = MAX (right, box.x + box.width);
      ocop_chart_label_set_number (painter, n > 1 ? OCOP_CHART_LABEL_VALUE : OCOP_CHART_LABEL_TOTAL, slot->values[i]);
      if (!axes->joins_figures && box.height >= painter->set.height * 0.8)
        ocop_chart_label_paint (painter, box.x + box.width + painter->em * 0.4, box.y + (box.height - painter->set.height) / 2);
    }
  if (axes->joins_figures)
    paint_figures (painter, slot, right, y + height / 2);
}

/* "3 sao 1.884 · 4 sao 577" */
static char *
parts_in_words (const OcopChart     *chart,
                const OcopChartSlot *slot)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < ocop_chart_n_series (chart); i++)
    {
      g_autofree char *number = ocop_chart_value_to_people (chart, slot->values[i]);

      if (slot->values[i] > 0)
        g_string_append_printf (words, "%s%s %s", words->len > 0 ? " · " : "", ocop_chart_get_series (chart, i)->name, number);
    }
  return g_string_free (words, FALSE);
}

/* Of what nobody adds up: "0–20", or "3 sao 0–20 · 4 sao 0–5". */
static void
paint_ranges (OcopChartPainter    *painter,
              const OcopChartSlot *slot,
              double               x,
              double               middle)
{
  guint n = ocop_chart_n_series (painter->chart);
  GString *words = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *range = ocop_chart_slot_dup_range (slot, painter->chart, i);

      g_string_append_printf (words, "%s%s%s%s", i > 0 ? " · " : "", n > 1 ? ocop_chart_get_series (painter->chart, i)->name : "",
                              n > 1 ? " " : "", range);
    }
  text = g_string_free (words, FALSE);
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_VALUE, text, 0, 1);
  ocop_chart_label_paint (painter, x, middle - painter->set.height / 2);
}

static void
paint_rest (OcopChartPainter    *painter,
            const OcopChartAxes *axes,
            const OcopChartSlot *slot,
            double               middle)
{
  g_autofree char *parts = parts_in_words (painter->chart, slot);
  double x = axes->plot.x + painter->em * 0.4;
  double y;

  if (slot->lows != NULL)
    paint_ranges (painter, slot, x, middle);
  if (slot->total == OCOP_CHART_UNKNOWN)
    return;
  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, slot->total);
  ocop_chart_painter_write_rest (painter, slot, (OcopChartBox) {
    x, middle - painter->set.height / 2, painter->set.width, painter->set.height,
  });
  x += painter->set.width + painter->em * 0.8;
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_NOTE, parts, 0, 1);
  y = middle - painter->set.height / 2;
  if (ocop_chart_n_series (painter->chart) > 1)
    ocop_chart_label_paint (painter, x, y);
}

void
ocop_chart_paint_rows (OcopChartPainter *painter)
{
  g_auto(OcopChartAxes) axes = { 0 };
  gboolean stacked = ocop_chart_is_stacked (painter->chart);
  double height;

  ocop_chart_axes_paint_rows (painter, &axes);
  /* Bars below one another are thin enough as it is. */
  height = axes.pitch * (stacked || axes.joins_figures ? 0.7 : 0.82);
  for (guint i = 0; i < axes.slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (axes.slots, i);
      double middle = axes.plot.y + axes.pitch * (i + 0.5);

      if (slot->category == OCOP_CHART_REST)
        paint_rest (painter, &axes, slot, middle);
      else if (stacked)
        paint_row (painter, &axes, slot, middle - height / 2, height);
      else
        paint_group (painter, &axes, slot, middle - height / 2, height);
    }
  ocop_chart_levels_paint_down (painter, &axes);
}
