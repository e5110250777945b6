/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-show-file.h"

typedef struct
{
  GtkWidget *widget;
  DeskShowFileFailed failed;
} Showing;

static void
on_shown (GObject      *window,
          GAsyncResult *result,
          gpointer      data)
{
  Showing *showing = data;
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error))
    showing->failed (showing->widget, error->message);
  g_object_unref (showing->widget);
  g_free (showing);
}

void
desk_show_file (GtkWidget          *widget,
                const char         *path,
                DeskShowFileFailed  failed)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  Showing *showing = g_new (Showing, 1);

  *showing = (Showing) { g_object_ref (widget), failed };
  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME, NULL, on_shown, showing);
}
