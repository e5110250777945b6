/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-brief-card.h"

#include <glib/gi18n.h>

#include "desk-window.h"
#include "overview/desk-brief-text.h"

struct _DeskBriefCard
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *label;

  /* Borrowed references */
  const OcopBrief *brief;
};

G_DEFINE_FINAL_TYPE (DeskBriefCard, desk_brief_card, GTK_TYPE_BOX)

static gboolean
on_figure_link (DeskBriefCard *self,
                const char    *name)
{
  desk_window_show_query (desk_window_of (GTK_WIDGET (self)), ocop_brief_get (self->brief, name)->query);
  return TRUE;
}

static void
on_copy_clicked (DeskBriefCard *self)
{
  desk_brief_text_copy (self->brief, gtk_widget_get_clipboard (GTK_WIDGET (self)));
  desk_window_say (desk_window_of (GTK_WIDGET (self)), _("Copied: paste it into a document"));
}

void
desk_brief_card_show (DeskBriefCard   *self,
                      const OcopBrief *brief)
{
  g_autofree char *markup = brief != NULL ? desk_brief_text_to_markup (brief) : NULL;

  self->brief = brief;
  gtk_label_set_markup (self->label, markup != NULL ? markup : "");
}

static void
desk_brief_card_class_init (DeskBriefCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/overview/desk-brief-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskBriefCard, label);
  gtk_widget_class_bind_template_callback (widget_class, on_figure_link);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
}

static void
desk_brief_card_init (DeskBriefCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
