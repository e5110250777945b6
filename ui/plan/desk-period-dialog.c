/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-period-dialog.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

#define WIDTH 420
#define MOST_HEIGHT 220

struct _DeskPeriodDialog
{
  DeskDialog parent_instance;

  DeskFieldEditor *from;  /* borrowed */
  DeskFieldEditor *until; /* likewise */
};

G_DEFINE_FINAL_TYPE (DeskPeriodDialog, desk_period_dialog, DESK_TYPE_DIALOG)

static guint chosen_signal;

/* FALSE where no day, or only a year, is there. */
static gboolean
read_day (DeskFieldEditor *editor,
          OcopDate        *day)
{
  g_autofree char *text = desk_dialog_dup_text (editor);

  return text != NULL && ocop_date_parse (text, day) && ocop_date_is_day (*day);
}

static void
desk_period_dialog_apply (DeskDialog *dialog)
{
  DeskPeriodDialog *self = DESK_PERIOD_DIALOG (dialog);
  g_autoptr(GError) error = NULL;
  g_autofree char *key = NULL;
  OcopDate from, until;

  if (!read_day (self->from, &from) || !read_day (self->until, &until))
    error = g_error_new_literal (OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("Give both days, as 15/04/2026"));
  else if (ocop_date_compare (from, until) > 0)
    error = g_error_new_literal (OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("The last day is before the first one"));
  if (error != NULL)
    {
      desk_dialog_fail (dialog, error);
      return;
    }
  key = ocop_period_dup_key (ocop_period_new_free (from, until));
  g_signal_emit (self, chosen_signal, 0, key);
  gtk_window_close (GTK_WINDOW (self));
}

DeskPeriodDialog *
desk_period_dialog_new (GtkWidget    *parent,
                        OcopRegister *reg,
                        OcopPeriod    period)
{
  DeskPeriodDialog *self = g_object_new (DESK_TYPE_PERIOD_DIALOG, "default-width", WIDTH, NULL);
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];
  GtkBox *box;

  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _("Other days"), _("_Apply"));
  box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);
  desk_dialog_add_text (box, _("The figures of the plan's targets are counted from the first day to the last, both included."), "desk-dim");
  self->from = desk_dialog_add_field (DESK_DIALOG (self), box, "frozen_report", "from_day", ocop_date_to_text (period.from, from), NULL);
  self->until = desk_dialog_add_field (DESK_DIALOG (self), box, "frozen_report", "until_day", ocop_date_to_text (period.until, until), NULL);
  return self;
}

static void
desk_period_dialog_class_init (DeskPeriodDialogClass *klass)
{
  DESK_DIALOG_CLASS (klass)->apply = desk_period_dialog_apply;
  chosen_signal = g_signal_new ("chosen", DESK_TYPE_PERIOD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_period_dialog_init (DeskPeriodDialog *self)
{
}
