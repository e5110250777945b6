/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session keeps the law it was begun with, whatever the office loads afterwards. */

#include "council.h"

#define SHEET "26-2026/QD26-03.json"

static const OcopSessionProduct *
find_product (OcopSession *session,
              const char  *name)
{
  for (guint i = 0; i < session->products->len; i++)
    if (g_str_equal (ocop_session_get_product (session, i)->product_name, name))
      return ocop_session_get_product (session, i);
  g_assert_not_reached ();
}

static OcopChange *
ask_add_one (OcopReader   *reader,
             const Asked  *asked,
             GError      **error)
{
  const char * const dossiers[] = { asked->text, NULL };

  return ocop_session_add_dossiers (reader, asked->council->session, dossiers, error);
}

static void
load_law (Council    *council,
          const char *bad)
{
  g_autoptr(OcopLaw) law = fixture_amend_law (SHEET, "\"title\": \"", bad);

  fixture_keep_law (&council->fixture, law, TRUE);
}

static void
test_kept (Council       *council,
           gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autofree char *later = council_add_dossier (council, "Gạo thơm", "QD26-03", NULL);

  load_law (council, "\"title\": \"Một ");
  council_begin (council);
  council_score_all (council, 0, 1, 99);
  load_law (council, "\"title\": \"Hai ");
  council_done (council, (Asked) { ask_add_one, .text = later });
  fixture_close (&council->fixture);
  fixture_open (&council->fixture);

  session = council_load (council);
  g_assert_true (g_str_has_prefix (find_product (session, "Gạo sạch")->scoring.criteria->title, "Một "));
  g_assert_true (g_str_has_prefix (find_product (session, "Gạo thơm")->scoring.criteria->title, "Hai "));
  g_assert_cmpuint (find_product (session, "Gạo sạch")->verdict->star, ==, 5);
}

/* Put on the agenda by the shipped law, which the register then holds too. */
static void
test_shipped (Council       *council,
              gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;

  council_begin (council);
  load_law (council, "\"title\": \"Ba ");
  session = council_load (council);
  g_assert_true (find_product (session, "Gạo sạch")->law == ocop_law_get_default ());
  g_assert_cmpint (fixture_count (&council->fixture, "session_product"), ==, 2);
}

/* Registers of before name a decision, or nothing. */
static void
test_decision (Council       *council,
               gconstpointer  data)
{
  g_autoptr(OcopSession) named = NULL;
  g_autoptr(OcopSession) unnamed = NULL;

  council_begin (council);
  fixture_edit (&council->fixture, "session_product", council->products[0], "law_book", "26/2026/QĐ-TTg");
  load_law (council, "\"title\": \"Bốn ");
  named = council_load (council);
  g_assert_true (find_product (named, "Gạo sạch")->law == ocop_law_get_default ());
  fixture_edit (&council->fixture, "session_product", council->products[0], "law_book", NULL);
  unnamed = council_load (council);
  g_assert_true (g_str_has_prefix (find_product (unnamed, "Gạo sạch")->scoring.criteria->title, "Bốn "));
}

static void
test_unknown (Council       *council,
              gconstpointer  data)
{
  static const char * const books[] = { "99/2099/QĐ-TTg", "99/2099/QĐ-TTg@0123" };

  council_begin (council);
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      fixture_edit (&council->fixture, "session_product", council->products[0], "law_book", books[i]);
      council_refused (council, (Asked) { ask_submit, .member = 1, .text = "1.1=1" }, OCOP_ERROR_NOT_FOUND);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session-law/kept", Council, NULL, council_set_up, test_kept, council_tear_down);
  g_test_add ("/session-law/shipped", Council, NULL, council_set_up, test_shipped, council_tear_down);
  g_test_add ("/session-law/decision", Council, NULL, council_set_up, test_decision, council_tear_down);
  g_test_add ("/session-law/unknown", Council, NULL, council_set_up, test_unknown, council_tear_down);
  return g_test_run ();
}
