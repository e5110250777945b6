/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"
#include "report/slides/ocop-slides.h"

G_BEGIN_DECLS

/**
 * OcopSlideAsked:
 * @chart: of ocop_chart_data_get_name()
 * @subject: (nullable): of what, as in #OcopChartScope
 * @as_table: its figures in rows instead of the picture
 */
typedef struct
{
  const char *chart;
  const char *subject;
  gboolean as_table;
} OcopSlideAsked;

/**
 * OcopSlidesAsked:
 * @title: (nullable): of the title page; what a review meeting speaks of when %NULL
 * @on: the day of the figures
 * @n_parts: 0 for what a review meeting usually sees, as far as there are figures for it
 * @masked: whether the slides name no person
 */
typedef struct
{
  const char *title;
  OcopDate on;
  const OcopSlideAsked *parts;
  guint n_parts;
  gboolean masked;
} OcopSlidesAsked;

/* Returns: (transfer full): %NULL on failure, as ocop_chart_data_new() fails. */
OcopSlides *ocop_slides_read (OcopReader             *reader,
                              const OcopSlidesAsked  *asked,
                              GError                **error);

G_END_DECLS
