/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-drop-down.h"

#include <glib/gi18n.h>

#include "desk-each-widget.h"

/* (nullable): the first of that type within, depth first. */
static GtkWidget *
find_within (GtkWidget *widget,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_within (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The focus that a list gives itself is the row it last had. A list so short has a widget for each row. */
static gboolean
focus_row (GtkWidget *list,
           guint      position)
{
  GtkWidget *row = gtk_widget_get_first_child (list);

  for (guint i = 0; row != NULL && i < position; i++)
    row = gtk_widget_get_next_sibling (row);
  return row != NULL && gtk_widget_grab_focus (row);
}

/* What was pressed since it opened, until its list has been painted: who knows the list types ahead of it. */
typedef struct
{
  int steps;
  gboolean accepted;
} Ahead;

static Ahead *
get_ahead (GtkDropDown *drop_down)
{
  return g_object_get_data (G_OBJECT (drop_down), "desk-ahead");
}

static void
set_ahead (GtkDropDown *drop_down,
           Ahead       *ahead)
{
  g_object_set_data_full (G_OBJECT (drop_down), "desk-ahead", ahead, g_free);
}

static gboolean
on_key_ahead (GtkDropDown     *drop_down,
              guint            key,
              guint            code,
              GdkModifierType  modifiers)
{
  Ahead *ahead = get_ahead (drop_down);

  if (ahead == NULL || ahead->accepted)
    return FALSE;
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    ahead->steps++;
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    ahead->steps--;
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    ahead->accepted = TRUE;
  else
    return FALSE;
  return TRUE;
}

static void
begin_at_chosen (GtkDropDown *drop_down,
                 GtkWidget   *list)
{
  const Ahead *ahead = get_ahead (drop_down);
  int last = (int) g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)) - 1;
  guint chosen = gtk_drop_down_get_selected (drop_down);

  if (chosen == GTK_INVALID_LIST_POSITION)
    return;
  if (ahead != NULL)
    chosen = (guint) CLAMP ((int) chosen + ahead->steps, 0, last);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", chosen);
  if (!gtk_drop_down_get_enable_search (drop_down))
    focus_row (list, chosen);
  if (ahead != NULL && ahead->accepted)
    gtk_widget_activate_action (list, "list.activate-item", "u", chosen);
}

/* The list knows its rows only once they have a place. */
static void
on_painted (GtkWidget     *list,
            GdkFrameClock *frames)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (gtk_widget_get_ancestor (list, GTK_TYPE_DROP_DOWN));

  if (gtk_widget_get_height (list) == 0)
    return;
  g_signal_handlers_disconnect_by_func (frames, on_painted, list);
  begin_at_chosen (drop_down, list);
  set_ahead (drop_down, NULL);
}

static void
on_open (GtkWidget *popover)
{
  GtkWidget *list = find_within (popover, GTK_TYPE_LIST_VIEW);
  GdkFrameClock *frames = list != NULL ? gtk_widget_get_frame_clock (list) : NULL;
  GtkDropDown *drop_down;

  if (frames == NULL)
    return;
  g_signal_handlers_disconnect_by_func (frames, on_painted, list);
  g_signal_connect_object (frames, "after-paint", G_CALLBACK (on_painted), list, G_CONNECT_SWAPPED);
  drop_down = GTK_DROP_DOWN (gtk_widget_get_ancestor (list, GTK_TYPE_DROP_DOWN));
  set_ahead (drop_down, gtk_drop_down_get_enable_search (drop_down) ? NULL : g_new0 (Ahead, 1));
}

static void
on_closed (GtkDropDown *drop_down)
{
  set_ahead (drop_down, NULL);
}

/* From the search, while nothing is searched for, the arrows go on from what is chosen. */
static gboolean
on_search_key (GtkDropDown           *drop_down,
               guint                  key,
               guint                  code,
               GdkModifierType        modifiers,
               GtkEventControllerKey *keys)
{
  GtkWidget *search = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  GtkWidget *list = find_within (gtk_widget_get_ancestor (search, GTK_TYPE_POPOVER), GTK_TYPE_LIST_VIEW);
  guint chosen = gtk_drop_down_get_selected (drop_down);
  gboolean down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;

  if (chosen == GTK_INVALID_LIST_POSITION || list == NULL || *gtk_editable_get_text (GTK_EDITABLE (search)) != '\0'
      || !(down || key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    return FALSE;
  if (down)
    return focus_row (list, chosen + 1) || focus_row (list, chosen);
  return focus_row (list, chosen > 0 ? chosen - 1 : 0);
}

static void
prepare_search (GtkDropDown *drop_down,
                GtkWidget   *search)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_search_key), drop_down, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (search, keys);
  g_object_set (search, "placeholder-text", _("Search"), NULL);
}

static void
prepare_list (GtkWidget *drop_down,
              GtkWidget *popover)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_ahead), drop_down, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (drop_down, keys);
  g_signal_connect_after (popover, "show", G_CALLBACK (on_open), NULL);
  g_signal_connect_object (popover, "hide", G_CALLBACK (on_closed), drop_down, G_CONNECT_SWAPPED);
}

static void
prepare (GtkWidget *drop_down)
{
  GtkWidget *popover = find_within (drop_down, GTK_TYPE_POPOVER);
  GtkWidget *search = popover != NULL ? find_within (popover, GTK_TYPE_SEARCH_ENTRY) : NULL;

  if (popover != NULL)
    prepare_list (drop_down, popover);
  if (search != NULL)
    prepare_search (GTK_DROP_DOWN (drop_down), search);
}

void
desk_drop_down_start (void)
{
  desk_each_widget (GTK_TYPE_DROP_DOWN, prepare);
}
