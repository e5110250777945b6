/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

/* More would make a row a block of text. */
#define MOST_LINES 3

/* Fewer rows are no picture: rather names that are cut. */
#define FEWEST_ROWS 4

double
ocop_chart_names_widest (OcopChartPainter *painter,
                         const GPtrArray  *slots)
{
  double widest = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, ((OcopChartSlot *) slots->pdata[i])->label, 0, 1);
      widest = MAX (widest, painter->set.width + 1);
    }
  return widest;
}

double
ocop_chart_names_width (OcopChartPainter *painter,
                        const GPtrArray  *slots,
                        double            others)
{
  double spare = painter->free.width - others - painter->em * 14;

  return MIN (ocop_chart_names_widest (painter, slots), CLAMP (spare, painter->free.width * 0.36, painter->free.width * 0.5));
}

/* How many lines @name takes; 1 where it is cut in any number of them, so that it asks for no room that would not help it. */
static guint
count_lines (OcopChartPainter *painter,
             const char       *name,
             double            width)
{
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, name, width, MOST_LINES);
  return painter->set.cut ? 1 : (guint) pango_layout_get_line_count (painter->layout);
}

/* Of a row for a name of @lines, or of @least. */
static double
pitch_for (OcopChartPainter *painter,
           guint             lines,
           double            least)
{
  return MAX (least, ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY) * lines * 1.05);
}

guint
ocop_chart_names_most_rows (OcopChartPainter *painter,
                            const GPtrArray  *slots,
                            double            width,
                            double            height,
                            double            least_pitch)
{
  guint best = MIN ((guint) (height / least_pitch), FEWEST_ROWS);
  guint tallest = 1;

  for (guint i = 0; i < slots->len; i++)
    {
      /* Those up to here, and one row for all others. */
      guint rows = i + 2 < slots->len ? i + 2 : i + 1;

      tallest = MAX (tallest, count_lines (painter, ((OcopChartSlot *) slots->pdata[i])->label, width));
      if (rows * pitch_for (painter, tallest, least_pitch) <= height)
        best = MAX (best, rows);
    }
  return best;
}

double
ocop_chart_names_pitch (OcopChartPainter *painter,
                        const GPtrArray  *slots,
                        double            width,
                        double            height,
                        double            most)
{
  guint tallest = 1;

  for (guint i = 0; i < slots->len; i++)
    tallest = MAX (tallest, count_lines (painter, ((OcopChartSlot *) slots->pdata[i])->label, width));
  return MIN (height / slots->len, pitch_for (painter, tallest, most));
}

void
ocop_chart_name_set (OcopChartPainter *painter,
                     const char       *name,
                     double            width,
                     double            pitch)
{
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY);

  ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, name, width, (guint) CLAMP (pitch / line, 1, MOST_LINES));
}

void
ocop_chart_name_paint (OcopChartPainter *painter,
                       const char       *name,
                       double            width,
                       double            right,
                       double            middle,
                       double            pitch)
{
  ocop_chart_name_set (painter, name, width, pitch);
  ocop_chart_label_align (painter, PANGO_ALIGN_RIGHT);
  ocop_chart_label_paint (painter, right - painter->set.width, middle - painter->set.height / 2);
}
