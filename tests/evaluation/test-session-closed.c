/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a closed session says stays what was said when it was closed. */

#include "decisions.h"

#include <string.h>

#define THREE 2
#define OTHER "Người khác"
#define SELF "Người thử"

/* Taken back by whoever closed it, after somebody else's decision. */
static void
test_decided (Council       *council,
              gconstpointer  data)
{
  g_autofree char *decision = NULL;
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(GPtrArray) lacks = NULL;
  g_autoptr(GError) error = NULL;

  judge_all (council, THREE, THREE);
  ocop_register_set_person (council->fixture.reg, OTHER);
  decision = decide (council, "recognition", "9/QĐ-UBND", "2026-12-05");
  ocop_register_set_person (council->fixture.reg, SELF);
  g_assert_false (ocop_register_undo (council->fixture.reg, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "A decision rests on this session"));
  session = council_load (council);
  g_assert_true (ocop_session_is_closed (session));
  /* Said before a reason is asked for. */
  lacks = ocop_session_lacks (session, "open");
  g_assert_nonnull (ocop_objections_forbidden (lacks));
  g_assert_false (ocop_session_needs_reason (session, "open"));
}

/* Opened again, which was taken back: it is not done again after a decision was drafted. */
static void
test_done_again (Council       *council,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  judge_all (council, THREE, THREE);
  council_done (council, (Asked) { ask_set_state, .text = "open", .reason = "Bổ sung phiếu" });
  step_back (council);
  ocop_register_set_person (council->fixture.reg, OTHER);
  act_done (council, (Act) { act_draft, council->session });
  ocop_register_set_person (council->fixture.reg, SELF);
  g_assert_false (ocop_register_redo (council->fixture.reg, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

/* One's own steps are taken back one by one. */
static void
test_all_taken_back (Council       *council,
                     gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;

  judge_all (council, THREE, THREE);
  act_done (council, (Act) { act_draft, council->session });
  step_back (council);
  step_back (council);
  session = council_load (council);
  g_assert_true (ocop_session_is_open (session));
}

static void
add_members (Council *council)
{
  g_autofree char *fifth = fixture_add (&council->fixture, "council_member", "council", council->council, "name", "Dũng", "role", "member", NULL);
  g_autofree char *sixth = fixture_add (&council->fixture, "council_member", "council", council->council, "name", "Giang", "role", "member", NULL);
}

static void
assert_members (Council *council,
                guint    n,
                guint    n_present)
{
  g_autoptr(OcopSession) session = council_load (council);

  g_assert_cmpuint (session->members->len, ==, n);
  g_assert_cmpuint (ocop_session_n_present (session), ==, n_present);
  g_assert_true (ocop_session_has_quorum (session));
  g_assert_true (ocop_session_get_product (session, 0)->verdict->has_quorum);
  g_assert_cmpuint (ocop_session_get_product (session, 0)->scoring.n_ballots, ==, n);
}

/* Of the last member nothing is noted, or that it is away. */
static void
judge_with_one_away (Council  *council,
                     gboolean  noted)
{
  g_autofree char *choices = NULL;

  council_begin (council);
  step_back (council);
  for (guint i = 0; i < (noted ? 4 : 3); i++)
    council_done (council, (Asked) { ask_attend, .member = i, .yes = i < 3 });
  choices = council_fill (council, 0, THREE);
  for (guint i = 0; i < 3; i++)
    council_done (council, (Asked) { ask_submit, .member = i, .text = choices });
}

static void
close_with_one_away (Council  *council,
                     gboolean  noted)
{
  judge_with_one_away (council, noted);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
}

static void
test_members_added (Council       *council,
                    gconstpointer  data)
{
  close_with_one_away (council, GPOINTER_TO_INT (data));
  assert_members (council, 4, 3);
  add_members (council);
  assert_members (council, 4, 3);
}

static guint
count_present (Council *council)
{
  g_autoptr(OcopSession) session = council_load (council);

  return ocop_session_n_present (session);
}

/* What closing noted goes when it is opened again, and “all are present” reaches them; what somebody noted stays. */
static void
test_opened (Council       *council,
             gconstpointer  data)
{
  gboolean noted = GPOINTER_TO_INT (data);

  close_with_one_away (council, noted);
  council_done (council, (Asked) { ask_set_state, .text = "open", .reason = "Bổ sung phiếu" });
  g_assert_cmpint (fixture_count (&council->fixture, "attendance"), ==, noted ? 4 : 3);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  g_assert_cmpint (fixture_count (&council->fixture, "attendance"), ==, 4);
  g_assert_cmpuint (count_present (council), ==, 3);
  step_back (council);
  step_back (council);
  assert_members (council, 4, 3);
  council_done (council, (Asked) { ask_set_state, .text = "open", .reason = "Bổ sung phiếu" });
  council_done (council, (Asked) { ask_attend_all });
  g_assert_cmpuint (count_present (council), ==, noted ? 3 : 4);
}

/* Absence is noted for everybody when it is closed, and that is taken back, done again, and goes when it is opened. */
static void
test_absence (Council       *council,
              gconstpointer  data)
{
  g_autoptr(OcopSession) opened = NULL;

  close_with_one_away (council, FALSE);
  g_assert_cmpint (fixture_count (&council->fixture, "attendance"), ==, 4);
  step_back (council);
  g_assert_cmpint (fixture_count (&council->fixture, "attendance"), ==, 3);
  step_forth (council);
  assert_members (council, 4, 3);
  step_back (council);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  assert_members (council, 4, 3);
  council_done (council, (Asked) { ask_set_state, .text = "open", .reason = "Bổ sung phiếu" });
  add_members (council);
  opened = council_load (council);
  g_assert_cmpuint (opened->members->len, ==, 6);
  council_done (council, (Asked) { ask_attend, .member = 3, .yes = TRUE });
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  g_clear_pointer (&opened, ocop_session_free);
  opened = council_load (council);
  g_assert_cmpuint (opened->members->len, ==, 6);
  g_assert_cmpuint (ocop_session_n_present (opened), ==, 4);
}

/* Who was away does not leave it afterwards either. */
static void
test_member_left (Council       *council,
                  gconstpointer  data)
{
  g_autoptr(OcopChange) change = ocop_change_new ("bin", "Thử");
  g_autoptr(GError) error = NULL;

  close_with_one_away (council, FALSE);
  ocop_change_bin (change, ocop_kind_find ("council_member"), council->members[3]);
  g_assert_false (ocop_register_commit (council->fixture.reg, change, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "copy the council"));
}

static void
close_as_before (Council *council)
{
  g_autoptr(OcopRecord) before = fixture_load (&council->fixture, "session", council->session);
  g_autoptr(OcopRecord) after = ocop_record_copy (before);
  g_autoptr(OcopRecord) move = ocop_record_new (ocop_kind_find ("session_move"), NULL);
  g_autoptr(OcopChange) change = ocop_change_new ("session", "Thử");
  g_autoptr(GError) error = NULL;

  ocop_record_set_text (after, "state", "closed");
  ocop_record_set_text (move, "session", council->session);
  ocop_record_set_text (move, "state", "closed");
  ocop_record_set_date (move, "moved_on", ocop_date_today ());
  ocop_change_edit (change, before, after);
  ocop_change_add (change, move);
  ocop_register_commit (council->fixture.reg, change, &error);
  g_assert_no_error (error);
}

/* Closed when the absent were not noted: they count as they did, and who came afterwards does not. */
static void
test_older (Council       *council,
            gconstpointer  data)
{
  judge_with_one_away (council, FALSE);
  close_as_before (council);
  assert_members (council, 4, 3);
  add_members (council);
  assert_members (council, 4, 3);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Council *council, gconstpointer data);
    gboolean noted;
  } tests[] = {
    { "/session-closed/decided", test_decided },
    { "/session-closed/done-again", test_done_again },
    { "/session-closed/all-taken-back", test_all_taken_back },
    { "/session-closed/members-added", test_members_added, FALSE },
    { "/session-closed/members-added/noted", test_members_added, TRUE },
    { "/session-closed/absence", test_absence },
    { "/session-closed/opened", test_opened, FALSE },
    { "/session-closed/opened/noted", test_opened, TRUE },
    { "/session-closed/member-left", test_member_left },
    { "/session-closed/older", test_older },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Council, GINT_TO_POINTER (tests[i].noted), council_set_up, tests[i].test, council_tear_down);
  return g_test_run ();
}
