/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OcopPaperBox:
 * @height: points
 * @space_before: points, dropped where the box begins a page
 * @keep_with_next: not to be the last on a page
 * @heading: the box to be repeated above this one where it begins a page; -1
 *   for none
 * @line: a box taller than a page is cut at multiples of this after @padding;
 *   0 to cut it anywhere
 * @padding: above the first line
 *
 * Something that goes on a page as a whole, of which only the size matters.
 */
typedef struct
{
  double height;
  double space_before;
  gboolean keep_with_next;
  int heading;
  double line;
  double padding;
} OcopPaperBox;

/**
 * OcopPaperPlace:
 * @box: which box
 * @y: its top on the page, in points
 * @height: what stands here of it
 * @offset: how much of a cut box stands on earlier pages
 * @repeated: whether it is a heading that was there before
 */
typedef struct
{
  guint box;
  double y;
  double height;
  double offset;
  gboolean repeated;
} OcopPaperPlace;

/**
 * OcopPaperFlow:
 *
 * Boxes, one below the other, dealt out to pages. A pure function of sizes.
 */
typedef struct _OcopPaperFlow OcopPaperFlow;

OcopPaperFlow        *ocop_paper_flow_new         (const OcopPaperBox  *boxes,
                                                   gsize                n_boxes,
                                                   double               page_height);
void                  ocop_paper_flow_free        (OcopPaperFlow       *flow);

/* At least 1. */
guint                 ocop_paper_flow_get_n_pages (const OcopPaperFlow *flow);

/* Returns: (transfer none) (array length=n_places): what stands on @page, counted from 0, downwards. */
const OcopPaperPlace *ocop_paper_flow_get_page    (const OcopPaperFlow *flow,
                                                   guint                page,
                                                   guint               *n_places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopPaperFlow, ocop_paper_flow_free)

G_END_DECLS
