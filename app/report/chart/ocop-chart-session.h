/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-session-scores.h"
#include "report/chart/ocop-chart-maker-private.h"

G_BEGIN_DECLS

/* Sessions that were opened, but for those of later days, the latest first: the subjects of a chart of one of them. */
GPtrArray   *ocop_chart_read_sessions (OcopReader               *reader,
                                       OcopDate                  on,
                                       GError                  **error);

/* The session that is asked for, or the latest. @none: (out): whether there is none, which is no failure. */
OcopSessionScores *ocop_chart_read_session (const OcopChartAsked *asked,
                                       gboolean                 *none,
                                       GError                  **error);

/* What councils looked at in sessions of the year of the day, up to it. */
OcopQuery   *ocop_chart_query_scored  (OcopDate                  on);

typedef void (*OcopChartScoredFunc)   (const OcopScoredProduct  *product,
                                       gpointer                  data);

/* Calls @func with each product of ocop_chart_query_scored() that is scored: of one that came before a council twice, as it
 * was the last time. */
gboolean     ocop_chart_each_scored   (const OcopChartAsked     *asked,
                                       OcopChartScoredFunc       func,
                                       gpointer                  data,
                                       GError                  **error);

/* Whether a mark stands for @product among others. */
typedef gboolean (*OcopChartStandsForFunc) (const OcopScoredProduct *product,
                                            gpointer                 data);

/* (transfer full) (nullable): the dossiers of the scored products that the mark @stands_for, of the session that is asked for
 * or of all of the year; %NULL without an error where there is none. */
OcopQuery   *ocop_chart_read_dossiers (const OcopChartAsked     *asked,
                                       OcopChartStandsForFunc    stands_for,
                                       gpointer                  data,
                                       GError                  **error);
/* (transfer full): the dossier @id */
OcopQuery   *ocop_chart_query_dossier (OcopDate                  on,
                                       const char               *id);

/* What people call @criterion, whose title the sheet may print in capitals; free with g_free(). */
char        *ocop_chart_dup_criterion (const OcopCriterion      *criterion);

/* The category of @criterion, added where @chart has none: sheets of several sets name a criterion alike. */
guint        ocop_chart_find_criterion (OcopChart               *chart,
                                        const OcopCriterion     *criterion);

G_END_DECLS
