/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-saved-bar.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "desk-file-buttons.h"

struct _DeskSavedBar
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (DeskSavedBar, desk_saved_bar, GTK_TYPE_WIDGET)

static void
show_text (DeskSavedBar *self,
           const char   *text,
           const char   *path)
{
  gtk_label_set_label (GTK_LABEL (self->label), text);
  desk_file_buttons_set_path (DESK_FILE_BUTTONS (self->buttons), path);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
on_failed (DeskSavedBar *self,
           const char   *message)
{
  show_text (self, message, NULL);
}

static void
desk_saved_bar_dispose (GObject *object)
{
  DeskSavedBar *self = DESK_SAVED_BAR (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_saved_bar_parent_class)->dispose (object);
}

static void
desk_saved_bar_class_init (DeskSavedBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_saved_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "desksavedbar");
}

static void
desk_saved_bar_init (DeskSavedBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->label = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_selectable (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->buttons = desk_file_buttons_new ();
  g_signal_connect_swapped (self->buttons, "failed", G_CALLBACK (on_failed), self);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
desk_saved_bar_show_file (DeskSavedBar *self,
                          const char   *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf (_("Saved to %s"), name);

  show_text (self, text, path);
}

void
desk_saved_bar_show_error (DeskSavedBar *self,
                           const GError *error)
{
  if (g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CANCELLED))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  else
    show_text (self, error->message, NULL);
}
