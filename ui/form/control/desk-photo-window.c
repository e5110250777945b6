/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/control/desk-photo-window.h"

#include <glib/gi18n.h>

#include "form/control/desk-photo.h"

/* No screen shows more of it. */
#define MOST_PIXELS 2560

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) picture = user_data;
  g_autoptr (GdkTexture) texture = desk_photo_load_finish (OCOP_REGISTER (source), result, NULL);

  gtk_picture_set_paintable (GTK_PICTURE (picture), GDK_PAINTABLE (texture));
}

void
desk_photo_window_present (GtkWidget    *parent,
                           OcopRegister *reg,
                           const char   *name)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *picture = gtk_picture_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  g_object_set (window, "title", _("Photo"), "modal", TRUE, "transient-for", gtk_widget_get_root (parent),
                "default-width", 900, "default-height", 640, "child", picture, NULL);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), _("Photo"));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, shortcuts);
  desk_photo_load_async (reg, name, MOST_PIXELS, MOST_PIXELS, NULL, on_loaded, g_object_ref (picture));
  gtk_window_present (GTK_WINDOW (window));
}
