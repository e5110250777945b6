/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ballot/desk-ballots.h"

#include <glib/gi18n.h>

#include "ballot/desk-ballot-intake.h"
#include "desk-file-chooser.h"
#include "desk-window.h"
#include "exchange/ocop-ballot-export.h"
#include "list/desk-folder-errand.h"
#include "report/council/ocop-member-pack.h"

static const DeskFileKind ballot_kinds[] = {
  { N_("Ballots (.ocopballot, .xlsx)"), "ocopballot;xlsx" },
  { NULL }
};

/* Out */

typedef struct
{
  char *session;
  OcopBallotKind kind;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->session);
  g_free (wanted);
}

static char *
describe_export (const GPtrArray *exports,
                 const char      *folder)
{
  guint n = 0;

  for (guint i = 0; i < exports->len; i++)
    n += ((const OcopBallotExport *) g_ptr_array_index (exports, i))->path != NULL;
  if (n == 0)
    return g_strdup (_("Nobody gets a ballot: note first who is present."));
  return g_strdup_printf (ngettext ("%u ballot is in the folder “%s”.", "%u ballots are in the folder “%s”.", n), n, folder);
}

static char *
write_ballots (OcopReader              *reader,
               const DeskFolderErrand  *errand,
               GCancellable            *cancellable,
               GError                 **error)
{
  const Wanted *wanted = errand->data;
  g_autoptr(GPtrArray) exports = ocop_ballot_export (reader, ocop_register_get_id (errand->reg), wanted->session, NULL, wanted->kind,
                                                     errand->folder, desk_progress_report, errand->progress, cancellable, error);
  g_autofree char *folder = desk_folder_errand_dup_name (errand);

  return exports != NULL ? describe_export (exports, folder) : NULL;
}

void
desk_ballots_export (GtkWidget    *widget,
                     OcopRegister *reg,
                     const char   *session,
                     gboolean      workbooks)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted) { g_strdup (session), workbooks ? OCOP_BALLOT_WORKBOOK : OCOP_BALLOT_FILE };
  desk_folder_errand_run (widget, reg, _("Folder for the Ballots"), _("Writing the ballots…"), write_ballots, wanted, wanted_free);
}

/* The members' documents */

static char *
write_pack (OcopReader              *reader,
            const DeskFolderErrand  *errand,
            GCancellable            *cancellable,
            GError                 **error)
{
  g_autoptr(OcopMemberPack) pack = ocop_member_pack_read (reader, errand->data, error);
  g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  guint n;

  if (pack == NULL ||
      !ocop_member_pack_write (pack, errand->reg, errand->folder, desk_progress_report, errand->progress, &n, missing, cancellable, error))
    return NULL;
  if (missing->len > 0)
    return g_strdup_printf (ngettext ("%u file written. Missing: %s", "%u files written. Missing: %s", n), n,
                            (const char *) g_ptr_array_index (missing, 0));
  return g_strdup_printf (ngettext ("%u file written for the members.", "%u files written for the members.", n), n);
}

void
desk_ballots_pack (GtkWidget    *widget,
                   OcopRegister *reg,
                   const char   *session)
{
  desk_folder_errand_run (widget, reg, _("Folder for the Members' Documents"), _("Writing the members' documents…"), write_pack,
                          g_strdup (session), g_free);
}

/* In */

typedef struct
{
  GtkWidget *widget;
  OcopRegister *reg;
  GtkFileChooserNative *chooser;
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->widget);
  g_object_unref (taking->reg);
  g_object_unref (taking->chooser);
  g_free (taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

static void
on_files_chosen (Taking *data,
                 int     response)
{
  g_autoptr(Taking) taking = data;
  g_autoptr(GListModel) files = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (taking->chooser)) : NULL;
  DeskWindow *window = desk_window_of (taking->widget);

  if (files != NULL && window != NULL)
    gtk_window_present (GTK_WINDOW (desk_ballot_intake_new (GTK_WINDOW (window), taking->reg, files)));
}

void
desk_ballots_take (GtkWidget    *widget,
                   OcopRegister *reg)
{
  Taking *taking = g_new (Taking, 1);

  *taking = (Taking) { g_object_ref (widget), g_object_ref (reg), NULL };
  taking->chooser = desk_file_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Ballots to Take In"), GTK_FILE_CHOOSER_ACTION_OPEN,
                                           _("_Take In"), ballot_kinds);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (taking->chooser), TRUE);
  g_signal_connect_swapped (taking->chooser, "response", G_CALLBACK (on_files_chosen), taking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (taking->chooser));
}
