/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-figure-card.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-window.h"

struct _DeskFigureCard
{
  GtkButton parent_instance;

  /* Borrowed references */
  GtkLabel *caption_label;
  GtkLabel *number_label;
  GtkLabel *note_label;
  GtkLabel *change_label;

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

/* Up or down is no praise and no blame: what has expired went up too. */
static char *
dup_change (const DeskFigure *figure)
{
  gint64 change = figure->number - figure->before;
  g_autofree char *number = ocop_number_to_people (ABS (change));

  if (figure->number == 0 && figure->before == 0)
    return g_strdup ("");
  if (change == 0)
    return g_strdup (_("as on the same day last year"));
  /* Translators: against the same day of the year before */
  return g_strdup_printf (change > 0 ? _("▲ %s on last year") : _("▼ %s on last year"), number);
}

/* The arrows are for the eye alone. */
static char *
dup_change_reading (const DeskFigure *figure)
{
  g_autofree char *before = ocop_number_to_people (figure->before);

  return g_strdup_printf (_("%s on the same day last year"), before);
}

void
desk_figure_card_set (DeskFigureCard   *self,
                      const DeskFigure *figure)
{
  g_autofree char *text = ocop_number_to_people (figure->number);
  g_autofree char *change = dup_change (figure);
  g_autofree char *reading = dup_change_reading (figure);
  g_autofree char *name = g_strdup_printf ("%s: %s, %s, %s", gtk_label_get_label (self->caption_label), text, figure->note, reading);

  gtk_label_set_label (self->number_label, text);
  gtk_label_set_label (self->note_label, figure->note);
  gtk_label_set_label (self->change_label, change);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->change_label), reading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (figure->calls_for_action && figure->number > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->number_label), "desk-warn");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->number_label), "desk-warn");
  g_clear_pointer (&self->query, ocop_query_free);
  self->query = ocop_query_copy (figure->query);
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
  self->change_label = new_label ("desk-subtitle");
  gtk_label_set_ellipsize (self->number_label, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->note_label), GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (GTK_WIDGET (self->number_label), GTK_ALIGN_BASELINE);

  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->number_label));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->note_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->caption_label));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->change_label));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk-card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk-figure-card");
}
