/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window from which tests drag the files named as arguments into the program, as from a file manager. */

#include <string.h>

#include <gtk/gtk.h>

static char *
list_uris (char **paths)
{
  GString *list = g_string_new (NULL);

  for (; *paths != NULL; paths++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (*paths);
      g_autofree char *uri = g_file_get_uri (file);

      g_string_append_printf (list, "%s\r\n", uri);
    }
  return g_string_free (list, FALSE);
}

int
main (int argc, char *argv[])
{
  g_autofree char *uris = list_uris (argv + 1);
  g_autoptr(GBytes) bytes = g_bytes_new (uris, strlen (uris));
  g_autoptr(GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/uri-list", bytes);
  GtkDragSource *source;
  GtkWidget *window, *label;

  gtk_init ();
  source = gtk_drag_source_new ();
  window = gtk_window_new ();
  label = gtk_label_new ("drag");
  gtk_drag_source_set_content (source, provider);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_title (GTK_WINDOW (window), "drag-source");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 60, 40);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
