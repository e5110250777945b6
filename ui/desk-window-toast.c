/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says: in passing, at its foot, or in a dialog of its own. */

#include "desk-window-private.h"

#include "base/ocop-error.h"

#define TOAST_SECONDS 7
/* With a choice of what to do next. */
#define FILE_TOAST_SECONDS 20

static gboolean
hide_toast (gpointer data)
{
  DeskWindow *self = data;

  self->toast_source = 0;
  gtk_revealer_set_reveal_child (self->toast_revealer, FALSE);
  return G_SOURCE_REMOVE;
}

static void
show_toast (DeskWindow *self,
            const char *text,
            gboolean    with_undo,
            const char *path,
            const char *folder)
{
  g_clear_handle_id (&self->toast_source, g_source_remove);
  gtk_label_set_label (self->toast_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->toast_undo_button), with_undo);
  if (folder != NULL)
    desk_file_buttons_set_folder (self->toast_file_buttons, folder);
  else
    desk_file_buttons_set_path (self->toast_file_buttons, path);
  gtk_widget_set_visible (GTK_WIDGET (self->toast_revealer), TRUE);
  gtk_revealer_set_reveal_child (self->toast_revealer, TRUE);
  self->toast_source = g_timeout_add_seconds (path != NULL || folder != NULL ? FILE_TOAST_SECONDS : TOAST_SECONDS, hide_toast, self);
}

void
desk_window_say (DeskWindow *self,
                 const char *text)
{
  show_toast (self, text, FALSE, NULL, NULL);
}

void
desk_window_say_written (DeskWindow *self,
                         const char *text,
                         const char *path)
{
  show_toast (self, text, FALSE, path, NULL);
}

void
desk_window_say_written_into (DeskWindow *self,
                              const char *text,
                              const char *folder)
{
  show_toast (self, text, FALSE, NULL, folder);
}

void
desk_window_toast (DeskWindow *self,
                   const char *text)
{
  g_autofree char *undo = self->reg != NULL ? ocop_register_dup_undo_name (self->reg) : NULL;

  show_toast (self, text, undo != NULL, NULL, NULL);
}

/* A revealer that has closed still takes the clicks meant for what lies below it. */
void
desk_window_toast_revealed (DeskWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->toast_revealer),
                          gtk_revealer_get_child_revealed (self->toast_revealer)
                            || gtk_revealer_get_reveal_child (self->toast_revealer));
}

void
desk_window_show_error (DeskWindow   *self,
                        const GError *error)
{
  GtkWidget *dialog;

  if (g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CANCELLED) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = gtk_message_dialog_new (GTK_WINDOW (self), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                   GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s", error->message);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
