/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session's results become decisions, and recognitions only when these are issued. */

#include <string.h>

#include "decisions.h"
#include "evaluation/ocop-rejection.h"

/* The places of options that bring a product of sets 3 and 13 to so many stars: 16, 82, 96 and 100 points. */
#define ONE 0
#define THREE 2
#define NINETY 3 /* at 96 points minima of 4 and 5 stars are unmet */
#define FIVE 4

/* Product @place of the session: its id in the register. */
static char *
product_of (Council *council,
            guint    place)
{
  g_autoptr(OcopSession) session = council_load (council);

  return g_strdup (ocop_record_get_text (ocop_session_get_product (session, place)->dossier, "product"));
}

/* Both products are at home in one commune. */
static void
settle (Council *council)
{
  g_autofree char *province = fixture_add (&council->fixture, "unit", "name", "Thử", "type", "tỉnh", "level", "province", "code", "98", NULL);
  g_autofree char *commune = fixture_add (&council->fixture, "unit", "name", "Bình An", "type", "xã", "level", "commune", "code", "19429",
                                          "parent", province, NULL);
  g_autofree char *office = fixture_add (&council->fixture, "office", "name", "Văn phòng", "unit", province, NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(OcopRecord) dossier = fixture_load (&council->fixture, "dossier", council->dossiers[i]);

      fixture_edit (&council->fixture, "product", ocop_record_get_text (dossier, "product"), "unit", commune);
    }
}

static void
assert_line (Council    *council,
             const char *kind,
             guint       place,
             const char *field,
             const char *expected)
{
  g_autofree char *decision = only_decision (council, kind);
  g_autofree char *line = line_of (council, decision, place);

  assert_field (council, "decision_line", line, field, DRAFTED_ON, expected);
}

/* Articles 3.3 and 7.3: drafts, with nothing recognised yet. */
static void
test_draft (Council       *council,
            gconstpointer  data)
{
  g_autofree char *approval = NULL, *recognition = NULL;
  g_autoptr(OcopDecision) decision = NULL;

  settle (council);
  judge_all (council, THREE, FIVE);
  act_done (council, (Act) { act_draft, council->session });
  recognition = only_decision (council, "recognition");
  decision = load_decision (council, recognition);
  g_assert_cmpuint (ocop_decision_get_state (decision), ==, OCOP_DECISION_DRAFT);
  g_assert_null (ocop_record_get_text (decision->record, "number"));
  g_assert_false (ocop_date_is_known (ocop_record_get_date (decision->record, "decided_on")));
  g_assert_cmpstr (ocop_record_get_text (decision->record, "issuer"), ==, "UBND tỉnh Thử");
  g_assert_cmpuint (ocop_decision_count (decision, 3), ==, 1);
  g_assert_cmpstr (ocop_decision_get_line (decision, 0)->locality, ==, "Bình An");
  assert_line (council, "recognition", 0, "score", "8200");
  assert_line (council, "recognition", 0, "product_code", "98-19429-01-2026");
  assert_line (council, "approval", 0, "class", "5");
  assert_line (council, "approval", 0, "product_code", "98-19429-02-2026");
  assert_field (council, "dossier", council->dossiers[1], "step", DRAFTED_ON, "scored");
  g_assert_cmpint (fixture_count (&council->fixture, "recognition"), ==, 0);
  act_refused (council, (Act) { act_draft, council->session }, NULL);
}

static void
test_not_before_all_is_final (Council       *council,
                              gconstpointer  data)
{
  council_begin (council);
  council_score_all (council, 0, 1, THREE);
  act_refused (council, (Act) { act_draft, council->session }, NULL);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  act_refused (council, (Act) { act_draft, council->session }, "Rượu men lá");
  g_assert_cmpint (fixture_count (&council->fixture, "decision"), ==, 0);
}

/* In the session, which is opened for it and closed again. */
static void
choose (Council    *council,
        guint       product,
        const char *choice)
{
  council_done (council, (Asked) { ask_set_state, .text = "open", .reason = "Hội đồng lựa chọn" });
  council_done (council, (Asked) { ask_choose_for_five, .product = product, .text = choice });
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
}

/* At 90 points and more with a minimum unmet it is as the council chose. */
static void
test_enough_for_five (Council       *council,
                      gconstpointer  data)
{
  judge_all (council, NINETY, NINETY);
  act_refused (council, (Act) { act_draft, council->session }, "Gạo sạch");
  choose (council, 0, "forward");
  act_refused (council, (Act) { act_draft, council->session }, "Rượu men lá");
  choose (council, 1, "recognise-4");
  act_done (council, (Act) { act_draft, council->session });
  assert_line (council, "approval", 0, "class", "5");
  assert_line (council, "recognition", 0, "class", "3");
  assert_line (council, "recognition", 0, "score", "9700");
}

/* By the first line of the head of its sheet. */
static void
reject (Council *council,
        guint    product)
{
  g_autoptr(OcopSession) session = council_load (council);
  g_autoptr(GPtrArray) lines = ocop_rejection_lines (ocop_session_get_product (session, product)->scoring.criteria);
  const OcopRejectionLine *line = g_ptr_array_index (lines, 0);

  council_done (council, (Asked) { ask_reject, .product = product, .text = line->text, .reason = "Sở Y tế" });
}

/* Article 3.3: no decision and no certificate below 3 stars, nor for the rejected. */
static void
test_not_classed (Council       *council,
                  gconstpointer  data)
{
  g_autofree char *decision = NULL;

  council_begin (council);
  council_score_all (council, 0, 1, ONE);
  reject (council, 1);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  act_done (council, (Act) { act_draft, council->session });
  assert_line (council, "not-classed", 0, "outcome", "not-classed");
  assert_line (council, "not-classed", 1, "outcome", "rejected");
  assert_line (council, "not-classed", 1, "class", "");
  decision = only_decision (council, "not-classed");
  submit_and_issue (council, decision, NULL, "2026-12-05");
  assert_field (council, "dossier", council->dossiers[1], "step", "2026-12-06", "not-classed");
  assert_field (council, "dossier", council->dossiers[0], "step", "2026-12-06", "rejected");
  g_assert_cmpint (fixture_count (&council->fixture, "recognition"), ==, 0);
}

/* Article 4.3: 36 months from the day of issue. What the product held is replaced, never expired. */
static void
test_issue (Council       *council,
            gconstpointer  data)
{
  g_autofree char *product = NULL, *former = NULL, *line = NULL, *decision = NULL;
  g_autoptr(OcopDecision) issued = NULL;

  settle (council);
  judge_all (council, THREE, THREE);
  product = product_of (council, 0);
  former = fixture_add (&council->fixture, "recognition", "product", product, "outcome", "recognised", "class", "4",
                        "decision_number", "9/QĐ-UBND", "decision_date", "2024-02-29", NULL);
  assert_field (council, "product", product, "star", "2026-12-04", "4");
  decision = decide (council, "recognition", "1587/QĐ-UBND", "2026-12-05");
  issued = load_decision (council, decision);
  g_assert_cmpint (ocop_date_compare (issued->valid_until, day ("2029-12-05")), ==, 0);
  assert_field (council, "product", product, "state", "2026-12-04", "valid");
  assert_field (council, "product", product, "star", "2026-12-05", "3");
  assert_field (council, "product", product, "state", "2026-12-05", "valid");
  assert_field (council, "product", product, "valid_until", "2026-12-05", "2029-12-05");
  assert_field (council, "product", product, "state", "2029-12-06", "expired");
  assert_field (council, "recognition", former, "state", "2026-12-05", "replaced");
  assert_field (council, "dossier", council->dossiers[0], "step", "2026-12-05", "recognised");
  line = line_of (council, decision, 0);
  assert_field (council, "decision_line", line, "certificate_number", "2026-12-05", "01-1587/GCN-OCOP");
  assert_field (council, "decision_line", line, "recognition.certificate_number", "2026-12-05", "01-1587/GCN-OCOP");
  assert_field (council, "decision_line", line, "recognition.year", "2026-12-05", "2026");
  assert_field (council, "decision_line", line, "recognition.kind", "2026-12-05", "first");
  assert_field (council, "product", product, "running_number", "2026-12-05", "1");
  assert_field (council, "product", product, "product_code", "2026-12-05", "98-19429-01-2026");
  assert_count (council, "product", "star", "3", "2026-12-05", 2);
}

static void
test_undone_whole (Council       *council,
                   gconstpointer  data)
{
  g_autofree char *decision = NULL, *product = NULL;
  g_autoptr(GError) error = NULL;
  guint n_left;

  judge_all (council, THREE, THREE);
  product = product_of (council, 0);
  decision = decide (council, "recognition", "1587/QĐ-UBND", "2026-12-05");
  step_back (council);
  g_assert_cmpint (fixture_count (&council->fixture, "recognition"), ==, 0);
  assert_field (council, "decision", decision, "state", "2026-12-05", "submitted");
  assert_field (council, "dossier", council->dossiers[0], "step", "2026-12-05", "submitted");
  step_forth (council);
  assert_count (council, "product", "star", "3", "2026-12-05", 2);
  /* Somebody else moves one of the dossiers on: undoing the rest of it would leave half a decision. */
  ocop_register_set_person (council->fixture.reg, "Người khác");
  fixture_edit (&council->fixture, "dossier", council->dossiers[0], "step", "withdrawn");
  ocop_register_set_person (council->fixture.reg, NULL);
  g_assert_false (ocop_register_undo (council->fixture.reg, &n_left, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  assert_count (council, "product", "star", "3", "2026-12-05", 2);
}

static void
test_issue_refused (Council       *council,
                    gconstpointer  data)
{
  static const struct { OcopIssue issue; const char *on, *saying; } cases[] = {
    { { .number = " ", .signatory_title = "Chủ tịch", .signatory = "A" }, "2026-12-05", "number" },
    { { .number = "7/QĐ-UBND", .signatory_title = "Chủ tịch", .signatory = "A" }, "", "day" },
    { { .number = "7/QĐ-UBND", .signatory_title = "Chủ tịch", .signatory = "A" }, "2026-11-25", "26/11/2026" },
    { { .number = "7/QĐ-UBND", .signatory_title = "Chủ tịch" }, "2026-12-05", NULL },
    { { .number = "7/QĐ-UBND", .signatory = "A" }, "2026-12-05", NULL },
    { { .number = "9/qđ-ubnd", .signatory_title = "Chủ tịch", .signatory = "A" }, "2026-12-05", "9/qđ-ubnd" },
  };
  g_autofree char *decision = NULL, *product = NULL;
  const OcopIssue whole = { .number = "9/QĐ-UBND", .decided_on = day ("2027-01-05"), .signatory_title = "Chủ tịch", .signatory = "A" };

  judge_all (council, THREE, THREE);
  product = product_of (council, 0);
  g_free (fixture_add (&council->fixture, "recognition", "product", product, "outcome", "recognised", "class", "3",
                       "decision_number", "9/QĐ-UBND", "decision_date", "2026-03-01", NULL));
  act_done (council, (Act) { act_draft, council->session });
  decision = only_decision (council, "recognition");
  act_refused (council, (Act) { act_issue, decision, .issue = &whole }, NULL); /* a draft */
  act_refused (council, (Act) { act_submit, decision, .on = "2026-11-23" }, "24/11/2026"); /* the day before the session */
  act_done (council, (Act) { act_submit, decision, .on = "2026-11-26" });
  act_refused (council, (Act) { act_submit, decision, .on = "2026-11-26" }, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopIssue issue = cases[i].issue;

      issue.decided_on = day (cases[i].on);
      act_refused (council, (Act) { act_issue, decision, .issue = &issue }, cases[i].saying);
    }
  /* The number of another year is free. */
  act_done (council, (Act) { act_issue, decision, .issue = &whole });
  act_refused (council, (Act) { act_issue, decision, .issue = &whole }, NULL);
}

/* A line struck goes where it belongs, and is not in what is issued. */
static void
test_strike (Council       *council,
             gconstpointer  data)
{
  const OcopIssue issue = { .number = "7/QĐ-UBND", .decided_on = day ("2026-12-05"), .signatory_title = "Chủ tịch", .signatory = "A" };
  g_autofree char *decision = NULL, *first = NULL;

  judge_all (council, THREE, THREE);
  act_done (council, (Act) { act_draft, council->session });
  decision = only_decision (council, "recognition");
  first = line_of (council, decision, 0);
  act_refused (council, (Act) { act_strike, first, .reason = " ", .on = "2026-11-28" }, NULL);
  act_done (council, (Act) { act_submit, decision, .on = "2026-11-26" });
  act_done (council, (Act) { act_strike, first, .reason = "Chờ kết quả kiểm nghiệm", .on = "2026-11-28" });
  act_refused (council, (Act) { act_strike, first, .reason = "Lần nữa", .on = "2026-11-28" }, NULL);
  act_done (council, (Act) { act_strike, first, .on = "2026-11-28" });
  act_done (council, (Act) { act_strike, first, "council", "Chấm lại tiêu chí 1.5", "2026-11-28" });
  assert_field (council, "dossier", council->dossiers[1], "step", "2026-11-28", "council");
  act_refused (council, (Act) { act_strike, first, .on = "2026-11-28" }, "Gạo sạch");
  act_done (council, (Act) { act_issue, decision, .issue = &issue });
  assert_count (council, "product", "star", "3", "2026-12-05", 1);
  assert_field (council, "dossier", council->dossiers[1], "step", "2026-12-05", "council");
  /* It is judged anew, not decided on again by what the council found then. */
  act_refused (council, (Act) { act_draft, council->session }, NULL);
}

/* What was kept for another decision is drafted again, and not in two at once. */
static void
test_kept (Council       *council,
           gconstpointer  data)
{
  g_autofree char *decision = NULL, *line = NULL;

  judge_all (council, THREE, THREE);
  act_done (council, (Act) { act_draft, council->session });
  decision = only_decision (council, "recognition");
  line = line_of (council, decision, 1);
  act_done (council, (Act) { act_submit, decision, .on = "2026-11-26" });
  act_done (council, (Act) { act_strike, line, .reason = "Thiếu giấy tờ", .on = "2026-11-28" });
  act_done (council, (Act) { act_draft, council->session });
  g_assert_cmpint (fixture_count (&council->fixture, "decision"), ==, 2);
  act_refused (council, (Act) { act_strike, line, .on = "2026-11-29" }, "Rượu men lá");
  assert_field (council, "dossier", council->dossiers[0], "step", "2026-11-29", "submitted");
}

/* A session is opened again only while no decision rests on it. */
static void
test_discard (Council       *council,
              gconstpointer  data)
{
  g_autofree char *decision = NULL;

  judge_all (council, THREE, THREE);
  act_done (council, (Act) { act_draft, council->session });
  council_refused (council, (Asked) { ask_set_state, .text = "open" }, OCOP_ERROR_REFUSED);
  decision = only_decision (council, "recognition");
  act_done (council, (Act) { act_discard, decision });
  g_assert_cmpint (fixture_count (&council->fixture, "decision_line"), ==, 0);
  council_done (council, (Asked) { ask_set_state, .text = "open", .reason = "Sửa phiếu" });
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  act_done (council, (Act) { act_draft, council->session });
  g_clear_pointer (&decision, g_free);
  decision = only_decision (council, "recognition");
  act_done (council, (Act) { act_submit, decision, .on = "2026-11-26" });
  act_refused (council, (Act) { act_discard, decision }, NULL);
}

static void
test_lines (Council       *council,
            gconstpointer  data)
{
  const OcopLineEntry first = { "98-19429-07-2026", "12/2026/GCN", "Ghi chú" }, twin = { "98-19429-07-2026", NULL, NULL };
  const OcopIssue issue = { .number = "7/QĐ-UBND", .decided_on = day ("2026-12-05"), .signatory_title = "Chủ tịch", .signatory = "A" };
  g_autofree char *decision = NULL, *gao = NULL, *ruou = NULL, *top = NULL, *product = NULL;

  judge_all (council, THREE, THREE);
  act_done (council, (Act) { act_draft, council->session });
  decision = only_decision (council, "recognition");
  gao = line_of (council, decision, 0);
  ruou = line_of (council, decision, 1);
  act_done (council, (Act) { act_place, ruou, .place = 1 });
  top = line_of (council, decision, 0);
  g_assert_cmpstr (top, ==, ruou);
  act_done (council, (Act) { act_edit_line, gao, .entry = &first });
  act_done (council, (Act) { act_edit_line, ruou, .entry = &twin });
  act_done (council, (Act) { act_submit, decision, .on = "2026-11-26" });
  act_refused (council, (Act) { act_issue, decision, .issue = &issue }, "98-19429-07-2026");
  act_done (council, (Act) { act_edit_line, ruou, .entry = &(OcopLineEntry) { NULL, NULL, NULL } });
  act_done (council, (Act) { act_issue, decision, .issue = &issue });
  act_refused (council, (Act) { act_edit_line, ruou, .entry = &twin }, NULL);
  assert_field (council, "decision_line", gao, "recognition.certificate_number", "2026-12-05", "12/2026/GCN");
  assert_field (council, "decision_line", ruou, "recognition.certificate_number", "2026-12-05", "01-7/GCN-OCOP");
  product = product_of (council, 0);
  assert_field (council, "product", product, "running_number", "2026-12-05", "7");
}

static void
merge (Council    *council,
       const char *kind,
       const char *id,
       const char *into)
{
  g_autoptr(OcopChange) change = ocop_change_new ("merge", "Gộp");
  g_autoptr(GError) error = NULL;

  ocop_change_merge (change, ocop_kind_find (kind), id, into);
  ocop_register_commit (council->fixture.reg, change, &error);
  g_assert_no_error (error);
}

/* Found to be one after the draft: the producer follows, a product stands in it twice. */
static void
test_merged (Council       *council,
             gconstpointer  data)
{
  const OcopIssue issue = { .number = "7/QĐ-UBND", .decided_on = day ("2026-12-05"), .signatory_title = "Chủ tịch", .signatory = "A" };
  g_autofree char *decision = NULL, *gao = NULL, *ruou = NULL, *line = NULL;
  g_autofree char *other = fixture_add (&council->fixture, "producer", "name", "HTX Bình An mới", NULL);
  g_autoptr(OcopDecision) loaded = NULL;

  judge_all (council, THREE, THREE);
  act_done (council, (Act) { act_draft, council->session });
  decision = only_decision (council, "recognition");
  gao = product_of (council, 0);
  ruou = product_of (council, 1);
  loaded = load_decision (council, decision);
  merge (council, "producer", ocop_record_get_id (ocop_decision_get_line (loaded, 0)->producer), other);
  g_clear_pointer (&loaded, ocop_decision_free);
  loaded = load_decision (council, decision);
  g_assert_cmpstr (ocop_record_get_text (ocop_decision_get_line (loaded, 0)->producer, "name"), ==, "HTX Bình An mới");
  merge (council, "product", ruou, gao);
  act_done (council, (Act) { act_submit, decision, .on = "2026-11-26" });
  act_refused (council, (Act) { act_issue, decision, .issue = &issue }, "Gạo sạch");
  line = line_of (council, decision, 1);
  act_done (council, (Act) { act_strike, line, "withdrawn", "Trùng sản phẩm", "2026-12-01" });
  act_done (council, (Act) { act_issue, decision, .issue = &issue });
  assert_count (council, "product", "star", "3", "2026-12-05", 1);
}

/* The session scored by the set it was fixed to; that the dossier names another one is said in the line. */
static void
test_moved_set (Council       *council,
                gconstpointer  data)
{
  g_autofree char *decision = NULL;
  g_autoptr(OcopDecision) loaded = NULL;

  judge_all (council, THREE, THREE);
  fixture_edit (&council->fixture, "dossier", council->dossiers[1], "criteria_set", "QD26-02");
  act_done (council, (Act) { act_draft, council->session });
  decision = only_decision (council, "recognition");
  loaded = load_decision (council, decision);
  g_assert_nonnull (strstr (ocop_record_get_text (ocop_decision_get_line (loaded, 0)->record, "note"), "QD26-02"));
}

/* A dossier that its producer takes back after the draft keeps its line from being issued. */
static void
test_withdrawn_meanwhile (Council       *council,
                          gconstpointer  data)
{
  const OcopIssue issue = { .number = "7/QĐ-UBND", .decided_on = day ("2026-12-05"), .signatory_title = "Chủ tịch", .signatory = "A" };
  g_autofree char *decision = NULL;

  judge_all (council, THREE, THREE);
  act_done (council, (Act) { act_draft, council->session });
  decision = only_decision (council, "recognition");
  act_done (council, (Act) { act_submit, decision, .on = "2026-11-26" });
  fixture_edit (&council->fixture, "dossier", council->dossiers[0], "step", "withdrawn");
  act_refused (council, (Act) { act_issue, decision, .issue = &issue }, "Rượu men lá");
}

static void
test_after (Council       *council,
            gconstpointer  data)
{
  g_autofree char *decision = NULL;

  judge_all (council, THREE, THREE);
  decision = decide (council, "recognition", "7/QĐ-UBND", "2026-12-05");
  act_refused (council, (Act) { act_notify, decision, .on = "2026-12-04" }, NULL);
  act_refused (council, (Act) { act_publish, decision, .on = "2026-12-07" }, NULL);
  act_done (council, (Act) { act_publish, decision, "Cổng thông tin điện tử tỉnh", .on = "2026-12-07" });
  act_done (council, (Act) { act_notify, decision, .on = "2026-12-08" });
  assert_field (council, "decision", decision, "published_where", "2026-12-08", "Cổng thông tin điện tử tỉnh");
  assert_field (council, "decision", decision, "notified_on", "2026-12-08", "2026-12-08");
}

/* A certificate issued again keeps class and last day. */
static void
test_reissue (Council       *council,
              gconstpointer  data)
{
  g_autofree char *decision = NULL, *line = NULL, *recognition = NULL;
  g_autoptr(OcopRecord) record = NULL;

  judge_all (council, THREE, THREE);
  decision = decide (council, "recognition", "7/QĐ-UBND", "2026-12-05");
  line = line_of (council, decision, 0);
  record = fixture_load (&council->fixture, "decision_line", line);
  recognition = g_strdup (ocop_record_get_text (record, "recognition"));
  act_refused (council, (Act) { act_reissue, recognition, "9/CL", "lost", "2029-12-06" }, NULL);
  act_refused (council, (Act) { act_reissue, recognition, "9/CL", NULL, "2027-05-01" }, NULL);
  act_done (council, (Act) { act_reissue, recognition, "9/CL", "renamed", "2027-05-01" });
  assert_field (council, "recognition", recognition, "certificate_number", "2027-05-01", "9/CL");
  assert_field (council, "recognition", recognition, "reissued_for", "2027-05-01", "01-7/GCN-OCOP");
  assert_field (council, "recognition", recognition, "until_day", "2027-05-01", "2029-12-05");
  assert_field (council, "recognition", recognition, "star", "2027-05-01", "3");
}

/* How many decisions the search finds. */
static void
assert_found (Council    *council,
              const char *text,
              gboolean    masked,
              gint64      expected)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("decision");

  ocop_query_set_text (query, text);
  ocop_query_set_masked (query, masked);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  g_assert_cmpint (fixture_measure (&council->fixture, query), ==, expected);
}

/* By number, name, who signed it, and what stands on its lines. */
static void
test_found (Council       *council,
            gconstpointer  data)
{
  static const struct
  {
    const char *text;
    gint64 expected, masked;
  } searches[] = {
    { "", 2, 2 },
    { "1587", 1, 1 },
    { "587/qd", 1, 1 },
    { "thu che", 1, 1 },
    { "nguoi ky", 1, 0 },
    { "Chủ tịch", 1, 1 },
    { "gạo", 1, 1 },
    { "gao 1587 ruou", 1, 1 },
    { "bình an", 1, 1 },
    { "98-19429-07", 1, 1 },
    { "ao", 0, 0 },
    { "gao 99", 0, 0 },
  };
  g_autofree char *decision = NULL, *line = NULL, *other = NULL;

  judge_all (council, THREE, THREE);
  act_done (council, (Act) { act_draft, council->session });
  decision = only_decision (council, "recognition");
  line = line_of (council, decision, 0);
  fixture_edit (&council->fixture, "decision_line", line, "product_code", "98-19429-07-2026");
  submit_and_issue (council, decision, "1587/QĐ-UBND", "2026-12-05");
  other = fixture_add (&council->fixture, "decision", "name", "Thu hồi chè", "kind", "revocation", "state", "draft", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      assert_found (council, searches[i].text, FALSE, searches[i].expected);
      assert_found (council, searches[i].text, TRUE, searches[i].masked);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Council *, gconstpointer);
  } tests[] = {
    { "/decision/draft", test_draft },
    { "/decision/not-before-all-is-final", test_not_before_all_is_final },
    { "/decision/enough-for-five", test_enough_for_five },
    { "/decision/not-classed", test_not_classed },
    { "/decision/issue", test_issue },
    { "/decision/undone-whole", test_undone_whole },
    { "/decision/issue-refused", test_issue_refused },
    { "/decision/strike", test_strike },
    { "/decision/kept", test_kept },
    { "/decision/discard", test_discard },
    { "/decision/lines", test_lines },
    { "/decision/merged", test_merged },
    { "/decision/moved-set", test_moved_set },
    { "/decision/withdrawn-meanwhile", test_withdrawn_meanwhile },
    { "/decision/after", test_after },
    { "/decision/reissue", test_reissue },
    { "/decision/found", test_found },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Council, NULL, council_set_up, tests[i].test, council_tear_down);
  return g_test_run ();
}
