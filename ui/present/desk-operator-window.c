/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/desk-operator-window.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "present/desk-audience-window.h"
#include "present/desk-present-screens.h"
#include "present/desk-present-view.h"
#include "present/desk-stopwatch.h"

struct _DeskOperatorWindow
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkWidget *swap_button;
  GtkDropDown *screen_choice;
  GtkListBox *page_list;
  GtkBox *shown_box;
  GtkBox *next_box;
  GtkLabel *number_label;
  GtkLabel *cover_label;
  GtkLabel *notes_label;
  GtkLabel *watch_label;
  GtkButton *watch_button;
  GtkLabel *clock_label;
  GtkCheckButton *masked_check;
  GtkCheckButton *live_check;
  GtkLabel *figures_label;

  /* Owned references */
  DeskPresentation *show;
  DeskPresentScreens *screens;

  /* Borrowed references */
  DeskAudienceWindow *audience;
  GtkWidget *view; /* of the page that is shown */
  GtkWindow *from; /* (nullable): weak: where the show was begun */

  DeskStopwatch watch;
  guint clock_source;
};

G_DEFINE_FINAL_TYPE (DeskOperatorWindow, desk_operator_window, GTK_TYPE_WINDOW)

/* What is shown */

static void
show_number (DeskOperatorWindow *self)
{
  guint n = ocop_slides_layout_n_pages (desk_presentation_get_layout (self->show));
  guint page = desk_presentation_get_page (self->show) + 1;
  guint typed = desk_presentation_get_typed (self->show);
  /* Translators: which page of how many, and the number of the one to go to, which is being typed */
  g_autofree char *text = typed > 0 ? g_strdup_printf (_("%u/%u → %u, Enter"), page, n, typed) : g_strdup_printf ("%u/%u", page, n);

  gtk_label_set_label (self->number_label, text);
}

static void
scroll_to_row (DeskOperatorWindow *self,
               GtkListBoxRow      *row)
{
  GtkAdjustment *vertical = gtk_list_box_get_adjustment (self->page_list);
  graphene_rect_t bounds;

  if (row != NULL && vertical != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->page_list), &bounds))
    gtk_adjustment_clamp_page (vertical, (double) bounds.origin.y, (double) (bounds.origin.y + bounds.size.height));
}

static void
show_page (DeskOperatorWindow *self)
{
  guint page = desk_presentation_get_page (self->show);
  DeskCover cover = desk_presentation_get_cover (self->show);
  g_autofree char *words = ocop_slides_layout_dup_words (desk_presentation_get_layout (self->show), page);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->page_list, (int) page);

  show_number (self);
  gtk_label_set_label (self->notes_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->cover_label), cover != DESK_COVER_NONE);
  gtk_label_set_label (self->cover_label, cover == DESK_COVER_BLACK ? _("Black screen") : _("White screen"));
  gtk_list_box_select_row (self->page_list, row);
  scroll_to_row (self, row);
}

static void
show_figures (DeskOperatorWindow *self)
{
  g_autofree char *text = desk_presentation_dup_time (self->show);

  gtk_label_set_label (self->figures_label, text);
}

static void
add_row (DeskOperatorWindow *self,
         guint               page)
{
  const char *title = ocop_slides_layout_get_title (desk_presentation_get_layout (self->show), page);
  g_autofree char *text = g_strdup_printf ("%u. %s", page + 1, title);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 22, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (self->page_list, row);
}

static void
show_slides (DeskOperatorWindow *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->page_list, 0)) != NULL)
    gtk_list_box_remove (self->page_list, GTK_WIDGET (row));
  for (guint i = 0; i < ocop_slides_layout_n_pages (desk_presentation_get_layout (self->show)); i++)
    add_row (self, i);
  gtk_widget_set_sensitive (GTK_WIDGET (self->masked_check), desk_presentation_is_of_people (self->show));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->masked_check),
                               desk_presentation_is_of_people (self->show) ? _("The audience reads “Member 1” where a chart names somebody")
                                                                           : _("None of these slides names a person"));
  show_page (self);
}

static void
on_failed (DeskOperatorWindow *self,
           const GError       *error)
{
  g_autofree char *text = g_strdup_printf (_("The figures could not be read again: %s"), error->message);

  gtk_label_set_label (self->figures_label, text);
}

/* The time */

static void
show_time (DeskOperatorWindow *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = g_date_time_format (now, "%H:%M");
  g_autofree char *watch = desk_stopwatch_to_text (&self->watch, g_get_monotonic_time ());

  gtk_label_set_label (self->clock_label, clock);
  gtk_label_set_label (self->watch_label, watch);
  gtk_button_set_label (self->watch_button, self->watch.since != 0 ? _("Stop the Time") : _("Start the Time"));
}

static gboolean
on_second (gpointer data)
{
  show_time (data);
  return G_SOURCE_CONTINUE;
}

static void
watch_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DeskOperatorWindow *self = DESK_OPERATOR_WINDOW (widget);
  gint64 now = g_get_monotonic_time ();

  if (g_str_equal (action, "present.watch-reset"))
    desk_stopwatch_reset (&self->watch, now);
  else if (self->watch.since != 0)
    desk_stopwatch_stop (&self->watch, now);
  else
    desk_stopwatch_start (&self->watch, now);
  show_time (self);
}

/* The monitors */

static void
on_screen_chosen (DeskOperatorWindow *self)
{
  if (self->audience == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->screen_choice)))
    return;
  desk_present_screens_choose (self->screens, gtk_drop_down_get_selected (self->screen_choice));
  desk_audience_window_set_monitor (self->audience, desk_present_screens_get_audience (self->screens));
}

/* There is a choice when there are more than two. */
static void
offer_monitors (DeskOperatorWindow *self)
{
  g_auto(GStrv) names = desk_present_screens_dup_names (self->screens);
  g_autoptr(GtkStringList) list = gtk_string_list_new ((const char * const *) names);

  gtk_widget_set_visible (GTK_WIDGET (self->screen_choice), FALSE);
  gtk_drop_down_set_model (self->screen_choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->screen_choice, desk_present_screens_get_chosen (self->screens));
  gtk_widget_set_visible (GTK_WIDGET (self->screen_choice), g_strv_length (names) > 1);
}

/* Where each has a monitor of its own, both fill it. */
static void
place_windows (DeskOperatorWindow *self)
{
  GdkMonitor *speaker = desk_present_screens_get_speaker (self->screens);
  gboolean apart = desk_present_screens_are_apart (self->screens);

  offer_monitors (self);
  gtk_widget_set_visible (self->swap_button, apart);
  if (speaker == NULL)
    return;
  desk_audience_window_set_monitor (self->audience, desk_present_screens_get_audience (self->screens));
  if (apart)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), speaker);
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

/* Whatever was unplugged, the speaker has his window before him. */
static void
on_screens_changed (DeskOperatorWindow *self)
{
  if (self->audience == NULL)
    return;
  place_windows (self);
  gtk_window_present (GTK_WINDOW (self));
}

/* Commands */

static const struct
{
  const char *action;
  DeskPresentCommand command;
} commands[] = {
  { "present.forth", DESK_PRESENT_FORTH },
  { "present.back", DESK_PRESENT_BACK },
  { "present.black", DESK_PRESENT_BLACK },
  { "present.white", DESK_PRESENT_WHITE },
  { "present.switch", DESK_PRESENT_SWITCH },
  { "present.swap", DESK_PRESENT_SWAP },
  { "present.end", DESK_PRESENT_END },
};

static void
command_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].action, action))
      desk_presentation_command (DESK_OPERATOR_WINDOW (widget)->show, commands[i].command);
}

static void
end_show (DeskOperatorWindow *self)
{
  DeskAudienceWindow *audience = g_steal_pointer (&self->audience);

  if (audience == NULL)
    return;
  gtk_window_destroy (GTK_WINDOW (audience));
  if (self->from != NULL && gtk_widget_get_visible (GTK_WIDGET (self->from)))
    gtk_window_present (self->from);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_commanded (DeskOperatorWindow *self,
              guint               command)
{
  if (command == DESK_PRESENT_END)
    end_show (self);
  else if (command == DESK_PRESENT_SWAP)
    desk_present_screens_swap (self->screens);
  else if (command == DESK_PRESENT_SWITCH && gtk_window_is_active (GTK_WINDOW (self->audience)))
    gtk_window_present (GTK_WINDOW (self));
  else
    {
      if (command == DESK_PRESENT_FULL_SCREEN)
        desk_audience_window_toggle_filled (self->audience);
      gtk_window_present (GTK_WINDOW (self->audience));
    }
}

static void
on_row_activated (DeskOperatorWindow *self,
                  GtkListBoxRow      *row)
{
  desk_presentation_set_page (self->show, (guint) gtk_list_box_row_get_index (row));
  gtk_widget_grab_focus (self->view);
}

/* What pops up has its own keys; so has, of those that move, whatever Tab went to. */
static gboolean
on_key (DeskOperatorWindow *self,
        guint               key,
        guint               code,
        GdkModifierType     state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_apart = focus != NULL && focus != self->view;

  if (is_apart && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return FALSE;
  if (is_apart && desk_present_keys_moves (key) && desk_presentation_get_typed (self->show) == 0)
    return FALSE;
  return desk_presentation_take_key (self->show, key, state);
}

/* Before what has the focus takes some of them. */
static void
add_keys (DeskOperatorWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static gboolean
desk_operator_window_close_request (GtkWindow *window)
{
  end_show (DESK_OPERATOR_WINDOW (window));
  return TRUE;
}

/* Building */

static void
add_views (DeskOperatorWindow *self)
{
  GtkWidget *next = desk_present_view_new (self->show, 1, FALSE);

  self->view = desk_present_view_new (self->show, 0, FALSE);
  gtk_widget_set_focusable (self->view, TRUE);
  gtk_widget_add_css_class (self->view, "desk-present-shown");
  desk_audience_window_add_mouse (self->view, self->show);
  gtk_box_insert_child_after (self->shown_box, self->view, gtk_widget_get_first_child (GTK_WIDGET (self->shown_box)));
  gtk_widget_set_size_request (next, 340, 192);
  g_object_set (next, "hexpand", FALSE, "vexpand", FALSE, NULL);
  gtk_box_insert_child_after (self->next_box, next, gtk_widget_get_first_child (GTK_WIDGET (self->next_box)));
}

static void
connect_show (DeskOperatorWindow *self)
{
  g_signal_connect_object (self->show, "turned", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "replaced", G_CALLBACK (show_slides), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "told", G_CALLBACK (show_figures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "commanded", G_CALLBACK (on_commanded), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->show, "masked", self->masked_check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self->show, "live", self->live_check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
open_audience (DeskOperatorWindow *self,
               GtkWindow          *from)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (from));

  self->screens = desk_present_screens_new (display, gdk_display_get_monitor_at_surface (display, gtk_native_get_surface (GTK_NATIVE (from))));
  self->audience = desk_audience_window_new (gtk_window_get_application (from), self->show);
  g_signal_connect_object (self->screens, "changed", G_CALLBACK (on_screens_changed), self, G_CONNECT_SWAPPED);
  place_windows (self);
}

void
desk_operator_window_open (GtkWindow        *from,
                           DeskPresentation *show)
{
  g_autofree char *title = g_strdup_printf (_("Presenting: %s"), desk_presentation_get_title (show));
  DeskOperatorWindow *self = g_object_new (DESK_TYPE_OPERATOR_WINDOW, "application", gtk_window_get_application (from), "title", title, NULL);

  self->show = g_object_ref (show);
  g_set_weak_pointer (&self->from, from);
  add_views (self);
  connect_show (self);
  open_audience (self, from);
  g_signal_connect_object (from, "destroy", G_CALLBACK (end_show), self, G_CONNECT_SWAPPED);
  show_slides (self);
  show_figures (self);
  desk_stopwatch_start (&self->watch, g_get_monotonic_time ());
  show_time (self);
  self->clock_source = g_timeout_add_seconds (1, on_second, self);
  gtk_widget_grab_focus (self->view);
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self->audience));
  /* Some window managers put a new window where they like, whatever it asked for. */
  place_windows (self);
  /* Where each has a monitor of its own, the keys go to the speaker's. */
  if (desk_present_screens_are_apart (self->screens))
    gtk_window_present (GTK_WINDOW (self));
}

static void
desk_operator_window_dispose (GObject *object)
{
  DeskOperatorWindow *self = DESK_OPERATOR_WINDOW (object);

  g_clear_handle_id (&self->clock_source, g_source_remove);
  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->screens);
  g_clear_object (&self->show);
  G_OBJECT_CLASS (desk_operator_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/present/desk-operator-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, swap_button);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, screen_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, shown_box);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, next_box);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, number_label);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, cover_label);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, notes_label);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, watch_label);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, watch_button);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, clock_label);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, masked_check);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, live_check);
  gtk_widget_class_bind_template_child (widget_class, DeskOperatorWindow, figures_label);
  gtk_widget_class_bind_template_callback (widget_class, on_screen_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
desk_operator_window_class_init (DeskOperatorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_operator_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = desk_operator_window_close_request;
  bind_template (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (widget_class, commands[i].action, NULL, command_activated);
  gtk_widget_class_install_action (widget_class, "present.watch", NULL, watch_activated);
  gtk_widget_class_install_action (widget_class, "present.watch-reset", NULL, watch_activated);
}

static void
desk_operator_window_init (DeskOperatorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_accessible_name_button (GTK_WIDGET (self->screen_choice), _("Where the audience looks"));
  add_keys (self);
}
