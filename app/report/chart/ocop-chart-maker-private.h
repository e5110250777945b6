/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/chart/ocop-chart-data.h"
#include "report/ocop-statistics.h"

G_BEGIN_DECLS

typedef struct _OcopChartMaker OcopChartMaker;

/**
 * OcopChartFigure:
 * @OCOP_CHART_FIGURE_COUNT: so many records; behind a figure of 0 there are none
 * @OCOP_CHART_FIGURE_SHARE: a share of records; behind it stand those that it lacks
 * @OCOP_CHART_FIGURE_MEAN: what records have on average, or one alone: behind a figure of 0 there are some, too
 *
 * What the figures of a chart say of the records behind them.
 */
typedef enum
{
  OCOP_CHART_FIGURE_COUNT,
  OCOP_CHART_FIGURE_SHARE,
  OCOP_CHART_FIGURE_MEAN,
} OcopChartFigure;

/**
 * OcopChartAsked:
 * @base: of which products; never %NULL
 * @subject: (nullable): which of what @maker can be of; the first when %NULL
 * @named: whether the chart may name persons
 */
typedef struct
{
  const OcopChartMaker *maker;
  OcopReader *reader;
  const OcopQuery *base;
  OcopDate on;
  const char *subject;
  gboolean named;
} OcopChartAsked;

/**
 * OcopChartMaker:
 * @about: what a gallery shows of it
 * @validity: of the products that it is about when nothing narrows them
 * @grouping: (nullable): of the statistics, what the products are counted by
 * @rest: (nullable): what the categories without a place of their own are called, English, to be translated
 * @fill: gives a chart, which has its texts, its categories and figures
 * @behind: (nullable): (transfer full): the records behind one mark, of the products of @base, which has the chart's day
 * @read_behind: (nullable): (transfer full): the same where that must be read from the register: of @asked; %NULL without an error
 *   where the figure was not counted there
 * @n_behind: of how many of its series, the first ones, there are records; 0 for all
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
  OcopQuery *(*read_behind) (const OcopChartAsked  *asked,
                             const OcopChart       *chart,
                             guint                  series,
                             guint                  category,
                             GError               **error);
  guint n_behind;
  OcopChartFigure figure;
};

/* Of #OcopChartSubject, to be filled by ocop_chart_subjects_add(). */
GPtrArray *ocop_chart_subjects_new (void);
void     ocop_chart_subjects_add   (GPtrArray             *subjects,
                                    const char            *key,
                                    const char            *title);

/* One series for each class, in the classes' colours. */
void     ocop_chart_add_classes    (OcopChart             *chart);
/* Narrows @query to the class at @series; to any of them with %OCOP_CHART_ALL_SERIES. */
void     ocop_chart_where_class    (OcopQuery             *query,
                                    guint                  series);

/* (transfer full): what @base was on @day ("2026-11-22") */
OcopQuery *ocop_chart_query_day    (const OcopQuery       *base,
                                    const char            *day);
/* (transfer full) (element-type OcopRows): of each of @queries, which then count, the products by class. */
GPtrArray *ocop_chart_survey_classes (OcopReader          *reader,
                                    const GPtrArray       *queries,
                                    GError               **error);
/* How many are of the class at @star in one of these. */
gint64   ocop_chart_count_class    (const OcopRows        *classes,
                                    guint                  star);

/* What each file makes, up to one without a name. */
extern const OcopChartMaker ocop_chart_makers_grouping[];
extern const OcopChartMaker ocop_chart_makers_stock[];
extern const OcopChartMaker ocop_chart_makers_expiring[];
extern const OcopChartMaker ocop_chart_makers_round[];
extern const OcopChartMaker ocop_chart_makers_moves[];
extern const OcopChartMaker ocop_chart_makers_before[];
extern const OcopChartMaker ocop_chart_makers_points[];
extern const OcopChartMaker ocop_chart_makers_session[];
extern const OcopChartMaker ocop_chart_makers_plan[];
extern const OcopChartMaker ocop_chart_makers_coverage[];

G_END_DECLS
