/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may stand in a register once alone is refused wherever it is written, and found where it stands twice. */

#include "council.h"

#include <string.h>

static char *
sheet_of (Council *council,
          guint    member)
{
  return ocop_session_sheet_id (council->products[0], council->members[member], 1);
}

static OcopRecord *
make_record (Council    *council,
             const char *kind,
             const char *first,
             const char *second)
{
  OcopRecord *record = ocop_record_new (ocop_kind_find (kind), NULL);
  gboolean of_session = g_str_equal (kind, "attendance") || g_str_equal (kind, "session_product");

  ocop_record_set_text (record, of_session ? "session" : "session_product", first);
  ocop_record_set_text (record, g_str_equal (kind, "session_product") ? "dossier" : "member", second);
  return record;
}

static OcopRecord *
make_member (Council    *council,
             const char *name,
             const char *role,
             const char *position)
{
  OcopRecord *record = ocop_record_new (ocop_kind_find ("council_member"), NULL);

  ocop_record_set_text (record, "council", council->council);
  ocop_record_set_text (record, "name", name);
  ocop_record_set_text (record, "role", role);
  ocop_record_set_text (record, "position", position);
  return record;
}

static void
assert_added (Council          *council,
              const OcopRecord *record,
              const char       *refused)
{
  g_autoptr(OcopChange) change = ocop_change_new ("add", "Thử");
  g_autoptr(GError) error = NULL;

  ocop_change_add (change, record);
  ocop_register_commit (council->fixture.reg, change, &error);
  if (refused == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  if (strstr (error->message, refused) == NULL)
    g_error ("“%s” says nothing of “%s”", error->message, refused);
}

static void
test_members (Council       *council,
              gconstpointer  data)
{
  g_autoptr(OcopRecord) same = make_member (council, "An", "member", "Phó giám đốc");
  g_autoptr(OcopRecord) chair = make_member (council, "Dũng", "chair", NULL);
  g_autoptr(OcopRecord) namesake = make_member (council, "Dũng", "member", "Trưởng phòng");
  g_autoptr(OcopRecord) other = make_member (council, "Dũng", "member", "Chuyên viên");

  assert_added (council, same, "An)");
  assert_added (council, chair, "Hội đồng)");
  assert_added (council, namesake, NULL);
  assert_added (council, other, NULL);
}

/* Whoever is made the chair beside another, and whoever comes back as one. */
static void
test_chair (Council       *council,
            gconstpointer  data)
{
  g_autoptr(OcopRecord) before = fixture_load (&council->fixture, "council_member", council->members[1]);
  g_autoptr(OcopRecord) after = ocop_record_copy (before);
  g_autoptr(OcopChange) change = ocop_change_new ("edit", "Thử");
  g_autoptr(GError) error = NULL;

  ocop_record_set_text (after, "role", "chair");
  ocop_change_edit (change, before, after);
  g_assert_false (ocop_register_commit (council->fixture.reg, change, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_clear_error (&error);
  fixture_edit (&council->fixture, "council_member", council->members[0], "role", "member");
  ocop_register_set_person (council->fixture.reg, "Người khác");
  g_assert_true (ocop_register_commit (council->fixture.reg, change, &error));
  g_assert_no_error (error);
  ocop_register_set_person (council->fixture.reg, "Người thử");
  g_assert_false (ocop_register_undo (council->fixture.reg, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

static void
test_session (Council       *council,
              gconstpointer  data)
{
  g_autoptr(OcopRecord) attendance = NULL;
  g_autoptr(OcopRecord) line = NULL;
  g_autoptr(OcopRecord) sheet = NULL;
  g_autoptr(OcopRecord) recusal = NULL;
  g_autoptr(OcopSession) session = NULL;

  council_begin (council);
  council_done (council, (Asked) { ask_recuse, .product = 1, .member = 3, .text = "producer", .reason = "Có vốn góp" });
  council_score_all (council, 0, 1, 99);
  session = council_load (council);
  attendance = make_record (council, "attendance", council->session, council->members[1]);
  ocop_record_set_integer (attendance, "present", FALSE);
  assert_added (council, attendance, "An)");
  line = make_record (council, "session_product", council->session, council->dossiers[0]);
  ocop_record_set_text (line, "name", "Rượu");
  ocop_record_set_text (line, "criteria_set", "QD26-13");
  ocop_record_set_integer (line, "scoring", 1);
  assert_added (council, line, "Rượu men lá 2026)");
  recusal = make_record (council, "recusal", council->products[1], council->members[3]);
  assert_added (council, recusal, "Cúc)");
  sheet = make_record (council, "sheet", council->products[0], council->members[1]);
  ocop_record_set_integer (sheet, "scoring", 1);
  assert_added (council, sheet, "An;");
  ocop_record_set_integer (sheet, "scoring", 2);
  assert_added (council, sheet, NULL);
}

/* Points name criteria and options that the set has. */
static void
test_choices (Council       *council,
              gconstpointer  data)
{
  g_autoptr(OcopRecord) sheet = NULL;

  council_begin (council);
  sheet = make_record (council, "sheet", council->products[0], council->members[1]);
  ocop_record_set_integer (sheet, "scoring", 1);
  ocop_record_set_text (sheet, "choices", "99.9=1");
  assert_added (council, sheet, "99.9");
  ocop_record_set_text (sheet, "choices", "1.1=99");
  assert_added (council, sheet, "1.1");
  ocop_record_set_text (sheet, "choices", "1.1=1");
  assert_added (council, sheet, NULL);
}

static void
assert_edit_refused (Council          *council,
                     const OcopRecord *record,
                     const char       *field,
                     const char       *text)
{
  g_autoptr(OcopRecord) before = fixture_load (&council->fixture, ocop_record_get_kind (record)->name, ocop_record_get_id (record));
  g_autoptr(OcopRecord) after = ocop_record_copy (before);
  g_autoptr(OcopChange) change = ocop_change_new ("edit", "Thử");
  g_autoptr(GError) error = NULL;

  ocop_record_set_text (after, field, text);
  ocop_change_edit (change, before, after);
  g_assert_false (ocop_register_commit (council->fixture.reg, change, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

/* Who sits in another council has no part in the session: no sheet, no attendance, no recusal. */
static void
test_strangers (Council       *council,
                gconstpointer  data)
{
  g_autofree char *other = fixture_add (&council->fixture, "council", "name", "Hội đồng khác", "kind", "council", NULL);
  g_autofree char *stranger = fixture_add (&council->fixture, "council_member", "council", other, "name", "Người lạ", "role", "member", NULL);
  g_autoptr(OcopRecord) attendance = NULL;
  g_autoptr(OcopRecord) recusal = NULL;
  g_autoptr(OcopRecord) sheet = NULL;
  g_autoptr(OcopRecord) own = NULL;

  council_begin (council);
  attendance = make_record (council, "attendance", council->session, stranger);
  ocop_record_set_integer (attendance, "present", TRUE);
  assert_added (council, attendance, "Người lạ");
  recusal = make_record (council, "recusal", council->products[0], stranger);
  assert_added (council, recusal, "Người lạ");
  sheet = make_record (council, "sheet", council->products[0], stranger);
  ocop_record_set_integer (sheet, "scoring", 1);
  assert_added (council, sheet, "Người lạ");
  own = ocop_record_copy (sheet);
  ocop_record_set_text (own, "member", council->members[1]);
  assert_added (council, own, NULL);
  assert_edit_refused (council, own, "member", stranger);
}

static OcopRecord *
make_dossier (Council    *council,
              const char *field,
              const char *choices)
{
  g_autofree char *product = fixture_add (&council->fixture, "product", "name", choices, NULL);
  OcopRecord *record = ocop_record_new (ocop_kind_find ("dossier"), NULL);

  ocop_record_set_text (record, "name", "Gạo 2026");
  ocop_record_set_text (record, "product", product);
  ocop_record_set_text (record, "kind", "first");
  ocop_record_set_text (record, "step", "complete");
  ocop_record_set_text (record, "criteria_set", "QD26-03");
  ocop_record_set_text (record, field, choices);
  return record;
}

/* So do those of a dossier, by its own set; without one nothing is known of them. */
static void
test_points_of_dossier (Council       *council,
                        gconstpointer  data)
{
  static const char * const fields[] = { "self_choices", "advised_choices" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(OcopRecord) no_criterion = make_dossier (council, fields[i], "99.9=1");
      g_autoptr(OcopRecord) no_option = make_dossier (council, fields[i], "1.1=99");
      g_autoptr(OcopRecord) good = make_dossier (council, fields[i], "1.7=1");

      assert_added (council, no_criterion, "99.9");
      ocop_record_set_text (no_criterion, "criteria_set", NULL);
      assert_added (council, no_criterion, NULL);
      assert_added (council, no_option, "1.1");
      assert_added (council, good, NULL);
      assert_edit_refused (council, good, fields[1 - i], "1.1=7");
      /* Which has no criterion 1.7. */
      assert_edit_refused (council, good, "criteria_set", "QD26-26");
    }
}

/* A sheet that was taken back and given anew does not come back beside that. */
static void
test_returned (Council       *council,
               gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr(OcopRecord) sheet = NULL;
  g_autoptr(OcopChange) bin = ocop_change_new ("bin", "Thử");
  g_autoptr(OcopChange) restore = ocop_change_new ("restore", "Thử");
  g_autoptr(GError) error = NULL;

  council_begin (council);
  council_score_all (council, 0, 1, 99);
  id = sheet_of (council, 1);
  ocop_change_bin (bin, ocop_kind_find ("sheet"), id);
  g_assert_true (ocop_register_commit (council->fixture.reg, bin, &error));
  sheet = make_record (council, "sheet", council->products[0], council->members[1]);
  ocop_record_set_integer (sheet, "scoring", 1);
  assert_added (council, sheet, NULL);
  ocop_change_restore (restore, ocop_kind_find ("sheet"), id);
  g_assert_false (ocop_register_commit (council->fixture.reg, restore, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

/* Written before doubles were refused: found, and no reason not to save a copy. */
static void
test_standing (Council       *council,
               gconstpointer  data)
{
  g_autofree char *backup = g_build_filename (council->fixture.folder, "backup.ocop", NULL);
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  fixture_run_sql (&council->fixture, "UPDATE council_member SET role = 'chair'");
  problems = ocop_register_check (council->fixture.reg, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_nonnull (strstr (problems->pdata[0], "Hội đồng)"));
  g_assert_true (ocop_register_backup (council->fixture.reg, backup, &error));
  g_assert_no_error (error);
  fixture_run_sql (&council->fixture, "UPDATE council_member SET role = 'member'");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/double/members", Council, NULL, council_set_up, test_members, council_tear_down);
  g_test_add ("/double/chair", Council, NULL, council_set_up, test_chair, council_tear_down);
  g_test_add ("/double/session", Council, NULL, council_set_up, test_session, council_tear_down);
  g_test_add ("/double/choices", Council, NULL, council_set_up, test_choices, council_tear_down);
  g_test_add ("/double/strangers", Council, NULL, council_set_up, test_strangers, council_tear_down);
  g_test_add ("/double/points-of-dossier", Council, NULL, council_set_up, test_points_of_dossier, council_tear_down);
  g_test_add ("/double/returned", Council, NULL, council_set_up, test_returned, council_tear_down);
  g_test_add ("/double/standing", Council, NULL, council_set_up, test_standing, council_tear_down);
  return g_test_run ();
}
