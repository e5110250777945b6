/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attachment/desk-attachment-opener.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "base/ocop-file-type.h"
#include "register/ocop-attachments.h"

/* As many of the digits of its name as tell it from others in the title of a window. */
#define DIGITS 8

/* Over whichever window asked: a preview or a dialog would hide what the main window says. */
static void
say (GtkWidget    *widget,
     const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog;

  if (root == NULL)
    return;
  dialog = gtk_message_dialog_new (GTK_WINDOW (root), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_WARNING,
                                   GTK_BUTTONS_CLOSE, "%s", error->message);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Where the copy goes: gone when the person logs out, where the system has such a place. */
static char *
dup_copy_path (const char *name)
{
  const OcopFileType *type = ocop_file_type_of_name (name);
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "ocop-desk", NULL);
  g_autofree char *file = g_strdup_printf ("%.*s.%s", DIGITS, name, type != NULL ? type->suffix : "bin");

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, file, NULL);
}

static void
on_launched (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) said = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;
  said = g_error_new (OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("No program opened the file: %s"), error->message);
  say (widget, said);
}

/* The copy is not to be written into: what is changed in it would be lost. */
static void
on_copied (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GFile) copy = g_file_new_for_path (g_object_get_data (source, "desk-copy"));
  g_autofree char *uri = g_file_get_uri (copy);
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkAppLaunchContext) context = NULL;

  if (!g_file_copy_finish (G_FILE (source), result, &error))
    {
      say (widget, error);
      return;
    }
  g_chmod (g_file_peek_path (copy), 0400);
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, on_launched, g_object_ref (widget));
}

void
desk_attachment_open (GtkWidget    *widget,
                      OcopRegister *reg,
                      const char   *name)
{
  g_autofree char *path = ocop_attachments_dup_path (reg, name);
  g_autofree char *copy_path = dup_copy_path (name);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) copy = g_file_new_for_path (copy_path);

  /* From the last time: the content of that name is the same. */
  g_unlink (copy_path);
  g_object_set_data_full (G_OBJECT (file), "desk-copy", g_steal_pointer (&copy_path), g_free);
  g_file_copy_async (file, copy, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL, NULL, NULL, on_copied, g_object_ref (widget));
}
