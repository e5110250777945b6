/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Councils: who has to sit in them, their order, and the copy for the next term. */

#include "evaluation/ocop-council.h"

#include <string.h>

#include "council.h"

static gpointer
read_council (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_council_read (reader, data, error);
}

static OcopCouncil *
load (Council    *council,
      const char *id)
{
  g_autoptr(GError) error = NULL;
  OcopCouncil *read = ocop_register_read (council->fixture.reg, read_council, (gpointer) id, &error);

  g_assert_no_error (error);
  return read;
}

static char *
object (Council *council)
{
  g_autoptr(OcopCouncil) read = load (council, council->council);
  g_autoptr(GPtrArray) objections = ocop_council_objections (read, ocop_law_get_latest_book (ocop_law_get_default ()), ocop_date_new (2026, 11, 24));

  return ocop_objections_to_text (objections);
}

static void
test_bodies (Council       *council,
             gconstpointer  data)
{
  static const char * const bodies[] = { "agriculture", "industry", "health", "science", "culture", "ocop-office" };
  g_autofree char *missing = object (council);
  g_autofree char *none = NULL;

  g_assert_nonnull (strstr (missing, "7.3"));
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *id = fixture_add (&council->fixture, "council_member", "council", council->council, "name", bodies[i],
                                         "body", bodies[i], "role", "member", NULL);
    }
  none = object (council);
  g_assert_null (none);
}

static void
test_term (Council       *council,
           gconstpointer  data)
{
  g_autofree char *before = object (council);
  g_autofree char *after = NULL;

  fixture_edit (&council->fixture, "council", council->council, "term_until", "2026-11-23");
  after = object (council);
  g_assert_nonnull (strstr (after, "23/11/2026"));
  g_assert_null (strstr (before, "23/11/2026"));
}

static OcopChange *
ask_move (OcopReader   *reader,
          const Asked  *asked,
          GError      **error)
{
  return ocop_council_move_member (reader, asked->council->members[asked->member], asked->yes ? 1 : -1, error);
}

static void
assert_order (Council    *council,
              const char *id,
              const char *order)
{
  g_autoptr(OcopCouncil) read = load (council, id);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < read->members->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", ocop_record_get_text (g_ptr_array_index (read->members, i), "name"));
  g_assert_cmpstr (names->str, ==, order);
}

static void
test_order (Council       *council,
            gconstpointer  data)
{
  assert_order (council, council->council, "Chủ tịch An Bình Cúc");
  council_done (council, (Asked) { ask_move, .member = 3 });
  assert_order (council, council->council, "Chủ tịch An Cúc Bình");
  council_done (council, (Asked) { ask_move, .member = 0, .yes = TRUE });
  assert_order (council, council->council, "An Chủ tịch Cúc Bình");
  /* There is nothing before the first. */
  council_done (council, (Asked) { ask_move, .member = 1 });
  assert_order (council, council->council, "An Chủ tịch Cúc Bình");
}

static char *copied;

static OcopChange *
ask_copy (OcopReader   *reader,
          const Asked  *asked,
          GError      **error)
{
  return ocop_council_copy (reader, asked->council->council, &copied, error);
}

static void
test_copy (Council       *council,
           gconstpointer  data)
{
  g_autoptr(OcopRecord) record = NULL;

  fixture_edit (&council->fixture, "council", council->council, "decision_number", "12/QĐ-UBND");
  fixture_edit (&council->fixture, "council", council->council, "aggregate", "trimmed");
  council_done (council, (Asked) { ask_copy });
  assert_order (council, copied, "Chủ tịch An Bình Cúc");
  record = fixture_load (&council->fixture, "council", copied);
  g_assert_cmpstr (ocop_record_get_text (record, "aggregate"), ==, "trimmed");
  g_assert_null (ocop_record_get_text (record, "decision_number"));
  g_assert_cmpint (fixture_count (&council->fixture, "council_member"), ==, 2 * N_MEMBERS);
  g_clear_pointer (&copied, g_free);
}

/* What counts is told from what the council has set. */
static void
test_rules (Council       *council,
            gconstpointer  data)
{
  static const struct
  {
    const char *field;
    const char *usual;
  } fields[] = {
    { "aggregate", "Plain mean" }, { "max_spread", "10 points" }, { "quorum_percent", "75 percent, the chair among them" }, { "name", NULL },
  };
  g_autoptr(OcopRecord) record = ocop_record_new (ocop_kind_find ("council"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *usual = ocop_council_dup_usual (ocop_kind_find_field (ocop_record_get_kind (record), fields[i].field));

      g_assert_cmpstr (usual, ==, fields[i].usual);
    }
  g_assert_false (ocop_council_has_own_rules (record));
  g_assert_cmpuint (ocop_council_get_rules (record).max_spread, ==, 1000);
  ocop_record_set_integer (record, "max_spread", 800);
  ocop_record_set_text (record, "aggregate", "trimmed");
  g_assert_true (ocop_council_has_own_rules (record));
  g_assert_cmpuint (ocop_council_get_rules (record).max_spread, ==, 800);
  g_assert_cmpuint (ocop_council_get_rules (record).quorum_percent, ==, 75);
  g_assert_cmpint (ocop_council_get_rules (record).aggregate, ==, OCOP_AGGREGATE_TRIMMED);
}

/* A group has a head where a council has a chair. */
static void
test_roles (Council       *council,
            gconstpointer  data)
{
  g_autofree char *id = fixture_add (&council->fixture, "council", "name", "Tổ tư vấn", "kind", "advisory", NULL);
  g_autoptr(OcopRecord) group = fixture_load (&council->fixture, "council", id);
  g_autoptr(OcopRecord) record = fixture_load (&council->fixture, "council", council->council);

  g_assert_true (ocop_council_is_group (group));
  g_assert_false (ocop_council_is_group (record));
  g_assert_cmpstr (ocop_council_role_title (group, "chair"), ==, "Head of the group");
  g_assert_cmpstr (ocop_council_role_title (group, "member"), ==, "Member");
  g_assert_cmpstr (ocop_council_role_title (record, "chair"), ==, "Chair");
  g_assert_cmpstr (ocop_council_role_title (NULL, "deputy"), ==, "Deputy chair");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/council/bodies", Council, NULL, council_set_up, test_bodies, council_tear_down);
  g_test_add ("/council/term", Council, NULL, council_set_up, test_term, council_tear_down);
  g_test_add ("/council/order", Council, NULL, council_set_up, test_order, council_tear_down);
  g_test_add ("/council/roles", Council, NULL, council_set_up, test_roles, council_tear_down);
  g_test_add ("/council/rules", Council, NULL, council_set_up, test_rules, council_tear_down);
  g_test_add ("/council/copy", Council, NULL, council_set_up, test_copy, council_tear_down);
  return g_test_run ();
}
