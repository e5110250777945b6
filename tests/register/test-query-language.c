/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a query may say. */

#include <string.h>

#include "base/ocop-error.h"
#include "register/ocop-query.h"

/* A query with every part that there is. */
#define WHOLE \
  "{\"subject\":\"product\",\"where\":[{\"field\":\"state\",\"op\":\"is\",\"values\":[\"valid\",\"extended\"]}," \
  "{\"field\":\"producer.kind\",\"op\":\"is-not\",\"values\":[\"farm\"]}," \
  "{\"field\":\"decision_date\",\"op\":\"between\",\"values\":[\"2025-01-01\",\"2025-12-31\"]}," \
  "{\"field\":\"key_trades\",\"op\":\"contains-words\",\"values\":[\"cá tra\"]}," \
  "{\"field\":\"unit\",\"op\":\"known\",\"values\":[]}]," \
  "\"has\":[{\"has\":false,\"query\":{\"subject\":\"sales_link\"}}," \
  "{\"has\":true,\"by\":\"product\",\"on\":\"2024-12-31\",\"query\":{\"subject\":\"recognition\"," \
  "\"where\":[{\"field\":\"class\",\"op\":\"at-least\",\"values\":[\"4\"]}]}}]," \
  "\"on\":\"2025-12-31\",\"text\":\"gạo\",\"binned\":true,\"masked\":true,\"measure\":\"count-distinct\",\"of\":\"producer\"," \
  "\"group\":[\"locality\",\"star\"],\"order\":[{\"field\":\"name\",\"descending\":true}]}"

static void
test_json (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopQuery) query = ocop_query_from_json (WHOLE, &error);
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  json = ocop_query_to_json (query);
  g_assert_cmpstr (json, ==, WHOLE);
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *json, *place;
  } rows[] = {
    { "", "" },
    { "{", "" },
    { "[]", "" },
    { "\"product\"", "" },
    { "{}", "subject" },
    { "{\"subject\": 3}", "subject" },
    { "{\"subject\": null}", "subject" },
    { "{\"subject\": \"dragon\"}", "“dragon”" },
    { "{\"subject\": \"product\", \"whree\": []}", "whree" },
    { "{\"subject\": \"product\", \"where\": {}}", "where" },
    { "{\"subject\": \"product\", \"where\": [3]}", "where" },
    { "{\"subject\": \"product\", \"where\": [{}]}", "where[0].field" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"wings\"}]}", "where[0].field “wings”" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"name.first\"}]}", "where[0].field “name.first”" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"producer.\"}]}", "where[0].field “producer.”" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"name\", \"op\": \"like\"}]}", "where[0].op “like”" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"name\", \"op\": true}]}", "where[0].op" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"name\", \"values\": \"x\"}]}", "where[0].values" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"name\", \"values\": [1]}]}", "where[0].values" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"name\", \"values\": []}]}", "where[0].values" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"producer\", \"op\": \"within\", \"values\": [\"x\"]}]}", "where[0].values" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"name\", \"op\": \"known\", \"values\": [\"x\"]}]}", "where[0].values" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"year\", \"op\": \"between\", \"values\": [\"1\"]}]}", "where[0].values" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"year\", \"values\": [\"new\"]}]}", "“new”" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"valid_until\", \"values\": [\"31/02/2025\"]}]}", "“31/02/2025”" },
    { "{\"subject\": \"product\", \"where\": [{\"field\": \"state\", \"values\": [\"valdi\"]}]}", "“valdi”" },
    { "{\"subject\": \"product\", \"has\": [{}]}", "has[0].query" },
    { "{\"subject\": \"product\", \"has\": [{\"has\": 1, \"query\": {}}]}", "has[0].has" },
    { "{\"subject\": \"product\", \"has\": [{\"query\": {\"subject\": \"person\"}}]}", "has[0].by" },
    { "{\"subject\": \"product\", \"has\": [{\"on\": \"2024\", \"query\": {\"subject\": \"recognition\"}}]}", "has[0].on" },
    { "{\"subject\": \"product\", \"has\": [{\"by\": \"kind\", \"query\": {\"subject\": \"recognition\"}}]}", "has[0].by “kind”" },
    { "{\"subject\": \"product\", \"has\": [{\"query\": {\"subject\": \"recognition\", \"where\": [{\"field\": \"x\"}]}}]}",
      "has[0].query.where[0].field “x”" },
    { "{\"subject\": \"product\", \"has\": [{\"query\": {\"subject\": \"recognition\", \"has\": []}}]}", "has[0].query.has" },
    { "{\"subject\": \"product\", \"on\": \"2025\"}", "on" },
    { "{\"subject\": \"product\", \"text\": []}", "text" },
    { "{\"subject\": \"product\", \"masked\": \"yes\"}", "masked" },
    { "{\"subject\": \"product\", \"measure\": \"mean\"}", "measure “mean”" },
    { "{\"subject\": \"product\", \"measure\": \"sum\"}", "of" },
    { "{\"subject\": \"product\", \"measure\": \"sum\", \"of\": \"name\"}", "“name”" },
    { "{\"subject\": \"product\", \"measure\": \"max\", \"of\": \"producer\"}", "“producer”" },
    { "{\"subject\": \"product\", \"group\": \"star\"}", "group" },
    { "{\"subject\": \"product\", \"group\": [\"star\", \"wings\"]}", "group “wings”" },
    { "{\"subject\": \"product\", \"group\": [\"star\", \"state\", \"year\"]}", "group" },
    { "{\"subject\": \"product\", \"order\": [{\"field\": \"wings\"}]}", "order[0].field “wings”" },
    { "{\"subject\": \"product\", \"order\": [{\"field\": \"name\", \"descending\": \"no\"}]}", "order[0].descending" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(OcopQuery) query = ocop_query_from_json (rows[i].json, &error);

      if (query != NULL || error == NULL || strstr (error->message, rows[i].place) == NULL)
        g_error ("%s: %s", rows[i].json, error != NULL ? error->message : "taken");
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
    }
}

/* One of the kinds of damage that a file edited by hand has. */
static void
damage (GString *json)
{
  static const char * const pieces[] = { "{}", "[]", "null", "3", "\"\"", "[", "}", ",", "true", "\"subject\":" };
  gssize place = g_test_rand_int_range (0, (gint32) json->len);
  gssize length = g_test_rand_int_range (1, 20);

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      g_string_erase (json, place, MIN (length, (gssize) json->len - place));
      break;
    case 1:
      g_string_insert (json, place, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      break;
    default:
      {
        char *value = strchr (json->str + place, ':');

        if (value == NULL)
          break;
        g_string_insert (json, value + 1 - json->str, pieces[g_test_rand_int_range (0, 5)]);
        g_string_insert_c (json, value + 1 - json->str, ' ');
        break;
      }
    }
}

/* Whatever comes is a query or an error, and neither a warning nor a crash: criticals are fatal in tests. */
static void
test_mutations (void)
{
  g_autoptr(OcopQuery) whole = ocop_query_from_json (WHOLE, NULL);

  for (int i = 0; i < 500; i++)
    {
      g_autoptr(GString) json = g_string_new (WHOLE);
      g_autoptr(GError) error = NULL;
      g_autoptr(OcopQuery) query = NULL;

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        damage (json);
      query = ocop_query_from_json (json->str, &error);
      g_assert_true ((query == NULL) == (error != NULL));
      if (query != NULL)
        {
          g_autofree char *text = ocop_query_to_json (query);
          g_autoptr(OcopQuery) again = ocop_query_from_json (text, &error);

          g_assert_no_error (error);
          g_assert_true (ocop_query_equal (query, again));
          g_assert_cmpuint (ocop_query_hash (query), ==, ocop_query_hash (again));
          g_assert_cmpint (ocop_query_equal (query, whole), ==, g_str_equal (text, WHOLE));
        }
    }
}

static void
test_equal_and_copy (void)
{
  g_autoptr(OcopQuery) query = ocop_query_from_json (WHOLE, NULL);
  g_autoptr(OcopQuery) copy = ocop_query_copy (query);

  g_assert_true (ocop_query_equal (query, copy));
  ocop_query_unwhere (copy, "unit");
  g_assert_false (ocop_query_equal (query, copy));
  ocop_query_where (copy, "unit", OCOP_OPERATOR_KNOWN, NULL);
  g_assert_true (ocop_query_equal (query, copy));
  ocop_query_has_by (copy, TRUE, "product", ocop_query_new ("recognition"));
  g_assert_false (ocop_query_equal (query, copy));
}

/* Whatever says something else makes another query. */
static void
test_unequal (void)
{
  static const struct
  {
    const char *part, *other;
  } rows[] = {
    { "\"valid\",\"extended\"", "\"valid\"" },
    { "\"valid\",\"extended\"", "\"extended\",\"valid\"" },
    { "producer.kind\",\"op\":\"is-not", "producer.kind\",\"op\":\"is" },
    { "\"decision_date\"", "\"valid_until\"" },
    { "2025-01-01", "2024-01-01" },
    { "{\"field\":\"unit\",\"op\":\"known\",\"values\":[]}", "{\"field\":\"unit\",\"op\":\"unknown\",\"values\":[]}" },
    { ",{\"field\":\"unit\",\"op\":\"known\",\"values\":[]}", "" },
    { "\"has\":false", "\"has\":true" },
    { "2024-12-31", "2024-12-30" },
    { "\"by\":\"product\",", "" },
    { "\"values\":[\"4\"]", "\"values\":[\"5\"]" },
    { "\"on\":\"2025-12-31\",\"text\"", "\"text\"" },
    { "\"text\":\"gạo\",", "" },
    { "\"binned\":true,", "" },
    { "\"masked\":true,", "" },
    { "\"measure\":\"count-distinct\",\"of\":\"producer\"", "\"measure\":\"count\"" },
    { "\"of\":\"producer\"", "\"of\":\"locality\"" },
    { "\"locality\",\"star\"", "\"locality\"" },
    { "\"descending\":true", "\"descending\":false" },
    { "\"name\",\"desc", "\"valid_until\",\"desc" },
  };
  g_autoptr(OcopQuery) query = ocop_query_from_json (WHOLE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GString) json = g_string_new (WHOLE);
      g_autoptr(GError) error = NULL;
      g_autoptr(OcopQuery) other = NULL;

      g_assert_cmpuint (g_string_replace (json, rows[i].part, rows[i].other, 1), ==, 1);
      other = ocop_query_from_json (json->str, &error);
      g_assert_no_error (error);
      g_assert_false (ocop_query_equal (query, other));
      g_assert_false (ocop_query_equal (other, query));
    }
}

/* Adds one condition to @query, asks, and takes it away again. */

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-language/json", test_json);
  g_test_add_func ("/query-language/refusals", test_refusals);
  g_test_add_func ("/query-language/mutations", test_mutations);
  g_test_add_func ("/query-language/equal-and-copy", test_equal_and_copy);
  g_test_add_func ("/query-language/unequal", test_unequal);
  return g_test_run ();
}
