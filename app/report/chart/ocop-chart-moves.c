/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-maker-private.h"

#include <glib/gi18n.h>

#include "chart/ocop-chart-geometry.h"

/* Behind the classes: not recognised, or no longer. */
#define WITHOUT OCOP_N_STARS

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

static const char * const columns[] = { "id", "state", "star", NULL };

static gboolean
holds (const char *state)
{
  return g_strcmp0 (state, "valid") == 0 || g_strcmp0 (state, "extended") == 0 || g_strcmp0 (state, "potential5") == 0;
}

/* The place of the class of a row of @columns among the classes, or %WITHOUT. */
static guint
place_of (const OcopValue *values)
{
  for (guint i = 0; i < OCOP_N_STARS && holds (values[1].text); i++)
    if (g_strcmp0 (values[2].text, ocop_statistics_star_key (i)) == 0)
      return i;
  return WITHOUT;
}

static gboolean
keep_place (const OcopValue *values,
            gpointer         places)
{
  g_hash_table_insert (places, g_strdup (values[0].text), GUINT_TO_POINTER (place_of (values)));
  return TRUE;
}

typedef struct
{
  OcopChart *chart;
  GHashTable *before; /* places by the products' ids */
} Moves;

static gboolean
count_move (const OcopValue *values,
            gpointer         data)
{
  const Moves *moves = data;
  guint from = GPOINTER_TO_UINT (g_hash_table_lookup (moves->before, values[0].text));
  guint to = place_of (values);

  ocop_chart_set_value (moves->chart, from, to, ocop_chart_get_value (moves->chart, from, to) + 1);
  return TRUE;
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
  for (guint i = 0; i <= WITHOUT; i++)
    for (guint j = 0; j <= WITHOUT; j++)
      ocop_chart_set_value (chart, i, j, 0);
}

/* What they were before is asked of all: which of them the chart is of, the day of the figures tells. */
static gboolean
fill (OcopChart             *chart,
      const OcopChartAsked  *asked,
      GError               **error)
{
  g_autoptr(OcopQuery) all = ocop_query_new ("product");
  g_autoptr(OcopQuery) query = ocop_query_copy (asked->base);
  g_autoptr(GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Moves moves = { chart, before };

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, _("Left: at the end of the year before; right: on the day of the figures"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Class after (columns: before)"));
  add_ends (chart);
  where_decided (all, asked->on);
  where_decided (query, asked->on);
  ocop_query_set_on (all, day_before_rounds (asked->on));
  if (!ocop_reader_each (asked->reader, all, columns, keep_place, before, error))
    return FALSE;
  ocop_query_set_on (query, asked->on);
  return ocop_reader_each (asked->reader, query, columns, count_move, &moves, error);
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

static OcopQuery *
behind (const OcopChartMaker *maker,
        const OcopChart      *chart,
        const OcopQuery      *base,
        guint                 series,
        guint                 category)
{
  OcopDate on = ocop_chart_get_as_of (chart);
  OcopQuery *query = ocop_query_copy (base);

  where_decided (query, on);
  where_place (query, day_before_rounds (on), series);
  where_place (query, on, category);
  return query;
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
