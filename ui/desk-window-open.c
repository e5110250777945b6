/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "desk-file-chooser.h"
#include "desk-office-dialog.h"
#include "exchange/ocop-sample.h"

/* A register that is being opened, or made and then opened. */
typedef struct
{
  char *path;
  OcopOpenFlags flags;
  gboolean sample;         /* whether it is filled with the practice province */
  DeskOfficeDraft *office; /* of another new register; NULL of one that exists */
} Opening;

static void open_with (DeskWindow    *self,
                       const char    *path,
                       OcopOpenFlags  flags);

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  g_clear_pointer (&opening->office, desk_office_draft_free);
  g_free (opening);
}

/* What can be done about a register that did not open. */
static const struct
{
  OcopError code;
  const char *advice;
  gboolean may_look;
  gboolean may_upgrade;
} remedies[] = {
  { OCOP_ERROR_OLDER, N_("A backup is made before it is upgraded."), TRUE, TRUE },
  { OCOP_ERROR_NEWER, N_("Install the newest version of OCOP Desk, then open it again."), FALSE, FALSE },
  { OCOP_ERROR_READ_ONLY, N_("You can look at it without changing anything, or copy it to a folder that you may write to."), TRUE, FALSE },
  { OCOP_ERROR_BUSY, N_("You can look at it now, or open it again when it is free."), TRUE, FALSE },
  { OCOP_ERROR_NOT_REGISTER, N_("Choose a file whose name ends in .ocop. A list from a spreadsheet is brought in with “Import a List”."), FALSE, FALSE },
  { OCOP_ERROR_DAMAGED, N_("Open the latest backup instead; Preferences show the folder of backups."), TRUE, FALSE },
  { OCOP_ERROR_NO_SPACE, N_("Free some space on the disk, then open it again."), TRUE, FALSE },
};

#define RESPONSE_LOOK 1
#define RESPONSE_UPGRADE 2

static void
on_remedy_chosen (GtkDialog  *dialog,
                  int         response,
                  DeskWindow *self)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (dialog), "path"));

  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == RESPONSE_LOOK)
    open_with (self, path, OCOP_OPEN_LOOK_ONLY);
  else if (response == RESPONSE_UPGRADE)
    open_with (self, path, OCOP_OPEN_UPGRADE);
}

/* The folder would fill the heading, and whoever chose the file knows it. */
static char *
name_briefly (const char *message,
              const char *path)
{
  g_autoptr(GString) brief = g_string_new (message);
  g_autofree char *name = g_path_get_basename (path);

  g_string_replace (brief, path, name, 1);
  return g_string_free (g_steal_pointer (&brief), FALSE);
}

static void
offer_remedy (DeskWindow    *self,
              const Opening *opening,
              const GError  *error)
{
  g_autofree char *message = name_briefly (error->message, opening->path);
  GtkWidget *dialog = gtk_message_dialog_new (GTK_WINDOW (self), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_WARNING,
                                              GTK_BUTTONS_CLOSE, "%s", message);

  for (guint i = 0; i < G_N_ELEMENTS (remedies); i++)
    if (g_error_matches (error, OCOP_ERROR, (int) remedies[i].code))
      {
        gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", _(remedies[i].advice));
        if (remedies[i].may_look && (opening->flags & OCOP_OPEN_LOOK_ONLY) == 0)
          gtk_dialog_add_button (GTK_DIALOG (dialog), _("Look Only"), RESPONSE_LOOK);
        if (remedies[i].may_upgrade)
          gtk_dialog_add_button (GTK_DIALOG (dialog), C_("register", "Upgrade"), RESPONSE_UPGRADE);
      }
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (opening->path), g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_remedy_chosen), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static OcopRegister *
make_register (const Opening  *opening,
               GError        **error)
{
  g_autoptr(OcopRegister) reg = ocop_register_create (opening->path, error);
  gboolean filled;

  if (reg == NULL)
    return NULL;
  ocop_register_set_person (reg, g_get_real_name ());
  filled = opening->sample ? ocop_sample_fill (reg, error) : desk_office_draft_commit (opening->office, reg, error);
  if (filled)
    return g_steal_pointer (&reg);
  ocop_register_close (reg);
  g_unlink (opening->path);
  return NULL;
}

static void
run_opening (GTask        *task,
             gpointer      window,
             gpointer      data,
             GCancellable *cancellable)
{
  const Opening *opening = data;
  GError *error = NULL;
  OcopRegister *reg = opening->sample || opening->office != NULL ? make_register (opening, &error)
                                              : ocop_register_open (opening->path, opening->flags, &error);

  if (reg != NULL)
    g_task_return_pointer (task, reg, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
set_busy (DeskWindow *self,
          gboolean    busy)
{
  self->busy = busy;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), busy ? "progress" : NULL);
  desk_window_update_actions (self);
}

static void
on_opened (GObject      *window,
           GAsyncResult *result,
           gpointer      data)
{
  DeskWindow *self = DESK_WINDOW (window);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopRegister) reg = g_task_propagate_pointer (G_TASK (result), &error);

  set_busy (self, FALSE);
  if (reg != NULL)
    desk_window_set_register (self, reg);
  else
    offer_remedy (self, g_task_get_task_data (G_TASK (result)), error);
}

static void
start_opening (DeskWindow *self,
               Opening    *opening)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, on_opened, NULL);

  g_free (self->opening_path);
  self->opening_path = g_strdup (opening->path);
  set_busy (self, TRUE);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, run_opening);
}

static void
open_with (DeskWindow    *self,
           const char    *path,
           OcopOpenFlags  flags)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_canonicalize_filename (path, NULL);
  opening->flags = flags;
  start_opening (self, opening);
}

void
desk_window_open (DeskWindow *self,
                  const char *path)
{
  open_with (self, path, OCOP_OPEN_DEFAULT);
}

static const DeskFileKind registers[] = { { N_("OCOP registers (*.ocop)"), "ocop" }, { NULL } };

static void
on_file_chosen (GtkNativeDialog *dialog,
                int              response,
                DeskWindow      *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    desk_window_open (self, g_file_peek_path (file));
  g_object_unref (dialog);
}

static void
show_file_chooser (DeskWindow *self)
{
  GtkFileChooserNative *dialog = desk_file_chooser_new (GTK_WINDOW (self), _("Open a Register"), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                        _("_Open"), registers);

  g_signal_connect (dialog, "response", G_CALLBACK (on_file_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
desk_window_choose_file (DeskWindow *self)
{
  desk_window_if_saved (self, show_file_chooser);
}

static void
on_new_place_chosen (GtkNativeDialog *dialog,
                     int              response,
                     DeskWindow      *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      Opening *opening = g_new0 (Opening, 1);

      opening->path = g_file_get_path (file);
      opening->office = g_object_steal_data (G_OBJECT (dialog), "office");
      start_opening (self, opening);
    }
  g_object_unref (dialog);
}

static void
on_office_given (DeskWindow      *self,
                 DeskOfficeDraft *office)
{
  GtkFileChooserNative *dialog = desk_file_chooser_new (GTK_WINDOW (self), _("Where to Keep the Register"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                        _("_Make"), registers);
  g_autofree char *name = desk_office_draft_dup_file_name (office);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data_full (G_OBJECT (dialog), "office", office, (GDestroyNotify) desk_office_draft_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_new_place_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
show_office_dialog (DeskWindow *self)
{
  desk_office_dialog_ask (self, on_office_given);
}

void
desk_window_new_register (DeskWindow *self)
{
  desk_window_if_saved (self, show_office_dialog);
}

/* It lies with the program's own data, so that nobody takes it for a register of theirs. */
static void
open_sample (DeskWindow *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "ocop-desk", NULL);
  g_autofree char *path = g_build_filename (folder, "practice.ocop", NULL);
  Opening *opening = g_new0 (Opening, 1);

  g_mkdir_with_parents (folder, 0700);
  opening->sample = !g_file_test (path, G_FILE_TEST_EXISTS);
  opening->path = g_steal_pointer (&path);
  start_opening (self, opening);
}

void
desk_window_open_sample (DeskWindow *self)
{
  desk_window_if_saved (self, open_sample);
}
