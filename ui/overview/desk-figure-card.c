/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-figure-card.h"

#include "base/ocop-number.h"
#include "desk-window.h"

struct _DeskFigureCard
{
  GtkButton parent_instance;

  /* Borrowed references */
  GtkLabel *caption_label;
  GtkLabel *number_label;
  GtkLabel *note_label;

  OcopQuery *query;
};

enum
{
  PROP_0,
  PROP_CAPTION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (DeskFigureCard, desk_figure_card, GTK_TYPE_BUTTON)

static GParamSpec *properties[N_PROPS];

void
desk_figure_card_set (DeskFigureCard  *self,
                      gint64           number,
                      const char      *note,
                      gboolean         calls_for_action,
                      const OcopQuery *query)
{
  g_autofree char *text = ocop_number_to_people (number);
  g_autofree char *name = g_strdup_printf ("%s: %s, %s", gtk_label_get_label (self->caption_label), text, note);

  gtk_label_set_label (self->number_label, text);
  gtk_label_set_label (self->note_label, note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (calls_for_action && number > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->number_label), "desk-warn");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->number_label), "desk-warn");
  g_clear_pointer (&self->query, ocop_query_free);
  self->query = ocop_query_copy (query);
}

static void
desk_figure_card_clicked (GtkButton *button)
{
  DeskFigureCard *self = DESK_FIGURE_CARD (button);

  if (self->query != NULL)
    desk_window_show_query (desk_window_of (GTK_WIDGET (self)), self->query);
}

static void
desk_figure_card_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_string (value, gtk_label_get_label (DESK_FIGURE_CARD (object)->caption_label));
}

static void
desk_figure_card_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  gtk_label_set_label (DESK_FIGURE_CARD (object)->caption_label, g_value_get_string (value));
}

static void
desk_figure_card_finalize (GObject *object)
{
  g_clear_pointer (&DESK_FIGURE_CARD (object)->query, ocop_query_free);
  G_OBJECT_CLASS (desk_figure_card_parent_class)->finalize (object);
}

static void
desk_figure_card_class_init (DeskFigureCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_figure_card_get_property;
  object_class->set_property = desk_figure_card_set_property;
  object_class->finalize = desk_figure_card_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = desk_figure_card_clicked;

  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkLabel *
new_label (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static void
desk_figure_card_init (DeskFigureCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->caption_label = new_label ("desk-subtitle");
  self->number_label = new_label ("desk-figure");
  self->note_label = new_label ("desk-small");
  gtk_label_set_ellipsize (self->number_label, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->note_label), GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (GTK_WIDGET (self->number_label), GTK_ALIGN_BASELINE);

  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->number_label));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->note_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->caption_label));
  gtk_box_append (GTK_BOX (box), line);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk-card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk-figure-card");
}
