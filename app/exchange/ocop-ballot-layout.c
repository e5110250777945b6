/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which cell of a ballot workbook says what: written out by one, and held against what comes back by another. */

#include "exchange/ocop-ballot-layout-private.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "evaluation/ocop-choices.h"

/* Excel's limit, in UTF-16 units. */
#define NAME_LENGTH 31
#define TEXT_LENGTH 8000

/* The columns of a product's sheet. */
enum
{
  CODE,
  TITLE,
  MOST,
  OWN,
  ADVISED,
  CHOICE,
  POINTS,
  FIRST_OPTION,
};

#define HEADING_ROW 2
#define OPTION_WIDTH 30
#define NOTES_WIDTH 46

static const char * const part_codes[] = { "A", "B", "C" };

static void
clear_cell (OcopBallotCell *cell)
{
  g_free (cell->text);
}

static void
page_free (gpointer data)
{
  OcopBallotPage *page = data;

  g_free (page->name);
  g_array_unref (page->cells);
  g_free (page);
}

static OcopBallotPage *
add_page (GPtrArray  *pages,
          char       *name,
          int         product)
{
  OcopBallotPage *page = g_new0 (OcopBallotPage, 1);

  page->name = name;
  page->product = product;
  page->cells = g_array_new (FALSE, FALSE, sizeof (OcopBallotCell));
  g_array_set_clear_func (page->cells, (GDestroyNotify) clear_cell);
  g_ptr_array_add (pages, page);
  return page;
}

static OcopBallotCell *
add_cell (OcopBallotPage     *page,
          guint               row,
          guint               column,
          OcopBallotCellType  type,
          OcopBallotStyle     style)
{
  OcopBallotCell cell = { .row = row, .column = column, .last = column, .type = type, .style = style };

  g_array_append_val (page->cells, cell);
  return &g_array_index (page->cells, OcopBallotCell, page->cells->len - 1);
}

/* Tidied, as the cell is when it is read. Titles and explanations are the program's, and may be in another language. */
static OcopBallotCell *
add_text (OcopBallotPage  *page,
          guint            row,
          guint            column,
          const char      *text,
          OcopBallotStyle  style)
{
  OcopBallotCell *cell = add_cell (page, row, column, OCOP_BALLOT_CELL_TEXT, style);
  g_autofree char *tidy = ocop_text_tidy (text);

  cell->may_change = style != OCOP_BALLOT_STYLE_TEXT && style != OCOP_BALLOT_STYLE_FIGURE && style != OCOP_BALLOT_STYLE_PART;
  cell->text = tidy != NULL && g_utf8_strlen (tidy, -1) > TEXT_LENGTH ? g_utf8_substring (tidy, 0, TEXT_LENGTH) : g_steal_pointer (&tidy);
  return cell;
}

/* A text that the office may have corrected since. */
static OcopBallotCell *
add_loose_text (OcopBallotPage  *page,
                guint            row,
                guint            column,
                guint            last,
                const char      *text,
                OcopBallotStyle  style)
{
  OcopBallotCell *cell = add_text (page, row, column, text, style);

  cell->last = last;
  cell->may_change = TRUE;
  return cell;
}

static OcopBallotCell *
add_number (OcopBallotPage  *page,
            guint            row,
            guint            column,
            guint            number,
            OcopBallotStyle  style)
{
  OcopBallotCell *cell = add_cell (page, row, column, OCOP_BALLOT_CELL_NUMBER, style);

  cell->number = number;
  return cell;
}

/* @text: taken */
static void
add_formula (OcopBallotPage  *page,
             guint            row,
             guint            column,
             char            *text,
             guint            number,
             OcopBallotStyle  style)
{
  OcopBallotCell *cell = add_cell (page, row, column, OCOP_BALLOT_CELL_FORMULA, style);

  cell->text = text;
  cell->number = number;
}

/* A product's sheet */

/* Of the points that were chosen by the producer or the advisory group; empty where they chose none. */
static void
add_others_points (OcopBallotPage      *page,
                   guint                row,
                   guint                column,
                   const OcopCriterion *leaf,
                   const guint8        *choices)
{
  if (choices[leaf->place] == OCOP_NOT_SCORED)
    add_text (page, row, column, NULL, OCOP_BALLOT_STYLE_FIGURE)->may_change = TRUE;
  else
    add_number (page, row, column, ocop_criterion_get_option (leaf, choices[leaf->place])->points / 100,
                OCOP_BALLOT_STYLE_FIGURE)->may_change = TRUE;
}

/* "1. [3 ***] words": its number, its points, the class that demands it. */
static void
add_options (OcopBallotPage      *page,
             guint                row,
             const OcopCriterion *leaf)
{
  for (guint i = 0; i < leaf->options->len; i++)
    {
      const OcopOption *option = ocop_criterion_get_option (leaf, i);
      g_autofree char *text = g_strdup_printf ("%u. [%u%s%.*s] %s", i + 1, option->points / 100, option->min_star > 0 ? " " : "",
                                               (int) option->min_star, "*****", option->text);

      add_text (page, row, FIRST_OPTION + i, text, OCOP_BALLOT_STYLE_TEXT);
    }
}

static void
add_notes (OcopBallotPage      *page,
           guint                row,
           guint                column,
           const OcopCriterion *leaf)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < leaf->rules->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", g_array_index (leaf->rules, OcopCriterionRule, i).text);
  for (guint i = 0; i < leaf->notes->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (const char *) g_ptr_array_index (leaf->notes, i));
  if (text->len > 0)
    add_text (page, row, column, text->str, OCOP_BALLOT_STYLE_TEXT);
}

/* The member's cell, and what it makes. */
static void
add_entry (OcopBallotPage                *page,
           guint                          row,
           const OcopMemberBallotProduct *product,
           const OcopCriterion           *leaf)
{
  guint8 choice = product->choices[leaf->place];
  g_autoptr(GString) formula = NULL;
  OcopBallotCell *cell;

  if (leaf->only_with_story && !product->rules.has_story)
    {
      add_text (page, row, CHOICE, "–", OCOP_BALLOT_STYLE_FIGURE);
      add_text (page, row, POINTS, NULL, OCOP_BALLOT_STYLE_FIGURE);
      return;
    }
  formula = g_string_new (NULL);
  g_string_printf (formula, "=IF(F%u=\"\",\"\",CHOOSE(F%u", row + 1, row + 1);
  for (guint i = 0; i < leaf->options->len; i++)
    g_string_append_printf (formula, ",%u", ocop_criterion_get_option (leaf, i)->points / 100);
  g_string_append (formula, "))");
  cell = add_cell (page, row, CHOICE, OCOP_BALLOT_CELL_CHOICE, OCOP_BALLOT_STYLE_ENTRY);
  cell->leaf = leaf;
  cell->number = choice != OCOP_NOT_SCORED ? choice + 1u : 0;
  add_formula (page, row, POINTS, g_string_free (g_steal_pointer (&formula), FALSE),
               choice != OCOP_NOT_SCORED ? ocop_criterion_get_option (leaf, choice)->points / 100 : G_MAXUINT, OCOP_BALLOT_STYLE_FIGURE);
}

static guint
most_options (const OcopCriteria *criteria)
{
  guint most = 0;

  for (guint i = 0; i < criteria->leaves->len; i++)
    most = MAX (most, ((const OcopCriterion *) g_ptr_array_index (criteria->leaves, i))->options->len);
  return most;
}

static void
add_headings (OcopBallotPage *page,
              guint           n_options)
{
  const char *titles[] = { _("Code"), _("Criterion"), C_("column of points", "Most"), C_("column of points", "Own"),
                           C_("column of points", "Advice"), _("Option chosen"), _("Points") };
  const double widths[] = { 6, 36, 7, 7, 8, 8, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      add_text (page, HEADING_ROW, i, titles[i], OCOP_BALLOT_STYLE_HEADING);
      page->widths[i] = widths[i];
    }
  for (guint i = 0; i < n_options; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Option %u [points]"), i + 1);

      add_text (page, HEADING_ROW, FIRST_OPTION + i, title, OCOP_BALLOT_STYLE_HEADING);
      page->widths[FIRST_OPTION + i] = OPTION_WIDTH;
    }
  add_text (page, HEADING_ROW, FIRST_OPTION + n_options, _("To be noted"), OCOP_BALLOT_STYLE_HEADING);
  page->widths[FIRST_OPTION + n_options] = NOTES_WIDTH;
  page->n_columns = FIRST_OPTION + n_options + 1;
}

/* The sum over the rows of a part; @row is its own. Returns the next row. */
static guint
add_part (OcopBallotPage                *page,
          guint                          row,
          const OcopMemberBallotProduct *product,
          OcopPart                       part,
          const guint8                  *own,
          const guint8                  *advised)
{
  const OcopCriteria *criteria = product->rules.criteria;
  guint parts[OCOP_N_PARTS];
  guint first = row;

  ocop_scoring_add_up (&product->rules, product->choices, parts);
  for (guint i = 0; i < criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (criteria->leaves, i);

      if (ocop_criterion_get_part (leaf) != part)
        continue;
      row++;
      add_text (page, row, CODE, leaf->code, OCOP_BALLOT_STYLE_TEXT);
      add_text (page, row, TITLE, leaf->title, OCOP_BALLOT_STYLE_TEXT);
      add_number (page, row, MOST, leaf->max_points / 100, OCOP_BALLOT_STYLE_FIGURE);
      add_others_points (page, row, OWN, leaf, own);
      add_others_points (page, row, ADVISED, leaf, advised);
      add_entry (page, row, product, leaf);
      add_options (page, row, leaf);
      add_notes (page, row, page->n_columns - 1, leaf);
    }
  add_text (page, first, CODE, part_codes[part], OCOP_BALLOT_STYLE_PART);
  add_text (page, first, TITLE, ((const OcopCriterion *) criteria->parts->pdata[part])->title, OCOP_BALLOT_STYLE_PART);
  add_number (page, first, MOST, ((const OcopCriterion *) criteria->parts->pdata[part])->max_points / 100, OCOP_BALLOT_STYLE_PART_FIGURE);
  add_formula (page, first, POINTS, g_strdup_printf ("=SUM(G%u:G%u)", first + 2, row + 1), parts[part] / 100, OCOP_BALLOT_STYLE_PART_FIGURE);
  return row + 1;
}

/* The summary of the evidence, below what is to be filled in. */
static void
add_facts (OcopBallotPage                *page,
           guint                          row,
           const OcopMemberBallotProduct *product)
{
  const OcopCriteria *criteria = product->rules.criteria;

  for (guint i = 0; i < criteria->rejected_when->len; i++)
    {
      add_text (page, row, TITLE, _("Rejected when"), OCOP_BALLOT_STYLE_PLAIN);
      add_text (page, row++, MOST, criteria->rejected_when->pdata[i], OCOP_BALLOT_STYLE_NOTE)->last = page->n_columns - 1;
    }
  for (guint i = 0; i < product->facts->len; i++)
    {
      const OcopMemberBallotFact *fact = &g_array_index (product->facts, OcopMemberBallotFact, i);

      add_loose_text (page, row, TITLE, TITLE, fact->title, OCOP_BALLOT_STYLE_PLAIN);
      add_loose_text (page, row++, MOST, page->n_columns - 1, fact->text, OCOP_BALLOT_STYLE_NOTE);
    }
}

/* Held against the criteria when they were stored. */
static guint8 *
parse_choices (const OcopMemberBallotProduct *product,
               const char                    *text)
{
  guint8 *choices = ocop_choices_parse (product->rules.criteria, text, NULL);

  return choices != NULL ? choices : ocop_choices_new (product->rules.criteria);
}

/* Returns the row of the total. */
static guint
add_criteria (OcopBallotPage                *page,
              const OcopMemberBallotProduct *product)
{
  g_autofree guint8 *own = parse_choices (product, product->self);
  g_autofree guint8 *advised = parse_choices (product, product->advised);
  g_autoptr(GString) sum = g_string_new ("=");
  guint row = HEADING_ROW + 1;

  for (OcopPart part = OCOP_PART_A; part < OCOP_N_PARTS; part++)
    {
      g_string_append_printf (sum, "%sG%u", part > OCOP_PART_A ? "+" : "", row + 1);
      row = add_part (page, row, product, part, own, advised);
    }
  add_loose_text (page, row, TITLE, TITLE, C_("score sheet", "Total"), OCOP_BALLOT_STYLE_PART);
  add_formula (page, row, POINTS, g_string_free (g_steal_pointer (&sum), FALSE),
               ocop_scoring_add_up (&product->rules, product->choices, (guint[OCOP_N_PARTS]) { 0 }) / 100, OCOP_BALLOT_STYLE_PART_FIGURE);
  return row;
}

/* Returns the row of the total. */
static guint
fill_product_page (OcopBallotPage                *page,
                   const OcopMemberBallotProduct *product)
{
  g_autofree char *facts = g_strdup_printf (_("%s · Criteria set: %s"), product->producer_name != NULL ? product->producer_name : "–",
                                            product->rules.criteria->title);
  OcopBallotCell *comment;
  guint total;

  add_loose_text (page, 0, CODE, POINTS, product->name, OCOP_BALLOT_STYLE_TITLE);
  add_loose_text (page, 1, CODE, POINTS, facts, OCOP_BALLOT_STYLE_PLAIN);
  add_headings (page, most_options (product->rules.criteria));
  page->frozen_rows = HEADING_ROW + 1;
  page->frozen_columns = FIRST_OPTION;
  total = add_criteria (page, product);
  add_text (page, total + 2, CODE, _("Comment"), OCOP_BALLOT_STYLE_PLAIN);
  comment = add_cell (page, total + 2, TITLE, OCOP_BALLOT_CELL_COMMENT, OCOP_BALLOT_STYLE_COMMENT);
  comment->last = POINTS;
  comment->text = g_strdup (product->comment);
  add_facts (page, total + 4, product);
  return total;
}

/* The first sheet */

static char *
make_page_name (const char *name,
                guint       place)
{
  g_autofree char *clean = g_strdelimit (g_strdup (name), "[]:*?/\\'", ' ');
  g_autofree char *numbered = g_strdup_printf ("%u %s", place + 1, clean);

  return g_strchomp (ocop_text_cut_units (numbered, NAME_LENGTH));
}

static void
add_product_line (OcopBallotPage                *front,
                  guint                          row,
                  const OcopMemberBallotProduct *product,
                  guint                          place,
                  const char                    *page_name,
                  guint                          total)
{
  guint n_scored = 0;

  for (guint i = 0; i < product->rules.criteria->leaves->len; i++)
    n_scored += product->choices[i] != OCOP_NOT_SCORED;
  add_number (front, row, 0, place + 1, OCOP_BALLOT_STYLE_FIGURE);
  add_loose_text (front, row, 1, 1, product->name, OCOP_BALLOT_STYLE_TEXT);
  add_loose_text (front, row, 2, 2, product->producer_name, OCOP_BALLOT_STYLE_TEXT);
  add_text (front, row, 3, product->rules.criteria->title, OCOP_BALLOT_STYLE_TEXT);
  add_formula (front, row, 4, g_strdup_printf ("='%s'!G%u", page_name, total + 1),
               ocop_scoring_add_up (&product->rules, product->choices, (guint[OCOP_N_PARTS]) { 0 }) / 100, OCOP_BALLOT_STYLE_FIGURE);
  add_formula (front, row, 5, g_strdup_printf ("=COUNT('%s'!F%u:F%u)", page_name, HEADING_ROW + 2, total), n_scored, OCOP_BALLOT_STYLE_FIGURE);
}

static guint
fill_front_head (OcopBallotPage         *front,
                 const OcopMemberBallot *ballot)
{
  static const double widths[] = { 6, 40, 40, 40, 10, 12 };
  g_autofree char *day = ocop_date_to_people (ballot->held_on);
  g_autofree char *session = g_strdup_printf ("%s · %s", ballot->session_name, *day != '\0' ? day : "–");
  g_autofree char *member = g_strdup_printf (_("Member: %s"), ballot->member_name);
  const char *titles[] = { C_("table column", "No."), _("Product"), _("Producer"), _("Criteria set"), _("Points"), _("Criteria scored") };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    front->widths[i] = widths[i];
  front->n_columns = G_N_ELEMENTS (widths);
  add_loose_text (front, 0, 0, 5, ballot->office_name, OCOP_BALLOT_STYLE_PLAIN);
  add_text (front, 1, 0, _("SCORE SHEETS OF A MEMBER"), OCOP_BALLOT_STYLE_TITLE)->last = 5;
  add_loose_text (front, 2, 0, 5, ballot->council_name, OCOP_BALLOT_STYLE_PLAIN);
  add_loose_text (front, 3, 0, 5, session, OCOP_BALLOT_STYLE_PLAIN);
  add_loose_text (front, 4, 0, 5, member, OCOP_BALLOT_STYLE_PLAIN);
  add_text (front, 5, 0, _("On each product's sheet choose in the yellow cells the number of the option that holds; its words stand "
                           "beside it. All other cells are locked. Save the file and give it back to the office."),
            OCOP_BALLOT_STYLE_NOTE)->last = 5;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add_text (front, 7, i, titles[i], OCOP_BALLOT_STYLE_HEADING);
  return 8;
}

/* The hidden sheet */

static void
add_identity (OcopBallotPage *hidden,
              guint           row,
              const char     *name,
              const char     *value)
{
  add_text (hidden, row, OCOP_BALLOT_COLUMN_NAME, name, OCOP_BALLOT_STYLE_TEXT);
  add_text (hidden, row, OCOP_BALLOT_COLUMN_VALUE, value, OCOP_BALLOT_STYLE_TEXT);
}

static guint
fill_hidden_page (OcopBallotPage         *hidden,
                  const OcopMemberBallot *ballot)
{
  g_autofree char *digest = ocop_member_ballot_dup_digest (ballot);
  guint most = 0;

  hidden->hidden = TRUE;
  add_identity (hidden, OCOP_BALLOT_ROW_MARK, OCOP_BALLOT_MARK, OCOP_BALLOT_LAYOUT_VERSION);
  add_identity (hidden, OCOP_BALLOT_ROW_REGISTER, "register", ballot->register_id);
  add_identity (hidden, OCOP_BALLOT_ROW_SESSION, "session", ballot->session);
  add_identity (hidden, OCOP_BALLOT_ROW_MEMBER, "member", ballot->member);
  add_loose_text (hidden, OCOP_BALLOT_ROW_MEMBER, OCOP_BALLOT_COLUMN_TITLE, OCOP_BALLOT_COLUMN_TITLE, ballot->member_name, OCOP_BALLOT_STYLE_PLAIN);
  add_loose_text (hidden, OCOP_BALLOT_ROW_SESSION, OCOP_BALLOT_COLUMN_TITLE, OCOP_BALLOT_COLUMN_TITLE, ballot->session_name, OCOP_BALLOT_STYLE_PLAIN);
  add_text (hidden, OCOP_BALLOT_ROW_DIGEST, OCOP_BALLOT_COLUMN_NAME, "digest", OCOP_BALLOT_STYLE_TEXT);
  add_loose_text (hidden, OCOP_BALLOT_ROW_DIGEST, OCOP_BALLOT_COLUMN_VALUE, OCOP_BALLOT_COLUMN_VALUE, digest, OCOP_BALLOT_STYLE_PLAIN);
  add_loose_text (hidden, OCOP_BALLOT_ROW_OFFICE, OCOP_BALLOT_COLUMN_TITLE, OCOP_BALLOT_COLUMN_TITLE, ballot->office_name, OCOP_BALLOT_STYLE_PLAIN);
  for (guint i = 0; i < ballot->products->len; i++)
    {
      const OcopMemberBallotProduct *product = ocop_member_ballot_get_product (ballot, i);
      guint row = OCOP_BALLOT_ROW_FIRST_PRODUCT + i;

      add_identity (hidden, row, "product", product->id);
      add_number (hidden, row, OCOP_BALLOT_COLUMN_SCORING, product->scoring, OCOP_BALLOT_STYLE_PLAIN);
      add_text (hidden, row, OCOP_BALLOT_COLUMN_SET, product->set, OCOP_BALLOT_STYLE_TEXT);
      add_text (hidden, row, OCOP_BALLOT_COLUMN_DECISION, product->decision, OCOP_BALLOT_STYLE_TEXT);
      add_loose_text (hidden, row, OCOP_BALLOT_COLUMN_TITLE, OCOP_BALLOT_COLUMN_TITLE, product->name, OCOP_BALLOT_STYLE_PLAIN);
      most = MAX (most, most_options (product->rules.criteria));
    }
  return most;
}

GPtrArray *
ocop_ballot_layout_new (const OcopMemberBallot *ballot)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (page_free);
  OcopBallotPage *front = add_page (pages, g_strdup (_("Ballot")), -1);
  OcopBallotPage *hidden;
  guint row = fill_front_head (front, ballot);
  guint most;

  front->frozen_rows = row;
  for (guint i = 0; i < ballot->products->len; i++)
    {
      const OcopMemberBallotProduct *product = ocop_member_ballot_get_product (ballot, i);
      OcopBallotPage *page = add_page (pages, make_page_name (product->name, i), (int) i);
      guint total = fill_product_page (page, product);

      add_product_line (front, row + i, product, i, page->name, total);
    }
  hidden = add_page (pages, g_strdup (OCOP_BALLOT_HIDDEN_PAGE), -1);
  most = fill_hidden_page (hidden, ballot);
  /* What the lists of the cells to fill in offer. */
  for (guint i = 0; i < most; i++)
    add_number (hidden, i, OCOP_BALLOT_COLUMN_NUMBERS, i + 1, OCOP_BALLOT_STYLE_PLAIN);
  return pages;
}
