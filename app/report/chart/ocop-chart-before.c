/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-maker-private.h"

#include <glib/gi18n.h>

/* A series for what there was on @day, which is its key. */
static void
add_day (OcopChart     *chart,
         OcopDate       day,
         OcopChartRole  role)
{
  g_autofree char *name = ocop_date_to_people (day);
  char key[OCOP_DATE_TEXT_SIZE];
  guint series = ocop_chart_add_series (chart, name, role);

  ocop_chart_set_series_key (chart, series, ocop_date_to_text (day, key));
}

static OcopQuery *
query_of_day (const OcopChart *chart,
              const OcopQuery *base,
              guint            series)
{
  OcopQuery *query = ocop_query_copy (base);
  OcopDate day;

  ocop_date_parse (ocop_chart_get_series (chart, series)->key, &day);
  ocop_query_set_on (query, day);
  return query;
}

static GPtrArray *
survey_days (const OcopChart       *chart,
             const OcopChartAsked  *asked,
             GError               **error)
{
  g_autoptr(GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_query_free);

  for (guint i = 0; i < ocop_chart_n_series (chart); i++)
    {
      OcopQuery *query = query_of_day (chart, asked->base, i);

      ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
      ocop_query_group_by (query, "star", NULL);
      g_ptr_array_add (queries, query);
    }
  return ocop_reader_survey (asked->reader, queries, error);
}

/* @groups: classes */
static void
set_day (OcopChart      *chart,
         guint           series,
         const OcopRows *groups)
{
  for (guint star = 0; star < OCOP_N_STARS; star++)
    {
      ocop_chart_set_value (chart, series, star, 0);
      for (guint i = 0; i < ocop_rows_get_n_rows (groups); i++)
        if (g_strcmp0 (ocop_rows_get_text (groups, i, 0), ocop_statistics_star_key (star)) == 0)
          ocop_chart_set_value (chart, series, star, ocop_rows_get_integer (groups, i, 2));
    }
}

/* The end of the year before, and the day of the figures. */
static gboolean
fill (OcopChart             *chart,
      const OcopChartAsked  *asked,
      GError               **error)
{
  g_autoptr(GPtrArray) answers = NULL;

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Class"));
  add_day (chart, ocop_date_new (asked->on.year - 1, 12, 31), OCOP_CHART_ROLE_NEUTRAL);
  add_day (chart, asked->on, OCOP_CHART_ROLE_ACCENT);
  for (guint star = 0; star < OCOP_N_STARS; star++)
    ocop_chart_add_category (chart, ocop_statistics_star_key (star), ocop_statistics_star_title (star), OCOP_CHART_ROLE_INHERIT);
  answers = survey_days (chart, asked, error);
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    set_day (chart, i, answers->pdata[i]);
  return answers != NULL;
}

static OcopQuery *
behind (const OcopChartMaker *maker,
        const OcopChart      *chart,
        const OcopQuery      *base,
        guint                 series,
        guint                 category)
{
  OcopQuery *query = query_of_day (chart, base, series);

  ocop_chart_where_class (query, category);
  return query;
}

const OcopChartMaker ocop_chart_makers_before[] = {
  {
    .about = { "round-before", N_("Valid products by class, before and after the year's rounds"), OCOP_CHART_ABOUT_ROUND, TRUE },
    .kind = OCOP_CHART_BARS,
    .validity = OCOP_VALIDITY_VALID,
    .fill = fill,
    .behind = behind,
  },
  { { NULL } }
};
