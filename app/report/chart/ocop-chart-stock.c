/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-maker-private.h"

#include <glib/gi18n.h>

#define QUARTERS_BACK 12
#define QUARTERS_AHEAD 12

/* The day of the figures, and the last days of quarters before and after it: what is to come is what stays by the decisions
 * that are entered, later ones than that day among them. */
static void
add_days (OcopChart *chart,
          OcopDate   on)
{
  OcopDate first = ocop_date_new (on.year, (on.month - 1) / 3 * 3 + 1, 1);
  g_autofree char *own_label = ocop_date_to_people (on);
  gboolean today_is_there = FALSE;

  for (int i = -QUARTERS_BACK + 1; i <= QUARTERS_AHEAD; i++)
    {
      OcopDate day = ocop_date_add_days (ocop_date_add_months (first, i * 3), -1);
      char key[OCOP_DATE_TEXT_SIZE];
      g_autofree char *label = g_strdup_printf ("%02d/%04d", day.month, day.year);

      if (!today_is_there && ocop_date_compare (on, day) <= 0)
        {
          today_is_there = TRUE;
          ocop_chart_set_foreseen (chart, ocop_chart_add_category (chart, ocop_date_to_text (on, key), own_label, OCOP_CHART_ROLE_INHERIT) + 1);
        }
      if (ocop_date_compare (on, day) != 0)
        ocop_chart_add_category (chart, ocop_date_to_text (day, key), label, OCOP_CHART_ROLE_INHERIT);
    }
}

static gboolean
fill (OcopChart             *chart,
      const OcopChartAsked  *asked,
      GError               **error)
{
  g_autoptr(GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_query_free);
  g_autoptr(GPtrArray) answers = NULL;

  ocop_chart_set_flags (chart, ocop_chart_get_flags (chart) | OCOP_CHART_STOCK);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Day"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, _("After the day of the figures: those still valid by the decisions that there are"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_FORESEEN, _("By the decisions that there are"));
  ocop_chart_add_classes (chart);
  add_days (chart, asked->on);
  for (guint i = 0; i < ocop_chart_n_categories (chart); i++)
    g_ptr_array_add (queries, ocop_chart_query_day (asked->base, ocop_chart_get_category (chart, i)->key));
  answers = ocop_chart_survey_classes (asked->reader, queries, error);
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    for (guint star = 0; star < OCOP_N_STARS; star++)
      ocop_chart_set_value (chart, star, i, ocop_chart_count_class (answers->pdata[i], star));
  return answers != NULL;
}

static OcopQuery *
behind (const OcopChartMaker *maker,
        const OcopChart      *chart,
        const OcopQuery      *base,
        guint                 series,
        guint                 category)
{
  OcopQuery *query = ocop_chart_query_day (base, ocop_chart_get_category (chart, category)->key);

  ocop_chart_where_class (query, series);
  return query;
}

const OcopChartMaker ocop_chart_makers_stock[] = {
  {
    .about = { "stock", N_("Valid OCOP products over time"), OCOP_CHART_ABOUT_TIME, TRUE, .compares = OCOP_CHART_COMPARES_PLACES },
    .kind = OCOP_CHART_AREA,
    .validity = OCOP_VALIDITY_VALID,
    .fill = fill,
    .behind = behind,
  },
  { { NULL } }
};
