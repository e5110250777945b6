/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart-theme.h"
#include "desk-window.h"

G_BEGIN_DECLS

/* Ways in which a chart leaves the window: always on white, in the colours of print unless told otherwise. */

void desk_chart_output_copy_picture (const OcopChart *chart,
                                     DeskWindow      *window);
/* As plain text with tabs, for a spreadsheet, and as an HTML table, for a word processor. */
void desk_chart_output_copy_table   (const OcopChart *chart,
                                     DeskWindow      *window);
/* Asks where to; the file's ending says whether it is SVG, PNG or PDF. */
void desk_chart_output_save         (const OcopChart *chart,
                                     DeskWindow      *window);
/* As a PNG of so many pixels. */
void desk_chart_output_save_pixels  (const OcopChart  *chart,
                                     OcopChartThemeId  theme_id,
                                     int               width,
                                     int               height,
                                     DeskWindow       *window);
/* As a workbook with the figures and a chart that the spreadsheet draws. */
void desk_chart_output_save_workbook (const OcopChart *chart,
                                      DeskWindow      *window);
void desk_chart_output_print        (const OcopChart *chart,
                                     DeskWindow      *window);

G_END_DECLS
