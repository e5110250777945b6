/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-session.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

#define HUNDREDTHS_OF_PERCENT 10000

/* How much of the attainable points was reached: what products were given, each to the hundredth that people read. */
typedef struct
{
  gint64 points;
  gint64 attainable;
} Reached;

static void
add_reached (Reached *reached,
             guint    points,
             guint    attainable)
{
  reached->points += points;
  reached->attainable += attainable;
}

static void
set_reached (OcopChart     *chart,
             guint          series,
             guint          category,
             const Reached *reached)
{
  if (reached->attainable > 0)
    ocop_chart_set_value (chart, series, category, reached->points * HUNDREDTHS_OF_PERCENT / reached->attainable);
}

/* @of: (nullable): of which session or set */
static void
describe (OcopChart  *chart,
          const char *of)
{
  g_autofree char *text = of != NULL ? g_strdup_printf ("%s · %s", of, _("Percent of the attainable points")) : NULL;

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, text != NULL ? text : _("Percent of the attainable points"));
  ocop_chart_set_flags (chart, ocop_chart_get_flags (chart) | OCOP_CHART_APART);
  ocop_chart_set_decimals (chart, 2);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, _("Percent of the attainable points"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, "%");
}

/* What the leaves under @criterion were given on average, cut to hundredths. */
static guint
sum_sheet (const OcopScoring   *scoring,
           const guint8        *choices,
           const OcopCriterion *criterion)
{
  guint sum = 0;

  for (guint i = 0; i < criterion->criteria->len; i++)
    sum += sum_sheet (scoring, choices, criterion->criteria->pdata[i]);
  if (criterion->criteria->len > 0 || choices[criterion->place] == OCOP_NOT_SCORED || !ocop_scoring_asks_for (scoring, choices, criterion))
    return sum;
  return ocop_criterion_get_option (criterion, choices[criterion->place])->points;
}

static guint
mean_of (const OcopScoredProduct *product,
         const OcopCriterion     *criterion)
{
  OcopMean mean = { 0 };

  for (guint i = 0; i < product->scoring.n_ballots; i++)
    if (ocop_ballot_counts (&product->ballots[i]))
      {
        mean.sum += sum_sheet (&product->scoring, product->ballots[i].choices, criterion);
        mean.count++;
      }
  return ocop_mean_cut (mean);
}

/* Parts, by criteria set */

typedef struct
{
  OcopChart *chart;
  GArray *reached; /* Reached: OCOP_N_PARTS of each category, and all */
} Parts;

/* As lists and other charts call it: sheets spell some otherwise. */
static const char *
title_of_set (const char *code)
{
  const OcopCriteriaSet *set = ocop_law_find_set (ocop_law_get_default (), code);

  return set != NULL ? set->title : code;
}

static guint
find_set (OcopChart          *chart,
          const OcopCriteria *criteria)
{
  for (guint i = 0; i < ocop_chart_n_categories (chart); i++)
    if (g_str_equal (ocop_chart_get_category (chart, i)->key, criteria->code))
      return i;
  return ocop_chart_add_category (chart, criteria->code, title_of_set (criteria->code), OCOP_CHART_ROLE_INHERIT);
}

static void
add_parts (const OcopScoredProduct *product,
           gpointer                 data)
{
  Parts *parts = data;
  const OcopCriteria *criteria = product->scoring.criteria;
  guint first = find_set (parts->chart, criteria) * (OCOP_N_PARTS + 1);
  guint all = 0;

  if (first >= parts->reached->len)
    g_array_set_size (parts->reached, first + OCOP_N_PARTS + 1);
  for (guint i = 0; i < OCOP_N_PARTS; i++)
    {
      guint most = ((const OcopCriterion *) criteria->parts->pdata[i])->max_points;

      add_reached (&g_array_index (parts->reached, Reached, first + i), ocop_mean_cut (product->verdict->part_means[i]), most);
      all += most;
    }
  add_reached (&g_array_index (parts->reached, Reached, first + OCOP_N_PARTS), ocop_mean_cut (product->verdict->mean), all);
}

static gboolean
has_set (const OcopScoredProduct *product,
         gpointer                 set)
{
  return g_str_equal (product->scoring.criteria->code, set);
}

static OcopQuery *
read_behind_part (const OcopChartAsked  *asked,
                  const OcopChart       *chart,
                  guint                  series,
                  guint                  category,
                  GError               **error)
{
  return ocop_chart_read_dossiers (asked, has_set, ocop_chart_get_category (chart, category)->key, error);
}

static gboolean
fill_parts (OcopChart             *chart,
            const OcopChartAsked  *asked,
            GError               **error)
{
  static const char * const titles[] = { N_("Part A"), N_("Part B"), N_("Part C"), N_("Whole sheet") };
  g_autoptr(GArray) reached = g_array_new (FALSE, TRUE, sizeof (Reached));
  Parts parts = { chart, reached };

  describe (chart, NULL);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Criteria set"));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    ocop_chart_add_series (chart, _(titles[i]), OCOP_CHART_ROLE_ACCENT);
  if (!ocop_chart_each_scored (asked, add_parts, &parts, error))
    return FALSE;
  for (guint i = 0; i < reached->len; i++)
    set_reached (chart, i % G_N_ELEMENTS (titles), i / G_N_ELEMENTS (titles), &g_array_index (reached, Reached, i));
  return TRUE;
}

/* Criteria of one set */

typedef struct
{
  const char *set;
  const OcopCriteria *criteria; /* (nullable): of the products found */
  GArray *reached;              /* Reached: by leaf */
  guint n_products;
  guint asked_for;              /* of the leaves, which mark is asked for */
} Leaves;

static gboolean
is_less (OcopRows *rows,
         guint     a,
         guint     b)
{
  return ocop_rows_get_integer (rows, a, 2) < ocop_rows_get_integer (rows, b, 2);
}

/* The sets by which products of the year were judged, those of the most first. */
static GPtrArray *
read_sets (OcopReader  *reader,
           OcopDate     on,
           GError     **error)
{
  g_autoptr(OcopQuery) query = ocop_chart_query_scored (on);
  g_autoptr(GPtrArray) subjects = ocop_chart_subjects_new ();
  g_autoptr(OcopRows) rows = NULL;
  g_autofree guint *order = NULL;
  guint n;

  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  ocop_query_group_by (query, "criteria_set", NULL);
  rows = ocop_reader_groups (reader, query, error);
  if (rows == NULL)
    return NULL;
  n = ocop_rows_get_n_rows (rows);
  order = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      guint place = i;

      for (; place > 0 && is_less (rows, order[place - 1], i); place--)
        order[place] = order[place - 1];
      order[place] = i;
    }
  for (guint i = 0; i < n; i++)
    {
      const char *code = ocop_rows_get_text (rows, order[i], 0);

      ocop_chart_subjects_add (subjects, code, title_of_set (code));
    }
  return g_steal_pointer (&subjects);
}

/* Of several books of law that have the set, the one by which the latest product was judged. */
static gboolean
is_of_leaves (Leaves                  *leaves,
              const OcopScoredProduct *product)
{
  const OcopCriteria *criteria = product->scoring.criteria;

  if (!g_str_equal (criteria->code, leaves->set) || (leaves->criteria != NULL && leaves->criteria != criteria))
    return FALSE;
  leaves->criteria = criteria;
  return TRUE;
}

/* A criterion of a story that there is not was nowhere to be reached. */
static gboolean
was_asked_for (const OcopScoredProduct *product,
               const OcopCriterion     *leaf)
{
  const OcopBallot *first = product->ballots;

  while (!ocop_ballot_counts (first))
    first++;
  return ocop_scoring_asks_for (&product->scoring, first->choices, leaf);
}

static void
add_leaves (const OcopScoredProduct *product,
            gpointer                 data)
{
  Leaves *leaves = data;

  if (!is_of_leaves (leaves, product))
    return;
  leaves->n_products++;
  g_array_set_size (leaves->reached, leaves->criteria->leaves->len);
  for (guint i = 0; i < leaves->criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = leaves->criteria->leaves->pdata[i];

      if (was_asked_for (product, leaf))
        add_reached (&g_array_index (leaves->reached, Reached, i), mean_of (product, leaf), leaf->max_points);
    }
}

static void
draw_leaves (OcopChart    *chart,
             const Leaves *leaves)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%s: %u product", "%s: %u products", leaves->n_products),
                                           title_of_set (leaves->set), leaves->n_products);

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, text);
  for (guint i = 0; i < leaves->criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = leaves->criteria->leaves->pdata[i];
      g_autofree char *title = ocop_chart_dup_criterion (leaf);
      g_autofree char *label = g_strdup_printf ("%s. %s", leaf->code, title);

      set_reached (chart, 0, ocop_chart_add_category (chart, leaf->code, label, OCOP_CHART_ROLE_INHERIT),
                   &g_array_index (leaves->reached, Reached, i));
    }
}

/* The subject, or the first. @none: (out): whether there is none, which is no failure. */
static char *
choose_set (const OcopChartAsked  *asked,
            gboolean              *none,
            GError               **error)
{
  g_autoptr(GPtrArray) subjects = read_sets (asked->reader, asked->on, error);

  *none = subjects != NULL && subjects->len == 0 && asked->subject == NULL;
  for (guint i = 0; subjects != NULL && i < subjects->len; i++)
    {
      const OcopChartSubject *subject = subjects->pdata[i];

      if (asked->subject == NULL || g_str_equal (subject->key, asked->subject))
        return g_strdup (subject->key);
    }
  if (subjects != NULL && !*none)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("No product of the year was judged by the criteria set “%s”"), asked->subject);
  return NULL;
}

static gboolean
fill_leaves (OcopChart             *chart,
             const OcopChartAsked  *asked,
             GError               **error)
{
  gboolean none;
  g_autofree char *set = choose_set (asked, &none, error);
  g_autoptr(GArray) reached = g_array_new (FALSE, TRUE, sizeof (Reached));
  Leaves leaves = { .set = set, .reached = reached };

  describe (chart, NULL);
  /* A sheet has more criteria than a slide has rows: those that products fall short of are the ones to talk of. */
  ocop_chart_set_flags (chart, ocop_chart_get_flags (chart) | OCOP_CHART_LEAST_FIRST);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Criterion"));
  ocop_chart_add_series (chart, _("Percent of the attainable points"), OCOP_CHART_ROLE_ACCENT);
  if (set == NULL)
    return none;
  if (!ocop_chart_each_scored (asked, add_leaves, &leaves, error))
    return FALSE;
  if (leaves.criteria != NULL)
    draw_leaves (chart, &leaves);
  return TRUE;
}

static gboolean
has_leaf (const OcopScoredProduct *product,
          gpointer                 data)
{
  Leaves *leaves = data;

  return is_of_leaves (leaves, product) && was_asked_for (product, leaves->criteria->leaves->pdata[leaves->asked_for]);
}

static OcopQuery *
read_behind_leaf (const OcopChartAsked  *asked,
                  const OcopChart       *chart,
                  guint                  series,
                  guint                  category,
                  GError               **error)
{
  gboolean none;
  g_autofree char *set = choose_set (asked, &none, error);
  Leaves leaves = { .set = set, .asked_for = category };

  return set != NULL ? ocop_chart_read_dossiers (asked, has_leaf, &leaves, error) : NULL;
}

/* Criteria of the products of one session */

static void
add_product (OcopChart               *chart,
             const OcopScoredProduct *product)
{
  guint series = ocop_chart_add_series (chart, product->name, OCOP_CHART_ROLE_ACCENT);
  const GPtrArray *parts = product->scoring.criteria->parts;

  ocop_chart_set_series_key (chart, series, product->dossier);
  for (guint i = 0; i < parts->len; i++)
    {
      const OcopCriterion *part = parts->pdata[i];

      for (guint j = 0; j < part->criteria->len; j++)
        {
          const OcopCriterion *criterion = part->criteria->pdata[j];
          const Reached reached = { mean_of (product, criterion), criterion->max_points };

          set_reached (chart, series, ocop_chart_find_criterion (chart, criterion), &reached);
        }
    }
}

static gboolean
fill_session (OcopChart             *chart,
              const OcopChartAsked  *asked,
              GError               **error)
{
  gboolean none;
  g_autoptr(OcopSessionScores) session = ocop_chart_read_session (asked, &none, error);

  describe (chart, NULL);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Criterion"));
  if (session == NULL)
    return none;
  describe (chart, ocop_record_get_text (session->session->record, "name"));
  for (guint i = 0; i < session->products->len; i++)
    if (ocop_scored_product_is_complete (session->products->pdata[i]))
      add_product (chart, session->products->pdata[i]);
  return TRUE;
}

static OcopQuery *
behind_product (const OcopChartMaker *maker,
                const OcopChart      *chart,
                const OcopQuery      *base,
                guint                 series,
                guint                 category)
{
  return ocop_chart_query_dossier (ocop_chart_get_as_of (chart), ocop_chart_get_series (chart, series)->key);
}

const OcopChartMaker ocop_chart_makers_points[] = {
  {
    .about = { "round-parts", N_("Points of the year's products, by part of the sheet"), OCOP_CHART_ABOUT_ROUND },
    .kind = OCOP_CHART_HEAT,
    .validity = OCOP_VALIDITY_VALID,
    .rest = N_("Other criteria sets"),
    .fill = fill_parts,
    .read_behind = read_behind_part,
    .figure = OCOP_CHART_FIGURE_MEAN,
  },
  {
    .about = { "round-criteria", N_("Points of the year's products, by criterion"), OCOP_CHART_ABOUT_ROUND, FALSE, N_("Criteria set") },
    .kind = OCOP_CHART_ROWS,
    .validity = OCOP_VALIDITY_VALID,
    .fill = fill_leaves,
    .rest = N_("Other criteria"),
    .read_subjects = read_sets,
    .read_behind = read_behind_leaf,
    .figure = OCOP_CHART_FIGURE_MEAN,
  },
  {
    .about = { "session-criteria", N_("Points of each product, by criterion"), OCOP_CHART_ABOUT_ROUND, FALSE, N_("Session") },
    .kind = OCOP_CHART_HEAT,
    .validity = OCOP_VALIDITY_VALID,
    .fill = fill_session,
    .behind = behind_product,
    .read_subjects = ocop_chart_read_sessions,
    .figure = OCOP_CHART_FIGURE_MEAN,
  },
  { { NULL } }
};
