/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

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

void
ocop_chart_name_set (OcopChartPainter *painter,
                     const char       *name,
                     double            width,
                     double            pitch)
{
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY);

  ocop_chart_label_set (painter, OCOP_CHART_LABEL_CATEGORY, name, width, (guint) CLAMP (pitch / line, 1, 3));
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
