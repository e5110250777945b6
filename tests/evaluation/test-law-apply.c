/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loading a law recomputes nothing; applying it is a change of its own, and only of what was not scored. */

#include "council.h"
#include "evaluation/ocop-law-apply.h"

#define SHEET "26-2026/QD26-03.json"

static OcopChange *
ask_apply (OcopReader   *reader,
           const Asked  *asked,
           GError      **error)
{
  const char * const products[] = { asked->council->products[asked->product], NULL };

  return ocop_law_apply (reader, products, error);
}

static gpointer
read_uses (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ocop_law_uses_read (reader, error);
}

/* "name", or "name: objection", a line each. */
static char *
list_uses (Council *council)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) uses = ocop_register_read (council->fixture.reg, read_uses, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < uses->len; i++)
    {
      const OcopLawUse *use = uses->pdata[i];

      g_string_append_printf (text, "%s%s%s\n", use->name, use->objection != NULL ? ": " : "", use->objection != NULL ? use->objection : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_uses (Council    *council,
             const char *expected)
{
  g_autofree char *text = list_uses (council);

  g_assert_cmpstr (text, ==, expected);
}

static void
load_law (Council *council)
{
  g_autoptr(OcopLaw) law = fixture_amend_law (SHEET, "\"title\": \"", "\"title\": \"Sửa ");

  fixture_keep_law (&council->fixture, law, TRUE);
}

static void
test_applied (Council       *council,
              gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;

  council_begin (council);
  assert_uses (council, "");
  load_law (council);
  assert_uses (council, "Gạo sạch\nRượu men lá\n");
  council_done (council, (Asked) { ask_apply, .product = 0 });
  assert_uses (council, "Rượu men lá\n");
  session = council_load (council);
  g_assert_true (g_str_has_prefix (ocop_session_get_product (session, 0)->scoring.criteria->title, "Sửa "));
  step_back (council);
  assert_uses (council, "Gạo sạch\nRượu men lá\n");
}

static void
test_scored (Council       *council,
             gconstpointer  data)
{
  council_begin (council);
  council_score_all (council, 0, 1, 99);
  load_law (council);
  assert_uses (council, "Gạo sạch: scoring has begun\nRượu men lá\n");
  council_refused (council, (Asked) { ask_apply, .product = 0 }, OCOP_ERROR_REFUSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/law-apply/applied", Council, NULL, council_set_up, test_applied, council_tear_down);
  g_test_add ("/law-apply/scored", Council, NULL, council_set_up, test_scored, council_tear_down);
  return g_test_run ();
}
