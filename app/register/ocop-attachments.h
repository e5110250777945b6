/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-drafts.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/* The files that belong to a register's records: they lie in "<register id>.files" beside the
 * register, found by its id so that renaming the register loses nothing. The records hold their
 * names (ocop-attachment-name.h). Undo deletes none of them. */

/* Larger files are refused. A dossier of 500 pages, scanned to be read, stays under the first. */
#define OCOP_ATTACHMENT_MOST_BYTES (256 * 1024 * 1024)
#define OCOP_ATTACHMENT_MOST_PICTURE_BYTES (64 * 1024 * 1024)

/**
 * OcopAttachment:
 * @holder: (nullable): the record that it belongs to, for people; %NULL where only the history
 *   refers to it
 * @size: in bytes; -1 when it is missing
 */
typedef struct
{
  char *name;
  char *holder;
  gint64 size;
} OcopAttachment;

/* Returns: (transfer full): where the attachment @name of @reg lies, or would. */
char       *ocop_attachments_dup_path   (OcopRegister   *reg,
                                         const char     *name);

/**
 * ocop_attachments_add:
 * @field: that will name it: a photo's takes pictures, a file's documents as well (ocop-file-type.h)
 * @from: where it comes from, for messages
 *
 * Keeps a file: it is on the disk, whole, under its name before this
 * returns; a record can then refer to it by a change.
 *
 * Returns: (transfer full): its name; %NULL with %OCOP_ERROR_FILE_FORMAT where
 *   @field takes no such file, where it is cut off or too large, %OCOP_ERROR_READ_ONLY, or the
 *   disk's failure.
 */
char       *ocop_attachments_add        (OcopRegister     *reg,
                                         const OcopField  *field,
                                         GBytes           *content,
                                         const char       *from,
                                         GError          **error);
/* As ocop_attachments_add(), of the file at @path. */
char       *ocop_attachments_add_file   (OcopRegister     *reg,
                                         const OcopField  *field,
                                         const char       *path,
                                         GError          **error);

/* All that records, the bin and the history refer to, each once (element-type OcopAttachment). */
GPtrArray  *ocop_attachments_list       (OcopRegister   *reg,
                                         GError        **error);

/**
 * OcopUnused:
 * @n: how many files
 * @size: in bytes
 *
 * Attachments that nothing refers to any more: no record, no history, no unsaved form.
 */
typedef struct
{
  guint n;
  guint64 size;
} OcopUnused;

/* What ocop_attachments_clean_up() would remove. @drafts: the unsaved forms */
gboolean    ocop_attachments_find_unused (OcopRegister  *reg,
                                          OcopDrafts    *drafts,
                                          OcopUnused    *unused,
                                          GError       **error);
/* Removes the files that nothing refers to any more. @removed: (out) (nullable) */
gboolean    ocop_attachments_clean_up   (OcopRegister   *reg,
                                         OcopDrafts     *drafts,
                                         OcopUnused     *removed,
                                         GError        **error);

G_END_DECLS
