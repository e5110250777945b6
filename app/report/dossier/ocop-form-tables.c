/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of forms: receipts, documents, criteria, tests. */

#include "report/dossier/ocop-form-paper.h"

#include <glib/gi18n.h>

#include "evaluation/ocop-advisory.h"
#include "evaluation/ocop-choices.h"

/* Room to write in a cell. */
#define ROOM "\n\n"

typedef struct
{
  const char *name;
  const char *title;
  OcopPaperColumnType type;
  double width;
} Column;

static OcopPaperTable *
add_table (OcopPaper    *paper,
           const Column *columns,
           guint         n_columns)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      OcopPaperColumn *column = ocop_paper_table_add_column (table, columns[i].name, g_dpgettext2 (GETTEXT_PACKAGE, "form", columns[i].title),
                                                             columns[i].type, columns[i].width);

      if (columns[i].width < 10)
        column->align = OCOP_PAPER_ALIGN_CENTRE;
    }
  return table;
}

static OcopPaperRow *
add_row (OcopPaperTable *table)
{
  return ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
}

/* The lower part of Form 01 */

static const Column receipt_columns[] = {
  { "what", NC_("form", "Content"), OCOP_PAPER_COLUMN_TEXT, 20 },
  { "commune", NC_("form", "Commune People's Committee"), OCOP_PAPER_COLUMN_TEXT, 32 },
  { "province", NC_("form", "OCOP office of the province"), OCOP_PAPER_COLUMN_TEXT, 32 },
};

static void
add_receipt (OcopPaperTable      *table,
             const OcopFormFacts *facts,
             const char          *title,
             const char          *commune,
             const char          *province)
{
  OcopPaperRow *row = add_row (table);
  g_autofree char *at_commune = commune != NULL ? ocop_form_facts_get (facts, commune) : NULL;
  g_autofree char *at_province = province != NULL ? ocop_form_facts_get (facts, province) : NULL;

  row->cells[0] = ocop_value_text (title);
  row->cells[1] = ocop_value_text (at_commune);
  row->cells[2] = ocop_value_text (at_province);
}

static void
add_receipts (OcopPaper           *paper,
              const OcopFormFacts *facts)
{
  OcopPaperTable *table = add_table (paper, receipt_columns, G_N_ELEMENTS (receipt_columns));
  OcopPaperRow *signature, *body;

  add_receipt (table, facts, C_("form", "Receipt number"), "dossier.commune_receipt", "dossier.province_receipt");
  add_receipt (table, facts, C_("form", "Received on"), "dossier.commune_received_on", "dossier.province_received_on");
  add_receipt (table, facts, C_("form", "Received by"), "dossier.commune_receiver", "dossier.province_receiver");
  signature = add_row (table);
  signature->cells[0] = ocop_value_text (C_("form", "Signature"));
  signature->cells[1] = ocop_value_text (ROOM);
  add_receipt (table, facts, C_("form", "Receiving body"), "made.commune-body", NULL);
  body = g_ptr_array_index (table->rows, table->rows->len - 1);
  if (g_strcmp0 (ocop_record_get_text (facts->office, "level"), "province") == 0)
    body->cells[2] = ocop_value_text (ocop_record_get_text (facts->office, "name"));
}

/* The checklist */

static const Column document_columns[] = {
  { "number", NC_("form", "No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "document", NC_("form", "Document"), OCOP_PAPER_COLUMN_TEXT, 46 },
  { "state", NC_("form", "State"), OCOP_PAPER_COLUMN_TEXT, 18 },
  { "code", NC_("form", "Number, day"), OCOP_PAPER_COLUMN_TEXT, 20 },
};

static char *
describe_paper (const OcopRecord *document)
{
  const char *number = ocop_record_get_text (document, "number");
  OcopDate issued = ocop_record_get_date (document, "issued_on");
  g_autofree char *day = ocop_date_is_known (issued) ? ocop_date_to_people (issued) : NULL;

  return number != NULL && day != NULL ? g_strdup_printf ("%s, %s", number, day) : g_strdup (number != NULL ? number : day);
}

static void
add_documents (OcopPaper           *paper,
               const OcopFormFacts *facts)
{
  const OcopField *state = ocop_kind_find_field (ocop_kind_find ("dossier_document"), "state");
  OcopPaperTable *table;

  if (facts->dossier->documents->len == 0)
    {
      ocop_paper_add_paragraph (paper, OCOP_PAPER_PARAGRAPH_DOTTED);
      return;
    }
  table = add_table (paper, document_columns, G_N_ELEMENTS (document_columns));
  for (guint i = 0; i < facts->dossier->documents->len; i++)
    {
      const OcopRecord *document = g_ptr_array_index (facts->dossier->documents, i);
      OcopPaperRow *row = add_row (table);
      g_autofree char *described = describe_paper (document);

      row->cells[0] = ocop_value_integer (i + 1);
      row->cells[1] = ocop_value_text (ocop_record_get_text (document, "name"));
      row->cells[2] = ocop_value_text (ocop_field_choice_title (state, ocop_record_get_text (document, "state")));
      row->cells[3] = ocop_value_text (described);
    }
}

/* Part III of Form 02 */

static const Column criteria_columns[] = {
  { "code", NC_("form", "No."), OCOP_PAPER_COLUMN_TEXT, 6 },
  { "criterion", NC_("form", "Criterion"), OCOP_PAPER_COLUMN_TEXT, 48 },
  { "most", NC_("form", "Most points"), OCOP_PAPER_COLUMN_INTEGER, 8 },
  { "own", NC_("form", "Own points"), OCOP_PAPER_COLUMN_INTEGER, 8 },
  { "evidence", NC_("form", "Evidence"), OCOP_PAPER_COLUMN_TEXT, 34 },
};

static const OcopOption *
get_chosen (const OcopCriterion *leaf,
            const guint8        *choices)
{
  return choices != NULL && choices[leaf->place] != OCOP_NOT_SCORED ? ocop_criterion_get_option (leaf, choices[leaf->place]) : NULL;
}

static void
add_leaf (OcopPaperTable      *table,
          const OcopCriterion *leaf,
          const OcopFormFacts *facts)
{
  const OcopOption *chosen = get_chosen (leaf, facts->self);
  g_autofree char *text = chosen != NULL ? g_strdup_printf ("%s: %s", leaf->title, chosen->text) : NULL;
  OcopPaperRow *row = add_row (table);

  row->cells[0] = ocop_value_text (leaf->code);
  row->cells[1] = ocop_value_text (text != NULL ? text : leaf->title);
  row->cells[2] = ocop_value_integer (leaf->max_points / 100);
  if (chosen != NULL)
    row->cells[3] = ocop_value_integer (chosen->points / 100);
  row->cells[4] = ocop_value_text (ROOM);
}

/* What has criteria within it is a line of its own over them. */
static void
add_criterion (OcopPaperTable      *table,
               const OcopCriterion *criterion,
               const OcopFormFacts *facts)
{
  if (criterion->options->len > 0)
    {
      add_leaf (table, criterion, facts);
      return;
    }
  if (criterion->title != NULL)
    {
      g_autofree char *label = g_strdup_printf ("%s. %s", criterion->code, criterion->title);

      ocop_paper_table_add_row (table, OCOP_PAPER_ROW_GROUP, label)->cells[2] = ocop_value_integer (criterion->max_points / 100);
    }
  for (guint i = 0; i < criterion->criteria->len; i++)
    add_criterion (table, g_ptr_array_index (criterion->criteria, i), facts);
}

/* Whoever assessed the own product finds the sum below. */
static void
add_own_total (OcopPaperTable      *table,
               const OcopFormFacts *facts)
{
  OcopPaperRow *total = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_TOTAL, C_("form", "Total"));
  guint points = 0;

  for (guint i = 0; i < facts->criteria->leaves->len; i++)
    {
      const OcopOption *chosen = get_chosen (g_ptr_array_index (facts->criteria->leaves, i), facts->self);

      points += chosen != NULL ? chosen->points : 0;
    }
  total->cells[2] = ocop_value_integer (100);
  if (facts->self != NULL)
    total->cells[3] = ocop_value_integer (points / 100);
}

static void
add_criteria (OcopPaper           *paper,
              const OcopFormFacts *facts)
{
  OcopPaperTable *table;

  if (facts->criteria == NULL)
    {
      ocop_paper_paragraph_add (ocop_paper_add_paragraph (paper, OCOP_PAPER_PARAGRAPH_BODY),
                                _("The product has no criteria set yet: choose one, and its criteria stand here."), FALSE);
      return;
    }
  table = add_table (paper, criteria_columns, G_N_ELEMENTS (criteria_columns));
  for (guint i = 0; i < facts->criteria->parts->len; i++)
    add_criterion (table, g_ptr_array_index (facts->criteria->parts, i), facts);
  add_own_total (table, facts);
}

/* What a visit has to look at */

static const Column verification_columns[] = {
  { "code", NC_("form", "No."), OCOP_PAPER_COLUMN_TEXT, 6 },
  { "criterion", NC_("form", "Criterion"), OCOP_PAPER_COLUMN_TEXT, 40 },
  { "own", NC_("form", "Own points"), OCOP_PAPER_COLUMN_INTEGER, 8 },
  { "advised", NC_("form", "Group's points"), OCOP_PAPER_COLUMN_INTEGER, 8 },
  { "found", NC_("form", "What was found"), OCOP_PAPER_COLUMN_TEXT, 42 },
};

static void
add_verification (OcopPaper           *paper,
                  const OcopFormFacts *facts)
{
  const char *chosen = facts->stop != NULL ? ocop_record_get_text (facts->stop, "verify") : NULL;
  OcopPaperTable *table = add_table (paper, verification_columns, G_N_ELEMENTS (verification_columns));
  g_autoptr(GPtrArray) leaves = ocop_advisory_to_verify (facts->criteria, chosen);

  for (guint i = 0; i < leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (leaves, i);
      const OcopOption *own = get_chosen (leaf, facts->self), *advised = get_chosen (leaf, facts->advised);
      g_autofree char *text = own != NULL ? g_strdup_printf ("%s: %s", leaf->title, own->text) : g_strdup (leaf->title);
      OcopPaperRow *row = add_row (table);

      row->cells[0] = ocop_value_text (leaf->code);
      row->cells[1] = ocop_value_text (text);
      if (own != NULL)
        row->cells[2] = ocop_value_integer (own->points / 100);
      if (advised != NULL)
        row->cells[3] = ocop_value_integer (advised->points / 100);
      row->cells[4] = ocop_value_text (ROOM);
    }
}

/* Extra tests */

static const Column test_columns[] = {
  { "number", NC_("form", "No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "what", NC_("form", "What is tested"), OCOP_PAPER_COLUMN_TEXT, 32 },
  { "where", NC_("form", "Sent to"), OCOP_PAPER_COLUMN_TEXT, 24 },
  { "sent", NC_("form", "Sent on"), OCOP_PAPER_COLUMN_DATE, 11 },
  { "result", NC_("form", "Result"), OCOP_PAPER_COLUMN_TEXT, 28 },
};

static void
add_tests (OcopPaper           *paper,
           const OcopFormFacts *facts)
{
  OcopPaperTable *table = add_table (paper, test_columns, G_N_ELEMENTS (test_columns));

  for (guint i = 0; i < MAX (facts->tests->len, 2); i++)
    {
      const OcopRecord *test = i < facts->tests->len ? g_ptr_array_index (facts->tests, i) : NULL;
      OcopPaperRow *row = add_row (table);

      row->cells[0] = ocop_value_integer (i + 1);
      if (test == NULL)
        continue;
      row->cells[1] = ocop_value_text (ocop_record_get_text (test, "name"));
      row->cells[2] = ocop_value_text (ocop_record_get_text (test, "laboratory"));
      row->cells[3] = ocop_value_text (ocop_record_get_text (test, "sent_on"));
      row->cells[4] = ocop_value_text (ocop_record_get_text (test, "result"));
    }
}

void
ocop_form_paper_add_table (OcopPaper           *paper,
                           OcopFormTable        table,
                           const OcopFormFacts *facts)
{
  switch (table)
    {
    case OCOP_FORM_TABLE_RECEIPTS:
      add_receipts (paper, facts);
      break;
    case OCOP_FORM_TABLE_DOCUMENTS:
      add_documents (paper, facts);
      break;
    case OCOP_FORM_TABLE_CRITERIA:
      add_criteria (paper, facts);
      break;
    case OCOP_FORM_TABLE_VERIFICATION:
      add_verification (paper, facts);
      break;
    case OCOP_FORM_TABLE_TESTS:
    default:
      add_tests (paper, facts);
    }
}
