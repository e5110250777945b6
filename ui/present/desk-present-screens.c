/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/desk-present-screens.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "present/desk-present-place.h"

struct _DeskPresentScreens
{
  GObject parent_instance;

  GListModel *monitors;
  GdkMonitor *speaker;
  GdkMonitor *audience; /* (nullable): %NULL where there is no other */
  guint idle;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (DeskPresentScreens, desk_present_screens, G_TYPE_OBJECT)

/* What there is */

/* Returns: (transfer full) */
static GPtrArray *
list_monitors (DeskPresentScreens *self)
{
  guint n = g_list_model_get_n_items (self->monitors);
  GPtrArray *monitors = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (monitors, g_list_model_get_item (self->monitors, i));
  return monitors;
}

/* Returns: (transfer full): that the audience may see */
static GPtrArray *
list_others (DeskPresentScreens *self)
{
  g_autoptr(GPtrArray) monitors = list_monitors (self);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree GdkRectangle *areas = g_new (GdkRectangle, monitors->len);
  g_autofree guint *others = g_new (guint, monitors->len);
  guint speaker, n;

  if (!g_ptr_array_find (monitors, self->speaker, &speaker))
    return found;
  for (guint i = 0; i < monitors->len; i++)
    gdk_monitor_get_geometry (g_ptr_array_index (monitors, i), &areas[i]);
  n = desk_present_place_find_others (areas, monitors->len, speaker, others);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (found, g_object_ref (g_ptr_array_index (monitors, others[i])));
  return found;
}

/* The speaker goes where the audience does not look, if he can. */
static GdkMonitor *
find_speaker (DeskPresentScreens *self)
{
  g_autoptr(GPtrArray) monitors = list_monitors (self);

  if (self->speaker != NULL && g_ptr_array_find (monitors, self->speaker, NULL))
    return self->speaker;
  for (guint i = 0; i < monitors->len; i++)
    if (g_ptr_array_index (monitors, i) != self->audience)
      return g_ptr_array_index (monitors, i); /* the display's */
  return monitors->len > 0 ? self->audience : NULL;
}

static void
settle (DeskPresentScreens *self)
{
  g_autoptr(GPtrArray) others = NULL;

  g_set_object (&self->speaker, find_speaker (self));
  others = list_others (self);
  if (self->audience == NULL || !g_ptr_array_find (others, self->audience, NULL))
    g_set_object (&self->audience, (others->len > 0 ? g_ptr_array_index (others, 0) : NULL));
}

/* Monitors that come and go */

static gboolean
on_idle (gpointer data)
{
  DeskPresentScreens *self = data;

  self->idle = 0;
  settle (self);
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

/* A monitor is listed before it is told where it lies; several change at once. */
static void
settle_later (DeskPresentScreens *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (on_idle, self);
}

static void
watch (DeskPresentScreens *self,
       guint               position,
       guint               n)
{
  for (guint i = position; i < position + n; i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      g_signal_connect_object (monitor, "notify::geometry", G_CALLBACK (settle_later), self, G_CONNECT_SWAPPED);
    }
}

static void
on_monitors_changed (DeskPresentScreens *self,
                     guint               position,
                     guint               removed,
                     guint               added)
{
  watch (self, position, added);
  settle_later (self);
}

/* What is chosen */

GdkMonitor *
desk_present_screens_get_speaker (DeskPresentScreens *self)
{
  return self->speaker;
}

GdkMonitor *
desk_present_screens_get_audience (DeskPresentScreens *self)
{
  return self->audience != NULL ? self->audience : self->speaker;
}

gboolean
desk_present_screens_are_apart (DeskPresentScreens *self)
{
  return self->audience != NULL;
}

GStrv
desk_present_screens_dup_names (DeskPresentScreens *self)
{
  g_autoptr(GPtrArray) others = list_others (self);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < others->len; i++)
    {
      const char *model = gdk_monitor_get_model (g_ptr_array_index (others, i));
      GdkRectangle area;
      g_autofree char *name = NULL;

      gdk_monitor_get_geometry (g_ptr_array_index (others, i), &area);
      name = g_strdup_printf ("%s (%d×%d)", model != NULL ? model : _("Screen"), area.width, area.height);
      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

guint
desk_present_screens_get_chosen (DeskPresentScreens *self)
{
  g_autoptr(GPtrArray) others = list_others (self);
  guint place;

  return g_ptr_array_find (others, self->audience, &place) ? place : GTK_INVALID_LIST_POSITION;
}

void
desk_present_screens_choose (DeskPresentScreens *self,
                             guint               place)
{
  g_autoptr(GPtrArray) others = list_others (self);

  if (place < others->len)
    g_set_object (&self->audience, g_ptr_array_index (others, place));
}

void
desk_present_screens_swap (DeskPresentScreens *self)
{
  GdkMonitor *speaker = self->speaker;

  if (self->audience == NULL)
    return;
  self->speaker = self->audience;
  self->audience = speaker;
  g_signal_emit (self, changed_signal, 0);
}

DeskPresentScreens *
desk_present_screens_new (GdkDisplay *display,
                          GdkMonitor *speaker)
{
  DeskPresentScreens *self = g_object_new (DESK_TYPE_PRESENT_SCREENS, NULL);

  self->monitors = g_object_ref (gdk_display_get_monitors (display));
  self->speaker = speaker != NULL ? g_object_ref (speaker) : NULL;
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (on_monitors_changed), self, G_CONNECT_SWAPPED);
  watch (self, 0, g_list_model_get_n_items (self->monitors));
  settle (self);
  return self;
}

static void
desk_present_screens_finalize (GObject *object)
{
  DeskPresentScreens *self = DESK_PRESENT_SCREENS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->audience);
  g_clear_object (&self->speaker);
  g_clear_object (&self->monitors);
  G_OBJECT_CLASS (desk_present_screens_parent_class)->finalize (object);
}

static void
desk_present_screens_class_init (DeskPresentScreensClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_present_screens_finalize;
  changed_signal = g_signal_new ("changed", DESK_TYPE_PRESENT_SCREENS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_present_screens_init (DeskPresentScreens *self)
{
}
