/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-saved-bar.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

struct _DeskSavedBar
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *open_button;
  GtkWidget *folder_button;
  char *path;
};

G_DEFINE_FINAL_TYPE (DeskSavedBar, desk_saved_bar, GTK_TYPE_WIDGET)

static void
show_text (DeskSavedBar *self,
           const char   *text,
           gboolean      has_file)
{
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->open_button, has_file);
  gtk_widget_set_visible (self->folder_button, has_file);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
on_shown (GObject      *window,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DeskSavedBar) self = data;
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error))
    show_text (self, error->message, FALSE);
}

static void
open_path (DeskSavedBar *self,
           const char   *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME, NULL, on_shown, g_object_ref (self));
}

static void
on_open (DeskSavedBar *self)
{
  open_path (self, self->path);
}

static void
on_open_folder (DeskSavedBar *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  open_path (self, folder);
}

static GtkWidget *
add_button (DeskSavedBar *self,
            const char   *title,
            GCallback     callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (title);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
desk_saved_bar_dispose (GObject *object)
{
  DeskSavedBar *self = DESK_SAVED_BAR (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->open_button, gtk_widget_unparent);
  g_clear_pointer (&self->folder_button, gtk_widget_unparent);
  g_clear_pointer (&self->path, g_free);
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
  self->open_button = add_button (self, _("_Open the File"), G_CALLBACK (on_open));
  self->folder_button = add_button (self, _("Open the _Folder"), G_CALLBACK (on_open_folder));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
desk_saved_bar_show_file (DeskSavedBar *self,
                          const char   *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf (_("Saved to %s"), name);

  g_free (self->path);
  self->path = g_strdup (path);
  show_text (self, text, TRUE);
}

void
desk_saved_bar_show_error (DeskSavedBar *self,
                           const GError *error)
{
  if (g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CANCELLED))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  else
    show_text (self, error->message, FALSE);
}
