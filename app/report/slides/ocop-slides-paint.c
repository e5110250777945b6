/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of slides with cairo. */

#include "report/slides/ocop-slides-private.h"

#include <glib/gi18n.h>

#include "chart/ocop-chart-paint.h"

typedef enum
{
  AT_TOP,
  AT_MIDDLE,
  AT_BOTTOM,
} Standing;

typedef struct
{
  double size;
  gboolean bold;
  guint32 colour;
  PangoAlignment align;
  Standing standing;
} Manner;

static void
set_colour (cairo_t *cr,
            guint32  colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
paint_box (cairo_t            *cr,
           const OcopSlideBox *box,
           guint32             colour)
{
  set_colour (cr, colour);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
}

/* Returns: its height */
static double
paint_text (const OcopSlidesLayout *self,
            cairo_t                *cr,
            const char             *text,
            const OcopSlideBox     *box,
            const Manner           *manner)
{
  g_autoptr(PangoLayout) layout = ocop_slides_layout_set_text (self, text, manner->size, manner->bold, box->width);
  double height;
  int taken;

  pango_layout_set_alignment (layout, manner->align);
  pango_layout_get_size (layout, NULL, &taken);
  height = (double) taken / PANGO_SCALE;
  set_colour (cr, manner->colour);
  cairo_move_to (cr, box->x, box->y + (box->height - height) * manner->standing / AT_BOTTOM);
  pango_cairo_show_layout (cr, layout);
  return height;
}

static void
paint_practice (const OcopSlidesLayout *self,
                cairo_t                *cr)
{
  paint_text (self, cr, _("PRACTICE DATA"), ocop_slide_box (OCOP_SLIDE_BOX_PRACTICE),
              &(Manner) { OCOP_SLIDE_NOTE_SIZE, TRUE, self->theme.warning_ink, PANGO_ALIGN_RIGHT, AT_TOP });
}

static void
paint_front (const OcopSlidesLayout *self,
             const OcopSlidePage    *page,
             cairo_t                *cr)
{
  g_autofree char *day = ocop_slides_dup_place_and_day (self->slides);
  OcopSlideBox below = *ocop_slide_box (OCOP_SLIDE_BOX_FRONT_OFFICE);

  paint_box (cr, ocop_slide_box (OCOP_SLIDE_BOX_BAND), self->theme.fills[OCOP_CHART_ROLE_STAR4].colour);
  paint_text (self, cr, page->title, ocop_slide_box (OCOP_SLIDE_BOX_FRONT_TITLE),
              &(Manner) { page->title_size, TRUE, self->theme.ink, PANGO_ALIGN_LEFT, AT_BOTTOM });
  if (self->slides->office != NULL)
    below.y += paint_text (self, cr, self->slides->office, &below,
                           &(Manner) { OCOP_SLIDE_OFFICE_SIZE, FALSE, self->theme.ink, PANGO_ALIGN_LEFT, AT_TOP });
  paint_text (self, cr, day, &below, &(Manner) { OCOP_SLIDE_DAY_SIZE, FALSE, self->theme.dim_ink, PANGO_ALIGN_LEFT, AT_TOP });
  if (self->slides->practice)
    paint_practice (self, cr);
}

/* Title and subtitle together stand in the middle of their box. */
static void
paint_head (const OcopSlidesLayout *self,
            const OcopSlidePage    *page,
            cairo_t                *cr)
{
  const OcopSlideBox *box = ocop_slide_box (OCOP_SLIDE_BOX_TITLE);
  g_autoptr(PangoLayout) layout = ocop_slides_layout_set_text (self, page->title, page->title_size, TRUE, box->width);
  g_autoptr(PangoLayout) below = ocop_slides_layout_set_text (self, page->slide->subtitle, OCOP_SLIDE_SUBTITLE_SIZE, FALSE, box->width);
  int height, height_below = 0;
  double y;

  pango_layout_get_size (layout, NULL, &height);
  if (*page->slide->subtitle != '\0')
    pango_layout_get_size (below, NULL, &height_below);
  y = box->y + (box->height - (double) (height + height_below) / PANGO_SCALE) / 2;
  set_colour (cr, self->theme.ink);
  cairo_move_to (cr, box->x, y);
  pango_cairo_show_layout (cr, layout);
  set_colour (cr, self->theme.dim_ink);
  cairo_move_to (cr, box->x, y + (double) height / PANGO_SCALE);
  pango_cairo_show_layout (cr, below);
}

static void
paint_foot (const OcopSlidesLayout *self,
            guint                   number,
            cairo_t                *cr)
{
  const OcopSlidePage *page = self->pages->pdata[number];
  g_autofree char *text = g_strdup_printf ("%u", number + 1);
  Manner manner = { OCOP_SLIDE_NOTE_SIZE, FALSE, self->theme.dim_ink, PANGO_ALIGN_LEFT, AT_TOP };

  paint_text (self, cr, page->slide->source, ocop_slide_box (OCOP_SLIDE_BOX_SOURCE), &manner);
  manner.align = PANGO_ALIGN_RIGHT;
  paint_text (self, cr, text, ocop_slide_box (OCOP_SLIDE_BOX_NUMBER), &manner);
}

static void
paint_picture (const OcopSlidesLayout *self,
               const OcopSlidePage    *page,
               cairo_t                *cr)
{
  const OcopSlideBox *box = ocop_slide_box (OCOP_SLIDE_BOX_BODY);

  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  ocop_chart_geometry_free (ocop_chart_paint (page->slide->picture, cr, box->width, box->height, &self->theme,
                                              OCOP_CHART_PAINT_TRANSPARENT));
  cairo_restore (cr);
}

/* Paints @row within @band, which is as wide as the table. */
static void
paint_row (const OcopSlidesLayout *self,
           const OcopSlidePage    *page,
           guint                   row,
           const OcopSlideBox     *band,
           cairo_t                *cr)
{
  const OcopSlideTable *table = page->slide->table;
  guint32 accent = self->theme.fills[OCOP_CHART_ROLE_STAR4].colour;
  gboolean strong = ocop_slide_table_is_strong (table, row);
  double x = band->x;

  if (row == 0)
    paint_box (cr, band, accent);
  else
    paint_box (cr, &(OcopSlideBox) { band->x, band->y + band->height - 0.75, band->width, 0.75 }, self->theme.grid);
  for (guint column = 0; column < table->n_columns; column++)
    {
      const OcopSlideBox cell = { x + OCOP_SLIDE_CELL_SIDE, band->y, page->grid->widths[column] - 2 * OCOP_SLIDE_CELL_SIDE, band->height };

      paint_text (self, cr, ocop_slide_table_get (table, row, column), &cell,
                  &(Manner) { page->grid->size, strong, row == 0 ? ocop_chart_theme_ink_on (accent) : self->theme.ink,
                              ocop_slide_table_is_text (table, column) ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT, AT_MIDDLE });
      x += page->grid->widths[column];
    }
}

static void
paint_table (const OcopSlidesLayout *self,
             const OcopSlidePage    *page,
             cairo_t                *cr)
{
  OcopSlideBox band = *ocop_slide_box (OCOP_SLIDE_BOX_BODY);

  band.width = 0;
  for (guint column = 0; column < page->slide->table->n_columns; column++)
    band.width += page->grid->widths[column];
  band.height = page->grid->heights[0];
  paint_row (self, page, 0, &band, cr);
  for (guint row = page->first_row; row < page->end_row; row++)
    {
      band.y += band.height;
      band.height = page->grid->heights[row];
      paint_row (self, page, row, &band, cr);
    }
  if (ocop_slide_grid_find_rest (page, &band))
    paint_text (self, cr, page->slide->table->rest, &band,
                &(Manner) { OCOP_SLIDE_REST_SIZE, TRUE, self->theme.ink, PANGO_ALIGN_LEFT, AT_MIDDLE });
}

void
ocop_slides_layout_paint (const OcopSlidesLayout *self,
                          guint                   number,
                          cairo_t                *cr)
{
  const OcopSlidePage *page = self->pages->pdata[number];

  paint_box (cr, &(OcopSlideBox) { 0, 0, OCOP_SLIDE_WIDTH, OCOP_SLIDE_HEIGHT }, self->theme.background);
  if (page->slide == NULL)
    {
      paint_front (self, page, cr);
      return;
    }
  paint_head (self, page, cr);
  paint_foot (self, number, cr);
  if (page->slide->picture != NULL)
    paint_picture (self, page, cr);
  else if (page->slide->table != NULL)
    paint_table (self, page, cr);
  else
    {
      set_colour (cr, self->theme.ink);
      ocop_slide_lines_paint (self, page, cr);
    }
  /* A picture says it itself, wherever it is pasted. */
  if (self->slides->practice && page->slide->picture == NULL)
    paint_practice (self, cr);
}
