/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-data.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "chart/ocop-chart-geometry.h"
#include "report/chart/ocop-chart-maker-private.h"
#include "report/ocop-report-scope.h"
#include "report/plan/ocop-plan-chart.h"

#define PRODUCTS(name, title, kind, grouping, rest) \
  { { name, title, OCOP_CHART_ABOUT_PRODUCTS, TRUE }, kind, OCOP_VALIDITY_VALID, grouping, rest, \
    ocop_chart_fill_grouping, ocop_chart_behind_grouping }

static const OcopChartMaker makers[] = {
  PRODUCTS ("star-distribution", N_("OCOP products by class"), OCOP_CHART_BARS, "star", NULL),
  PRODUCTS ("star-ring", N_("Share of each class among OCOP products"), OCOP_CHART_RING, "star", NULL),
  PRODUCTS ("by-locality", N_("OCOP products by locality"), OCOP_CHART_STACKED_ROWS, "locality", N_("Other localities")),
  PRODUCTS ("by-sector", N_("OCOP products by sector"), OCOP_CHART_STACKED_ROWS, "sector", N_("Other sectors")),
  PRODUCTS ("by-set", N_("OCOP products by criteria set"), OCOP_CHART_STACKED_ROWS, "set", N_("Other criteria sets")),
  PRODUCTS ("by-kind", N_("OCOP products by kind of producer"), OCOP_CHART_STACKED_ROWS, "kind", NULL),
  PRODUCTS ("by-women", N_("OCOP products by who leads the producer"), OCOP_CHART_STACKED_ROWS, "women", NULL),
  PRODUCTS ("by-trade", N_("OCOP products by key trade"), OCOP_CHART_STACKED_ROWS, "trade", N_("Other trades")),
  { { "by-year", N_("OCOP products by year of recognition"), OCOP_CHART_ABOUT_TIME, TRUE }, OCOP_CHART_STACKED_BARS,
    OCOP_VALIDITY_RECORDED, "year", NULL, ocop_chart_fill_grouping, ocop_chart_behind_grouping },
  { { "stock", N_("Valid OCOP products over time"), OCOP_CHART_ABOUT_TIME, TRUE }, OCOP_CHART_AREA,
    OCOP_VALIDITY_VALID, NULL, NULL, ocop_chart_fill_stock, ocop_chart_behind_stock },
  { { "expiring-by-month", N_("OCOP certificates by month of expiry"), OCOP_CHART_ABOUT_TIME, TRUE }, OCOP_CHART_STACKED_BARS,
    OCOP_VALIDITY_VALID, NULL, NULL, ocop_chart_fill_expiring, ocop_chart_behind_expiring },
  { { "round-funnel", N_("How far the dossiers of the year's rounds came"), OCOP_CHART_ABOUT_ROUND, TRUE }, OCOP_CHART_FUNNEL,
    OCOP_VALIDITY_AS_ASKED, NULL, NULL, ocop_chart_fill_funnel, ocop_chart_behind_funnel },
  { { "round-scores", N_("Points of the year's recognitions"), OCOP_CHART_ABOUT_ROUND, TRUE }, OCOP_CHART_HISTOGRAM,
    OCOP_VALIDITY_AS_ASKED, NULL, NULL, ocop_chart_fill_scores, ocop_chart_behind_scores },
  { { "round-moves", N_("Classes before and after the year's decisions"), OCOP_CHART_ABOUT_ROUND, TRUE }, OCOP_CHART_FLOWS,
    OCOP_VALIDITY_AS_ASKED, NULL, NULL, ocop_chart_fill_moves },
  { { "session-members", N_("What the members gave to each product"), OCOP_CHART_ABOUT_ROUND, FALSE, N_("Session") }, OCOP_CHART_DOTS,
    OCOP_VALIDITY_VALID, NULL, NULL, ocop_chart_fill_members, NULL, ocop_chart_read_sessions },
  { { "session-minima", N_("Minima that products fell short of"), OCOP_CHART_ABOUT_ROUND, FALSE, N_("Session") }, OCOP_CHART_ROWS,
    OCOP_VALIDITY_VALID, NULL, N_("Other criteria"), ocop_chart_fill_minima, NULL, ocop_chart_read_sessions },
  { { "plan-targets", N_("How far the plan's targets are reached"), OCOP_CHART_ABOUT_PLAN }, OCOP_CHART_BULLET,
    OCOP_VALIDITY_VALID, NULL, NULL, ocop_plan_chart_fill_targets },
  { { "plan-localities", N_("Localities against what the plan asks of each"), OCOP_CHART_ABOUT_PLAN, FALSE, N_("Target") },
    OCOP_CHART_STACKED_ROWS, OCOP_VALIDITY_VALID, NULL, NULL, ocop_plan_chart_fill_localities, NULL, ocop_plan_chart_read_targets },
  { { "plan-months", N_("Products recognised by month, and a year before"), OCOP_CHART_ABOUT_PLAN }, OCOP_CHART_BARS,
    OCOP_VALIDITY_VALID, NULL, NULL, ocop_plan_chart_fill_months },
};

guint
ocop_chart_data_n_names (void)
{
  return G_N_ELEMENTS (makers);
}

const OcopChartName *
ocop_chart_data_get_name (guint place)
{
  g_return_val_if_fail (place < G_N_ELEMENTS (makers), NULL);

  return &makers[place].about;
}

const char *
ocop_chart_heading_title (OcopChartHeading heading)
{
  static const char *const titles[OCOP_CHART_N_HEADINGS] = {
    N_("Products"), N_("Over time"), N_("Rounds of evaluation"), N_("The plan"), N_("The work"),
  };

  g_return_val_if_fail (heading < OCOP_CHART_N_HEADINGS, NULL);

  return _(titles[heading]);
}

static void
subject_free (gpointer data)
{
  OcopChartSubject *subject = data;

  g_free (subject->key);
  g_free (subject->title);
  g_free (subject);
}

GPtrArray *
ocop_chart_subjects_new (void)
{
  return g_ptr_array_new_with_free_func (subject_free);
}

void
ocop_chart_subjects_add (GPtrArray  *subjects,
                         const char *key,
                         const char *title)
{
  OcopChartSubject *subject = g_new (OcopChartSubject, 1);

  *subject = (OcopChartSubject) { g_strdup (key), g_strdup (title) };
  g_ptr_array_add (subjects, subject);
}

static const OcopChartMaker *
find_maker (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_strcmp0 (makers[i].about.name, name) == 0)
      return &makers[i];
  return NULL;
}

static gboolean
describe (OcopChart             *chart,
          const OcopChartAsked  *asked,
          GError               **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (asked->reader, error);
  const char *name;

  if (office == NULL)
    return FALSE;
  name = ocop_record_get_text (office, "name");
  ocop_chart_set_as_of (chart, asked->on);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, _("Number of products"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, _("products"));
  if (name != NULL)
    ocop_chart_set_text (chart, OCOP_CHART_TEXT_SOURCE, name);
  if (asked->maker->rest != NULL)
    ocop_chart_set_text (chart, OCOP_CHART_TEXT_REST, _(asked->maker->rest));
  if (ocop_record_get_integer (office, "practice", 0) != 0)
    ocop_chart_set_flags (chart, OCOP_CHART_PRACTICE);
  return TRUE;
}

/* A chart of some of the products must not pass for one of all. */
static void
describe_scope (OcopChart            *chart,
                const OcopChartAsked *asked)
{
  g_autofree char *text = ocop_report_describe_scope (asked->reader, asked->base);
  g_autofree char *both = NULL;

  if (text == NULL)
    return;
  /* Behind the days that it tells of, where it tells of some. */
  both = g_strdup_printf ("%s · %s", ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE), text);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, *ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE) != '\0' ? both : text);
}

OcopChart *
ocop_chart_data_new (OcopReader            *reader,
                     const char            *name,
                     const OcopChartScope  *scope,
                     GError               **error)
{
  const OcopChartMaker *maker = find_maker (name);
  g_autoptr(OcopChart) chart = NULL;
  g_autoptr(OcopQuery) base = NULL;
  OcopChartAsked asked;

  if (maker == NULL)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("There is no chart “%s”"), name);
      return NULL;
    }
  if (scope->subject != NULL && maker->read_subjects == NULL)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("The chart “%s” is of nothing that can be chosen"), name);
      return NULL;
    }
  base = scope->base != NULL ? ocop_query_copy (scope->base) : ocop_chart_data_query_base (name);
  asked = (OcopChartAsked) { maker, reader, base, scope->on, scope->subject };
  chart = ocop_chart_new (maker->kind, _(maker->about.title));
  if (!describe (chart, &asked, error) || !maker->fill (chart, &asked, error))
    return NULL;
  if (maker->about.of_products)
    describe_scope (chart, &asked);
  return g_steal_pointer (&chart);
}

const OcopChartName *
ocop_chart_data_find_name (const char *name)
{
  const OcopChartMaker *maker = find_maker (name);

  return maker != NULL ? &maker->about : NULL;
}

GPtrArray *
ocop_chart_data_read_subjects (OcopReader  *reader,
                               const char  *name,
                               OcopDate     on,
                               GError     **error)
{
  const OcopChartMaker *maker = find_maker (name);

  g_return_val_if_fail (maker != NULL, NULL);
  return maker->read_subjects != NULL ? maker->read_subjects (reader, on, error) : ocop_chart_subjects_new ();
}

OcopQuery *
ocop_chart_data_query_base (const char *name)
{
  const OcopChartMaker *maker = find_maker (name);
  OcopQuery *query;

  g_return_val_if_fail (maker != NULL, NULL);
  query = ocop_query_new ("product");
  ocop_statistics_where_validity (query, maker->validity);
  return query;
}

OcopQuery *
ocop_chart_data_query_mark (const char      *name,
                            const OcopChart *chart,
                            const OcopQuery *base,
                            guint            series,
                            int              category)
{
  const OcopChartMaker *maker = find_maker (name);
  g_autoptr(OcopQuery) query = NULL;

  g_return_val_if_fail (maker != NULL, NULL);
  if (category == OCOP_CHART_REST || maker->behind == NULL)
    return NULL;
  query = ocop_query_copy (base);
  ocop_query_set_on (query, ocop_chart_get_as_of (chart));
  return maker->behind (maker, chart, query, series, (guint) category);
}
