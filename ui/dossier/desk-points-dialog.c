/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-points-dialog.h"

#include <glib/gi18n.h>

#include "dossier/desk-points-grid.h"
#include "form/desk-field-editor.h"
#include "form/desk-notice.h"

#define WIDTH 1060
#define HEIGHT 660
#define SIDE_WIDTH 330

struct _DeskPointsDialog
{
  GtkWindow parent_instance;

  /* Borrowed references */
  DeskNotice *notice;
  DeskPointsGrid *grid;
  GtkLabel *title;
  GtkBox *options;
  GtkLabel *notes;
  DeskFieldEditor *opinion;

  /* Owned references */
  OcopRegister *reg;
  OcopDossierPoints *points;

  gboolean changed;
  gboolean told;      /* that what was typed is lost when it is closed */
};

G_DEFINE_FINAL_TYPE (DeskPointsDialog, desk_points_dialog, GTK_TYPE_WINDOW)

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

static char *
describe_rules (const OcopCriterion *leaf)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < leaf->rules->len; i++)
    g_string_append_printf (text, "%s• %s", text->len > 0 ? "\n" : "", g_array_index (leaf->rules, OcopCriterionRule, i).text);
  for (guint i = 0; i < leaf->notes->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", (const char *) leaf->notes->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
show_leaf (DeskPointsDialog *self)
{
  const OcopCriterion *leaf = desk_points_grid_get_leaf (self->grid);
  guint8 choice = self->points->choices[desk_points_grid_get_column (self->grid)][leaf->place];
  g_autofree char *title = g_strdup_printf ("%s %s", leaf->code, leaf->title);
  g_autofree char *notes = describe_rules (leaf);
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "points.save", TRUE);
}

static void
on_edited (DeskPointsDialog *self)
{
  mark_changed (self);
  desk_notice_hide (self->notice);
  show_leaf (self);
}

static void
on_refused (DeskPointsDialog *self,
            const char       *text)
{
  desk_notice_show (self->notice, text);
}

/* Saving */

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DeskPointsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = ocop_register_commit_finish (OCOP_REGISTER (source), result, &error);

  if (self->notice == NULL)
    return;
  if (done)
    {
      self->changed = FALSE;
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "points.save", TRUE);
  desk_notice_show (self->notice, error->message);
}

static void
save_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskPointsDialog *self = DESK_POINTS_DIALOG (widget);
  g_auto (OcopValue) opinion = OCOP_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  OcopChange *change;

  desk_field_editor_settle (self->opinion);
  desk_field_editor_get_value (self->opinion, &opinion, NULL);
  change = ocop_dossier_points_change (self->points, opinion.text, &error);
  if (change == NULL)
    {
      desk_notice_show (self->notice, error->message);
      return;
    }
  gtk_widget_action_set_enabled (widget, "points.save", FALSE);
  desk_notice_hide (self->notice);
  ocop_register_commit_async (self->reg, change, NULL, on_committed, g_object_ref (self));
}

/* What was typed is not lost by one key. */
static gboolean
on_close_request (DeskPointsDialog *self)
{
  if (!self->changed || self->told)
    return FALSE;
  self->told = TRUE;
  desk_notice_show (self->notice, _("What was typed is not saved. Close once more to throw it away, or save it with Ctrl+S."));
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
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("dossier"), "advice");

  self->opinion = DESK_FIELD_EDITOR (desk_field_editor_new (field));
  desk_field_editor_set_register (self->opinion, self->reg);
  desk_field_editor_set_value (self->opinion, ocop_record_get (self->points->dossier, "advice"), NULL);
  g_signal_connect_object (self->opinion, "changed", G_CALLBACK (mark_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->opinion));
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

static void
build_header (DeskPointsDialog *self)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save"));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "points.save");
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), save);
  gtk_window_set_titlebar (GTK_WINDOW (self), header);
}

/* Before the opinion takes the key for a new line. */
static void
add_key (DeskPointsDialog *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("points.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
build (DeskPointsDialog *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *title = g_strdup_printf (_("Points: %s"), ocop_record_get_text (self->points->dossier, "name"));

  self->notice = DESK_NOTICE (desk_notice_new ());
  self->grid = DESK_POINTS_GRID (desk_points_grid_new ());
  g_object_set (self->grid, "hexpand", TRUE, "vexpand", TRUE, NULL);
  desk_points_grid_show (self->grid, self->points);
  g_signal_connect_object (self->grid, "current-changed", G_CALLBACK (show_leaf), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (halves), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (halves), make_side (self));
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (outer), halves);
  gtk_window_set_child (GTK_WINDOW (self), outer);
  gtk_window_set_title (GTK_WINDOW (self), title);
  build_header (self);
  add_key (self);
}

GtkWidget *
desk_points_dialog_present (GtkWidget         *parent,
                            OcopRegister      *reg,
                            OcopDossierPoints *points)
{
  DeskPointsDialog *self = g_object_new (DESK_TYPE_POINTS_DIALOG, "modal", TRUE, "default-width", WIDTH, "default-height", HEIGHT,
                                         "transient-for", gtk_widget_get_root (parent), NULL);

  self->reg = g_object_ref (reg);
  self->points = points;
  build (self);
  show_leaf (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "points.save", FALSE);
  gtk_window_present (GTK_WINDOW (self));
  desk_points_grid_begin (self->grid);
  return GTK_WIDGET (self);
}

static void
desk_points_dialog_dispose (GObject *object)
{
  DeskPointsDialog *self = DESK_POINTS_DIALOG (object);

  self->notice = NULL;
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_points_dialog_parent_class)->dispose (object);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_points_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_points_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "points.save", NULL, save_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "points.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_points_dialog_init (DeskPointsDialog *self)
{
  g_signal_connect (self, "close-request", G_CALLBACK (on_close_request), NULL);
}
