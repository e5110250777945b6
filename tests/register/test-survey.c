/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked together is answered as each query by itself: values that are unknown, links that lead nowhere, records in
 * the bin, relations had and not had, texts, numbers and days, groups of each kind, what a mask hides, several days at once. */

#include <string.h>

#include "base/ocop-error.h"
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
  "{\"subject\": \"product\", \"measure\": \"count\", \"group\": [\"sector\", \"star\"]}",
  "{\"subject\": \"product\", \"measure\": \"count\", \"group\": [\"star\", \"key_trades\"]}",
  "{\"subject\": \"product\", \"measure\": \"count\", \"group\": [\"valid_until\", \"star\"]}",
  "{\"subject\": \"product\", \"measure\": \"sum\", \"of\": \"running_number\", \"group\": [\"locality\", \"producer\"]}",
  "{\"subject\": \"product\", \"has\": [{\"has\": true, \"on\": \"2020-01-01\", \"query\": {\"subject\": \"recognition\", \"where\": [{\"field\": \"state\", \"op\": \"is\", \"values\": [\"valid\", \"extended\", \"potential5\"]}]}}], \"measure\": \"count\", \"group\": [\"star\"]}",
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
  "{\"subject\": \"product\", \"has\": [{\"has\": true, \"on\": \"2024-12-31\", \"query\": {\"subject\": \"recognition\", \"where\": [{\"field\": \"product.state\", \"op\": \"is\", \"values\": [\"valid\"]}]}}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"measure\": \"count\", \"group\": [\"locality\"]}",
  "{\"subject\": \"product\", \"on\": \"2020-01-01\", \"measure\": \"count\", \"group\": [\"locality\"]}",
  "{\"subject\": \"product\", \"measure\": \"count\", \"group\": [\"locality.level\"]}",
  "{\"subject\": \"product\", \"measure\": \"count\", \"group\": [\"province\"]}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"locality.name\", \"op\": \"contains\", \"values\": [\"moi\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"locality\", \"op\": \"within\", \"values\": [\"PROVINCE\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"product.locality\", \"op\": \"within\", \"values\": [\"PROVINCE\"]}], \"measure\": \"count-distinct\", \"of\": \"product.locality\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"locality\", \"op\": \"is\", \"values\": [\"PROVINCE\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"locality\", \"op\": \"unknown\", \"values\": []}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"producer\", \"op\": \"contains\", \"values\": [\"sen\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"key_trades\", \"op\": \"contains\", \"values\": [\"TRA\", \"sen\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"sector\", \"op\": \"known\", \"values\": []}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"star\", \"op\": \"at-least\", \"values\": [\"4\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"star\", \"op\": \"is-not\", \"values\": [\"4\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"state\", \"op\": \"is\", \"values\": [\"none\", \"expired\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"state\", \"op\": \"is\", \"values\": [\"none\", \"expired\"]}], \"on\": \"2020-01-01\", \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"valid_until\", \"op\": \"between\", \"values\": [\"2027\", \"2027-05-06\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"valid_until\", \"op\": \"unknown\", \"values\": []}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"estimated\", \"op\": \"is\", \"values\": [\"1\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"year\", \"op\": \"at-most\", \"values\": [\"2024\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"product\", \"where\": [{\"field\": \"id\", \"op\": \"is-not\", \"values\": [\"PROVINCE\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"decision_date\", \"op\": \"at-most\", \"values\": [\"2023-06-30\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"decision_date\", \"op\": \"at-most\", \"values\": [\"2023\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"ended_on\", \"op\": \"not-before\", \"values\": [\"2024-06-30\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"decision_date\", \"op\": \"at-least\", \"values\": [\"2023-01-01\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"decision_date\", \"op\": \"is\", \"values\": [\"2023\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"decision_date\", \"op\": \"is-not\", \"values\": [\"2023\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"class\", \"op\": \"between\", \"values\": [\"3\", \"3\"]}], \"measure\": \"count-distinct\", \"of\": \"product.unit\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"product.producer.kind\", \"op\": \"is-not\", \"values\": [\"household\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"product.state\", \"op\": \"is\", \"values\": [\"valid\", \"extended\", \"potential5\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"recognition\", \"where\": [{\"field\": \"product.producer.products\", \"op\": \"at-least\", \"values\": [\"1\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"producer\", \"where\": [{\"field\": \"products\", \"op\": \"at-least\", \"values\": [\"1\"]}], \"on\": \"2020-01-01\", \"measure\": \"count\"}",
  "{\"subject\": \"producer\", \"where\": [{\"field\": \"products\", \"op\": \"at-least\", \"values\": [\"2\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"producer\", \"where\": [{\"field\": \"phone\", \"op\": \"is\", \"values\": [\"0912345678\"]}], \"measure\": \"count\"}",
  "{\"subject\": \"producer\", \"measure\": \"count-distinct\", \"of\": \"id\"}",
  "{\"subject\": \"value_chain\", \"where\": [{\"field\": \"name\", \"op\": \"known\", \"values\": []}], \"measure\": \"count\"}",
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

/* The id of a province. */
static char *
fill (Fixture *fixture)
{
  g_autofree char *province = fixture_add (fixture, "unit", "name", "Tỉnh Mới", "level", "province", NULL);
  g_autofree char *commune = fixture_add (fixture, "unit", "name", "Xã Mới", "level", "commune", "parent", province, NULL);
  g_autofree char *former = fixture_add (fixture, "unit", "name", "Xã Cũ", "level", "commune", "parent", province, "valid_until", "2025-06-30",
                                         "successor", commune, NULL);
  g_autofree char *fish = fixture_add (fixture, "producer", "name", "HTX Cá", "kind", "cooperative", "phone", "0912345678", NULL);
  g_autofree char *lotus = fixture_add (fixture, "producer", "name", "Hộ Sen", "kind", "household", NULL);
  g_autofree char *none = fixture_add (fixture, "producer", "name", "Ấp Mới", NULL);
  g_autofree char *basa = fixture_add (fixture, "product", "name", "Cá tra", "producer", fish, "key_trades", "Cá tra, Sen", "running_number", "7", "unit", commune,
                                       "criteria_set", "QD26-01", NULL);
  g_autofree char *dried = fixture_add (fixture, "product", "name", "Khô cá trắng", "producer", fish, "key_trades", "Cá trắng", NULL);
  g_autofree char *tea = fixture_add (fixture, "product", "name", "Trà sen", "producer", lotus, "key_trades", "Sen", "running_number", "7",
                                      "unit", former, NULL);
  g_autofree char *orphan = fixture_add (fixture, "product", "name", "Không rõ", NULL);
  g_autofree char *gone = fixture_add (fixture, "product", "name", "Cá bỏ", "producer", none, NULL);

  add_recognised (fixture, basa, "4", "2024-05-06");
  add_recognised (fixture, basa, "3", "2021-05-06");
  add_recognised (fixture, tea, "3", "2025-07-08");
  add_recognised (fixture, orphan, "4", "2025-07-08");
  add_recognised (fixture, dried, "3", "2019-01-01");
  add_recognised (fixture, dried, "4", "2023");
  bin (fixture, "product", gone);
  return g_steal_pointer (&province);
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

static OcopQuery *
read_query (const char *text,
            const char *province,
            gboolean    masked)
{
  g_auto(GStrv) parts = g_strsplit (text, "PROVINCE", -1);
  g_autofree char *json = g_strjoinv (province, parts);
  g_autoptr(GError) error = NULL;
  OcopQuery *query = ocop_query_from_json (json, &error);

  g_assert_no_error (error);
  ocop_query_set_masked (query, masked);
  return query;
}

/* @fixture: of which the answers by themselves are those to hold to */
static void
assert_all_same (Fixture         *fixture,
                 const GPtrArray *asked)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) together = NULL;
  Asked both = { (GPtrArray *) asked, g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_rows_unref) };

  together = ocop_register_read (fixture->reg, ask, &both, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    assert_same (queries[i], together->pdata[i], both.single->pdata[i]);
  g_ptr_array_unref (both.single);
}

static GPtrArray *
read_queries (const char *province,
              gboolean    masked)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_query_free);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    g_ptr_array_add (all, read_query (queries[i], province, masked));
  return all;
}

/* @data: whether personal data are masked */
static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *province = fill (fixture);
  g_autoptr(GPtrArray) asked = read_queries (province, data != NULL);

  assert_all_same (fixture, asked);
}

static void
commit (Fixture    *fixture,
        OcopChange *change)
{
  g_autoptr(GError) error = NULL;

  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
}

static void
merge (Fixture    *fixture,
       const char *kind,
       const char *id,
       const char *into)
{
  g_autoptr(OcopChange) change = ocop_change_new ("merge", "merge");

  ocop_change_merge (change, ocop_kind_find (kind), id, into);
  commit (fixture, change);
}

/* @n: of one change */
static void
add_products (Fixture *fixture,
              guint    n)
{
  g_autoptr(OcopChange) change = ocop_change_new ("add", "products");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(OcopRecord) product = ocop_record_new (ocop_kind_find ("product"), NULL);
      g_autofree char *name = g_strdup_printf ("Trà %u", i);
      const OcopValue title = { OCOP_VALUE_TEXT, .text = name }, number = ocop_value_integer (1 + i % 9);

      ocop_record_set (product, "name", &title);
      ocop_record_set (product, "running_number", &number);
      ocop_change_add (change, product);
    }
  commit (fixture, change);
}

/* What was read is kept, and what was written is read again, whatever it was. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *province = fill (fixture);
  g_autoptr(GPtrArray) asked = read_queries (province, FALSE);
  g_autofree char *added = NULL, *bees = NULL, *hives = NULL;

  assert_all_same (fixture, asked);
  assert_all_same (fixture, asked);
  bees = fixture_add (fixture, "producer", "name", "HTX Ong", "kind", "cooperative", NULL);
  added = fixture_add (fixture, "product", "name", "Mật ong", "key_trades", "Ong", "running_number", "9", "producer", bees, NULL);
  add_recognised (fixture, added, "5", "2025-09-10");
  assert_all_same (fixture, asked);
  fixture_edit (fixture, "product", added, "running_number", "7");
  fixture_edit (fixture, "product", added, "key_trades", NULL);
  fixture_edit (fixture, "product", added, "unit", province);
  assert_all_same (fixture, asked);
  add_recognised (fixture, added, "4", "2025-10-10");
  assert_all_same (fixture, asked);
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  assert_all_same (fixture, asked);
  g_assert_true (ocop_register_redo (fixture->reg, NULL, NULL));
  hives = fixture_add (fixture, "producer", "name", "Hộ Ong", "kind", "household", NULL);
  merge (fixture, "producer", bees, hives);
  assert_all_same (fixture, asked);
  fixture_edit (fixture, "unit", province, "name", "Tỉnh Mới Mới");
  assert_all_same (fixture, asked);
  bin (fixture, "product", added);
  assert_all_same (fixture, asked);
}

/* What others wrote as well, also where it is more than they tell of one by one, or than they tell at all. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  static const guint numbers[] = { 1, 499, 500, 501, 1, 499, 499, 499, 499, 499 };
  g_autofree char *province = fill (fixture);
  g_autoptr(GPtrArray) asked = read_queries (province, FALSE);
  Fixture other = { NULL, fixture->path, NULL };

  fixture_open (&other);
  assert_all_same (fixture, asked);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      add_products (&other, numbers[i]);
      if (i < 5)
        assert_all_same (fixture, asked);
    }
  assert_all_same (fixture, asked);
  fixture_edit (fixture, "unit", province, "name", "Tỉnh Khác");
  assert_all_same (&other, asked);
  fixture_close (&other);
}

static gpointer
survey (OcopReader    *reader,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  return ocop_reader_survey (reader, data, error);
}

static void
assert_refused (Fixture   *fixture,
                OcopQuery *query)
{
  g_autoptr(GPtrArray) asked = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_query_free);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (asked, ocop_query_new ("product"));
  ocop_query_set_measure (asked->pdata[0], OCOP_MEASURE_SUM, "running_number");
  g_ptr_array_add (asked, query);
  g_assert_null (ocop_register_read (fixture->reg, survey, asked, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
}

/* What no query of a file can hold is refused here too, wherever on the way it stands. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const paths[] = { "nonsense", "producer.nonsense", "locality.nonsense", "star.nonsense", "reign.star", "" };
  OcopQuery *query;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      query = ocop_query_new ("product");
      ocop_query_where (query, paths[i], OCOP_OPERATOR_IS, "4", NULL);
      ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
      assert_refused (fixture, query);
      query = ocop_query_new ("product");
      ocop_query_set_measure (query, OCOP_MEASURE_COUNT_DISTINCT, paths[i]);
      assert_refused (fixture, query);
    }
  query = ocop_query_new ("product");
  ocop_query_where (query, "star", OCOP_OPERATOR_IS, "six", NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  assert_refused (fixture, query);
  query = ocop_query_new ("product");
  ocop_query_has (query, TRUE, ocop_query_new ("council"));
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  assert_refused (fixture, query);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/survey/again", Fixture, NULL, fixture_set_up, test_again, fixture_tear_down);
  g_test_add ("/survey/others", Fixture, NULL, fixture_set_up, test_others, fixture_tear_down);
  g_test_add ("/survey/masked", Fixture, "masked", fixture_set_up, test_same, fixture_tear_down);
  g_test_add ("/survey/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
  g_test_add ("/survey/same", Fixture, NULL, fixture_set_up, test_same, fixture_tear_down);
  return g_test_run ();
}
