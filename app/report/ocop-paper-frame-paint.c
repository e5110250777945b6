/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-frame-private.h"

#define RULE_WIDTH 0.5

static void
paint_text (OcopPaperFrame      *frame,
            cairo_t             *cr,
            const char          *text,
            const OcopPaperFont *font,
            guint                first,
            guint                span,
            double               y,
            double               height)
{
  double width = ocop_paper_frame_get_inner_width (frame, first, span);
  double taken = ocop_paper_ruler_get_height (frame->ruler, text, font, width);

  ocop_paper_ruler_show (frame->ruler, cr, text, font, frame->edges[first] + OCOP_PAPER_CELL_PADDING_X, y + (height - taken) / 2, width);
}

static void
stroke_rules (cairo_t *cr)
{
  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_stroke (cr);
}

/* From @bottom upwards, in the middle of the column. */
static void
paint_upright (OcopPaperFrame      *frame,
               cairo_t             *cr,
               const char          *text,
               const OcopPaperFont *font,
               guint                column,
               double               bottom)
{
  OcopPaperFont upwards = { .size = font->size, .bold = font->bold, .align = OCOP_PAPER_ALIGN_LEFT };
  double middle = (frame->edges[column] + frame->edges[column + 1]) / 2;

  cairo_save (cr);
  cairo_translate (cr, middle - ocop_paper_font_get_line_height (font) / 2, bottom - OCOP_PAPER_CELL_PADDING_X);
  cairo_rotate (cr, -G_PI / 2);
  ocop_paper_ruler_show (frame->ruler, cr, text, &upwards, 0, 0, 1000);
  cairo_restore (cr);
}

static void
paint_title (OcopPaperFrame *frame,
             cairo_t        *cr,
             const char     *title,
             guint           first,
             guint           span,
             double          y,
             double          height)
{
  OcopPaperFont font = ocop_paper_frame_get_heading_font (frame);

  cairo_rectangle (cr, frame->edges[first], y, frame->edges[first + span] - frame->edges[first], height);
  stroke_rules (cr);
  if (span == 1 && ocop_paper_table_get_column (frame->table, first)->upright)
    paint_upright (frame, cr, title, &font, first, y + height);
  else
    paint_text (frame, cr, title, &font, first, span, y, height);
}

void
ocop_paper_frame_paint_heading (OcopPaperFrame *frame,
                                cairo_t        *cr)
{
  guint span;

  for (guint i = 0; i < frame->n_columns; i += span)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (frame->table, i);

      span = ocop_paper_table_get_group_span (frame->table, i);
      if (column->group == NULL)
        {
          span = ocop_paper_frame_get_title_span (frame, i);
          paint_title (frame, cr, ocop_paper_table_get_column (frame->table, i + span - 1)->title, i, span, 0,
                       frame->group_height + frame->title_height);
          continue;
        }
      paint_title (frame, cr, column->group, i, span, 0, frame->group_height);
      for (guint j = i; j < i + span; j++)
        paint_title (frame, cr, ocop_paper_table_get_column (frame->table, j)->title, j, 1,
                     frame->group_height, frame->title_height);
    }
}

static gboolean
follows_box (const OcopPaperFrame *frame,
             guint                 edge)
{
  return edge > 0 && edge < frame->n_columns && ocop_paper_table_get_column (frame->table, edge - 1)->leads;
}

static void
paint_row_rules (OcopPaperFrame *frame,
                 cairo_t        *cr,
                 guint           span,
                 double          height)
{
  for (guint i = 0; i <= frame->n_columns; i++)
    if ((i == 0 || i >= span) && !follows_box (frame, i))
      {
        cairo_move_to (cr, frame->edges[i], 0);
        cairo_line_to (cr, frame->edges[i], height);
      }
  cairo_move_to (cr, 0, height);
  cairo_line_to (cr, frame->edges[frame->n_columns], height);
  stroke_rules (cr);
}

/* In the middle of its cell, or beside the first line of the text that it leads. Drawn, not set: the
 * paper face has no ticked box. */
static void
paint_box (OcopPaperFrame  *frame,
           cairo_t         *cr,
           const OcopValue *value,
           guint            column,
           double           height)
{
  double side = frame->size * 0.72;
  double line = ocop_paper_frame_get_line_height (frame) + 2 * OCOP_PAPER_CELL_PADDING_Y;
  double x = (frame->edges[column] + frame->edges[column + 1] - side) / 2;
  double y = ((ocop_paper_table_get_column (frame->table, column)->leads ? line : height) - side) / 2;

  if (value->type != OCOP_VALUE_INTEGER)
    return;
  cairo_rectangle (cr, x, y, side, side);
  stroke_rules (cr);
  if (value->integer == 0)
    return;
  cairo_set_line_width (cr, 1.1);
  cairo_move_to (cr, x + 1.2, y + 1.2);
  cairo_line_to (cr, x + side - 1.2, y + side - 1.2);
  cairo_move_to (cr, x + side - 1.2, y + 1.2);
  cairo_line_to (cr, x + 1.2, y + side - 1.2);
  cairo_stroke (cr);
}

static void
paint_row_texts (OcopPaperFrame     *frame,
                 cairo_t            *cr,
                 const OcopPaperRow *row,
                 guint               span,
                 double              height)
{
  if (span > 0 && row->label != NULL)
    {
      OcopPaperFont font = ocop_paper_frame_get_label_font (frame, row);

      paint_text (frame, cr, row->label, &font, 0, span, 0, height);
    }
  for (guint i = span; i < frame->n_columns; i++)
    {
      OcopPaperFont font = ocop_paper_frame_get_cell_font (frame, row, i);
      g_autofree char *text = NULL;

      if (ocop_paper_table_get_column (frame->table, i)->type == OCOP_PAPER_COLUMN_BOX)
        {
          paint_box (frame, cr, ocop_paper_frame_get_cell (frame, row, i), i, height);
          continue;
        }
      text = ocop_paper_column_to_people (ocop_paper_table_get_column (frame->table, i), ocop_paper_frame_get_cell (frame, row, i));
      paint_text (frame, cr, text, &font, i, 1, 0, height);
    }
}

void
ocop_paper_frame_paint_row (OcopPaperFrame *frame,
                            cairo_t        *cr,
                            guint           index,
                            double          offset,
                            double          height)
{
  const OcopPaperRow *row = ocop_paper_frame_get_row (frame, index);
  guint span = ocop_paper_table_get_label_span (frame->table, row);
  double full = ocop_paper_frame_get_row_height (frame, index);

  paint_row_rules (frame, cr, span, height);
  cairo_save (cr);
  if (height < full)
    {
      cairo_rectangle (cr, 0, 0, frame->edges[frame->n_columns], height);
      cairo_clip (cr);
      cairo_translate (cr, 0, -offset);
    }
  paint_row_texts (frame, cr, row, span, full);
  cairo_restore (cr);
}
