/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-decision-page.h"

#include <glib/gi18n.h>

#include "decision/desk-act-dialog.h"
#include "decision/desk-decision-actions.h"
#include "decision/desk-decision-acts.h"
#include "decision/desk-decision-lines.h"
#include "decision/desk-decision-list.h"
#include "decision/desk-decision-steps.h"
#include "decision/desk-decision-words.h"
#include "decision/desk-rewards-dialog.h"
#include "desk-window.h"
#include "list/desk-list-empty.h"
#include "list/desk-wrap-layout.h"
#include "papers/desk-papers-dialog.h"

struct _DeskDecisionPage
{
  DeskPage parent_instance;

  /* Template widgets */
  DeskDecisionList *list;
  GtkStack *stack;
  GtkLabel *title_label;
  GtkLabel *facts_label;
  DeskDecisionSteps *steps;
  GtkLabel *after_label;
  DeskTable *lines;
  GtkBox *bar;

  /* Borrowed references */
  GtkWidget *rewards_button;
  GPtrArray *buttons;      /* one for each of the bar's actions */

  /* Owned references */
  GCancellable *cancellable;
  OcopDecision *decision;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskDecisionPage, desk_decision_page, DESK_TYPE_PAGE)

static const OcopDecisionLine *
get_line (const DeskDecisionPage *self)
{
  return desk_table_get (self->lines);
}

/* --- what can be done --- */

static gboolean
may_write (DeskDecisionPage *self)
{
  OcopRegister *reg = desk_page_get_register (DESK_PAGE (self));

  return reg != NULL && !ocop_register_is_look_only (reg);
}

static gboolean
can (DeskDecisionPage         *self,
     const DeskDecisionAction *action)
{
  return action->can (self->decision, get_line (self));
}

static gboolean
is_next (DeskDecisionPage         *self,
         const DeskDecisionAction *action)
{
  return action->next != NULL && action->next (self->decision, get_line (self));
}

/* A button that goes takes the focus with it, and the page would hear no key any more. */
static void
hide_button (DeskDecisionPage *self,
             GtkWidget        *button)
{
  if (gtk_widget_is_focus (button))
    gtk_widget_grab_focus (GTK_WIDGET (self->lines));
  gtk_widget_set_visible (button, FALSE);
}

static void
update_rewards (DeskDecisionPage *self)
{
  gboolean of_use = self->decision != NULL && ocop_reward_list_follows (self->decision->record);

  if (of_use)
    gtk_widget_set_visible (self->rewards_button, TRUE);
  else
    hide_button (self, self->rewards_button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "decision.rewards", of_use && may_write (self));
}

static void
update_actions (DeskDecisionPage *self)
{
  const DeskDecisionAction *actions = desk_decision_actions_all ();
  gboolean writable = may_write (self);

  update_rewards (self);

  for (guint i = 0; actions[i].name != NULL; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      gboolean of_use = can (self, &actions[i]);

      if (of_use)
        gtk_widget_set_visible (button, TRUE);
      else
        hide_button (self, button);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, writable && of_use);
      if (is_next (self, &actions[i]))
        gtk_widget_add_css_class (button, "suggested-action");
      else
        gtk_widget_remove_css_class (button, "suggested-action");
    }
}

/* --- doing it --- */

static void
show_made (DeskDecisionPage *self,
           const char       *made)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  OcopRegister *reg = desk_page_get_register (DESK_PAGE (self));
  g_autofree char *name = reg != NULL ? ocop_register_dup_undo_name (reg) : NULL;

  if (made != NULL)
    desk_decision_page_show_record (self, made);
  if (window != NULL && name != NULL)
    desk_window_toast (window, name);
}

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(DeskDecisionPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *made = NULL;
  gboolean done = desk_act_run_finish (OCOP_REGISTER (source), result, &made, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (done)
    show_made (self, made);
  else if (window != NULL)
    desk_window_show_error (window, error);
}

/* Takes @answers. */
static void
run (DeskDecisionPage *self,
     const DeskAct    *act,
     DeskAnswers      *answers)
{
  desk_act_run_async (desk_page_get_register (DESK_PAGE (self)), act, answers, on_run, g_object_ref (self));
}

/* The day of an act is today's unless it is known. */
static void
set_today (OcopRecord *decision,
           OcopRecord *line,
           const char *field)
{
  OcopRecord *record = decision;

  if (field == NULL)
    return;
  if (ocop_kind_find_field (ocop_record_get_kind (decision), field) == NULL)
    record = line;
  if (!ocop_date_is_known (ocop_record_get_date (record, field)))
    ocop_record_set_date (record, field, ocop_date_today ());
}

/* What is submitted or issued without a product's code is not refused, but said. */
static void
say_uncoded (DeskDecisionPage *self,
             const DeskAct    *act,
             GtkWidget        *dialog)
{
  g_autofree char *text = act == &desk_decision_issue_act || act == &desk_decision_submit_act
                          ? desk_decision_dup_uncoded (self->decision) : NULL;

  if (text != NULL)
    desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (dialog)), text);
}

static void
ask (DeskDecisionPage         *self,
     const DeskDecisionAction *action,
     const char               *id)
{
  const OcopDecisionLine *line = get_line (self);
  g_autoptr(OcopRecord) decision = ocop_record_copy (self->decision->record);
  g_autoptr(OcopRecord) first = action->of_line ? ocop_record_copy (line->record) : ocop_record_new (ocop_kind_find ("decision_line"), NULL);
  g_autofree char *label = ocop_decision_record_label (decision);
  const char *about = action->of_line ? ocop_record_get_text (line->product, "name") : label;
  const OcopRecord *initial[] = { decision, first, NULL };
  GtkWidget *dialog;

  /* Of another decision: that of the centre. */
  if (action->act == &desk_decision_central_act)
    {
      ocop_record_set_text (decision, "signatory", NULL);
      ocop_record_set_text (decision, "signatory_title", NULL);
      ocop_record_set_text (first, "note", NULL);
    }
  set_today (decision, first, action->day);
  dialog = desk_act_dialog_present (GTK_WIDGET (self), desk_page_get_register (DESK_PAGE (self)), action->act, about,
                                    (const char *[]) { id, NULL }, initial);
  say_uncoded (self, action->act, dialog);
  g_signal_connect_object (dialog, "done", G_CALLBACK (show_made), self, G_CONNECT_SWAPPED);
}

static void
carry_out (DeskDecisionPage         *self,
           const DeskDecisionAction *action)
{
  const OcopRecord *record = action->of_line ? get_line (self)->record : self->decision->record;

  if (action->act->fields != NULL)
    ask (self, action, ocop_record_get_id (record));
  else
    run (self, action->act, desk_answers_new ((const char *[]) { ocop_record_get_id (record), NULL }));
}

static void
action_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  const DeskDecisionAction *actions = desk_decision_actions_all ();
  DeskDecisionPage *self = DESK_DECISION_PAGE (widget);

  for (guint i = 0; actions[i].name != NULL; i++)
    if (g_str_equal (actions[i].name, name) && can (self, &actions[i]))
      carry_out (self, &actions[i]);
}

static void
papers_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DeskDecisionPage *self = DESK_DECISION_PAGE (widget);

  if (self->decision != NULL)
    desk_papers_dialog_show_decision (desk_window_of (widget), ocop_record_get_id (self->decision->record));
}

static void
on_rewarded (DeskDecisionPage *self)
{
  show_made (self, NULL);
}

static void
rewards_activated (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DeskDecisionPage *self = DESK_DECISION_PAGE (widget);
  GtkWidget *dialog = desk_rewards_dialog_present (widget, desk_page_get_register (DESK_PAGE (self)), ocop_record_get_id (self->decision->record));

  g_signal_connect_object (dialog, "done", G_CALLBACK (on_rewarded), self, G_CONNECT_SWAPPED);
}

/* What comes next, whichever step it is at. */
static void
go_on_activated (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  const DeskDecisionAction *actions = desk_decision_actions_all ();
  DeskDecisionPage *self = DESK_DECISION_PAGE (widget);

  for (guint i = 0; actions[i].name != NULL; i++)
    if (is_next (self, &actions[i]) && may_write (self))
      {
        carry_out (self, &actions[i]);
        return;
      }
}

static void
move_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DeskDecisionPage *self = DESK_DECISION_PAGE (widget);
  int place, target;
  DeskAnswers *answers;

  if (!desk_decision_has_open_line (self->decision, get_line (self)) || !may_write (self))
    return;
  place = ocop_decision_find_line (self->decision, ocop_record_get_id (get_line (self)->record));
  target = place + (g_str_equal (name, "decision.line-up") ? -1 : 1);
  if (target < 0 || target >= (int) self->decision->lines->len)
    return;
  answers = desk_answers_new ((const char *[]) { ocop_record_get_id (get_line (self)->record), NULL });
  desk_answers_set (answers, "place", g_strdup_printf ("%d", target + 1));
  run (self, &desk_decision_place_act, answers);
}

static void
on_line_activated (DeskDecisionPage *self)
{
  gboolean at_centre = desk_decision_has_line_at_centre (self->decision, get_line (self));

  gtk_widget_activate_action (GTK_WIDGET (self), at_centre ? "decision.central" : "decision.edit-line", NULL);
}

/* --- showing --- */

static void
show_decision (DeskDecisionPage *self)
{
  g_autofree char *title = ocop_decision_record_label (self->decision->record);
  g_autofree char *facts = desk_decision_dup_facts (self->decision);
  g_autofree char *after = desk_decision_dup_after (self->decision);

  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), ocop_record_get_text (self->decision->record, "name"));
  gtk_label_set_label (self->facts_label, facts);
  gtk_label_set_label (self->after_label, after);
  gtk_widget_set_visible (GTK_WIDGET (self->after_label), ocop_decision_get_state (self->decision) == OCOP_DECISION_ISSUED);
  desk_decision_steps_show (self->steps, self->decision);
  desk_decision_lines_show (self->lines, self->decision);
  gtk_stack_set_visible_child_name (self->stack, "decision");
  update_actions (self);
}

static gboolean
is_searching (DeskDecisionPage *self)
{
  return *desk_page_get_search_text (DESK_PAGE (self)) != '\0';
}

static void
clear_decision (DeskDecisionPage *self)
{
  desk_decision_lines_show (self->lines, NULL);
  g_clear_pointer (&self->decision, ocop_decision_free);
  gtk_stack_set_visible_child_name (self->stack, is_searching (self) ? "nothing" : "empty");
  update_actions (self);
}

static gpointer
read_decision (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return ocop_decision_read (reader, data, ocop_date_today (), error);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskDecisionPage) self = user_data;
  g_autoptr(GError) error = NULL;
  OcopDecision *decision = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  g_autoptr(OcopDecision) former = NULL;
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (decision == NULL)
    {
      if (window != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        desk_window_show_error (window, error);
      return;
    }
  former = self->decision;
  self->decision = decision;
  show_decision (self);
}

static void
on_chosen (DeskDecisionPage *self,
           const char       *id)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  /* A list of nothing would be an empty strip. */
  gtk_widget_set_visible (GTK_WIDGET (self->list), id != NULL || is_searching (self));
  if (id == NULL)
    clear_decision (self);
  else
    ocop_register_read_async (desk_page_get_register (DESK_PAGE (self)), OCOP_LANE_LONG, read_decision, g_strdup (id), g_free,
                              (GDestroyNotify) ocop_decision_free, self->cancellable, on_read, g_object_ref (self));
}

/* What is looked for may not be what is shown. */
void
desk_decision_page_show_record (DeskDecisionPage *self,
                                const char       *id)
{
  desk_page_set_search_text (DESK_PAGE (self), NULL);
  desk_decision_list_select (self->list, id);
}

void
desk_decision_page_draft (DeskDecisionPage *self,
                          const char       *session)
{
  run (self, &desk_decision_draft_act, desk_answers_new ((const char *[]) { session, NULL }));
}

/* --- the page --- */

static void
desk_decision_page_register_changed (DeskPage *page)
{
  g_cancellable_cancel (DESK_DECISION_PAGE (page)->cancellable);
  clear_decision (DESK_DECISION_PAGE (page));
}

static void
desk_decision_page_refresh (DeskPage *page)
{
  desk_decision_list_refresh (DESK_DECISION_PAGE (page)->list, desk_page_get_register (page), desk_page_get_search_text (page));
}

static void
desk_decision_page_enter_found (DeskPage *page)
{
  desk_decision_list_focus (DESK_DECISION_PAGE (page)->list);
}

static void
show_all_activated (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  desk_page_set_search_text (DESK_PAGE (widget), NULL);
  gtk_widget_grab_focus (widget);
}

static gboolean
desk_decision_page_grab_focus (GtkWidget *widget)
{
  DeskDecisionPage *self = DESK_DECISION_PAGE (widget);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->list)))
    return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  desk_decision_list_focus (self->list);
  return TRUE;
}

static void
desk_decision_page_dispose (GObject *object)
{
  DeskDecisionPage *self = DESK_DECISION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->lines != NULL)
    desk_decision_lines_show (self->lines, NULL);
  G_OBJECT_CLASS (desk_decision_page_parent_class)->dispose (object);
}

static void
desk_decision_page_finalize (GObject *object)
{
  DeskDecisionPage *self = DESK_DECISION_PAGE (object);

  g_clear_pointer (&self->decision, ocop_decision_free);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->buttons);
  G_OBJECT_CLASS (desk_decision_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  const DeskDecisionAction *actions = desk_decision_actions_all ();

  for (guint i = 0; actions[i].name != NULL; i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, action_activated);
  gtk_widget_class_install_action (klass, "decision.go-on", NULL, go_on_activated);
  gtk_widget_class_install_action (klass, "decision.papers", NULL, papers_activated);
  gtk_widget_class_install_action (klass, "decision.rewards", NULL, rewards_activated);
  gtk_widget_class_install_action (klass, "decision.show-all", NULL, show_all_activated);
  gtk_widget_class_install_action (klass, "decision.line-up", NULL, move_activated);
  gtk_widget_class_install_action (klass, "decision.line-down", NULL, move_activated);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "decision.edit-line", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "decision.strike", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, 0, "decision.put-back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_r, GDK_CONTROL_MASK, "decision.central", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_m, GDK_CONTROL_MASK, "decision.go-on", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "decision.papers", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Up, GDK_ALT_MASK, "decision.line-up", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, GDK_ALT_MASK, "decision.line-down", NULL);
}

static void
desk_decision_page_class_init (DeskDecisionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_decision_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_decision_page_finalize;
  widget_class->grab_focus = desk_decision_page_grab_focus;
  DESK_PAGE_CLASS (klass)->register_changed = desk_decision_page_register_changed;
  DESK_PAGE_CLASS (klass)->refresh = desk_decision_page_refresh;
  DESK_PAGE_CLASS (klass)->search = desk_decision_page_refresh;
  DESK_PAGE_CLASS (klass)->enter_found = desk_decision_page_enter_found;

  g_type_ensure (DESK_TYPE_DECISION_LIST);
  g_type_ensure (DESK_TYPE_DECISION_STEPS);
  g_type_ensure (DESK_TYPE_TABLE);
  g_type_ensure (DESK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/decision/desk-decision-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskDecisionPage, list);
  gtk_widget_class_bind_template_child (widget_class, DeskDecisionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskDecisionPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDecisionPage, facts_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDecisionPage, steps);
  gtk_widget_class_bind_template_child (widget_class, DeskDecisionPage, after_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDecisionPage, lines);
  gtk_widget_class_bind_template_child (widget_class, DeskDecisionPage, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_bind_template_callback (widget_class, on_line_activated);
  install_actions (widget_class);
}

static GtkWidget *
add_button (DeskDecisionPage *self,
            const char       *label,
            const char       *action,
            const char       *key)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, key);
  gtk_box_append (self->bar, button);
  return button;
}

/* Those about a line at the start, those about the decision at the end. */
static void
build_bar (DeskDecisionPage *self)
{
  const DeskDecisionAction *actions = desk_decision_actions_all ();
  GtkWidget *space = gtk_label_new (NULL);
  gboolean parted = FALSE;

  gtk_widget_set_hexpand (space, TRUE);
  for (guint i = 0; actions[i].name != NULL; i++)
    {
      if (!actions[i].of_line && !parted)
        {
          gtk_box_append (self->bar, space);
          self->rewards_button = add_button (self, _("Re_wards…"), "decision.rewards", NULL);
          add_button (self, _("Pa_pers…"), "decision.papers", "Ctrl+P");
        }
      parted |= !actions[i].of_line;
      g_ptr_array_add (self->buttons, add_button (self, _(actions[i].label), actions[i].name, actions[i].key));
    }
}

static void
desk_decision_page_init (DeskDecisionPage *self)
{
  self->buttons = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_decision_lines_set_up (self->lines);
  gtk_stack_add_named (self->stack, desk_list_empty_new (_("Nothing meets these conditions"), _("Search for a number, a name, a signatory or a product."),
                                                         _("Show all"), "decision.show-all"), "nothing");
  gtk_stack_add_named (self->stack, desk_list_empty_new (_("No decisions yet"),
                                                         _("Close a session of the council and choose “Draft Decisions” there. Certificates are revoked from the page of recognitions."),
                                                         _("To the Council's Sessions"), "win.page::council"), "empty");
  build_bar (self);
  update_actions (self);
}
