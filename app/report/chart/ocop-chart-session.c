/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-session.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "evaluation/ocop-choices.h"

GPtrArray *
ocop_chart_read_sessions (OcopReader  *reader,
                          OcopDate     on,
                          GError     **error)
{
  static const char * const columns[] = { "id", "name", "held_on", NULL };
  g_autoptr(GPtrArray) subjects = ocop_chart_subjects_new ();
  g_autoptr(OcopQuery) query = ocop_query_new ("session");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_set_on (query, on);
  ocop_query_where (query, "state", OCOP_OPERATOR_IS, "open", "closed", NULL);
  ocop_query_order_by (query, "held_on", TRUE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopDate held = { 0 };
      g_autofree char *day = NULL;
      g_autofree char *title = NULL;

      ocop_date_parse (ocop_rows_get_text (rows, i, 2), &held);
      if (ocop_date_compare (held, on) > 0)
        continue;
      day = ocop_date_to_people (held);
      title = g_strdup_printf ("%s (%s)", ocop_rows_get_text (rows, i, 1), day);
      ocop_chart_subjects_add (subjects, ocop_rows_get_text (rows, i, 0), *day != '\0' ? title : ocop_rows_get_text (rows, i, 1));
    }
  return rows != NULL ? g_steal_pointer (&subjects) : NULL;
}

OcopSessionScores *
ocop_chart_read_session (const OcopChartAsked  *asked,
                         gboolean              *none,
                         GError               **error)
{
  g_autoptr(GPtrArray) subjects = ocop_chart_read_sessions (asked->reader, asked->on, error);
  const char *id = asked->subject;

  *none = subjects != NULL && subjects->len == 0;
  if (subjects == NULL || *none)
    return NULL;
  for (guint i = 0; i < subjects->len; i++)
    {
      const OcopChartSubject *subject = subjects->pdata[i];

      if (id == NULL || g_str_equal (subject->key, id))
        return ocop_session_scores_read (asked->reader, subject->key, error);
    }
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("There is no session “%s” that was opened"), id);
  return NULL;
}

/* Sessions of councils in the year of @on, up to it; @path: "" of a session, "session." of what stands on its agenda. */
static void
where_of_year (OcopQuery  *query,
               const char *path,
               OcopDate    on)
{
  g_autofree char *kind = g_strconcat (path, "council.kind", NULL);
  g_autofree char *state = g_strconcat (path, "state", NULL);
  g_autofree char *held_on = g_strconcat (path, "held_on", NULL);
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

  ocop_query_set_on (query, on);
  ocop_query_where (query, kind, OCOP_OPERATOR_IS, "council", NULL);
  ocop_query_where (query, state, OCOP_OPERATOR_IS, "open", "closed", NULL);
  ocop_query_where (query, held_on, OCOP_OPERATOR_BETWEEN, ocop_date_to_text (ocop_date_new (on.year, 1, 1), from),
                    ocop_date_to_text (on, until), NULL);
}

OcopQuery *
ocop_chart_query_scored (OcopDate on)
{
  OcopQuery *query = ocop_query_new ("session_product");

  where_of_year (query, "session.", on);
  return query;
}

/* The latest first. */
static OcopRows *
read_sessions_of_year (const OcopChartAsked  *asked,
                       GError               **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("session");

  where_of_year (query, "", asked->on);
  ocop_query_order_by (query, "held_on", TRUE);
  ocop_query_order_by (query, "id", TRUE);
  return ocop_reader_rows (asked->reader, query, columns, 0, -1, error);
}

gboolean
ocop_chart_each_scored (const OcopChartAsked  *asked,
                        OcopChartScoredFunc    func,
                        gpointer               data,
                        GError               **error)
{
  g_autoptr(OcopRows) sessions = read_sessions_of_year (asked, error);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; sessions != NULL && i < ocop_rows_get_n_rows (sessions); i++)
    {
      g_autoptr(OcopSessionScores) session = ocop_session_scores_read (asked->reader, ocop_rows_get_text (sessions, i, 0), error);

      if (session == NULL)
        return FALSE;
      for (guint j = 0; j < session->products->len; j++)
        {
          const OcopScoredProduct *product = session->products->pdata[j];

          if (ocop_scored_product_is_complete (product) && g_hash_table_add (seen, g_strdup (product->dossier)))
            func (product, data);
        }
    }
  return sessions != NULL;
}

/* The sheets print some of their headings in capitals. */
char *
ocop_chart_dup_criterion (const OcopCriterion *criterion)
{
  g_autofree char *upper = g_utf8_strup (criterion->title, -1);
  const char *second = g_utf8_next_char (criterion->title);
  g_autofree char *first = g_strndup (criterion->title, second - criterion->title);
  g_autofree char *rest = g_utf8_strdown (second, -1);

  return g_str_equal (upper, criterion->title) ? g_strconcat (first, rest, NULL) : g_strdup (criterion->title);
}

guint
ocop_chart_find_criterion (OcopChart           *chart,
                           const OcopCriterion *criterion)
{
  g_autofree char *title = ocop_chart_dup_criterion (criterion);

  for (guint i = 0; i < ocop_chart_n_categories (chart); i++)
    if (g_str_equal (ocop_chart_get_category (chart, i)->label, title))
      return i;
  return ocop_chart_add_category (chart, criterion->code, title, OCOP_CHART_ROLE_INHERIT);
}

/* What a member gave in all, where the sheet counts and is whole: one that is being filled in would stand far from the others. */
static gint64
points_of (const OcopScoredProduct *product,
           guint                    member)
{
  guint parts[OCOP_N_PARTS];
  const OcopBallot *ballot = &product->ballots[member];

  if (!ocop_ballot_counts (ballot) || ocop_choices_count_missing (&product->scoring, ballot->choices) > 0)
    return OCOP_CHART_UNKNOWN;
  return (gint64) ocop_scoring_add_up (&product->scoring, ballot->choices, parts);
}

static void
add_product (OcopChart               *chart,
             const OcopScoredProduct *product)
{
  guint category = ocop_chart_add_category (chart, product->id, product->name, OCOP_CHART_ROLE_INHERIT);

  for (guint i = 0; i < product->scoring.n_ballots && i < ocop_chart_n_series (chart); i++)
    ocop_chart_set_value (chart, i, category, points_of (product, i));
}

/* One series for each member, in the order of the session. */
static void
add_members (OcopChart             *chart,
             const OcopChartAsked  *asked,
             const OcopSession     *session)
{
  for (guint i = 0; i < session->members->len; i++)
    {
      const OcopSessionMember *member = session->members->pdata[i];
      /* Translators: a member of a council whom the audience is not to know by name */
      g_autofree char *mask = g_strdup_printf (_("Member %u"), i + 1);
      guint series = ocop_chart_add_series (chart, asked->named ? member->name : mask,
                                            OCOP_CHART_ROLE_GROUP_1 + i % (OCOP_CHART_N_ROLES - OCOP_CHART_ROLE_GROUP_1));

      ocop_chart_set_series_key (chart, series, member->id);
    }
}

static gboolean
fill_members (OcopChart             *chart,
              const OcopChartAsked  *asked,
              GError               **error)
{
  gboolean none;
  g_autoptr(OcopSessionScores) session = ocop_chart_read_session (asked, &none, error);

  ocop_chart_set_flags (chart, ocop_chart_get_flags (chart) | OCOP_CHART_APART);
  ocop_chart_set_decimals (chart, 2);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Product"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, _("Points"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, C_("unit", "points"));
  if (session == NULL)
    return none;
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, ocop_record_get_text (session->session->record, "name"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_LIMIT, _("Allowed difference"));
  ocop_chart_set_limit (chart, session->session->rules.max_spread);
  add_members (chart, asked, session->session);
  for (guint i = 0; i < session->products->len; i++)
    add_product (chart, session->products->pdata[i]);
  return TRUE;
}

/* The sheet of a member for a product; of a product that was scored again, the last one first. */
static OcopQuery *
behind_member (const OcopChartMaker *maker,
               const OcopChart      *chart,
               const OcopQuery      *base,
               guint                 series,
               guint                 category)
{
  OcopQuery *query = ocop_query_new ("sheet");

  ocop_query_set_on (query, ocop_chart_get_as_of (chart));
  ocop_query_where (query, "session_product", OCOP_OPERATOR_IS, ocop_chart_get_category (chart, category)->key, NULL);
  ocop_query_where (query, "member", OCOP_OPERATOR_IS, ocop_chart_get_series (chart, series)->key, NULL);
  ocop_query_order_by (query, "scoring", TRUE);
  return query;
}

/* One more product that falls short of @criterion. */
static void
count_minimum (OcopChart           *chart,
               const OcopCriterion *criterion)
{
  guint category = ocop_chart_find_criterion (chart, criterion);

  ocop_chart_set_value (chart, 0, category, ocop_chart_add_values (ocop_chart_get_value (chart, 0, category), 1));
}

/* (nullable): of the next class above what it has */
static const GArray *
get_unmet (const OcopVerdict *verdict)
{
  return verdict->missing->len > 0 ? g_array_index (verdict->missing, OcopMissing, 0).minima : NULL;
}

static void
count_minima (OcopChart         *chart,
              const OcopVerdict *verdict)
{
  const GArray *unmet = get_unmet (verdict);

  for (guint i = 0; unmet != NULL && i < unmet->len; i++)
    count_minimum (chart, g_array_index (unmet, OcopUnmetMinimum, i).criterion);
}

static gboolean
falls_short (const OcopScoredProduct *product,
             gpointer                 title)
{
  const GArray *unmet = get_unmet (product->verdict);

  for (guint i = 0; unmet != NULL && i < unmet->len; i++)
    {
      g_autofree char *own = ocop_chart_dup_criterion (g_array_index (unmet, OcopUnmetMinimum, i).criterion);

      if (g_str_equal (own, title))
        return TRUE;
    }
  return FALSE;
}

static OcopQuery *
read_behind_minimum (const OcopChartAsked  *asked,
                     const OcopChart       *chart,
                     guint                  series,
                     guint                  category,
                     GError               **error)
{
  return ocop_chart_read_dossiers (asked, falls_short, ocop_chart_get_category (chart, category)->label, error);
}

static gboolean
fill_minima (OcopChart             *chart,
             const OcopChartAsked  *asked,
             GError               **error)
{
  gboolean none;
  g_autoptr(OcopSessionScores) session = ocop_chart_read_session (asked, &none, error);

  /* A product may fall short of several. */
  ocop_chart_set_flags (chart, ocop_chart_get_flags (chart) | OCOP_CHART_APART);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Criterion"));
  if (session == NULL)
    return none;
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, ocop_record_get_text (session->session->record, "name"));
  ocop_chart_add_series (chart, _("Products"), OCOP_CHART_ROLE_WARNING);
  for (guint i = 0; i < session->products->len; i++)
    {
      const OcopScoredProduct *product = session->products->pdata[i];

      if (ocop_scored_product_is_complete (product))
        count_minima (chart, product->verdict);
    }
  return TRUE;
}

static void
add_minima (const OcopScoredProduct *product,
            gpointer                 chart)
{
  count_minima (chart, product->verdict);
}

static gboolean
fill_minima_of_year (OcopChart             *chart,
                     const OcopChartAsked  *asked,
                     GError               **error)
{
  ocop_chart_set_flags (chart, ocop_chart_get_flags (chart) | OCOP_CHART_APART);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, _("Criterion"));
  ocop_chart_add_series (chart, _("Products"), OCOP_CHART_ROLE_WARNING);
  return ocop_chart_each_scored (asked, add_minima, chart, error);
}

const OcopChartMaker ocop_chart_makers_session[] = {
  {
    .about = { "round-minima", N_("Minima that the year's products fell short of"), OCOP_CHART_ABOUT_ROUND },
    .kind = OCOP_CHART_ROWS,
    .validity = OCOP_VALIDITY_VALID,
    .rest = N_("Other criteria"),
    .fill = fill_minima_of_year,
    .read_behind = read_behind_minimum,
  },
  {
    .about = { "session-members", N_("What the members gave to each product"), OCOP_CHART_ABOUT_ROUND, FALSE, N_("Session"), TRUE },
    .kind = OCOP_CHART_DOTS,
    .validity = OCOP_VALIDITY_VALID,
    .fill = fill_members,
    .behind = behind_member,
    .figure = OCOP_CHART_FIGURE_MEAN,
    .read_subjects = ocop_chart_read_sessions,
  },
  {
    .about = { "session-minima", N_("Minima that products fell short of"), OCOP_CHART_ABOUT_ROUND, FALSE, N_("Session") },
    .kind = OCOP_CHART_ROWS,
    .validity = OCOP_VALIDITY_VALID,
    .rest = N_("Other criteria"),
    .fill = fill_minima,
    .read_behind = read_behind_minimum,
    .read_subjects = ocop_chart_read_sessions,
  },
  { { NULL } }
};
