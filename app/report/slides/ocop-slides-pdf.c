/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Slides as pages: of the screen's shape, or on paper two to a page. */

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "report/slides/ocop-slides-private.h"

#define PAPER_WIDTH 595.28
#define PAPER_HEIGHT 841.89
#define PAPER_MARGIN 48.0

static cairo_status_t
append_bytes (void                *bytes,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The day of the figures, never the clock's: the same slides are the same file. */
static void
set_metadata (cairo_surface_t  *surface,
              const OcopSlides *slides)
{
  char day[OCOP_DATE_TEXT_SIZE];
  g_autofree char *created = g_strconcat (ocop_date_to_text (slides->on, day), "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, slides->title);
  if (slides->office != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, slides->office);
}

/* On paper a slide has a frame, for its ground is the paper's. */
static void
paint_on_paper (const OcopSlidesLayout *layout,
                guint                   page,
                cairo_t                *cr)
{
  double scale = (PAPER_WIDTH - 2 * PAPER_MARGIN) / OCOP_SLIDE_WIDTH;
  double height = OCOP_SLIDE_HEIGHT * scale;
  double gap = (PAPER_HEIGHT - 2 * height) / 3;

  cairo_save (cr);
  cairo_translate (cr, PAPER_MARGIN, page % 2 == 0 ? gap : 2 * gap + height);
  cairo_scale (cr, scale, scale);
  ocop_slides_layout_paint (layout, page, cr);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, 0, 0, OCOP_SLIDE_WIDTH, OCOP_SLIDE_HEIGHT);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static cairo_status_t
paint_all (const OcopSlidesLayout *layout,
           OcopSlidesForm          form,
           cairo_surface_t        *surface)
{
  cairo_t *cr = cairo_create (surface);
  guint n = layout->pages->len;
  cairo_status_t status;

  for (guint page = 0; page < n; page++)
    {
      if (form == OCOP_SLIDES_HANDOUT)
        paint_on_paper (layout, page, cr);
      else
        ocop_slides_layout_paint (layout, page, cr);
      if (form != OCOP_SLIDES_HANDOUT || page % 2 == 1 || page + 1 == n)
        cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

GBytes *
ocop_slides_layout_to_pdf (const OcopSlidesLayout  *self,
                           OcopSlidesForm           form,
                           GError                 **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  gboolean paper = form == OCOP_SLIDES_HANDOUT;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, paper ? PAPER_WIDTH : OCOP_SLIDE_WIDTH,
                                                                  paper ? PAPER_HEIGHT : OCOP_SLIDE_HEIGHT);
  cairo_status_t status;

  set_metadata (surface, self->slides);
  status = paint_all (self, form, surface);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE, _("The slides could not be drawn: %s"), cairo_status_to_string (status));
  return NULL;
}
