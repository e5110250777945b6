/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked together is answered as each query by itself: values that are unknown, links that lead nowhere, records in
 * the bin, relations had and not had, texts, numbers and days, groups of each kind. */

#include <string.h>

#include "register/fixture.h"

static const char * const queries[] = {
  "{\"subject\": \"product\", \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"state\", \"op\": \"is\", \"values\": [\"valid\", \"extended\", \"potential5\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"state\", \"op\": \"is\", \"values\": [\"valid\"]}, {\"field\": \"star\", \"op\": \"is\", \"values\": [\"4\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"state\", \"op\": \"is\", \"values\": [\"valid\"]}], \"on\": \"2020-01-01\", \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"key_trades\", \"op\": \"contains-words\", \"values\": [\"ca tra\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"key_trades\", \"op\": \"is-not\", \"values\": [\"Sen\"]}], \"measure\": \"count-distinct\", \"of\": \"producer\"}",
  "{\"subject\": \"product\", \"measure\": \"count-distinct\", \"of\": \"producer\"}",
  "{\"subject\": \"product\", \"measure\": \"count-distinct\", \"of\": \"key_trades\"}",
  "{\"subject\": \"product\", \"measure\": \"count\", \"group\": [\"producer\"]}",
  "{\"subject\": \"product\", \"measure\": \"count\", \"group\": [\"star\"]}",
  "{\"subject\": \"product\", \"measure\": \"count\", \"group\": [\"sector\"]}",
  "{\"subject\": \"product\", \"measure\": \"count\", \"group\": [\"running_number\"]}",
  "{\"subject\": \"product\", \"measure\": \"count\", \"group\": [\"producer\", \"star\"]}",
  "{\"subject\": \"product\", \"text\": \"ca\", \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"measure\": \"sum\", \"of\": \"running_number\"}",
  "{\"subject\": \"product\", \"measure\": \"max\", \"of\": \"valid_until\"}",
  "{\"subject\": \"recognition\", \"measure\": \"min\", \"of\": \"decision_date\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"class\", \"op\": \"at-least\", \"values\": [\"9\"]}], \"measure\": \"min\", \"of\": \"decision_date\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"product.producer.kind\", \"op\": \"is\", \"values\": [\"cooperative\"]}], \"measure\": \"count-distinct\", \"of\": \"product.producer\"}",
  "{\"subject\": \"recognition\", \"measure\": \"count-distinct\", \"of\": \"product\", \"group\": [\"product.producer\"]}",
  "{\"subject\": \"recognition\", \"measure\": \"max\", \"of\": \"decision_date\", \"group\": [\"product\"]}",
  "{\"subject\": \"producer\", \"where\": [{\"field\": \"products\", \"op\": \"at-least\", \"values\": [\"1\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"producer\", \"has\": [{\"has\": true, \"query\": {\"subject\": \"product\", \"where\": [{\"field\": \"state\", \"op\": \"is\", \"values\": [\"valid\"]}]}}], \"measure\": \"count\"}",
  "{\"subject\": \"producer\", \"has\": [{\"has\": false, \"query\": {\"subject\": \"product\"}}], \"measure\": \"count\"}",
  "{\"subject\": \"producer\", \"has\": [{\"has\": true, \"by\": \"product.producer\", \"query\": {\"subject\": \"recognition\", \"where\": [{\"field\": \"decision_date\", \"op\": \"between\", \"values\": [\"2025\", \"2025\"]}]}}, {\"has\": false, \"by\": \"product.producer\", \"query\": {\"subject\": \"recognition\", \"where\": [{\"field\": \"decision_date\", \"op\": \"at-most\", \"values\": [\"2024-12-31\"]}]}}], \"measure\": \"count\"}",
  "{\"subject\": \"producer\", \"has\": [{\"has\": true, \"query\": {\"subject\": \"product\"}}], \"measure\": \"count\", \"group\": [\"kind\"]}",
};

static void
add_recognised (Fixture    *fixture,
                const char *product,
                const char *class,
                const char *day)
{
  g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "kind", "first", "class", class,
                       "decision_date", day, NULL));
}

static void
bin (Fixture    *fixture,
     const char *kind,
     const char *id)
{
  OcopChange *change = ocop_change_new ("bin", "bin");

  ocop_change_bin (change, ocop_kind_find (kind), id);
  g_assert_true (ocop_register_commit (fixture->reg, change, NULL));
  ocop_change_free (change);
}

static void
fill (Fixture *fixture)
{
  g_autofree char *fish = fixture_add (fixture, "producer", "name", "HTX Cá", "kind", "cooperative", NULL);
  g_autofree char *lotus = fixture_add (fixture, "producer", "name", "Hộ Sen", "kind", "household", NULL);
  g_autofree char *none = fixture_add (fixture, "producer", "name", "Ấp Mới", NULL);
  g_autofree char *basa = fixture_add (fixture, "product", "name", "Cá tra", "producer", fish, "key_trades", "Cá tra, Sen", "running_number", "7",
                                       "criteria_set", "QD26-01", NULL);
  g_autofree char *dried = fixture_add (fixture, "product", "name", "Khô cá trắng", "producer", fish, "key_trades", "Cá trắng", NULL);
  g_autofree char *tea = fixture_add (fixture, "product", "name", "Trà sen", "producer", lotus, "key_trades", "Sen", "running_number", "7", NULL);
  g_autofree char *orphan = fixture_add (fixture, "product", "name", "Không rõ", NULL);
  g_autofree char *gone = fixture_add (fixture, "product", "name", "Cá bỏ", "producer", none, NULL);

  add_recognised (fixture, basa, "4", "2024-05-06");
  add_recognised (fixture, basa, "3", "2021-05-06");
  add_recognised (fixture, tea, "3", "2025-07-08");
  add_recognised (fixture, orphan, "4", "2025-07-08");
  add_recognised (fixture, dried, "3", "2019-01-01");
  bin (fixture, "product", gone);
}

typedef struct
{
  GPtrArray *queries, *single;
} Asked;

static OcopRows *
ask_alone (OcopReader      *reader,
           const OcopQuery *query,
           gboolean         grouped)
{
  OcopRows *rows;

  if (grouped)
    return ocop_reader_groups (reader, query, NULL);
  rows = ocop_rows_new (1);
  g_assert_true (ocop_reader_value (reader, query, ocop_rows_append (rows, 0), NULL));
  return rows;
}

static gpointer
ask (OcopReader    *reader,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  Asked *asked = data;

  for (guint i = 0; i < asked->queries->len; i++)
    g_ptr_array_add (asked->single, ask_alone (reader, asked->queries->pdata[i], strstr (queries[i], "\"group\"") != NULL));
  return ocop_reader_survey (reader, asked->queries, error);
}

static void
assert_same (const char     *query,
             const OcopRows *one,
             const OcopRows *other)
{
  g_test_message ("%s", query);
  g_assert_cmpuint (ocop_rows_get_n_columns (one), ==, ocop_rows_get_n_columns (other));
  g_assert_cmpuint (ocop_rows_get_n_rows (one), ==, ocop_rows_get_n_rows (other));
  for (guint row = 0; row < ocop_rows_get_n_rows (one); row++)
    for (guint column = 0; column < ocop_rows_get_n_columns (one); column++)
      g_assert_true (ocop_value_equal (ocop_rows_get (one, row, column), ocop_rows_get (other, row, column)));
}

static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) together = NULL;
  Asked asked = { g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_query_free),
                  g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_rows_unref) };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_ptr_array_add (asked.queries, ocop_query_from_json (queries[i], &error));
      g_assert_no_error (error);
    }
  together = ocop_register_read (fixture->reg, ask, &asked, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    assert_same (queries[i], together->pdata[i], asked.single->pdata[i]);
  g_ptr_array_unref (asked.queries);
  g_ptr_array_unref (asked.single);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/survey/same", Fixture, NULL, fixture_set_up, test_same, fixture_tear_down);
  return g_test_run ();
}
