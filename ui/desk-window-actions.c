/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "decision/desk-decision-page.h"
#include "desk-accelerators.h"
#include "desk-backup.h"
#include "desk-clean-up.h"
#include "import/desk-import-dialog.h"
#include "plan/desk-plan-page.h"
#include "law/desk-law-window.h"
#include "desk-office-dialog.h"
#include "desk-person-dialog.h"
#include "form/desk-record-form.h"
#include "list/desk-progress-dialog.h"
#include "ownform/desk-own-form-dialog.h"
#include "print/desk-reports.h"
#include "work/desk-work-page.h"

static void
search (DeskWindow *self)
{
  DeskPage *page = desk_window_get_page (self);

  if (page == NULL || desk_page_focus_search (page))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
choose_day (DeskWindow *self)
{
  desk_day_button_popup (self->day_button);
}

static void
show_menu (DeskWindow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

static void
hide_toast (DeskWindow *self)
{
  gtk_revealer_set_reveal_child (self->toast_revealer, FALSE);
}

static void
refresh (DeskWindow *self)
{
  DeskPage *page = desk_window_get_page (self);

  if (page != NULL)
    desk_page_refresh (page);
}

static void
show_keys (DeskWindow *self)
{
  gtk_window_present (GTK_WINDOW (desk_accelerators_new_window (GTK_WINDOW (self))));
}

/* Undo and redo. Storage may take its time: a dialog shows how far it is. */

typedef struct
{
  DeskWindow *window;
  GtkWidget *dialog;
  char *done; /* what to say when it is done */
} Step;

static void
step_free (Step *step)
{
  gtk_window_destroy (GTK_WINDOW (step->dialog));
  g_object_unref (step->window);
  g_free (step->done);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static void step_soon (DeskWindow *self,
                       gboolean    redo);

/* None of those that were asked for meanwhile, where this one failed. */
static void
end_step (DeskWindow *self,
          gboolean    done)
{
  self->stepping = FALSE;
  if (!done)
    g_queue_clear (&self->steps_ahead);
  if (!g_queue_is_empty (&self->steps_ahead))
    step_soon (self, GPOINTER_TO_INT (g_queue_pop_head (&self->steps_ahead)));
}

static void
on_step_done (GObject      *reg,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(Step) step = data;
  g_autoptr(GError) error = NULL;
  DeskWindow *self = step->window;
  guint n_left = 0;

  if (!ocop_register_step_finish (OCOP_REGISTER (reg), result, &n_left, &error))
    desk_window_show_error (self, error);
  else if (n_left > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%s. %d field that was changed since has been left as it is.",
                                                         "%s. %d fields that were changed since have been left as they are.", n_left),
                                               step->done, (int) n_left);

      desk_window_say (self, text);
    }
  else
    desk_window_say (self, step->done);
  end_step (self, error == NULL);
}

/* @name: of the change; @done: (transfer full): what to say when it is done */
static void
take_step (DeskWindow *self,
           gboolean    redo,
           const char *name,
           char       *done)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *text = g_strdup_printf (redo ? _("Doing again: %s") : _("Undoing: %s"), name);
  GtkWidget *dialog = desk_progress_dialog_new (GTK_WIDGET (self), text, cancellable);
  Step *step = g_new (Step, 1);

  self->stepping = TRUE;
  *step = (Step) { g_object_ref (self), dialog, done };
  ocop_register_step_async (self->reg, redo, desk_progress_report, desk_progress_dialog_dup_progress (DESK_PROGRESS_DIALOG (dialog)),
                            (GDestroyNotify) desk_progress_unref, cancellable, on_step_done, step);
}

/* Where somebody types, the key takes back typing; in a form in which all is saved, the change. */
static gboolean
handled_by_text (DeskWindow *self,
                 const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *form;

  if (focus == NULL || !(GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)))
    return FALSE;
  form = gtk_widget_get_ancestor (focus, DESK_TYPE_RECORD_FORM);
  if (form != NULL && !desk_record_form_is_unsaved (DESK_RECORD_FORM (form)))
    return FALSE;
  return gtk_widget_activate_action (focus, action, NULL);
}

/* One after the other: what is to be undone next is known when this is undone. */
static void
step_soon (DeskWindow *self,
           gboolean    redo)
{
  g_autofree char *name = NULL;

  if (self->stepping)
    {
      g_queue_push_tail (&self->steps_ahead, GINT_TO_POINTER (redo));
      return;
    }
  if (self->reg != NULL)
    name = redo ? ocop_register_dup_redo_name (self->reg) : ocop_register_dup_undo_name (self->reg);
  if (name != NULL)
    take_step (self, redo, name, g_strdup_printf (redo ? _("Done again: %s") : _("Undone: %s"), name));
}

static void
undo (DeskWindow *self)
{
  if (!handled_by_text (self, "text.undo"))
    step_soon (self, FALSE);
}

static void
redo (DeskWindow *self)
{
  if (!handled_by_text (self, "text.redo"))
    step_soon (self, TRUE);
}

static void
choose_person (DeskWindow *self)
{
  desk_person_dialog_show (self);
}

static void
edit_office (DeskWindow *self)
{
  desk_office_dialog_edit (self);
}

static void
back_up (DeskWindow *self)
{
  desk_backup_choose (self);
}

static void
save_copy (DeskWindow *self)
{
  desk_backup_rescue (self);
}

static void
restore (DeskWindow *self)
{
  desk_backup_restore (self);
}

static void
show_law (DeskWindow *self)
{
  desk_law_window_show (self);
}

static void
show_own_forms (DeskWindow *self)
{
  desk_own_form_dialog_present (self, desk_day_button_get_day (self->day_button));
}

static void
clean_up (DeskWindow *self)
{
  desk_clean_up_offer (self);
}

static void
import_list (DeskWindow *self)
{
  DeskPage *page = desk_window_get_page (self);

  if (page != NULL && DESK_IS_PLAN_PAGE (page))
    desk_import_dialog_show (self, desk_plan_page_get_plural (DESK_PLAN_PAGE (page)), desk_plan_page_get_plan (DESK_PLAN_PAGE (page)));
  else
    desk_import_dialog_show (self, DESK_IS_WORK_PAGE (page) ? desk_work_page_get_plural (DESK_WORK_PAGE (page)) : NULL, NULL);
}

static void
paste_cells (DeskWindow *self)
{
  desk_import_dialog_paste (self);
}

/* What an action needs to be of use. */
typedef enum
{
  NEEDS_NOTHING,
  NEEDS_REGISTER,
  NEEDS_WRITING,
} Needs;

static const struct
{
  const char *name;
  Needs needs;
  void (*run) (DeskWindow *self);
} actions[] = {
  { "win.new", NEEDS_NOTHING, desk_window_new_register },
  { "win.open", NEEDS_NOTHING, desk_window_choose_file },
  { "win.open-sample", NEEDS_NOTHING, desk_window_open_sample },
  { "win.show-menu", NEEDS_NOTHING, show_menu },
  { "win.show-help-overlay", NEEDS_NOTHING, show_keys },
  { "win.hide-toast", NEEDS_NOTHING, hide_toast },
  { "win.search", NEEDS_REGISTER, search },
  { "win.choose-day", NEEDS_REGISTER, choose_day },
  { "win.refresh", NEEDS_REGISTER, refresh },
  { "win.backup", NEEDS_REGISTER, back_up },
  { "win.save-copy", NEEDS_REGISTER, save_copy },
  { "win.restore", NEEDS_WRITING, restore },
  { "win.clean-up", NEEDS_WRITING, clean_up },
  { "win.person", NEEDS_WRITING, choose_person },
  { "win.office", NEEDS_WRITING, edit_office },
  { "win.law", NEEDS_REGISTER, show_law },
  { "win.own-forms", NEEDS_REGISTER, show_own_forms },
  { "win.import", NEEDS_WRITING, import_list },
  { "win.paste-cells", NEEDS_WRITING, paste_cells },
  { "win.undo", NEEDS_WRITING, undo },
  { "win.redo", NEEDS_WRITING, redo },
  /* The keys do not wait until the window has heard of what was just written: who knows that there is something types on. */
  { "win.undo-key", NEEDS_WRITING, undo },
  { "win.redo-key", NEEDS_WRITING, redo },
};

static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].run (DESK_WINDOW (widget));
}

static void
activate_open_recent (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  desk_window_open (DESK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
activate_page (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_child_by_name (self->page_stack, g_variant_get_string (parameter, NULL));

  if (self->reg == NULL || page == NULL)
    return;
  gtk_stack_set_visible_child (self->page_stack, page);
  desk_window_focus_page (DESK_PAGE (page));
}

/* To the next or former list of a page that has several. */
static void
activate_turn_list (GtkWidget  *widget,
                    const char *name,
                    GVariant   *forward)
{
  DeskPage *page = desk_window_get_page (DESK_WINDOW (widget));

  if (page != NULL && DESK_IS_WORK_PAGE (page))
    desk_work_page_turn (DESK_WORK_PAGE (page), g_variant_get_boolean (forward));
}

static void
activate_decision_draft (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_child_by_name (self->page_stack, "decisions");

  if (self->reg == NULL)
    return;
  gtk_stack_set_visible_child (self->page_stack, page);
  desk_window_focus_page (DESK_PAGE (page));
  desk_decision_page_draft (DESK_DECISION_PAGE (page), g_variant_get_string (parameter, NULL));
}

static void
activate_report (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);
  DeskPage *page = desk_window_get_page (self);
  OcopReportScope scope = { desk_day_button_get_day (self->day_button) };

  if (self->reg == NULL)
    return;
  if (page != NULL)
    desk_page_narrow_report (page, &scope);
  desk_reports_preview (self, g_variant_get_string (parameter, NULL), &scope);
}

void
desk_window_class_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, activate_action);
  /* Bound to the window and not an accelerator, so that a field with text comes first. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste-cells", NULL);
  gtk_widget_class_install_action (klass, "win.open-recent", "s", activate_open_recent);
  gtk_widget_class_install_action (klass, "win.page", "s", activate_page);
  gtk_widget_class_install_action (klass, "win.turn-list", "b", activate_turn_list);
  gtk_widget_class_install_action (klass, "win.decision-draft", "s", activate_decision_draft);
  gtk_widget_class_install_action (klass, "win.report", "s", activate_report);
}

static void
update_steps (DeskWindow *self,
              gboolean    may_write)
{
  g_autofree char *undo_name = may_write ? ocop_register_dup_undo_name (self->reg) : NULL;
  g_autofree char *redo_name = may_write ? ocop_register_dup_redo_name (self->reg) : NULL;
  g_autofree char *undo_hint = undo_name != NULL ? g_strdup_printf (_("Undo: %s (Ctrl+Z)"), undo_name) : g_strdup (_("Nothing to undo"));
  g_autofree char *redo_hint = redo_name != NULL ? g_strdup_printf (_("Do again: %s (Ctrl+Y)"), redo_name) : g_strdup (_("Nothing to do again"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo_name != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo_name != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo_button), undo_hint);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->redo_button), redo_hint);
}

void
desk_window_update_actions (DeskWindow *self)
{
  gboolean has_register = self->reg != NULL;
  gboolean may_write = has_register && !ocop_register_is_look_only (self->reg);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   !self->busy && (actions[i].needs == NEEDS_NOTHING
                                                   || (actions[i].needs == NEEDS_REGISTER && has_register)
                                                   || may_write));
  update_steps (self, may_write);
}
