/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the sheets of a whole country take to become verdicts: each of 11 members scores each
 * product by the set with the most criteria. The sheets are read from the text in which a register
 * keeps them, one product at a time, so that memory does not grow with the products. Beside it, in
 * the same run, what merely adding the same points up takes.
 *
 *   bench-verdict [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>

#include "bench.h"
#include "evaluation/ocop-choices.h"
#include "law/ocop-law.h"

#define N_MEMBERS 11
/* Sheets made beforehand, and handed out in turn. */
#define N_TEXTS 997
#define BOUND 2000

typedef struct
{
  OcopScoring scoring;
  OcopBallot ballots[N_MEMBERS];
  char *texts[N_TEXTS];
  guint8 *choices[N_TEXTS];
} Sheets;

static const OcopCriteria *
find_longest (const OcopRuleBook *book)
{
  const OcopLaw *law = ocop_law_get_default ();
  const OcopCriteria *longest = NULL;

  for (guint i = 0; i < ocop_law_n_sets (law); i++)
    {
      const OcopCriteria *criteria = ocop_law_get_criteria (law, book, ocop_law_get_set (law, i)->code, NULL);

      if (longest == NULL || criteria->leaves->len > longest->leaves->len)
        longest = criteria;
    }
  return longest;
}

static Sheets *
sheets_new (void)
{
  Sheets *self = g_new0 (Sheets, 1);
  g_autoptr(GRand) random = g_rand_new_with_seed (26);

  self->scoring.book = ocop_law_find_book (ocop_law_get_default (), "26/2026/QĐ-TTg");
  self->scoring.criteria = find_longest (self->scoring.book);
  self->scoring.rules = OCOP_COUNCIL_RULES_DEFAULT;
  self->scoring.has_story = TRUE;
  self->scoring.ballots = self->ballots;
  self->scoring.n_ballots = N_MEMBERS;
  for (guint i = 0; i < N_TEXTS; i++)
    {
      self->choices[i] = ocop_choices_new (self->scoring.criteria);
      for (guint leaf = 0; leaf < self->scoring.criteria->leaves->len; leaf++)
        {
          const OcopCriterion *criterion = g_ptr_array_index (self->scoring.criteria->leaves, leaf);

          self->choices[i][leaf] = (guint8) g_rand_int_range (random, 0, (gint32) criterion->options->len);
        }
      self->texts[i] = ocop_choices_format (self->scoring.criteria, self->choices[i]);
    }
  return self;
}

static void
sheets_free (Sheets *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_free (self->texts[i]);
      g_free (self->choices[i]);
    }
  g_free (self);
}

/* The sheet of @member for @product. */
static guint
pick (guint product,
      guint member)
{
  return (product * N_MEMBERS + member) % N_TEXTS;
}

static guint64
judge (Sheets *self,
       guint   product)
{
  guint8 *choices[N_MEMBERS];
  g_autoptr(OcopVerdict) verdict = NULL;

  for (guint i = 0; i < N_MEMBERS; i++)
    {
      choices[i] = ocop_choices_parse (self->scoring.criteria, self->texts[pick (product, i)], NULL);
      self->ballots[i] = (OcopBallot) { .chair = i == 0, .present = TRUE, .choices = choices[i] };
    }
  verdict = ocop_verdict_new (&self->scoring);
  for (guint i = 0; i < N_MEMBERS; i++)
    g_free (choices[i]);
  return verdict->mean.sum;
}

static guint64
only_add (const Sheets *self,
          guint         product)
{
  guint parts[OCOP_N_PARTS];
  guint64 sum = 0;

  for (guint i = 0; i < N_MEMBERS; i++)
    sum += ocop_scoring_add_up (&self->scoring, self->choices[pick (product, i)], parts);
  return sum;
}

int
main (int   argc,
      char *argv[])
{
  guint n_products = argc > 1 ? (guint) atoi (argv[1]) : 20000;
  Sheets *sheets = sheets_new ();
  guint64 judged = 0, added = 0;
  double judging, adding;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n_products; i++)
    judged += judge (sheets, i);
  judging = bench_since (start);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < n_products; i++)
    added += only_add (sheets, i);
  adding = bench_since (start);
  if (judged != added)
    g_error ("the verdicts' sums are not the sheets'");
  bench_say ("sheets of 11 members, from text to verdicts", judging, "ms", n_products <= 20000 ? BOUND : 0);
  bench_say ("the same, how many times as long as adding up", judging / adding, "", 0);
  sheets_free (sheets);
  return EXIT_SUCCESS;
}
