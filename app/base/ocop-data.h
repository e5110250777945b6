/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ocop_data_lookup:
 * @name: a path below the shipped data, e.g. "law/rules.json"
 *
 * The shipped data files are part of the program, so that it needs no folder
 * beside it.
 *
 * Returns: (transfer full): the file's bytes; %NULL with @error set when there
 *   is no such file.
 */
GBytes *ocop_data_lookup (const char  *name,
                          GError     **error);

/**
 * ocop_data_lookup_folder:
 * @name: a folder of the shipped data, e.g. "law"
 *
 * Returns: (transfer full) (element-type utf8 GBytes): every file in it and in its
 *   folders, by its path from there
 */
GHashTable *ocop_data_lookup_folder (const char  *name,
                                     GError     **error);

G_END_DECLS
