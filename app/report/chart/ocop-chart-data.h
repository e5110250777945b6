/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopChartHeading:
 *
 * What a chart is asked about; a gallery has one part for each, in this order.
 */
typedef enum
{
  OCOP_CHART_ABOUT_PRODUCTS,
  OCOP_CHART_ABOUT_TIME,
  OCOP_CHART_ABOUT_ROUND,
  OCOP_CHART_ABOUT_PLAN,
  OCOP_CHART_ABOUT_WORK,
  OCOP_CHART_N_HEADINGS
} OcopChartHeading;

/**
 * OcopChartCompares:
 * @OCOP_CHART_COMPARES_PLACES: the same of other products: of another locality
 * @OCOP_CHART_COMPARES_DAYS: the same of another day; of charts over time two days tell nothing that one does not
 *
 * What a chart can be held against, by ocop_chart_compare().
 */
typedef enum
{
  OCOP_CHART_COMPARES_NOTHING = 0,
  OCOP_CHART_COMPARES_PLACES = 1 << 0,
  OCOP_CHART_COMPARES_DAYS = 1 << 1,
  OCOP_CHART_COMPARES_BOTH = OCOP_CHART_COMPARES_PLACES | OCOP_CHART_COMPARES_DAYS,
} OcopChartCompares;

/**
 * OcopChartName:
 * @name: stable: "star-distribution"
 * @title: English, to be translated
 * @of_products: whether the products that it is drawn of may be narrowed
 * @subject: (nullable): what it is of one of, English, to be translated:
 *   "Target"; ocop_chart_data_read_subjects() has them
 * @of_people: whether it names persons where that is asked for
 * @of_day: whether it shows how things stand on its day, not what came about in years or in a session
 */
typedef struct
{
  const char *name;
  const char *title;
  OcopChartHeading heading;
  gboolean of_products;
  const char *subject;
  gboolean of_people;
  gboolean of_day;
  OcopChartCompares compares;
} OcopChartName;

/**
 * OcopChartSubject:
 * @key: chooses it
 * @title: what people read
 *
 * What a chart can be of: a target of the plan, a session of the council.
 */
typedef struct
{
  char *key;
  char *title;
} OcopChartSubject;

/**
 * OcopChartScope:
 * @base: (nullable): of which products: "chart this" of a list. Those of
 *   ocop_chart_data_query_base() when %NULL. Its day is not used
 * @on: the day of the figures
 * @subject: (nullable): the key of an #OcopChartSubject; the first of them when %NULL
 * @named: whether persons are named, as they are in the office; else they are told apart without their names, as an
 *   audience may see them
 *
 * What a chart is drawn of.
 */
typedef struct
{
  const OcopQuery *base;
  OcopDate on;
  const char *subject;
  gboolean named;
} OcopChartScope;

/* All charts that a register can show, by heading. */
guint                ocop_chart_data_n_names    (void);
const OcopChartName *ocop_chart_data_get_name   (guint            place);
/* %NULL when there is none of that name. */
const OcopChartName *ocop_chart_data_find_name  (const char      *name);
/* The same, of a name that somebody typed: %OCOP_ERROR_ARGUMENT says that there is none. */
const OcopChartName *ocop_chart_data_check_name (const char      *name,
                                                 GError         **error);
/* "Products", "Over time" …, translated. */
const char          *ocop_chart_heading_title   (OcopChartHeading heading);

/**
 * ocop_chart_data_new:
 * @name: of ocop_chart_data_get_name()
 *
 * Returns: (transfer full): %NULL on failure; %OCOP_ERROR_ARGUMENT when there
 *   is no chart of that name, or it has no such subject.
 */
OcopChart           *ocop_chart_data_new        (OcopReader           *reader,
                                                 const char           *name,
                                                 const OcopChartScope *scope,
                                                 GError              **error);

/**
 * ocop_chart_data_read_subjects:
 *
 * Returns: (transfer full) (element-type OcopChartSubject): what the chart @name can be of on
 *   the day @on, the likeliest first; none where it is of no one thing. %NULL on failure
 */
GPtrArray           *ocop_chart_data_read_subjects (OcopReader   *reader,
                                                    const char   *name,
                                                    OcopDate      on,
                                                    GError      **error);

/**
 * ocop_chart_data_query_base:
 * @name: of ocop_chart_data_get_name()
 *
 * Returns: (transfer full): the products that the chart is about when nothing
 *   narrows them: those that are valid, in a chart of years all that were ever
 *   recognised.
 */
OcopQuery           *ocop_chart_data_query_base (const char      *name);

/**
 * ocop_chart_data_query_mark:
 * @name: of ocop_chart_data_get_name()
 * @chart: made by ocop_chart_data_new() of @base
 * @series: index, as in #OcopChartMark; of charts that can be compared also %OCOP_CHART_ALL_SERIES
 * @category: index, or %OCOP_CHART_REST
 *
 * Returns: (transfer full) (nullable): the records behind one mark of @chart
 *   on its day, as many as the mark's figure says; %NULL where the mark stands
 *   for several categories, and where no list holds them.
 */
OcopQuery           *ocop_chart_data_query_mark (const char      *name,
                                                 const OcopChart *chart,
                                                 const OcopQuery *base,
                                                 guint            series,
                                                 int              category);

/* Whether there are records behind a mark that ocop_chart_data_read_mark() finds: a number of 0 has none, a mean has those that
 * it is of. Behind a share of coverage stand those that it lacks. */
gboolean             ocop_chart_data_opens_mark (const char      *name,
                                                 const OcopChart *chart,
                                                 guint            series,
                                                 int              category);

/**
 * ocop_chart_data_read_mark:
 * @chart: made by ocop_chart_data_new() of @scope
 *
 * As ocop_chart_data_query_mark(), of every chart: also of those of a plan and of sessions, which must be read.
 *
 * Returns: (transfer full) (nullable): %NULL on failure, and without an error where no list holds the figure: it was
 *   entered by hand, say.
 */
OcopQuery           *ocop_chart_data_read_mark  (OcopReader           *reader,
                                                 const char           *name,
                                                 const OcopChart      *chart,
                                                 const OcopChartScope *scope,
                                                 guint                 series,
                                                 int                   category,
                                                 GError              **error);

G_END_DECLS
