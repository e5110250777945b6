/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ballot/desk-ballot-sheet.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "score/desk-score-grid.h"
#include "score/desk-score-criterion.h"

#define SIDE_WIDTH 340
#define COMMENT_HEIGHT 64

struct _DeskBallotSheet
{
  GtkWidget parent_instance;

  GtkWidget *outer;

  /* Borrowed references */
  GtkLabel *name;
  GtkLabel *facts;
  DeskScoreGrid *grid;
  GtkTextView *comment;
  DeskScoreCriterion *criterion;
  GtkBox *summary;
  OcopMemberBallotProduct *product;

  /* Owned references */
  DeskScoreSheets *sheets;

  gboolean filling;
};

enum
{
  EDITED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskBallotSheet, desk_ballot_sheet, GTK_TYPE_WIDGET)

/* Typing */

static void
show_current (DeskBallotSheet *self)
{
  const OcopCriterion *leaf = self->sheets != NULL ? desk_score_grid_get_leaf (self->grid) : NULL;

  if (leaf != NULL)
    desk_score_criterion_show (self->criterion, self->sheets, leaf, 0);
}

static void
on_edited (DeskBallotSheet *self)
{
  memcpy (self->product->choices, desk_score_sheets_get_choices (self->sheets, 0), desk_score_sheets_n_leaves (self->sheets));
  show_current (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_refused (DeskBallotSheet *self,
            const char      *text)
{
  g_signal_emit (self, signals[REFUSED], 0, text);
}

static void
on_comment_changed (DeskBallotSheet *self,
                    GtkTextBuffer   *buffer)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_free (self->product->comment);
  self->product->comment = ocop_text_tidy (text);
  g_signal_emit (self, signals[EDITED], 0);
}

/* Showing */

static GtkLabel *
add_text (GtkBox     *box,
          const char *text,
          const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 40, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
show_summary (DeskBallotSheet *self)
{
  const GPtrArray *lines = self->product->rules.criteria->rejected_when;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->summary))) != NULL)
    gtk_box_remove (self->summary, child);
  if (self->product->facts->len > 0)
    add_text (self->summary, _("Summary of the evidence"), "desk-heading");
  for (guint i = 0; i < self->product->facts->len; i++)
    {
      const OcopMemberBallotFact *fact = &g_array_index (self->product->facts, OcopMemberBallotFact, i);

      gtk_widget_set_margin_top (GTK_WIDGET (add_text (self->summary, fact->title, "desk-subtitle")), 4);
      add_text (self->summary, fact->text, NULL);
    }
  if (lines->len > 0)
    gtk_widget_set_margin_top (GTK_WIDGET (add_text (self->summary, _("Rejected when"), "desk-heading")), 8);
  for (guint i = 0; i < lines->len; i++)
    add_text (self->summary, g_ptr_array_index (lines, i), "desk-small");
}

static void
show_head (DeskBallotSheet *self)
{
  const char *producer = self->product->producer_name != NULL ? self->product->producer_name : "–";
  const char *set = self->product->rules.criteria->title;
  g_autofree char *facts = self->product->scoring > 1 ? g_strdup_printf (_("%s · %s · scoring %u"), producer, set, self->product->scoring)
                                                      : g_strdup_printf ("%s · %s", producer, set);

  gtk_label_set_label (self->name, self->product->name);
  gtk_label_set_label (self->facts, facts);
}

void
desk_ballot_sheet_show (DeskBallotSheet  *self,
                        OcopMemberBallot *ballot,
                        guint             place)
{
  DeskScoreSheets *sheets = desk_score_sheets_new_of_member (ocop_member_ballot_to_session (ballot, place));

  self->filling = TRUE;
  self->product = ocop_member_ballot_get_product (ballot, place);
  desk_score_grid_set_sheets (self->grid, sheets);
  g_clear_pointer (&self->sheets, desk_score_sheets_free);
  self->sheets = sheets;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->comment), self->product->comment != NULL ? self->product->comment : "", -1);
  gtk_text_view_set_editable (self->comment, !ballot->done);
  show_head (self);
  show_summary (self);
  desk_score_grid_begin (self->grid);
  show_current (self);
  self->filling = FALSE;
}

/* With one column, Tab leads on to the comment. */
static gboolean
on_key_pressed (DeskBallotSheet *self,
                guint            key)
{
  return key == GDK_KEY_Tab && gtk_widget_grab_focus (GTK_WIDGET (self->comment));
}

/* The text would take it as a new line. */
static gboolean
on_comment_key_pressed (DeskBallotSheet *self,
                        guint            key,
                        guint            code,
                        GdkModifierType  modifiers)
{
  if ((modifiers & GDK_CONTROL_MASK) == 0 || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "ballot.save-next", NULL);
  return TRUE;
}

/* Building */

static GtkLabel *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static GtkWidget *
build_comment (DeskBallotSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Comment on the product"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->comment = GTK_TEXT_VIEW (view);
  g_object_set (view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_comment_key_pressed), self);
  gtk_widget_add_controller (view, keys);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Comment on the product"), -1);
  g_object_set (label, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "desk-subtitle");
  g_object_set (scrolled, "child", view, "min-content-height", COMMENT_HEIGHT, "has-frame", TRUE, NULL);
  gtk_widget_add_css_class (box, "desk-ballot-comment");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scrolled);
  g_signal_connect_object (gtk_text_view_get_buffer (self->comment), "changed", G_CALLBACK (on_comment_changed), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
build_left (DeskBallotSheet *self)
{
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkLabel *hint = new_label ("desk-status");
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->name = new_label ("desk-title");
  self->facts = new_label ("desk-subtitle");
  self->grid = DESK_SCORE_GRID (desk_score_grid_new ());
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), keys);
  gtk_widget_add_css_class (head, "desk-filter-row");
  gtk_widget_set_hexpand (GTK_WIDGET (self->facts), TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->facts));
  g_object_set (self->grid, "hexpand", TRUE, "vexpand", TRUE, NULL);
  gtk_label_set_label (hint, _("Digits score · Backspace: not scored · Tab: comment · Ctrl+S: save · Ctrl+Enter: save and next product"));
  gtk_box_append (GTK_BOX (left), head);
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (left), build_comment (self));
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (hint));
  return left;
}

static GtkWidget *
build_side (DeskBallotSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *upper = gtk_scrolled_window_new ();

  self->criterion = DESK_SCORE_CRITERION (desk_score_criterion_new ());
  self->summary = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_widget_add_css_class (GTK_WIDGET (self->criterion), "desk-score-side");
  g_object_set (upper, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", self->criterion, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "desk-score-side");
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", self->summary, NULL);
  gtk_box_append (GTK_BOX (box), upper);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_set_size_request (box, SIDE_WIDTH, -1);
  return box;
}

static void
build (DeskBallotSheet *self)
{
  GtkWidget *left = build_left (self);

  gtk_widget_set_hexpand (left, TRUE);
  self->outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->outer), left);
  gtk_box_append (GTK_BOX (self->outer), build_side (self));
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
  g_signal_connect_object (self->grid, "current-changed", G_CALLBACK (show_current), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
}

static void
desk_ballot_sheet_dispose (GObject *object)
{
  DeskBallotSheet *self = DESK_BALLOT_SHEET (object);

  if (self->outer != NULL)
    desk_score_grid_set_sheets (self->grid, NULL);
  g_clear_pointer (&self->outer, gtk_widget_unparent);
  g_clear_pointer (&self->sheets, desk_score_sheets_free);
  G_OBJECT_CLASS (desk_ballot_sheet_parent_class)->dispose (object);
}

static void
desk_ballot_sheet_class_init (DeskBallotSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_ballot_sheet_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_ballot_sheet_init (DeskBallotSheet *self)
{
  build (self);
}
