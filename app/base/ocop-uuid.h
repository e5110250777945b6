/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The 16 bytes that name a record outside its file; later ones sort later (RFC 9562, version 7). */
#define OCOP_UUID_SIZE 16
/* Its text form, 36 characters and the final zero. */
#define OCOP_UUID_TEXT_SIZE 37

/* A new one as text; free with g_free(). Safe in any thread. */
char       *ocop_uuid_new      (void);
/* Whether @text is the text form; fills @bytes unless %NULL. */
gboolean    ocop_uuid_parse    (const char *text,
                                guint8      bytes[OCOP_UUID_SIZE]);
/* Writes the text form; returns @text. */
const char *ocop_uuid_to_text  (const guint8 bytes[OCOP_UUID_SIZE],
                                char         text[OCOP_UUID_TEXT_SIZE]);

G_END_DECLS
