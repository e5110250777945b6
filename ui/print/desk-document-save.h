/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "print/desk-document.h"

G_BEGIN_DECLS

/**
 * desk_document_save_async:
 * @parent: asks where to, and shows how far the writing has come, with a way to cancel it
 * @ending: "pdf" or "xlsx", for a name that says nothing else
 *
 * Fails with %OCOP_ERROR_CANCELLED where the person chooses no place, or cancels.
 */
void  desk_document_save_async  (DeskDocument         *document,
                                 GtkWindow            *parent,
                                 const char           *ending,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
/* Returns: the path of the file. Free with g_free(). */
char *desk_document_save_finish (GAsyncResult         *result,
                                 GError              **error);

G_END_DECLS
