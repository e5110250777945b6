/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-indicator-dialog.h"

#include <glib/gi18n.h>

#include "plan/ocop-plan-changes.h"

#define WIDTH 640
#define MOST_HEIGHT 520

struct _DeskIndicatorDialog
{
  DeskDialog parent_instance;

  char *plan;           /* id */
  GPtrArray *checks;    /* GtkCheckButton; owned by the window */
  GPtrArray *codes;     /* of each */
};

G_DEFINE_FINAL_TYPE (DeskIndicatorDialog, desk_indicator_dialog, DESK_TYPE_DIALOG)

typedef struct
{
  char *plan;
  char **codes;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->plan);
  g_strfreev (wish->codes);
  g_free (wish);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wish *wish = data;

  return ocop_plan_add_targets (reader, wish->plan, (const char * const *) wish->codes, error);
}

static char **
dup_ticked (DeskIndicatorDialog *self)
{
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_strv_builder_add (codes, self->codes->pdata[i]);
  return g_strv_builder_end (codes);
}

static void
desk_indicator_dialog_apply (DeskDialog *dialog)
{
  DeskIndicatorDialog *self = DESK_INDICATOR_DIALOG (dialog);
  Wish *wish = g_new0 (Wish, 1);

  wish->plan = g_strdup (self->plan);
  wish->codes = dup_ticked (self);
  desk_dialog_make (dialog, make_change, wish, wish_free);
}

static void
on_toggled (DeskIndicatorDialog *self)
{
  g_auto(GStrv) codes = dup_ticked (self);

  desk_dialog_set_ready (DESK_DIALOG (self), *codes != NULL);
}

static gboolean
is_in_plan (const OcopPlan *plan,
            const char     *code)
{
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const OcopProgress *progress = plan->targets->pdata[i];

      if (g_strcmp0 (ocop_record_get_text (progress->target, "indicator"), code) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_check (DeskIndicatorDialog *self,
           GtkBox              *box,
           const OcopIndicator *indicator,
           gboolean             there)
{
  g_autofree char *label = g_strdup_printf ("%s · %s", indicator->code, indicator->title);
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_widget_set_tooltip_text (check, indicator->counted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (check, !there);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, check);
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->codes, g_strdup (indicator->code));
}

/* By section, in the order in which the sections first come. */
static void
fill (DeskIndicatorDialog *self,
      GtkBox              *box,
      const OcopPlan      *plan)
{
  g_autoptr(GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = ocop_indicators_get_n (plan->indicators);

  for (guint i = 0; i < n; i++)
    {
      const char *section = ocop_indicators_get (plan->indicators, i)->section;

      if (!g_hash_table_add (done, (gpointer) section))
        continue;
      desk_dialog_add_text (box, section, "desk-heading");
      for (guint j = i; j < n; j++)
        {
          const OcopIndicator *indicator = ocop_indicators_get (plan->indicators, j);

          if (g_str_equal (indicator->section, section))
            add_check (self, box, indicator, is_in_plan (plan, indicator->code));
        }
    }
}

void
desk_indicator_dialog_present (GtkWidget      *parent,
                               OcopRegister   *reg,
                               const OcopPlan *plan)
{
  DeskIndicatorDialog *self = g_object_new (DESK_TYPE_INDICATOR_DIALOG, "default-width", WIDTH, NULL);
  GtkBox *box;

  self->plan = g_strdup (ocop_record_get_id (plan->record));
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _("What the plan counts"), _("_Add"));
  desk_dialog_set_ready (DESK_DIALOG (self), FALSE);
  box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);
  desk_dialog_add_text (box, _("Each one that is ticked becomes a target, counted from the records. Its number is set afterwards."), "desk-dim");
  fill (self, box, plan);
  gtk_window_present (GTK_WINDOW (self));
  if (self->checks->len > 0)
    gtk_widget_grab_focus (self->checks->pdata[0]);
}

static void
desk_indicator_dialog_finalize (GObject *object)
{
  DeskIndicatorDialog *self = DESK_INDICATOR_DIALOG (object);

  g_free (self->plan);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->codes);
  G_OBJECT_CLASS (desk_indicator_dialog_parent_class)->finalize (object);
}

static void
desk_indicator_dialog_class_init (DeskIndicatorDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_indicator_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_indicator_dialog_apply;
}

static void
desk_indicator_dialog_init (DeskIndicatorDialog *self)
{
  self->checks = g_ptr_array_new ();
  self->codes = g_ptr_array_new_with_free_func (g_free);
}
