/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/desk-score-row.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-cut-label.h"
#include "evaluation/ocop-choices.h"

/* What stands where nothing was scored yet, which is not 0. */
#define UNSCORED "–"

/* Pixels. The columns are of one width in head, body and foot; the titles take what is left. */
#define CODE_WIDTH 40
#define TITLE_WIDTH 140
#define FACT_WIDTH 34
#define MEMBER_WIDTH 44
#define AGREED_WIDTH 56

static const char * const part_codes[] = { "A", "B", "C" };

/* Building */

static GtkWidget *
new_text (int         width,
          float       xalign,
          const char *style)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), xalign);
  gtk_widget_set_size_request (text, width, -1);
  if (style != NULL)
    gtk_widget_add_css_class (text, style);
  return text;
}

/* One line, cut where room is short. */
static GtkWidget *
new_title (void)
{
  GtkWidget *title = gtk_label_new (NULL);

  g_object_set (title, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  gtk_widget_set_size_request (title, TITLE_WIDTH, -1);
  desk_cut_label_tell (GTK_LABEL (title));
  return title;
}

DeskScoreRow *
desk_score_row_new (GtkGrid *grid,
                    guint    place,
                    guint    n_cells)
{
  DeskScoreRow *row = g_malloc0 (sizeof (DeskScoreRow) + n_cells * sizeof (DeskScoreCell *));
  int top = place == G_MAXUINT ? 0 : (int) place;
  GtkWidget *texts[5];

  texts[0] = row->code = new_text (CODE_WIDTH, 0, "desk-score-code");
  texts[1] = row->title = new_title ();
  texts[2] = row->most = new_text (FACT_WIDTH, 0.5, "desk-score-fact");
  texts[3] = row->self = new_text (FACT_WIDTH, 0.5, "desk-score-fact");
  texts[4] = row->advised = new_text (FACT_WIDTH, 0.5, "desk-score-fact");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_grid_attach (grid, texts[i], (int) i, top, 1, 1);
  row->n_cells = n_cells;
  for (guint i = 0; i < n_cells; i++)
    {
      GtkWidget *cell = desk_score_cell_new (place, i);

      gtk_widget_set_size_request (cell, i + 1 < n_cells ? MEMBER_WIDTH : AGREED_WIDTH, -1);
      gtk_grid_attach (grid, cell, (int) (G_N_ELEMENTS (texts) + i), top, 1, 1);
      row->cells[i] = DESK_SCORE_CELL (cell);
    }
  return row;
}

void
desk_score_row_set_visible (DeskScoreRow *row,
                            gboolean      visible)
{
  GtkWidget *texts[] = { row->code, row->title, row->most, row->self, row->advised };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_widget_set_visible (texts[i], visible);
  for (guint i = 0; i < row->n_cells; i++)
    gtk_widget_set_visible (GTK_WIDGET (row->cells[i]), visible);
}

/* Texts */

static void
set_text (GtkWidget  *widget,
          const char *text)
{
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) != 0)
    gtk_inscription_set_text (GTK_INSCRIPTION (widget), text);
}

static void
set_title (GtkWidget  *widget,
           const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (widget), text);
}

/* Points of sheets are whole. */
static void
set_points (GtkWidget *widget,
            guint      points)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", points / 100);
  set_text (widget, text);
}

static void
set_choice (GtkWidget           *widget,
            const OcopCriterion *leaf,
            const guint8        *choices)
{
  if (choices[leaf->place] != OCOP_NOT_SCORED)
    set_points (widget, ocop_criterion_get_option (leaf, choices[leaf->place])->points);
  else
    set_text (widget, "");
}

static void
set_part_style (DeskScoreRow *row,
                gboolean      is_part)
{
  GtkWidget *texts[] = { row->code, row->title, row->most, row->self, row->advised };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (is_part)
      gtk_widget_add_css_class (texts[i], "sum");
    else
      gtk_widget_remove_css_class (texts[i], "sum");
}

/* @part: -1 for all */
static gboolean
is_any_scored (const DeskScoreSheets *sheets,
               const guint8          *choices,
               int                    part)
{
  for (guint i = 0; i < desk_score_sheets_n_leaves (sheets); i++)
    if (choices[i] != OCOP_NOT_SCORED
        && (part < 0 || part == (int) ocop_criterion_get_part (desk_score_sheets_get_leaf (sheets, i))))
      return TRUE;
  return FALSE;
}

/* Points that nobody gave before the council take no room from the words of the criteria. */
static void
show_column_if_any (GtkWidget             *text,
                    const DeskScoreSheets *sheets,
                    const guint8          *choices)
{
  gtk_widget_set_visible (text, is_any_scored (sheets, choices, -1));
}

static void
show_facts_if_any (DeskScoreRow          *row,
                   const DeskScoreSheets *sheets)
{
  const OcopSessionProduct *product = desk_score_sheets_get_product (sheets);

  show_column_if_any (row->self, sheets, product->self);
  show_column_if_any (row->advised, sheets, product->advised);
}

/* Criteria */

static const char *
column_name (const DeskScoreSheets *sheets,
             guint                  column)
{
  if (desk_score_sheets_is_agreed (sheets, column))
    return _("Agreed");
  return ocop_session_get_member (desk_score_sheets_get_session (sheets), column)->name;
}

static gboolean
is_scored_by_any (const DeskScoreSheets *sheets,
                  guint                  leaf)
{
  for (guint column = 0; !desk_score_sheets_is_agreed (sheets, column); column++)
    if (desk_score_sheets_get_choices (sheets, column)[leaf] != OCOP_NOT_SCORED)
      return TRUE;
  return FALSE;
}

/* The points that most sheets chose, of what has a minimum. */
static const OcopAgreedPoints *
find_agreed (const OcopVerdict   *verdict,
             const OcopCriterion *leaf)
{
  for (guint i = 0; i < verdict->agreed->len; i++)
    if (g_array_index (verdict->agreed, OcopAgreedPoints, i).criterion == leaf)
      return &g_array_index (verdict->agreed, OcopAgreedPoints, i);
  return NULL;
}

/* As a small number behind: what the member gave in the scoring before. */
static const char *
superscript (guint points)
{
  static const char * const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "¹⁰" };

  return points < G_N_ELEMENTS (digits) ? digits[points] : "";
}

static guint
points_of (const OcopCriterion *criterion,
           guint8               choice)
{
  return ocop_criterion_get_option (criterion, choice)->points / 100;
}

static const guint8 *
get_former (const DeskScoreSheets *sheets,
            guint                  column)
{
  return desk_score_sheets_is_agreed (sheets, column) ? NULL : desk_score_sheets_get_product (sheets)->sheets[column].former;
}

/* @points: (nullable): what the cell says of the present scoring */
static void
fill_cell (DeskScoreCell         *cell,
           const DeskScoreSheets *sheets,
           guint                  leaf,
           guint                  column,
           const char            *points,
           const char            *style)
{
  const OcopCriterion *criterion = desk_score_sheets_get_leaf (sheets, leaf);
  const guint8 *former = get_former (sheets, column);
  g_autoptr(GString) text = g_string_new (points != NULL ? points : UNSCORED);
  g_autoptr(GString) name = g_string_new (NULL);
  guint8 theirs;

  g_string_printf (name, "%s %s, %s: %s", criterion->code, criterion->title, column_name (sheets, column),
                   points != NULL ? points : _("not scored yet"));
  if (former != NULL && former[leaf] != OCOP_NOT_SCORED)
    {
      g_string_append (text, superscript (points_of (criterion, former[leaf])));
      g_string_append_printf (name, _("; in the scoring before: %u"), points_of (criterion, former[leaf]));
    }
  if (desk_score_sheets_is_disputed (sheets, column, leaf, &theirs))
    {
      style = "disputed";
      g_string_append_printf (text, "≠%s", theirs == OCOP_NOT_SCORED ? UNSCORED : "");
      if (theirs != OCOP_NOT_SCORED)
        g_string_append_printf (text, "%u", points_of (criterion, theirs));
      g_string_append_printf (name, "; %s", _("somebody else saved something else"));
    }
  desk_score_cell_show (cell, text->str, style, name->str);
}

/* Whether the points are others than those that count for the minimum. */
static gboolean
is_apart (const DeskScoreSheets  *sheets,
          guint                   column,
          const OcopAgreedPoints *agreed,
          guint                   points)
{
  return agreed != NULL && !desk_score_sheets_is_agreed (sheets, column) && points != agreed->points / 100;
}

static void
show_cell (DeskScoreCell         *cell,
           const DeskScoreSheets *sheets,
           guint                  leaf,
           guint                  column,
           const DeskScoreJudged *judged)
{
  const OcopCriterion *criterion = desk_score_sheets_get_leaf (sheets, leaf);
  guint8 choice = desk_score_sheets_get_choices (sheets, column)[leaf];
  const OcopAgreedPoints *agreed = find_agreed (judged->verdict, criterion);
  gboolean may = desk_score_sheets_takes_part (sheets, column) && (choice != OCOP_NOT_SCORED || desk_score_sheets_asks_for (sheets, column, leaf));
  char points[16] = "";

  gtk_widget_set_focusable (GTK_WIDGET (cell), may);
  if (choice != OCOP_NOT_SCORED)
    {
      g_snprintf (points, sizeof points, "%u", points_of (criterion, choice));
      fill_cell (cell, sheets, leaf, column, points, is_apart (sheets, column, agreed, points_of (criterion, choice)) ? "apart" : "scored");
    }
  else if (!may)
    desk_score_cell_show (cell, "", "shut", NULL);
  else if (desk_score_sheets_is_agreed (sheets, column) && agreed != NULL && is_scored_by_any (sheets, leaf))
    {
      g_snprintf (points, sizeof points, "%u", agreed->points / 100);
      fill_cell (cell, sheets, leaf, column, points, "guessed");
    }
  else
    fill_cell (cell, sheets, leaf, column, NULL, "unscored");
}

/* Whether the members' difference comes from this criterion. */
static gboolean
is_cause (const DeskScoreJudged *judged,
          const OcopCriterion   *criterion)
{
  for (guint i = 0; judged->spread != NULL && i < judged->spread->causes->len; i++)
    if (g_array_index (judged->spread->causes, OcopSpreadCause, i).criterion == criterion)
      return TRUE;
  return FALSE;
}

static void
show_code (DeskScoreRow          *row,
           const OcopCriterion   *criterion,
           const DeskScoreJudged *judged)
{
  gboolean cause = is_cause (judged, criterion);

  set_text (row->code, criterion->code);
  if (cause == gtk_widget_has_css_class (row->code, "cause"))
    return;
  if (cause)
    gtk_widget_add_css_class (row->code, "cause");
  else
    gtk_widget_remove_css_class (row->code, "cause");
  gtk_widget_set_tooltip_text (row->code, cause ? _("The members differ here") : NULL);
}

void
desk_score_row_show_leaf (DeskScoreRow          *row,
                          const DeskScoreSheets *sheets,
                          guint                  leaf,
                          const DeskScoreJudged *judged)
{
  const OcopCriterion *criterion = desk_score_sheets_get_leaf (sheets, leaf);
  const OcopSessionProduct *product = desk_score_sheets_get_product (sheets);

  set_part_style (row, FALSE);
  show_facts_if_any (row, sheets);
  show_code (row, criterion, judged);
  set_title (row->title, criterion->title);
  set_points (row->most, criterion->max_points);
  set_choice (row->self, criterion, product->self);
  set_choice (row->advised, criterion, product->advised);
  for (guint column = 0; column < row->n_cells; column++)
    show_cell (row->cells[column], sheets, leaf, column, judged);
}

/* Sums */

/* Empty where nothing is scored. */
static void
format_sum (const DeskScoreSheets *sheets,
            const guint8          *choices,
            int                    part,
            char                   text[16])
{
  guint parts[OCOP_N_PARTS];
  guint total = ocop_scoring_add_up (desk_score_sheets_get_scoring (sheets), choices, parts);

  *text = '\0';
  if (is_any_scored (sheets, choices, part))
    g_snprintf (text, 16, "%u", (part >= 0 ? parts[part] : total) / 100);
}

static void
show_sums (DeskScoreRow          *row,
           const DeskScoreSheets *sheets,
           int                    part,
           OcopMean               mean)
{
  const OcopSessionProduct *product = desk_score_sheets_get_product (sheets);
  g_autofree char *shown = mean.sum > 0 ? ocop_hundredths_to_people (ocop_mean_cut (mean)) : g_strdup ("");
  char text[16];

  set_part_style (row, TRUE);
  show_facts_if_any (row, sheets);
  format_sum (sheets, product->self, part, text);
  set_text (row->self, text);
  format_sum (sheets, product->advised, part, text);
  set_text (row->advised, text);
  for (guint column = 0; column < row->n_cells; column++)
    {
      gtk_widget_set_focusable (GTK_WIDGET (row->cells[column]), FALSE);
      if (desk_score_sheets_is_agreed (sheets, column))
        {
          desk_score_cell_show (row->cells[column], shown, "sum", NULL);
          continue;
        }
      format_sum (sheets, desk_score_sheets_get_choices (sheets, column), part, text);
      desk_score_cell_show (row->cells[column], text, "sum", NULL);
    }
}

void
desk_score_row_show_part (DeskScoreRow          *row,
                          const DeskScoreSheets *sheets,
                          OcopPart               part,
                          const DeskScoreJudged *judged)
{
  const OcopScoring *scoring = desk_score_sheets_get_scoring (sheets);
  const OcopCriterion *criterion = g_ptr_array_index (scoring->criteria->parts, part);

  set_text (row->code, part_codes[part]);
  set_title (row->title, criterion->title);
  set_points (row->most, criterion->max_points);
  show_sums (row, sheets, (int) part, judged->verdict->part_means[part]);
}

void
desk_score_row_show_total (DeskScoreRow          *row,
                           const DeskScoreSheets *sheets,
                           const DeskScoreJudged *judged)
{
  set_title (row->title, desk_score_sheets_has_agreed (sheets) ? _("Total, and mean") : C_("score sheet", "Total"));
  set_points (row->most, 10000);
  show_sums (row, sheets, -1, judged->verdict->mean);
}

/* The columns' titles */

void
desk_score_row_build_head (GtkGrid   *grid,
                           guint      n_cells,
                           GPtrArray *titles)
{
  DeskScoreRow *row = desk_score_row_new (grid, G_MAXUINT, 0);
  GtkWidget *own[] = { row->most, row->self, row->advised };
  const char *texts[] = { C_("column of points", "Most"), C_("column of points", "Own"), C_("column of points", "Advice") };
  const char *tooltips[] = { _("The most points there are"), _("The producer's own assessment"), _("Proposed by the advisory group") };

  gtk_label_set_label (GTK_LABEL (row->title), _("Criterion"));
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      gtk_inscription_set_min_lines (GTK_INSCRIPTION (own[i]), 2);
      gtk_inscription_set_text (GTK_INSCRIPTION (own[i]), texts[i]);
      gtk_widget_set_tooltip_text (own[i], tooltips[i]);
    }
  g_ptr_array_set_size (titles, 0);
  for (guint i = 0; i < n_cells; i++)
    {
      GtkWidget *title = new_text (i + 1 < n_cells ? MEMBER_WIDTH : AGREED_WIDTH, 0.5, NULL);

      gtk_inscription_set_min_lines (GTK_INSCRIPTION (title), 2);
      gtk_grid_attach (grid, title, (int) (5 + i), 0, 1, 1);
      g_ptr_array_add (titles, title);
    }
  g_ptr_array_add (titles, row->self);
  g_ptr_array_add (titles, row->advised);
  g_free (row);
}

/* The given name comes last, and is what people are called by. */
static const char *
given_name (const char *name)
{
  const char *space = strrchr (name, ' ');

  return space != NULL ? space + 1 : name;
}

/* How much of the sheet is scored: "24/32"; who takes no part: why. */
static char *
describe_progress (const DeskScoreSheets *sheets,
                   guint                  column,
                   const char            *why)
{
  const OcopScoring *scoring = desk_score_sheets_get_scoring (sheets);
  const guint8 *choices = desk_score_sheets_get_choices (sheets, column);
  guint n_missing = ocop_choices_count_missing (scoring, choices);
  guint n_scored = 0;

  if (why != NULL)
    return g_strdup ("·");
  for (guint i = 0; i < desk_score_sheets_n_leaves (sheets); i++)
    n_scored += choices[i] != OCOP_NOT_SCORED;
  return n_missing == 0 ? g_strdup ("✓") : g_strdup_printf ("%u/%u", n_scored, n_scored + n_missing);
}

static gboolean
is_far (const DeskScoreJudged *judged,
        guint                  member)
{
  for (guint i = 0; judged->spread != NULL && i < judged->spread->far->len; i++)
    if (g_array_index (judged->spread->far, guint, i) == member)
      return TRUE;
  return FALSE;
}

static void
show_title (GtkWidget             *title,
            const DeskScoreSheets *sheets,
            guint                  column,
            const DeskScoreJudged *judged)
{
  const OcopSessionMember *member = ocop_session_get_member (desk_score_sheets_get_session (sheets), column);
  const OcopSessionSheet *sheet = &desk_score_sheets_get_product (sheets)->sheets[column];
  const char *why = sheet->recusal != NULL ? _("takes no part") : !sheet->awaited ? _("absent") : NULL;
  gboolean far = is_far (judged, column);
  g_autofree char *progress = describe_progress (sheets, column, why);
  g_autofree char *text = g_strdup_printf ("%s\n%s", given_name (member->name), progress);
  const char *remark = why != NULL ? why : far ? _("far from the others (advice only)") : NULL;
  g_autofree char *tooltip = remark != NULL ? g_strdup_printf ("%s: %s", member->name, remark) : g_strdup (member->name);
  const char *classes[] = { why != NULL ? "desk-dim" : far ? "far" : "near", NULL };

  set_text (title, text);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (title), tooltip) == 0)
    return;
  gtk_widget_set_tooltip_text (title, tooltip);
  gtk_widget_set_css_classes (title, classes);
}

void
desk_score_row_show_head (GPtrArray             *titles,
                          const DeskScoreSheets *sheets,
                          const DeskScoreJudged *judged)
{
  const OcopSession *session = desk_score_sheets_get_session (sheets);
  const OcopSessionProduct *product = desk_score_sheets_get_product (sheets);

  show_column_if_any (g_ptr_array_index (titles, titles->len - 2), sheets, product->self);
  show_column_if_any (g_ptr_array_index (titles, titles->len - 1), sheets, product->advised);
  for (guint i = 0; i < session->members->len; i++)
    show_title (g_ptr_array_index (titles, i), sheets, i, judged);
  if (desk_score_sheets_has_agreed (sheets))
    set_text (g_ptr_array_index (titles, session->members->len), C_("column of points", "Agreed"));
}
