/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many measures told together. Which records meet the conditions of a query, and which are related as it asks, comes out of
 * the scans; here the two are laid upon each other and measured. */

#include "register/sqlite/ocop-sqlite-measure.h"

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

/* Of the facts of another day than the query's. */
static gboolean
has_relation_on (const OcopQuery *query)
{
  for (guint i = 0; i < query->relations->len; i++)
    if (ocop_date_is_known (((const OcopRelation *) query->relations->pdata[i])->on))
      return TRUE;
  return FALSE;
}

/* What a scan cannot tell: words searched for, two keys, titles of keys, what was on another day; what needs none: the count of all. */
static gboolean
is_asked_by_itself (const OcopQuery *query)
{
  const OcopField *group = query->groups[0] != NULL ? ocop_query_find_path (query->kind, query->groups[0]) : NULL;

  if (query->text != NULL || query->groups[1] != NULL || (query->groups[0] != NULL && group == NULL) || has_relation_on (query))
    return TRUE;
  return (group != NULL && group->type == OCOP_FIELD_TEXT) || (!ocop_query_is_narrowed (query) && group == NULL && !measures_field (query));
}

static gboolean
add_relation (OcopScans           *scans,
              Question            *question,
              const OcopRelation  *relation,
              GError             **error)
{
  const OcopQuery *query = question->query;
  OcopWish wish = { query, relation->conditions->kind, relation->conditions->conditions, FALSE,
                    ocop_query_find_link (query->kind, relation), NULL };
  Related related = { relation->has, NULL };

  if (wish.value == NULL)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("%s: none links to %s"), _(wish.kind->plural_title), _(query->kind->title));
      return FALSE;
    }
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
                    measures_field (query) ? query->measured : NULL, query->groups[0] };

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

/* Groups */

typedef struct
{
  OcopValue key, label;
  char *order;          /* what they are put in order by */
  gint64 group;
  OcopValue number;
} Group;

static void
group_clear (gpointer data)
{
  Group *group = data;

  ocop_value_clear (&group->key);
  ocop_value_clear (&group->label);
  ocop_value_clear (&group->number);
  g_free (group->order);
}

static GArray *
measure_groups (OcopMeasurer *measurer,
                const GArray *hits)
{
  g_autoptr(GArray) sorted = ocop_hits_by_group (hits);
  const OcopHit *all = (const OcopHit *) (gpointer) sorted->data;
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (Group));

  g_array_set_clear_func (groups, group_clear);
  for (guint first = 0, next; first < sorted->len; first = next)
    {
      Group group = { .group = all[first].group };

      for (next = first + 1; next < sorted->len && all[next].group == group.group; next++)
        ;
      group.number = ocop_measurer_tell (measurer, all + first, next - first);
      g_array_append_val (groups, group);
    }
  return groups;
}

/* "… IN (1, 2, 3)": of the records that the groups stand for, as they are put in order. */
static char *
write_labels (const OcopKind *kind,
              const GArray   *groups)
{
  GString *sql = g_string_new (NULL);
  const char *between = "";

  g_string_printf (sql, "SELECT id, uuid, %s FROM %s WHERE id IN (", kind->label, kind->name);
  for (guint i = 0; i < groups->len; i++)
    if (g_array_index (groups, Group, i).group != OCOP_HIT_UNKNOWN)
      {
        g_string_append_printf (sql, "%s%" G_GINT64_FORMAT, between, g_array_index (groups, Group, i).group);
        between = ", ";
      }
  g_string_append_printf (sql, ") ORDER BY %s, id", ocop_sqlite_kind_is_sorted (kind) ? "name_key" : "id");
  return g_string_free (sql, FALSE);
}

static void
append_group (OcopRows        *rows,
              const OcopValue *key,
              const OcopValue *label,
              const OcopValue *number)
{
  OcopValue *values = ocop_rows_append (rows, 0);

  values[0] = ocop_value_copy (key);
  values[1] = ocop_value_copy (label);
  values[2] = ocop_value_copy (number);
}

static const Group *
find_group (const GArray *groups,
            gint64        key)
{
  const Group wanted = { .group = key };
  guint low = 0, high = groups->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (groups, Group, middle).group < wanted.group)
        low = middle + 1;
      else
        high = middle;
    }
  return &g_array_index (groups, Group, low);
}

static gboolean
list_linked (OcopStore       *store,
             const OcopKind  *kind,
             const GArray    *groups,
             OcopRows        *rows,
             GError         **error)
{
  g_autofree char *sql = write_labels (kind, groups);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);
  gboolean found, sound = statement != NULL;

  while (sound && (sound = ocop_sqlite_step_row (store, statement, &found, error)) && found)
    {
      g_auto(OcopValue) key = ocop_sqlite_column_value (statement, 1);
      g_auto(OcopValue) label = ocop_sqlite_column_value (statement, 2);

      append_group (rows, &key, &label, &find_group (groups, sqlite3_column_int64 (statement, 0))->number);
    }
  return sound;
}

static int
compare_orders (gconstpointer a,
                gconstpointer b)
{
  return g_strcmp0 (((const Group *) a)->order, ((const Group *) b)->order);
}

static void
list_texts (const OcopScans *scans,
            GArray          *groups,
            OcopRows        *rows)
{
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      if (group->group != OCOP_HIT_UNKNOWN)
        group->order = g_strdup (ocop_scans_text (scans, group->group));
      group->key = ocop_value_text (group->order);
    }
  g_array_sort (groups, compare_orders);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      if (group->group != OCOP_HIT_UNKNOWN)
        append_group (rows, &group->key, &group->key, &group->number);
    }
}

static void
list_numbers (const GArray *groups,
              OcopRows     *rows)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      const OcopValue key = ocop_value_integer (group->group);

      if (group->group != OCOP_HIT_UNKNOWN)
        append_group (rows, &key, &key, &group->number);
    }
}

/* As ocop_reader_groups() has them: what is unknown first. */
static OcopRows *
list_groups (OcopStore       *store,
             const OcopScans *scans,
             const Question  *question,
             OcopMeasurer    *measurer,
             const GArray    *hits,
             GError         **error)
{
  const OcopField *field = ocop_query_find_path (question->query->kind, question->query->groups[0]);
  g_autoptr(GArray) groups = measure_groups (measurer, hits);
  g_autoptr(OcopRows) rows = ocop_rows_new (3);
  const OcopValue unknown = OCOP_VALUE_INIT;

  if (groups->len > 0 && g_array_index (groups, Group, 0).group == OCOP_HIT_UNKNOWN)
    append_group (rows, &unknown, &unknown, &g_array_index (groups, Group, 0).number);
  if (field->type == OCOP_FIELD_LINK)
    return list_linked (store, ocop_kind_find (field->target), groups, rows, error) ? g_steal_pointer (&rows) : NULL;
  if (question->found->groups_are_texts)
    list_texts (scans, groups, rows);
  else
    list_numbers (groups, rows);
  return g_steal_pointer (&rows);
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
    return list_groups (reader->store, scans, question, measurer, hits, error);
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
  ocop_found_drop (question->found);
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
  g_autoptr(OcopScans) scans = ocop_scans_new (reader->store);
  g_autoptr(GArray) questions = g_array_new (FALSE, FALSE, sizeof (Question));
  g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_rows_unref);

  g_array_set_clear_func (questions, question_clear);
  if (!ask (scans, queries, questions, error))
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
