/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-gap-card.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-window.h"
#include "list/desk-wrap-layout.h"
#include "overview/desk-overview-data.h"

#define SPACING 6

struct _DeskGapCard
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (DeskGapCard, desk_gap_card, GTK_TYPE_BOX)

static void
on_gap_clicked (GtkButton     *button,
                const DeskGap *gap)
{
  desk_window_show_query (desk_window_of (GTK_WIDGET (button)), gap->query);
}

static GtkWidget *
new_gap_button (const DeskGap *gap)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *number = ocop_number_to_people (gap->number);
  /* Translators: what is not known of which records: "Product: criteria set" */
  g_autofree char *what = g_strdup_printf (_("%1$s: %2$s"), _(gap->kind->title), _(gap->field->title));
  g_autofree char *name = g_strdup_printf ("%s, %s", what, number);
  GtkWidget *number_label = gtk_label_new (number);

  gtk_widget_add_css_class (number_label, "desk-gap-number");
  gtk_box_append (GTK_BOX (box), gtk_label_new (_(gap->field->title)));
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "desk-gap");
  gtk_widget_set_tooltip_text (button, _("Show the records that lack it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_gap_clicked), (gpointer) gap);
  return button;
}

/* The first thing on a line is whose fields the others are. */
static GtkWidget *
new_line (const OcopKind *kind,
          GtkSizeGroup   *titles)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = gtk_label_new (_(kind->title));

  gtk_widget_set_layout_manager (line, desk_wrap_layout_new (SPACING));
  gtk_widget_add_css_class (title, "desk-gap-kind");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_size_group_add_widget (titles, title);
  gtk_box_append (GTK_BOX (line), title);
  return line;
}

void
desk_gap_card_show (DeskGapCard *self,
                    GPtrArray   *gaps)
{
  g_autoptr(GtkSizeGroup) titles = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  const OcopKind *kind = NULL;
  GtkWidget *line = NULL;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, line);
  for (guint i = 0; i < gaps->len; i++)
    {
      const DeskGap *gap = gaps->pdata[i];

      if (gap->kind != kind)
        {
          kind = gap->kind;
          line = new_line (kind, titles);
          gtk_box_append (self->lines, line);
        }
      gtk_box_append (GTK_BOX (line), new_gap_button (gap));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gaps->len > 0);
}

static void
desk_gap_card_class_init (DeskGapCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/overview/desk-gap-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskGapCard, lines);
}

static void
desk_gap_card_init (DeskGapCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
