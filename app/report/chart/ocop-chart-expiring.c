/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-maker-private.h"

#include <glib/gi18n.h>

#define MONTHS_AHEAD 24

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
fill (OcopChart             *chart,
      const OcopChartAsked  *asked,
      GError               **error)
{
  g_autoptr(OcopQuery) query = ocop_query_copy (asked->base);
  g_autoptr(OcopRows) groups = NULL;
  OcopDate first = ocop_date_new (asked->on.year, asked->on.month, 1);
  OcopDate last = ocop_date_add_days (ocop_date_add_months (first, MONTHS_AHEAD + 1), -1);
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

  ocop_query_set_on (query, asked->on);
  ocop_query_where (query, "valid_until", OCOP_OPERATOR_BETWEEN,
                    ocop_date_to_text (asked->on, from), ocop_date_to_text (last, until), NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  ocop_query_group_by (query, "valid_until", "star");
  groups = ocop_reader_survey_groups (asked->reader, query, error);
  if (groups == NULL)
    return FALSE;
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Month of expiry"));
  ocop_chart_add_classes (chart);
  add_months (chart, first);
  fill_months (chart, groups, first);
  return TRUE;
}

/* What runs out in a month ("2027-03"), in the first one from the day of the figures on. */
static void
where_month (OcopQuery  *query,
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
  ocop_query_where (query, "valid_until", OCOP_OPERATOR_BETWEEN,
                    ocop_date_to_text (first, from), ocop_date_to_text (last, until), NULL);
}

static OcopQuery *
behind (const OcopChartMaker *maker,
        const OcopChart      *chart,
        const OcopQuery      *base,
        guint                 series,
        guint                 category)
{
  OcopQuery *query = ocop_query_copy (base);

  where_month (query, ocop_chart_get_category (chart, category)->key, ocop_chart_get_as_of (chart));
  ocop_chart_where_class (query, series);
  return query;
}

const OcopChartMaker ocop_chart_makers_expiring[] = {
  {
    .about = { "expiring-by-month", N_("OCOP certificates by month of expiry"), OCOP_CHART_ABOUT_TIME, TRUE, .of_day = TRUE, .compares = OCOP_CHART_COMPARES_PLACES },
    .kind = OCOP_CHART_STACKED_BARS,
    .validity = OCOP_VALIDITY_VALID,
    .fill = fill,
    .behind = behind,
  },
  { { NULL } }
};
