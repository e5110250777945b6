/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-calendar.h"

#include <glib/gi18n.h>

#define WEEKS 6
#define DAYS_OF_WEEK 7

struct _DeskCalendar
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkLabel *month_label;
  GtkWidget *day_buttons[WEEKS * DAYS_OF_WEEK];

  OcopDate day;
  OcopDate first; /* of the month that is shown */
};

enum
{
  DAY_CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DeskCalendar, desk_calendar, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* Weeks begin on Monday. */
static OcopDate
first_shown (DeskCalendar *self)
{
  static const OcopDate a_monday = { 2024, 1, 1 };
  int weekday = ocop_date_days_between (a_monday, self->first) % DAYS_OF_WEEK;

  return ocop_date_add_days (self->first, -((weekday + DAYS_OF_WEEK) % DAYS_OF_WEEK));
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_month (DeskCalendar *self)
{
  OcopDate date = first_shown (self);
  OcopDate today = ocop_date_today ();
  /* Translators: month and year over a calendar. */
  g_autofree char *heading = g_strdup_printf (_("%1$d/%2$d"), self->first.month, self->first.year);

  gtk_label_set_label (self->month_label, heading);
  for (guint i = 0; i < G_N_ELEMENTS (self->day_buttons); i++)
    {
      GtkWidget *button = self->day_buttons[i];
      g_autofree char *number = g_strdup_printf ("%d", date.day);
      g_autofree char *name = ocop_date_to_people (date);

      gtk_button_set_label (GTK_BUTTON (button), number);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      set_class (button, "desk-dim", date.month != self->first.month);
      set_class (button, "desk-today", ocop_date_compare (date, today) == 0);
      set_class (button, "desk-chosen", ocop_date_compare (date, self->day) == 0);
      date = ocop_date_add_days (date, 1);
    }
}

static void
on_day_clicked (GtkButton    *button,
                DeskCalendar *self)
{
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "index"));

  desk_calendar_set_day (self, ocop_date_add_days (first_shown (self), index));
  g_signal_emit (self, signals[DAY_CHOSEN], 0);
}

static void
on_step_clicked (GtkButton    *button,
                 DeskCalendar *self)
{
  int months = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "months"));
  OcopDate moved = ocop_date_add_months (self->first, months);

  if (moved.year < 1900 || moved.year > 2200)
    return;
  self->first = moved;
  show_month (self);
}

static GtkWidget *
new_step_button (DeskCalendar *self,
                 const char   *label,
                 const char   *name,
                 int           months)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "months", GINT_TO_POINTER (months));
  g_signal_connect (button, "clicked", G_CALLBACK (on_step_clicked), self);
  return button;
}

static GtkWidget *
new_heading (DeskCalendar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->month_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->month_label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->month_label), "desk-heading");
  gtk_box_append (GTK_BOX (box), new_step_button (self, "«", _("Previous year"), -12));
  gtk_box_append (GTK_BOX (box), new_step_button (self, "‹", _("Previous month"), -1));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->month_label));
  gtk_box_append (GTK_BOX (box), new_step_button (self, "›", _("Next month"), 1));
  gtk_box_append (GTK_BOX (box), new_step_button (self, "»", _("Next year"), 12));
  return box;
}

static GtkWidget *
new_day_button (DeskCalendar *self,
                guint         index)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_day_clicked), self);
  return button;
}

static GtkWidget *
new_days (DeskCalendar *self)
{
  static const char * const weekdays[DAYS_OF_WEEK] = {
    NC_("weekday", "Mo"), NC_("weekday", "Tu"), NC_("weekday", "We"), NC_("weekday", "Th"),
    NC_("weekday", "Fr"), NC_("weekday", "Sa"), NC_("weekday", "Su"),
  };
  GtkWidget *grid = gtk_grid_new ();

  for (guint column = 0; column < DAYS_OF_WEEK; column++)
    {
      GtkWidget *label = gtk_label_new (g_dpgettext2 (NULL, "weekday", weekdays[column]));

      gtk_widget_add_css_class (label, "desk-dim");
      gtk_grid_attach (GTK_GRID (grid), label, column, 0, 1, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->day_buttons); i++)
    {
      self->day_buttons[i] = new_day_button (self, i);
      gtk_grid_attach (GTK_GRID (grid), self->day_buttons[i], i % DAYS_OF_WEEK, 1 + i / DAYS_OF_WEEK, 1, 1);
    }
  return grid;
}

OcopDate
desk_calendar_get_day (DeskCalendar *self)
{
  return self->day;
}

void
desk_calendar_set_day (DeskCalendar *self,
                       OcopDate      day)
{
  g_return_if_fail (ocop_date_is_day (day));

  self->day = day;
  self->first = ocop_date_new (day.year, day.month, 1);
  show_month (self);
}

static void
desk_calendar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_calendar_parent_class)->dispose (object);
}

static void
desk_calendar_class_init (DeskCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_calendar_dispose;
  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", DESK_TYPE_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "deskcalendar");
}

static void
desk_calendar_init (DeskCalendar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_parent (new_heading (self), GTK_WIDGET (self));
  gtk_widget_set_parent (new_days (self), GTK_WIDGET (self));
  desk_calendar_set_day (self, ocop_date_today ());
}
