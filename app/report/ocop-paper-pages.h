/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper-file.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_PAPER_ITEM_HEAD,          /* office, national title, place and date */
  OCOP_PAPER_ITEM_TEXT,          /* one line of running text */
  OCOP_PAPER_ITEM_HEADING,       /* of a table */
  OCOP_PAPER_ITEM_ROW,
  OCOP_PAPER_ITEM_CHART,
  OCOP_PAPER_ITEM_SIGNATURES,    /* within the text */
  OCOP_PAPER_ITEM_FOOT,          /* recipients and signature */
} OcopPaperItemKind;

/**
 * OcopPaperItem:
 * @block: which block of the paper a heading, row, chart or signature belongs to
 * @row: which row of its table
 * @y: points from the top edge of the page
 * @height: points
 * @offset: how much of a row taller than a page stands on earlier pages
 * @repeated: whether it is a heading that was there before
 */
typedef struct
{
  OcopPaperItemKind kind;
  guint block;
  guint row;
  double y;
  double height;
  double offset;
  gboolean repeated;
} OcopPaperItem;

/**
 * OcopPaperPages:
 *
 * A paper laid out on A4 as decree 30/2020/NĐ-CP asks (annex I): Times New
 * Roman or its twin, margins of 20 mm above and below, 30 left and 15 right,
 * page number centred at the top but not on page 1. A table of so many columns
 * that type of 9 points would break its words turns the sheet, or has A3. The
 * papers that follow it come behind, each numbered from its own first page.
 * Preview, PDF and printer show the same pages.
 */
typedef struct _OcopPaperPages OcopPaperPages;

/**
 * ocop_paper_pages_new:
 * @paper: kept until the pages are freed; rows of sources are pulled into it
 *
 * May run in any thread; the pages then belong to one thread at a time.
 *
 * Returns: (transfer full): %NULL with @error set when a source failed.
 */
OcopPaperPages *ocop_paper_pages_new         (OcopPaper             *paper,
                                              GError               **error);
void            ocop_paper_pages_free        (OcopPaperPages        *pages);

guint           ocop_paper_pages_get_n_pages (const OcopPaperPages  *pages);

/* Of @page, counted from 0, in points. */
double          ocop_paper_pages_get_width   (const OcopPaperPages  *pages,
                                              guint                  page);
double          ocop_paper_pages_get_height  (const OcopPaperPages  *pages,
                                              guint                  page);

/* Returns: (transfer none): the paper whose pages come first. */
const OcopPaper *ocop_paper_pages_get_paper  (const OcopPaperPages  *pages);

/**
 * ocop_paper_pages_paint:
 * @page: from 0
 * @cr: with the page's top left corner at its origin, in points; its paper is
 *   not painted
 */
void            ocop_paper_pages_paint       (OcopPaperPages        *pages,
                                              guint                  page,
                                              cairo_t               *cr);

/* Returns: (transfer full) (element-type OcopPaperItem): what stands on @page, downwards. */
GArray         *ocop_paper_pages_dup_items   (const OcopPaperPages  *pages,
                                              guint                  page);

/**
 * ocop_paper_pages_write_pdf:
 * @path: is replaced, by a whole file or not at all
 * @progress: (nullable): called after each page
 *
 * Returns: %FALSE with @error set when the file cannot be written or
 *   @cancellable was cancelled.
 */
gboolean        ocop_paper_pages_write_pdf   (OcopPaperPages        *pages,
                                              const char            *path,
                                              OcopPaperProgress      progress,
                                              gpointer               user_data,
                                              GCancellable          *cancellable,
                                              GError               **error);
/* Breaks @paper into pages for it. */
gboolean        ocop_paper_write_pdf         (OcopPaper             *paper,
                                              const char            *path,
                                              OcopPaperProgress      progress,
                                              gpointer               user_data,
                                              GCancellable          *cancellable,
                                              GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopPaperPages, ocop_paper_pages_free)

G_END_DECLS
