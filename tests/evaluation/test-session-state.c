/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the end of a session does to its dossiers. */

#include "council.h"

#include "evaluation/ocop-rejection.h"

static void
assert_step (Council    *council,
             guint       product,
             const char *step)
{
  g_autoptr(OcopSession) session = council_load (council);

  g_assert_cmpstr (ocop_record_get_text (ocop_session_get_product (session, product)->dossier, "step"), ==, step);
}

/* What came to pass with the dossier of a product before the session ends. */
typedef enum
{
  NOT_SCORED,
  SCORED,
  APART,     /* the members differ by more than is allowed */
  REJECTED,
  WITHDRAWN,
  COMPLETE,  /* sent back to an earlier step */
} Before;

static void
make_apart (Council *council)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      g_autofree char *choices = council_fill (council, 0, i % 2 == 0 ? 0 : 99);

      council_done (council, (Asked) { ask_submit, .member = i, .text = choices });
    }
}

static void
reject (Council           *council,
        const OcopSession *session)
{
  g_autoptr(GPtrArray) lines = ocop_rejection_lines (ocop_session_get_product (session, 0)->scoring.criteria);
  const OcopRejectionLine *line = g_ptr_array_index (lines, 0);

  council_done (council, (Asked) { ask_reject, .text = line->text, .reason = "Sở Y tế" });
}

static void
make_before (Council *council,
             Before   before)
{
  g_autoptr(OcopSession) session = council_load (council);
  const char *dossier = ocop_record_get_text (ocop_session_get_product (session, 0)->record, "dossier");

  if (before == APART)
    make_apart (council);
  else if (before != NOT_SCORED && before != REJECTED)
    council_score_all (council, 0, 1, 99);
  if (before == REJECTED)
    reject (council, session);
  if (before == WITHDRAWN || before == COMPLETE)
    fixture_edit (&council->fixture, "dossier", dossier, "step", before == WITHDRAWN ? "withdrawn" : "complete");
}

static const struct
{
  const char *name;
  Before before;
  const char *closed, *opened;
} ends[] = {
  { "/session-state/not-scored", NOT_SCORED, "council", "council" },
  { "/session-state/scored", SCORED, "scored", "council" },
  { "/session-state/apart", APART, "council", "council" },
  { "/session-state/rejected", REJECTED, "scored", "council" },
  { "/session-state/withdrawn", WITHDRAWN, "withdrawn", "withdrawn" },
  { "/session-state/elsewhere", COMPLETE, "complete", "complete" },
};

static void
test_end (Council       *council,
          gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);

  council_begin (council);
  make_before (council, ends[i].before);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  assert_step (council, 0, ends[i].closed);
  assert_step (council, 1, "council");
  step_back (council);
  g_assert_cmpint (fixture_count (&council->fixture, "session_move"), ==, 1);
  g_assert_cmpint (fixture_count (&council->fixture, "dossier_move"), ==, 0);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  council_done (council, (Asked) { ask_set_state, .text = "open", .reason = "Bổ sung phiếu" });
  assert_step (council, 0, ends[i].opened);
  step_back (council);
  assert_step (council, 0, ends[i].closed);
}

/* Of two moves of a day the register knows no order. */
static const OcopRecord *
find_move (const GPtrArray *moves,
           const char      *step)
{
  for (guint i = 0; i < moves->len; i++)
    if (g_strcmp0 (ocop_record_get_text (moves->pdata[i], "step"), step) == 0)
      return moves->pdata[i];
  return NULL;
}

/* With day, reason and note, as any other move. */
static void
test_moves (Council       *council,
            gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(GPtrArray) moves = NULL;
  const OcopRecord *move;

  fixture_edit (&council->fixture, "session", council->session, "held_on", "2026-06-15");
  council_begin (council);
  council_score_all (council, 0, 1, 99);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = "Hết giờ" });
  council_done (council, (Asked) { ask_set_state, .text = "open", .reason = "Bổ sung phiếu" });
  session = council_load (council);
  moves = council_find (council, "dossier_move", "dossier", ocop_record_get_id (ocop_session_get_product (session, 0)->dossier));
  g_assert_cmpuint (moves->len, ==, 2);
  move = find_move (moves, "scored");
  g_assert_cmpint (ocop_date_compare (ocop_record_get_date (move, "moved_on"), ocop_date_new (2026, 6, 15)), ==, 0);
  g_assert_cmpstr (ocop_record_get_text (move, "note"), ==, "Đợt 2");
  g_assert_null (ocop_record_get_text (move, "reason"));
  move = find_move (moves, "council");
  g_assert_cmpint (ocop_date_compare (ocop_record_get_date (move, "moved_on"), ocop_date_today ()), ==, 0);
  g_assert_cmpstr (ocop_record_get_text (move, "reason"), ==, "Bổ sung phiếu");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    g_test_add (ends[i].name, Council, GUINT_TO_POINTER (i), council_set_up, test_end, council_tear_down);
  g_test_add ("/session-state/moves", Council, NULL, council_set_up, test_moves, council_tear_down);
  return g_test_run ();
}
