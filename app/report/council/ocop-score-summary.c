/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-score-summary.h"

#include <glib/gi18n.h>

#include "evaluation/ocop-proposal.h"
#include "evaluation/ocop-verdict-words.h"
#include "report/council/ocop-council-head.h"

/* Before and after one column for each member. */
enum
{
  CELL_NUMBER,
  CELL_PRODUCT,
  CELL_PRODUCER,
  N_CELLS_BEFORE,
};

enum
{
  CELL_MEAN,
  CELL_PART_A,
  CELL_PART_B,
  CELL_PART_C,
  CELL_CLASS,
  CELL_MINIMA,
  CELL_PROPOSAL,
};

static void
add_member_columns (OcopPaperTable    *table,
                    const OcopSession *session)
{
  for (guint i = 0; i < session->members->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("member%u", i + 1);
      OcopPaperColumn *column = ocop_paper_table_add_column (table, name, ocop_session_get_member (session, i)->name,
                                                             OCOP_PAPER_COLUMN_INTEGER, 4);

      column->group = g_strdup (_("Points of the members"));
      column->align = OCOP_PAPER_ALIGN_CENTRE;
      column->upright = TRUE;
    }
}

static void
add_columns (OcopPaperTable    *table,
             const OcopSession *session)
{
  static const char * const parts[] = { "A", "B", "C" };

  ocop_paper_table_add_column (table, "number", _("No."), OCOP_PAPER_COLUMN_INTEGER, 4)->align = OCOP_PAPER_ALIGN_CENTRE;
  ocop_paper_table_add_column (table, "product", _("Product"), OCOP_PAPER_COLUMN_TEXT, 24);
  ocop_paper_table_add_column (table, "producer", _("Producer"), OCOP_PAPER_COLUMN_TEXT, 26);
  add_member_columns (table, session);
  ocop_paper_table_add_column (table, "mean", _("Mean"), OCOP_PAPER_COLUMN_HUNDREDTHS, 7);
  for (guint i = 0; i < OCOP_N_PARTS; i++)
    ocop_paper_table_add_column (table, parts[i], parts[i], OCOP_PAPER_COLUMN_HUNDREDTHS, 6)->group = g_strdup (_("Mean of each part"));
  ocop_paper_table_add_column (table, "class", _("Class by points"), OCOP_PAPER_COLUMN_STARS, 7);
  ocop_paper_table_add_column (table, "minima", _("Minima not met"), OCOP_PAPER_COLUMN_TEXT, 42);
  ocop_paper_table_add_column (table, "proposal", _("Proposal"), OCOP_PAPER_COLUMN_TEXT, 24);
}

/* The points of a sheet that counts, which are whole; else by a letter why there are none, which the notes explain. */
static OcopValue
member_value (const OcopCouncilFacts   *facts,
              const OcopSessionProduct *product,
              guint                     member)
{
  const OcopSessionSheet *sheet = &product->sheets[member];
  guint parts[OCOP_N_PARTS];

  if (sheet->recusal != NULL)
    return ocop_value_text (C_("score summary", "R"));
  if (!sheet->awaited)
    return ocop_value_text (C_("score summary", "A"));
  if (sheet->record == NULL)
    return ocop_value_text ("…");
  return ocop_value_integer (ocop_scoring_add_up (&product->scoring, sheet->choices, parts) / 100);
}

/* What the first class by points lacks besides points, and each class between. */
static char *
describe_minima (const OcopVerdict *verdict)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < verdict->missing->len; i++)
    {
      const OcopMissing *missing = &g_array_index (verdict->missing, OcopMissing, i);
      g_autofree char *minima = ocop_missing_name_minima (missing);

      if (missing->star <= verdict->star_by_mean && *minima != '\0')
        g_string_append_printf (text, _("%s%u stars: %s"), text->len > 0 ? ". " : "", missing->star, minima);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_proposal (const OcopCouncilProduct *product)
{
  g_autofree char *proposal = ocop_proposal_to_text (ocop_proposal_of (product->scored));
  gint64 scoring = ocop_record_get_integer (product->scored->record, "scoring", 1);

  if (scoring < 2)
    return g_steal_pointer (&proposal);
  return g_strdup_printf (_("%s (scoring %u)"), proposal, (guint) scoring);
}

static void
add_product (OcopPaperTable         *table,
             const OcopCouncilFacts *facts,
             guint                   place)
{
  const OcopCouncilProduct *product = ocop_council_facts_get_product (facts, place);
  const OcopVerdict *verdict = product->scored->verdict;
  guint n_members = facts->session->members->len;
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
  OcopValue *after = &row->cells[N_CELLS_BEFORE + n_members];
  g_autofree char *minima = describe_minima (verdict);
  g_autofree char *proposal = describe_proposal (product);

  row->cells[CELL_NUMBER] = ocop_value_integer (place + 1);
  row->cells[CELL_PRODUCT] = ocop_value_text (ocop_product_facts_get_name (product->facts));
  row->cells[CELL_PRODUCER] = ocop_value_text (ocop_product_facts_get_producer (product->facts));
  for (guint i = 0; i < n_members; i++)
    row->cells[N_CELLS_BEFORE + i] = member_value (facts, product->scored, i);
  after[CELL_PROPOSAL] = ocop_value_text (proposal);
  /* A mean of sheets that are not all there says nothing yet. */
  if (verdict->n_counted == 0 || !verdict->is_complete)
    return;
  after[CELL_MEAN] = ocop_value_integer (ocop_mean_cut (verdict->mean));
  for (guint i = 0; i < OCOP_N_PARTS; i++)
    after[CELL_PART_A + i] = ocop_value_integer (ocop_mean_cut (verdict->part_means[i]));
  after[CELL_CLASS] = ocop_value_integer (verdict->star_by_mean);
  after[CELL_MINIMA] = ocop_value_text (minima);
}

static void
add_notes (OcopPaper              *paper,
           const OcopCouncilFacts *facts)
{
  ocop_paper_add_note (paper, _("R: recused, does not score and does not count. A: absent. …: no sheet yet."));
  if (facts->session->rules.aggregate == OCOP_AGGREGATE_TRIMMED)
    ocop_paper_add_note (paper, _("Where five members or more count, the highest and the lowest total are left out of the mean."));
  ocop_paper_add_note (paper, _("Means are cut after two decimals, never rounded up. The class proposed is the lower of the one by points and the one by minima."));
}

OcopPaper *
ocop_score_summary_new (const OcopCouncilFacts *facts)
{
  OcopPaper *paper = ocop_paper_new (_("SUMMARY OF SCORES"));
  g_autofree char *round = ocop_council_facts_dup_round (facts);
  g_autofree char *subtitle = g_strdup_printf (_("Evaluation and classification of OCOP products, %s"), round);
  OcopPaperTable *table;

  ocop_council_write_head (paper, facts);
  ocop_paper_add_subtitle (paper, subtitle);
  paper->orientation = OCOP_PAPER_LANDSCAPE;
  table = ocop_paper_add_table (paper, _("Scores"));
  add_columns (table, facts->session);
  for (guint i = 0; i < facts->products->len; i++)
    add_product (table, facts, i);
  add_notes (paper, facts);
  ocop_council_write_signatures (paper, facts);
  return paper;
}
