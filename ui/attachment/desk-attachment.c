/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attachment/desk-attachment.h"

#include <glib/gi18n.h>

#include "register/ocop-attachments.h"

typedef struct
{
  const OcopField *field;
  GdkTexture *texture;
  char *path;
} Keeping;

static void
keeping_free (Keeping *keeping)
{
  g_clear_object (&keeping->texture);
  g_free (keeping->path);
  g_free (keeping);
}

static char *
keep_texture (OcopRegister   *reg,
              const Keeping  *keeping,
              GError        **error)
{
  g_autoptr(GBytes) content = gdk_texture_save_to_png_bytes (keeping->texture);

  return ocop_attachments_add (reg, keeping->field, content, _("the picture from the clipboard"), error);
}

static void
keep (GTask        *task,
      gpointer      reg,
      gpointer      data,
      GCancellable *cancellable)
{
  const Keeping *keeping = data;
  GError *error = NULL;
  char *name = keeping->texture != NULL ? keep_texture (reg, keeping, &error)
                                        : ocop_attachments_add_file (reg, keeping->field, keeping->path, &error);

  if (name != NULL)
    g_task_return_pointer (task, name, g_free);
  else
    g_task_return_error (task, error);
}

void
desk_attachment_keep_async (OcopRegister        *reg,
                            const OcopField     *field,
                            GdkTexture          *texture,
                            const char          *path,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (reg, cancellable, callback, user_data);
  Keeping *keeping = g_new (Keeping, 1);

  *keeping = (Keeping) { field, texture != NULL ? g_object_ref (texture) : NULL, g_strdup (path) };
  g_task_set_task_data (task, keeping, (GDestroyNotify) keeping_free);
  g_task_run_in_thread (task, keep);
}

char *
desk_attachment_keep_finish (OcopRegister  *reg,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
