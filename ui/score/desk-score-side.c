/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/desk-score-side.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "evaluation/ocop-advice.h"
#include "score/desk-score-criterion.h"
#include "score/desk-score-text.h"

struct _DeskScoreSide
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;

  /* Borrowed references */
  GtkLabel *mean;
  GtkLabel *by_mean;
  GtkLabel *result;
  GtkLabel *state;
  GtkLabel *problems;
  GtkLabel *spread;
  DeskScoreCriterion *criterion;
  GtkLabel *advice;
  GtkWidget *sheet;
  GtkLabel *sheet_lines;
};

G_DEFINE_FINAL_TYPE (DeskScoreSide, desk_score_side, GTK_TYPE_WIDGET)

/* The verdict */

static void
show_state (DeskScoreSide     *self,
            const OcopVerdict *verdict,
            const OcopScoring *scoring)
{
  const char *classes[] = { "desk-pill", NULL, NULL };

  if (scoring->disqualified)
    gtk_label_set_label (self->state, _("rejected"));
  else
    gtk_label_set_label (self->state, verdict->is_final ? C_("verdict", "final") : C_("verdict", "provisional"));
  classes[1] = scoring->disqualified ? "alarm" : verdict->is_final ? "good" : "warn";
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), classes);
}

static void
add_causes (GString               *text,
            const DeskScoreSheets *sheets)
{
  const OcopSession *session = desk_score_sheets_get_session (sheets);
  g_autoptr(OcopSpread) spread = ocop_session_find_spread (desk_score_sheets_get_scoring (sheets));

  if (spread == NULL)
    return;
  g_string_append_printf (text, "\n%s – %s:", ocop_session_get_member (session, spread->highest)->name,
                          ocop_session_get_member (session, spread->lowest)->name);
  for (guint i = 0; i < spread->causes->len; i++)
    g_string_append_printf (text, "%s %s", i > 0 ? "," : "", g_array_index (spread->causes, OcopSpreadCause, i).criterion->code);
  for (guint i = 0; i < spread->far->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : _("\nFar from the others (advice only): "),
                            ocop_session_get_member (session, g_array_index (spread->far, guint, i))->name);
}

static char *
describe_spread (const DeskScoreSheets *sheets,
                 const OcopVerdict     *verdict)
{
  g_autofree char *points = ocop_hundredths_to_people (verdict->spread);
  g_autofree char *limit = ocop_hundredths_to_people (desk_score_sheets_get_scoring (sheets)->rules.max_spread);
  GString *text;

  if (verdict->n_counted < 2)
    return NULL;
  text = g_string_new (NULL);
  g_string_printf (text, _("Difference between members: %s of %s points allowed"), points, limit);
  if (verdict->spread_exceeded)
    add_causes (text, sheets);
  return g_string_free (text, FALSE);
}

static void
show_spread (DeskScoreSide         *self,
             const DeskScoreSheets *sheets,
             const OcopVerdict     *verdict)
{
  g_autofree char *text = describe_spread (sheets, verdict);
  const char *classes[] = { "desk-small", verdict->spread_exceeded ? "desk-score-warning" : NULL, NULL };

  desk_score_show_text (self->spread, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->spread), classes);
}

void
desk_score_side_show_verdict (DeskScoreSide         *self,
                              const DeskScoreSheets *sheets)
{
  const OcopScoring *scoring = desk_score_sheets_get_scoring (sheets);
  g_autoptr(OcopVerdict) verdict = ocop_session_judge_begun (scoring);
  g_autoptr(OcopAdvice) advice = ocop_advice_new_of (desk_score_sheets_get_product (sheets), scoring, verdict);
  g_autoptr(GPtrArray) lines = ocop_advice_to_lines (advice);
  g_autofree char *mean = ocop_hundredths_to_people (ocop_mean_cut (verdict->mean));
  g_autofree char *by_mean = g_strdup_printf (ngettext ("%u sheet · by points %s", "%u sheets · by points %s", verdict->n_counted),
                                              verdict->n_counted, desk_score_stars (verdict->star_by_mean));
  g_autofree char *text = desk_score_join_lines (lines);

  /* Not scored yet is not 0, and no class. */
  gtk_label_set_label (self->mean, verdict->n_counted > 0 ? mean : "–");
  gtk_label_set_label (self->by_mean, verdict->n_counted > 0 ? by_mean : _("no sheet yet"));
  gtk_label_set_label (self->result, verdict->n_counted > 0 ? desk_score_stars (verdict->star) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->result), verdict->n_counted > 0);
  show_state (self, verdict, scoring);
  show_spread (self, sheets, verdict);
  desk_score_show_text (self->advice, verdict->n_counted > 0 ? text : NULL);
}

/* The sheet */

static char *
describe_sheet (const OcopCriteria *criteria)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < criteria->rejected_when->len; i++)
    g_ptr_array_add (lines, g_strdup_printf (_("Rejected: %s"), (const char *) g_ptr_array_index (criteria->rejected_when, i)));
  for (guint i = 0; i < criteria->doubts->len; i++)
    {
      const OcopCriteriaDoubt *doubt = &g_array_index (criteria->doubts, OcopCriteriaDoubt, i);

      g_ptr_array_add (lines, g_strdup_printf (_("%s – to be held against the decision: %s"), doubt->criterion, doubt->text));
    }
  return desk_score_join_lines (lines);
}

static char *
describe_problems (const OcopSessionProduct *product)
{
  g_autoptr(GPtrArray) lines = ocop_session_product_problems (product);

  return desk_score_join_lines (lines);
}

void
desk_score_side_show_sheet (DeskScoreSide         *self,
                            const DeskScoreSheets *sheets)
{
  const OcopCriteria *criteria = desk_score_sheets_get_scoring (sheets)->criteria;
  g_autofree char *lines = describe_sheet (criteria);
  g_autofree char *problems = describe_problems (desk_score_sheets_get_product (sheets));
  guint n = criteria->rejected_when->len;
  g_autofree char *title = criteria->doubts->len > 0
    ? g_strdup_printf (_("Head of the sheet: %u lines; %u doubtful places"), n, criteria->doubts->len)
    : g_strdup_printf (_("Head of the sheet: %u lines"), n);

  desk_score_show_text (self->problems, problems);
  gtk_expander_set_label (GTK_EXPANDER (self->sheet), title);
  gtk_widget_set_visible (self->sheet, *lines != '\0');
  gtk_label_set_label (self->sheet_lines, lines);
}

void
desk_score_side_show_leaf (DeskScoreSide         *self,
                           const DeskScoreSheets *sheets,
                           const OcopCriterion   *leaf,
                           guint                  column)
{
  desk_score_criterion_show (self->criterion, sheets, leaf, column);
}

/* Building */

static GtkLabel *
add_beside (GtkGrid    *row,
            int         column,
            const char *style)
{
  GtkLabel *text = desk_score_new_text (NULL, style);

  gtk_grid_attach (row, GTK_WIDGET (text), column, 0, 1, 1);
  return text;
}

static GtkGrid *
add_row (GtkBox *box)
{
  GtkWidget *row = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (row), 10);
  gtk_box_append (box, row);
  return GTK_GRID (row);
}

static void
build_verdict (DeskScoreSide *self,
               GtkBox        *box)
{
  GtkGrid *row = add_row (box);

  self->mean = add_beside (row, 0, "desk-figure");
  self->by_mean = add_beside (row, 1, "desk-subtitle");
  gtk_label_set_wrap (self->mean, FALSE);
  row = add_row (box);
  self->result = add_beside (row, 0, "desk-stars");
  gtk_widget_add_css_class (GTK_WIDGET (self->result), "desk-title");
  gtk_label_set_wrap (self->result, FALSE);
  self->state = add_beside (row, 1, "desk-pill");
  gtk_label_set_wrap (self->state, FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->state), GTK_ALIGN_CENTER);
  self->problems = desk_score_add_text (box, NULL, "desk-score-warning");
  self->spread = desk_score_add_text (box, NULL, "desk-small");
}

static void
build_sheet (DeskScoreSide *self,
             GtkBox        *box)
{
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->sheet = gtk_expander_new (NULL);
  self->sheet_lines = desk_score_add_text (GTK_BOX (inner), NULL, "desk-small");
  gtk_expander_set_child (GTK_EXPANDER (self->sheet), inner);
  gtk_widget_add_css_class (self->sheet, "desk-small");
  gtk_box_append (box, self->sheet);
}

static void
build (DeskScoreSide *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  gtk_widget_add_css_class (GTK_WIDGET (box), "desk-score-side");
  build_verdict (self, box);
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->criterion = DESK_SCORE_CRITERION (desk_score_criterion_new ());
  gtk_box_append (box, GTK_WIDGET (self->criterion));
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->advice = desk_score_add_text (box, NULL, "desk-small");
  build_sheet (self, box);
  self->scrolled = gtk_scrolled_window_new ();
  g_object_set (self->scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child", box, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), 300, -1);
}

GtkWidget *
desk_score_side_new (void)
{
  return g_object_new (DESK_TYPE_SCORE_SIDE, NULL);
}

static void
desk_score_side_dispose (GObject *object)
{
  g_clear_pointer (&DESK_SCORE_SIDE (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_score_side_parent_class)->dispose (object);
}

static void
desk_score_side_class_init (DeskScoreSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_score_side_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_score_side_init (DeskScoreSide *self)
{
  build (self);
}
