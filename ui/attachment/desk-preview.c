/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attachment/desk-preview.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <poppler.h>

#include "base/ocop-number.h"
#include "register/ocop-attachments.h"

/* Bytes in a hundredth of a megabyte. */
#define HUNDREDTH 10000

/* What is asked for. */
typedef struct
{
  char *path;
  int page;
  int width;
  int height;
} Request;

static void
request_free (Request *request)
{
  g_free (request->path);
  g_free (request);
}

void
desk_preview_free (DeskPreview *preview)
{
  g_clear_object (&preview->texture);
  g_free (preview);
}

char *
desk_preview_describe (const DeskPreview *preview)
{
  g_autofree char *size = ocop_hundredths_to_people (MAX (1, (preview->size + HUNDREDTH / 2) / HUNDREDTH));
  g_autofree char *pages = g_strdup_printf (ngettext ("%d page", "%d pages", (gulong) preview->n_pages), preview->n_pages);
  const char *title = preview->type != NULL ? preview->type->title : _("File");

  if (preview->type == NULL || preview->type->is_picture || preview->n_pages == 0)
    return g_strdup_printf ("%s · %s MB", title, size);
  return g_strdup_printf ("%s · %s · %s MB", title, pages, size);
}

char *
desk_preview_explain (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_strdup (_("The file is missing beside the register. The rest of the record is whole."));
  return g_strdup_printf (_("The file cannot be shown: %s"), error->message);
}

/* Pictures */

/* A camera held upright writes a picture that lies: what it says of that is followed after it was
 * made small, so the longer side limits both. */
static GdkPixbuf *
load_pixbuf (const Request  *request,
             GError        **error)
{
  int width, height;
  gboolean known = gdk_pixbuf_get_file_info (request->path, &width, &height) != NULL;
  gboolean small = known && width <= request->width && height <= request->height;
  g_autoptr(GdkPixbuf) pixbuf = small ? gdk_pixbuf_new_from_file (request->path, error)
                                      : gdk_pixbuf_new_from_file_at_scale (request->path, request->width, request->height, TRUE, error);

  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

static gboolean
draw_picture (DeskPreview    *preview,
              const Request  *request,
              GError        **error)
{
  g_autoptr(GdkPixbuf) pixbuf = load_pixbuf (request, error);

  if (pixbuf == NULL)
    return FALSE;
  preview->n_pages = 1;
  preview->texture = gdk_texture_new_for_pixbuf (pixbuf);
  return TRUE;
}

/* PDF */

static PopplerDocument *
open_pdf (const char  *path,
          GError     **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autoptr(GError) local = NULL;
  PopplerDocument *document = uri != NULL ? poppler_document_new_from_file (uri, NULL, &local) : NULL;

  if (document != NULL || uri == NULL)
    return document;
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                       g_error_matches (local, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
                         ? _("it is locked with a password") : _("the PDF is damaged"));
  return NULL;
}

static GdkTexture *
texture_from_surface (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface), height = cairo_image_surface_get_height (surface);
  g_autoptr(GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static GdkTexture *
draw_page (PopplerPage   *page,
           const Request *request)
{
  double width, height, scale;
  cairo_surface_t *surface;
  cairo_t *cr;
  GdkTexture *texture;

  poppler_page_get_size (page, &width, &height);
  scale = MIN (request->width / MAX (width, 1.0), request->height / MAX (height, 1.0));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  texture = texture_from_surface (surface);
  cairo_surface_destroy (surface);
  return texture;
}

static gboolean
draw_page_of (PopplerDocument  *document,
              DeskPreview      *preview,
              const Request    *request,
              GError          **error)
{
  PopplerPage *page;

  preview->n_pages = poppler_document_get_n_pages (document);
  page = poppler_document_get_page (document, CLAMP (request->page, 0, preview->n_pages - 1));
  if (page == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("the PDF is damaged"));
      return FALSE;
    }
  preview->texture = draw_page (page, request);
  g_object_unref (page);
  return TRUE;
}

static gboolean
draw_pdf (DeskPreview    *preview,
          const Request  *request,
          GError        **error)
{
  PopplerDocument *document = open_pdf (request->path, error);
  gboolean done = document != NULL && draw_page_of (document, preview, request, error);

  g_clear_object (&document);
  return done;
}

/* Loading */

static gboolean
draw (DeskPreview    *preview,
      const Request  *request,
      GError        **error)
{
  if (preview->type != NULL && preview->type->is_picture)
    return draw_picture (preview, request, error);
  if (preview->type != NULL && g_str_equal (preview->type->suffix, "pdf"))
    return draw_pdf (preview, request, error);
  return TRUE;
}

static void
load (GTask        *task,
      gpointer      reg,
      gpointer      data,
      GCancellable *cancellable)
{
  const Request *request = data;
  g_autoptr(DeskPreview) preview = g_new0 (DeskPreview, 1);
  GError *error = NULL;
  GStatBuf found;

  if (g_task_return_error_if_cancelled (task))
    return;
  preview->type = ocop_file_type_of_name (request->path);
  if (g_stat (request->path, &found) != 0)
    error = g_error_new_literal (G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  else
    {
      preview->size = found.st_size;
      draw (preview, request, &error);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) desk_preview_free);
}

void
desk_preview_load_async (OcopRegister        *reg,
                         const char          *name,
                         int                  page,
                         int                  width,
                         int                  height,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (reg, cancellable, callback, user_data);
  Request *request = g_new (Request, 1);

  *request = (Request) { ocop_attachments_dup_path (reg, name), page, width, height };
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, load);
}

DeskPreview *
desk_preview_load_finish (OcopRegister  *reg,
                          GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
