/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-charts-page.h"

#include <glib/gi18n.h>

#include "chart/ocop-chart-text.h"
#include "charts/desk-chart-against.h"
#include "charts/desk-chart-answer.h"
#include "charts/desk-chart-days.h"
#include "charts/desk-chart-gallery.h"
#include "charts/desk-chart-output.h"
#include "charts/desk-chart-picture-dialog.h"
#include "charts/desk-chart-records.h"
#include "charts/desk-chart-table.h"
#include "charts/desk-chart-view.h"
#include "charts/desk-saved-chart-dialog.h"
#include "desk-accessible-name.h"
#include "desk-places.h"
#include "present/desk-present.h"
#include "report/chart/ocop-chart-compare.h"
#include "report/chart/ocop-chart-data.h"
#include "slides/desk-slides.h"

struct _DeskChartsPage
{
  DeskPage parent_instance;

  /* Template widgets */
  GtkListBox *question_list;
  DeskChoice *place_choice;
  DeskChoice *sector_choice;
  DeskChoice *subject_choice;
  DeskChartAgainst *against;
  GtkWidget *base_button;
  GtkStack *drawn_stack;
  GtkLabel *empty_title;
  GtkLabel *empty_text;
  GtkWidget *import_button;
  GtkStack *stack;
  DeskChartView *chart_view;
  GtkLabel *table_title;
  GtkColumnView *table_view;
  GtkWidget *output_button;
  DeskDaySlider *day_slider;

  /* Owned references */
  GCancellable *cancellable;
  DeskChartDays *days;
  DeskPlaces *places;
  OcopQuery *given;  /* of a list that is charted; NULL for all products */
  DeskChartAnswer *answer; /* what is on the screen; NULL before */

  const char *name;  /* of the chart that is wanted */
  OcopDate fixed;    /* its day for ever; unknown where it is the window's */
  char *subject;     /* what it is to be of, until it was read; NULL: what is chosen */
  char *saved_as;    /* the name under which it is being saved */
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
  desk_chart_records_open (desk_window_of (GTK_WIDGET (self)), desk_page_get_register (DESK_PAGE (self)), self->answer, series, category);
}

static gboolean
mark_opens (DeskChartView *view,
            guint          series,
            int            category,
            gpointer       page)
{
  return desk_chart_answer_opens (DESK_CHARTS_PAGE (page)->answer, series, category);
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

#define ADD_TO_SLIDES "chart.add-to-slides"

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
show_whether_empty (DeskChartsPage        *self,
                    const DeskChartAnswer *answer)
{
  gboolean is_drawn = counts_something (answer->chart);
  gboolean is_of_plan = answer->has_products && ocop_chart_data_find_name (answer->request->name)->heading == OCOP_CHART_ABOUT_PLAN;

  gtk_stack_set_visible_child_name (self->drawn_stack, is_drawn ? "drawn" : "empty");
  gtk_label_set_label (self->empty_title, is_of_plan ? _("Nothing to draw of a plan")
                       : answer->has_products ? _("No product to draw") : _("There is nothing in this register yet"));
  gtk_label_set_label (self->empty_text,
                       is_of_plan ? _("No plan of the year of the figures sets what this chart shows. Plans are made on the page of the annual plan.")
                       : answer->has_products
                         ? _("No product meets the locality, the sector and the day of the figures that are chosen. Choose others.")
                         : _("Charts are drawn of the products and of their recognitions. Bring in the list your office already has."));
  gtk_widget_set_visible (self->import_button, !answer->has_products);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.show-table", is_drawn);
  /* A list that is charted is not kept with it. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.keep", self->given == NULL);
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), outputs[i].action, is_drawn);
  /* A slide is of one day and one locality. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), ADD_TO_SLIDES, is_drawn && answer->request->n_sides == 1);
}

/* Rows and columns that nobody sees would be made anew with each month that the slider passes. */
static void
show_table (DeskChartsPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0)
    desk_chart_table_show (self->table_view, desk_chart_view_get_chart (self->chart_view));
}

static void
show_answer (DeskChartsPage *self)
{
  g_autofree char *title = ocop_chart_dup_title (self->answer->chart);

  desk_chart_view_set_chart (self->chart_view, self->answer->chart);
  show_table (self);
  gtk_label_set_label (self->table_title, title);
  show_whether_empty (self, self->answer);
}

/* Takes @answer. */
static void
show_chart (DeskChartsPage  *self,
            DeskChartAnswer *answer)
{
  g_clear_pointer (&self->answer, desk_chart_answer_free);
  self->answer = answer;
  show_answer (self);
}

static void
show_places (DeskChartsPage  *self,
             DeskChartAnswer *answer)
{
  const OcopChartName *about = ocop_chart_data_find_name (answer->request->name);

  g_clear_pointer (&self->places, desk_places_free);
  self->places = g_steal_pointer (&answer->places);
  desk_places_offer (self->places, self->given != NULL ? DESK_PLACES_ALL : DESK_PLACES_OFFICE_OR_ALL,
                     self->place_choice, self->sector_choice);
  desk_chart_against_offer (self->against, self->places, about->compares, answer->request->on);
}

/* One subject alone is no choice. */
static void
show_subjects (DeskChartsPage        *self,
               const DeskChartAnswer *answer)
{
  const OcopChartName *about = ocop_chart_data_find_name (answer->request->name);
  guint n = answer->subjects->len;
  g_autofree const char **keys = g_new0 (const char *, n + 1);
  g_autofree const char **titles = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const OcopChartSubject *subject = answer->subjects->pdata[i];

      keys[i] = subject->key;
      titles[i] = subject->title;
    }
  if (n > 0)
    {
      desk_choice_set_items (self->subject_choice, keys, titles);
      desk_choice_set_caption (self->subject_choice, _(about->subject));
      desk_choice_set_key (self->subject_choice, answer->request->subject);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->subject_choice), n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->place_choice), about->of_products);
  gtk_widget_set_visible (GTK_WIDGET (self->sector_choice), about->of_products);
}

/* One chart alone has a slider: a comparison has the days that it is of. */
static void
begin_days (DeskChartsPage        *self,
            const DeskChartAnswer *answer)
{
  const DeskChartRequest *request = answer->request;

  desk_chart_days_begin (self->days, desk_page_get_register (DESK_PAGE (self)), request->name, request->sides[0].base, answer->chart,
                         request->n_sides == 1 ? answer->first : OCOP_DATE_UNKNOWN, request->on);
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
  desk_chart_gallery_show_saved (self->question_list, self->answer->saved);
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
  g_clear_pointer (&self->subject, g_free);
  show_places (self, answer);
  show_subjects (self, answer);
  begin_days (self, answer);
  show_chart (self, g_steal_pointer (&answer));
  show_saved (self);
}

/* Of the day that the slider came to. */
static void
on_day_read (DeskChartsPage *self,
             OcopChart      *chart)
{
  ocop_chart_free (self->answer->chart);
  self->answer->chart = ocop_chart_copy (chart);
  self->answer->request->sides[0].on = ocop_chart_get_as_of (chart);
  show_answer (self);
}

/* The day of the figures, unless the slider is on another one. */
static OcopDate
get_day (DeskChartsPage *self)
{
  return ocop_date_is_known (self->fixed) ? self->fixed : desk_page_get_on (DESK_PAGE (self));
}

/* @place: (nullable): all that there is, or is given, when %NULL */
static OcopQuery *
make_base (DeskChartsPage *self,
           const char     *place)
{
  OcopQuery *base = self->given != NULL ? ocop_query_copy (self->given) : ocop_chart_data_query_base (self->name);

  if (self->places != NULL)
    desk_places_narrow (self->places, base, place, desk_choice_get_key (self->sector_choice));
  return base;
}

/* A list is charted as it is shown. */
static gboolean
is_of_office (DeskChartsPage *self,
              const char     *place)
{
  return self->given == NULL && place == NULL;
}

/* @place: (nullable): as the choice has it */
static const char *
find_title (DeskChartsPage *self,
            const char     *place)
{
  for (guint i = 0; place != NULL && self->places->keys[i] != NULL; i++)
    if (g_str_equal (self->places->keys[i], place))
      return self->places->titles[i];
  return self->places->has_others && is_of_office (self, place) ? _("The whole province") : _("All localities");
}

/* Another day or another locality, where one is chosen that this chart can be held against; else it may be of the slider's day. */
static void
add_comparison (DeskChartsPage   *self,
                DeskChartRequest *request)
{
  OcopChartCompares compares = ocop_chart_data_find_name (request->name)->compares;
  g_autofree char *against = desk_chart_against_dup_key (self->against);
  const char *own = desk_choice_get_key (self->place_choice), *place = ocop_chart_against_place (against);
  OcopDate on = request->on, day;

  if (self->places != NULL && place != NULL && (compares & OCOP_CHART_COMPARES_PLACES) && g_strcmp0 (place, own) != 0)
    desk_chart_request_compare (request, find_title (self, own), make_base (self, place), on, FALSE, find_title (self, place));
  else if (ocop_chart_against_day (against, on, &day) && (compares & OCOP_CHART_COMPARES_DAYS))
    {
      g_autofree char *title = ocop_date_to_people (on);
      g_autofree char *other_title = ocop_date_to_people (day);

      desk_chart_request_compare (request, title, make_base (self, own), day, is_of_office (self, own), other_title);
    }
  else if (ocop_chart_data_find_name (request->name)->of_day)
    request->sides[0].on = desk_day_slider_get_day (self->day_slider, on);
}

static void
desk_charts_page_refresh (DeskPage *page)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (page);
  const char *place = desk_choice_get_key (self->place_choice);
  const char *subject = self->subject != NULL ? self->subject : desk_choice_get_key (self->subject_choice);
  DeskChartRequest *request = desk_chart_request_new (self->name, subject, make_base (self, place), get_day (self), is_of_office (self, place));

  add_comparison (self, request);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (desk_page_get_register (page), OCOP_LANE_WINDOW, desk_chart_answer_read, request, desk_chart_request_free,
                            desk_chart_answer_free, self->cancellable, on_read, g_object_ref (self));
}

static void
on_scope_chosen (DeskChartsPage *self)
{
  g_clear_pointer (&self->subject, g_free);
  desk_page_refresh (DESK_PAGE (self));
}

void
desk_charts_page_set_base (DeskChartsPage  *self,
                           const OcopQuery *base)
{
  g_clear_pointer (&self->given, ocop_query_free);
  self->given = base != NULL ? ocop_query_copy (base) : NULL;
  gtk_widget_set_visible (self->base_button, base != NULL);
  desk_page_refresh (DESK_PAGE (self));
}

static void
on_base_clicked (DeskChartsPage *self)
{
  desk_charts_page_set_base (self, NULL);
}

/* Chooses what @saved was asked of. Nothing else narrows it. */
static void
ask_again (DeskChartsPage       *self,
           const OcopSavedChart *saved)
{
  g_clear_pointer (&self->given, ocop_query_free);
  gtk_widget_set_visible (self->base_button, FALSE);
  desk_choice_set_key (self->place_choice, saved->place);
  desk_choice_set_key (self->sector_choice, saved->sector);
  desk_chart_against_set_key (self->against, saved->against);
  self->subject = g_strdup (saved->subject);
  self->fixed = saved->on;
  if (saved->place != NULL && desk_choice_get_key (self->place_choice) == NULL)
    desk_window_say (desk_window_of (GTK_WIDGET (self)), _("The locality of this chart has no products any more: all are shown"));
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
  self->fixed = OCOP_DATE_UNKNOWN;
  g_clear_pointer (&self->subject, g_free);
  if (saved != NULL)
    ask_again (self, saved);
  desk_page_refresh (DESK_PAGE (self));
}

/* Enter: into the chart, whose marks the arrow keys go through. */
static void
on_question_activated (DeskChartsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->chart_view));
}

static void
desk_charts_page_register_changed (DeskPage *page)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  desk_chart_days_end (self->days);
  g_clear_pointer (&self->places, desk_places_free);
  g_clear_pointer (&self->given, ocop_query_free);
  gtk_widget_set_visible (self->base_button, FALSE);
  desk_chart_view_set_chart (self->chart_view, NULL);
  desk_chart_table_show (self->table_view, NULL);
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
  const OcopChart *chart = desk_chart_view_get_chart (DESK_CHARTS_PAGE (widget)->chart_view);

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

/* What is on the screen, of what it is, and of which products where those are not all that it is usually of. */
static void
add_to_slides (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (widget);
  const DeskChartRequest *request = self->answer->request;
  gboolean has_subject = gtk_widget_get_visible (GTK_WIDGET (self->subject_choice));
  OcopSlidePart *part = ocop_slide_part_new (request->name, has_subject ? desk_choice_get_key (self->subject_choice) : NULL,
                                             g_str_equal (gtk_stack_get_visible_child_name (self->stack), "table"));
  g_autoptr(OcopQuery) usual = ocop_chart_data_query_base (request->name);

  if (ocop_chart_data_find_name (request->name)->of_products && !ocop_query_equal (request->sides[0].base, usual))
    part->base = ocop_query_copy (request->sides[0].base);
  desk_slides_add (desk_window_of (widget), desk_page_get_on (DESK_PAGE (widget)), part);
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
  g_autofree char *title = ocop_chart_dup_title (self->answer->chart);
  g_autofree char *against = desk_chart_against_dup_key (self->against);
  const DeskChartRequest *request = self->answer->request;
  const OcopSavedChart chart = {
    saved != NULL ? saved->name : title, (char *) request->name, request->subject, (char *) desk_choice_get_key (self->place_choice),
    (char *) desk_choice_get_key (self->sector_choice), against, self->fixed,
  };

  desk_saved_chart_dialog_present (widget, desk_page_get_register (DESK_PAGE (self)), &chart, request->sides[0].on, FALSE, on_named);
}

static void
rename_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (widget);

  desk_saved_chart_dialog_present (widget, desk_page_get_register (DESK_PAGE (self)), chosen_saved (self), get_day (self), TRUE, on_named);
}

static gpointer
make_drop (OcopReader    *reader,
           gpointer       name,
           GCancellable  *cancellable,
           GError       **error)
{
  return ocop_saved_chart_drop (reader, name, error);
}

static void
on_dropped (GObject      *reg,
            GAsyncResult *result,
            gpointer      page)
{
  g_autoptr(DeskChartsPage) self = page;
  g_autoptr(GError) error = NULL;
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  gboolean dropped = ocop_register_make_finish (OCOP_REGISTER (reg), result, &error);

  if (window == NULL || desk_page_get_register (DESK_PAGE (self)) != OCOP_REGISTER (reg))
    return;
  if (dropped)
    desk_window_toast (window, _("The chart is no longer saved"));
  else
    desk_window_show_error (window, error);
}

static void
drop_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (widget);

  ocop_register_make_async (desk_page_get_register (DESK_PAGE (self)), OCOP_LANE_WINDOW, make_drop, g_strdup (chosen_saved (self)->name),
                            g_free, on_dropped, g_object_ref (self));
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
  g_value_set_boolean (value, g_strcmp0 (gtk_stack_get_visible_child_name (DESK_CHARTS_PAGE (object)->stack), "table") == 0);
}

static void
desk_charts_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (object);

  gtk_stack_set_visible_child_name (self->stack, g_value_get_boolean (value) ? "table" : "chart");
  show_table (self);
}

static void
desk_charts_page_finalize (GObject *object)
{
  DeskChartsPage *self = DESK_CHARTS_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->days);
  g_clear_pointer (&self->places, desk_places_free);
  g_clear_pointer (&self->given, ocop_query_free);
  g_clear_pointer (&self->answer, desk_chart_answer_free);
  g_free (self->subject);
  g_free (self->saved_as);
  G_OBJECT_CLASS (desk_charts_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/charts/desk-charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, question_list);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, output_button);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, day_slider);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, place_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, sector_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, subject_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, against);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, base_button);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, drawn_stack);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, empty_title);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, empty_text);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, chart_view);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, table_title);
  gtk_widget_class_bind_template_child (widget_class, DeskChartsPage, table_view);
  gtk_widget_class_bind_template_callback (widget_class, on_question_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_question_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_scope_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_base_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_activated);
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

  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_CHART_AGAINST);
  g_type_ensure (DESK_TYPE_CHART_VIEW);
  g_type_ensure (DESK_TYPE_DAY_SLIDER);
  bind_template (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    gtk_widget_class_install_action (widget_class, outputs[i].action, NULL, put_out);
  gtk_widget_class_install_action (widget_class, "chart.present", NULL, present_activated);
  gtk_widget_class_install_action (widget_class, "chart.slides", NULL, open_slides);
  gtk_widget_class_install_action (widget_class, ADD_TO_SLIDES, NULL, add_to_slides);
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
  desk_accessible_name_button (self->output_button, NULL);
  self->days = desk_chart_days_new (self->day_slider);
  g_signal_connect_object (self->days, "read", G_CALLBACK (on_day_read), self, G_CONNECT_SWAPPED);
  desk_chart_view_set_opens (self->chart_view, mark_opens, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.keep", FALSE);
  desk_chart_gallery_fill (self->question_list);
  gtk_list_box_select_row (self->question_list, gtk_list_box_get_row_at_index (self->question_list, 0));
}
