/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-maker-private.h"

#include <glib/gi18n.h>

#include "chart/ocop-chart-geometry.h"

static const OcopChartRole star_roles[OCOP_N_STARS] = {
  OCOP_CHART_ROLE_STAR3,
  OCOP_CHART_ROLE_STAR4,
  OCOP_CHART_ROLE_POTENTIAL5,
  OCOP_CHART_ROLE_STAR5,
};

void
ocop_chart_add_classes (OcopChart *chart)
{
  for (guint i = 0; i < OCOP_N_STARS; i++)
    ocop_chart_add_series (chart, ocop_statistics_star_title (i), star_roles[i]);
}

void
ocop_chart_where_class (OcopQuery *query,
                        guint      series)
{
  const char *keys[OCOP_N_STARS + 1] = { NULL };

  for (guint i = 0; i < OCOP_N_STARS; i++)
    keys[i] = ocop_statistics_star_key (i);
  if (series == OCOP_CHART_ALL_SERIES)
    ocop_query_wherev (query, "star", OCOP_OPERATOR_IS, keys);
  else
    ocop_query_where (query, "star", OCOP_OPERATOR_IS, keys[series], NULL);
}

OcopQuery *
ocop_chart_query_day (const OcopQuery *base,
                      const char      *day)
{
  OcopQuery *query = ocop_query_copy (base);
  OcopDate on;

  ocop_date_parse (day, &on);
  ocop_query_set_on (query, on);
  return query;
}

GPtrArray *
ocop_chart_survey_classes (OcopReader       *reader,
                           const GPtrArray  *queries,
                           GError          **error)
{
  for (guint i = 0; i < queries->len; i++)
    {
      ocop_query_set_measure (queries->pdata[i], OCOP_MEASURE_COUNT, NULL);
      ocop_query_group_by (queries->pdata[i], "star", NULL);
    }
  return ocop_reader_survey (reader, queries, error);
}

gint64
ocop_chart_count_class (const OcopRows *classes,
                        guint           star)
{
  for (guint i = 0; i < ocop_rows_get_n_rows (classes); i++)
    if (g_strcmp0 (ocop_rows_get_text (classes, i, 0), ocop_statistics_star_key (star)) == 0)
      return ocop_rows_get_integer (classes, i, 2);
  return 0;
}

/* One bar or slice for each class. */
static void
fill_classes (OcopChart            *chart,
              const OcopStatistics *statistics)
{
  guint series = ocop_chart_add_series (chart, _("Products"), OCOP_CHART_ROLE_ACCENT);

  for (guint i = 0; i < OCOP_N_STARS; i++)
    {
      guint category = ocop_chart_add_category (chart, ocop_statistics_star_key (i), ocop_statistics_star_title (i),
                                                star_roles[i]);

      ocop_chart_set_value (chart, series, category, statistics->total->stars[i]);
    }
}

static void
fill_rows (OcopChart            *chart,
           const OcopStatistics *statistics)
{
  ocop_chart_add_classes (chart);
  for (guint i = 0; i < statistics->rows->len; i++)
    {
      const OcopStatisticsRow *row = statistics->rows->pdata[i];
      guint category = ocop_chart_add_category (chart, row->key != NULL ? row->key : OCOP_CHART_KEY_UNKNOWN, row->label,
                                                OCOP_CHART_ROLE_INHERIT);

      for (guint star = 0; star < OCOP_N_STARS; star++)
        ocop_chart_set_value (chart, star, category, row->stars[star]);
    }
}

static gboolean
fill (OcopChart             *chart,
      const OcopChartAsked  *asked,
      GError               **error)
{
  const OcopStatisticsGrouping *grouping = ocop_statistics_find_grouping (asked->maker->grouping);
  g_autoptr(OcopStatistics) statistics = ocop_statistics_new (asked->reader, asked->base, grouping, asked->on,
                                                              OCOP_VALIDITY_AS_ASKED, error);

  if (statistics == NULL)
    return FALSE;
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _(grouping->title));
  if (g_str_equal (grouping->name, "star"))
    fill_classes (chart, statistics);
  else
    fill_rows (chart, statistics);
  return TRUE;
}

/* Where the categories are not the classes, the series are. */
static OcopQuery *
behind (const OcopChartMaker *maker,
        const OcopChart      *chart,
        const OcopQuery      *base,
        guint                 series,
        guint                 category)
{
  OcopQuery *query = ocop_query_copy (base);
  const char *path = ocop_statistics_find_grouping (maker->grouping)->path;
  const char *key = ocop_chart_get_category (chart, category)->key;

  if (g_str_equal (key, OCOP_CHART_KEY_UNKNOWN))
    ocop_query_where (query, path, OCOP_OPERATOR_UNKNOWN, NULL);
  else
    ocop_query_where (query, path, OCOP_OPERATOR_IS, key, NULL);
  if (!g_str_equal (path, "star"))
    ocop_chart_where_class (query, series);
  return query;
}

const OcopChartMaker ocop_chart_makers_grouping[] = {
  {
    .about = { "star-distribution", N_("OCOP products by class"), OCOP_CHART_ABOUT_PRODUCTS, TRUE, .of_day = TRUE, .compares = OCOP_CHART_COMPARES_BOTH },
    .kind = OCOP_CHART_BARS,
    .validity = OCOP_VALIDITY_VALID,
    .grouping = "star",
    .fill = fill,
    .behind = behind,
  },
  {
    .about = { "star-ring", N_("Share of each class among OCOP products"), OCOP_CHART_ABOUT_PRODUCTS, TRUE, .of_day = TRUE, .compares = OCOP_CHART_COMPARES_BOTH },
    .kind = OCOP_CHART_RING,
    .validity = OCOP_VALIDITY_VALID,
    .grouping = "star",
    .fill = fill,
    .behind = behind,
  },
  {
    .about = { "by-locality", N_("OCOP products by locality"), OCOP_CHART_ABOUT_PRODUCTS, TRUE, .of_day = TRUE, .compares = OCOP_CHART_COMPARES_BOTH },
    .kind = OCOP_CHART_STACKED_ROWS,
    .validity = OCOP_VALIDITY_VALID,
    .grouping = "locality",
    .rest = N_("Other localities"),
    .fill = fill,
    .behind = behind,
  },
  {
    .about = { "by-sector", N_("OCOP products by sector"), OCOP_CHART_ABOUT_PRODUCTS, TRUE, .of_day = TRUE, .compares = OCOP_CHART_COMPARES_BOTH },
    .kind = OCOP_CHART_STACKED_ROWS,
    .validity = OCOP_VALIDITY_VALID,
    .grouping = "sector",
    .rest = N_("Other sectors"),
    .fill = fill,
    .behind = behind,
  },
  {
    .about = { "by-set", N_("OCOP products by criteria set"), OCOP_CHART_ABOUT_PRODUCTS, TRUE, .of_day = TRUE, .compares = OCOP_CHART_COMPARES_BOTH },
    .kind = OCOP_CHART_STACKED_ROWS,
    .validity = OCOP_VALIDITY_VALID,
    .grouping = "set",
    .rest = N_("Other criteria sets"),
    .fill = fill,
    .behind = behind,
  },
  {
    .about = { "by-kind", N_("OCOP products by kind of producer"), OCOP_CHART_ABOUT_PRODUCTS, TRUE, .of_day = TRUE, .compares = OCOP_CHART_COMPARES_BOTH },
    .kind = OCOP_CHART_STACKED_ROWS,
    .validity = OCOP_VALIDITY_VALID,
    .grouping = "kind",
    .fill = fill,
    .behind = behind,
  },
  {
    .about = { "by-women", N_("OCOP products by who leads the producer"), OCOP_CHART_ABOUT_PRODUCTS, TRUE, .of_day = TRUE, .compares = OCOP_CHART_COMPARES_BOTH },
    .kind = OCOP_CHART_STACKED_ROWS,
    .validity = OCOP_VALIDITY_VALID,
    .grouping = "women",
    .fill = fill,
    .behind = behind,
  },
  {
    .about = { "by-trade", N_("OCOP products by key trade"), OCOP_CHART_ABOUT_PRODUCTS, TRUE, .of_day = TRUE, .compares = OCOP_CHART_COMPARES_BOTH },
    .kind = OCOP_CHART_STACKED_ROWS,
    .validity = OCOP_VALIDITY_VALID,
    .grouping = "trade",
    .rest = N_("Other trades"),
    .fill = fill,
    .behind = behind,
  },
  {
    .about = { "by-year", N_("OCOP products by year of recognition"), OCOP_CHART_ABOUT_TIME, TRUE, .compares = OCOP_CHART_COMPARES_PLACES },
    .kind = OCOP_CHART_STACKED_BARS,
    .validity = OCOP_VALIDITY_RECORDED,
    .grouping = "year",
    .fill = fill,
    .behind = behind,
  },
  { { NULL } }
};
