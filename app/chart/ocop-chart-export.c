/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "chart/ocop-chart-paint.h"

/* Cairo's image surfaces end here. */
#define MOST_PIXELS 32767.0

/* What themes that do not scale themselves have their type for. */
#define USUAL_WIDTH 800.0
#define USUAL_HEIGHT 500.0

static cairo_status_t
append_bytes (void                *bytes,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_svg (GByteArray      *bytes,
            const OcopChart *chart,
            OcopChartSize    size)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, size.width, size.height);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  return surface;
}

static cairo_surface_t *
create_png (GByteArray      *bytes,
            const OcopChart *chart,
            OcopChartSize    size)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) lround (size.width * size.sharpness),
                                                         (int) lround (size.height * size.sharpness));

  cairo_surface_set_device_scale (surface, size.sharpness, size.sharpness);
  return surface;
}

/* Cairo would write the present time; the day of the figures makes the same file every time. */
static void
set_pdf_dates (cairo_surface_t *surface,
               OcopDate         as_of)
{
  char day[OCOP_DATE_TEXT_SIZE];
  g_autofree char *time = NULL;

  ocop_date_to_text (ocop_date_is_day (as_of) ? as_of : ocop_date_new (2000, 1, 1), day);
  time = g_strconcat (day, "T00:00:00Z", NULL);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

static cairo_surface_t *
create_pdf (GByteArray      *bytes,
            const OcopChart *chart,
            OcopChartSize    size)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, size.width, size.height);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, ocop_chart_get_text (chart, OCOP_CHART_TEXT_TITLE));
  set_pdf_dates (surface, ocop_chart_get_as_of (chart));
  return surface;
}

static const struct
{
  const char *extension;
  cairo_surface_t *(*create) (GByteArray *bytes, const OcopChart *chart, OcopChartSize size);
} formats[OCOP_CHART_N_FORMATS] = {
  [OCOP_CHART_FORMAT_SVG] = { ".svg", create_svg },
  [OCOP_CHART_FORMAT_PNG] = { ".png", create_png },
  [OCOP_CHART_FORMAT_PDF] = { ".pdf", create_pdf },
};

/* By the extension of @path; %OCOP_ERROR_ARGUMENT when it is none of ours. */
static gboolean
find_format (const char       *path,
             OcopChartFormat  *format,
             GError          **error)
{
  for (guint i = 0; i < OCOP_CHART_N_FORMATS; i++)
    if (ocop_text_ends_in (path, formats[i].extension))
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT,
               _("“%s”: a chart is saved as .svg, .png, .pdf or .xlsx"), path);
  return FALSE;
}

static gboolean
check_size (OcopChartSize   size,
            GError        **error)
{
  double least = MIN (size.width, size.height) * MIN (size.sharpness, 1);
  double most = MAX (size.width, size.height) * MAX (size.sharpness, 1);

  /* Written so that not-a-number fails too. */
  if (least >= 1 && most <= MOST_PIXELS)
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT,
               _("A chart can be from 1 to %d pixels wide and high"), (int) MOST_PIXELS);
  return FALSE;
}

OcopChartSize
ocop_chart_size_of_pixels (const OcopChartTheme *theme,
                           double                width,
                           double                height)
{
  double sharpness = MAX (MIN (width / USUAL_WIDTH, height / USUAL_HEIGHT), 1);

  /* Such a theme sizes its type itself. */
  if (theme->design_width > 0)
    sharpness = 1;
  return (OcopChartSize) { width / sharpness, height / sharpness, sharpness };
}

static cairo_status_t
paint_on (cairo_surface_t      *surface,
          const OcopChart      *chart,
          OcopChartSize         size,
          const OcopChartTheme *theme)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  ocop_chart_geometry_free (ocop_chart_paint (chart, cr, size.width, size.height, theme, OCOP_CHART_PAINT_WHOLE));
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

/* Up to 1.16 cairo names a drawing by how many surfaces the process has made before it. */
static GBytes *
without_surface_number (GByteArray *svg)
{
  g_autoptr(GRegex) name = g_regex_new ("id=\"surface\\d+\"", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  char *named = g_regex_replace_literal (name, (const char *) svg->data, svg->len, 0, "id=\"chart\"", G_REGEX_MATCH_DEFAULT, NULL);

  return g_bytes_new_take (named, strlen (named));
}

GBytes *
ocop_chart_to_bytes (const OcopChart       *chart,
                     OcopChartFormat        format,
                     OcopChartSize          size,
                     const OcopChartTheme  *theme,
                     GError               **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  if (!check_size (size, error))
    return NULL;
  surface = formats[format].create (bytes, chart, size);
  status = paint_on (surface, chart, size, theme);
  if (status == CAIRO_STATUS_SUCCESS && format == OCOP_CHART_FORMAT_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE,
                   _("The chart could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }
  return format == OCOP_CHART_FORMAT_SVG ? without_surface_number (bytes)
                                         : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
ocop_chart_export (const OcopChart       *chart,
                   const char            *path,
                   OcopChartSize          size,
                   const OcopChartTheme  *theme,
                   GError               **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) reason = NULL;
  OcopChartFormat format;

  if (!find_format (path, &format, error))
    return FALSE;
  bytes = ocop_chart_to_bytes (chart, format, size, theme, error);
  if (bytes == NULL)
    return FALSE;
  if (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &reason))
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE, _("“%s” could not be written: %s"), path, reason->message);
  return FALSE;
}
