/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Slides that say something in lines: what is proposed, what has to be decided. */

#include "report/slides/ocop-slides-private.h"

/* Tried in turn: the first in which all lines have room on one slide. */
static const double sizes[] = { 26, 24, 22, 20, 18 };

/* From the text of one line to that of the next, of the size of the type. */
#define GAP 0.5

static double
measure (const OcopSlidesLayout *layout,
         const char             *line,
         double                  size)
{
  g_autoptr(PangoLayout) set = ocop_slides_layout_set_text (layout, line, size, FALSE, ocop_slide_box (OCOP_SLIDE_BOX_BODY)->width - OCOP_SLIDE_INDENT);
  int height;

  pango_layout_get_size (set, NULL, &height);
  return (double) height / PANGO_SCALE + size * GAP;
}

double
ocop_slide_lines_fit (const OcopSlidesLayout *layout,
                      const OcopSlide        *slide)
{
  double size = sizes[0];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      size = sizes[i];
      if (ocop_slide_lines_find_end (layout, slide, size, 0) == g_strv_length (slide->lines))
        break;
    }
  return size;
}

guint
ocop_slide_lines_find_end (const OcopSlidesLayout *layout,
                           const OcopSlide        *slide,
                           double                  size,
                           guint                   first)
{
  double room = ocop_slide_box (OCOP_SLIDE_BOX_BODY)->height;
  double height = 0;
  guint end = first;

  for (; slide->lines[end] != NULL; end++)
    {
      height += measure (layout, slide->lines[end], size);
      /* One line at least, however long. */
      if (height > room && end > first)
        break;
    }
  return end;
}

static double
paint_line (const OcopSlidesLayout *layout,
            const char             *text,
            double                  size,
            double                  x,
            double                  y,
            double                  width,
            cairo_t                *cr)
{
  g_autoptr(PangoLayout) set = ocop_slides_layout_set_text (layout, text, size, FALSE, width);
  int height;

  pango_layout_get_size (set, NULL, &height);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, set);
  return (double) height / PANGO_SCALE;
}

void
ocop_slide_lines_paint (const OcopSlidesLayout *layout,
                        const OcopSlidePage    *page,
                        cairo_t                *cr)
{
  const OcopSlideBox *box = ocop_slide_box (OCOP_SLIDE_BOX_BODY);
  double y = box->y;

  for (guint i = page->first_row; i < page->end_row; i++)
    {
      paint_line (layout, OCOP_SLIDE_BULLET, page->size, box->x, y, OCOP_SLIDE_INDENT, cr);
      y += paint_line (layout, page->slide->lines[i], page->size, box->x + OCOP_SLIDE_INDENT, y, box->width - OCOP_SLIDE_INDENT, cr);
      y += page->size * GAP;
    }
}
