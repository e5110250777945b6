/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-document.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "report/ocop-paper-xlsx.h"

DeskDocument *
desk_document_new (const char  *title,
                   OcopPaper   *paper,
                   GError     **error)
{
  OcopPaperPages *pages = ocop_paper_pages_new (paper, error);
  DeskDocument *document;

  if (pages == NULL)
    return NULL;
  document = g_new0 (DeskDocument, 1);
  document->title = g_strdup (title);
  document->paper = ocop_paper_ref (paper);
  document->pages = pages;
  return document;
}

DeskDocument *
desk_document_read (const OcopReport       *report,
                    const OcopReportScope  *scope,
                    OcopReader             *reader,
                    GError                **error)
{
  g_autoptr(OcopPaper) paper = ocop_report_build (report, reader, scope, NULL, error);
  DeskDocument *document = paper != NULL ? desk_document_new (_(report->title), paper, error) : NULL;

  if (document == NULL)
    return NULL;
  document->report = report;
  ocop_report_scope_copy (scope, &document->scope);
  return document;
}

void
desk_document_free (DeskDocument *document)
{
  ocop_paper_pages_free (document->pages);
  ocop_paper_unref (document->paper);
  ocop_report_scope_clear (&document->scope);
  g_free (document->title);
  g_free (document);
}

gboolean
desk_document_write (OcopPaper          *paper,
                     const char         *path,
                     OcopPaperProgress   progress,
                     gpointer            user_data,
                     GCancellable       *cancellable,
                     GError            **error)
{
  if (ocop_text_ends_in (path, ".xlsx"))
    return ocop_paper_xlsx_write (paper, path, progress, user_data, cancellable, error);
  return ocop_paper_write_pdf (paper, path, progress, user_data, cancellable, error);
}
