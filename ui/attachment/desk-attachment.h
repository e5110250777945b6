/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* Keeping a file off the window's thread: hashing and writing a scan takes longer than a frame. */

/**
 * desk_attachment_keep_async:
 * @field: that will name it
 * @texture: (nullable): a picture from the clipboard; %NULL for the file at @path
 * @path: (nullable)
 *
 * Keeps it beside the register; see ocop_attachments_add().
 */
void        desk_attachment_keep_async   (OcopRegister         *reg,
                                          const OcopField      *field,
                                          GdkTexture           *texture,
                                          const char           *path,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
/* Returns: (transfer full): the name under which it is kept. */
char       *desk_attachment_keep_finish  (OcopRegister         *reg,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
