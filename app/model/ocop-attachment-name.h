/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name under which a file that belongs to a record is kept: the SHA-256 of its content in 64
 * hexadecimal digits, and its suffix: "9f86…0a08.jpg". Equal files are kept once, and a name
 * never leads out of the folder. */

/* @suffix: small letters and digits, five at the most. Returns: (transfer full) */
char     *ocop_attachment_name_new      (GBytes     *content,
                                         const char *suffix);

gboolean  ocop_attachment_name_is_valid (const char *name);

/* Whether @content is what @name says. */
gboolean  ocop_attachment_name_fits     (const char *name,
                                         GBytes     *content);

G_END_DECLS
