/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that were frozen stay as they were, and what a later report says is what an earlier one said with what came and
 * without what went: each record by name, with the reason. */

#include "plan/ocop-freeze.h"
#include "register/fixture.h"

#define FIRST ocop_date_new (2025, 6, 30)
#define SECOND ocop_date_new (2025, 12, 31)

typedef struct
{
  char *plan;
  char *soon, *stays, *thrown, *late; /* products */
} Case;

typedef struct
{
  const char *id, *name;
  OcopDate day;
  const OcopDate *today;
} Asked;

static char *
add_recognised (Fixture    *fixture,
                const char *name,
                const char *day)
{
  char *product = fixture_add (fixture, "product", "name", name, NULL);

  g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "kind", "first", "class", "3",
                       "decision_number", "12/QĐ-UBND", "decision_date", day, NULL));
  return product;
}

static void
case_set_up (Fixture *fixture,
             Case    *self)
{
  self->plan = fixture_add (fixture, "plan", "name", "Kế hoạch năm 2025", "year", "2025", "calendar", "1", "state", "draft", NULL);
  g_free (fixture_add (fixture, "target", "plan", self->plan, "name", "Còn hiệu lực", "indicator", "P10", "operator", "at-least", "value", "300", "place", "1", NULL));
  g_free (fixture_add (fixture, "target", "plan", self->plan, "name", "Trong kỳ", "indicator", "P01", "operator", "at-least", "value", "300", "place", "2", NULL));
  self->soon = add_recognised (fixture, "Sắp hết hạn", "2022-08-01");
  self->stays = add_recognised (fixture, "Ở lại", "2024-08-01");
  self->thrown = add_recognised (fixture, "Xóa", "2025-02-01");
}

static void
case_clear (Case *self)
{
  g_free (self->plan);
  g_free (self->soon);
  g_free (self->stays);
  g_free (self->thrown);
  g_free (self->late);
}

static gpointer
make_freeze (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Asked *asked = data;

  return ocop_freeze (reader, asked->id, NULL, asked->name, asked->day, error);
}

static void
freeze (Fixture    *fixture,
        const Case *self,
        const char *name,
        OcopDate    day)
{
  g_autoptr(GError) error = NULL;
  Asked asked = { self->plan, name, day, NULL };
  OcopChange *change = ocop_register_read (fixture->reg, make_freeze, &asked, &error);

  g_assert_no_error (error);
  g_assert_true (ocop_register_commit (fixture->reg, change, &error));
  g_assert_no_error (error);
  ocop_change_free (change);
}

static gpointer
read_reports (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_freeze_reports (reader, data, error);
}

static gpointer
compare_reports (OcopReader    *reader,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const Asked *asked = data;

  return ocop_freeze_compare (reader, asked->id, asked->today, error);
}

/* The latest report with the one before it, or with the plan of @today. */
static OcopFreezeComparison *
compare (Fixture        *fixture,
         const Case     *self,
         const OcopDate *today)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) reports = ocop_register_read (fixture->reg, read_reports, self->plan, &error);
  Asked asked = { .today = today };
  OcopFreezeComparison *comparison;

  g_assert_no_error (error);
  asked.id = ocop_record_get_id (reports->pdata[0]);
  comparison = ocop_register_read (fixture->reg, compare_reports, &asked, &error);
  g_assert_no_error (error);
  return comparison;
}

static void
bin_product (Fixture    *fixture,
             const char *id)
{
  OcopChange *change = ocop_change_new ("bin", "bin");

  ocop_change_bin (change, ocop_kind_find ("product"), id);
  g_assert_true (ocop_register_commit (fixture->reg, change, NULL));
  ocop_change_free (change);
}

static void
assert_identity (const OcopFreezeComparison *comparison)
{
  for (guint i = 0; i < comparison->lines->len; i++)
    {
      const OcopFreezeLine *line = comparison->lines->pdata[i];

      g_assert_cmpint (line->now->value, ==, line->before->value + 100 * ((gint64) line->n_came - (gint64) line->n_went));
      g_assert_cmpuint (line->now->ids->len, ==, line->before->ids->len + line->n_came - line->n_went);
      g_assert_cmpuint (line->shifts->len, ==, line->n_came + line->n_went);
    }
}

static void
assert_shift (const OcopFreezeLine *line,
              const char           *label,
              gboolean              came,
              const char           *why)
{
  for (guint i = 0; i < line->shifts->len; i++)
    {
      const OcopShift *shift = line->shifts->pdata[i];

      if (!g_str_equal (shift->label, label))
        continue;
      g_assert_cmpint (shift->came, ==, came);
      g_assert_cmpstr (shift->why, ==, why);
      return;
    }
  g_error ("%s neither came nor went", label);
}

static void
test_identity (Fixture       *fixture,
               gconstpointer  data)
{
  Case self = { NULL };
  g_autoptr(OcopFreezeComparison) comparison = NULL;
  const OcopFreezeLine *in_force;

  case_set_up (fixture, &self);
  freeze (fixture, &self, "6 tháng", FIRST);
  self.late = add_recognised (fixture, "Mới", "2025-09-01");
  bin_product (fixture, self.thrown);
  freeze (fixture, &self, "Cả năm", SECOND);
  comparison = compare (fixture, &self, NULL);
  g_assert_cmpuint (comparison->lines->len, ==, 2);
  assert_identity (comparison);
  in_force = comparison->lines->pdata[0];
  g_assert_cmpstr (in_force->before->text, ==, "3");
  g_assert_cmpstr (in_force->now->text, ==, "2");
  assert_shift (in_force, "Mới", TRUE, "Decision 12/QĐ-UBND of 01/09/2025");
  assert_shift (in_force, "Xóa", FALSE, "Deleted");
  assert_shift (in_force, "Sắp hết hạn", FALSE, "Expired");
  case_clear (&self);
}

/* What is written afterwards changes the plan, never the report. */
static void
test_present (Fixture       *fixture,
              gconstpointer  data)
{
  Case self = { NULL };
  const OcopDate today = SECOND;
  g_autoptr(OcopFreezeComparison) comparison = NULL;

  case_set_up (fixture, &self);
  freeze (fixture, &self, "Cả năm", SECOND);
  self.late = add_recognised (fixture, "Nhập muộn", "2025-03-01");
  comparison = compare (fixture, &self, &today);
  assert_identity (comparison);
  g_assert_cmpstr (((const OcopFreezeLine *) comparison->lines->pdata[1])->before->text, ==, "1");
  g_assert_cmpstr (((const OcopFreezeLine *) comparison->lines->pdata[1])->now->text, ==, "2");
  case_clear (&self);
}

static void
test_first (Fixture       *fixture,
            gconstpointer  data)
{
  Case self = { NULL };
  g_autoptr(OcopFreezeComparison) comparison = NULL;

  case_set_up (fixture, &self);
  freeze (fixture, &self, "6 tháng", FIRST);
  comparison = compare (fixture, &self, NULL);
  g_assert_null (comparison->before);
  g_assert_cmpstr (((const OcopFreezeLine *) comparison->lines->pdata[0])->now->text, ==, "3");
  ocop_freeze_comparison_free (g_steal_pointer (&comparison));
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  g_assert_cmpint (fixture_count (fixture, "frozen_report"), ==, 0);
  g_assert_cmpint (fixture_count (fixture, "frozen_figure"), ==, 0);
  case_clear (&self);
}

/* 22 December lies in the plan of its year and in the report of the next. */
static void
test_next_report (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(OcopRecord) plan = ocop_record_new (ocop_kind_find ("plan"), NULL);
  g_autoptr(OcopQuery) query = NULL;

  g_free (add_recognised (fixture, "Quyết định 22/12", "2025-12-22"));
  g_free (add_recognised (fixture, "Quyết định 10/12", "2025-12-10"));
  ocop_record_set_integer (plan, "year", 2025);
  query = ocop_freeze_query_next_report (plan);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  g_assert_cmpint (fixture_measure (fixture, query), ==, 1);
  ocop_record_set_integer (plan, "calendar", 1);
  g_assert_null (ocop_freeze_query_next_report (plan));
}

#define ADD(name, test) g_test_add ("/freeze/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("identity", test_identity);
  ADD ("present", test_present);
  ADD ("first", test_first);
  ADD ("next-report", test_next_report);
  return g_test_run ();
}
