/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/desk-score-criterion.h"

#include <glib/gi18n.h>

#include "evaluation/ocop-rejection.h"
#include "score/desk-score-text.h"

struct _DeskScoreCriterion
{
  GtkWidget parent_instance;

  GtkWidget *box;

  /* Borrowed references */
  GtkLabel *title;
  GtkBox *options;
  GtkLabel *apart;
  GtkLabel *notes;
};

G_DEFINE_FINAL_TYPE (DeskScoreCriterion, desk_score_criterion, GTK_TYPE_WIDGET)

/* The options */

/* Who chose the option beside the member: the producer, the advisory group, the member the last time. */
static char *
name_proposers (const DeskScoreSheets *sheets,
                const OcopCriterion   *leaf,
                guint                  column,
                guint8                 option)
{
  const OcopSessionProduct *product = desk_score_sheets_get_product (sheets);
  const guint8 *former = desk_score_sheets_is_agreed (sheets, column) ? NULL : product->sheets[column].former;
  g_autoptr(GString) text = g_string_new (NULL);
  guint8 theirs;

  if (product->self[leaf->place] == option)
    g_string_append_printf (text, " · %s", _("self-assessment"));
  if (product->advised[leaf->place] == option)
    g_string_append_printf (text, " · %s", _("advisory group"));
  if (former != NULL && former[leaf->place] == option)
    g_string_append_printf (text, " · %s", _("scoring before"));
  if (desk_score_sheets_is_disputed (sheets, column, leaf->place, &theirs) && theirs == option)
    g_string_append_printf (text, " · %s", _("saved by somebody else"));
  return text->len > 0 ? g_strdup (text->str + sizeof " · " - 1) : NULL;
}

static GtkWidget *
new_words (const OcopOption *option,
           const char       *proposers)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkLabel *text = desk_score_add_text (GTK_BOX (box), option->text, NULL);

  gtk_widget_set_hexpand (GTK_WIDGET (text), TRUE);
  gtk_label_set_max_width_chars (text, 30);
  if (proposers != NULL)
    gtk_label_set_max_width_chars (desk_score_add_text (GTK_BOX (box), proposers, "desk-score-proposer"), 30);
  return box;
}

/* A grid for the sake of the words: see desk_score_new_text(). */
static GtkWidget *
new_option (const OcopOption *option,
            gboolean          chosen,
            const char       *proposers)
{
  GtkWidget *row = gtk_grid_new ();
  g_autofree char *number = g_strdup_printf ("%u", option->points / 100);
  GtkWidget *points = gtk_label_new (number);
  GtkWidget *marks = gtk_label_new (desk_score_stars (option->min_star));

  gtk_grid_set_column_spacing (GTK_GRID (row), 8);
  gtk_widget_add_css_class (row, "desk-score-option");
  if (chosen)
    gtk_widget_add_css_class (row, "chosen");
  g_object_set (points, "width-chars", 2, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (points, "desk-heading");
  gtk_widget_add_css_class (marks, "desk-stars");
  g_object_set (marks, "valign", GTK_ALIGN_START, "visible", option->min_star > 0, NULL);
  gtk_grid_attach (GTK_GRID (row), points, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (row), new_words (option, proposers), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (row), marks, 2, 0, 1, 1);
  return row;
}

static void
show_options (DeskScoreCriterion    *self,
              const DeskScoreSheets *sheets,
              const OcopCriterion   *leaf,
              guint                  column)
{
  guint8 choice = desk_score_sheets_get_choices (sheets, column)[leaf->place];
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->options))) != NULL)
    gtk_box_remove (self->options, child);
  for (guint i = 0; i < leaf->options->len; i++)
    {
      g_autofree char *proposers = name_proposers (sheets, leaf, column, (guint8) i);

      gtk_box_append (self->options, new_option (ocop_criterion_get_option (leaf, i), choice == i, proposers));
    }
}

/* Who differs from what counts for the minimum */

static const OcopAgreedPoints *
find_agreed (const OcopVerdict   *verdict,
             const OcopCriterion *leaf)
{
  for (guint i = 0; i < verdict->agreed->len; i++)
    if (g_array_index (verdict->agreed, OcopAgreedPoints, i).criterion == leaf)
      return &g_array_index (verdict->agreed, OcopAgreedPoints, i);
  return NULL;
}

static char *
name_those_apart (const DeskScoreSheets *sheets,
                  const OcopCriterion   *leaf,
                  guint                  points)
{
  const OcopScoring *scoring = desk_score_sheets_get_scoring (sheets);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < scoring->n_ballots; i++)
    {
      guint8 choice = scoring->ballots[i].choices[leaf->place];

      if (!ocop_ballot_counts (&scoring->ballots[i]) || choice == OCOP_NOT_SCORED
          || ocop_criterion_get_option (leaf, choice)->points == points)
        continue;
      g_string_append_printf (names, "%s%s (%u)", names->len > 0 ? ", " : "",
                              ocop_session_get_member (desk_score_sheets_get_session (sheets), i)->name,
                              ocop_criterion_get_option (leaf, choice)->points / 100);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static void
show_apart (DeskScoreCriterion    *self,
            const DeskScoreSheets *sheets,
            const OcopCriterion   *leaf)
{
  g_autoptr(OcopVerdict) verdict = ocop_session_judge_begun (desk_score_sheets_get_scoring (sheets));
  const OcopAgreedPoints *agreed = find_agreed (verdict, leaf);
  g_autofree char *names = agreed != NULL ? name_those_apart (sheets, leaf, agreed->points) : NULL;
  g_autofree char *text = NULL;

  if (agreed != NULL && (names != NULL || agreed->by_council))
    text = g_strdup_printf (agreed->by_council ? _("Agreed by the council: %u points. Others: %s") : _("Most chose %u points. Others: %s"),
                            agreed->points / 100, names != NULL ? names : "–");
  desk_score_show_text (self->apart, text);
}

/* What the sheet says beside the options */

static void
add_rules (GPtrArray           *lines,
           const OcopCriterion *criterion)
{
  for (guint i = 0; i < criterion->rules->len; i++)
    {
      const OcopCriterionRule *rule = &g_array_index (criterion->rules, OcopCriterionRule, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s: %s", ocop_effect_title (rule->effect), rule->text));
    }
  for (guint i = 0; i < criterion->notes->len; i++)
    g_ptr_array_add (lines, g_strdup (g_ptr_array_index (criterion->notes, i)));
}

char *
desk_score_criterion_describe_notes (const OcopCriteria  *criteria,
                                     const OcopCriterion *leaf)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  /* What is said of a criterion holds for all that is in it. */
  for (const OcopCriterion *criterion = leaf; criterion != NULL; criterion = criterion->parent)
    add_rules (lines, criterion);
  for (guint i = 0; i < criteria->doubts->len; i++)
    {
      const OcopCriteriaDoubt *doubt = &g_array_index (criteria->doubts, OcopCriteriaDoubt, i);

      if (g_strcmp0 (doubt->criterion, leaf->code) == 0)
        g_ptr_array_add (lines, g_strdup_printf (_("To be held against the decision: %s"), doubt->text));
    }
  return desk_score_join_lines (lines);
}

void
desk_score_criterion_show (DeskScoreCriterion    *self,
                           const DeskScoreSheets *sheets,
                           const OcopCriterion   *leaf,
                           guint                  column)
{
  g_autofree char *title = g_strdup_printf ("%s %s", leaf->code, leaf->title);
  g_autofree char *notes = desk_score_criterion_describe_notes (desk_score_sheets_get_scoring (sheets)->criteria, leaf);

  gtk_label_set_label (self->title, title);
  show_options (self, sheets, leaf, column);
  show_apart (self, sheets, leaf);
  desk_score_show_text (self->notes, notes);
}

GtkWidget *
desk_score_criterion_new (void)
{
  return g_object_new (DESK_TYPE_SCORE_CRITERION, NULL);
}

static void
desk_score_criterion_dispose (GObject *object)
{
  g_clear_pointer (&DESK_SCORE_CRITERION (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_score_criterion_parent_class)->dispose (object);
}

static void
desk_score_criterion_class_init (DeskScoreCriterionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_score_criterion_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_score_criterion_init (DeskScoreCriterion *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->title = desk_score_add_text (GTK_BOX (self->box), NULL, "desk-heading");
  self->options = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->options), "desk-card");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->options));
  self->apart = desk_score_add_text (GTK_BOX (self->box), NULL, "desk-small");
  self->notes = desk_score_add_text (GTK_BOX (self->box), NULL, "desk-small");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
