/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-council-dialog.h"

#define WIDTH 560
#define MOST_HEIGHT 560

struct _DeskCouncilDialog
{
  DeskDialog parent_instance;

  GtkBox *box;      /* borrowed */
};

enum
{
  APPLY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskCouncilDialog, desk_council_dialog, DESK_TYPE_DIALOG)

GtkBox *
desk_council_dialog_get_box (DeskCouncilDialog *self)
{
  return self->box;
}

void
desk_council_dialog_set_ready (DeskCouncilDialog *self,
                               gboolean           ready)
{
  desk_dialog_set_ready (DESK_DIALOG (self), ready);
}

/* Doing it */

void
desk_council_dialog_run (DeskCouncilDialog     *self,
                         const DeskCouncilTask *task)
{
  desk_dialog_begin (DESK_DIALOG (self));
  desk_council_task_run_async (desk_dialog_get_register (DESK_DIALOG (self)), task, desk_dialog_on_made, g_object_ref (self));
}

static void
desk_council_dialog_apply (DeskDialog *dialog)
{
  g_signal_emit (dialog, signals[APPLY], 0);
}

/* What it asks */

GtkWidget *
desk_council_dialog_add_text (DeskCouncilDialog *self,
                              const char        *text,
                              const char        *style)
{
  return desk_dialog_add_text (self->box, text, style);
}

DeskFieldEditor *
desk_council_dialog_add_field (DeskCouncilDialog *self,
                               const char        *kind,
                               const char        *field)
{
  return desk_dialog_add_field (DESK_DIALOG (self), self->box, kind, field, NULL, NULL);
}

char *
desk_council_dialog_dup_text (DeskFieldEditor *editor)
{
  return desk_field_editor_settle (editor) ? desk_dialog_dup_text (editor) : NULL;
}

GtkDropDown *
desk_council_dialog_add_choice (DeskCouncilDialog  *self,
                                const char         *label,
                                const char * const *titles)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (titles);

  desk_dialog_add_choice (self->box, label, choice);
  return GTK_DROP_DOWN (choice);
}

GtkWidget *
desk_council_dialog_add_button (DeskCouncilDialog *self,
                                const char        *label,
                                GCallback          clicked,
                                gpointer           data)
{
  GtkWidget *button = desk_dialog_add_button (DESK_DIALOG (self), label, NULL);

  g_signal_connect_swapped (button, "clicked", clicked, data);
  return button;
}

/* Building */

void
desk_council_dialog_ask_for (DeskCouncilDialog *self,
                             DeskFieldEditor   *editor,
                             const char        *message)
{
  desk_field_editor_show_message (editor, message, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}

void
desk_council_dialog_present (DeskCouncilDialog *self)
{
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
  DeskCouncilDialog *self = g_object_new (DESK_TYPE_COUNCIL_DIALOG, "default-width", WIDTH, NULL);

  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, title, apply);
  self->box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);
  return self;
}

static void
desk_council_dialog_class_init (DeskCouncilDialogClass *klass)
{
  DESK_DIALOG_CLASS (klass)->apply = desk_council_dialog_apply;
  signals[APPLY] = g_signal_new ("apply", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_council_dialog_init (DeskCouncilDialog *self)
{
}
