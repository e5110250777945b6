/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "desk-places.h"
#include "report/chart/ocop-chart-data.h"

G_BEGIN_DECLS

/**
 * DeskChartSide:
 * @base: of which products
 * @of_office: of these, only what lies in the office's area
 * @title: (nullable): what it is called beside another one: its day, its locality
 *
 * What one chart is drawn of.
 */
typedef struct
{
  OcopQuery *base;
  OcopDate on;
  gboolean of_office;
  char *title;
} DeskChartSide;

/**
 * DeskChartRequest:
 * @name: of the chart
 * @subject: (nullable): the first when %NULL, and where the chart has none of that key
 * @on: the day by which the chart's subjects and places are read; its own may be another one
 * @sides: the second is what the first is compared with, where there are two
 */
typedef struct
{
  const char *name;
  char *subject;
  OcopDate on;
  DeskChartSide sides[2];
  guint n_sides;
} DeskChartRequest;

/**
 * DeskChartAnswer:
 * @request: what it was made of, narrowed to the office's area where that was asked for
 * @subjects: what the chart can be of
 * @saved: what the office keeps under names
 * @has_products: the register, whatever the chart shows of them
 * @first: the day on which something was decided first
 */
typedef struct
{
  DeskChartRequest *request;
  OcopChart *chart;
  DeskPlaces *places;
  GPtrArray *subjects;
  GPtrArray *saved;
  gboolean has_products;
  OcopDate first;
} DeskChartAnswer;

/* Of @on, and of the products of @base, which it takes. */
DeskChartRequest *desk_chart_request_new   (const char       *name,
                                            const char       *subject,
                                            OcopQuery        *base,
                                            OcopDate          on,
                                            gboolean          of_office);
/* Holds it against the same of @on and @base, which it takes. */
void              desk_chart_request_compare (DeskChartRequest *self,
                                              const char       *title,
                                              OcopQuery        *base,
                                              OcopDate          on,
                                              gboolean          of_office,
                                              const char       *other_title);
void              desk_chart_request_free  (gpointer          self);

/* An #OcopReadFunc: the #DeskChartAnswer to a #DeskChartRequest. */
gpointer          desk_chart_answer_read   (OcopReader       *reader,
                                            gpointer          request,
                                            GCancellable     *cancellable,
                                            GError          **error);
void              desk_chart_answer_free   (gpointer          self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskChartAnswer, desk_chart_answer_free)

/* Whether records stand behind a mark of the chart. */
gboolean          desk_chart_answer_opens  (const DeskChartAnswer *self,
                                            guint                  series,
                                            int                    category);

G_END_DECLS
