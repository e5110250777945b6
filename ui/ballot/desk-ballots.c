/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ballot/desk-ballots.h"

#include <glib/gi18n.h>

#include "ballot/desk-ballot-intake.h"
#include "base/ocop-error.h"
#include "desk-file-chooser.h"
#include "desk-window.h"
#include "exchange/ocop-ballot-export.h"
#include "list/desk-progress-dialog.h"
#include "report/council/ocop-member-pack.h"

static const DeskFileKind ballot_kinds[] = {
  { N_("Ballots (.ocopballot, .xlsx)"), "ocopballot;xlsx" },
  { NULL }
};

/* What is asked for, while the files are chosen and written. */
typedef struct
{
  GtkWidget *widget;
  OcopRegister *reg;
  GtkFileChooserNative *chooser;
  char *register_id;
  char *session;         /* (nullable) */
  char *folder;          /* once it is chosen */
  OcopBallotKind kind;
  GtkWidget *dialog;     /* while it is written */
  DeskProgress *progress;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->chooser);
  g_clear_pointer (&job->progress, desk_progress_unref);
  g_object_unref (job->widget);
  g_object_unref (job->reg);
  g_free (job->register_id);
  g_free (job->session);
  g_free (job->folder);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Job *
job_new (GtkWidget    *widget,
         OcopRegister *reg,
         const char   *session)
{
  Job *job = g_new0 (Job, 1);

  job->widget = g_object_ref (widget);
  job->reg = g_object_ref (reg);
  job->register_id = g_strdup (ocop_register_get_id (reg));
  job->session = g_strdup (session);
  return job;
}

static void
ask (Job                  *job,
     const char           *title,
     GtkFileChooserAction  action,
     const char           *accept,
     const DeskFileKind   *kinds,
     GCallback             answered)
{
  job->chooser = desk_file_chooser_new (GTK_WINDOW (gtk_widget_get_root (job->widget)), title, action, accept, kinds);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (job->chooser), action == GTK_FILE_CHOOSER_ACTION_OPEN);
  g_signal_connect_swapped (job->chooser, "response", answered, job);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (job->chooser));
}

/* Into a folder */

/* Whether one was chosen. */
static gboolean
take_folder (Job *job,
             int  response)
{
  g_autoptr(GFile) folder = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (job->chooser)) : NULL;

  if (folder != NULL)
    job->folder = g_file_get_path (folder);
  return folder != NULL;
}

/* Takes @data, which @written gets. */
static void
start_writing (Job                 *data,
               const char          *text,
               OcopReadFunc         write,
               GDestroyNotify       destroy_result,
               GAsyncReadyCallback  written)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  data->dialog = desk_progress_dialog_new (data->widget, text, cancellable);
  data->progress = desk_progress_dialog_dup_progress (DESK_PROGRESS_DIALOG (data->dialog));
  ocop_register_read_async (data->reg, OCOP_LANE_LONG, write, data, NULL, destroy_result, cancellable, written, data);
}

/* Says what came of it: @text, or the error; what was written before it was cancelled stays. */
static void
end_writing (Job          *job,
             const char   *text,
             const GError *error)
{
  DeskWindow *window = desk_window_of (job->widget);

  gtk_window_destroy (GTK_WINDOW (job->dialog));
  if (window == NULL)
    return;
  if (text != NULL)
    desk_window_say_written_into (window, text, job->folder);
  else if (g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CANCELLED) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    desk_window_say_written_into (window, _("Cancelled: what was written before is in the folder."), job->folder);
  else
    desk_window_show_error (window, error);
}

/* Out */

static gpointer
write_ballots (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Job *job = data;

  return ocop_ballot_export (reader, job->register_id, job->session, NULL, job->kind, job->folder,
                             desk_progress_report, job->progress, cancellable, error);
}

static char *
describe_export (const Job       *job,
                 const GPtrArray *exports)
{
  g_autofree char *name = g_path_get_basename (job->folder);
  g_autofree char *shown = g_filename_display_name (name);
  guint n = 0;

  for (guint i = 0; i < exports->len; i++)
    n += ((const OcopBallotExport *) g_ptr_array_index (exports, i))->path != NULL;
  if (n == 0)
    return g_strdup (_("Nobody gets a ballot: note first who is present."));
  return g_strdup_printf (ngettext ("%u ballot is in the folder “%s”.", "%u ballots are in the folder “%s”.", n), n, shown);
}

static void
on_written (GObject      *reg,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) exports = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  g_autofree char *text = exports != NULL ? describe_export (job, exports) : NULL;

  end_writing (job, text, error);
}

static void
on_folder_chosen (Job *data,
                  int  response)
{
  g_autoptr(Job) job = data;

  if (take_folder (job, response))
    start_writing (g_steal_pointer (&job), _("Writing the ballots…"), write_ballots, (GDestroyNotify) g_ptr_array_unref, on_written);
}

void
desk_ballots_export (GtkWidget    *widget,
                     OcopRegister *reg,
                     const char   *session,
                     gboolean      workbooks)
{
  Job *job = job_new (widget, reg, session);

  job->kind = workbooks ? OCOP_BALLOT_WORKBOOK : OCOP_BALLOT_FILE;
  ask (job, _("Folder for the Ballots"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Write"), NULL, G_CALLBACK (on_folder_chosen));
}

/* The members' documents */

typedef struct
{
  guint n_files;
  GPtrArray *missing;
} Packed;

static void
packed_free (Packed *packed)
{
  g_ptr_array_unref (packed->missing);
  g_free (packed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Packed, packed_free)

static gpointer
write_pack (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Job *job = data;
  g_autoptr(OcopMemberPack) pack = ocop_member_pack_read (reader, job->session, error);
  g_autoptr(Packed) packed = g_new0 (Packed, 1);

  packed->missing = g_ptr_array_new_with_free_func (g_free);
  if (pack == NULL ||
      !ocop_member_pack_write (pack, job->reg, job->folder, desk_progress_report, job->progress, &packed->n_files, packed->missing,
                               cancellable, error))
    return NULL;
  return g_steal_pointer (&packed);
}

static char *
describe_pack (const Packed *packed)
{
  if (packed->missing->len > 0)
    return g_strdup_printf (ngettext ("%u file written. Missing: %s", "%u files written. Missing: %s", packed->n_files), packed->n_files,
                            (const char *) g_ptr_array_index (packed->missing, 0));
  return g_strdup_printf (ngettext ("%u file written for the members.", "%u files written for the members.", packed->n_files), packed->n_files);
}

static void
on_packed (GObject      *reg,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Packed) packed = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  g_autofree char *text = packed != NULL ? describe_pack (packed) : NULL;

  end_writing (job, text, error);
}

static void
on_pack_folder_chosen (Job *data,
                       int  response)
{
  g_autoptr(Job) job = data;

  if (take_folder (job, response))
    start_writing (g_steal_pointer (&job), _("Writing the members' documents…"), write_pack, (GDestroyNotify) packed_free, on_packed);
}

void
desk_ballots_pack (GtkWidget    *widget,
                   OcopRegister *reg,
                   const char   *session)
{
  ask (job_new (widget, reg, session), _("Folder for the Members' Documents"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Write"), NULL,
       G_CALLBACK (on_pack_folder_chosen));
}

/* In */

static void
on_files_chosen (Job *data,
                 int  response)
{
  g_autoptr(Job) job = data;
  g_autoptr(GListModel) files = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (job->chooser)) : NULL;
  DeskWindow *window = desk_window_of (job->widget);

  if (files != NULL && window != NULL)
    gtk_window_present (GTK_WINDOW (desk_ballot_intake_new (GTK_WINDOW (window), job->reg, files)));
}

void
desk_ballots_take (GtkWidget    *widget,
                   OcopRegister *reg)
{
  ask (job_new (widget, reg, NULL), _("Ballots to Take In"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Take In"), ballot_kinds,
       G_CALLBACK (on_files_chosen));
}
