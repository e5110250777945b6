/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom to visit and why, what a visit looks at, and what is noted of it. */

#include "base/ocop-error.h"
#include "register/fixture.h"
#include "work/ocop-inspection-plan.h"
#include "work/ocop-inspection-points.h"

#define TODAY ocop_date_new (2026, 6, 1)

static void
test_weighs (void)
{
  static const struct
  {
    const char *until, *visited, *repair_by, *complained;
    guint reasons;
  } cases[] = {
    { "2028-01-01", "2026-02-01", "", "", 0 },
    { "2027-06-01", "2026-02-01", "", "", OCOP_INSPECT_EXPIRING },
    { "2027-06-02", "2026-02-01", "", "", 0 },
    { "2026-05-31", "2026-02-01", "", "", 0 },
    { "", "", "", "", OCOP_INSPECT_NEVER },
    { "", "2024", "", "", 0 },
    { "", "2024-06-02", "", "", 0 },
    { "", "2024-05-31", "", "", OCOP_INSPECT_LONG_SINCE },
    { "", "2026-02-01", "2026-05-31", "", OCOP_INSPECT_REPAIR },
    { "", "2026-02-01", "2026-06-01", "", 0 },
    { "", "2026-02-01", "", "2025-06-01", OCOP_INSPECT_COMPLAINT },
    { "", "2026-02-01", "", "2025-05-31", 0 },
    { "2026-08-01", "", "2026-01-01", "2026-03-01", OCOP_INSPECT_EXPIRING | OCOP_INSPECT_NEVER | OCOP_INSPECT_REPAIR | OCOP_INSPECT_COMPLAINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopInspectionCandidate candidate = { 0 };
      g_autoptr(GPtrArray) candidates = g_ptr_array_new ();

      g_test_message ("%u", i);
      ocop_date_parse (cases[i].until, &candidate.until);
      ocop_date_parse (cases[i].visited, &candidate.visited_on);
      ocop_date_parse (cases[i].repair_by, &candidate.repair_by);
      ocop_date_parse (cases[i].complained, &candidate.complained_on);
      g_ptr_array_add (candidates, &candidate);
      ocop_inspection_plan_weigh (candidates, ocop_inspection_rules (), TODAY);
      g_assert_cmpuint (candidate.reasons, ==, cases[i].reasons);
      g_assert_true ((candidate.score > 0) == (candidate.reasons != 0));
    }
}

/* "A1" is a producer of the locality A; its score; "+": a visit is there already. Which are chosen, in turn. */
static void
test_chooses (void)
{
  static const struct
  {
    const char *all;
    guint producers, localities;
    const char *chosen;
  } cases[] = {
    { "", 50, 100, "" },
    { "A1=9 A2=5 A3=1 B1=0", 50, 100, "A1 B1" },
    { "A1=9 A2=5 A3=1 B1=0", 75, 100, "A1 A2 B1" },
    { "A1=9 A2=5 A3=1 B1=0", 50, 0, "A1 A2" },
    { "A1=9+ A2=5 A3=1 B1=0", 50, 100, "B1" },
    { "A1=9+ A2=5 A3=1 B1=0+", 50, 100, "" },
    { "A1=1 B1=1 C1=1", 0, 100, "A1 B1 C1" },
    { "A1=1 B1=1 C1=1", 0, 34, "A1 B1" },
    { "A1=3 A2=2 A3=1", 34, 100, "A1 A2" },
    { "A1=3 A2=2 A3=1", 100, 100, "A1 A2 A3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) words = g_strsplit (cases[i].all, " ", -1);
      g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_inspection_candidate_free);
      g_autoptr(GString) chosen = g_string_new (NULL);
      OcopInspectionRules rules = { .producers_percent = cases[i].producers, .localities_percent = cases[i].localities };

      g_test_message ("%u", i);
      for (guint w = 0; words[w] != NULL && *words[w] != '\0'; w++)
        {
          OcopInspectionCandidate *candidate = g_new0 (OcopInspectionCandidate, 1);

          candidate->name = g_strndup (words[w], 2);
          candidate->locality = g_strndup (words[w], 1);
          candidate->score = (guint) g_ascii_digit_value (words[w][3]);
          candidate->covered = words[w][4] == '+';
          g_ptr_array_add (candidates, candidate);
        }
      ocop_inspection_plan_choose (candidates, &rules);
      for (guint c = 0; c < candidates->len; c++)
        {
          const OcopInspectionCandidate *candidate = candidates->pdata[c];

          if (candidate->chosen)
            g_string_append_printf (chosen, "%s%s", chosen->len > 0 ? " " : "", candidate->name);
        }
      g_assert_cmpstr (chosen->str, ==, cases[i].chosen);
    }
}

static gpointer
read_plan (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ocop_inspection_plan_read (reader, TODAY, error);
}

static gpointer
read_points (OcopReader    *reader,
             gpointer       visit,
             GCancellable  *cancellable,
             GError       **error)
{
  return ocop_inspection_points_read (reader, visit, TODAY, error);
}

static void
commit (Fixture    *fixture,
        OcopChange *change)
{
  g_autoptr(OcopChange) owned = change;
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (owned);
  ocop_register_commit (fixture->reg, owned, &error);
  g_assert_no_error (error);
}

static char *
add_producer (Fixture    *fixture,
              const char *name,
              const char *decided_on)
{
  char *producer = fixture_add (fixture, "producer", "name", name, NULL);
  g_autofree char *product = fixture_add (fixture, "product", "name", name, "producer", producer, NULL);
  g_autofree char *recognition = fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3",
                                              "decision_number", "1/QĐ", "decision_date", decided_on, NULL);

  return producer;
}

static void
test_plans (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *never = add_producer (fixture, "Chưa kiểm tra", "2025-01-10");
  g_autofree char *soon = add_producer (fixture, "Sắp hết hạn", "2023-08-01");
  g_autofree char *ended = add_producer (fixture, "Đã hết hạn", "2020-01-10");
  g_autofree char *visit = fixture_add (fixture, "inspection", "name", "Kiểm tra", "producer", soon, "held_on", "2026-03-01", NULL);
  g_autofree char *fault = fixture_add (fixture, "inspection_point", "inspection", visit, "topic", "label", "result", "fault",
                                        "finding", "Thiếu ngày", "repair_by", "2026-04-01", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) candidates = ocop_register_read (fixture->reg, read_plan, NULL, &error);
  const OcopInspectionCandidate *first, *second;
  g_autofree char *why = NULL;
  g_autoptr(OcopQuery) planned = ocop_query_new ("inspection");

  g_assert_no_error (error);
  g_assert_cmpuint (candidates->len, ==, 2);
  first = candidates->pdata[0];
  second = candidates->pdata[1];
  g_assert_cmpstr (first->producer, ==, soon);
  g_assert_cmpuint (first->reasons, ==, OCOP_INSPECT_REPAIR | OCOP_INSPECT_EXPIRING);
  g_assert_true (first->covered);
  g_assert_cmpstr (second->producer, ==, never);
  why = ocop_inspection_candidate_explain (first);
  g_assert_cmpstr (why, ==, "repair not proved by 01/04/2026; certificate ends on 01/08/2026");

  ((OcopInspectionCandidate *) candidates->pdata[1])->chosen = TRUE;
  g_assert_null (ocop_inspection_plan_make (candidates, "Kiểm tra", OCOP_DATE_UNKNOWN, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_clear_error (&error);
  commit (fixture, ocop_inspection_plan_make (candidates, "Kiểm tra", ocop_date_new (2026, 7, 1), "An, Bình", &error));
  ocop_query_where (planned, "producer", OCOP_OPERATOR_IS, never, NULL);
  ocop_query_where (planned, "planned_on", OCOP_OPERATOR_IS, "2026-07-01", NULL);
  ocop_query_where (planned, "reason", OCOP_OPERATOR_IS, "never", NULL);
  g_assert_cmpint (fixture_measure (fixture, planned), ==, 1);
}

static void
test_notes_points (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *producer = add_producer (fixture, "HTX", "2025-01-10");
  g_autofree char *visit = fixture_add (fixture, "inspection", "name", "Kiểm tra", "producer", producer, "held_on", "2026-06-01", NULL);
  g_autofree char *noted = fixture_add (fixture, "inspection_point", "inspection", visit, "topic", "mark", "result", "met", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) points = ocop_register_read (fixture->reg, read_points, visit, &error);
  g_autoptr(GPtrArray) again = NULL;
  OcopInspectionPoint *label;

  g_assert_no_error (error);
  g_assert_cmpuint (points->len, ==, ocop_inspection_rules ()->topics->len);
  label = points->pdata[1];
  g_assert_cmpstr (ocop_record_get_text (label->after, "topic"), ==, "label");
  g_assert_cmpstr (label->product_name, ==, "HTX");
  ocop_record_set_text (label->after, "result", "fault");
  g_assert_null (ocop_inspection_points_save (points, NULL, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_clear_error (&error);
  ocop_record_set_text (label->after, "finding", "Thiếu ngày sản xuất");
  ocop_record_set_date (label->after, "repair_by", ocop_inspection_repair_day (TODAY));
  g_assert_cmpstr (ocop_inspection_points_conclude (points), ==, "repair");
  commit (fixture, ocop_inspection_points_save (points, NULL, NULL, &error));
  g_assert_cmpint (fixture_count (fixture, "inspection_point"), ==, points->len);

  /* A second look finds all of them, and changes nothing. */
  again = ocop_register_read (fixture->reg, read_points, visit, &error);
  g_assert_cmpuint (again->len, ==, points->len);
  for (guint i = 0; i < again->len; i++)
    g_assert_nonnull (((OcopInspectionPoint *) again->pdata[i])->before);
  ocop_record_set_date (((OcopInspectionPoint *) again->pdata[1])->after, "repaired_on", TODAY);
  g_assert_null (ocop_inspection_points_conclude (again));
  for (guint i = 0; i < again->len; i++)
    if (i != 1)
      ocop_record_set_text (((OcopInspectionPoint *) again->pdata[i])->after, "result", "met");
  g_assert_cmpstr (ocop_inspection_points_conclude (again), ==, "met");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inspection/weighs", test_weighs);
  g_test_add_func ("/inspection/chooses", test_chooses);
  g_test_add ("/inspection/plans", Fixture, NULL, fixture_set_up, test_plans, fixture_tear_down);
  g_test_add ("/inspection/notes-points", Fixture, NULL, fixture_set_up, test_notes_points, fixture_tear_down);
  return g_test_run ();
}
