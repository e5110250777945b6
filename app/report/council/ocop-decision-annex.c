/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-decision-annex.h"

#include <glib/gi18n.h>

#include "report/council/ocop-council-words.h"

enum
{
  CELL_NUMBER,
  CELL_PRODUCT,
  CELL_PRODUCER,
  CELL_ADDRESS,
  CELL_SCORE,
  CELL_CLASS,
  CELL_CODE,
  /* Of what ends. */
  CELL_CERTIFICATE = CELL_SCORE,
  CELL_REASON = CELL_CODE,
};

static const char * const titles[] = {
  [OCOP_DECISION_RECOGNITION] = N_("LIST OF PRODUCTS RECOGNISED AS OCOP PRODUCTS"),
  [OCOP_DECISION_APPROVAL] = N_("LIST OF PRODUCTS WHOSE RESULT IS APPROVED AND FORWARDED TO THE CENTRE"),
  [OCOP_DECISION_NOT_CLASSED] = N_("LIST OF PRODUCTS THAT DO NOT REACH 3 STARS"),
  [OCOP_DECISION_CENTRAL] = N_("LIST OF PRODUCTS RECOGNISED AS OCOP PRODUCTS OF 5 STARS"),
  [OCOP_DECISION_REVOCATION] = N_("LIST OF PRODUCTS WHOSE CERTIFICATE IS REVOKED"),
  [OCOP_DECISION_WITHDRAWAL] = N_("LIST OF PRODUCTS WHOSE RECOGNITION IS WITHDRAWN"),
};

char *
ocop_decision_describe_class (const OcopDecisionLine *line)
{
  guint class = (guint) ocop_record_get_integer (line->record, "class", 0);
  const char *outcome = ocop_record_get_text (line->record, "outcome");
  const char *ended = line->recognition != NULL ? ocop_record_get_text (line->recognition, "outcome") : NULL;
  gboolean is_classed = class > 0 && g_strcmp0 (outcome, ocop_dossier_step_to_key (OCOP_STEP_NOT_CLASSED)) != 0;

  if (g_strcmp0 (outcome, ocop_dossier_step_to_key (OCOP_STEP_FORWARDED)) == 0 || g_strcmp0 (ended, "potential5") == 0)
    return g_strdup_printf (ngettext ("Potential %u star", "Potential %u stars", class), class);
  return is_classed ? g_strdup_printf (ngettext ("%u star", "%u stars", class), class) : g_strdup (_("Does not reach 3 stars"));
}

char *
ocop_decision_describe_evidence (const OcopDecisionLine *line)
{
  const char *ground = ocop_record_get_text (line->record, "ground");
  const char *number = ocop_record_get_text (line->record, "conclusion_number");
  const char *body = ocop_record_get_text (line->record, "conclusion_body");
  OcopDate date = ocop_record_get_date (line->record, "conclusion_date");
  g_autofree char *day = ocop_date_is_day (date) ? ocop_date_to_document (date) : g_strdup ("……");

  if (number == NULL && !ocop_date_is_day (date))
    return NULL;
  number = number != NULL ? number : "……";
  body = body != NULL ? body : "……";
  if (ground == NULL)
    return g_strdup_printf (_("document no. %s of %s of %s"), number, day, body);
  if (g_str_equal (ground, "stopped"))
    return g_strdup_printf (_("confirmation no. %s of %s of %s"), number, day, body);
  return g_strdup_printf (_("conclusion no. %s of %s of %s"), number, day, body);
}

char *
ocop_decision_describe_reason (const OcopDecisionLine *line)
{
  const char *ground = ocop_record_get_text (line->record, "ground");
  const char *title = ocop_council_choice_title ("decision_line", "ground", ground);
  g_autofree char *evidence = ocop_decision_describe_evidence (line);

  if (evidence == NULL)
    return g_strdup (title);
  return ground != NULL ? g_strdup_printf ("%s (%s)", title, evidence) : g_steal_pointer (&evidence);
}

static void
add_columns (OcopPaperTable *table,
             gboolean        ends,
             gboolean        has_words)
{
  ocop_paper_table_add_column (table, "number", _("No."), OCOP_PAPER_COLUMN_INTEGER, 4)->align = OCOP_PAPER_ALIGN_CENTRE;
  ocop_paper_table_add_column (table, "product", _("Product"), OCOP_PAPER_COLUMN_TEXT, 22);
  ocop_paper_table_add_column (table, "producer", _("Producer"), OCOP_PAPER_COLUMN_TEXT, 22);
  ocop_paper_table_add_column (table, "address", _("Address"), OCOP_PAPER_COLUMN_TEXT, 20);
  if (ends)
    ocop_paper_table_add_column (table, "certificate", _("Certificate number"), OCOP_PAPER_COLUMN_TEXT, 14)->align = OCOP_PAPER_ALIGN_CENTRE;
  else
    ocop_paper_table_add_column (table, "score", C_("decision", "Points"), OCOP_PAPER_COLUMN_HUNDREDTHS, 7);
  ocop_paper_table_add_column (table, "class", _("Class"), OCOP_PAPER_COLUMN_TEXT, has_words ? 14 : 8)->align = OCOP_PAPER_ALIGN_CENTRE;
  if (ends)
    ocop_paper_table_add_column (table, "reason", _("Reason"), OCOP_PAPER_COLUMN_TEXT, 28);
  else
    ocop_paper_table_add_column (table, "code", _("Product code"), OCOP_PAPER_COLUMN_TEXT, 14)->align = OCOP_PAPER_ALIGN_CENTRE;
}

static void
add_line (OcopPaperTable          *table,
          const OcopDecisionFacts *facts,
          guint                    place,
          gboolean                 ends)
{
  const OcopDecisionLine *line = ocop_decision_facts_get_line (facts, place);
  const OcopProductFacts *product = ocop_decision_facts_get_product (facts, place);
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
  g_autofree char *class = ocop_decision_describe_class (line);
  g_autofree char *reason = ends ? ocop_decision_describe_reason (line) : NULL;

  row->cells[CELL_NUMBER] = ocop_value_integer (place + 1);
  row->cells[CELL_PRODUCT] = ocop_value_text (ocop_product_facts_get_name (product));
  row->cells[CELL_PRODUCER] = ocop_value_text (ocop_product_facts_get_producer (product));
  row->cells[CELL_ADDRESS] = ocop_value_text (product->address);
  row->cells[CELL_CLASS] = ocop_value_text (class);
  if (ends)
    {
      row->cells[CELL_CERTIFICATE] = ocop_value_copy (ocop_record_get (line->record, "certificate_number"));
      row->cells[CELL_REASON] = ocop_value_text (reason);
      return;
    }
  row->cells[CELL_SCORE] = ocop_value_copy (ocop_record_get (line->record, "score"));
  row->cells[CELL_CODE] = ocop_value_text (ocop_decision_facts_get_code (facts, place));
}

OcopPaper *
ocop_decision_annex_new (const OcopDecisionFacts *facts)
{
  OcopPaper *paper = ocop_paper_new (_(titles[ocop_decision_get_kind (facts->decision)]));
  g_autofree char *number = ocop_decision_facts_dup_number (facts);
  g_autofree char *day = ocop_decision_facts_dup_day (facts);
  g_autofree char *issuer = ocop_decision_facts_dup_issuer (facts);
  OcopDecisionKind kind = ocop_decision_get_kind (facts->decision);
  gboolean ends = ocop_decision_kind_ends (kind);
  OcopPaperTable *table;

  paper->source = g_strdup_printf (ocop_decision_kind_is_notice (kind) ? _("With notice no. %s of %s of the %s")
                                                                        : _("With decision no. %s of %s of the %s"), number, day, issuer);
  paper->practice = ocop_record_get_integer (facts->office, "practice", 0) != 0;
  paper->date = ocop_record_get_date (facts->decision->record, "decided_on");
  table = ocop_paper_add_table (paper, _("Annex"));
  /* "Tiềm năng 5 sao", "Không đạt hạng 3 sao" */
  add_columns (table, ends, kind == OCOP_DECISION_APPROVAL || kind == OCOP_DECISION_NOT_CLASSED);
  for (guint i = 0; i < facts->lines->len; i++)
    add_line (table, facts, i, ends);
  return paper;
}
