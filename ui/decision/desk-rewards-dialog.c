/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-rewards-dialog.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "decision/desk-reward-table.h"
#include "form/desk-record-dialog.h"

#define WIDTH 1100
#define HEIGHT 500

struct _DeskRewardsDialog
{
  DeskDialog parent_instance;

  /* Borrowed references */
  DeskRewardTable *table;
  GtkLabel *sum;
  DeskFieldEditor *number;
  DeskFieldEditor *paid_on;

  /* Owned references */
  char *decision;          /* id */
  OcopRewardList *list;    /* (nullable) */
  GCancellable *cancellable;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRewardsDialog, desk_rewards_dialog, DESK_TYPE_DIALOG)

/* --- making the list --- */

typedef struct
{
  char *decision;
  char *number;
  OcopRewardEntry entry;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->decision);
  g_free (wish->number);
  g_hash_table_unref (wish->entry.chosen);
  g_free (wish);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wish *wish = data;

  return ocop_reward_list_pay (reader, wish->decision, &wish->entry, error);
}

static void
on_made (GObject      *reg,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskRewardsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean made = ocop_register_make_finish (OCOP_REGISTER (reg), result, &error);

  if (made)
    g_signal_emit (self, signals[DONE], 0);
  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (made)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    desk_dialog_fail (DESK_DIALOG (self), error);
}

/* By recognition, what a hand decided. */
static GHashTable *
collect_choices (const OcopRewardList *list)
{
  GHashTable *chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; list != NULL && i < list->lines->len; i++)
    {
      const OcopRewardLine *line = ocop_reward_list_get_line (list, i);

      g_hash_table_insert (chosen, g_strdup (ocop_record_get_id (line->recognition)), GINT_TO_POINTER (line->choice));
    }
  return chosen;
}

static void
desk_rewards_dialog_apply (DeskDialog *dialog)
{
  DeskRewardsDialog *self = DESK_REWARDS_DIALOG (dialog);
  g_autofree char *day = NULL;
  Wish *wish;

  if (self->list == NULL || !desk_field_editor_settle (self->number) || !desk_field_editor_settle (self->paid_on))
    return;
  wish = g_new0 (Wish, 1);
  day = desk_dialog_dup_text (self->paid_on);
  wish->decision = g_strdup (self->decision);
  wish->number = desk_dialog_dup_text (self->number);
  wish->entry.number = wish->number;
  if (day != NULL)
    ocop_date_parse (day, &wish->entry.paid_on);
  wish->entry.chosen = collect_choices (self->list);
  wish->entry.sum = ocop_reward_list_sum (self->list, NULL);
  desk_dialog_begin (dialog);
  ocop_register_make_async (desk_dialog_get_register (dialog), OCOP_LANE_WINDOW, make_change, wish, wish_free, on_made, g_object_ref (self));
}

/* --- showing --- */

static void
show_sum (DeskRewardsDialog *self)
{
  guint n_lines;
  gint64 sum = ocop_reward_list_sum (self->list, &n_lines);
  g_autofree char *amount = ocop_number_to_people (sum);
  g_autofree char *text = g_strdup_printf (ngettext ("%u product is rewarded: %s đồng in all", "%u products are rewarded: %s đồng in all", n_lines),
                                           n_lines, amount);

  gtk_label_set_label (self->sum, text);
  desk_dialog_set_ready (DESK_DIALOG (self), n_lines > 0);
}

static void
count_warnings (DeskRewardsDialog *self)
{
  guint n_twice = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->list->lines->len; i++)
    n_twice += ocop_reward_list_get_line (self->list, i)->result == OCOP_REWARD_TWICE;
  text = g_strdup_printf (ngettext ("%u product was paid for its class before: it is left out unless you tick it.",
                                    "%u products were paid for their class before: they are left out unless you tick them.", n_twice), n_twice);
  if (self->list->rules->len == 0)
    desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), _("There are no rules for rewards yet: enter them with “New Rule…”, as the resolution of your province says."));
  else if (n_twice > 0)
    desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), text);
}

/* What was ticked stays so where rules were added meanwhile. */
static void
keep_choices (DeskRewardsDialog *self,
              OcopRewardList    *list)
{
  g_autoptr(GHashTable) chosen = collect_choices (self->list);

  for (guint i = 0; i < list->lines->len; i++)
    {
      OcopRewardLine *line = ocop_reward_list_get_line (list, i);

      line->choice = GPOINTER_TO_INT (g_hash_table_lookup (chosen, ocop_record_get_id (line->recognition)));
    }
  ocop_reward_list_work_out (list);
}

static gpointer
read_list (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ocop_reward_list_read (reader, data, error);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskRewardsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  OcopRewardList *list = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (list == NULL)
    {
      if (desk_dialog_is_open (DESK_DIALOG (self)) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), error->message);
      return;
    }
  keep_choices (self, list);
  if (desk_dialog_is_open (DESK_DIALOG (self)))
    desk_reward_table_show (self->table, list);
  g_clear_pointer (&self->list, ocop_reward_list_free);
  self->list = list;
  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  show_sum (self);
  count_warnings (self);
}

static void
load (DeskRewardsDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (desk_dialog_get_register (DESK_DIALOG (self)), OCOP_LANE_LONG, read_list, g_strdup (self->decision), g_free,
                            (GDestroyNotify) ocop_reward_list_free, self->cancellable, on_read, g_object_ref (self));
}

static void
new_rule_activated (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr(OcopRecord) rule = ocop_record_new (ocop_kind_find ("reward_rule"), NULL);
  GtkWidget *dialog = desk_record_dialog_present (widget, desk_dialog_get_register (DESK_DIALOG (widget)), rule, NULL, NULL);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (load), widget, G_CONNECT_SWAPPED);
}

/* --- the window --- */

GtkWidget *
desk_rewards_dialog_present (GtkWidget    *parent,
                             OcopRegister *reg,
                             const char   *decision)
{
  DeskRewardsDialog *self = g_object_new (DESK_TYPE_REWARDS_DIALOG, "default-width", WIDTH, NULL);
  GtkBox *box;

  self->decision = g_strdup (decision);
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _("Rewards after the decision"), _("Make _Pay List"));
  desk_dialog_add_button (DESK_DIALOG (self), _("New _Rule…"), "rewards.new-rule");
  desk_dialog_set_ready (DESK_DIALOG (self), FALSE);
  box = desk_dialog_add_box (DESK_DIALOG (self), HEIGHT, -1);
  self->number = desk_dialog_add_field (DESK_DIALOG (self), box, "reward", "list_number", NULL, NULL);
  self->paid_on = desk_dialog_add_field (DESK_DIALOG (self), box, "reward", "paid_on", NULL, NULL);
  desk_dialog_add_hint (box, _("Left empty until it is paid; the list of rewards marks many as paid at once."));
  self->sum = GTK_LABEL (desk_dialog_add_text (box, "", "desk-heading"));
  self->table = DESK_REWARD_TABLE (desk_reward_table_new ());
  gtk_box_append (box, GTK_WIDGET (self->table));
  g_signal_connect_object (self->table, "changed", G_CALLBACK (show_sum), self, G_CONNECT_SWAPPED);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->number));
  return GTK_WIDGET (self);
}

static void
desk_rewards_dialog_dispose (GObject *object)
{
  DeskRewardsDialog *self = DESK_REWARDS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (desk_rewards_dialog_parent_class)->dispose (object);
}

static void
desk_rewards_dialog_finalize (GObject *object)
{
  DeskRewardsDialog *self = DESK_REWARDS_DIALOG (object);

  g_free (self->decision);
  g_clear_pointer (&self->list, ocop_reward_list_free);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (desk_rewards_dialog_parent_class)->finalize (object);
}

static void
desk_rewards_dialog_class_init (DeskRewardsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_rewards_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_rewards_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_rewards_dialog_apply;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "rewards.new-rule", NULL, new_rule_activated);
  signals[DONE] = g_signal_new ("done", DESK_TYPE_REWARDS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_rewards_dialog_init (DeskRewardsDialog *self)
{
  self->cancellable = g_cancellable_new ();
}
