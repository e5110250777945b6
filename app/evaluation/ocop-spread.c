/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-spread.h"

typedef struct
{
  guint place;
  guint total;
} Total;

static int
compare_totals (gconstpointer a,
                gconstpointer b)
{
  const Total *total_a = a;
  const Total *total_b = b;

  if (total_a->total != total_b->total)
    return total_a->total < total_b->total ? -1 : 1;
  return total_a->place < total_b->place ? -1 : 1;
}

static int
compare_causes (gconstpointer a,
                gconstpointer b)
{
  const OcopSpreadCause *cause_a = a;
  const OcopSpreadCause *cause_b = b;

  if (cause_a->points != cause_b->points)
    return cause_a->points > cause_b->points ? -1 : 1;
  return cause_a->criterion->place < cause_b->criterion->place ? -1 : 1;
}

/* Of the sheets that count and on which anything is scored, the lowest first. */
static GArray *
add_up (const OcopScoring *scoring)
{
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (Total));
  guint parts[OCOP_N_PARTS];

  for (guint i = 0; i < scoring->n_ballots; i++)
    {
      Total total = { i, 0 };

      if (!ocop_ballot_counts (&scoring->ballots[i]))
        continue;
      total.total = ocop_scoring_add_up (scoring, scoring->ballots[i].choices, parts);
      if (total.total > 0)
        g_array_append_val (totals, total);
    }
  g_array_sort (totals, compare_totals);
  return totals;
}

static guint
points_of (const OcopScoring   *scoring,
           guint                ballot,
           const OcopCriterion *leaf)
{
  guint8 choice = scoring->ballots[ballot].choices[leaf->place];

  return choice != OCOP_NOT_SCORED ? ocop_criterion_get_option (leaf, choice)->points : 0;
}

static void
find_causes (OcopSpread        *self,
             const OcopScoring *scoring,
             guint              too_much)
{
  guint settled = 0;
  guint n = 0;

  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (scoring->criteria->leaves, i);
      guint high = points_of (scoring, self->highest, leaf);
      guint low = points_of (scoring, self->lowest, leaf);
      OcopSpreadCause cause = { leaf, high > low ? high - low : 0 };

      if (cause.points > 0)
        g_array_append_val (self->causes, cause);
    }
  g_array_sort (self->causes, compare_causes);
  while (n < self->causes->len && settled < too_much)
    settled += g_array_index (self->causes, OcopSpreadCause, n++).points;
  g_array_set_size (self->causes, n);
}

static void
find_far (OcopSpread   *self,
          const GArray *totals,
          guint         allowed)
{
  guint middle = g_array_index (totals, Total, totals->len / 2).total;

  for (guint i = 0; i < totals->len; i++)
    {
      const Total *total = &g_array_index (totals, Total, i);
      guint distance = total->total > middle ? total->total - middle : middle - total->total;

      if (2 * distance > allowed)
        g_array_append_val (self->far, total->place);
    }
}

OcopSpread *
ocop_spread_new (const OcopScoring *scoring)
{
  g_autoptr(GArray) totals = add_up (scoring);
  OcopSpread *self;
  guint spread;

  if (totals->len < 2)
    return NULL;
  self = g_new0 (OcopSpread, 1);
  self->far = g_array_new (FALSE, FALSE, sizeof (guint));
  self->causes = g_array_new (FALSE, FALSE, sizeof (OcopSpreadCause));
  self->lowest = g_array_index (totals, Total, 0).place;
  self->highest = g_array_index (totals, Total, totals->len - 1).place;
  spread = g_array_index (totals, Total, totals->len - 1).total - g_array_index (totals, Total, 0).total;
  find_far (self, totals, scoring->rules.max_spread);
  find_causes (self, scoring, spread > scoring->rules.max_spread ? spread - scoring->rules.max_spread : 0);
  return self;
}

void
ocop_spread_free (OcopSpread *self)
{
  g_array_unref (self->far);
  g_array_unref (self->causes);
  g_free (self);
}
