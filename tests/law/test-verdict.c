/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "law/ocop-law.h"
#include "law/ocop-verdict.h"

#define MAX_BALLOTS 100

/* A council whose sheets are made up as each test needs them. */
typedef struct
{
  OcopScoring scoring;
  OcopBallot ballots[MAX_BALLOTS];
  guint8 *choices[MAX_BALLOTS];
} Council;

static const OcopCriterion *
leaf_at (const Council *council,
         guint          place)
{
  return g_ptr_array_index (council->scoring.criteria->leaves, place);
}

/* The worst options, raised one after the other until they add up to @total whole points. */
static void
fill (Council *council,
      guint8  *choices,
      guint    total)
{
  guint n_leaves = council->scoring.criteria->leaves->len;
  guint sum = 0;

  memset (choices, OCOP_NOT_SCORED, n_leaves);
  for (guint i = 0; i < n_leaves; i++)
    {
      choices[i] = 0;
      sum += ocop_criterion_get_option (leaf_at (council, i), 0)->points;
    }
  for (guint i = 0; i < n_leaves; i++)
    while (choices[i] + 1u < leaf_at (council, i)->options->len)
      {
        guint more = ocop_criterion_get_option (leaf_at (council, i), choices[i] + 1u)->points
                     - ocop_criterion_get_option (leaf_at (council, i), choices[i])->points;

        if (sum + more > total * 100)
          break;
        sum += more;
        choices[i]++;
      }
  g_assert_cmpuint (sum, ==, total * 100);
}

/* Sheets of these @totals by the set of rice and cereals; the first member chairs. */
static Council *
council_new (const guint *totals,
             guint        n_totals)
{
  const OcopLaw *law = ocop_law_get_default ();
  OcopDate day = ocop_date_new (2026, 11, 1);
  Council *council = g_new0 (Council, 1);
  OcopScoring *scoring = &council->scoring;

  scoring->book = ocop_law_book_on (law, day);
  scoring->criteria = ocop_law_get_criteria (law, scoring->book, "QD26-03", NULL);
  scoring->rules = OCOP_COUNCIL_RULES_DEFAULT;
  scoring->has_story = TRUE;
  scoring->ballots = council->ballots;
  scoring->n_ballots = n_totals;
  for (guint i = 0; i < n_totals; i++)
    {
      council->choices[i] = g_malloc (scoring->criteria->leaves->len);
      fill (council, council->choices[i], totals[i]);
      council->ballots[i] = (OcopBallot) { i == 0, TRUE, FALSE, council->choices[i] };
    }
  return council;
}

static void
council_free (Council *council)
{
  for (guint i = 0; i < MAX_BALLOTS; i++)
    g_free (council->choices[i]);
  g_free (council);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Council, council_free)

/* Article 3.3: from 50, 70 and 90, on the exact mean, which is cut to be shown. */
static void
test_thresholds (void)
{
  static const struct { guint most, last, n, shown, star; } cases[] = {
    { 50, 49, 100, 4999, 2 },
    { 50, 50, 3, 5000, 3 },
    { 70, 69, 100, 6999, 3 },
    { 70, 70, 1, 7000, 4 },
    { 90, 89, 100, 8999, 4 },
    { 90, 90, 7, 9000, 5 },
    { 87, 88, 3, 8733, 4 },
    { 30, 29, 3, 2966, 1 },
    { 30, 30, 2, 3000, 2 },
    { 100, 100, 2, 10000, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint totals[MAX_BALLOTS];
      g_autoptr(Council) council = NULL;
      g_autoptr(OcopVerdict) verdict = NULL;

      for (guint j = 0; j < cases[i].n; j++)
        totals[j] = j + 1 < cases[i].n ? cases[i].most : cases[i].last;
      council = council_new (totals, cases[i].n);
      verdict = ocop_verdict_new (&council->scoring);
      g_assert_cmpuint (ocop_mean_cut (verdict->mean), ==, cases[i].shown);
      g_assert_cmpuint (verdict->star_by_mean, ==, cases[i].star);
      g_assert_true (verdict->is_final);
    }
}

/* 262/3 stays what it is until it is shown. */
static void
test_exact_mean (void)
{
  static const guint totals[] = { 87, 87, 88 };
  g_autoptr(Council) council = council_new (totals, G_N_ELEMENTS (totals));
  g_autoptr(OcopVerdict) verdict = ocop_verdict_new (&council->scoring);
  guint64 parts = 0;

  g_assert_cmpuint (verdict->mean.sum, ==, 26200);
  g_assert_cmpuint (verdict->mean.count, ==, 3);
  for (guint part = 0; part < OCOP_N_PARTS; part++)
    parts += verdict->part_means[part].sum;
  g_assert_cmpuint (parts, ==, 26200);
}

/* Annex II, the note on stars: points alone do not make a class. */
static void
test_minima (void)
{
  static const guint totals[] = { 92, 92, 92 };
  g_autoptr(Council) council = council_new (totals, G_N_ELEMENTS (totals));
  g_autofree guint8 *agreed = NULL;
  guint n_leaves = council->scoring.criteria->leaves->len;

  agreed = g_malloc (n_leaves);
  for (guint star = 3; star <= 5; star++)
    for (guint i = 0; i < n_leaves; i++)
      {
        g_autoptr(OcopVerdict) verdict = NULL;
        guint least = ocop_criterion_least_points (leaf_at (council, i), star);
        int place = ocop_criterion_find_option (leaf_at (council, i), least);

        /* What the worst option fulfils, or a lower class demands too, is no test of this class. */
        if (least == 0 || place <= 0 || least == ocop_criterion_least_points (leaf_at (council, i), star - 1))
          continue;
        for (guint j = 0; j < n_leaves; j++)
          agreed[j] = (guint8) (leaf_at (council, j)->options->len - 1);
        agreed[i] = (guint8) (place - 1);
        council->scoring.agreed = agreed;
        verdict = ocop_verdict_new (&council->scoring);
        g_assert_cmpuint (verdict->star_by_mean, ==, 5);
        g_assert_cmpuint (verdict->star_by_minima, ==, star - 1);
        g_assert_cmpuint (verdict->star, ==, star - 1);
        g_assert_true (verdict->is_final);
      }
}

/* The council's own rules: one highest and one lowest are left out, from five sheets on. */
static void
test_trimmed (void)
{
  static const struct { guint totals[6]; guint n; guint64 sum; guint count; } cases[] = {
    { { 60, 70, 80, 90 }, 4, 30000, 4 },
    { { 60, 70, 80, 90, 95 }, 5, 24000, 3 },
    { { 80, 80, 80, 80, 80 }, 5, 24000, 3 },
    { { 95, 60, 60, 95, 70, 71 }, 6, 29600, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Council) council = council_new (cases[i].totals, cases[i].n);
      g_autoptr(OcopVerdict) verdict = NULL;

      council->scoring.rules.aggregate = OCOP_AGGREGATE_TRIMMED;
      verdict = ocop_verdict_new (&council->scoring);
      g_assert_cmpuint (verdict->mean.sum, ==, cases[i].sum);
      g_assert_cmpuint (verdict->mean.count, ==, cases[i].count);
      g_assert_cmpuint (verdict->n_counted, ==, cases[i].n);
    }
}

static void
test_what_stands_against (void)
{
  static const guint totals[] = { 70, 75, 80, 85 };
  g_autoptr(Council) council = council_new (totals, G_N_ELEMENTS (totals));

  {
    g_autoptr(OcopVerdict) verdict = ocop_verdict_new (&council->scoring);

    g_assert_cmpuint (verdict->spread, ==, 1500);
    g_assert_true (verdict->spread_exceeded);
    g_assert_false (verdict->is_final);
  }
  council->scoring.rules.max_spread = 1500;
  council->ballots[3].recused = TRUE;
  {
    g_autoptr(OcopVerdict) verdict = ocop_verdict_new (&council->scoring);

    g_assert_cmpuint (verdict->n_counted, ==, 3);
    g_assert_cmpuint (verdict->mean.sum, ==, 22500);
    g_assert_true (verdict->has_quorum);
    g_assert_true (verdict->is_final);
  }
  council->ballots[0].present = FALSE;
  {
    g_autoptr(OcopVerdict) verdict = ocop_verdict_new (&council->scoring);

    g_assert_false (verdict->has_quorum);
  }
  council->ballots[0].present = TRUE;
  council->choices[1][0] = OCOP_NOT_SCORED;
  {
    g_autoptr(OcopVerdict) verdict = ocop_verdict_new (&council->scoring);

    g_assert_false (verdict->is_complete);
    g_assert_false (verdict->is_final);
  }
}

/* No sheet, no mean; a rejected dossier has no class and lacks nothing. */
static void
test_nothing_counted (void)
{
  static const guint totals[] = { 95 };
  g_autoptr(Council) council = council_new (totals, G_N_ELEMENTS (totals));
  g_autoptr(OcopVerdict) rejected = NULL;
  g_autoptr(OcopVerdict) uncounted = NULL;

  council->scoring.disqualified = TRUE;
  rejected = ocop_verdict_new (&council->scoring);
  g_assert_cmpuint (rejected->star, ==, 0);
  g_assert_cmpuint (rejected->missing->len, ==, 0);
  council->scoring.disqualified = FALSE;
  council->ballots[0].recused = TRUE;
  uncounted = ocop_verdict_new (&council->scoring);
  g_assert_cmpuint (ocop_mean_cut (uncounted->mean), ==, 0);
  g_assert_cmpuint (uncounted->star_by_mean, ==, 1);
  g_assert_true (uncounted->is_complete);
  g_assert_false (uncounted->is_final);
}

/* What lacks is rounded up: so much more brings it there. */
static void
test_missing (void)
{
  static const guint totals[] = { 69, 69, 70 };
  g_autoptr(Council) council = council_new (totals, G_N_ELEMENTS (totals));
  g_autoptr(OcopVerdict) verdict = ocop_verdict_new (&council->scoring);
  const OcopMissing *last = &g_array_index (verdict->missing, OcopMissing, verdict->missing->len - 1);

  g_assert_cmpuint (last->star, ==, 5);
  g_assert_cmpuint (last->points, ==, 2067);
  g_assert_cmpuint (g_array_index (verdict->missing, OcopMissing, 0).star, ==, verdict->star + 1);
}

/* Set 07's criterion 3.1 has two options of 1 point and one of 3: points are what most gave, by whichever option. */
static void
test_most_chosen (void)
{
  static const guint8 none = OCOP_NOT_SCORED;
  static const struct { guint8 given[6]; guint n; guint8 most; } cases[] = {
    { { 2, 2, 0, 1, 1 }, 5, 1 },
    { { 2, 2, 0, 1 }, 4, 0 },
    { { 2, 2, 1, none }, 4, 2 },
    { { 1, 1, 2, 2, none }, 5, 1 },
    { { none, none }, 2, none },
  };
  const OcopLaw *law = ocop_law_get_default ();
  const OcopRuleBook *book = ocop_law_book_on (law, ocop_date_new (2026, 11, 1));
  const OcopCriteria *criteria = ocop_law_get_criteria (law, book, "QD26-07", NULL);
  const OcopCriterion *leaf = ocop_criteria_find (criteria, "3.1");

  g_assert_cmpuint (ocop_criterion_get_option (leaf, 0)->points, ==, ocop_criterion_get_option (leaf, 1)->points);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree guint8 *choices = g_malloc (cases[i].n * criteria->leaves->len);
      OcopBallot ballots[7] = { { .present = FALSE } };
      const OcopScoring scoring = { .book = book, .criteria = criteria, .ballots = ballots, .n_ballots = cases[i].n + 1 };

      memset (choices, OCOP_NOT_SCORED, cases[i].n * criteria->leaves->len);
      for (guint j = 0; j < cases[i].n; j++)
        {
          ballots[j + 1] = (OcopBallot) { .present = TRUE, .choices = choices + j * criteria->leaves->len };
          choices[j * criteria->leaves->len + leaf->place] = cases[i].given[j];
        }
      g_assert_cmpuint (ocop_scoring_find_most_chosen (&scoring, leaf), ==, cases[i].most);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict/thresholds/article-3.3", test_thresholds);
  g_test_add_func ("/verdict/exact-mean", test_exact_mean);
  g_test_add_func ("/verdict/minima/annex-II", test_minima);
  g_test_add_func ("/verdict/trimmed", test_trimmed);
  g_test_add_func ("/verdict/what-stands-against", test_what_stands_against);
  g_test_add_func ("/verdict/nothing-counted", test_nothing_counted);
  g_test_add_func ("/verdict/missing", test_missing);
  g_test_add_func ("/verdict/most-chosen", test_most_chosen);
  return g_test_run ();
}
