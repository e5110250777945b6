/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-plan-page.h"

#include <glib/gi18n.h>

#include "commune/desk-commune-intake.h"
#include "commune/desk-communes.h"
#include "commune/desk-package-intake.h"
#include "commune/desk-packages.h"
#include "desk-accessible-name.h"
#include "desk-choice.h"
#include "desk-window.h"
#include "form/desk-loaded.h"
#include "form/desk-record-dialog.h"
#include "list/desk-list-empty.h"
#include "papers/desk-papers-dialog.h"
#include "plan/desk-budget-view.h"
#include "plan/desk-compare-view.h"
#include "plan/desk-period-dialog.h"
#include "plan/desk-plan-copy.h"
#include "plan/desk-plan-issue-dialog.h"
#include "plan/desk-plan-names.h"
#include "plan/desk-registration-view.h"
#include "plan/desk-report-view.h"
#include "plan/desk-share-view.h"
#include "plan/desk-target-view.h"
#include "plan/desk-task-view.h"
#include "plan/ocop-plan.h"
#include "plan/ocop-plan-changes.h"
#include "print/desk-reports.h"

/* In the order in which they stand */
static GType (* const tabs[]) (void) = {
  desk_target_view_get_type,
  desk_share_view_get_type,
  desk_task_view_get_type,
  desk_budget_view_get_type,
  desk_registration_view_get_type,
  desk_report_view_get_type,
  desk_compare_view_get_type,
};

struct _DeskPlanPage
{
  DeskPage parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkBox *empty_box;
  DeskChoice *plan_choice;
  DeskChoice *period_choice;
  GtkLabel *state_label;
  GtkNotebook *notebook;
  GtkWidget *menu_button;

  /* Owned references */
  GCancellable *cancellable;
  OcopRecord *plan;     /* (nullable): what is shown */
  char *chosen;         /* (nullable): id of the plan that is wanted; the latest when %NULL */
  char *other_days;     /* (nullable): key of the free period that was asked for last */
  char *period_shown;   /* (nullable): key of the period on the screen */
  char *period;         /* (nullable): key of the period that reports were asked of last */

  gboolean focus_wanted; /* as soon as it is read */
};

G_DEFINE_FINAL_TYPE (DeskPlanPage, desk_plan_page, DESK_TYPE_PAGE)

typedef struct
{
  GStrv ids, names;     /* of all plans, the latest first */
  OcopRecord *plan;     /* %NULL where there is none */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_strfreev (answer->ids);
  g_strfreev (answer->names);
  g_clear_pointer (&answer->plan, ocop_record_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* Periods */

static const struct
{
  OcopPeriodSpan span;
  guint n;
} spans[] = {
  { OCOP_PERIOD_HALF, 1 },
  { OCOP_PERIOD_NINE_MONTHS, 1 },
  { OCOP_PERIOD_QUARTER, 4 },
  { OCOP_PERIOD_MONTH, 12 },
};

/* The last of the periods that are offered: to be asked for. */
#define OTHER_DAYS "other"

static void
offer_period (GStrvBuilder *keys,
              GStrvBuilder *titles,
              OcopPeriod    period)
{
  g_autofree char *key = ocop_period_dup_key (period);
  g_autofree char *title = ocop_period_to_people (period);

  g_strv_builder_add (keys, key);
  g_strv_builder_add (titles, title);
}

static void
offer_periods (DeskPlanPage *self)
{
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_auto(GStrv) all_keys = NULL;
  g_auto(GStrv) all_titles = NULL;
  OcopPeriod whole = ocop_plan_period (self->plan);
  OcopPeriod own;

  g_strv_builder_add (keys, "");
  g_strv_builder_add (titles, _("The whole plan"));
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    for (guint number = 1; number <= spans[i].n; number++)
      offer_period (keys, titles, ocop_period_new (whole.rule, spans[i].span, whole.year, number));
  if (self->other_days != NULL && ocop_period_find (whole.rule, whole.year, self->other_days, &own))
    offer_period (keys, titles, own);
  g_strv_builder_add (keys, OTHER_DAYS);
  g_strv_builder_add (titles, _("Other days…"));
  all_keys = g_strv_builder_end (keys);
  all_titles = g_strv_builder_end (titles);
  desk_choice_set_items (self->period_choice, (const char * const *) all_keys, (const char * const *) all_titles);
}

/* FALSE where the whole plan is looked at. */
static gboolean
get_period (DeskPlanPage *self,
            OcopPeriod   *period)
{
  const char *key = desk_choice_get_key (self->period_choice);
  OcopPeriod whole;

  if (key == NULL || self->plan == NULL)
    return FALSE;
  whole = ocop_plan_period (self->plan);
  return ocop_period_find (whole.rule, whole.year, key, period);
}

/* Reading */

/* @data: (nullable): id of the plan that is wanted */
static gpointer
read_answer (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const char *wanted = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);
  const char *id;

  if (!desk_plan_names_read (reader, &answer->ids, &answer->names, error))
    return NULL;
  if (*answer->ids == NULL)
    return g_steal_pointer (&answer);
  id = wanted != NULL && g_strv_contains ((const char * const *) answer->ids, wanted) ? wanted : *answer->ids;
  answer->plan = ocop_reader_load (reader, ocop_kind_find ("plan"), id, error);
  return answer->plan != NULL ? g_steal_pointer (&answer) : NULL;
}

/* Showing */

static DeskPlanTab *
get_tab (DeskPlanPage *self)
{
  return DESK_PLAN_TAB (gtk_notebook_get_nth_page (self->notebook, gtk_notebook_get_current_page (self->notebook)));
}

const OcopRecord *
desk_plan_page_get_plan (DeskPlanPage *self)
{
  return self->plan;
}

const char *
desk_plan_page_get_plural (DeskPlanPage *self)
{
  static const char * const plurals[][2] = {
    { "targets", "targets" },
    { "shares", "target_shares" },
    { "tasks", "tasks" },
    { "budget", "budget_lines" },
    { "products", "plan_products" },
  };
  const char *name = DESK_PLAN_TAB_GET_CLASS (get_tab (self))->name;

  for (guint i = 0; i < G_N_ELEMENTS (plurals); i++)
    if (g_str_equal (plurals[i][0], name))
      return plurals[i][1];
  return NULL;
}

static gboolean
take_focus (DeskPlanPage *self)
{
  if (self->plan == NULL)
    return gtk_widget_child_focus (GTK_WIDGET (self->empty_box), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (get_tab (self)));
}

/* An issued plan stays as it is. */
static void
enable_acts (DeskPlanPage *self)
{
  gboolean drafted = self->plan != NULL && g_strcmp0 (ocop_record_get_text (self->plan, "state"), "issued") != 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.edit", self->plan != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.print", self->plan != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.papers", self->plan != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.copy", self->plan != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.amend", self->plan != NULL && !drafted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.issue", drafted);
}

static void
show_tabs (DeskPlanPage *self)
{
  OcopPeriod period;
  gboolean whole = !get_period (self, &period);

  g_free (self->period_shown);
  self->period_shown = g_strdup (desk_choice_get_key (self->period_choice));
  for (int i = 0; i < gtk_notebook_get_n_pages (self->notebook); i++)
    desk_plan_tab_set (DESK_PLAN_TAB (gtk_notebook_get_nth_page (self->notebook, i)), desk_page_get_register (DESK_PAGE (self)),
                       self->plan, whole ? NULL : &period, desk_page_get_on (DESK_PAGE (self)));
}

static void
show_state (DeskPlanPage *self)
{
  const char *state = ocop_record_get_text (self->plan, "state");
  const char *styles[] = { "desk-pill", g_strcmp0 (state, "issued") == 0 ? "good" : "quiet", NULL };

  gtk_label_set_label (self->state_label, ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("plan"), "state"), state));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_label), styles);
}

/* @plan: (nullable) (transfer full) */
static void
show_plan (DeskPlanPage *self,
           OcopRecord   *plan)
{
  g_clear_pointer (&self->plan, ocop_record_free);
  self->plan = plan;
  enable_acts (self);
  gtk_stack_set_visible_child_name (self->stack, plan != NULL ? "plan" : "empty");
  if (plan != NULL)
    {
      offer_periods (self);
      show_state (self);
    }
  show_tabs (self);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      page)
{
  g_autoptr(DeskPlanPage) self = page;
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (desk_page_get_register (DESK_PAGE (self)) != OCOP_REGISTER (reg) || window == NULL)
    return;
  if (answer == NULL)
    {
      desk_window_show_error (window, error);
      return;
    }
  desk_choice_set_items (self->plan_choice, (const char * const *) answer->ids, (const char * const *) answer->names);
  if (answer->plan != NULL)
    desk_choice_set_key (self->plan_choice, ocop_record_get_id (answer->plan));
  show_plan (self, g_steal_pointer (&answer->plan));
  if (self->focus_wanted)
    take_focus (self);
  self->focus_wanted = FALSE;
}

static void
desk_plan_page_refresh (DeskPage *page)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (desk_page_get_register (page), OCOP_LANE_WINDOW, read_answer, g_strdup (self->chosen), g_free, answer_free,
                            self->cancellable, on_read, g_object_ref (self));
}

static void
choose (DeskPlanPage *self,
        const char   *id)
{
  g_free (self->chosen);
  self->chosen = g_strdup (id);
  if (desk_page_get_register (DESK_PAGE (self)) != NULL)
    desk_plan_page_refresh (DESK_PAGE (self));
}

void
desk_plan_page_show_target (DeskPlanPage *self,
                            const char   *plan,
                            const char   *target)
{
  GtkWidget *targets = gtk_notebook_get_nth_page (self->notebook, 0);

  desk_choice_set_key (self->period_choice, NULL);
  gtk_notebook_set_current_page (self->notebook, 0);
  desk_target_view_choose (DESK_TARGET_VIEW (targets), target);
  choose (self, plan);
}

/* The first of the plans has no key of its own in the choice: it stands for all in others. */
static void
on_plan_chosen (DeskPlanPage *self)
{
  choose (self, desk_choice_get_key (self->plan_choice));
}

static void
on_other_days_chosen (DeskPlanPage *self,
                      const char   *key)
{
  g_free (self->other_days);
  self->other_days = g_strdup (key);
  if (self->plan == NULL)
    return;
  offer_periods (self);
  desk_choice_set_key (self->period_choice, key);
  show_tabs (self);
}

/* Until other days are given, the period before stays. */
static void
ask_for_days (DeskPlanPage *self)
{
  OcopPeriod period = ocop_plan_period (self->plan);
  DeskPeriodDialog *dialog;

  desk_choice_set_key (self->period_choice, self->period_shown);
  get_period (self, &period);
  dialog = desk_period_dialog_new (GTK_WIDGET (self), desk_page_get_register (DESK_PAGE (self)), period);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_other_days_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_period_chosen (DeskPlanPage *self)
{
  if (g_strcmp0 (desk_choice_get_key (self->period_choice), OTHER_DAYS) == 0)
    ask_for_days (self);
  else
    show_tabs (self);
}

static void
desk_plan_page_register_changed (DeskPage *page)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->chosen, g_free);
  show_plan (self, NULL);
}

/* Tabs */

static void
on_tab_turned (DeskPlanPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->period_choice), desk_plan_tab_is_by_period (get_tab (self)));
}

static void
turn_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);
  int n = gtk_notebook_get_n_pages (self->notebook);
  int step = g_str_equal (action, "plan.next-tab") ? 1 : n - 1;

  if (self->plan == NULL)
    return;
  gtk_notebook_set_current_page (self->notebook, (gtk_notebook_get_current_page (self->notebook) + step) % n);
  gtk_widget_grab_focus (GTK_WIDGET (get_tab (self)));
}

/* Before a table goes to its first or last row. */
static void
add_keys (DeskPlanPage *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Page_Down, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("plan.next-tab")));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Page_Up, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("plan.former-tab")));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
add_tabs (DeskPlanPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      DeskPlanTab *tab = g_object_new (tabs[i] (), NULL);

      desk_accessible_name_append_tab (self->notebook, GTK_WIDGET (tab), desk_plan_tab_get_title (tab));
    }
}

/* Acts */

/* A plan that is begun is the one to go on with. */
static void
on_plan_saved (DeskPlanPage *self,
               const char   *id)
{
  choose (self, id);
}

static void
on_plan_loaded (GObject      *reg,
                GAsyncResult *result,
                gpointer      page)
{
  g_autoptr(DeskPlanPage) self = page;
  g_autoptr(DeskLoaded) loaded = ocop_register_read_finish (OCOP_REGISTER (reg), result, NULL);

  if (loaded != NULL && desk_page_get_register (DESK_PAGE (self)) == OCOP_REGISTER (reg))
    g_signal_connect_object (desk_record_dialog_present (GTK_WIDGET (self), OCOP_REGISTER (reg), loaded->record, loaded->labels, NULL),
                             "saved", G_CALLBACK (on_plan_saved), self, G_CONNECT_SWAPPED);
}

static void
edit_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);

  desk_loaded_read_async (desk_page_get_register (DESK_PAGE (self)), ocop_record_get_kind (self->plan), ocop_record_get_id (self->plan), 0,
                          NULL, on_plan_loaded, g_object_ref (self));
}

static gpointer
begin_plan (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  OcopRecord *record = ocop_plan_begin (reader, GPOINTER_TO_UINT (data), error);

  return record != NULL ? desk_loaded_new_named (reader, record) : NULL;
}

static void
new_activated (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);

  ocop_register_read_async (desk_page_get_register (DESK_PAGE (self)), OCOP_LANE_WINDOW, begin_plan,
                            GUINT_TO_POINTER (desk_page_get_on (DESK_PAGE (self)).year), NULL, (GDestroyNotify) desk_loaded_free,
                            NULL, on_plan_loaded, g_object_ref (self));
}

static void
issue_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);

  desk_plan_issue_dialog_present (widget, desk_page_get_register (DESK_PAGE (self)), self->plan);
}

static void
on_copied (GtkWidget  *widget,
           const char *id)
{
  choose (DESK_PLAN_PAGE (widget), id);
}

static void
copy_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);
  guint year = (guint) ocop_record_get_integer (self->plan, "year", 0);

  desk_plan_copy (widget, desk_page_get_register (DESK_PAGE (self)), self->plan, g_str_equal (action, "plan.copy") ? year + 1 : year, on_copied);
}

static void
communes_activated (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);
  OcopRegister *reg = desk_page_get_register (DESK_PAGE (self));
  OcopDate on = desk_page_get_on (DESK_PAGE (self));
  guint year = self->plan != NULL ? (guint) ocop_record_get_integer (self->plan, "year", on.year) : (guint) on.year;

  if (g_str_equal (action, "plan.export-communes"))
    desk_communes_export (widget, reg, year, on);
  else
    desk_commune_intake_present (widget, reg, year, on);
}

static void
packages_activated (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  OcopRegister *reg = desk_page_get_register (DESK_PAGE (widget));

  if (g_str_equal (action, "plan.export-packages"))
    desk_packages_export (widget, reg, desk_page_get_on (DESK_PAGE (widget)));
  else
    desk_package_intake_present (widget, reg);
}

/* Of the period that is looked at; %NULL of the whole plan. Free with g_free(). */
static char *
dup_period_key (DeskPlanPage *self)
{
  OcopPeriod period;

  return get_period (self, &period) ? ocop_period_dup_key (period) : NULL;
}

static void
papers_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);
  g_autofree char *period = dup_period_key (self);

  desk_papers_dialog_show_plan (desk_window_of (widget), ocop_record_get_id (self->plan), period, desk_page_get_on (DESK_PAGE (self)));
}

/* The reports of a year are of the plan, the period and the rest that are on the screen. */
static void
desk_plan_page_narrow_report (DeskPage        *page,
                              OcopReportScope *scope)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (page);

  g_free (self->period);
  self->period = desk_plan_tab_is_by_period (get_tab (self)) ? dup_period_key (self) : NULL;
  scope->period = self->period;
  if (self->plan == NULL)
    return;
  scope->plan = ocop_record_get_id (self->plan);
  desk_plan_tab_choose_report (get_tab (self), scope);
}

static void
print_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);
  OcopReportScope scope = { desk_page_get_on (DESK_PAGE (self)) };
  const char *report;

  desk_page_narrow_report (DESK_PAGE (self), &scope);
  report = desk_plan_tab_choose_report (get_tab (self), &scope);
  desk_reports_preview (desk_window_of (widget), report, &scope);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc run;
} acts[] = {
  { "plan.new", new_activated },
  { "plan.edit", edit_activated },
  { "plan.issue", issue_activated },
  { "plan.print", print_activated },
  { "plan.papers", papers_activated },
  { "plan.copy", copy_activated },
  { "plan.amend", copy_activated },
  { "plan.export-communes", communes_activated },
  { "plan.take-communes", communes_activated },
  { "plan.export-packages", packages_activated },
  { "plan.take-package", packages_activated },
  { "plan.next-tab", turn_activated },
  { "plan.former-tab", turn_activated },
};

/* Being there */

static gboolean
desk_plan_page_grab_focus (GtkWidget *widget)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);

  self->focus_wanted = self->plan == NULL;
  return take_focus (self);
}

static void
desk_plan_page_dispose (GObject *object)
{
  g_cancellable_cancel (DESK_PLAN_PAGE (object)->cancellable);
  G_OBJECT_CLASS (desk_plan_page_parent_class)->dispose (object);
}

static void
desk_plan_page_finalize (GObject *object)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, ocop_record_free);
  g_free (self->chosen);
  g_free (self->period);
  g_free (self->other_days);
  g_free (self->period_shown);
  G_OBJECT_CLASS (desk_plan_page_parent_class)->finalize (object);
}

static void
desk_plan_page_class_init (DeskPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_plan_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_plan_page_finalize;
  widget_class->grab_focus = desk_plan_page_grab_focus;
  DESK_PAGE_CLASS (klass)->register_changed = desk_plan_page_register_changed;
  DESK_PAGE_CLASS (klass)->refresh = desk_plan_page_refresh;
  DESK_PAGE_CLASS (klass)->narrow_report = desk_plan_page_narrow_report;

  g_type_ensure (DESK_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/plan/desk-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, empty_box);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, plan_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, period_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, notebook);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_period_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_turned);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].name, NULL, acts[i].run);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "plan.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "plan.print", NULL);
}

static void
desk_plan_page_init (DeskPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_tabs (self);
  add_keys (self);
  desk_accessible_name_button (self->menu_button, NULL);
  gtk_box_append (self->empty_box,
                  desk_list_empty_new (_("No plan yet"),
                                       _("The plan of the year sets targets; what is reached is counted from the records and traced to them."),
                                       _("New plan…"), "plan.new"));
}
