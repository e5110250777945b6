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

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Council *council, gconstpointer data);
  } tests[] = {
    { "/session-closed/decided", test_decided },
    { "/session-closed/done-again", test_done_again },
    { "/session-closed/all-taken-back", test_all_taken_back },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Council, NULL, council_set_up, tests[i].test, council_tear_down);
  return g_test_run ();
}
