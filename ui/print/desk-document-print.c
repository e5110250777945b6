/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-document-print.h"

static void
draw_page (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                page,
           DeskDocument      *document)
{
  ocop_paper_pages_paint (document->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

/* A sheet's own size is that of its portrait. */
static GtkPageSetup *
new_page_setup (const OcopPaperPages *pages,
                guint                 page)
{
  double width = ocop_paper_pages_get_width (pages, page), height = ocop_paper_pages_get_height (pages, page);
  gboolean is_a3 = MAX (width, height) > 1000;
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) size = gtk_paper_size_new (is_a3 ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  if (width > height)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  return setup;
}

/* Papers that follow each other may lie differently. */
static void
request_page_setup (GtkPrintOperation *operation,
                    GtkPrintContext   *context,
                    int                page,
                    GtkPageSetup      *setup,
                    DeskDocument      *document)
{
  g_autoptr(GtkPageSetup) wanted = new_page_setup (document->pages, (guint) page);

  gtk_page_setup_set_orientation (setup, gtk_page_setup_get_orientation (wanted));
}

GtkPrintOperation *
desk_document_new_print_operation (DeskDocument *document)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = new_page_setup (document->pages, 0);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, document->title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) ocop_paper_pages_get_n_pages (document->pages));
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup), document);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page), document);
  return operation;
}
