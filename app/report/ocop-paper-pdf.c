/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>

#include "base/ocop-writing.h"
#include "report/ocop-paper-pages.h"

typedef struct
{
  GOutputStream *stream;
  GError *cause;
} PdfSink;

static cairo_status_t
write_to_sink (void                *closure,
               const unsigned char *data,
               unsigned int         length)
{
  PdfSink *sink = closure;

  if (sink->cause == NULL && g_output_stream_write_all (sink->stream, data, length, NULL, NULL, &sink->cause))
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_WRITE_ERROR;
}

/* The date of the figures, never the clock's: the same paper is the same file. */
static void
set_metadata (cairo_surface_t *surface,
              const OcopPaper *paper)
{
  OcopDate day = ocop_date_is_day (paper->as_of) ? paper->as_of : ocop_date_new (2000, 1, 1);
  char text[OCOP_DATE_TEXT_SIZE];
  g_autofree char *created = g_strdup_printf ("%sT00:00:00Z", ocop_date_to_text (day, text));

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, paper->title);
  if (paper->body != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, paper->body);
}

static gboolean
paint_all (OcopPaperPages     *pages,
           cairo_surface_t    *surface,
           OcopPaperProgress   progress,
           gpointer            user_data,
           GCancellable       *cancellable,
           GError            **error)
{
  cairo_t *cr = cairo_create (surface);
  guint n = ocop_paper_pages_get_n_pages (pages);
  gboolean cancelled = FALSE;

  for (guint i = 0; i < n && !cancelled; i++)
    {
      cairo_pdf_surface_set_size (surface, ocop_paper_pages_get_width (pages, i), ocop_paper_pages_get_height (pages, i));
      ocop_paper_pages_paint (pages, i, cr);
      cairo_show_page (cr);
      if (progress != NULL)
        progress (i + 1, n, user_data);
      cancelled = ocop_paper_file_is_cancelled (cancellable, error);
    }
  cairo_destroy (cr);
  return !cancelled;
}

gboolean
ocop_paper_pages_write_pdf (OcopPaperPages     *pages,
                            const char         *path,
                            OcopPaperProgress   progress,
                            gpointer            user_data,
                            GCancellable       *cancellable,
                            GError            **error)
{
  PdfSink sink = { ocop_paper_file_open (path, error), NULL };
  cairo_surface_t *surface;
  gboolean painted;

  if (sink.stream == NULL)
    return FALSE;
  surface = cairo_pdf_surface_create_for_stream (write_to_sink, &sink, ocop_paper_pages_get_width (pages, 0),
                                                 ocop_paper_pages_get_height (pages, 0));
  set_metadata (surface, ocop_paper_pages_get_paper (pages));
  painted = paint_all (pages, surface, progress, user_data, cancellable, error);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  if (sink.cause != NULL)
    {
      painted = FALSE;
      if (error == NULL || *error == NULL)
        ocop_writing_set_error (error, path, g_steal_pointer (&sink.cause));
      g_clear_error (&sink.cause);
    }
  return ocop_paper_file_close (sink.stream, path, painted, error) && painted;
}

gboolean
ocop_paper_write_pdf (OcopPaper          *paper,
                      const char         *path,
                      OcopPaperProgress   progress,
                      gpointer            user_data,
                      GCancellable       *cancellable,
                      GError            **error)
{
  g_autoptr(OcopPaperPages) pages = ocop_paper_pages_new (paper, error);

  return pages != NULL && ocop_paper_pages_write_pdf (pages, path, progress, user_data, cancellable, error);
}
