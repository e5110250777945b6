/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-verdict-advice.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "evaluation/ocop-proposal.h"
#include "report/council/ocop-council-head.h"

/* As many criteria as a producer can take to heart. */
#define N_CHANCES 8

enum
{
  CELL_CODE,
  CELL_CRITERION,
  CELL_NOW,
  CELL_ASKED,
};

/* How much of a criterion's points the members did not give on average, in hundredths. */
typedef struct
{
  const OcopCriterion *leaf;
  guint given;
  guint lacking;
} Chance;

static void
add_text (OcopPaper  *paper,
          const char *text)
{
  ocop_paper_paragraph_add (ocop_paper_add_paragraph (paper, OCOP_PAPER_PARAGRAPH_BODY), text, FALSE);
}

static void
add_heading (OcopPaper  *paper,
             const char *text)
{
  ocop_paper_paragraph_add (ocop_paper_add_paragraph (paper, OCOP_PAPER_PARAGRAPH_HEADING), text, TRUE);
}

/* What so many points of @criterion stand for: "Có liên kết (2 điểm)". */
static OcopValue
option_value (const OcopCriterion *criterion,
              guint                points)
{
  int place = ocop_criterion_find_option (criterion, points);
  g_autofree char *number = ocop_quantity_to_people (points);
  g_autofree char *text = place >= 0 ? g_strdup_printf (_("%s (%s points)"), ocop_criterion_get_option (criterion, (guint) place)->text, number)
                                     : g_strdup_printf (_("%s points"), number);

  return ocop_value_text (text);
}

/* "A: 35,20 trên 40; B: …" */
static char *
describe_parts (const OcopSessionProduct *product)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < OCOP_N_PARTS; i++)
    {
      g_autofree char *mean = ocop_hundredths_to_people (ocop_mean_cut (product->verdict->part_means[i]));
      g_autofree char *most = ocop_quantity_to_people (product->scoring.book->part_points[i]);
      const OcopCriterion *part = product->scoring.criteria->parts->pdata[i];

      if (i > 0)
        g_string_append (text, "; ");
      g_string_append_printf (text, _("%s: %s of %s"), part->code, mean, most);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_result (OcopPaper                *paper,
            const OcopSessionProduct *product)
{
  g_autofree char *mean = ocop_hundredths_to_people (ocop_mean_cut (product->verdict->mean));
  g_autofree char *result = g_strdup_printf (_("%s points of 100"), mean);
  g_autofree char *parts = describe_parts (product);
  g_autofree char *proposal = ocop_proposal_to_text (ocop_proposal_of (product));

  ocop_paper_add_entry (paper, _("Mean of the council"), result);
  ocop_paper_add_entry (paper, _("Of these"), parts);
  ocop_paper_add_entry (paper, _("Result"), proposal);
}

static void
add_minima_columns (OcopPaperTable *table)
{
  ocop_paper_table_add_column (table, "code", _("Code"), OCOP_PAPER_COLUMN_TEXT, 5)->align = OCOP_PAPER_ALIGN_CENTRE;
  ocop_paper_table_add_column (table, "criterion", _("Criterion"), OCOP_PAPER_COLUMN_TEXT, 22);
  ocop_paper_table_add_column (table, "now", _("As it is now"), OCOP_PAPER_COLUMN_TEXT, 30);
  ocop_paper_table_add_column (table, "asked", _("The least that is asked for"), OCOP_PAPER_COLUMN_TEXT, 30);
}

static void
add_minima (OcopPaper         *paper,
            const OcopMissing *missing)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);

  add_minima_columns (table);
  for (guint i = 0; i < missing->minima->len; i++)
    {
      const OcopUnmetMinimum *minimum = &g_array_index (missing->minima, OcopUnmetMinimum, i);
      OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);

      row->cells[CELL_CODE] = ocop_value_text (minimum->criterion->code);
      row->cells[CELL_CRITERION] = ocop_value_text (minimum->criterion->title);
      row->cells[CELL_NOW] = option_value (minimum->criterion, minimum->has);
      row->cells[CELL_ASKED] = option_value (minimum->criterion, minimum->needs);
    }
}

static void
add_class (OcopPaper         *paper,
           const OcopMissing *missing)
{
  g_autofree char *heading = g_strdup_printf (_("To reach %u stars"), missing->star);
  g_autofree char *points = ocop_hundredths_to_people (missing->points);
  g_autofree char *lacks = g_strdup_printf (_("The mean lacks %s points."), points);

  add_heading (paper, heading);
  add_text (paper, missing->points > 0 ? lacks : _("There are enough points."));
  if (missing->minima->len == 0)
    return;
  add_text (paper, _("These minima are not met yet:"));
  add_minima (paper, missing);
}

static int
compare_chances (gconstpointer a,
                 gconstpointer b)
{
  const Chance *first = a, *second = b;

  return second->lacking != first->lacking ? (second->lacking > first->lacking ? 1 : -1)
                                           : (int) first->leaf->place - (int) second->leaf->place;
}

static gboolean
counts (const OcopBallot *ballot)
{
  return ballot->present && !ballot->recused;
}

/* Where the members, on average, gave less than could be had. */
static GArray *
find_chances (const OcopScoring *scoring)
{
  GArray *chances = g_array_new (FALSE, FALSE, sizeof (Chance));

  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = scoring->criteria->leaves->pdata[i];
      guint sum = 0, n = 0;

      for (guint j = 0; j < scoring->n_ballots; j++)
        if (counts (&scoring->ballots[j]) && scoring->ballots[j].choices[leaf->place] != OCOP_NOT_SCORED)
          {
            sum += ocop_criterion_get_option (leaf, scoring->ballots[j].choices[leaf->place])->points;
            n++;
          }
      if (n > 0 && sum / n < leaf->max_points)
        g_array_append_val (chances, ((Chance) { leaf, sum / n, leaf->max_points - sum / n }));
    }
  g_array_sort (chances, compare_chances);
  return chances;
}

static void
add_chances (OcopPaper         *paper,
             const OcopScoring *scoring)
{
  g_autoptr(GArray) chances = find_chances (scoring);
  OcopPaperTable *table;

  if (chances->len == 0)
    return;
  add_heading (paper, _("Where the most points are still to be had"));
  table = ocop_paper_add_table (paper, NULL);
  ocop_paper_table_add_column (table, "code", _("Code"), OCOP_PAPER_COLUMN_TEXT, 5)->align = OCOP_PAPER_ALIGN_CENTRE;
  ocop_paper_table_add_column (table, "criterion", _("Criterion"), OCOP_PAPER_COLUMN_TEXT, 30);
  ocop_paper_table_add_column (table, "now", _("Mean of the council"), OCOP_PAPER_COLUMN_HUNDREDTHS, 14)->align = OCOP_PAPER_ALIGN_CENTRE;
  ocop_paper_table_add_column (table, "best", _("For full points"), OCOP_PAPER_COLUMN_TEXT, 42);
  for (guint i = 0; i < MIN (chances->len, N_CHANCES); i++)
    {
      const Chance *chance = &g_array_index (chances, Chance, i);
      OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);

      row->cells[CELL_CODE] = ocop_value_text (chance->leaf->code);
      row->cells[CELL_CRITERION] = ocop_value_text (chance->leaf->title);
      row->cells[CELL_NOW] = ocop_value_integer (chance->given);
      row->cells[CELL_ASKED] = option_value (chance->leaf, chance->leaf->max_points);
    }
}

static void
add_rejection (OcopPaper        *paper,
               const OcopRecord *product)
{
  add_heading (paper, _("The dossier was rejected"));
  ocop_paper_add_entry (paper, _("Line of the sheet"), ocop_record_get_text (product, "disqualified_by"));
  ocop_paper_add_entry (paper, _("Reason"), ocop_record_get_text (product, "disqualified_reason"));
}

OcopPaper *
ocop_verdict_advice_new (const OcopCouncilFacts   *facts,
                         const OcopCouncilProduct *product)
{
  OcopPaper *paper = ocop_paper_new (_("RESULT OF THE EVALUATION AND ADVICE TO THE PRODUCER"));
  const OcopSessionProduct *scored = product->scored;

  ocop_council_write_head (paper, facts);
  ocop_paper_add_subtitle (paper, ocop_product_facts_get_name (product->facts));
  ocop_paper_add_entry (paper, _("Producer"), ocop_product_facts_get_producer (product->facts));
  ocop_paper_add_entry (paper, _("Address"), product->facts->address);
  add_result (paper, scored);
  if (scored->scoring.disqualified)
    add_rejection (paper, scored->record);
  for (guint i = 0; i < scored->verdict->missing->len; i++)
    add_class (paper, &g_array_index (scored->verdict->missing, OcopMissing, i));
  if (!scored->scoring.disqualified)
    add_chances (paper, &scored->scoring);
  ocop_paper_add_note (paper, _("Minima are held against the points that the council agreed on. This is advice; the class is that of the decision."));
  return paper;
}
