/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council.h"

#include <string.h>

#include "evaluation/ocop-rejection.h"
#include "evaluation/ocop-spread.h"

static void
test_agenda (Council       *council,
             gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  const OcopSessionProduct *first;

  council_begin (council);
  session = council_load (council);
  g_assert_cmpuint (session->products->len, ==, 2);
  first = ocop_session_get_product (session, 0);
  g_assert_cmpstr (first->product_name, ==, "Gạo sạch");
  g_assert_cmpstr (first->producer_name, ==, "HTX Bình An");
  g_assert_cmpstr (ocop_record_get_text (first->record, "criteria_set"), ==, "QD26-03");
  g_assert_cmpstr (ocop_record_get_text (first->record, "law_book"), ==, ocop_law_get_id (ocop_law_get_default ()));
  g_assert_cmpint (ocop_record_get_integer (first->record, "place", 0), ==, 1);
  g_assert_cmpuint (first->self[0], ==, 1);
  g_assert_cmpuint (first->advised[0], ==, OCOP_NOT_SCORED);
  /* Twice is once too often. */
  council_refused (council, (Asked) { ask_add_dossiers }, OCOP_ERROR_REFUSED);
  council_done (council, (Asked) { ask_take_off, .product = 1 });
}

static void
test_whole (Council       *council,
            gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  const OcopSessionProduct *product;
  g_autoptr(GPtrArray) reasons = NULL;
  guint n_complete;

  council_begin (council);
  council_score_all (council, 0, 1, 99);
  session = council_load (council);
  product = ocop_session_get_product (session, 0);
  g_assert_cmpuint (ocop_mean_cut (product->verdict->mean), ==, 10000);
  g_assert_cmpuint (product->verdict->star, ==, 5);
  g_assert_true (product->verdict->is_final);
  g_assert_cmpuint (ocop_session_product_count (product, &n_complete), ==, N_MEMBERS);
  g_assert_cmpuint (n_complete, ==, N_MEMBERS);
  g_assert_cmpuint (ocop_session_member_count (session, 1, &n_complete), ==, 2);
  g_assert_cmpuint (n_complete, ==, 1);
  g_assert_false (ocop_session_get_product (session, 1)->verdict->is_complete);
  reasons = ocop_session_product_explain (product);
  g_assert_cmpuint (reasons->len, ==, 1);
}

static void
test_no_chair (Council       *council,
               gconstpointer  data)
{
  fixture_edit (&council->fixture, "council_member", council->members[0], "role", "deputy");
  council_refused (council, (Asked) { ask_set_state, .text = "open" }, OCOP_ERROR_REFUSED);
  fixture_edit (&council->fixture, "council_member", council->members[1], "role", "chair");
  council_done (council, (Asked) { ask_set_state, .text = "open" });
}

static void
test_member_twice (Council       *council,
                   gconstpointer  data)
{
  fixture_edit (&council->fixture, "council_member", council->members[2], "name", "an");
  council_refused (council, (Asked) { ask_set_state, .text = "open" }, OCOP_ERROR_REFUSED);
  fixture_edit (&council->fixture, "council_member", council->members[2], "body_name", "Sở Y tế");
  council_done (council, (Asked) { ask_set_state, .text = "open" });
}

static void
test_recused (Council       *council,
              gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;

  council_begin (council);
  session = council_load (council);
  /* The producer's representative sits in the council. */
  g_assert_cmpstr (ocop_session_get_product (session, 0)->sheets[3].suggestion, ==, "producer");
  g_assert_null (ocop_session_get_product (session, 0)->sheets[1].suggestion);

  council_done (council, (Asked) { ask_recuse, .member = 3, .text = "producer", .reason = "Đại diện chủ thể" });
  council_refused (council, (Asked) { ask_submit, .member = 3, .text = "1.1=1" }, OCOP_ERROR_REFUSED);
  /* Only for that product. */
  council_done (council, (Asked) { ask_submit, .product = 1, .member = 3, .text = "1.1=0" });
  /* Taken back, and said again. */
  council_done (council, (Asked) { ask_recuse, .member = 3 });
  council_done (council, (Asked) { ask_submit, .member = 3, .text = "1.1=1" });
  council_done (council, (Asked) { ask_recuse, .member = 3, .text = "family", .reason = "Em ruột" });
  g_clear_pointer (&session, ocop_session_free);
  session = council_load (council);
  g_assert_cmpstr (ocop_record_get_text (ocop_session_get_product (session, 0)->sheets[3].recusal, "reason"), ==, "Em ruột");
  g_assert_cmpuint (ocop_session_get_product (session, 0)->verdict->n_counted, ==, 3);
}

static void
test_absent (Council       *council,
             gconstpointer  data)
{
  council_begin (council);
  council_done (council, (Asked) { ask_attend, .member = 1, .yes = FALSE });
  council_refused (council, (Asked) { ask_submit, .member = 1, .text = "1.1=1" }, OCOP_ERROR_REFUSED);
  council_done (council, (Asked) { ask_attend, .member = 1, .yes = TRUE });
  council_done (council, (Asked) { ask_submit, .member = 1, .text = "1.1=1" });
  council_refused (council, (Asked) { ask_attend, .member = 1, .yes = FALSE }, OCOP_ERROR_REFUSED);
}

static void
test_sheet_once (Council       *council,
                 gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;

  council_begin (council);
  council_done (council, (Asked) { ask_submit, .member = 1, .text = "1.1=1" });
  council_refused (council, (Asked) { ask_submit, .member = 1, .text = "1.1=2" }, OCOP_ERROR_REFUSED);
  council_refused (council, (Asked) { ask_submit, .member = 1, .text = "1.1=2", .version = 9 }, OCOP_ERROR_CONFLICT);
  council_done (council, (Asked) { ask_submit, .member = 1, .text = "1.1=2 1.2=0", .version = 1 });
  session = council_load (council);
  g_assert_cmpstr (ocop_record_get_text (ocop_session_get_product (session, 0)->sheets[1].record, "choices"), ==, "1.1=2 1.2=0");
  /* Taken back and given anew. */
  step_back (council);
  step_back (council);
  council_done (council, (Asked) { ask_submit, .member = 1, .text = "1.1=0" });
  g_assert_cmpint (fixture_count (&council->fixture, "sheet"), ==, 1);
}

/* Two programs that have both seen no sheet. */
static void
test_sheet_at_once (Council       *council,
                    gconstpointer  data)
{
  Asked asked = { ask_submit, .council = council, .member = 1, .text = "1.1=1" };
  g_autoptr(OcopChange) first = NULL;
  g_autoptr(OcopChange) second = NULL;
  g_autoptr(GError) error = NULL;

  council_begin (council);
  first = ocop_register_read (council->fixture.reg, council_make_change, &asked, &error);
  second = ocop_register_read (council->fixture.reg, council_make_change, &asked, &error);
  g_assert_no_error (error);
  g_assert_true (ocop_register_commit (council->fixture.reg, first, &error));
  g_assert_false (ocop_register_commit (council->fixture.reg, second, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (fixture_count (&council->fixture, "sheet"), ==, 1);
}

static void
test_no_such_points (Council       *council,
                     gconstpointer  data)
{
  council_begin (council);
  council_refused (council, (Asked) { ask_submit, .member = 1, .text = "1.1=7" }, OCOP_ERROR_INVALID_VALUE);
  council_refused (council, (Asked) { ask_submit, .member = 1, .text = "77=1" }, OCOP_ERROR_INVALID_VALUE);
  council_refused (council, (Asked) { ask_agree, .text = "1.1=7" }, OCOP_ERROR_INVALID_VALUE);
}

static void
test_second_scoring (Council       *council,
                     gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(OcopSession) again = NULL;

  council_begin (council);
  council_refused (council, (Asked) { ask_score_again }, OCOP_ERROR_REFUSED);
  council_score_all (council, 0, 1, 0);
  council_done (council, (Asked) { ask_score_again });
  session = council_load (council);
  g_assert_null (ocop_session_get_product (session, 0)->sheets[0].record);
  g_assert_cmpuint (ocop_session_get_product (session, 0)->n_all_sheets, ==, N_MEMBERS);
  council_refused (council, (Asked) { ask_submit, .member = 1, .text = "1.1=1", .scoring = 1 }, OCOP_ERROR_REFUSED);
  council_score_all (council, 0, 2, 99);
  again = council_load (council);
  g_assert_cmpuint (ocop_session_get_product (again, 0)->n_all_sheets, ==, 2 * N_MEMBERS);
  /* The first scoring is still there to be seen. */
  g_assert_cmpuint (ocop_session_get_product (again, 0)->sheets[1].former[0], ==, 0);
  g_assert_cmpuint (ocop_mean_cut (ocop_session_get_product (again, 0)->verdict->mean), ==, 10000);
}

static void
test_moved_set (Council       *council,
                gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(GPtrArray) reasons = NULL;

  council_begin (council);
  council_done (council, (Asked) { ask_move_to_set, .text = "QD26-02" });
  council_refused (council, (Asked) { ask_move_to_set, .text = "QD26-99" }, OCOP_ERROR_NOT_FOUND);
  council_done (council, (Asked) { ask_move_to_set, .text = "QD26-03" });
  council_done (council, (Asked) { ask_submit, .member = 1, .text = "1.1=1" });
  council_refused (council, (Asked) { ask_move_to_set, .text = "QD26-02" }, OCOP_ERROR_REFUSED);
  council_refused (council, (Asked) { ask_take_off }, OCOP_ERROR_REFUSED);
  /* Moved in its dossier: the session goes on as it began, and says so. */
  fixture_edit (&council->fixture, "dossier", council->dossiers[1], "criteria_set", "QD26-02");
  session = council_load (council);
  g_assert_cmpstr (ocop_session_get_product (session, 0)->scoring.criteria->code, ==, "QD26-03");
  reasons = ocop_session_product_explain (ocop_session_get_product (session, 0));
  g_assert_nonnull (strstr (g_ptr_array_index (reasons, 0), "QD26-02"));
}

static void
test_closed (Council       *council,
             gconstpointer  data)
{
  g_autofree char *decision = NULL;

  council_begin (council);
  /* Not all is scored. */
  council_refused (council, (Asked) { ask_set_state, .text = "closed" }, OCOP_ERROR_REFUSED);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hoãn sang buổi sau" });
  council_refused (council, (Asked) { ask_submit, .member = 1, .text = "1.1=1" }, OCOP_ERROR_REFUSED);
  council_refused (council, (Asked) { ask_attend, .member = 1, .yes = FALSE }, OCOP_ERROR_REFUSED);
  council_refused (council, (Asked) { ask_recuse, .member = 1, .text = "other" }, OCOP_ERROR_REFUSED);
  council_refused (council, (Asked) { ask_agree, .text = NULL }, OCOP_ERROR_REFUSED);
  council_refused (council, (Asked) { ask_reject, .text = "Hồ sơ giả mạo", .reason = "Sở Y tế" }, OCOP_ERROR_REFUSED);
  council_refused (council, (Asked) { ask_move_to_set, .text = "QD26-02" }, OCOP_ERROR_REFUSED);
  council_refused (council, (Asked) { ask_take_off }, OCOP_ERROR_REFUSED);
  council_refused (council, (Asked) { ask_set_state, .text = "open" }, OCOP_ERROR_REFUSED);
  council_done (council, (Asked) { ask_set_state, .text = "open", .reason = "Bổ sung phiếu" });
  council_done (council, (Asked) { ask_submit, .member = 1, .text = "1.1=1" });
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  g_assert_cmpint (fixture_count (&council->fixture, "session_move"), ==, 4);
  decision = fixture_add (&council->fixture, "decision", "kind", "recognition", "state", "draft", "session", council->session, NULL);
  council_refused (council, (Asked) { ask_set_state, .text = "open", .reason = "Chấm lại" }, OCOP_ERROR_REFUSED);
}

static void
test_rejection (Council       *council,
                gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  const OcopRejectionLine *head;
  const OcopRejectionLine *within;

  council_begin (council);
  session = council_load (council);
  lines = ocop_rejection_lines (ocop_session_get_product (session, 0)->scoring.criteria);
  head = g_ptr_array_index (lines, 0);
  within = g_ptr_array_index (lines, lines->len - 1);
  g_assert_null (head->criterion);
  g_assert_nonnull (within->criterion);
  g_assert_true (g_str_has_prefix (within->text, within->criterion->code));
  council_refused (council, (Asked) { ask_reject, .text = head->text }, OCOP_ERROR_REFUSED);
  council_refused (council, (Asked) { ask_reject, .text = "Không ngon", .reason = "Sở Y tế" }, OCOP_ERROR_REFUSED);
  council_done (council, (Asked) { ask_reject, .text = head->text, .reason = "Sở Y tế, biên bản 12" });
  council_done (council, (Asked) { ask_reject, .text = within->text, .reason = "Sở Y tế, biên bản 12" });
  g_clear_pointer (&session, ocop_session_free);
  session = council_load (council);
  g_assert_cmpuint (ocop_session_get_product (session, 0)->verdict->star, ==, 0);
  council_done (council, (Asked) { ask_reject });
  g_clear_pointer (&session, ocop_session_free);
  session = council_load (council);
  g_assert_false (ocop_session_get_product (session, 0)->scoring.disqualified);
}

/* What nobody has begun does not draw the mean down, and keeps it from being final. */
static void
test_begun (Council       *council,
            gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(OcopVerdict) begun = NULL;
  g_autofree char *best = NULL;

  council_begin (council);
  best = council_fill (council, 0, 99);
  council_done (council, (Asked) { ask_submit, .member = 1, .text = best });
  session = council_load (council);
  begun = ocop_session_judge_begun (&ocop_session_get_product (session, 0)->scoring);
  g_assert_cmpuint (begun->n_counted, ==, 1);
  g_assert_cmpuint (ocop_mean_cut (begun->mean), ==, 10000);
  g_assert_true (begun->has_quorum);
  g_assert_false (begun->is_complete);
  g_assert_false (begun->is_final);
}

/* 1.5 of set 3 asks class 4 for its third option, 1.1 asks for nothing. */
static void
test_agreed (Council       *council,
             gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;

  council_begin (council);
  council_refused (council, (Asked) { ask_agree, .text = "1.1=1" }, OCOP_ERROR_REFUSED);
  council_score_all (council, 0, 1, 99);
  council_done (council, (Asked) { ask_agree, .text = "1.5=1" });
  session = council_load (council);
  g_assert_cmpuint (ocop_session_get_product (session, 0)->verdict->star_by_mean, ==, 5);
  g_assert_cmpuint (ocop_session_get_product (session, 0)->verdict->star, ==, 3);
}

static void
test_spread (Council       *council,
             gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(OcopSpread) spread = NULL;
  g_autofree char *high = NULL;
  g_autofree char *low = NULL;
  guint settled = 0;

  council_begin (council);
  high = council_fill (council, 0, 99);
  low = council_fill (council, 0, 1);
  for (guint i = 0; i < N_MEMBERS; i++)
    council_done (council, (Asked) { ask_submit, .member = i, .text = i == 2 ? low : high });
  session = council_load (council);
  g_assert_true (ocop_session_get_product (session, 0)->verdict->spread_exceeded);
  spread = ocop_spread_new (&ocop_session_get_product (session, 0)->scoring);
  g_assert_cmpuint (spread->lowest, ==, 2);
  g_assert_cmpuint (spread->far->len, ==, 1);
  g_assert_cmpuint (g_array_index (spread->far, guint, 0), ==, 2);
  for (guint i = 0; i < spread->causes->len; i++)
    {
      const OcopSpreadCause *cause = &g_array_index (spread->causes, OcopSpreadCause, i);

      g_assert_true (i == 0 || cause->points <= (cause - 1)->points);
      settled += cause->points;
    }
  g_assert_cmpuint (ocop_session_get_product (session, 0)->verdict->spread - settled, <=, 1000);
}

static gpointer
read_draft (OcopReader    *reader,
            gpointer       year,
            GCancellable  *cancellable,
            GError       **error)
{
  return ocop_session_draft (reader, ocop_law_get_default (), (OcopDate) { GPOINTER_TO_UINT (year), 6, 1 }, error);
}

static OcopRecord *
draft_in (Council *council,
          guint    year)
{
  g_autoptr(GError) error = NULL;
  OcopRecord *record = ocop_register_read (council->fixture.reg, read_draft, GUINT_TO_POINTER (year), &error);

  g_assert_no_error (error);
  return record;
}

static void
set_round (Council    *council,
           const char *round)
{
  fixture_edit (&council->fixture, "session", council->session, "round_year", "2027");
  fixture_edit (&council->fixture, "session", council->session, "round_number", round);
}

/* Of the only council, in the year's next round: two of them by the law. */
static void
test_draft (Council       *council,
            gconstpointer  data)
{
  static const struct { const char *last; gint64 next; } rounds[] = { { "1", 2 }, { "2", 2 } };
  g_autoptr(OcopRecord) first = draft_in (council, 2027);

  g_assert_cmpstr (ocop_record_get_text (first, "council"), ==, council->council);
  g_assert_cmpint (ocop_record_get_integer (first, "round_year", 0), ==, 2027);
  g_assert_cmpint (ocop_record_get_integer (first, "round_number", 0), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_autoptr(OcopRecord) next = NULL;

      set_round (council, rounds[i].last);
      next = draft_in (council, 2027);
      g_assert_cmpint (ocop_record_get_integer (next, "round_number", 0), ==, rounds[i].next);
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
    { "/session/agenda", test_agenda },
    { "/session/whole", test_whole },
    { "/session/no-chair", test_no_chair },
    { "/session/member-twice", test_member_twice },
    { "/session/recused", test_recused },
    { "/session/absent", test_absent },
    { "/session/sheet-once", test_sheet_once },
    { "/session/sheet-at-once", test_sheet_at_once },
    { "/session/no-such-points", test_no_such_points },
    { "/session/second-scoring", test_second_scoring },
    { "/session/moved-set", test_moved_set },
    { "/session/closed", test_closed },
    { "/session/rejection", test_rejection },
    { "/session/agreed", test_agreed },
    { "/session/spread", test_spread },
    { "/session/begun", test_begun },
    { "/session/draft", test_draft },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Council, NULL, council_set_up, tests[i].test, council_tear_down);
  return g_test_run ();
}
