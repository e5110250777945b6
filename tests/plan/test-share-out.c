/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Targets shared out to localities: what stands in each, what it comes to, and what is said of sums that differ. */

#include "base/ocop-error.h"
#include "exchange/ocop-sample.h"
#include "plan/ocop-share-out.h"
#include "register/fixture.h"

#define DAY "2025-12-31"

typedef struct
{
  const char *plan, *today;
  OcopDate on;
  GPtrArray *entries;   /* %NULL: they are read */
} Asked;

static gpointer
ask (OcopReader    *reader,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  Asked *asked = data;

  g_assert_true (ocop_date_parse (asked->today, &asked->on));
  if (asked->entries != NULL)
    return ocop_share_out_change (reader, asked->plan, asked->entries, asked->on, error);
  return ocop_share_out_read (reader, asked->plan, NULL, NULL, asked->on, error);
}

static OcopShareOut *
look_at (Fixture    *fixture,
         const char *plan,
         const char *today)
{
  g_autoptr(GError) error = NULL;
  Asked asked = { .plan = plan, .today = today };
  OcopShareOut *read = ocop_register_read (fixture->reg, ask, &asked, &error);

  g_assert_no_error (error);
  return read;
}

static GPtrArray *
entries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_share_entry_free);
}

/* @value: in whole units; below 0 for none */
static OcopShareNumber
number (int value)
{
  return (OcopShareNumber) { value >= 0, value >= 0 ? value * 100 : 0 };
}

static gboolean
write_down (Fixture    *fixture,
            const char *plan,
            const char *today,
            GPtrArray  *entries,
            GError    **error)
{
  Asked asked = { .plan = plan, .today = today, .entries = entries };
  g_autoptr(OcopChange) change = ocop_register_read (fixture->reg, ask, &asked, error);

  return change != NULL && ocop_register_commit (fixture->reg, change, error);
}

static char *
add_plan (Fixture    *fixture,
          const char *year)
{
  return fixture_add (fixture, "plan", "name", "Kế hoạch", "year", year, "calendar", "1", "state", "draft", NULL);
}

static char *
add_target (Fixture    *fixture,
            const char *plan,
            const char *indicator,
            const char *op,
            const char *value,
            const char *value_to)
{
  return fixture_add (fixture, "target", "plan", plan, "name", indicator, "code", indicator, "indicator", indicator, "operator", op,
                      "value", value, "value_to", value_to, NULL);
}

static void
share (Fixture    *fixture,
       const char *target,
       const char *unit,
       const char *value)
{
  g_free (fixture_add (fixture, "target_share", "target", target, "unit", unit, "value", value, NULL));
}

static char *
add_commune (Fixture    *fixture,
             const char *name)
{
  return fixture_add (fixture, "unit", "name", name, "level", "commune", NULL);
}

/* A product recognised on @day with 3 stars. */
static void
add_product (Fixture    *fixture,
             const char *unit,
             const char *day)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "Hợp tác xã", "kind", "cooperative", "unit", unit, NULL);
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", "producer", producer, "unit", unit, NULL);

  g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "kind", "first", "class", "3",
                       "decision_date", day, NULL));
}

static OcopShareColumn *
column_of (const OcopShareOut *shares,
           guint               place)
{
  g_assert_cmpuint (place, <, shares->columns->len);
  return shares->columns->pdata[place];
}

static void
assert_cell (const OcopShareOut *shares,
             guint               place,
             guint               row,
             int                 value,
             int                 actual,
             OcopStanding        standing)
{
  const OcopShareCell *cell = ocop_share_column_get (column_of (shares, place), row);

  g_assert_cmpint (cell->number.set, ==, value >= 0);
  g_assert_cmpint (cell->number.value, ==, MAX (value, 0) * 100);
  g_assert_cmpint (cell->fact.known, ==, actual >= 0);
  g_assert_cmpint (cell->fact.figure, ==, MAX (actual, 0) * 100);
  g_assert_cmpint (cell->standing, ==, standing);
}

static void
assert_foot (const OcopShareOut *shares,
             guint               place,
             const char         *text)
{
  g_autofree char *foot = ocop_share_column_to_people (column_of (shares, place));

  g_assert_cmpstr (foot, ==, text);
}

/* The communes together take on 27 where the plan has 20–25 more: 2 over, and it stays so. What every one is to reach,
 * and shares in percent, make no sum. */
static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture, "2025");
  g_autofree char *a = add_commune (fixture, "Xã A"), *b = add_commune (fixture, "Xã B"), *c = add_commune (fixture, "Xã C");
  g_autofree char *more = add_target (fixture, plan, "P52", "between", "20", "25");
  g_autofree char *total = add_target (fixture, plan, "P53", "exactly", "150", "");
  g_autofree char *each = add_target (fixture, plan, "G20", "each-at-least", "1", "");
  g_autofree char *percent = add_target (fixture, plan, "K01", "at-least", "50", "");
  g_autofree char *words = fixture_add (fixture, "target", "plan", plan, "name", "Số hóa", "operator", "qualitative", NULL);
  g_autoptr(OcopShareOut) read = NULL;

  share (fixture, more, a, "15");
  share (fixture, more, b, "12");
  share (fixture, total, a, "90");
  share (fixture, total, c, "50");
  share (fixture, each, a, "1");
  share (fixture, percent, a, "50");
  read = look_at (fixture, plan, DAY);
  g_assert_cmpuint (read->targets->len, ==, 4);
  g_assert_cmpuint (ocop_share_out_get_n_rows (read), ==, 3);
  assert_foot (read, 0, "27 of 20–25: 2 over");
  assert_foot (read, 1, "140 of 150: 10 short");
  assert_foot (read, 2, "makes no sum");
  assert_foot (read, 3, "makes no sum");
  ocop_share_out_set (read, column_of (read, 0), 2, number (0));
  g_assert_cmpuint (column_of (read, 0)->n_set, ==, 3);
  ocop_share_out_set (read, column_of (read, 0), 1, number (9));
  assert_foot (read, 0, "24 of 20–25");
}

/* Each locality has its own number and its own figure; one in which nothing was counted has 0, not nothing. */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture, "2025");
  g_autofree char *a = add_commune (fixture, "Xã A"), *b = add_commune (fixture, "Xã B"), *c = add_commune (fixture, "Xã C");
  g_autofree char *target = add_target (fixture, plan, "P01", "between", "2", "4");
  g_autofree char *event = add_target (fixture, plan, "M20", "at-least", "1", "");
  g_autofree char *percent = add_target (fixture, plan, "K01", "at-least", "50", "");
  g_autoptr(OcopShareOut) read = NULL;

  share (fixture, target, a, "1");
  share (fixture, target, b, "1");
  share (fixture, event, a, "1");
  share (fixture, percent, a, "50");
  add_product (fixture, a, "2025-02-02");
  add_product (fixture, a, "2025-03-03");
  add_product (fixture, c, "2025-03-03");
  read = look_at (fixture, plan, DAY);
  assert_cell (read, 0, 0, 1, 2, OCOP_STANDING_EXCEEDED);
  assert_cell (read, 0, 1, 1, 0, OCOP_STANDING_MISSED);
  assert_cell (read, 0, 2, -1, 1, OCOP_STANDING_NONE);
  /* A forum lies in no locality; where there is no producer there is no share of them. */
  assert_cell (read, 1, 0, 1, -1, OCOP_STANDING_NONE);
  assert_cell (read, 2, 0, 50, 0, OCOP_STANDING_MISSED);
  assert_cell (read, 2, 1, -1, -1, OCOP_STANDING_NONE);
}

/* Xã A and Xã Á became Xã B on 1 July 2025, and the district was dissolved: what was set for the two stands with B, as
 * one number, and moves there when it is set anew; what was set for the district has a line of its own. */
static void
test_units_of_old (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture, "2025");
  g_autofree char *b = fixture_add (fixture, "unit", "name", "Xã B", "level", "commune", "valid_from", "2025-07-01", NULL);
  g_autofree char *a = fixture_add (fixture, "unit", "name", "Xã A", "level", "commune", "valid_until", "2025-06-30", "successor", b, NULL);
  g_autofree char *other = fixture_add (fixture, "unit", "name", "Xã Á", "level", "commune", "valid_until", "2025-06-30", "successor", b, NULL);
  g_autofree char *district = fixture_add (fixture, "unit", "name", "Huyện C", "level", "district", "valid_until", "2025-06-30", NULL);
  g_autofree char *target = add_target (fixture, plan, "P10", "at-least", "5", "");
  g_autoptr(GPtrArray) entries = entries_new ();
  g_autoptr(OcopShareOut) read = NULL;
  g_autoptr(GError) error = NULL;

  share (fixture, target, a, "1");
  share (fixture, target, other, "2");
  share (fixture, target, district, "3");
  add_product (fixture, a, "2024-02-02");
  read = look_at (fixture, plan, DAY);
  g_assert_cmpuint (ocop_share_out_get_n_rows (read), ==, 2);
  g_assert_cmpstr (ocop_share_out_get_name (read, 0), ==, "Xã B");
  assert_cell (read, 0, 0, 3, 1, OCOP_STANDING_MISSED);
  g_assert_cmpstr (ocop_share_out_get_name (read, 1), ==, "Huyện C");
  g_assert_true (ocop_share_out_is_former (read, 1));
  assert_cell (read, 0, 1, 3, -1, OCOP_STANDING_NONE);
  assert_foot (read, 0, "6 of at least 5: 1 over");

  g_ptr_array_add (entries, ocop_share_entry_new (target, b, number (4), number (3)));
  g_assert_true (write_down (fixture, plan, DAY, entries, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "target_share"), ==, 2);
  g_clear_pointer (&read, ocop_share_out_free);
  read = look_at (fixture, plan, DAY);
  assert_cell (read, 0, 0, 4, 1, OCOP_STANDING_MISSED);
}

static void
assert_suggested (const OcopShareOut *shares,
                  guint               place,
                  OcopShareWay        way,
                  int                 first,
                  int                 second,
                  int                 third)
{
  const int values[] = { first, second, third };
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) numbers = ocop_share_out_suggest (shares, column_of (shares, place), way, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (numbers->len, ==, G_N_ELEMENTS (values));
  for (guint i = 0; i < numbers->len; i++)
    {
      g_assert_cmpint (g_array_index (numbers, OcopShareNumber, i).set, ==, number (values[i]).set);
      g_assert_cmpint (g_array_index (numbers, OcopShareNumber, i).value, ==, number (values[i]).value);
    }
}

/* Whole things in whole things, and the parts make the whole. */
static void
test_suggest (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *before = add_plan (fixture, "2024"), *plan = add_plan (fixture, "2025");
  g_autofree char *a = add_commune (fixture, "Xã A"), *b = add_commune (fixture, "Xã B"), *c = add_commune (fixture, "Xã C");
  g_autofree char *last = add_target (fixture, before, "P01", "at-least", "9", "");
  g_autofree char *target = add_target (fixture, plan, "P01", "between", "10", "12");
  g_autofree char *each = add_target (fixture, plan, "G20", "each-at-least", "2", "");
  g_autoptr(OcopShareOut) read = NULL;
  g_autoptr(GError) error = NULL;

  share (fixture, last, a, "4");
  share (fixture, last, c, "5");
  read = look_at (fixture, plan, DAY);
  assert_suggested (read, 0, OCOP_SHARE_EVENLY, 4, 3, 3);
  assert_suggested (read, 0, OCOP_SHARE_AS_LAST_YEAR, 4, -1, 5);
  assert_suggested (read, 1, OCOP_SHARE_EVENLY, 2, 2, 2);
  g_assert_null (ocop_share_out_suggest (read, column_of (read, 0), OCOP_SHARE_BY_PRODUCTS, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ocop_share_out_suggest (read, column_of (read, 1), OCOP_SHARE_AS_LAST_YEAR, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_clear_pointer (&read, ocop_share_out_free);

  add_product (fixture, b, "2024-02-02");
  add_product (fixture, b, "2024-02-02");
  add_product (fixture, c, "2024-02-02");
  read = look_at (fixture, plan, DAY);
  assert_suggested (read, 0, OCOP_SHARE_BY_PRODUCTS, 0, 7, 3);
}

/* All that is entered is one step, taken back by one; what somebody else has set meanwhile is not written over. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture, "2025");
  g_autofree char *a = add_commune (fixture, "Xã A"), *b = add_commune (fixture, "Xã B"), *c = add_commune (fixture, "Xã C");
  g_autofree char *target = add_target (fixture, plan, "P01", "at-least", "5", "");
  g_autoptr(GPtrArray) entries = entries_new ();
  g_autoptr(OcopShareOut) read = NULL;
  g_autoptr(GError) error = NULL;

  share (fixture, target, b, "1");
  share (fixture, target, c, "1");
  g_ptr_array_add (entries, ocop_share_entry_new (target, a, number (2), number (-1)));
  g_ptr_array_add (entries, ocop_share_entry_new (target, b, number (3), number (1)));
  g_ptr_array_add (entries, ocop_share_entry_new (target, c, number (-1), number (1)));
  g_assert_true (write_down (fixture, plan, DAY, entries, &error));
  g_assert_no_error (error);
  read = look_at (fixture, plan, DAY);
  assert_cell (read, 0, 0, 2, 0, OCOP_STANDING_MISSED);
  assert_cell (read, 0, 1, 3, 0, OCOP_STANDING_MISSED);
  assert_cell (read, 0, 2, -1, 0, OCOP_STANDING_NONE);
  assert_foot (read, 0, "5 of at least 5");
  g_clear_pointer (&read, ocop_share_out_free);

  g_assert_false (write_down (fixture, plan, DAY, entries, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (ocop_register_undo (fixture->reg, NULL, &error));
  g_assert_no_error (error);
  read = look_at (fixture, plan, DAY);
  assert_foot (read, 0, "2 of at least 5: 3 short");
}

/* All that an indicator counts by locality in the year of @data. (transfer full) */
static GPtrArray *
list_queries (const OcopIndicators *indicators,
              int                   year)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_query_free);
  OcopPeriod period = ocop_period_new (ocop_period_find_rule (NULL), OCOP_PERIOD_YEAR, year, 0);

  for (guint i = 0; i < ocop_indicators_get_n (indicators); i++)
    for (guint part = 0; part < OCOP_INDICATOR_COMING; part++)
      {
        const OcopIndicator *indicator = ocop_indicators_get (indicators, i);
        OcopQuery *query = ocop_indicator_has (indicator, part)
          ? ocop_indicators_query (indicators, indicator, part, period, period.until, NULL, NULL) : NULL;

        if (query != NULL && ocop_indicators_group_by_locality (indicators, query))
          g_ptr_array_add (queries, query);
        else
          g_clear_pointer (&query, ocop_query_free);
      }
  return queries;
}

static void
assert_same_rows (const OcopQuery *query,
                  const OcopRows  *one,
                  const OcopRows  *other)
{
  g_autofree char *json = ocop_query_to_json (query);

  g_test_message ("%s", json);
  g_assert_cmpuint (ocop_rows_get_n_rows (one), ==, ocop_rows_get_n_rows (other));
  for (guint row = 0; row < ocop_rows_get_n_rows (one); row++)
    for (guint column = 0; column < 3; column++)
      g_assert_true (ocop_value_equal (ocop_rows_get (one, row, column), ocop_rows_get (other, row, column)));
}

static gpointer
compare_ways (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(OcopIndicators) indicators = ocop_indicators_read (reader, error);
  g_autoptr(GPtrArray) queries = list_queries (indicators, *(const int *) data);
  g_autoptr(GPtrArray) together = ocop_reader_survey (reader, queries, error);

  g_assert_no_error (*error);
  g_assert_cmpuint (queries->len, >, ocop_indicators_get_n (indicators) / 2);
  for (guint i = 0; i < queries->len; i++)
    {
      g_autoptr(OcopRows) alone = ocop_reader_groups (reader, queries->pdata[i], error);

      assert_same_rows (queries->pdata[i], together->pdata[i], alone);
    }
  return data;
}

/* The practice register, in two years: for each locality the same number as if every target were counted by itself. */
static void
test_counted_together (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  ocop_sample_fill (fixture->reg, &error);
  g_assert_no_error (error);
  for (int year = 2025; year <= 2026; year++)
    {
      g_assert_nonnull (ocop_register_read (fixture->reg, compare_ways, &year, &error));
      g_assert_no_error (error);
    }
}

#define ADD(name, test) g_test_add ("/share-out/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sums", test_sums);
  ADD ("figures", test_figures);
  ADD ("units-of-old", test_units_of_old);
  ADD ("suggest", test_suggest);
  ADD ("change", test_change);
  ADD ("counted-together", test_counted_together);
  return g_test_run ();
}
