/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A member's ballot: made, kept in a package, given back and taken in; and what is in none. */

#include "base/ocop-package.h"
#include "council.h"
#include "evaluation/ocop-ballot-taking.h"
#include "evaluation/ocop-choices.h"

#define SHEET "26-2026/QD26-03.json"

/* What is asked of a reader thread. */
typedef struct
{
  const Council *council;
  guint member;
  const OcopMemberBallot *given;
  gboolean altered;
  gboolean replace;
} Job;

static gpointer
make (OcopReader    *reader,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Job *job = data;
  g_autoptr(OcopSession) session = ocop_session_read (reader, job->council->session, NULL, error);

  return session != NULL ? ocop_member_ballot_make (reader, ocop_register_get_id (job->council->fixture.reg), session, job->member, error) : NULL;
}

static OcopMemberBallot *
make_ballot (const Council *council,
             guint          member)
{
  Job job = { .council = council, .member = member };
  g_autoptr(GError) error = NULL;
  OcopMemberBallot *ballot = ocop_register_read (council->fixture.reg, make, &job, &error);

  g_assert_no_error (error);
  return ballot;
}

static gpointer
take (OcopReader    *reader,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Job *job = data;
  OcopBallotTaking *taking = ocop_ballot_taking_begin (reader, ocop_register_get_id (job->council->fixture.reg), job->given, error);

  if (taking != NULL && taking->own != NULL)
    ocop_ballot_taking_compare (taking, job->given, job->altered);
  if (taking != NULL)
    ocop_ballot_taking_finish (taking, reader, job->given, "ballot", job->replace, ocop_date_new (2026, 11, 24), error);
  return taking;
}

static OcopBallotOutcome
take_in (const Council          *council,
         const OcopMemberBallot *given,
         gboolean                replace)
{
  Job job = { .council = council, .given = given, .replace = replace };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopBallotTaking) taking = ocop_register_read (council->fixture.reg, take, &job, &error);

  g_assert_no_error (error);
  g_assert_true ((taking->change != NULL) == (taking->outcome == OCOP_BALLOT_TAKEN));
  if (taking->change != NULL)
    g_assert_true (ocop_register_commit (council->fixture.reg, taking->change, &error));
  g_assert_no_error (error);
  return taking->outcome;
}

static GBytes *
save (const OcopMemberBallot *ballot)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = ocop_member_ballot_save (ballot, &error);

  g_assert_no_error (error);
  return bytes;
}

static OcopMemberBallot *
load (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  gboolean altered = TRUE;
  OcopMemberBallot *ballot = ocop_member_ballot_load (bytes, &altered, &error);

  g_assert_no_error (error);
  g_assert_false (altered);
  return ballot;
}

/* The same option everywhere that anything is asked for. */
static void
fill (OcopMemberBallotProduct *product,
      guint8                   place)
{
  for (guint i = 0; i < product->rules.criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (product->rules.criteria->leaves, i);

      if (ocop_scoring_asks_for (&product->rules, product->choices, leaf))
        product->choices[i] = MIN (place, (guint8) (leaf->options->len - 1));
    }
}

static void
test_round_trip (Council       *council,
                 gconstpointer  data)
{
  g_autoptr(OcopMemberBallot) made = NULL;
  g_autoptr(OcopMemberBallot) given = NULL;
  g_autoptr(OcopMemberBallot) again = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) filled = NULL;

  council_begin (council);
  made = make_ballot (council, 1);
  g_assert_cmpuint (made->products->len, ==, 2);
  bytes = save (made);
  given = load (bytes);
  fill (ocop_member_ballot_get_product (given, 0), 1);
  ocop_member_ballot_get_product (given, 1)->comment = g_strdup ("Ý kiến");
  given->done = TRUE;
  filled = save (given);
  again = load (filled);
  g_assert_cmpuint (ocop_member_ballot_count_missing (ocop_member_ballot_get_product (again, 0)), ==, 0);
  g_assert_cmpstr (ocop_member_ballot_get_product (again, 1)->comment, ==, "Ý kiến");
  g_assert_true (again->done);

  g_assert_cmpint (take_in (council, again, FALSE), ==, OCOP_BALLOT_TAKEN);
  g_assert_cmpint (take_in (council, again, FALSE), ==, OCOP_BALLOT_SAME);
  ocop_member_ballot_get_product (again, 0)->choices[0] = 0;
  g_assert_cmpint (take_in (council, again, FALSE), ==, OCOP_BALLOT_CONFLICT);
  g_assert_cmpint (take_in (council, again, TRUE), ==, OCOP_BALLOT_TAKEN);
}

static void
test_refusals (Council       *council,
               gconstpointer  data)
{
  g_autoptr(OcopMemberBallot) ballot = NULL;

  council_begin (council);
  ballot = make_ballot (council, 1);
  g_assert_cmpint (take_in (council, ballot, FALSE), ==, OCOP_BALLOT_REFUSED);
  fill (ocop_member_ballot_get_product (ballot, 0), 0);
  ocop_member_ballot_get_product (ballot, 0)->scoring = 2;
  g_assert_cmpint (take_in (council, ballot, FALSE), ==, OCOP_BALLOT_REFUSED);
  ocop_member_ballot_get_product (ballot, 0)->scoring = 1;
  council_done (council, (Asked) { ask_recuse, .product = 1, .member = 1, .text = "family" });
  g_assert_cmpint (take_in (council, ballot, FALSE), ==, OCOP_BALLOT_REFUSED);
}

/* Two products judged by two laws: each is on the ballot with its own. */
static OcopChange *
ask_add_one (OcopReader   *reader,
             const Asked  *asked,
             GError      **error)
{
  const char * const dossiers[] = { asked->text, NULL };

  return ocop_session_add_dossiers (reader, asked->council->session, dossiers, error);
}

static void
test_laws (Council       *council,
           gconstpointer  data)
{
  g_autofree char *later = council_add_dossier (council, "Gạo thơm", "QD26-03", NULL);
  g_autoptr(OcopLaw) law = NULL;
  g_autoptr(OcopMemberBallot) ballot = NULL;
  g_autoptr(OcopMemberBallot) given = NULL;
  g_autoptr(GBytes) bytes = NULL;

  council_begin (council);
  law = fixture_amend_law (SHEET, "\"title\": \"", "\"title\": \"Hai ");
  fixture_keep_law (&council->fixture, law, TRUE);
  council_done (council, (Asked) { ask_add_one, .text = later });
  ballot = make_ballot (council, 0);
  g_assert_cmpuint (ballot->laws->len, ==, 2);
  bytes = save (ballot);
  given = load (bytes);
  for (guint i = 0; i < given->products->len; i++)
    {
      const OcopMemberBallotProduct *product = ocop_member_ballot_get_product (given, i);

      g_assert_cmpint (g_str_has_prefix (product->rules.criteria->title, "Hai "), ==, g_str_equal (product->name, "Gạo thơm"));
    }
  fill (ocop_member_ballot_get_product (given, 0), 1);
  g_assert_cmpint (take_in (council, given, FALSE), ==, OCOP_BALLOT_TAKEN);
}

/* Nobody else's points and comments are in any part of it. */
static void
test_secrecy (Council       *council,
              gconstpointer  data)
{
  g_autoptr(OcopMemberBallot) own = NULL;
  g_autoptr(OcopMemberBallot) other = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(OcopPackage) package = NULL;
  g_autoptr(GPtrArray) parts = NULL;
  g_autofree char *choices = NULL;

  council_begin (council);
  own = make_ballot (council, 1);
  fill (ocop_member_ballot_get_product (own, 0), 1);
  ocop_member_ballot_get_product (own, 0)->comment = g_strdup ("Vịt-bầu~Ω17");
  choices = ocop_choices_format (ocop_member_ballot_get_product (own, 0)->rules.criteria, ocop_member_ballot_get_product (own, 0)->choices);
  g_assert_cmpint (take_in (council, own, FALSE), ==, OCOP_BALLOT_TAKEN);

  other = make_ballot (council, 2);
  bytes = save (other);
  package = ocop_package_open (bytes, NULL);
  parts = ocop_package_list (package);
  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr(GBytes) part = ocop_package_load (package, g_ptr_array_index (parts, i), G_MAXINT, NULL);
      gsize size;
      const char *text = g_bytes_get_data (part, &size);

      g_assert_null (g_strstr_len (text, (gssize) size, "Vịt-bầu~Ω17"));
      g_assert_null (g_strstr_len (text, (gssize) size, choices));
    }
}

/* Whatever happens to the bytes, it is read or said why not. */
static void
test_mutations (Council       *council,
                gconstpointer  data)
{
  g_autoptr(OcopMemberBallot) made = NULL;
  g_autoptr(GBytes) whole = NULL;
  g_autoptr(GRand) chance = g_rand_new_with_seed (4);
  gsize size;

  council_begin (council);
  made = make_ballot (council, 1);
  whole = save (made);
  size = g_bytes_get_size (whole);
  for (guint i = 0; i < 400; i++)
    {
      char *copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(OcopMemberBallot) ballot = NULL;
      g_autoptr(GError) error = NULL;
      gboolean altered;

      for (int n = g_rand_int_range (chance, 1, 6); n > 0; n--)
        copy[g_rand_int_range (chance, 0, (int) size)] = (char) g_rand_int_range (chance, 0, 256);
      bytes = g_bytes_new_take (copy, i % 3 == 0 ? (gsize) g_rand_int_range (chance, 0, (int) size) : size);
      ballot = ocop_member_ballot_load (bytes, &altered, &error);
      g_assert_true ((ballot == NULL) == (error != NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/member-ballot/round-trip", Council, NULL, council_set_up, test_round_trip, council_tear_down);
  g_test_add ("/member-ballot/refusals", Council, NULL, council_set_up, test_refusals, council_tear_down);
  g_test_add ("/member-ballot/laws", Council, NULL, council_set_up, test_laws, council_tear_down);
  g_test_add ("/member-ballot/secrecy", Council, NULL, council_set_up, test_secrecy, council_tear_down);
  g_test_add ("/member-ballot/mutations", Council, NULL, council_set_up, test_mutations, council_tear_down);
  return g_test_run ();
}
