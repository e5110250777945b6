/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-charts-page.h"

#include "chart/ocop-chart-text.h"
#include "charts/desk-chart-bar.h"
#include "charts/desk-chart-days.h"
#include "charts/desk-chart-gallery.h"
#include "charts/desk-chart-output.h"
#include "charts/desk-chart-pane.h"
#include "charts/desk-chart-picture-dialog.h"
#include "charts/desk-chart-records.h"
#include "charts/desk-saved-chart-dialog.h"
#include "charts/desk-saved-chart-drop.h"
#include "present/desk-present.h"
#include "report/chart/ocop-chart-data.h"
#include "slides/desk-slides.h"

struct _DeskChartsPage
{
  DeskPage parent_instance;

  /* Template widgets */
  GtkListBox *question_list;
  DeskChartBar *bar;
  DeskChartPane *pane;
  DeskDaySlider *day_slider;

  /* Owned references */
  GCancellable *cancellable;
  DeskChartDays *days;

  const char *name; /* of the chart that is wanted */
  OcopDate fixed;   /* its day for ever; unknown where it is the window's */
  char *saved_as;   /* the name under which it is being saved */
};

enum
{
  PROP_0,
  PROP_TABLE_SHOWN,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (DeskChartsPage, desk_charts_page, DESK_TYPE_PAGE)

static GParamSpec *properties[N_PROPS];

static void
on_mark_activated (DeskChartsPage *self,
                   guint           series,
                   int             category)
{
  desk_chart_records_open (desk_window_of (GTK_WIDGET (self)), desk_page_get_register (DESK_PAGE (self)),
                           desk_chart_pane_get_answer (self->pane), series, category);
}

static const struct
{
  const char *action;
  void (*run) (const OcopChart *chart,
               DeskWindow      *window);
} outputs[] = {
  { "chart.copy-picture", desk_chart_output_copy_picture },
  { "chart.copy-table", desk_chart_output_copy_table },
  { "chart.save", desk_chart_output_save },
  { "chart.save-pixels", desk_chart_picture_dialog_present },
  { "chart.save-workbook", desk_chart_output_save_workbook },
  { "chart.print", desk_chart_output_print },
};

static void
say_what_can_be_done (DeskChartsPage *self)
{
  gboolean is_drawn = desk_chart_pane_is_drawn (self->pane);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.show-table", is_drawn);
  /* A list that is charted is not kept with it. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.keep", !desk_chart_bar_has_base (self->bar));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.add-to-slides", is_drawn);
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), outputs[i].action, is_drawn);
}

/* One chart alone has a slider: a comparison has the days that it is of. */
static void
begin_days (DeskChartsPage        *self,
            const DeskChartAnswer *answer)
{
  const char *name = ocop_chart_data_find_name (answer->request->question->chart)->name;

  desk_chart_days_begin (self->days, desk_page_get_register (DESK_PAGE (self)), name, answer->sides->sides[0].base, answer->chart,
                         desk_chart_answer_compares (answer) ? OCOP_DATE_UNKNOWN : answer->first, answer->request->on);
}

static void
say_saved (DeskChartsPage *self,
           GtkListBoxRow  *row)
{
  const OcopSavedChart *saved = row != NULL ? desk_chart_gallery_get_saved (row) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.rename", saved != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.drop", saved != NULL);
}

/* One that was saved just now is chosen; it is what is on the screen. */
static void
show_saved (DeskChartsPage *self)
{
  desk_chart_gallery_show_saved (self->question_list, desk_chart_pane_get_answer (self->pane)->saved);
  if (self->saved_as != NULL && desk_chart_gallery_select_saved (self->question_list, self->saved_as))
    g_clear_pointer (&self->saved_as, g_free);
  say_saved (self, gtk_list_box_get_selected_row (self->question_list));
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      page)
{
  g_autoptr(DeskChartsPage) self = page;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskChartAnswer) answer = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (desk_page_get_register (DESK_PAGE (self)) != OCOP_REGISTER (reg) || window == NULL)
    return;
  if (answer == NULL)
    {
      desk_window_show_error (window, error);
      return;
    }
  desk_chart_bar_offer (self->bar, answer);
  begin_days (self, answer);
  desk_chart_pane_set_answer (self->pane, g_steal_pointer (&answer));
  say_what_can_be_done (self);
  show_saved (self);
}

/* Of the day that the slider came to. */
static void
on_day_read (DeskChartsPage *self,
             OcopChart      *chart)
{
  desk_chart_pane_set_day (self->pane, chart);
  say_what_can_be_done (self);
}

/* The day of the figures, unless the slider is on another one. */
static OcopDate
get_day (DeskChartsPage *self)
{
  return ocop_date_is_known (self->fixed) ? self->fixed : desk_page_get_on (DESK_PAGE (self));
}

/* A chart alone may be of the slider's day; a comparison has its own. */
static DeskChartRequest *
make_request (DeskChartsPage *self)
{
  DeskChartRequest *request = desk_chart_bar_make_request (self->bar, self->name, get_day (self));
  OcopChartQuestion *question = request->question;

  if (ocop_chart_data_find_name (self->name)->of_day && !ocop_chart_question_compares (question))
    question->on = desk_day_slider_get_day (self->day_slider, request->on);
  return request;
}

static void
desk_charts_page_refresh (DeskPage *page)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (desk_page_get_register (page), OCOP_LANE_WINDOW, desk_chart_answer_read, make_request (self),
                            desk_chart_request_free, desk_chart_answer_free, self->cancellable, on_read, g_object_ref (self));
}

void
desk_charts_page_set_base (DeskChartsPage  *self,
                           const OcopQuery *base)
{
  desk_chart_bar_set_base (self->bar, base);
  desk_page_refresh (DESK_PAGE (self));
}

static void
on_question_selected (DeskChartsPage *self,
                      GtkListBoxRow  *row)
{
  const OcopSavedChart *saved = row != NULL ? desk_chart_gallery_get_saved (row) : NULL;

  say_saved (self, row);
  if (row == NULL)
    return;
  desk_chart_gallery_scroll_to (self->question_list, row);
  self->name = desk_chart_gallery_get_name (row);
  self->fixed = saved != NULL ? saved->on : OCOP_DATE_UNKNOWN;
  desk_chart_bar_ask_again (self->bar, saved);
  desk_page_refresh (DESK_PAGE (self));
}

/* Enter: into the chart, whose marks the arrow keys go through. */
static void
on_question_activated (DeskChartsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->pane));
}

static void
desk_charts_page_register_changed (DeskPage *page)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  desk_chart_days_end (self->days);
  desk_chart_bar_forget (self->bar);
  desk_chart_pane_clear (self->pane);
  desk_slides_forget (desk_window_of (GTK_WIDGET (self)));
}

/* With Ctrl. */
static const struct
{
  guint key;
  const char *action;
} keys[] = {
  { GDK_KEY_t, "chart.show-table" },
  { GDK_KEY_c, "chart.copy-picture" },
  { GDK_KEY_s, "chart.save" },
  { GDK_KEY_p, "chart.print" },
};

static void
put_out (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  const OcopChart *chart = desk_chart_pane_get_chart (DESK_CHARTS_PAGE (widget)->pane);

  for (guint i = 0; chart != NULL && i < G_N_ELEMENTS (outputs); i++)
    if (g_str_equal (outputs[i].action, action))
      outputs[i].run (chart, desk_window_of (widget));
}

static void
present_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  OcopRegister *reg = desk_page_get_register (DESK_PAGE (widget));

  if (reg != NULL)
    desk_present_set (widget, reg, NULL, desk_page_get_on (DESK_PAGE (widget)), 0);
}

static void
open_slides (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  desk_slides_open (desk_window_of (widget), desk_page_get_on (DESK_PAGE (widget)));
}

/* What is on the screen; of the day of all the slides, unless it is of another one than the window. */
static void
add_to_slides (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (widget);
  OcopDate on = desk_page_get_on (DESK_PAGE (widget));
  OcopSlidePart *part = ocop_slide_part_new_asked (desk_chart_pane_get_answer (self->pane)->request->question);

  part->as_table = desk_chart_pane_is_table_shown (self->pane);
  if (ocop_date_compare (part->on, on) == 0)
    part->on = OCOP_DATE_UNKNOWN;
  desk_slides_add (desk_window_of (widget), on, part);
}

/* (nullable): the one that is chosen */
static const OcopSavedChart *
chosen_saved (DeskChartsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->question_list);

  return row != NULL ? desk_chart_gallery_get_saved (row) : NULL;
}

static void
on_named (GtkWidget  *page,
          const char *name)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (page);

  g_free (self->saved_as);
  self->saved_as = g_strdup (name);
}

/* What is asked now, under the name that it has, or else under its title. */
static void
keep_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (widget);
  const OcopSavedChart *saved = chosen_saved (self);
  const DeskChartAnswer *answer = desk_chart_pane_get_answer (self->pane);
  g_autofree char *title = ocop_chart_dup_title (answer->chart);
  g_autoptr(OcopSavedChart) chart = desk_chart_bar_dup_saved (self->bar, answer->request, saved != NULL ? saved->name : title, self->fixed);

  desk_saved_chart_dialog_present (widget, desk_page_get_register (DESK_PAGE (self)), chart, answer->request->question->on, FALSE, on_named);
}

static void
rename_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (widget);

  desk_saved_chart_dialog_present (widget, desk_page_get_register (DESK_PAGE (self)), chosen_saved (self), get_day (self), TRUE, on_named);
}

static void
drop_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (widget);

  desk_saved_chart_drop (desk_window_of (widget), desk_page_get_register (DESK_PAGE (self)), chosen_saved (self)->name);
}

/* Where the arrow keys go from chart to chart. */
static gboolean
desk_charts_page_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (DESK_CHARTS_PAGE (widget)->question_list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
desk_charts_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_boolean (value, desk_chart_pane_is_table_shown (DESK_CHARTS_PAGE (object)->pane));
}

static void
desk_charts_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  desk_chart_pane_set_table_shown (DESK_CHARTS_PAGE (object)->pane, g_value_get_boolean (value));
}

static void
desk_charts_page_finalize (GObject *object)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->days);
  g_free (self->saved_as);
  G_OBJECT_CLASS (desk_charts_page_parent_class)->finalize (object);
}

static void
desk_charts_page_class_init (DeskChartsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_charts_page_get_property;
  object_class->set_property = desk_charts_page_set_property;
  object_class->finalize = desk_charts_page_finalize;
  widget_class->grab_focus = desk_charts_page_grab_focus;
  DESK_PAGE_CLASS (klass)->register_changed = desk_charts_page_register_changed;
  DESK_PAGE_CLASS (klass)->refresh = desk_charts_page_refresh;

  properties[PROP_TABLE_SHOWN] = g_param_spec_boolean ("table-shown", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DESK_TYPE_CHART_BAR);
  g_type_ensure (DESK_TYPE_CHART_PANE);
  g_type_ensure (DESK_TYPE_DAY_SLIDER);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/charts/desk-charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, question_list);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, pane);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, day_slider);
  gtk_widget_class_bind_template_callback (widget_class, on_question_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_question_activated);
  gtk_widget_class_bind_template_callback (widget_class, desk_page_refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_activated);
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    gtk_widget_class_install_action (widget_class, outputs[i].action, NULL, put_out);
  gtk_widget_class_install_action (widget_class, "chart.present", NULL, present_activated);
  gtk_widget_class_install_action (widget_class, "chart.slides", NULL, open_slides);
  gtk_widget_class_install_action (widget_class, "chart.add-to-slides", NULL, add_to_slides);
  gtk_widget_class_install_action (widget_class, "chart.keep", NULL, keep_activated);
  gtk_widget_class_install_action (widget_class, "chart.rename", NULL, rename_activated);
  gtk_widget_class_install_action (widget_class, "chart.drop", NULL, drop_activated);
  gtk_widget_class_install_property_action (widget_class, "chart.show-table", "table-shown");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK, keys[i].action, NULL);
}

static void
desk_charts_page_init (DeskChartsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->days = desk_chart_days_new (self->day_slider);
  g_signal_connect_object (self->days, "read", G_CALLBACK (on_day_read), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.keep", FALSE);
  desk_chart_gallery_fill (self->question_list);
  gtk_list_box_select_row (self->question_list, gtk_list_box_get_row_at_index (self->question_list, 0));
}
