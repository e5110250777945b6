/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-law.h"

#include "model/ocop-kind.h"

static const OcopRuleBook *
book_2026 (void)
{
  return ocop_law_book_on (ocop_law_get_default (), ocop_date_new (2026, 5, 22));
}

static const OcopProcedure *
find (const char *kind)
{
  return ocop_procedures_find (book_2026 ()->procedures, ocop_dossier_kind_from_key (kind));
}

static OcopDossierStep
step_of (const char *key)
{
  return ocop_dossier_step_from_key (key);
}

/* The register stores these by their keys, the law counts them by their places. */
static void
test_names (void)
{
  const OcopKind *dossier = ocop_kind_find ("dossier");
  const OcopChoice *kinds = ocop_kind_find_field (dossier, "kind")->choices;
  const OcopChoice *steps = ocop_kind_find_field (dossier, "step")->choices;

  for (guint i = 0; i < OCOP_N_DOSSIER_KINDS; i++)
    g_assert_cmpstr (ocop_dossier_kind_to_key (i), ==, kinds[i].key);
  g_assert_null (kinds[OCOP_N_DOSSIER_KINDS].key);
  for (guint i = 0; i < OCOP_N_STEPS; i++)
    g_assert_cmpstr (ocop_dossier_step_to_key (i), ==, steps[i].key);
  g_assert_null (steps[OCOP_N_STEPS].key);
  g_assert_cmpint (step_of (NULL), ==, OCOP_STEP_NONE);
  g_assert_cmpint (step_of ("paid"), ==, OCOP_STEP_NONE);
}

/* Articles 7.1 to 7.6: where each step is ruled. */
static void
test_articles (void)
{
  static const struct { const char *kind, *step, *article; } cases[] = {
    { "first", "commune-received", "Điều 7.1" },
    { "first", "proposed", "Điều 7.2" },
    { "first", "advisory", "Điều 7.3" },
    { "upgrade", "council", "Điều 7.3" },
    { "upgrade", "forwarded", "Điều 7.4" },
    { "again", "commune-received", "Điều 7.6.a" },
    { "again", "council", "Điều 7.6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ocop_procedure_find_step (find (cases[i].kind), step_of (cases[i].step))->article, ==, cases[i].article);
}

/* Article 7.6: no advisory group, outside the rounds, within its window; no idea comes before it. */
static void
test_kinds (void)
{
  const OcopProcedure *first = find ("first"), *again = find ("again");

  g_assert_true (find ("upgrade") == first);
  g_assert_true (first->in_rounds);
  g_assert_false (first->in_window);
  g_assert_false (again->in_rounds);
  g_assert_true (again->in_window);
  g_assert_null (ocop_procedure_find_step (again, OCOP_STEP_ADVISORY));
  g_assert_null (ocop_procedure_find_step (again, OCOP_STEP_IDEA));
  g_assert_cmpuint (ocop_law_book_on (ocop_law_get_default (), ocop_date_new (2026, 5, 21))->procedures->len, ==, 0);
}

static char *
describe_skipped (const char *kind,
                  const char *from,
                  const char *to)
{
  OcopDossierStep skipped[OCOP_N_STEPS];
  GString *text = g_string_new (NULL);
  guint n;

  if (!ocop_procedure_skipped (find (kind), step_of (from), step_of (to), skipped, &n))
    return g_string_free (g_string_append (text, "no way"), FALSE);
  g_assert_cmpint (n == 0, ==, ocop_procedure_may_follow (find (kind), step_of (from), step_of (to)));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ocop_dossier_step_to_key (skipped[i]));
  return g_string_free (text, FALSE);
}

static void
test_skipped (void)
{
  static const struct { const char *kind, *from, *to, *skipped; } cases[] = {
    { "first", NULL, "idea", "" },
    { "first", NULL, "commune-received", "" },
    { "first", NULL, "proposed", "commune-received" },
    { "first", "idea", "proposed", "commune-received" },
    { "first", "commune-received", "commune-returned", "" },
    { "first", "commune-returned", "proposed", "commune-received" },
    { "first", "commune-received", "council", "proposed province-received complete advisory" },
    { "first", "province-returned", "province-received", "" },
    { "first", "province-returned", "proposed", "" },
    { "first", "complete", "council", "advisory" },
    { "again", "complete", "council", "" },
    { "again", "complete", "recognised", "council scored submitted" },
    { "again", "complete", "forwarded", "" },
    { "first", "submitted", "forwarded", "" },
    { "first", "submitted", "recognised", "" },
    { "first", "scored", "not-classed", "" },
    { "first", "forwarded", "council", "" },
    { "first", "council", "withdrawn", "" },
    { "first", "council", "complete", "no way" },
    { "first", "recognised", "council", "no way" },
    { "first", "council", "council", "no way" },
    { "again", "complete", "advisory", "no way" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *skipped = describe_skipped (cases[i].kind, cases[i].from, cases[i].to);

      g_test_message ("%s: %s, %s", cases[i].kind, cases[i].from, cases[i].to);
      g_assert_cmpstr (skipped, ==, cases[i].skipped);
    }
}

static void
test_ends (void)
{
  for (OcopDossierStep step = 0; step < OCOP_N_STEPS; step++)
    {
      g_assert_cmpint (ocop_procedure_is_end (find ("first"), step), ==, step >= OCOP_STEP_RECOGNISED);
      g_assert_cmpint (ocop_procedure_is_end (find ("again"), step), ==,
                       step >= OCOP_STEP_RECOGNISED || step == OCOP_STEP_ADVISORY || step == OCOP_STEP_IDEA);
    }
}

static const OcopDocument *
find_document (const char *code,
               const char *kind)
{
  const GPtrArray *documents = book_2026 ()->documents;

  for (guint i = 0; i < documents->len; i++)
    {
      const OcopDocument *document = g_ptr_array_index (documents, i);

      if (g_str_equal (document->code, code) && document->articles[ocop_dossier_kind_from_key (kind)] != NULL)
        return document;
    }
  return NULL;
}

/* Article 6: what each kind of dossier is made of, and who has to have it. */
static void
test_documents (void)
{
  static const struct { const char *kind, *code, *article, *form, *step; OcopDocumentFrom from; gboolean goods, tourism; } cases[] = {
    { "first", "form-01", "Điều 6.1.a", "Mẫu số 01", "proposed", OCOP_DOCUMENT_FROM_PRODUCER, TRUE, TRUE },
    { "first", "form-02", "Điều 6.1.a", "Mẫu số 02", "proposed", OCOP_DOCUMENT_FROM_PRODUCER, TRUE, TRUE },
    { "upgrade", "form-02", "Điều 6.1.b", "Mẫu số 02", "proposed", OCOP_DOCUMENT_FROM_PRODUCER, TRUE, TRUE },
    { "again", "form-02", "Điều 6.1.c", "Mẫu số 02", "proposed", OCOP_DOCUMENT_FROM_PRODUCER, TRUE, TRUE },
    { "first", "commune-letter", "Điều 6.2.a", NULL, "proposed", OCOP_DOCUMENT_FROM_COMMUNE, TRUE, TRUE },
    { "again", "form-03", "Điều 6.2.b", "Mẫu số 03", "proposed", OCOP_DOCUMENT_FROM_COMMUNE, TRUE, TRUE },
    { "first", "samples", "Điều 6.2.d", NULL, "complete", OCOP_DOCUMENT_FROM_COMMUNE, TRUE, FALSE },
    { "upgrade", "approval-decision", "Điều 6.3.a", NULL, "forwarded", OCOP_DOCUMENT_FROM_PROVINCE, TRUE, TRUE },
    { "again", "office-report", "Điều 6.3.b", NULL, "forwarded", OCOP_DOCUMENT_FROM_PROVINCE, TRUE, TRUE },
    { "first", "extra-tests", "Điều 6.3.a", NULL, "forwarded", OCOP_DOCUMENT_FROM_PROVINCE, FALSE, FALSE },
    { "first", "test-results", "Phụ lục III", "Mẫu số 02, Phần III", "proposed", OCOP_DOCUMENT_FROM_PRODUCER, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopDossierKind kind = ocop_dossier_kind_from_key (cases[i].kind);
      const OcopDocument *document = find_document (cases[i].code, cases[i].kind);

      g_assert_nonnull (document);
      g_assert_cmpstr (document->articles[kind], ==, cases[i].article);
      g_assert_cmpstr (document->form, ==, cases[i].form);
      g_assert_cmpstr (ocop_dossier_step_to_key (document->step), ==, cases[i].step);
      g_assert_cmpint (document->from, ==, cases[i].from);
      g_assert_cmpint (ocop_document_is_demanded (document, kind, "QD26-01"), ==, cases[i].goods);
      g_assert_cmpint (ocop_document_is_demanded (document, kind, "QD26-26"), ==, cases[i].tourism);
    }
  g_assert_null (find_document ("advisory-report", "again"));
}

/* Article 6.1.c: a re-evaluation brings tests, materials and figures anew; an upgrade only what ran out or changed. */
static void
test_carried (void)
{
  static const struct { const char *code; gboolean upgrade, again, expires; } cases[] = {
    { "form-01", FALSE, FALSE, FALSE },
    { "form-02", FALSE, FALSE, FALSE },
    { "business-registration", TRUE, TRUE, FALSE },
    { "quality-system", TRUE, TRUE, TRUE },
    { "test-results", TRUE, FALSE, TRUE },
    { "raw-materials", TRUE, FALSE, TRUE },
    { "growth", FALSE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OcopDocument *document = find_document (cases[i].code, "again");

      g_assert_cmpint ((document->carried & 1u << OCOP_DOSSIER_FIRST) != 0, ==, FALSE);
      g_assert_cmpint ((find_document (cases[i].code, "upgrade")->carried & 1u << OCOP_DOSSIER_UPGRADE) != 0, ==, cases[i].upgrade);
      g_assert_cmpint ((document->carried & 1u << OCOP_DOSSIER_AGAIN) != 0, ==, cases[i].again);
      g_assert_cmpint (document->expires, ==, cases[i].expires);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/procedure/names", test_names);
  g_test_add_func ("/procedure/articles", test_articles);
  g_test_add_func ("/procedure/kinds/article-7.6", test_kinds);
  g_test_add_func ("/procedure/skipped", test_skipped);
  g_test_add_func ("/procedure/ends", test_ends);
  g_test_add_func ("/procedure/documents/article-6", test_documents);
  g_test_add_func ("/procedure/documents/carried", test_carried);
  return g_test_run ();
}
