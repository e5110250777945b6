/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/desk-score-side.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "evaluation/ocop-spread.h"
#include "evaluation/ocop-verdict-words.h"

struct _DeskScoreSide
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;

  /* Borrowed references */
  GtkLabel *mean;
  GtkLabel *by_mean;
  GtkLabel *result;
  GtkLabel *state;
  GtkLabel *reasons;
  GtkLabel *spread;
  GtkLabel *title;
  GtkBox *options;
  GtkLabel *notes;
};

G_DEFINE_FINAL_TYPE (DeskScoreSide, desk_score_side, GTK_TYPE_WIDGET)

static const char *
stars (guint star)
{
  static const char five[] = "★★★★★";
  static const gsize one = sizeof "★" - 1;

  return five + (5 - MIN (star, 5)) * one;
}

static void
show (GtkLabel   *label,
      const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

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

static char *
join_lines (GPtrArray *lines)
{
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
describe_spread (const DeskScoreSheets *sheets,
                 const OcopVerdict     *verdict)
{
  const OcopSession *session = desk_score_sheets_get_session (sheets);
  g_autoptr(OcopSpread) spread = verdict->spread_exceeded ? ocop_spread_new (desk_score_sheets_get_scoring (sheets)) : NULL;
  g_autofree char *points = ocop_hundredths_to_people (verdict->spread);
  GString *text;

  if (spread == NULL)
    return verdict->n_counted > 1 ? g_strdup_printf (_("Difference between members: %s points"), points) : NULL;
  text = g_string_new (NULL);
  g_string_printf (text, _("Difference between members: %s points"), points);
  g_string_append_printf (text, "\n%s – %s:", ocop_session_get_member (session, spread->highest)->name,
                          ocop_session_get_member (session, spread->lowest)->name);
  for (guint i = 0; i < spread->causes->len; i++)
    g_string_append_printf (text, "%s %s", i > 0 ? "," : "", g_array_index (spread->causes, OcopSpreadCause, i).criterion->code);
  for (guint i = 0; i < spread->far->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : _("\nFar from the others: "),
                            ocop_session_get_member (session, g_array_index (spread->far, guint, i))->name);
  return g_string_free (text, FALSE);
}

void
desk_score_side_show_verdict (DeskScoreSide         *self,
                              const DeskScoreSheets *sheets)
{
  const OcopScoring *scoring = desk_score_sheets_get_scoring (sheets);
  g_autoptr(OcopVerdict) verdict = ocop_session_judge_begun (scoring);
  g_autoptr(GPtrArray) lines = ocop_verdict_explain (verdict, scoring);
  g_autofree char *mean = ocop_hundredths_to_people (ocop_mean_cut (verdict->mean));
  g_autofree char *by_mean = g_strdup_printf (ngettext ("%u sheet · by points %s", "%u sheets · by points %s", verdict->n_counted),
                                              verdict->n_counted, stars (verdict->star_by_mean));
  g_autofree char *reasons = join_lines (lines);
  g_autofree char *spread = describe_spread (sheets, verdict);

  gtk_label_set_label (self->mean, mean);
  gtk_label_set_label (self->by_mean, by_mean);
  gtk_label_set_label (self->result, stars (verdict->star));
  show_state (self, verdict, scoring);
  show (self->reasons, reasons);
  show (self->spread, spread);
}

/* The criterion */

static GtkWidget *
new_option (const OcopOption *option,
            gboolean          chosen)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *number = g_strdup_printf ("%u", option->points / 100);
  GtkWidget *points = gtk_label_new (number);
  GtkWidget *text = gtk_label_new (option->text);
  GtkWidget *marks = gtk_label_new (stars (option->min_star));

  gtk_widget_add_css_class (box, "desk-score-option");
  if (chosen)
    gtk_widget_add_css_class (box, "chosen");
  g_object_set (points, "width-chars", 2, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (points, "desk-heading");
  g_object_set (text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, "max-width-chars", 30, NULL);
  gtk_widget_add_css_class (marks, "desk-stars");
  g_object_set (marks, "valign", GTK_ALIGN_START, "visible", option->min_star > 0, NULL);
  gtk_box_append (GTK_BOX (box), points);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), marks);
  return box;
}

static const char *
effect_title (OcopEffect effect)
{
  switch (effect)
    {
    case OCOP_EFFECT_REJECT:
      return _("Rejected");
    case OCOP_EFFECT_STOP:
      return _("No further evaluation");
    default:
      return _("Has to hold");
    }
}

static char *
describe_notes (const OcopCriteria  *criteria,
                const OcopCriterion *leaf)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < leaf->rules->len; i++)
    {
      const OcopCriterionRule *rule = &g_array_index (leaf->rules, OcopCriterionRule, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s: %s", effect_title (rule->effect), rule->text));
    }
  for (guint i = 0; i < leaf->notes->len; i++)
    g_ptr_array_add (lines, g_strdup (g_ptr_array_index (leaf->notes, i)));
  for (guint i = 0; i < criteria->doubts->len; i++)
    {
      const OcopCriteriaDoubt *doubt = &g_array_index (criteria->doubts, OcopCriteriaDoubt, i);

      if (g_strcmp0 (doubt->criterion, leaf->code) == 0)
        g_ptr_array_add (lines, g_strdup_printf (_("To be held against the decision: %s"), doubt->text));
    }
  return join_lines (lines);
}

void
desk_score_side_show_leaf (DeskScoreSide         *self,
                           const DeskScoreSheets *sheets,
                           const OcopCriterion   *leaf,
                           guint                  column)
{
  g_autofree char *title = g_strdup_printf ("%s %s", leaf->code, leaf->title);
  g_autofree char *notes = describe_notes (desk_score_sheets_get_scoring (sheets)->criteria, leaf);
  guint8 choice = desk_score_sheets_get_choices (sheets, column)[leaf->place];
  GtkWidget *child;

  gtk_label_set_label (self->title, title);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->options))) != NULL)
    gtk_box_remove (self->options, child);
  for (guint i = 0; i < leaf->options->len; i++)
    gtk_box_append (self->options, new_option (ocop_criterion_get_option (leaf, i), choice == i));
  show (self->notes, notes);
}

/* Building */

static GtkLabel *
add_label (GtkBox     *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 36, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static GtkBox *
add_row (GtkBox *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (box, row);
  return GTK_BOX (row);
}

static void
build (DeskScoreSide *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkBox *row;

  gtk_widget_add_css_class (GTK_WIDGET (box), "desk-score-side");
  row = add_row (box);
  self->mean = add_label (row, NULL, "desk-figure");
  self->by_mean = add_label (row, NULL, "desk-subtitle");
  gtk_label_set_wrap (self->mean, FALSE);
  row = add_row (box);
  self->result = add_label (row, NULL, "desk-stars");
  gtk_widget_add_css_class (GTK_WIDGET (self->result), "desk-title");
  self->state = add_label (row, NULL, "desk-pill");
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->title = add_label (box, NULL, "desk-heading");
  self->options = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->options), "desk-card");
  gtk_box_append (box, GTK_WIDGET (self->options));
  self->notes = add_label (box, NULL, "desk-small");
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->reasons = add_label (box, NULL, "desk-small");
  self->spread = add_label (box, NULL, "desk-small");
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
