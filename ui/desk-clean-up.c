/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-clean-up.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "form/desk-draft.h"
#include "register/ocop-attachments.h"

/* Bytes in a hundredth of a megabyte. */
#define HUNDREDTH 10000

typedef gboolean (*SweepFunc) (OcopRegister *, OcopDrafts *, OcopUnused *, GError **);

static void
run (GTask        *task,
     gpointer      reg,
     gpointer      sweep,
     GCancellable *cancellable)
{
  OcopUnused *unused = g_new0 (OcopUnused, 1);
  GError *error = NULL;

  if (((SweepFunc) sweep) (reg, desk_draft_get_all (), unused, &error))
    g_task_return_pointer (task, unused, g_free);
  else
    {
      g_free (unused);
      g_task_return_error (task, error);
    }
}

/* Has @sweep done on a thread of its own: there may be thousands of files on a slow disk. */
static void
start (DeskWindow          *window,
       SweepFunc            sweep,
       GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) task = g_task_new (desk_window_get_register (window), NULL, callback, g_object_ref (window));

  g_task_set_task_data (task, (gpointer) sweep, NULL);
  g_task_run_in_thread (task, run);
}

/* "3 files, 1,25 MB" */
static char *
dup_words (const OcopUnused *unused)
{
  g_autofree char *size = ocop_hundredths_to_people (MAX (1, (gint64) (unused->size + HUNDREDTH / 2) / HUNDREDTH));
  g_autofree char *number = ocop_number_to_people (unused->n);

  /* Translators: a number of files and of megabytes */
  return g_strdup_printf (ngettext ("%s file, %s MB", "%s files, %s MB", unused->n), number, size);
}

static void
on_removed (GObject      *reg,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DeskWindow) window = data;
  g_autoptr(GError) error = NULL;
  g_autofree OcopUnused *removed = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *words = removed != NULL ? dup_words (removed) : NULL;
  g_autofree char *text = words != NULL ? g_strdup_printf (_("Removed: %s"), words) : NULL;

  if (text != NULL)
    desk_window_say (window, text);
  else
    desk_window_show_error (window, error);
}

static void
on_answer (GtkDialog  *dialog,
           int         response,
           DeskWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_ACCEPT && desk_window_get_register (window) != NULL)
    start (window, ocop_attachments_clean_up, on_removed);
}

static void
ask (DeskWindow       *window,
     const OcopUnused *unused)
{
  g_autofree char *words = dup_words (unused);
  GtkWidget *dialog = gtk_message_dialog_new (GTK_WINDOW (window), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_QUESTION,
                                              GTK_BUTTONS_NONE, "%s", _("Remove the files that nothing uses?"));

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog),
                                            _("%s. Neither records, the bin nor the history need them: they come from forms that were never saved. They cannot be brought back."),
                                            words);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Cancel"), GTK_RESPONSE_CANCEL);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Remove"), GTK_RESPONSE_ACCEPT);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_found (GObject      *reg,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DeskWindow) window = data;
  g_autoptr(GError) error = NULL;
  g_autofree OcopUnused *unused = g_task_propagate_pointer (G_TASK (result), &error);

  if (unused == NULL)
    desk_window_show_error (window, error);
  else if (unused->n == 0)
    desk_window_say (window, _("There is nothing to clean up: every file that is kept is used."));
  else if (OCOP_REGISTER (reg) == desk_window_get_register (window))
    ask (window, unused);
}

void
desk_clean_up_offer (DeskWindow *window)
{
  start (window, ocop_attachments_find_unused, on_found);
}
