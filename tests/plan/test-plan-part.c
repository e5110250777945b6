/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a plan: how its tasks stand, what its budget comes to, the order of both. */

#include "base/ocop-error.h"
#include "model/ocop-line-amount.h"
#include "plan/ocop-budget.h"
#include "plan/ocop-registration.h"
#include "plan/ocop-task.h"
#include "register/fixture.h"

static OcopDate
day (const char *text)
{
  OcopDate date = OCOP_DATE_UNKNOWN;

  g_assert_true (ocop_date_parse (text, &date));
  return date;
}

static OcopRecord *
make (const char *kind,
      ...)
{
  OcopRecord *record = ocop_record_new (ocop_kind_find (kind), NULL);
  va_list fields;
  const char *name;

  va_start (fields, kind);
  while ((name = va_arg (fields, const char *)) != NULL)
    {
      g_auto(OcopValue) value = OCOP_VALUE_INIT;

      g_assert_true (ocop_field_parse (ocop_kind_find_field (ocop_kind_find (kind), name), va_arg (fields, const char *), &value, NULL));
      ocop_record_set (record, name, &value);
    }
  va_end (fields);
  return record;
}

static void
test_standing (void)
{
  static const struct
  {
    const char *state;
    const char *due_on;
    OcopTaskStanding standing;
  } cases[] = {
    { "planned", "", OCOP_TASK_PLANNED },
    { "planned", "2026-12-31", OCOP_TASK_PLANNED },
    { "under-way", "2026-12-31", OCOP_TASK_UNDER_WAY },
    { "under-way", "2026-06-15", OCOP_TASK_SOON },
    { "planned", "2026-06-01", OCOP_TASK_SOON },
    { "planned", "2026-05-31", OCOP_TASK_LATE },
    { "under-way", "2026-01-31", OCOP_TASK_LATE },
    { "done", "2026-01-31", OCOP_TASK_DONE },
    { "dropped", "2026-01-31", OCOP_TASK_DROPPED },
    { "planned", "2026", OCOP_TASK_PLANNED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopRecord) task = make ("task", "state", cases[i].state, "due_on", cases[i].due_on, NULL);

      g_assert_cmpint (ocop_task_standing (task, day ("2026-06-01")), ==, cases[i].standing);
    }
}

static void
test_amount (void)
{
  static const struct
  {
    const char *quantity;
    const char *price;
    gint64 amount;
  } cases[] = {
    { "3", "45000000", 135000000 },
    { "2,5", "3", 8 },
    { "0,33", "1", 0 },
    { "", "45000000", -1 },
    { "3", "", -1 },
    { "0", "45000000", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopRecord) line = make ("budget_line", "quantity", cases[i].quantity, "price", cases[i].price, NULL);

      g_assert_cmpint (ocop_line_amount (line), ==, cases[i].amount);
    }
}

/* In a register */

typedef struct
{
  GPtrArray *(*read) (OcopReader *, const OcopRecord *, OcopDate, GError **);
  const char *plan;
  const char *kind;
  const char *id;
  int step;
} Asked;

static gpointer
read_parts (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Asked *asked = data;
  g_autoptr(OcopRecord) plan = ocop_reader_load (reader, ocop_kind_find ("plan"), asked->plan, error);

  return plan != NULL ? asked->read (reader, plan, day ("2026-06-01"), error) : NULL;
}

static gpointer
make_move (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Asked *asked = data;

  return ocop_plan_part_move (reader, ocop_kind_find (asked->kind), asked->plan, asked->id, asked->step, error);
}

static GPtrArray *
read_tasks (Fixture    *fixture,
            const char *plan)
{
  Asked asked = { ocop_tasks_read, plan };
  g_autoptr(GError) error = NULL;
  GPtrArray *tasks = ocop_register_read (fixture->reg, read_parts, &asked, &error);

  g_assert_no_error (error);
  return tasks;
}

static char *
add_plan (Fixture *fixture)
{
  return fixture_add (fixture, "plan", "name", "Kế hoạch năm 2026", "year", "2026", "state", "draft", NULL);
}

static char *
add_task (Fixture    *fixture,
          const char *plan,
          const char *name,
          const char *from,
          const char *until)
{
  return fixture_add (fixture, "task", "plan", plan, "name", name, "state", "planned", "begins_on", from, "due_on", until, NULL);
}

static void
test_span (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *begins_on, *due_on;
    const char *from, *until;
  } cases[] = {
    { "2026-02-10", "2026-04-20", "2026-02-10", "2026-04-20" },
    { "", "2026-04-20", "2026-04-01", "2026-04-20" },
    { "2026-02-10", "", "2026-02-10", "2026-02-28" },
    { "2025-11-01", "2026-01-15", "2026-01-01", "2026-01-15" },
    { "2026-11-01", "2027-03-01", "2026-11-01", "2026-12-31" },
    { "", "", "", "" },
    { "2025-01-01", "2025-02-01", "", "" },
  };
  g_autofree char *plan = add_plan (fixture);
  g_autoptr(GPtrArray) tasks = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_free (add_task (fixture, plan, "Việc", cases[i].begins_on, cases[i].due_on));
  tasks = read_tasks (fixture, plan);
  g_assert_cmpuint (tasks->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < tasks->len; i++)
    {
      const OcopTask *task = tasks->pdata[i];
      char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

      g_assert_cmpstr (ocop_date_to_text (task->from, from), ==, cases[i].from);
      g_assert_cmpstr (ocop_date_to_text (task->until, until), ==, cases[i].until);
    }
}

static void
move (Fixture    *fixture,
      const char *plan,
      const char *id,
      int         step)
{
  Asked asked = { .plan = plan, .kind = "task", .id = id, .step = step };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChange) change = ocop_register_read (fixture->reg, make_move, &asked, &error);

  g_assert_no_error (error);
  g_assert_true (ocop_register_commit (fixture->reg, change, &error));
  g_assert_no_error (error);
}

static void
assert_order (Fixture    *fixture,
              const char *plan,
              const char *names)
{
  g_autoptr(GPtrArray) tasks = read_tasks (fixture, plan);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    g_string_append (found, ocop_record_get_text (((const OcopPlanPart *) tasks->pdata[i])->record, "name"));
  g_assert_cmpstr (found->str, ==, names);
}

/* Parts that were never numbered are so by the first move. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *a = add_task (fixture, plan, "A", "", ""), *b = add_task (fixture, plan, "B", "", "");
  g_autofree char *c = add_task (fixture, plan, "C", "", "");

  assert_order (fixture, plan, "ABC");
  move (fixture, plan, c, -1);
  assert_order (fixture, plan, "ACB");
  move (fixture, plan, a, 1);
  assert_order (fixture, plan, "CAB");
  move (fixture, plan, b, -2);
  assert_order (fixture, plan, "BCA");
  move (fixture, plan, b, -1);
  move (fixture, plan, a, 5);
  assert_order (fixture, plan, "BCA");
}

static void
add_line (Fixture    *fixture,
          const char *plan,
          const char *quantity,
          const char *price,
          const char *amount,
          const char *source,
          const char *paid)
{
  g_free (fixture_add (fixture, "budget_line", "plan", plan, "name", "Chi", "quantity", quantity, "price", price, "amount", amount,
                       "source", source, "paid", paid, NULL));
}

static void
assert_sum (const GPtrArray *sums,
            guint            place,
            const char      *source,
            gint64           amount,
            gint64           paid)
{
  const OcopBudgetSum *sum = sums->pdata[place];

  g_assert_cmpstr (sum->source, ==, source);
  g_assert_cmpint (sum->amount, ==, amount);
  g_assert_cmpint (sum->paid, ==, paid);
}

/* What is typed counts, else what is worked out; sources are told apart as people read them. */
static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *plan = add_plan (fixture);
  Asked asked = { ocop_budget_read, plan };
  g_autoptr(GPtrArray) lines = NULL, sums = NULL, none = NULL;

  none = ocop_register_read (fixture->reg, read_parts, &asked, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  add_line (fixture, plan, "3", "100", "", "Ngân sách tỉnh", "200");
  add_line (fixture, plan, "3", "100", "350", "ngân sách  tỉnh", "");
  add_line (fixture, plan, "", "", "50", "", "60");
  lines = ocop_register_read (fixture->reg, read_parts, &asked, NULL);
  g_assert_false (((const OcopBudgetLine *) lines->pdata[0])->differs);
  g_assert_true (((const OcopBudgetLine *) lines->pdata[1])->differs);
  g_assert_false (((const OcopBudgetLine *) lines->pdata[2])->differs);
  sums = ocop_budget_sums (lines);
  g_assert_cmpuint (sums->len, ==, 3);
  assert_sum (sums, 0, "Ngân sách tỉnh", 650, 200);
  assert_sum (sums, 1, NULL, 50, 60);
  assert_sum (sums, 2, NULL, 700, 260);
}

/* Registered products */

typedef struct
{
  const char *plan;
  const char *products[5];
} Wish;

static gpointer
make_registrations (OcopReader    *reader,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const Wish *wish = data;

  return ocop_registration_add (reader, wish->plan, wish->products, day ("2026-06-01"), error);
}

static void
register_products (Fixture    *fixture,
                   const Wish *wish)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChange) change = ocop_register_read (fixture->reg, make_registrations, (gpointer) wish, &error);

  g_assert_no_error (error);
  g_assert_true (ocop_register_commit (fixture->reg, change, &error));
  g_assert_no_error (error);
}

static void
recognise (Fixture    *fixture,
           const char *product,
           const char *class,
           const char *on)
{
  g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "kind", "first", "class", class,
                       "decision_date", on, NULL));
}

/* A dossier says what is aimed at; else the term does. What became of each is read beside it; nobody is registered twice. */
static void
test_registrations (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *kind;
    gint64 class;
    OcopRegistrationOutcome outcome;
  } expected[] = {
    { "Gạo", "first", 3, OCOP_REGISTRATION_UNDER_WAY },
    { "Mật", "again", 3, OCOP_REGISTRATION_NOTHING },
    { "Trà", "upgrade", 5, OCOP_REGISTRATION_RECOGNISED },
    { "Yến", "again", 5, OCOP_REGISTRATION_RECOGNISED },
  };
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *rice = fixture_add (fixture, "product", "name", "Gạo", NULL);
  g_autofree char *honey = fixture_add (fixture, "product", "name", "Mật", NULL);
  g_autofree char *tea = fixture_add (fixture, "product", "name", "Trà", NULL);
  g_autofree char *nests = fixture_add (fixture, "product", "name", "Yến", NULL);
  Wish wish = { plan, { rice, honey, tea, nests, NULL } };
  Asked asked = { ocop_registrations_read, plan };
  g_autoptr(GPtrArray) all = NULL;

  g_free (fixture_add (fixture, "dossier", "name", "Gạo", "product", rice, "kind", "first", "step", "idea", "step_on", "2026-03-03",
                       "expected_class", "3", NULL));
  recognise (fixture, honey, "3", "2023-09-09");
  recognise (fixture, tea, "4", "2026-02-02");
  recognise (fixture, nests, "5", "2026-02-02");
  register_products (fixture, &wish);
  register_products (fixture, &wish);
  all = ocop_register_read (fixture->reg, read_parts, &asked, NULL);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < all->len; i++)
    {
      const OcopRegistration *one = all->pdata[i];

      g_assert_cmpstr (ocop_record_get_text (one->part.record, "name"), ==, expected[i].name);
      g_assert_cmpstr (ocop_record_get_text (one->part.record, "kind"), ==, expected[i].kind);
      g_assert_cmpint (ocop_record_get_integer (one->part.record, "expected_class", 0), ==, expected[i].class);
      g_assert_cmpint (one->outcome, ==, expected[i].outcome);
    }
}

/* A part of @plan, or of its @target. */
static OcopRecord *
make_part (guint       i,
           const char *plan,
           const char *target,
           const char *unit)
{
  switch (i)
    {
    case 0:
      return make ("target", "plan", plan, "name", "Chỉ tiêu mới", "operator", "counted", NULL);
    case 1:
      return make ("task", "plan", plan, "name", "Việc mới", "state", "planned", NULL);
    case 2:
      return make ("budget_line", "plan", plan, "name", "In tem", NULL);
    case 3:
      return make ("plan_product", "plan", plan, "name", "Chè mới", NULL);
    case 4:
      return make ("target_share", "target", target, "unit", unit, "value", "2", NULL);
    default:
      return make ("target_figure", "target", target, "counted_on", "2026-06-30", "value", "1", "source", "Báo cáo", NULL);
    }
}

static gboolean
add_part (Fixture    *fixture,
          const char *act,
          OcopRecord *part,
          GError    **error)
{
  g_autoptr(OcopChange) change = ocop_change_new (act, "Thêm");

  ocop_change_add (change, part);
  return ocop_register_commit (fixture->reg, change, error);
}

static void
issue (Fixture    *fixture,
       const char *plan)
{
  g_autoptr(OcopRecord) draft = fixture_load (fixture, "plan", plan), issued = ocop_record_copy (draft);
  g_autoptr(OcopChange) change = ocop_change_new ("plan", "Ban hành");
  g_autoptr(GError) error = NULL;

  ocop_record_set_text (issued, "state", "issued");
  ocop_change_edit (change, draft, issued);
  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
}

/* Whoever adds: to what is issued only what comes of it is added, and who is refused hears of which plan. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const acts[] = { "add", "import", "shares" };
  const guint n_parts = 6, figure = 5;
  g_autofree char *plan = fixture_add (fixture, "plan", "name", "Kế hoạch 2026", "year", "2026", "state", "draft", NULL);
  g_autofree char *target = fixture_add (fixture, "target", "plan", plan, "name", "Sản phẩm mới", "operator", "counted", NULL);
  g_autofree char *unit = fixture_add (fixture, "unit", "name", "Xã A", "level", "commune", NULL);

  issue (fixture, plan);
  for (guint i = 0; i < n_parts * G_N_ELEMENTS (acts); i++)
    {
      g_autoptr(OcopRecord) part = make_part (i % n_parts, plan, target, unit);
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (add_part (fixture, acts[i / n_parts], part, &error), ==, i % n_parts == figure);
      if (i % n_parts == figure)
        continue;
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
      g_assert_true (g_str_has_prefix (error->message, "Kế hoạch 2026: "));
    }
}

/* A plan of earlier years is entered as it was issued, with its parts. */
static void
test_entered_whole (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(OcopRecord) plan = make ("plan", "name", "Kế hoạch 2023", "year", "2023", "state", "issued", NULL);
  g_autoptr(OcopRecord) task = make_part (1, ocop_record_get_id (plan), NULL, NULL);
  g_autoptr(OcopChange) change = ocop_change_new ("import", "Kế hoạch cũ");
  g_autoptr(GError) error = NULL;

  ocop_change_add (change, plan);
  ocop_change_add (change, task);
  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-part/standing", test_standing);
  g_test_add_func ("/plan-part/amount", test_amount);
  g_test_add ("/plan-part/span", Fixture, NULL, fixture_set_up, test_span, fixture_tear_down);
  g_test_add ("/plan-part/move", Fixture, NULL, fixture_set_up, test_move, fixture_tear_down);
  g_test_add ("/plan-part/sums", Fixture, NULL, fixture_set_up, test_sums, fixture_tear_down);
  g_test_add ("/plan-part/registrations", Fixture, NULL, fixture_set_up, test_registrations, fixture_tear_down);
  g_test_add ("/plan-part/closed", Fixture, NULL, fixture_set_up, test_closed, fixture_tear_down);
  g_test_add ("/plan-part/entered-whole", Fixture, NULL, fixture_set_up, test_entered_whole, fixture_tear_down);
  return g_test_run ();
}
