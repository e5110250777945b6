/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/ocop-file-type.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * DeskPreview:
 * @type: (nullable): what the file is
 * @size: in bytes
 * @n_pages: of a PDF; 1 of a picture; 0 of what can only be opened with another program
 * @texture: (nullable): the page asked for; %NULL of the latter
 *
 * A page of a file that belongs to a record, as the window shows it.
 */
typedef struct
{
  const OcopFileType *type;
  gint64 size;
  int n_pages;
  GdkTexture *texture;
} DeskPreview;

void         desk_preview_free        (DeskPreview          *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPreview, desk_preview_free)

/* "PDF · 3 pages · 1,25 MB". Free with g_free(). */
char        *desk_preview_describe    (const DeskPreview    *preview);

/**
 * desk_preview_load_async:
 * @name: of the attachment
 * @page: from 0
 * @width, @height: pixels that the page is to fit into
 *
 * Reads the file and draws the page, off the window's thread. A picture is turned upright and never
 * made larger than it is.
 */
void         desk_preview_load_async  (OcopRegister         *reg,
                                       const char           *name,
                                       int                   page,
                                       int                   width,
                                       int                   height,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
/* Returns: (transfer full): fails with %G_FILE_ERROR_NOENT where the file is missing, and says what is
 *   wrong where it is damaged or locked with a password. */
DeskPreview *desk_preview_load_finish (OcopRegister         *reg,
                                       GAsyncResult         *result,
                                       GError              **error);

/* What is said of a file that desk_preview_load_finish() failed for. Free with g_free(). */
char        *desk_preview_explain     (const GError         *error);

G_END_DECLS
