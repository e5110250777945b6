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

/* The end of the year before, and the day of the figures. */
static gboolean
fill (OcopChart             *chart,
      const OcopChartAsked  *asked,
      GError               **error)
{
  g_autoptr(GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_query_free);
  g_autoptr(GPtrArray) answers = NULL;

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Class"));
  add_day (chart, ocop_date_new (asked->on.year - 1, 12, 31), OCOP_CHART_ROLE_NEUTRAL);
  add_day (chart, asked->on, OCOP_CHART_ROLE_ACCENT);
  for (guint star = 0; star < OCOP_N_STARS; star++)
    ocop_chart_add_category (chart, ocop_statistics_star_key (star), ocop_statistics_star_title (star), OCOP_CHART_ROLE_INHERIT);
  for (guint i = 0; i < ocop_chart_n_series (chart); i++)
    g_ptr_array_add (queries, ocop_chart_query_day (asked->base, ocop_chart_get_series (chart, i)->key));
  answers = ocop_chart_survey_classes (asked->reader, queries, error);
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    for (guint star = 0; star < OCOP_N_STARS; star++)
      ocop_chart_set_value (chart, i, star, ocop_chart_count_class (answers->pdata[i], star));
  return answers != NULL;
}

static OcopQuery *
behind (const OcopChartMaker *maker,
        const OcopChart      *chart,
        const OcopQuery      *base,
        guint                 series,
        guint                 category)
{
  OcopQuery *query = ocop_chart_query_day (base, ocop_chart_get_series (chart, series)->key);

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
