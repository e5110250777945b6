/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-chart-data.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "chart/ocop-chart-geometry.h"
#include "report/ocop-report-scope.h"
#include "report/ocop-statistics.h"
#include "report/plan/ocop-plan-chart.h"

#define MONTHS_AHEAD 24

static const OcopChartRole star_roles[OCOP_N_STARS] = {
  OCOP_CHART_ROLE_STAR3,
  OCOP_CHART_ROLE_STAR4,
  OCOP_CHART_ROLE_POTENTIAL5,
  OCOP_CHART_ROLE_STAR5,
};

/* How each chart is made: of the statistics by @grouping; without a grouping by month of expiry, or of the plan. */
typedef struct
{
  OcopChartKind kind;
  const char *grouping;
  OcopValidity validity;
  const char *rest;
} Recipe;

static const OcopChartName names[] = {
  { "star-distribution", N_("OCOP products by class") },
  { "star-ring", N_("Share of each class among OCOP products") },
  { "by-locality", N_("OCOP products by locality") },
  { "by-sector", N_("OCOP products by sector") },
  { "by-year", N_("OCOP products by year of recognition") },
  { "expiring-by-month", N_("OCOP certificates by month of expiry") },
  { "plan-targets", N_("How far the plan's targets are reached") },
  { "plan-localities", N_("Localities against what the plan asks of each") },
  { "plan-months", N_("Products recognised by month, and a year before") },
  { NULL }
};

static const Recipe recipes[] = {
  { OCOP_CHART_BARS, "star", OCOP_VALIDITY_VALID },
  { OCOP_CHART_RING, "star", OCOP_VALIDITY_VALID },
  { OCOP_CHART_STACKED_ROWS, "locality", OCOP_VALIDITY_VALID, N_("Other localities") },
  { OCOP_CHART_STACKED_ROWS, "sector", OCOP_VALIDITY_VALID, N_("Other sectors") },
  { OCOP_CHART_STACKED_BARS, "year", OCOP_VALIDITY_RECORDED },
  { OCOP_CHART_STACKED_BARS, NULL, OCOP_VALIDITY_VALID },
  { OCOP_CHART_STACKED_ROWS, NULL, OCOP_VALIDITY_VALID },
  { OCOP_CHART_STACKED_ROWS, NULL, OCOP_VALIDITY_VALID },
  { OCOP_CHART_BARS, NULL, OCOP_VALIDITY_VALID },
};

const OcopChartName *
ocop_chart_data_names (void)
{
  return names;
}

static const Recipe *
find_recipe (const char *name)
{
  /* A chart of one of several targets has its choice behind its name. */
  gsize length = name == NULL ? 0 : ocop_plan_chart_is_of_target (name) ? strcspn (name, ":") : strlen (name);

  for (guint i = 0; i < G_N_ELEMENTS (recipes) && length > 0; i++)
    if (strlen (names[i].name) == length && strncmp (names[i].name, name, length) == 0)
      return &recipes[i];
  return NULL;
}

/* The field that a chart's categories are values of, or months in. */
static const char *
find_path (const Recipe *recipe)
{
  return recipe->grouping != NULL ? ocop_statistics_find_grouping (recipe->grouping)->path : "valid_until";
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
add_class_series (OcopChart *chart)
{
  for (guint i = 0; i < OCOP_N_STARS; i++)
    ocop_chart_add_series (chart, ocop_statistics_star_title (i), star_roles[i]);
}

static void
fill_rows (OcopChart            *chart,
           const OcopStatistics *statistics)
{
  add_class_series (chart);
  for (guint i = 0; i < statistics->rows->len; i++)
    {
      const OcopStatisticsRow *row = statistics->rows->pdata[i];
      guint category = ocop_chart_add_category (chart, row->key != NULL ? row->key : "", row->label,
                                                OCOP_CHART_ROLE_INHERIT);

      for (guint star = 0; star < OCOP_N_STARS; star++)
        ocop_chart_set_value (chart, star, category, row->stars[star]);
    }
}

static gboolean
fill_by_grouping (OcopChart        *chart,
                  OcopReader       *reader,
                  const Recipe     *recipe,
                  const OcopQuery  *base,
                  OcopDate          on,
                  GError          **error)
{
  const OcopStatisticsGrouping *grouping = ocop_statistics_find_grouping (recipe->grouping);
  g_autoptr(OcopStatistics) statistics = ocop_statistics_new (reader, base, grouping, on, OCOP_VALIDITY_AS_ASKED, error);

  if (statistics == NULL)
    return FALSE;
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _(grouping->title));
  if (g_str_equal (grouping->name, "star"))
    fill_classes (chart, statistics);
  else
    fill_rows (chart, statistics);
  return TRUE;
}

static void
add_months (OcopChart *chart,
            OcopDate   first)
{
  for (int i = 0; i <= MONTHS_AHEAD; i++)
    {
      OcopDate month = ocop_date_add_months (first, i);
      g_autofree char *key = g_strdup_printf ("%04d-%02d", month.year, month.month);
      g_autofree char *label = g_strdup_printf ("%02d/%04d", month.month, month.year);
      guint category = ocop_chart_add_category (chart, key, label, OCOP_CHART_ROLE_INHERIT);

      for (guint star = 0; star < OCOP_N_STARS; star++)
        ocop_chart_set_value (chart, star, category, 0);
    }
}

/* @groups: days of expiry × classes. */
static void
fill_months (OcopChart      *chart,
             const OcopRows *groups,
             OcopDate        first)
{
  for (guint i = 0; i < ocop_rows_get_n_rows (groups); i++)
    {
      const char *star_key = ocop_rows_get_text (groups, i, 2);
      gint64 number = ocop_rows_get_integer (groups, i, 4);
      OcopDate until;
      guint month;

      ocop_date_parse (ocop_rows_get_text (groups, i, 0), &until);
      if (!ocop_date_is_day (until))
        continue;
      month = (guint) ((until.year - first.year) * 12 + until.month - first.month);
      for (guint star = 0; star < OCOP_N_STARS; star++)
        if (g_strcmp0 (star_key, ocop_statistics_star_key (star)) == 0)
          ocop_chart_set_value (chart, star, month, ocop_chart_get_value (chart, star, month) + number);
    }
}

static gboolean
fill_by_month (OcopChart        *chart,
               OcopReader       *reader,
               const OcopQuery  *base,
               OcopDate          on,
               GError          **error)
{
  g_autoptr(OcopQuery) query = ocop_query_copy (base);
  g_autoptr(OcopRows) groups = NULL;
  OcopDate first = ocop_date_new (on.year, on.month, 1);
  OcopDate last = ocop_date_add_days (ocop_date_add_months (first, MONTHS_AHEAD + 1), -1);
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

  ocop_query_set_on (query, on);
  ocop_query_where (query, "valid_until", OCOP_OPERATOR_BETWEEN,
                    ocop_date_to_text (on, from), ocop_date_to_text (last, until), NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  ocop_query_group_by (query, "valid_until", "star");
  groups = ocop_reader_groups (reader, query, error);
  if (groups == NULL)
    return FALSE;
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Month of expiry"));
  add_class_series (chart);
  add_months (chart, first);
  fill_months (chart, groups, first);
  return TRUE;
}

static gboolean
describe (OcopChart    *chart,
          OcopReader   *reader,
          const Recipe *recipe,
          OcopDate      on,
          GError      **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  const char *name;

  if (office == NULL)
    return FALSE;
  name = ocop_record_get_text (office, "name");
  ocop_chart_set_as_of (chart, on);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, _("Number of products"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, _("products"));
  if (name != NULL)
    ocop_chart_set_text (chart, OCOP_CHART_TEXT_SOURCE, name);
  if (recipe->rest != NULL)
    ocop_chart_set_text (chart, OCOP_CHART_TEXT_REST, _(recipe->rest));
  if (ocop_record_get_integer (office, "practice", 0) != 0)
    ocop_chart_set_flags (chart, OCOP_CHART_PRACTICE);
  return TRUE;
}

/* A chart of some of the products must not pass for one of all. */
static void
describe_scope (OcopChart       *chart,
                OcopReader      *reader,
                const OcopQuery *base)
{
  g_autofree char *text = ocop_report_describe_scope (reader, base);

  if (text != NULL)
    ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, text);
}

OcopChart *
ocop_chart_data_new (OcopReader       *reader,
                     const char       *name,
                     const OcopQuery  *base,
                     OcopDate          on,
                     GError          **error)
{
  g_autoptr(OcopChart) chart = NULL;
  g_autoptr(OcopQuery) query = NULL;
  const Recipe *recipe = find_recipe (name);
  gboolean filled;

  if (recipe == NULL)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("There is no chart “%s”"), name);
      return NULL;
    }
  query = base != NULL ? ocop_query_copy (base) : ocop_chart_data_query_base (name);
  chart = ocop_chart_new (recipe->kind, _(names[recipe - recipes].title));
  if (!describe (chart, reader, recipe, on, error))
    return NULL;
  if (ocop_plan_chart_is (name))
    return ocop_plan_chart_fill (chart, name, reader, on, error) ? g_steal_pointer (&chart) : NULL;
  filled = recipe->grouping != NULL ? fill_by_grouping (chart, reader, recipe, query, on, error)
                                    : fill_by_month (chart, reader, query, on, error);
  describe_scope (chart, reader, query);
  return filled ? g_steal_pointer (&chart) : NULL;
}

OcopQuery *
ocop_chart_data_query_base (const char *name)
{
  const Recipe *recipe = find_recipe (name);
  OcopQuery *query;

  g_return_val_if_fail (recipe != NULL, NULL);
  query = ocop_query_new ("product");
  ocop_statistics_where_validity (query, recipe->validity);
  return query;
}

/* What runs out in a month ("2027-03"), in the first one from the day of the figures on. */
static void
where_month (OcopQuery  *query,
             const char *path,
             const char *month,
             OcopDate    on)
{
  g_autofree char *text = g_strconcat (month, "-01", NULL);
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];
  OcopDate first, last;

  ocop_date_parse (text, &first);
  last = ocop_date_add_days (ocop_date_add_months (first, 1), -1);
  if (ocop_date_compare (first, on) < 0)
    first = on;
  ocop_query_where (query, path, OCOP_OPERATOR_BETWEEN,
                    ocop_date_to_text (first, from), ocop_date_to_text (last, until), NULL);
}

OcopQuery *
ocop_chart_data_query_mark (const char      *name,
                            const OcopChart *chart,
                            const OcopQuery *base,
                            guint            series,
                            int              category)
{
  const Recipe *recipe = find_recipe (name);
  const char *path, *key;
  OcopQuery *query;

  g_return_val_if_fail (recipe != NULL, NULL);
  if (category == OCOP_CHART_REST || ocop_plan_chart_is (name))
    return NULL;
  path = find_path (recipe);
  key = ocop_chart_get_category (chart, (guint) category)->key;
  query = ocop_query_copy (base);
  ocop_query_set_on (query, ocop_chart_get_as_of (chart));
  if (*key == '\0')
    ocop_query_where (query, path, OCOP_OPERATOR_UNKNOWN, NULL);
  else if (recipe->grouping == NULL)
    where_month (query, path, key, ocop_chart_get_as_of (chart));
  else
    ocop_query_where (query, path, OCOP_OPERATOR_IS, key, NULL);
  /* Where the categories are not the classes, the series are. */
  if (!g_str_equal (path, "star"))
    ocop_query_where (query, "star", OCOP_OPERATOR_IS, ocop_statistics_star_key (series), NULL);
  return query;
}
