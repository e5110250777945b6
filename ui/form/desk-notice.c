/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-notice.h"

struct _DeskNotice
{
  GtkWidget parent_instance;

  GtkWidget *content;   /* (nullable) */
  GtkWidget *buttons;   /* (nullable): in @content */
};

G_DEFINE_FINAL_TYPE (DeskNotice, desk_notice, GTK_TYPE_WIDGET)

void
desk_notice_hide (DeskNotice *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->buttons = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);
}

void
desk_notice_show_widget (DeskNotice *self,
                         GtkWidget  *widget)
{
  desk_notice_hide (self);
  self->content = widget;
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
desk_notice_show (DeskNotice *self,
                  const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "width-chars", 10, NULL);
  gtk_box_append (GTK_BOX (box), label);
  desk_notice_show_widget (self, box);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), self->buttons);
}

GtkWidget *
desk_notice_add_button (DeskNotice *self,
                        const char *label,
                        GCallback   clicked,
                        gpointer    data)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", clicked, data, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

GtkWidget *
desk_notice_new (void)
{
  return g_object_new (DESK_TYPE_NOTICE, NULL);
}

static void
desk_notice_dispose (GObject *object)
{
  g_clear_pointer (&DESK_NOTICE (object)->content, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_notice_parent_class)->dispose (object);
}

static void
desk_notice_class_init (DeskNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_notice_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "notice");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
desk_notice_init (DeskNotice *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
