/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-checklist-menu.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"

static GMenuModel *
make_menu (void)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) states = g_menu_new ();
  g_autoptr(GMenu) papers = g_menu_new ();
  g_autoptr(GMenu) files = g_menu_new ();

  g_menu_append (states, _("Handed in (1)"), "document.mark::handed-in");
  g_menu_append (states, _("Missing (2)"), "document.mark::missing");
  g_menu_append (states, _("Not needed (3)"), "document.mark::not-needed");
  g_menu_append (states, _("To be renewed (4)"), "document.mark::renew");
  g_menu_append (papers, _("Number and days (Enter)"), "document.edit");
  g_menu_append (papers, _("All of it… (Alt+Enter)"), "document.details");
  g_menu_append (files, _("Choose a file…"), "document.choose");
  g_menu_append (files, _("Look at the file (F3)"), "document.view");
  g_menu_append (files, _("Open with another program (F4)"), "document.open");
  g_menu_append (files, _("Remove the file (Del)"), "document.detach");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* Made when it is first asked for: there are many rows. */
static void
create_menu (GtkMenuButton *button,
             gpointer       data)
{
  g_autoptr(GMenuModel) menu = make_menu ();

  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (menu));
}

GtkWidget *
desk_checklist_menu_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  g_object_set (button, "icon-name", "desk-menu-symbolic", "has-frame", FALSE, "valign", GTK_ALIGN_START, "focusable", FALSE, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_menu, NULL, NULL);
  desk_accessible_name_button (button, _("More"));
  return button;
}
