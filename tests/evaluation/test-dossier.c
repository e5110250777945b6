/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-dossier-moves.h"

#include <string.h>

#include "base/ocop-error.h"
#include "register/fixture.h"

static OcopDate
parse (const char *text)
{
  OcopDate date;

  g_assert_true (ocop_date_parse (text, &date));
  return date;
}

static const OcopLaw *
law (void)
{
  return ocop_law_get_default ();
}

/* Pure rules */

static OcopDossier *
make_dossier (const char *kind,
              const char *step,
              const char *valid_until)
{
  OcopDossier *dossier = ocop_dossier_new ();

  dossier->record = ocop_record_new (ocop_kind_find ("dossier"), NULL);
  ocop_record_set_text (dossier->record, "kind", kind);
  ocop_record_set_text (dossier->record, "step", step);
  ocop_record_set_text (dossier->record, "criteria_set", "QD26-01");
  dossier->valid_until = parse (valid_until);
  return dossier;
}

static void
hand_in (OcopDossier *dossier,
         const char  *code,
         const char  *state,
         const char  *expires_on)
{
  OcopRecord *document = ocop_record_new (ocop_kind_find ("dossier_document"), NULL);

  ocop_record_set_text (document, "document", code);
  ocop_record_set_text (document, "state", state);
  ocop_record_set_text (document, "expires_on", expires_on);
  g_ptr_array_add (dossier->documents, document);
}

/* In the order of OcopLackKind. */
static const char letters[] = "YSDACWRTO";

/* A letter for each thing that stands against it. */
static char *
dup_letters (const GPtrArray *lacks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lacks->len; i++)
    g_string_append_c (text, letters[((const OcopLack *) lacks->pdata[i])->kind]);
  return g_string_free (text, FALSE);
}

static char *
describe (const OcopDossier *dossier,
          const char        *to,
          const char        *on)
{
  g_autoptr(GPtrArray) lacks = ocop_dossier_lacks (dossier, law (), ocop_dossier_step_from_key (to), parse (on));

  return dup_letters (lacks);
}

/* Articles 7.3 and 7.4: points and classes come from the council and from decisions. */
static void
test_by_hand (void)
{
  static const struct { const char *from, *to; gboolean by_act; } cases[] = {
    { "advisory", "council", FALSE },
    { "council", "scored", TRUE },
    { "scored", "submitted", TRUE },
    { "submitted", "recognised", TRUE },
    { "submitted", "forwarded", TRUE },
    { "submitted", "not-classed", TRUE },
    { "council", "withdrawn", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopDossier) dossier = make_dossier ("first", cases[i].from, "");
      g_autoptr(GPtrArray) lacks = ocop_dossier_lacks_by_hand (dossier, law (), ocop_dossier_step_from_key (cases[i].to), parse ("2026-11-22"));
      g_autofree char *text = dup_letters (lacks);

      g_test_message ("%s", cases[i].to);
      g_assert_cmpint (strchr (text, 'A') != NULL, ==, cases[i].by_act);
    }
}

/* Article 7.6.a: a certificate that ends on 01/01/2028 is judged again by a dossier of 05/07/2027 to 03/09/2027. */
static void
test_window (void)
{
  static const struct { const char *on, *lacks; } cases[] = {
    { "2027-07-04", "W" },
    { "2027-07-05", "" },
    { "2027-09-03", "" },
    { "2027-09-04", "W" },  /* day 119 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopDossier) dossier = make_dossier ("again", NULL, "2028-01-01");
      g_autofree char *lacks = describe (dossier, "commune-received", cases[i].on);

      g_assert_cmpstr (lacks, ==, cases[i].lacks);
    }
}

/* Article 12.3 excuses those whose certificates end in the months of transition. */
static void
test_excused (void)
{
  g_autoptr(OcopDossier) dossier = make_dossier ("again", NULL, "2026-09-18");
  g_autoptr(OcopDossier) later = make_dossier ("again", NULL, "2026-09-19");
  g_autofree char *excused = describe (dossier, "commune-received", "2026-06-01");
  g_autofree char *late = describe (later, "commune-received", "2026-06-01");

  g_assert_cmpstr (excused, ==, "");
  g_assert_cmpstr (late, ==, "W");
}

static void
test_certificate (void)
{
  static const struct { const char *kind, *until, *lacks; } cases[] = {
    { "first", "", "" },
    { "first", "2028-01-01", "C" },  /* articles 7.5 and 7.6 */
    { "upgrade", "", "C" },
    { "again", "", "C" },
    { "upgrade", "2028-01-01", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopDossier) dossier = make_dossier (cases[i].kind, NULL, cases[i].until);
      g_autofree char *lacks = describe (dossier, "commune-received", "2026-11-22");

      g_assert_cmpstr (lacks, ==, cases[i].lacks);
    }
}

/* Article 7: nothing is passed over in silence. */
static void
test_skipped (void)
{
  static const struct { const char *kind, *from, *to, *lacks; } cases[] = {
    { "first", "province-received", "province-returned", "" },
    { "first", "complete", "advisory", "" },
    { "first", "complete", "council", "S" },
    { "again", "complete", "council", "" },
    { "first", "advisory", "submitted", "SS" },
    { "first", "scored", "council", "Y" },
    { "first", "recognised", "withdrawn", "Y" },
    { "first", "council", "withdrawn", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopDossier) dossier = make_dossier (cases[i].kind, cases[i].from, "2029-01-01");
      g_autofree char *lacks = describe (dossier, cases[i].to, "2026-11-22");

      g_test_message ("%s to %s", cases[i].from, cases[i].to);
      g_assert_cmpstr (lacks, ==, cases[i].lacks);
    }
}

/* Articles 6.1 and 6.2: both forms of the producer, letter and Form 03 of the commune go to the province. */
static void
test_documents (void)
{
  g_autoptr(OcopDossier) dossier = make_dossier ("first", "commune-received", "");
  g_autofree char *all = describe (dossier, "proposed", "2026-11-22");
  g_autofree char *text = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *none = NULL;
  g_autoptr(GPtrArray) missing = NULL;

  g_assert_cmpstr (all, ==, "DDDD");
  hand_in (dossier, "form-01", "handed-in", NULL);
  hand_in (dossier, "commune-letter", "handed-in", NULL);
  hand_in (dossier, "test-results", "handed-in", "2026-11-21");
  hand_in (dossier, "quality-system", "renew", NULL);
  hand_in (dossier, "awards", "missing", NULL);
  rest = describe (dossier, "proposed", "2026-11-22");
  g_assert_cmpstr (rest, ==, "DDDD");
  missing = ocop_dossier_missing_documents (dossier, law (), parse ("2026-11-22"));
  text = ocop_lacks_to_text (missing);
  g_assert_cmpuint (missing->len, ==, 3);
  g_assert_true (g_str_has_prefix (text, "1. "));
  g_assert_nonnull (strstr (text, "Báo cáo tự đánh giá về sản phẩm (Mẫu số 02, Điều 6.1.a);\n2. "));
  g_assert_nonnull (strstr (text, "21/11/2026"));
  g_assert_true (g_str_has_suffix (text, "."));

  g_ptr_array_set_size (dossier->documents, 2);
  hand_in (dossier, "form-02", "handed-in", NULL);
  hand_in (dossier, "form-03", "handed-in", NULL);
  hand_in (dossier, "test-results", "handed-in", "2026-11-22");
  none = describe (dossier, "proposed", "2026-11-22");
  g_assert_cmpstr (none, ==, "");
}

/* Article 6.2.d: five samples of all but tourism. */
static void
test_samples (void)
{
  g_autoptr(OcopDossier) dossier = make_dossier ("first", "province-received", "");
  g_autofree char *goods = describe (dossier, "complete", "2026-11-22");
  g_autofree char *tourism = NULL;

  ocop_record_set_text (dossier->record, "criteria_set", "QD26-26");
  tourism = describe (dossier, "complete", "2026-11-22");
  g_assert_cmpstr (goods, ==, "D");
  g_assert_cmpstr (tourism, ==, "");
}

static void
test_closed_round (void)
{
  static const struct { const char *kind, *on, *lacks; } cases[] = {
    { "first", "2027-04-29", "" },
    { "first", "2027-04-30", "R" },
    { "again", "2027-04-30", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopDossier) dossier = make_dossier (cases[i].kind, "commune-received", "2028-01-01");
      g_autofree char *lacks = NULL;

      ocop_record_set_integer (dossier->record, "round_year", 2027);
      ocop_record_set_integer (dossier->record, "round_number", 1);
      hand_in (dossier, "form-01", "handed-in", NULL);
      hand_in (dossier, "form-02", "handed-in", NULL);
      hand_in (dossier, "form-03", "handed-in", NULL);
      hand_in (dossier, "commune-letter", "handed-in", NULL);
      lacks = describe (dossier, "proposed", cases[i].on);
      g_assert_cmpstr (lacks, ==, cases[i].lacks);
    }
}

static void
test_suggested_kind (void)
{
  static const struct { const char *until, *on; OcopDossierKind kind; } cases[] = {
    { "", "2027-07-05", OCOP_DOSSIER_FIRST },
    { "2028-01-01", "2027-07-04", OCOP_DOSSIER_UPGRADE },
    { "2028-01-01", "2027-07-05", OCOP_DOSSIER_AGAIN },
    { "2028-01-01", "2027-09-03", OCOP_DOSSIER_AGAIN },
    { "2028-01-01", "2027-09-04", OCOP_DOSSIER_UPGRADE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ocop_dossier_suggest_kind (law (), parse (cases[i].until), parse (cases[i].on)), ==, cases[i].kind);
}

/* Use cases */

typedef struct
{
  const char *product;
  const char *dossier;
  OcopDossierKind kind;
  OcopDossierMove move;
  char *id;
} Job;

static gpointer
plan_begin (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Job *job = data;

  return ocop_dossier_begin (reader, law (), job->product, job->kind, &job->move, &job->id, error);
}

static gpointer
plan_move (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Job *job = data;

  return ocop_dossier_move (reader, law (), job->dossier, &job->move, error);
}

static void
carry_out (Fixture      *fixture,
           OcopReadFunc  plan,
           Job          *job)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChange) change = ocop_register_read (fixture->reg, plan, job, &error);

  g_assert_no_error (error);
  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
}

static char *
begin (Fixture    *fixture,
       const char *product,
       const char *kind,
       const char *on,
       const char *reason)
{
  Job job = { .product = product, .kind = ocop_dossier_kind_from_key (kind),
              .move = { OCOP_STEP_COMMUNE_RECEIVED, parse (on), "Người nhận", reason, NULL } };

  carry_out (fixture, plan_begin, &job);
  return job.id;
}

static void
move (Fixture    *fixture,
      const char *dossier,
      const char *step,
      const char *on,
      const char *reason)
{
  Job job = { .dossier = dossier, .move = { ocop_dossier_step_from_key (step), parse (on), "Cán bộ", reason, NULL } };

  if (ocop_dossier_step_has_act (job.move.step))
    job.move.authority = "Đợt 2";
  carry_out (fixture, plan_move, &job);
}

static void
assert_refused (Fixture      *fixture,
                OcopReadFunc  plan,
                Job          *job,
                const char   *word)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ocop_register_read (fixture->reg, plan, job, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, word));
}

static char *
add_product (Fixture    *fixture,
             const char *name,
             const char *unit)
{
  return fixture_add (fixture, "product", "name", name, "unit", unit, "criteria_set", "QD26-01", NULL);
}

static char *
add_commune (Fixture    *fixture,
             const char *name,
             const char *code,
             const char *province)
{
  return fixture_add (fixture, "unit", "name", name, "level", "commune", "code", code, "parent", province, NULL);
}

static char *
find_province (Fixture    *fixture,
               const char *code)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("unit");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "code", OCOP_OPERATOR_IS, code, NULL);
  ocop_query_where (query, "level", OCOP_OPERATOR_IS, "province", NULL);
  ocop_query_where (query, "valid_until", OCOP_OPERATOR_UNKNOWN, NULL);
  rows = fixture_rows (fixture, query, columns);
  g_assert_cmpuint (ocop_rows_get_n_rows (rows), ==, 1);
  return g_strdup (ocop_rows_get_text (rows, 0, 0));
}

static void
assert_text (Fixture    *fixture,
             const char *dossier,
             const char *field,
             const char *text)
{
  g_autoptr(OcopRecord) record = fixture_load (fixture, "dossier", dossier);

  g_assert_cmpstr (ocop_record_get_text (record, field), ==, text);
}

/* Form 01: each commune and each province numbers on through the year. */
static void
test_receipts (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { const char *name; guint commune; const char *on, *commune_receipt, *province_receipt; } cases[] = {
    { "Chè", 0, "2026-06-01", "01-X/PĐK-01-90001-2026", "01-T/PĐK-01-90001-2026" },
    { "Mật ong", 0, "2026-06-02", "02-X/PĐK-01-90001-2026", "02-T/PĐK-01-90001-2026" },
    { "Gạo", 1, "2026-06-03", "01-X/PĐK-01-90002-2026", "03-T/PĐK-01-90002-2026" },
    { "Miến", 0, "2027-01-04", "01-X/PĐK-01-90001-2027", "01-T/PĐK-01-90001-2027" },
  };
  g_autofree char *province = find_province (fixture, "01");
  g_autofree char *first = add_commune (fixture, "Xã Một", "90001", province);
  g_autofree char *second = add_commune (fixture, "Xã Hai", "90002", province);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *product = add_product (fixture, cases[i].name, cases[i].commune == 0 ? first : second);
      g_autofree char *dossier = begin (fixture, product, "first", cases[i].on, NULL);

      move (fixture, dossier, "province-received", cases[i].on, "Thử đánh số");
      assert_text (fixture, dossier, "commune_receipt", cases[i].commune_receipt);
      assert_text (fixture, dossier, "province_receipt", cases[i].province_receipt);
      assert_text (fixture, dossier, "commune_receiver", "Người nhận");
      assert_text (fixture, dossier, "province_receiver", "Cán bộ");
    }
}

/* Where the commune is unknown no number is made up, and the dossier is received all the same. */
static void
test_no_code (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *product = add_product (fixture, "Chè", "");
  g_autofree char *dossier = begin (fixture, product, "first", "2026-06-01", NULL);

  assert_text (fixture, dossier, "commune_receipt", NULL);
  assert_text (fixture, dossier, "commune_received_on", "2026-06-01");
  assert_text (fixture, dossier, "criteria_set", "QD26-01");
}

static gint64
count (Fixture    *fixture,
       const char *kind,
       const char *dossier,
       const char *field,
       const char *value)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  ocop_query_where (query, "dossier", OCOP_OPERATOR_IS, dossier, NULL);
  if (field != NULL && value != NULL)
    ocop_query_where (query, field, OCOP_OPERATOR_IS, value, NULL);
  return fixture_measure (fixture, query);
}

/* Nothing is passed over without a reason; with one it is recorded. */
static void
test_out_of_order (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *product = add_product (fixture, "Chè", "");
  g_autofree char *dossier = begin (fixture, product, "first", "2026-06-01", NULL);
  Job job = { .dossier = dossier, .move = { OCOP_STEP_COUNCIL, parse ("2026-06-20"), NULL, "  ", NULL } };

  assert_refused (fixture, plan_move, &job, "Điều 7.3");
  assert_refused (fixture, plan_move, &job, "Mẫu số 02");
  assert_text (fixture, dossier, "step", "commune-received");
  move (fixture, dossier, "council", "2026-06-20", "Hồ sơ giấy đã xong từ trước");
  assert_text (fixture, dossier, "step", "council");
  assert_text (fixture, dossier, "step_on", "2026-06-20");
  g_assert_cmpint (count (fixture, "dossier_move", dossier, NULL, NULL), ==, 2);
  g_assert_cmpint (count (fixture, "dossier_move", dossier, "reason", "Hồ sơ giấy đã xong từ trước"), ==, 1);
}

static void
mark_all_handed_in (Fixture    *fixture,
                    const char *dossier,
                    const char *expires_on)
{
  static const char * const columns[] = { "id", "document", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier_document");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "dossier", OCOP_OPERATOR_IS, dossier, NULL);
  rows = fixture_rows (fixture, query, columns);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *id = ocop_rows_get_text (rows, i, 0), *code = ocop_rows_get_text (rows, i, 1);

      fixture_edit (fixture, "dossier_document", id, "state", "handed-in");
      fixture_edit (fixture, "dossier_document", id, "number", code);
      if (g_str_equal (code, "intellectual-property"))
        fixture_edit (fixture, "dossier_document", id, "expires_on", "2034-01-01");
      if (g_str_equal (code, "production-conditions"))
        fixture_edit (fixture, "dossier_document", id, "expires_on", expires_on);
    }
}

/* Article 5.1: the round follows from the day of the proposal; one undo takes a whole step back. */
static void
test_in_order (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const steps[] = { "proposed", "province-received", "complete", "advisory", "council", "scored", "submitted" };
  g_autofree char *product = add_product (fixture, "Chè", "");
  g_autofree char *dossier = begin (fixture, product, "first", "2026-06-01", NULL);
  g_autoptr(OcopRecord) record = NULL;
  g_autoptr(GError) error = NULL;
  gint64 n_documents;
  guint n_left;

  assert_text (fixture, dossier, "name", "Chè – First 2026");
  n_documents = count (fixture, "dossier_document", dossier, NULL, NULL);
  g_assert_cmpint (n_documents, ==, 20);
  mark_all_handed_in (fixture, dossier, "2034-01-01");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    move (fixture, dossier, steps[i], "2026-06-20", NULL);
  record = fixture_load (fixture, "dossier", dossier);
  g_assert_cmpint (ocop_record_get_integer (record, "round_year", 0), ==, 2026);
  g_assert_cmpint (ocop_record_get_integer (record, "round_number", 0), ==, 2);
  g_assert_cmpstr (ocop_record_get_text (record, "complete_on"), ==, "2026-06-20");
  /* Article 6.3.a: now it may go to the centre, with the province's papers. */
  g_assert_cmpint (count (fixture, "dossier_document", dossier, NULL, NULL), ==, 26);
  g_assert_true (ocop_register_undo (fixture->reg, &n_left, &error));
  g_assert_no_error (error);
  assert_text (fixture, dossier, "step", "scored");
  g_assert_cmpint (count (fixture, "dossier_document", dossier, NULL, NULL), ==, n_documents);
  g_assert_cmpint (count (fixture, "dossier_move", dossier, NULL, NULL), ==, 7);
}

static void
assert_state (Fixture    *fixture,
              const char *dossier,
              const char *code,
              const char *state,
              const char *number)
{
  static const char * const columns[] = { "state", "number", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier_document");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "dossier", OCOP_OPERATOR_IS, dossier, NULL);
  ocop_query_where (query, "document", OCOP_OPERATOR_IS, code, NULL);
  rows = fixture_rows (fixture, query, columns);
  g_assert_cmpuint (ocop_rows_get_n_rows (rows), ==, 1);
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 0), ==, state);
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 1), ==, number);
}

/* Article 6.1.c: what still holds goes over, what ran out is to be renewed, what changes is asked for. */
static void
test_carry_over (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *product = add_product (fixture, "Chè", "");
  g_autofree char *first = begin (fixture, product, "first", "2026-06-01", NULL);
  g_autofree char *recognition = NULL;
  g_autofree char *again = NULL;

  mark_all_handed_in (fixture, first, "2027-12-31");
  move (fixture, first, "recognised", "2026-12-01", "Ghi lại kết quả");
  recognition = fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3",
                             "decision_date", "2026-12-01", NULL);
  again = begin (fixture, product, "again", "2029-06-10", NULL);
  assert_text (fixture, again, "previous", first);
  assert_state (fixture, again, "business-registration", "carried", "business-registration");
  assert_state (fixture, again, "intellectual-property", "carried", "intellectual-property");
  assert_state (fixture, again, "production-conditions", "renew", "production-conditions");
  assert_state (fixture, again, "test-results", "missing", NULL);
  assert_state (fixture, again, "form-01", "missing", NULL);
  g_assert_cmpint (count (fixture, "dossier_document", again, "document", "advisory-report"), ==, 0);
}

/* A re-evaluation filed on day 119 is taken only with a reason, and the reason stays with its step. */
static void
test_day_119 (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *product = add_product (fixture, "Chè", "");
  g_autofree char *recognition = fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3",
                                              "decision_date", "2025-01-01", NULL);
  Job job = { .product = product, .kind = OCOP_DOSSIER_AGAIN,
              .move = { OCOP_STEP_COMMUNE_RECEIVED, parse ("2027-09-04"), NULL, NULL, NULL } };
  g_autofree char *dossier = NULL;

  assert_refused (fixture, plan_begin, &job, "03/09/2027");
  g_assert_cmpint (fixture_count (fixture, "dossier"), ==, 0);
  dossier = begin (fixture, product, "again", "2027-09-04", "Xã mất điện ba ngày");
  g_assert_cmpint (count (fixture, "dossier_move", dossier, "reason", "Xã mất điện ba ngày"), ==, 1);
}

/* Two dossiers of a product at a time need a reason. */
static void
test_under_way (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *product = add_product (fixture, "Chè", "");
  g_autofree char *dossier = begin (fixture, product, "first", "2026-06-01", NULL);
  Job job = { .product = product, .kind = OCOP_DOSSIER_FIRST,
              .move = { OCOP_STEP_COMMUNE_RECEIVED, parse ("2026-07-01"), NULL, NULL, NULL } };
  g_autofree char *second = NULL;

  assert_refused (fixture, plan_begin, &job, "Chè – First 2026");
  move (fixture, dossier, "withdrawn", "2026-06-30", NULL);
  second = begin (fixture, product, "first", "2026-07-01", NULL);
  assert_text (fixture, second, "previous", dossier);
  fixture_assert_sound (fixture);
}

typedef struct
{
  const char *products[4];
  OcopDossierMove move;
  GPtrArray *left_out;
  char *id;
} Several;

static gpointer
plan_begin_all (OcopReader    *reader,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Several *job = data;

  return ocop_dossier_begin_all (reader, law (), job->products, &job->move, job->left_out, &job->id, error);
}

/* A dossier for each chosen product, in one change; which has none, and why, is said. */
static void
test_several_products (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *tea = add_product (fixture, "Chè", "");
  g_autofree char *rice = add_product (fixture, "Gạo", "");
  g_autofree char *honey = add_product (fixture, "Mật ong", "");
  g_autofree char *under_way = begin (fixture, rice, "first", "2026-06-01", NULL);
  Several job = { .products = { tea, rice, honey, NULL },
                  .move = { OCOP_STEP_COMMUNE_RECEIVED, parse ("2026-07-01"), "Người nhận", NULL, NULL } };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChange) change = NULL;

  job.left_out = g_ptr_array_new_with_free_func (g_free);
  change = ocop_register_read (fixture->reg, plan_begin_all, &job, &error);
  g_assert_no_error (error);
  g_assert_true (ocop_register_commit (fixture->reg, change, &error));
  g_assert_cmpuint (job.left_out->len, ==, 1);
  g_assert_true (g_str_has_prefix (job.left_out->pdata[0], "Gạo: "));
  g_assert_nonnull (strstr (job.left_out->pdata[0], "Gạo – First 2026"));
  assert_text (fixture, job.id, "product", tea);
  assert_text (fixture, job.id, "step", "commune-received");
  g_ptr_array_unref (job.left_out);
  g_free (job.id);
  /* None is left that could have one. */
  job.id = NULL;
  job.left_out = g_ptr_array_new_with_free_func (g_free);
  g_assert_null (ocop_register_read (fixture->reg, plan_begin_all, &job, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_assert_cmpuint (job.left_out->len, ==, 3);
  g_ptr_array_unref (job.left_out);
  fixture_assert_sound (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier/window/article-7.6.a", test_window);
  g_test_add_func ("/dossier/by-hand/article-7.3", test_by_hand);
  g_test_add_func ("/dossier/window/article-12.3", test_excused);
  g_test_add_func ("/dossier/certificate", test_certificate);
  g_test_add_func ("/dossier/skipped", test_skipped);
  g_test_add_func ("/dossier/documents", test_documents);
  g_test_add_func ("/dossier/samples/article-6.2.d", test_samples);
  g_test_add_func ("/dossier/rounds/closed", test_closed_round);
  g_test_add_func ("/dossier/suggested-kind", test_suggested_kind);
  g_test_add ("/dossier/receipts", Fixture, NULL, fixture_set_up, test_receipts, fixture_tear_down);
  g_test_add ("/dossier/receipts/no-code", Fixture, NULL, fixture_set_up, test_no_code, fixture_tear_down);
  g_test_add ("/dossier/out-of-order", Fixture, NULL, fixture_set_up, test_out_of_order, fixture_tear_down);
  g_test_add ("/dossier/in-order", Fixture, NULL, fixture_set_up, test_in_order, fixture_tear_down);
  g_test_add ("/dossier/carry-over", Fixture, NULL, fixture_set_up, test_carry_over, fixture_tear_down);
  g_test_add ("/dossier/day-119", Fixture, NULL, fixture_set_up, test_day_119, fixture_tear_down);
  g_test_add ("/dossier/under-way", Fixture, NULL, fixture_set_up, test_under_way, fixture_tear_down);
  g_test_add ("/dossier/several-products", Fixture, NULL, fixture_set_up, test_several_products, fixture_tear_down);
  return g_test_run ();
}
