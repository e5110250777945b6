/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-paper-ruler.h"
#include "report/ocop-paper-table.h"

G_BEGIN_DECLS

/**
 * OcopPaperFrame:
 *
 * A table as it stands on pages of one width: size of type, edges of columns,
 * heights of rows.
 */
typedef struct _OcopPaperFrame OcopPaperFrame;

/**
 * ocop_paper_frame_new:
 * @table: with its rows in memory; outlives the frame, as does @ruler
 *
 * Measures the words; the frame has no width yet.
 */
OcopPaperFrame *ocop_paper_frame_new                (const OcopPaperTable *table,
                                                     OcopPaperRuler       *ruler);
void            ocop_paper_frame_free               (OcopPaperFrame       *frame);

/* In points: below it words would have to be broken even in the smallest type. */
double          ocop_paper_frame_get_least_width    (const OcopPaperFrame *frame);

/**
 * ocop_paper_frame_set_width:
 * @width: points
 *
 * Takes 11 points, or the next smaller size, down to 9, at which no word and no
 * number has to be broken and some room is left. What is left of the width is shared out by the
 * widths of the columns. Comes once, before sizes are asked for and anything is
 * painted.
 */
void            ocop_paper_frame_set_width          (OcopPaperFrame       *frame,
                                                     double                width);

/* In points. */
double          ocop_paper_frame_get_line_height    (const OcopPaperFrame *frame);
double          ocop_paper_frame_get_padding        (const OcopPaperFrame *frame);
double          ocop_paper_frame_get_heading_height (OcopPaperFrame       *frame);
double          ocop_paper_frame_get_row_height     (OcopPaperFrame       *frame,
                                                     guint                 row);

/* Paint at the origin of @cr, downwards; a row without the line above it. */
void            ocop_paper_frame_paint_heading      (OcopPaperFrame       *frame,
                                                     cairo_t              *cr);
/* The part of @row from @offset on, @height tall. */
void            ocop_paper_frame_paint_row          (OcopPaperFrame       *frame,
                                                     cairo_t              *cr,
                                                     guint                 row,
                                                     double                offset,
                                                     double                height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopPaperFrame, ocop_paper_frame_free)

G_END_DECLS
