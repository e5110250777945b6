/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-checklist.h"

#include "register/fixture.h"

/* Of an attachment. */
#define NAME(digit) digit "123456789012345678901234567890123456789012345678901234567890123.pdf"

static const OcopDate today = { 2026, 6, 1 };

static gpointer
load (OcopReader    *reader,
      gpointer       id,
      GCancellable  *cancellable,
      GError       **error)
{
  return ocop_checklist_load (reader, ocop_law_get_default (), id, today, error);
}

static OcopChecklist *
read_list (Fixture    *fixture,
           const char *dossier)
{
  g_autoptr(GError) error = NULL;
  OcopChecklist *list = ocop_register_read (fixture->reg, load, (gpointer) dossier, &error);

  g_assert_no_error (error);
  return list;
}

static OcopChecklistEntry *
find (const OcopChecklist *list,
      const char          *code)
{
  for (guint i = 0; i < list->entries->len; i++)
    {
      OcopChecklistEntry *entry = g_ptr_array_index (list->entries, i);

      if (g_strcmp0 (ocop_record_get_text (entry->record, "document"), code) == 0)
        return entry;
    }
  g_assert_not_reached ();
}

/* Takes @change. */
static void
commit (Fixture    *fixture,
        OcopChange *change)
{
  g_autoptr(OcopChange) owned = change;
  g_autoptr(GError) error = NULL;

  ocop_register_commit (fixture->reg, owned, &error);
  g_assert_no_error (error);
}

static char *
add_dossier (Fixture *fixture)
{
  g_autofree char *product = fixture_add (fixture, "product", "name", "Chè", "criteria_set", "QD26-11", NULL);

  return fixture_add (fixture, "dossier", "name", "Hồ sơ chè", "product", product, "kind", "first",
                      "criteria_set", "QD26-11", "step", "commune-received", NULL);
}

static void
add_document (Fixture    *fixture,
              const char *dossier,
              const char *code,
              const char *state,
              const char *expires_on)
{
  g_autofree char *id = fixture_add (fixture, "dossier_document", "dossier", dossier, "document", code, "name", code,
                                     "state", state, "expires_on", expires_on, NULL);
}

/* Typed into a form, a dossier has no list: the law's stands there to be ticked. */
static void
test_law_list (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *dossier = add_dossier (fixture);
  g_autoptr(OcopChecklist) list = read_list (fixture, dossier);
  const OcopChecklistEntry *first = g_ptr_array_index (list->entries, 0), *second = g_ptr_array_index (list->entries, 1);

  g_assert_cmpstr (first->document->code, ==, "form-01");
  g_assert_cmpint (first->standing, ==, OCOP_STANDING_MISSING);
  g_assert_cmpint (ocop_record_get_version (first->record), ==, 0);
  g_assert_cmpstr (second->document->code, ==, "form-02");
  g_assert_cmpint (find (list, "awards")->standing, ==, OCOP_STANDING_OPEN);
  g_assert_cmpint (fixture_count (fixture, "dossier_document"), ==, 0);

  commit (fixture, ocop_checklist_mark (first->record, "handed-in"));
  g_assert_cmpint (fixture_count (fixture, "dossier_document"), ==, 1);
}

static void
test_standings (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct { const char *code, *state, *expires_on; OcopStanding standing; int days_left; } cases[] = {
    { "business-registration", "handed-in", "", OCOP_STANDING_GOOD, G_MAXINT },
    { "production-conditions", "handed-in", "2026-05-31", OCOP_STANDING_EXPIRED, -1 },
    { "raw-materials", "carried", "2026-06-01", OCOP_STANDING_SOON, 0 },
    { "environment", "handed-in", "2026-07-31", OCOP_STANDING_SOON, 60 },
    { "traceability", "handed-in", "2026-08-01", OCOP_STANDING_GOOD, 61 },
    { "quality-system", "handed-in", "2026", OCOP_STANDING_GOOD, G_MAXINT },
    { "test-results", "renew", "2026-01-01", OCOP_STANDING_RENEW, -151 },
    { "awards", "not-needed", "", OCOP_STANDING_NOT_NEEDED, G_MAXINT },
  };
  g_autofree char *dossier = add_dossier (fixture);
  g_autoptr(OcopChecklist) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add_document (fixture, dossier, cases[i].code, cases[i].state, cases[i].expires_on);
  list = read_list (fixture, dossier);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (find (list, cases[i].code)->standing, ==, cases[i].standing);
      g_assert_cmpint (find (list, cases[i].code)->days_left, ==, cases[i].days_left);
    }
  g_assert_cmpuint (list->n[OCOP_STANDING_SOON], ==, 2);
}

static void
assert_stored (Fixture    *fixture,
               const char *dossier,
               const char *code,
               const char *field,
               const char *value)
{
  g_autoptr(OcopChecklist) list = read_list (fixture, dossier);

  g_assert_cmpstr (ocop_record_get_text (find (list, code)->record, field), ==, value);
}

/* What is typed or attached is there; what was carried over stays so. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *dossier = add_dossier (fixture);
  g_autoptr(OcopChecklist) list = NULL;
  g_autoptr(OcopRecord) typed = NULL;
  const OcopRecord *before;

  add_document (fixture, dossier, "awards", "carried", "");
  list = read_list (fixture, dossier);
  before = find (list, "business-registration")->record;
  typed = ocop_record_copy (before);
  ocop_record_set_text (typed, "note", "Bản gốc");
  commit (fixture, ocop_checklist_edit (before, typed));
  assert_stored (fixture, dossier, "business-registration", "state", "missing");

  before = find (list, "traceability")->record;
  ocop_record_free (typed);
  typed = ocop_record_copy (before);
  ocop_record_set_text (typed, "number", "12/GCN");
  commit (fixture, ocop_checklist_edit (before, typed));
  assert_stored (fixture, dossier, "traceability", "state", "handed-in");
}

static void
test_attach (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *files[] = { NAME ("a"), NAME ("b"), NAME ("c") };
  g_autofree char *dossier = add_dossier (fixture);
  g_autoptr(GPtrArray) documents = g_ptr_array_new ();
  g_autoptr(OcopChecklist) list = NULL;
  g_autoptr(OcopRecord) other = NULL;

  add_document (fixture, dossier, "awards", "carried", "");
  list = read_list (fixture, dossier);
  other = ocop_checklist_other (list->dossier, "Ảnh nhà xưởng");
  g_ptr_array_add (documents, find (list, "awards")->record);
  g_ptr_array_add (documents, find (list, "form-01")->record);
  g_ptr_array_add (documents, other);
  commit (fixture, ocop_checklist_attach (list->dossier, documents, files));
  assert_stored (fixture, dossier, "awards", "state", "carried");
  assert_stored (fixture, dossier, "awards", "file", NAME ("a"));
  assert_stored (fixture, dossier, "form-01", "state", "handed-in");
  assert_stored (fixture, dossier, "form-01", "file", NAME ("b"));
  assert_stored (fixture, dossier, "other", "name", "Ảnh nhà xưởng");
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  assert_stored (fixture, dossier, "awards", "file", NULL);
  g_assert_cmpint (fixture_count (fixture, "dossier_document"), ==, 1);
}

static void
test_guess (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *file, *code; } cases[] = {
    { "Mau 01.pdf", "form-01" },
    { "mẫu-số-02_chè.docx", "form-02" },
    { "GIAY DANG KY KINH DOANH HTX.pdf", "business-registration" },
    { "giay-chung-nhan-du-dieu-kien-san-xuat.jpg", "production-conditions" },
    { "IMG_2026.jpg", NULL },
    { "01.pdf", NULL },
  };
  g_autofree char *dossier = add_dossier (fixture);
  g_autoptr(OcopChecklist) list = read_list (fixture, dossier);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int place = ocop_checklist_guess (list, cases[i].file, -1);
      const OcopChecklistEntry *entry = place >= 0 ? g_ptr_array_index (list->entries, place) : NULL;

      g_assert_cmpstr (entry != NULL ? ocop_record_get_text (entry->record, "document") : NULL, ==, cases[i].code);
    }
}

static int
place_of (const OcopChecklist *list,
          const char          *code)
{
  for (guint i = 0; i < list->entries->len; i++)
    if (g_strcmp0 (ocop_record_get_text (((const OcopChecklistEntry *) list->entries->pdata[i])->record, "document"), code) == 0)
      return (int) i;
  return -1;
}

/* The line that somebody stands on holds, unless the name speaks for others alone. */
static void
test_guess_chosen (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *dossier = add_dossier (fixture);
  g_autoptr(OcopChecklist) list = read_list (fixture, dossier);
  int form = place_of (list, "form-01"), business = place_of (list, "business-registration");

  g_assert_cmpint (ocop_checklist_guess (list, "phieu-dang-ky.pdf", form), ==, form);
  g_assert_cmpint (ocop_checklist_guess (list, "phieu-dang-ky.pdf", business), ==, business);
  g_assert_cmpint (ocop_checklist_guess (list, "IMG_2026.jpg", form), ==, form);
  g_assert_cmpint (ocop_checklist_guess (list, "giay kinh doanh.pdf", form), ==, business);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/checklist/law-list", Fixture, NULL, fixture_set_up, test_law_list, fixture_tear_down);
  g_test_add ("/checklist/standings", Fixture, NULL, fixture_set_up, test_standings, fixture_tear_down);
  g_test_add ("/checklist/edit", Fixture, NULL, fixture_set_up, test_edit, fixture_tear_down);
  g_test_add ("/checklist/attach", Fixture, NULL, fixture_set_up, test_attach, fixture_tear_down);
  g_test_add ("/checklist/guess", Fixture, NULL, fixture_set_up, test_guess, fixture_tear_down);
  g_test_add ("/checklist/guess-chosen", Fixture, NULL, fixture_set_up, test_guess_chosen, fixture_tear_down);
  return g_test_run ();
}
