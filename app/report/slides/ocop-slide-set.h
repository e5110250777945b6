/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"
#include "register/ocop-change.h"
#include "register/ocop-query.h"
#include "register/ocop-reader.h"
#include "report/chart/ocop-chart-question.h"

G_BEGIN_DECLS

/**
 * OcopSlidePart:
 * @chart: (nullable): of ocop_chart_data_get_name(); %NULL of a slide of @lines
 * @report: (nullable): of ocop_slides_list_reports(): its table, in the place of a chart
 * @subject: (nullable): of what, as in #OcopChartScope
 * @base: (nullable): of which products, as there
 * @place, @sector, @against: (nullable): what the chart is narrowed to and compared with, as in #OcopChartQuestion
 * @on: the day of its figures for ever; unknown where it is that of all the slides
 * @as_table: its figures in rows instead of the picture
 * @heading: (nullable): in the place of the chart's title
 * @lines: (nullable): what a slide without a chart says, a line for each point
 */
typedef struct
{
  char *chart;
  char *report;
  char *subject;
  OcopQuery *base;
  char *place;
  char *sector;
  char *against;
  OcopDate on;
  gboolean as_table;
  char *heading;
  char *lines;
} OcopSlidePart;

/**
 * OcopSlideSet:
 * @title: (nullable): of the title page; what a review meeting speaks of when %NULL
 * @on: the day of the figures for ever; unknown where they are those of the day on which they are shown
 * @only_with_figures: whether charts without a figure have no slide
 * @parts: (element-type OcopSlidePart): in order
 *
 * What is to be shown at a meeting: asked of the register whenever it is shown.
 */
typedef struct
{
  char *title;
  OcopDate on;
  gboolean only_with_figures;
  GPtrArray *parts;
} OcopSlideSet;

OcopSlidePart *ocop_slide_part_new        (const char           *chart,
                                           const char           *subject,
                                           gboolean              as_table);
OcopSlidePart *ocop_slide_part_new_report (const char           *report);
/* A picture of the chart that @question asks for; of its day for ever where that is known. */
OcopSlidePart *ocop_slide_part_new_asked  (const OcopChartQuestion *question);
/* What a part with a chart asks, with texts of @self; of its own day, or else of @on. */
OcopChartQuestion ocop_slide_part_ask     (const OcopSlidePart  *self,
                                           OcopDate              on);
OcopSlidePart *ocop_slide_part_copy       (const OcopSlidePart  *self);
void           ocop_slide_part_free       (OcopSlidePart        *self);

OcopSlideSet  *ocop_slide_set_new         (void);
/* What a review meeting usually sees, as far as there are figures for it. */
OcopSlideSet  *ocop_slide_set_new_usual   (void);
void           ocop_slide_set_free        (OcopSlideSet         *self);

/* Sets are kept by the office, each under a name. */

/* (transfer full): those names. */
char         **ocop_slide_set_names       (const OcopRecord     *office);
/* (transfer full): %NULL with %OCOP_ERROR_NOT_FOUND, which says what there is, or where it cannot be read. */
OcopSlideSet  *ocop_slide_set_find        (const OcopRecord     *office,
                                           const char           *name,
                                           GError              **error);
/* @set: (nullable): no longer kept when %NULL. Returns: (transfer full): %NULL on failure */
OcopChange    *ocop_slide_set_keep        (OcopReader           *reader,
                                           const char           *name,
                                           const OcopSlideSet   *set,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSlidePart, ocop_slide_part_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSlideSet, ocop_slide_set_free)

G_END_DECLS
