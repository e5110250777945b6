/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-accessible-name.h"

#include <string.h>

/* "Ballots" of "_Ballots". */
static char *
dup_label (GtkMenuButton *button)
{
  char *label = g_strdup (gtk_menu_button_get_label (button));
  char *underline = label != NULL && gtk_menu_button_get_use_underline (button) ? strchr (label, '_') : NULL;

  if (underline != NULL)
    memmove (underline, underline + 1, strlen (underline));
  return label;
}

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
desk_accessible_name_button (GtkWidget  *button,
                             const char *name)
{
  g_autofree char *said = name != NULL ? g_strdup (name) : dup_label (GTK_MENU_BUTTON (button));

  set_name (button, said);
  set_name (gtk_widget_get_first_child (button), said);
}

void
desk_accessible_name_column_view (GtkColumnView *view,
                                  const char    *name)
{
  set_name (GTK_WIDGET (view), name);
  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (view)); part != NULL; part = gtk_widget_get_next_sibling (part))
    if (GTK_IS_LIST_VIEW (part))
      set_name (part, name);
}
