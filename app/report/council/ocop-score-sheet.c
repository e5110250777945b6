/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-score-sheet.h"

#include <glib/gi18n.h>

#define N_COMMENT_LINES 3

enum
{
  CELL_BOX,
  CELL_TEXT,
  CELL_SCALE,
  CELL_POINTS,   /* of a filled sheet alone */
};

/* What is printed of a sheet. */
typedef struct
{
  OcopPaper *paper;
  OcopPaperTable *table;
  const OcopCriteria *criteria;
  const OcopScoring *scoring;    /* NULL of a sheet without a product */
  const guint8 *choices;         /* NULL of one to be filled in */
} Sheet;

static OcopPaperRow *
add_heading (Sheet      *sheet,
             const char *label,
             guint       points)
{
  OcopPaperRow *row = ocop_paper_table_add_row (sheet->table, OCOP_PAPER_ROW_GROUP, label);

  row->cells[CELL_SCALE] = ocop_value_integer (points / 100);
  return row;
}

static void
add_note (Sheet      *sheet,
          const char *text)
{
  OcopPaperRow *row = ocop_paper_table_add_row (sheet->table, OCOP_PAPER_ROW_DATA, NULL);
  g_autofree char *line = g_strdup_printf ("(%s)", text);

  row->cells[CELL_TEXT] = ocop_value_text (line);
}

static void
add_rule (Sheet                   *sheet,
          const OcopCriterionRule *rule)
{
  static const char * const effects[] = {
    [OCOP_EFFECT_REJECT] = N_("Rejected when"),
    [OCOP_EFFECT_STOP] = N_("Not judged further when"),
    [OCOP_EFFECT_ENTRY] = N_("Required to be judged at all"),
  };
  OcopPaperRow *row = ocop_paper_table_add_row (sheet->table, OCOP_PAPER_ROW_DATA, NULL);
  g_autofree char *line = g_strdup_printf ("%s: %s", _(effects[rule->effect]), rule->text);

  row->cells[CELL_TEXT] = ocop_value_text (line);
}

/* How to judge it, and what ends the evaluation. */
static void
add_notes (Sheet               *sheet,
           const OcopCriterion *criterion)
{
  for (guint i = 0; i < criterion->notes->len; i++)
    add_note (sheet, criterion->notes->pdata[i]);
  for (guint i = 0; i < criterion->rules->len; i++)
    add_rule (sheet, &g_array_index (criterion->rules, OcopCriterionRule, i));
  if (criterion->only_with_story)
    add_note (sheet, _("scored only when the product has a story"));
  if (criterion->choose_one)
    add_note (sheet, _("score one of the following cases only"));
}

static void
add_option (Sheet            *sheet,
            const OcopOption *option,
            gboolean          chosen)
{
  OcopPaperRow *row = ocop_paper_table_add_row (sheet->table, OCOP_PAPER_ROW_DATA, NULL);
  g_autofree char *stars = g_strnfill (option->min_star, '*');
  g_autofree char *text = option->min_star > 0 ? g_strdup_printf ("%s %s", option->text, stars) : g_strdup (option->text);

  row->cells[CELL_BOX] = ocop_value_integer (chosen);
  row->cells[CELL_TEXT] = ocop_value_text (text);
  row->cells[CELL_SCALE] = ocop_value_integer (option->points / 100);
}

static void
add_leaf (Sheet               *sheet,
          const OcopCriterion *leaf,
          OcopPaperRow        *heading)
{
  guint chosen = sheet->choices != NULL ? sheet->choices[leaf->place] : OCOP_NOT_SCORED;

  for (guint i = 0; i < leaf->options->len; i++)
    add_option (sheet, ocop_criterion_get_option (leaf, i), i == chosen);
  if (sheet->choices == NULL)
    return;
  if (chosen != OCOP_NOT_SCORED)
    heading->cells[CELL_POINTS] = ocop_value_integer (ocop_criterion_get_option (leaf, chosen)->points / 100);
  else if (ocop_scoring_asks_for (sheet->scoring, sheet->choices, leaf))
    heading->cells[CELL_POINTS] = ocop_value_text ("…");
  else
    heading->cells[CELL_POINTS] = ocop_value_text ("–");
}

static void
add_criterion (Sheet               *sheet,
               const OcopCriterion *criterion)
{
  g_autofree char *label = g_strdup_printf ("%s. %s", criterion->code, criterion->title);
  OcopPaperRow *heading = add_heading (sheet, label, criterion->max_points);

  add_notes (sheet, criterion);
  for (guint i = 0; i < criterion->criteria->len; i++)
    add_criterion (sheet, criterion->criteria->pdata[i]);
  if (criterion->criteria->len == 0)
    add_leaf (sheet, criterion, heading);
}

static void
add_part (Sheet    *sheet,
          OcopPart  part,
          guint     points)
{
  const OcopCriterion *criterion = sheet->criteria->parts->pdata[part];
  g_autofree char *label = g_strdup_printf (_("PART %s: %s"), criterion->code, criterion->title);
  OcopPaperRow *heading = add_heading (sheet, label, criterion->max_points);

  if (sheet->choices != NULL)
    heading->cells[CELL_POINTS] = ocop_value_integer (points / 100);
  for (guint i = 0; i < criterion->criteria->len; i++)
    add_criterion (sheet, criterion->criteria->pdata[i]);
}

static void
add_total (Sheet *sheet,
           guint  most,
           guint  points)
{
  OcopPaperRow *row = ocop_paper_table_add_row (sheet->table, OCOP_PAPER_ROW_TOTAL, _("TOTAL"));

  row->cells[CELL_SCALE] = ocop_value_integer (most / 100);
  if (sheet->choices != NULL)
    row->cells[CELL_POINTS] = ocop_value_integer (points / 100);
}

static void
add_columns (Sheet *sheet)
{
  OcopPaperTable *table = sheet->table;

  ocop_paper_table_add_column (table, "box", "", OCOP_PAPER_COLUMN_BOX, 3)->leads = TRUE;
  ocop_paper_table_add_column (table, "criterion", _("Criteria"), OCOP_PAPER_COLUMN_TEXT, 84);
  ocop_paper_table_add_column (table, "scale", _("Scale"), OCOP_PAPER_COLUMN_INTEGER, 8)->align = OCOP_PAPER_ALIGN_CENTRE;
  if (sheet->choices != NULL)
    ocop_paper_table_add_column (table, "points", C_("score sheet", "Points"), OCOP_PAPER_COLUMN_INTEGER, 8)->align = OCOP_PAPER_ALIGN_CENTRE;
}

static void
add_criteria (Sheet *sheet)
{
  guint parts[OCOP_N_PARTS] = { 0 };
  guint most = 0, points = 0;

  sheet->table = ocop_paper_add_table (sheet->paper, sheet->criteria->title);
  add_columns (sheet);
  if (sheet->choices != NULL)
    points = ocop_scoring_add_up (sheet->scoring, sheet->choices, parts);
  for (guint i = 0; i < OCOP_N_PARTS; i++)
    {
      add_part (sheet, i, parts[i]);
      most += ((const OcopCriterion *) sheet->criteria->parts->pdata[i])->max_points;
    }
  add_total (sheet, most, points);
}

static void
add_rejections (Sheet *sheet)
{
  OcopPaperParagraph *paragraph;

  if (sheet->criteria->rejected_when->len == 0)
    return;
  paragraph = ocop_paper_add_paragraph (sheet->paper, OCOP_PAPER_PARAGRAPH_LINE);
  ocop_paper_paragraph_add (paragraph, _("The dossier is rejected in any of these cases:"), TRUE);
  for (guint i = 0; i < sheet->criteria->rejected_when->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("– %s", (char *) sheet->criteria->rejected_when->pdata[i]);

      ocop_paper_paragraph_add (ocop_paper_add_paragraph (sheet->paper, OCOP_PAPER_PARAGRAPH_LINE), line, FALSE);
    }
}

static Sheet
begin (const OcopCriteria *criteria)
{
  Sheet sheet = { .paper = ocop_paper_new (_("CRITERIA FOR THE EVALUATION OF OCOP PRODUCTS")), .criteria = criteria };
  g_autofree char *set = g_strdup_printf (C_("score sheet", "Criteria set: %s"), criteria->title);

  ocop_paper_add_subtitle (sheet.paper, _("(also the score sheet of an OCOP product)"));
  ocop_paper_add_subtitle (sheet.paper, set);
  sheet.paper->dated_below = TRUE;
  sheet.paper->signer_title = g_strdup (_("ASSESSOR"));
  sheet.paper->signer_hint = g_strdup (_("(Signature and full name)"));
  return sheet;
}

static void
add_head (Sheet                  *sheet,
          const OcopProductFacts *facts)
{
  const struct { const char *label, *text; } entries[] = {
    { _("Name of the product"), facts != NULL ? ocop_product_facts_get_name (facts) : NULL },
    { _("Product code"), facts != NULL ? facts->code : NULL },
    { _("Name of the producer"), facts != NULL ? ocop_product_facts_get_producer (facts) : NULL },
    { _("Telephone"), facts != NULL ? ocop_product_facts_get_phone (facts) : NULL },
    { _("Address"), facts != NULL ? facts->address : NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    ocop_paper_add_entry (sheet->paper, entries[i].label, entries[i].text);
}

static void
add_comment (Sheet      *sheet,
             const char *comment)
{
  ocop_paper_add_entry (sheet->paper, _("Opinion of the assessor"), comment);
  /* Room to write by hand is on a sheet to be scored alone. */
  if (sheet->choices != NULL || (comment != NULL && *comment != '\0'))
    return;
  for (guint i = 1; i < N_COMMENT_LINES; i++)
    ocop_paper_paragraph_add (ocop_paper_add_paragraph (sheet->paper, OCOP_PAPER_PARAGRAPH_DOTTED), "", FALSE);
}

/* The sheet's marks, and the places that its wording has to be held against the decision. */
static void
add_legend (Sheet *sheet)
{
  ocop_paper_add_note (sheet->paper, _("***, ****, *****: the least that the class of 3, 4 or 5 stars demands of the criterion."));
  for (guint i = 0; i < sheet->criteria->doubts->len; i++)
    {
      const OcopCriteriaDoubt *doubt = &g_array_index (sheet->criteria->doubts, OcopCriteriaDoubt, i);
      g_autofree char *text = g_strdup_printf (_("To be checked against the signed decision: %s: %s"), doubt->criterion, doubt->text);

      ocop_paper_add_note (sheet->paper, text);
    }
}

OcopPaper *
ocop_score_sheet_new_blank (const OcopCriteria *criteria)
{
  Sheet sheet = begin (criteria);

  add_head (&sheet, NULL);
  add_rejections (&sheet);
  add_criteria (&sheet);
  add_comment (&sheet, NULL);
  add_legend (&sheet);
  sheet.paper->place = g_strdup ("……………");
  return sheet.paper;
}

/* @member: the member's place in the session */
static OcopPaper *
new_sheet (const OcopCouncilFacts   *facts,
           const OcopCouncilProduct *product,
           guint                     member,
           gboolean                  filled)
{
  Sheet sheet = begin (product->scored->scoring.criteria);
  const OcopSessionSheet *given = &product->scored->sheets[member];
  OcopPaper *paper = sheet.paper;

  sheet.scoring = &product->scored->scoring;
  sheet.choices = filled ? given->choices : NULL;
  add_head (&sheet, product->facts);
  add_rejections (&sheet);
  add_criteria (&sheet);
  add_comment (&sheet, filled && given->record != NULL ? ocop_record_get_text (given->record, "comment") : NULL);
  add_legend (&sheet);
  paper->place = g_strdup (ocop_record_get_text (facts->office, "place"));
  paper->date = facts->held_on;
  paper->signer_name = g_strdup (ocop_session_get_member (facts->session, member)->name);
  paper->practice = ocop_record_get_integer (facts->office, "practice", 0) != 0;
  return paper;
}

/* Who has recused himself gets no sheet; nor has, of filled ones, who gave none. */
static gboolean
has_sheet (const OcopCouncilProduct *product,
           guint                     member,
           gboolean                  filled)
{
  const OcopSessionSheet *sheet = &product->scored->sheets[member];

  return sheet->recusal == NULL && (!filled || sheet->record != NULL);
}

OcopPaper *
ocop_score_sheet_new_for_all (const OcopCouncilFacts   *facts,
                              const OcopCouncilProduct *product,
                              gboolean                  filled)
{
  OcopPaper *first = NULL;

  for (guint i = 0; i < facts->session->members->len; i++)
    {
      OcopPaper *sheet;

      if (!has_sheet (product, i, filled))
        continue;
      sheet = new_sheet (facts, product, i, filled);
      if (first == NULL)
        first = sheet;
      else
        ocop_paper_add_follower (first, sheet);
    }
  return first;
}
