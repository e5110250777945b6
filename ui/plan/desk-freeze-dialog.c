/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-freeze-dialog.h"

#include <glib/gi18n.h>

#include "plan/ocop-freeze.h"

#define WIDTH 520
#define MOST_HEIGHT 320

struct _DeskFreezeDialog
{
  DeskDialog parent_instance;

  DeskFieldEditor *name; /* borrowed */

  char *plan;   /* id */
  OcopPeriod period;
  gboolean whole;
  OcopDate on;
};

G_DEFINE_FINAL_TYPE (DeskFreezeDialog, desk_freeze_dialog, DESK_TYPE_DIALOG)

typedef struct
{
  char *plan;
  char *name;
  OcopPeriod period;
  gboolean whole;
  OcopDate on;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->plan);
  g_free (wish->name);
  g_free (wish);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wish *wish = data;

  return ocop_freeze (reader, wish->plan, wish->whole ? NULL : &wish->period, wish->name, wish->on, error);
}

static void
desk_freeze_dialog_apply (DeskDialog *dialog)
{
  DeskFreezeDialog *self = DESK_FREEZE_DIALOG (dialog);
  Wish *wish = g_new0 (Wish, 1);

  wish->plan = g_strdup (self->plan);
  wish->name = desk_dialog_dup_text (self->name);
  wish->period = self->period;
  wish->whole = self->whole;
  wish->on = self->on;
  desk_dialog_make (dialog, make_change, wish, wish_free);
}

void
desk_freeze_dialog_present (GtkWidget        *parent,
                            OcopRegister     *reg,
                            const OcopRecord *plan,
                            const OcopPeriod *period,
                            OcopDate          on)
{
  DeskFreezeDialog *self = g_object_new (DESK_TYPE_FREEZE_DIALOG, "default-width", WIDTH, NULL);
  g_autofree char *name = NULL;
  g_autofree char *figures = NULL;
  g_autofree char *day = NULL;
  g_autofree char *counted = NULL;
  GtkBox *box;

  self->plan = g_strdup (ocop_record_get_id (plan));
  self->whole = period == NULL;
  self->period = period != NULL ? *period : ocop_plan_period (plan);
  self->on = on;
  name = ocop_period_to_people (self->period);
  figures = ocop_period_to_document (self->period, self->period.until);
  day = ocop_date_to_people (ocop_period_day (self->period, on));
  counted = g_strdup_printf (_("%s, as counted on %s"), figures, day);
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _("Freeze the figures"), _("_Freeze"));
  box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);
  desk_dialog_add_text (box, _("A frozen report keeps its figures and the records that were counted, whatever is entered later."), "desk-dim");
  desk_dialog_add_text (box, counted, NULL);
  self->name = desk_dialog_add_field (DESK_DIALOG (self), box, "frozen_report", "name", name, NULL);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
desk_freeze_dialog_finalize (GObject *object)
{
  g_free (DESK_FREEZE_DIALOG (object)->plan);
  G_OBJECT_CLASS (desk_freeze_dialog_parent_class)->finalize (object);
}

static void
desk_freeze_dialog_class_init (DeskFreezeDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_freeze_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_freeze_dialog_apply;
}

static void
desk_freeze_dialog_init (DeskFreezeDialog *self)
{
}
