/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What all long work and all that writes files share. */

/* Whether somebody cancelled; sets %OCOP_ERROR_CANCELLED then. @message: (nullable): for people, in their language; "Cancelled" */
gboolean ocop_is_cancelled             (GCancellable  *cancellable,
                                        const char    *message,
                                        GError       **error);

/* Makes the folder at @path, and those that it lies in, where they are not there. */
gboolean ocop_writing_make_folder      (const char    *path,
                                        GError       **error);

/* Sets @error to what went wrong while writing @path, from a GIO error that it takes. */
void     ocop_writing_set_error        (GError       **error,
                                        const char    *path,
                                        GError        *cause);

/* The same, from an errno. Always %FALSE. */
gboolean ocop_writing_set_errno        (GError       **error,
                                        const char    *path,
                                        int            reason);

G_END_DECLS
