/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/dossier/ocop-comparison-paper.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"

enum
{
  CELL_CODE,
  CELL_TITLE,
  CELL_OPTION,
  CELL_POINTS,
  CELL_PRESENT_OPTION,
  CELL_PRESENT_POINTS,
  CELL_CHANGE,
};

/* "Đợt 1, 12/03/2023" */
static char *
dup_occasion (const OcopComparedSide *side)
{
  const OcopSession *session = side->session;
  g_autofree char *day = ocop_date_to_people (ocop_record_get_date (session->record, "held_on"));
  g_autofree char *again = side->scoring > 1 ? g_strdup_printf (_("scoring %u"), side->scoring) : NULL;

  return ocop_text_join (", ", (const char *[]) { ocop_record_get_text (session->record, "name"), day, again }, 3);
}

static char *
dup_result (const OcopComparedSide *side)
{
  g_autofree char *mean = ocop_hundredths_to_people (ocop_mean_cut (side->verdict->mean));
  g_autofree char *occasion = dup_occasion (side);

  /* Translators: the session, the set, the points, the class */
  return g_strdup_printf (_("%s: set %s, mean %s, %u stars"), occasion, side->criteria->title, mean, side->verdict->star);
}

static void
fill_side (OcopPaperRow           *row,
           guint                   cell,
           const OcopComparedSide *side,
           const OcopCriterion    *leaf)
{
  const OcopOption *option = ocop_compared_side_get_option (side, leaf);

  row->cells[cell] = ocop_value_text (option != NULL ? option->text : "–");
  if (option != NULL)
    row->cells[cell + 1] = ocop_value_integer (option->points);
}

static OcopPaperRow *
add_leaf (OcopPaperTable      *table,
          const OcopCriterion *leaf)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);

  row->cells[CELL_CODE] = ocop_value_text (leaf->code);
  row->cells[CELL_TITLE] = ocop_value_text (leaf->title);
  return row;
}

/* What a criterion gained or lost; nothing where both gave the same. */
static void
fill_change (OcopPaperRow *row)
{
  const OcopValue *former = &row->cells[CELL_POINTS], *present = &row->cells[CELL_PRESENT_POINTS];
  gint64 change = (present->type == OCOP_VALUE_INTEGER ? present->integer : 0) - (former->type == OCOP_VALUE_INTEGER ? former->integer : 0);

  if (change != 0)
    row->cells[CELL_CHANGE] = ocop_value_integer (change);
}

static void
add_columns (OcopPaperTable *table)
{
  ocop_paper_table_add_column (table, "code", _("Code"), OCOP_PAPER_COLUMN_TEXT, 5)->align = OCOP_PAPER_ALIGN_CENTRE;
  ocop_paper_table_add_column (table, "criterion", _("Criterion"), OCOP_PAPER_COLUMN_TEXT, 28);
}

static void
add_side_columns (OcopPaperTable         *table,
                  const char             *name,
                  const OcopComparedSide *side)
{
  g_autofree char *points = g_strconcat (name, "_points", NULL);
  g_autofree char *occasion = dup_occasion (side);

  ocop_paper_table_add_column (table, name, _("What most members chose"), OCOP_PAPER_COLUMN_TEXT, 34)->group = g_strdup (occasion);
  ocop_paper_table_add_column (table, points, C_("decision", "Points"), OCOP_PAPER_COLUMN_HUNDREDTHS, 7)->group = g_strdup (occasion);
}

static OcopPaperRow *
add_total (OcopPaperTable *table)
{
  return ocop_paper_table_add_row (table, OCOP_PAPER_ROW_TOTAL, _("Mean of the members"));
}

static OcopValue
get_mean (const OcopComparedSide *side)
{
  return ocop_value_integer (ocop_mean_cut (side->verdict->mean));
}

static void
add_beside (OcopPaper                 *paper,
            const OcopSheetComparison *comparison)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, _("Former and new scores"));
  const GPtrArray *leaves = comparison->present.criteria->leaves;
  OcopPaperRow *row;

  add_columns (table);
  add_side_columns (table, "former", &comparison->former);
  add_side_columns (table, "present", &comparison->present);
  ocop_paper_table_add_column (table, "change", _("Change"), OCOP_PAPER_COLUMN_HUNDREDTHS, 7);
  for (guint i = 0; i < leaves->len; i++)
    {
      row = add_leaf (table, leaves->pdata[i]);
      fill_side (row, CELL_OPTION, &comparison->former, comparison->former.criteria->leaves->pdata[i]);
      fill_side (row, CELL_PRESENT_OPTION, &comparison->present, leaves->pdata[i]);
      fill_change (row);
    }
  row = add_total (table);
  row->cells[CELL_POINTS] = get_mean (&comparison->former);
  row->cells[CELL_PRESENT_POINTS] = get_mean (&comparison->present);
  fill_change (row);
}

static void
add_alone (OcopPaper              *paper,
           const OcopComparedSide *side)
{
  g_autofree char *occasion = dup_occasion (side);
  OcopPaperTable *table = ocop_paper_add_table (paper, occasion);

  add_columns (table);
  add_side_columns (table, "found", side);
  for (guint i = 0; i < side->criteria->leaves->len; i++)
    fill_side (add_leaf (table, side->criteria->leaves->pdata[i]), CELL_OPTION, side, side->criteria->leaves->pdata[i]);
  add_total (table)->cells[CELL_POINTS] = get_mean (side);
}

OcopPaper *
ocop_comparison_paper_new (const OcopFormFacts       *facts,
                           const OcopSheetComparison *comparison)
{
  OcopPaper *paper = ocop_paper_new (_("FORMER AND NEW SCORES"));
  g_autofree char *former = dup_result (&comparison->former);
  g_autofree char *present = dup_result (&comparison->present);

  ocop_paper_add_subtitle (paper, ocop_record_get_text (facts->product, "name"));
  ocop_paper_add_subtitle (paper, former);
  ocop_paper_add_subtitle (paper, present);
  paper->orientation = OCOP_PAPER_LANDSCAPE;
  paper->practice = ocop_record_get_integer (facts->office, "practice", 0) != 0;
  if (comparison->alike)
    {
      add_beside (paper, comparison);
    }
  else
    {
      ocop_paper_add_subtitle (paper, _("The two were judged by different sets or law books: their criteria cannot be held against each other."));
      add_alone (paper, &comparison->former);
      add_alone (paper, &comparison->present);
    }
  return paper;
}
