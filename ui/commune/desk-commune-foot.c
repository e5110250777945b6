/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-commune-foot.h"

#include <glib/gi18n.h>

GtkWidget *
desk_commune_foot_new (GtkLabel **chosen)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const struct { const char *label, *action; } buttons[] = {
    { _("Take _All but Conflicts"), "communes.take-all" },
    { _("Conflicts _Too"), "communes.take-conflicts" },
    { _("_None"), "communes.take-none" },
  };

  *chosen = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (*chosen, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (*chosen));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (buttons[i].label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_box_append (GTK_BOX (foot), button);
    }
  g_object_set (foot, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 8, NULL);
  return foot;
}
