/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/desk-score-text.h"

const char *
desk_score_stars (guint star)
{
  static const char five[] = "★★★★★";
  static const gsize one = sizeof "★" - 1;

  return five + (5 - MIN (star, 5)) * one;
}

GtkLabel *
desk_score_new_text (const char *text,
                     const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 36, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

GtkLabel *
desk_score_add_text (GtkBox     *box,
                     const char *text,
                     const char *style)
{
  GtkLabel *label = desk_score_new_text (text, style);

  gtk_box_append (box, GTK_WIDGET (label));
  return label;
}

void
desk_score_show_text (GtkLabel   *label,
                      const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

char *
desk_score_join_lines (GPtrArray *lines)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (lines, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
