/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-column-heads.h"

/* GTK 4.8 gives no way to the widget of a title but to look for it. */
static GtkLabel *
find_label (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *label = GTK_IS_LABEL (child) ? GTK_LABEL (child) : find_label (child);

      if (label != NULL)
        return label;
    }
  return NULL;
}

void
desk_column_heads_align_end (GtkColumnViewColumn *column)
{
  GtkColumnView *view = gtk_column_view_column_get_column_view (column);
  GtkWidget *heads = view != NULL ? gtk_widget_get_first_child (GTK_WIDGET (view)) : NULL;

  for (GtkWidget *head = heads != NULL ? gtk_widget_get_first_child (heads) : NULL; head != NULL; head = gtk_widget_get_next_sibling (head))
    {
      GtkLabel *label = find_label (head);

      if (label != NULL && g_strcmp0 (gtk_label_get_label (label), gtk_column_view_column_get_title (column)) == 0)
        g_object_set (label, "hexpand", TRUE, "xalign", 1.0, "justify", GTK_JUSTIFY_RIGHT, NULL);
    }
}
