/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verdict explained: what each higher class needs, and what the council may choose. */

#include "evaluation/ocop-advice.h"

#include <string.h>

#include "council.h"

static OcopAdvice *
advise (Council *council)
{
  g_autoptr(OcopSession) session = council_load (council);

  return ocop_advice_new (ocop_session_get_product (session, 0));
}

static void
test_best (Council       *council,
           gconstpointer  data)
{
  g_autoptr(OcopAdvice) advice = NULL;

  council_begin (council);
  council_score_all (council, 0, 1, 99);
  advice = advise (council);
  g_assert_cmpuint (advice->star, ==, 5);
  g_assert_cmpuint (advice->classes->len, ==, 0);
  g_assert_cmpuint (advice->gains->len, ==, 0);
  g_assert_cmpuint (advice->against->len, ==, 0);
  g_assert_null (advice->choice);
  council_refused (council, (Asked) { ask_choose_for_five, .text = "forward" }, OCOP_ERROR_REFUSED);
}

/* 1.5 of set 3 asks class 4 for its third option. */
static void
test_choice (Council       *council,
             gconstpointer  data)
{
  g_autoptr(OcopAdvice) open = NULL;
  g_autoptr(OcopAdvice) chosen = NULL;
  g_autoptr(OcopAdvice) again = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  const OcopAdviceMinimum *minimum;

  council_begin (council);
  council_score_all (council, 0, 1, 99);
  council_done (council, (Asked) { ask_agree, .text = "1.5=1" });
  open = advise (council);
  g_assert_cmpuint (open->classes->len, ==, 2);
  g_assert_cmpuint (((const OcopAdviceClass *) g_ptr_array_index (open->classes, 0))->points, ==, 0);
  minimum = g_ptr_array_index (((const OcopAdviceClass *) g_ptr_array_index (open->classes, 0))->minima, 0);
  g_assert_cmpstr (minimum->criterion->code, ==, "1.5");
  g_assert_nonnull (strstr (minimum->text, minimum->has->text));
  g_assert_nonnull (strstr (minimum->text, minimum->needs->text));
  g_assert_cmpuint (minimum->has->points, <, minimum->needs->points);
  g_assert_nonnull (strstr (open->choice, "1.5"));
  lines = ocop_advice_to_lines (open);
  g_assert_cmpuint (lines->len, >=, 5);

  council_done (council, (Asked) { ask_choose_for_five, .text = "recognise-4" });
  chosen = advise (council);
  g_assert_cmpstr (chosen->choice, !=, open->choice);
  /* What was chosen after one scoring is not chosen after the next. */
  council_done (council, (Asked) { ask_score_again });
  council_score_all (council, 0, 2, 99);
  council_done (council, (Asked) { ask_agree, .text = "1.5=1" });
  again = advise (council);
  g_assert_cmpstr (again->choice, ==, open->choice);
}

static void
test_poor (Council       *council,
           gconstpointer  data)
{
  g_autoptr(OcopAdvice) advice = NULL;

  council_begin (council);
  council_score_all (council, 0, 1, 0);
  advice = advise (council);
  g_assert_cmpuint (advice->gains->len, ==, 5);
  for (guint i = 1; i < advice->gains->len; i++)
    g_assert_cmpuint (g_array_index (advice->gains, OcopAdviceGain, i).points, <=, g_array_index (advice->gains, OcopAdviceGain, i - 1).points);
  g_assert_cmpuint (((const OcopAdviceClass *) g_ptr_array_index (advice->classes, 0))->points, >, 0);
}

static void
test_nothing (Council       *council,
              gconstpointer  data)
{
  g_autoptr(OcopAdvice) advice = NULL;
  const OcopAdviceClass *class;

  council_begin (council);
  advice = advise (council);
  g_assert_cmpuint (advice->against->len, ==, 1);
  class = g_ptr_array_index (advice->classes, advice->classes->len - 1);
  g_assert_cmpuint (class->star, ==, 5);
  g_assert_cmpuint (class->minima->len, >, 0);
  g_assert_null (((const OcopAdviceMinimum *) g_ptr_array_index (class->minima, 0))->has);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/advice/best", Council, NULL, council_set_up, test_best, council_tear_down);
  g_test_add ("/advice/choice", Council, NULL, council_set_up, test_choice, council_tear_down);
  g_test_add ("/advice/poor", Council, NULL, council_set_up, test_poor, council_tear_down);
  g_test_add ("/advice/nothing", Council, NULL, council_set_up, test_nothing, council_tear_down);
  return g_test_run ();
}
