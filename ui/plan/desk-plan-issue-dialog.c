/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-plan-issue-dialog.h"

#include <glib/gi18n.h>

#include "plan/ocop-plan-changes.h"

#define WIDTH 520
#define MOST_HEIGHT 320

struct _DeskPlanIssueDialog
{
  DeskDialog parent_instance;

  /* Borrowed references */
  DeskFieldEditor *number;
  DeskFieldEditor *day;

  char *plan;   /* id */
};

G_DEFINE_FINAL_TYPE (DeskPlanIssueDialog, desk_plan_issue_dialog, DESK_TYPE_DIALOG)

typedef struct
{
  char *plan;
  char *number;
  OcopDate day;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->plan);
  g_free (wish->number);
  g_free (wish);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wish *wish = data;

  return ocop_plan_issue (reader, wish->plan, wish->number, wish->day, error);
}

static void
desk_plan_issue_dialog_apply (DeskDialog *dialog)
{
  DeskPlanIssueDialog *self = DESK_PLAN_ISSUE_DIALOG (dialog);
  g_autofree char *day = desk_dialog_dup_text (self->day);
  Wish *wish = g_new0 (Wish, 1);

  wish->plan = g_strdup (self->plan);
  wish->number = desk_dialog_dup_text (self->number);
  if (day != NULL)
    ocop_date_parse (day, &wish->day);
  desk_dialog_make (dialog, make_change, wish, wish_free);
}

void
desk_plan_issue_dialog_present (GtkWidget        *parent,
                                OcopRegister     *reg,
                                const OcopRecord *plan)
{
  DeskPlanIssueDialog *self = g_object_new (DESK_TYPE_PLAN_ISSUE_DIALOG, "default-width", WIDTH, NULL);
  char today[OCOP_DATE_TEXT_SIZE];
  GtkBox *box;

  self->plan = g_strdup (ocop_record_get_id (plan));
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _("Issue the plan"), _("_Issue"));
  box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);
  desk_dialog_add_text (box, _("An issued plan stays as it is: to change it later, draft one that amends it."), "desk-dim");
  self->number = desk_dialog_add_field (DESK_DIALOG (self), box, "plan", "number", ocop_record_get_text (plan, "number"), NULL);
  self->day = desk_dialog_add_field (DESK_DIALOG (self), box, "plan", "issued_on", ocop_date_to_text (ocop_date_today (), today), NULL);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->number));
}

static void
desk_plan_issue_dialog_finalize (GObject *object)
{
  g_free (DESK_PLAN_ISSUE_DIALOG (object)->plan);
  G_OBJECT_CLASS (desk_plan_issue_dialog_parent_class)->finalize (object);
}

static void
desk_plan_issue_dialog_class_init (DeskPlanIssueDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_plan_issue_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_plan_issue_dialog_apply;
}

static void
desk_plan_issue_dialog_init (DeskPlanIssueDialog *self)
{
}
