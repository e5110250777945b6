/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sheet line by line, and two sheets side by side. */

#include "base/ocop-data.h"
#include "law/ocop-criteria-lines.h"
#include "law/ocop-law.h"

#define SHEET "26-2026/QD26-03.json"

static const OcopCriteria *
sheet_of (const OcopLaw *law,
          const char    *set)
{
  g_autoptr(GError) error = NULL;
  const OcopCriteria *criteria = ocop_law_get_criteria (law, ocop_law_get_latest_book (law), set, &error);

  g_assert_no_error (error);
  return criteria;
}

/* The shipped law with the first @from of the sheet replaced. */
static OcopLaw *
amend (const char *from,
       const char *to)
{
  g_autoptr(GHashTable) files = ocop_data_lookup_folder ("law", NULL);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = g_hash_table_lookup (files, SHEET);
  g_autoptr(GString) text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  OcopLaw *law;

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  g_hash_table_insert (files, g_strdup (SHEET), g_bytes_new (text->str, text->len));
  law = ocop_law_load (files, &error);
  g_assert_no_error (error);
  return law;
}

static guint
count (GArray               *lines,
       OcopCriteriaLineKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += g_array_index (lines, OcopCriteriaLine, i).kind == kind;
  return n;
}

/* Nothing of any sheet is left out. */
static void
test_whole (void)
{
  const OcopLaw *law = ocop_law_get_default ();

  for (guint i = 0; i < ocop_law_n_sets (law); i++)
    {
      const OcopCriteria *criteria = sheet_of (law, ocop_law_get_set (law, i)->code);
      g_autoptr(GArray) lines = ocop_criteria_lines_new (criteria);
      guint n_options = 0;

      for (guint leaf = 0; leaf < criteria->leaves->len; leaf++)
        n_options += ((const OcopCriterion *) criteria->leaves->pdata[leaf])->options->len;
      g_assert_cmpuint (count (lines, OCOP_CRITERIA_LINE_HEAD), ==, criteria->rejected_when->len);
      g_assert_cmpuint (count (lines, OCOP_CRITERIA_LINE_PART), ==, OCOP_N_PARTS);
      g_assert_cmpuint (count (lines, OCOP_CRITERIA_LINE_OPTION), ==, n_options);
      g_assert_cmpuint (count (lines, OCOP_CRITERIA_LINE_DOUBT), ==, criteria->doubts->len);
    }
}

static guint
count_different (GArray *pairs)
{
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    n += g_array_index (pairs, OcopCriteriaPair, i).differs;
  return n;
}

static void
test_same (void)
{
  g_autoptr(GArray) lines = ocop_criteria_lines_new (sheet_of (ocop_law_get_default (), "QD26-03"));
  g_autoptr(GArray) pairs = ocop_criteria_lines_compare (lines, lines);

  g_assert_cmpuint (pairs->len, ==, lines->len);
  g_assert_cmpuint (count_different (pairs), ==, 0);
}

static void
test_reworded (void)
{
  g_autoptr(GArray) before = ocop_criteria_lines_new (sheet_of (ocop_law_get_default (), "QD26-03"));
  g_autoptr(GArray) after = NULL;
  g_autoptr(GArray) pairs = NULL;
  g_autoptr(OcopLaw) amended = amend ("\"text\": \"", "\"text\": \"Sửa: ");

  after = ocop_criteria_lines_new (sheet_of (amended, "QD26-03"));
  pairs = ocop_criteria_lines_compare (before, after);
  g_assert_cmpuint (pairs->len, ==, before->len);
  g_assert_cmpuint (count_different (pairs), ==, 1);
}

static void
append (GArray     *lines,
        const char *owner,
        guint       place,
        const char *text)
{
  OcopCriteriaLine line = { OCOP_CRITERIA_LINE_OPTION, 2, owner, place, text, OCOP_EFFECT_REJECT, 100, 0 };

  g_array_append_val (lines, line);
}

/* "= a", "- gone", "+ new", "~ changed", a line each. */
static char *
to_text (GArray *pairs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const OcopCriteriaPair *pair = &g_array_index (pairs, OcopCriteriaPair, i);
      char sign = pair->before == NULL ? '+' : pair->after == NULL ? '-' : pair->differs ? '~' : '=';

      g_string_append_printf (text, "%c %s\n", sign, pair->after != NULL ? pair->after->text : pair->before->text);
    }
  return g_string_free (text, FALSE);
}

static void
test_order (void)
{
  g_autoptr(GArray) before = g_array_new (FALSE, FALSE, sizeof (OcopCriteriaLine));
  g_autoptr(GArray) after = g_array_new (FALSE, FALSE, sizeof (OcopCriteriaLine));
  g_autoptr(GArray) pairs = NULL;
  g_autofree char *text = NULL;

  append (before, "1.1", 0, "gone first");
  append (before, "1.2", 0, "kept");
  append (before, "1.2", 1, "gone after it");
  append (before, "1.3", 0, "old words");
  append (after, "1.2", 0, "kept");
  append (after, "1.3", 0, "new words");
  append (after, "1.4", 0, "new");
  pairs = ocop_criteria_lines_compare (before, after);
  text = to_text (pairs);
  g_assert_cmpstr (text, ==, "- gone first\n= kept\n- gone after it\n~ new words\n+ new\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/criteria-lines/whole", test_whole);
  g_test_add_func ("/criteria-lines/same", test_same);
  g_test_add_func ("/criteria-lines/reworded", test_reworded);
  g_test_add_func ("/criteria-lines/order", test_order);
  return g_test_run ();
}
