/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-form-bar.h"

#include <glib/gi18n.h>

static GtkWidget *
make_button (const char *label,
             const char *action,
             const char *tooltip,
             const char *style)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  return button;
}

GtkWidget *
desk_form_bar_new (const OcopKind *kind)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (bar, "desk-form-bar");
  gtk_box_append (GTK_BOX (bar), make_button (_("Save"), "form.save", _("Save (Ctrl+S)"), "desk-primary"));
  gtk_box_append (GTK_BOX (bar), make_button (_("Save, next"), "form.save-next", _("Save and go to the next (Ctrl+Enter)"), NULL));
  gtk_box_append (GTK_BOX (bar), make_button (_("Revert"), "form.revert", _("Back to what is saved (Esc)"), NULL));
  if (g_str_equal (kind->name, "product"))
    gtk_box_append (GTK_BOX (bar), make_button (_("Begin a dossier…"), "list.dossier", "Ctrl+M", "desk-at-end"));
  if (g_str_equal (kind->name, "dossier"))
    gtk_box_append (GTK_BOX (bar), make_button (_("Move on…"), "list.dossier", _("Move the dossier on (Ctrl+M)"), "desk-at-end"));
  return bar;
}
