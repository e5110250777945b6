/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-due-task.h"

#include "register/fixture.h"

static char *producer;
static char *starred;  /* valid to 2029-06-01 */
static char *starless;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *recognition = NULL;

  fixture_set_up (fixture, data);
  producer = fixture_add (fixture, "producer", "name", "HTX Thử", NULL);
  starred = fixture_add (fixture, "product", "name", "Gạo", "producer", producer, NULL);
  starless = fixture_add (fixture, "product", "name", "Trà", "producer", producer, NULL);
  recognition = fixture_add (fixture, "recognition", "product", starred, "outcome", "recognised", "class", "3",
                             "decision_date", "2026-06-01", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&producer, g_free);
  g_clear_pointer (&starred, g_free);
  g_clear_pointer (&starless, g_free);
  fixture_tear_down (fixture, data);
}

typedef struct
{
  const OcopQuery *base;
  OcopDate on;
  guint within;
} Job;

static gpointer
read_tasks (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Job *job = data;

  return ocop_due_tasks (reader, job->base, job->on, job->within, error);
}

static GPtrArray *
list_of (Fixture         *fixture,
         const OcopQuery *base,
         const char      *on,
         guint            within)
{
  g_autoptr(GError) error = NULL;
  Job job = { base, OCOP_DATE_UNKNOWN, within };
  GPtrArray *tasks;

  g_assert_true (ocop_date_parse (on, &job.on));
  tasks = ocop_register_read (fixture->reg, read_tasks, &job, &error);
  g_assert_no_error (error);
  return tasks;
}

static GPtrArray *
list (Fixture    *fixture,
      const char *on,
      guint       within)
{
  return list_of (fixture, NULL, on, within);
}

/* "2026-12-14 commune-check Hồ sơ A ≈", a line each. */
static void
assert_tasks (Fixture    *fixture,
              const char *on,
              guint       within,
              const char *expected)
{
  g_autoptr(GPtrArray) tasks = list (fixture, on, within);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    {
      const OcopDueTask *task = tasks->pdata[i];
      char day[OCOP_DATE_TEXT_SIZE];

      g_string_append_printf (text, "%s %s %s%s\n", ocop_date_to_text (task->day, day), ocop_due_task_state_name (task->state),
                              task->what, task->estimated ? " ≈" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
add_dossier (Fixture    *fixture,
             const char *name,
             const char *kind,
             const char *step,
             const char *step_on,
             const char *received,
             const char *complete)
{
  g_autofree char *id = fixture_add (fixture, "dossier", "name", name, "product", starred, "kind", kind, "step", step,
                                     "step_on", step_on, "commune_received_on", received, "complete_on", complete, NULL);
}

/* Article 7.2: 15 working days with the commune; it is counted anew when handed in again. */
static void
test_commune (Fixture       *fixture,
              gconstpointer  data)
{
  add_dossier (fixture, "Đang kiểm tra", "first", "commune-received", "", "2026-06-01", "");
  add_dossier (fixture, "Nộp lại", "upgrade", "commune-received", "2026-06-08", "2026-06-01", "");
  add_dossier (fixture, "Chưa ghi ngày", "first", "commune-received", "", "", "");
  add_dossier (fixture, "Đã trả", "first", "commune-returned", "", "2026-05-25", "");
  add_dossier (fixture, "Ý tưởng", "first", "idea", "2026-05-25", "", "");
  add_dossier (fixture, "Quy định cũ", "first", "commune-received", "", "2026-05-21", "");
  assert_tasks (fixture, "2026-06-22", 10, "2026-06-22 commune-check Đang kiểm tra\n2026-06-29 commune-check Nộp lại\n");
  assert_tasks (fixture, "2026-06-23", 0, "2026-06-22 commune-late Đang kiểm tra\n");
  assert_tasks (fixture, "2026-06-01", 20, "");
}

/* Article 9: a fault until its repair is noted, by its day and after it. */
static void
test_repairs (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *visit = fixture_add (fixture, "inspection", "name", "Kiểm tra", "held_on", "2026-06-01", NULL);
  g_autofree char *label = fixture_add (fixture, "inspection_point", "inspection", visit, "topic", "label", "result", "fault",
                                        "finding", "Nhãn thiếu ngày", "repair_by", "2026-07-01", NULL);
  g_autofree char *done = fixture_add (fixture, "inspection_point", "inspection", visit, "topic", "mark", "result", "fault",
                                       "finding", "Đã sửa", "repair_by", "2026-07-01", "repaired_on", "2026-06-20", NULL);
  g_autofree char *met = fixture_add (fixture, "inspection_point", "inspection", visit, "topic", "packaging", "result", "met",
                                      "repair_by", "2026-07-01", NULL);

  assert_tasks (fixture, "2026-06-22", 8, "");
  assert_tasks (fixture, "2026-06-22", 9, "2026-07-01 repair Nhãn thiếu ngày\n");
  assert_tasks (fixture, "2026-07-02", 0, "2026-07-01 repair-late Nhãn thiếu ngày\n");
}

static void
test_expected (Fixture       *fixture,
               gconstpointer  data)
{
  add_dossier (fixture, "Qua ngày dự kiến nghỉ", "first", "commune-received", "", "2026-11-20", "");
  assert_tasks (fixture, "2026-11-22", 30, "2026-12-14 commune-check Qua ngày dự kiến nghỉ ≈\n");
}

/* Article 7.6.g: 45 days of a re-evaluation, from the complete dossier to the result. */
static void
test_reevaluation (Fixture       *fixture,
                   gconstpointer  data)
{
  add_dossier (fixture, "Đủ hồ sơ", "again", "complete", "", "", "2026-06-01");
  add_dossier (fixture, "Đã chấm", "again", "scored", "2026-07-10", "", "2026-06-10");
  add_dossier (fixture, "Chưa đủ", "again", "province-received", "2026-06-01", "", "");
  add_dossier (fixture, "Lần đầu", "first", "complete", "", "", "2026-06-01");
  add_dossier (fixture, "Đã công nhận", "again", "recognised", "", "", "2026-06-01");
  assert_tasks (fixture, "2026-07-16", 9, "2026-07-16 reevaluation Đủ hồ sơ\n2026-07-25 reevaluation Đã chấm\n");
  assert_tasks (fixture, "2026-07-17", 0, "2026-07-16 reevaluation-late Đủ hồ sơ\n");
}

/* Article 5: the next closing of each level. */
static void
test_rounds (Fixture       *fixture,
             gconstpointer  data)
{
  assert_tasks (fixture, "2026-10-29", 0, "2026-10-29 round-closing Round 2 of 2026, province\n");
  assert_tasks (fixture, "2026-10-30", 200, "2027-01-29 round-closing Round 2 of 2027, centre\n"
                                            "2027-04-29 round-closing Round 1 of 2027, province\n");
  assert_tasks (fixture, "2026-05-01", 365, "");
}

static void
add_certificate (Fixture    *fixture,
                 const char *of_producer,
                 const char *of_product,
                 const char *name,
                 const char *expires)
{
  g_autofree char *id = fixture_add (fixture, "certificate", "producer", of_producer, "product", of_product, "name", name,
                                     "expires_on", expires, NULL);
}

/* Of products with a star and of their producers, unless another of the same name goes on. */
static void
test_certificates (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *idle = fixture_add (fixture, "producer", "name", "HTX Chưa có sao", NULL);

  add_certificate (fixture, "", starred, "VietGAP", "2026-09-20");
  add_certificate (fixture, "", starred, "Phiếu kiểm nghiệm", "2026-08-20");
  add_certificate (fixture, "", starred, "Phiếu kiểm nghiệm cũ", "2026-07-20");
  add_certificate (fixture, "", starred, "An toàn thực phẩm", "2026-08-25");
  add_certificate (fixture, "", starred, "an toàn thực phẩm", "2029-08-25");
  add_certificate (fixture, "", starless, "VietGAP", "2026-09-20");
  add_certificate (fixture, producer, "", "HACCP", "2026-09-10");
  add_certificate (fixture, producer, "", "ISO 22000", "");
  add_certificate (fixture, idle, "", "HACCP", "2026-09-10");
  assert_tasks (fixture, "2026-09-01", 20, "2026-08-20 certificate-expired Phiếu kiểm nghiệm\n"
                                           "2026-09-10 certificate-expiring HACCP\n2026-09-20 certificate-expiring VietGAP\n");
}

/* Article 8.4: 15 days from the conclusion; notices are due from the decision on. */
static void
test_decisions (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *revocation = fixture_add (fixture, "decision", "kind", "revocation", "state", "draft", "name", "Thu hồi gạo", NULL);
  g_autofree char *line = fixture_add (fixture, "decision_line", "decision", revocation, "product", starred, "ground", "breach",
                                       "conclusion_date", "2026-11-01", NULL);
  g_autofree char *issued = fixture_add (fixture, "decision", "kind", "recognition", "state", "issued", "number", "7/QĐ-UBND",
                                         "decided_on", "2026-11-10", NULL);
  g_autofree char *told = fixture_add (fixture, "decision", "kind", "recognition", "state", "issued", "number", "8/QĐ-UBND",
                                       "decided_on", "2026-11-10", "notified_on", "2026-11-12", NULL);
  g_autofree char *notice = fixture_add (fixture, "decision", "kind", "not-classed", "state", "issued", "number", "9/TB-UBND",
                                         "decided_on", "2026-11-10", NULL);

  assert_tasks (fixture, "2026-11-16", 0, "2026-11-10 not-notified Decision 7/QĐ-UBND of 10/11/2026\n"
                                          "2026-11-10 not-notified Notice 9/TB-UBND of 10/11/2026\n2026-11-16 revocation Thu hồi gạo\n");
  assert_tasks (fixture, "2026-11-17", 0, "2026-11-10 not-notified Decision 7/QĐ-UBND of 10/11/2026\n"
                                          "2026-11-10 not-notified Notice 9/TB-UBND of 10/11/2026\n"
                                          "2026-11-16 revocation-late Thu hồi gạo\n");
}

/* Article 7.4: the certificate of a product whose upgrade waits at the centre. */
static void
test_centre (Fixture       *fixture,
             gconstpointer  data)
{
  add_dossier (fixture, "Gạo nâng hạng", "upgrade", "forwarded", "2029-03-01", "", "");
  assert_tasks (fixture, "2029-05-20", 12, "2029-06-01 centre-expiring Gạo nâng hạng\n");
}

static void
test_particulars (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) tasks = NULL;
  const OcopDueTask *task;
  char text[OCOP_DATE_TEXT_SIZE];

  add_dossier (fixture, "Hồ sơ gạo", "first", "commune-received", "", "2026-06-01", "");
  tasks = list (fixture, "2026-06-10", 20);
  g_assert_cmpuint (tasks->len, ==, 1);
  task = tasks->pdata[0];
  g_assert_cmpstr (task->product, ==, starred);
  g_assert_cmpstr (task->product_name, ==, "Gạo");
  g_assert_cmpstr (task->producer, ==, producer);
  g_assert_cmpstr (task->producer_name, ==, "HTX Thử");
  g_assert_null (task->locality);
  g_assert_cmpstr (task->kind, ==, "dossier");
  g_assert_nonnull (task->record);
  g_assert_cmpstr (ocop_date_to_text (task->from, text), ==, "2026-06-01");
  g_assert_cmpstr (ocop_date_to_text (task->day, text), ==, "2026-06-22");
}

/* Of the products asked for, with their producers' own certificates. */
static void
test_base (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(OcopQuery) its = ocop_query_new ("product");
  g_autoptr(OcopQuery) others = ocop_query_new ("product");
  g_autoptr(GPtrArray) of_its = NULL;
  g_autoptr(GPtrArray) of_others = NULL;

  add_dossier (fixture, "Hồ sơ gạo", "first", "commune-received", "", "2026-06-01", "");
  add_certificate (fixture, "", starred, "VietGAP", "2026-06-20");
  add_certificate (fixture, producer, "", "HACCP", "2026-06-20");
  ocop_query_where (its, "name", OCOP_OPERATOR_IS, "Gạo", NULL);
  ocop_query_where (others, "name", OCOP_OPERATOR_IS, "Trà", NULL);
  of_its = list_of (fixture, its, "2026-06-10", 12);
  of_others = list_of (fixture, others, "2026-06-10", 12);
  g_assert_cmpuint (of_its->len, ==, 3);
  g_assert_cmpuint (of_others->len, ==, 0);
}

static char *
add_plan_with_task (Fixture    *fixture,
                    const char *amends,
                    const char *task)
{
  char *plan = fixture_add (fixture, "plan", "name", task, "year", "2026", "state", "draft", "amends", amends, NULL);

  g_free (fixture_add (fixture, "task", "plan", plan, "name", task, "state", "planned", "due_on", "2026-06-30", NULL));
  return plan;
}

static void
issue (Fixture    *fixture,
       const char *plan)
{
  g_autoptr(OcopRecord) before = fixture_load (fixture, "plan", plan), after = ocop_record_copy (before);
  g_autoptr(OcopChange) change = ocop_change_new ("plan", "issue");
  g_autoptr(GError) error = NULL;

  ocop_record_set_text (after, "state", "issued");
  ocop_change_edit (change, before, after);
  g_assert_true (ocop_register_commit (fixture->reg, change, &error));
  g_assert_no_error (error);
}

/* Who amends a plan has its tasks too: they are reminded of once, by the plan that is in force. */
static void
test_amended_plan (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *plan = add_plan_with_task (fixture, "", "Mở lớp"), *next = NULL, *last = NULL;

  issue (fixture, plan);
  assert_tasks (fixture, "2026-06-20", 10, "2026-06-30 plan-task Mở lớp\n");
  next = add_plan_with_task (fixture, plan, "Mở lớp, sửa đổi");
  assert_tasks (fixture, "2026-06-20", 10, "2026-06-30 plan-task Mở lớp\n");
  issue (fixture, next);
  assert_tasks (fixture, "2026-06-20", 10, "2026-06-30 plan-task Mở lớp, sửa đổi\n");
  last = add_plan_with_task (fixture, next, "Mở lớp, sửa lần hai");
  issue (fixture, last);
  assert_tasks (fixture, "2026-07-05", 10, "2026-06-30 plan-task-late Mở lớp, sửa lần hai\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/due-task/commune/article-7.2", Fixture, NULL, set_up, test_commune, tear_down);
  g_test_add ("/due-task/expected", Fixture, NULL, set_up, test_expected, tear_down);
  g_test_add ("/due-task/repairs", Fixture, NULL, set_up, test_repairs, tear_down);
  g_test_add ("/due-task/reevaluation/article-7.6.g", Fixture, NULL, set_up, test_reevaluation, tear_down);
  g_test_add ("/due-task/rounds/article-5", Fixture, NULL, set_up, test_rounds, tear_down);
  g_test_add ("/due-task/certificates", Fixture, NULL, set_up, test_certificates, tear_down);
  g_test_add ("/due-task/decisions/article-8.4", Fixture, NULL, set_up, test_decisions, tear_down);
  g_test_add ("/due-task/centre/article-7.4", Fixture, NULL, set_up, test_centre, tear_down);
  g_test_add ("/due-task/particulars", Fixture, NULL, set_up, test_particulars, tear_down);
  g_test_add ("/due-task/amended-plan", Fixture, NULL, set_up, test_amended_plan, tear_down);
  g_test_add ("/due-task/base", Fixture, NULL, set_up, test_base, tear_down);
  return g_test_run ();
}
