/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo where others went on meanwhile, the bin, and what follows from a change elsewhere. */

#include "base/ocop-error.h"
#include "register/fixture.h"

static gpointer
read_history (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_reader_history (reader, data, 1, error);
}

static void
assert_last_row (Fixture    *fixture,
                 const char *id,
                 const char *before,
                 const char *after)
{
  g_autoptr(OcopRows) rows = ocop_register_read (fixture->reg, read_history, (gpointer) id, NULL);

  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 10), ==, before);
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 11), ==, after);
}

static gboolean
set_binned (Fixture    *fixture,
            const char *kind,
            const char *id,
            gboolean    binned,
            GError    **error)
{
  g_autoptr(OcopChange) change = ocop_change_new ("bin", "bin");

  if (binned)
    ocop_change_bin (change, ocop_kind_find (kind), id);
  else
    ocop_change_restore (change, ocop_kind_find (kind), id);
  return ocop_register_commit (fixture->reg, change, error);
}

/* The history of an undo says what was really there, and leaves out what it left. */
static void
test_partial_undo (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *id = fixture_add (fixture, "product", "name", "Gạo", "note", "cũ", NULL);
  g_autoptr(OcopRecord) before = fixture_load (fixture, "product", id);
  g_autoptr(OcopRecord) after = ocop_record_copy (before);
  g_autoptr(OcopChange) change = ocop_change_new ("edit", "both");
  guint n_left = 0;

  ocop_record_set_text (after, "name", "Gạo thơm");
  ocop_record_set_text (after, "note", "mới");
  ocop_change_edit (change, before, after);
  g_assert_true (ocop_register_commit (fixture->reg, change, NULL));
  ocop_register_set_person (fixture->reg, "Người khác");
  fixture_edit (fixture, "product", id, "note", "khác");
  ocop_register_set_person (fixture->reg, "Người thử");
  g_assert_true (ocop_register_undo (fixture->reg, &n_left, NULL));
  g_assert_cmpuint (n_left, ==, 1);
  assert_last_row (fixture, id, "{\"name\":\"Gạo thơm\"}", "{\"name\":\"Gạo\"}");
  g_assert_true (ocop_register_redo (fixture->reg, &n_left, NULL));
  assert_last_row (fixture, id, "{\"name\":\"Gạo\"}", "{\"name\":\"Gạo thơm\"}");
  fixture_assert_sound (fixture);
}

/* Half an undo that would leave a record that breaks its own rules is refused. */
static void
test_undo_keeps_rules (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *id = fixture_add (fixture, "certificate", "name", "VietGAP", "issued_on", "2024-01-01", NULL);
  g_autoptr(GError) error = NULL;

  fixture_edit (fixture, "certificate", id, "issued_on", "2020-01-01");
  ocop_register_set_person (fixture->reg, "Người khác");
  fixture_edit (fixture, "certificate", id, "expires_on", "2021-01-01");
  ocop_register_set_person (fixture->reg, "Người thử");
  g_assert_false (ocop_register_undo (fixture->reg, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE);
}

/* The provinces, the office and who writes: a register without them would be none. */
static void
test_set_up_stays (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(OcopRecord) person = ocop_record_new (ocop_kind_find ("person"), NULL);
  g_autoptr(OcopChange) change = ocop_change_new (OCOP_CHANGE_SET_UP, "person");
  g_autofree char *of_seed = NULL;
  g_autofree char *of_work = NULL;
  g_autofree char *after = NULL;

  ocop_register_set_person (fixture->reg, g_get_real_name ());
  of_seed = ocop_register_dup_undo_name (fixture->reg);
  g_assert_null (of_seed);
  g_free (fixture_add (fixture, "product", "name", "Gạo", NULL));
  ocop_record_set_text (person, "name", "Người thử");
  ocop_change_add (change, person);
  g_assert_true (ocop_register_commit (fixture->reg, change, NULL));
  of_work = ocop_register_dup_undo_name (fixture->reg);
  g_assert_cmpstr (of_work, ==, "add product");
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  after = ocop_register_dup_undo_name (fixture->reg);
  g_assert_null (after);
  g_assert_false (ocop_register_undo (fixture->reg, NULL, NULL));
  g_assert_cmpint (fixture_count (fixture, "person"), ==, 1);
}

static void
test_edit_in_bin (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *id = fixture_add (fixture, "product", "name", "Gạo", NULL);
  g_autoptr(OcopRecord) before = fixture_load (fixture, "product", id);
  g_autoptr(OcopRecord) after = ocop_record_copy (before);
  g_autoptr(OcopChange) change = ocop_change_new ("edit", "edit");
  g_autoptr(GError) error = NULL;

  ocop_record_set_text (after, "name", "Nếp");
  ocop_change_edit (change, before, after);
  g_assert_true (set_binned (fixture, "product", id, TRUE, NULL));
  g_assert_false (ocop_register_commit (fixture->reg, change, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_CONFLICT);
}

/* With a product come back the parts that went with it, not those thrown away before. */
static void
test_parts_in_bin (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", NULL);
  g_autofree char *wrong = fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3", NULL);
  g_autofree char *right = fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "4", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (set_binned (fixture, "recognition", wrong, TRUE, NULL));
  g_assert_true (set_binned (fixture, "product", product, TRUE, NULL));
  g_assert_false (set_binned (fixture, "recognition", right, FALSE, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_assert_true (set_binned (fixture, "product", product, FALSE, NULL));
  g_assert_cmpint (fixture_count (fixture, "recognition"), ==, 1);
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  g_assert_true (ocop_register_redo (fixture->reg, NULL, NULL));
  g_assert_true (ocop_register_redo (fixture->reg, NULL, NULL));
  g_assert_cmpint (fixture_count (fixture, "recognition"), ==, 1);
  fixture_assert_sound (fixture);
}

static void
test_link_into_bin (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX", NULL);
  g_autoptr(OcopRecord) product = ocop_record_new (ocop_kind_find ("product"), NULL);
  g_autoptr(OcopChange) change = ocop_change_new ("add", "add");
  g_autoptr(GError) error = NULL;

  ocop_record_set_text (product, "name", "Gạo");
  ocop_record_set_text (product, "producer", producer);
  ocop_change_add (change, product);
  g_assert_true (set_binned (fixture, "producer", producer, TRUE, NULL));
  g_assert_false (ocop_register_commit (fixture->reg, change, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

/* A product whose decisions are all without a date is sound, and counts once. */
static void
test_undated (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", NULL);

  for (guint i = 0; i < 3; i++)
    g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3", NULL));
  g_assert_cmpint (fixture_count (fixture, "product"), ==, 1);
  fixture_assert_sound (fixture);
}

/* A result that waits for the centre does not take the place of a certificate without an end. */
static void
test_endless_certificate (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char * const columns[] = { "star", NULL };
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", NULL);
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = NULL;

  g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "4",
                       "decision_date", "2025-01-01", "valid_until", "9999-12-31", NULL));
  g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "potential5", "class", "5",
                       "decision_date", "2026-01-01", NULL));
  ocop_query_set_on (query, ocop_date_new (2026, 11, 22));
  rows = fixture_rows (fixture, query, columns);
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 0), ==, "4");
  fixture_assert_sound (fixture);
}

/* A successor that ended before what it succeeded: no product there counts twice. */
static void
test_successor_ended_before (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *last = fixture_add (fixture, "unit", "name", "Ba", "level", "commune", NULL);
  g_autofree char *second = fixture_add (fixture, "unit", "name", "Hai", "level", "commune", "valid_until", "2020-01-01",
                                         "successor", last, NULL);
  g_autofree char *first = fixture_add (fixture, "unit", "name", "Một", "level", "commune", "valid_until", "2025-06-30",
                                        "successor", second, NULL);
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  g_free (fixture_add (fixture, "product", "name", "Gạo", "unit", first, NULL));
  ocop_query_set_on (query, ocop_date_new (2022, 1, 1));
  ocop_query_where (query, "locality", OCOP_OPERATOR_KNOWN, NULL);
  g_assert_cmpint (fixture_measure (fixture, query), ==, 1);
  fixture_edit (fixture, "unit", last, "successor", first);
  fixture_edit (fixture, "unit", last, "valid_until", "9999-12-31");
  g_assert_cmpint (fixture_measure (fixture, query), ==, 1);
}

/* The name of a province is searched in its communes' products too. */
static void
test_province_renamed (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *province = fixture_add (fixture, "unit", "name", "Cũ", "level", "province", NULL);
  g_autofree char *commune = fixture_add (fixture, "unit", "name", "Xã", "level", "commune", "parent", province, NULL);
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  g_free (fixture_add (fixture, "product", "name", "Gạo", "unit", commune, NULL));
  fixture_edit (fixture, "unit", province, "name", "Tên mới");
  ocop_query_set_text (query, "ten moi");
  g_assert_cmpint (fixture_measure (fixture, query), ==, 1);
}

static void
test_recognition_moves (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *from = fixture_add (fixture, "product", "name", "Gạo", NULL);
  g_autofree char *to = fixture_add (fixture, "product", "name", "Nếp", NULL);
  g_autofree char *older = fixture_add (fixture, "recognition", "product", from, "outcome", "recognised", "class", "3",
                                        "decision_date", "2025-01-01", NULL);
  g_autofree char *newer = fixture_add (fixture, "recognition", "product", from, "outcome", "recognised", "class", "4",
                                        "decision_date", "2025-06-01", NULL);
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  ocop_query_set_on (query, ocop_date_new (2026, 1, 1));
  ocop_query_where (query, "state", OCOP_OPERATOR_IS, "valid", NULL);
  fixture_edit (fixture, "recognition", newer, "product", to);
  g_assert_cmpint (fixture_measure (fixture, query), ==, 2);
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  g_assert_cmpint (fixture_measure (fixture, query), ==, 1);
  fixture_assert_sound (fixture);
}

/* What somebody who waits sees of a write, and when they give up. */
typedef struct
{
  GCancellable *cancellable;
  gsize give_up_at;     /* thousandths of the whole; more than all: never */
  gsize last;
  gboolean is_done;
  GError *error;
} Wait;

static void
on_progress (gsize    done,
             gsize    total,
             gpointer data)
{
  Wait *wait = data;
  gsize thousandths = done * 1000 / total;

  g_assert_cmpuint (thousandths, >=, wait->last);
  g_assert_cmpuint (thousandths, <=, 1000);
  wait->last = thousandths;
  if (thousandths >= wait->give_up_at)
    g_cancellable_cancel (wait->cancellable);
}

static void
on_committed (GObject      *reg,
              GAsyncResult *result,
              gpointer      data)
{
  Wait *wait = data;

  ocop_register_commit_finish (OCOP_REGISTER (reg), result, &wait->error);
  wait->is_done = TRUE;
}

static void
on_stepped (GObject      *reg,
            GAsyncResult *result,
            gpointer      data)
{
  Wait *wait = data;

  ocop_register_step_finish (OCOP_REGISTER (reg), result, NULL, &wait->error);
  wait->is_done = TRUE;
}

static void
wait_for (Wait *wait)
{
  while (!wait->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&wait->cancellable);
}

static OcopChange *
make_long_change (void)
{
  OcopChange *change = ocop_change_new ("import", "import");

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr(OcopRecord) product = ocop_record_new (ocop_kind_find ("product"), NULL);

      ocop_record_set_text (product, "name", "Gạo");
      ocop_change_add (change, product);
    }
  return change;
}

/* All or nothing, whenever somebody gives up. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  static const gsize moments[] = { 0, 300, 700, 1001 };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      gboolean gives_up = moments[i] <= 1000;
      Wait commit = { g_cancellable_new (), moments[i] };
      Wait undo = { g_cancellable_new (), moments[i] };
      Wait redo = { g_cancellable_new (), moments[i] };
      g_autofree char *name = NULL;

      ocop_register_commit_long_async (fixture->reg, make_long_change (), on_progress, &commit, NULL,
                                       commit.cancellable, on_committed, &commit);
      wait_for (&commit);
      g_assert_true (gives_up == g_error_matches (commit.error, OCOP_ERROR, OCOP_ERROR_CANCELLED));
      g_clear_error (&commit.error);
      g_assert_cmpint (fixture_count (fixture, "product"), ==, gives_up ? 0 : 50);

      if (gives_up)
        {
          g_autoptr(OcopChange) change = make_long_change ();

          g_assert_true (ocop_register_commit (fixture->reg, change, NULL));
        }
      ocop_register_step_async (fixture->reg, FALSE, on_progress, &undo, NULL, undo.cancellable, on_stepped, &undo);
      wait_for (&undo);
      g_assert_true (gives_up == g_error_matches (undo.error, OCOP_ERROR, OCOP_ERROR_CANCELLED));
      g_clear_error (&undo.error);
      g_assert_cmpint (fixture_count (fixture, "product"), ==, gives_up ? 50 : 0);

      if (gives_up)
        g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
      ocop_register_step_async (fixture->reg, TRUE, on_progress, &redo, NULL, redo.cancellable, on_stepped, &redo);
      wait_for (&redo);
      g_clear_error (&redo.error);
      g_assert_cmpint (fixture_count (fixture, "product"), ==, gives_up ? 0 : 50);
      name = ocop_register_dup_redo_name (fixture->reg);
      g_assert_true (gives_up == (name != NULL));
    }
  fixture_assert_sound (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/undo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("partial", test_partial_undo);
  ADD ("keeps-rules", test_undo_keeps_rules);
  ADD ("set-up-stays", test_set_up_stays);
  ADD ("edit-in-bin", test_edit_in_bin);
  ADD ("parts-in-bin", test_parts_in_bin);
  ADD ("link-into-bin", test_link_into_bin);
  ADD ("undated", test_undated);
  ADD ("endless-certificate", test_endless_certificate);
  ADD ("successor-ended-before", test_successor_ended_before);
  ADD ("province-renamed", test_province_renamed);
  ADD ("recognition-moves", test_recognition_moves);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
