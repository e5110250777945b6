/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-document.h"

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
  document = g_new (DeskDocument, 1);
  *document = (DeskDocument) { g_strdup (title), ocop_paper_ref (paper), pages };
  return document;
}

void
desk_document_free (DeskDocument *document)
{
  ocop_paper_pages_free (document->pages);
  ocop_paper_unref (document->paper);
  g_free (document->title);
  g_free (document);
}

static gboolean
write_pdf (OcopPaper     *paper,
           const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(OcopPaperPages) pages = ocop_paper_pages_new (paper, error);

  return pages != NULL && ocop_paper_pages_write_pdf (pages, path, NULL, NULL, cancellable, error);
}

gboolean
desk_document_write (OcopPaper     *paper,
                     const char    *path,
                     GCancellable  *cancellable,
                     GError       **error)
{
  if (g_str_has_suffix (path, ".xlsx"))
    return ocop_paper_xlsx_write (paper, path, NULL, NULL, cancellable, error);
  return write_pdf (paper, path, cancellable, error);
}
