/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of a result at the centre, and how certificates end by a decision. */

#include "decisions.h"

#define THREE 2
#define FIVE 4

/* The product of line @place of @decision. */
static char *
product_of (Council    *council,
            const char *decision,
            guint       place)
{
  g_autoptr(OcopDecision) loaded = load_decision (council, decision);

  return g_strdup (ocop_record_get_id (ocop_decision_get_line (loaded, place)->product));
}

static char *
recognition_of (Council    *council,
                const char *decision,
                guint       place)
{
  g_autoptr(OcopDecision) loaded = load_decision (council, decision);

  return g_strdup (ocop_record_get_id (ocop_decision_get_line (loaded, place)->recognition));
}

static char *
add_recognition (Council    *council,
                 const char *product,
                 const char *class,
                 const char *on)
{
  return fixture_add (&council->fixture, "recognition", "product", product, "outcome", "recognised", "class", class,
                      "decision_number", "136/QĐ-UBND", "decision_date", on, NULL);
}

/* Both products at 100 points, approved; the decision. */
static char *
approve (Council *council)
{
  judge_all (council, FIVE, FIVE);
  return decide (council, "approval", "20/QĐ-UBND", "2026-12-05");
}

/* Article 6.3.a: no certificate, potential 5 stars; the dossier is at the centre. */
static void
test_approval (Council       *council,
               gconstpointer  data)
{
  g_autofree char *approval = approve (council);
  g_autofree char *product = product_of (council, approval, 0);
  g_autofree char *line = line_of (council, approval, 0);

  assert_field (council, "product", product, "state", "2026-12-05", "potential5");
  assert_field (council, "product", product, "star", "2030-12-05", "potential5");
  assert_field (council, "decision_line", line, "certificate_number", "2026-12-05", "");
  assert_field (council, "dossier", council->dossiers[1], "step", "2026-12-05", "forwarded");
}

static void
test_five (Council       *council,
           gconstpointer  data)
{
  g_autofree char *approval = approve (council);
  g_autofree char *product = product_of (council, approval, 0);
  g_autofree char *first = line_of (council, approval, 0), *second = line_of (council, approval, 1);
  g_autofree char *minister = NULL;
  const OcopCentralResult result = { .result = "five", .score = 9150, .number = "88/QĐ-BNNMT", .on = day ("2027-03-20"),
                                     .signatory_title = "Bộ trưởng", .signatory = "Người ký" };

  act_done (council, (Act) { act_central, first, .result = &result });
  act_done (council, (Act) { act_central, second, .result = &result });
  act_refused (council, (Act) { act_central, second, .result = &result }, NULL);
  minister = only_decision (council, "central");
  assert_field (council, "decision", minister, "issuer", "2027-03-20", "Bộ Nông nghiệp và Môi trường");
  assert_field (council, "product", product, "star", "2027-03-19", "potential5");
  assert_field (council, "product", product, "star", "2027-03-20", "5");
  assert_field (council, "product", product, "valid_until", "2027-03-20", "2030-03-20");
  assert_field (council, "dossier", council->dossiers[0], "step", "2027-03-20", "recognised");
  assert_count (council, "decision_line", "decision", minister, "2027-03-20", 2);
}

/* Article 7.4: below 90 there, the province recognises 3 or 4 stars on the centre's result, by a decision of its own. */
static void
test_lower (Council       *council,
            gconstpointer  data)
{
  g_autofree char *approval = approve (council);
  g_autofree char *product = product_of (council, approval, 0);
  g_autofree char *first = line_of (council, approval, 0), *second = line_of (council, approval, 1);
  g_autofree char *decision = NULL;
  OcopCentralResult result = { .result = "lower", .class = 4, .score = 6999, .number = "99/BNNMT-VPĐP", .on = day ("2027-03-20") };

  act_refused (council, (Act) { act_central, first, .result = &result }, "4");
  result.score = 8850;
  act_done (council, (Act) { act_central, first, .result = &result });
  result.class = 3;
  act_done (council, (Act) { act_central, second, .result = &result });
  assert_field (council, "product", product, "star", "2027-03-21", "potential5");
  decision = only_decision (council, "recognition");
  act_refused (council, (Act) { act_discard, decision }, NULL);
  submit_and_issue (council, decision, "31/QĐ-UBND", "2027-04-10");
  assert_field (council, "product", product, "star", "2027-04-10", "4");
  assert_field (council, "product", product, "valid_until", "2027-04-10", "2030-04-10");
  assert_field (council, "dossier", council->dossiers[1], "step", "2027-04-10", "recognised");
  assert_count (council, "product", "star", "3", "2027-04-10", 1);
}

static void
test_again (Council       *council,
            gconstpointer  data)
{
  g_autofree char *approval = approve (council);
  g_autofree char *first = line_of (council, approval, 0), *second = line_of (council, approval, 1);
  g_autofree char *product = product_of (council, approval, 0);
  OcopCentralResult result = { .result = "again", .score = -1, .on = day ("2027-03-20") };

  act_refused (council, (Act) { act_central, first, .result = &result }, NULL);
  result.reason = "Chấm lại phần B";
  result.on = day ("2026-12-01");
  act_refused (council, (Act) { act_central, first, .result = &result }, NULL);
  result.on = day ("2027-03-20");
  act_done (council, (Act) { act_central, first, .result = &result });
  assert_field (council, "dossier", council->dossiers[1], "step", "2027-03-20", "council");
  assert_field (council, "product", product, "state", "2027-03-19", "potential5");
  assert_field (council, "product", product, "state", "2027-03-20", "centre");
  result.result = "none";
  act_done (council, (Act) { act_central, second, .result = &result });
  assert_field (council, "dossier", council->dossiers[0], "step", "2027-03-20", "not-classed");
  /* It can be undone as a whole, too. */
  step_back (council);
  assert_field (council, "dossier", council->dossiers[0], "step", "2027-03-20", "forwarded");
}

/* Article 7.4: an upgrade waits at the centre while the old certificate runs out: until its last day the
 * product counts by it, then as potential 5 stars; whatever the centre says, nothing is counted twice. */
static void
test_pending_while_expiring (Council       *council,
                             gconstpointer  data)
{
  static const struct { const char *result, *on, *before, *state_after, *star_after; } cases[] = {
    { "five", "2027-01-10", "valid", "valid", "5" },
    { "five", "2027-03-20", "valid", "valid", "5" },
    { "again", "2027-01-10", "valid", "expired", "4" },
    { "again", "2027-03-20", "valid", "centre", "potential5" },
  };
  g_autofree char *approval = approve (council);
  g_autofree char *line = line_of (council, approval, 0);
  g_autofree char *product = product_of (council, approval, 0);
  g_autofree char *old = add_recognition (council, product, "4", "2024-02-01");
  g_autoptr(OcopDecision) loaded = load_decision (council, approval);

  g_assert_cmpstr (ocop_decision_get_line (loaded, 0)->held_star, ==, "4");
  g_assert_cmpint (ocop_date_compare (ocop_decision_get_line (loaded, 0)->held_until, day ("2027-02-01")), ==, 0);
  assert_field (council, "product", product, "star", "2027-02-01", "4");
  assert_field (council, "product", product, "star", "2027-02-02", "potential5");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OcopCentralResult result = { .result = cases[i].result, .score = -1, .number = "88/QĐ-BNNMT", .on = day (cases[i].on),
                                         .reason = "Theo kết quả của Trung ương" };

      act_done (council, (Act) { act_central, line, .result = &result });
      assert_field (council, "product", product, "state", "2027-01-09", cases[i].before);
      assert_field (council, "product", product, "state", "2027-04-01", cases[i].state_after);
      assert_field (council, "product", product, "star", "2027-04-01", cases[i].star_after);
      step_back (council);
    }
}

/* Article 8.1: b, c and e need the conclusion, đ the commune's confirmation; article 8.4: 15 days from it. */
static void
test_grounds (Council       *council,
              gconstpointer  data)
{
  static const struct { OcopEnding ending; const char *on; gboolean enough; } cases[] = {
    { { .ground = NULL }, "", FALSE },
    { { .ground = "forged" }, "", TRUE },
    { { .ground = "criteria" }, "", FALSE },
    { { .ground = "criteria", .number = "5/KL", .body = "Sở Y tế" }, "2026-11-20", TRUE },
    { { .ground = "breach", .number = "5/KL" }, "2026-11-20", FALSE },
    { { .ground = "breach", .number = "5/KL", .body = "Chi cục Quản lý thị trường" }, "2026-11-20", TRUE },
    { { .ground = "mark" }, "", TRUE },
    { { .ground = "stopped" }, "", FALSE },
    { { .ground = "stopped", .body = "UBND xã" }, "2026-11-20", TRUE },
    { { .ground = "other", .body = "Thanh tra tỉnh" }, "2026-11-20", FALSE },
  };
  g_autofree char *product = fixture_add (&council->fixture, "product", "name", "Trà", NULL);
  g_autofree char *recognition = add_recognition (council, product, "4", "2025-02-01");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopEnding ending = cases[i].ending;
      Act act = { act_end, recognition, .on = DRAFTED_ON, .kind = OCOP_DECISION_REVOCATION, .ending = &ending };

      ending.on = day (cases[i].on);
      if (!cases[i].enough)
        {
          act_refused (council, act, NULL);
          continue;
        }
      act_done (council, act);
      act_refused (council, act, "Trà");
      step_back (council);
    }
}

static void
test_revocation (Council       *council,
                 gconstpointer  data)
{
  const OcopEnding ending = { .ground = "stopped", .number = "12/XN-UBND", .on = day ("2026-11-20"), .body = "UBND xã Bình An" };
  g_autofree char *tea = fixture_add (&council->fixture, "product", "name", "Trà", NULL);
  g_autofree char *salt = fixture_add (&council->fixture, "product", "name", "Muối", NULL);
  g_autofree char *four = add_recognition (council, tea, "4", "2025-02-01");
  g_autofree char *five = add_recognition (council, salt, "5", "2025-02-01");
  g_autofree char *decision = NULL;
  g_autoptr(OcopDecision) loaded = NULL;

  act_refused (council, (Act) { act_end, four, five, .on = DRAFTED_ON, .kind = OCOP_DECISION_REVOCATION, .ending = &ending }, "Minister");
  act_refused (council, (Act) { act_end, four, .on = "2028-02-02", .kind = OCOP_DECISION_REVOCATION, .ending = &ending }, "Trà");
  act_done (council, (Act) { act_end, five, .on = DRAFTED_ON, .kind = OCOP_DECISION_REVOCATION, .ending = &ending });
  decision = only_decision (council, "revocation");
  assert_field (council, "decision", decision, "issuer", DRAFTED_ON, "Bộ Nông nghiệp và Môi trường");
  step_back (council);
  g_clear_pointer (&decision, g_free);
  act_done (council, (Act) { act_end, four, .on = DRAFTED_ON, .kind = OCOP_DECISION_REVOCATION, .ending = &ending });
  decision = only_decision (council, "revocation");
  loaded = load_decision (council, decision);
  g_assert_cmpint (ocop_date_compare (ocop_decision_get_line (loaded, 0)->deadline, day ("2026-12-05")), ==, 0);
  submit_and_issue (council, decision, "77/QĐ-UBND", "2026-12-04");
  assert_field (council, "product", tea, "state", "2026-12-03", "valid");
  assert_field (council, "product", tea, "state", "2026-12-04", "revoked");
  assert_field (council, "recognition", four, "ending_decision", "2026-12-04", "77/QĐ-UBND");
  assert_count (council, "product", "state", "valid", "2026-12-04", 1);
}

/* Article 10.1.b: the Ministry has a decision withdrawn; its products are judged again. */
static void
test_withdrawal (Council       *council,
                 gconstpointer  data)
{
  const OcopEnding ending = { .number = "501/BNNMT-VPĐP", .on = day ("2027-01-15"), .body = "Bộ Nông nghiệp và Môi trường", .again = TRUE };
  const OcopEnding without = { .on = day ("2027-01-15") };
  g_autofree char *decision = NULL, *withdrawal = NULL, *product = NULL, *recognition = NULL;
  const OcopIssue issue = { .number = "5/QĐ-UBND", .decided_on = day ("2027-02-01"), .signatory_title = "Chủ tịch", .signatory = "A" };

  judge_all (council, THREE, THREE);
  decision = decide (council, "recognition", "1587/QĐ-UBND", "2026-12-05");
  product = product_of (council, decision, 0);
  recognition = recognition_of (council, decision, 0);
  act_refused (council, (Act) { act_withdraw, decision, .on = "2027-01-20", .ending = &without }, NULL);
  act_done (council, (Act) { act_withdraw, decision, .on = "2027-01-20", .ending = &ending });
  withdrawal = only_decision (council, "withdrawal");
  act_done (council, (Act) { act_submit, withdrawal, .on = "2027-01-25" });
  act_done (council, (Act) { act_issue, withdrawal, .issue = &issue });
  assert_field (council, "recognition", recognition, "state", "2027-02-01", "withdrawn");
  assert_field (council, "product", product, "state", "2027-02-01", "withdrawn");
  assert_count (council, "product", "state", "valid", "2027-02-01", 0);
  assert_field (council, "dossier", council->dossiers[1], "step", "2027-02-01", "council");
  act_refused (council, (Act) { act_withdraw, decision, .on = "2027-02-02", .ending = &ending }, NULL);
  council_refused (council, (Asked) { ask_set_state, .text = "open" }, OCOP_ERROR_REFUSED);
}

/* A revocation that rests on it keeps a decision from being undone. */
static void
test_depends (Council       *council,
              gconstpointer  data)
{
  const OcopEnding ending = { .ground = "mark" };
  g_autofree char *decision = NULL, *recognition = NULL;
  g_autoptr(GError) error = NULL;

  judge_all (council, THREE, THREE);
  decision = decide (council, "recognition", "1587/QĐ-UBND", "2026-11-26");
  recognition = recognition_of (council, decision, 0);
  ocop_register_set_person (council->fixture.reg, "Người khác");
  act_done (council, (Act) { act_end, recognition, .on = "2026-12-01", .kind = OCOP_DECISION_REVOCATION, .ending = &ending });
  ocop_register_set_person (council->fixture.reg, NULL);
  g_assert_false (ocop_register_undo (council->fixture.reg, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

/* Article 12.3: what ran on until there was a result ends with it. */
static void
test_extension_ends (Council       *council,
                     gconstpointer  data)
{
  g_autofree char *old = NULL, *decision = NULL;
  g_autoptr(OcopSession) session = NULL;
  const char *product;

  judge_all (council, 0, THREE);
  session = council_load (council);
  product = ocop_record_get_text (ocop_session_get_product (session, 0)->dossier, "product");
  old = fixture_add (&council->fixture, "recognition", "product", product, "outcome", "recognised", "class", "3",
                     "decision_date", "2023-07-01", "ending", "extended", NULL);
  assert_field (council, "product", product, "state", "2026-12-05", "extended");
  decision = decide (council, "not-classed", "Thông báo 3", "2026-12-05");
  assert_field (council, "product", product, "state", "2026-12-04", "extended");
  assert_field (council, "product", product, "state", "2026-12-06", "expired");
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
    { "/decision-ending/approval/article-6.3.a", test_approval },
    { "/decision-ending/five/article-7.4", test_five },
    { "/decision-ending/lower/article-7.4", test_lower },
    { "/decision-ending/again/article-7.4", test_again },
    { "/decision-ending/pending-while-expiring", test_pending_while_expiring },
    { "/decision-ending/grounds/article-8.1", test_grounds },
    { "/decision-ending/revocation/article-8", test_revocation },
    { "/decision-ending/withdrawal/article-10.1.b", test_withdrawal },
    { "/decision-ending/depends", test_depends },
    { "/decision-ending/extension-ends/article-12.3", test_extension_ends },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Council, NULL, council_set_up, tests[i].test, council_tear_down);
  return g_test_run ();
}
