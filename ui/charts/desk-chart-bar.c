/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-bar.h"

#include <glib/gi18n.h>

#include "charts/desk-chart-against.h"
#include "desk-accessible-name.h"
#include "desk-window.h"
#include "list/desk-wrap-layout.h"
#include "report/chart/ocop-chart-compare.h"

struct _DeskChartBar
{
  GtkBox parent_instance;

  /* Template widgets */
  DeskChoice *place_choice;
  DeskChoice *sector_choice;
  DeskChoice *subject_choice;
  DeskChartAgainst *against;
  GtkCheckButton *names_check;
  GtkWidget *base_button;
  GtkWidget *output_button;

  /* Owned references */
  DeskPlaces *places; /* NULL before they were read */
  OcopQuery *given;   /* of a list that is charted; NULL for all products */
  char *subject;      /* what it is to be of, until it was read; NULL: what is chosen */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DeskChartBar, desk_chart_bar, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

static void
on_chosen (DeskChartBar *self)
{
  g_clear_pointer (&self->subject, g_free);
  g_signal_emit (self, signals[CHOSEN], 0);
}

void
desk_chart_bar_set_base (DeskChartBar    *self,
                         const OcopQuery *base)
{
  g_clear_pointer (&self->given, ocop_query_free);
  self->given = base != NULL ? ocop_query_copy (base) : NULL;
  gtk_widget_set_visible (self->base_button, base != NULL);
}

gboolean
desk_chart_bar_has_base (DeskChartBar *self)
{
  return self->given != NULL;
}

static void
on_base_clicked (DeskChartBar *self)
{
  desk_chart_bar_set_base (self, NULL);
  g_signal_emit (self, signals[CHOSEN], 0);
}

void
desk_chart_bar_ask_again (DeskChartBar         *self,
                          const OcopSavedChart *saved)
{
  g_clear_pointer (&self->subject, g_free);
  if (saved == NULL)
    return;
  desk_chart_bar_set_base (self, NULL);
  desk_choice_set_key (self->place_choice, saved->place);
  desk_choice_set_key (self->sector_choice, saved->sector);
  desk_chart_against_set_key (self->against, saved->against);
  self->subject = g_strdup (saved->subject);
  if (saved->place != NULL && desk_choice_get_key (self->place_choice) == NULL)
    desk_window_say (desk_window_of (GTK_WIDGET (self)), _("The locality of this chart has no products any more: all are shown"));
}

/* (nullable): what is chosen, once there is a choice. */
static char *
get_key (DeskChartBar *self,
         DeskChoice   *choice)
{
  return self->places != NULL ? (char *) desk_choice_get_key (choice) : NULL;
}

DeskChartRequest *
desk_chart_bar_make_request (DeskChartBar *self,
                             const char   *name,
                             OcopDate      on)
{
  g_autofree char *against = desk_chart_against_dup_key (self->against);
  const OcopChartQuestion question = {
    .chart = (char *) name,
    .subject = self->subject != NULL ? self->subject : (char *) desk_choice_get_key (self->subject_choice),
    .base = self->given,
    .place = get_key (self, self->place_choice),
    .sector = get_key (self, self->sector_choice),
    .against = against,
    .on = on,
    .named = gtk_check_button_get_active (self->names_check),
  };

  return desk_chart_request_new (&question);
}

static void
offer_places (DeskChartBar    *self,
              DeskChartAnswer *answer)
{
  const OcopChartName *about = ocop_chart_data_find_name (answer->request->question->chart);

  g_clear_pointer (&self->places, desk_places_free);
  self->places = g_steal_pointer (&answer->places);
  desk_places_offer (self->places, self->given != NULL ? DESK_PLACES_ALL : DESK_PLACES_OFFICE_OR_ALL,
                     self->place_choice, self->sector_choice);
  desk_chart_against_offer (self->against, self->places, about->compares, answer->request->on);
  gtk_widget_set_visible (GTK_WIDGET (self->place_choice), about->of_products);
  gtk_widget_set_visible (GTK_WIDGET (self->sector_choice), about->of_products);
  gtk_widget_set_visible (GTK_WIDGET (self->names_check), about->of_people);
}

/* One subject alone is no choice. */
static void
offer_subjects (DeskChartBar          *self,
                const DeskChartAnswer *answer)
{
  const OcopChartName *about = ocop_chart_data_find_name (answer->request->question->chart);
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
      desk_choice_set_key (self->subject_choice, answer->request->question->subject);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->subject_choice), n > 1);
}

void
desk_chart_bar_offer (DeskChartBar    *self,
                      DeskChartAnswer *answer)
{
  g_clear_pointer (&self->subject, g_free);
  offer_places (self, answer);
  offer_subjects (self, answer);
}

OcopSavedChart *
desk_chart_bar_dup_saved (DeskChartBar           *self,
                          const DeskChartRequest *request,
                          const char             *name,
                          OcopDate                on)
{
  OcopSavedChart *saved = g_new0 (OcopSavedChart, 1);

  saved->name = g_strdup (name);
  saved->chart = g_strdup (request->question->chart);
  saved->subject = g_strdup (request->question->subject);
  saved->place = g_strdup (desk_choice_get_key (self->place_choice));
  saved->sector = g_strdup (desk_choice_get_key (self->sector_choice));
  saved->against = desk_chart_against_dup_key (self->against);
  saved->on = on;
  return saved;
}

void
desk_chart_bar_forget (DeskChartBar *self)
{
  g_clear_pointer (&self->places, desk_places_free);
  desk_chart_bar_set_base (self, NULL);
}

static void
desk_chart_bar_finalize (GObject *object)
{
  DeskChartBar *self = DESK_CHART_BAR (object);

  g_clear_pointer (&self->places, desk_places_free);
  g_clear_pointer (&self->given, ocop_query_free);
  g_free (self->subject);
  G_OBJECT_CLASS (desk_chart_bar_parent_class)->finalize (object);
}

static void
desk_chart_bar_class_init (DeskChartBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_chart_bar_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_CHART_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_CHART_AGAINST);
  g_type_ensure (DESK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/charts/desk-chart-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskChartBar, place_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskChartBar, sector_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskChartBar, subject_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskChartBar, against);
  gtk_widget_class_bind_template_child (widget_class, DeskChartBar, names_check);
  gtk_widget_class_bind_template_child (widget_class, DeskChartBar, base_button);
  gtk_widget_class_bind_template_child (widget_class, DeskChartBar, output_button);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_base_clicked);
}

static void
desk_chart_bar_init (DeskChartBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_accessible_name_button (self->output_button, NULL);
}
