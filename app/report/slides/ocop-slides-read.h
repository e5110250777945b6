/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "register/ocop-reader.h"
#include "report/slides/ocop-slide-set.h"
#include "report/slides/ocop-slides.h"

G_BEGIN_DECLS

/**
 * OcopSlidesAsked:
 * @set: (nullable): what a review meeting usually sees when %NULL
 * @on: the day of the figures of a set that has none of its own
 * @named: whether the slides name persons, who are told apart without their names otherwise
 */
typedef struct
{
  const OcopSlideSet *set;
  OcopDate on;
  gboolean named;
} OcopSlidesAsked;

/* Returns: (transfer full): %NULL on failure, as ocop_chart_data_new() fails. */
OcopSlides *ocop_slides_read          (OcopReader             *reader,
                                       const OcopSlidesAsked  *asked,
                                       GError                **error);

/* (array zero-terminated=1): reports whose table can stand on slides, which have columns for it that name no person */
const char * const *ocop_slides_list_reports (void);

/* The same in steps, for whoever changes a set and does not want all of it read anew. */

/* (transfer full): without slides: whose they are, of the day @on; @title: (nullable): as of an #OcopSlideSet */
OcopSlides *ocop_slides_read_front    (OcopReader           *reader,
                                       const char           *title,
                                       OcopDate              on,
                                       GError              **error);
/**
 * OcopSlideFigures:
 * @chart: (nullable): of a part that has one
 * @report: (nullable): of a part that has one: its table on a slide; none where the report has no table
 *
 * What was read for a part.
 */
typedef struct
{
  OcopChart *chart;
  OcopSlides *report;
} OcopSlideFigures;

/* @part: one with a chart or a report. (transfer full): %NULL on failure, as ocop_chart_data_new() fails. */
OcopSlideFigures *ocop_slide_figures_read (OcopReader           *reader,
                                           const OcopSlidePart  *part,
                                           OcopDate              on,
                                           gboolean              named,
                                           GError              **error);
void        ocop_slide_figures_free      (OcopSlideFigures       *self);
/* Of the chart or the report, whatever the part calls it. */
const char *ocop_slide_figures_get_title (const OcopSlideFigures *self);
/* Below that title: "" where the figures are of all there is. */
const char *ocop_slide_figures_get_subtitle (const OcopSlideFigures *self);
/* (nullable): how many rows of a long report have no slide. */
const char *ocop_slide_figures_get_rest  (const OcopSlideFigures *self);
gboolean    ocop_slide_figures_is_empty  (const OcopSlideFigures *self);

/* @figures: (nullable): of a part that has a chart or a report. Whether there is a slide of it: a report without a
 * table has none. */
gboolean    ocop_slides_add_part      (OcopSlides             *self,
                                       const OcopSlidePart    *part,
                                       const OcopSlideFigures *figures);
/* What a title page says unless it is told otherwise. */
const char *ocop_slides_usual_title   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSlideFigures, ocop_slide_figures_free)

G_END_DECLS
