/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many measures told together. Which records meet the conditions of a query, and which are related as it asks, comes out of
 * the scans; here the two are laid upon each other and measured. */

#include "register/sqlite/ocop-sqlite-groups.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

typedef struct
{
  gboolean has;
  OcopFound *found;
} Related;

typedef struct
{
  const OcopQuery *query;
  OcopFound *found;        /* %NULL where it is asked by itself */
  GArray *related;         /* Related */
} Question;

static void
question_clear (gpointer data)
{
  g_array_unref (((Question *) data)->related);
}

static gboolean
measures_field (const OcopQuery *query)
{
  return query->measure != OCOP_MEASURE_NONE && query->measure != OCOP_MEASURE_COUNT;
}

/* What a scan cannot tell: words searched for; what needs none: the count of all. */
static gboolean
is_asked_by_itself (const OcopQuery *query)
{
  for (guint i = 0; i < OCOP_HIT_N_GROUPS; i++)
    if (query->groups[i] != NULL && ocop_query_find_path (query->kind, query->groups[i]) == NULL)
      return TRUE;
  return query->text != NULL || (!ocop_query_is_narrowed (query) && query->groups[0] == NULL && !measures_field (query));
}

static gboolean
add_relation (OcopScans           *scans,
              Question            *question,
              const OcopRelation  *relation,
              GError             **error)
{
  const OcopQuery *query = question->query;
  OcopQuery asked = *query;
  OcopWish wish = { &asked, relation->conditions->kind, relation->conditions->conditions,
                    .value = ocop_query_find_link (query->kind, relation) };
  Related related = { relation->has, NULL };

  if (wish.value == NULL)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("%s: none links to %s"), _(wish.kind->plural_title), _(query->kind->title));
      return FALSE;
    }
  if (ocop_date_is_known (relation->on))
    asked.on = relation->on;
  related.found = ocop_scans_add_related (scans, &wish, error);
  if (related.found != NULL)
    g_array_append_val (question->related, related);
  return related.found != NULL;
}

static gboolean
add_question (OcopScans  *scans,
              Question   *question,
              GError    **error)
{
  const OcopQuery *query = question->query;
  OcopWish wish = { query, query->kind, query->conditions, query->binned,
                    measures_field (query) ? query->measured : NULL, { query->groups[0], query->groups[1] } };

  if (is_asked_by_itself (query))
    return TRUE;
  if (measures_field (query) && !ocop_query_check_measure (query, error))
    return FALSE;
  question->found = ocop_scans_add (scans, &wish, error);
  for (guint i = 0; question->found != NULL && i < query->relations->len; i++)
    if (!add_relation (scans, question, g_ptr_array_index (query->relations, i), error))
      return FALSE;
  return question->found != NULL;
}

/* Measuring */

static gboolean
is_related (const Question *question,
            gint64          key)
{
  for (guint i = 0; i < question->related->len; i++)
    {
      const Related *related = &g_array_index (question->related, Related, i);

      if (ocop_found_has (related->found, key) != related->has)
        return FALSE;
    }
  return TRUE;
}

/* Leaves the hits that are related as is asked. */
static void
lay_upon (const Question *question)
{
  GArray *hits = question->found->hits;
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    if (is_related (question, g_array_index (hits, OcopHit, i).key))
      g_array_index (hits, OcopHit, n++) = g_array_index (hits, OcopHit, i);
  g_array_set_size (hits, n);
}

/* Answers */

static OcopRows *
ask_by_itself (OcopReader       *reader,
               const OcopQuery  *query,
               GError          **error)
{
  g_autoptr(OcopRows) rows = NULL;
  OcopValue value;

  if (query->groups[0] != NULL)
    return ocop_reader_groups (reader, query, error);
  if (!ocop_reader_value (reader, query, &value, error))
    return NULL;
  rows = ocop_rows_new (1);
  *ocop_rows_append (rows, 0) = value;
  return g_steal_pointer (&rows);
}

static OcopRows *
measure (OcopReader       *reader,
         const OcopScans  *scans,
         const Question   *question,
         GError          **error)
{
  const GArray *hits = question->found->hits;
  g_autoptr(OcopMeasurer) measurer = ocop_measurer_new (scans, question->found, question->query->measure, hits);
  OcopRows *rows;

  if (question->query->groups[0] != NULL)
    return ocop_groups_list (reader->store, scans, question->query, question->found, measurer, error);
  rows = ocop_rows_new (1);
  *ocop_rows_append (rows, 0) = ocop_measurer_tell (measurer, (const OcopHit *) (gpointer) hits->data, hits->len);
  return rows;
}

static OcopRows *
answer (OcopReader      *reader,
        OcopScans       *scans,
        const Question  *question,
        GError         **error)
{
  OcopRows *rows;

  if (question->found == NULL)
    return ask_by_itself (reader, question->query, error);
  ocop_scans_find (scans, question->found);
  lay_upon (question);
  rows = measure (reader, scans, question, error);
  return rows;
}

static gboolean
ask (OcopScans        *scans,
     const GPtrArray  *queries,
     GArray           *questions,
     GError          **error)
{
  for (guint i = 0; i < queries->len; i++)
    {
      Question question = { g_ptr_array_index (queries, i), NULL, g_array_new (FALSE, FALSE, sizeof (Related)) };

      g_array_append_val (questions, question);
      if (!add_question (scans, &g_array_index (questions, Question, i), error))
        return FALSE;
    }
  return ocop_scans_run (scans, error);
}

GPtrArray *
ocop_reader_survey (OcopReader       *reader,
                    const GPtrArray  *queries,
                    GError          **error)
{
  g_autoptr(OcopScans) scans = ocop_scans_new (reader->store, error);
  g_autoptr(GArray) questions = g_array_new (FALSE, FALSE, sizeof (Question));
  g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_rows_unref);

  g_array_set_clear_func (questions, question_clear);
  if (scans == NULL || !ask (scans, queries, questions, error))
    return NULL;
  for (guint i = 0; i < questions->len; i++)
    {
      OcopRows *rows = answer (reader, scans, &g_array_index (questions, Question, i), error);

      if (rows == NULL)
        return NULL;
      g_ptr_array_add (answers, rows);
    }
  return g_steal_pointer (&answers);
}

GArray *
ocop_reader_survey_measures (OcopReader       *reader,
                             const GPtrArray  *queries,
                             GError          **error)
{
  g_autoptr(GPtrArray) answers = ocop_reader_survey (reader, queries, error);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      gint64 number = ocop_rows_get_integer (answers->pdata[i], 0, 0);

      g_array_append_val (numbers, number);
    }
  return answers != NULL ? g_steal_pointer (&numbers) : NULL;
}

OcopRows *
ocop_reader_survey_groups (OcopReader       *reader,
                           const OcopQuery  *query,
                           GError          **error)
{
  g_autoptr(GPtrArray) queries = g_ptr_array_new ();
  g_autoptr(GPtrArray) answers = NULL;

  g_return_val_if_fail (query->groups[0] != NULL, NULL);
  g_ptr_array_add (queries, (gpointer) query);
  answers = ocop_reader_survey (reader, queries, error);
  return answers != NULL ? ocop_rows_ref (answers->pdata[0]) : NULL;
}
