/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-empty.h"

GtkWidget *
desk_list_empty_new (const char *title,
                     const char *text,
                     const char *label,
                     const char *action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title_label = gtk_label_new (title);
  GtkWidget *text_label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (title_label, "desk-title");
  gtk_widget_add_css_class (text_label, "desk-dim");
  g_object_set (text_label, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "max-width-chars", 60, NULL);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "desk-primary");
  g_object_set (button, "halign", GTK_ALIGN_CENTER, "margin-top", 8, NULL);
  g_object_set (box, "valign", GTK_ALIGN_CENTER, "halign", GTK_ALIGN_CENTER, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), title_label);
  gtk_box_append (GTK_BOX (box), text_label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}
