/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store answers to a query. */

#include "base/ocop-error.h"
#include "register/fixture.h"

static gint64
count_where (Fixture      *fixture,
             OcopQuery    *query,
             const char   *field,
             OcopOperator  op,
             const char   *first,
             const char   *second)
{
  gint64 n;

  ocop_query_where (query, field, op, first, first != NULL ? second : NULL, NULL);
  n = fixture_measure (fixture, query);
  ocop_query_unwhere (query, field);
  return n;
}

/* Personal data are masked before they are compared, so that no answer tells anything of them. */
static void
test_masks (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const columns[] = { "name", "phone", "representative", NULL };
  static const char * const phones[] = { "0912 345 678", "0987 654 321", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("producer");
  g_autoptr(OcopRows) rows = NULL;
  g_autoptr(OcopRows) groups = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    g_free (fixture_add (fixture, "producer", "name", "HTX Đồng Xanh", "phone", phones[i], "representative", "Người Mẫu",
                         "tax_code", "3200123456", NULL));
  for (int masked = 0; masked < 2; masked++)
    {
      ocop_query_set_masked (query, masked);
      g_assert_cmpint (count_where (fixture, query, "phone", OCOP_OPERATOR_IS, "0912 345 678", NULL), ==, masked ? 0 : 1);
      g_assert_cmpint (count_where (fixture, query, "phone", OCOP_OPERATOR_CONTAINS, "0912", NULL), ==, masked ? 0 : 1);
      g_assert_cmpint (count_where (fixture, query, "phone", OCOP_OPERATOR_AT_LEAST, "0913", NULL), ==, masked ? 2 : 1);
      g_assert_cmpint (count_where (fixture, query, "phone", OCOP_OPERATOR_KNOWN, NULL, NULL), ==, 2);
      g_assert_cmpint (count_where (fixture, query, "representative", OCOP_OPERATOR_UNKNOWN, NULL, NULL), ==, 0);
    }
  ocop_query_order_by (query, "phone", TRUE);
  rows = fixture_rows (fixture, query, columns);
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 0), ==, "HTX Đồng Xanh");
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 1), ==, "•••");
  g_assert_cmpstr (ocop_rows_get_text (rows, 1, 2), ==, "•••");
  g_assert_null (ocop_rows_get_text (rows, 2, 1));
  /* In the order in which they came, not in that of the phones. */
  g_assert_cmpint (ocop_rows_get_key (rows, 0), <, ocop_rows_get_key (rows, 1));
  ocop_query_group_by (query, "phone", NULL);
  groups = fixture_groups (fixture, query);
  g_assert_cmpuint (ocop_rows_get_n_rows (groups), ==, 2);
}

static void
test_masked_search (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *kind, *text;
    gint64 open, masked;
  } rows[] = {
    { "producer", "đồng xanh", 1, 1 },
    { "producer", "người mẫu", 1, 0 },
    { "producer", "345678", 1, 0 },
    { "producer", "0912", 1, 0 },
    { "producer", "3200123", 1, 1 },
    { "producer", "00123", 1, 1 },
    { "producer", "xanh 0912", 1, 0 },
    { "product", "345678", 1, 0 },
    { "product", "đồng 200123", 1, 1 },
  };
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX Đồng Xanh", "phone", "0912 345 678",
                                           "representative", "Người Mẫu", "tax_code", "3200123456", NULL);

  g_free (fixture_add (fixture, "product", "name", "Gạo sạch", "producer", producer, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int masked = 0; masked < 2; masked++)
      {
        g_autoptr(OcopQuery) query = ocop_query_new (rows[i].kind);

        ocop_query_set_text (query, rows[i].text);
        ocop_query_set_masked (query, masked);
        g_test_message ("%s %s", rows[i].kind, rows[i].text);
        g_assert_cmpint (fixture_measure (fixture, query), ==, masked ? rows[i].masked : rows[i].open);
      }
}

static void
test_not (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX", "kind", "cooperative", NULL);
  g_autoptr(OcopQuery) products = ocop_query_new ("product");
  g_autoptr(OcopQuery) producers = ocop_query_new ("producer");

  g_free (fixture_add (fixture, "producer", "name", "Chưa rõ", NULL));
  g_free (fixture_add (fixture, "producer", "name", "Trang trại", "kind", "farm", NULL));
  g_free (fixture_add (fixture, "product", "name", "Gạo", "producer", producer, NULL));
  g_free (fixture_add (fixture, "product", "name", "Nếp", NULL));
  g_assert_cmpint (count_where (fixture, producers, "kind", OCOP_OPERATOR_IS_NOT, "farm", NULL), ==, 2);
  g_assert_cmpint (count_where (fixture, producers, "kind", OCOP_OPERATOR_IS_NOT, "farm", "cooperative"), ==, 1);
  g_assert_cmpint (count_where (fixture, products, "producer", OCOP_OPERATOR_IS_NOT, producer, NULL), ==, 1);
  /* An id that no record has is none of them, neither is it all. */
  g_assert_cmpint (count_where (fixture, products, "producer", OCOP_OPERATOR_IS_NOT, "no id", NULL), ==, 2);
  g_assert_cmpint (count_where (fixture, products, "producer", OCOP_OPERATOR_IS, "no id", NULL), ==, 0);
  g_assert_cmpint (count_where (fixture, products, "id", OCOP_OPERATOR_IS_NOT, "no id", NULL), ==, 2);
  g_assert_cmpint (count_where (fixture, products, "producer.id", OCOP_OPERATOR_IS, producer, NULL), ==, 1);
}

static void
test_contains (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    OcopOperator op;
    const char *text;
    gint64 n;
  } rows[] = {
    { OCOP_OPERATOR_CONTAINS, "CA TRA", 2 },
    { OCOP_OPERATOR_CONTAINS, "hoá", 0 },
    { OCOP_OPERATOR_CONTAINS, "rá", 2 },
    { OCOP_OPERATOR_CONTAINS_WORDS, "ca tra", 1 },
    { OCOP_OPERATOR_CONTAINS_WORDS, "Cá trắng", 1 },
    { OCOP_OPERATOR_CONTAINS_WORDS, "lúa gạo", 1 },
    { OCOP_OPERATOR_CONTAINS_WORDS, "tra lúa", 1 },
    { OCOP_OPERATOR_CONTAINS_WORDS, "gạ", 0 },
  };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  g_free (fixture_add (fixture, "product", "name", "Một", "key_trades", "Cá tra, lúa gạo", NULL));
  g_free (fixture_add (fixture, "product", "name", "Hai", "key_trades", "Cá trắng", NULL));
  g_free (fixture_add (fixture, "product", "name", "Ba", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (count_where (fixture, query, "key_trades", rows[i].op, rows[i].text, NULL), ==, rows[i].n);
    }
}

static void
add_recognitions (Fixture            *fixture,
                  const char * const *dates)
{
  for (; *dates != NULL; dates++)
    {
      g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", NULL);

      g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3",
                           "decision_date", *dates, NULL));
    }
}

/* A year lies in a period that holds all of it. */
static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const dates[] = { "2021-12-31", "2022", "2022-01-01", "2022-07-15", "2022-12-31", "2023", "", NULL };
  static const struct
  {
    OcopOperator op;
    const char *first, *last;
    gint64 n;
  } rows[] = {
    { OCOP_OPERATOR_BETWEEN, "2022-01-01", "2022-12-31", 4 },
    { OCOP_OPERATOR_BETWEEN, "2022", "2022", 4 },
    { OCOP_OPERATOR_BETWEEN, "2021-12-15", "2022-12-14", 3 },
    { OCOP_OPERATOR_BETWEEN, "2022-01-01", "2022-06-30", 1 },
    { OCOP_OPERATOR_BETWEEN, "2022-01-02", "2022-12-31", 2 },
    { OCOP_OPERATOR_AT_LEAST, "2022-01-01", NULL, 5 },
    { OCOP_OPERATOR_AT_LEAST, "2022-01-02", NULL, 3 },
    { OCOP_OPERATOR_AT_LEAST, "2023", NULL, 1 },
    { OCOP_OPERATOR_NOT_BEFORE, "2022-01-02", NULL, 4 },
    { OCOP_OPERATOR_NOT_BEFORE, "2023", NULL, 2 },
    { OCOP_OPERATOR_AT_MOST, "2022-12-31", NULL, 5 },
    { OCOP_OPERATOR_AT_MOST, "2022-12-30", NULL, 3 },
    { OCOP_OPERATOR_AT_MOST, "2022", NULL, 5 },
    { OCOP_OPERATOR_AT_MOST, "2021-12-31", NULL, 1 },
    { OCOP_OPERATOR_IS, "2022", NULL, 1 },
    { OCOP_OPERATOR_UNKNOWN, NULL, NULL, 1 },
  };
  g_autoptr(OcopQuery) query = ocop_query_new ("recognition");

  add_recognitions (fixture, dates);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%u", i);
      g_assert_cmpint (count_where (fixture, query, "decision_date", rows[i].op, rows[i].first, rows[i].last), ==, rows[i].n);
    }
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const dates[] = { "2023-05-01", "", "2021-01-01", "2022", NULL };
  static const char * const expected[][4] = {
    { "2021-01-01", "2022", "2023-05-01", NULL },
    { "2023-05-01", "2022", "2021-01-01", NULL },
  };
  static const char * const columns[] = { "decision_date", NULL };

  add_recognitions (fixture, dates);
  for (int descending = 0; descending < 2; descending++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new ("recognition");
      g_autoptr(OcopRows) rows = NULL;

      ocop_query_order_by (query, "decision_date", descending);
      rows = fixture_rows (fixture, query, columns);
      for (guint i = 0; i < G_N_ELEMENTS (expected[0]); i++)
        g_assert_cmpstr (ocop_rows_get_text (rows, i, 0), ==, expected[descending][i]);
    }
}

/* Choices follow their list, texts of people the Vietnamese alphabet, codes the numbers in them. */
static void
test_order_of_words (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char *field;
    const char *given[3];
    const char *expected[3];
  } orders[] = {
    { "kind", { "farm", "association", "cooperative" }, { "cooperative", "farm", "association" } },
    { "representative", { "Đỗ Thị Na", "Vũ Văn Ổi", "Dương Văn Mít" }, { "Dương Văn Mít", "Đỗ Thị Na", "Vũ Văn Ổi" } },
    { "tax_code", { "100", "0099", "9-10" }, { "9-10", "0099", "100" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      const char *columns[] = { orders[i].field, NULL };
      g_autoptr(OcopQuery) query = ocop_query_new ("producer");
      g_autoptr(OcopRows) rows = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (orders[0].given); j++)
        g_free (fixture_add (fixture, "producer", "name", "HTX", orders[i].field, orders[i].given[j], NULL));
      ocop_query_order_by (query, orders[i].field, FALSE);
      rows = fixture_rows (fixture, query, columns);
      for (guint j = 0; j < G_N_ELEMENTS (orders[0].given); j++)
        g_assert_cmpstr (ocop_rows_get_text (rows, j, 0), ==, orders[i].expected[j]);
    }
}

/* Producers have recognitions through their products. */
static void
test_has_by (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX", NULL);
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", "producer", producer, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopQuery) wrong = ocop_query_new ("producer");

  g_free (fixture_add (fixture, "producer", "name", "Chưa có", NULL));
  g_free (fixture_add (fixture, "product", "name", "Của ai", NULL));
  g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3", NULL));
  g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "4", NULL));
  for (int has = 0; has < 2; has++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new ("producer");

      ocop_query_has_by (query, has, "product.producer", ocop_query_new ("recognition"));
      g_assert_cmpint (fixture_measure (fixture, query), ==, 1);
    }
  ocop_query_has (wrong, TRUE, ocop_query_new ("recognition"));
  g_assert_cmpint (fixture_measure_error (fixture, wrong, &error), ==, -1);
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
}

/* A product that had 3 stars at the end of 2024 and 4 a year later. */
static void
test_has_on (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const classes[] = { "3", "4" }, * const days[] = { "2024-05-06", "2025-05-06" };
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", NULL);

  for (guint i = 0; i < 2; i++)
    g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", classes[i], "decision_date", days[i], NULL));
  for (int i = 0; i < 8; i++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new ("product");
      OcopQuery *conditions = ocop_query_new ("recognition");

      ocop_query_where (conditions, "product.star", OCOP_OPERATOR_IS, classes[i % 2], NULL);
      ocop_query_has_on (query, i < 4, NULL, ocop_date_new (2024 + i / 2 % 2, 12, 31), conditions);
      g_assert_cmpint (fixture_measure (fixture, query), ==, (i % 2 == i / 2 % 2) == (i < 4));
    }
}

static gpointer
read_value (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  OcopValue value = OCOP_VALUE_INIT;

  return ocop_reader_value (reader, data, &value, error) ? g_memdup2 (&value, sizeof value) : NULL;
}

static void
assert_value (Fixture    *fixture,
              OcopQuery  *query,
              const char *text,
              gint64      number)
{
  g_autoptr(GError) error = NULL;
  OcopValue *value = ocop_register_read (fixture->reg, read_value, query, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (value->text, ==, text);
  g_assert_cmpint (value->integer, ==, number);
  ocop_value_clear (value);
  g_free (value);
}

static void
bin (Fixture    *fixture,
     const char *kind,
     const char *id)
{
  g_autoptr(OcopChange) change = ocop_change_new ("bin", "bin");
  g_autoptr(GError) error = NULL;

  ocop_change_bin (change, ocop_kind_find (kind), id);
  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
}

/* All that does not lie in the bin is counted another way than what was found among it. */
static void
test_counts_of_all (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const kinds[] = { "producer", "product", "recognition", "unit", "session" };
  g_autoptr(OcopQuery) all = ocop_query_new ("product");
  g_autofree char *rice = fixture_add (fixture, "product", "name", "Gạo", NULL);

  g_free (fixture_add (fixture, "product", "name", "Muối", NULL));
  g_free (fixture_add (fixture, "product", "name", "Trà", NULL));
  bin (fixture, "product", rice);
  g_assert_false (ocop_query_is_narrowed (all));
  g_assert_cmpint (fixture_measure (fixture, all), ==, 2);
  ocop_query_set_binned (all, TRUE);
  g_assert_cmpint (fixture_measure (fixture, all), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new (kinds[i]);
      gint64 n = fixture_measure (fixture, query);

      ocop_query_where (query, "id", OCOP_OPERATOR_KNOWN, NULL);
      g_assert_true (ocop_query_is_narrowed (query));
      g_assert_cmpint (fixture_measure (fixture, query), ==, n);
    }
}

static void
test_measures (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const dates[] = { "2022-10-20", "2022-11-20", "", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("recognition");

  ocop_query_set_measure (query, OCOP_MEASURE_MAX, "decision_date");
  assert_value (fixture, query, NULL, 0);
  add_recognitions (fixture, dates);
  assert_value (fixture, query, "2022-11-20", 0);
  ocop_query_set_measure (query, OCOP_MEASURE_MIN, "decision_date");
  assert_value (fixture, query, "2022-10-20", 0);
  ocop_query_set_measure (query, OCOP_MEASURE_SUM, "class");
  assert_value (fixture, query, NULL, 9);
  ocop_query_set_measure (query, OCOP_MEASURE_SUM, "score");
  assert_value (fixture, query, NULL, 0);
}

/* "2020", "2020-07-01" or nothing. */
static const char *
draw_date (void)
{
  static char text[OCOP_DATE_TEXT_SIZE];
  int year = g_test_rand_int_range (2019, 2026);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return NULL;
    case 1:
      return ocop_date_to_text (ocop_date_new (year, 0, 0), text);
    default:
      return ocop_date_to_text (ocop_date_new (year, g_test_rand_int_range (1, 13), 1), text);
    }
}

static void
add_any_recognition (Fixture    *fixture,
                     const char *product)
{
  static const char * const endings[] = { NULL, NULL, "revoked", "withdrawn", "extended" };
  const char *ending = endings[g_test_rand_int_range (0, G_N_ELEMENTS (endings))];
  g_autofree char *decided = g_strdup (draw_date ());
  g_autofree char *id = fixture_add (fixture, "recognition", "product", product, "class", "3",
                                     "outcome", g_test_rand_int_range (0, 3) == 0 ? "potential5" : "recognised", NULL);

  if (decided != NULL)
    fixture_edit (fixture, "recognition", id, "decision_date", decided);
  if (ending != NULL)
    {
      fixture_edit (fixture, "recognition", id, "ended_on", decided);
      fixture_edit (fixture, "recognition", id, "ending", ending);
    }
}

/* Asked for together, the states in force are found by another way than each alone. */
static void
test_in_force (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const kinds[] = { "product", "recognition" };

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *product = fixture_add (fixture, "product", "name", "Chè", NULL);

      for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
        add_any_recognition (fixture, product);
    }
  for (guint i = 0; i < 2 * 12 * 10; i++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new (kinds[i % 2]);
      gint64 each;

      ocop_query_set_on (query, ocop_date_new (2019 + (int) i / 24, 1 + (int) i / 2 % 12, 1));
      each = count_where (fixture, query, "state", OCOP_OPERATOR_IS, "valid", "potential5") +
             count_where (fixture, query, "state", OCOP_OPERATOR_IS, "extended", NULL);
      ocop_query_where (query, "state", OCOP_OPERATOR_IS, "potential5", "valid", "extended", NULL);
      g_assert_cmpint (fixture_measure (fixture, query), ==, each);
    }
}

/* A province holds itself, its communes, and what the provinces that it succeeded held. */
static void
test_within (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *a = fixture_add (fixture, "unit", "name", "Tỉnh A", "level", "province", NULL);
  g_autofree char *b = fixture_add (fixture, "unit", "name", "Tỉnh B", "level", "province", "valid_until", "2025-06-30",
                                    "successor", a, NULL);
  g_autofree char *commune_of_a = fixture_add (fixture, "unit", "name", "Xã A", "level", "commune", "parent", a, NULL);
  g_autofree char *commune_of_b = fixture_add (fixture, "unit", "name", "Xã B", "level", "commune", "parent", b, NULL);
  const char *units[] = { a, b, commune_of_a, commune_of_b, NULL };
  const struct
  {
    OcopDate day;
    const char *first, *second;
    gint64 n;
  } rows[] = {
    { ocop_date_new (2026, 1, 1), a, NULL, 4 },
    { ocop_date_new (2025, 6, 30), a, NULL, 2 },
    { ocop_date_new (2025, 6, 30), b, NULL, 2 },
    { ocop_date_new (2025, 6, 30), b, commune_of_a, 3 },
    { ocop_date_new (2025, 6, 30), b, commune_of_b, 2 },
    { ocop_date_new (2026, 1, 1), commune_of_b, NULL, 1 },
    { ocop_date_new (2026, 1, 1), "no id", NULL, 0 },
  };
  g_autoptr(OcopQuery) query = ocop_query_new ("recognition");

  for (guint i = 0; units[i] != NULL; i++)
    {
      g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", "unit", units[i], NULL);

      g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3", NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%u", i);
      ocop_query_set_on (query, rows[i].day);
      g_assert_cmpint (count_where (fixture, query, "product.locality", OCOP_OPERATOR_WITHIN, rows[i].first, rows[i].second), ==, rows[i].n);
    }
}

static void
test_refused_when_run (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(OcopQuery) value = ocop_query_new ("product");
  g_autoptr(OcopQuery) path = ocop_query_new ("product");
  g_autoptr(OcopQuery) measure = ocop_query_new ("product");
  OcopQuery *queries[] = { value, path, measure };

  ocop_query_where (value, "year", OCOP_OPERATOR_IS, "new", NULL);
  ocop_query_where (path, "name.first", OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_set_measure (measure, OCOP_MEASURE_SUM, "name");
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (fixture_measure_error (fixture, queries[i], &error), ==, -1);
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/query/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("masks", test_masks);
  ADD ("masked-search", test_masked_search);
  ADD ("not", test_not);
  ADD ("contains", test_contains);
  ADD ("dates", test_dates);
  ADD ("order", test_order);
  ADD ("order-of-words", test_order_of_words);
  ADD ("has-by", test_has_by);
  ADD ("has-on", test_has_on);
  ADD ("counts-of-all", test_counts_of_all);
  ADD ("measures", test_measures);
  ADD ("in-force", test_in_force);
  ADD ("within", test_within);
  ADD ("refused-when-run", test_refused_when_run);
  return g_test_run ();
}
