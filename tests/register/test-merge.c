/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records merged into others, and the names by which other registers know ours. */

#include "base/ocop-error.h"
#include "register/fixture.h"

typedef struct
{
  const OcopKind *kind;
  const char *source, *id;
} Asked;

static gpointer
read_standing (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Asked *asked = data;

  return asked->source != NULL ? ocop_reader_find_alias (reader, asked->kind, asked->source, asked->id, error)
                               : ocop_reader_resolve (reader, asked->kind, asked->id, error);
}

/* @source: (nullable): %NULL for an id of ours */
static void
assert_standing (Fixture    *fixture,
                 const char *kind,
                 const char *source,
                 const char *id,
                 const char *expected)
{
  Asked asked = { ocop_kind_find (kind), source, id };
  g_autoptr(GError) error = NULL;
  g_autofree char *found = ocop_register_read (fixture->reg, read_standing, &asked, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

static gboolean
merge (Fixture     *fixture,
       const char  *kind,
       const char  *id,
       const char  *into,
       GError     **error)
{
  g_autoptr(OcopChange) change = ocop_change_new ("merge", "merge");

  ocop_change_merge (change, ocop_kind_find (kind), id, into);
  return ocop_register_commit (fixture->reg, change, error);
}

static void
assert_field (Fixture    *fixture,
              const char *kind,
              const char *id,
              const char *field,
              const char *expected)
{
  g_autoptr(OcopRecord) record = fixture_load (fixture, kind, id);

  g_assert_cmpstr (ocop_record_get_text (record, field), ==, expected);
}

static gpointer
read_history (OcopReader    *reader,
              gpointer       id,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_reader_history (reader, id, -1, error);
}

/* The last that its history says of merges: what stood before, and after. */
static void
assert_told (Fixture    *fixture,
             const char *id,
             const char *before,
             const char *after)
{
  g_autoptr(OcopRows) rows = ocop_register_read (fixture->reg, read_history, (gpointer) id, NULL);

  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 9), ==, "merge");
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 10), ==, before);
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 11), ==, after);
}

/* The record that stays says from what it was merged, and when that was undone. */
static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *one = fixture_add (fixture, "producer", "name", "HTX Một", NULL);
  g_autofree char *two = fixture_add (fixture, "producer", "name", "HTX 1", NULL);
  g_autofree char *from = g_strdup_printf ("{\"from\":\"%s\"}", two);

  g_assert_true (merge (fixture, "producer", two, one, NULL));
  assert_told (fixture, one, "{}", from);
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  assert_told (fixture, one, from, "{}");
  g_assert_true (ocop_register_redo (fixture->reg, NULL, NULL));
  assert_told (fixture, one, "{}", from);
  fixture_assert_sound (fixture);
}

/* All that belonged to one belongs to the other; one undo gives it back. */
static void
test_producers (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *one = fixture_add (fixture, "producer", "name", "HTX Một", NULL);
  g_autofree char *two = fixture_add (fixture, "producer", "name", "HTX 1", NULL);
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", "producer", two, NULL);
  g_autofree char *certificate = fixture_add (fixture, "certificate", "name", "VietGAP", "producer", two, NULL);

  g_assert_true (merge (fixture, "producer", two, one, NULL));
  g_assert_cmpint (fixture_count (fixture, "producer"), ==, 1);
  assert_field (fixture, "product", product, "producer", one);
  assert_field (fixture, "certificate", certificate, "producer", one);
  assert_standing (fixture, "producer", NULL, two, one);
  fixture_assert_sound (fixture);

  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  g_assert_cmpint (fixture_count (fixture, "producer"), ==, 2);
  assert_field (fixture, "product", product, "producer", two);
  assert_standing (fixture, "producer", NULL, two, two);

  g_assert_true (ocop_register_redo (fixture->reg, NULL, NULL));
  assert_field (fixture, "product", product, "producer", one);
  assert_standing (fixture, "producer", NULL, two, one);
  fixture_assert_sound (fixture);
}

/* Two figures of a year count once; the recognitions of both reign one after the other. */
static void
test_products (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *one = fixture_add (fixture, "product", "name", "Gạo", NULL);
  g_autofree char *two = fixture_add (fixture, "product", "name", "Gạo thơm", NULL);
  g_autoptr(OcopQuery) query = ocop_query_new ("product_year");

  for (guint i = 0; i < 2; i++)
    {
      const char *product = i == 0 ? one : two;

      g_free (fixture_add (fixture, "product_year", "product", product, "year", "2024", NULL));
      g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3",
                           "decision_date", i == 0 ? "2023-01-01" : "2024-01-01", NULL));
    }
  g_free (fixture_add (fixture, "product_year", "product", two, "year", "2025", NULL));
  g_assert_true (merge (fixture, "product", two, one, NULL));
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "recognition"), ==, 2);
  g_assert_cmpint (fixture_measure (fixture, query), ==, 2);
  fixture_assert_sound (fixture);
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  g_assert_cmpint (fixture_measure (fixture, query), ==, 3);
  fixture_assert_sound (fixture);
}

/* A chain of merges leads to its end; who names a merged record means that one. */
static void
test_chain (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *one = fixture_add (fixture, "producer", "name", "Một", NULL);
  g_autofree char *two = fixture_add (fixture, "producer", "name", "Hai", NULL);
  g_autofree char *three = fixture_add (fixture, "producer", "name", "Ba", NULL);
  g_autofree char *product = NULL;

  g_assert_true (merge (fixture, "producer", three, two, NULL));
  g_assert_true (merge (fixture, "producer", two, one, NULL));
  assert_standing (fixture, "producer", NULL, three, one);
  product = fixture_add (fixture, "product", "name", "Gạo", "producer", three, NULL);
  assert_field (fixture, "product", product, "producer", one);
  fixture_assert_sound (fixture);
}

/* A commune merged into the one that it belonged to does not make that belong to itself. */
static void
test_own_superior (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *province = fixture_add (fixture, "unit", "name", "Tỉnh", "level", "province", NULL);
  g_autofree char *district = fixture_add (fixture, "unit", "name", "Huyện", "level", "district", "parent", province, NULL);
  g_autofree char *commune = fixture_add (fixture, "unit", "name", "Xã", "level", "commune", "parent", district, NULL);

  g_assert_true (merge (fixture, "unit", district, commune, NULL));
  assert_field (fixture, "unit", commune, "parent", province);
  fixture_assert_sound (fixture);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *one = fixture_add (fixture, "producer", "name", "Một", NULL);
  g_autofree char *two = fixture_add (fixture, "producer", "name", "Hai", NULL);
  g_autoptr(GError) itself = NULL;
  g_autoptr(GError) binned = NULL;

  g_assert_false (merge (fixture, "producer", one, one, &itself));
  g_assert_error (itself, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_assert_true (merge (fixture, "producer", two, one, NULL));
  g_assert_false (merge (fixture, "producer", one, two, &binned));
  g_assert_error (binned, OCOP_ERROR, OCOP_ERROR_CONFLICT);
}

static void
add_alias (Fixture    *fixture,
           const char *id,
           const char *foreign_id)
{
  g_autoptr(OcopChange) change = ocop_change_new ("import", "import");

  ocop_change_alias (change, ocop_kind_find ("producer"), id, "sổ khác", foreign_id);
  g_assert_true (ocop_register_commit (fixture->reg, change, NULL));
}

/* Another register's name leads to the record, through merges; not into the bin. */
static void
test_alias (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *one = fixture_add (fixture, "producer", "name", "Một", NULL);
  g_autofree char *two = fixture_add (fixture, "producer", "name", "Hai", NULL);
  g_autoptr(OcopChange) bin = ocop_change_new ("bin", "bin");

  add_alias (fixture, two, "17");
  assert_standing (fixture, "producer", "sổ khác", "17", two);
  assert_standing (fixture, "producer", "sổ khác", "18", NULL);
  assert_standing (fixture, "product", "sổ khác", "17", NULL);
  g_assert_true (merge (fixture, "producer", two, one, NULL));
  assert_standing (fixture, "producer", "sổ khác", "17", one);
  ocop_change_bin (bin, ocop_kind_find ("producer"), one);
  g_assert_true (ocop_register_commit (fixture->reg, bin, NULL));
  assert_standing (fixture, "producer", "sổ khác", "17", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/merge/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("producers", test_producers);
  ADD ("products", test_products);
  ADD ("history", test_history);
  ADD ("chain", test_chain);
  ADD ("own-superior", test_own_superior);
  ADD ("refused", test_refused);
  ADD ("alias", test_alias);
  return g_test_run ();
}
