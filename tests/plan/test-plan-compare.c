/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several plans side by side: which targets are the same, by how much they differ, and what localities set for themselves. */

#include "plan/ocop-plan-compare.h"
#include "register/fixture.h"

typedef struct
{
  const char *indicator, *code, *name;
  int from, until;
} Target;

static OcopRecord *
make (const Target *target)
{
  OcopRecord *record = ocop_record_new (ocop_kind_find ("target"), NULL);

  ocop_record_set_text (record, "indicator", target->indicator);
  ocop_record_set_text (record, "code", target->code);
  ocop_record_set_text (record, "name", target->name);
  if (target->from > 0)
    {
      ocop_record_set_integer (record, "from_year", target->from);
      ocop_record_set_integer (record, "until_year", target->until);
    }
  return record;
}

static GPtrArray *
make_all (const Target *targets)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);

  for (; targets->name != NULL; targets++)
    g_ptr_array_add (all, make (targets));
  return all;
}

static void
test_match (void)
{
  static const struct
  {
    const char *what;
    Target targets[4], others[4];
    int places[3];      /* -1: none */
  } cases[] = {
    { "counted alike, whatever the code and name", { { "P01", "A1", "Sản phẩm" } }, { { "P01", "B7", "Số sản phẩm" } }, { 0 } },
    { "counted otherwise under one code and name", { { "P01", "A1", "Sản phẩm" } }, { { "P02", "A1", "Sản phẩm" } }, { -1 } },
    { "by code where one is not counted", { { "P01", "A1", "Sản phẩm" } }, { { NULL, "A1", "Mới" } }, { 0 } },
    { "another code under one name", { { NULL, "A1", "Làng nghề" } }, { { NULL, "A2", "Làng nghề" } }, { -1 } },
    { "by name, folded", { { NULL, "A1", "Làng nghề" } }, { { NULL, NULL, "LANG NGHE" } }, { 0 } },
    { "nothing in common", { { NULL, NULL, "Làng nghề" } }, { { NULL, NULL, "Hội chợ" } }, { -1 } },
    { "several years and one", { { "P01", NULL, "Sản phẩm", 2021, 2025 } }, { { "P01", NULL, "Sản phẩm" } }, { -1 } },
    { "as many years", { { "P01", NULL, "Sản phẩm", 2021, 2025 } }, { { "P01", NULL, "Sản phẩm", 2026, 2030 } }, { 0 } },
    { "two counted alike, by their names", { { "P01", NULL, "Lần đầu" }, { "P01", NULL, "Lại" } },
      { { "P01", NULL, "Lại" }, { "P01", NULL, "Lần đầu" } }, { 1, 0 } },
    { "each has one other at the most", { { "P01", NULL, "Lần đầu" } }, { { "P01", NULL, "Hai" }, { "P01", NULL, "Ba" } }, { 0, -1 } },
    { "what is surer goes first", { { "P01", NULL, "Sản phẩm" } }, { { NULL, NULL, "Sản phẩm" }, { "P01", NULL, "Khác" } }, { -1, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) targets = make_all (cases[i].targets);
      g_autoptr(GPtrArray) others = make_all (cases[i].others);
      g_autoptr(GArray) matched = ocop_compare_match (targets, others);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpuint (matched->len, ==, others->len);
      for (guint j = 0; j < matched->len; j++)
        g_assert_cmpint ((int) g_array_index (matched, guint, j), ==, cases[i].places[j]);
    }
}

/* Differences */

typedef struct
{
  OcopGoalOperator op;
  const char *unit;
  int value, actual;    /* -1: not known */
} Said;

static OcopProgress
say (const Said *said)
{
  OcopProgress progress = { .target = make (&(Target) { NULL, NULL, "Sản phẩm" }) };

  ocop_record_set_text (progress.target, "unit_name", said->unit);
  progress.goal = (OcopGoal) { .op = said->op, .value = said->value * 100, .value_to = said->value * 100 };
  progress.fact = (OcopFact) { .known = said->actual >= 0, .figure = said->actual * 100 };
  return progress;
}

static void
test_differences (void)
{
  static const int none = G_MININT;
  const struct
  {
    Said first, other;
    int set, actual;
  } cases[] = {
    { { OCOP_GOAL_AT_LEAST, "sản phẩm", 60, 45 }, { OCOP_GOAL_EXACTLY, "Sản phẩm", 50, 48 }, 10, -3 },
    { { OCOP_GOAL_BETWEEN, NULL, 20, 20 }, { OCOP_GOAL_AT_LEAST, NULL, 20, 20 }, 0, 0 },
    { { OCOP_GOAL_AT_LEAST, "%", 60, 45 }, { OCOP_GOAL_AT_LEAST, "sản phẩm", 50, 48 }, none, none },
    { { OCOP_GOAL_AT_LEAST, "sản phẩm", 60, 45 }, { OCOP_GOAL_AT_LEAST, NULL, 50, 48 }, none, none },
    { { OCOP_GOAL_COUNTED, NULL, 0, 45 }, { OCOP_GOAL_AT_LEAST, NULL, 50, 48 }, none, -3 },
    { { OCOP_GOAL_EACH_AT_LEAST, NULL, 1, 1 }, { OCOP_GOAL_AT_LEAST, NULL, 50, 48 }, none, none },
    { { OCOP_GOAL_EACH_AT_LEAST, NULL, 2, 1 }, { OCOP_GOAL_EACH_AT_LEAST, NULL, 1, 3 }, 1, -2 },
    { { OCOP_GOAL_AT_LEAST, NULL, 60, -1 }, { OCOP_GOAL_AT_LEAST, NULL, 50, 48 }, 10, none },
    { { OCOP_GOAL_BY_DAY, NULL, 0, 1 }, { OCOP_GOAL_BY_DAY, NULL, 0, 1 }, none, none },
    { { OCOP_GOAL_QUALITATIVE, NULL, 0, 1 }, { OCOP_GOAL_QUALITATIVE, NULL, 0, 1 }, none, none },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopProgress first = say (&cases[i].first), other = say (&cases[i].other);
      gpointer cells[] = { &first, &other };
      g_autoptr(GPtrArray) both = g_ptr_array_new ();
      OcopCompareRow row = { .cells = both };
      gint64 difference;

      g_ptr_array_add (both, cells[0]);
      g_ptr_array_add (both, cells[1]);
      g_test_message ("%u", i);
      g_assert_cmpint (ocop_compare_row_set_apart (&row, 1, &difference) ? difference / 100 : none, ==, cases[i].set);
      g_assert_cmpint (ocop_compare_row_actual_apart (&row, 1, &difference) ? difference / 100 : none, ==, cases[i].actual);
      ocop_record_free (first.target);
      ocop_record_free (other.target);
    }
}

/* Read */

typedef struct
{
  const char *plan;
  const char * const *others;
} Asked;

static gpointer
ask (OcopReader    *reader,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  const Asked *asked = data;

  return ocop_comparison_read (reader, asked->plan, asked->others, ocop_date_new (2026, 6, 30), error);
}

static OcopComparison *
compare (Fixture            *fixture,
         const char         *plan,
         const char * const *others)
{
  g_autoptr(GError) error = NULL;
  Asked asked = { plan, others };
  OcopComparison *read = ocop_register_read (fixture->reg, ask, &asked, &error);

  g_assert_no_error (error);
  return read;
}

static char *
add_plan (Fixture    *fixture,
          const char *year,
          const char *unit)
{
  return fixture_add (fixture, "plan", "name", "Kế hoạch", "year", year, "calendar", "1", "state", "draft", "unit", unit, NULL);
}

static char *
add_target (Fixture    *fixture,
            const char *plan,
            const char *indicator,
            const char *value)
{
  return fixture_add (fixture, "target", "plan", plan, "name", indicator, "indicator", indicator, "operator", "at-least", "value", value, NULL);
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *last = add_plan (fixture, "2025", "");
  g_autofree char *plan = add_plan (fixture, "2026", "");
  g_autofree char *one = add_target (fixture, plan, "P01", "60");
  g_autofree char *two = add_target (fixture, last, "P02", "3");
  g_autofree char *three = add_target (fixture, last, "P01", "50");
  g_autoptr(OcopComparison) both = compare (fixture, plan, NULL);
  g_autoptr(OcopComparison) alone = compare (fixture, plan, (const char *[]) { NULL });
  gint64 difference;

  g_assert_cmpuint (both->plans->len, ==, 2);
  g_assert_cmpstr (both->titles->pdata[1], ==, "2025");
  g_assert_cmpuint (both->rows->len, ==, 2);
  g_assert_true (ocop_compare_row_set_apart (both->rows->pdata[0], 1, &difference));
  g_assert_cmpint (difference, ==, 1000);
  g_assert_null (ocop_compare_row_get (both->rows->pdata[1], 0));
  g_assert_false (ocop_compare_row_set_apart (both->rows->pdata[1], 1, &difference));
  g_assert_cmpuint (alone->plans->len, ==, 1);
  g_assert_cmpuint (alone->rows->len, ==, 1);
}

/* What is shared out beside what they set themselves: of a plan that is amended the last one alone. */
static void
test_own_plans (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *commune = fixture_add (fixture, "unit", "name", "Ao Sen", "level", "commune", NULL);
  g_autofree char *other = fixture_add (fixture, "unit", "name", "Ấp Bưởi", "level", "commune", NULL);
  g_autofree char *plan = add_plan (fixture, "2026", "");
  g_autofree char *target = add_target (fixture, plan, "P01", "60");
  g_autofree char *former = add_plan (fixture, "2026", commune);
  g_autofree char *own = fixture_add (fixture, "plan", "name", "Kế hoạch xã", "year", "2026", "state", "draft", "unit", commune,
                                      "issued_on", "2026-02-02", NULL);
  g_autofree char *a = add_target (fixture, former, "P01", "7");
  g_autofree char *b = add_target (fixture, own, "P01", "25");
  g_autofree char *c = fixture_add (fixture, "target_share", "target", target, "unit", commune, "value", "20", NULL);
  g_autofree char *d = fixture_add (fixture, "target_share", "target", target, "unit", other, "value", "10", NULL);
  g_autoptr(OcopComparison) read = compare (fixture, plan, (const char *[]) { own, NULL });
  const OcopCompareRow *row = read->rows->pdata[0];
  gint64 difference;

  g_assert_cmpstr (read->titles->pdata[1], ==, "2026 · Ao Sen");
  g_assert_cmpuint (read->n_localities, ==, 2);
  g_assert_cmpuint (read->n_own_plans, ==, 1);
  g_assert_cmpint (row->shared, ==, 3000);
  g_assert_cmpint (row->own, ==, 2500);
  g_assert_cmpuint (row->n_own, ==, 1);
  g_assert_true (ocop_compare_row_own_apart (row, &difference));
  g_assert_cmpint (difference, ==, -500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-compare/match", test_match);
  g_test_add_func ("/plan-compare/differences", test_differences);
  g_test_add ("/plan-compare/read", Fixture, NULL, fixture_set_up, test_read, fixture_tear_down);
  g_test_add ("/plan-compare/own-plans", Fixture, NULL, fixture_set_up, test_own_plans, fixture_tear_down);
  return g_test_run ();
}
