/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-query.h"

#include "chart/ocop-chart-geometry.h"
#include "report/ocop-statistics.h"

/* What the categories of each chart are; their series are classes wherever the categories are not. */
static const struct
{
  const char *chart;
  const char *path;
  OcopValidity validity;
} subjects[] = {
  { "star-distribution", "star", OCOP_VALIDITY_VALID },
  { "star-ring", "star", OCOP_VALIDITY_VALID },
  { "by-locality", "locality", OCOP_VALIDITY_VALID },
  { "by-sector", "sector", OCOP_VALIDITY_VALID },
  { "by-year", "year", OCOP_VALIDITY_RECORDED },
  { "expiring-by-month", "valid_until", OCOP_VALIDITY_VALID },
};

static guint
find_subject (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (subjects[i].chart, name))
      return i;
  g_return_val_if_reached (0);
}

OcopQuery *
desk_chart_query_base (const char *name)
{
  OcopQuery *query = ocop_query_new ("product");

  ocop_statistics_where_validity (query, subjects[find_subject (name)].validity);
  return query;
}

/* @month: "2027-03" */
static void
where_month (OcopQuery  *query,
             const char *path,
             const char *month)
{
  g_autofree char *first = g_strconcat (month, "-01", NULL);
  char last[OCOP_DATE_TEXT_SIZE];
  OcopDate day;

  ocop_date_parse (first, &day);
  ocop_date_to_text (ocop_date_add_days (ocop_date_add_months (day, 1), -1), last);
  ocop_query_where (query, path, OCOP_OPERATOR_BETWEEN, first, last, NULL);
}

OcopQuery *
desk_chart_query_mark (const char      *name,
                       const OcopChart *chart,
                       const OcopQuery *base,
                       guint            series,
                       int              category)
{
  const char *path = subjects[find_subject (name)].path;
  OcopQuery *query;
  const char *key;

  if (category == OCOP_CHART_REST)
    return NULL;
  query = ocop_query_copy (base);
  key = ocop_chart_get_category (chart, category)->key;
  if (*key == '\0')
    ocop_query_where (query, path, OCOP_OPERATOR_UNKNOWN, NULL);
  else if (g_str_equal (path, "valid_until"))
    where_month (query, path, key);
  else
    ocop_query_where (query, path, OCOP_OPERATOR_IS, key, NULL);
  if (!g_str_equal (path, "star") && series != OCOP_CHART_ALL_SERIES)
    ocop_query_where (query, "star", OCOP_OPERATOR_IS, ocop_statistics_star_key (series), NULL);
  return query;
}
