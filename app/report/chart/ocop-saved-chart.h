/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"
#include "model/ocop-record.h"
#include "register/ocop-change.h"
#include "register/ocop-reader.h"
#include "report/chart/ocop-chart-question.h"

G_BEGIN_DECLS

/**
 * OcopSavedChart:
 * @name: under which the office keeps it
 * @chart: of ocop_chart_data_get_name()
 * @subject: (nullable): of what, as in #OcopChartScope
 * @place: (nullable): what its products are narrowed to, as in #OcopChartQuestion
 * @sector: (nullable): likewise the sector
 * @against: (nullable): what it is compared with, as ocop_chart_against_day() takes it
 * @on: the day of the figures for ever; unknown where they are those of the day on which it is shown
 *
 * A question as somebody asked it, to be asked again.
 */
typedef struct
{
  char *name;
  char *chart;
  char *subject;
  char *place;
  char *sector;
  char *against;
  OcopDate on;
} OcopSavedChart;

OcopSavedChart *ocop_saved_chart_copy  (const OcopSavedChart  *self);
void            ocop_saved_chart_free  (OcopSavedChart        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSavedChart, ocop_saved_chart_free)

gboolean        ocop_saved_chart_equal (const OcopSavedChart  *a,
                                        const OcopSavedChart  *b);

/* (transfer full) (element-type OcopSavedChart): what @office keeps, in the order in which it was saved. What cannot be read, or
 * is a chart that there is none of, is left out: another version of the program may have saved it. */
GPtrArray      *ocop_saved_charts_read (const OcopRecord      *office);
/* (transfer full): %NULL with %OCOP_ERROR_NOT_FOUND, which says what there is, or where it cannot be read. */
OcopSavedChart *ocop_saved_chart_find  (const OcopRecord      *office,
                                        const char            *name,
                                        GError               **error);

/* What it asks, with texts of @self; of its own day, or else of @on. */
OcopChartQuestion ocop_saved_chart_ask (const OcopSavedChart  *self,
                                        OcopDate               on);

/**
 * ocop_saved_chart_keep:
 * @from: (nullable): the name that it had before, where it is renamed
 *
 * Keeps @self in the place of what has its name.
 *
 * Returns: (transfer full): the change; %NULL on failure, with %OCOP_ERROR_ARGUMENT where it has no name
 */
OcopChange     *ocop_saved_chart_keep  (OcopReader            *reader,
                                        const OcopSavedChart  *self,
                                        const char            *from,
                                        GError               **error);
/* (transfer full): the change by which @name is no longer kept. */
OcopChange     *ocop_saved_chart_drop  (OcopReader            *reader,
                                        const char            *name,
                                        GError               **error);

G_END_DECLS
