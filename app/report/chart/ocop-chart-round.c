/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-maker-private.h"

#include <glib/gi18n.h>

#include "law/ocop-law.h"
#include "law/ocop-procedure.h"

/* In hundredths of a point. */
#define MOST_POINTS 10000
#define INTERVAL 500

/* The steps that a funnel shows; who came to a later one came to it. A step that leads aside says nothing of how far. */
static const OcopDossierStep stages[] = {
  OCOP_STEP_IDEA, OCOP_STEP_COMMUNE_RECEIVED, OCOP_STEP_PROVINCE_RECEIVED, OCOP_STEP_COMPLETE, OCOP_STEP_COUNCIL, OCOP_STEP_RECOGNISED,
};

/* Dossiers of the rounds of the year, of the products of @base. */
static OcopQuery *
query_dossiers (const OcopQuery *base,
                OcopDate         on)
{
  OcopQuery *query = ocop_query_new ("dossier");
  g_autofree char *year = g_strdup_printf ("%d", on.year);

  ocop_query_set_on (query, on);
  ocop_query_where (query, "round_year", OCOP_OPERATOR_IS, year, NULL);
  ocop_query_where_linked (query, "product", base);
  return query;
}

/* Those that came to @stage up to the query's day, by what is recorded of their steps. */
static void
where_came_to (OcopQuery       *query,
               OcopDossierStep  stage)
{
  char until[OCOP_DATE_TEXT_SIZE];
  OcopQuery *moves = ocop_query_new ("dossier_move");
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();
  OcopDossierStep last = stage == OCOP_STEP_RECOGNISED ? OCOP_STEP_RECOGNISED : OCOP_STEP_NOT_CLASSED;

  for (OcopDossierStep step = stage; step <= last; step++)
    g_ptr_array_add (keys, (gpointer) ocop_dossier_step_to_key (step));
  g_ptr_array_add (keys, NULL);
  ocop_query_wherev (moves, "step", OCOP_OPERATOR_IS, (const char * const *) keys->pdata);
  ocop_query_where (moves, "moved_on", OCOP_OPERATOR_AT_MOST, ocop_date_to_text (ocop_query_get_on (query), until), NULL);
  ocop_query_has (query, TRUE, moves);
}

static gboolean
fill_funnel (OcopChart             *chart,
             const OcopChartAsked  *asked,
             GError               **error)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("dossier"), "step");

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _(field->title));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, _("Dossiers"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, C_("unit", "dossiers"));
  ocop_chart_add_series (chart, _("Dossiers"), OCOP_CHART_ROLE_STAR4);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      const char *key = ocop_dossier_step_to_key (stages[i]);
      guint category = ocop_chart_add_category (chart, key, ocop_field_choice_title (field, key), OCOP_CHART_ROLE_INHERIT);
      g_autoptr(OcopQuery) query = query_dossiers (asked->base, asked->on);
      gint64 n;

      where_came_to (query, stages[i]);
      n = ocop_reader_measure (asked->reader, query, error);
      if (n < 0)
        return FALSE;
      ocop_chart_set_value (chart, 0, category, n);
    }
  return TRUE;
}

static OcopQuery *
behind_funnel (const OcopChartMaker *maker,
               const OcopChart      *chart,
               const OcopQuery      *base,
               guint                 series,
               guint                 category)
{
  OcopQuery *query = query_dossiers (base, ocop_chart_get_as_of (chart));

  where_came_to (query, stages[category]);
  return query;
}

/* Decided in the calendar year of the day, up to it, with points. */
static OcopQuery *
query_recognitions (const OcopQuery *base,
                    OcopDate         on)
{
  OcopQuery *query = ocop_query_new ("recognition");
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

  ocop_query_set_on (query, on);
  ocop_query_where (query, "decision_date", OCOP_OPERATOR_BETWEEN, ocop_date_to_text (ocop_date_new (on.year, 1, 1), from),
                    ocop_date_to_text (on, until), NULL);
  ocop_query_where (query, "score", OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_where_linked (query, "product", base);
  return query;
}

static OcopChartRole
role_of_stars (guint stars)
{
  switch (stars)
    {
    case 5:
      return OCOP_CHART_ROLE_STAR5;
    case 4:
      return OCOP_CHART_ROLE_STAR4;
    case 3:
      return OCOP_CHART_ROLE_STAR3;
    default:
      return OCOP_CHART_ROLE_NEUTRAL;
    }
}

/* The class that @points reach by the rule book of the day. */
static guint
stars_of_points (const OcopRuleBook *book,
                 guint               points)
{
  for (guint i = 0; i < book->classes->len; i++)
    {
      const OcopStarClass *one = &g_array_index (book->classes, OcopStarClass, i);

      if (points >= one->least_points)
        return one->stars;
    }
  return 0;
}

/* The highest interval holds the most points that there are, too. */
static void
add_intervals (OcopChart          *chart,
               const OcopRuleBook *book)
{
  for (guint from = 0; from < MOST_POINTS; from += INTERVAL)
    {
      g_autofree char *key = g_strdup_printf ("%u", from);
      g_autofree char *label = g_strdup_printf ("%u–%u", from / 100, (from + INTERVAL) / 100);
      guint category = ocop_chart_add_category (chart, key, label, role_of_stars (stars_of_points (book, from)));

      ocop_chart_set_interval (chart, category, from, from + INTERVAL);
      ocop_chart_set_value (chart, 0, category, 0);
    }
  for (guint i = 0; i < book->classes->len; i++)
    {
      const OcopStarClass *one = &g_array_index (book->classes, OcopStarClass, i);
      g_autofree char *label = g_strdup_printf (ngettext ("%u star", "%u stars", one->stars), one->stars);

      if (role_of_stars (one->stars) != OCOP_CHART_ROLE_NEUTRAL)
        ocop_chart_add_level (chart, one->least_points, label, role_of_stars (one->stars));
    }
}

static gboolean
add_score (const OcopValue *values,
           gpointer         data)
{
  OcopChart *chart = data;
  guint category = (guint) CLAMP (values[0].integer / INTERVAL, 0, MOST_POINTS / INTERVAL - 1);

  ocop_chart_set_value (chart, 0, category, ocop_chart_get_value (chart, 0, category) + 1);
  return TRUE;
}

static gboolean
fill_scores (OcopChart             *chart,
             const OcopChartAsked  *asked,
             GError               **error)
{
  static const char * const columns[] = { "score", NULL };
  g_autoptr(OcopQuery) query = query_recognitions (asked->base, asked->on);

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Points"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, _("Recognitions"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, C_("unit", "recognitions"));
  ocop_chart_add_series (chart, _("Recognitions"), OCOP_CHART_ROLE_ACCENT);
  add_intervals (chart, ocop_law_book_on (ocop_law_get_default (), asked->on));
  return ocop_reader_each (asked->reader, query, columns, add_score, chart, error);
}

static OcopQuery *
behind_scores (const OcopChartMaker *maker,
               const OcopChart      *chart,
               const OcopQuery      *base,
               guint                 series,
               guint                 category)
{
  const OcopChartCategory *interval = ocop_chart_get_category (chart, category);
  OcopQuery *query = query_recognitions (base, ocop_chart_get_as_of (chart));
  gboolean is_last = category + 1 == ocop_chart_n_categories (chart);
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, interval->from);
  g_autofree char *until = g_strdup_printf ("%" G_GINT64_FORMAT, is_last ? interval->until : interval->until - 1);

  ocop_query_where (query, "score", OCOP_OPERATOR_BETWEEN, from, until, NULL);
  return query;
}

const OcopChartMaker ocop_chart_makers_round[] = {
  {
    .about = { "round-funnel", N_("How far the dossiers of the year's rounds came"), OCOP_CHART_ABOUT_ROUND, TRUE, .compares = OCOP_CHART_COMPARES_BOTH },
    .kind = OCOP_CHART_FUNNEL,
    .validity = OCOP_VALIDITY_AS_ASKED,
    .fill = fill_funnel,
    .behind = behind_funnel,
  },
  {
    .about = { "round-scores", N_("Points of the year's recognitions"), OCOP_CHART_ABOUT_ROUND, TRUE, .compares = OCOP_CHART_COMPARES_BOTH },
    .kind = OCOP_CHART_HISTOGRAM,
    .validity = OCOP_VALIDITY_AS_ASKED,
    .fill = fill_scores,
    .behind = behind_scores,
  },
  { { NULL } }
};
