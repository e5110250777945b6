/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-maker-private.h"

#include <glib/gi18n.h>

#include "chart/ocop-chart-geometry.h"

/* Behind the classes: not recognised, or no longer. */
#define WITHOUT OCOP_N_STARS
#define N_ENDS (WITHOUT + 1)

/* Narrows @query to products decided on in the year of the day @on, up to it. */
static void
where_decided (OcopQuery *query,
               OcopDate   on)
{
  OcopQuery *recognitions = ocop_query_new ("recognition");
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

  ocop_query_where (recognitions, "decision_date", OCOP_OPERATOR_BETWEEN,
                    ocop_date_to_text (ocop_date_new (on.year, 1, 1), from), ocop_date_to_text (on, until), NULL);
  ocop_query_has (query, TRUE, recognitions);
}

static OcopDate
day_before_rounds (OcopDate on)
{
  return ocop_date_new (on.year - 1, 12, 31);
}

/* The classes on both sides, and what has none. */
static void
add_ends (OcopChart *chart)
{
  static const OcopChartRole roles[] = {
    OCOP_CHART_ROLE_STAR3, OCOP_CHART_ROLE_STAR4, OCOP_CHART_ROLE_POTENTIAL5, OCOP_CHART_ROLE_STAR5, OCOP_CHART_ROLE_NEUTRAL,
  };

  for (guint i = 0; i <= WITHOUT; i++)
    {
      const char *title = i < WITHOUT ? ocop_statistics_star_title (i) : _("Without a class in force");

      ocop_chart_add_series (chart, title, roles[i]);
      ocop_chart_add_category (chart, i < WITHOUT ? ocop_statistics_star_key (i) : "", title, roles[i]);
    }
}

/* Narrows @query to products that on the day @on had the class at @place, or none in force. */
static void
where_place (OcopQuery *query,
             OcopDate   on,
             guint      place)
{
  g_autoptr(OcopQuery) holding = ocop_query_new ("product");
  OcopQuery *recognitions = ocop_query_new ("recognition");

  ocop_statistics_where_validity (holding, OCOP_VALIDITY_VALID);
  ocop_chart_where_class (holding, place < WITHOUT ? place : OCOP_CHART_ALL_SERIES);
  ocop_query_where_linked (recognitions, "product", holding);
  ocop_query_has_on (query, place < WITHOUT, NULL, on, recognitions);
}

/* Of the products of @base that came from the class at @from to that at @to. */
static OcopQuery *
query_move (const OcopQuery *base,
            OcopDate         on,
            guint            from,
            guint            to)
{
  OcopQuery *query = ocop_query_copy (base);

  where_decided (query, on);
  where_place (query, day_before_rounds (on), from);
  where_place (query, on, to);
  return query;
}

static OcopQuery *
behind (const OcopChartMaker *maker,
        const OcopChart      *chart,
        const OcopQuery      *base,
        guint                 series,
        guint                 category)
{
  return query_move (base, ocop_chart_get_as_of (chart), series, category);
}

/* (element-type OcopQuery): of each move, in the order of the series, and within them of the categories */
static GPtrArray *
query_moves (const OcopChartAsked *asked)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_query_free);

  for (guint i = 0; i < N_ENDS * N_ENDS; i++)
    {
      OcopQuery *query = query_move (asked->base, asked->on, i / N_ENDS, i % N_ENDS);

      ocop_query_set_on (query, asked->on);
      ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
      g_ptr_array_add (queries, query);
    }
  return queries;
}

static gboolean
fill (OcopChart             *chart,
      const OcopChartAsked  *asked,
      GError               **error)
{
  g_autoptr(GPtrArray) queries = query_moves (asked);
  g_autoptr(GPtrArray) answers = ocop_reader_survey (asked->reader, queries, error);

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, _("Left: at the end of the year before; right: on the day of the figures"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Class after (columns: before)"));
  add_ends (chart);
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    ocop_chart_set_value (chart, i / N_ENDS, i % N_ENDS, ocop_rows_get_integer (answers->pdata[i], 0, 0));
  return answers != NULL;
}

const OcopChartMaker ocop_chart_makers_moves[] = {
  {
    .about = { "round-moves", N_("Classes before and after the year's decisions"), OCOP_CHART_ABOUT_ROUND, TRUE },
    .kind = OCOP_CHART_FLOWS,
    .validity = OCOP_VALIDITY_AS_ASKED,
    .fill = fill,
    .behind = behind,
  },
  { { NULL } }
};
