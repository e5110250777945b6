/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "desk-places.h"
#include "report/chart/ocop-chart-data.h"
#include "report/chart/ocop-chart-question.h"

G_BEGIN_DECLS

/**
 * DeskChartRequest:
 * @question: in an answer without the subject, the places that the register has no more
 * @on: the day by which the chart's subjects and places are read; its own may be another one
 */
typedef struct
{
  OcopChartQuestion *question;
  OcopDate on;
} DeskChartRequest;

/**
 * DeskChartAnswer:
 * @request: what it was made of
 * @sides: of which products, and of which days; two of a comparison
 * @subjects: what the chart can be of
 * @saved: what the office keeps under names
 * @has_products: the register, whatever the chart shows of them
 * @first: the day on which something was decided first
 */
typedef struct
{
  DeskChartRequest *request;
  OcopChartSides *sides;
  OcopChart *chart;
  DeskPlaces *places;
  GPtrArray *subjects;
  GPtrArray *saved;
  gboolean has_products;
  OcopDate first;
} DeskChartAnswer;

/* Of the day of @question, which is copied. */
DeskChartRequest *desk_chart_request_new   (const OcopChartQuestion *question);
void              desk_chart_request_free  (gpointer          self);

/* An #OcopReadFunc: the #DeskChartAnswer to a #DeskChartRequest. */
gpointer          desk_chart_answer_read   (OcopReader       *reader,
                                            gpointer          request,
                                            GCancellable     *cancellable,
                                            GError          **error);
void              desk_chart_answer_free   (gpointer          self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskChartAnswer, desk_chart_answer_free)

/* Whether two days or two localities stand beside each other. */
gboolean          desk_chart_answer_compares (const DeskChartAnswer *self);
/* Whether records stand behind a mark of the chart. */
gboolean          desk_chart_answer_opens  (const DeskChartAnswer *self,
                                            guint                  series,
                                            int                    category);

G_END_DECLS
