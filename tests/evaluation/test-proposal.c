/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of a product by the council's judgement: one table for the session, its papers and its decisions. */

#include "evaluation/ocop-proposal.h"

#include <string.h>

#include "council.h"

/* By 26/2026/QĐ-TTg where @book is %NULL. */
typedef struct
{
  const char *why;
  const char *book;
  guint star_by_mean;
  guint star_by_minima;
  const char *choice;
  OcopProposalKind kind;
  guint class;
  gboolean leaves_a_choice;
  gboolean is_open;
  gboolean disqualified;
} Case;

#define FORWARD "forward"
#define RECOGNISE "recognise-4"

static const Case cases[] = {
  { "3.3, 6.3.a: at 90 points with all minima met", NULL, 5, 5, NULL, OCOP_PROPOSAL_FORWARD, 5 },
  { "3.3, 6.3.a: whatever was chosen before", NULL, 5, 5, RECOGNISE, OCOP_PROPOSAL_FORWARD, 5 },
  { "3.3: at 90 points with a minimum of 5 stars unmet the council chooses", NULL, 5, 4, NULL, OCOP_PROPOSAL_OPEN, 4, TRUE },
  { "6.3.a: to forward", NULL, 5, 4, FORWARD, OCOP_PROPOSAL_FORWARD, 5, TRUE },
  { "7.3: or to recognise", NULL, 5, 4, RECOGNISE, OCOP_PROPOSAL_RECOGNISE, 4, TRUE },
  { "3.3: with one of 4 stars unmet as well it chooses too", NULL, 5, 3, NULL, OCOP_PROPOSAL_OPEN, 3, TRUE },
  { "6.3.a: to forward", NULL, 5, 3, FORWARD, OCOP_PROPOSAL_FORWARD, 5, TRUE },
  { "3.3, 7.3: what is recognised then is 3 stars", NULL, 5, 3, RECOGNISE, OCOP_PROPOSAL_RECOGNISE, 3, TRUE },
  { "3.3: at 90 points with one of 3 stars unmet there is nothing to choose", NULL, 5, 2, NULL, OCOP_PROPOSAL_NOT_CLASSED, 2 },
  { "3.3: nor has a former choice a say", NULL, 5, 2, FORWARD, OCOP_PROPOSAL_NOT_CLASSED, 2 },
  { "7.3: 4 stars", NULL, 4, 5, NULL, OCOP_PROPOSAL_RECOGNISE, 4 },
  { "7.3: a minimum of 4 stars unmet", NULL, 4, 3, NULL, OCOP_PROPOSAL_RECOGNISE, 3 },
  { "7.3: 3 stars", NULL, 3, 3, NULL, OCOP_PROPOSAL_RECOGNISE, 3 },
  { "3.3: 2 stars", NULL, 2, 5, NULL, OCOP_PROPOSAL_NOT_CLASSED, 2 },
  { "3.3: 1 star", NULL, 1, 2, NULL, OCOP_PROPOSAL_NOT_CLASSED, 1 },
  { "7.3: not final", NULL, 4, 4, NULL, OCOP_PROPOSAL_OPEN, 4, FALSE, TRUE },
  { "7.3: not final, whatever was chosen", NULL, 5, 4, FORWARD, OCOP_PROPOSAL_OPEN, 4, TRUE, TRUE },
  { "annex II: disqualified", NULL, 5, 5, NULL, OCOP_PROPOSAL_REJECT, 0, FALSE, FALSE, TRUE },
  { "annex II: disqualified before all have scored", NULL, 5, 4, FORWARD, OCOP_PROPOSAL_REJECT, 0, FALSE, TRUE, TRUE },
  { "3 stars of the district", "148/QĐ-TTg", 3, 3, NULL, OCOP_PROPOSAL_RECOGNISE, 3 },
  { "5 stars of the centre", "148/QĐ-TTg", 5, 5, NULL, OCOP_PROPOSAL_FORWARD, 5 },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *of = &cases[i];
      const char *book = of->book != NULL ? of->book : "26/2026/QĐ-TTg";
      OcopScoring scoring = { .book = ocop_law_find_book (ocop_law_get_default (), book), .disqualified = of->disqualified };
      OcopVerdict verdict = { .star_by_mean = of->star_by_mean, .star_by_minima = of->star_by_minima, .is_final = !of->is_open };
      OcopProposal proposal;

      verdict.star = of->disqualified ? 0 : MIN (of->star_by_mean, of->star_by_minima);
      proposal = ocop_proposal_judge (&scoring, &verdict, of->choice);
      g_test_message ("%s", of->why);
      g_assert_cmpuint (proposal.kind, ==, of->kind);
      g_assert_cmpuint (proposal.class, ==, of->class);
      g_assert_cmpuint (ocop_proposal_leaves_a_choice (&scoring, &verdict), ==, of->leaves_a_choice);
    }
}

/* The words name the class that really results. */
static void
test_words (void)
{
  static const struct { guint star; const char *choice; OcopProposal as; } words[] = {
    { 4, RECOGNISE, { OCOP_PROPOSAL_RECOGNISE, 4 } },
    { 3, RECOGNISE, { OCOP_PROPOSAL_RECOGNISE, 3 } },
    { 3, FORWARD, { OCOP_PROPOSAL_FORWARD, 5 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      OcopVerdict verdict = { .star_by_mean = 5, .star_by_minima = words[i].star, .star = words[i].star };
      g_autofree char *text = ocop_proposal_choice_to_text (&verdict, words[i].choice);
      g_autofree char *expected = ocop_proposal_to_text (words[i].as);
      g_autofree char *class = g_strdup_printf ("%u", words[i].as.class);

      g_assert_cmpstr (text, ==, expected);
      g_assert_nonnull (strstr (text, class));
    }
}

/* All that there is to score at its best, with the first criterion that asks @star for more than its least agreed at that. */
static void
score_without_minimum (Council *council,
                       guint    star)
{
  g_autoptr(OcopSession) session = NULL;
  const GPtrArray *leaves;

  council_begin (council);
  council_score_all (council, 0, 1, 99);
  council_score_all (council, 1, 1, 99);
  session = council_load (council);
  leaves = ocop_session_get_product (session, 0)->scoring.criteria->leaves;
  for (guint i = 0; i < leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (leaves, i);
      g_autofree char *agreed = NULL;

      if (ocop_criterion_least_points (leaf, star) <= ocop_criterion_get_option (leaf, 0)->points)
        continue;
      agreed = g_strdup_printf ("%s=1", leaf->code);
      council_done (council, (Asked) { ask_agree, .text = agreed });
      return;
    }
  g_assert_not_reached ();
}

/* Article 3.3: without the minima of 3 stars no choice is asked for, and the session can be closed. */
static void
test_closes_without_a_choice (Council       *council,
                              gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  const OcopSessionProduct *product;

  score_without_minimum (council, 3);
  session = council_load (council);
  product = ocop_session_get_product (session, 0);
  g_assert_cmpuint (product->verdict->star_by_mean, ==, 5);
  g_assert_cmpuint (product->verdict->star, ==, 2);
  g_assert_false (ocop_proposal_waits_for_choice (product));
  g_assert_false (ocop_session_product_needs_second_pass (product));
  council_refused (council, (Asked) { ask_choose_for_five, .text = FORWARD }, OCOP_ERROR_REFUSED);
  council_done (council, (Asked) { ask_set_state, .text = "closed" });
}

/* Article 3.3: with them the council has to choose first. */
static void
test_waits_for_the_choice (Council       *council,
                           gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(OcopSession) chosen = NULL;

  score_without_minimum (council, 5);
  session = council_load (council);
  g_assert_true (ocop_proposal_waits_for_choice (ocop_session_get_product (session, 0)));
  g_assert_cmpuint (ocop_proposal_of (ocop_session_get_product (session, 0)).kind, ==, OCOP_PROPOSAL_OPEN);
  council_refused (council, (Asked) { ask_set_state, .text = "closed" }, OCOP_ERROR_REFUSED);
  council_done (council, (Asked) { ask_choose_for_five, .text = FORWARD });
  chosen = council_load (council);
  g_assert_cmpuint (ocop_proposal_of (ocop_session_get_product (chosen, 0)).kind, ==, OCOP_PROPOSAL_FORWARD);
  council_done (council, (Asked) { ask_set_state, .text = "closed" });
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/proposal/table", test_table);
  g_test_add_func ("/proposal/words", test_words);
  g_test_add ("/proposal/closes-without-a-choice", Council, NULL, council_set_up, test_closes_without_a_choice, council_tear_down);
  g_test_add ("/proposal/waits-for-the-choice", Council, NULL, council_set_up, test_waits_for_the_choice, council_tear_down);

  return g_test_run ();
}
