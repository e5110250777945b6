/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-samples.h"
#include "chart/ocop-chart-paint.h"

G_BEGIN_DECLS

/* One picture in memory with its geometry. */
typedef struct
{
  OcopChart *chart;
  OcopChartGeometry *geometry;
  OcopChartBox frame;
} Picture;

/* Takes @chart. */
Picture               paint         (OcopChart          *chart,
                                     OcopChartThemeId    theme,
                                     double              width,
                                     double              height);
/* As on a screen, in a size that has room for most. */
Picture               paint_sample  (OcopChartKind       kind,
                                     ChartSample         sample);
void                  picture_clear (Picture            *picture);

const OcopChartMark  *mark_at       (const Picture      *picture,
                                     guint               i);
const OcopChartLabel *label_at      (const Picture      *picture,
                                     guint               i);
guint                 count_labels  (const Picture      *picture,
                                     OcopChartLabelKind  kind);
/* %NULL when none of @kind says just that. */
const OcopChartLabel *find_label    (const Picture      *picture,
                                     OcopChartLabelKind  kind,
                                     const char         *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

G_END_DECLS
