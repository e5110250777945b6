/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A register on a network share: one machine writes, and a lock file beside the register names
 * it; the others look at a copy. */

/* Whether @path lies on a file system of another machine. */
gboolean ocop_share_is_remote (const char  *path);

/**
 * ocop_share_lock:
 *
 * Writes the lock file of @path. A lock of this machine is shared: two programs
 * on one machine may both write.
 *
 * Returns: (transfer full): the lock file's path, for ocop_share_unlock(); %NULL
 *   with %OCOP_ERROR_BUSY, which says who has the register open, where and since
 *   when.
 */
char    *ocop_share_lock      (const char  *path,
                               const char  *person,
                               GError     **error);
void     ocop_share_unlock    (const char  *lock);

/* Copies @path, as it is now, to a file of this account's own; returns its path. Free with
 * g_free() after removing the file. */
char    *ocop_share_copy      (const char  *path,
                               GError     **error);

G_END_DECLS
