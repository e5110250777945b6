/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-points-dialog.h"

#include <glib/gi18n.h>

#include "dossier/desk-points-grid.h"
#include "score/desk-score-criterion.h"

#define WIDTH 1060
#define HEIGHT 660
#define SIDE_WIDTH 330

struct _DeskPointsDialog
{
  DeskDialog parent_instance;

  /* Borrowed references */
  DeskPointsGrid *grid;
  GtkLabel *title;
  GtkBox *options;
  GtkLabel *notes;
  DeskFieldEditor *opinion;

  /* Owned references */
  OcopDossierPoints *points;

  gboolean changed;
  gboolean told;      /* that what was typed is lost when it is closed */
};

G_DEFINE_FINAL_TYPE (DeskPointsDialog, desk_points_dialog, DESK_TYPE_DIALOG)

/* The criterion */

/* "3 · Từ 75% đến đủ 100%" */
static GtkWidget *
new_option (const OcopOption *option,
            gboolean          chosen)
{
  g_autofree char *text = option->min_star > 0 ? g_strdup_printf (_("%u · %s (least for %u stars)"), option->points / 100, option->text, option->min_star)
                                               : g_strdup_printf ("%u · %s", option->points / 100, option->text);
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 34, NULL);
  gtk_widget_add_css_class (label, "desk-score-option");
  if (chosen)
    gtk_widget_add_css_class (label, "chosen");
  return label;
}

static void
show_leaf (DeskPointsDialog *self)
{
  const OcopCriterion *leaf = desk_points_grid_get_leaf (self->grid);
  guint8 choice = self->points->choices[desk_points_grid_get_column (self->grid)][leaf->place];
  g_autofree char *title = g_strdup_printf ("%s %s", leaf->code, leaf->title);
  g_autofree char *notes = desk_score_criterion_describe_notes (self->points->scoring.criteria, leaf);
  GtkWidget *child;

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->notes, notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *notes != '\0');
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->options))) != NULL)
    gtk_box_remove (self->options, child);
  for (guint i = 0; i < leaf->options->len; i++)
    gtk_box_append (self->options, new_option (ocop_criterion_get_option (leaf, i), choice == i));
}

static void
mark_changed (DeskPointsDialog *self)
{
  self->changed = TRUE;
  self->told = FALSE;
  desk_dialog_set_ready (DESK_DIALOG (self), TRUE);
}

static void
on_edited (DeskPointsDialog *self)
{
  mark_changed (self);
  desk_notice_hide (desk_dialog_get_notice (DESK_DIALOG (self)));
  show_leaf (self);
}

static void
on_refused (DeskPointsDialog *self,
            const char       *text)
{
  desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), text);
}

/* Saving */

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DeskPointsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = ocop_register_commit_finish (OCOP_REGISTER (source), result, &error);

  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (done)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    desk_dialog_fail (DESK_DIALOG (self), error);
}

static void
desk_points_dialog_apply (DeskDialog *dialog)
{
  DeskPointsDialog *self = DESK_POINTS_DIALOG (dialog);
  g_autofree char *opinion = NULL;
  g_autoptr(GError) error = NULL;
  OcopChange *change;

  desk_field_editor_settle (self->opinion);
  opinion = desk_dialog_dup_text (self->opinion);
  change = ocop_dossier_points_change (self->points, opinion, &error);
  if (change == NULL)
    {
      desk_dialog_fail (dialog, error);
      return;
    }
  desk_dialog_begin (dialog);
  ocop_register_commit_async (desk_dialog_get_register (dialog), change, NULL, on_committed, g_object_ref (self));
}

/* What was typed is not lost by one key. */
static gboolean
on_close_request (DeskPointsDialog *self)
{
  if (!self->changed || self->told)
    return FALSE;
  self->told = TRUE;
  desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), _("What was typed is not saved. Close once more to throw it away, or save it with Ctrl+S."));
  return TRUE;
}

/* Building */

static GtkLabel *
add_label (GtkBox     *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 36, NULL);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
build_opinion (DeskPointsDialog *self,
               GtkBox           *box)
{
  const char *advice = ocop_record_get_text (self->points->dossier, "advice");

  self->opinion = desk_dialog_add_field (DESK_DIALOG (self), box, "dossier", "advice", advice, NULL);
  desk_field_editor_stack (self->opinion);
  g_signal_connect_object (self->opinion, "changed", G_CALLBACK (mark_changed), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_side (DeskPointsDialog *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));

  gtk_widget_add_css_class (GTK_WIDGET (box), "desk-score-side");
  self->title = add_label (box, "desk-heading");
  self->options = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->options), "desk-card");
  gtk_box_append (box, GTK_WIDGET (self->options));
  self->notes = add_label (box, "desk-small");
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  build_opinion (self, box);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child", box, NULL);
  gtk_widget_set_size_request (scrolled, SIDE_WIDTH, -1);
  return scrolled;
}

static GtkWidget *
make_halves (DeskPointsDialog *self)
{
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->grid = DESK_POINTS_GRID (desk_points_grid_new ());
  g_object_set (self->grid, "hexpand", TRUE, "vexpand", TRUE, NULL);
  desk_points_grid_show (self->grid, self->points);
  g_signal_connect_object (self->grid, "current-changed", G_CALLBACK (show_leaf), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (halves), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (halves), make_side (self));
  return halves;
}

GtkWidget *
desk_points_dialog_present (GtkWidget         *parent,
                            OcopRegister      *reg,
                            OcopDossierPoints *points)
{
  DeskPointsDialog *self = g_object_new (DESK_TYPE_POINTS_DIALOG, "default-width", WIDTH, "default-height", HEIGHT, NULL);
  g_autofree char *title = g_strdup_printf (_("Points: %s"), ocop_record_get_text (points->dossier, "name"));

  self->points = points;
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, title, _("_Save"));
  desk_dialog_add_content (DESK_DIALOG (self), make_halves (self));
  show_leaf (self);
  desk_dialog_set_ready (DESK_DIALOG (self), FALSE);
  gtk_window_present (GTK_WINDOW (self));
  desk_points_grid_begin (self->grid);
  return GTK_WIDGET (self);
}

static void
desk_points_dialog_finalize (GObject *object)
{
  g_clear_pointer (&DESK_POINTS_DIALOG (object)->points, ocop_dossier_points_free);
  G_OBJECT_CLASS (desk_points_dialog_parent_class)->finalize (object);
}

static void
desk_points_dialog_class_init (DeskPointsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_points_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_points_dialog_apply;
}

static void
desk_points_dialog_init (DeskPointsDialog *self)
{
  g_signal_connect (self, "close-request", G_CALLBACK (on_close_request), NULL);
}
