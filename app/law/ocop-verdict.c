/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-verdict.h"

/* Fewer sheets than these are not trimmed. */
#define LEAST_TRIMMED 5

/* The sheet of one counted member, added up. In hundredths. */
typedef struct
{
  const guint8 *choices;
  guint parts[OCOP_N_PARTS];
  guint total;
} Sheet;

static const OcopCriterion *
leaf_at (const OcopScoring *scoring,
         guint              place)
{
  return g_ptr_array_index (scoring->criteria->leaves, place);
}

guint
ocop_scoring_add_up (const OcopScoring *scoring,
                     const guint8      *choices,
                     guint              parts[OCOP_N_PARTS])
{
  guint total = 0;

  for (guint part = 0; part < OCOP_N_PARTS; part++)
    parts[part] = 0;
  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    if (choices[i] != OCOP_NOT_SCORED)
      {
        guint points = ocop_criterion_get_option (leaf_at (scoring, i), choices[i])->points;

        parts[ocop_criterion_get_part (leaf_at (scoring, i))] += points;
        total += points;
      }
  return total;
}

gboolean
ocop_ballot_counts (const OcopBallot *ballot)
{
  return ballot->present && !ballot->recused;
}

/* In the members' order. */
static GArray *
count_sheets (const OcopScoring *scoring)
{
  GArray *sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));

  for (guint i = 0; i < scoring->n_ballots; i++)
    if (ocop_ballot_counts (&scoring->ballots[i]))
      {
        Sheet sheet = { .choices = scoring->ballots[i].choices };

        sheet.total = ocop_scoring_add_up (scoring, sheet.choices, sheet.parts);
        g_array_append_val (sheets, sheet);
      }
  return sheets;
}

static void
take_means (OcopVerdict       *self,
            const OcopScoring *scoring,
            const GArray      *sheets)
{
  guint lowest = 0, highest = 0;
  gboolean trimmed = scoring->rules.aggregate == OCOP_AGGREGATE_TRIMMED && sheets->len >= LEAST_TRIMMED;

  for (guint i = 1; i < sheets->len; i++)
    {
      if (g_array_index (sheets, Sheet, i).total < g_array_index (sheets, Sheet, lowest).total)
        lowest = i;
      if (g_array_index (sheets, Sheet, i).total >= g_array_index (sheets, Sheet, highest).total)
        highest = i;
    }
  for (guint i = 0; i < sheets->len; i++)
    {
      const Sheet *sheet = &g_array_index (sheets, Sheet, i);

      if (trimmed && (i == lowest || i == highest))
        continue;
      self->mean.sum += sheet->total;
      self->mean.count++;
      for (guint part = 0; part < OCOP_N_PARTS; part++)
        {
          self->part_means[part].sum += sheet->parts[part];
          self->part_means[part].count++;
        }
    }
  if (sheets->len > 0)
    self->spread = g_array_index (sheets, Sheet, highest).total - g_array_index (sheets, Sheet, lowest).total;
}

static gboolean
mean_reaches (OcopMean mean,
              guint    points)
{
  return mean.sum >= (guint64) points * mean.count && (mean.count > 0 || points == 0);
}

guint
ocop_mean_cut (OcopMean mean)
{
  return mean.count > 0 ? (guint) (mean.sum / mean.count) : 0;
}

static guint
star_by_mean (const OcopRuleBook *book,
              OcopMean            mean)
{
  for (guint i = 0; i < book->classes->len; i++)
    {
      const OcopStarClass *class = &g_array_index (book->classes, OcopStarClass, i);

      if (mean_reaches (mean, class->least_points))
        return class->stars;
    }
  return 0;
}

/* Whether @leaf is in @criterion, or is it. */
static gboolean
is_within (const OcopCriterion *leaf,
           const OcopCriterion *criterion)
{
  while (leaf != NULL && leaf != criterion)
    leaf = leaf->parent;
  return leaf != NULL;
}

/* The case that @leaf is in: the child of the criterion of which one case is chosen. */
static const OcopCriterion *
case_around (const OcopCriterion *leaf)
{
  const OcopCriterion *around = leaf;

  while (around->parent != leaf->case_of)
    around = around->parent;
  return around;
}

static gboolean
is_scored_within (const OcopScoring   *scoring,
                  const guint8        *choices,
                  const OcopCriterion *criterion)
{
  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    if (choices[i] != OCOP_NOT_SCORED && is_within (leaf_at (scoring, i), criterion))
      return TRUE;
  return FALSE;
}

gboolean
ocop_scoring_is_in_other_case (const OcopScoring   *scoring,
                               const guint8        *choices,
                               const OcopCriterion *leaf)
{
  return leaf->case_of != NULL
         && is_scored_within (scoring, choices, leaf->case_of)
         && !is_scored_within (scoring, choices, case_around (leaf));
}

/* A minimum within a case that nobody scored asks nothing of the product; nor does one
 * about a story that there is none of. */
static gboolean
applies (const OcopScoring   *scoring,
         const GArray        *sheets,
         const OcopCriterion *leaf)
{
  if (leaf->only_with_story && !scoring->has_story)
    return FALSE;
  if (leaf->case_of == NULL)
    return TRUE;
  for (guint i = 0; i < sheets->len; i++)
    if (is_scored_within (scoring, g_array_index (sheets, Sheet, i).choices, case_around (leaf)))
      return TRUE;
  return FALSE;
}

/* How often an option's points were given, and how often by that very option: two may bear the same points. */
typedef struct
{
  guint points;
  guint times;
  guint by_it;
} Given;

static Given
count_given (const OcopScoring   *scoring,
             const OcopCriterion *leaf,
             const OcopOption    *option)
{
  Given given = { option->points, 0, 0 };

  for (guint i = 0; i < scoring->n_ballots; i++)
    if (ocop_ballot_counts (&scoring->ballots[i]) && scoring->ballots[i].choices[leaf->place] != OCOP_NOT_SCORED)
      {
        const OcopOption *chosen = ocop_criterion_get_option (leaf, scoring->ballots[i].choices[leaf->place]);

        given.times += chosen->points == option->points;
        given.by_it += chosen == option;
      }
  return given;
}

static gboolean
is_given_more (const Given *a,
               const Given *b)
{
  if (a->times != b->times)
    return a->times > b->times;
  return a->points != b->points ? a->points < b->points : a->by_it > b->by_it;
}

guint8
ocop_scoring_find_most_chosen (const OcopScoring   *scoring,
                               const OcopCriterion *leaf)
{
  guint8 found = OCOP_NOT_SCORED;
  Given most = { 0 };

  for (guint place = 0; place < leaf->options->len; place++)
    {
      Given given = count_given (scoring, leaf, ocop_criterion_get_option (leaf, place));

      if (given.times > 0 && is_given_more (&given, &most))
        {
          most = given;
          found = (guint8) place;
        }
    }
  return found;
}

/* 0 where nobody scored it. */
static guint
most_chosen_points (const OcopScoring   *scoring,
                    const OcopCriterion *leaf)
{
  guint8 option = ocop_scoring_find_most_chosen (scoring, leaf);

  return option != OCOP_NOT_SCORED ? ocop_criterion_get_option (leaf, option)->points : 0;
}

static void
agree (OcopVerdict       *self,
       const OcopScoring *scoring,
       const GArray      *sheets)
{
  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = leaf_at (scoring, i);
      OcopAgreedPoints agreed = { .criterion = leaf };

      if (!ocop_criterion_is_marked (leaf) || !applies (scoring, sheets, leaf))
        continue;
      agreed.by_council = scoring->agreed != NULL && scoring->agreed[i] != OCOP_NOT_SCORED;
      agreed.points = agreed.by_council ? ocop_criterion_get_option (leaf, scoring->agreed[i])->points : most_chosen_points (scoring, leaf);
      g_array_append_val (self->agreed, agreed);
    }
}

/* What @star and all classes below it demand and do not get. */
static GArray *
unmet_minima (const OcopVerdict *self,
              guint              star)
{
  GArray *unmet = g_array_new (FALSE, FALSE, sizeof (OcopUnmetMinimum));

  for (guint i = 0; i < self->agreed->len; i++)
    {
      const OcopAgreedPoints *agreed = &g_array_index (self->agreed, OcopAgreedPoints, i);
      OcopUnmetMinimum minimum = { agreed->criterion, ocop_criterion_least_points (agreed->criterion, star), agreed->points };

      if (minimum.has < minimum.needs)
        g_array_append_val (unmet, minimum);
    }
  return unmet;
}

/* Only classes that are recognised have minima. */
static guint
star_by_minima (const OcopVerdict  *self,
                const OcopRuleBook *book)
{
  for (guint i = 0; i < book->classes->len; i++)
    {
      const OcopStarClass *class = &g_array_index (book->classes, OcopStarClass, i);
      g_autoptr(GArray) unmet = unmet_minima (self, class->stars);

      if (unmet->len == 0 || class->recognised_by == OCOP_LEVEL_NONE)
        return class->stars;
    }
  return 0;
}

/* Rounded up: so much more brings it there. */
static guint
points_lacking (OcopMean mean,
                guint    points)
{
  guint64 wanted = (guint64) points * mean.count;

  if (mean.count == 0)
    return points;
  return mean.sum >= wanted ? 0 : (guint) ((wanted - mean.sum + mean.count - 1) / mean.count);
}

static void
clear_missing (OcopMissing *missing)
{
  g_array_unref (missing->minima);
}

static void
say_what_is_missing (OcopVerdict        *self,
                     const OcopRuleBook *book)
{
  for (guint i = book->classes->len; i-- > 0;)
    {
      const OcopStarClass *class = &g_array_index (book->classes, OcopStarClass, i);
      OcopMissing missing = { class->stars, points_lacking (self->mean, class->least_points), NULL };

      if (class->stars <= self->star)
        continue;
      missing.minima = unmet_minima (self, class->stars);
      g_array_append_val (self->missing, missing);
    }
}

gboolean
ocop_council_rules_make_quorum (const OcopCouncilRules *self,
                                guint                   n_present,
                                guint                   n_members)
{
  return n_present * 100 >= self->quorum_percent * n_members;
}

static gboolean
has_quorum (const OcopScoring *scoring)
{
  guint n_present = 0;
  gboolean chaired = FALSE;

  for (guint i = 0; i < scoring->n_ballots; i++)
    if (scoring->ballots[i].present)
      {
        n_present++;
        chaired |= scoring->ballots[i].chair;
      }
  return chaired && ocop_council_rules_make_quorum (&scoring->rules, n_present, scoring->n_ballots);
}

/* One case of several is enough; what is in the others is not asked for. */
gboolean
ocop_scoring_asks_for (const OcopScoring   *scoring,
                       const guint8        *choices,
                       const OcopCriterion *leaf)
{
  if (leaf->only_with_story && !scoring->has_story)
    return FALSE;
  return !ocop_scoring_is_in_other_case (scoring, choices, leaf);
}

static gboolean
is_complete (const OcopScoring *scoring,
             const GArray      *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const guint8 *choices = g_array_index (sheets, Sheet, i).choices;

      for (guint place = 0; place < scoring->criteria->leaves->len; place++)
        if (choices[place] == OCOP_NOT_SCORED && ocop_scoring_asks_for (scoring, choices, leaf_at (scoring, place)))
          return FALSE;
    }
  return TRUE;
}

OcopVerdict *
ocop_verdict_new (const OcopScoring *scoring)
{
  OcopVerdict *self = g_new0 (OcopVerdict, 1);
  g_autoptr(GArray) sheets = count_sheets (scoring);

  self->agreed = g_array_new (FALSE, FALSE, sizeof (OcopAgreedPoints));
  self->missing = g_array_new (FALSE, FALSE, sizeof (OcopMissing));
  g_array_set_clear_func (self->missing, (GDestroyNotify) clear_missing);

  self->n_counted = sheets->len;
  take_means (self, scoring, sheets);
  agree (self, scoring, sheets);
  self->star_by_mean = star_by_mean (scoring->book, self->mean);
  self->star_by_minima = star_by_minima (self, scoring->book);
  self->star = scoring->disqualified ? 0 : MIN (self->star_by_mean, self->star_by_minima);
  if (!scoring->disqualified)
    say_what_is_missing (self, scoring->book);

  self->spread_exceeded = self->spread > scoring->rules.max_spread;
  self->has_quorum = has_quorum (scoring);
  self->is_complete = is_complete (scoring, sheets);
  self->is_final = self->has_quorum && self->is_complete && !self->spread_exceeded && self->n_counted > 0;
  return self;
}

void
ocop_verdict_free (OcopVerdict *self)
{
  g_array_unref (self->agreed);
  g_array_unref (self->missing);
  g_free (self);
}
