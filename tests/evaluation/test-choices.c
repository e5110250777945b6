/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-choices.h"

#include <string.h>

#include "base/ocop-error.h"
#include "law/ocop-law.h"

static const OcopCriteria *
get_criteria (const char *set)
{
  const OcopLaw *law = ocop_law_get_default ();
  g_autoptr(GError) error = NULL;
  const OcopCriteria *criteria = ocop_law_get_criteria (law, ocop_law_find_book (law, "26/2026/QĐ-TTg"), set, &error);

  g_assert_no_error (error);
  return criteria;
}

/* What is read comes out again in the order of the sheet. */
static const struct
{
  const char *text;
  const char *written;
} good[] = {
  { NULL, NULL },
  { "", NULL },
  { "  ", NULL },
  { "1.1=2", "1.1=2" },
  { "1.1=0", "1.1=0" },
  { "1.1=2 1.2=0", "1.1=2 1.2=0" },
  { " 1.2=0  1.1=2 ", "1.1=2 1.2=0" },
};

static const struct
{
  const char *text;
  const char *named;
} bad[] = {
  { "99.9=1", "99.9" },
  { "1=1", "“1”" },
  { "=1", "“”" },
  { "1.1", "1.1" },
  { "1.1=", "1.1" },
  { "1.1= 2", "1.1" },
  { "1.1=3", "1.1" },
  { "1.1=-1", "1.1" },
  { "1.1=2x", "1.1" },
  { "1.1=99999999999999999999", "1.1" },
  { "1.1=255", "1.1" },
  { "1.1=1 1.1=1", "1.1" },
  { "1.1=1,1.2=1", "1.1" },
  { "1.1=1 xyz=0", "xyz" },
};

static void
test_good (void)
{
  const OcopCriteria *criteria = get_criteria ("QD26-03");

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree guint8 *choices = ocop_choices_parse (criteria, good[i].text, &error);
      g_autofree char *written = NULL;

      g_assert_no_error (error);
      written = ocop_choices_format (criteria, choices);
      g_assert_cmpstr (written, ==, good[i].written);
    }
}

static void
test_bad (void)
{
  const OcopCriteria *criteria = get_criteria ("QD26-03");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree guint8 *choices = ocop_choices_parse (criteria, bad[i].text, &error);

      g_assert_null (choices);
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE);
      g_assert_nonnull (strstr (error->message, bad[i].named));
    }
}

/* Any sheet of any set comes back as it was. */
static void
test_all_sets (void)
{
  const OcopLaw *law = ocop_law_get_default ();

  for (guint set = 0; set < ocop_law_n_sets (law); set++)
    for (guint round = 0; round < 20; round++)
      {
        const OcopCriteria *criteria = get_criteria (ocop_law_get_set (law, set)->code);
        g_autofree guint8 *choices = ocop_choices_new (criteria);
        g_autofree guint8 *read = NULL;
        g_autofree char *text = NULL;
        g_autoptr(GError) error = NULL;

        for (guint i = 0; i < criteria->leaves->len; i++)
          {
            const OcopCriterion *leaf = g_ptr_array_index (criteria->leaves, i);
            guint chosen = (guint) g_test_rand_int_range (0, (gint32) leaf->options->len + 1);

            choices[i] = chosen < leaf->options->len ? (guint8) chosen : OCOP_NOT_SCORED;
          }
        text = ocop_choices_format (criteria, choices);
        read = ocop_choices_parse (criteria, text, &error);
        g_assert_no_error (error);
        g_assert_cmpmem (read, criteria->leaves->len, choices, criteria->leaves->len);
      }
}

static OcopScoring
get_scoring (const char *set,
             gboolean    has_story)
{
  return (OcopScoring) {
    .book = ocop_law_find_book (ocop_law_get_default (), "26/2026/QĐ-TTg"),
    .criteria = get_criteria (set),
    .has_story = has_story,
  };
}

static void
test_story (void)
{
  OcopScoring scoring = get_scoring ("QD26-03", FALSE);
  guint n = scoring.criteria->leaves->len;
  guint n_stories = 0;

  for (guint i = 0; i < n; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (scoring.criteria->leaves, i);
      g_autofree guint8 *choices = ocop_choices_new (scoring.criteria);
      g_autoptr(GError) error = NULL;

      if (!leaf->only_with_story)
        continue;
      n_stories++;
      choices[i] = 0;
      g_assert_false (ocop_choices_check (&scoring, choices, &error));
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE);
      g_assert_nonnull (strstr (error->message, leaf->code));
      scoring.has_story = TRUE;
      g_assert_true (ocop_choices_check (&scoring, choices, NULL));
      g_assert_cmpuint (ocop_choices_count_missing (&scoring, choices), ==, n - 1);
      scoring.has_story = FALSE;
    }
  g_assert_cmpuint (n_stories, >, 0);
}

/* Set 26 lets one of two cases be scored. */
static void
test_cases (void)
{
  OcopScoring scoring = get_scoring ("QD26-26", TRUE);
  g_autofree guint8 *choices = ocop_choices_new (scoring.criteria);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < scoring.criteria->leaves->len; i++)
    choices[i] = 0;
  g_assert_false (ocop_choices_check (&scoring, choices, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE);
}

static void
test_no_such_option (void)
{
  OcopScoring scoring = get_scoring ("QD26-03", TRUE);
  g_autofree guint8 *choices = ocop_choices_new (scoring.criteria);
  g_autoptr(GError) error = NULL;

  choices[0] = 3;
  g_assert_false (ocop_choices_check (&scoring, choices, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE);
  g_assert_nonnull (strstr (error->message, "1.1"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choices/good", test_good);
  g_test_add_func ("/choices/bad", test_bad);
  g_test_add_func ("/choices/all-sets", test_all_sets);
  g_test_add_func ("/choices/story", test_story);
  g_test_add_func ("/choices/cases", test_cases);
  g_test_add_func ("/choices/no-such-option", test_no_such_option);
  return g_test_run ();
}
