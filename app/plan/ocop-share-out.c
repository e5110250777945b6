/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-share-out.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "plan/ocop-plan.h"
#include "register/ocop-records.h"

#define HUNDREDTHS 100
#define HUNDREDTHS_OF_PERCENT 10000
/* How many targets are looked at where none is shared out yet. */
#define MOST_AT_FIRST 4

static void
column_free (OcopShareColumn *self)
{
  ocop_record_free (self->target);
  g_array_unref (self->cells);
  g_free (self);
}

void
ocop_share_out_free (OcopShareOut *self)
{
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->former_ids, g_ptr_array_unref);
  g_clear_pointer (&self->former_names, g_ptr_array_unref);
  g_clear_pointer (&self->products, g_array_unref);
  g_clear_pointer (&self->localities, ocop_localities_free);
  g_clear_pointer (&self->indicators, ocop_indicators_free);
  g_clear_pointer (&self->plan, ocop_record_free);
  g_free (self->unit);
  g_free (self);
}

/* Rows */

guint
ocop_share_out_get_n_rows (const OcopShareOut *self)
{
  return ocop_localities_get_n (self->localities) + self->former_ids->len;
}

gboolean
ocop_share_out_is_former (const OcopShareOut *self,
                          guint               row)
{
  return row >= ocop_localities_get_n (self->localities);
}

const char *
ocop_share_out_get_id (const OcopShareOut *self,
                       guint               row)
{
  guint n = ocop_localities_get_n (self->localities);

  return row < n ? ocop_localities_get_id (self->localities, row) : self->former_ids->pdata[row - n];
}

const char *
ocop_share_out_get_name (const OcopShareOut *self,
                         guint               row)
{
  guint n = ocop_localities_get_n (self->localities);

  return row < n ? ocop_localities_get_name (self->localities, row) : self->former_names->pdata[row - n];
}

OcopShareCell *
ocop_share_column_get (const OcopShareColumn *column,
                       guint                  row)
{
  return &g_array_index (column->cells, OcopShareCell, row);
}

/* Where the unit @id stands; one that none took the place of gets a row of its own. */
static guint
find_row (OcopShareOut *self,
          const char   *id,
          const char   *name)
{
  guint n = ocop_localities_get_n (self->localities);
  guint row;

  if (ocop_localities_find (self->localities, id, &row))
    return row;
  for (guint i = 0; i < self->former_ids->len; i++)
    if (g_str_equal (self->former_ids->pdata[i], id))
      return n + i;
  g_ptr_array_add (self->former_ids, g_strdup (id));
  g_ptr_array_add (self->former_names, g_strdup (name));
  return n + self->former_ids->len - 1;
}

/* Targets */

gboolean
ocop_share_can_be_shared (const OcopRecord *target)
{
  static const char * const without_number[] = { "by-day", "qualitative", NULL };

  return !g_strv_contains (without_number, ocop_record_get_text (target, "operator"));
}

char *
ocop_target_key (const OcopRecord *target)
{
  const char *code = ocop_record_get_text (target, "code");
  gint64 from = ocop_record_get_integer (target, "from_year", 0);
  gint64 until = ocop_record_get_integer (target, "until_year", from);

  if (code == NULL)
    code = ocop_record_get_text (target, "indicator");
  if (code == NULL)
    code = ocop_record_get_text (target, "name");
  return g_strdup_printf ("%s/%d", code, (int) (until - from));
}

gboolean
ocop_share_adds_up (const OcopRecord    *target,
                    const OcopIndicator *indicator)
{
  const char *unit = ocop_record_get_text (target, "unit_name");

  if (ocop_goal_of (target).op == OCOP_GOAL_EACH_AT_LEAST)
    return FALSE;
  if (indicator == NULL)
    return unit == NULL || !g_str_has_prefix (unit, "%");
  return indicator->aim == OCOP_AIM_NUMBER || indicator->aim == OCOP_AIM_MONEY ||
         indicator->aim == OCOP_AIM_PAIR || indicator->aim == OCOP_AIM_CLASSES;
}

static OcopShareColumn *
add_column (OcopShareOut     *self,
            const OcopRecord *target)
{
  OcopShareColumn *column = g_new0 (OcopShareColumn, 1);

  column->target = ocop_record_copy (target);
  column->indicator = ocop_indicators_find (self->indicators, ocop_record_get_text (target, "indicator"));
  column->goal = ocop_goal_of (target);
  column->period = ocop_plan_target_period (self->plan, target, self->period);
  column->adds_up = ocop_share_adds_up (target, column->indicator);
  column->cells = g_array_new (FALSE, TRUE, sizeof (OcopShareCell));
  g_ptr_array_add (self->columns, column);
  return column;
}

/* id of a target → its column */
static GHashTable *
index_columns (const OcopShareOut *self)
{
  GHashTable *columns = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const OcopShareColumn *column = self->columns->pdata[i];

      g_hash_table_insert (columns, (gpointer) ocop_record_get_id (column->target), (gpointer) column);
    }
  return columns;
}

/* Shares */

static OcopRows *
read_shares (OcopReader  *reader,
             const char  *plan,
             GError     **error)
{
  static const char * const columns[] = { "target", "unit", "unit.name", "value", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("target_share");

  ocop_query_where (query, "target.plan", OCOP_OPERATOR_IS, plan, NULL);
  return ocop_reader_rows (reader, query, columns, 0, -1, error);
}

/* The ids of those that are shared out, as long as @shares; of the first ones where none is. */
static GHashTable *
choose_targets (const OcopShareOut *self,
                OcopRows           *shares)
{
  GHashTable *chosen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ocop_rows_get_n_rows (shares); i++)
    g_hash_table_add (chosen, (gpointer) ocop_rows_get_text (shares, i, 0));
  for (guint i = 0; ocop_rows_get_n_rows (shares) == 0 && i < MIN (MOST_AT_FIRST, self->targets->len); i++)
    g_hash_table_add (chosen, (gpointer) ocop_record_get_id (self->targets->pdata[i]));
  return chosen;
}

static void
add_columns (OcopShareOut       *self,
             OcopRows           *shares,
             const char * const *wanted)
{
  g_autoptr(GHashTable) chosen = choose_targets (self, shares);

  for (guint i = 0; i < self->targets->len; i++)
    {
      const char *id = ocop_record_get_id (self->targets->pdata[i]);

      if (wanted != NULL ? g_strv_contains (wanted, id) : g_hash_table_contains (chosen, id))
        add_column (self, self->targets->pdata[i]);
    }
}

static void
add_number (OcopShareNumber *number,
            gint64           value)
{
  number->value += value;
  number->set = TRUE;
}

/* The rows are known before any cell is made. */
static void
fill_numbers (OcopShareOut *self,
              OcopRows     *shares)
{
  g_autoptr(GHashTable) columns = index_columns (self);

  for (guint i = 0; i < ocop_rows_get_n_rows (shares); i++)
    if (g_hash_table_contains (columns, ocop_rows_get_text (shares, i, 0)))
      find_row (self, ocop_rows_get_text (shares, i, 1), ocop_rows_get_text (shares, i, 2));
  for (guint i = 0; i < self->columns->len; i++)
    g_array_set_size (((OcopShareColumn *) self->columns->pdata[i])->cells, ocop_share_out_get_n_rows (self));
  for (guint i = 0; i < ocop_rows_get_n_rows (shares); i++)
    {
      OcopShareColumn *column = g_hash_table_lookup (columns, ocop_rows_get_text (shares, i, 0));
      guint row = column != NULL ? find_row (self, ocop_rows_get_text (shares, i, 1), NULL) : 0;

      if (column != NULL)
        add_number (&ocop_share_column_get (column, row)->number, ocop_rows_get_integer (shares, i, 3));
    }
}

/* The year before */

/* id of a target of last year → its column */
static GHashTable *
match_columns (const OcopShareOut *self,
               const GPtrArray    *last_targets)
{
  g_autoptr(GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *matched = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->columns->len; i++)
    g_hash_table_insert (by_key, ocop_target_key (((const OcopShareColumn *) self->columns->pdata[i])->target), self->columns->pdata[i]);
  for (guint i = 0; i < last_targets->len; i++)
    {
      g_autofree char *key = ocop_target_key (last_targets->pdata[i]);
      gpointer column = g_hash_table_lookup (by_key, key);

      if (column != NULL)
        g_hash_table_insert (matched, (gpointer) ocop_record_get_id (last_targets->pdata[i]), column);
    }
  return matched;
}

static gboolean
fill_last_numbers (OcopShareOut  *self,
                   OcopReader    *reader,
                   GError       **error)
{
  g_autofree char *last = NULL;
  g_autoptr(GPtrArray) targets = NULL;
  g_autoptr(OcopRows) shares = NULL;
  g_autoptr(GHashTable) matched = NULL;
  guint row;

  if (!ocop_plan_find_last (reader, self->plan, &last, error))
    return FALSE;
  if (last == NULL)
    return TRUE;
  targets = ocop_records_load (reader, "target", "plan", last, "place", error);
  shares = targets != NULL ? read_shares (reader, last, error) : NULL;
  if (shares == NULL)
    return FALSE;
  matched = match_columns (self, targets);
  for (guint i = 0; i < ocop_rows_get_n_rows (shares); i++)
    {
      OcopShareColumn *column = g_hash_table_lookup (matched, ocop_rows_get_text (shares, i, 0));

      if (column != NULL && ocop_localities_find (self->localities, ocop_rows_get_text (shares, i, 1), &row))
        add_number (&ocop_share_column_get (column, row)->last, ocop_rows_get_integer (shares, i, 3));
    }
  return TRUE;
}

/* Facts */

/* What is asked of the register for all localities at once, and for all targets together. */
typedef struct
{
  GPtrArray *queries;    /* OcopQuery: grouped by locality */
  GPtrArray *answers;    /* OcopRows, as long */
} Survey;

/* The places of its queries, and 1; 0 where there is none. */
typedef struct
{
  guint part, whole;
} Asked;

static void
survey_clear (Survey *self)
{
  g_ptr_array_unref (self->queries);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Survey, survey_clear)

/* @place: (out): 0 where @part of the indicator cannot be counted by locality */
static gboolean
add_query (OcopShareOut           *self,
           Survey                 *survey,
           const OcopShareColumn  *column,
           OcopIndicatorPart       part,
           guint                  *place,
           GError                **error)
{
  OcopQuery *query = ocop_indicators_query (self->indicators, column->indicator, part, column->period,
                                            ocop_period_day (column->period, self->on), self->unit, error);

  if (query == NULL)
    return FALSE;
  if (ocop_indicators_group_by_locality (self->indicators, query))
    {
      g_ptr_array_add (survey->queries, query);
      *place = survey->queries->len;
    }
  else
    ocop_query_free (query);
  return TRUE;
}

/* A share in percent is known where both of its parts are. */
static gboolean
add_queries (OcopShareOut           *self,
             Survey                 *survey,
             const OcopShareColumn  *column,
             Asked                  *asked,
             GError                **error)
{
  OcopAim aim = column->indicator != NULL ? column->indicator->aim : OCOP_AIM_DAY;

  if (aim == OCOP_AIM_DAY || aim == OCOP_AIM_DAY_EACH)
    return TRUE;
  return add_query (self, survey, column, OCOP_INDICATOR_PART, &asked->part, error) &&
         (aim != OCOP_AIM_SHARE || add_query (self, survey, column, OCOP_INDICATOR_WHOLE, &asked->whole, error));
}

static void
set_fact (OcopShareCell *cell,
          OcopAim        aim,
          gint64         part,
          gint64         whole)
{
  cell->fact = (OcopFact) { .known = aim != OCOP_AIM_SHARE || whole != 0, .figure = part * HUNDREDTHS, .rounds = 1 };
  if (aim == OCOP_AIM_SHARE)
    cell->fact.figure = whole != 0 ? part * HUNDREDTHS_OF_PERCENT / whole : 0;
}

static void
set_facts (OcopShareOut    *self,
           OcopShareColumn *column,
           const Survey    *survey,
           const Asked     *asked)
{
  g_autofree gint64 *part = NULL;
  g_autofree gint64 *whole = NULL;

  if (asked->part == 0 || (asked->whole == 0 && column->indicator->aim == OCOP_AIM_SHARE))
    return;
  part = ocop_localities_add_up (self->localities, survey->answers->pdata[asked->part - 1]);
  whole = asked->whole != 0 ? ocop_localities_add_up (self->localities, survey->answers->pdata[asked->whole - 1]) : NULL;
  for (guint row = 0; row < ocop_localities_get_n (self->localities); row++)
    set_fact (ocop_share_column_get (column, row), column->indicator->aim, part[row], whole != NULL ? whole[row] : 0);
}

/* What a locality is to reach is a number of its own, whatever the plan's operator says of its whole. */
static void
judge (const OcopShareOut    *self,
       const OcopShareColumn *column,
       OcopShareCell         *cell)
{
  OcopGoal goal = column->goal;

  goal.value = goal.value_to = cell->number.value;
  if (goal.op != OCOP_GOAL_AT_MOST && goal.op != OCOP_GOAL_MORE_THAN)
    goal.op = OCOP_GOAL_AT_LEAST;
  cell->standing = OCOP_STANDING_NONE;
  if (cell->number.set && cell->fact.known)
    cell->standing = ocop_goal_judge (&goal, &cell->fact, column->period.from, column->period.until,
                                      ocop_period_day (column->period, self->on));
}

static void
add_up (OcopShareColumn *column)
{
  column->sum = 0;
  column->n_set = 0;
  for (guint row = 0; row < column->cells->len; row++)
    if (ocop_share_column_get (column, row)->number.set)
      {
        column->sum += ocop_share_column_get (column, row)->number.value;
        column->n_set++;
      }
}

void
ocop_share_out_set (OcopShareOut    *self,
                    OcopShareColumn *column,
                    guint            row,
                    OcopShareNumber  number)
{
  OcopShareCell *cell = ocop_share_column_get (column, row);

  cell->number = number;
  judge (self, column, cell);
  add_up (column);
}

/* Products lie in one locality, whatever is counted of them. */
static OcopQuery *
new_products_query (OcopShareOut *self)
{
  OcopQuery *query = ocop_query_new ("product");

  ocop_query_set_on (query, self->on);
  ocop_records_where_in_force (query, "state");
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  ocop_indicators_group_by_locality (self->indicators, query);
  return query;
}

static gboolean
count (OcopShareOut  *self,
       OcopReader    *reader,
       GError       **error)
{
  g_auto(Survey) survey = { g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_query_free), NULL };
  g_autofree Asked *asked = g_new0 (Asked, self->columns->len);
  g_autofree gint64 *products = NULL;

  g_ptr_array_add (survey.queries, new_products_query (self));
  for (guint i = 0; i < self->columns->len; i++)
    if (!add_queries (self, &survey, self->columns->pdata[i], &asked[i], error))
      return FALSE;
  survey.answers = ocop_reader_survey (reader, survey.queries, error);
  if (survey.answers == NULL)
    return FALSE;
  products = ocop_localities_add_up (self->localities, survey.answers->pdata[0]);
  self->products = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_append_vals (self->products, products, ocop_localities_get_n (self->localities));
  for (guint i = 0; i < self->columns->len; i++)
    set_facts (self, self->columns->pdata[i], &survey, &asked[i]);
  return TRUE;
}

/* Reading */

static gboolean
read_targets (OcopShareOut  *self,
              OcopReader    *reader,
              GError       **error)
{
  g_autoptr(GPtrArray) targets = ocop_records_load (reader, "target", "plan", ocop_record_get_id (self->plan), "place", error);

  for (guint i = 0; targets != NULL && i < targets->len; i++)
    if (ocop_share_can_be_shared (targets->pdata[i]))
      g_ptr_array_add (self->targets, ocop_record_copy (targets->pdata[i]));
  return targets != NULL;
}

static gboolean
fill (OcopShareOut       *self,
      OcopReader         *reader,
      const char * const *wanted,
      GError            **error)
{
  g_autoptr(OcopRows) shares = read_shares (reader, ocop_record_get_id (self->plan), error);

  if (shares == NULL)
    return FALSE;
  add_columns (self, shares, wanted);
  fill_numbers (self, shares);
  if (!fill_last_numbers (self, reader, error) || !count (self, reader, error))
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      OcopShareColumn *column = self->columns->pdata[i];

      for (guint row = 0; row < column->cells->len; row++)
        judge (self, column, ocop_share_column_get (column, row));
      add_up (column);
    }
  return TRUE;
}

OcopShareOut *
ocop_share_out_read (OcopReader          *reader,
                     const char          *plan,
                     const OcopPeriod    *period,
                     const char * const  *targets,
                     OcopDate             today,
                     GError             **error)
{
  g_autoptr(OcopShareOut) self = g_new0 (OcopShareOut, 1);

  self->former_ids = g_ptr_array_new_with_free_func (g_free);
  self->former_names = g_ptr_array_new_with_free_func (g_free);
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->plan = ocop_reader_load (reader, ocop_kind_find ("plan"), plan, error);
  self->indicators = self->plan != NULL ? ocop_indicators_read (reader, error) : NULL;
  if (self->indicators == NULL || !ocop_plan_find_unit (reader, self->plan, &self->unit, error))
    return NULL;
  self->period = period != NULL ? *period : ocop_plan_period (self->plan);
  self->on = ocop_period_day (self->period, today);
  self->localities = ocop_localities_read (reader, self->unit, self->on, error);
  if (self->localities == NULL || !read_targets (self, reader, error) || !fill (self, reader, targets, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* For people */

gboolean
ocop_share_column_difference (const OcopShareColumn *column,
                              gint64                *difference)
{
  const OcopGoal *goal = &column->goal;

  if (!column->adds_up || column->n_set == 0 || goal->op == OCOP_GOAL_COUNTED)
    return FALSE;
  *difference = column->sum < goal->value ? column->sum - goal->value : MAX (column->sum - MAX (goal->value, goal->value_to), 0);
  return TRUE;
}

char *
ocop_share_column_to_people (const OcopShareColumn *column)
{
  g_autofree char *goal = ocop_goal_to_people (&column->goal);
  g_autofree char *sum = ocop_quantity_to_people (column->sum);
  g_autofree char *apart = NULL;
  gint64 difference;

  if (!column->adds_up)
    return g_strdup (_("makes no sum"));
  if (!ocop_share_column_difference (column, &difference))
    return column->n_set > 0 ? g_steal_pointer (&sum) : g_strdup ("");
  apart = ocop_quantity_to_people (ABS (difference));
  if (difference == 0)
    /* Translators: the sum of the shares, what the plan sets */
    return g_strdup_printf (_("%s of %s"), sum, goal);
  /* Translators: the sum of the shares, what the plan sets, by how much they differ */
  return difference < 0 ? g_strdup_printf (_("%s of %s: %s short"), sum, goal, apart)
                        : g_strdup_printf (_("%s of %s: %s over"), sum, goal, apart);
}
