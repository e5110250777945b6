/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-council-dialog.h"

#include <glib/gi18n.h>

#include "form/desk-notice.h"

#define WIDTH 560
#define MAX_HEIGHT 560

struct _DeskCouncilDialog
{
  GtkWindow parent_instance;

  /* Borrowed references */
  DeskNotice *notice;
  GtkWidget *scrolled;
  GtkBox *box;
  GtkWidget *header;

  /* Owned references */
  OcopRegister *reg;
};

enum
{
  APPLY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskCouncilDialog, desk_council_dialog, GTK_TYPE_WINDOW)

OcopRegister *
desk_council_dialog_get_register (DeskCouncilDialog *self)
{
  return self->reg;
}

GtkBox *
desk_council_dialog_get_box (DeskCouncilDialog *self)
{
  return self->box;
}

void
desk_council_dialog_set_ready (DeskCouncilDialog *self,
                               gboolean           ready)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.apply", ready);
}

/* Doing it */

static void
on_run (GObject      *reg,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(DeskCouncilDialog) self = data;
  g_autoptr(GError) error = NULL;

  if (desk_council_task_run_finish (result, &error))
    {
      if (self->notice != NULL)
        gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (self->notice == NULL)
    return;
  desk_council_dialog_set_ready (self, TRUE);
  desk_notice_show (self->notice, error->message);
}

void
desk_council_dialog_run (DeskCouncilDialog     *self,
                         const DeskCouncilTask *task)
{
  desk_council_dialog_set_ready (self, FALSE);
  desk_notice_hide (self->notice);
  desk_council_task_run_async (self->reg, task, on_run, g_object_ref (self));
}

static void
apply_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  g_signal_emit (widget, signals[APPLY], 0);
}

/* What it asks */

GtkWidget *
desk_council_dialog_add_text (DeskCouncilDialog *self,
                              const char        *text,
                              const char        *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 64, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);
  return label;
}

DeskFieldEditor *
desk_council_dialog_add_field (DeskCouncilDialog *self,
                               const char        *kind,
                               const char        *field)
{
  DeskFieldEditor *editor = DESK_FIELD_EDITOR (desk_field_editor_new (ocop_kind_find_field (ocop_kind_find (kind), field)));

  desk_field_editor_set_register (editor, self->reg);
  desk_field_editor_set_value (editor, &(OcopValue) OCOP_VALUE_INIT, NULL);
  gtk_box_append (self->box, GTK_WIDGET (editor));
  return editor;
}

char *
desk_council_dialog_dup_text (DeskFieldEditor *editor)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (!desk_field_editor_settle (editor) || !desk_field_editor_get_value (editor, &value, NULL))
    return NULL;
  return g_steal_pointer (&value.text);
}

GtkDropDown *
desk_council_dialog_add_choice (DeskCouncilDialog  *self,
                                const char         *label,
                                const char * const *titles)
{
  GtkWidget *row = gtk_grid_new ();
  GtkWidget *title = gtk_label_new (label);
  GtkWidget *choice = gtk_drop_down_new_from_strings (titles);

  g_object_set (row, "column-homogeneous", TRUE, "column-spacing", 10, NULL);
  g_object_set (title, "xalign", 1.0, "yalign", 0.0, "margin-top", 7, NULL);
  gtk_widget_add_css_class (title, "desk-dim");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_grid_attach (GTK_GRID (row), title, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (row), choice, 1, 0, 2, 1);
  gtk_box_append (self->box, row);
  return GTK_DROP_DOWN (choice);
}

GtkWidget *
desk_council_dialog_add_button (DeskCouncilDialog *self,
                                const char        *label,
                                GCallback          clicked,
                                gpointer           data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, data);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (self->header), button);
  return button;
}

/* Building */

static GtkWidget *
make_button (const char *label,
             const char *action,
             const char *style)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  return button;
}

static void
build (DeskCouncilDialog *self,
       const char        *apply)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->scrolled = gtk_scrolled_window_new ();
  self->header = gtk_header_bar_new ();
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (self->header), FALSE);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (self->header), make_button (_("_Cancel"), "window.close", NULL));
  gtk_header_bar_pack_end (GTK_HEADER_BAR (self->header), make_button (apply, "dialog.apply", "suggested-action"));
  gtk_window_set_titlebar (GTK_WINDOW (self), self->header);
  self->notice = DESK_NOTICE (desk_notice_new ());
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  g_object_set (self->box, "margin-start", 16, "margin-end", 16, "margin-top", 14, "margin-bottom", 14, NULL);
  g_object_set (self->scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height", MAX_HEIGHT,
                "vexpand", TRUE, "child", self->box, NULL);
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (outer), self->scrolled);
  gtk_window_set_child (GTK_WINDOW (self), outer);
}

/* A window that is shown does not grow with what it would like to show, only with what it has to. */
static void
fit (DeskCouncilDialog *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->box));
  int height;

  gtk_widget_measure (GTK_WIDGET (self->box), GTK_ORIENTATION_VERTICAL, width > 0 ? width : WIDTH, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MIN (height, MAX_HEIGHT));
}

void
desk_council_dialog_ask_for (DeskCouncilDialog *self,
                             DeskFieldEditor   *editor,
                             const char        *message)
{
  desk_field_editor_show_message (editor, message, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
  fit (self);
}

void
desk_council_dialog_present (DeskCouncilDialog *self)
{
  fit (self);
  gtk_window_present (GTK_WINDOW (self));
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->box)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->box), GTK_DIR_TAB_FORWARD);
}

DeskCouncilDialog *
desk_council_dialog_new (GtkWidget    *parent,
                         OcopRegister *reg,
                         const char   *title,
                         const char   *apply)
{
  DeskCouncilDialog *self = g_object_new (DESK_TYPE_COUNCIL_DIALOG, "modal", TRUE, "default-width", WIDTH, "title", title,
                                          "transient-for", gtk_widget_get_root (parent), NULL);

  self->reg = g_object_ref (reg);
  build (self, apply);
  return self;
}

static void
desk_council_dialog_dispose (GObject *object)
{
  DESK_COUNCIL_DIALOG (object)->notice = NULL;
  G_OBJECT_CLASS (desk_council_dialog_parent_class)->dispose (object);
}

static void
desk_council_dialog_finalize (GObject *object)
{
  g_clear_object (&DESK_COUNCIL_DIALOG (object)->reg);
  G_OBJECT_CLASS (desk_council_dialog_parent_class)->finalize (object);
}

static void
desk_council_dialog_class_init (DeskCouncilDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_council_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_council_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, apply_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[APPLY] = g_signal_new ("apply", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_council_dialog_init (DeskCouncilDialog *self)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  /* Before a long text takes the key for a new line. */
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                                                            gtk_named_action_new ("dialog.apply")));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}
