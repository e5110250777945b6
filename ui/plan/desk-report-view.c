/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-report-view.h"

#include <glib/gi18n.h>

#include "desk-choice.h"
#include "desk-table.h"
#include "desk-window.h"
#include "list/desk-list-empty.h"
#include "list/desk-list-spec.h"
#include "list/desk-wrap-layout.h"
#include "plan/desk-freeze-dialog.h"
#include "plan/ocop-freeze.h"

/* Of the records that came and went so many are named. */
#define MOST_SHIFTS 100

typedef struct
{
  GPtrArray *reports;               /* OcopRecord, the latest first */
  OcopFreezeComparison *comparison; /* %NULL where there is none */
} Answer;

struct _DeskReportView
{
  DeskPlanTab parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkBox *empty_box;
  DeskChoice *report_choice;
  GtkCheckButton *present_check;
  GtkWidget *next_button;
  GtkLabel *summary;
  DeskTable *table;
  GtkBox *card;

  Answer *answer;       /* (nullable): what is shown */
};

G_DEFINE_FINAL_TYPE (DeskReportView, desk_report_view, DESK_TYPE_PLAN_TAB)

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->reports, g_ptr_array_unref);
  g_clear_pointer (&answer->comparison, ocop_freeze_comparison_free);
  g_free (answer);
}

/* Reading */

typedef struct
{
  char *plan;           /* id */
  char *report;         /* (nullable) id: the latest when %NULL */
  gboolean with_present;
  OcopDate on;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->plan);
  g_free (request->report);
  g_free (request);
}

static const char *
find_report (const GPtrArray *reports,
             const char      *wanted)
{
  for (guint i = 0; i < reports->len; i++)
    if (g_strcmp0 (ocop_record_get_id (reports->pdata[i]), wanted) == 0)
      return wanted;
  return ocop_record_get_id (reports->pdata[0]);
}

static gpointer
read_answer (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Request *request = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->reports = ocop_freeze_reports (reader, request->plan, error);
  if (answer->reports != NULL && answer->reports->len > 0)
    answer->comparison = ocop_freeze_compare (reader, find_report (answer->reports, request->report),
                                              request->with_present ? &request->on : NULL, error);
  if (answer->reports != NULL && (answer->reports->len == 0 || answer->comparison != NULL))
    return answer;
  answer_free (answer);
  return NULL;
}

static void
desk_report_view_read (DeskPlanTab *tab)
{
  DeskReportView *self = DESK_REPORT_VIEW (tab);
  Request *request = g_new0 (Request, 1);

  request->plan = g_strdup (ocop_record_get_id (desk_plan_tab_get_plan (tab)));
  request->report = g_strdup (desk_choice_get_key (self->report_choice));
  request->with_present = gtk_check_button_get_active (self->present_check);
  request->on = desk_plan_tab_get_on (tab);
  desk_plan_tab_read (tab, read_answer, request, request_free, answer_free);
}

static void
on_chosen (DeskReportView *self)
{
  if (desk_plan_tab_get_plan (DESK_PLAN_TAB (self)) != NULL)
    desk_report_view_read (DESK_PLAN_TAB (self));
}

/* The table */

static char *
format_name (const DeskTableCell *cell)
{
  return g_strdup (((const OcopFreezeLine *) cell->row)->now->name);
}

static char *
format_before (const DeskTableCell *cell)
{
  const OcopFreezeLine *line = cell->row;

  return g_strdup (line->before != NULL ? line->before->text : "—");
}

static char *
format_now (const DeskTableCell *cell)
{
  return g_strdup (((const OcopFreezeLine *) cell->row)->now->text);
}

static char *
format_came (const DeskTableCell *cell)
{
  const OcopFreezeLine *line = cell->row;

  return line->n_came > 0 ? g_strdup_printf ("+%u", line->n_came) : NULL;
}

static char *
format_went (const DeskTableCell *cell)
{
  const OcopFreezeLine *line = cell->row;

  return line->n_went > 0 ? g_strdup_printf ("−%u", line->n_went) : NULL;
}

static const DeskTableColumn columns[] = {
  { NC_("frozen", "Target"), format_name },
  { NC_("frozen", "Earlier"), format_before, .width = 130, .is_number = TRUE },
  { NC_("frozen", "Later"), format_now, .width = 130, .is_number = TRUE },
  { NC_("frozen", "Came"), format_came, .width = 84, .is_number = TRUE },
  { NC_("frozen", "Went"), format_went, .width = 84, .is_number = TRUE },
  { NULL }
};

static const char *
id_of (gconstpointer line)
{
  return ((const OcopFreezeLine *) line)->now->target;
}

/* The records that came and went */

static void
on_shift_clicked (GtkButton *button,
                  OcopShift *shift)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (button));

  if (desk_list_spec_find (shift->kind->name) != NULL)
    desk_window_show_record (window, shift->kind->name, shift->id);
  else
    desk_window_say (window, _("What is counted here has no list of its own."));
}

static void
add_label (GtkBox     *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 30, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static void
add_shift (GtkBox    *box,
           OcopShift *shift)
{
  g_autofree char *text = g_strdup_printf ("%s %s", shift->came ? "+" : "−", shift->label);
  GtkWidget *button = gtk_button_new_with_label (text);

  g_object_set (gtk_button_get_child (GTK_BUTTON (button)), "xalign", 0.0, "wrap", TRUE, "max-width-chars", 28, NULL);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  g_signal_connect (button, "clicked", G_CALLBACK (on_shift_clicked), shift);
  gtk_box_append (box, button);
  if (shift->why != NULL)
    add_label (box, shift->why, "desk-dim");
}

static void
show_line (DeskReportView *self)
{
  const OcopFreezeLine *line = desk_table_get (self->table);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->card))) != NULL)
    gtk_box_remove (self->card, child);
  if (line == NULL)
    return;
  add_label (self->card, line->now->name, "desk-title");
  if (line->before == NULL)
    add_label (self->card, _("There is no earlier report to compare with."), "desk-dim");
  else if (line->now->ids == NULL || line->before->ids == NULL)
    add_label (self->card, _("Entered by hand: no records stand behind it."), "desk-dim");
  else
    {
      g_autofree char *sum = g_strdup_printf (_("Records: %u + %u − %u = %u"), line->before->ids->len, line->n_came, line->n_went,
                                              line->now->ids->len);

      add_label (self->card, sum, "desk-heading");
    }
  for (guint i = 0; i < MIN (line->shifts->len, MOST_SHIFTS); i++)
    add_shift (self->card, line->shifts->pdata[i]);
  if (line->shifts->len > MOST_SHIFTS)
    add_label (self->card, "…", "desk-dim");
}

/* Showing */

static void
offer_reports (DeskReportView *self)
{
  const GPtrArray *reports = self->answer->reports;
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_auto(GStrv) all_keys = NULL;
  g_auto(GStrv) all_titles = NULL;

  for (guint i = 0; i < reports->len; i++)
    {
      g_autofree char *day = ocop_date_to_people (ocop_record_get_date (reports->pdata[i], "frozen_on"));
      g_autofree char *title = g_strdup_printf ("%s · %s", ocop_record_get_text (reports->pdata[i], "name"), day);

      g_strv_builder_add (keys, ocop_record_get_id (reports->pdata[i]));
      g_strv_builder_add (titles, title);
    }
  all_keys = g_strv_builder_end (keys);
  all_titles = g_strv_builder_end (titles);
  desk_choice_set_items (self->report_choice, (const char * const *) all_keys, (const char * const *) all_titles);
}

static char *
describe (const OcopFrozen *frozen)
{
  g_autofree char *day = ocop_date_to_people (frozen->on);

  return g_strdup_printf ("%s (%s)", frozen->name != NULL ? frozen->name : _("the present"), day);
}

static void
show_summary (DeskReportView *self)
{
  const OcopFreezeComparison *comparison = self->answer->comparison;
  g_autofree char *now = describe (comparison->now);
  g_autofree char *before = comparison->before != NULL ? describe (comparison->before) : g_strdup ("—");
  g_autofree char *text = g_strdup_printf (_("Earlier: %s · Later: %s"), before, now);

  gtk_label_set_label (self->summary, text);
}

static void
desk_report_view_show (DeskPlanTab *tab,
                       gpointer     answer)
{
  DeskReportView *self = DESK_REPORT_VIEW (tab);
  const OcopFreezeComparison *comparison = answer != NULL ? ((Answer *) answer)->comparison : NULL;
  const OcopRecord *plan = desk_plan_tab_get_plan (tab);
  g_autoptr(OcopQuery) next = answer != NULL && plan != NULL ? ocop_freeze_query_next_report (plan) : NULL;

  desk_table_show (self->table, comparison != NULL ? comparison->lines : NULL, NULL);
  g_clear_pointer (&self->answer, answer_free);
  self->answer = answer;
  gtk_widget_set_visible (self->next_button, next != NULL);
  gtk_stack_set_visible_child_name (self->stack, comparison != NULL ? "reports" : "empty");
  if (comparison != NULL)
    {
      offer_reports (self);
      show_summary (self);
    }
  show_line (self);
}

static const char *
desk_report_view_choose_report (DeskPlanTab     *tab,
                                OcopReportScope *scope)
{
  DeskReportView *self = DESK_REPORT_VIEW (tab);

  scope->frozen = desk_choice_get_key (self->report_choice);
  scope->to_present = gtk_check_button_get_active (self->present_check);
  return "plan-frozen";
}

static gboolean
desk_report_view_take_focus (DeskPlanTab *tab)
{
  DeskReportView *self = DESK_REPORT_VIEW (tab);

  if (self->answer == NULL || self->answer->comparison == NULL)
    return gtk_widget_child_focus (GTK_WIDGET (self->empty_box), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* Acts */

static void
freeze_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskPlanTab *tab = DESK_PLAN_TAB (widget);

  if (desk_plan_tab_get_plan (tab) != NULL)
    desk_freeze_dialog_present (widget, desk_plan_tab_get_register (tab), desk_plan_tab_get_plan (tab), desk_plan_tab_get_period (tab),
                                desk_plan_tab_get_on (tab));
}

static void
show_next_report_activated (GtkWidget  *widget,
                            const char *action,
                            GVariant   *parameter)
{
  const OcopRecord *plan = desk_plan_tab_get_plan (DESK_PLAN_TAB (widget));
  g_autoptr(OcopQuery) query = plan != NULL ? ocop_freeze_query_next_report (plan) : NULL;

  if (query != NULL)
    desk_window_show_query (desk_window_of (widget), query);
}

/* Being there */

static void
desk_report_view_dispose (GObject *object)
{
  DeskReportView *self = DESK_REPORT_VIEW (object);

  if (self->table != NULL)
    desk_table_show (self->table, NULL, NULL);
  g_clear_pointer (&self->answer, answer_free);
  G_OBJECT_CLASS (desk_report_view_parent_class)->dispose (object);
}

static void
desk_report_view_class_init (DeskReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanTabClass *tab_class = DESK_PLAN_TAB_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_report_view_dispose;
  tab_class->name = "reports";
  tab_class->title = NC_("tab", "Frozen reports");
  tab_class->by_period = TRUE;
  tab_class->choose_report = desk_report_view_choose_report;
  tab_class->read = desk_report_view_read;
  tab_class->show = desk_report_view_show;
  tab_class->take_focus = desk_report_view_take_focus;

  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_TABLE);
  g_type_ensure (DESK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/plan/desk-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskReportView, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskReportView, empty_box);
  gtk_widget_class_bind_template_child (widget_class, DeskReportView, report_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskReportView, present_check);
  gtk_widget_class_bind_template_child (widget_class, DeskReportView, next_button);
  gtk_widget_class_bind_template_child (widget_class, DeskReportView, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskReportView, table);
  gtk_widget_class_bind_template_child (widget_class, DeskReportView, card);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, show_line);
  gtk_widget_class_install_action (widget_class, "plan.freeze", NULL, freeze_activated);
  gtk_widget_class_install_action (widget_class, "plan.show-next-report", NULL, show_next_report_activated);
}

static void
desk_report_view_init (DeskReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_table_set_up (self->table, _("Figures of the report"), "frozen", columns, id_of);
  desk_choice_set_caption (self->report_choice, _("Frozen report"));
  gtk_box_append (self->empty_box,
                  desk_list_empty_new (_("No frozen report yet"),
                                       _("Freezing keeps the figures of a period as they were reported; later reports say what came and what went since."),
                                       _("Freeze the figures…"), "plan.freeze"));
}
