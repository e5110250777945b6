/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-opinion-papers.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "evaluation/ocop-proposal.h"
#include "report/council/ocop-council-head.h"

#define N_OTHER_LINES 3

static gboolean
is_judged_again (const OcopCouncilProduct *product)
{
  return ocop_dossier_kind_from_key (ocop_record_get_text (product->scored->dossier, "kind")) == OCOP_DOSSIER_AGAIN;
}

gboolean
ocop_opinion_papers_apply (const OcopCouncilFacts *facts)
{
  for (guint i = 0; i < facts->products->len; i++)
    if (is_judged_again (ocop_council_facts_get_product (facts, i)))
      return TRUE;
  return FALSE;
}

/* The form */

enum
{
  FORM_NUMBER,
  FORM_PRODUCT,
  FORM_PRODUCER,
  FORM_AGREE,
  FORM_DISAGREE,
  FORM_OTHER,
};

static void
add_form_columns (OcopPaperTable *table)
{
  ocop_paper_table_add_column (table, "number", _("No."), OCOP_PAPER_COLUMN_INTEGER, 4)->align = OCOP_PAPER_ALIGN_CENTRE;
  ocop_paper_table_add_column (table, "product", _("Product"), OCOP_PAPER_COLUMN_TEXT, 22);
  ocop_paper_table_add_column (table, "producer", _("Producer"), OCOP_PAPER_COLUMN_TEXT, 22);
  ocop_paper_table_add_column (table, "agree", _("Keeps to the criteria"), OCOP_PAPER_COLUMN_BOX, 8);
  ocop_paper_table_add_column (table, "disagree", _("Does not"), OCOP_PAPER_COLUMN_BOX, 8);
  ocop_paper_table_add_column (table, "other", _("Points proposed, opinion"), OCOP_PAPER_COLUMN_TEXT, 24);
}

static void
add_form_products (OcopPaperTable         *table,
                   const OcopCouncilFacts *facts,
                   guint                   member)
{
  guint number = 0;

  for (guint i = 0; i < facts->products->len; i++)
    {
      const OcopCouncilProduct *product = ocop_council_facts_get_product (facts, i);
      OcopPaperRow *row;

      if (!is_judged_again (product) || product->scored->sheets[member].recusal != NULL)
        continue;
      row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
      row->cells[FORM_NUMBER] = ocop_value_integer (++number);
      row->cells[FORM_PRODUCT] = ocop_value_text (ocop_product_facts_get_name (product->facts));
      row->cells[FORM_PRODUCER] = ocop_value_text (ocop_product_facts_get_producer (product->facts));
      row->cells[FORM_AGREE] = row->cells[FORM_DISAGREE] = ocop_value_integer (0);
    }
}

/* The day after the last one on which they may answer; %NULL where none is set. */
static char *
dup_return_day (const OcopCouncilFacts *facts)
{
  OcopDate answers_by = ocop_record_get_date (facts->session->record, "answers_by");

  return ocop_date_is_day (answers_by) ? ocop_date_to_people (ocop_date_add_days (answers_by, 1)) : NULL;
}

static OcopPaper *
form_new (const OcopCouncilFacts *facts,
          guint                   place)
{
  const OcopSessionMember *member = ocop_session_get_member (facts->session, place);
  OcopPaper *paper = ocop_paper_new (_("OPINION FORM OF A MEMBER OF THE COUNCIL"));
  g_autofree char *day = dup_return_day (facts);
  OcopPaperTable *table;

  ocop_council_write_head (paper, facts);
  paper->date = OCOP_DATE_UNKNOWN;
  ocop_paper_add_subtitle (paper, _("Re-evaluation of OCOP products by written opinions"));
  ocop_paper_add_entry (paper, _("Member"), member->name);
  ocop_paper_add_entry (paper, _("Body"), member->body_name);
  ocop_paper_add_entry (paper, _("Send back before"), day);
  table = ocop_paper_add_table (paper, NULL);
  add_form_columns (table);
  add_form_products (table, facts, place);
  ocop_paper_add_entry (paper, _("Other opinions"), NULL);
  for (guint i = 1; i < N_OTHER_LINES; i++)
    ocop_paper_paragraph_add (ocop_paper_add_paragraph (paper, OCOP_PAPER_PARAGRAPH_DOTTED), "", FALSE);
  ocop_paper_add_note (paper, _("The score sheet of each product goes with this form."));
  paper->signer_title = g_strdup (_("MEMBER OF THE COUNCIL"));
  paper->signer_hint = g_strdup (_("(Signature and full name)"));
  paper->signer_name = g_strdup (member->name);
  return paper;
}

OcopPaper *
ocop_opinion_form_new (const OcopCouncilFacts *facts)
{
  OcopPaper *first = NULL;

  for (guint i = 0; i < facts->session->members->len; i++)
    {
      OcopPaper *form = form_new (facts, i);

      if (first == NULL)
        first = form;
      else
        ocop_paper_add_follower (first, form);
    }
  return first;
}

/* The table */

enum
{
  TABLE_NUMBER,
  TABLE_PRODUCT,
  TABLE_PRODUCER,
  TABLE_GIVEN,
  TABLE_OUT_OF,
  TABLE_LOWEST,
  TABLE_HIGHEST,
  TABLE_MEAN,
  TABLE_MEETING,
  TABLE_PROPOSAL,
};

static void
add_table_columns (OcopPaperTable *table)
{
  ocop_paper_table_add_column (table, "number", _("No."), OCOP_PAPER_COLUMN_INTEGER, 4)->align = OCOP_PAPER_ALIGN_CENTRE;
  ocop_paper_table_add_column (table, "product", _("Product"), OCOP_PAPER_COLUMN_TEXT, 24);
  ocop_paper_table_add_column (table, "producer", _("Producer"), OCOP_PAPER_COLUMN_TEXT, 24);
  ocop_paper_table_add_column (table, "given", _("given"), OCOP_PAPER_COLUMN_INTEGER, 7)->group = g_strdup (_("Opinions"));
  ocop_paper_table_add_column (table, "out_of", _("asked for"), OCOP_PAPER_COLUMN_INTEGER, 7)->group = g_strdup (_("Opinions"));
  ocop_paper_table_add_column (table, "lowest", _("lowest"), OCOP_PAPER_COLUMN_HUNDREDTHS, 7)->group = g_strdup (C_("opinions", "Points"));
  ocop_paper_table_add_column (table, "highest", _("highest"), OCOP_PAPER_COLUMN_HUNDREDTHS, 7)->group = g_strdup (C_("opinions", "Points"));
  ocop_paper_table_add_column (table, "mean", _("mean"), OCOP_PAPER_COLUMN_HUNDREDTHS, 7)->group = g_strdup (C_("opinions", "Points"));
  ocop_paper_table_add_column (table, "meeting", _("A meeting is needed"), OCOP_PAPER_COLUMN_TEXT, 12)->align = OCOP_PAPER_ALIGN_CENTRE;
  ocop_paper_table_add_column (table, "proposal", _("Proposal"), OCOP_PAPER_COLUMN_TEXT, 18);
}

/* How many opinions were asked for and given, and the lowest and the highest total of those that count. */
static guint
count_opinions (const OcopSessionProduct *product,
                guint                    *n_given,
                guint                    *lowest,
                guint                    *highest)
{
  guint n_asked = 0;

  *n_given = *highest = 0;
  *lowest = G_MAXUINT;
  for (guint i = 0; i < product->scoring.n_ballots; i++)
    {
      guint parts[OCOP_N_PARTS];
      guint total = ocop_scoring_add_up (&product->scoring, product->sheets[i].choices, parts);

      n_asked += product->sheets[i].recusal == NULL;
      if (product->sheets[i].recusal != NULL || product->sheets[i].record == NULL)
        continue;
      (*n_given)++;
      *lowest = MIN (*lowest, total);
      *highest = MAX (*highest, total);
    }
  return n_asked;
}

static void
add_table_product (OcopPaperTable           *table,
                   const OcopCouncilProduct *product,
                   guint                     number)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
  g_autofree char *proposal = ocop_proposal_to_text (ocop_proposal_of (product->scored));
  /* Who has answered of another product, and not yet of this one, is present in the session: that is no sheet of 0. */
  g_autoptr(OcopVerdict) verdict = ocop_session_judge_begun (&product->scored->scoring);
  guint given, lowest, highest;

  row->cells[TABLE_NUMBER] = ocop_value_integer (number);
  row->cells[TABLE_PRODUCT] = ocop_value_text (ocop_product_facts_get_name (product->facts));
  row->cells[TABLE_PRODUCER] = ocop_value_text (ocop_product_facts_get_producer (product->facts));
  row->cells[TABLE_OUT_OF] = ocop_value_integer (count_opinions (product->scored, &given, &lowest, &highest));
  row->cells[TABLE_GIVEN] = ocop_value_integer (given);
  row->cells[TABLE_PROPOSAL] = ocop_value_text (proposal);
  if (given == 0)
    return;
  row->cells[TABLE_LOWEST] = ocop_value_integer (lowest);
  row->cells[TABLE_HIGHEST] = ocop_value_integer (highest);
  row->cells[TABLE_MEAN] = ocop_value_integer (ocop_mean_cut (verdict->mean));
  row->cells[TABLE_MEETING] = ocop_value_text (verdict->spread_exceeded ? C_("meeting", "Yes") : C_("meeting", "No"));
}

/* Instead of an attendance list: how many answered, and who did not. */
static void
add_answers (OcopPaper              *paper,
             const OcopCouncilFacts *facts)
{
  const OcopSession *session = facts->session;
  g_autoptr(GString) silent = g_string_new (NULL);
  g_autofree char *answered = g_strdup_printf (_("%u of %u members"), ocop_session_n_present (session), session->members->len);

  if (!ocop_session_is_written (session))
    return;
  for (guint i = 0; i < session->members->len; i++)
    if (!ocop_session_get_member (session, i)->present)
      g_string_append_printf (silent, "%s%s", silent->len > 0 ? ", " : "", ocop_session_get_member (session, i)->name);
  ocop_paper_add_entry (paper, _("Answered"), answered);
  if (silent->len > 0)
    ocop_paper_add_entry (paper, _("Did not answer"), silent->str);
}

OcopPaper *
ocop_opinion_table_new (const OcopCouncilFacts *facts)
{
  OcopPaper *paper = ocop_paper_new (_("TABLE OF THE MEMBERS' OPINIONS"));
  g_autofree char *limit = ocop_quantity_to_people (facts->session->rules.max_spread);
  g_autofree char *note = g_strdup_printf (_("The members meet where their totals are more than %s points apart."), limit);
  OcopPaperTable *table;
  guint number = 0;

  ocop_council_write_head (paper, facts);
  ocop_paper_add_subtitle (paper, _("Re-evaluation of OCOP products by written opinions"));
  paper->orientation = OCOP_PAPER_LANDSCAPE;
  add_answers (paper, facts);
  table = ocop_paper_add_table (paper, NULL);
  add_table_columns (table);
  for (guint i = 0; i < facts->products->len; i++)
    if (is_judged_again (ocop_council_facts_get_product (facts, i)))
      add_table_product (table, ocop_council_facts_get_product (facts, i), ++number);
  ocop_paper_add_note (paper, note);
  ocop_council_write_signatures (paper, facts);
  return paper;
}
