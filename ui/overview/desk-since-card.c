/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-since-card.h"

#include <glib/gi18n.h>

#include "desk-window.h"
#include "report/ocop-since.h"

/* So many rows are seen at once, of so many pixels; a row that is cut tells that more follow. */
#define ROWS 3
#define ROW_HEIGHT 31

struct _DeskSinceCard
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *day_label;
  GtkScrolledWindow *scrolled;
  GtkListBox *list_box;
};

G_DEFINE_FINAL_TYPE (DeskSinceCard, desk_since_card, GTK_TYPE_BOX)

static void
on_row_activated (DeskSinceCard *self,
                  GtkListBoxRow *row)
{
  desk_window_show_query (desk_window_of (GTK_WIDGET (self)), g_object_get_data (G_OBJECT (row), "query"));
}

static GtkWidget *
new_row (const OcopSinceLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (line->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), line->query != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line->text, -1);
  if (line->query == NULL)
    return row;
  gtk_widget_add_css_class (label, "desk-link");
  gtk_widget_set_tooltip_text (row, _("Show these records"));
  g_object_set_data_full (G_OBJECT (row), "query", ocop_query_copy (line->query), (GDestroyNotify) ocop_query_free);
  return row;
}

void
desk_since_card_show (DeskSinceCard   *self,
                      const GPtrArray *lines,
                      OcopDate         day)
{
  g_autofree char *text = ocop_date_to_people (day);
  /* Translators: the day of the last visit */
  g_autofree char *on = g_strdup_printf (_("on %s"), text);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (self->list_box, new_row (lines->pdata[i]));
  gtk_label_set_label (self->day_label, on);
  gtk_scrolled_window_set_min_content_height (self->scrolled, lines->len > ROWS ? ROW_HEIGHT * ROWS + ROW_HEIGHT / 2
                                                                                : ROW_HEIGHT * (int) lines->len);
  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0 && ocop_date_is_known (day));
}

static void
desk_since_card_class_init (DeskSinceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/overview/desk-since-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSinceCard, day_label);
  gtk_widget_class_bind_template_child (widget_class, DeskSinceCard, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DeskSinceCard, list_box);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
desk_since_card_init (DeskSinceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
