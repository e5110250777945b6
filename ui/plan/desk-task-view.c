/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-task-view.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "plan/desk-part-words.h"
#include "plan/desk-task-year.h"
#include "plan/ocop-task.h"

struct _DeskTaskView
{
  DeskPartView parent_instance;

  /* Borrowed references */
  DeskTaskYear *year;
  GtkToggleButton *year_button;
};

G_DEFINE_FINAL_TYPE (DeskTaskView, desk_task_view, DESK_TYPE_PART_VIEW)

/* Columns */

static char *
format_standing (const DeskTableCell *cell)
{
  return g_strdup (ocop_task_standing_title (((const OcopTask *) cell->row)->standing));
}

static const char *
style_of (const DeskTableCell *cell)
{
  static const char * const styles[] = {
    [OCOP_TASK_PLANNED] = "quiet",
    [OCOP_TASK_UNDER_WAY] = "quiet",
    [OCOP_TASK_SOON] = "warn",
    [OCOP_TASK_LATE] = "alarm",
    [OCOP_TASK_DONE] = "good",
    [OCOP_TASK_DROPPED] = "quiet",
  };

  return styles[((const OcopTask *) cell->row)->standing];
}

static const DeskTableColumn columns[] = {
  { NC_("plan", "No."), NULL, .width = 44, .is_number = TRUE },
  { NC_("plan", "Task"), desk_part_words, .key = "name" },
  { NC_("plan", "Body in charge"), desk_part_words, .key = "body", .width = 164 },
  { NC_("plan", "From"), desk_part_words, .key = "begins_on", .width = 98 },
  { NC_("plan", "Until"), desk_part_words, .key = "due_on", .width = 98 },
  { NC_("plan", "Cost (đồng)"), desk_part_words, .key = "cost", .width = 124, .is_number = TRUE },
  { NC_("plan", "State"), format_standing, style_of, .width = 132, .is_pill = TRUE },
  { NC_("plan", "Evidence"), desk_part_words, .key = "evidence", .width = 150 },
  { NULL }
};

static void
begin (OcopRecord *record)
{
  ocop_record_set_text (record, "state", "planned");
}

/* "12 tasks · Late: 2 · Done: 5 · 120.000.000 đồng" */
static void
sum_up (DeskPartView *view,
        GPtrArray    *parts,
        GtkLabel     *summary,
        GtkBox       *below)
{
  guint n[OCOP_TASK_DROPPED + 1] = { 0 };
  gint64 cost = 0;
  g_autofree char *money = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const OcopTask *task = parts->pdata[i];

      n[task->standing]++;
      cost += ocop_record_get_integer (task->part.record, "cost", 0);
    }
  g_string_append_printf (text, g_dngettext (NULL, "%u task", "%u tasks", parts->len), parts->len);
  for (guint i = 0; i <= OCOP_TASK_DROPPED; i++)
    if (n[i] > 0)
      g_string_append_printf (text, " · %s: %u", ocop_task_standing_title (i), n[i]);
  money = ocop_number_to_people (cost);
  if (cost > 0)
    g_string_append_printf (text, _(" · %s đồng"), money);
  gtk_label_set_label (summary, text->str);
  g_string_free (text, TRUE);
}

/* The year */

static gboolean
is_by_year (DeskTaskView *self)
{
  return gtk_toggle_button_get_active (self->year_button);
}

static void
desk_task_view_show (DeskPlanTab *tab,
                     gpointer     answer)
{
  DeskTaskView *self = DESK_TASK_VIEW (tab);

  DESK_PLAN_TAB_CLASS (desk_task_view_parent_class)->show (tab, answer);
  desk_task_year_show (self->year, desk_plan_tab_get_plan (tab), answer, desk_plan_tab_get_on (tab));
  desk_task_year_choose (self->year, desk_part_view_get_chosen (DESK_PART_VIEW (tab)));
}

static const char *
desk_task_view_choose_report (DeskPlanTab     *tab,
                              OcopReportScope *scope)
{
  return is_by_year (DESK_TASK_VIEW (tab)) ? "plan-schedule" : "plan-tasks";
}

static gboolean
desk_task_view_take_focus (DeskPlanTab *tab)
{
  DeskTaskView *self = DESK_TASK_VIEW (tab);

  if (is_by_year (self) && gtk_widget_grab_focus (GTK_WIDGET (self->year)))
    return TRUE;
  return DESK_PLAN_TAB_CLASS (desk_task_view_parent_class)->take_focus (tab);
}

static void
on_year_toggled (DeskTaskView *self)
{
  GPtrArray *parts = desk_part_view_get_parts (DESK_PART_VIEW (self));

  desk_task_year_choose (self->year, desk_part_view_get_chosen (DESK_PART_VIEW (self)));
  if (parts != NULL && parts->len > 0)
    gtk_stack_set_visible_child_name (desk_part_view_get_stack (DESK_PART_VIEW (self)), is_by_year (self) ? "year" : "table");
}

static void
on_year_opened (DeskTaskView *self,
                const char   *id)
{
  desk_plan_tab_edit (DESK_PLAN_TAB (self), ocop_kind_find ("task"), id);
}

static void
desk_task_view_class_init (DeskTaskViewClass *klass)
{
  DeskPartViewClass *view_class = DESK_PART_VIEW_CLASS (klass);

  DESK_PLAN_TAB_CLASS (klass)->name = "tasks";
  DESK_PLAN_TAB_CLASS (klass)->title = NC_("tab", "Tasks");
  DESK_PLAN_TAB_CLASS (klass)->choose_report = desk_task_view_choose_report;
  DESK_PLAN_TAB_CLASS (klass)->show = desk_task_view_show;
  DESK_PLAN_TAB_CLASS (klass)->take_focus = desk_task_view_take_focus;
  view_class->kind = "task";
  view_class->columns = columns;
  view_class->new_label = N_("New _task…");
  view_class->empty_title = N_("No tasks yet");
  view_class->empty_text = N_("What is to be done in the year stands here, with the body in charge, its days and cost; what is late is said on the overview.");
  view_class->read_parts = ocop_tasks_read;
  view_class->begin = begin;
  view_class->sum_up = sum_up;
}

static void
desk_task_view_init (DeskTaskView *self)
{
  self->year = g_object_new (DESK_TYPE_TASK_YEAR, NULL);
  gtk_stack_add_named (desk_part_view_get_stack (DESK_PART_VIEW (self)), GTK_WIDGET (self->year), "year");
  g_signal_connect_object (self->year, "opened", G_CALLBACK (on_year_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->year, "chosen", G_CALLBACK (desk_part_view_choose), self, G_CONNECT_SWAPPED);
  self->year_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("By month")));
  g_signal_connect_object (self->year_button, "toggled", G_CALLBACK (on_year_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (desk_part_view_get_bar (DESK_PART_VIEW (self)), GTK_WIDGET (self->year_button));
}
