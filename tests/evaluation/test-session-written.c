/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Re-evaluation by written opinions: article 7.6 of 26/2026/QĐ-TTg. */

#include "council.h"

#include "evaluation/ocop-candidate.h"

#define NO_DAY G_MAXINT

static void
set_day (Council    *council,
         const char *kind,
         const char *id,
         const char *field,
         int         days)
{
  OcopDate on = ocop_date_add_days (ocop_date_today (), days);
  char text[OCOP_DATE_TEXT_SIZE];

  if (days == NO_DAY)
    return;
  ocop_date_to_text (on, text);
  fixture_edit (&council->fixture, kind, id, field, text);
}

/* A session by written opinions, its two dossiers complete for so many days. */
static void
set_up (Council       *council,
        gconstpointer  data)
{
  council_set_up (council, data);
  fixture_edit (&council->fixture, "session", council->session, "held_on", NULL);
  fixture_edit (&council->fixture, "session", council->session, "manner", "written");
  for (guint i = 0; i < G_N_ELEMENTS (council->dossiers); i++)
    fixture_edit (&council->fixture, "dossier", council->dossiers[i], "kind", "again");
}

static void
fill_agenda (Council *council)
{
  g_autoptr(OcopSession) session = NULL;

  council_done (council, (Asked) { ask_add_dossiers });
  session = council_load (council);
  for (guint i = 0; i < G_N_ELEMENTS (council->products); i++)
    council->products[i] = g_strdup (ocop_record_get_id (ocop_session_get_product (session, i)->record));
}

static void
send_out (Council *council)
{
  set_day (council, "session", council->session, "answers_by", 10);
  fill_agenda (council);
  council_done (council, (Asked) { ask_set_state, .text = "open" });
}

/* How many things stand against @state, and whether one of them forbids it. */
static guint
count_lacks (Council    *council,
             const char *state,
             gboolean   *forbidden)
{
  g_autoptr(OcopSession) session = council_load (council);
  g_autoptr(GPtrArray) lacks = ocop_session_lacks (session, state);

  *forbidden = ocop_objections_forbidden (lacks) != NULL;
  return lacks->len;
}

/* Sending the forms out */

static const struct
{
  const char *name;
  const char *manner;
  const char *kind;  /* of the first dossier, once it is on the agenda */
  int complete;      /* days from today */
  int answers_by;
  gboolean forbidden;
  guint n;           /* of what stands against it, beside the bodies that the council lacks */
} openings[] = {
  { "/written/open/article-7.6", "written", "again", -5, 10, FALSE, 0 },
  { "/written/open/first", "written", "first", -5, 10, TRUE, 1 },
  { "/written/open/upgrade", "written", "upgrade", -5, 10, TRUE, 1 },
  { "/written/open/no-day", "written", "again", -5, NO_DAY, TRUE, 1 },
  { "/written/open/day-is-over", "written", "again", -5, -1, FALSE, 1 },
  { "/written/open/today", "written", "again", -5, 0, FALSE, 0 },
  { "/written/open/article-7.6.g/day-45", "written", "again", -35, 10, FALSE, 0 },
  { "/written/open/article-7.6.g/day-46", "written", "again", -36, 10, FALSE, 1 },
  { "/written/open/not-complete", "written", "again", NO_DAY, 10, FALSE, 0 },
  { "/written/open/meeting", "meeting", "first", -5, NO_DAY, FALSE, 0 },
  { "/written/open/not-said", NULL, "first", -5, NO_DAY, FALSE, 0 },
};

static guint
count_bodies (Council *council)
{
  gboolean forbidden;
  guint n;

  fixture_edit (&council->fixture, "session", council->session, "manner", "meeting");
  n = count_lacks (council, "open", &forbidden);
  g_assert_false (forbidden);
  return n;
}

static void
test_opening (Council       *council,
              gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  gboolean forbidden;
  guint n_bodies;

  fill_agenda (council);
  n_bodies = count_bodies (council);
  fixture_edit (&council->fixture, "session", council->session, "manner", openings[i].manner);
  fixture_edit (&council->fixture, "dossier", council->dossiers[0], "kind", openings[i].kind);
  set_day (council, "dossier", council->dossiers[0], "complete_on", openings[i].complete);
  set_day (council, "session", council->session, "answers_by", openings[i].answers_by);
  g_assert_cmpuint (count_lacks (council, "open", &forbidden), ==, n_bodies + openings[i].n);
  g_assert_cmpint (forbidden, ==, openings[i].forbidden);
  if (openings[i].forbidden)
    council_refused (council, (Asked) { ask_set_state, .text = "open" }, OCOP_ERROR_REFUSED);
  else
    council_done (council, (Asked) { ask_set_state, .text = "open" });
}

static gpointer
read_candidates (OcopReader    *reader,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ocop_candidates_read (reader, data, error);
}

/* Only re-evaluations come on its agenda. */
static void
test_agenda (Council       *council,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) candidates = NULL;
  g_autoptr(GError) error = NULL;

  fixture_edit (&council->fixture, "dossier", council->dossiers[0], "kind", "upgrade");
  candidates = ocop_register_read (council->fixture.reg, read_candidates, council->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (candidates->len, ==, 2);
  g_assert_true (ocop_candidate_is_ready (g_ptr_array_index (candidates, 0)));
  g_assert_false (ocop_candidate_is_ready (g_ptr_array_index (candidates, 1)));
  council_refused (council, (Asked) { ask_add_dossiers }, OCOP_ERROR_REFUSED);
}

/* The answers */

static void
answer (Council *council,
        guint    member,
        guint    place)
{
  for (guint product = 0; product < G_N_ELEMENTS (council->products); product++)
    {
      g_autofree char *choices = council_fill (council, product, place);

      council_done (council, (Asked) { ask_submit, .product = product, .member = member, .text = choices });
    }
}

static void
assert_present (Council *council,
                guint    n)
{
  g_autoptr(OcopSession) session = council_load (council);

  g_assert_cmpuint (ocop_session_n_present (session), ==, n);
}

/* Whoever answers is present, and nobody else is. */
static void
test_present (Council       *council,
              gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  guint n_complete;

  send_out (council);
  assert_present (council, 0);
  council_refused (council, (Asked) { ask_attend_all }, OCOP_ERROR_REFUSED);
  council_refused (council, (Asked) { ask_attend, .member = 1, .yes = TRUE }, OCOP_ERROR_REFUSED);
  answer (council, 1, 99);
  assert_present (council, 1);
  g_assert_cmpint (fixture_count (&council->fixture, "attendance"), ==, 1);
  session = council_load (council);
  /* All are asked, one has answered. */
  g_assert_cmpuint (ocop_session_product_count (ocop_session_get_product (session, 0), &n_complete), ==, N_MEMBERS);
  g_assert_cmpuint (n_complete, ==, 1);
  g_assert_cmpuint (ocop_session_get_product (session, 0)->verdict->n_counted, ==, 1);
  step_back (council);
  assert_present (council, 1);
  step_back (council);
  assert_present (council, 0);
}

static const struct
{
  const char *name;
  guint answered;        /* members as bits; the first one chairs */
  int answers_by;
  gboolean apart;        /* the chair is far from the others */
  guint n;               /* of what stands against closing it */
  const char *step;      /* of the dossiers once it is closed, with a reason where one is needed */
} closings[] = {
  { "/written/close/all", 0xf, 10, FALSE, 0, "scored" },
  { "/written/close/all-apart", 0xf, 10, TRUE, 2, "council" },
  { "/written/close/three-of-four", 0x7, 10, FALSE, 1, "scored" },
  { "/written/close/three-of-four/over", 0x7, -1, FALSE, 0, "scored" },
  { "/written/close/no-chair", 0xe, -1, FALSE, 1, "council" },
  { "/written/close/too-few", 0x3, -1, FALSE, 1, "council" },
  { "/written/close/none", 0, -1, FALSE, 3, "council" },
};

static void
test_closing (Council       *council,
              gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *reason = closings[i].n > 0 ? "Không chờ thêm" : NULL;
  g_autoptr(OcopSession) session = NULL;
  gboolean forbidden;

  send_out (council);
  for (guint member = 0; member < N_MEMBERS; member++)
    if ((closings[i].answered & 1u << member) != 0)
      answer (council, member, member == 0 && closings[i].apart ? 0 : 99);
  set_day (council, "session", council->session, "answers_by", closings[i].answers_by);
  g_assert_cmpuint (count_lacks (council, "closed", &forbidden), ==, closings[i].n);
  g_assert_false (forbidden);
  if (reason != NULL)
    council_refused (council, (Asked) { ask_set_state, .text = "closed" }, OCOP_ERROR_REFUSED);
  council_done (council, (Asked) { ask_set_state, .text = "closed", .reason = reason });
  session = council_load (council);
  for (guint product = 0; product < 2; product++)
    g_assert_cmpstr (ocop_record_get_text (ocop_session_get_product (session, product)->dossier, "step"), ==, closings[i].step);
}

/* Where they differ much they meet: whoever answered is there, the others are noted. */
static void
test_meeting (Council       *council,
              gconstpointer  data)
{
  send_out (council);
  for (guint member = 0; member < 3; member++)
    answer (council, member, member == 0 ? 0 : 99);
  fixture_edit (&council->fixture, "session", council->session, "manner", "meeting");
  assert_present (council, 3);
  council_refused (council, (Asked) { ask_submit, .member = 3, .text = "1.1=1" }, OCOP_ERROR_REFUSED);
  council_done (council, (Asked) { ask_score_again });
  council_done (council, (Asked) { ask_attend, .member = 3, .yes = TRUE });
  council_done (council, (Asked) { ask_submit, .member = 3, .text = "1.1=1", .scoring = 2 });
  council_refused (council, (Asked) { ask_attend, .member = 1, .yes = FALSE }, OCOP_ERROR_REFUSED);
}

/* Who takes no part in any product is not waited for. */
static void
test_recused (Council       *council,
              gconstpointer  data)
{
  gboolean forbidden;

  send_out (council);
  for (guint product = 0; product < 2; product++)
    council_done (council, (Asked) { ask_recuse, .product = product, .member = 3, .text = "producer" });
  for (guint member = 0; member < 3; member++)
    answer (council, member, 99);
  g_assert_cmpuint (count_lacks (council, "closed", &forbidden), ==, 0);
  council_refused (council, (Asked) { ask_submit, .member = 3, .text = "1.1=1" }, OCOP_ERROR_REFUSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    g_test_add (openings[i].name, Council, GUINT_TO_POINTER (i), set_up, test_opening, council_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (closings); i++)
    g_test_add (closings[i].name, Council, GUINT_TO_POINTER (i), set_up, test_closing, council_tear_down);
  g_test_add ("/written/agenda/article-7.6", Council, NULL, set_up, test_agenda, council_tear_down);
  g_test_add ("/written/present", Council, NULL, set_up, test_present, council_tear_down);
  g_test_add ("/written/meeting/article-7.6", Council, NULL, set_up, test_meeting, council_tear_down);
  g_test_add ("/written/recused", Council, NULL, set_up, test_recused, council_tear_down);
  return g_test_run ();
}
