/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-pane.h"

#include <glib/gi18n.h>

#include "chart/ocop-chart-text.h"
#include "charts/desk-chart-table.h"
#include "charts/desk-chart-view.h"

struct _DeskChartPane
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkStack *drawn_stack;
  GtkStack *stack;
  DeskChartView *chart_view;
  GtkLabel *table_title;
  GtkColumnView *table_view;
  GtkLabel *empty_title;
  GtkLabel *empty_text;
  GtkWidget *import_button;

  DeskChartAnswer *answer; /* NULL before there is one */
};

enum
{
  MARK_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DeskChartPane, desk_chart_pane, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

static gboolean
mark_opens (DeskChartView *view,
            guint          series,
            int            category,
            gpointer       pane)
{
  return desk_chart_answer_opens (DESK_CHART_PANE (pane)->answer, series, category);
}

static void
on_mark_activated (DeskChartPane *self,
                   guint          series,
                   int            category)
{
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, series, category);
}

static gboolean
counts_something (const OcopChart *chart)
{
  for (guint i = 0; i < ocop_chart_n_categories (chart); i++)
    if (ocop_chart_category_total (chart, i) > 0)
      return TRUE;
  return FALSE;
}

/* Axes without a figure say less than what to do about it. */
static void
show_whether_empty (DeskChartPane *self)
{
  const DeskChartAnswer *answer = self->answer;
  gboolean is_of_plan = answer->has_products && ocop_chart_data_find_name (answer->request->question->chart)->heading == OCOP_CHART_ABOUT_PLAN;

  gtk_stack_set_visible_child_name (self->drawn_stack, counts_something (answer->chart) ? "drawn" : "empty");
  gtk_label_set_label (self->empty_title, is_of_plan ? _("Nothing to draw of a plan")
                       : answer->has_products ? _("No product to draw") : _("There is nothing in this register yet"));
  gtk_label_set_label (self->empty_text,
                       is_of_plan ? _("No plan of the year of the figures sets what this chart shows. Plans are made on the page of the annual plan.")
                       : answer->has_products
                         ? _("No product meets the locality, the sector and the day of the figures that are chosen. Choose others.")
                         : _("Charts are drawn of the products and of their recognitions. Bring in the list your office already has."));
  gtk_widget_set_visible (self->import_button, !answer->has_products);
}

gboolean
desk_chart_pane_is_drawn (DeskChartPane *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->drawn_stack), "drawn") == 0;
}

gboolean
desk_chart_pane_is_table_shown (DeskChartPane *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0;
}

/* Rows and columns that nobody sees would be made anew with each month that the slider passes. */
static void
show_table (DeskChartPane *self)
{
  if (desk_chart_pane_is_table_shown (self))
    desk_chart_table_show (self->table_view, desk_chart_view_get_chart (self->chart_view));
}

void
desk_chart_pane_set_table_shown (DeskChartPane *self,
                                 gboolean       table_shown)
{
  gtk_stack_set_visible_child_name (self->stack, table_shown ? "table" : "chart");
  show_table (self);
}

static void
show_answer (DeskChartPane *self)
{
  g_autofree char *title = ocop_chart_dup_title (self->answer->chart);

  desk_chart_view_set_chart (self->chart_view, self->answer->chart);
  show_table (self);
  gtk_label_set_label (self->table_title, title);
  show_whether_empty (self);
}

void
desk_chart_pane_set_answer (DeskChartPane   *self,
                            DeskChartAnswer *answer)
{
  g_clear_pointer (&self->answer, desk_chart_answer_free);
  self->answer = answer;
  show_answer (self);
}

const DeskChartAnswer *
desk_chart_pane_get_answer (DeskChartPane *self)
{
  return self->answer;
}

void
desk_chart_pane_set_day (DeskChartPane   *self,
                         const OcopChart *chart)
{
  ocop_chart_free (self->answer->chart);
  self->answer->chart = ocop_chart_copy (chart);
  self->answer->sides->sides[0].on = self->answer->request->question->on = ocop_chart_get_as_of (chart);
  show_answer (self);
}

const OcopChart *
desk_chart_pane_get_chart (DeskChartPane *self)
{
  return desk_chart_view_get_chart (self->chart_view);
}

void
desk_chart_pane_clear (DeskChartPane *self)
{
  desk_chart_view_set_chart (self->chart_view, NULL);
  desk_chart_table_show (self->table_view, NULL);
}

static gboolean
desk_chart_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DESK_CHART_PANE (widget)->chart_view));
}

static void
desk_chart_pane_finalize (GObject *object)
{
  g_clear_pointer (&DESK_CHART_PANE (object)->answer, desk_chart_answer_free);
  G_OBJECT_CLASS (desk_chart_pane_parent_class)->finalize (object);
}

static void
desk_chart_pane_class_init (DeskChartPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_chart_pane_finalize;
  widget_class->grab_focus = desk_chart_pane_grab_focus;
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", DESK_TYPE_CHART_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                          G_TYPE_UINT, G_TYPE_INT);

  g_type_ensure (DESK_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/charts/desk-chart-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskChartPane, drawn_stack);
  gtk_widget_class_bind_template_child (widget_class, DeskChartPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskChartPane, chart_view);
  gtk_widget_class_bind_template_child (widget_class, DeskChartPane, table_title);
  gtk_widget_class_bind_template_child (widget_class, DeskChartPane, table_view);
  gtk_widget_class_bind_template_child (widget_class, DeskChartPane, empty_title);
  gtk_widget_class_bind_template_child (widget_class, DeskChartPane, empty_text);
  gtk_widget_class_bind_template_child (widget_class, DeskChartPane, import_button);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_activated);
}

static void
desk_chart_pane_init (DeskChartPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_chart_view_set_opens (self->chart_view, mark_opens, self);
}
