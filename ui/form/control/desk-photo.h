/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* Photos off the main thread: reading one takes longer than a frame. */

/* Keeps the picture in @content beside the register, or where that is %NULL, the file at @path. */
void        desk_photo_keep_async   (OcopRegister         *reg,
                                     GBytes               *content,
                                     const char           *path,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* Returns: (transfer full): the photo's name; see ocop_attachments_add(). */
char       *desk_photo_keep_finish  (OcopRegister         *reg,
                                     GAsyncResult         *result,
                                     GError              **error);

/* Reads the photo @name, turned upright, no larger than @width × @height pixels. */
void        desk_photo_load_async   (OcopRegister         *reg,
                                     const char           *name,
                                     int                   width,
                                     int                   height,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* Returns: (transfer full): fails where the file is missing or no picture. */
GdkTexture *desk_photo_load_finish  (OcopRegister         *reg,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
