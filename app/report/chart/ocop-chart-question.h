/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "register/ocop-query.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* In the place of the id of an administrative unit: what lies in the office's area, as ocop_office_area_narrow() has it. */
#define OCOP_CHART_PLACE_OFFICE "office"
/* Likewise: all products, also those of other provinces. */
#define OCOP_CHART_PLACE_EVERYWHERE "everywhere"

/**
 * ocop_chart_place_or_usual:
 * @place: (nullable): what was asked for
 * @base: (nullable): of which products
 *
 * Returns: the place that figures are of when nobody asked for one, wherever they are shown: the office's own, as the quick
 *   report has it; of products that somebody chose all of them.
 */
const char *ocop_chart_place_or_usual (const char       *place,
                                       const OcopQuery  *base);

/* Narrows @products to @place. (transfer full): what they are then called; %NULL on failure. */
char       *ocop_chart_place_narrow   (OcopReader       *reader,
                                       const char       *place,
                                       OcopDate          on,
                                       OcopQuery        *products,
                                       GError          **error);

/**
 * OcopChartQuestion:
 * @chart: of ocop_chart_data_get_name()
 * @subject: (nullable): of what, as in #OcopChartScope
 * @base: (nullable): of which products, as there
 * @place: (nullable): what these are narrowed to: the id of an administrative unit, %OCOP_CHART_PLACE_OFFICE or
 *   %OCOP_CHART_PLACE_EVERYWHERE; ocop_chart_place_or_usual() when %NULL
 * @sector: (nullable): likewise
 * @against: (nullable): what it is compared with, as ocop_chart_against_day() takes it; nothing where the chart cannot be
 *   held against that
 * @on: the day of the figures
 * @named: whether persons are named, as in #OcopChartScope
 *
 * What people ask of a chart, and all that they narrow it to. Whoever makes one fills it with what is their own; a copy owns its
 * texts and its base.
 */
typedef struct
{
  char *chart;
  char *subject;
  OcopQuery *base;
  char *place;
  char *sector;
  char *against;
  OcopDate on;
  gboolean named;
} OcopChartQuestion;

OcopChartQuestion *ocop_chart_question_copy (const OcopChartQuestion *self);
/* Of a copy. */
void               ocop_chart_question_free (OcopChartQuestion       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopChartQuestion, ocop_chart_question_free)

/* Whether two sides are held against each other. */
gboolean           ocop_chart_question_compares (const OcopChartQuestion *self);

/**
 * OcopChartSide:
 * @base: of which products
 * @title: what it is called beside the other one: its day, its locality
 *
 * What one chart of a comparison is drawn of.
 */
typedef struct
{
  OcopQuery *base;
  OcopDate on;
  char *title;
} OcopChartSide;

/**
 * OcopChartSides:
 * @n: 2 of a comparison: the first side is held against the second
 */
typedef struct
{
  OcopChartSide sides[2];
  guint n;
} OcopChartSides;

/* (transfer full): of what the chart is drawn; %NULL on failure, with %OCOP_ERROR_NOT_FOUND where there is no such place. */
OcopChartSides *ocop_chart_sides_read    (OcopReader              *reader,
                                          const OcopChartQuestion *question,
                                          GError                 **error);
void            ocop_chart_sides_free    (OcopChartSides          *self);

/* (transfer full): the chart of @self, which was read of @question; %NULL on failure, as ocop_chart_data_new() fails. */
OcopChart      *ocop_chart_sides_draw    (const OcopChartSides    *self,
                                          OcopReader              *reader,
                                          const OcopChartQuestion *question,
                                          GError                 **error);

/* Both at once. */
OcopChart      *ocop_chart_question_draw (const OcopChartQuestion *self,
                                          OcopReader              *reader,
                                          GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopChartSides, ocop_chart_sides_free)

G_END_DECLS
