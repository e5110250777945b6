/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/chart/ocop-chart-data.h"
#include "report/ocop-statistics.h"

G_BEGIN_DECLS

typedef struct _OcopChartMaker OcopChartMaker;

/**
 * OcopChartAsked:
 * @base: of which products; never %NULL
 * @subject: (nullable): which of what @maker can be of; the first when %NULL
 */
typedef struct
{
  const OcopChartMaker *maker;
  OcopReader *reader;
  const OcopQuery *base;
  OcopDate on;
  const char *subject;
} OcopChartAsked;

/**
 * OcopChartMaker:
 * @about: what a gallery shows of it
 * @validity: of the products that it is about when nothing narrows them
 * @grouping: (nullable): of the statistics, what the products are counted by
 * @rest: (nullable): what the categories without a place of their own are called, English, to be translated
 * @fill: gives a chart, which has its texts, its categories and figures
 * @behind: (nullable): (transfer full): the records behind one mark, of the products of @base, which has the chart's day
 * @read_subjects: (nullable): (transfer full) (element-type OcopChartSubject): what it can be of
 *
 * How one chart is made.
 */
struct _OcopChartMaker
{
  OcopChartName about;
  OcopChartKind kind;
  OcopValidity validity;
  const char *grouping;
  const char *rest;
  gboolean (*fill) (OcopChart             *chart,
                    const OcopChartAsked  *asked,
                    GError               **error);
  OcopQuery *(*behind) (const OcopChartMaker *maker,
                        const OcopChart      *chart,
                        const OcopQuery      *base,
                        guint                 series,
                        guint                 category);
  GPtrArray *(*read_subjects) (OcopReader  *reader,
                               OcopDate     on,
                               GError     **error);
};

/* Of #OcopChartSubject, to be filled by ocop_chart_subjects_add(). */
GPtrArray *ocop_chart_subjects_new (void);
void     ocop_chart_subjects_add   (GPtrArray             *subjects,
                                    const char            *key,
                                    const char            *title);

/* One series for each class, in the classes' colours. */
void     ocop_chart_add_classes    (OcopChart             *chart);
/* Narrows @query to the class at @series. */
void     ocop_chart_where_class    (OcopQuery             *query,
                                    guint                  series);

/* ocop-chart-grouping.c: products by class alone, or by @grouping and class. */
gboolean ocop_chart_fill_grouping  (OcopChart             *chart,
                                    const OcopChartAsked  *asked,
                                    GError               **error);
OcopQuery *ocop_chart_behind_grouping (const OcopChartMaker *maker,
                                       const OcopChart      *chart,
                                       const OcopQuery      *base,
                                       guint                 series,
                                       guint                 category);

/* ocop-chart-expiring.c: what runs out in each of the months to come. */
gboolean ocop_chart_fill_expiring  (OcopChart             *chart,
                                    const OcopChartAsked  *asked,
                                    GError               **error);
OcopQuery *ocop_chart_behind_expiring (const OcopChartMaker *maker,
                                       const OcopChart      *chart,
                                       const OcopQuery      *base,
                                       guint                 series,
                                       guint                 category);

/* ocop-chart-stock.c: the valid products at the ends of quarters, some of them to come. */
gboolean ocop_chart_fill_stock     (OcopChart             *chart,
                                    const OcopChartAsked  *asked,
                                    GError               **error);
OcopQuery *ocop_chart_behind_stock (const OcopChartMaker *maker,
                                    const OcopChart      *chart,
                                    const OcopQuery      *base,
                                    guint                 series,
                                    guint                 category);

/* ocop-chart-round.c: how far the dossiers of the year's rounds came, and what points the year's recognitions have. */
gboolean ocop_chart_fill_funnel    (OcopChart             *chart,
                                    const OcopChartAsked  *asked,
                                    GError               **error);
OcopQuery *ocop_chart_behind_funnel (const OcopChartMaker *maker,
                                     const OcopChart      *chart,
                                     const OcopQuery      *base,
                                     guint                 series,
                                     guint                 category);
gboolean ocop_chart_fill_scores    (OcopChart             *chart,
                                    const OcopChartAsked  *asked,
                                    GError               **error);
OcopQuery *ocop_chart_behind_scores (const OcopChartMaker *maker,
                                     const OcopChart      *chart,
                                     const OcopQuery      *base,
                                     guint                 series,
                                     guint                 category);

/* ocop-chart-session.c: of one session of a council. */
GPtrArray *ocop_chart_read_sessions (OcopReader            *reader,
                                     OcopDate               on,
                                     GError               **error);
gboolean ocop_chart_fill_members   (OcopChart             *chart,
                                    const OcopChartAsked  *asked,
                                    GError               **error);
gboolean ocop_chart_fill_minima    (OcopChart             *chart,
                                    const OcopChartAsked  *asked,
                                    GError               **error);

/* ocop-chart-moves.c: from which class to which the products decided on in the year went. */
gboolean ocop_chart_fill_moves     (OcopChart             *chart,
                                    const OcopChartAsked  *asked,
                                    GError               **error);

G_END_DECLS
