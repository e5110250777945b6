/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A register on a network share: one machine writes, and lock files beside the register name it,
 * one for each program that has it open; the others look at a copy. */

/* Whether @path lies on a file system of another machine. */
gboolean ocop_share_is_remote (const char  *path);

/**
 * ocop_share_lock:
 *
 * Writes a lock file beside @path. Programs of one machine may all write; each has
 * a lock file of its own, so that the first to close does not open the register to
 * another machine. What a program of this machine left behind when it was killed
 * goes.
 *
 * Returns: (transfer full): the lock file's path, for ocop_share_unlock(); %NULL
 *   with %OCOP_ERROR_BUSY, which says who has the register open, where and since
 *   when, or with %OCOP_ERROR_READ_ONLY where no lock file can be written.
 */
char    *ocop_share_lock      (const char  *path,
                               const char  *person,
                               GError     **error);
void     ocop_share_unlock    (const char  *lock);

/* Copies @path, as it is now, to a file of this account's own; returns its path. Free with
 * g_free() after ocop_share_remove_copy(). */
char    *ocop_share_copy      (const char  *path,
                               GError     **error);
void     ocop_share_remove_copy (const char *copy);

G_END_DECLS
