/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes to the printer is what the PDF holds: GTK prints into a file here. */

#include "paper-file.h"
#include "print/desk-document-print.h"
#include "sample-paper.h"

#define PATIENCE_SECONDS 30

typedef struct
{
  PaperFile ours;
  PaperFile printed;
} Files;

static void
set_up (Files         *files,
        gconstpointer  data)
{
  paper_file_set_up (&files->ours, "ours.pdf");
  paper_file_set_up (&files->printed, "printed.pdf");
}

static void
tear_down (Files         *files,
           gconstpointer  data)
{
  paper_file_tear_down (&files->ours, data);
  paper_file_tear_down (&files->printed, data);
}

typedef struct
{
  GMainLoop *loop;
  GtkPrintOperationResult result;
  gboolean done;
} Wait;

static void
on_done (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Wait                    *wait)
{
  wait->result = result;
  wait->done = TRUE;
  g_main_loop_quit (wait->loop);
}

static gboolean
on_too_late (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
print_to_file (DeskDocument *document,
               const char   *path)
{
  g_autoptr(GtkPrintOperation) operation = desk_document_new_print_operation (document);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GError) error = NULL;
  Wait wait = { loop, GTK_PRINT_OPERATION_RESULT_ERROR, FALSE };
  guint alarm = g_timeout_add_seconds (PATIENCE_SECONDS, on_too_late, loop);

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), &wait);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  if (!wait.done)
    g_main_loop_run (loop);
  g_assert_true (wait.done);
  g_source_remove (alarm);
  g_assert_cmpint (wait.result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
}

/* The lines of pdfinfo that tell the sheets: their number and their size. */
static char *
dup_sheets (const char *path)
{
  g_autofree char *facts = paper_file_ask ("pdfinfo", NULL, path);
  g_auto(GStrv) lines = g_strsplit (facts != NULL ? facts : "", "\n", -1);
  GString *sheets = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "Pages:") || g_str_has_prefix (*line, "Page size:"))
      g_string_append_printf (sheets, "%s\n", *line);
  return g_string_free (sheets, FALSE);
}

static void
assert_same (Files     *files,
             OcopPaper *paper,
             guint      n_pages)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskDocument) document = desk_document_new ("Báo cáo", paper, &error);
  g_autofree char *ours = NULL, *printed = NULL, *our_sheets = NULL, *printed_sheets = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (ocop_paper_pages_get_n_pages (document->pages), >=, n_pages);
  desk_document_write (paper, files->ours.path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  print_to_file (document, files->printed.path);
  ours = paper_file_ask ("pdftotext", "-layout", files->ours.path);
  printed = paper_file_ask ("pdftotext", "-layout", files->printed.path);
  our_sheets = dup_sheets (files->ours.path);
  printed_sheets = dup_sheets (files->printed.path);
  g_assert_cmpstr (printed, ==, ours);
  g_assert_cmpstr (printed_sheets, ==, our_sheets);
}

static void
test_list (Files         *files,
           gconstpointer  data)
{
  g_autoptr(OcopPaper) paper = sample_paper_new_list (120);

  assert_same (files, paper, 4);
}

static void
test_distribution (Files         *files,
                   gconstpointer  data)
{
  g_autoptr(OcopPaper) paper = sample_paper_new_distribution ();

  assert_same (files, paper, 1);
}

static void
test_wide (Files         *files,
           gconstpointer  data)
{
  g_autoptr(OcopPaper) paper = sample_paper_new_list (30);

  paper->orientation = OCOP_PAPER_LANDSCAPE;
  assert_same (files, paper, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/print/list", Files, NULL, set_up, test_list, tear_down);
  g_test_add ("/print/distribution", Files, NULL, set_up, test_distribution, tear_down);
  g_test_add ("/print/wide", Files, NULL, set_up, test_wide, tear_down);
  return g_test_run ();
}
