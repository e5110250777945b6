/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conditions said in words, as on the paper of a list. */

#include "list/desk-query-words.h"

static void
assert_words (const OcopQuery *query,
              const char      *expected)
{
  g_autofree char *words = desk_query_dup_words (query);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_nothing (void)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  ocop_query_set_text (query, "gao");
  assert_words (query, NULL);
}

static void
test_operators (void)
{
  static const struct
  {
    const char *field;
    OcopOperator op;
    const char *values[3];
    const char *words;
  } cases[] = {
    { "valid_until", OCOP_OPERATOR_BETWEEN, { "2026-11-22", "2027-05-21" }, "Valid until: 22/11/2026 – 21/05/2027" },
    { "valid_until", OCOP_OPERATOR_AT_LEAST, { "2024-02-29" }, "Valid until: from 29/02/2024" },
    { "valid_until", OCOP_OPERATOR_AT_MOST, { "2026-08-31" }, "Valid until: up to 31/08/2026" },
    { "name", OCOP_OPERATOR_CONTAINS, { "gạo" }, "Product: “gạo”" },
    { "producer", OCOP_OPERATOR_IS, { "01a20222-1597-701b-aaed-b52027a00000" }, "Producer: as chosen" },
    { "producer.kind", OCOP_OPERATOR_UNKNOWN, { NULL }, "Producer – Kind of producer: unknown" },
    { "province", OCOP_OPERATOR_IS_NOT, { "01a20222-1597-701b-aaed-b52027a00000" }, "without products of other provinces" },
    { "decision_date", OCOP_OPERATOR_KNOWN, { NULL }, "Decision date: known" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new ("product");

      ocop_query_wherev (query, cases[i].field, cases[i].op, cases[i].values);
      assert_words (query, cases[i].words);
    }
}

static void
test_several (void)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  ocop_query_where (query, "year", OCOP_OPERATOR_IS, "2024", "2025", NULL);
  ocop_query_where (query, "producer", OCOP_OPERATOR_UNKNOWN, NULL);
  assert_words (query, "Year: 2024, 2025; Producer: unknown");
}

/* Many that were picked out are counted; what is asked of another day says so. */
static void
test_chosen (void)
{
  static const char * const ids[] = { "01a20222-1597-701b-aaed-b52027a00000", "01a20222-1597-701b-aaed-b52027a00001", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  OcopQuery *recognitions = ocop_query_new ("recognition");

  ocop_query_wherev (query, "id", OCOP_OPERATOR_IS, ids);
  ocop_query_where (recognitions, "class", OCOP_OPERATOR_IS, "4", NULL);
  ocop_query_has_on (query, TRUE, NULL, ocop_date_new (2025, 12, 31), recognitions);
  assert_words (query, "Chosen: 2 products; with Recognitions as of 31/12/2025 (Class: 4)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/query-words/nothing", test_nothing);
  g_test_add_func ("/ui/query-words/operators", test_operators);
  g_test_add_func ("/ui/query-words/several", test_several);
  g_test_add_func ("/ui/query-words/chosen", test_chosen);
  return g_test_run ();
}
