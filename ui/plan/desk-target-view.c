/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-target-view.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-accessible-name.h"
#include "desk-table.h"
#include "desk-window.h"
#include "form/desk-record-dialog.h"
#include "list/desk-list-empty.h"
#include "list/desk-list-spec.h"
#include "plan/desk-indicator-dialog.h"
#include "plan/desk-target-style.h"
#include "plan/desk-target-card.h"
#include "work/desk-rows-dialog.h"

struct _DeskTargetView
{
  DeskPlanTab parent_instance;

  /* Template widgets */
  GtkLabel *summary;
  GtkStack *stack;
  DeskTable *table;
  GtkBox *empty_box;
  GtkWidget *side;
  GtkBox *card;

  OcopPlan *plan;       /* (nullable): what is shown */
  char *wanted;         /* (nullable): id of the target that is to be chosen once it is there */
  gboolean awaits_before; /* the answer that comes is the year before of what is shown */
};

G_DEFINE_FINAL_TYPE (DeskTargetView, desk_target_view, DESK_TYPE_PLAN_TAB)

/* Columns */

static char *
format_name (const DeskTableCell *cell)
{
  return g_strdup (ocop_record_get_text (((const OcopProgress *) cell->row)->target, "name"));
}

static char *
format_goal (const DeskTableCell *cell)
{
  return ocop_progress_goal_to_people (cell->row);
}

static char *
format_actual (const DeskTableCell *cell)
{
  const OcopProgress *progress = cell->row;

  return ocop_progress_to_people (progress, &progress->fact);
}

static char *
format_percent (const DeskTableCell *cell)
{
  const OcopProgress *progress = cell->row;
  gint64 percent;

  if (!ocop_goal_percent (&progress->goal, &progress->fact, &percent))
    return NULL;
  /* What is over needs no decimals. */
  return percent > 10000 ? ocop_number_to_people (percent / 100) : ocop_quantity_to_people (percent);
}

static char *
format_before (const DeskTableCell *cell)
{
  const OcopProgress *progress = cell->row;

  return progress->before_read ? ocop_progress_to_people (progress, &progress->before) : g_strdup ("…");
}

static char *
format_standing (const DeskTableCell *cell)
{
  return g_strdup (ocop_standing_title (((const OcopProgress *) cell->row)->standing));
}

static const char *
style_of (const DeskTableCell *cell)
{
  return desk_target_style (((const OcopProgress *) cell->row)->standing);
}

static const DeskTableColumn columns[] = {
  { NC_("target", "No."), NULL, .width = 44, .is_number = TRUE },
  { NC_("target", "Target"), format_name },
  { NC_("target", "Number set"), format_goal, .width = 144, .is_number = TRUE },
  { NC_("target", "Actual"), format_actual, .width = 98, .is_number = TRUE },
  { "%", format_percent, .width = 66, .is_number = TRUE },
  { NC_("target", "Before"), format_before, .width = 98, .is_number = TRUE },
  { NC_("target", "State"), format_standing, style_of, .width = 176, .is_pill = TRUE },
  { NULL }
};

static const char *
id_of (gconstpointer progress)
{
  return ocop_record_get_id (((const OcopProgress *) progress)->target);
}

/* Reading */

typedef struct
{
  char *plan;           /* id */
  OcopPeriod period;
  gboolean whole;
  OcopDate on;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->plan);
  g_free (request);
}

static gpointer
read_plan (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Request *request = data;

  return ocop_plan_read_now (reader, request->plan, request->whole ? NULL : &request->period, request->on, error);
}

static gpointer
read_before (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Request *request = data;

  return ocop_plan_read_before (reader, request->plan, request->whole ? NULL : &request->period, request->on, error);
}

static void
ask (DeskPlanTab  *tab,
     OcopReadFunc  func)
{
  const OcopPeriod *period = desk_plan_tab_get_period (tab);
  Request *request = g_new0 (Request, 1);

  request->plan = g_strdup (ocop_record_get_id (desk_plan_tab_get_plan (tab)));
  request->whole = period == NULL;
  if (period != NULL)
    request->period = *period;
  request->on = desk_plan_tab_get_on (tab);
  desk_plan_tab_read (tab, func, request, request_free, (GDestroyNotify) ocop_plan_free);
}

static void
desk_target_view_read (DeskPlanTab *tab)
{
  DESK_TARGET_VIEW (tab)->awaits_before = FALSE;
  ask (tab, read_plan);
}

/* Showing */

static void
show_summary (DeskTargetView *self)
{
  guint n[OCOP_STANDING_MISSED + 1] = { 0 };
  g_autofree char *period = ocop_period_to_document (self->plan->period, self->plan->on);
  g_autofree char *targets = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->plan->targets->len; i++)
    n[((const OcopProgress *) self->plan->targets->pdata[i])->standing]++;
  targets = g_strdup_printf (g_dngettext (NULL, "%u target", "%u targets", self->plan->targets->len), self->plan->targets->len);
  g_string_append_printf (text, "%s · %s", period, targets);
  /* A number stays with what it counts. */
  for (guint i = OCOP_STANDING_MET; i <= OCOP_STANDING_MISSED; i++)
    if (n[i] > 0)
      g_string_append_printf (text, " · %s:\u00a0%u", ocop_standing_title (i), n[i]);
  gtk_label_set_label (self->summary, text->str);
  g_string_free (text, TRUE);
}

static void
show_chosen (DeskTargetView *self)
{
  const OcopProgress *progress = desk_table_get (self->table);

  desk_target_card_show (self->card, progress, self->plan != NULL ? self->plan->on : OCOP_DATE_UNKNOWN);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.edit-target", progress != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.enter-figure", progress != NULL);
}

static gboolean
is_empty (DeskTargetView *self)
{
  return self->plan != NULL && self->plan->targets->len == 0;
}

static void
show_page (DeskTargetView *self)
{
  gtk_stack_set_visible_child_name (self->stack, is_empty (self) ? "empty" : "table");
  gtk_widget_set_visible (self->side, !is_empty (self));
}

/* Takes @before. */
static void
show_before (DeskTargetView *self,
             OcopPlan       *before)
{
  self->awaits_before = FALSE;
  if (ocop_plan_take_before (self->plan, before))
    {
      desk_table_renew (self->table);
      show_chosen (self);
    }
  ocop_plan_free (before);
}

static void
choose_wanted (DeskTargetView *self)
{
  for (guint i = 0; self->plan != NULL && self->wanted != NULL && i < self->plan->targets->len; i++)
    if (g_str_equal (id_of (self->plan->targets->pdata[i]), self->wanted))
      {
        desk_table_choose (self->table, i);
        g_clear_pointer (&self->wanted, g_free);
      }
}

void
desk_target_view_choose (DeskTargetView *self,
                         const char     *target)
{
  g_free (self->wanted);
  self->wanted = g_strdup (target);
  choose_wanted (self);
}

static void
desk_target_view_show (DeskPlanTab *tab,
                       gpointer     answer)
{
  DeskTargetView *self = DESK_TARGET_VIEW (tab);
  OcopPlan *former = self->plan;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL && is_empty (self);

  if (self->awaits_before && answer != NULL)
    {
      show_before (self, answer);
      return;
    }
  self->awaits_before = FALSE;
  self->plan = answer;
  desk_table_show (self->table, self->plan != NULL ? self->plan->targets : NULL, NULL);
  choose_wanted (self);
  g_clear_pointer (&former, ocop_plan_free);
  if (self->plan != NULL)
    show_summary (self);
  show_page (self);
  show_chosen (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.add-targets", self->plan != NULL && !desk_plan_tab_is_issued (tab));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.set-numbers", self->plan != NULL && !desk_plan_tab_is_issued (tab));
  if (self->plan == NULL)
    return;
  if (had_focus && !is_empty (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
  self->awaits_before = TRUE;
  ask (tab, read_before);
}

static gboolean
desk_target_view_take_focus (DeskPlanTab *tab)
{
  DeskTargetView *self = DESK_TARGET_VIEW (tab);

  if (is_empty (self))
    return gtk_widget_child_focus (GTK_WIDGET (self->empty_box), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* Acts */

static void
edit_target_activated (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  const OcopProgress *progress = desk_table_get (DESK_TARGET_VIEW (widget)->table);

  if (progress != NULL)
    desk_plan_tab_edit (DESK_PLAN_TAB (widget), ocop_kind_find ("target"), ocop_record_get_id (progress->target));
}

static void
on_target_activated (DeskTargetView *self)
{
  edit_target_activated (GTK_WIDGET (self), NULL, NULL);
}

static void
add_targets_activated (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  desk_indicator_dialog_present (widget, desk_plan_tab_get_register (DESK_PLAN_TAB (widget)), DESK_TARGET_VIEW (widget)->plan);
}

static gpointer
read_rows (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return desk_rows_dialog_read (reader, "targets", data, error);
}

static void
on_rows_read (GObject      *reg,
              GAsyncResult *result,
              gpointer      view)
{
  g_autoptr(DeskTargetView) self = view;
  g_autoptr(GError) error = NULL;
  DeskRowsRead *read = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (read != NULL && window != NULL)
    desk_rows_dialog_present (GTK_WIDGET (self), OCOP_REGISTER (reg), read);
  else if (read != NULL)
    desk_rows_read_free (read);
  else if (window != NULL)
    desk_window_show_error (window, error);
}

static void
set_numbers_activated (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  DeskPlanTab *tab = DESK_PLAN_TAB (widget);

  ocop_register_read_async (desk_plan_tab_get_register (tab), OCOP_LANE_WINDOW, read_rows,
                            g_strdup (ocop_record_get_id (desk_plan_tab_get_plan (tab))), g_free, (GDestroyNotify) desk_rows_read_free, NULL, on_rows_read, g_object_ref (widget));
}

static void
enter_figure_activated (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  DeskTargetView *self = DESK_TARGET_VIEW (widget);
  const OcopProgress *progress = desk_table_get (self->table);
  g_autoptr(OcopRecord) figure = ocop_record_new (ocop_kind_find ("target_figure"), NULL);

  if (progress == NULL)
    return;
  ocop_record_set_text (figure, "target", ocop_record_get_id (progress->target));
  ocop_record_set_date (figure, "counted_on", self->plan->on);
  desk_record_dialog_present (widget, desk_plan_tab_get_register (DESK_PLAN_TAB (self)), figure, NULL, "target");
}

/* Only what has a list can be shown in one. */
static void
show_records_activated (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  DeskTargetView *self = DESK_TARGET_VIEW (widget);
  const OcopProgress *progress = desk_table_get (self->table);
  g_autoptr(OcopQuery) query = NULL;

  if (progress == NULL)
    return;
  query = ocop_plan_query (self->plan, progress, g_str_equal (action, "plan.show-whole") ? OCOP_INDICATOR_WHOLE : OCOP_INDICATOR_PART, NULL);
  if (query != NULL && desk_list_spec_find (ocop_query_get_kind (query)->name) != NULL)
    desk_window_show_query (desk_window_of (widget), query);
  else
    desk_window_say (desk_window_of (widget), _("What is counted here has no list of its own."));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc run;
} acts[] = {
  { "plan.add-targets", add_targets_activated },
  { "plan.set-numbers", set_numbers_activated },
  { "plan.edit-target", edit_target_activated },
  { "plan.enter-figure", enter_figure_activated },
  { "plan.show-part", show_records_activated },
  { "plan.show-whole", show_records_activated },
};

/* Being there */

static void
desk_target_view_dispose (GObject *object)
{
  DeskTargetView *self = DESK_TARGET_VIEW (object);

  if (self->table != NULL)
    desk_table_show (self->table, NULL, NULL);
  g_clear_pointer (&self->plan, ocop_plan_free);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (desk_target_view_parent_class)->dispose (object);
}

static void
desk_target_view_class_init (DeskTargetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanTabClass *tab_class = DESK_PLAN_TAB_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_target_view_dispose;
  tab_class->name = "targets";
  tab_class->title = NC_("tab", "Targets");
  tab_class->by_period = TRUE;
  tab_class->report = "plan-progress";
  tab_class->read = desk_target_view_read;
  tab_class->show = desk_target_view_show;
  tab_class->take_focus = desk_target_view_take_focus;

  g_type_ensure (DESK_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/plan/desk-target-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskTargetView, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskTargetView, table);
  gtk_widget_class_bind_template_child (widget_class, DeskTargetView, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskTargetView, empty_box);
  gtk_widget_class_bind_template_child (widget_class, DeskTargetView, side);
  gtk_widget_class_bind_template_child (widget_class, DeskTargetView, card);
  gtk_widget_class_bind_template_callback (widget_class, on_target_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_chosen);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].name, NULL, acts[i].run);
}

static void
desk_target_view_init (DeskTargetView *self)
{
  g_autofree char *label = desk_accessible_name_dup (_("Add _targets…"));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_append (self->empty_box, desk_list_empty_new (_("No targets yet"),
                                                        _("What the year is to reach stands here: each target with its number, what was counted for it and how it stands. “Add targets…” takes them from those that the program can count; their numbers are set afterwards."),
                                                        label, "plan.add-targets"));
  desk_table_set_up (self->table, _("Targets"), "target", columns, id_of);
}
