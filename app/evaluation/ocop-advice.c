/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-advice.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "evaluation/ocop-proposal.h"
#include "evaluation/ocop-rejection.h"
#include "evaluation/ocop-verdict-words.h"

/* More would be no advice. */
#define MAX_GAINS 5

static void
minimum_free (gpointer data)
{
  OcopAdviceMinimum *minimum = data;

  g_free (minimum->text);
  g_free (minimum);
}

static void
class_free (gpointer data)
{
  OcopAdviceClass *class = data;

  g_ptr_array_unref (class->minima);
  g_free (class->text);
  g_free (class);
}

void
ocop_advice_free (OcopAdvice *self)
{
  g_free (self->result);
  g_free (self->choice);
  g_free (self->rejection);
  g_ptr_array_unref (self->against);
  g_ptr_array_unref (self->classes);
  g_array_unref (self->gains);
  g_free (self);
}

/* What is missing */

static const OcopOption *
option_of_points (const OcopCriterion *leaf,
                  guint                points)
{
  int place = ocop_criterion_find_option (leaf, points);

  return place >= 0 ? ocop_criterion_get_option (leaf, (guint) place) : NULL;
}

static gboolean
is_scored_by_any (const OcopScoring   *scoring,
                  const OcopCriterion *leaf)
{
  if (scoring->agreed != NULL && scoring->agreed[leaf->place] != OCOP_NOT_SCORED)
    return TRUE;
  for (guint i = 0; i < scoring->n_ballots; i++)
    if (ocop_ballot_counts (&scoring->ballots[i]) && scoring->ballots[i].choices[leaf->place] != OCOP_NOT_SCORED)
      return TRUE;
  return FALSE;
}

static OcopAdviceMinimum *
explain_minimum (const OcopScoring      *scoring,
                 const OcopUnmetMinimum *unmet)
{
  const OcopCriterion *leaf = unmet->criterion;
  OcopAdviceMinimum *minimum = g_new0 (OcopAdviceMinimum, 1);

  minimum->criterion = leaf;
  minimum->has = is_scored_by_any (scoring, leaf) ? option_of_points (leaf, unmet->has) : NULL;
  minimum->needs = option_of_points (leaf, unmet->needs);
  if (minimum->has != NULL)
    /* Translators: code and title of a criterion; points and words of the option it has, and of the one it needs */
    minimum->text = g_strdup_printf (_("%s %s: has %u points (%s), needs %u points (%s)"), leaf->code, leaf->title, unmet->has / 100,
                                     minimum->has->text, unmet->needs / 100, minimum->needs->text);
  else
    minimum->text = g_strdup_printf (_("%s %s: not scored yet, needs %u points (%s)"), leaf->code, leaf->title, unmet->needs / 100,
                                     minimum->needs->text);
  return minimum;
}

static OcopAdviceClass *
explain_class (const OcopScoring *scoring,
               const OcopMissing *missing)
{
  OcopAdviceClass *class = g_new0 (OcopAdviceClass, 1);

  class->star = missing->star;
  class->points = missing->points;
  class->text = ocop_missing_to_text (missing);
  class->minima = g_ptr_array_new_with_free_func (minimum_free);
  for (guint i = 0; i < missing->minima->len; i++)
    g_ptr_array_add (class->minima, explain_minimum (scoring, &g_array_index (missing->minima, OcopUnmetMinimum, i)));
  return class;
}

/* Where points are to be had */

/* What the counted sheets that scored @leaf gave on average, cut; FALSE where none did. */
static gboolean
find_mean (const OcopScoring   *scoring,
           const OcopCriterion *leaf,
           guint               *mean)
{
  OcopMean of_all = { 0, 0 };

  for (guint i = 0; i < scoring->n_ballots; i++)
    {
      guint8 choice = scoring->ballots[i].choices[leaf->place];

      if (!ocop_ballot_counts (&scoring->ballots[i]) || choice == OCOP_NOT_SCORED)
        continue;
      of_all.sum += ocop_criterion_get_option (leaf, choice)->points;
      of_all.count++;
    }
  *mean = ocop_mean_cut (of_all);
  return of_all.count > 0;
}

static int
compare_gains (gconstpointer a,
               gconstpointer b)
{
  const OcopAdviceGain *gain_a = a;
  const OcopAdviceGain *gain_b = b;

  if (gain_a->points != gain_b->points)
    return gain_a->points > gain_b->points ? -1 : 1;
  return gain_a->criterion->place < gain_b->criterion->place ? -1 : 1;
}

static void
find_gains (OcopAdvice        *self,
            const OcopScoring *scoring)
{
  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    {
      OcopAdviceGain gain = { .criterion = g_ptr_array_index (scoring->criteria->leaves, i) };

      if (!find_mean (scoring, gain.criterion, &gain.mean) || gain.criterion->max_points <= gain.mean)
        continue;
      gain.points = gain.criterion->max_points - gain.mean;
      g_array_append_val (self->gains, gain);
    }
  g_array_sort (self->gains, compare_gains);
  g_array_set_size (self->gains, MIN (self->gains->len, MAX_GAINS));
}

/* Put together */

static char *
explain_choice (const OcopSessionProduct *product,
                const OcopVerdict        *verdict)
{
  const char *key = ocop_record_get_text (product->record, "enough_for_five");
  const OcopMissing *five = &g_array_index (verdict->missing, OcopMissing, verdict->missing->len - 1);
  g_autofree char *minima = ocop_missing_name_minima (five);
  g_autofree char *choice = key != NULL ? ocop_proposal_choice_to_text (verdict, key) : g_strdup (_("not made yet"));

  return g_strdup_printf (_("Enough points, but minima of 5 stars are not met: %s. The council's choice: %s."), minima, choice);
}

static char *
explain_rejection (const OcopSessionProduct *product)
{
  const char *line = ocop_record_get_text (product->record, "disqualified_by");
  const char *reason = ocop_record_get_text (product->record, "disqualified_reason");

  return ocop_text_join (" – ", (const char *[]) { line, reason }, 2);
}

OcopAdvice *
ocop_advice_new_of (const OcopSessionProduct *product,
                    const OcopScoring        *scoring,
                    const OcopVerdict        *verdict)
{
  OcopAdvice *self = g_new0 (OcopAdvice, 1);

  self->star = verdict->star;
  self->result = ocop_verdict_result (verdict, scoring);
  self->against = ocop_verdict_say_against (verdict, scoring);
  self->classes = g_ptr_array_new_with_free_func (class_free);
  self->gains = g_array_new (FALSE, FALSE, sizeof (OcopAdviceGain));
  if (scoring->disqualified)
    self->rejection = explain_rejection (product);
  else if (ocop_proposal_leaves_a_choice (scoring, verdict))
    self->choice = explain_choice (product, verdict);
  for (guint i = 0; i < verdict->missing->len; i++)
    g_ptr_array_add (self->classes, explain_class (scoring, &g_array_index (verdict->missing, OcopMissing, i)));
  find_gains (self, scoring);
  return self;
}

OcopAdvice *
ocop_advice_new (const OcopSessionProduct *product)
{
  return ocop_advice_new_of (product, &product->scoring, product->verdict);
}

GPtrArray *
ocop_advice_to_lines (const OcopAdvice *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lines, g_strdup (self->result));
  if (self->rejection != NULL)
    g_ptr_array_add (lines, g_strdup (self->rejection));
  if (self->choice != NULL)
    g_ptr_array_add (lines, g_strdup (self->choice));
  for (guint i = 0; i < self->against->len; i++)
    g_ptr_array_add (lines, g_strdup (g_ptr_array_index (self->against, i)));
  for (guint i = 0; i < self->classes->len; i++)
    {
      const OcopAdviceClass *class = g_ptr_array_index (self->classes, i);

      g_ptr_array_add (lines, g_strdup (class->text));
      for (guint j = 0; j < class->minima->len; j++)
        g_ptr_array_add (lines, g_strdup_printf ("– %s", ((const OcopAdviceMinimum *) g_ptr_array_index (class->minima, j))->text));
    }
  return lines;
}
