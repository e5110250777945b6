/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-plan-compare.h"

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "plan/ocop-share-out.h"
#include "register/ocop-records.h"

static void
row_free (OcopCompareRow *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
ocop_comparison_free (OcopComparison *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_free (self);
}

/* Which targets are the same */

/* From the surest on: two that are counted alike are told apart by their names. */
typedef enum
{
  BY_INDICATOR_AND_NAME,
  BY_INDICATOR,
  BY_CODE,
  BY_NAME,
  N_MARKS
} Mark;

static int
count_years (const OcopRecord *target)
{
  gint64 from = ocop_record_get_integer (target, "from_year", 0);

  return (int) (ocop_record_get_integer (target, "until_year", from) - from);
}

/* (transfer full) (nullable): %NULL where @target has none */
static char *
dup_mark (const OcopRecord *target,
          Mark              mark)
{
  const char *indicator = ocop_record_get_text (target, "indicator");
  const char *code = ocop_record_get_text (target, "code");
  g_autofree char *name = ocop_text_fold (ocop_record_get_text (target, "name"));
  g_autofree char *both = NULL;
  const char *text;

  if (mark == BY_INDICATOR_AND_NAME && indicator != NULL)
    both = g_strconcat (indicator, "/", name, NULL);
  text = mark == BY_INDICATOR_AND_NAME ? both : mark == BY_INDICATOR ? indicator : mark == BY_CODE ? code : name;
  return text != NULL ? g_strdup_printf ("%d/%s", count_years (target), text) : NULL;
}

/* Whether both have what goes before their names, and it differs. */
static gboolean
are_told_apart (const OcopRecord *target,
                const OcopRecord *other)
{
  static const char * const fields[] = { "indicator", "code" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *one = ocop_record_get_text (target, fields[i]);
      const char *two = ocop_record_get_text (other, fields[i]);

      if (one != NULL && two != NULL)
        return !g_str_equal (one, two);
    }
  return FALSE;
}

/* mark → places of @targets that have no other yet, in their order */
static GHashTable *
index_free (const GPtrArray *targets,
            const gboolean  *taken,
            Mark             mark)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *key = taken[i] ? NULL : dup_mark (targets->pdata[i], mark);
      GArray *same = key != NULL ? g_hash_table_lookup (places, key) : NULL;

      if (key == NULL)
        continue;
      if (same == NULL)
        {
          same = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (places, g_steal_pointer (&key), same);
        }
      g_array_append_val (same, i);
    }
  return places;
}

/* %G_MAXUINT where there is none. */
static guint
find_same (const GPtrArray  *targets,
           const gboolean   *taken,
           GHashTable       *places,
           const OcopRecord *other,
           Mark              mark)
{
  g_autofree char *key = dup_mark (other, mark);
  const GArray *same = key != NULL ? g_hash_table_lookup (places, key) : NULL;

  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      guint place = g_array_index (same, guint, i);

      if (!taken[place] && !are_told_apart (targets->pdata[place], other))
        return place;
    }
  return G_MAXUINT;
}

GArray *
ocop_compare_match (const GPtrArray *targets,
                    const GPtrArray *others)
{
  GArray *matched = g_array_sized_new (FALSE, FALSE, sizeof (guint), others->len);
  g_autofree gboolean *taken = g_new0 (gboolean, targets->len);
  const guint none = G_MAXUINT;

  for (guint i = 0; i < others->len; i++)
    g_array_append_val (matched, none);
  for (Mark mark = 0; mark < N_MARKS; mark++)
    {
      g_autoptr(GHashTable) places = index_free (targets, taken, mark);

      for (guint i = 0; i < others->len; i++)
        {
          guint *place = &g_array_index (matched, guint, i);

          if (*place == none)
            *place = find_same (targets, taken, places, others->pdata[i], mark);
          if (*place != none)
            taken[*place] = TRUE;
        }
    }
  return matched;
}

/* Differences */

const OcopProgress *
ocop_compare_row_get (const OcopCompareRow *row,
                      guint                 place)
{
  return row->cells->pdata[place];
}

static const char *
unit_of (const OcopProgress *progress)
{
  const char *unit = ocop_record_get_text (progress->target, "unit_name");

  return unit == NULL && progress->indicator != NULL ? progress->indicator->unit : unit;
}

static gboolean
is_day (const OcopProgress *progress)
{
  return progress->goal.op == OCOP_GOAL_BY_DAY || progress->goal.op == OCOP_GOAL_QUALITATIVE ||
         (progress->indicator != NULL && (progress->indicator->aim == OCOP_AIM_DAY || progress->indicator->aim == OCOP_AIM_DAY_EACH));
}

/* What is set for each locality is not held against what is set for all. */
static gboolean
are_of_one_unit (const OcopProgress *one,
                 const OcopProgress *other)
{
  if (one == NULL || other == NULL || is_day (one) || is_day (other) ||
      (one->goal.op == OCOP_GOAL_EACH_AT_LEAST) != (other->goal.op == OCOP_GOAL_EACH_AT_LEAST))
    return FALSE;
  return (unit_of (one) == NULL && unit_of (other) == NULL) ||
         (unit_of (one) != NULL && unit_of (other) != NULL && ocop_text_same (unit_of (one), unit_of (other)));
}

gboolean
ocop_compare_row_set_apart (const OcopCompareRow *row,
                            guint                 place,
                            gint64               *difference)
{
  const OcopProgress *first = ocop_compare_row_get (row, 0), *other = ocop_compare_row_get (row, place);

  if (!are_of_one_unit (first, other) || first->goal.op == OCOP_GOAL_COUNTED || other->goal.op == OCOP_GOAL_COUNTED)
    return FALSE;
  *difference = first->goal.value - other->goal.value;
  return TRUE;
}

gboolean
ocop_compare_row_actual_apart (const OcopCompareRow *row,
                               guint                 place,
                               gint64               *difference)
{
  const OcopProgress *first = ocop_compare_row_get (row, 0), *other = ocop_compare_row_get (row, place);

  if (!are_of_one_unit (first, other) || !first->fact.known || !other->fact.known)
    return FALSE;
  *difference = first->fact.figure - other->fact.figure;
  return TRUE;
}

gboolean
ocop_compare_row_own_apart (const OcopCompareRow *row,
                            gint64               *difference)
{
  if (row->n_shared == 0 || row->n_own == 0)
    return FALSE;
  *difference = row->own - row->shared;
  return TRUE;
}

/* Rows */

/* (transfer full) (element-type OcopRecord): the target that each row is about, as long as @self */
static GPtrArray *
list_targets (const OcopComparison *self)
{
  GPtrArray *targets = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const OcopCompareRow *row = self->rows->pdata[i];
      guint place = 0;

      while (row->cells->pdata[place] == NULL)
        place++;
      g_ptr_array_add (targets, ocop_compare_row_get (row, place)->target);
    }
  return targets;
}

static OcopCompareRow *
add_row (OcopComparison *self)
{
  OcopCompareRow *row = g_new0 (OcopCompareRow, 1);

  row->cells = g_ptr_array_new ();
  g_ptr_array_set_size (row->cells, (int) self->plans->len);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
fill_plan (OcopComparison *self,
           guint           place)
{
  const OcopPlan *plan = self->plans->pdata[place];
  g_autoptr(GPtrArray) targets = list_targets (self);
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  g_autoptr(GArray) matched = NULL;

  for (guint i = 0; i < plan->targets->len; i++)
    g_ptr_array_add (others, ((const OcopProgress *) plan->targets->pdata[i])->target);
  matched = ocop_compare_match (targets, others);
  for (guint i = 0; i < plan->targets->len; i++)
    {
      guint at = g_array_index (matched, guint, i);
      OcopCompareRow *row = at != G_MAXUINT ? self->rows->pdata[at] : add_row (self);

      row->cells->pdata[place] = plan->targets->pdata[i];
    }
}

/* What the localities set for themselves */

/* ids of the units that the plan is shared out to; sums stand in the rows of its targets. */
static GHashTable *
add_shares (OcopComparison  *self,
            OcopReader      *reader,
            GError         **error)
{
  static const char * const columns[] = { "target", "unit", "value", NULL };
  const OcopPlan *plan = self->plans->pdata[0];
  g_autoptr(OcopQuery) query = ocop_query_new ("target_share");
  g_autoptr(GHashTable) rows_of = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "target.plan", OCOP_OPERATOR_IS, ocop_record_get_id (plan->record), NULL);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < plan->targets->len; i++)
    g_hash_table_insert (rows_of, (gpointer) ocop_record_get_id (((const OcopProgress *) plan->targets->pdata[i])->target), self->rows->pdata[i]);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopCompareRow *row = g_hash_table_lookup (rows_of, ocop_rows_get_text (rows, i, 0));
      const OcopProgress *progress = row != NULL ? ocop_compare_row_get (row, 0) : NULL;

      g_hash_table_add (units, g_strdup (ocop_rows_get_text (rows, i, 1)));
      if (progress == NULL || !ocop_share_adds_up (progress->target, progress->indicator))
        continue;
      row->shared += ocop_rows_get_integer (rows, i, 2);
      row->n_shared++;
    }
  return g_steal_pointer (&units);
}

/* id of a plan → nothing: of each of @units the one that holds for the years of the first plan, issued last */
static GHashTable *
find_own_plans (OcopComparison  *self,
                OcopReader      *reader,
                GHashTable      *units,
                GError         **error)
{
  static const char * const columns[] = { "id", "unit", "until_year", "year", NULL };
  const OcopPlan *plan = self->plans->pdata[0];
  gint64 year = ocop_record_get_integer (plan->record, "year", 0);
  gint64 until = ocop_record_get_integer (plan->record, "until_year", year);
  g_autofree char *wanted = g_strdup_printf ("%" G_GINT64_FORMAT, year);
  g_autoptr(OcopQuery) query = ocop_query_new ("plan");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "year", OCOP_OPERATOR_IS, wanted, NULL);
  ocop_query_order_by (query, "issued_on", TRUE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *unit = ocop_rows_get_text (rows, i, 1);
      gint64 last = MAX (ocop_rows_get_integer (rows, i, 2), ocop_rows_get_integer (rows, i, 3));

      if (unit != NULL && last == until && g_hash_table_contains (units, unit) &&
          !g_str_equal (ocop_rows_get_text (rows, i, 0), ocop_record_get_id (plan->record)) && g_hash_table_add (seen, (gpointer) unit))
        g_hash_table_add (plans, g_strdup (ocop_rows_get_text (rows, i, 0)));
    }
  return rows != NULL ? g_steal_pointer (&plans) : NULL;
}

/* plan → its targets, (element-type OcopRecord), as long as @targets */
static GHashTable *
part_by_plan (const GPtrArray *targets,
              GHashTable      *plans)
{
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < targets->len; i++)
    {
      const char *plan = ocop_record_get_text (targets->pdata[i], "plan");
      GPtrArray *part = g_hash_table_lookup (parts, plan);

      if (!g_hash_table_contains (plans, plan))
        continue;
      if (part == NULL)
        {
          part = g_ptr_array_new ();
          g_hash_table_insert (parts, (gpointer) plan, part);
        }
      g_ptr_array_add (part, targets->pdata[i]);
    }
  return parts;
}

static void
add_own_numbers (OcopComparison  *self,
                 const GPtrArray *targets,
                 const GPtrArray *own)
{
  g_autoptr(GArray) matched = ocop_compare_match (targets, own);

  for (guint i = 0; i < own->len; i++)
    {
      guint at = g_array_index (matched, guint, i);
      OcopCompareRow *row = at != G_MAXUINT ? self->rows->pdata[at] : NULL;
      const OcopProgress *first = row != NULL ? ocop_compare_row_get (row, 0) : NULL;
      OcopProgress other = { .target = own->pdata[i], .goal = ocop_goal_of (own->pdata[i]) };

      if (first == NULL)
        continue;
      other.indicator = ocop_indicators_find (((const OcopPlan *) self->plans->pdata[0])->indicators,
                                              ocop_record_get_text (other.target, "indicator"));
      if (other.goal.op == OCOP_GOAL_COUNTED || !are_of_one_unit (first, &other) || !ocop_share_adds_up (first->target, first->indicator))
        continue;
      row->own += other.goal.value;
      row->n_own++;
    }
}

static gboolean
add_own_plans (OcopComparison  *self,
               OcopReader      *reader,
               GError         **error)
{
  const OcopPlan *plan = self->plans->pdata[0];
  g_autofree char *year = g_strdup_printf ("%d", (int) ocop_record_get_integer (plan->record, "year", 0));
  g_autoptr(GHashTable) units = add_shares (self, reader, error);
  g_autoptr(GHashTable) plans = units != NULL ? find_own_plans (self, reader, units, error) : NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) targets = NULL;
  g_autoptr(GHashTable) parts = NULL;
  GHashTableIter iter;
  gpointer part;

  if (plans == NULL)
    return FALSE;
  self->n_localities = g_hash_table_size (units);
  self->n_own_plans = g_hash_table_size (plans);
  if (self->n_own_plans == 0)
    return TRUE;
  all = ocop_records_load (reader, "target", "plan.year", year, "place", error);
  if (all == NULL)
    return FALSE;
  parts = part_by_plan (all, plans);
  targets = list_targets (self);
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, NULL, &part))
    add_own_numbers (self, targets, part);
  return TRUE;
}

/* Titles */

/* "2026", "2021–2025", with the locality where that is another than the first plan's */
static gboolean
add_title (OcopComparison   *self,
           OcopReader       *reader,
           const OcopRecord *plan,
           GError          **error)
{
  const OcopRecord *first = ((const OcopPlan *) self->plans->pdata[0])->record;
  int year = (int) ocop_record_get_integer (plan, "year", 0), until = (int) ocop_record_get_integer (plan, "until_year", year);
  gboolean elsewhere = g_strcmp0 (ocop_record_get_text (plan, "unit"), ocop_record_get_text (first, "unit")) != 0;
  g_autofree char *years = until > year ? g_strdup_printf ("%d–%d", year, until) : g_strdup_printf ("%d", year);
  g_autofree char *title = NULL;
  g_autoptr(OcopRecord) unit = NULL;

  if (elsewhere && !ocop_records_follow (reader, plan, "unit", &unit, error))
    return FALSE;
  title = ocop_text_join (" · ", (const char *[]) { years, unit != NULL ? ocop_record_get_text (unit, "name") : NULL }, 2);
  for (guint i = 0; i < self->titles->len; i++)
    if (g_str_equal (self->titles->pdata[i], title))
      {
        g_autofree char *former = g_steal_pointer (&title);
        g_autofree char *place = g_strdup_printf ("(%u)", self->titles->len + 1);

        title = ocop_text_join (" · ", (const char *[]) { former, ocop_record_get_text (plan, "number"), place }, 3);
        break;
      }
  g_ptr_array_add (self->titles, g_steal_pointer (&title));
  return TRUE;
}

/* Reading */

static gboolean
add_plan (OcopComparison  *self,
          OcopReader      *reader,
          const char      *id,
          OcopDate         today,
          GError         **error)
{
  OcopPlan *plan = ocop_plan_read_now (reader, id, NULL, today, error);

  if (plan == NULL)
    return FALSE;
  g_ptr_array_add (self->plans, plan);
  return add_title (self, reader, plan->record, error);
}

/* One that is gone since is left out. */
static gboolean
add_others (OcopComparison      *self,
            OcopReader          *reader,
            const char * const  *others,
            OcopDate             today,
            GError             **error)
{
  const OcopPlan *first = self->plans->pdata[0];
  g_autofree char *last = NULL;

  if (others == NULL)
    return ocop_plan_find_last (reader, first->record, &last, error) && (last == NULL || add_plan (self, reader, last, today, error));
  for (; *others != NULL; others++)
    {
      g_autoptr(GError) gone = NULL;

      if (g_str_equal (*others, ocop_record_get_id (first->record)) || add_plan (self, reader, *others, today, &gone))
        continue;
      if (!g_error_matches (gone, OCOP_ERROR, OCOP_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&gone));
          return FALSE;
        }
    }
  return TRUE;
}

OcopComparison *
ocop_comparison_read (OcopReader          *reader,
                      const char          *plan,
                      const char * const  *others,
                      OcopDate             today,
                      GError             **error)
{
  g_autoptr(OcopComparison) self = g_new0 (OcopComparison, 1);

  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_plan_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  if (!add_plan (self, reader, plan, today, error) || !add_others (self, reader, others, today, error))
    return NULL;
  for (guint i = 0; i < self->plans->len; i++)
    fill_plan (self, i);
  return add_own_plans (self, reader, error) ? g_steal_pointer (&self) : NULL;
}
