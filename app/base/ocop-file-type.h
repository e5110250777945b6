/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OcopFileType:
 * @suffix: stable, small letters: "pdf"
 * @title: what people call it; the same in every language
 * @is_picture: whether every machine with the window can show it
 *
 * A kind of file that an office keeps with its records. What a file is, its content says: a name is
 * easily wrong, and a phone sends none.
 */
typedef struct
{
  const char *suffix;
  const char *title;
  gboolean is_picture;
} OcopFileType;

/* %NULL when it is none of those known. */
const OcopFileType *ocop_file_type_of_content (GBytes              *content);
/* Of a file that was once told from its content. %NULL likewise. */
const OcopFileType *ocop_file_type_of_name    (const char          *name);

/* Whether the end of @content is there: files get cut off while they are copied or sent.
 * Fails with %OCOP_ERROR_FILE_FORMAT. */
gboolean            ocop_file_type_check      (const OcopFileType  *type,
                                               GBytes              *content,
                                               GError             **error);

G_END_DECLS
