/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-plan-pressing.h"

/* Which state stands in front: the least first. */
static const guint ranks[] = {
  [OCOP_STANDING_NONE] = 5,
  [OCOP_STANDING_MISSED] = 0,
  [OCOP_STANDING_AT_RISK] = 1,
  [OCOP_STANDING_ON_TRACK] = 2,
  [OCOP_STANDING_MET] = 3,
  [OCOP_STANDING_EXCEEDED] = 4,
};

/* What has no percent was not begun, as far as anybody knows. */
static gint64
percent_of (const OcopProgress *progress)
{
  gint64 percent;

  return ocop_goal_percent (&progress->goal, &progress->fact, &percent) ? percent : 0;
}

/* The order of the plan decides at last: sorting leaves equals as they stand. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const OcopProgress *progress_a = *(OcopProgress * const *) a, *progress_b = *(OcopProgress * const *) b;
  gint64 percent_a = percent_of (progress_a), percent_b = percent_of (progress_b);

  if (ranks[progress_a->standing] != ranks[progress_b->standing])
    return ranks[progress_a->standing] < ranks[progress_b->standing] ? -1 : 1;
  return (percent_a > percent_b) - (percent_a < percent_b);
}

GPtrArray *
ocop_plan_list_pressing (const OcopPlan *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->targets->len; i++)
    {
      OcopProgress *progress = self->targets->pdata[i];

      if (progress->standing != OCOP_STANDING_NONE)
        g_ptr_array_add (list, progress);
    }
  g_ptr_array_sort_with_data (list, compare, NULL);
  return list;
}
