/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-dossier-moves.h"

#include <string.h>

#include "base/ocop-error.h"
#include "register/fixture.h"

typedef struct
{
  const char *product;
  char *id;
} Job;

static gpointer
plan_begin (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Job *job = data;
  OcopDossierMove move = { OCOP_STEP_COMMUNE_RECEIVED, ocop_date_new (2026, 6, 1), "Người nhận", NULL, NULL };

  g_clear_pointer (&job->id, g_free);
  return ocop_dossier_begin (reader, ocop_law_get_default (), job->product, OCOP_DOSSIER_FIRST, &move, &job->id, error);
}

static OcopChange *
plan (Fixture *fixture,
      Job     *job)
{
  g_autoptr(GError) error = NULL;
  OcopChange *change = ocop_register_read (fixture->reg, plan_begin, job, &error);

  g_assert_no_error (error);
  return change;
}

static void
commit (Fixture    *fixture,
        OcopChange *change)
{
  g_autoptr(GError) error = NULL;

  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
}

static void
assert_taken (const GError *error,
              const char   *number)
{
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_TAKEN);
  g_assert_nonnull (strstr (error->message, number));
}

static void
assert_receipt (Fixture    *fixture,
                const char *dossier,
                const char *number)
{
  g_autoptr(OcopRecord) record = fixture_load (fixture, "dossier", dossier);

  g_assert_cmpstr (ocop_record_get_text (record, "commune_receipt"), ==, number);
}

static char *
find_province (Fixture *fixture)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("unit");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "code", OCOP_OPERATOR_IS, "01", NULL);
  ocop_query_where (query, "level", OCOP_OPERATOR_IS, "province", NULL);
  ocop_query_where (query, "valid_until", OCOP_OPERATOR_UNKNOWN, NULL);
  rows = fixture_rows (fixture, query, columns);
  return g_strdup (ocop_rows_get_text (rows, 0, 0));
}

static char *
add_product (Fixture    *fixture,
             const char *name,
             const char *unit)
{
  return fixture_add (fixture, "product", "name", name, "unit", unit, "criteria_set", "QD26-01", NULL);
}

/* Two windows receive a dossier each at the same moment: both plan with the number that is free, one
 * gets it, the other is told and gets the next when it plans again. */
static void
test_two_at_once (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *province = find_province (fixture);
  g_autofree char *commune = fixture_add (fixture, "unit", "name", "Xã Một", "level", "commune", "code", "90001", "parent", province, NULL);
  g_autofree char *tea = add_product (fixture, "Chè", commune);
  g_autofree char *honey = add_product (fixture, "Mật ong", commune);
  Job first = { tea }, second = { honey };
  g_autoptr(OcopChange) first_change = plan (fixture, &first);
  g_autoptr(OcopChange) second_change = plan (fixture, &second);
  g_autoptr(OcopChange) again = NULL;
  g_autoptr(GError) error = NULL;

  commit (fixture, first_change);
  g_assert_false (ocop_register_commit (fixture->reg, second_change, &error));
  assert_taken (error, "01-X/PĐK-01-90001-2026");
  g_assert_cmpint (fixture_count (fixture, "dossier"), ==, 1);
  again = plan (fixture, &second);
  commit (fixture, again);
  assert_receipt (fixture, first.id, "01-X/PĐK-01-90001-2026");
  assert_receipt (fixture, second.id, "02-X/PĐK-01-90001-2026");
  fixture_assert_sound (fixture);
  g_free (first.id);
  g_free (second.id);
}

static char *
add_dossier (Fixture    *fixture,
             const char *product,
             const char *name,
             const char *receipt)
{
  return fixture_add (fixture, "dossier", "name", name, "product", product, "kind", "first", "step", "commune-received",
                      "commune_receipt", receipt, NULL);
}

static gboolean
edit (Fixture     *fixture,
      const char  *dossier,
      const char  *field,
      const char  *text,
      GError     **error)
{
  g_autoptr(OcopRecord) before = fixture_load (fixture, "dossier", dossier);
  g_autoptr(OcopRecord) after = ocop_record_copy (before);
  g_autoptr(OcopChange) change = ocop_change_new ("edit", "Sửa hồ sơ");

  ocop_record_set_text (after, field, text);
  ocop_change_edit (change, before, after);
  return ocop_register_commit (fixture->reg, change, error);
}

/* Typed by hand it is held to the same; what is left as it was is not asked again. */
static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *product = fixture_add (fixture, "product", "name", "Chè", NULL);
  g_autofree char *first = add_dossier (fixture, product, "Hồ sơ một", "07/2026");
  g_autofree char *second = add_dossier (fixture, product, "Hồ sơ hai", "");
  g_autoptr(GError) error = NULL;

  g_assert_false (edit (fixture, second, "commune_receipt", "07/2026", &error));
  assert_taken (error, "Hồ sơ một");
  g_clear_error (&error);
  g_assert_true (edit (fixture, second, "commune_receipt", "08/2026", &error));
  g_assert_true (edit (fixture, second, "note", "Ghi chú", &error));
  g_assert_true (edit (fixture, second, "province_receipt", "07/2026", &error));
}

typedef struct
{
  const char *ids[4];
} Several;

static gpointer
plan_all (OcopReader    *reader,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Several *several = data;
  OcopDossierMove move = { OCOP_STEP_COMMUNE_RECEIVED, ocop_date_new (2026, 6, 1), "Người nhận", "Nhận cùng lúc", NULL };

  return ocop_dossier_move_all (reader, ocop_law_get_default (), several->ids, &move, error);
}

static char *
add_idea (Fixture    *fixture,
          const char *name,
          const char *unit)
{
  g_autofree char *product = add_product (fixture, name, unit);

  return fixture_add (fixture, "dossier", "name", name, "product", product, "kind", "first", "step", "idea", "step_on", "2026-05-30", NULL);
}

/* What comes in on one day is received by one change: each receipt has a number of its own, each
 * commune its own count. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *province = find_province (fixture);
  g_autofree char *one = fixture_add (fixture, "unit", "name", "Xã Một", "level", "commune", "code", "90001", "parent", province, NULL);
  g_autofree char *two = fixture_add (fixture, "unit", "name", "Xã Hai", "level", "commune", "code", "90002", "parent", province, NULL);
  g_autofree char *tea = add_idea (fixture, "Chè", one);
  g_autofree char *honey = add_idea (fixture, "Mật ong", two);
  g_autofree char *rice = add_idea (fixture, "Gạo", one);
  Several several = { { tea, honey, rice, NULL } };
  g_autoptr(OcopChange) change = NULL;
  g_autoptr(GError) error = NULL;

  change = ocop_register_read (fixture->reg, plan_all, &several, &error);
  g_assert_no_error (error);
  commit (fixture, change);
  assert_receipt (fixture, tea, "01-X/PĐK-01-90001-2026");
  assert_receipt (fixture, honey, "01-X/PĐK-01-90002-2026");
  assert_receipt (fixture, rice, "02-X/PĐK-01-90001-2026");
  g_assert_cmpint (fixture_count (fixture, "dossier_move"), ==, 3);
  fixture_assert_sound (fixture);
}

static gboolean
set_binned (Fixture     *fixture,
            const char  *dossier,
            gboolean     binned,
            GError     **error)
{
  const OcopKind *kind = ocop_kind_find ("dossier");
  g_autoptr(OcopChange) change = ocop_change_new ("bin", "Thùng rác");

  if (binned)
    ocop_change_bin (change, kind, dossier);
  else
    ocop_change_restore (change, kind, dossier);
  return ocop_register_commit (fixture->reg, change, error);
}

/* What lies in the bin holds no number, and does not come back beside who got it meanwhile. */
static void
test_bin (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *product = fixture_add (fixture, "product", "name", "Chè", NULL);
  g_autofree char *first = add_dossier (fixture, product, "Hồ sơ một", "07/2026");
  g_autofree char *second = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (set_binned (fixture, first, TRUE, &error));
  second = add_dossier (fixture, product, "Hồ sơ hai", "07/2026");
  g_assert_false (set_binned (fixture, first, FALSE, &error));
  assert_taken (error, "Hồ sơ hai");
  g_clear_error (&error);
  g_assert_true (edit (fixture, second, "commune_receipt", "08/2026", &error));
  g_assert_true (set_binned (fixture, first, FALSE, &error));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/dossier/receipt/two-at-once", Fixture, NULL, fixture_set_up, test_two_at_once, fixture_tear_down);
  g_test_add ("/dossier/receipt/several", Fixture, NULL, fixture_set_up, test_several, fixture_tear_down);
  g_test_add ("/dossier/receipt/typed", Fixture, NULL, fixture_set_up, test_typed, fixture_tear_down);
  g_test_add ("/dossier/receipt/bin", Fixture, NULL, fixture_set_up, test_bin, fixture_tear_down);
  return g_test_run ();
}
