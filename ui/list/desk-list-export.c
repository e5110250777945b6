/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list in a file or on paper. Both may take their time: a dialog shows how far it is. */

#include "list/desk-list-export.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "desk-file-chooser.h"
#include "desk-window.h"
#include "list/desk-list-extract.h"
#include "list/desk-list-page-private.h"
#include "print/desk-print-preview.h"
#include "report/ocop-paper-csv.h"
#include "report/ocop-paper-xlsx.h"

/* Whom the result is for. */
typedef struct
{
  DeskListPage *page;
  GtkWidget *dialog;
} Errand;

static void
errand_free (Errand *errand)
{
  gtk_window_destroy (GTK_WINDOW (errand->dialog));
  g_object_unref (errand->page);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

/* Has @work done with @extract, which it takes, while a dialog says @text. */
static void
start (DeskListPage        *page,
       DeskListExtract     *extract,
       const char          *text,
       OcopReadFunc         work,
       GDestroyNotify       free_result,
       GAsyncReadyCallback  on_done)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Errand *errand = g_new0 (Errand, 1);

  errand->page = g_object_ref (page);
  errand->dialog = desk_progress_dialog_new (GTK_WIDGET (page), text, cancellable);
  extract->progress = desk_progress_dialog_dup_progress (DESK_PROGRESS_DIALOG (errand->dialog));
  ocop_register_read_async (desk_page_get_register (DESK_PAGE (page)), OCOP_LANE_LONG, work, extract,
                            (GDestroyNotify) desk_list_extract_free, free_result, cancellable, on_done, errand);
}

/* Files */

static gboolean
write_xlsx (DeskListExtract  *extract,
            OcopReader       *reader,
            GCancellable     *cancellable,
            GError          **error)
{
  g_autoptr(OcopPaper) paper = desk_list_extract_new_paper (extract, reader, FALSE, error);

  return paper != NULL && ocop_paper_xlsx_write (paper, extract->path, desk_progress_report, extract->progress, cancellable, error);
}

static gboolean
write_csv (DeskListExtract  *extract,
           OcopReader       *reader,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autoptr(OcopPaperTable) table = desk_list_extract_new_table (extract, reader, error);

  return table != NULL && ocop_paper_csv_write (table, extract->path, desk_progress_report, extract->progress, cancellable, error);
}

static gpointer
write_file (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  DeskListExtract *extract = data;
  gboolean written = (ocop_text_ends_in (extract->path, ".csv") ? write_csv : write_xlsx) (extract, reader, cancellable, error);

  return written ? g_strdup (extract->path) : NULL;
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (errand->page));
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *text = path != NULL ? g_strdup_printf (_("Written: %s"), name) : NULL;

  if (path == NULL)
    desk_list_page_show_error (errand->page, error);
  else if (window != NULL)
    desk_window_say_written (window, text, path);
}

static void
on_file_chosen (GtkNativeDialog *chooser,
                int              response,
                DeskListPage    *page)
{
  g_autofree char *path = desk_file_chooser_dup_path (GTK_FILE_CHOOSER (chooser), response, "xlsx;csv");

  if (path != NULL)
    {
      DeskListExtract *extract = desk_list_extract_new (page);

      extract->path = g_steal_pointer (&path);
      start (page, extract, _("Writing the list…"), write_file, g_free, on_written);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

void
desk_list_export (DeskListPage *page)
{
  static const DeskFileKind tables[] = {
    { N_("Excel workbook (.xlsx)"), "xlsx" },
    { N_("Comma-separated text (.csv)"), "csv" },
    { NULL },
  };
  DeskListPageParts *parts = desk_list_page_get_parts (page);
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), _("Export what is shown"),
                                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), tables);
  g_autofree char *name = g_strdup_printf ("%s.xlsx", _(parts->spec->paper_title));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Paper */

static gpointer
make_document (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(OcopPaper) paper = desk_list_extract_new_paper (data, reader, TRUE, error);

  return paper != NULL ? desk_document_new (paper->title, paper, error) : NULL;
}

static void
on_document_made (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskDocument) document = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (errand->page));

  if (document == NULL)
    desk_list_page_show_error (errand->page, error);
  else if (window != NULL)
    {
      GtkWidget *preview = desk_print_preview_new (window);

      desk_print_preview_show (DESK_PRINT_PREVIEW (preview), g_steal_pointer (&document));
      gtk_window_present (GTK_WINDOW (preview));
    }
}

void
desk_list_print (DeskListPage *page)
{
  start (page, desk_list_extract_new (page), _("Laying out the list…"), make_document,
         (GDestroyNotify) desk_document_free, on_document_made);
}
