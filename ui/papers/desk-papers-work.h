/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "print/desk-document.h"
#include "report/council/ocop-pack-writer.h"

G_BEGIN_DECLS

/* What the dialog of papers does in threads of their own. @pack outlives each, kept by the source object. */

/* Lays out @items (element-type OcopPackItem), all of ours, one behind the other. */
void             desk_papers_preview_async  (GtkWidget            *source,
                                             const OcopPack       *pack,
                                             GPtrArray            *items,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* Returns: (transfer full) */
DeskDocument    *desk_papers_preview_finish (GAsyncResult         *result,
                                             GError              **error);

/**
 * desk_papers_write_async:
 * @source: shows how far it has come, with a way to cancel
 *
 * As ocop_pack_write().
 */
void             desk_papers_write_async    (GtkWidget            *source,
                                             const OcopPack       *pack,
                                             GPtrArray            *items,
                                             const char           *folder,
                                             const char           *templates,
                                             gboolean              overwrite,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* Returns: (transfer full): what came of it, %NULL with @error */
OcopPackWritten *desk_papers_write_finish   (GAsyncResult         *result,
                                             GError              **error);

/* Keeps the picture at @path among the files of @reg and makes it the one on which certificates are printed. */
void             desk_papers_take_picture_async  (GtkWidget            *source,
                                                  OcopRegister         *reg,
                                                  const char           *path,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
/* Returns: (transfer full): where it is kept, %NULL with @error */
char            *desk_papers_take_picture_finish (GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
