/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OcopPaperProgress:
 * @done: rows written
 * @total: rows announced
 */
typedef void (*OcopPaperProgress) (gsize    done,
                                   gsize    total,
                                   gpointer user_data);

/* A document appears under its name whole or not at all: it is written beside it, then takes its place. */

/**
 * ocop_paper_file_open:
 *
 * Returns: (transfer full): a stream to be ended by ocop_paper_file_close();
 *   %NULL with @error set, naming @path.
 */
GOutputStream *ocop_paper_file_open     (const char     *path,
                                         GError        **error);

/**
 * ocop_paper_file_close:
 * @stream: (transfer full): what ocop_paper_file_open() returned
 * @keep: whether @path is replaced; otherwise it stays as it was
 *
 * Returns: whether @path was replaced, or was not meant to be.
 */
gboolean       ocop_paper_file_close    (GOutputStream  *stream,
                                         const char     *path,
                                         gboolean        keep,
                                         GError        **error);

/* A name beside @path for a library that writes files itself. Free with g_free(). */
char          *ocop_paper_file_dup_temporary (const char *path);

/* Gives @temporary the name @path, or removes it. */
gboolean       ocop_paper_file_take     (const char     *temporary,
                                         const char     *path,
                                         GError        **error);

/* @path gets @bytes, a document that is ready. */
gboolean       ocop_paper_file_write    (const char     *path,
                                         GBytes         *bytes,
                                         GError        **error);

/* Whether somebody cancelled; sets %OCOP_ERROR_CANCELLED then. */
gboolean       ocop_paper_file_is_cancelled (GCancellable  *cancellable,
                                             GError       **error);

G_END_DECLS
