/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-error.h"
#include "law/ocop-law.h"
#include "register/fixture.h"
#include "report/dossier/ocop-form-facts.h"
#include "report/dossier/ocop-form-paper.h"

static const OcopRuleBook *
today_book (void)
{
  return ocop_law_book_on (ocop_law_get_default (), ocop_date_new (2026, 11, 1));
}

static gboolean
is_document (const char *code)
{
  const GPtrArray *documents = today_book ()->documents;

  for (guint i = 0; i < documents->len; i++)
    if (g_strcmp0 (((const OcopDocument *) documents->pdata[i])->code, code) == 0)
      return TRUE;
  return FALSE;
}

static void
assert_values (const char *values)
{
  g_auto(GStrv) names = g_strsplit (values, ";", -1);

  for (char **name = names; *name != NULL; name++)
    if (!ocop_form_facts_has (g_strstrip (*name)))
      g_error ("there is no value “%s”", *name);
}

/* All that the shipped forms ask for, the register can be asked for. */
static void
test_shipped (void)
{
  static const char * const names[] = { "form-01", "form-02", "form-03", "receipt", "visit-record" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;
      const OcopForm *form = ocop_forms_find (today_book (), names[i], &error);

      g_assert_no_error (error);
      for (guint j = 0; j < form->blocks->len; j++)
        {
          const OcopFormBlock *block = form->blocks->pdata[j];

          if (block->value != NULL)
            assert_values (block->value);
          if (block->document != NULL)
            g_assert_true (is_document (block->document));
        }
    }
}

/* A book whose forms nobody knows says so. */
static void
test_unknown_book (void)
{
  const OcopRuleBook *former = ocop_law_book_on (ocop_law_get_default (), ocop_date_new (2024, 1, 1));
  g_autoptr(GError) error = NULL;

  g_assert_null (ocop_forms_find (former, "form-01", &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "148/QĐ-TTg"));
}

static void
test_faults (void)
{
  static const struct { const char *text; const char *place; } faults[] = {
    { "{\"decision\": \"x\", \"forms\": [{\"name\": \"a\", \"title\": \"A\", \"head\": \"nobody\", \"blocks\": []}]}", "head" },
    { "{\"decision\": \"x\", \"forms\": [{\"name\": \"a\", \"title\": \"A\", \"head\": \"nation\", \"blocks\": [{}]}]}", "blocks[0]" },
    { "{\"decision\": \"x\", \"forms\": [{\"name\": \"a\", \"title\": \"A\", \"head\": \"nation\", \"blocks\": [{\"table\": \"no\"}]}]}", "table" },
    { "{\"decision\": \"x\", \"forms\": [{\"name\": \"a\", \"title\": \"A\", \"head\": \"nation\", \"blocks\": [{\"lines\": 400}]}]}", "lines" },
    { "{", "forms.json" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (faults[i].text, strlen (faults[i].text));
      g_autoptr(GError) error = NULL;

      g_assert_null (ocop_forms_load (bytes, "forms.json", &error));
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
      if (strstr (error->message, faults[i].place) == NULL)
        g_error ("“%s” does not name %s", error->message, faults[i].place);
    }
}

typedef struct
{
  Fixture fixture;
  char *dossier;
} Dossier;

static void
dossier_set_up (Dossier       *self,
                gconstpointer  data)
{
  g_autofree char *province = NULL, *commune = NULL, *producer = NULL, *product = NULL;
  Fixture *fixture = &self->fixture;

  fixture_set_up (fixture, NULL);
  province = fixture_add (fixture, "unit", "name", "Thực Hành", "type", "tỉnh", "level", "province", "code", "99", NULL);
  commune = fixture_add (fixture, "unit", "name", "Đồng Xanh", "type", "xã", "level", "commune", "code", "99008", "parent", province, NULL);
  producer = fixture_add (fixture, "producer", "name", "HTX Đồng Xanh", "kind", "cooperative", "unit", commune, "address", "Thôn 8",
                          "representative", "Trần Văn Thử", NULL);
  product = fixture_add (fixture, "product", "name", "Gạo nếp Đồng Xanh", "producer", producer, "unit", commune, "criteria_set", "QD26-03", NULL);
  g_free (fixture_add (fixture, "certificate", "name", "Cơ sở đủ điều kiện an toàn thực phẩm", "producer", producer, "expires_on", "2027-01-01", NULL));
  g_free (fixture_add (fixture, "certificate", "name", "Giấy chứng nhận đăng ký nhãn hiệu", "product", product, "expires_on", "2026-01-01", NULL));
  self->dossier = fixture_add (fixture, "dossier", "name", "Gạo nếp – Lần đầu 2026", "product", product, "kind", "upgrade", "step", "commune-received",
                               "step_on", "2026-10-05", "commune_received_on", "2026-10-05", "commune_receipt", "07-X/PĐK-99-99008-2026",
                               "self_choices", "1.1=2", NULL);
  g_free (fixture_add (fixture, "dossier_document", "dossier", self->dossier, "document", "form-02", "name", "Báo cáo", "state", "handed-in", NULL));
}

static void
dossier_tear_down (Dossier       *self,
                   gconstpointer  data)
{
  g_free (self->dossier);
  fixture_tear_down (&self->fixture, NULL);
}

static gpointer
read_facts (OcopReader    *reader,
            gpointer       dossier,
            GCancellable  *cancellable,
            GError       **error)
{
  return ocop_form_facts_load (reader, dossier, ocop_date_new (2026, 11, 1), error);
}

static OcopFormFacts *
load_facts (Dossier *self)
{
  g_autoptr(GError) error = NULL;
  OcopFormFacts *facts = ocop_register_read (self->fixture.reg, read_facts, self->dossier, &error);

  g_assert_no_error (error);
  return facts;
}

static void
test_facts (Dossier       *self,
            gconstpointer  data)
{
  static const struct { const char *value; const char *text; } expected[] = {
    { "producer.name", "HTX Đồng Xanh" },
    { "made.address", "Thôn 8, xã Đồng Xanh, tỉnh Thực Hành" },
    { "made.commune-body", "UBND xã Đồng Xanh" },
    { "made.set", "03. Gạo, ngũ cốc, hạt sơ chế khác" },
    { "dossier.commune_receipt", "07-X/PĐK-99-99008-2026" },
    { "dossier.commune_received_on", "05/10/2026" },
    { "producer.phone", NULL },
    { "workers.local", NULL },
    { "stop.findings", NULL },
  };
  g_autoptr(OcopFormFacts) facts = load_facts (self);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = ocop_form_facts_get (facts, expected[i].value);

      g_assert_cmpstr (text, ==, expected[i].text);
    }
  g_assert_true (ocop_form_facts_has_document (facts, "form-02"));
  g_assert_false (ocop_form_facts_has_document (facts, "form-01"));
  g_assert_true (ocop_form_facts_has_certificate (facts, "an toan thuc pham"));
  g_assert_false (ocop_form_facts_has_certificate (facts, "nhan hieu"));   /* it ran out */
}

static const OcopPaperTable *
find_table (const OcopPaper *paper,
            const char      *column)
{
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const OcopPaperBlock *block = paper->blocks->pdata[i];

      if (block->type == OCOP_PAPER_BLOCK_TABLE && g_strcmp0 (ocop_paper_table_get_column (block->table, 1)->name, column) == 0)
        return block->table;
    }
  return NULL;
}

/* Each criterion of the set has its line, with the points that the producer gave itself. */
static void
test_criteria (Dossier       *self,
               gconstpointer  data)
{
  g_autoptr(OcopFormFacts) facts = load_facts (self);
  const OcopForm *form = ocop_forms_find (facts->book, "form-02", NULL);
  g_autoptr(OcopPaper) paper = ocop_form_paper_new (form, facts);
  const OcopPaperTable *table = find_table (paper, "criterion");
  guint n_leaves = 0, n_scored = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const OcopPaperRow *row = table->rows->pdata[i];

      n_leaves += row->kind == OCOP_PAPER_ROW_DATA;
      n_scored += row->kind == OCOP_PAPER_ROW_DATA && row->cells[3].type == OCOP_VALUE_INTEGER;
    }
  g_assert_cmpuint (n_leaves, ==, facts->criteria->leaves->len);
  g_assert_cmpuint (n_scored, ==, 1);
  g_assert_cmpstr (paper->form, ==, "Mẫu số 02");
}

/* Without a set there is a sentence in the place of the criteria, and nothing else is missing. */
static void
test_no_set (Dossier       *self,
             gconstpointer  data)
{
  g_autoptr(OcopRecord) dossier = fixture_load (&self->fixture, "dossier", self->dossier);
  g_autoptr(OcopFormFacts) facts = NULL;
  g_autoptr(OcopPaper) paper = NULL;

  fixture_edit (&self->fixture, "product", ocop_record_get_text (dossier, "product"), "criteria_set", NULL);
  facts = load_facts (self);
  paper = ocop_form_paper_new (ocop_forms_find (facts->book, "form-02", NULL), facts);
  g_assert_null (facts->criteria);
  g_assert_null (find_table (paper, "criterion"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/shipped", test_shipped);
  g_test_add_func ("/form/unknown-book", test_unknown_book);
  g_test_add_func ("/form/faults", test_faults);
  g_test_add ("/form/facts", Dossier, NULL, dossier_set_up, test_facts, dossier_tear_down);
  g_test_add ("/form/criteria", Dossier, NULL, dossier_set_up, test_criteria, dossier_tear_down);
  g_test_add ("/form/no-set", Dossier, NULL, dossier_set_up, test_no_set, dossier_tear_down);
  return g_test_run ();
}
