/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-day-slider.h"

#include <glib/gi18n.h>

#define MONTHS_IN_PAGE 12
/* A chart of one month stands long enough to be looked at. */
#define PLAY_INTERVAL 300

struct _DeskDaySlider
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkButton *play_button;
  GtkLabel *first_label;
  GtkScale *scale;
  GtkLabel *day_label;
  GtkButton *back_button;

  OcopDate first;
  OcopDate last;
  guint play_source;
  gboolean is_set;  /* by us, not by a person */
};

enum
{
  MOVED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DeskDaySlider, desk_day_slider, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static int
count_months (DeskDaySlider *self)
{
  return (self->last.year - self->first.year) * 12 + self->last.month - self->first.month;
}

static int
get_place (DeskDaySlider *self)
{
  return (int) gtk_range_get_value (GTK_RANGE (self->scale));
}

/* The last place is the last day itself, which seldom ends its month. */
static OcopDate
find_day (DeskDaySlider *self)
{
  OcopDate next = ocop_date_add_months (ocop_date_new (self->first.year, self->first.month, 1), get_place (self) + 1);

  return get_place (self) >= count_months (self) ? self->last : ocop_date_add_days (next, -1);
}

OcopDate
desk_day_slider_get_day (DeskDaySlider *self,
                         OcopDate       last)
{
  return ocop_date_is_day (self->last) && ocop_date_compare (self->last, last) == 0 ? find_day (self) : last;
}

static void
show_day (DeskDaySlider *self)
{
  g_autofree char *day = ocop_date_to_people (find_day (self));
  g_autofree char *words = g_strdup_printf (C_("day slider", "As of %s"), day);

  gtk_label_set_label (self->day_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back_button), get_place (self) < count_months (self));
}

static void
show_play (DeskDaySlider *self)
{
  gboolean is_playing = self->play_source != 0;

  gtk_button_set_icon_name (self->play_button, is_playing ? "desk-pause-symbolic" : "desk-play-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), is_playing ? _("Stop") : _("Go through the months"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_playing ? _("Stop") : _("Go through the months"), -1);
}

static void
stop (DeskDaySlider *self)
{
  if (self->play_source == 0)
    return;
  g_clear_handle_id (&self->play_source, g_source_remove);
  show_play (self);
}

static void
set_place (DeskDaySlider *self,
           int            place)
{
  self->is_set = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), place);
  self->is_set = FALSE;
}

static void
on_value_changed (DeskDaySlider *self)
{
  /* Whoever takes hold of it wants to stay there. */
  if (!self->is_set)
    stop (self);
  show_day (self);
  g_signal_emit (self, signals[MOVED], 0);
}

static gboolean
on_play_step (gpointer slider)
{
  DeskDaySlider *self = DESK_DAY_SLIDER (slider);

  set_place (self, get_place (self) + 1);
  if (get_place (self) >= count_months (self))
    stop (self);
  return self->play_source != 0;
}

static void
on_play_clicked (DeskDaySlider *self)
{
  if (self->play_source != 0)
    {
      stop (self);
      return;
    }
  if (get_place (self) >= count_months (self))
    set_place (self, 0);
  self->play_source = g_timeout_add (PLAY_INTERVAL, on_play_step, self);
  show_play (self);
}

static void
go_back (DeskDaySlider *self)
{
  stop (self);
  set_place (self, count_months (self));
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  DeskDaySlider *self = DESK_DAY_SLIDER (widget);
  gboolean is_elsewhere = get_place (self) < count_months (self);

  go_back (self);
  return is_elsewhere;
}

static void
show_ends (DeskDaySlider *self)
{
  g_autofree char *first = g_strdup_printf ("%02d/%04d", self->first.month, self->first.year);
  g_autofree char *last = ocop_date_to_people (self->last);
  g_autofree char *back = g_strdup_printf (_("Back to %s"), last);

  gtk_label_set_label (self->first_label, first);
  gtk_button_set_label (self->back_button, back);
}

void
desk_day_slider_set_span (DeskDaySlider *self,
                          OcopDate       first,
                          OcopDate       last)
{
  g_return_if_fail (ocop_date_is_day (first) && ocop_date_is_day (last));

  if (ocop_date_compare (first, self->first) == 0 && ocop_date_compare (last, self->last) == 0)
    return;
  stop (self);
  self->first = first;
  self->last = last;
  g_signal_handlers_block_by_func (self->scale, on_value_changed, self);
  gtk_range_set_range (GTK_RANGE (self->scale), 0, count_months (self));
  gtk_range_set_value (GTK_RANGE (self->scale), count_months (self));
  g_signal_handlers_unblock_by_func (self->scale, on_value_changed, self);
  show_ends (self);
  show_day (self);
}

/* What was looked back at is not what the page shows when it is next opened. */
static void
desk_day_slider_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_day_slider_parent_class)->unmap (widget);
  go_back (DESK_DAY_SLIDER (widget));
}

static void
desk_day_slider_dispose (GObject *object)
{
  DeskDaySlider *self = DESK_DAY_SLIDER (object);
  GtkWidget *child;

  g_clear_handle_id (&self->play_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_day_slider_parent_class)->dispose (object);
}

static void
desk_day_slider_class_init (DeskDaySliderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_day_slider_dispose;
  widget_class->unmap = desk_day_slider_unmap;

  signals[MOVED] = g_signal_new ("moved", DESK_TYPE_DAY_SLIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/charts/desk-day-slider.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskDaySlider, play_button);
  gtk_widget_class_bind_template_child (widget_class, DeskDaySlider, first_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDaySlider, scale);
  gtk_widget_class_bind_template_child (widget_class, DeskDaySlider, day_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDaySlider, back_button);
  gtk_widget_class_bind_template_callback (widget_class, on_play_clicked);
  gtk_widget_class_bind_template_callback (widget_class, go_back);
}

static void
desk_day_slider_init (DeskDaySlider *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  gtk_range_set_increments (GTK_RANGE (self->scale), 1, MONTHS_IN_PAGE);
  g_signal_connect_swapped (self->scale, "value-changed", G_CALLBACK (on_value_changed), self);
  show_play (self);
}
