/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-maker-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "chart/ocop-chart-text.h"
#include "plan/ocop-coverage.h"
#include "report/plan/ocop-report-year.h"

/* In the year of the plan, or of the reports, that the day lies in. */
static OcopCoverage *
read_coverage (const OcopChartAsked  *asked,
               const char            *code,
               GError               **error)
{
  OcopReportScope scope = { .on = asked->on };
  g_auto(OcopReportYear) year = { NULL };

  if (!ocop_report_year_read (asked->reader, &scope, &year, error))
    return NULL;
  return ocop_coverage_read (asked->reader, code, year.period, year.until, error);
}

/* Where nothing is to be reached there is nothing to show. */
static gboolean
has_any (const OcopCoverage *coverage,
         guint               place)
{
  for (guint i = 0; i < coverage->works->len; i++)
    if (((const OcopCoverageWork *) coverage->works->pdata[i])->wholes[place] > 0)
      return TRUE;
  return FALSE;
}

static guint
add_locality (OcopChart          *chart,
              const OcopCoverage *coverage,
              guint               place)
{
  const char *id = ocop_coverage_get_id (coverage, place);
  const char *name = *id != '\0' ? ocop_localities_get_name (coverage->localities, place) : C_("group", "Unknown");

  return ocop_chart_add_category (chart, id, name, OCOP_CHART_ROLE_INHERIT);
}

/* A series that opens the records of @query; none where it is %NULL. */
static void
add_series (OcopChart       *chart,
            const char      *name,
            OcopChartRole    role,
            const OcopQuery *query)
{
  guint series = ocop_chart_add_series (chart, name, role);
  g_autofree char *key = query != NULL ? ocop_query_to_json (query) : NULL;

  ocop_chart_set_series_key (chart, series, key);
}

static void
set_shares (OcopChart          *chart,
            const OcopCoverage *coverage,
            guint               place)
{
  guint category = add_locality (chart, coverage, place);

  for (guint i = 0; i < coverage->works->len; i++)
    {
      const OcopCoverageWork *work = coverage->works->pdata[i];
      gint64 share = ocop_coverage_share (work->parts[place], work->wholes[place]);

      if (share >= 0)
        ocop_chart_set_value (chart, i, category, share);
    }
}

/* Behind a share stand the records that it lacks: they are the work that is left. */
static gboolean
fill_shares (OcopChart             *chart,
             const OcopChartAsked  *asked,
             GError               **error)
{
  g_autoptr(OcopCoverage) coverage = read_coverage (asked, NULL, error);

  if (coverage == NULL)
    return FALSE;
  ocop_chart_set_flags (chart, ocop_chart_get_flags (chart) | OCOP_CHART_APART | OCOP_CHART_LEAST_FIRST);
  ocop_chart_set_decimals (chart, 2);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, _("Percent of those with a valid product, or of valid products"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Locality"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, _("Percent"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, "%");
  for (guint i = 0; i < coverage->works->len; i++)
    {
      const OcopCoverageWork *work = coverage->works->pdata[i];
      g_autoptr(OcopQuery) left = ocop_query_new_left_out (work->whole, work->part);

      add_series (chart, work->indicator->title, OCOP_CHART_ROLE_ACCENT, left);
    }
  for (guint place = 0; place < ocop_coverage_get_n_places (coverage); place++)
    if (has_any (coverage, place))
      set_shares (chart, coverage, place);
  return TRUE;
}

static GPtrArray *
read_works (OcopReader  *reader,
            OcopDate     on,
            GError     **error)
{
  g_autoptr(OcopIndicators) indicators = ocop_indicators_read (reader, error);
  g_autoptr(GPtrArray) list = indicators != NULL ? ocop_coverage_list (indicators) : NULL;
  g_autoptr(GPtrArray) subjects = ocop_chart_subjects_new ();

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const OcopIndicator *indicator = list->pdata[i];

      ocop_chart_subjects_add (subjects, indicator->code, indicator->title);
    }
  return list != NULL ? g_steal_pointer (&subjects) : NULL;
}

/* "Producers inspected · all: 45 % (9/20) · none in 3 localities" */
static void
describe_work (OcopChart              *chart,
               const OcopCoverage     *coverage,
               const OcopCoverageWork *work)
{
  gint64 part = 0, whole = 0;
  guint without = 0;
  g_autofree char *share = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < ocop_coverage_get_n_places (coverage); i++)
    {
      part += work->parts[i];
      whole += work->wholes[i];
      without += work->wholes[i] > 0 && work->parts[i] == 0;
    }
  share = ocop_chart_number_to_people (MAX (ocop_coverage_share (part, whole), 0), 2);
  text = g_strdup_printf (_("%s: %s %% of all; none yet in %u localities"), work->indicator->title, share, without);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, whole > 0 ? text : work->indicator->title);
}

/* What a share is of: its unit is "% producers". */
static const char *
unit_of (const OcopIndicator *indicator)
{
  return g_str_has_prefix (indicator->unit, "% ") ? indicator->unit + 2 : "";
}

static void
draw_work (OcopChart              *chart,
           const OcopCoverage     *coverage,
           const OcopCoverageWork *work)
{
  g_autoptr(OcopQuery) left = ocop_query_new_left_out (work->whole, work->part);

  describe_work (chart, coverage, work);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, unit_of (work->indicator));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, unit_of (work->indicator));
  add_series (chart, C_("coverage", "Reached"), OCOP_CHART_ROLE_ACCENT, work->part);
  add_series (chart, C_("coverage", "Not yet reached"), OCOP_CHART_ROLE_WARNING, left);
  for (guint place = 0; place < ocop_coverage_get_n_places (coverage); place++)
    if (work->wholes[place] > 0)
      {
        guint category = add_locality (chart, coverage, place);

        ocop_chart_set_value (chart, 0, category, work->parts[place]);
        ocop_chart_set_value (chart, 1, category, work->wholes[place] - work->parts[place]);
      }
}

/* The subject, or the first of them. */
static char *
choose_work (const OcopChartAsked  *asked,
             GError               **error)
{
  g_autoptr(GPtrArray) subjects = read_works (asked->reader, asked->on, error);

  for (guint i = 0; subjects != NULL && i < subjects->len; i++)
    {
      const OcopChartSubject *subject = subjects->pdata[i];

      if (asked->subject == NULL || g_str_equal (subject->key, asked->subject))
        return g_strdup (subject->key);
    }
  if (subjects != NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("No coverage is counted by the indicator “%s”"),
                 asked->subject != NULL ? asked->subject : "");
  return NULL;
}

static gboolean
fill_work (OcopChart             *chart,
           const OcopChartAsked  *asked,
           GError               **error)
{
  g_autofree char *code = choose_work (asked, error);
  g_autoptr(OcopCoverage) coverage = code != NULL ? read_coverage (asked, code, error) : NULL;

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Locality"));
  if (coverage != NULL)
    draw_work (chart, coverage, coverage->works->pdata[0]);
  return coverage != NULL;
}

static OcopQuery *
behind (const OcopChartMaker *maker,
        const OcopChart      *chart,
        const OcopQuery      *base,
        guint                 series,
        guint                 category)
{
  const char *key = ocop_chart_get_series (chart, series)->key;
  const char *locality = ocop_chart_get_category (chart, category)->key;
  g_autoptr(OcopQuery) query = key != NULL ? ocop_query_from_json (key, NULL) : NULL;

  if (query == NULL)
    return NULL;
  if (*locality == '\0')
    ocop_query_where (query, ocop_query_get_group (query), OCOP_OPERATOR_UNKNOWN, NULL);
  else
    ocop_query_where (query, ocop_query_get_group (query), OCOP_OPERATOR_WITHIN, locality, NULL);
  return ocop_query_new_behind (query);
}

const OcopChartMaker ocop_chart_makers_coverage[] = {
  {
    .about = { "coverage", N_("How far the work has reached, by locality"), OCOP_CHART_ABOUT_WORK },
    .kind = OCOP_CHART_HEAT,
    .validity = OCOP_VALIDITY_VALID,
    .rest = N_("Other localities"),
    .fill = fill_shares,
    .behind = behind,
    .figure = OCOP_CHART_FIGURE_SHARE,
  },
  {
    .about = { "coverage-localities", N_("Reached and not yet reached, by locality"), OCOP_CHART_ABOUT_WORK, FALSE, N_("Kind of work") },
    .kind = OCOP_CHART_STACKED_ROWS,
    .validity = OCOP_VALIDITY_VALID,
    .rest = N_("Other localities"),
    .fill = fill_work,
    .behind = behind,
    .read_subjects = read_works,
  },
  { { NULL } }
};
