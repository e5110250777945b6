/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-plan-tab.h"

#include <glib/gi18n.h>

#include "desk-focus-back.h"
#include "desk-window.h"
#include "form/desk-loaded.h"
#include "form/desk-record-dialog.h"

typedef struct
{
  /* Owned references */
  OcopRegister *reg;
  OcopRecord *plan;
  GCancellable *cancellable;

  OcopPeriod period;
  gboolean whole;
  OcopDate on;

  gboolean stale;         /* to be read when it is next seen */
  gboolean shown;         /* something was read */
  gboolean focus_wanted;  /* as soon as it is */
} DeskPlanTabPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskPlanTab, desk_plan_tab, GTK_TYPE_WIDGET)

static DeskPlanTabPrivate *
get_private (DeskPlanTab *self)
{
  return desk_plan_tab_get_instance_private (self);
}

const char *
desk_plan_tab_get_title (DeskPlanTab *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "tab", DESK_PLAN_TAB_GET_CLASS (self)->title);
}

gboolean
desk_plan_tab_is_by_period (DeskPlanTab *self)
{
  return DESK_PLAN_TAB_GET_CLASS (self)->by_period;
}

const char *
desk_plan_tab_choose_report (DeskPlanTab     *self,
                             OcopReportScope *scope)
{
  DeskPlanTabClass *class = DESK_PLAN_TAB_GET_CLASS (self);

  return class->choose_report != NULL ? class->choose_report (self, scope) : class->report;
}

OcopRegister *
desk_plan_tab_get_register (DeskPlanTab *self)
{
  return get_private (self)->reg;
}

const OcopRecord *
desk_plan_tab_get_plan (DeskPlanTab *self)
{
  return get_private (self)->plan;
}

const OcopPeriod *
desk_plan_tab_get_period (DeskPlanTab *self)
{
  DeskPlanTabPrivate *private = get_private (self);

  return private->whole ? NULL : &private->period;
}

OcopDate
desk_plan_tab_get_on (DeskPlanTab *self)
{
  return get_private (self)->on;
}

gboolean
desk_plan_tab_is_issued (DeskPlanTab *self)
{
  const OcopRecord *plan = get_private (self)->plan;

  return plan != NULL && g_strcmp0 (ocop_record_get_text (plan, "state"), "issued") == 0;
}

/* Reading */

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      tab)
{
  g_autoptr(DeskPlanTab) self = tab;
  g_autoptr(GError) error = NULL;
  DeskPlanTabPrivate *private = get_private (self);
  gpointer answer = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (answer == NULL)
    {
      if (window != NULL)
        desk_window_show_error (window, error);
      return;
    }
  DESK_PLAN_TAB_GET_CLASS (self)->show (self, answer);
  private->shown = TRUE;
  if (private->focus_wanted && gtk_widget_get_mapped (GTK_WIDGET (self)))
    DESK_PLAN_TAB_GET_CLASS (self)->take_focus (self);
  private->focus_wanted = FALSE;
}

static void
stop (DeskPlanTab *self)
{
  DeskPlanTabPrivate *private = get_private (self);

  g_cancellable_cancel (private->cancellable);
  g_clear_object (&private->cancellable);
}

/* A cancelled reading has no answer: what is read for another plan is never shown. */
void
desk_plan_tab_read (DeskPlanTab    *self,
                    OcopReadFunc    func,
                    gpointer        data,
                    GDestroyNotify  destroy_data,
                    GDestroyNotify  destroy_answer)
{
  DeskPlanTabPrivate *private = get_private (self);

  stop (self);
  private->cancellable = g_cancellable_new ();
  ocop_register_read_async (private->reg, OCOP_LANE_WINDOW, func, data, destroy_data, destroy_answer,
                            private->cancellable, on_read, g_object_ref (self));
}

static void
read_if_seen (DeskPlanTab *self)
{
  DeskPlanTabPrivate *private = get_private (self);

  if (!private->stale || private->plan == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  private->stale = FALSE;
  DESK_PLAN_TAB_GET_CLASS (self)->read (self);
}

void
desk_plan_tab_set (DeskPlanTab      *self,
                   OcopRegister     *reg,
                   const OcopRecord *plan,
                   const OcopPeriod *period,
                   OcopDate          on)
{
  DeskPlanTabPrivate *private = get_private (self);

  stop (self);
  g_set_object (&private->reg, reg);
  g_clear_pointer (&private->plan, ocop_record_free);
  private->plan = plan != NULL ? ocop_record_copy (plan) : NULL;
  private->whole = period == NULL;
  if (period != NULL)
    private->period = *period;
  private->on = on;
  private->stale = TRUE;
  if (plan == NULL && private->shown)
    DESK_PLAN_TAB_GET_CLASS (self)->show (self, NULL);
  private->shown = private->shown && plan != NULL;
  read_if_seen (self);
}

/* Parts of the plan */

static void
on_loaded (GObject      *reg,
           GAsyncResult *result,
           gpointer      tab)
{
  g_autoptr(DeskPlanTab) self = tab;
  g_autoptr(DeskLoaded) loaded = ocop_register_read_finish (OCOP_REGISTER (reg), result, NULL);

  GtkWidget *dialog;

  if (loaded == NULL || get_private (self)->reg != OCOP_REGISTER (reg))
    return;
  dialog = desk_record_dialog_present (GTK_WIDGET (self), OCOP_REGISTER (reg), loaded->record, loaded->labels, "plan");
  if (desk_plan_tab_is_issued (self))
    desk_record_dialog_hold (DESK_RECORD_DIALOG (dialog));
}

void
desk_plan_tab_edit (DeskPlanTab    *self,
                    const OcopKind *kind,
                    const char     *id)
{
  desk_loaded_read_async (get_private (self)->reg, kind, id, 0, NULL, on_loaded, g_object_ref (self));
}

GtkWidget *
desk_plan_tab_add (DeskPlanTab *self,
                   OcopRecord  *record)
{
  DeskPlanTabPrivate *private = get_private (self);

  ocop_record_set_text (record, "plan", ocop_record_get_id (private->plan));
  return desk_record_dialog_present (GTK_WIDGET (self), private->reg, record, NULL, "plan");
}

/* Being there */

static void
desk_plan_tab_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_plan_tab_parent_class)->map (widget);
  read_if_seen (DESK_PLAN_TAB (widget));
}

static gboolean
desk_plan_tab_grab_focus (GtkWidget *widget)
{
  DeskPlanTab *self = DESK_PLAN_TAB (widget);
  DeskPlanTabPrivate *private = get_private (self);

  private->focus_wanted = !private->shown;
  return private->focus_wanted || DESK_PLAN_TAB_GET_CLASS (self)->take_focus (self);
}

static void
desk_plan_tab_dispose (GObject *object)
{
  DeskPlanTab *self = DESK_PLAN_TAB (object);
  GtkWidget *child;

  stop (self);
  g_clear_object (&get_private (self)->reg);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_plan_tab_parent_class)->dispose (object);
}

static void
desk_plan_tab_finalize (GObject *object)
{
  g_clear_pointer (&get_private (DESK_PLAN_TAB (object))->plan, ocop_record_free);
  G_OBJECT_CLASS (desk_plan_tab_parent_class)->finalize (object);
}

static void
desk_plan_tab_class_init (DeskPlanTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_plan_tab_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_plan_tab_finalize;
  widget_class->map = desk_plan_tab_map;
  widget_class->grab_focus = desk_plan_tab_grab_focus;
  desk_focus_back_install (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
desk_plan_tab_init (DeskPlanTab *self)
{
}
