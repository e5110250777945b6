/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-overview-page.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "charts/desk-chart-view.h"
#include "desk-accessible-name.h"
#include "desk-backup.h"
#include "desk-day-button.h"
#include "desk-places.h"
#include "overview/desk-brief-card.h"
#include "overview/desk-due-card.h"
#include "overview/desk-figure-card.h"
#include "overview/desk-gap-card.h"
#include "overview/desk-last-visit.h"
#include "overview/desk-overview-data.h"
#include "overview/desk-period.h"
#include "overview/desk-progress-card.h"
#include "overview/desk-since-card.h"
#include "overview/desk-task-card.h"
#include "print/desk-reports.h"
#include "report/chart/ocop-chart-data.h"

struct _DeskOverviewPage
{
  DeskPage parent_instance;

  /* Template widgets */
  GtkStack *stack;
  DeskChoice *place_choice;
  DeskChoice *sector_choice;
  GtkDropDown *period_dropdown;
  DeskDayButton *from_button;
  GtkLabel *period_label;
  GtkWidget *backup_box;
  GtkLabel *backup_label;
  DeskBriefCard *brief_card;
  DeskFigureCard *products_card;
  DeskFigureCard *first_card;
  DeskFigureCard *expiring_card;
  DeskFigureCard *expired_card;
  DeskChartView *chart_view;
  DeskProgressCard *progress_card;
  DeskGapCard *gap_card;
  DeskSinceCard *since_card;
  DeskTaskCard *task_card;
  DeskDueCard *due_card;

  /* Owned references */
  GCancellable *cancellable;
  DeskOverviewData *data;
  DeskPlaces *places;

  DeskLastVisit last_visit; /* of the register that is open */
};

G_DEFINE_FINAL_TYPE (DeskOverviewPage, desk_overview_page, DESK_TYPE_PAGE)

/* What is read, with texts of its own: the page may ask for something else meanwhile. */
typedef struct
{
  OcopDate on;
  OcopDate from;
  char *place;
  char *sector;
  gint64 since;
} Request;

typedef struct
{
  DeskOverviewData *data;
  DeskPlaces *places;
} Answer;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->place);
  g_free (request->sector);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->data, desk_overview_data_free);
  g_clear_pointer (&answer->places, desk_places_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
on_mark_activated (DeskOverviewPage *self,
                   guint             series,
                   int               category)
{
  g_autoptr(OcopQuery) query = ocop_chart_data_query_mark ("star-distribution", self->data->chart, self->data->valid,
                                                           series, category);

  if (query != NULL)
    desk_window_show_query (desk_window_of (GTK_WIDGET (self)), query);
}

static gboolean
mark_opens (DeskChartView *view,
            guint          series,
            int            category,
            gpointer       page)
{
  return ocop_chart_data_opens_mark ("star-distribution", desk_chart_view_get_chart (view), series, category);
}

static void
on_table_clicked (DeskOverviewPage *self)
{
  const OcopReportScope scope = { self->data->brief->on, self->data->valid };

  desk_reports_preview (desk_window_of (GTK_WIDGET (self)), "star-distribution", &scope);
}

static OcopDate
get_from (DeskOverviewPage *self)
{
  DeskPeriod period = gtk_drop_down_get_selected (self->period_dropdown);

  if (period == DESK_PERIOD_FREE)
    return desk_day_button_get_day (self->from_button);
  return desk_period_get_start (period, desk_page_get_on (DESK_PAGE (self)));
}

static void
show_period (DeskOverviewPage *self)
{
  gboolean is_free = gtk_drop_down_get_selected (self->period_dropdown) == DESK_PERIOD_FREE;
  g_autofree char *from = ocop_date_to_people (get_from (self));
  g_autofree char *to = ocop_date_to_people (desk_page_get_on (DESK_PAGE (self)));
  g_autofree char *text = is_free ? g_strdup_printf (_("to %s"), to) : g_strdup_printf (_("from %s to %s"), from, to);

  gtk_widget_set_visible (GTK_WIDGET (self->from_button), is_free);
  gtk_label_set_label (self->period_label, text);
}

static gint64
figure (DeskOverviewPage *self,
        const char       *name)
{
  return ocop_brief_get (self->data->brief, name)->number;
}

/* Whose time to hand in is known to have come. */
static guint
count_open (GPtrArray *dues)
{
  guint n = 0;

  for (guint i = 0; i < dues->len; i++)
    {
      const OcopDue *due = dues->pdata[i];

      n += (due->state == OCOP_DUE_OPEN || due->state == OCOP_DUE_CLOSING) && !due->estimated;
    }
  return n;
}

static char *
dup_products_note (DeskOverviewPage *self)
{
  g_autofree char *producers = ocop_number_to_people (figure (self, "producers"));
  g_autofree char *of_producers = g_strdup_printf (_("of %s producers"), producers);
  g_autofree char *number = ocop_number_to_people (figure (self, "estimated"));
  g_autofree char *estimated = figure (self, "estimated") > 0 ? g_strdup_printf (_("%s estimated"), number) : NULL;
  const char *parts[] = { of_producers, estimated };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

static void
show_cards (DeskOverviewPage *self)
{
  const OcopBrief *brief = self->data->brief;
  g_autofree char *again = ocop_number_to_people (figure (self, "again"));
  g_autofree char *upgraded = ocop_number_to_people (figure (self, "upgrade"));
  g_autofree char *revoked = ocop_number_to_people (figure (self, "revoked"));
  g_autofree char *open = ocop_number_to_people (count_open (self->data->dues));
  g_autofree char *products_note = dup_products_note (self);
  g_autofree char *first_note = g_strdup_printf (_("%s again · %s upgraded"), again, upgraded);
  g_autofree char *expiring_note = g_strdup_printf (_("%s may be handed in now"), open);
  g_autofree char *expired_note = g_strdup_printf (_("%s revoked"), revoked);

  const DeskOverviewBefore *before = &self->data->before;
  const DeskFigure products = { figure (self, "products"), before->products, products_note, FALSE, self->data->stock };
  const DeskFigure first = { figure (self, "first"), before->first, first_note, FALSE, ocop_brief_get (brief, "first")->query };
  const DeskFigure expiring = { self->data->dues->len, before->expiring, expiring_note, TRUE, self->data->expiring };
  const DeskFigure expired = { figure (self, "expired"), before->expired, expired_note, FALSE, ocop_brief_get (brief, "expired")->query };

  desk_figure_card_set (self->products_card, &products);
  desk_figure_card_set (self->first_card, &first);
  desk_figure_card_set (self->expiring_card, &expiring);
  desk_figure_card_set (self->expired_card, &expired);
}

static void
on_backup_looked_for (GObject      *reg,
                      GAsyncResult *result,
                      gpointer      data)
{
  g_autoptr(DeskOverviewPage) self = data;
  g_autofree char *text = desk_backup_warn_finish (result);

  if (OCOP_REGISTER (reg) != desk_page_get_register (DESK_PAGE (self)) || self->backup_box == NULL)
    return;
  gtk_label_set_label (self->backup_label, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->backup_label), text);
  gtk_widget_set_visible (self->backup_box, text != NULL);
}

/* It may lie on a slow disk of others: what it says has its own room beside the choices, and moves nothing when it comes. */
static void
look_for_backup (DeskOverviewPage *self)
{
  desk_backup_warn_async (desk_page_get_register (DESK_PAGE (self)), NULL, on_backup_looked_for, g_object_ref (self));
}

static void
show_data (DeskOverviewPage *self)
{
  desk_brief_card_show (self->brief_card, self->data->brief);
  desk_chart_view_set_chart (self->chart_view, self->data->chart);
  show_period (self);
  show_cards (self);
  desk_since_card_show (self->since_card, self->data->since, self->last_visit.day);
  desk_task_card_show (self->task_card, self->data);
  desk_due_card_show (self->due_card, self->data);
  desk_progress_card_show (self->progress_card, self->data->plan);
  desk_gap_card_show (self->gap_card, self->data->gaps);
  gtk_stack_set_visible_child_name (self->stack, self->data->n_records > 0 ? "content" : "empty");
}

static gpointer
read_answer (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Request *request = data;
  const OcopBriefScope scope = { request->on, request->from, request->place, request->sector };
  g_autoptr(Answer) answer = g_new0 (Answer, 1);

  answer->places = desk_places_read (reader, request->on, error);
  if (answer->places == NULL)
    return NULL;
  answer->data = desk_overview_data_read (reader, &scope, request->since, error);
  return answer->data != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      page)
{
  g_autoptr(DeskOverviewPage) self = page;
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
  g_clear_pointer (&self->data, desk_overview_data_free);
  g_clear_pointer (&self->places, desk_places_free);
  self->data = g_steal_pointer (&answer->data);
  self->places = g_steal_pointer (&answer->places);
  desk_places_offer (self->places, DESK_PLACES_OFFICE, self->place_choice, self->sector_choice);
  show_data (self);
}

static void
desk_overview_page_refresh (DeskPage *page)
{
  DeskOverviewPage *self = DESK_OVERVIEW_PAGE (page);
  Request *request = g_new0 (Request, 1);

  request->on = desk_page_get_on (page);
  request->from = get_from (self);
  request->since = self->last_visit.seq;
  if (self->places != NULL)
    {
      request->place = g_strdup (desk_choice_get_key (self->place_choice));
      request->sector = g_strdup (desk_choice_get_key (self->sector_choice));
    }
  look_for_backup (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (desk_page_get_register (page), OCOP_LANE_WINDOW, read_answer, request, request_free, answer_free,
                            self->cancellable, on_read, g_object_ref (self));
}

/* What has been read is of the register that is open: where a place or a sector is chosen, of that. */
static void
desk_overview_page_narrow_report (DeskPage        *page,
                                  OcopReportScope *scope)
{
  DeskOverviewPage *self = DESK_OVERVIEW_PAGE (page);

  if (self->places == NULL)
    return;
  scope->from = get_from (self);
  scope->locality = desk_choice_get_key (self->place_choice);
  scope->sector = desk_choice_get_key (self->sector_choice);
  if (scope->locality != NULL || scope->sector != NULL)
    scope->base = self->data->brief->base;
}

static void
on_scope_chosen (DeskOverviewPage *self)
{
  desk_page_refresh (DESK_PAGE (self));
}

/* A program that is never closed properly, but shut down with the computer, still knows its first visit the next time. */
static void
take_last_visit (DeskOverviewPage *self)
{
  OcopRegister *reg = desk_page_get_register (DESK_PAGE (self));

  if (reg == NULL)
    return;
  self->last_visit = desk_last_visit_get (reg);
  if (!ocop_date_is_known (self->last_visit.day))
    desk_last_visit_note (reg);
}

static void
desk_overview_page_register_changed (DeskPage *page)
{
  DeskOverviewPage *self = DESK_OVERVIEW_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->places, desk_places_free);
  take_last_visit (self);
  gtk_stack_set_visible_child_name (self->stack, "reading");
}

static void
fill_periods (DeskOverviewPage *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  for (DeskPeriod period = 0; period < DESK_N_PERIODS; period++)
    gtk_string_list_append (titles, desk_period_get_title (period));
  gtk_drop_down_set_model (self->period_dropdown, G_LIST_MODEL (titles));
  g_signal_connect_swapped (self->period_dropdown, "notify::selected", G_CALLBACK (on_scope_chosen), self);
}

static void
desk_overview_page_finalize (GObject *object)
{
  DeskOverviewPage *self = DESK_OVERVIEW_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->data, desk_overview_data_free);
  g_clear_pointer (&self->places, desk_places_free);
  G_OBJECT_CLASS (desk_overview_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, place_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, sector_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, period_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, from_button);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, period_label);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, backup_box);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, backup_label);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, brief_card);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, products_card);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, first_card);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, expiring_card);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, expired_card);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, chart_view);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, progress_card);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, gap_card);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, since_card);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, task_card);
  gtk_widget_class_bind_template_child (widget_class, DeskOverviewPage, due_card);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_table_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_scope_chosen);
}

static void
desk_overview_page_class_init (DeskOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_overview_page_finalize;
  DESK_PAGE_CLASS (klass)->register_changed = desk_overview_page_register_changed;
  DESK_PAGE_CLASS (klass)->refresh = desk_overview_page_refresh;
  DESK_PAGE_CLASS (klass)->narrow_report = desk_overview_page_narrow_report;

  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_DAY_BUTTON);
  g_type_ensure (DESK_TYPE_BRIEF_CARD);
  g_type_ensure (DESK_TYPE_DUE_CARD);
  g_type_ensure (DESK_TYPE_FIGURE_CARD);
  g_type_ensure (DESK_TYPE_GAP_CARD);
  g_type_ensure (DESK_TYPE_PROGRESS_CARD);
  g_type_ensure (DESK_TYPE_SINCE_CARD);
  g_type_ensure (DESK_TYPE_TASK_CARD);
  g_type_ensure (DESK_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/overview/desk-overview-page.ui");
  bind_template (widget_class);
}

static void
desk_overview_page_init (DeskOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_accessible_name_button (GTK_WIDGET (self->period_dropdown), _("Period"));
  fill_periods (self);
  desk_chart_view_set_opens (self->chart_view, mark_opens, self);
}
