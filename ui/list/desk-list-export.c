/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-export.h"

#include <string.h>

#include <glib/gi18n.h>

#include "desk-window.h"
#include "list/desk-list-layout.h"
#include "list/desk-list-page-private.h"
#include "list/desk-list-table.h"
#include "list/desk-progress-dialog.h"
#include "report/ocop-paper-csv.h"
#include "report/ocop-paper-xlsx.h"

/* What the long lane needs to turn a list into a document. */
typedef struct
{
  const DeskListSpec *spec;
  GArray *columns;
  OcopQuery *query;
  GArray *keys;             /* (nullable): %NULL for all of the query */
  char *path;               /* (nullable): %NULL for the clipboard */
  DeskProgress *progress;   /* (nullable) */
} Work;

/* Whom the result is for. */
typedef struct
{
  DeskListPage *page;
  GtkWidget *dialog;
  char *path;
} Errand;

static Work *
work_new (DeskListPage *page,
          GArray       *keys)
{
  DeskListPageParts *parts = desk_list_page_get_parts (page);
  Work *work = g_new0 (Work, 1);

  work->spec = parts->spec;
  work->columns = desk_list_layout_get_shown (desk_list_view_get_column_view (parts->view));
  work->query = ocop_query_copy (desk_record_list_get_query (parts->records));
  work->keys = keys;
  return work;
}

static void
work_free (Work *work)
{
  g_array_unref (work->columns);
  ocop_query_free (work->query);
  g_clear_pointer (&work->keys, g_array_unref);
  g_free (work->path);
  g_clear_pointer (&work->progress, desk_progress_unref);
  g_free (work);
}

static void
errand_free (Errand *errand)
{
  if (errand->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (errand->dialog));
  g_object_unref (errand->page);
  g_free (errand->path);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static gboolean
complete_keys (Work        *work,
               OcopReader  *reader,
               GError     **error)
{
  if (work->keys == NULL)
    work->keys = ocop_reader_keys (reader, work->query, error);
  return work->keys != NULL;
}

static gboolean
write_xlsx (Work          *work,
            OcopReader    *reader,
            GCancellable  *cancellable,
            GError       **error)
{
  const char *title = _(ocop_kind_find (work->spec->kind)->plural_title);
  g_autoptr (OcopPaper) paper = ocop_paper_new (title);
  OcopPaperBlock *block = g_new0 (OcopPaperBlock, 1);

  block->type = OCOP_PAPER_BLOCK_TABLE;
  block->table = desk_list_table_new (work->spec, work->columns, reader, work->query, work->keys);
  g_ptr_array_add (paper->blocks, block);
  paper->orientation = OCOP_PAPER_LANDSCAPE;
  paper->as_of = ocop_query_get_on (work->query);
  return ocop_paper_xlsx_write (paper, work->path, desk_progress_report, work->progress, cancellable, error);
}

static gboolean
write_csv (Work          *work,
           OcopReader    *reader,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (OcopPaperTable) table = desk_list_table_new (work->spec, work->columns, reader, work->query, work->keys);

  return ocop_paper_csv_write (table, work->path, desk_progress_report, work->progress, cancellable, error);
}

static gpointer
write_file (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Work *work = data;
  gboolean csv = g_str_has_suffix (work->path, ".csv");

  if (!complete_keys (work, reader, error) || !(csv ? write_csv : write_xlsx) (work, reader, cancellable, error))
    return NULL;
  return g_strdup (work->path);
}

static void
report_failure (DeskListPage *page,
                const GError *error)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (page));

  if (window != NULL)
    desk_window_show_error (window, error);
}

static void
say (DeskListPage *page,
     const char   *text)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (page));

  if (window != NULL)
    desk_window_say (window, text);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      report_failure (errand->page, error);
      return;
    }
  name = g_path_get_basename (path);
  text = g_strdup_printf (_("Written: %s"), name);
  say (errand->page, text);
}

/* Takes @path. */
static void
start_writing (DeskListPage *page,
               char         *path)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Work *work = work_new (page, NULL);
  Errand *errand = g_new0 (Errand, 1);

  errand->page = g_object_ref (page);
  errand->dialog = desk_progress_dialog_new (GTK_WIDGET (page), _("Writing the list…"), cancellable);
  work->path = path;
  work->progress = desk_progress_dialog_dup_progress (DESK_PROGRESS_DIALOG (errand->dialog));
  ocop_register_read_async (desk_page_get_register (DESK_PAGE (page)), OCOP_LANE_LONG, write_file, work,
                            (GDestroyNotify) work_free, g_free, cancellable, on_written, errand);
}

static void
on_file_chosen (GtkNativeDialog *chooser,
                int              response,
                DeskListPage    *page)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    {
      g_autofree char *path = g_file_get_path (file);
      gboolean known = g_str_has_suffix (path, ".csv") || g_str_has_suffix (path, ".xlsx");

      start_writing (page, known ? g_steal_pointer (&path) : g_strconcat (path, ".xlsx", NULL));
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *title,
            const char     *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, title);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
desk_list_export (DeskListPage *page)
{
  DeskListPageParts *parts = desk_list_page_get_parts (page);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Export what is shown"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  g_autofree char *name = g_strdup_printf ("%s.xlsx", _(ocop_kind_find (parts->spec->kind)->plural_title));

  add_filter (GTK_FILE_CHOOSER (chooser), _("Excel workbook (.xlsx)"), "*.xlsx");
  add_filter (GTK_FILE_CHOOSER (chooser), _("Comma-separated text (.csv)"), "*.csv");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The clipboard */

static gpointer
write_texts (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Work *work = data;
  g_autoptr (OcopPaperTable) for_text = NULL;
  g_autoptr (OcopPaperTable) for_html = NULL;
  g_auto (GStrv) texts = g_new0 (char *, 3);

  if (!complete_keys (work, reader, error))
    return NULL;
  for_text = desk_list_table_new (work->spec, work->columns, reader, work->query, work->keys);
  texts[0] = ocop_paper_table_to_tsv (for_text, error);
  if (texts[0] == NULL)
    return NULL;
  for_html = desk_list_table_new (work->spec, work->columns, reader, work->query, work->keys);
  texts[1] = ocop_paper_table_to_html (for_html, error);
  return texts[1] != NULL ? g_steal_pointer (&texts) : NULL;
}

static void
on_texts_written (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) texts = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *parts[2];

  if (texts == NULL)
    {
      report_failure (errand->page, error);
      return;
    }
  parts[0] = gdk_content_provider_new_for_bytes ("text/html", g_bytes_new_take (texts[1], strlen (texts[1])));
  parts[1] = gdk_content_provider_new_typed (G_TYPE_STRING, texts[0]);
  texts[1] = NULL;
  provider = gdk_content_provider_new_union (parts, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (errand->page)), provider);
  say (errand->page, _("Copied as a table"));
}

void
desk_list_copy (DeskListPage *page)
{
  DeskListPageParts *parts = desk_list_page_get_parts (page);
  GArray *selected = desk_list_view_dup_selected_keys (parts->view);
  Errand *errand = g_new0 (Errand, 1);

  if (selected->len == 0)
    g_clear_pointer (&selected, g_array_unref);
  errand->page = g_object_ref (page);
  ocop_register_read_async (desk_page_get_register (DESK_PAGE (page)), OCOP_LANE_LONG, write_texts, work_new (page, selected),
                            (GDestroyNotify) work_free, (GDestroyNotify) g_strfreev, NULL, on_texts_written, errand);
}
