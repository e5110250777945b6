/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper-frame.h"

G_BEGIN_DECLS

#define OCOP_PAPER_CELL_PADDING_X 3.0
#define OCOP_PAPER_CELL_PADDING_Y 1.6

struct _OcopPaperFrame
{
  const OcopPaperTable *table;
  OcopPaperRuler *ruler;
  guint n_columns;
  double *needed_ems;            /* (array length=n_columns) */
  double size;
  double *edges;                 /* (array length=n_columns + 1) */
  double group_height;           /* of the upper heading row; 0 without one */
  double title_height;           /* of the lower one */
};

const OcopPaperRow *ocop_paper_frame_get_row          (const OcopPaperFrame *frame,
                                                       guint                 row);
const OcopValue    *ocop_paper_frame_get_cell         (const OcopPaperFrame *frame,
                                                       const OcopPaperRow   *row,
                                                       guint                 position);

OcopPaperFont       ocop_paper_frame_get_heading_font (const OcopPaperFrame *frame);
OcopPaperFont       ocop_paper_frame_get_cell_font    (const OcopPaperFrame *frame,
                                                       const OcopPaperRow   *row,
                                                       guint                 position);
OcopPaperFont       ocop_paper_frame_get_label_font   (const OcopPaperFrame *frame,
                                                       const OcopPaperRow   *row);

/* Of @span columns from @first on, between the paddings. */
double              ocop_paper_frame_get_inner_width  (const OcopPaperFrame *frame,
                                                       guint                 first,
                                                       guint                 span);

/* How many columns stand under the title of that at @position, its own among them. */
guint               ocop_paper_frame_get_title_span   (const OcopPaperFrame *frame,
                                                       guint                 position);

G_END_DECLS
