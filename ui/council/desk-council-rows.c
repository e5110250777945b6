/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-council-rows.h"

void
desk_council_rows_fit (GtkListBox *list,
                       guint       n)
{
  GtkListBoxRow *row;
  guint n_rows = 0;

  while ((row = gtk_list_box_get_row_at_index (list, (int) n)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  while (gtk_list_box_get_row_at_index (list, (int) n_rows) != NULL)
    n_rows++;
  for (; n_rows < n; n_rows++)
    gtk_list_box_append (list, gtk_list_box_row_new ());
}

static void
add_words (GtkWidget  *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

void
desk_council_row_show (GtkListBoxRow *row,
                       const char    *number,
                       const char    *title,
                       const char    *facts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (number != NULL)
    {
      GtkWidget *label = gtk_label_new (number);

      gtk_label_set_width_chars (GTK_LABEL (label), 2);
      gtk_widget_add_css_class (label, "desk-dim");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_hexpand (words, TRUE);
  add_words (words, title, "desk-heading");
  add_words (words, facts, "desk-subtitle");
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (row, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}
