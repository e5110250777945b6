/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-against.h"

#include <glib/gi18n.h>

#include "desk-day-button.h"
#include "report/chart/ocop-chart-compare.h"

/* Chosen for a day of one's own, which the button beside it has. */
#define OWN_DAY "day"

struct _DeskChartAgainst
{
  GtkWidget parent_instance;

  DeskChoice *choice;
  DeskDayButton *day_button;
  char *wanted; /* the key that was set, until it is offered; "" for none */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DeskChartAgainst, desk_chart_against, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static gboolean
is_own_day (DeskChartAgainst *self)
{
  return g_strcmp0 (desk_choice_get_key (self->choice), OWN_DAY) == 0;
}

static void
show_day_button (DeskChartAgainst *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->day_button), is_own_day (self));
}

static void
on_chosen (DeskChartAgainst *self)
{
  g_clear_pointer (&self->wanted, g_free);
  show_day_button (self);
  if (is_own_day (self))
    desk_day_button_popup (self->day_button);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_day_changed (DeskChartAgainst *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

char *
desk_chart_against_dup_key (DeskChartAgainst *self)
{
  const char *key = self->wanted != NULL ? self->wanted : desk_choice_get_key (self->choice);
  char day[OCOP_DATE_TEXT_SIZE];

  if (g_strcmp0 (key, OWN_DAY) == 0)
    return g_strdup (ocop_date_to_text (desk_day_button_get_day (self->day_button), day));
  return key != NULL && *key != '\0' ? g_strdup (key) : NULL;
}

void
desk_chart_against_set_key (DeskChartAgainst *self,
                            const char       *key)
{
  OcopDate day;
  gboolean is_day = key != NULL && ocop_date_parse (key, &day) && ocop_date_is_day (day);

  if (is_day)
    desk_day_button_set_day (self->day_button, day);
  g_free (self->wanted);
  self->wanted = g_strdup (is_day ? OWN_DAY : key != NULL ? key : "");
}

static void
add (GStrvBuilder *keys,
     GStrvBuilder *titles,
     const char   *key,
     const char   *title)
{
  g_strv_builder_add (keys, key);
  g_strv_builder_add (titles, title);
}

static void
add_days (GStrvBuilder *keys,
          GStrvBuilder *titles)
{
  add (keys, titles, OCOP_CHART_AGAINST_LAST_YEAR, _("Against the same day last year"));
  add (keys, titles, OCOP_CHART_AGAINST_YEAR_END, _("Against the end of last year"));
  add (keys, titles, OWN_DAY, _("Against another day"));
}

static void
add_places (GStrvBuilder     *keys,
            GStrvBuilder     *titles,
            const DeskPlaces *places)
{
  for (guint i = 0; places->keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat (OCOP_CHART_AGAINST_PLACE, places->keys[i], NULL);
      /* Translators: a locality that figures are compared with */
      g_autofree char *title = g_strdup_printf (_("Against %s"), places->titles[i]);

      add (keys, titles, key, title);
    }
}

void
desk_chart_against_offer (DeskChartAgainst  *self,
                          const DeskPlaces  *places,
                          OcopChartCompares  compares,
                          OcopDate           on)
{
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_auto(GStrv) all_keys = NULL;
  g_auto(GStrv) all_titles = NULL;

  add (keys, titles, "", _("No comparison"));
  if (compares & OCOP_CHART_COMPARES_DAYS)
    add_days (keys, titles);
  if (compares & OCOP_CHART_COMPARES_PLACES)
    add_places (keys, titles, places);
  all_keys = g_strv_builder_end (keys);
  all_titles = g_strv_builder_end (titles);
  if (!is_own_day (self) && self->wanted == NULL)
    desk_day_button_set_day (self->day_button, ocop_date_add_months (on, -12));
  desk_choice_set_items (self->choice, (const char * const *) all_keys, (const char * const *) all_titles);
  if (self->wanted != NULL)
    desk_choice_set_key (self->choice, self->wanted);
  g_clear_pointer (&self->wanted, g_free);
  show_day_button (self);
  gtk_widget_set_visible (GTK_WIDGET (self), compares != OCOP_CHART_COMPARES_NOTHING);
}

static void
desk_chart_against_dispose (GObject *object)
{
  DeskChartAgainst *self = DESK_CHART_AGAINST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (desk_chart_against_parent_class)->dispose (object);
}

static void
desk_chart_against_class_init (DeskChartAgainstClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_chart_against_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_CHART_AGAINST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
desk_chart_against_init (DeskChartAgainst *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->choice = g_object_new (DESK_TYPE_CHOICE, "tooltip-text", _("Compare with"), NULL);
  self->day_button = g_object_new (DESK_TYPE_DAY_BUTTON, "visible", FALSE, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->choice), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->day_button), GTK_WIDGET (self));
  g_signal_connect_swapped (self->choice, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->day_button, "day-changed", G_CALLBACK (on_day_changed), self);
}
