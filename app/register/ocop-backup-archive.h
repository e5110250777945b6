/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* A backup with files: one zip (zip64 where it is large) of the register, "register.ocop", and
 * its attachments, "files/NAME". */

/* Whether the file at @path is such a backup, or at least a zip. */
gboolean  ocop_backup_archive_is      (const char    *path);

/* A verified copy of the register and those of its attachments that are there. */
gboolean  ocop_backup_archive_write   (OcopRegister  *reg,
                                       const char    *path,
                                       GError       **error);

/**
 * ocop_backup_archive_restore:
 * @path: of a closed register, or where one is to be
 * @kept: (out) (nullable): see ocop_register_restore()
 *
 * Puts the register of @archive in the place of @path, and its attachments
 * beside it. An attachment whose content is not what its name says fails with
 * %OCOP_ERROR_DAMAGED before anything is replaced.
 */
gboolean  ocop_backup_archive_restore (const char    *archive,
                                       const char    *path,
                                       char         **kept,
                                       GError       **error);

G_END_DECLS
