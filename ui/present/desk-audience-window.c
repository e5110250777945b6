/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/desk-audience-window.h"

#include <glib/gi18n.h>

#include "present/desk-present-view.h"

/* Milliseconds until the mouse's pointer goes out of the picture. */
#define POINTER_REST 2000

struct _DeskAudienceWindow
{
  GtkWindow parent_instance;

  DeskPresentation *show;
  GdkMonitor *monitor; /* that it fills */
  GtkApplication *awake; /* kept from sleep */
  guint awake_cookie;
  guint pointer_source;
};

G_DEFINE_FINAL_TYPE (DeskAudienceWindow, desk_audience_window, GTK_TYPE_WINDOW)

/* Keys and mouse */

static gboolean
on_key (DeskAudienceWindow *self,
        guint               key,
        guint               code,
        GdkModifierType     state)
{
  return desk_presentation_take_key (self->show, key, state);
}

static void
on_pressed (DeskPresentation *show,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_PRIMARY || button == GDK_BUTTON_SECONDARY)
    desk_presentation_command (show, button == GDK_BUTTON_PRIMARY ? DESK_PRESENT_FORTH : DESK_PRESENT_BACK);
}

static gboolean
on_scrolled (DeskPresentation *show,
             double            dx,
             double            dy)
{
  if (dy != 0)
    desk_presentation_command (show, dy > 0 ? DESK_PRESENT_FORTH : DESK_PRESENT_BACK);
  return TRUE;
}

void
desk_audience_window_add_mouse (GtkWidget        *widget,
                                DeskPresentation *show)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), show, G_CONNECT_SWAPPED);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (on_scrolled), show, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, wheel);
}

static gboolean
hide_pointer (gpointer data)
{
  DeskAudienceWindow *self = data;

  self->pointer_source = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
on_motion (DeskAudienceWindow *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->pointer_source, g_source_remove);
  self->pointer_source = g_timeout_add (POINTER_REST, hide_pointer, self);
}

static void
add_controllers (DeskAudienceWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* The screen */

static void
fill (DeskAudienceWindow *self)
{
  GdkRectangle area;

  /* Where nobody manages windows, full screen is a matter of size. */
  gdk_monitor_get_geometry (self->monitor, &area);
  gtk_window_set_default_size (GTK_WINDOW (self), area.width, area.height);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), self->monitor);
}

void
desk_audience_window_set_monitor (DeskAudienceWindow *self,
                                  GdkMonitor         *monitor)
{
  gboolean filled = self->monitor == NULL || gtk_window_is_fullscreen (GTK_WINDOW (self));

  g_set_object (&self->monitor, monitor);
  if (filled)
    fill (self);
}

void
desk_audience_window_toggle_filled (DeskAudienceWindow *self)
{
  if (!gtk_window_is_fullscreen (GTK_WINDOW (self)))
    {
      fill (self);
      return;
    }
  gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_window_set_default_size (GTK_WINDOW (self), (int) OCOP_SLIDE_WIDTH, (int) OCOP_SLIDE_HEIGHT);
}

static gboolean
desk_audience_window_close_request (GtkWindow *window)
{
  g_signal_emit_by_name (DESK_AUDIENCE_WINDOW (window)->show, "commanded", (guint) DESK_PRESENT_END);
  return TRUE;
}

DeskAudienceWindow *
desk_audience_window_new (GtkApplication   *application,
                          DeskPresentation *show)
{
  DeskAudienceWindow *self = g_object_new (DESK_TYPE_AUDIENCE_WINDOW, "application", application,
                                           "title", desk_presentation_get_title (show), NULL);
  GtkWidget *view = desk_present_view_new (show, 0, TRUE);

  self->show = g_object_ref (show);
  desk_audience_window_add_mouse (view, show);
  gtk_window_set_child (GTK_WINDOW (self), view);
  self->awake = g_object_ref (application);
  self->awake_cookie = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                                _("Slides are being shown"));
  return self;
}

static void
desk_audience_window_dispose (GObject *object)
{
  DeskAudienceWindow *self = DESK_AUDIENCE_WINDOW (object);

  g_clear_handle_id (&self->pointer_source, g_source_remove);
  if (self->awake_cookie != 0)
    gtk_application_uninhibit (self->awake, self->awake_cookie);
  self->awake_cookie = 0;
  g_clear_object (&self->awake);
  g_clear_object (&self->monitor);
  g_clear_object (&self->show);
  G_OBJECT_CLASS (desk_audience_window_parent_class)->dispose (object);
}

static void
desk_audience_window_class_init (DeskAudienceWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_audience_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = desk_audience_window_close_request;
}

static void
desk_audience_window_init (DeskAudienceWindow *self)
{
  add_controllers (self);
}
