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
 * @masked: whether the slides name no person
 */
typedef struct
{
  const OcopSlideSet *set;
  OcopDate on;
  gboolean masked;
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
/* (transfer full): the chart of a part that has one. */
OcopChart  *ocop_slides_read_chart    (OcopReader           *reader,
                                       const OcopSlidePart  *part,
                                       OcopDate              on,
                                       gboolean              masked,
                                       GError              **error);
/* @chart: (nullable): of a part that has one */
void        ocop_slides_add_part      (OcopSlides           *self,
                                       const OcopSlidePart  *part,
                                       const OcopChart      *chart);
/* What a title page says unless it is told otherwise. */
const char *ocop_slides_usual_title   (void);

G_END_DECLS
