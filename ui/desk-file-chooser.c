/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-file-chooser.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "desk-settings.h"

static GFile *
first_folder (void)
{
  g_autofree char *last = g_settings_get_string (desk_settings_get (), "last-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (g_file_test (last, G_FILE_TEST_IS_DIR))
    return g_file_new_for_path (last);
  if (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR))
    return g_file_new_for_path (documents);
  return g_file_new_for_path (g_get_home_dir ());
}

static void
on_refusal_read (GtkWindow       *dialog,
                 int              response,
                 GtkNativeDialog *chooser)
{
  gtk_window_destroy (dialog);
  gtk_native_dialog_show (chooser);
}

/* Whoever asked reads and writes by path: a place without one is asked for again. */
static void
refuse (GtkNativeDialog *chooser)
{
  GtkWidget *dialog = gtk_message_dialog_new (gtk_native_dialog_get_transient_for (chooser), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_WARNING, GTK_BUTTONS_NONE, "%s", _("Choose a folder of this computer"));

  gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Choose"), GTK_RESPONSE_ACCEPT);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_refusal_read), chooser, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_response (GtkFileChooser *chooser,
             int             response)
{
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autoptr(GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (file != NULL && g_file_peek_path (file) == NULL)
    {
      g_signal_stop_emission_by_name (chooser, "response");
      refuse (GTK_NATIVE_DIALOG (chooser));
      return;
    }
  if (folder != NULL && g_file_peek_path (folder) != NULL)
    g_settings_set_string (desk_settings_get (), "last-folder", g_file_peek_path (folder));
}

static void
add_kind (GtkFileChooser     *chooser,
          const DeskFileKind *kind)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto(GStrv) endings = g_strsplit (kind->endings, ";", -1);

  gtk_file_filter_set_name (filter, _(kind->title));
  for (guint i = 0; endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_all (GtkFileChooser *chooser)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("All files"));
  gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

GtkFileChooserNative *
desk_file_chooser_new (GtkWindow            *parent,
                       const char           *title,
                       GtkFileChooserAction  action,
                       const char           *accept,
                       const DeskFileKind   *kinds)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, accept, _("_Cancel"));
  g_autoptr(GFile) folder = first_folder ();

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  for (const DeskFileKind *kind = kinds; kind != NULL && kind->title != NULL; kind++)
    add_kind (GTK_FILE_CHOOSER (chooser), kind);
  if (kinds != NULL)
    add_all (GTK_FILE_CHOOSER (chooser));
  /* Before whoever asked, who lets go of the chooser. */
  g_signal_connect (chooser, "response", G_CALLBACK (on_response), NULL);
  return chooser;
}

char *
desk_file_chooser_dup_path (GtkFileChooser *chooser,
                            int             response,
                            const char     *endings)
{
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_auto(GStrv) known = g_strsplit (endings, ";", -1);

  for (guint i = 0; path != NULL && known[i] != NULL; i++)
    {
      g_autofree char *ending = g_strconcat (".", known[i], NULL);

      if (ocop_text_ends_in (path, ending))
        return g_steal_pointer (&path);
    }
  return path != NULL ? g_strconcat (path, ".", known[0], NULL) : NULL;
}
