/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The office's settings, from the dialog's draft into the register and back. */

#include "desk-office-draft.h"
#include "register/fixture.h"

static const struct
{
  const char *field;
  const char *value;
} asked[] = {
  { "name", "Chi cục Thử Nghiệm" },
  { "signatory", "Nguyễn Văn Thử" },
  { "authority", "for-head" },
  { "authority_of", "Chi cục trưởng" },
  { "recipients", "Như trên\nLưu: VT" },
  { "certificate_pattern", "{so}/GCN-OCOP" },
};

static gpointer
read_draft (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return desk_office_draft_read (reader, error);
}

static DeskOfficeDraft *
read_back (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  DeskOfficeDraft *draft = ocop_register_read (fixture->reg, read_draft, NULL, &error);

  g_assert_no_error (error);
  return draft;
}

static void
commit (Fixture               *fixture,
        const DeskOfficeDraft *draft)
{
  g_autoptr(GError) error = NULL;

  desk_office_draft_commit (draft, fixture->reg, &error);
  g_assert_no_error (error);
}

static void
test_round (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(DeskOfficeDraft) draft = desk_office_draft_new ();
  g_autoptr(DeskOfficeDraft) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    ocop_record_set_text (draft->office, asked[i].field, asked[i].value);
  commit (fixture, draft);
  found = read_back (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    g_assert_cmpstr (ocop_record_get_text (found->office, asked[i].field), ==, asked[i].value);
}

/* What the dialog does not show it does not empty. */
static void
test_keeps (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *id = fixture_add (fixture, "office", "name", "Văn phòng", "phone", "0203000000", "email", "vp@example.vn",
                                     "address", "1 Phố Mẫu", NULL);
  g_autoptr(DeskOfficeDraft) draft = desk_office_draft_new ();
  g_autoptr(OcopRecord) office = NULL;

  ocop_record_set_text (draft->office, "name", "Chi cục");
  commit (fixture, draft);
  office = fixture_load (fixture, "office", id);
  g_assert_cmpstr (ocop_record_get_text (office, "name"), ==, "Chi cục");
  g_assert_cmpstr (ocop_record_get_text (office, "phone"), ==, "0203000000");
  g_assert_cmpstr (ocop_record_get_text (office, "email"), ==, "vp@example.vn");
  g_assert_cmpstr (ocop_record_get_text (office, "address"), ==, "1 Phố Mẫu");
}

/* The first settings belong to the making of the register; later ones are an edit like any other. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(DeskOfficeDraft) draft = desk_office_draft_new ();
  g_autofree char *first = NULL;
  g_autofree char *later = NULL;

  ocop_record_set_text (draft->office, "name", "Chi cục");
  commit (fixture, draft);
  first = ocop_register_dup_undo_name (fixture->reg);
  g_assert_null (first);
  ocop_record_set_text (draft->office, "name", "Văn phòng");
  commit (fixture, draft);
  later = ocop_register_dup_undo_name (fixture->reg);
  g_assert_nonnull (later);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/office-draft/round", Fixture, NULL, fixture_set_up, test_round, fixture_tear_down);
  g_test_add ("/ui/office-draft/keeps", Fixture, NULL, fixture_set_up, test_keeps, fixture_tear_down);
  g_test_add ("/ui/office-draft/undo", Fixture, NULL, fixture_set_up, test_undo, fixture_tear_down);
  return g_test_run ();
}
