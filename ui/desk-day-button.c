/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-day-button.h"

#include "desk-accessible-name.h"
#include "desk-calendar.h"

struct _DeskDayButton
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEntry *entry;
  DeskCalendar *calendar;

  char *caption;
};

enum
{
  PROP_0,
  PROP_CAPTION,
  N_PROPS
};

enum
{
  DAY_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DeskDayButton, desk_day_button, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
show_day (DeskDayButton *self)
{
  g_autofree char *day = ocop_date_to_people (desk_day_button_get_day (self));
  g_autofree char *label = self->caption != NULL ? g_strdup_printf ("%s %s", self->caption, day) : g_strdup (day);

  gtk_menu_button_set_label (self->button, label);
  desk_accessible_name_button (GTK_WIDGET (self->button), label);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), day);
}

OcopDate
desk_day_button_get_day (DeskDayButton *self)
{
  return desk_calendar_get_day (self->calendar);
}

void
desk_day_button_set_day (DeskDayButton *self,
                         OcopDate       day)
{
  desk_calendar_set_day (self->calendar, day);
  show_day (self);
}

void
desk_day_button_popup (DeskDayButton *self)
{
  gtk_menu_button_popup (self->button);
}

static void
choose (DeskDayButton *self,
        OcopDate       day)
{
  desk_day_button_set_day (self, day);
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

static void
on_day_chosen (DeskDayButton *self)
{
  choose (self, desk_calendar_get_day (self->calendar));
}

static void
on_today_clicked (DeskDayButton *self)
{
  choose (self, ocop_date_today ());
}

/* A year alone stands for its last day: figures "of 2025" are those of its end. */
static void
on_entry_activate (DeskDayButton *self)
{
  OcopDate day;
  gboolean is_date = ocop_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &day);

  if (is_date && ocop_date_is_known (day))
    choose (self, ocop_date_is_day (day) ? day : ocop_date_new (day.year, 12, 31));
  else
    gtk_widget_error_bell (GTK_WIDGET (self->entry));
}

static void
desk_day_button_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  g_value_set_string (value, DESK_DAY_BUTTON (object)->caption);
}

static void
desk_day_button_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DeskDayButton *self = DESK_DAY_BUTTON (object);

  g_free (self->caption);
  self->caption = g_value_dup_string (value);
  show_day (self);
}

static void
desk_day_button_dispose (GObject *object)
{
  DeskDayButton *self = DESK_DAY_BUTTON (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->caption, g_free);
  G_OBJECT_CLASS (desk_day_button_parent_class)->dispose (object);
}

static void
desk_day_button_class_init (DeskDayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_day_button_get_property;
  object_class->set_property = desk_day_button_set_property;
  object_class->dispose = desk_day_button_dispose;

  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[DAY_CHANGED] = g_signal_new ("day-changed", DESK_TYPE_DAY_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DESK_TYPE_CALENDAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/desk-day-button.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskDayButton, button);
  gtk_widget_class_bind_template_child (widget_class, DeskDayButton, popover);
  gtk_widget_class_bind_template_child (widget_class, DeskDayButton, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskDayButton, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_today_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
desk_day_button_init (DeskDayButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_day (self);
}
