/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-accessible-name.h"

#include <string.h>

#include "desk-each-widget.h"

char *
desk_accessible_name_dup (const char *label)
{
  char *copy = g_strdup (label);
  char *underline = copy != NULL ? strchr (copy, '_') : NULL;

  if (underline != NULL)
    memmove (underline, underline + 1, strlen (underline));
  return copy;
}

static char *
dup_label (const char *label,
           gboolean    use_underline)
{
  return use_underline ? desk_accessible_name_dup (label) : g_strdup (label);
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
  GtkWidget *inner = gtk_widget_get_first_child (button);
  g_autofree char *said = name != NULL ? g_strdup (name) : dup_label (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)),
                                                                      gtk_menu_button_get_use_underline (GTK_MENU_BUTTON (button)));

  set_name (button, said);
  set_name (inner, said);
  /* Its label would be said after its name. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
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

void
desk_accessible_name_append_tab (GtkNotebook *notebook,
                                 GtkWidget   *child,
                                 const char  *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_notebook_append_page (notebook, child, label);
  set_name (gtk_widget_get_parent (label), title);
}

/* The label within a button with a mnemonic names it already. */
static void
say_label (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);

  if (label != NULL && gtk_button_get_use_underline (button) && strchr (label, '_') != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
prepare (GtkWidget *button)
{
  g_signal_connect (button, "notify::label", G_CALLBACK (say_label), NULL);
  say_label (GTK_BUTTON (button));
}

void
desk_accessible_name_start (void)
{
  desk_each_widget (GTK_TYPE_BUTTON, prepare);
}
