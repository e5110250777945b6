/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may come on an agenda, and what becomes of it when the register goes on under it. */

#include "evaluation/ocop-candidate.h"

#include <string.h>

#include "council.h"
#include "evaluation/ocop-council.h"
#include "evaluation/ocop-objection.h"

static gpointer
read_candidates (OcopReader    *reader,
                 gpointer       session,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ocop_candidates_read (reader, session, error);
}

static GPtrArray *
find_candidates (Council *council)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *candidates = ocop_register_read (council->fixture.reg, read_candidates, council->session, &error);

  g_assert_no_error (error);
  return candidates;
}

static void
test_candidates (Council       *council,
                 gconstpointer  data)
{
  g_autofree char *unset = council_add_dossier (council, "Mật ong", NULL, NULL);
  g_autofree char *early = council_add_dossier (council, "Chè", "QD26-11", NULL);
  g_autoptr(GPtrArray) candidates = NULL;
  g_autofree char *text = NULL;

  fixture_edit (&council->fixture, "dossier", early, "step", "advisory");
  candidates = find_candidates (council);
  g_assert_cmpuint (candidates->len, ==, 4);
  /* Those that are ready first, by sector and set. */
  g_assert_cmpstr (((const OcopCandidate *) g_ptr_array_index (candidates, 0))->name, ==, "Gạo sạch 2026");
  g_assert_cmpstr (((const OcopCandidate *) g_ptr_array_index (candidates, 1))->name, ==, "Rượu men lá 2026");
  g_assert_true (ocop_candidate_is_ready (g_ptr_array_index (candidates, 1)));
  g_assert_false (ocop_candidate_is_ready (g_ptr_array_index (candidates, 2)));
  g_assert_false (ocop_candidate_is_ready (g_ptr_array_index (candidates, 3)));
  text = ocop_objections_to_text (((const OcopCandidate *) g_ptr_array_index (candidates, 3))->objections);
  g_assert_nonnull (text);
  g_clear_pointer (&candidates, g_ptr_array_unref);

  council_begin (council);
  candidates = find_candidates (council);
  g_assert_cmpuint (candidates->len, ==, 2);
}

/* A dossier that lies elsewhere does not come before the council by the way. */
static void
test_step (Council       *council,
           gconstpointer  data)
{
  fixture_edit (&council->fixture, "dossier", council->dossiers[1], "step", "complete");
  council_refused (council, (Asked) { ask_add_dossiers }, OCOP_ERROR_REFUSED);
}

static void
assert_names (Council    *council,
              const char *producer,
              guint       n_members)
{
  g_autoptr(OcopSession) session = council_load (council);
  const OcopSessionProduct *product = ocop_session_get_product (session, 0);

  g_assert_cmpstr (product->product_name, ==, "Gạo sạch");
  g_assert_cmpstr (product->producer_name, ==, producer);
  g_assert_cmpuint (product->verdict->n_counted, ==, n_members);
  g_assert_true (product->verdict->is_complete);
}

static char *
producer_of (Council *council)
{
  g_autoptr(OcopRecord) dossier = fixture_load (&council->fixture, "dossier", council->dossiers[1]);
  g_autoptr(OcopRecord) product = fixture_load (&council->fixture, "product", ocop_record_get_text (dossier, "product"));

  return g_strdup (ocop_record_get_text (product, "producer"));
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

/* Of two producers that are one: what was scored stays, under the name that is left; who is to be recused is
 * looked for anew, and who was recused stays so. */
static void
test_producer_merged (Council       *council,
                      gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autofree char *into = fixture_add (&council->fixture, "producer", "name", "HTX Bình An Mới", "representative", "An", NULL);
  g_autofree char *former = NULL;

  council_begin (council);
  council_score_all (council, 0, 1, 99);
  council_done (council, (Asked) { ask_recuse, .member = 3, .text = "producer", .reason = "Đại diện" });
  former = producer_of (council);
  merge (council, "producer", former, into);
  assert_names (council, "HTX Bình An Mới", 3);
  session = council_load (council);
  g_assert_nonnull (ocop_session_get_product (session, 0)->sheets[1].suggestion);
  g_assert_null (ocop_session_get_product (session, 0)->sheets[3].suggestion);
  g_assert_nonnull (ocop_session_get_product (session, 0)->sheets[3].recusal);
}

/* A producer splits: the product goes with the new one, its sheets with the product. */
static void
test_producer_split (Council       *council,
                     gconstpointer  data)
{
  g_autoptr(OcopRecord) dossier = NULL;
  g_autofree char *split = fixture_add (&council->fixture, "producer", "name", "THT Bình Minh", NULL);

  council_begin (council);
  council_score_all (council, 0, 1, 99);
  dossier = fixture_load (&council->fixture, "dossier", council->dossiers[1]);
  fixture_edit (&council->fixture, "product", ocop_record_get_text (dossier, "product"), "producer", split);
  assert_names (council, "THT Bình Minh", N_MEMBERS);
}

/* The product that was entered twice: its dossier and its sheets go on under the one that is left. */
static void
test_product_merged (Council       *council,
                     gconstpointer  data)
{
  g_autoptr(OcopRecord) dossier = NULL;
  g_autofree char *into = fixture_add (&council->fixture, "product", "name", "Gạo sạch Bình An", "criteria_set", "QD26-03", NULL);

  council_begin (council);
  council_score_all (council, 0, 1, 99);
  dossier = fixture_load (&council->fixture, "dossier", council->dossiers[1]);
  merge (council, "product", ocop_record_get_text (dossier, "product"), into);
  /* By the name that it came on the agenda with. */
  assert_names (council, NULL, N_MEMBERS);
}

/* A commune ends in the middle of a round: product and sheets stay, and lists name the commune of the day. */
static void
test_commune_merged (Council       *council,
                     gconstpointer  data)
{
  g_autofree char *later = fixture_add (&council->fixture, "unit", "name", "Xã Mới", "level", "commune", "code", "99001", NULL);
  g_autofree char *former = fixture_add (&council->fixture, "unit", "name", "Xã Cũ", "level", "commune", "code", "99002", NULL);
  g_autoptr(OcopRecord) dossier = fixture_load (&council->fixture, "dossier", council->dossiers[1]);
  g_autoptr(GPtrArray) candidates = NULL;

  fixture_edit (&council->fixture, "product", ocop_record_get_text (dossier, "product"), "unit", former);
  candidates = find_candidates (council);
  g_assert_cmpstr (((const OcopCandidate *) g_ptr_array_index (candidates, 0))->commune_name, ==, "Xã Cũ");
  council_begin (council);
  council_score_all (council, 0, 1, 99);
  fixture_edit (&council->fixture, "unit", former, "valid_until", "2026-06-30");
  fixture_edit (&council->fixture, "unit", former, "successor", later);
  assert_names (council, "HTX Bình An", N_MEMBERS);
}

static OcopChange *
ask_remove_member (OcopReader   *reader,
                   const Asked  *asked,
                   GError      **error)
{
  return ocop_council_remove_member (reader, asked->council->members[asked->member], error);
}

/* A sheet given to somebody else, as another version of the program might have left it. */
static void
give_sheet (Council    *council,
            const char *sheet,
            const char *member)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE sheet SET scoring = 1, member = (SELECT id FROM council_member WHERE name = '%s')"
                                          " WHERE comment = '%s'", member, sheet);

  fixture_run_sql (&council->fixture, sql);
}

/* Who has scored stays in the list. A sheet of somebody who is not in it does not count, and that is said. */
static void
test_member_gone (Council       *council,
                  gconstpointer  data)
{
  g_autofree char *other = fixture_add (&council->fixture, "council", "name", "Hội đồng khác", "kind", "council", NULL);
  g_autofree char *member = fixture_add (&council->fixture, "council_member", "council", other, "name", "Dần", "role", "member", NULL);
  g_autofree char *sheet = NULL;
  g_autoptr(OcopSession) session = NULL;
  const OcopSessionProduct *product;

  council_begin (council);
  council_score_all (council, 0, 1, 99);
  council_refused (council, (Asked) { ask_remove_member, .member = 2 }, OCOP_ERROR_REFUSED);
  sheet = fixture_add (&council->fixture, "sheet", "session_product", council->products[0], "member", council->members[0], "scoring", "2",
                       "choices", "1.1=0", "comment", "Lạ", NULL);
  give_sheet (council, "Lạ", "Dần");
  session = council_load (council);
  product = ocop_session_get_product (session, 0);
  g_assert_cmpuint (product->verdict->n_counted, ==, N_MEMBERS);
  g_assert_cmpuint (product->problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (product->problems, 0), "Dần"));
}

static void
test_member_removed (Council       *council,
                     gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;

  council_done (council, (Asked) { ask_remove_member, .member = 2 });
  session = council_load (council);
  g_assert_cmpuint (session->members->len, ==, N_MEMBERS - 1);
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
    { "/agenda/candidates", test_candidates },
    { "/agenda/step", test_step },
    { "/agenda/producer-merged", test_producer_merged },
    { "/agenda/producer-split", test_producer_split },
    { "/agenda/product-merged", test_product_merged },
    { "/agenda/commune-merged", test_commune_merged },
    { "/agenda/member-gone", test_member_gone },
    { "/agenda/member-removed", test_member_removed },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Council, NULL, council_set_up, tests[i].test, council_tear_down);
  return g_test_run ();
}
