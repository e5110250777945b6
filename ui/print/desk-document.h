/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper-pages.h"

G_BEGIN_DECLS

/**
 * DeskDocument:
 * @title: translated
 * @paper: with all its rows
 * @pages: @paper laid out
 *
 * A report that has been read and laid out.
 */
typedef struct
{
  char *title;
  OcopPaper *paper;
  OcopPaperPages *pages;
} DeskDocument;

/* @title: copied; @paper: a new reference. Returns: (transfer full): %NULL on failure. */
DeskDocument *desk_document_new   (const char          *title,
                                   OcopPaper           *paper,
                                   GError             **error);
void          desk_document_free  (DeskDocument        *document);

/* Writes @paper to @path as its ending says: .xlsx, or else PDF. May run in any thread,
 * while another shows the pages. */
gboolean      desk_document_write (OcopPaper           *paper,
                                   const char          *path,
                                   GCancellable        *cancellable,
                                   GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDocument, desk_document_free)

G_END_DECLS
