/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The office's own templates: a folder beside the register holds them under the names of those that
 * come with the program, which they take the place of. */

/* Beside the register at @register_path: "x.mau" of "x.ocop", there or not. Free with g_free(). */
char    *ocop_template_own_dup_folder (const char   *register_path);

/* Whether the office has one of its own for the template @name. */
gboolean ocop_template_own_exists     (const char   *name,
                                       const char   *folder);

/* The office's own, else the one that comes with the program.
 * @folder: (nullable): of the office's own
 * Returns: (transfer full): the .docx; %NULL with @error */
GBytes  *ocop_template_own_load       (const char   *name,
                                       const char   *folder,
                                       GError      **error);

/* Puts the one that comes with the program into @folder, for the office to edit, unless it has its own.
 * Returns: (transfer full): the path of the office's own */
char    *ocop_template_own_begin      (const char   *name,
                                       const char   *folder,
                                       GError      **error);

/**
 * ocop_template_own_replace:
 * @path: of a .docx
 * @kept: (out) (transfer full) (nullable): where the former one is kept
 *
 * Makes a copy of the file the office's own. Refused with %OCOP_ERROR_FILE_FORMAT where it is no .docx.
 */
gboolean ocop_template_own_replace    (const char   *name,
                                       const char   *folder,
                                       const char   *path,
                                       char        **kept,
                                       GError      **error);

/* From now on the one that comes with the program is used; the office's own is renamed.
 * @kept: (out) (transfer full) (nullable): where it is kept; %NULL where there was none */
gboolean ocop_template_own_set_aside  (const char   *name,
                                       const char   *folder,
                                       char        **kept,
                                       GError      **error);

G_END_DECLS
