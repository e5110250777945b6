/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cases in which a plan's figures are easily wrong: each says what is counted and why. */

#include <string.h>

#include "base/ocop-error.h"
#include "plan/ocop-plan-changes.h"
#include "plan/ocop-plan-pressing.h"
#include "plan/ocop-plan.h"
#include "register/fixture.h"

typedef struct
{
  const char *plan;
  const char *today;
  const OcopPeriod *period; /* NULL for the whole plan */
} Asked;

static gpointer
read_plan (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Asked *asked = data;
  OcopDate today;

  g_assert_true (ocop_date_parse (asked->today, &today));
  return ocop_plan_read (reader, asked->plan, asked->period, today, error);
}

static OcopPlan *
look_at_part (Fixture          *fixture,
              const char       *plan,
              const OcopPeriod *period,
              const char       *today)
{
  g_autoptr(GError) error = NULL;
  Asked asked = { plan, today, period };
  OcopPlan *read = ocop_register_read (fixture->reg, read_plan, &asked, &error);

  g_assert_no_error (error);
  return read;
}

static OcopPlan *
look_at (Fixture    *fixture,
         const char *plan,
         const char *today)
{
  return look_at_part (fixture, plan, NULL, today);
}

static const OcopProgress *
target_of (const OcopPlan *plan,
           guint           place)
{
  g_assert_cmpuint (place, <, plan->targets->len);
  return plan->targets->pdata[place];
}

static void
assert_figure (const OcopPlan *plan,
               guint           place,
               gint64          figure,
               OcopStanding    standing)
{
  const OcopProgress *progress = target_of (plan, place);

  g_assert_true (progress->fact.known);
  g_assert_cmpint (progress->fact.figure, ==, figure * 100);
  g_assert_cmpint (progress->standing, ==, standing);
}

/* A plan of 2025 by the calendar. */
static char *
add_plan (Fixture *fixture)
{
  return fixture_add (fixture, "plan", "name", "Kế hoạch năm 2025", "year", "2025", "calendar", "1", "state", "draft", NULL);
}

static char *
add_target (Fixture    *fixture,
            const char *plan,
            const char *indicator,
            const char *op,
            const char *value,
            const char *value_to)
{
  return fixture_add (fixture, "target", "plan", plan, "name", indicator, "indicator", indicator, "operator", op, "value", value,
                      "value_to", value_to, NULL);
}

static char *
add_product (Fixture    *fixture,
             const char *name,
             const char *unit)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", name, "kind", "cooperative", "unit", unit, NULL);

  return fixture_add (fixture, "product", "name", name, "producer", producer, "unit", unit, NULL);
}

static void
recognise (Fixture    *fixture,
           const char *product,
           const char *kind,
           const char *class,
           const char *day)
{
  g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "kind", kind, "class", class,
                       "decision_date", day, NULL));
}

/* 139 there are, 20 to 25 come, and yet it is not 159: what expires or is withdrawn goes. Here in small: 3 there were, of
 * which one expires in the year and is not recognised again, one is withdrawn, and 2 come: 3 in the end. */
static void
test_net (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *total = add_target (fixture, plan, "P53", "exactly", "3", "");
  g_autofree char *more = add_target (fixture, plan, "P52", "between", "2", "3");
  g_autofree char *stays = add_product (fixture, "Gạo", ""), *expires = add_product (fixture, "Trà", "");
  g_autofree char *withdrawn = add_product (fixture, "Mật", ""), *first = add_product (fixture, "Mắm", "");
  g_autofree char *second = add_product (fixture, "Nấm", "");
  g_autoptr(OcopPlan) read = NULL;

  recognise (fixture, stays, "first", "3", "2024-05-05");
  recognise (fixture, expires, "first", "3", "2022-05-05");
  g_free (fixture_add (fixture, "recognition", "product", withdrawn, "outcome", "recognised", "kind", "first", "class", "4",
                       "decision_date", "2024-02-02", "ending", "revoked", "ended_on", "2025-06-06", "ending_decision", "9/QĐ", NULL));
  recognise (fixture, first, "first", "3", "2025-03-03");
  recognise (fixture, second, "first", "4", "2025-09-09");
  read = look_at (fixture, plan, "2025-01-15");
  assert_figure (read, 0, 3, OCOP_STANDING_AT_RISK);
  g_clear_pointer (&read, ocop_plan_free);
  read = look_at (fixture, plan, "2026-02-02");
  assert_figure (read, 0, 3, OCOP_STANDING_MET);
  assert_figure (read, 1, 2, OCOP_STANDING_MET);
}

/* Recognised for the first time in spring and raised in autumn: one product. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *all = add_target (fixture, plan, "P01", "at-least", "1", "");
  g_autofree char *three = add_target (fixture, plan, "P30", "at-least", "1", ""), *four = add_target (fixture, plan, "P31", "at-least", "1", "");
  g_autofree char *product = add_product (fixture, "Gạo", "");
  g_autoptr(OcopQuery) behind = NULL;
  g_autoptr(OcopPlan) read = NULL;

  recognise (fixture, product, "first", "3", "2025-03-03");
  recognise (fixture, product, "upgrade", "4", "2025-10-10");
  read = look_at (fixture, plan, "2026-02-02");
  assert_figure (read, 0, 1, OCOP_STANDING_MET);
  assert_figure (read, 1, 1, OCOP_STANDING_MET);
  assert_figure (read, 2, 1, OCOP_STANDING_MET);
  /* Behind the number stands the product, once. */
  behind = ocop_plan_query (read, target_of (read, 0), OCOP_INDICATOR_PART, NULL);
  g_assert_cmpstr (ocop_query_get_kind (behind)->name, ==, "product");
  ocop_query_set_measure (behind, OCOP_MEASURE_COUNT, NULL);
  g_assert_cmpint (fixture_measure (fixture, behind), ==, 1);
}

/* A decision of 22 December belongs to the plan of its calendar year, and to the report of the next. */
static void
test_december (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *calendar = add_plan (fixture);
  g_autofree char *report = fixture_add (fixture, "plan", "name", "Kế hoạch", "year", "2025", "state", "draft", NULL);
  g_autofree char *next = fixture_add (fixture, "plan", "name", "Kế hoạch", "year", "2026", "state", "draft", NULL);
  const char *plans[] = { calendar, report, next };
  const gint64 figures[] = { 1, 0, 1 };
  g_autofree char *product = add_product (fixture, "Gạo", "");

  recognise (fixture, product, "first", "3", "2025-12-22");
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *target = add_target (fixture, plans[i], "P01", "counted", "", "");
      g_autoptr(OcopPlan) read = look_at (fixture, plans[i], "2027-02-02");

      assert_figure (read, 0, figures[i], OCOP_STANDING_NONE);
    }
}

/* The report of nine months holds three of four against nine months of twelve, and the day's total against the day; one
 * quarter alone says nothing of a target that has the year. By an earlier day nothing counts that came after it. */
static void
test_part_of_year (Fixture       *fixture,
                   gconstpointer  data)
{
  const OcopPeriodRule *rule = ocop_period_find_rule ("calendar");
  const OcopPeriod nine = ocop_period_new (rule, OCOP_PERIOD_NINE_MONTHS, 2025, 0), quarter = ocop_period_new (rule, OCOP_PERIOD_QUARTER, 2025, 3);
  static const char * const days[] = { "2025-02-02", "2025-04-04", "2025-08-08", "2025-11-11" };
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *year = add_target (fixture, plan, "P01", "at-least", "4", ""), *total = add_target (fixture, plan, "P53", "at-least", "3", "");
  g_autoptr(OcopPlan) read = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *product = add_product (fixture, days[i], "");

      recognise (fixture, product, "first", "3", days[i]);
    }
  read = look_at_part (fixture, plan, &nine, "2026-02-02");
  assert_figure (read, 0, 3, OCOP_STANDING_ON_TRACK);
  assert_figure (read, 1, 3, OCOP_STANDING_MET);
  g_clear_pointer (&read, ocop_plan_free);
  read = look_at_part (fixture, plan, &quarter, "2026-02-02");
  assert_figure (read, 0, 1, OCOP_STANDING_NONE);
  assert_figure (read, 1, 3, OCOP_STANDING_MET);
  g_clear_pointer (&read, ocop_plan_free);
  read = look_at (fixture, plan, "2025-05-05");
  /* Nothing is under way that would make it four. */
  assert_figure (read, 0, 2, OCOP_STANDING_AT_RISK);
}

/* A target of 2021 to 2025 in a plan of one year counts from the first of them. */
static void
test_several_years (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *year = add_target (fixture, plan, "P01", "at-least", "1", "");
  g_autofree char *years = fixture_add (fixture, "target", "plan", plan, "name", "Năm năm", "indicator", "P01", "operator", "at-least",
                                        "value", "3", "from_year", "2021", "until_year", "2025", NULL);
  g_autoptr(OcopPlan) read = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Gạo %d", i), *day = g_strdup_printf ("%d-04-04", 2021 + i * 2);
      g_autofree char *product = add_product (fixture, name, "");

      recognise (fixture, product, "first", "3", day);
    }
  read = look_at (fixture, plan, "2026-02-02");
  assert_figure (read, 0, 1, OCOP_STANDING_MET);
  assert_figure (read, 1, 3, OCOP_STANDING_MET);
}

/* Nobody registered: a share of nothing is no number, and not 0 %. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *target = add_target (fixture, plan, "S01", "exactly", "100", "");
  g_autoptr(OcopPlan) read = look_at (fixture, plan, "2026-02-02");
  g_autofree char *text = ocop_progress_to_people (target_of (read, 0), &target_of (read, 0)->fact);

  g_assert_false (target_of (read, 0)->fact.known);
  g_assert_cmpstr (text, ==, "—");
}

/* Commune A became B on 1 July 2025: what was made in A counts for B in the figures of the year's end, for A before. */
static void
test_renamed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *target = fixture_add (fixture, "target", "plan", plan, "name", "Làng nghề", "indicator", "G20", "operator", "each-at-least",
                                         "value", "1", NULL);
  g_autofree char *b = fixture_add (fixture, "unit", "name", "Xã B", "level", "commune", "valid_from", "2025-07-01", NULL);
  g_autofree char *a = fixture_add (fixture, "unit", "name", "Xã A", "level", "commune", "valid_until", "2025-06-30", "successor", b, NULL);
  g_autofree char *product = add_product (fixture, "Gốm", a);
  static const struct { const char *today, *name; } looks[] = { { "2025-05-05", "Xã A" }, { "2026-02-02", "Xã B" } };

  fixture_edit (fixture, "product", product, "craft_village", "Làng gốm");
  recognise (fixture, product, "first", "3", "2024-04-04");
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr(OcopPlan) read = look_at (fixture, plan, looks[i].today);
      const GPtrArray *lines = target_of (read, 0)->count->lines;
      const OcopCountLine *line = lines->pdata[0];

      g_assert_cmpuint (lines->len, ==, 1);
      g_assert_cmpstr (line->label, ==, looks[i].name);
      g_assert_cmpint (line->number, ==, 1);
      assert_figure (read, 0, 1, OCOP_STANDING_MET);
    }
}

/* A plan of a district that is no more: its communes are counted, and nothing beside it. */
static void
test_former_district (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *district = fixture_add (fixture, "unit", "name", "Huyện Cũ", "level", "district", "valid_until", "2025-06-30", NULL);
  g_autofree char *commune = fixture_add (fixture, "unit", "name", "Xã Trong", "level", "commune", "parent", district, NULL);
  g_autofree char *other = fixture_add (fixture, "unit", "name", "Xã Ngoài", "level", "commune", NULL);
  g_autofree char *plan = fixture_add (fixture, "plan", "name", "Kế hoạch", "year", "2023", "calendar", "1", "state", "draft",
                                       "level", "district", "unit", district, NULL);
  g_autofree char *target = add_target (fixture, plan, "P01", "at-least", "1", "");
  g_autofree char *inside = add_product (fixture, "Gạo", commune), *outside = add_product (fixture, "Trà", other);
  g_autoptr(OcopPlan) read = NULL;

  recognise (fixture, inside, "first", "3", "2023-05-05");
  recognise (fixture, outside, "first", "3", "2023-05-05");
  read = look_at (fixture, plan, "2026-02-02");
  assert_figure (read, 0, 1, OCOP_STANDING_MET);
}

/* New, recognised again and raised are three numbers; the number of products is none of their sums. */
static void
test_not_added (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *all = add_target (fixture, plan, "P01", "counted", "", ""), *more = add_target (fixture, plan, "P52", "counted", "", "");
  g_autofree char *total = add_target (fixture, plan, "P10", "counted", "", "");
  static const char * const kinds[] = { "first", "again", "upgrade" };
  g_autoptr(OcopPlan) read = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *product = add_product (fixture, kinds[i], "");

      if (i > 0)
        recognise (fixture, product, "first", "3", "2022-03-03");
      recognise (fixture, product, kinds[i], i == 2 ? "4" : "3", "2025-04-04");
    }
  read = look_at (fixture, plan, "2026-02-02");
  assert_figure (read, 0, 3, OCOP_STANDING_NONE);
  assert_figure (read, 1, 1, OCOP_STANDING_NONE);
  assert_figure (read, 2, 3, OCOP_STANDING_NONE);
}

/* A figure that is typed stands, with its source, whatever was counted; one of another year does not. */
static void
test_by_hand (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *target = add_target (fixture, plan, "X01", "at-least", "2000", "");
  g_autofree char *words = fixture_add (fixture, "target", "plan", plan, "name", "Số hóa hồ sơ", "operator", "qualitative", NULL);
  g_autofree char *counted = NULL;
  g_autoptr(OcopPlan) read = NULL;

  g_free (fixture_add (fixture, "target_figure", "target", target, "counted_on", "2025-11-30", "value", "2451", "source", "Sở TT&TT", NULL));
  g_free (fixture_add (fixture, "target_figure", "target", target, "counted_on", "2024-11-30", "value", "1800", "source", "Sở TT&TT", NULL));
  g_free (fixture_add (fixture, "target_figure", "target", words, "counted_on", "2025-10-30", "met", "1", "text", "Đã vận hành", "source", "Báo cáo", NULL));
  read = look_at (fixture, plan, "2026-02-02");
  assert_figure (read, 0, 2451, OCOP_STANDING_EXCEEDED);
  g_assert_cmpint (target_of (read, 0)->before.figure, ==, 180000);
  counted = ocop_progress_say_counted (target_of (read, 0));
  g_assert_cmpstr (counted, ==, "Entered by hand: Sở TT&TT");
  g_assert_cmpint (target_of (read, 1)->standing, ==, OCOP_STANDING_MET);
}

static OcopRecord *
take (const char  *json,
      GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));

  return ocop_indicator_take (bytes, "own.json", error);
}

/* An office's own way to count; what does not suit the register is refused, with the place. */
static void
test_own (Fixture       *fixture,
          gconstpointer  data)
{
  static const char good[] = "{\"code\": \"R01\", \"section\": \"Riêng\", \"title\": \"Sản phẩm 4 sao\", \"unit\": \"sản phẩm\", \"aim\": \"number\","
                             " \"counted\": \"…\", \"part\": {\"subject\": \"product\", \"where\": [{\"field\": \"star\", \"op\": \"is\","
                             " \"values\": [\"4\"]}], \"measure\": \"count\"}}";
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *target = add_target (fixture, plan, "R01", "at-least", "1", "");
  g_autofree char *product = add_product (fixture, "Gạo", "");
  g_autoptr(OcopRecord) own = NULL;
  g_autoptr(OcopPlan) read = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *bad = NULL;

  recognise (fixture, product, "first", "4", "2024-04-04");
  own = take (good, &error);
  g_assert_no_error (error);
  g_free (fixture_add (fixture, "own_indicator", "code", ocop_record_get_text (own, "code"), "name", ocop_record_get_text (own, "name"),
                       "definition", ocop_record_get_text (own, "definition"), NULL));
  read = look_at (fixture, plan, "2026-02-02");
  assert_figure (read, 0, 1, OCOP_STANDING_MET);

  bad = g_strdup (good);
  memcpy (strstr (bad, "star"), "stra", 4);
  g_assert_null (take (bad, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT);
  g_assert_nonnull (strstr (error->message, "R01"));
  g_clear_error (&error);
  g_assert_null (take ("{\"code\": \"R02\"}", &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
}

typedef struct
{
  const char *plan, *number;
  OcopDate day;
  guint year;   /* 0: it is issued, not copied */
  char *copy;
} Act;

static gpointer
make (OcopReader    *reader,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Act *act = data;

  return act->year > 0 ? ocop_plan_copy (reader, act->plan, act->year, &act->copy, error)
                       : ocop_plan_issue (reader, act->plan, act->number, act->day, error);
}

static gboolean
carry_out (Fixture  *fixture,
           Act      *act,
           GError  **error)
{
  g_autoptr(OcopChange) change = ocop_register_read (fixture->reg, make, act, error);

  return change != NULL && ocop_register_commit (fixture->reg, change, error);
}

static void
assert_refused (Fixture *fixture,
                Act     *act)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (carry_out (fixture, act, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

/* Issued with its number and day once every target has one; from then on it stays, and is amended by another. */
static void
test_issue (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture);
  Act act = { plan, "66/KH-UBND", ocop_date_new (2025, 3, 7) };
  g_autofree char *target = NULL, *task = NULL;
  g_autoptr(OcopRecord) record = NULL, before = NULL, after = NULL;
  g_autoptr(OcopChange) change = ocop_change_new ("edit", "edit");
  g_autoptr(GError) error = NULL;

  assert_refused (fixture, &act);
  target = add_target (fixture, plan, "P01", "at-least", "", "");
  task = fixture_add (fixture, "task", "plan", plan, "name", "Mở lớp", "state", "planned", NULL);
  assert_refused (fixture, &act);
  fixture_edit (fixture, "target", target, "value", "25");
  act.number = NULL;
  assert_refused (fixture, &act);
  act.number = "66/KH-UBND";
  g_assert_true (carry_out (fixture, &act, &error));
  g_assert_no_error (error);
  record = fixture_load (fixture, "plan", plan);
  g_assert_cmpstr (ocop_record_get_text (record, "state"), ==, "issued");
  assert_refused (fixture, &act);

  fixture_edit (fixture, "task", task, "state", "done");
  before = fixture_load (fixture, "target", target);
  after = ocop_record_copy (before);
  ocop_record_set_integer (after, "value", 2000);
  ocop_change_edit (change, before, after);
  g_assert_false (ocop_register_commit (fixture->reg, change, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

/* Next year's plan begins with the targets of this one; what was done is not taken over. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture), *target = add_target (fixture, plan, "P01", "between", "25", "30");
  g_autofree char *unit = fixture_add (fixture, "unit", "name", "Xã A", "level", "commune", NULL);
  Act act = { .plan = plan, .year = 2026 };
  g_autoptr(OcopPlan) read = NULL;
  g_autoptr(OcopQuery) tasks = ocop_query_new ("task"), shares = ocop_query_new ("target_share");
  g_autoptr(GError) error = NULL;

  g_free (fixture_add (fixture, "target_share", "target", target, "unit", unit, "value", "2", NULL));
  g_free (fixture_add (fixture, "task", "plan", plan, "name", "Mở lớp", "target", target, "due_on", "2025-06-30", "state", "done",
                       "done_on", "2025-06-01", NULL));
  g_assert_true (carry_out (fixture, &act, &error));
  g_assert_no_error (error);
  read = look_at (fixture, act.copy, "2026-02-02");
  g_assert_cmpstr (ocop_record_get_text (read->record, "name"), ==, "Kế hoạch năm 2026");
  g_assert_cmpint (ocop_record_get_integer (read->record, "year", 0), ==, 2026);
  g_assert_null (ocop_record_get_text (read->record, "amends"));
  g_assert_cmpint (target_of (read, 0)->goal.value_to, ==, 3000);
  ocop_query_where (tasks, "plan", OCOP_OPERATOR_IS, act.copy, NULL);
  ocop_query_where (tasks, "state", OCOP_OPERATOR_IS, "planned", NULL);
  ocop_query_where (tasks, "done_on", OCOP_OPERATOR_UNKNOWN, NULL);
  ocop_query_where (tasks, "due_on", OCOP_OPERATOR_IS, "2026-06-30", NULL);
  ocop_query_where (tasks, "target", OCOP_OPERATOR_IS, ocop_record_get_id (target_of (read, 0)->target), NULL);
  ocop_query_set_measure (tasks, OCOP_MEASURE_COUNT, NULL);
  g_assert_cmpint (fixture_measure (fixture, tasks), ==, 1);
  ocop_query_where (shares, "target.plan", OCOP_OPERATOR_IS, act.copy, NULL);
  ocop_query_set_measure (shares, OCOP_MEASURE_COUNT, NULL);
  g_assert_cmpint (fixture_measure (fixture, shares), ==, 1);
  g_free (act.copy);
}

/* One faulty definition says so where it is used, and the other targets are counted all the same. */
static void
test_faulty_own (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const definitions[][2] = {
    { "R01", "{" },
    { "R02", "{\"code\": \"R02\", \"section\": \"Riêng\", \"title\": \"Sao\", \"unit\": \"sao\", \"aim\": \"none\", \"counted\": \"…\"}" },
    { "R03", "{\"code\": \"R03\", \"section\": \"Riêng\", \"title\": \"Sao\", \"unit\": \"sao\", \"aim\": \"number\", \"counted\": \"…\","
             " \"part\": {\"subject\": \"planet\", \"measure\": \"count\"}}" },
    { "P10", "{\"code\": \"P10\", \"as\": \"P00\"}" },
  };
  g_autofree char *plan = add_plan (fixture), *product = add_product (fixture, "Gạo", "");
  g_autoptr(OcopPlan) read = NULL;

  recognise (fixture, product, "first", "4", "2025-04-04");
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    {
      g_free (fixture_add (fixture, "own_indicator", "code", definitions[i][0], "name", "Sao", "definition", definitions[i][1], NULL));
      g_free (add_target (fixture, plan, definitions[i][0], "at-least", "1", ""));
    }
  g_free (add_target (fixture, plan, "P53", "at-least", "1", ""));
  read = look_at (fixture, plan, "2026-02-02");
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    {
      const OcopProgress *progress = target_of (read, i);
      g_autofree char *counted = ocop_progress_say_counted (progress);

      g_assert_false (progress->fact.known);
      g_assert_cmpint (progress->standing, ==, OCOP_STANDING_NONE);
      g_assert_nonnull (strstr (counted, definitions[i][0]));
      g_assert_nonnull (strstr (counted, i == 0 ? "Parse error" : i == 2 ? "planet" : "$."));
    }
  assert_figure (read, G_N_ELEMENTS (definitions), 1, OCOP_STANDING_MET);
}

static void
assert_one (Fixture    *fixture,
            const char *kind,
            const char *link,
            const char *plan,
            const char *field,
            const char *value)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  ocop_query_where (query, link, OCOP_OPERATOR_IS, plan, NULL);
  ocop_query_where (query, field, OCOP_OPERATOR_IS, value, NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  g_assert_cmpint (fixture_measure (fixture, query), ==, 1);
}

static guint
count_of (Fixture    *fixture,
          const char *kind,
          const char *link,
          const char *plan)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  ocop_query_where (query, link, OCOP_OPERATOR_IS, plan, NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  return (guint) fixture_measure (fixture, query);
}

/* A plan that amends another goes on where that stands; next year's begins anew. */
static void
test_amend (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture), *target = add_target (fixture, plan, "Q", "qualitative", "", "");
  Act amended = { .plan = plan, .year = 2025 }, next = { .plan = plan, .year = 2026 };
  g_autoptr(GError) error = NULL;

  g_free (fixture_add (fixture, "task", "plan", plan, "name", "Mở lớp", "target", target, "due_on", "2025-06-30", "state", "done",
                       "done_on", "2025-06-01", "evidence", "Báo cáo 12/BC", NULL));
  g_free (fixture_add (fixture, "budget_line", "plan", plan, "name", "Tập huấn", "amount", "5000000", "paid", "2000000",
                       "paid_on", "2025-05-05", NULL));
  g_free (fixture_add (fixture, "plan_product", "plan", plan, "name", "Trà hoa vàng", "kind", "first", "expected_class", "3", NULL));
  g_free (fixture_add (fixture, "target_figure", "target", target, "counted_on", "2025-06-30", "text", "Đã làm", "source", "Xã", NULL));
  g_assert_true (carry_out (fixture, &amended, &error) && carry_out (fixture, &next, &error));
  g_assert_no_error (error);

  assert_one (fixture, "plan", "id", amended.copy, "amends", plan);
  assert_one (fixture, "task", "plan", amended.copy, "state", "done");
  assert_one (fixture, "task", "plan", amended.copy, "done_on", "2025-06-01");
  assert_one (fixture, "task", "plan", amended.copy, "evidence", "Báo cáo 12/BC");
  assert_one (fixture, "budget_line", "plan", amended.copy, "paid", "2000000");
  assert_one (fixture, "budget_line", "plan", amended.copy, "paid_on", "2025-05-05");
  assert_one (fixture, "plan_product", "plan", amended.copy, "name", "Trà hoa vàng");
  assert_one (fixture, "target_figure", "target.plan", amended.copy, "text", "Đã làm");

  assert_one (fixture, "task", "plan", next.copy, "state", "planned");
  assert_one (fixture, "task", "plan", next.copy, "due_on", "2026-06-30");
  g_assert_cmpuint (count_of (fixture, "plan_product", "plan", next.copy), ==, 0);
  g_assert_cmpuint (count_of (fixture, "target_figure", "target.plan", next.copy), ==, 0);
  g_free (amended.copy);
  g_free (next.copy);
}

/* What is at risk stands before what is on course, what is reached last; what is only counted is left out. */
static void
test_pressing (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const expected[] = { "P53", "P01", "P52" };
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *met = add_target (fixture, plan, "P52", "at-least", "1", ""), *counted = add_target (fixture, plan, "P02", "counted", "", "");
  g_autofree char *half = add_target (fixture, plan, "P01", "at-least", "2", ""), *far = add_target (fixture, plan, "P53", "at-least", "9", "");
  g_autofree char *product = add_product (fixture, "Gạo", "");
  g_autoptr(OcopPlan) read = NULL;
  g_autoptr(GPtrArray) pressing = NULL;

  recognise (fixture, product, "first", "3", "2025-03-03");
  read = look_at (fixture, plan, "2025-12-20");
  pressing = ocop_plan_list_pressing (read);
  g_assert_cmpuint (pressing->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (ocop_record_get_text (((const OcopProgress *) pressing->pdata[i])->target, "name"), ==, expected[i]);
}

#define ADD(name, test) g_test_add ("/plan/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("net", test_net);
  ADD ("pressing", test_pressing);
  ADD ("twice", test_twice);
  ADD ("december", test_december);
  ADD ("part-of-year", test_part_of_year);
  ADD ("several-years", test_several_years);
  ADD ("nothing", test_nothing);
  ADD ("renamed", test_renamed);
  ADD ("former-district", test_former_district);
  ADD ("not-added", test_not_added);
  ADD ("by-hand", test_by_hand);
  ADD ("own", test_own);
  ADD ("faulty-own", test_faulty_own);
  ADD ("issue", test_issue);
  ADD ("copy", test_copy);
  ADD ("amend", test_amend);
  return g_test_run ();
}
