/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/control/desk-photo.h"

#include "register/ocop-attachments.h"

typedef struct
{
  GBytes *content;
  char *path;
} Keeping;

static void
keeping_free (Keeping *keeping)
{
  g_clear_pointer (&keeping->content, g_bytes_unref);
  g_free (keeping->path);
  g_free (keeping);
}

static void
keep (GTask        *task,
      gpointer      reg,
      gpointer      data,
      GCancellable *cancellable)
{
  Keeping *keeping = data;
  GError *error = NULL;
  char *name = keeping->content != NULL ? ocop_attachments_add (reg, ocop_kind_find_field (ocop_kind_find ("product"), "photo"), keeping->content, "", &error)
                                        : ocop_attachments_add_file (reg, ocop_kind_find_field (ocop_kind_find ("product"), "photo"), keeping->path, &error);

  if (name != NULL)
    g_task_return_pointer (task, name, g_free);
  else
    g_task_return_error (task, error);
}

void
desk_photo_keep_async (OcopRegister        *reg,
                       GBytes              *content,
                       const char          *path,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (reg, cancellable, callback, user_data);
  Keeping *keeping = g_new (Keeping, 1);

  *keeping = (Keeping) { content != NULL ? g_bytes_ref (content) : NULL, g_strdup (path) };
  g_task_set_task_data (task, keeping, (GDestroyNotify) keeping_free);
  g_task_run_in_thread (task, keep);
}

char *
desk_photo_keep_finish (OcopRegister  *reg,
                        GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  char *path;
  int width;
  int height;
} Loading;

static void
loading_free (Loading *loading)
{
  g_free (loading->path);
  g_free (loading);
}

/* A camera held upright writes a picture that lies: what it says of that is followed after it was
 * made small, so the longer side limits both. */
static GdkPixbuf *
load_pixbuf (const Loading  *loading,
             GError        **error)
{
  int width, height;
  gboolean known = gdk_pixbuf_get_file_info (loading->path, &width, &height) != NULL;
  gboolean small = known && width <= loading->width && height <= loading->height;
  g_autoptr (GdkPixbuf) pixbuf = small ? gdk_pixbuf_new_from_file (loading->path, error)
                                       : gdk_pixbuf_new_from_file_at_scale (loading->path, loading->width, loading->height, TRUE, error);

  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

static void
load (GTask        *task,
      gpointer      reg,
      gpointer      data,
      GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = load_pixbuf (data, &error);

  if (pixbuf != NULL)
    g_task_return_pointer (task, gdk_texture_new_for_pixbuf (pixbuf), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
desk_photo_load_async (OcopRegister        *reg,
                       const char          *name,
                       int                  width,
                       int                  height,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (reg, cancellable, callback, user_data);
  Loading *loading = g_new (Loading, 1);

  *loading = (Loading) { ocop_attachments_dup_path (reg, name), width, height };
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  g_task_run_in_thread (task, load);
}

GdkTexture *
desk_photo_load_finish (OcopRegister  *reg,
                        GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
