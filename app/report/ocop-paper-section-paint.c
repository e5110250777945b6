/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "report/ocop-paper-pages-private.h"
#include "report/ocop-paper-section-private.h"

/* How far the mark of practice data goes in from its place on a page that paints itself. */
#define POINTS_TO_FRAME 24

static void
paint_chart (OcopPaperSection       *section,
             const OcopPaperContent *content,
             cairo_t                *cr,
             double                  height)
{
  const OcopPaperBlock *block = section->paper->blocks->pdata[content->block];

  cairo_translate (cr, (ocop_paper_section_get_text_width (section) - content->width) / 2, 0);
  block->chart->paint (cr, content->width, height, block->chart->paint_data);
}

/* Dots at the foot of a line, to write on. */
static void
paint_dots (cairo_t *cr,
            double   from,
            double   to,
            double   y)
{
  const double dots[] = { 0, 3 };

  if (to - from < 10)
    return;
  cairo_save (cr);
  cairo_set_line_width (cr, 0.9);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_text_line (OcopPaperSection       *section,
                 const OcopPaperContent *content,
                 cairo_t                *cr)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (content->text, content->line);
  PangoRectangle logical;

  cairo_move_to (cr, content->x, content->baseline);
  pango_cairo_show_layout_line (cr, line);
  if (!content->dots)
    return;
  pango_layout_line_get_extents (line, NULL, &logical);
  paint_dots (cr, content->x + (double) logical.width / PANGO_SCALE + 2, ocop_paper_section_get_text_width (section),
              content->baseline + 1);
}

static void
paint_signatures (OcopPaperSection       *section,
                  const OcopPaperContent *content,
                  cairo_t                *cr)
{
  const OcopPaperBlock *block = section->paper->blocks->pdata[content->block];

  ocop_paper_paint_signatures (block->signatures, section->ruler, cr, ocop_paper_section_get_text_width (section));
}

static void
paint_place (OcopPaperSection     *section,
             const OcopPaperPlace *place,
             cairo_t              *cr)
{
  const OcopPaperContent *content = &g_array_index (section->contents, OcopPaperContent, place->box);
  OcopPaperFrame *frame = section->paper->blocks->len > 0 ? section->frames->pdata[content->block] : NULL;

  cairo_save (cr);
  cairo_translate (cr, OCOP_PAPER_MARGIN_LEFT, OCOP_PAPER_MARGIN_TOP + place->y);
  cairo_set_source_rgb (cr, 0, 0, 0);
  switch (content->kind)
    {
    case OCOP_PAPER_ITEM_HEAD:
      ocop_paper_paint_head (section->paper, section->ruler, cr, ocop_paper_section_get_text_width (section));
      break;
    case OCOP_PAPER_ITEM_TEXT:
      paint_text_line (section, content, cr);
      break;
    case OCOP_PAPER_ITEM_HEADING:
      ocop_paper_frame_paint_heading (frame, cr);
      break;
    case OCOP_PAPER_ITEM_ROW:
      ocop_paper_frame_paint_row (frame, cr, content->row, place->offset, place->height);
      break;
    case OCOP_PAPER_ITEM_CHART:
      paint_chart (section, content, cr, place->height);
      break;
    case OCOP_PAPER_ITEM_SIGNATURES:
      paint_signatures (section, content, cr);
      break;
    case OCOP_PAPER_ITEM_FOOT:
    default:
      ocop_paper_paint_foot (section->paper, section->ruler, cr, ocop_paper_section_get_text_width (section));
      break;
    }
  cairo_restore (cr);
}

static void
paint_page_number (OcopPaperSection *section,
                   guint             page,
                   cairo_t          *cr)
{
  const OcopPaperFont font = { .size = 13, .align = OCOP_PAPER_ALIGN_CENTRE };
  g_autofree char *number = g_strdup_printf ("%u", page + 1);

  if (page > 0)
    ocop_paper_ruler_show (section->ruler, cr, number, &font, OCOP_PAPER_MARGIN_LEFT, OCOP_PAPER_POINTS (10), ocop_paper_section_get_text_width (section));
}

static void
paint_practice_mark (OcopPaperSection *section,
                     cairo_t          *cr)
{
  const OcopPaperFont font = { .size = 10, .bold = TRUE, .align = OCOP_PAPER_ALIGN_CENTRE };
  const char *mark = _("PRACTICE DATA");
  double width = ocop_paper_ruler_get_ems (section->ruler, mark, strlen (mark), TRUE) * font.size + 12;
  double height = ocop_paper_font_get_line_height (&font) + 4;
  double x = section->width - OCOP_PAPER_MARGIN_RIGHT - width;
  double y = OCOP_PAPER_POINTS (9);

  cairo_set_source_rgb (cr, 0.7, 0.1, 0.1);
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
  ocop_paper_ruler_show (section->ruler, cr, mark, &font, x, y + 2, width);
}

static void
paint_history_head (OcopPaperSection *section,
                    cairo_t          *cr)
{
  const OcopPaperFont font = { .size = 7.5, .align = OCOP_PAPER_ALIGN_LEFT };

  cairo_set_source_rgb (cr, 0.3, 0.3, 0.3);
  ocop_paper_ruler_show (section->ruler, cr, section->paper->history_head, &font,
                         OCOP_PAPER_MARGIN_LEFT, section->height - OCOP_PAPER_POINTS (12), ocop_paper_section_get_text_width (section));
}

/* A paper that paints its pages itself does so to their edges, and bears no number. */
static void
paint_flow (OcopPaperSection *section,
            guint             page,
            cairo_t          *cr)
{
  guint n_places;
  const OcopPaperPlace *places = ocop_paper_flow_get_page (section->flow, page, &n_places);

  paint_page_number (section, page, cr);
  for (guint i = 0; i < n_places; i++)
    paint_place (section, &places[i], cr);
  if (section->paper->history_head != NULL)
    paint_history_head (section, cr);
}

void
ocop_paper_section_paint (OcopPaperSection *section,
                          guint             page,
                          cairo_t          *cr)
{
  const OcopPaperPainter *painter = &section->paper->painter;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (section->flow != NULL)
    paint_flow (section, page, cr);
  else
    painter->paint (cr, page, section->width, section->height, painter->data);
  /* Within the frame that such a page may have. */
  if (section->flow == NULL)
    cairo_translate (cr, -POINTS_TO_FRAME, POINTS_TO_FRAME);
  if (section->paper->practice)
    paint_practice_mark (section, cr);
  cairo_restore (cr);
}
