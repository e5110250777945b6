/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper-pages.h"
#include "report/ocop-report-list.h"

G_BEGIN_DECLS

/**
 * DeskDocument:
 * @title: translated
 * @report: (nullable): what it is of, with the @scope that was read, a copy
 * @may_widen: it begins with the office's area, and there are products of other provinces
 * @everywhere: it counts those as well
 * @paper: with all its rows
 * @pages: @paper laid out
 *
 * A report that has been read and laid out.
 */
typedef struct
{
  char *title;
  const OcopReport *report;
  OcopReportScope scope;
  gboolean may_widen;
  gboolean everywhere;
  OcopPaper *paper;
  OcopPaperPages *pages;
} DeskDocument;

/* @title: copied; @paper: a new reference. Returns: (transfer full): %NULL on failure. */
DeskDocument *desk_document_new       (const char             *title,
                                       OcopPaper              *paper,
                                       GError                **error);

/**
 * desk_document_read:
 *
 * In the thread of @reader.
 *
 * Returns: (transfer full): %NULL on failure.
 */
DeskDocument *desk_document_read      (const OcopReport       *report,
                                       const OcopReportScope  *scope,
                                       OcopReader             *reader,
                                       GError                **error);
void          desk_document_free      (DeskDocument           *document);

/**
 * desk_document_write:
 * @progress: (nullable)
 *
 * Writes @paper to @path as its ending says: .xlsx, or else PDF. May run in any
 * thread, while another shows the pages.
 */
gboolean      desk_document_write     (OcopPaper              *paper,
                                       const char             *path,
                                       OcopPaperProgress       progress,
                                       gpointer                user_data,
                                       GCancellable           *cancellable,
                                       GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDocument, desk_document_free)

G_END_DECLS
