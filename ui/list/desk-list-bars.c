/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands around the table of a list page: filters above, counts and tools below. */

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "list/desk-list-layout.h"
#include "list/desk-list-menu.h"
#include "list/desk-list-page-private.h"
#include "list/desk-wrap-layout.h"

#define CHOOSER_HEIGHT 420

static GtkWidget *
make_action_button (const char *label,
                    const char *action,
                    const char *style,
                    const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, style);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

/* The button says little, so that the filters have room beside an open record. */
static GtkWidget *
make_new_button (const DeskListSpec *spec)
{
  g_autofree char *tooltip = g_strdup_printf ("%s (Ctrl+N)", _(spec->new_title));
  GtkWidget *button = make_action_button (C_("button", "New"), "list.new", "desk-primary", tooltip);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(spec->new_title), -1);
  return button;
}

GtkWidget *
desk_list_page_make_filter_row (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  parts->filters = DESK_FILTER_BAR (desk_filter_bar_new (parts->spec));
  g_object_set (parts->filters, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  g_signal_connect_object (parts->filters, "changed", G_CALLBACK (desk_list_page_ask), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (row, "desk-filter-row");
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (parts->filters));
  gtk_box_append (GTK_BOX (row), make_new_button (parts->spec));
  return row;
}

GtkWidget *
desk_list_page_make_bin_strip (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  GtkWidget *label = gtk_label_new (_("These records are in the bin: they count nowhere."));

  parts->bin_strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_object_set (label, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_box_append (GTK_BOX (parts->bin_strip), label);
  gtk_box_append (GTK_BOX (parts->bin_strip), make_action_button (_("Take out of the bin"), "list.restore", "flat", NULL));
  gtk_box_append (GTK_BOX (parts->bin_strip), make_action_button (_("Back to the list"), "list.show-bin", "flat", NULL));
  gtk_widget_add_css_class (parts->bin_strip, "desk-bin");
  gtk_widget_set_visible (parts->bin_strip, FALSE);
  return parts->bin_strip;
}

static void
fill_columns (GtkMenuButton *button,
              gpointer       page)
{
  DeskListPageParts *parts = desk_list_page_get_parts (page);
  GtkWidget *popover, *scrolled;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  scrolled = gtk_scrolled_window_new ();
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height", CHOOSER_HEIGHT,
                "child", desk_list_layout_chooser_new (desk_list_view_get_column_view (parts->view)), NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
make_columns_button (DeskListPage *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_columns, self, NULL);
  g_object_set (button, "label", _("Columns"), "has-frame", FALSE, "direction", GTK_ARROW_UP, NULL);
  desk_accessible_name_button (button, NULL);
  return button;
}

/* The columns to sort by are those shown when it opens. */
static void
fill_menu (GtkMenuButton *button,
           gpointer       page)
{
  DeskListPageParts *parts = desk_list_page_get_parts (page);
  g_autoptr(GMenuModel) menu = desk_list_menu_new (parts->spec, desk_list_view_get_column_view (parts->view));

  gtk_menu_button_set_menu_model (button, menu);
}

static GtkWidget *
make_more_button (DeskListPage *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu, self, NULL);
  g_object_set (button, "label", _("More"), "has-frame", FALSE, "direction", GTK_ARROW_UP, NULL);
  desk_accessible_name_button (button, NULL);
  return button;
}

GtkWidget *
desk_list_page_make_status_bar (DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (bar, desk_wrap_layout_new (6));
  parts->count_label = GTK_LABEL (gtk_label_new ("…"));
  parts->match_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (parts->count_label), "desk-heading");
  gtk_widget_add_css_class (GTK_WIDGET (parts->match_label), "desk-dim");
  g_object_set (parts->match_label, "hexpand", TRUE, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "margin-start", 8, NULL);
  gtk_widget_add_css_class (bar, "desk-status");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (parts->count_label));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (parts->match_label));
  if (desk_list_spec_can_chart (parts->spec))
    gtk_box_append (GTK_BOX (bar), make_action_button (_("Chart"), "list.chart", "flat", "Ctrl+G"));
  if (g_str_equal (parts->spec->kind, "inspection"))
    gtk_box_append (GTK_BOX (bar), make_action_button (_("Pick producers…"), "list.visits", "flat", "Ctrl+T"));
  if (g_str_equal (parts->spec->kind, "course"))
    gtk_box_append (GTK_BOX (bar), make_action_button (_("Not reached yet"), "list.unreached", "flat", _("Producers that no course reached")));
  gtk_box_append (GTK_BOX (bar), make_action_button (_("Export…"), "list.export", "flat", "Ctrl+E"));
  gtk_box_append (GTK_BOX (bar), make_action_button (_("Print…"), "list.print", "flat", "Ctrl+P"));
  gtk_box_append (GTK_BOX (bar), make_columns_button (self));
  parts->more_button = GTK_MENU_BUTTON (make_more_button (self));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (parts->more_button));
  return bar;
}

static gboolean
forget_menu (gpointer data)
{
  g_autoptr(GtkWidget) popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* What was chosen in it is only then activated. */
static void
on_menu_closed (GtkWidget *popover)
{
  g_idle_add (forget_menu, g_object_ref (popover));
}

static void
on_secondary_pressed (GtkGesture   *gesture,
                      int           n_press,
                      double        x,
                      double        y,
                      DeskListPage *self)
{
  DeskListPageParts *parts = desk_list_page_get_parts (self);
  g_autoptr(GMenuModel) menu = NULL;
  GtkWidget *popover;

  if (!desk_list_view_select_at (parts->view, x, y))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  menu = desk_list_menu_new (parts->spec, desk_list_view_get_column_view (parts->view));
  popover = gtk_popover_menu_new_from_model (menu);
  g_object_set (popover, "has-arrow", FALSE, "halign", GTK_ALIGN_START, "position", GTK_POS_BOTTOM, NULL);
  gtk_widget_set_parent (popover, GTK_WIDGET (parts->view));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (on_menu_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
desk_list_page_add_context_menu (DeskListPage *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (on_secondary_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (desk_list_page_get_parts (self)->view), GTK_EVENT_CONTROLLER (gesture));
}
